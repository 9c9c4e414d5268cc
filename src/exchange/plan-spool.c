/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "exchange/plan-spool.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <unistd.h>

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

#include "store/error.h"

/* Beyond this the records go to a file. */
#define MAX_MEMORY (16 * 1024 * 1024)
/* What is written to the file at once, and read from it by those who go through it in order. */
#define BLOCK_SIZE (256 * 1024)
/* What is read for those who jump: most records fit. */
#define JUMP_SIZE (4 * 1024)

/* Each record is its size, in the byte order of this computer, and its bytes. */
#define HEADER_SIZE sizeof (guint32)

struct _SuiviPlanSpool
{
  GByteArray *memory; /* (owned): the records from @in_file on, or all */
  guint64 in_file;    /* how many bytes the file has */
  int fd;             /* -1: no file */
  int code;           /* errno of what went wrong, or 0 */

  GByteArray *block; /* (owned): a piece of the file */
  guint64 block_offset;
};

/**
 * suivi_plan_spool_new:
 *
 * Returns: (transfer full): an empty spool
 */
SuiviPlanSpool *
suivi_plan_spool_new (void)
{
  SuiviPlanSpool *self = g_new0 (SuiviPlanSpool, 1);

  self->memory = g_byte_array_new ();
  self->block = g_byte_array_new ();
  self->fd = -1;

  return self;
}

/**
 * suivi_plan_spool_free:
 * @self: (transfer full): a spool
 */
void
suivi_plan_spool_free (SuiviPlanSpool *self)
{
  if (self->fd >= 0)
    close (self->fd);
  g_byte_array_unref (self->memory);
  g_byte_array_unref (self->block);
  g_free (self);
}

/**
 * suivi_plan_spool_clear:
 *
 * Forgets all records, and what went wrong.
 */
void
suivi_plan_spool_clear (SuiviPlanSpool *self)
{
  if (self->fd >= 0)
    close (self->fd);
  self->fd = -1;
  self->code = 0;
  self->in_file = 0;
  g_byte_array_set_size (self->memory, 0);
  g_byte_array_set_size (self->block, 0);
}

/* Nobody else can open it: its name is gone at once. */
static gboolean
open_file (SuiviPlanSpool *self)
{
  g_autofree char *path = g_build_filename (g_get_tmp_dir (), "suivi-XXXXXX", NULL);

  self->fd = g_mkstemp_full (path, O_RDWR | O_CLOEXEC, 0600);
  if (self->fd < 0)
    {
      self->code = errno;
      return FALSE;
    }
  g_unlink (path);

  return TRUE;
}

static gboolean
write_all (SuiviPlanSpool *self)
{
  gsize written = 0;

  while (written < self->memory->len)
    {
      gssize n = pwrite (self->fd, self->memory->data + written, self->memory->len - written,
                         self->in_file + written);

      if (n < 0 && errno != EINTR)
        {
          self->code = errno;
          return FALSE;
        }
      if (n > 0)
        written += n;
    }

  return TRUE;
}

/* After this the memory holds nothing, and from now on it is a small buffer only. */
static void
move_to_file (SuiviPlanSpool *self)
{
  if (self->code != 0 || (self->fd < 0 && !open_file (self)) || !write_all (self))
    return;

  self->in_file += self->memory->len;
  if (self->memory->len > 2 * BLOCK_SIZE)
    {
      g_byte_array_unref (self->memory);
      self->memory = g_byte_array_new ();
    }
  g_byte_array_set_size (self->memory, 0);
}

/**
 * suivi_plan_spool_add:
 * @data: (array length=size): a record
 * @size: how many bytes it has
 *
 * When the disk is full, the record is lost, and suivi_plan_spool_check() says so.
 *
 * Returns: where the record is, for suivi_plan_spool_read()
 */
