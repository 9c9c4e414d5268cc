/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <stdlib.h>
#include <unistd.h>

#include "exchange/atomic-output.h"
#include "store/error.h"

struct _SuiviAtomicOutput
{
  char *target; /* where the file goes; links are followed, so that they stay links */
  char *name;   /* base name as the user wrote it, for messages */
  char *folder; /* the private folder */
  char *path;   /* the file inside it */
};

static void
set_error_from_errno (GError **error, int code, const char *name)
{
  g_debug ("Writing “%s”: %s", name, g_strerror (code));

  if (code == ENOSPC || code == EDQUOT || code == EFBIG)
    g_set_error (error, SUIVI_STORE_ERROR, SUIVI_STORE_ERROR_DISK_FULL,
                 _ ("“%s” was not written: the disk is full. Make room or choose another folder."), name);
  else if (code == EACCES || code == EPERM || code == EROFS)
    g_set_error (error, SUIVI_STORE_ERROR, SUIVI_STORE_ERROR_READ_ONLY,
                 _ ("“%s” was not written: you may not write in that folder. Choose another one."), name);
  else if (code == ENOENT || code == ENOTDIR)
    g_set_error (error, SUIVI_STORE_ERROR, SUIVI_STORE_ERROR_NOT_FOUND,
                 _ ("“%s” was not written: there is no such folder. Choose another one."), name);
  else if (code == ENAMETOOLONG)
    g_set_error (error, SUIVI_STORE_ERROR, SUIVI_STORE_ERROR_FAILED,
                 _ ("“%s” was not written: the name is too long. Choose a shorter one."), name);
  else
    g_set_error (error, SUIVI_STORE_ERROR, SUIVI_STORE_ERROR_FAILED,
                 _ ("“%s” could not be written. Try another folder."), name);
}

/* The private folder is flat: the writer's file, and what its library could not remove. */
static void
remove_folder (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name = NULL;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      g_unlink (path);
    }
  g_rmdir (folder);
}

/**
 * suivi_atomic_output_new:
 * @path: the file to write; it need not exist, its folder must
 * @error: return location of a %SUIVI_STORE_ERROR: NOT_FOUND (no such folder), READ_ONLY, DISK_FULL, or
 * FAILED
 *   (@path is a folder or a device)
 *
 * Returns: (transfer full): the output, or %NULL
 */
SuiviAtomicOutput *
suivi_atomic_output_new (const char *path, GError **error)
{
  g_autoptr (SuiviAtomicOutput) self = NULL;
  g_autofree char *parent = NULL;
  g_autofree char *folder = NULL;
  char *resolved = NULL;

  g_return_val_if_fail (path != NULL, NULL);

  self = g_new0 (SuiviAtomicOutput, 1);
  self->name = g_filename_display_basename (path);
  resolved = realpath (path, NULL);
  self->target = g_strdup (resolved != NULL ? resolved : path);
  free (resolved);

  if (*path == '\0' || g_str_has_suffix (path, G_DIR_SEPARATOR_S)
      || (g_file_test (self->target, G_FILE_TEST_EXISTS)
          && !g_file_test (self->target, G_FILE_TEST_IS_REGULAR)))
    {
      g_set_error (error, SUIVI_STORE_ERROR, SUIVI_STORE_ERROR_FAILED,
                   _ ("“%s” is not a file that can be written. Give the name of a file."), path);
      return NULL;
    }

  parent = g_path_get_dirname (self->target);
  folder = g_build_filename (parent, ".suivi-XXXXXX", NULL);
  if (g_mkdtemp_full (folder, 0700) == NULL)
    {
      set_error_from_errno (error, errno, self->name);
      return NULL;
    }
  self->folder = g_steal_pointer (&folder);
  self->path = g_build_filename (self->folder, "output", NULL);

  return g_steal_pointer (&self);
}

/**
 * suivi_atomic_output_free:
 * @self: (nullable) (transfer full): an output
 *
 * Without commit, everything that was written goes and what stood at the path stays.
 */
void
suivi_atomic_output_free (SuiviAtomicOutput *self)
{
  if (self == NULL)
    return;

  if (self->folder != NULL)
    remove_folder (self->folder);
  g_free (self->target);
  g_free (self->name);
  g_free (self->folder);
  g_free (self->path);
  g_free (self);
}

/**
 * suivi_atomic_output_get_path:
 *
 * Returns: the file to write to; it does not exist yet
 */
const char *
suivi_atomic_output_get_path (SuiviAtomicOutput *self)
{
  return self->path;
}

/**
 * suivi_atomic_output_get_folder:
 *
 * Returns: the private folder, for helper files of the writer
 */
const char *
suivi_atomic_output_get_folder (SuiviAtomicOutput *self)
{
  return self->folder;
}

/**
 * suivi_atomic_output_get_name:
 *
 * Returns: the name of the file, for messages
 */
const char *
suivi_atomic_output_get_name (SuiviAtomicOutput *self)
{
  return self->name;
}

static gboolean
sync_file (const char *path)
{
  int saved = 0;
  int fd = g_open (path, O_RDONLY | O_CLOEXEC, 0);

  if (fd < 0)
    return FALSE;
  if (fsync (fd) != 0)
    {
      saved = errno;
      close (fd);
      errno = saved;
      return FALSE;
    }

  return close (fd) == 0;
}

/**
 * suivi_atomic_output_write:
 * @bytes: the whole file
 * @error: return location of a %SUIVI_STORE_ERROR (DISK_FULL, FAILED)
 *
 * For writers that have it all in memory.
 *
 * Returns: whether it is in the private folder, to be committed
 */
gboolean
suivi_atomic_output_write (SuiviAtomicOutput *self, GBytes *bytes, GError **error)
{
  g_autoptr (GError) failure = NULL;
  gsize size = 0;
  const char *data = g_bytes_get_data (bytes, &size);

  /* suivi_atomic_output_commit() waits for the disk. */
  if (g_file_set_contents_full (self->path, data, size, G_FILE_SET_CONTENTS_NONE, 0666, &failure))
    return TRUE;

  g_debug ("Writing “%s”: %s", self->name, failure->message);
  if (g_error_matches (failure, G_FILE_ERROR, G_FILE_ERROR_NOSPC))
    g_set_error (error, SUIVI_STORE_ERROR, SUIVI_STORE_ERROR_DISK_FULL,
                 _ ("“%s” was not written: the disk is full. Make room or choose another folder."),
                 self->name);
  else
    g_set_error (error, SUIVI_STORE_ERROR, SUIVI_STORE_ERROR_FAILED,
                 _ ("“%s” could not be written. Try another folder."), self->name);

  return FALSE;
}

/**
 * suivi_atomic_output_commit:
 * @error: return location of a %SUIVI_STORE_ERROR
 *
 * Puts what was written in its place, on the disk and not only in its cache.
 *
 * Returns: whether it is there; else what stood there before is untouched
 */
gboolean
suivi_atomic_output_commit (SuiviAtomicOutput *self, GError **error)
{
  if (!sync_file (self->path) || g_rename (self->path, self->target) != 0)
    {
      set_error_from_errno (error, errno, self->name);
      return FALSE;
    }

  return TRUE;
}
