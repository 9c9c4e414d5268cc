/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "app/consultation/override-dialog.h"

#include <glib/gi18n-lib.h>

#include "app/drafting/panel-widgets.h"
#include "app/drop-down.h"
#include "core/text/text.h"

/* A word is no reason: at least a short sentence. */
#define MIN_REASON_LENGTH 20
/* So many items are seen together with the reason. */
#define MAX_FEW 3

struct _SuiviOverrideDialog
{
  AdwWindow parent_instance;

  GtkWidget *decide;
  GtkLabel *failure;
  AdwPreferencesGroup *items_group;
  GtkListBox *items_list;
  GtkTextView *reason;
  AdwComboRow *holder;
  GtkEditable *passphrase;
  GtkSpinner *spinner;

  SuiviConsultationStep *step; /* (owned) */
  char *consultation_id;
  char **items;       /* keys of the items that shall pass */
  GPtrArray *holders; /* (element-type SuiviHolder) */
  gboolean deciding;
  gboolean discards; /* whether the user gave up what was typed */
};

G_DEFINE_FINAL_TYPE (SuiviOverrideDialog, suivi_override_dialog, ADW_TYPE_WINDOW)

static void
fail (SuiviOverrideDialog *self, const char *sentence, GtkWidget *where)
{
  gtk_label_set_label (self->failure, sentence);
  gtk_widget_set_visible (GTK_WIDGET (self->failure), TRUE);
  gtk_widget_grab_focus (where);
}

static void
set_deciding (SuiviOverrideDialog *self, gboolean deciding)
{
  self->deciding = deciding;
  gtk_spinner_set_spinning (self->spinner, deciding);
  gtk_widget_set_visible (GTK_WIDGET (self->spinner), deciding);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "override.decide", !deciding);
}

static void
typed_cb (SuiviOverrideDialog *self)
{
  if (!self->deciding)
    gtk_widget_set_visible (GTK_WIDGET (self->failure), FALSE);
}

/* ---- On the thread of the workspace ---- */

typedef struct
{
  char *label;
  char *holder_id;
  SuiviSecret *passphrase;
  SuiviOverride *override;
} Decision;

static void
free_decision (gpointer data)
{
  Decision *self = data;

  g_free (self->label);
  g_free (self->holder_id);
  g_clear_pointer (&self->passphrase, suivi_secret_unref);
  g_clear_pointer (&self->override, suivi_override_free);
  g_free (self);
}

/* Unlocking comes before the step begins: a wrong passphrase is counted by the workspace, whatever becomes of the step.
 * The key lives as long as this takes. */
static gpointer
decide (SuiviStore *store, gpointer data, GCancellable *cancellable, GError **error)
{
  Decision *decision = data;
  g_autoptr (SuiviVaultKey) key
             = suivi_store_unlock (store, decision->holder_id, decision->passphrase, error);
  g_autoptr (SuiviTransaction) transaction = NULL;

  g_clear_pointer (&decision->passphrase, suivi_secret_unref);
  if (key == NULL)
    return NULL;

  transaction = suivi_store_begin (store, decision->label, error);
  if (transaction == NULL || !suivi_transaction_put_override (transaction, key, decision->override, error)
      || !suivi_transaction_commit (transaction, error))
    return NULL;

  return GUINT_TO_POINTER (TRUE);
}

/* ---- The widget ---- */

static void
decided_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (SuiviOverrideDialog) self = user_data;
  g_autoptr (GError) error = NULL;

  suivi_workspace_run_finish (SUIVI_WORKSPACE (source), result, &error);
  if (self->step == NULL)
    return;

  set_deciding (self, FALSE);
  if (error != NULL)
    {
      fail (self, error->message, GTK_WIDGET (self->passphrase));
      return;
    }
  suivi_consultation_step_tell (self->step, _ ("The decision is kept with its reason"));
  gtk_window_destroy (GTK_WINDOW (self));
}

static const char *
get_holder_id (SuiviOverrideDialog *self)
{
  guint selected = adw_combo_row_get_selected (self->holder);

  return ((SuiviHolder *) g_ptr_array_index (self->holders, MIN (selected, self->holders->len - 1)))->id;
}

