/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "app/scorecard/evidence-files.h"

#include <glib/gi18n-lib.h>

#include "app/drafting/panel-row.h"
#include "app/drafting/panel-widgets.h"
#include "app/scorecard/evidence-copies.h"
#include "core/text/text.h"
#include "store/attachment.h"

/* Who has more files has more than one piece of evidence. */
#define MAX_FILES 20

struct _SuiviEvidenceFiles
{
  GtkBox parent_instance;

  GtkListBox *list;
  GtkWidget *add_button;
  GtkLabel *note;

  SuiviWorkspace *workspace; /* (owned) (nullable) */
  char *evidence_id;
  gboolean writable;
  gboolean from_children;
  GPtrArray *entries;           /* (element-type Entry) */
  GPtrArray *removed;           /* (element-type utf8): keys of attachments that go */
  GCancellable *cancellable;    /* (owned) */
  GtkFileChooserNative *native; /* (owned) (nullable): while it is shown */
};

G_DEFINE_FINAL_TYPE (SuiviEvidenceFiles, suivi_evidence_files, GTK_TYPE_BOX)

enum
{
  SIGNAL_FAILED,
  SIGNAL_CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

/* A file of the workspace, whose key is that of the attachment, or one that will go there. */
typedef struct
{
  char *key;
  char *name;
  guint64 size;
  GFile *file; /* (nullable): where it is now; %NULL: in the workspace */
} Entry;

static void
free_entry (gpointer data)
{
  Entry *self = data;

  g_free (self->key);
  g_free (self->name);
  g_clear_object (&self->file);
  g_free (self);
}

static void
fail (SuiviEvidenceFiles *self, const char *sentence)
{
  g_signal_emit (self, signals[SIGNAL_FAILED], 0, sentence);
}

static GtkWindow *
get_window (SuiviEvidenceFiles *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

  return GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL;
}

static Entry *
find_entry (SuiviEvidenceFiles *self, GVariant *key, guint *place)
{
  for (guint i = 0; i < self->entries->len; i++)
    {
      Entry *entry = g_ptr_array_index (self->entries, i);

      *place = i;
      if (g_str_equal (entry->key, g_variant_get_string (key, NULL)))
        return entry;
    }

  return NULL;
}

/* ---- What is shown ---- */

static GtkWidget *
create_row (SuiviEvidenceFiles *self, const Entry *entry)
{
  g_autofree char *size = g_format_size (entry->size);
  GtkWidget *row = suivi_panel_row_new (entry->name, size, NULL);

  if (!self->from_children)
    suivi_panel_row_add_icon_button (SUIVI_PANEL_ROW (row), "document-open-symbolic", _ ("Open file"),
                                     "evidence-files.open", entry->key);
  if (entry->file == NULL)
    suivi_panel_row_add_icon_button (SUIVI_PANEL_ROW (row), "document-save-symbolic", _ ("Save a copy…"),
                                     "evidence-files.save", entry->key);
  if (self->writable)
    suivi_panel_row_add_icon_button (SUIVI_PANEL_ROW (row), "user-trash-symbolic", _ ("Remove file"),
                                     "evidence-files.remove", entry->key);

  return row;
}

static void
show (SuiviEvidenceFiles *self)
{
  suivi_panel_list_clear (self->list);
  for (guint i = 0; i < self->entries->len; i++)
    gtk_list_box_append (self->list, create_row (self, g_ptr_array_index (self->entries, i)));
  gtk_widget_set_visible (GTK_WIDGET (self->list), self->entries->len > 0);
  gtk_widget_set_visible (self->add_button, self->writable && !self->from_children);
  gtk_widget_set_visible (GTK_WIDGET (self->note), self->writable && self->from_children);
}

static Entry *
add_entry (SuiviEvidenceFiles *self, const char *key, const char *name, guint64 size)
{
  Entry *entry = g_new0 (Entry, 1);

  entry->key = g_strdup (key);
  entry->name = g_strdup (name);
  entry->size = size;
  g_ptr_array_add (self->entries, entry);

  return entry;
}

static gpointer
list_attachments (SuiviStore *store, gpointer data, GCancellable *cancellable, GError **error)
{
  return suivi_store_list_attachments (store, data, error);
}

static void
listed_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (SuiviEvidenceFiles) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) attachments = suivi_workspace_run_finish (SUIVI_WORKSPACE (source), result, &error);

  if (self->workspace == NULL || g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  if (attachments == NULL)
    {
      fail (self, error->message);
      return;
    }

  for (guint i = 0; i < attachments->len; i++)
    {
      const SuiviAttachment *attachment = g_ptr_array_index (attachments, i);

      add_entry (self, attachment->id, attachment->name, attachment->size);
    }
  show (self);
}

