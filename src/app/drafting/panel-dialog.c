/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "app/drafting/panel-dialog.h"
#include "app/drafting/panel-widgets.h"

struct _SuiviPanelDialog
{
  AdwWindow parent_instance;

  GtkLabel *failure;
  GtkBox *form;

  SuiviDraftPanel *panel;     /* (owned) */
  SuiviWorkspace *workspace;  /* (owned) */
  AdwPreferencesGroup *group; /* (nullable): rows are added to it until something else comes */
  GHashTable *fields;         /* (element-type utf8 GtkWidget): by name */
  gboolean changed;           /* whether the user typed anything */
  gboolean saving;
};

G_DEFINE_FINAL_TYPE (SuiviPanelDialog, suivi_panel_dialog, ADW_TYPE_WINDOW)

enum
{
  SIGNAL_SAVE,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
field_changed_cb (SuiviPanelDialog *self)
{
  GHashTableIter iter;
  gpointer field = NULL;

  self->changed = TRUE;
  gtk_widget_set_visible (GTK_WIDGET (self->failure), FALSE);
  g_hash_table_iter_init (&iter, self->fields);
  while (g_hash_table_iter_next (&iter, NULL, &field))
    gtk_widget_remove_css_class (field, "error");
}

static void
save_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  SuiviPanelDialog *self = SUIVI_PANEL_DIALOG (widget);

  if (!self->saving)
    g_signal_emit (self, signals[SIGNAL_SAVE], 0);
}

static void
discard (GtkWindow *window)
{
  SUIVI_PANEL_DIALOG (window)->changed = FALSE;
}

static gboolean
suivi_panel_dialog_close_request (GtkWindow *window)
{
  SuiviPanelDialog *self = SUIVI_PANEL_DIALOG (window);

  if (self->saving)
    return TRUE;
  if (!self->changed)
    return GTK_WINDOW_CLASS (suivi_panel_dialog_parent_class)->close_request (window);

  suivi_panel_ask_discard (window, discard);

  return TRUE;
}

static void
suivi_panel_dialog_dispose (GObject *object)
{
  SuiviPanelDialog *self = SUIVI_PANEL_DIALOG (object);

  g_hash_table_remove_all (self->fields);
  g_clear_object (&self->panel);
  g_clear_object (&self->workspace);

  G_OBJECT_CLASS (suivi_panel_dialog_parent_class)->dispose (object);
}

static void
suivi_panel_dialog_finalize (GObject *object)
{
  g_hash_table_unref (SUIVI_PANEL_DIALOG (object)->fields);

  G_OBJECT_CLASS (suivi_panel_dialog_parent_class)->finalize (object);
}

static void
suivi_panel_dialog_class_init (SuiviPanelDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = suivi_panel_dialog_dispose;
  G_OBJECT_CLASS (klass)->finalize = suivi_panel_dialog_finalize;
  GTK_WINDOW_CLASS (klass)->close_request = suivi_panel_dialog_close_request;

  signals[SIGNAL_SAVE]
    = g_signal_new ("save", SUIVI_TYPE_PANEL_DIALOG, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/suivi/Suivi/drafting/panel-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, SuiviPanelDialog, failure);
  gtk_widget_class_bind_template_child (widget_class, SuiviPanelDialog, form);
  gtk_widget_class_install_action (widget_class, "panel-dialog.save", NULL, save_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Return, GDK_CONTROL_MASK, "panel-dialog.save",
                                       NULL);
}

static void
suivi_panel_dialog_init (SuiviPanelDialog *self)
{
  self->fields = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * suivi_panel_dialog_new:
 * @panel: the panel that it belongs to, in a window
 * @title: what it is about
 *
 * Returns: (transfer none): a window, not shown yet; GTK owns it
 */
SuiviPanelDialog *
suivi_panel_dialog_new (SuiviDraftPanel *panel, const char *title)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (panel));
  SuiviPanelDialog *self = g_object_new (SUIVI_TYPE_PANEL_DIALOG, "title", title, NULL);

  self->panel = g_object_ref (panel);
  self->workspace = g_object_ref (suivi_draft_panel_get_workspace (panel));
  if (GTK_IS_WINDOW (root))
    suivi_panel_window_fit (GTK_WINDOW (self), GTK_WINDOW (root));

  return self;
}

static void
add_row (SuiviPanelDialog *self, const char *name, GtkWidget *row, const char *title)
{
  if (self->group == NULL)
    {
      self->group = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());
      gtk_box_append (self->form, GTK_WIDGET (self->group));
    }
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_preferences_group_add (self->group, row);
  g_hash_table_insert (self->fields, g_strdup (name), row);
}

/**
 * suivi_panel_dialog_add_entry:
 * @name: what the field is called in the program
 * @title: what it is called in the dialog
 * @value: (nullable): what it holds at first
 *
 * Adds a field of one line.
 */
