/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "app/scorecard/evidence-copies.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

#include "core/text/text.h"
#include "store/attachment.h"

#define DATA_KEY "suivi-evidence-copies"
#define OWN_KEY  "suivi-evidence-own"
/* In bytes: what file systems take. */
#define MAX_LENGTH 200

typedef struct
{
  char *attachment_id;
  char *name;
  GFile *file; /* (nullable): where to; %NULL: to a folder of its own */
} Copy;

static void
free_copy (Copy *self)
{
  g_free (self->attachment_id);
  g_free (self->name);
  g_clear_object (&self->file);
  g_free (self);
}

/* A workspace may come from anywhere: its names must not lead out of the folder, nor hide. */
static char *
make_safe_name (const char *name)
{
  g_autofree char *base = g_path_get_basename (name);
  g_autofree char *valid = suivi_text_make_valid (base, -1);
  const char *start = valid;
  gsize skipped = 0;

  while (*start == '.' || *start == '-')
    start++;
  /* The end says what it is: of a long name, that stays. */
  if (strlen (start) > MAX_LENGTH)
    {
      skipped = strlen (start) - MAX_LENGTH;
      while ((start[skipped] & 0xC0) == 0x80)
        skipped++;
    }
  g_strdelimit (valid, "/\\", '_');

  return g_strdup (start[skipped] != '\0' ? start + skipped : "file");
}

static gboolean
fail (GError **error)
{
  g_set_error_literal (error, SUIVI_STORE_ERROR, SUIVI_STORE_ERROR_FAILED,
                       _ ("The copy could not be written. Choose another folder, or make room on the disk."));

  return FALSE;
}

/* Only its owner can read it, and nobody writes into a copy that goes again. */
static GFile *
write_own (const char *name, GBytes *content, GError **error)
{
  g_autofree char *folder = g_dir_make_tmp ("suivi-XXXXXX", NULL);
  g_autofree char *safe = make_safe_name (name);
  g_autofree char *path = folder != NULL ? g_build_filename (folder, safe, NULL) : NULL;
  GFile *file = NULL;
  gsize size = 0;
  const char *data = g_bytes_get_data (content, &size);

  if (path == NULL
      || !g_file_set_contents_full (path, data != NULL ? data : "", (gssize) size, G_FILE_SET_CONTENTS_NONE,
                                    0400, NULL))
    {
      if (folder != NULL)
        g_rmdir (folder);
      fail (error);
      return NULL;
    }

  file = g_file_new_for_path (path);
  g_object_set_data (G_OBJECT (file), OWN_KEY, file);

  return file;
}

static gpointer
write_copy (SuiviStore *store, gpointer data, GCancellable *cancellable, GError **error)
{
  Copy *copy = data;
  g_autoptr (GBytes) content = suivi_store_load_attachment (store, copy->attachment_id, error);

  if (content == NULL)
    return NULL;
  if (copy->file == NULL)
    return write_own (copy->name, content, error);

  if (!g_file_replace_contents (copy->file, g_bytes_get_data (content, NULL), g_bytes_get_size (content),
                                NULL, FALSE, G_FILE_CREATE_REPLACE_DESTINATION, NULL, cancellable, NULL))
    {
      fail (error);
      return NULL;
    }

  return g_object_ref (copy->file);
}

static void
remove_copies (gpointer data)
{
  GPtrArray *copies = data;

  for (guint i = 0; i < copies->len; i++)
    {
      const char *path = g_ptr_array_index (copies, i);
      g_autofree char *folder = g_path_get_dirname (path);

      g_unlink (path);
      g_rmdir (folder);
    }
  g_ptr_array_unref (copies);
}

/**
 * suivi_evidence_copy_async:
 * @attachment_id: key of an attachment
 * @name: its name
 * @file: (nullable): where to; %NULL: to a file of its own that only this user can read, and nobody change
 *
 * Copies an attachment out of the workspace. Never for what comes from children, unless the user chose the place: a copy
 * that other applications open may stay in them.
 */
void
suivi_evidence_copy_async (SuiviWorkspace *workspace,
                           const char *attachment_id,
                           const char *name,
                           GFile *file,
                           GAsyncReadyCallback callback,
                           gpointer user_data)
{
  Copy *copy = g_new0 (Copy, 1);

  copy->attachment_id = g_strdup (attachment_id);
  copy->name = g_strdup (name);
  copy->file = file != NULL ? g_object_ref (file) : NULL;
  suivi_workspace_run_async (workspace, write_copy, copy, (GDestroyNotify) free_copy, g_object_unref, NULL,
                             callback, user_data);
}

/**
 * suivi_evidence_copy_finish:
 *
 * Returns: (transfer full) (nullable): the copy; %NULL with @error set to a sentence for the user
 */
GFile *
suivi_evidence_copy_finish (SuiviWorkspace *workspace, GAsyncResult *result, GError **error)
{
  GFile *file = suivi_workspace_run_finish (workspace, result, error);
  GPtrArray *copies = NULL;

  if (file == NULL || g_object_get_data (G_OBJECT (file), OWN_KEY) == NULL)
    return file;

  copies = g_object_get_data (G_OBJECT (workspace), DATA_KEY);
  if (copies == NULL)
    {
      copies = g_ptr_array_new_with_free_func (g_free);
      g_object_set_data_full (G_OBJECT (workspace), DATA_KEY, copies, remove_copies);
    }
  g_ptr_array_add (copies, g_file_get_path (file));

  return file;
}
