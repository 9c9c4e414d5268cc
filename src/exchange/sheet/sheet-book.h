/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "exchange/source-file.h"

G_BEGIN_DECLS

/**
 * SuiviSheetKind:
 *
 * What sort of file holds a table. The nicks are "xlsx", "xls", "ods" and "csv"; tab-separated text is CSV too.
 */
typedef enum
{
  SUIVI_SHEET_XLSX,
  SUIVI_SHEET_XLS,
  SUIVI_SHEET_ODS,
  SUIVI_SHEET_CSV,
} SuiviSheetKind;

/**
 * SuiviCellType:
 *
 * What a cell held. Its text is the same for all: numbers in decimal without useless digits ("5", "46125.4996282407"),
 * dates in ISO 8601 ("2025-03-24", "2025-03-24T09:12:44"), truth as "TRUE" and "FALSE"; an error of the table program
 * ("#REF!") has its text; a formula without a result is an error as well ("=?").
 */
typedef enum
{
  SUIVI_CELL_EMPTY,
  SUIVI_CELL_TEXT,
  SUIVI_CELL_NUMBER,
  SUIVI_CELL_DATE,
  SUIVI_CELL_BOOLEAN,
  SUIVI_CELL_ERROR,
} SuiviCellType;

/**
 * SuiviSheetRow:
 * @number: its place in the table as a person would count, from 1; empty rows count, and are not reported
 * @n_cells: how many cells follow, without empty ones at the end (but see suivi_sheet_book_set_exact())
 * @cells: their texts, valid UTF-8, never %NULL; line ends inside are "\n"; no control characters but tab and "\n"
 * @types: what they held
 * @hidden: whether the row is hidden
 *
 * One row of a table, valid only while it is reported.
 */
typedef struct
{
  guint number;
  guint n_cells;
  const char *const *cells;
  const guint8 *types;
  gboolean hidden;
} SuiviSheetRow;

/**
 * SuiviSheetRowFunc:
 *
 * Returns: whether to go on; stopping without setting @error is no failure
 */
typedef gboolean (*SuiviSheetRowFunc) (const SuiviSheetRow  *row,
                                       gpointer              user_data,
                                       GError              **error);

/**
 * SuiviSheetBook:
 *
 * A file of tables: an Excel or OpenDocument workbook, or a text file with separators, which is a workbook of one
 * sheet. It is read as a stream, within limits (FORMATS.md): inflated size, ratio, rows, columns, length of a cell.
 */
typedef struct _SuiviSheetBook SuiviSheetBook;

#define SUIVI_SHEET_MAX_COLUMNS 1024
#define SUIVI_SHEET_MAX_ROWS    1048576
#define SUIVI_SHEET_MAX_CELL    (256 * 1024) /* bytes of one text */

gboolean            suivi_sheet_recognise          (SuiviSourceFile    *file,
                                                    SuiviSheetKind     *kind);
SuiviSheetBook     *suivi_sheet_book_open          (SuiviSourceFile    *file,
                                                    SuiviSheetKind      kind,
                                                    const char         *encoding,
                                                    char                separator,
                                                    GCancellable       *cancellable,
                                                    GError            **error);
void                suivi_sheet_book_free          (SuiviSheetBook     *self);
SuiviSheetKind      suivi_sheet_book_get_kind      (SuiviSheetBook     *self);
guint               suivi_sheet_book_get_n_sheets  (SuiviSheetBook     *self);
const char         *suivi_sheet_book_get_name      (SuiviSheetBook     *self,
                                                    guint               sheet);
gboolean            suivi_sheet_book_get_hidden    (SuiviSheetBook     *self,
                                                    guint               sheet);
const char         *suivi_sheet_book_get_encoding  (SuiviSheetBook     *self);
char                suivi_sheet_book_get_separator (SuiviSheetBook     *self);
void                suivi_sheet_book_set_exact     (SuiviSheetBook     *self,
                                                    gboolean            exact);
gboolean            suivi_sheet_book_read          (SuiviSheetBook     *self,
                                                    guint               sheet,
                                                    SuiviSheetRowFunc   func,
                                                    gpointer            user_data,
                                                    GCancellable       *cancellable,
                                                    GError            **error);

const char * const *suivi_sheet_get_encodings      (void);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SuiviSheetBook, suivi_sheet_book_free)

G_END_DECLS