static void
decide_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  SuiviOverrideDialog *self = SUIVI_OVERRIDE_DIALOG (widget);
  SuiviWorkspace *workspace = suivi_consultation_step_get_workspace (self->step);
  g_autofree char *reason = suivi_panel_text_dup (GTK_WIDGET (self->reason));
  g_autoptr (SuiviSecret) passphrase = NULL;
  g_autoptr (GError) error = NULL;
  Decision *decision = NULL;

  if (self->deciding || workspace == NULL)
    return;
  if (g_utf8_strlen (reason, -1) < MIN_REASON_LENGTH)
    {
      fail (self, _ ("Write the reason as a sentence: whoever reads this later must understand it."),
            GTK_WIDGET (self->reason));
      return;
    }
  if (gtk_editable_get_text (self->passphrase)[0] == '\0')
    {
      fail (self, _ ("Enter the passphrase of the focal point."), GTK_WIDGET (self->passphrase));
      return;
    }

  passphrase = suivi_secret_new_from_text (gtk_editable_get_text (self->passphrase), &error);
  gtk_editable_set_text (self->passphrase, "");
  if (passphrase == NULL)
    {
      fail (self, error->message, GTK_WIDGET (self->passphrase));
      return;
    }

  gtk_widget_set_visible (GTK_WIDGET (self->failure), FALSE);
  set_deciding (self, TRUE);
  decision = g_new0 (Decision, 1);
  /* Translators: name of a step of the history: the safeguarding focal point lets must items pass */
  decision->label = g_strdup (_ ("Let items of the checklist pass"));
  decision->holder_id = g_strdup (get_holder_id (self));
  decision->passphrase = g_steal_pointer (&passphrase);
  decision->override = suivi_override_new (self->consultation_id, (const char *const *) self->items, reason);
  suivi_workspace_run_async (workspace, decide, decision, free_decision, NULL, NULL, decided_cb,
                             g_object_ref (self));
}

static void
discard (GtkWindow *window)
{
  SUIVI_OVERRIDE_DIALOG (window)->discards = TRUE;
}

static gboolean
suivi_override_dialog_close_request (GtkWindow *window)
{
  SuiviOverrideDialog *self = SUIVI_OVERRIDE_DIALOG (window);
  g_autofree char *reason = suivi_panel_text_dup (GTK_WIDGET (self->reason));

  if (self->deciding)
    return GDK_EVENT_STOP;
  if (self->discards || reason[0] == '\0')
    return GTK_WINDOW_CLASS (suivi_override_dialog_parent_class)->close_request (window);

  suivi_panel_ask_discard (window, discard);

  return GDK_EVENT_STOP;
}

static void
suivi_override_dialog_dispose (GObject *object)
{
  SuiviOverrideDialog *self = SUIVI_OVERRIDE_DIALOG (object);

  if (self->passphrase != NULL && self->step != NULL)
    gtk_editable_set_text (self->passphrase, "");
  g_clear_object (&self->step);

  G_OBJECT_CLASS (suivi_override_dialog_parent_class)->dispose (object);
}

static void
suivi_override_dialog_finalize (GObject *object)
{
  SuiviOverrideDialog *self = SUIVI_OVERRIDE_DIALOG (object);

  g_free (self->consultation_id);
  g_strfreev (self->items);
  g_clear_pointer (&self->holders, g_ptr_array_unref);

  G_OBJECT_CLASS (suivi_override_dialog_parent_class)->finalize (object);
}

static void
suivi_override_dialog_class_init (SuiviOverrideDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = suivi_override_dialog_dispose;
  G_OBJECT_CLASS (klass)->finalize = suivi_override_dialog_finalize;
  GTK_WINDOW_CLASS (klass)->close_request = suivi_override_dialog_close_request;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/suivi/Suivi/consultation/override-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, SuiviOverrideDialog, decide);
  gtk_widget_class_bind_template_child (widget_class, SuiviOverrideDialog, failure);
  gtk_widget_class_bind_template_child (widget_class, SuiviOverrideDialog, items_list);
  gtk_widget_class_bind_template_child (widget_class, SuiviOverrideDialog, items_group);
  gtk_widget_class_bind_template_child (widget_class, SuiviOverrideDialog, reason);
  gtk_widget_class_bind_template_child (widget_class, SuiviOverrideDialog, holder);
  gtk_widget_class_bind_template_child (widget_class, SuiviOverrideDialog, passphrase);
  gtk_widget_class_bind_template_child (widget_class, SuiviOverrideDialog, spinner);
  gtk_widget_class_bind_template_callback (widget_class, typed_cb);
  gtk_widget_class_install_action (widget_class, "override.decide", NULL, decide_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Return, GDK_CONTROL_MASK, "override.decide",
                                       NULL);
}

