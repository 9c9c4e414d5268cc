/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "app/choosers.h"
#include "app/consultation/consultations-page-private.h"

typedef struct
{
  char *id;
  SuiviConsultationDocument document;
  char *path;
} Writing;

static void
free_writing (Writing *self)
{
  g_free (self->id);
  g_free (self->path);
  g_free (self);
}

static gpointer
write_document (SuiviStore *store, gpointer data, GCancellable *cancellable, GError **error)
{
  Writing *writing = data;

  if (!suivi_consultation_document_write (store, writing->id, writing->document, writing->path, error))
    return NULL;

  return g_steal_pointer (&writing->path);
}

static void
written_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (SuiviConsultationsPage) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autofree char *path = suivi_workspace_run_finish (SUIVI_WORKSPACE (source), result, &error);
  g_autoptr (GFile) file = path != NULL ? g_file_new_for_path (path) : NULL;
  g_autofree char *uri = file != NULL ? g_file_get_uri (file) : NULL;
  GtkWidget *overlay = NULL;
  AdwToast *toast = NULL;

  if (self->workspace == NULL)
    return;
  if (path == NULL)
    {
      suivi_consultations_page_show_failure (self, error->message);
      return;
    }

  overlay = gtk_widget_get_ancestor (GTK_WIDGET (self), ADW_TYPE_TOAST_OVERLAY);
  if (overlay == NULL)
    return;
  toast = adw_toast_new (_ ("Document written"));
  adw_toast_set_button_label (toast, _ ("Open"));
  adw_toast_set_action_name (toast, "win.show-uri");
  adw_toast_set_action_target (toast, "s", uri);
  adw_toast_overlay_add_toast (ADW_TOAST_OVERLAY (overlay), toast);
}

/**
 * suivi_consultations_page_write:
 * @document: what to write
 * @path: where to, ".pdf" or ".docx"
 *
 * Writes a document about the consultation that is shown, and says when it is there.
 */
void
suivi_consultations_page_write (SuiviConsultationsPage *self,
                                SuiviConsultationDocument document,
                                const char *path)
{
  SuiviConsultationEntry *entry = suivi_consultations_page_get_shown (self);
  Writing *writing = NULL;

  if (entry == NULL)
    return;

  writing = g_new0 (Writing, 1);
  writing->id = g_strdup (entry->record->consultation->id);
  writing->document = document;
  writing->path = g_strdup (path);
  suivi_consultations_page_save (self);
  suivi_workspace_run_async (self->workspace, write_document, writing, (GDestroyNotify) free_writing, g_free,
                             NULL, written_cb, g_object_ref (self));
}

static char *
get_path (GtkFileChooser *chooser)
{
  g_autoptr (GFile) file = gtk_file_chooser_get_file (chooser);
  g_autofree char *path = file != NULL ? g_file_get_path (file) : NULL;
  g_autofree char *folded = path != NULL ? g_ascii_strdown (path, -1) : NULL;

  if (path == NULL || g_str_has_suffix (folded, ".pdf") || g_str_has_suffix (folded, ".docx"))
    return g_steal_pointer (&path);

  return g_strconcat (path, ".pdf", NULL);
}

static void
file_chosen_cb (SuiviConsultationsPage *self, int response)
{
  g_autoptr (GtkFileChooserNative) chooser = g_steal_pointer (&self->chooser);
  g_autofree char *path = NULL;

  gtk_native_dialog_hide (GTK_NATIVE_DIALOG (chooser));
  if (response != GTK_RESPONSE_ACCEPT || self->workspace == NULL)
    return;

  path = get_path (GTK_FILE_CHOOSER (chooser));
  if (path != NULL)
    suivi_consultations_page_write (self, self->printing, path);
  else
    suivi_consultations_page_show_failure (
      self, _ ("Documents can only be written to a folder of this computer. Choose another place."));
}

static void
add_filter (GtkFileChooserNative *chooser, const char *name, const char *suffix)
{
  g_autoptr (GtkFileFilter) filter = gtk_file_filter_new ();

  gtk_file_filter_set_name (filter, name);
  gtk_file_filter_add_suffix (filter, suffix);
  gtk_file_chooser_add_filter (GTK_FILE_CHOOSER (chooser), filter);
}

static void
ask (SuiviConsultationsPage *self, SuiviConsultationDocument document)
{
  const char *label = suivi_consultation_document_to_label (document);
  g_autofree char *name = suivi_make_file_name (label, "pdf");
  const char *documents = g_get_user_special_dir (G_USER_DIRECTORY_DOCUMENTS);
  g_autoptr (GFile) folder = g_file_new_for_path (documents != NULL ? documents : g_get_home_dir ());
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

  if (self->chooser != NULL)
    return;

  self->printing = document;
  self->chooser = gtk_file_chooser_native_new (label, GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL,
                                               GTK_FILE_CHOOSER_ACTION_SAVE, _ ("_Save"), _ ("_Cancel"));
  add_filter (self->chooser, _ ("PDF, to print"), "pdf");
  add_filter (self->chooser, _ ("Word document, to edit"), "docx");
  gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (self->chooser), name);
  gtk_file_chooser_set_current_folder (GTK_FILE_CHOOSER (self->chooser), folder, NULL);
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (self->chooser), TRUE);
  g_signal_connect_object (self->chooser, "response", G_CALLBACK (file_chosen_cb), self, G_CONNECT_SWAPPED);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (self->chooser));
}

static const struct
{
  const char *action;
  SuiviConsultationDocument document;
} prints[] = {
  { "consultation.print-checklist", SUIVI_DOCUMENT_CHECKLIST },
  { "consultation.print-consent-sheets", SUIVI_DOCUMENT_CONSENT_SHEETS },
  { "consultation.print-information-sheet", SUIVI_DOCUMENT_INFORMATION_SHEET },
  { "consultation.print-feedback-letter", SUIVI_DOCUMENT_FEEDBACK_LETTER },
  { "consultation.print-report", SUIVI_DOCUMENT_REPORT },
};

static void
print_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  SuiviConsultationsPage *self = SUIVI_CONSULTATIONS_PAGE (widget);

  for (gsize i = 0; i < G_N_ELEMENTS (prints); i++)
    {
      if (g_str_equal (name, prints[i].action) && suivi_consultations_page_get_shown (self) != NULL)
        ask (self, prints[i].document);
    }
}

/**
 * suivi_consultations_page_update_prints:
 *
 * Switches off what cannot be printed now.
 */
void
suivi_consultations_page_update_prints (SuiviConsultationsPage *self)
{
  gboolean shown = suivi_consultations_page_get_shown (self) != NULL;

  for (gsize i = 0; i < G_N_ELEMENTS (prints); i++)
    gtk_widget_action_set_enabled (GTK_WIDGET (self), prints[i].action, shown);
}

/**
 * suivi_consultations_page_install_prints:
 * @widget_class: the class of the page
 *
 * Installs what writes documents.
 */
void
suivi_consultations_page_install_prints (GtkWidgetClass *widget_class)
{
  for (gsize i = 0; i < G_N_ELEMENTS (prints); i++)
    gtk_widget_class_install_action (widget_class, prints[i].action, NULL, print_action);
}
