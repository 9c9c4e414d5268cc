/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <errno.h>
#include <fcntl.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include <glib/gi18n-lib.h>

#include "core/text/text.h"
#include "exchange/import-plan.h"
#include "exchange/source-file.h"

#define MAX_SIZE_GB 2
#define READ_SIZE   (256 * 1024)

struct _SuiviSourceFile
{
  gatomicrefcount references;
  char *name;
  int fd;        /* -1 for a file in memory nobody asked the descriptor of */
  GBytes *bytes; /* (nullable): the file, if it is in memory */
  goffset size;
  struct stat opened; /* what the file was like when it was opened; of a file on the disk */

  GMutex lock;
  SuiviProgress *progress; /* (nullable) (mutex lock) */
  double fraction;         /* (mutex lock): furthest that was reported */

  GThread *hasher;  /* (nullable) */
  int hash_stopped; /* (atomic) */
};

/* --- sentences --------------------------------------------------------------------------------------------
 */

static void
set_unreadable (GError **error, int code, const char *name)
{
  switch (code)
    {
    case ENOENT:
    case ENOTDIR:
      g_set_error (error, SUIVI_IMPORT_ERROR, SUIVI_IMPORT_ERROR_UNREADABLE, _ ("There is no file “%s”."),
                   name);
      break;
    case EACCES:
    case EPERM:
      g_set_error (error, SUIVI_IMPORT_ERROR, SUIVI_IMPORT_ERROR_UNREADABLE,
                   _ ("You may not read the file “%s”. Ask its owner, or copy it to a folder of your own."),
                   name);
      break;
    default:
      g_debug ("cannot read: %s", g_strerror (code));
      g_set_error (error, SUIVI_IMPORT_ERROR, SUIVI_IMPORT_ERROR_UNREADABLE,
                   _ ("The file “%s” cannot be read. Copy it to this computer and try again."), name);
    }
}

static void
set_too_big (GError **error, const char *name)
{
  g_set_error (error, SUIVI_IMPORT_ERROR, SUIVI_IMPORT_ERROR_TOO_BIG,
               /* Translators: %u is a number of gigabytes */
               _ ("The file “%s” is larger than %u GB, so it cannot be a list of recommendations."), name,
               (guint) MAX_SIZE_GB);
}

static void
set_changed (SuiviSourceFile *self, GError **error)
{
  g_set_error (error, SUIVI_IMPORT_ERROR, SUIVI_IMPORT_ERROR_CHANGED,
               _ ("The file “%s” was changed or removed while it was read. Wait until nothing else writes to "
                  "it, and import it again. Nothing was imported."),
               self->name);
}

/* --- opening ----------------------------------------------------------------------------------------------
 */

static int
open_regular (const char *path, struct stat *info, GError **error)
{
  g_autofree char *display_name = g_filename_display_name (path);
  g_autofree char *name = suivi_text_make_valid (display_name, -1);
  int fd = -1;

  /* Not waiting: a named pipe would make open() wait for ever. */
  fd = open (path, O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY);
  if (fd < 0 || fstat (fd, info) < 0)
    set_unreadable (error, errno, name);
  else if (S_ISDIR (info->st_mode))
    g_set_error (error, SUIVI_IMPORT_ERROR, SUIVI_IMPORT_ERROR_UNREADABLE,
                 _ ("“%s” is a folder. Choose a file in it."), name);
  else if (!S_ISREG (info->st_mode))
    g_set_error (error, SUIVI_IMPORT_ERROR, SUIVI_IMPORT_ERROR_UNREADABLE,
                 _ ("“%s” is not an ordinary file. Choose a file."), name);
  else if (info->st_size > SUIVI_SOURCE_FILE_MAX)
    set_too_big (error, name);
  else
    return fd;

  if (fd >= 0)
    close (fd);
  return -1;
}

static SuiviSourceFile *
new_file (const char *path)
{
  SuiviSourceFile *self = g_new0 (SuiviSourceFile, 1);
  g_autofree char *display_name = g_filename_display_basename (path);

  g_atomic_ref_count_init (&self->references);
  g_mutex_init (&self->lock);
  self->name = suivi_text_clean (display_name);
  self->fd = -1;

  return self;
}

/**
 * suivi_source_file_open:
 * @path: a file, in the encoding of file names
 * @error: return location of a %SUIVI_IMPORT_ERROR
 *
 * Opens an ordinary file of at most 2 GB; no folder, pipe or device. Blocks on the disk.
 *
 * Returns: (transfer full) (nullable): the file
 */
