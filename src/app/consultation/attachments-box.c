/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "app/consultation/attachments-box.h"

#include <glib/gi18n-lib.h>

#include "app/step.h"
#include "core/text/text.h"

struct _SuiviAttachmentsBox
{
  GtkBox parent_instance;

  SuiviWorkspace *workspace; /* (owned) (nullable) */
  char *owner_id;            /* (nullable) */
  gboolean writable;
  GPtrArray *attachments;       /* (element-type SuiviAttachment) (nullable): what is shown */
  GCancellable *cancellable;    /* (nullable): of the list that is being read */
  GtkFileChooserNative *native; /* (nullable): while it is shown */
};

G_DEFINE_FINAL_TYPE (SuiviAttachmentsBox, suivi_attachments_box, GTK_TYPE_BOX)

enum
{
  SIGNAL_FAILED,
  SIGNAL_DONE,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void
fail (SuiviAttachmentsBox *self, const char *sentence)
{
  g_signal_emit (self, signals[SIGNAL_FAILED], 0, sentence);
}

/* ---- Adding ---- */

static gboolean
refuse_file (GError **error, const char *sentence)
{
  g_set_error_literal (error, SUIVI_STORE_ERROR, SUIVI_STORE_ERROR_FAILED, sentence);

  return FALSE;
}

/**
 * suivi_attachments_put_file:
 * @transaction: a step
 * @owner_id: key of what the file belongs to
 * @file: a file, of at most %SUIVI_MAX_ATTACHMENT_SIZE bytes
 *
 * Takes a copy of a file into the workspace. It reads the file at once: for the thread of the workspace.
 *
 * Returns: %FALSE with @error set to a sentence for the user if the file cannot be read, or is too large
 */
gboolean
suivi_attachments_put_file (SuiviTransaction *transaction, const char *owner_id, GFile *file, GError **error)
{
  g_autoptr (GFileInputStream) stream = NULL;
  g_autofree char *base_name = g_file_get_basename (file);
  g_autofree char *name = suivi_text_make_valid (base_name != NULL ? base_name : "", -1);
  g_autofree guint8 *data = NULL;
  g_autoptr (GBytes) content = NULL;
  gsize size = 0;

  /* A device or a pipe may never end. */
  if (g_file_query_file_type (file, G_FILE_QUERY_INFO_NONE, NULL) == G_FILE_TYPE_REGULAR)
    stream = g_file_read (file, NULL, NULL);
  if (stream == NULL)
    return refuse_file (error, _ ("That file cannot be read. Choose another one, or a copy of it."));

  /* One byte more than there may be: what is too large is refused with its name. */
  data = g_malloc (SUIVI_MAX_ATTACHMENT_SIZE + 1);
  if (!g_input_stream_read_all (G_INPUT_STREAM (stream), data, SUIVI_MAX_ATTACHMENT_SIZE + 1, &size, NULL,
                                NULL))
    return refuse_file (error, _ ("That file could not be read to its end. Choose another one, or a copy of "
                                  "it."));

  content = g_bytes_new (data, size);

  return suivi_transaction_put_attachment (transaction, owner_id, name, content, error);
}

/* ---- Saving a copy ---- */

typedef struct
{
  SuiviAttachmentsBox *box; /* (owned) */
  char *id;                 /* of the attachment */
  GFile *file;              /* where to */
} Copy;

static void
free_copy (Copy *self)
{
  g_clear_object (&self->box);
  g_clear_object (&self->file);
  g_free (self->id);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Copy, free_copy)

static void
copied_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Copy) copy = user_data;

  if (!g_file_replace_contents_finish (G_FILE (source), result, NULL, NULL))
    fail (copy->box, _ ("The copy could not be written. Choose another folder."));
}

static gpointer
load_content (SuiviStore *store, gpointer data, GCancellable *cancellable, GError **error)
{
  return suivi_store_load_attachment (store, data, error);
}

static void
content_loaded_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Copy) copy = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) content = suivi_workspace_run_finish (SUIVI_WORKSPACE (source), result, &error);
  GFile *file = copy->file;

  if (content == NULL)
    {
      fail (copy->box, error != NULL ? error->message : _ ("That file is not in the workspace any more."));
      return;
    }

  g_file_replace_contents_bytes_async (file, content, NULL, FALSE, G_FILE_CREATE_REPLACE_DESTINATION, NULL,
                                       copied_cb, g_steal_pointer (&copy));
}

