/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

#include "exchange/xlsx-style.h"

G_BEGIN_DECLS

/**
 * SuiviXlsxSheetMode:
 * @SUIVI_XLSX_SHEET_STREAMED: rows are written from top to bottom and take no memory
 * @SUIVI_XLSX_SHEET_IN_MEMORY: a small sheet, whose numbers charts can quote
 */
typedef enum
{
  SUIVI_XLSX_SHEET_STREAMED,
  SUIVI_XLSX_SHEET_IN_MEMORY,
} SuiviXlsxSheetMode;

/**
 * SuiviXlsxWriter:
 *
 * A workbook for Excel under construction: what every writer of such files needs around libxlsxwriter. It
 * belongs to the thread that made it, whose numbers are printed the C way until the writer is freed.
 */
typedef struct _SuiviXlsxWriter SuiviXlsxWriter;

SuiviXlsxWriter *suivi_xlsx_writer_new            (const char          *path,
                                                   GError             **error);
void             suivi_xlsx_writer_free           (SuiviXlsxWriter     *self);
lxw_workbook    *suivi_xlsx_writer_get_workbook   (SuiviXlsxWriter     *self);
gboolean         suivi_xlsx_writer_get_rtl        (const SuiviXlsxWriter *self);
lxw_worksheet   *suivi_xlsx_writer_add_sheet      (SuiviXlsxWriter     *self,
                                                   const char          *name,
                                                   const char          *fallback,
                                                   SuiviXlsxSheetMode   mode);
lxw_format      *suivi_xlsx_writer_get_format     (SuiviXlsxWriter     *self,
                                                   SuiviXlsxStyle       style);

void             suivi_xlsx_writer_write_text     (SuiviXlsxWriter     *self,
                                                   lxw_worksheet       *sheet,
                                                   guint                row,
                                                   guint                column,
                                                   const char          *text,
                                                   SuiviXlsxStyle       style);
guint            suivi_xlsx_writer_write_wrapped  (SuiviXlsxWriter     *self,
                                                   lxw_worksheet       *sheet,
                                                   guint                row,
                                                   guint                column,
                                                   const char          *text,
                                                   SuiviXlsxStyle       style,
                                                   double               width);
void             suivi_xlsx_writer_write_number   (SuiviXlsxWriter     *self,
                                                   lxw_worksheet       *sheet,
                                                   guint                row,
                                                   guint                column,
                                                   guint                number,
                                                   SuiviXlsxStyle       style);
void             suivi_xlsx_writer_write_average  (SuiviXlsxWriter     *self,
                                                   lxw_worksheet       *sheet,
                                                   guint                row,
                                                   guint                column,
                                                   double               average);
void             suivi_xlsx_writer_write_sum      (SuiviXlsxWriter     *self,
                                                   lxw_worksheet       *sheet,
                                                   guint                row,
                                                   guint                column,
                                                   guint                first_row,
                                                   guint                first_column,
                                                   guint                last_row,
                                                   guint                last_column,
                                                   guint                result,
                                                   SuiviXlsxStyle       style);
void             suivi_xlsx_writer_write_formula  (SuiviXlsxWriter     *self,
                                                   lxw_worksheet       *sheet,
                                                   guint                row,
                                                   guint                column,
                                                   const char          *formula,
                                                   double               result,
                                                   SuiviXlsxStyle       style);
void             suivi_xlsx_writer_write_link     (SuiviXlsxWriter     *self,
                                                   lxw_worksheet       *sheet,
                                                   guint                row,
                                                   guint                column,
                                                   lxw_worksheet       *target,
                                                   guint                target_row,
                                                   const char          *text,
                                                   SuiviXlsxStyle       style);
void             suivi_xlsx_writer_write_address  (SuiviXlsxWriter     *self,
                                                   lxw_worksheet       *sheet,
                                                   guint                row,
                                                   guint                column,
                                                   const char          *address);
void             suivi_xlsx_writer_write_date     (SuiviXlsxWriter     *self,
                                                   lxw_worksheet       *sheet,
                                                   guint                row,
                                                   guint                column,
                                                   const char          *date,
                                                   SuiviXlsxStyle       style);
void             suivi_xlsx_writer_merge_text     (SuiviXlsxWriter     *self,
                                                   lxw_worksheet       *sheet,
                                                   guint                row,
                                                   guint                first_column,
                                                   guint                last_column,
                                                   const char          *text,
                                                   SuiviXlsxStyle       style);
void             suivi_xlsx_writer_define_name    (SuiviXlsxWriter     *self,
                                                   const char          *name,
                                                   lxw_worksheet       *sheet,
                                                   guint                first_row,
                                                   guint                last_row,
                                                   guint                column);
void             suivi_xlsx_writer_set_up_page    (SuiviXlsxWriter     *self,
                                                   lxw_worksheet       *sheet,
                                                   const char          *footer);
gboolean         suivi_xlsx_writer_finish         (SuiviXlsxWriter     *self,
                                                   GCancellable        *cancellable,
                                                   GError             **error);

char            *suivi_xlsx_cell_text             (const char          *text);
char            *suivi_xlsx_read_text             (const char          *text);
double           suivi_xlsx_measure_word          (const char          *text,
                                                   double               points);
guint            suivi_xlsx_count_lines           (const char          *text,
                                                   double               width,
                                                   double               points);
char            *suivi_xlsx_footer_text           (const char          *text,
                                                   guint                max_length);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SuiviXlsxWriter, suivi_xlsx_writer_free)

G_END_DECLS
