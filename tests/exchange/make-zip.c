/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <archive.h>
#include <archive_entry.h>

#include "make-zip.h"

struct _MakeZip
{
  struct archive *archive;
  char *buffer;
  size_t used;
};

/* @room: bytes of all parts, as they are in the archive */
MakeZip *
make_zip_new (gsize room, gboolean compressed)
{
  MakeZip *self = g_new0 (MakeZip, 1);

  room += 64 * 1024;
  self->buffer = g_malloc (room);
  self->archive = archive_write_new ();
  g_assert_cmpint (archive_write_set_format_zip (self->archive), ==, ARCHIVE_OK);
  g_assert_cmpint (archive_write_set_options (self->archive,
                                              compressed ? "compression=deflate" : "compression=store"),
                   ==, ARCHIVE_OK);
  g_assert_cmpint (archive_write_open_memory (self->archive, self->buffer, room, &self->used), ==,
                   ARCHIVE_OK);

  return self;
}

static void
begin_entry (MakeZip *self, const char *name, gsize length)
{
  struct archive_entry *entry = archive_entry_new ();

  /* 1980-01-01, where the time of zip archives begins */
  archive_entry_set_mtime (entry, 315532800, 0);
  archive_entry_set_pathname (entry, name);
  archive_entry_set_size (entry, length);
  archive_entry_set_filetype (entry, AE_IFREG);
  archive_entry_set_perm (entry, 0644);
  g_assert_cmpint (archive_write_header (self->archive, entry), ==, ARCHIVE_OK);
  archive_entry_free (entry);
}

void
make_zip_add (MakeZip *self, const char *name, const char *content, gsize length)
{
  begin_entry (self, name, length);
  g_assert_cmpint (archive_write_data (self->archive, content, length), ==, length);
}

/* A part that nobody needs to have in memory: @start, and @piece so many times. */
void
make_zip_add_many (MakeZip *self, const char *name, const char *start, const char *piece, gsize n_pieces)
{
  gsize length = strlen (piece);

  begin_entry (self, name, strlen (start) + length * n_pieces);
  g_assert_cmpint (archive_write_data (self->archive, start, strlen (start)), ==, strlen (start));
  for (gsize i = 0; i < n_pieces; i++)
    g_assert_cmpint (archive_write_data (self->archive, piece, length), ==, length);
}

/* Returns: (transfer full): the archive; frees @self */
GBytes *
make_zip_finish (MakeZip *self)
{
  GBytes *bytes = NULL;

  g_assert_cmpint (archive_write_close (self->archive), ==, ARCHIVE_OK);
  archive_write_free (self->archive);
  bytes = g_bytes_new (self->buffer, self->used);
  g_free (self->buffer);
  g_free (self);

  return bytes;
}