SuiviSourceFile *
suivi_source_file_open (const char *path, GError **error)
{
  SuiviSourceFile *self = NULL;
  struct stat info = { 0 };
  int fd = -1;

  g_return_val_if_fail (path != NULL, NULL);

  fd = open_regular (path, &info, error);
  if (fd < 0)
    return NULL;

  self = new_file (path);
  self->fd = fd;
  self->size = info.st_size;
  self->opened = info;

  return self;
}

/**
 * suivi_source_file_new_for_bytes:
 * @bytes: the content; kept
 * @file_name: the name it has for people; only the last part of a path is kept
 *
 * A file that is in memory already.
 *
 * Returns: (transfer full): the file
 */
SuiviSourceFile *
suivi_source_file_new_for_bytes (GBytes *bytes, const char *file_name)
{
  SuiviSourceFile *self = NULL;

  g_return_val_if_fail (bytes != NULL, NULL);
  g_return_val_if_fail (file_name != NULL, NULL);

  self = new_file (file_name);
  self->bytes = g_bytes_ref (bytes);
  self->size = g_bytes_get_size (bytes);

  return self;
}

SuiviSourceFile *
suivi_source_file_ref (SuiviSourceFile *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  g_atomic_ref_count_inc (&self->references);

  return self;
}

static void
stop_hasher (SuiviSourceFile *self)
{
  char *hash = NULL;

  if (self->hasher == NULL)
    return;

  g_atomic_int_set (&self->hash_stopped, TRUE);
  hash = g_thread_join (g_steal_pointer (&self->hasher));
  g_free (hash);
}

/**
 * suivi_source_file_unref:
 * @self: (nullable) (transfer full): a file
 *
 * The last reference closes the file, and stops the computing of its checksum.
 */
void
suivi_source_file_unref (SuiviSourceFile *self)
{
  if (self == NULL || !g_atomic_ref_count_dec (&self->references))
    return;

  stop_hasher (self);
  if (self->fd >= 0)
    close (self->fd);
  g_clear_pointer (&self->bytes, g_bytes_unref);
  g_clear_pointer (&self->progress, suivi_progress_unref);
  g_mutex_clear (&self->lock);
  g_free (self->name);
  g_free (self);
}

/**
 * suivi_source_file_get_name:
 *
 * Returns: (transfer none): the name of the file for people, without folders; valid UTF-8 on one line
 */
const char *
suivi_source_file_get_name (SuiviSourceFile *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->name;
}

/**
 * suivi_source_file_get_size:
 *
 * Returns: its size in bytes when it was opened
 */
goffset
suivi_source_file_get_size (SuiviSourceFile *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->size;
}

/**
 * suivi_source_file_get_fd:
 *
 * For libraries that can only read a descriptor. Its position is shared: read with pread() or open it again through
 * /proc. A file in memory gets one when it is first asked for; not to be asked from two threads at once.
 *
 * Returns: a descriptor that belongs to @self; -1 if the system gives none
 */
int
suivi_source_file_get_fd (SuiviSourceFile *self)
{
  g_return_val_if_fail (self != NULL, -1);

  if (self->fd < 0 && self->bytes != NULL)
    {
      gsize size = 0;
      const char *data = g_bytes_get_data (self->bytes, &size);
      int fd = memfd_create ("suivi", MFD_CLOEXEC);

      for (gsize done = 0; fd >= 0 && done < size;)
        {
          gssize n = write (fd, data + done, size - done);

          if (n > 0)
            {
              done += n;
            }
          else if (n == 0 || errno != EINTR)
            {
              close (fd);
              fd = -1;
            }
        }
      self->fd = fd;
    }

  return self->fd;
}

/* --- reading ----------------------------------------------------------------------------------------------
 */

static gboolean
is_unchanged (SuiviSourceFile *self)
{
  struct stat info = { 0 };

  if (fstat (self->fd, &info) < 0)
    return FALSE;

  return info.st_size == self->opened.st_size && info.st_mtim.tv_sec == self->opened.st_mtim.tv_sec
         && info.st_mtim.tv_nsec == self->opened.st_mtim.tv_nsec
         /* Removed, or replaced by another file. Some file systems count no links at all. */
         && (info.st_nlink > 0 || self->opened.st_nlink == 0);
}

