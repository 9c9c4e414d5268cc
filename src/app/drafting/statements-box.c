/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "app/drafting/statements-box.h"

#include <glib/gi18n-lib.h>

#include "app/drafting/list-chooser.h"
#include "app/drafting/panel-row.h"
#include "app/drafting/panel-widgets.h"
#include "app/relative-time.h"
#include "app/step.h"
#include "core/text/text.h"
#include "store/consultation-store.h"

/* More than anybody looks through: those of the latest consultations come first. */
#define MAX_CHOICES 500

struct _SuiviStatementsBox
{
  GtkBox parent_instance;

  GtkLabel *failure;
  GtkListBox *list;
  GtkLabel *counted;
  GtkWidget *add;

  SuiviWorkspace *workspace; /* (owned) (nullable) */
  gulong changed_id;
  char *state;
  char *priority_id;         /* (nullable) */
  char *draft_id;            /* (nullable) */
  char *recommendation_id;   /* (nullable) */
  GCancellable *cancellable; /* (owned) (nullable): of the reading under way */
  GHashTable *tied;          /* keys of the statements that are tied to the target itself */
};

G_DEFINE_FINAL_TYPE (SuiviStatementsBox, suivi_statements_box, GTK_TYPE_BOX)

enum
{
  SIGNAL_CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

/* On the workspace's thread */

typedef struct
{
  char *state;
  char *priority_id;
  char *draft_id;
  char *recommendation_id;
} Target;

typedef struct
{
  GPtrArray *quoted; /* (element-type SuiviAllowedStatement): with their words */
  GPtrArray
    *counted; /* (element-type SuiviAllowedStatement): all that count, those above, too; without words */
  GHashTable *captions; /* key of a consultation → title and date, char */
  guint n_consultations;
} Found;

typedef struct
{
  char *id;
  char *consultation;
  char *head;
  char *text;
} Choice;

static void
free_target (Target *self)
{
  g_free (self->state);
  g_free (self->priority_id);
  g_free (self->draft_id);
  g_free (self->recommendation_id);
  g_free (self);
}

static void
free_found (Found *self)
{
  g_clear_pointer (&self->quoted, g_ptr_array_unref);
  g_clear_pointer (&self->counted, g_ptr_array_unref);
  g_clear_pointer (&self->captions, g_hash_table_unref);
  g_free (self);
}

static void
free_choice (Choice *self)
{
  g_free (self->id);
  g_free (self->consultation);
  g_free (self->head);
  g_free (self->text);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Found, free_found)

static char *
describe_consultation (const SuiviConsultation *consultation)
{
  g_autofree char *day
    = suivi_text_is_blank (consultation->begins_on) ? NULL : suivi_format_day (consultation->begins_on);

  return day != NULL ? g_strdup_printf ("%s · %s", consultation->title, day) : g_strdup (consultation->title);
}

static GPtrArray *
list_for (SuiviStore *store, Target *target, SuiviUse use, GError **error)
{
  return suivi_store_list_statements_for (store, target->priority_id, target->draft_id,
                                          target->recommendation_id, use, error);
}

static gpointer
read_statements (SuiviStore *store, gpointer data, GCancellable *cancellable, GError **error)
{
  Target *target = data;
  g_autoptr (Found) found = g_new0 (Found, 1);
  g_autoptr (GError) failure = NULL;

  found->captions = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  found->n_consultations = suivi_store_count_consultations (store, target->state, &failure);
  if (failure != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&failure));
      return NULL;
    }
  found->quoted = list_for (store, target, SUIVI_USE_QUOTE, error);
  if (found->quoted == NULL)
    return NULL;
  found->counted = list_for (store, target, SUIVI_USE_COUNT, error);
  if (found->counted == NULL)
    return NULL;

  for (guint i = 0; i < found->quoted->len; i++)
    {
      const SuiviAllowedStatement *allowed = g_ptr_array_index (found->quoted, i);
      const char *id = allowed->statement->consultation_id;
      g_autoptr (SuiviConsultationRecord) record = NULL;

      if (g_hash_table_contains (found->captions, id))
        continue;
      record = suivi_store_load_consultation (store, id, NULL);
      if (record != NULL)
        g_hash_table_insert (found->captions, g_strdup (id), describe_consultation (record->consultation));
    }

  return g_steal_pointer (&found);
}

