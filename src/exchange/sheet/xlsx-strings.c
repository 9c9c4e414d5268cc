/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <errno.h>
#include <fcntl.h>
#include <unistd.h>

#include <glib/gi18n-lib.h>

#include "exchange/import-plan.h"
#include "exchange/sheet/xlsx-strings.h"

/* A table of 1,048,576 rows with eight different texts each. */
#define MAX_STRINGS (8 * 1024 * 1024)

/* What is written to the file at once. */
#define WRITE_SIZE (256 * 1024)

struct _SuiviXlsxStrings
{
  gsize max_memory;
  GString *memory;  /* the first texts, one after the other */
  GArray *ends;     /* guint64: where each text ends, counted over memory and file */
  int fd;           /* of the file with the others; -1 while there are none */
  guint64 written;  /* its length */
  GString *pending; /* what is to be written next */
  GString *text;    /* the one that was asked for last */
};

static void
set_no_room (GError **error, int code)
{
  g_debug ("cannot keep texts: %s", g_strerror (code));
  g_set_error_literal (
    error, SUIVI_IMPORT_ERROR, SUIVI_IMPORT_ERROR_UNREADABLE,
    _ ("There is not enough room on the disk to unpack the workbook. Free some space, and import "
       "it again."));
}

/**
 * suivi_xlsx_strings_new:
 * @max_memory: how many bytes of text to keep in memory, %SUIVI_XLSX_STRINGS_MEMORY but for tests
 *
 * Returns: (transfer full): no texts
 */
SuiviXlsxStrings *
suivi_xlsx_strings_new (gsize max_memory)
{
  SuiviXlsxStrings *self = g_new0 (SuiviXlsxStrings, 1);

  self->max_memory = max_memory;
  self->memory = g_string_new (NULL);
  self->ends = g_array_new (FALSE, FALSE, sizeof (guint64));
  self->fd = -1;
  self->pending = g_string_new (NULL);
  self->text = g_string_new (NULL);

  return self;
}

/**
 * suivi_xlsx_strings_free:
 * @self: (nullable) (transfer full): texts
 */
void
suivi_xlsx_strings_free (SuiviXlsxStrings *self)
{
  if (self == NULL)
    return;

  if (self->fd >= 0)
    close (self->fd);
  g_string_free (self->memory, TRUE);
  g_string_free (self->pending, TRUE);
  g_string_free (self->text, TRUE);
  g_array_unref (self->ends);
  g_free (self);
}

/* A file that nobody else can open and that goes with us, also when we crash. */
static int
open_nameless (const char *folder)
{
  g_autofree char *path = NULL;
  int fd = open (folder, O_TMPFILE | O_RDWR | O_CLOEXEC, 0600);

  if (fd >= 0)
    return fd;

  /* Not every file system has files without names. */
  path = g_build_filename (folder, "suivi-XXXXXX", NULL);
  fd = g_mkstemp_full (path, O_RDWR | O_CLOEXEC, 0600);
  if (fd >= 0)
    unlink (path);

  return fd;
}

/* The cache folder before the one for temporary files, which may lie in memory. */
static gboolean
open_file (SuiviXlsxStrings *self, GError **error)
{
  if (self->fd < 0)
    {
      g_mkdir_with_parents (g_get_user_cache_dir (), 0700);
      self->fd = open_nameless (g_get_user_cache_dir ());
    }
  if (self->fd < 0)
    self->fd = open_nameless (g_get_tmp_dir ());
  if (self->fd < 0)
    set_no_room (error, errno);

  return self->fd >= 0;
}

static gboolean
write_pending (SuiviXlsxStrings *self, GError **error)
{
  gsize done = 0;

  if (!open_file (self, error))
    return FALSE;

  while (done < self->pending->len)
    {
      gssize n
        = pwrite (self->fd, self->pending->str + done, self->pending->len - done, self->written + done);

      if (n > 0)
        {
          done += n;
        }
      else if (n == 0 || errno != EINTR)
        {
          set_no_room (error, errno);
          return FALSE;
        }
    }
  self->written += done;
  g_string_truncate (self->pending, 0);

  return TRUE;
}

/**
 * suivi_xlsx_strings_add:
 * @text: the next text
 * @length: bytes of @text
 * @error: return location of a %SUIVI_IMPORT_ERROR
 *
 * Returns: whether it could be kept
 */
gboolean
suivi_xlsx_strings_add (SuiviXlsxStrings *self, const char *text, gsize length, GError **error)
{
  guint64 end = 0;

  g_return_val_if_fail (self != NULL, FALSE);

  if (self->ends->len >= MAX_STRINGS)
    {
      g_set_error (
        error, SUIVI_IMPORT_ERROR, SUIVI_IMPORT_ERROR_TOO_BIG,
        _ ("The workbook has more than %u different texts. Cut it into several files, and import them "
           "one by one."),
        (guint) MAX_STRINGS);
      return FALSE;
    }

  /* Once there is a file, all that follows goes there: texts stand in one order. */
  if (self->written == 0 && self->pending->len == 0 && self->memory->len + length <= self->max_memory)
    g_string_append_len (self->memory, text, length);
  else
    g_string_append_len (self->pending, text, length);
  end = self->memory->len + self->written + self->pending->len;
  g_array_append_val (self->ends, end);

  return self->pending->len < WRITE_SIZE || write_pending (self, error);
}

/**
 * suivi_xlsx_strings_get_n:
 *
 * Returns: how many texts there are
 */
guint
suivi_xlsx_strings_get_n (SuiviXlsxStrings *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->ends->len;
}

static gboolean
read_file (SuiviXlsxStrings *self, guint64 offset, gsize length, GError **error)
{
  gsize done = 0;

  g_string_set_size (self->text, length);
  while (done < length)
    {
      gssize n = pread (self->fd, self->text->str + done, length - done, offset + done);

      if (n > 0)
        {
          done += n;
        }
      else if (n == 0 || errno != EINTR)
        {
          set_no_room (error, errno);
          return FALSE;
        }
    }

  return TRUE;
}

/**
 * suivi_xlsx_strings_get:
 * @index: number of a text, below suivi_xlsx_strings_get_n()
 * @text: (out) (transfer none): the text, not ended by a NUL; valid until the next call
 * @length: (out): its bytes
 * @error: return location of a %SUIVI_IMPORT_ERROR
 *
 * Returns: whether it could be had
 */
gboolean
suivi_xlsx_strings_get (SuiviXlsxStrings *self, guint index, const char **text, gsize *length, GError **error)
{
  guint64 start = 0;
  guint64 end = 0;
  guint64 in_file = 0;

  g_return_val_if_fail (self != NULL, FALSE);
  g_return_val_if_fail (index < self->ends->len, FALSE);

  start = index > 0 ? g_array_index (self->ends, guint64, index - 1) : 0;
  end = g_array_index (self->ends, guint64, index);
  *length = end - start;
  if (end <= self->memory->len)
    {
      *text = self->memory->str + start;
      return TRUE;
    }

  in_file = start - self->memory->len;
  if (in_file >= self->written)
    {
      *text = self->pending->str + (in_file - self->written);
      return TRUE;
    }
  if (!read_file (self, in_file, *length, error))
    return FALSE;
  *text = self->text->str;

  return TRUE;
}
