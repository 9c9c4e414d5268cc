/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "exchange/scorecard-source.h"
#include "exchange/scorecard-summary.h"
#include "exchange/scorecard-xlsx.h"
#include "exchange/xlsx-writer.h"

G_BEGIN_DECLS

/**
 * SuiviScorecardRowsFunc:
 * @func: to be called with each recommendation, in the order of the sheet
 * @func_data: for @func
 * @rows_data: where the rows come from
 *
 * Where a scorecard gets its rows from.
 *
 * Returns: whether all rows were given; else @error is set
 */
typedef gboolean (*SuiviScorecardRowsFunc) (SuiviRowFunc    func,
                                            gpointer        func_data,
                                            gpointer        rows_data,
                                            GCancellable   *cancellable,
                                            GError        **error);

gboolean suivi_scorecard_xlsx_write_rows    (const SuiviScorecardHead *head,
                                             SuiviScorecardRowsFunc    rows,
                                             gpointer                  rows_data,
                                             const char               *path,
                                             GCancellable             *cancellable,
                                             GError                  **error);
void     suivi_scorecard_xlsx_write_summary (SuiviXlsxWriter          *writer,
                                             lxw_worksheet            *sheet,
                                             const SuiviScorecardHead *head,
                                             SuiviScorecardSummary    *summary);
void     suivi_scorecard_xlsx_write_words   (SuiviXlsxWriter          *writer,
                                             const char               *card,
                                             GPtrArray                *reviews);
char    *suivi_scorecard_xlsx_footer        (const SuiviScorecardHead *head);

G_END_DECLS
