/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The sheet By organisation: who says what, side by side. */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "core/scorecard/organisation.h"
#include "core/scorecard/spread.h"
#include "core/text/text.h"
#include "exchange/scorecard-xlsx-private.h"

#define COLUMN_NUMBER      0
#define COLUMN_TEXT        1
#define COLUMN_POSITION    2
#define COLUMN_LIGHT       3
#define COLUMN_AGREED      4
#define COLUMN_SPREAD      5
#define COLUMN_FIRST       6 /* of the organisations */

#define TEXT_WIDTH         58.0
#define ORGANISATION_WIDTH 20.0
#define DISSENT_WIDTH      40.0
#define SENTENCE_WIDTH     100.0

/* More than these are not readable on one page: then it is as many pages wide as it takes. */
#define MAX_ON_PAGE 8

/* The longest heading takes no more lines than this. */
#define MAX_HEADER_LINES 6

typedef struct
{
  const char *name; /* owned by the book */
  guint place;
} Organisation;

static int
compare_organisations (gconstpointer a, gconstpointer b)
{
  const Organisation *left = a;
  const Organisation *right = b;

  return suivi_organisation_compare (left->name, right->name);
}

/* By name: where in the table each one stands, whatever the order in which they were met. */
static guint *
sort_organisations (SuiviScorecardBook *book, GArray *sorted)
{
  guint *columns = g_new0 (guint, book->organisations->len + 1);

  for (guint i = 0; i < book->organisations->len; i++)
    {
      const Organisation organisation = { g_ptr_array_index (book->organisations, i), i };

      g_array_append_val (sorted, organisation);
    }
  g_array_sort (sorted, compare_organisations);
  for (guint i = 0; i < sorted->len; i++)
    columns[g_array_index (sorted, Organisation, i).place] = COLUMN_FIRST + i;

  return columns;
}

static void
begin (SuiviScorecardBook *book, GArray *sorted)
{
  lxw_worksheet *sheet = book->organisations_sheet;
  guint lines = 2;

  for (guint i = 0; i < sorted->len; i++)
    {
      g_autofree char *valid = suivi_text_make_valid (g_array_index (sorted, Organisation, i).name, -1);

      lines = MAX (lines, suivi_xlsx_count_lines (valid, ORGANISATION_WIDTH - 3, 10));
    }
  worksheet_set_row (sheet, 0, MIN (lines, MAX_HEADER_LINES) * SUIVI_SCORECARD_LINE_HEIGHT + 5, NULL);

  suivi_scorecard_book_put_header (book, sheet, 0, COLUMN_NUMBER, _ ("Number"),
                                   suivi_scorecard_head_shows_origin (book->head) ? 26 : 9);
  suivi_scorecard_book_put_header (book, sheet, 0, COLUMN_TEXT, _ ("Recommendation"), TEXT_WIDTH);
  suivi_scorecard_book_put_header (book, sheet, 0, COLUMN_POSITION, _ ("Position"), 17);
  suivi_scorecard_book_put_header (book, sheet, 0, COLUMN_LIGHT, _ ("Light"), ORGANISATION_WIDTH);
  /* Translators: heading of a column: whether the organisations agreed on the light */
  suivi_scorecard_book_put_header (book, sheet, 0, COLUMN_AGREED, _ ("Agreed"), 10);
  /* Translators: heading of a column: how many grades the organisations are apart */
  suivi_scorecard_book_put_header (book, sheet, 0, COLUMN_SPREAD, _ ("Grades apart"), 10);
  for (guint i = 0; i < sorted->len; i++)
    suivi_scorecard_book_put_header (book, sheet, 0, COLUMN_FIRST + i,
                                     g_array_index (sorted, Organisation, i).name, ORGANISATION_WIDTH);
  /* Translators: heading of a column: who sees a grade otherwise than those who agreed on it, and why */
  suivi_scorecard_book_put_header (book, sheet, 0, COLUMN_FIRST + sorted->len, _ ("Dissent"), DISSENT_WIDTH);
}

static void
put (SuiviScorecardBook *book, guint row, guint column, const char *text, SuiviXlsxStyle style)
{
  suivi_xlsx_writer_write_text (book->writer, book->organisations_sheet, row, column, text, style);
}

/* So far apart that they have to talk: marked by weight, and the number says it. */
static void
put_spread (SuiviScorecardBook *book, guint row, const SuiviScorecardLine *line)
{
  if (line->n_marks < 2)
    put (book, row, COLUMN_SPREAD, NULL, SUIVI_XLSX_COUNT);
  else
    suivi_xlsx_writer_write_number (book->writer, book->organisations_sheet, row, COLUMN_SPREAD, line->apart,
                                    line->apart >= SUIVI_SPREAD_WIDE ? SUIVI_XLSX_COUNT_STRONG
                                                                     : SUIVI_XLSX_COUNT);
}