void
suivi_panel_dialog_add_entry (SuiviPanelDialog *self, const char *name, const char *title, const char *value)
{
  GtkWidget *row = adw_entry_row_new ();

  add_row (self, name, row, title);
  gtk_editable_set_text (GTK_EDITABLE (row), value != NULL ? value : "");
  adw_entry_row_set_activates_default (ADW_ENTRY_ROW (row), TRUE);
  g_signal_connect_object (row, "changed", G_CALLBACK (field_changed_cb), self, G_CONNECT_SWAPPED);
}

/**
 * suivi_panel_dialog_add_text:
 * @name: what the field is called in the program
 * @title: what it is called in the dialog
 * @value: (nullable): what it holds at first
 *
 * Adds a field of several lines.
 */
void
suivi_panel_dialog_add_text (SuiviPanelDialog *self, const char *name, const char *title, const char *value)
{
  GtkWidget *view = NULL;
  GtkWidget *box = suivi_panel_text_new (title, value, &view);

  self->group = NULL;
  gtk_box_append (self->form, box);
  g_hash_table_insert (self->fields, g_strdup (name), view);
  g_signal_connect_object (gtk_text_view_get_buffer (GTK_TEXT_VIEW (view)), "changed",
                           G_CALLBACK (field_changed_cb), self, G_CONNECT_SWAPPED);
}

/**
 * suivi_panel_dialog_add_choice:
 * @name: what the field is called in the program
 * @title: what it is called in the dialog
 * @labels: what can be chosen
 * @selected: which of them is chosen at first
 *
 * Adds a field with a few possible values.
 */
void
suivi_panel_dialog_add_choice (SuiviPanelDialog *self,
                               const char *name,
                               const char *title,
                               const char *const *labels,
                               guint selected)
{
  GtkWidget *row = adw_combo_row_new ();
  g_autoptr (GtkStringList) model = gtk_string_list_new (labels);

  add_row (self, name, row, title);
  adw_combo_row_set_model (ADW_COMBO_ROW (row), G_LIST_MODEL (model));
  adw_combo_row_set_selected (ADW_COMBO_ROW (row), selected);
  g_signal_connect_object (row, "notify::selected", G_CALLBACK (field_changed_cb), self, G_CONNECT_SWAPPED);
}

/**
 * suivi_panel_dialog_get_field:
 *
 * Returns: (transfer none): an #AdwEntryRow, a #GtkTextView or an #AdwComboRow
 */
GtkWidget *
suivi_panel_dialog_get_field (SuiviPanelDialog *self, const char *name)
{
  GtkWidget *field = g_hash_table_lookup (self->fields, name);

  g_return_val_if_fail (field != NULL, NULL);

  return field;
}

/**
 * suivi_panel_dialog_dup_value:
 *
 * Returns: (transfer full): what was typed into a field, without space around it
 */
char *
suivi_panel_dialog_dup_value (SuiviPanelDialog *self, const char *name)
{
  GtkWidget *field = suivi_panel_dialog_get_field (self, name);

  if (GTK_IS_TEXT_VIEW (field))
    return suivi_panel_text_dup (field);

  return g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (field))));
}

/**
 * suivi_panel_dialog_get_choice:
 *
 * Returns: which of its values was chosen
 */
guint
suivi_panel_dialog_get_choice (SuiviPanelDialog *self, const char *name)
{
  return adw_combo_row_get_selected (ADW_COMBO_ROW (suivi_panel_dialog_get_field (self, name)));
}

/**
 * suivi_panel_dialog_fail:
 * @name: (nullable): the field that it is about
 * @sentence: what is wrong, and what to do
 *
 * Says so, and goes to the field.
 */
void
suivi_panel_dialog_fail (SuiviPanelDialog *self, const char *name, const char *sentence)
{
  gtk_label_set_label (self->failure, sentence);
  gtk_widget_set_visible (GTK_WIDGET (self->failure), TRUE);
  if (name != NULL)
    {
      GtkWidget *field = suivi_panel_dialog_get_field (self, name);

      gtk_widget_add_css_class (field, "error");
      gtk_widget_grab_focus (field);
    }
}

static void
step_done_cb (GtkWidget *widget, const char *failure, const char *done)
{
  SuiviPanelDialog *self = SUIVI_PANEL_DIALOG (widget);

  self->saving = FALSE;
  if (self->panel == NULL)
    return;

  if (failure != NULL)
    {
      suivi_panel_dialog_fail (self, NULL, failure);
      return;
    }
  suivi_draft_panel_tell (self->panel, done);
  gtk_window_destroy (GTK_WINDOW (self));
}

/**
 * suivi_panel_dialog_step:
 * @label: the name of the step, as the history and the undo button say it
 * @put: what is changed
 * @record: (transfer full): what @put is called with
 * @record_free: frees @record
 * @done: what the user is told when it is done; a literal or a translation, which live for ever
 *
 * Saves, and closes the dialog when that is done.
 */
void
suivi_panel_dialog_step (SuiviPanelDialog *self,
                         const char *label,
                         SuiviStepPut put,
                         gpointer record,
                         GDestroyNotify record_free,
                         const char *done)
{
  self->saving = TRUE;
  suivi_step_make (self->workspace, label, put, record, record_free, GTK_WIDGET (self), step_done_cb, done);
}
