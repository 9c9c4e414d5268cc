/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "app/choosers.h"
#include "app/drafting/export-drafts-dialog.h"
#include "app/drafting/panel-widgets.h"
#include "core/reference/states.h"
#include "core/text/text.h"
#include "exchange/drafts.h"

struct _SuiviExportDraftsDialog
{
  AdwWindow parent_instance;

  GtkLabel *failure;
  GtkLabel *nothing;
  GtkBox *form;
  AdwPreferencesGroup *options;
  AdwComboRow *format;
  GtkSpinner *spinner;

  SuiviWorkspace *workspace; /* (owned) (nullable) */
  char *state;
  GPtrArray *checks;             /* (element-type GtkCheckButton): one for each draft */
  GtkFileChooserNative *chooser; /* (owned) (nullable): while it is shown */
  GCancellable *cancellable;     /* (owned) (nullable): of the writing under way */
};

G_DEFINE_FINAL_TYPE (SuiviExportDraftsDialog, suivi_export_drafts_dialog, ADW_TYPE_WINDOW)

/* In the order of SuiviDraftsFormat. */
static const char *const format_labels[]
  = { N_ ("Word document"), N_ ("PDF"), N_ ("Excel workbook"), N_ ("Text table (CSV)") };

/* On the workspace's thread */

typedef struct
{
  GPtrArray *priorities; /* (element-type SuiviPriority) */
  GPtrArray *drafts;     /* (element-type GPtrArray of SuiviDraft): of the same issues */
} Found;

static void
free_found (Found *self)
{
  g_clear_pointer (&self->priorities, g_ptr_array_unref);
  g_clear_pointer (&self->drafts, g_ptr_array_unref);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Found, free_found)

static gpointer
read_drafts (SuiviStore *store, gpointer data, GCancellable *cancellable, GError **error)
{
  g_autoptr (Found) found = g_new0 (Found, 1);

  found->drafts = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref);
  found->priorities = suivi_store_list_priorities (store, data, error);
  if (found->priorities == NULL)
    return NULL;
  for (guint i = 0; i < found->priorities->len; i++)
    {
      SuiviPriority *priority = g_ptr_array_index (found->priorities, i);
      GPtrArray *drafts = suivi_store_list_drafts (store, priority->id, error);

      if (drafts == NULL)
        return NULL;
      g_ptr_array_add (found->drafts, drafts);
    }

  return g_steal_pointer (&found);
}

typedef struct
{
  char **ids;
  SuiviDraftsFormat format;
  char *path;
} Writing;

static void
free_writing (Writing *self)
{
  g_strfreev (self->ids);
  g_free (self->path);
  g_free (self);
}

static gpointer
write_drafts (SuiviStore *store, gpointer data, GCancellable *cancellable, GError **error)
{
  Writing *writing = data;

  if (!suivi_drafts_write (store, (const char *const *) writing->ids, writing->format, writing->path,
                           cancellable, error))
    return NULL;

  return g_steal_pointer (&writing->path);
}

/* What is chosen */

static char **
list_chosen (SuiviExportDraftsDialog *self)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();

  for (guint i = 0; i < self->checks->len; i++)
    {
      GtkCheckButton *check = g_ptr_array_index (self->checks, i);

      if (gtk_check_button_get_active (check))
        g_strv_builder_add (builder, g_object_get_data (G_OBJECT (check), "suivi-draft"));
    }

  return g_strv_builder_end (builder);
}

static void
update (SuiviExportDraftsDialog *self)
{
  g_auto (GStrv) chosen = list_chosen (self);
  gboolean busy = self->cancellable != NULL;

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "export-drafts.do", chosen[0] != NULL && !busy);
  gtk_widget_set_sensitive (GTK_WIDGET (self->form), !busy);
  gtk_spinner_set_spinning (self->spinner, busy);
}

static void
fail (SuiviExportDraftsDialog *self, const char *sentence)
{
  gtk_label_set_label (self->failure, sentence != NULL ? sentence : "");
  gtk_widget_set_visible (GTK_WIDGET (self->failure), sentence != NULL);
}