static void
put_line (SuiviScorecardBook *book, guint index, const guint *columns, SuiviScorecardMark **cells)
{
  const SuiviScorecardLine *line = &g_array_index (book->lines, SuiviScorecardLine, index);
  const guint row = index + 1;
  guint lines = 1;

  for (guint i = 0; i < line->n_marks; i++)
    {
      SuiviScorecardMark *mark = &g_array_index (book->marks, SuiviScorecardMark, line->first_mark + i);

      cells[columns[mark->organisation] - COLUMN_FIRST] = mark;
    }

  suivi_xlsx_writer_write_link (book->writer, book->organisations_sheet, row, COLUMN_NUMBER, book->card,
                                suivi_scorecard_book_card_row (index), line->number, SUIVI_XLSX_LINK_STRONG);
  lines = suivi_xlsx_writer_write_wrapped (book->writer, book->organisations_sheet, row, COLUMN_TEXT,
                                           line->excerpt, SUIVI_XLSX_TEXT, TEXT_WIDTH);
  lines = MAX (lines, suivi_scorecard_book_count_light_lines (book, ORGANISATION_WIDTH));
  put (book, row, COLUMN_POSITION, suivi_position_to_label (line->position), SUIVI_XLSX_TEXT);
  put (book, row, COLUMN_LIGHT, book->lights[line->light], SUIVI_XLSX_LIGHT_GREY + line->light);
  put (book, row, COLUMN_AGREED, line->agreed ? _ ("yes") : NULL, SUIVI_XLSX_TEXT);
  put_spread (book, row, line);
  /* In the order of the columns: the sheet is written from left to right. */
  for (guint i = 0; i < book->organisations->len; i++)
    {
      if (cells[i] != NULL)
        put (book, row, COLUMN_FIRST + i, book->lights[cells[i]->light],
             SUIVI_XLSX_LIGHT_GREY + cells[i]->light);
      else
        put (book, row, COLUMN_FIRST + i, NULL, SUIVI_XLSX_TEXT);
      cells[i] = NULL;
    }
  lines = MAX (lines, suivi_xlsx_writer_write_wrapped (book->writer, book->organisations_sheet, row,
                                                       COLUMN_FIRST + book->organisations->len, line->dissent,
                                                       SUIVI_XLSX_TEXT, DISSENT_WIDTH));
  worksheet_set_row (book->organisations_sheet, row, lines * SUIVI_SCORECARD_LINE_HEIGHT + 4, NULL);
}

static void
set_up (SuiviScorecardBook *book)
{
  lxw_worksheet *sheet = book->organisations_sheet;
  const guint last_column = COLUMN_FIRST + book->organisations->len;

  worksheet_autofilter (sheet, 0, 0, book->n_rows, last_column);
  worksheet_freeze_panes (sheet, 1, COLUMN_TEXT + 1);
  suivi_xlsx_writer_set_up_page (book->writer, sheet, book->footer);
  worksheet_repeat_rows (sheet, 0, 0);
  worksheet_print_area (sheet, 0, 0, book->n_rows, last_column);
  if (book->organisations->len > MAX_ON_PAGE)
    {
      worksheet_fit_to_pages (sheet, 0, 0);
      worksheet_set_print_scale (sheet, 60);
      worksheet_repeat_columns (sheet, COLUMN_NUMBER, COLUMN_TEXT);
    }
}

/* Nobody to stand side by side with: a sentence says whose the grades are. */
static void
write_sentence (SuiviScorecardBook *book)
{
  g_autofree char *text = NULL;
  g_autofree char *valid = NULL;
  guint lines = 1;

  worksheet_set_column (book->organisations_sheet, 0, 0, SENTENCE_WIDTH, NULL);
  if (book->organisations->len == 0)
    text = g_strdup (_ ("No organisation has judged these recommendations yet."));
  else
    text = g_strdup_printf (
      _ ("One organisation has judged these recommendations: %s. Once another one has, this sheet shows what "
         "they "
         "say side by side. Send them this workbook: the sheet Method and definitions says how."),
      (const char *) g_ptr_array_index (book->organisations, 0));
  suivi_xlsx_writer_write_text (book->writer, book->organisations_sheet, 0, 0, _ ("By organisation"),
                                SUIVI_XLSX_SECTION);
  worksheet_set_row (book->organisations_sheet, 0, 24, NULL);
  valid = suivi_text_make_valid (text, -1);
  lines = suivi_xlsx_count_lines (valid, SENTENCE_WIDTH, 10);
  worksheet_set_row (book->organisations_sheet, 1, lines * SUIVI_SCORECARD_LINE_HEIGHT + 4, NULL);
  suivi_xlsx_writer_write_text (book->writer, book->organisations_sheet, 1, 0, text, SUIVI_XLSX_VALUE);
  suivi_xlsx_writer_set_up_page (book->writer, book->organisations_sheet, book->footer);
}

/**
 * suivi_scorecard_xlsx_write_organisations:
 *
 * Writes the sheet By organisation: a row for each recommendation, a column for each organisation, how far they are apart,
 * and who sees otherwise what was agreed on. Nothing is averaged. With fewer than two organisations it says so.
 */
void
suivi_scorecard_xlsx_write_organisations (SuiviScorecardBook *book)
{
  g_autoptr (GArray) sorted = g_array_new (FALSE, FALSE, sizeof (Organisation));
  g_autofree guint *columns = sort_organisations (book, sorted);
  g_autofree SuiviScorecardMark **cells = g_new0 (SuiviScorecardMark *, book->organisations->len + 1);

  if (book->organisations->len < 2)
    {
      write_sentence (book);
      return;
    }

  begin (book, sorted);
  for (guint i = 0; i < book->n_rows; i++)
    put_line (book, i, columns, cells);
  set_up (book);
}