/* "13 to 15 · rural school · Children: juvenile justice" */
static char *
describe (const SuiviStatement *statement)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) parts = NULL;

  if (statement->age_band != SUIVI_AGE_UNKNOWN)
    g_strv_builder_add (builder, suivi_age_band_to_label (statement->age_band));
  if (!suivi_text_is_blank (statement->setting))
    g_strv_builder_add (builder, statement->setting);
  g_strv_builder_addv (builder, (const char **) statement->themes);
  parts = g_strv_builder_end (builder);

  return g_strjoinv (" · ", parts);
}

static void
add_choices (GPtrArray *choices, const char *consultation, GPtrArray *counted, GPtrArray *quoted)
{
  g_autoptr (GHashTable) words = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < quoted->len; i++)
    {
      const SuiviAllowedStatement *allowed = g_ptr_array_index (quoted, i);

      g_hash_table_insert (words, allowed->statement->id, allowed->statement->words);
    }
  for (guint i = 0; i < counted->len && choices->len < MAX_CHOICES; i++)
    {
      const SuiviAllowedStatement *allowed = g_ptr_array_index (counted, i);
      const char *head = g_hash_table_lookup (words, allowed->statement->id);
      Choice *choice = g_new0 (Choice, 1);

      choice->id = g_strdup (allowed->statement->id);
      choice->consultation = g_strdup (consultation);
      choice->head = g_strdup (head != NULL ? head : _ ("Counts in totals; its words are not shown"));
      choice->text = describe (allowed->statement);
      g_ptr_array_add (choices, choice);
    }
}

static gpointer
read_choices (SuiviStore *store, gpointer data, GCancellable *cancellable, GError **error)
{
  Target *target = data;
  g_autoptr (GPtrArray) consultations = suivi_store_list_consultations (store, target->state, error);
  g_autoptr (GPtrArray) choices = g_ptr_array_new_with_free_func ((GDestroyNotify) free_choice);

  if (consultations == NULL)
    return NULL;

  for (guint i = 0; i < consultations->len && choices->len < MAX_CHOICES; i++)
    {
      const SuiviConsultation *consultation
        = ((SuiviConsultationRecord *) g_ptr_array_index (consultations, i))->consultation;
      g_autofree char *caption = describe_consultation (consultation);
      g_autoptr (GPtrArray) counted
                 = suivi_store_list_statements (store, consultation->id, SUIVI_USE_COUNT, error);
      g_autoptr (GPtrArray) quoted = NULL;

      if (counted == NULL)
        return NULL;
      quoted = suivi_store_list_statements (store, consultation->id, SUIVI_USE_QUOTE, error);
      if (quoted == NULL)
        return NULL;
      add_choices (choices, caption, counted, quoted);
    }

  return g_steal_pointer (&choices);
}

static gboolean
put_use (SuiviStore *store, SuiviTransaction *transaction, gpointer record, GError **error)
{
  return suivi_transaction_put_statement_use (transaction, record, error);
}

static gboolean
delete_use (SuiviStore *store, SuiviTransaction *transaction, gpointer record, GError **error)
{
  return suivi_transaction_delete_statement_use (transaction, record, error);
}

/* What is shown */

static Target *
create_target (SuiviStatementsBox *self)
{
  Target *target = g_new0 (Target, 1);

  target->state = g_strdup (self->state);
  target->priority_id = g_strdup (self->priority_id);
  target->draft_id = g_strdup (self->draft_id);
  target->recommendation_id = g_strdup (self->recommendation_id);

  return target;
}

static gboolean
has_target (SuiviStatementsBox *self)
{
  return self->workspace != NULL && (self->draft_id != NULL || self->recommendation_id != NULL);
}

static gboolean
is_writable (SuiviStatementsBox *self)
{
  return suivi_workspace_get_read_only (self->workspace) == SUIVI_READ_ONLY_NO;
}

static void
fail (SuiviStatementsBox *self, const char *sentence)
{
  gtk_label_set_label (self->failure, sentence != NULL ? sentence : "");
  gtk_widget_set_visible (GTK_WIDGET (self->failure), sentence != NULL);
}