static void
add_draft (SuiviExportDraftsDialog *self, AdwPreferencesGroup *group, SuiviDraft *draft)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *check = gtk_check_button_new ();
  gboolean blank = suivi_text_is_blank (draft->text);
  const char *text = blank ? _ ("Empty draft") : draft->text;
  g_autofree char *escaped = g_markup_escape_text (text, -1);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), escaped);
  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 3);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), suivi_stage_to_label (draft->stage));
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), check);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), check);
  gtk_widget_set_valign (check, GTK_ALIGN_CENTER);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (check), !blank);
  gtk_accessible_update_property (GTK_ACCESSIBLE (check), GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
  g_object_set_data_full (G_OBJECT (check), "suivi-draft", g_strdup (draft->id), g_free);
  g_signal_connect_object (check, "toggled", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  g_ptr_array_add (self->checks, check);
  adw_preferences_group_add (group, row);
}

static void
show_drafts (SuiviExportDraftsDialog *self, Found *found)
{
  for (guint i = 0; i < found->priorities->len; i++)
    {
      SuiviPriority *priority = g_ptr_array_index (found->priorities, i);
      GPtrArray *drafts = g_ptr_array_index (found->drafts, i);
      GtkWidget *group = NULL;
      g_autofree char *title = g_markup_escape_text (priority->title, -1);

      if (drafts->len == 0)
        continue;
      group = adw_preferences_group_new ();
      adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), title);
      gtk_box_append (self->form, group);
      for (guint j = 0; j < drafts->len; j++)
        add_draft (self, ADW_PREFERENCES_GROUP (group), g_ptr_array_index (drafts, j));
    }
  gtk_widget_set_visible (GTK_WIDGET (self->options), self->checks->len > 0);
  gtk_widget_set_visible (GTK_WIDGET (self->nothing), self->checks->len == 0);
  update (self);
}

static void
drafts_read_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (SuiviExportDraftsDialog) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (Found) found = suivi_workspace_run_finish (SUIVI_WORKSPACE (source), result, &error);

  if (self->workspace == NULL)
    return;

  if (found != NULL)
    show_drafts (self, found);
  else
    fail (self, error->message);
}

/* Writing */

static void
tell (SuiviExportDraftsDialog *self, const char *path)
{
  GtkWindow *parent = gtk_window_get_transient_for (GTK_WINDOW (self));
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autofree char *uri = g_file_get_uri (file);
  AdwToast *toast = adw_toast_new (_ ("Drafts exported"));

  adw_toast_set_button_label (toast, _ ("Open"));
  adw_toast_set_action_name (toast, "win.show-uri");
  adw_toast_set_action_target (toast, "s", uri);
  suivi_panel_add_toast (parent, toast);
}

static void
written_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (SuiviExportDraftsDialog) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autofree char *path = suivi_workspace_run_finish (SUIVI_WORKSPACE (source), result, &error);

  if (self->workspace == NULL)
    return;

  g_clear_object (&self->cancellable);
  if (path != NULL)
    {
      tell (self, path);
      gtk_window_destroy (GTK_WINDOW (self));
      return;
    }
  if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    fail (self, error->message);
  update (self);
}

/**
 * suivi_export_drafts_dialog_write:
 * @path: where to
 *
 * Writes the chosen drafts in the chosen format, and closes the dialog when that is done.
 */
void
suivi_export_drafts_dialog_write (SuiviExportDraftsDialog *self, const char *path)
{
  Writing *writing = NULL;

  g_return_if_fail (SUIVI_IS_EXPORT_DRAFTS_DIALOG (self));
  g_return_if_fail (self->cancellable == NULL);

  writing = g_new0 (Writing, 1);
  writing->ids = list_chosen (self);
  writing->format = adw_combo_row_get_selected (self->format);
  writing->path = g_strdup (path);
  fail (self, NULL);
  self->cancellable = g_cancellable_new ();
  update (self);
  suivi_workspace_run_async (self->workspace, write_drafts, writing, (GDestroyNotify) free_writing, g_free,
                             self->cancellable, written_cb, g_object_ref (self));
}

static void
file_chosen_cb (SuiviExportDraftsDialog *self, int response)
{
  g_autoptr (GFile) file = NULL;
  g_autofree char *path = NULL;
  g_autofree char *ending
    = g_strconcat (".", suivi_drafts_format_suffix (adw_combo_row_get_selected (self->format)), NULL);

  if (response == GTK_RESPONSE_ACCEPT)
    file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (self->chooser));
  gtk_native_dialog_hide (GTK_NATIVE_DIALOG (self->chooser));
  g_clear_object (&self->chooser);
  if (file == NULL)
    return;

  path = g_file_get_path (file);
  if (path == NULL)
    {
      fail (self, _ ("Drafts can only be written to a folder of this computer. Choose another place."));
      return;
    }
  if (!g_str_has_suffix (path, ending))
    {
      char *with_ending = g_strconcat (path, ending, NULL);

      g_free (path);
      path = with_ending;
    }
  suivi_export_drafts_dialog_write (self, path);
}

