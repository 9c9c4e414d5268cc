/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "exchange/scorecard-xlsx-private.h"
#include "exchange/xlsx-pages.h"

G_BEGIN_DECLS

/* Columns: labels, the five lights or the positions, their sum; then a gap, then room for charts. */
#define SUIVI_SUMMARY_LABEL 0
#define SUIVI_SUMMARY_FIRST 1
#define SUIVI_SUMMARY_TOTAL (SUIVI_SUMMARY_FIRST + SUIVI_N_LIGHTS)
#define SUIVI_SUMMARY_CHART_COLUMNS 8

#define SUIVI_SUMMARY_LABEL_WIDTH 40.0
#define SUIVI_SUMMARY_CHART_WIDTH 9.5
#define SUIVI_SUMMARY_GAP_WIDTH 3.0
#define SUIVI_SUMMARY_LINE_HEIGHT 13.5

/* Of rows whose height nobody sets. */
#define SUIVI_SUMMARY_EMPTY_HEIGHT 15.0

/* What a column of that width measures on screen: 7 pixels a character and 5 around. */
#define SUIVI_SUMMARY_CHART_PIXELS (SUIVI_SUMMARY_CHART_COLUMNS * (int) (SUIVI_SUMMARY_CHART_WIDTH * 7 + 5))

/* Points to pixels of a screen with 96 dots per inch. */
#define SUIVI_SUMMARY_PIXELS(points) ((int) ((points) *96 / 72))

#define SUIVI_SUMMARY_MAX_POSITIONS 6

/**
 * SuiviSummaryPage:
 * @book: the workbook
 * @sheet: the sheet Summary
 * @whole: all of the scorecard, counted
 * @row: the row that is written next
 * @pages: where it is cut for the printer
 * @number_width: of the columns of numbers: no word above them is broken
 * @positions: the positions that are shown
 * @n_positions: how many these are
 *
 * The sheet Summary while it is written.
 */
typedef struct
{
  SuiviScorecardBook *book;
  lxw_worksheet *sheet;
  const SuiviTally *whole;
  guint row;
  SuiviXlsxPages pages;
  double number_width;
  SuiviPosition positions[SUIVI_SUMMARY_MAX_POSITIONS];
  guint n_positions;
} SuiviSummaryPage;

/* What its parts are written with */
guint  suivi_summary_page_get_chart_column (const SuiviSummaryPage *self);
guint  suivi_summary_page_get_last_column  (const SuiviSummaryPage *self);
double suivi_summary_page_get_table_width  (const SuiviSummaryPage *self);
double suivi_summary_page_get_text_width   (const SuiviSummaryPage *self);
double suivi_summary_page_get_section_height (const SuiviSummaryPage *self,
                                            const char             *note);
void   suivi_summary_page_put              (SuiviSummaryPage       *self,
                                            guint                   column,
                                            const char             *text,
                                            SuiviXlsxStyle          style);
void   suivi_summary_page_put_sum          (SuiviSummaryPage       *self,
                                            guint                   column,
                                            guint                   first_row,
                                            guint                   first,
                                            guint                   last_row,
                                            guint                   last,
                                            guint                   result,
                                            SuiviXlsxStyle          style);
void   suivi_summary_page_put_row_sum      (SuiviSummaryPage       *self,
                                            guint                   n_numbers,
                                            guint                   result,
                                            SuiviXlsxStyle          style);
void   suivi_summary_page_put_count        (SuiviSummaryPage       *self,
                                            guint                   column,
                                            char * const           *criteria,
                                            const char             *light,
                                            guint                   result,
                                            SuiviXlsxStyle          style);
void   suivi_summary_page_set_height       (SuiviSummaryPage       *self,
                                            double                  height);
void   suivi_summary_page_name_cell        (SuiviSummaryPage       *self,
                                            guint                   column,
                                            const char             *name);
void   suivi_summary_page_skip_row         (SuiviSummaryPage       *self);
void   suivi_summary_page_write_section    (SuiviSummaryPage       *self,
                                            const char             *title,
                                            const char             *note);

/* Its tables */
void   suivi_summary_page_write_bands      (SuiviSummaryPage       *self);
void   suivi_summary_page_write_positions  (SuiviSummaryPage       *self);
void   suivi_summary_page_write_clusters   (SuiviSummaryPage       *self);
void   suivi_summary_page_write_changes    (SuiviSummaryPage       *self);
void   suivi_summary_page_write_themes     (SuiviSummaryPage       *self);

G_END_DECLS
