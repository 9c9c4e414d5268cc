/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "app/scorecard/organisations-dialog.h"

#include <glib/gi18n-lib.h>

#include "app/drafting/panel-widgets.h"
#include "app/scorecard/organisation-row.h"
#include "app/scorecard/own-renaming.h"
#include "app/settings.h"
#include "core/text/text.h"
#include "store/scorecard-store.h"

/* With more organisations than these nobody finds one by looking. */
#define N_WITHOUT_SEARCH 20

/* So many rows are made at most: there may be thousands of names in a file. */
#define MAX_ROWS 200

struct _SuiviOrganisationsDialog
{
  AdwWindow parent_instance;

  GtkStack *stack;
  GtkWidget *search_clamp;
  GtkEditable *search;
  GtkListBox *list;
  GtkLabel *more;
  GtkLabel *failure;

  SuiviWorkspace *workspace; /* (owned) */
  GCancellable *cancellable; /* (owned) */
  GPtrArray *organisations; /* (owned) (nullable) (element-type SuiviOrganisation): all there are, in order */
  GHashTable *by_key;       /* (owned) (nullable): folded name → SuiviOrganisation, which it owns */
  GHashTable *rows;         /* (owned): name → SuiviOrganisationRow, which the list owns */
  char *from;               /* (owned) (nullable): which organisation gets another name just now */
  char *to;                 /* (owned) (nullable): and which one */
  gboolean closed;          /* by the user; it comes back if the name could not be saved */
};

G_DEFINE_FINAL_TYPE (SuiviOrganisationsDialog, suivi_organisations_dialog, ADW_TYPE_WINDOW)

typedef struct
{
  const char *label;
  char *from;
  char *to;
} Renaming;

static void
free_renaming (gpointer data)
{
  Renaming *renaming = data;

  g_free (renaming->from);
  g_free (renaming->to);
  g_free (renaming);
}

static void
say_failure (SuiviOrganisationsDialog *self, const char *failure)
{
  gtk_label_set_label (self->failure, failure != NULL ? failure : "");
  gtk_widget_set_visible (GTK_WIDGET (self->failure), failure != NULL);
}

static const SuiviOrganisation *
find_organisation (SuiviOrganisationsDialog *self, const char *name)
{
  g_autofree char *key = suivi_text_fold (name);

  return self->by_key != NULL ? g_hash_table_lookup (self->by_key, key) : NULL;
}

/* One renaming at a time: the next one depends on what it made of the list. */
static void
update_rows (SuiviOrganisationsDialog *self)
{
  const gboolean writable
    = self->workspace != NULL && suivi_workspace_get_read_only (self->workspace) == SUIVI_READ_ONLY_NO;
  GHashTableIter iter;
  gpointer row = NULL;

  g_hash_table_iter_init (&iter, self->rows);
  while (g_hash_table_iter_next (&iter, NULL, &row))
    suivi_organisation_row_set_editable (row, writable && self->from == NULL);
}

/* Renaming */

static char *
name_done (SuiviOrganisationsDialog *self, gboolean merged)
{
  if (self->from[0] == '\0')
    /* Translators: what was done: judgements that did not say whose they are got an organisation */
    return g_strdup_printf (_ ("These judgements are of “%s” now"), self->to);
  if (merged)
    /* Translators: what was done: two organisations are one, which is called as the second */
    return g_strdup_printf (_ ("“%s” and “%s” are one organisation now"), self->from, self->to);

  /* Translators: what was done: an organisation is called otherwise */
  return g_strdup_printf (_ ("“%s” is called “%s” now"), self->from, self->to);
}

static void
say_renamed (SuiviOrganisationsDialog *self)
{
  const gboolean merged
    = find_organisation (self, self->to) != NULL && !suivi_organisation_is_same (self->from, self->to);
  g_autofree char *done = name_done (self, merged);

  suivi_panel_tell (gtk_window_get_transient_for (GTK_WINDOW (self)), done);
}