/* Returns: (nullable): the tie to the draft or the recommendation itself; one to the issue belongs to all its drafts */
static const SuiviStatementUse *
find_use (SuiviStatementsBox *self, const SuiviAllowedStatement *allowed)
{
  for (guint i = 0; i < allowed->uses->len; i++)
    {
      const SuiviStatementUse *use = g_ptr_array_index (allowed->uses, i);

      if ((self->draft_id != NULL && g_strcmp0 (use->draft_id, self->draft_id) == 0)
          || (self->recommendation_id != NULL
              && g_strcmp0 (use->recommendation_id, self->recommendation_id) == 0))
        return use;
    }

  return NULL;
}

static GtkWidget *
create_row (SuiviStatementsBox *self, const SuiviAllowedStatement *allowed, const char *consultation)
{
  const SuiviStatementUse *use = find_use (self, allowed);
  g_autofree char *about = describe (allowed->statement);
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) parts = NULL;
  g_autofree char *caption = NULL;
  GtkWidget *row = NULL;

  if (about[0] != '\0')
    g_strv_builder_add (builder, about);
  if (consultation != NULL)
    g_strv_builder_add (builder, consultation);
  if (use == NULL)
    /* Translators: a statement that is not for one draft only but for all drafts of an issue */
    g_strv_builder_add (builder, _ ("for the whole issue"));
  else if (!suivi_text_is_blank (use->note))
    g_strv_builder_add (builder, use->note);
  parts = g_strv_builder_end (builder);
  caption = g_strjoinv (" · ", parts);

  row = suivi_panel_row_new (allowed->statement->words, caption, NULL);
  if (use != NULL && is_writable (self))
    suivi_panel_row_add_icon_button (SUIVI_PANEL_ROW (row), "user-trash-symbolic",
                                     _ ("No longer use this statement here"), "statements-box.remove",
                                     use->id);

  return row;
}

static void
show_counted (SuiviStatementsBox *self, Found *found)
{
  guint n = found->counted->len - MIN (found->quoted->len, found->counted->len);
  g_autofree char *text = NULL;

  if (found->quoted->len > 0)
    text = g_strdup_printf (ngettext ("and %u more that counts in totals", "and %u more that count in totals",
                                      n),
                            n);
  else
    text = g_strdup_printf (ngettext ("%u statement that counts in totals",
                                      "%u statements that count in totals", n),
                            n);
  gtk_label_set_label (self->counted, text);
  gtk_widget_set_visible (GTK_WIDGET (self->counted), n > 0);
}

static void
show (SuiviStatementsBox *self, Found *found)
{
  suivi_panel_list_clear (self->list);
  g_hash_table_remove_all (self->tied);
  for (guint i = 0; i < found->quoted->len; i++)
    {
      const SuiviAllowedStatement *allowed = g_ptr_array_index (found->quoted, i);
      const char *caption = g_hash_table_lookup (found->captions, allowed->statement->consultation_id);

      gtk_list_box_append (self->list, create_row (self, allowed, caption));
    }
  for (guint i = 0; i < found->counted->len; i++)
    {
      const SuiviAllowedStatement *allowed = g_ptr_array_index (found->counted, i);

      if (find_use (self, allowed) != NULL)
        g_hash_table_add (self->tied, g_strdup (allowed->statement->id));
    }
  show_counted (self, found);
  gtk_widget_set_visible (GTK_WIDGET (self->list), found->quoted->len > 0);
  gtk_widget_set_visible (self->add, is_writable (self));
  gtk_widget_set_visible (GTK_WIDGET (self), found->n_consultations > 0);
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0, found->counted->len);
}

static void
read_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (SuiviStatementsBox) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (Found) found = suivi_workspace_run_finish (SUIVI_WORKSPACE (source), result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED) || !has_target (self)
      || (gpointer) self->workspace != (gpointer) source)
    return;

  if (found != NULL)
    show (self, found);
  else
    fail (self, error->message);
}

static void
cancel (SuiviStatementsBox *self)
{
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
}

static void
load (SuiviStatementsBox *self)
{
  cancel (self);
  if (!has_target (self))
    return;

  self->cancellable = g_cancellable_new ();
  suivi_workspace_run_async (self->workspace, read_statements, create_target (self),
                             (GDestroyNotify) free_target, (GDestroyNotify) free_found, self->cancellable,
                             read_cb, g_object_ref (self));
}

/* Steps */

