/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <unistd.h>

#include "exchange/atomic-output.h"
#include "exchange/text-output.h"
#include "store/error.h"

/* So much stands in memory before it goes to the disk. */
#define BUFFER_SIZE (64 * 1024)

struct _SuiviTextOutput
{
  SuiviAtomicOutput *output;
  GString *buffer;
  int fd;
  int failure; /* errno of the first write that failed; nothing is written after it */
};

/**
 * suivi_text_output_new:
 * @path: the file to write; it need not exist, its folder must
 * @error: return location of a %SUIVI_STORE_ERROR: that of suivi_atomic_output_new()
 *
 * Returns: (transfer full) (nullable): the output
 */
SuiviTextOutput *
suivi_text_output_new (const char *path, GError **error)
{
  g_autoptr (SuiviTextOutput) self = NULL;
  SuiviAtomicOutput *output = suivi_atomic_output_new (path, error);

  if (output == NULL)
    return NULL;

  self = g_new0 (SuiviTextOutput, 1);
  self->output = output;
  self->buffer = g_string_sized_new (BUFFER_SIZE);
  self->fd = g_open (suivi_atomic_output_get_path (output), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666);
  if (self->fd < 0)
    self->failure = errno;

  return g_steal_pointer (&self);
}

/**
 * suivi_text_output_free:
 * @self: (nullable) (transfer full): an output
 *
 * Without commit, everything that was written goes and what stood at the path stays.
 */
void
suivi_text_output_free (SuiviTextOutput *self)
{
  if (self == NULL)
    return;

  if (self->fd >= 0)
    close (self->fd);
  suivi_atomic_output_free (self->output);
  g_string_free (self->buffer, TRUE);
  g_free (self);
}

static void
write_buffer (SuiviTextOutput *self)
{
  gsize done = 0;

  while (self->failure == 0 && done < self->buffer->len)
    {
      gssize written = write (self->fd, self->buffer->str + done, self->buffer->len - done);

      if (written >= 0)
        done += written;
      else if (errno != EINTR)
        self->failure = errno;
    }
  g_string_truncate (self->buffer, 0);
}

/**
 * suivi_text_output_append:
 * @text: what comes next
 * @length: its length in bytes
 *
 * If it cannot be written, suivi_text_output_check() and suivi_text_output_commit() say so.
 */
void
suivi_text_output_append (SuiviTextOutput *self, const char *text, gsize length)
{
  g_string_append_len (self->buffer, text, length);
  if (self->buffer->len >= BUFFER_SIZE)
    write_buffer (self);
}

/**
 * suivi_text_output_check:
 * @error: return location of a %SUIVI_STORE_ERROR (DISK_FULL, FAILED)
 *
 * To stop early where nothing more can be written.
 *
 * Returns: whether all went well so far
 */
gboolean
suivi_text_output_check (SuiviTextOutput *self, GError **error)
{
  const char *name = suivi_atomic_output_get_name (self->output);

  if (self->failure == 0)
    return TRUE;

  g_debug ("Writing “%s”: %s", name, g_strerror (self->failure));
  if (self->failure == ENOSPC || self->failure == EDQUOT || self->failure == EFBIG)
    g_set_error (error, SUIVI_STORE_ERROR, SUIVI_STORE_ERROR_DISK_FULL,
                 _ ("“%s” was not written: the disk is full. Make room or choose another folder."), name);
  else
    g_set_error (error, SUIVI_STORE_ERROR, SUIVI_STORE_ERROR_FAILED,
                 _ ("“%s” could not be written. Try another folder."), name);

  return FALSE;
}

/**
 * suivi_text_output_commit:
 * @cancellable: (nullable): to stop
 * @error: return location of a %SUIVI_STORE_ERROR, or of %G_IO_ERROR_CANCELLED
 *
 * Returns: whether the file is there; else what stood there before is untouched
 */
gboolean
suivi_text_output_commit (SuiviTextOutput *self, GCancellable *cancellable, GError **error)
{
  write_buffer (self);
  if (self->fd >= 0 && close (self->fd) != 0 && self->failure == 0)
    self->failure = errno;
  self->fd = -1;

  return suivi_text_output_check (self, error) && !g_cancellable_set_error_if_cancelled (cancellable, error)
         && suivi_atomic_output_commit (self->output, error);
}
