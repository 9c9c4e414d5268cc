/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "exchange/opc-relations.h"
#include "exchange/sheet/sheet-book-private.h"
#include "exchange/sheet/sheet-value.h"
#include "exchange/sheet/xlsx-strings.h"

G_BEGIN_DECLS

/* Some characters take seven bytes in the file, "_x000D_": a text may be so much longer there. */
#define SUIVI_XLSX_MAX_RAW (SUIVI_SHEET_MAX_CELL * 7)

/**
 * SuiviXlsxBook:
 * @zip: the file
 * @sheets: (element-type utf8): the parts with the sheets, in the order of the book
 * @strings_part: (nullable): the part with the texts that cells share
 * @styles_part: (nullable): the part that says how cells look
 * @from_1904: whether days count from 1904
 * @strings: (nullable): the texts, when they were read
 * @formats: (nullable): #SuiviNumberFormat of each style, when they were read
 *
 * An Excel workbook.
 */
typedef struct
{
  SuiviZipPackage *zip;
  GPtrArray *sheets;
  char *strings_part;
  char *styles_part;
  gboolean from_1904;
  SuiviXlsxStrings *strings;
  GByteArray *formats;
} SuiviXlsxBook;

gboolean suivi_xlsx_read_workbook (SuiviXlsxBook    *self,
                                   SuiviSheetBook   *book,
                                   const char       *part,
                                   GCancellable     *cancellable,
                                   GError          **error);
gboolean suivi_xlsx_read_styles   (SuiviXlsxBook    *self,
                                   GCancellable     *cancellable,
                                   GError          **error);
gboolean suivi_xlsx_read_strings  (SuiviXlsxBook    *self,
                                   GCancellable     *cancellable,
                                   GError          **error);
gboolean suivi_xlsx_read_rows     (SuiviXlsxBook    *self,
                                   const char       *part,
                                   SuiviRowBuilder  *rows,
                                   GCancellable     *cancellable,
                                   GError          **error);

void     suivi_xlsx_unescape      (GString          *text);

G_END_DECLS