/* Reads all of @length bytes, which must be there. */
static gboolean
read_from_disk (SuiviSourceFile *self, goffset offset, char *buffer, gsize length, GError **error)
{
  gsize done = 0;

  while (done < length)
    {
      gssize n = pread (self->fd, buffer + done, length - done, offset + done);

      if (n > 0)
        {
          done += n;
        }
      else if (n == 0 || (n < 0 && errno == ESTALE))
        {
          set_changed (self, error);
          return FALSE;
        }
      else if (errno != EINTR)
        {
          set_unreadable (error, errno, self->name);
          return FALSE;
        }
    }
  if (!is_unchanged (self))
    {
      set_changed (self, error);
      return FALSE;
    }

  return TRUE;
}

/**
 * suivi_source_file_read_quietly:
 *
 * As suivi_source_file_read(), without telling the progress: for looking at a file before it is read, and for readers
 * that know better how far they are.
 *
 * Returns: how many bytes were read, fewer than @length only at the end of the file; -1 after a failure
 */
gssize
suivi_source_file_read_quietly (SuiviSourceFile *self,
                                goffset offset,
                                void *buffer,
                                gsize length,
                                GError **error)
{
  g_return_val_if_fail (self != NULL, -1);
  g_return_val_if_fail (offset >= 0, -1);

  if (offset >= self->size)
    return 0;
  length = MIN (length, (gsize) (self->size - offset));
  if (self->bytes != NULL)
    memcpy (buffer, (const char *) g_bytes_get_data (self->bytes, NULL) + offset, length);
  else if (!read_from_disk (self, offset, buffer, length, error))
    return -1;

  return length;
}

/**
 * suivi_source_file_read:
 * @offset: where to begin, in bytes from the beginning of the file
 * @buffer: (out): room for @length bytes
 * @length: how many bytes to read at most
 * @error: return location of a %SUIVI_IMPORT_ERROR: %SUIVI_IMPORT_ERROR_CHANGED if the file is not what it was when it
 *   was opened
 *
 * Reads a piece of the file, and tells the progress. Blocks on the disk; safe from several threads.
 *
 * Returns: how many bytes were read, fewer than @length only at the end of the file; -1 after a failure
 */
gssize
suivi_source_file_read (SuiviSourceFile *self, goffset offset, void *buffer, gsize length, GError **error)
{
  gssize n = suivi_source_file_read_quietly (self, offset, buffer, length, error);

  if (n > 0)
    suivi_source_file_report (self, (double) (offset + n) / self->size);

  return n;
}

/**
 * suivi_source_file_peek:
 * @length: how many bytes are wanted
 * @error: return location of a %SUIVI_IMPORT_ERROR
 *
 * Looks at the beginning of the file; that is no progress.
 *
 * Returns: (transfer full) (nullable): the first @length bytes, or all if there are fewer
 */
GBytes *
suivi_source_file_peek (SuiviSourceFile *self, gsize length, GError **error)
{
  g_autofree char *buffer = NULL;
  gssize n = 0;

  g_return_val_if_fail (self != NULL, NULL);

  length = MIN (length, (gsize) self->size);
  buffer = g_malloc (MAX (length, 1));
  n = suivi_source_file_read_quietly (self, 0, buffer, length, error);
  if (n < 0)
    return NULL;

  return g_bytes_new_take (g_steal_pointer (&buffer), n);
}

/**
 * suivi_source_file_read_all:
 * @max: the most bytes that the caller can use
 * @cancellable: (nullable): to stop
 * @error: return location of a %SUIVI_IMPORT_ERROR (%SUIVI_IMPORT_ERROR_TOO_BIG beyond @max) or %G_IO_ERROR_CANCELLED
 *
 * Returns: (transfer full) (nullable): the whole file
 */
GBytes *
suivi_source_file_read_all (SuiviSourceFile *self, gsize max, GCancellable *cancellable, GError **error)
{
  g_autofree char *buffer = NULL;

  g_return_val_if_fail (self != NULL, NULL);

  if ((gsize) self->size > max)
    {
      g_set_error (
        error, SUIVI_IMPORT_ERROR, SUIVI_IMPORT_ERROR_TOO_BIG,
        /* Translators: %u is a number of megabytes */
        _ ("The file “%s” is larger than %u MB; files of its kind are much smaller. It was not read."),
        self->name, (guint) (max / (1024 * 1024)));
      return NULL;
    }
  if (self->bytes != NULL)
    return g_bytes_ref (self->bytes);

  buffer = g_malloc (MAX (self->size, 1));
  for (goffset done = 0; done < self->size;)
    {
      gssize n = 0;

      if (g_cancellable_set_error_if_cancelled (cancellable, error))
        return NULL;
      n = suivi_source_file_read (self, done, buffer + done, READ_SIZE, error);
      if (n < 0)
        return NULL;
      done += n;
    }

  return g_bytes_new_take (g_steal_pointer (&buffer), self->size);
}