static void
place_chosen_cb (SuiviAttachmentsBox *self, int response, GtkFileChooserNative *native)
{
  g_autoptr (Copy) copy = NULL;

  if (response == GTK_RESPONSE_ACCEPT)
    {
      copy = g_new0 (Copy, 1);
      copy->box = g_object_ref (self);
      copy->id = g_strdup (g_object_get_data (G_OBJECT (native), "suivi-attachment"));
      copy->file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (native));
    }
  gtk_native_dialog_hide (GTK_NATIVE_DIALOG (native));
  g_clear_object (&self->native);
  if (copy == NULL || copy->file == NULL || self->workspace == NULL)
    return;

  suivi_workspace_run_async (self->workspace, load_content, g_strdup (copy->id), g_free,
                             (GDestroyNotify) g_bytes_unref, NULL, content_loaded_cb, copy);
  copy = NULL;
}

static SuiviAttachment *
find_attachment (SuiviAttachmentsBox *self, const char *id)
{
  for (guint i = 0; self->attachments != NULL && i < self->attachments->len; i++)
    {
      SuiviAttachment *attachment = g_ptr_array_index (self->attachments, i);

      if (g_strcmp0 (attachment->id, id) == 0)
        return attachment;
    }

  return NULL;
}

static void
save_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  SuiviAttachmentsBox *self = SUIVI_ATTACHMENTS_BOX (widget);
  const SuiviAttachment *attachment = find_attachment (self, g_variant_get_string (parameter, NULL));

  if (attachment == NULL)
    return;

  g_clear_object (&self->native);
  self->native = gtk_file_chooser_native_new (_ ("Save a copy"), GTK_WINDOW (gtk_widget_get_root (widget)),
                                              GTK_FILE_CHOOSER_ACTION_SAVE, _ ("_Save"), _ ("_Cancel"));
  gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (self->native), attachment->name);
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (self->native), TRUE);
  g_object_set_data_full (G_OBJECT (self->native), "suivi-attachment", g_strdup (attachment->id), g_free);
  g_signal_connect_object (self->native, "response", G_CALLBACK (place_chosen_cb), self, G_CONNECT_SWAPPED);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (self->native));
}

/* ---- Removing ---- */

static gboolean
delete_attachment (SuiviStore *store, SuiviTransaction *transaction, gpointer id, GError **error)
{
  return suivi_transaction_delete_attachment (transaction, id, error);
}

static void
step_made_cb (GtkWidget *widget, const char *failure, const char *done)
{
  if (failure != NULL)
    fail (SUIVI_ATTACHMENTS_BOX (widget), failure);
  else
    g_signal_emit (widget, signals[SIGNAL_DONE], 0, done);
}

static void
remove_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  SuiviAttachmentsBox *self = SUIVI_ATTACHMENTS_BOX (widget);

  if (self->workspace == NULL || !self->writable)
    return;

  /* Translators: name of a step that can be undone */
  suivi_step_make (self->workspace, _ ("Remove a file"), delete_attachment,
                   g_variant_dup_string (parameter, NULL), g_free, widget, step_made_cb, _ ("File removed"));
}

/* ---- The list ---- */

static GtkWidget *
make_button (const char *icon, const char *action, const SuiviAttachment *attachment, const char *words)
{
  GtkWidget *button = gtk_button_new_from_icon_name (icon);
  /* Translators: name of a button for screen readers: "Remove: policy.pdf" */
  g_autofree char *name = g_strdup_printf (_ ("%s: %s"), words, attachment->name);

  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s", attachment->id);
  gtk_widget_set_tooltip_text (button, words);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);

  return button;
}

static GtkWidget *
make_row (SuiviAttachmentsBox *self, const SuiviAttachment *attachment)
{
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *icon = gtk_image_new_from_icon_name ("mail-attachment-symbolic");
  GtkWidget *name = gtk_label_new (attachment->name);
  g_autofree char *bytes = g_format_size (attachment->size);
  GtkWidget *size = gtk_label_new (bytes);

  gtk_accessible_update_state (GTK_ACCESSIBLE (icon), GTK_ACCESSIBLE_STATE_HIDDEN, TRUE, -1);
  gtk_label_set_ellipsize (GTK_LABEL (name), PANGO_ELLIPSIZE_MIDDLE);
  gtk_label_set_xalign (GTK_LABEL (name), 0);
  gtk_widget_set_hexpand (name, TRUE);
  gtk_widget_set_tooltip_text (name, attachment->name);
  gtk_widget_add_css_class (size, "dim-label");
  gtk_widget_add_css_class (size, "caption");
  gtk_box_append (GTK_BOX (row), icon);
  gtk_box_append (GTK_BOX (row), name);
  gtk_box_append (GTK_BOX (row), size);
  gtk_box_append (GTK_BOX (row),
                  make_button ("document-save-symbolic", "attachments.save", attachment, _ ("Save a copy…")));
  if (self->writable)
    gtk_box_append (GTK_BOX (row),
                    make_button ("user-trash-symbolic", "attachments.remove", attachment, _ ("Remove")));

  return row;
}

