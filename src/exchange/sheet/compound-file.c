/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "exchange/sheet/compound-file.h"
#include "exchange/zip-package.h"

/* [MS-CFB], Compound File Binary File Format */

#define HEADER_SIZE     512
#define ENTRY_SIZE      128
#define MAX_SECTOR_SIZE 4096

/* The header names so many of the sectors with the table of chains; a list of further ones goes on elsewhere. */
#define HEADER_TABLES 109

/* For files of 64 MB. */
#define MAX_TABLES 1024

/* A workbook has below ten streams, four entries to a sector. */
#define MAX_DIRECTORY_SECTORS 64

/* Shorter streams stand in pieces of another one. */
#define MIN_STREAM 4096

typedef struct
{
  SuiviSourceFile *file;
  guint sector_size;
  guint32 directory;          /* its first sector */
  guint32 tables[MAX_TABLES]; /* sectors with the table of chains */
  guint n_tables;
  guint32 known; /* which of them is in @table; its number plus one */
  guchar table[MAX_SECTOR_SIZE];
} Compound;

static guint32
read_number (const guchar *data)
{
  return data[0] | ((guint32) data[1] << 8) | ((guint32) data[2] << 16) | ((guint32) data[3] << 24);
}

static gboolean
read_at (SuiviSourceFile *file, goffset offset, guchar *buffer, gsize length)
{
  return suivi_source_file_read_quietly (file, offset, buffer, length, NULL) == (gssize) length;
}

static gboolean
read_sector (const Compound *self, guint32 sector, guchar *buffer)
{
  return read_at (self->file, ((goffset) sector + 1) * self->sector_size, buffer, self->sector_size);
}

/* The list of tables goes on in sectors of its own, each of which ends with the number of the next. */
static void
read_more_tables (Compound *self, guint32 sector)
{
  guchar data[MAX_SECTOR_SIZE];
  guint per_sector = self->sector_size / 4 - 1;

  while (self->n_tables + per_sector <= MAX_TABLES && read_sector (self, sector, data))
    {
      for (guint i = 0; i < per_sector; i++)
        self->tables[self->n_tables++] = read_number (data + i * 4);
      sector = read_number (data + per_sector * 4);
    }
}

static gboolean
read_header (Compound *self)
{
  guchar header[HEADER_SIZE];
  guint shift = 0;

  if (!read_at (self->file, 0, header, sizeof header)
      || !suivi_zip_package_is_compound (header, sizeof header))
    return FALSE;

  shift = header[30];
  if (shift != 9 && shift != 12)
    return FALSE;
  self->sector_size = 1 << shift;
  self->directory = read_number (header + 48);
  for (guint i = 0; i < HEADER_TABLES; i++)
    self->tables[self->n_tables++] = read_number (header + 76 + i * 4);
  read_more_tables (self, read_number (header + 68));

  return TRUE;
}

/* Which sector follows; there is none of the number returned at the end, and where the file is damaged. */
static guint32
find_next (Compound *self, guint32 sector)
{
  guint per_table = self->sector_size / 4;
  guint table = sector / per_table;

  if (table >= self->n_tables)
    return G_MAXUINT32;
  if (self->known != table + 1)
    {
      self->known = 0;
      if (!read_sector (self, self->tables[table], self->table))
        return G_MAXUINT32;
      self->known = table + 1;
    }

  return read_number (self->table + sector % per_table * 4);
}

/* Names are UTF-16; those that we look for are ASCII. */
static gboolean
has_name (const guchar *entry, const char *name)
{
  gsize length = strlen (name);

  if (entry[64] != (length + 1) * 2 || entry[65] != 0)
    return FALSE;
  for (gsize i = 0; i <= length; i++)
    {
      if (g_ascii_tolower (entry[2 * i]) != g_ascii_tolower (name[i]) || entry[2 * i + 1] != 0)
        return FALSE;
    }

  return TRUE;
}

static gboolean
find_stream (Compound *self, const char *name, guint32 *start, guint32 *size)
{
  guchar data[MAX_SECTOR_SIZE];
  guint32 sector = self->directory;

  for (guint i = 0; i < MAX_DIRECTORY_SECTORS; i++)
    {
      if (!read_sector (self, sector, data))
        return FALSE;
      for (guint j = 0; j < self->sector_size; j += ENTRY_SIZE)
        {
          if (has_name (data + j, name))
            {
              *start = read_number (data + j + 116);
              *size = read_number (data + j + 120);
              return TRUE;
            }
        }
      sector = find_next (self, sector);
    }

  return FALSE;
}

/**
 * suivi_compound_file_has_stream:
 * @file: a file
 * @name: name of a stream, ASCII, below 32 characters: "Workbook", "EncryptedPackage"
 *
 * Returns: whether it is an OLE2 compound file that holds such a stream
 */
gboolean
suivi_compound_file_has_stream (SuiviSourceFile *file, const char *name)
{
  Compound self = { .file = file };
  guint32 start = 0;
  guint32 size = 0;

  return read_header (&self) && find_stream (&self, name, &start, &size);
}

/**
 * suivi_compound_file_read_stream:
 * @file: a file
 * @name: name of a stream, as for suivi_compound_file_has_stream()
 * @func: called with its bytes, sector by sector
 * @user_data: passed to @func
 * @cancellable: (nullable): to stop
 *
 * Streams below 4096 bytes, too short for any workbook that Excel writes, are not read but taken as read.
 *
 * Returns: whether the stream is there and @func got all of it, or wanted no more
 */
gboolean
suivi_compound_file_read_stream (SuiviSourceFile *file,
                                 const char *name,
                                 SuiviStreamFunc func,
                                 gpointer user_data,
                                 GCancellable *cancellable)
{
  Compound self = { .file = file };
  guchar data[MAX_SECTOR_SIZE];
  guint32 sector = 0;
  guint32 left = 0;

  if (!read_header (&self) || !find_stream (&self, name, &sector, &left))
    return FALSE;
  if (left < MIN_STREAM)
    return TRUE;

  while (left > 0)
    {
      gsize length = MIN (left, self.sector_size);

      if (g_cancellable_is_cancelled (cancellable) || left > (guint64) suivi_source_file_get_size (file))
        return FALSE;
      /* The last sector of a file may be cut off behind the last byte of the stream. */
      if (!read_at (file, ((goffset) sector + 1) * self.sector_size, data, length))
        return FALSE;
      if (!func (data, length, user_data))
        return TRUE;
      left -= length;
      sector = find_next (&self, sector);
    }

  return TRUE;
}