guint64
suivi_plan_spool_add (SuiviPlanSpool *self, const guint8 *data, gsize size)
{
  guint64 offset = 0;
  guint32 header = size;

  g_return_val_if_fail (size <= G_MAXUINT32 - HEADER_SIZE, 0);

  if (self->memory->len + HEADER_SIZE + size > (self->fd >= 0 ? BLOCK_SIZE : MAX_MEMORY))
    move_to_file (self);
  /* With nowhere to write, nothing more is kept either. */
  if (self->code != 0)
    return 0;

  offset = self->in_file + self->memory->len;
  g_byte_array_append (self->memory, (const guint8 *) &header, HEADER_SIZE);
  g_byte_array_append (self->memory, data, size);

  return offset;
}

/* Reads a piece of the file that begins at the offset, and has so many bytes at least. */
static gboolean
read_block (SuiviPlanSpool *self, guint64 offset, gsize size)
{
  guint64 end = self->block_offset + self->block->len;
  gboolean in_order = offset >= self->block_offset && offset <= end + JUMP_SIZE;
  gsize wanted = MAX (size, in_order ? BLOCK_SIZE : JUMP_SIZE);
  gsize done = 0;

  wanted = MIN (wanted, self->in_file - offset);
  g_byte_array_set_size (self->block, wanted);
  self->block_offset = offset;
  while (done < wanted)
    {
      gssize n = pread (self->fd, self->block->data + done, wanted - done, offset + done);

      if (n > 0)
        done += n;
      else if (n == 0 || errno != EINTR)
        {
          self->code = n == 0 ? EIO : errno;
          g_byte_array_set_size (self->block, 0);
          return FALSE;
        }
    }

  return TRUE;
}

static const guint8 *
get_bytes (SuiviPlanSpool *self, guint64 offset, gsize size)
{
  if (offset >= self->in_file)
    return offset - self->in_file + size <= self->memory->len ? self->memory->data + (offset - self->in_file)
                                                              : NULL;
  if (offset + size > self->in_file)
    return NULL;
  if ((offset < self->block_offset || offset + size > self->block_offset + self->block->len)
      && !read_block (self, offset, size))
    return NULL;

  return self->block->data + (offset - self->block_offset);
}

/**
 * suivi_plan_spool_read:
 * @offset: where the record is
 * @size: (out): how many bytes it has
 *
 * To go through all records in order is cheap; to jump costs a look at the disk each time.
 *
 * Returns: (transfer none) (nullable): the record, until the next call; %NULL if it was lost, which
 *   suivi_plan_spool_check() explains
 */
const guint8 *
suivi_plan_spool_read (SuiviPlanSpool *self, guint64 offset, gsize *size)
{
  const guint8 *data = self->code == 0 ? get_bytes (self, offset, HEADER_SIZE) : NULL;
  guint32 header = 0;

  *size = 0;
  if (data == NULL)
    return NULL;

  memcpy (&header, data, HEADER_SIZE);
  *size = header;
  data = get_bytes (self, offset, HEADER_SIZE + *size);

  return data != NULL ? data + HEADER_SIZE : NULL;
}

/**
 * suivi_plan_spool_check:
 * @error: return location of a %SUIVI_STORE_ERROR_DISK_FULL or %SUIVI_STORE_ERROR_FAILED
 *
 * Returns: whether all records are there
 */
gboolean
suivi_plan_spool_check (SuiviPlanSpool *self, GError **error)
{
  if (self->code == 0)
    return TRUE;

  g_debug ("spool: %s", g_strerror (self->code));
  if (self->code == ENOSPC || self->code == EDQUOT || self->code == EFBIG)
    g_set_error_literal (
      error, SUIVI_STORE_ERROR, SUIVI_STORE_ERROR_DISK_FULL,
      _ ("This file is so big that Suivi needs room for temporary files, and there is none. "
         "Make room on the disk and try again."));
  else
    g_set_error_literal (
      error, SUIVI_STORE_ERROR, SUIVI_STORE_ERROR_FAILED,
      _ ("This file is so big that Suivi needs a temporary file, which cannot be written or "
         "read. Check the folder for temporary files and try again."));

  return FALSE;
}

/**
 * suivi_plan_spool_is_file:
 *
 * Returns: whether the records have gone to a file
 */
gboolean
suivi_plan_spool_is_file (SuiviPlanSpool *self)
{
  return self->fd >= 0;
}
