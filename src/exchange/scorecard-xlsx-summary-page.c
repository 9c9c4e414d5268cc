/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the parts of the sheet Summary are written with. */

#include "config.h"

#include "exchange/scorecard-xlsx-formula.h"
#include "exchange/scorecard-xlsx-summary-private.h"

/**
 * suivi_summary_page_get_chart_column:
 *
 * Returns: the first column of the charts. More positions than lights need columns more, before the gap
 */
guint
suivi_summary_page_get_chart_column (const SuiviSummaryPage *self)
{
  return SUIVI_SUMMARY_TOTAL + 2 + MAX (self->n_positions, SUIVI_N_LIGHTS) - SUIVI_N_LIGHTS;
}

/**
 * suivi_summary_page_get_last_column:
 *
 * Returns: the last column of the charts, and of the sheet
 */
guint
suivi_summary_page_get_last_column (const SuiviSummaryPage *self)
{
  return suivi_summary_page_get_chart_column (self) + SUIVI_SUMMARY_CHART_COLUMNS - 1;
}

/**
 * suivi_summary_page_get_table_width:
 *
 * Returns: how wide the tables are: labels, lights and their sum
 */
double
suivi_summary_page_get_table_width (const SuiviSummaryPage *self)
{
  return SUIVI_SUMMARY_LABEL_WIDTH + (SUIVI_N_LIGHTS + 1) * self->number_width;
}

/**
 * suivi_summary_page_get_text_width:
 *
 * Returns: what text right of the labels has: six columns of numbers, the gap and those of the charts
 */
double
suivi_summary_page_get_text_width (const SuiviSummaryPage *self)
{
  return (SUIVI_N_LIGHTS + 1) * self->number_width + SUIVI_SUMMARY_GAP_WIDTH
         + SUIVI_SUMMARY_CHART_COLUMNS * SUIVI_SUMMARY_CHART_WIDTH;
}

/**
 * suivi_summary_page_put:
 *
 * Writes a text into the row that is written.
 */
void
suivi_summary_page_put (SuiviSummaryPage *self, guint column, const char *text, SuiviXlsxStyle style)
{
  suivi_xlsx_writer_write_text (self->book->writer, self->sheet, self->row, column, text, style);
}

/**
 * suivi_summary_page_put_sum:
 * @result: what it comes to
 *
 * Writes the sum of a range of cells.
 */
void
suivi_summary_page_put_sum (SuiviSummaryPage *self,
                            guint column,
                            guint first_row,
                            guint first,
                            guint last_row,
                            guint last,
                            guint result,
                            SuiviXlsxStyle style)
{
  suivi_xlsx_writer_write_sum (self->book->writer, self->sheet, self->row, column, first_row, first, last_row,
                               last, result, style);
}

/**
 * suivi_summary_page_put_row_sum:
 * @result: what it comes to
 *
 * Writes the sum of the @n_numbers to the left.
 */
void
suivi_summary_page_put_row_sum (SuiviSummaryPage *self, guint n_numbers, guint result, SuiviXlsxStyle style)
{
  suivi_summary_page_put_sum (self, SUIVI_SUMMARY_FIRST + n_numbers, self->row, SUIVI_SUMMARY_FIRST,
                              self->row, SUIVI_SUMMARY_FIRST + n_numbers - 1, result, style);
}

/**
 * suivi_summary_page_set_height:
 *
 * Makes the row that is written that high, in points. To be called once for each row that is not skipped.
 */
void
suivi_summary_page_set_height (SuiviSummaryPage *self, double height)
{
  worksheet_set_row (self->sheet, self->row, height, NULL);
  self->pages.y += height;
}

/**
 * suivi_summary_page_name_cell:
 * @name: the same in every language: formulas of anybody may use it
 *
 * Gives a cell of the row that is written a name.
 */
void
suivi_summary_page_name_cell (SuiviSummaryPage *self, guint column, const char *name)
{
  suivi_xlsx_writer_define_name (self->book->writer, name, self->sheet, self->row, self->row, column);
}

/**
 * suivi_summary_page_skip_row:
 *
 * Leaves a row empty.
 */
void
suivi_summary_page_skip_row (SuiviSummaryPage *self)
{
  self->pages.y += SUIVI_SUMMARY_EMPTY_HEIGHT;
  self->row++;
}

/**
 * suivi_summary_page_put_count:
 * @criteria: what a formula asks of a row of the sheet Scorecard
 * @light: (nullable): the cell that names a light
 * @result: what it comes to
 *
 * Writes how many rows meet either of @criteria and have the light that stands in the cell @light.
 */
void
suivi_summary_page_put_count (SuiviSummaryPage *self,
                              guint column,
                              char *const *criteria,
                              const char *light,
                              guint result,
                              SuiviXlsxStyle style)
{
  g_autofree char *formula = suivi_scorecard_formula_count (&self->book->head->rule, criteria, light);

  suivi_xlsx_writer_write_formula (self->book->writer, self->sheet, self->row, column, formula, result,
                                   style);
}

#define TITLE_HEIGHT 24.0

static double
find_note_height (const SuiviSummaryPage *self, const char *note)
{
  return suivi_xlsx_count_lines (note, suivi_summary_page_get_table_width (self), 9) * 12.5 + 4;
}

/**
 * suivi_summary_page_get_section_height:
 * @note: (nullable): a sentence below the title
 *
 * Returns: how high suivi_summary_page_write_section() makes it
 */
double
suivi_summary_page_get_section_height (const SuiviSummaryPage *self, const char *note)
{
  return TITLE_HEIGHT + (note != NULL ? find_note_height (self, note) : 0);
}

/**
 * suivi_summary_page_write_section:
 * @note: (nullable): a sentence below the title
 *
 * Writes the title of a section.
 */
void
suivi_summary_page_write_section (SuiviSummaryPage *self, const char *title, const char *note)
{
  suivi_summary_page_set_height (self, TITLE_HEIGHT);
  suivi_summary_page_put (self, SUIVI_SUMMARY_LABEL, title, SUIVI_XLSX_SECTION);
  self->row++;

  if (note != NULL)
    {
      suivi_xlsx_writer_merge_text (self->book->writer, self->sheet, self->row, SUIVI_SUMMARY_LABEL,
                                    SUIVI_SUMMARY_TOTAL, note, SUIVI_XLSX_NOTE);
      suivi_summary_page_set_height (
        self, suivi_xlsx_count_lines (note, suivi_summary_page_get_table_width (self), 9) * 12.5 + 4);
      self->row++;
    }
}