static void
step_done_cb (GtkWidget *widget, const char *failure, const char *done)
{
  SuiviStatementsBox *self = SUIVI_STATEMENTS_BOX (widget);
  GtkRoot *root = gtk_widget_get_root (widget);

  if (self->workspace == NULL)
    return;

  fail (self, failure);
  if (failure == NULL && GTK_IS_WINDOW (root))
    suivi_panel_tell (GTK_WINDOW (root), done);
}

static void
chosen_cb (SuiviListChooser *chooser, const char *statement_id, SuiviStatementsBox *self)
{
  SuiviStatementUse *use = NULL;

  if (!has_target (self))
    return;

  use = suivi_statement_use_new (statement_id);
  use->draft_id = g_strdup (self->draft_id);
  use->recommendation_id = g_strdup (self->recommendation_id);
  suivi_step_make (self->workspace,
                   /* Translators: name of a step that can be undone */
                   _ ("Use a statement"), put_use, use, (GDestroyNotify) suivi_statement_use_free,
                   GTK_WIDGET (self), step_done_cb, _ ("Statement added"));
}

static void
show_choices (SuiviStatementsBox *self, GPtrArray *choices)
{
  SuiviListChooser *chooser = NULL;
  guint n = 0;

  for (guint i = 0; i < choices->len; i++)
    {
      Choice *choice = g_ptr_array_index (choices, i);

      if (g_hash_table_contains (self->tied, choice->id))
        continue;
      if (chooser == NULL)
        chooser = suivi_list_chooser_new (GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))),
                                          _ ("What children said"));
      suivi_list_chooser_add (chooser, choice->id, choice->consultation, choice->head,
                              choice->text[0] != '\0' ? choice->text : NULL);
      n++;
    }
  if (n == 0)
    {
      fail (self, _ ("There is no other statement that may be used. How far each may go stands in its "
                     "consultation."));
      return;
    }

  fail (self, NULL);
  g_signal_connect_object (chooser, "chosen", G_CALLBACK (chosen_cb), self, 0);
  gtk_window_present (GTK_WINDOW (chooser));
}

static void
choices_read_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (SuiviStatementsBox) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) choices = suivi_workspace_run_finish (SUIVI_WORKSPACE (source), result, &error);

  if (!has_target (self) || !GTK_IS_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))))
    return;

  if (choices != NULL)
    show_choices (self, choices);
  else
    fail (self, error->message);
}

static void
add_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  SuiviStatementsBox *self = SUIVI_STATEMENTS_BOX (widget);

  if (has_target (self))
    suivi_workspace_run_async (self->workspace, read_choices, create_target (self),
                               (GDestroyNotify) free_target, (GDestroyNotify) g_ptr_array_unref, NULL,
                               choices_read_cb, g_object_ref (self));
}

static void
remove_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  SuiviStatementsBox *self = SUIVI_STATEMENTS_BOX (widget);

  if (has_target (self))
    suivi_step_make (self->workspace,
                     /* Translators: name of a step that can be undone */
                     _ ("Remove a use of a statement"), delete_use, g_variant_dup_string (parameter, NULL),
                     g_free, widget, step_done_cb, _ ("Statement no longer used here"));
}

/* The widget */

static void
set_workspace (SuiviStatementsBox *self, SuiviWorkspace *workspace)
{
  if (self->workspace == workspace)
    return;

  if (self->workspace != NULL)
    g_clear_signal_handler (&self->changed_id, self->workspace);
  g_set_object (&self->workspace, workspace);
  if (workspace != NULL)
    self->changed_id
      = g_signal_connect_object (workspace, "changed", G_CALLBACK (load), self, G_CONNECT_SWAPPED);
}

static void
forget_target (SuiviStatementsBox *self)
{
  g_clear_pointer (&self->state, g_free);
  g_clear_pointer (&self->priority_id, g_free);
  g_clear_pointer (&self->draft_id, g_free);
  g_clear_pointer (&self->recommendation_id, g_free);
}

static void
suivi_statements_box_dispose (GObject *object)
{
  SuiviStatementsBox *self = SUIVI_STATEMENTS_BOX (object);

  cancel (self);
  set_workspace (self, NULL);

  G_OBJECT_CLASS (suivi_statements_box_parent_class)->dispose (object);
}

