/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The grades on the scale beside the lights, as a table of the sheet Summary. */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "core/scorecard/light-order.h"
#include "core/text/text.h"
#include "exchange/scorecard-text.h"
#include "exchange/scorecard-xlsx-formula.h"
#include "exchange/scorecard-xlsx-summary-private.h"

#define COLUMN_NUMBER SUIVI_SUMMARY_FIRST
#define COLUMN_SHARE  (SUIVI_SUMMARY_FIRST + 1)

static double
find_row_height (const char *label)
{
  const guint lines = suivi_xlsx_count_lines (label, SUIVI_SUMMARY_LABEL_WIDTH - 1.4, 10);

  return MAX (SUIVI_SCORECARD_TABLE_HEIGHT, lines * SUIVI_SUMMARY_LINE_HEIGHT + 4);
}

static void
put_share (SuiviSummaryPage *page, guint total_row, guint count)
{
  const guint total = page->book->bands.total;
  g_autofree char *part = suivi_scorecard_formula_reference (page->row, COLUMN_NUMBER);
  g_autofree char *whole = suivi_scorecard_formula_reference (total_row, COLUMN_NUMBER);
  g_autofree char *formula = g_strdup_printf ("=IF(%s=0,0,%s/%s)", whole, part, whole);

  suivi_xlsx_writer_write_formula (page->book->writer, page->sheet, page->row, COLUMN_SHARE, formula,
                                   total > 0 ? (double) count / total : 0, SUIVI_XLSX_SHARE);
}

/* @label: what stands in the column of the scale of the sheet Scorecard, word for word: the formula looks for it.
 * @name: what the number is called in formulas */
static void
put_row (SuiviSummaryPage *page, guint total_row, const char *label, guint count, const char *name)
{
  g_autofree char *cell = suivi_scorecard_formula_reference (page->row, SUIVI_SUMMARY_LABEL);
  g_autofree char *criterion = g_strconcat ("Suivi_grades,", cell, NULL);
  char *const criteria[] = { criterion, NULL };

  suivi_summary_page_set_height (page, find_row_height (label));
  suivi_summary_page_put (page, SUIVI_SUMMARY_LABEL, label, SUIVI_XLSX_ROW_LABEL);
  suivi_summary_page_put_count (page, COLUMN_NUMBER, criteria, NULL, count, SUIVI_XLSX_NUMBER);
  suivi_summary_page_name_cell (page, COLUMN_NUMBER, name);
  put_share (page, total_row, count);
  page->row++;
}

static void
put_grade (SuiviSummaryPage *page, guint total_row, SuiviLight grade)
{
  const SuiviScorecardBook *book = page->book;
  g_autofree char *name = g_strconcat ("Suivi_", suivi_scale_grade_to_nick (book->head->scale, grade), NULL);

  /* "Worse than before" has a name already: that of the light. */
  if (grade == SUIVI_LIGHT_WORSE)
    {
      g_free (name);
      name = g_strconcat ("Suivi_", suivi_enum_to_nick (SUIVI_TYPE_SCALE, book->head->scale), "_worse", NULL);
    }
  g_strdelimit (name, "-", '_');
  put_row (page, total_row, book->grades[grade], book->bands.grades[grade], name);
}

static void
put_header (SuiviSummaryPage *page)
{
  const SuiviScorecardHead *head = page->book->head;
  const char *unit = suivi_scorecard_unit_text (head->rule.unit);
  const guint lines = suivi_scorecard_book_count_bold_lines (unit, page->number_width);

  suivi_summary_page_set_height (page, MAX (lines, 2) * SUIVI_SUMMARY_LINE_HEIGHT + 5);
  /* Translators: heading of a column of grades: "Fully implemented", "Not implemented" */
  suivi_summary_page_put (page, SUIVI_SUMMARY_LABEL, _ ("Grade"), SUIVI_XLSX_HEADER);
  suivi_summary_page_put (page, COLUMN_NUMBER, unit, SUIVI_XLSX_HEADER_CENTRED);
  suivi_summary_page_put (page, COLUMN_SHARE, _ ("Share"), SUIVI_XLSX_HEADER_CENTRED);
  page->row++;
}

/**
 * suivi_summary_page_write_bands:
 *
 * Writes how many recommendations have each grade on the scale that the scorecard speaks beside the lights, and how many
 * have none because the organisations differ. Where the lights are the scale, there is nothing to write.
 */
void
suivi_summary_page_write_bands (SuiviSummaryPage *self)
{
  const SuiviScorecardBook *book = self->book;
  const SuiviScorecardHead *head = book->head;
  const char *rule = suivi_scale_to_rule (head->scale);
  const guint n_rows = SUIVI_N_LIGHTS + (suivi_scorecard_head_can_be_open (head) ? 1 : 0);
  guint first = 0;

  if (head->scale == SUIVI_SCALE_LIGHT)
    return;

  suivi_xlsx_pages_keep (&self->pages, self->row,
                         suivi_summary_page_get_section_height (self, rule)
                           + (n_rows + 3) * (SUIVI_SCORECARD_TABLE_HEIGHT + 2));
  suivi_summary_page_write_section (self, suivi_scale_to_label (head->scale), rule);
  put_header (self);
  first = self->row;
  for (guint i = 0; i < SUIVI_N_LIGHTS; i++)
    put_grade (self, first + n_rows, suivi_lights_in_order[i]);
  if (suivi_scorecard_head_can_be_open (head))
    put_row (self, first + n_rows, suivi_scorecard_open_text (), book->bands.n_open, "Suivi_open");

  suivi_summary_page_set_height (self, SUIVI_SCORECARD_TABLE_HEIGHT);
  suivi_summary_page_put (self, SUIVI_SUMMARY_LABEL, _ ("Total"), SUIVI_XLSX_TOTAL_LABEL);
  suivi_summary_page_put_sum (self, COLUMN_NUMBER, first, COLUMN_NUMBER, self->row - 1, COLUMN_NUMBER,
                              book->bands.total, SUIVI_XLSX_TOTAL);
  self->row++;
  suivi_summary_page_skip_row (self);
}
