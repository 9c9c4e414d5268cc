/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "exchange/sheet/biff-look.h"
#include "exchange/sheet/compound-file.h"

/* [MS-XLS]: a workbook is a row of records, each with its kind and length before it. */
#define HEADER_SIZE     4

#define RECORD_FORMULA  0x0006
#define RECORD_FILEPASS 0x002F
#define RECORD_BOOLERR  0x0205

typedef struct
{
  guchar header[HEADER_SIZE];
  guint n_header; /* bytes of the header that are known */
  guint left;     /* bytes of the record that are to come */
  SuiviBiffLook found;
} Scan;

static gboolean
scan_cb (const guchar *data, gsize length, gpointer user_data)
{
  Scan *self = user_data;
  gsize i = 0;

  while (i < length)
    {
      gsize skipped = MIN (self->left, length - i);
      guint kind = 0;

      i += skipped;
      self->left -= skipped;
      if (i == length)
        return TRUE;

      self->header[self->n_header++] = data[i++];
      if (self->n_header < HEADER_SIZE)
        continue;

      kind = self->header[0] | ((guint) self->header[1] << 8);
      self->left = self->header[2] | ((guint) self->header[3] << 8);
      self->n_header = 0;
      if (kind == RECORD_FORMULA || kind == RECORD_BOOLERR)
        self->found = SUIVI_BIFF_FORMULAS;
      else if (kind == RECORD_FILEPASS)
        self->found = SUIVI_BIFF_PROTECTED;
      if (self->found != SUIVI_BIFF_PLAIN)
        return FALSE;
    }

  return TRUE;
}

/**
 * suivi_biff_look:
 * @file: a workbook of before 2007, in an OLE2 compound file
 * @cancellable: (nullable): to stop
 * @error: return location of a %SUIVI_IMPORT_ERROR or %G_IO_ERROR_CANCELLED; set only with %SUIVI_BIFF_FAILED
 *
 * Looks through the records of a workbook for what the library that reads it does not tell.
 *
 * Returns: the first thing that stands in the way, or %SUIVI_BIFF_PLAIN
 */
SuiviBiffLook
suivi_biff_look (SuiviSourceFile *file, GCancellable *cancellable, GError **error)
{
  Scan self = { .found = SUIVI_BIFF_PLAIN };
  const char *stream = suivi_compound_file_has_stream (file, "Workbook") ? "Workbook" : "Book";
  gboolean complete = suivi_compound_file_read_stream (file, stream, scan_cb, &self, cancellable);
  char unused[1];

  if (g_cancellable_set_error_if_cancelled (cancellable, error)
      || suivi_source_file_read_quietly (file, 0, unused, sizeof unused, error) < 0)
    return SUIVI_BIFF_FAILED;

  return complete ? self.found : SUIVI_BIFF_DAMAGED;
}