static void
renamed_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (SuiviOrganisationsDialog) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (SuiviHistoryEntry) step = suivi_workspace_run_finish (SUIVI_WORKSPACE (source), result, &error);

  if (step != NULL)
    suivi_own_renaming_follow (SUIVI_WORKSPACE (source), step->sequence, self->from, self->to);
  if (self->workspace == NULL)
    return;

  if (step != NULL)
    say_renamed (self);
  else
    {
      say_failure (self, error->message);
      g_clear_pointer (&self->to, g_free);
    }
  g_clear_pointer (&self->from, g_free);
  update_rows (self);
  if (self->closed && step != NULL)
    gtk_window_destroy (GTK_WINDOW (self));
  else if (self->closed)
    gtk_window_present (GTK_WINDOW (self));
  self->closed = FALSE;
}

/* Out of the way, and gone when it is known that nothing is lost. */
static gboolean
close_cb (SuiviOrganisationsDialog *self)
{
  if (self->from == NULL)
    return GDK_EVENT_PROPAGATE;

  self->closed = TRUE;
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
  return GDK_EVENT_STOP;
}

/* Returns: (transfer full): the entry of the history that says so */
static gpointer
rename_organisation (SuiviStore *store, gpointer data, GCancellable *cancellable, GError **error)
{
  const Renaming *renaming = data;
  g_autoptr (SuiviTransaction) step = suivi_store_begin (store, renaming->label, error);
  g_autoptr (GPtrArray) entries = NULL;

  if (step == NULL || !suivi_transaction_rename_organisation (step, renaming->from, renaming->to, error)
      || !suivi_transaction_commit (step, error))
    return NULL;

  entries = suivi_store_list_history (store, 1, error);

  return entries != NULL ? g_ptr_array_steal_index (entries, 0) : NULL;
}

static void
row_renamed_cb (SuiviOrganisationRow *row, const char *name, SuiviOrganisationsDialog *self)
{
  const SuiviOrganisation *other = find_organisation (self, name);
  const char *from = suivi_organisation_row_get_name (row);
  Renaming *renaming = NULL;

  if (self->from != NULL || self->workspace == NULL)
    return;

  /* The other one keeps its spelling, but to spell the same one otherwise is what is meant. */
  self->from = g_strdup (from);
  g_free (self->to);
  self->to = g_strdup (other != NULL && !suivi_organisation_is_same (name, from) ? other->name : name);
  say_failure (self, NULL);
  update_rows (self);

  renaming = g_new0 (Renaming, 1);
  renaming->from = g_strdup (self->from);
  renaming->to = g_strdup (self->to);
  /* Translators: names of a step that can be undone */
  renaming->label = from[0] != '\0' ? _ ("Rename an organisation") : _ ("Name an organisation");
  suivi_workspace_run_async (self->workspace, rename_organisation, renaming, free_renaming,
                             (GDestroyNotify) suivi_history_entry_free, NULL, renamed_cb,
                             g_object_ref (self));
}

/* Reading */

static void
remove_gone (SuiviOrganisationsDialog *self)
{
  GHashTableIter iter;
  gpointer name = NULL;
  gpointer row = NULL;

  g_hash_table_iter_init (&iter, self->rows);
  while (g_hash_table_iter_next (&iter, &name, &row))
    {
      const SuiviOrganisation *organisation = find_organisation (self, name);

      if (organisation != NULL && g_str_equal (organisation->name, name))
        continue;
      gtk_list_box_remove (self->list, row);
      g_hash_table_iter_remove (&iter);
    }
}

static gboolean
matches (const SuiviOrganisation *organisation, const char *searched)
{
  g_autofree char *key = NULL;

  if (*searched == '\0')
    return TRUE;
  key = suivi_text_fold (suivi_organisation_to_label (organisation->name));

  return strstr (key, searched) != NULL;
}

/* Something may be typed into a row that is open: it stays, whatever is searched for. */
static gboolean
is_open (GtkWidget *row)
{
  return row != NULL && adw_expander_row_get_expanded (ADW_EXPANDER_ROW (row));
}