static gboolean
is_same_list (GPtrArray *a, GPtrArray *b)
{
  if (a == NULL || b == NULL || a->len != b->len)
    return a == b;

  for (guint i = 0; i < a->len; i++)
    {
      if (g_strcmp0 (((SuiviAttachment *) a->pdata[i])->id, ((SuiviAttachment *) b->pdata[i])->id) != 0)
        return FALSE;
    }

  return TRUE;
}

/* Files never change, they only come and go: the same list keeps its widgets, and the focus. */
static void
show_list (SuiviAttachmentsBox *self, GPtrArray *attachments)
{
  GtkWidget *child = NULL;

  if (is_same_list (self->attachments, attachments))
    return;

  g_clear_pointer (&self->attachments, g_ptr_array_unref);
  if (attachments != NULL)
    self->attachments = g_ptr_array_ref (attachments);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_box_remove (GTK_BOX (self), child);
  for (guint i = 0; attachments != NULL && i < attachments->len; i++)
    gtk_box_append (GTK_BOX (self), make_row (self, g_ptr_array_index (attachments, i)));
  gtk_widget_set_visible (GTK_WIDGET (self), attachments != NULL && attachments->len > 0);
}

static gpointer
list_attachments (SuiviStore *store, gpointer data, GCancellable *cancellable, GError **error)
{
  return suivi_store_list_attachments (store, data, error);
}

static void
listed_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (SuiviAttachmentsBox) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) attachments = suivi_workspace_run_finish (SUIVI_WORKSPACE (source), result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  if (error != NULL)
    fail (self, error->message);
  else
    show_list (self, attachments);
}

static void
stop_listing (SuiviAttachmentsBox *self)
{
  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
}

static void
suivi_attachments_box_dispose (GObject *object)
{
  SuiviAttachmentsBox *self = SUIVI_ATTACHMENTS_BOX (object);

  stop_listing (self);
  g_clear_object (&self->native);
  g_clear_object (&self->workspace);
  g_clear_pointer (&self->attachments, g_ptr_array_unref);
  g_clear_pointer (&self->owner_id, g_free);

  G_OBJECT_CLASS (suivi_attachments_box_parent_class)->dispose (object);
}

static void
suivi_attachments_box_class_init (SuiviAttachmentsBoxClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = suivi_attachments_box_dispose;

  signals[SIGNAL_FAILED] = g_signal_new ("failed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                         NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
  signals[SIGNAL_DONE] = g_signal_new ("done", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                       NULL, G_TYPE_NONE, 1, G_TYPE_STRING);

  gtk_widget_class_install_action (widget_class, "attachments.save", "s", save_action);
  gtk_widget_class_install_action (widget_class, "attachments.remove", "s", remove_action);
}

static void
suivi_attachments_box_init (SuiviAttachmentsBox *self)
{
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}

/**
 * suivi_attachments_box_set:
 * @workspace: (nullable): the workspace
 * @owner_id: (nullable): key of what the files belong to; %NULL: there is nothing yet that could have any
 * @writable: whether files may be removed
 *
 * Shows the files of something, or what changed among them.
 */
void
suivi_attachments_box_set (SuiviAttachmentsBox *self,
                           SuiviWorkspace *workspace,
                           const char *owner_id,
                           gboolean writable)
{
  stop_listing (self);
  if (self->writable != writable || g_strcmp0 (self->owner_id, owner_id) != 0)
    show_list (self, NULL);

  self->writable = writable;
  g_set_object (&self->workspace, workspace);
  g_free (self->owner_id);
  self->owner_id = g_strdup (owner_id);
  if (workspace == NULL || owner_id == NULL)
    return;

  self->cancellable = g_cancellable_new ();
  suivi_workspace_run_async (workspace, list_attachments, g_strdup (owner_id), g_free,
                             (GDestroyNotify) g_ptr_array_unref, self->cancellable, listed_cb,
                             g_object_ref (self));
}