static void
export_action (GtkWidget *widget, const char *action, GVariant *parameter)
{
  SuiviExportDraftsDialog *self = SUIVI_EXPORT_DRAFTS_DIALOG (widget);
  guint format = adw_combo_row_get_selected (self->format);
  const char *state_name = suivi_state_get_name (self->state);
  /* Translators: the name of a file; %s is a State */
  g_autofree char *words = g_strdup_printf (_ ("Drafts %s"), state_name != NULL ? state_name : self->state);
  g_autofree char *name = suivi_make_file_name (words, suivi_drafts_format_suffix (format));
  g_autoptr (GtkFileFilter) filter = gtk_file_filter_new ();

  if (self->chooser != NULL)
    return;

  gtk_file_filter_set_name (filter, _ (format_labels[format]));
  gtk_file_filter_add_suffix (filter, suivi_drafts_format_suffix (format));
  self->chooser = gtk_file_chooser_native_new (_ ("Export drafts"), GTK_WINDOW (self),
                                               GTK_FILE_CHOOSER_ACTION_SAVE, _ ("_Save"), _ ("_Cancel"));
  gtk_file_chooser_add_filter (GTK_FILE_CHOOSER (self->chooser), filter);
  gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (self->chooser), name);
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (self->chooser), TRUE);
  g_signal_connect_object (self->chooser, "response", G_CALLBACK (file_chosen_cb), self, G_CONNECT_SWAPPED);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (self->chooser));
}

static void
suivi_export_drafts_dialog_dispose (GObject *object)
{
  SuiviExportDraftsDialog *self = SUIVI_EXPORT_DRAFTS_DIALOG (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->chooser);
  g_clear_object (&self->workspace);
  g_clear_pointer (&self->state, g_free);

  G_OBJECT_CLASS (suivi_export_drafts_dialog_parent_class)->dispose (object);
}

static void
suivi_export_drafts_dialog_finalize (GObject *object)
{
  g_ptr_array_unref (SUIVI_EXPORT_DRAFTS_DIALOG (object)->checks);

  G_OBJECT_CLASS (suivi_export_drafts_dialog_parent_class)->finalize (object);
}

static void
suivi_export_drafts_dialog_class_init (SuiviExportDraftsDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = suivi_export_drafts_dialog_dispose;
  G_OBJECT_CLASS (klass)->finalize = suivi_export_drafts_dialog_finalize;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/suivi/Suivi/drafting/export-drafts-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, SuiviExportDraftsDialog, failure);
  gtk_widget_class_bind_template_child (widget_class, SuiviExportDraftsDialog, nothing);
  gtk_widget_class_bind_template_child (widget_class, SuiviExportDraftsDialog, form);
  gtk_widget_class_bind_template_child (widget_class, SuiviExportDraftsDialog, options);
  gtk_widget_class_bind_template_child (widget_class, SuiviExportDraftsDialog, format);
  gtk_widget_class_bind_template_child (widget_class, SuiviExportDraftsDialog, spinner);
  gtk_widget_class_install_action (widget_class, "export-drafts.do", NULL, export_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
suivi_export_drafts_dialog_init (SuiviExportDraftsDialog *self)
{
  g_autoptr (GtkStringList) labels = gtk_string_list_new (NULL);

  self->checks = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  for (gsize i = 0; i < G_N_ELEMENTS (format_labels); i++)
    gtk_string_list_append (labels, _ (format_labels[i]));
  adw_combo_row_set_model (self->format, G_LIST_MODEL (labels));
  update (self);
}

/**
 * suivi_export_drafts_dialog_new:
 * @parent: (nullable): the window it belongs to
 * @state: the State under review, ISO 3166-1 alpha-3
 *
 * Offers the drafts for the State; all that say something are chosen at first.
 *
 * Returns: (transfer none): a window, not shown yet; GTK owns it
 */
GtkWidget *
suivi_export_drafts_dialog_new (GtkWindow *parent, SuiviWorkspace *workspace, const char *state)
{
  SuiviExportDraftsDialog *self = g_object_new (SUIVI_TYPE_EXPORT_DRAFTS_DIALOG, NULL);

  suivi_panel_window_fit (GTK_WINDOW (self), parent);
  self->workspace = g_object_ref (workspace);
  self->state = g_strdup (state);
  suivi_workspace_run_async (workspace, read_drafts, g_strdup (state), g_free, (GDestroyNotify) free_found,
                             NULL, drafts_read_cb, g_object_ref (self));

  return GTK_WIDGET (self);
}
