/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "make-compound.h"

#define SECTOR     512
#define END_CHAIN  0xFFFFFFFE
#define FREE       0xFFFFFFFF
#define FAT_SECTOR 0xFFFFFFFD

/* Streams that are shorter would have to stand in a stream of small pieces. */
#define MIN_STREAM 4096

/* One table of sectors is enough for so many. */
#define MAX_SECTORS (SECTOR / 4)

static void
put_short (guint8 *at, guint16 number)
{
  at[0] = number & 0xFF;
  at[1] = number >> 8;
}

static void
put_long (guint8 *at, guint32 number)
{
  put_short (at, number & 0xFFFF);
  put_short (at + 2, number >> 16);
}

static void
put_entry (guint8 *at, const char *name, guint8 type, guint32 child, guint32 start, guint32 size)
{
  gsize length = strlen (name);

  for (gsize i = 0; i < length; i++)
    at[2 * i] = name[i];
  put_short (at + 64, (length + 1) * 2);
  at[66] = type;
  at[67] = 1;
  put_long (at + 68, FREE);
  put_long (at + 72, FREE);
  put_long (at + 76, child);
  put_long (at + 116, start);
  put_long (at + 120, size);
}

/* Sector 0 is the table of sectors, 1 the directory, the others are the stream. */
GBytes *
make_compound (const char *stream, const guint8 *content, gsize length)
{
  static const guint8 magic[] = { 0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1 };
  gsize size = MAX (length, MIN_STREAM);
  guint n_sectors = (size + SECTOR - 1) / SECTOR;
  gsize total = (3 + n_sectors) * SECTOR;
  guint8 *data = g_malloc0 (total);
  guint8 *table = data + SECTOR;
  guint8 *directory = data + 2 * SECTOR;

  g_assert_cmpuint (n_sectors, <, MAX_SECTORS - 2);
  memcpy (data, magic, sizeof magic);
  put_short (data + 24, 0x3E);
  put_short (data + 26, 3);
  put_short (data + 28, 0xFFFE);
  put_short (data + 30, 9);
  put_short (data + 32, 6);
  put_long (data + 44, 1);
  put_long (data + 48, 1);
  put_long (data + 56, MIN_STREAM);
  put_long (data + 60, END_CHAIN);
  put_long (data + 68, END_CHAIN);
  for (guint i = 0; i < 109; i++)
    put_long (data + 76 + 4 * i, i == 0 ? 0 : FREE);

  for (guint i = 0; i < MAX_SECTORS; i++)
    put_long (table + 4 * i, FREE);
  put_long (table, FAT_SECTOR);
  put_long (table + 4, END_CHAIN);
  for (guint i = 0; i < n_sectors; i++)
    put_long (table + 4 * (2 + i), i + 1 < n_sectors ? 3 + i : END_CHAIN);

  put_entry (directory, "Root Entry", 5, 1, END_CHAIN, 0);
  put_entry (directory + 128, stream, 2, FREE, 2, size);
  memcpy (data + 3 * SECTOR, content, length);

  return g_bytes_new_take (data, total);
}