/* --- progress ---------------------------------------------------------------------------------------------
 */

/**
 * suivi_source_file_set_progress:
 * @progress: (nullable): is told how much of the file was read
 */
void
suivi_source_file_set_progress (SuiviSourceFile *self, SuiviProgress *progress)
{
  g_return_if_fail (self != NULL);

  g_mutex_lock (&self->lock);
  if (progress != NULL)
    suivi_progress_ref (progress);
  g_clear_pointer (&self->progress, suivi_progress_unref);
  self->progress = progress;
  self->fraction = 0;
  g_mutex_unlock (&self->lock);
}

/**
 * suivi_source_file_report:
 * @fraction: how much of the file is read, from 0 to 1
 *
 * For readers that know how far they are. What is less than was reported before is passed over, because a reader may
 * go back to look again.
 */
void
suivi_source_file_report (SuiviSourceFile *self, double fraction)
{
  g_return_if_fail (self != NULL);

  g_mutex_lock (&self->lock);
  if (self->progress != NULL && fraction > self->fraction)
    {
      self->fraction = MIN (fraction, 1);
      /* How many rows that is, the one who gets the rows says. */
      suivi_progress_set (self->progress, self->fraction, suivi_progress_get_count (self->progress));
    }
  g_mutex_unlock (&self->lock);
}

/* --- checksum ---------------------------------------------------------------------------------------------
 */

/* Returns (transfer full) (nullable): the checksum; NULL if it was stopped or the file cannot be read. Why it cannot,
 * those who read it for its content are told too. */
static gpointer
hash_in_thread (gpointer data)
{
  SuiviSourceFile *self = data;
  g_autoptr (GChecksum) checksum = g_checksum_new (G_CHECKSUM_SHA256);
  g_autofree guchar *buffer = g_malloc (READ_SIZE);

  for (goffset done = 0; done < self->size;)
    {
      gssize n = g_atomic_int_get (&self->hash_stopped)
                   ? -1
                   : suivi_source_file_read_quietly (self, done, buffer, READ_SIZE, NULL);

      if (n < 0)
        return NULL;
      g_checksum_update (checksum, buffer, n);
      done += n;
    }

  return g_strdup (g_checksum_get_string (checksum));
}

/**
 * suivi_source_file_start_sha256:
 *
 * Begins to compute the checksum on a thread of its own, while the file is read for its content.
 */
void
suivi_source_file_start_sha256 (SuiviSourceFile *self)
{
  g_return_if_fail (self != NULL);

  if (self->hasher == NULL)
    {
      g_atomic_int_set (&self->hash_stopped, FALSE);
      self->hasher = g_thread_new ("sha256", hash_in_thread, self);
    }
}

static void
cancelled_cb (GCancellable *cancellable, gpointer user_data)
{
  SuiviSourceFile *self = user_data;

  g_atomic_int_set (&self->hash_stopped, TRUE);
}

/**
 * suivi_source_file_finish_sha256:
 * @cancellable: (nullable): to stop waiting
 * @error: return location of a %SUIVI_IMPORT_ERROR or %G_IO_ERROR_CANCELLED
 *
 * Waits for the checksum; begins with it if nobody has.
 *
 * Returns: (transfer full) (nullable): SHA-256 of the file, 64 hexadecimal digits
 */
char *
suivi_source_file_finish_sha256 (SuiviSourceFile *self, GCancellable *cancellable, GError **error)
{
  g_autofree char *hash = NULL;
  gulong handler = 0;

  g_return_val_if_fail (self != NULL, NULL);

  suivi_source_file_start_sha256 (self);
  if (cancellable != NULL)
    handler = g_cancellable_connect (cancellable, G_CALLBACK (cancelled_cb), self, NULL);
  hash = g_thread_join (g_steal_pointer (&self->hasher));
  if (cancellable != NULL)
    g_cancellable_disconnect (cancellable, handler);

  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    return NULL;
  if (hash == NULL)
    set_changed (self, error);

  return g_steal_pointer (&hash);
}