/* ---- Adding ---- */

static void
examined_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (SuiviEvidenceFiles) self = user_data;
  g_autoptr (GFileInfo) info = g_file_query_info_finish (G_FILE (source), result, NULL);
  g_autofree char *base = g_file_get_basename (G_FILE (source));
  g_autofree char *name = suivi_text_make_valid (base != NULL ? base : "", -1);
  g_autofree char *key = g_uuid_string_random ();
  g_autofree char *sentence = NULL;

  if (self->workspace == NULL || !self->writable || self->from_children)
    return;

  if (info == NULL || g_file_info_get_file_type (info) != G_FILE_TYPE_REGULAR)
    sentence = g_strdup_printf (_ ("“%s” cannot be read. Choose another file, or a copy of it."), name);
  else if (g_file_info_get_size (info) > SUIVI_MAX_ATTACHMENT_SIZE)
    {
      g_autofree char *limit = g_format_size (SUIVI_MAX_ATTACHMENT_SIZE);

      sentence
        = g_strdup_printf (_ ("“%s” is too large: at most %s go into a workspace. Make it smaller, or write "
                              "down where it is kept."),
                           name, limit);
    }
  else if (self->entries->len >= MAX_FILES)
    sentence
      = g_strdup_printf (ngettext ("A piece of evidence has at most %u file. Make another piece for “%s”.",
                                   "A piece of evidence has at most %u files. Make another piece for “%s”.",
                                   MAX_FILES),
                         MAX_FILES, name);
  fail (self, sentence);
  if (sentence != NULL)
    return;

  add_entry (self, key, name, (guint64) g_file_info_get_size (info))->file = G_FILE (g_object_ref (source));
  show (self);
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

static void
files_chosen_cb (SuiviEvidenceFiles *self, int response, GtkFileChooserNative *native)
{
  g_autoptr (GListModel) files = NULL;

  if (response == GTK_RESPONSE_ACCEPT)
    files = gtk_file_chooser_get_files (GTK_FILE_CHOOSER (native));
  gtk_native_dialog_hide (GTK_NATIVE_DIALOG (native));
  g_clear_object (&self->native);
  for (guint i = 0; files != NULL && i < MIN (g_list_model_get_n_items (files), MAX_FILES + 1); i++)
    {
      g_autoptr (GFile) file = g_list_model_get_item (files, i);

      suivi_evidence_files_add (self, file);
    }
}

/* Takes @native. */
static void
show_chooser (SuiviEvidenceFiles *self, GtkFileChooserNative *native, GCallback response_cb)
{
  if (self->native != NULL)
    gtk_native_dialog_destroy (GTK_NATIVE_DIALOG (self->native));
  g_clear_object (&self->native);
  self->native = native;
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (native), TRUE);
  g_signal_connect_object (native, "response", response_cb, self, G_CONNECT_SWAPPED);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (native));
}

static void
add_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  SuiviEvidenceFiles *self = SUIVI_EVIDENCE_FILES (widget);
  GtkFileChooserNative *native
    = gtk_file_chooser_native_new (_ ("Add files"), get_window (self), GTK_FILE_CHOOSER_ACTION_OPEN,
                                   _ ("_Add"), _ ("_Cancel"));

  gtk_file_chooser_set_select_multiple (GTK_FILE_CHOOSER (native), TRUE);
  show_chooser (self, native, G_CALLBACK (files_chosen_cb));
}

/* ---- Opening, copying, removing ---- */

static void
file_shown_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (SuiviEvidenceFiles) self = user_data;

  if (!gtk_show_uri_full_finish (GTK_WINDOW (source), result, NULL) && self->workspace != NULL)
    fail (self, _ ("No application on this computer opens this file. Save a copy instead."));
}

static void
show_file (SuiviEvidenceFiles *self, GFile *file)
{
  g_autofree char *uri = g_file_get_uri (file);

  if (get_window (self) != NULL)
    gtk_show_uri_full (get_window (self), uri, GDK_CURRENT_TIME, NULL, file_shown_cb, g_object_ref (self));
}

static void
copy_to_open_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (SuiviEvidenceFiles) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GFile) file = suivi_evidence_copy_finish (SUIVI_WORKSPACE (source), result, &error);

  if (self->workspace == NULL)
    return;
  fail (self, error != NULL ? error->message : NULL);
  if (file != NULL)
    show_file (self, file);
}