static void
suivi_statements_box_finalize (GObject *object)
{
  SuiviStatementsBox *self = SUIVI_STATEMENTS_BOX (object);

  forget_target (self);
  g_hash_table_unref (self->tied);

  G_OBJECT_CLASS (suivi_statements_box_parent_class)->finalize (object);
}

static void
suivi_statements_box_class_init (SuiviStatementsBoxClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = suivi_statements_box_dispose;
  G_OBJECT_CLASS (klass)->finalize = suivi_statements_box_finalize;

  /**
   * SuiviStatementsBox::changed:
   * @n: how many statements speak for it that may at least be counted
   */
  signals[SIGNAL_CHANGED] = g_signal_new ("changed", SUIVI_TYPE_STATEMENTS_BOX, G_SIGNAL_RUN_LAST, 0, NULL,
                                          NULL, NULL, G_TYPE_NONE, 1, G_TYPE_UINT);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/suivi/Suivi/drafting/statements-box.ui");
  gtk_widget_class_bind_template_child (widget_class, SuiviStatementsBox, failure);
  gtk_widget_class_bind_template_child (widget_class, SuiviStatementsBox, list);
  gtk_widget_class_bind_template_child (widget_class, SuiviStatementsBox, counted);
  gtk_widget_class_bind_template_child (widget_class, SuiviStatementsBox, add);
  gtk_widget_class_install_action (widget_class, "statements-box.add", NULL, add_action);
  gtk_widget_class_install_action (widget_class, "statements-box.remove", "s", remove_action);
}

static void
suivi_statements_box_init (SuiviStatementsBox *self)
{
  self->tied = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  gtk_widget_init_template (GTK_WIDGET (self));
}

/* What belongs to something else vanishes at once. */
static void
set_target (SuiviStatementsBox *self,
            SuiviWorkspace *workspace,
            const char *state,
            const char *priority_id,
            const char *draft_id,
            const char *recommendation_id)
{
  gboolean same = self->workspace == workspace && g_strcmp0 (self->draft_id, draft_id) == 0
                  && g_strcmp0 (self->recommendation_id, recommendation_id) == 0;

  set_workspace (self, workspace);
  if (!same)
    {
      fail (self, NULL);
      suivi_panel_list_clear (self->list);
      g_hash_table_remove_all (self->tied);
      gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
      g_signal_emit (self, signals[SIGNAL_CHANGED], 0, 0);
    }
  if (!same || g_strcmp0 (self->priority_id, priority_id) != 0 || g_strcmp0 (self->state, state) != 0)
    {
      forget_target (self);
      self->state = g_strdup (state);
      self->priority_id = g_strdup (priority_id);
      self->draft_id = g_strdup (draft_id);
      self->recommendation_id = g_strdup (recommendation_id);
    }
  load (self);
}

/**
 * suivi_statements_box_set_draft:
 * @workspace: where it is read and written
 * @state: the State of the issue, ISO 3166-1 alpha-3
 * @priority_id: key of the issue
 * @draft_id: key of the draft
 *
 * Shows what children said for a draft and for its issue.
 */
void
suivi_statements_box_set_draft (SuiviStatementsBox *self,
                                SuiviWorkspace *workspace,
                                const char *state,
                                const char *priority_id,
                                const char *draft_id)
{
  g_return_if_fail (SUIVI_IS_STATEMENTS_BOX (self));
  g_return_if_fail (draft_id != NULL);

  set_target (self, workspace, state, priority_id, draft_id, NULL);
}

/**
 * suivi_statements_box_set_recommendation:
 * @workspace: where it is read and written
 * @state: the State under review
 * @recommendation_id: key of the recommendation
 *
 * Shows what children said to a recommendation.
 */
void
suivi_statements_box_set_recommendation (SuiviStatementsBox *self,
                                         SuiviWorkspace *workspace,
                                         const char *state,
                                         const char *recommendation_id)
{
  g_return_if_fail (SUIVI_IS_STATEMENTS_BOX (self));
  g_return_if_fail (recommendation_id != NULL);

  set_target (self, workspace, state, NULL, NULL, recommendation_id);
}

/**
 * suivi_statements_box_clear:
 *
 * Shows nothing.
 */
void
suivi_statements_box_clear (SuiviStatementsBox *self)
{
  g_return_if_fail (SUIVI_IS_STATEMENTS_BOX (self));

  cancel (self);
  set_target (self, NULL, NULL, NULL, NULL, NULL);
}