static GtkWidget *
add_row (SuiviOrganisationsDialog *self, const char *name, guint position)
{
  GtkWidget *row = suivi_organisation_row_new (name);

  g_signal_connect_object (row, "renamed", G_CALLBACK (row_renamed_cb), self, 0);
  gtk_list_box_insert (self->list, row, (int) position);
  g_hash_table_insert (self->rows, g_strdup (name), row);

  return row;
}

static void
say_more (SuiviOrganisationsDialog *self, guint n_found, guint n_shown)
{
  g_autofree char *text = NULL;

  if (n_shown == 0)
    text = g_strdup (_ ("No organisation has these letters in its name."));
  else if (n_found > n_shown)
    text = g_strdup_printf (ngettext ("%u more organisation: search for it.",
                                      "%u more organisations: search for them.", n_found - n_shown),
                            n_found - n_shown);
  gtk_label_set_label (self->more, text != NULL ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (self->more), text != NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->list), n_shown > 0);
}

/* The first of those that are searched for. Rows that are there already stay, with what is typed in them. */
static void
show_rows (SuiviOrganisationsDialog *self)
{
  g_autofree char *own = suivi_settings_dup_organisation ();
  g_autofree char *searched = suivi_text_fold (gtk_editable_get_text (self->search));
  guint n_found = 0;
  guint n_shown = 0;

  if (self->organisations == NULL)
    return;

  for (guint i = 0; i < self->organisations->len; i++)
    {
      const SuiviOrganisation *organisation = g_ptr_array_index (self->organisations, i);
      GtkWidget *row = g_hash_table_lookup (self->rows, organisation->name);
      const gboolean kept = is_open (row) || g_strcmp0 (organisation->name, self->to) == 0;
      const gboolean found = kept || matches (organisation, searched);

      n_found += found;
      if (kept || (found && n_shown < MAX_ROWS))
        {
          if (row == NULL)
            row = add_row (self, organisation->name, n_shown);
          suivi_organisation_row_show (SUIVI_ORGANISATION_ROW (row), organisation, self->by_key, own);
          n_shown++;
        }
      else if (row != NULL)
        {
          gtk_list_box_remove (self->list, row);
          g_hash_table_remove (self->rows, organisation->name);
        }
    }
  say_more (self, n_found, n_shown);
  update_rows (self);
}

/* Escape: first what is searched for goes, then the dialog. */
static void
search_stopped_cb (SuiviOrganisationsDialog *self)
{
  if (*gtk_editable_get_text (self->search) == '\0')
    gtk_window_close (GTK_WINDOW (self));
  else
    gtk_editable_set_text (self->search, "");
}

static void
show_organisations (SuiviOrganisationsDialog *self)
{
  const gboolean many = self->organisations->len > N_WITHOUT_SEARCH;

  /* What nobody sees must not narrow the list. */
  if (!many)
    gtk_editable_set_text (self->search, "");
  gtk_widget_set_visible (self->search_clamp, many);
  gtk_stack_set_visible_child_name (self->stack, self->organisations->len > 0 ? "list" : "nobody");
  remove_gone (self);
  show_rows (self);
}

static void
take_organisations (SuiviOrganisationsDialog *self, GPtrArray *organisations)
{
  g_clear_pointer (&self->organisations, g_ptr_array_unref);
  g_clear_pointer (&self->by_key, g_hash_table_unref);
  self->organisations = organisations;
  self->by_key
    = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) suivi_organisation_free);
  g_ptr_array_set_free_func (organisations, NULL);
  for (guint i = 0; i < organisations->len; i++)
    {
      SuiviOrganisation *organisation = g_ptr_array_index (organisations, i);

      g_hash_table_insert (self->by_key, suivi_text_fold (organisation->name), organisation);
    }
}

/* The keyboard goes on where the organisation is now. */
static void
follow_focus (SuiviOrganisationsDialog *self)
{
  GtkWidget *row = self->to != NULL ? g_hash_table_lookup (self->rows, self->to) : NULL;

  if (row != NULL)
    gtk_widget_child_focus (row, GTK_DIR_TAB_FORWARD);
  g_clear_pointer (&self->to, g_free);
}

