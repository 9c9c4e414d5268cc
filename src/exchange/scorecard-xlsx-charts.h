/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "exchange/scorecard-xlsx-private.h"

G_BEGIN_DECLS

/**
 * SuiviScorecardChart:
 * @at_row: where it stands
 * @at_column: where it stands
 * @header_row: the headings of the table that it shows: words of the lights, from good to bad
 * @label_column: where the table has its labels; the numbers stand right of them
 * @n_rows: how many rows it shows, from the one below the headings on
 * @values: what they hold, lights in the order of the columns
 * @width: in pixels
 * @height: in pixels
 * @title: what it shows
 * @description: what it shows, read aloud
 *
 * A chart beside a table of the sheet Summary.
 */
typedef struct
{
  guint at_row;
  guint at_column;
  guint header_row;
  guint label_column;
  guint n_rows;
  const guint (*values)[SUIVI_N_LIGHTS];
  int width;
  int height;
  const char *title;
  const char *description;
} SuiviScorecardChart;

void suivi_scorecard_xlsx_insert_bars     (SuiviScorecardBook        *book,
                                           const SuiviScorecardChart *chart);
void suivi_scorecard_xlsx_insert_doughnut (SuiviScorecardBook        *book,
                                           const SuiviScorecardChart *chart);

G_END_DECLS
