/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "exchange/sheet/sheet-book.h"
#include "exchange/table-mapping.h"

G_BEGIN_DECLS

/**
 * SuiviTablePreview:
 * @kind: what sort of file it is
 * @sheets: names of its sheets that can be seen
 * @sheet: which of them is read, from 0
 * @encoding: (nullable): of a text file: one of suivi_sheet_get_encodings()
 * @separator: of a text file, else 0
 * @header_row: the row with the headers, counted from 1
 * @headers: the headers; those of columns without one are "Column C"
 * @rows: (element-type GStrv): the first rows below, at most 5, each with as many texts as there are headers
 * @mapping: what the columns are taken to mean
 * @remembered: whether that is what the user chose for such a table before
 *
 * What a person must see to say what the columns of a table mean.
 */
typedef struct
{
  SuiviSheetKind kind;
  char **sheets;
  guint sheet;
  char *encoding;
  char separator;
  guint header_row;
  char **headers;
  GPtrArray *rows;
  SuiviTableMapping *mapping;
  gboolean remembered;
} SuiviTablePreview;

SuiviTablePreview *suivi_table_preview_new  (void);
void               suivi_table_preview_free (SuiviTablePreview *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SuiviTablePreview, suivi_table_preview_free)

G_END_DECLS