static void
suivi_override_dialog_init (SuiviOverrideDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect_object (gtk_text_view_get_buffer (self->reason), "changed", G_CALLBACK (typed_cb), self,
                           G_CONNECT_SWAPPED);
}

/* The focal point knows before she reads on how many there are, and again when she decides. */
static void
say_count (SuiviOverrideDialog *self)
{
  guint n = g_strv_length (self->items);
  g_autofree char *title
    = g_strdup_printf (ngettext ("%u must item would be let pass", "%u must items would be let pass", n), n);
  /* Translators: a button: the focal point goes on although so many must items are missing */
  g_autofree char *decide = g_strdup_printf (ngettext ("Let %u item pass", "Let %u items pass", n), n);

  adw_preferences_group_set_title (self->items_group, title);
  gtk_button_set_label (GTK_BUTTON (self->decide), decide);
}

static void
list_items (SuiviOverrideDialog *self, SuiviStanding *standing)
{
  for (guint i = 0; i < standing->items->len; i++)
    {
      const SuiviStandingItem *item = &g_array_index (standing->items, SuiviStandingItem, i);
      GtkWidget *row = NULL;
      GtkWidget *label = NULL;

      if (!g_strv_contains ((const char *const *) self->items, item->id))
        continue;
      row = adw_preferences_row_new ();
      label = gtk_label_new (item->text);
      gtk_label_set_xalign (GTK_LABEL (label), 0);
      gtk_label_set_wrap (GTK_LABEL (label), TRUE);
      gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
      gtk_widget_add_css_class (label, "padded");
      gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), label);
      gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
      gtk_list_box_append (self->items_list, row);
    }
}

static void
list_holders (SuiviOverrideDialog *self)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);

  for (guint i = 0; i < self->holders->len; i++)
    gtk_string_list_append (names, ((SuiviHolder *) g_ptr_array_index (self->holders, i))->name);
  adw_combo_row_set_model (self->holder, G_LIST_MODEL (names));
  suivi_drop_down_name (GTK_WIDGET (self->holder),
                        adw_preferences_row_get_title (ADW_PREFERENCES_ROW (self->holder)));
}

/**
 * suivi_override_dialog_new:
 * @step: the step that asks, in a window
 * @items: keys of the must items that are missing
 * @holders: (element-type SuiviHolder): who can decide; at least one
 *
 * Returns: (transfer none): a window, not shown yet; GTK owns it
 */
GtkWidget *
suivi_override_dialog_new (SuiviConsultationStep *step, const char *const *items, GPtrArray *holders)
{
  SuiviOverrideDialog *self = NULL;
  SuiviConsultationRecord *record = suivi_consultation_step_get_record (step);

  g_return_val_if_fail (record != NULL && holders->len > 0, NULL);

  self = g_object_new (SUIVI_TYPE_OVERRIDE_DIALOG, NULL);
  self->step = g_object_ref (step);
  self->consultation_id = g_strdup (record->consultation->id);
  self->items = g_strdupv ((char **) items);
  self->holders = g_ptr_array_ref (holders);
  say_count (self);
  list_items (self, record->standing);
  list_holders (self);
  suivi_panel_window_fit (GTK_WINDOW (self), GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (step))));
  /* Where the list is long, it is read before the reason is written. */
  if (g_strv_length (self->items) <= MAX_FEW)
    gtk_widget_grab_focus (GTK_WIDGET (self->reason));
  else
    gtk_widget_child_focus (GTK_WIDGET (self->items_list), GTK_DIR_TAB_FORWARD);

  return GTK_WIDGET (self);
}
