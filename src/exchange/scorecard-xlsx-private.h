/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

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

/**
 * SuiviScorecardHead:
 * @reviews: (element-type SuiviReview): what the scorecard is about
 * @filter_text: what is included, in words
 * @cut_off: (nullable): the day after which assessments do not count
 * @author: who made it, with organisation
 * @organisation: (nullable): the organisation alone
 * @with_outputs: whether outputs of other mechanisms may be among the rows: each row says where it comes from then
 *
 * What a scorecard says besides its rows.
 */
typedef struct
{
  GPtrArray *reviews;
  char *filter_text;
  char *cut_off;
  char *author;
  char *organisation;
  gboolean with_outputs;
} SuiviScorecardHead;

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