static void
open_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  SuiviEvidenceFiles *self = SUIVI_EVIDENCE_FILES (widget);
  guint place = 0;
  const Entry *entry = find_entry (self, parameter, &place);

  if (entry == NULL || self->from_children)
    return;

  if (entry->file != NULL)
    show_file (self, entry->file);
  else
    suivi_evidence_copy_async (self->workspace, entry->key, entry->name, NULL, copy_to_open_cb,
                               g_object_ref (self));
}

static void
copied_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (SuiviEvidenceFiles) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GFile) file = suivi_evidence_copy_finish (SUIVI_WORKSPACE (source), result, &error);

  if (self->workspace != NULL)
    fail (self, file == NULL ? error->message : NULL);
}

static void
place_chosen_cb (SuiviEvidenceFiles *self, int response, GtkFileChooserNative *native)
{
  g_autoptr (GVariant) key = g_variant_ref (g_object_get_data (G_OBJECT (native), "suivi-key"));
  g_autoptr (GFile) file = NULL;
  const Entry *entry = NULL;
  guint place = 0;

  if (response == GTK_RESPONSE_ACCEPT)
    file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (native));
  gtk_native_dialog_hide (GTK_NATIVE_DIALOG (native));
  g_clear_object (&self->native);
  entry = find_entry (self, key, &place);
  if (file != NULL && entry != NULL && self->workspace != NULL)
    suivi_evidence_copy_async (self->workspace, entry->key, entry->name, file, copied_cb,
                               g_object_ref (self));
}

static void
save_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  SuiviEvidenceFiles *self = SUIVI_EVIDENCE_FILES (widget);
  GtkFileChooserNative *native = NULL;
  guint place = 0;
  const Entry *entry = find_entry (self, parameter, &place);

  if (entry == NULL)
    return;

  native = gtk_file_chooser_native_new (_ ("Save a copy"), get_window (self), GTK_FILE_CHOOSER_ACTION_SAVE,
                                        _ ("_Save"), _ ("_Cancel"));
  gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (native), entry->name);
  g_object_set_data_full (G_OBJECT (native), "suivi-key", g_variant_ref (parameter),
                          (GDestroyNotify) g_variant_unref);
  show_chooser (self, native, G_CALLBACK (place_chosen_cb));
}

static void
remove_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  SuiviEvidenceFiles *self = SUIVI_EVIDENCE_FILES (widget);
  guint place = 0;
  const Entry *entry = find_entry (self, parameter, &place);

  if (entry == NULL || !self->writable)
    return;

  if (entry->file == NULL)
    g_ptr_array_add (self->removed, g_strdup (entry->key));
  g_ptr_array_remove_index (self->entries, place);
  fail (self, NULL);
  show (self);
  gtk_widget_grab_focus (self->add_button);
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

/* ---- The widget ---- */

static void
suivi_evidence_files_dispose (GObject *object)
{
  SuiviEvidenceFiles *self = SUIVI_EVIDENCE_FILES (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->workspace);
  if (self->native != NULL)
    gtk_native_dialog_destroy (GTK_NATIVE_DIALOG (self->native));
  g_clear_object (&self->native);

  G_OBJECT_CLASS (suivi_evidence_files_parent_class)->dispose (object);
}

static void
suivi_evidence_files_finalize (GObject *object)
{
  SuiviEvidenceFiles *self = SUIVI_EVIDENCE_FILES (object);

  g_clear_object (&self->cancellable);
  g_ptr_array_unref (self->entries);
  g_ptr_array_unref (self->removed);
  g_free (self->evidence_id);

  G_OBJECT_CLASS (suivi_evidence_files_parent_class)->finalize (object);
}