static gpointer
read_organisations (SuiviStore *store, gpointer data, GCancellable *cancellable, GError **error)
{
  return suivi_store_list_organisations (store, error);
}

static void
read_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (SuiviOrganisationsDialog) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) organisations = suivi_workspace_run_finish (SUIVI_WORKSPACE (source), result, &error);

  if (self->workspace == NULL || g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  if (organisations == NULL)
    {
      say_failure (self, error->message);
      return;
    }

  take_organisations (self, g_steal_pointer (&organisations));
  show_organisations (self);
  if (self->from == NULL)
    follow_focus (self);
}

static void
reload (SuiviOrganisationsDialog *self)
{
  suivi_workspace_run_async (self->workspace, read_organisations, NULL, NULL,
                             (GDestroyNotify) g_ptr_array_unref, self->cancellable, read_cb,
                             g_object_ref (self));
}

static void
suivi_organisations_dialog_dispose (GObject *object)
{
  SuiviOrganisationsDialog *self = SUIVI_ORGANISATIONS_DIALOG (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->workspace);
  /* A step under way may hold this window longer than its parent lives. */
  gtk_window_set_transient_for (GTK_WINDOW (object), NULL);

  G_OBJECT_CLASS (suivi_organisations_dialog_parent_class)->dispose (object);
}

static void
suivi_organisations_dialog_finalize (GObject *object)
{
  SuiviOrganisationsDialog *self = SUIVI_ORGANISATIONS_DIALOG (object);

  g_clear_pointer (&self->organisations, g_ptr_array_unref);
  g_clear_pointer (&self->by_key, g_hash_table_unref);
  g_clear_pointer (&self->rows, g_hash_table_unref);
  g_free (self->from);
  g_free (self->to);

  G_OBJECT_CLASS (suivi_organisations_dialog_parent_class)->finalize (object);
}

static void
suivi_organisations_dialog_class_init (SuiviOrganisationsDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = suivi_organisations_dialog_dispose;
  G_OBJECT_CLASS (klass)->finalize = suivi_organisations_dialog_finalize;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/suivi/Suivi/scorecard/organisations-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, SuiviOrganisationsDialog, stack);
  gtk_widget_class_bind_template_child (widget_class, SuiviOrganisationsDialog, search_clamp);
  gtk_widget_class_bind_template_child (widget_class, SuiviOrganisationsDialog, search);
  gtk_widget_class_bind_template_child (widget_class, SuiviOrganisationsDialog, list);
  gtk_widget_class_bind_template_child (widget_class, SuiviOrganisationsDialog, more);
  gtk_widget_class_bind_template_child (widget_class, SuiviOrganisationsDialog, failure);
  gtk_widget_class_bind_template_callback (widget_class, close_cb);
  gtk_widget_class_bind_template_callback (widget_class, show_rows);
  gtk_widget_class_bind_template_callback (widget_class, search_stopped_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
suivi_organisations_dialog_init (SuiviOrganisationsDialog *self)
{
  self->cancellable = g_cancellable_new ();
  self->rows = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * suivi_organisations_show:
 * @parent: the window in front of which it stands
 * @workspace: whose organisations they are
 *
 * Lets the user see whose judgements the workspace holds, and give organisations other names.
 */
void
suivi_organisations_show (GtkWindow *parent, SuiviWorkspace *workspace)
{
  SuiviOrganisationsDialog *self
    = g_object_new (SUIVI_TYPE_ORGANISATIONS_DIALOG, "transient-for", parent, "modal", TRUE, NULL);

  self->workspace = g_object_ref (workspace);
  g_signal_connect_object (workspace, "changed", G_CALLBACK (reload), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (suivi_settings_get_default (), "changed::organisation", G_CALLBACK (show_rows),
                           self, G_CONNECT_SWAPPED);
  reload (self);
  gtk_window_present (GTK_WINDOW (self));
}