static void
suivi_evidence_files_class_init (SuiviEvidenceFilesClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = suivi_evidence_files_dispose;
  G_OBJECT_CLASS (klass)->finalize = suivi_evidence_files_finalize;

  /**
   * SuiviEvidenceFiles::failed:
   * @sentence: (nullable): what went wrong; %NULL: nothing
   */
  signals[SIGNAL_FAILED] = g_signal_new ("failed", SUIVI_TYPE_EVIDENCE_FILES, G_SIGNAL_RUN_LAST, 0, NULL,
                                         NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
  signals[SIGNAL_CHANGED] = g_signal_new ("changed", SUIVI_TYPE_EVIDENCE_FILES, G_SIGNAL_RUN_LAST, 0, NULL,
                                          NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/suivi/Suivi/scorecard/evidence-files.ui");
  gtk_widget_class_bind_template_child (widget_class, SuiviEvidenceFiles, list);
  gtk_widget_class_bind_template_child (widget_class, SuiviEvidenceFiles, add_button);
  gtk_widget_class_bind_template_child (widget_class, SuiviEvidenceFiles, note);
  gtk_widget_class_install_action (widget_class, "evidence-files.add", NULL, add_action);
  gtk_widget_class_install_action (widget_class, "evidence-files.open", "s", open_action);
  gtk_widget_class_install_action (widget_class, "evidence-files.save", "s", save_action);
  gtk_widget_class_install_action (widget_class, "evidence-files.remove", "s", remove_action);
}

static void
suivi_evidence_files_init (SuiviEvidenceFiles *self)
{
  self->cancellable = g_cancellable_new ();
  self->entries = g_ptr_array_new_with_free_func (free_entry);
  self->removed = g_ptr_array_new_with_free_func (g_free);
  gtk_widget_init_template (GTK_WIDGET (self));
  show (self);
}

/**
 * suivi_evidence_files_set:
 * @workspace: where the files are
 * @evidence_id: key of the evidence that they belong to
 * @writable: whether files can be added and removed
 *
 * Shows the files of a piece of evidence. Called once.
 */
void
suivi_evidence_files_set (SuiviEvidenceFiles *self,
                          SuiviWorkspace *workspace,
                          const char *evidence_id,
                          gboolean writable)
{
  g_return_if_fail (SUIVI_IS_EVIDENCE_FILES (self));
  g_return_if_fail (self->workspace == NULL);

  self->workspace = g_object_ref (workspace);
  self->evidence_id = g_strdup (evidence_id);
  self->writable = writable;
  show (self);
  suivi_workspace_run_async (workspace, list_attachments, g_strdup (evidence_id), g_free,
                             (GDestroyNotify) g_ptr_array_unref, self->cancellable, listed_cb,
                             g_object_ref (self));
}

/**
 * suivi_evidence_files_set_from_children:
 * @from_children: whether the evidence comes from children: then no other application gets its files, and none are added
 */
void
suivi_evidence_files_set_from_children (SuiviEvidenceFiles *self, gboolean from_children)
{
  g_return_if_fail (SUIVI_IS_EVIDENCE_FILES (self));

  if (self->from_children == from_children)
    return;

  self->from_children = from_children;
  show (self);
}

/**
 * suivi_evidence_files_add:
 * @file: what the user chose or dropped; it is looked at, and added if it can be
 */
void
suivi_evidence_files_add (SuiviEvidenceFiles *self, GFile *file)
{
  g_return_if_fail (SUIVI_IS_EVIDENCE_FILES (self));

  g_file_query_info_async (file, G_FILE_ATTRIBUTE_STANDARD_TYPE "," G_FILE_ATTRIBUTE_STANDARD_SIZE,
                           G_FILE_QUERY_INFO_NONE, G_PRIORITY_DEFAULT, self->cancellable, examined_cb,
                           g_object_ref (self));
}

/**
 * suivi_evidence_files_get_n:
 *
 * Returns: how many files there are after saving
 */
guint
suivi_evidence_files_get_n (SuiviEvidenceFiles *self)
{
  return self->entries->len;
}

/**
 * suivi_evidence_files_has_changes:
 *
 * Returns: whether saving would add or remove one
 */
gboolean
suivi_evidence_files_has_changes (SuiviEvidenceFiles *self)
{
  gboolean any = self->removed->len > 0;

  for (guint i = 0; i < self->entries->len && !any; i++)
    any = ((Entry *) g_ptr_array_index (self->entries, i))->file != NULL;

  return any;
}

/**
 * suivi_evidence_files_fill:
 * @change: gets what was added and removed
 */
void
suivi_evidence_files_fill (SuiviEvidenceFiles *self, SuiviEvidenceChange *change)
{
  for (guint i = 0; i < self->entries->len; i++)
    {
      const Entry *entry = g_ptr_array_index (self->entries, i);

      if (entry->file != NULL)
        suivi_evidence_change_add_file (change, self->evidence_id, entry->file);
    }
  for (guint i = 0; i < self->removed->len; i++)
    g_ptr_array_add (change->removed, g_strdup (g_ptr_array_index (self->removed, i)));
}
