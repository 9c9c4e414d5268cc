/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The sheet Changes since last edition: how many lights moved where, and which. */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "core/scorecard/light-order.h"
#include "exchange/scorecard-xlsx-formula.h"
#include "exchange/scorecard-xlsx-private.h"

/* Columns of the list; the matrix above uses the same. */
#define COLUMN_NUMBER   0
#define COLUMN_TEXT     1
#define COLUMN_POSITION 2
#define COLUMN_PREVIOUS 3
#define COLUMN_NOW      4
#define COLUMN_TREND    5
#define COLUMN_LAST     8 /* of the matrix */

static const double widths[COLUMN_LAST + 1] = { 12, 60, 20, 20, 20, 20, 20, 20, 11 };

typedef struct
{
  SuiviScorecardBook *book;
  lxw_worksheet *sheet;
  guint row;
} Page;

static void
put (Page *page, guint column, const char *text, SuiviXlsxStyle style)
{
  suivi_xlsx_writer_write_text (page->book->writer, page->sheet, page->row, column, text, style);
}

static void
put_number (Page *page, guint column, guint number, SuiviXlsxStyle style)
{
  suivi_xlsx_writer_write_number (page->book->writer, page->sheet, page->row, column, number, style);
}

static void
set_height (Page *page, double height)
{
  worksheet_set_row (page->sheet, page->row, height, NULL);
}

static void
put_section (Page *page, const char *title)
{
  page->row++;
  set_height (page, 24);
  put (page, COLUMN_NUMBER, title, SUIVI_XLSX_SECTION);
  page->row++;
}

static double
sum_widths (void)
{
  double width = 0;

  for (guint i = 0; i <= COLUMN_LAST; i++)
    width += widths[i];

  return width;
}

static void
put_note (Page *page, const char *text)
{
  suivi_scorecard_book_put_note (page->book, page->sheet, page->row, COLUMN_LAST, sum_widths (), text);
  page->row++;
}

/* Light, or not in that edition: from good to bad, as everywhere, then what is not there. */
static guint
get_end (guint index)
{
  return index < SUIVI_N_LIGHTS ? suivi_lights_in_order[index] : SUIVI_LIGHT_ABSENT;
}

static const char *
end_to_text (const SuiviScorecardBook *book, guint end)
{
  return end < SUIVI_N_LIGHTS ? book->lights[end] : _ ("Not in the edition");
}

/* A number needs more room where it says which review it is of. */
#define WIDE_NUMBER 28

/* Where the matrix stands: its first column says the light before; the columns of numbers follow the position. */
#define MATRIX_FIRST COLUMN_POSITION

static void
put_matrix_header (Page *page)
{
  set_height (page, 32);
  /* Translators: heading of the first column of a table: its rows are the lights before, its columns those now */
  put (page, COLUMN_TEXT, _ ("Before (rows) and now (columns)"), SUIVI_XLSX_HEADER);
  for (guint i = 0; i < SUIVI_COMPARISON_N_ENDS; i++)
    put (page, MATRIX_FIRST + i, end_to_text (page->book, get_end (i)), SUIVI_XLSX_HEADER_CENTRED);
  put (page, COLUMN_LAST, _ ("Total"), SUIVI_XLSX_HEADER_CENTRED);
  page->row++;
}

/* What stayed is marked: it is the diagonal. */
static void
put_matrix_row (Page *page, const SuiviMoveTable *table, guint before)
{
  guint total = 0;

  set_height (page, 18);
  put (page, COLUMN_TEXT, end_to_text (page->book, before), SUIVI_XLSX_ROW_LABEL);
  for (guint i = 0; i < SUIVI_COMPARISON_N_ENDS; i++)
    {
      const guint now = get_end (i);

      if (before == SUIVI_LIGHT_ABSENT && now == SUIVI_LIGHT_ABSENT)
        {
          put (page, MATRIX_FIRST + i, NULL, SUIVI_XLSX_NUMBER);
          continue;
        }
      put_number (page, MATRIX_FIRST + i, table->cells[before][now],
                  before == now ? SUIVI_XLSX_ROW_TOTAL : SUIVI_XLSX_NUMBER);
      total += table->cells[before][now];
    }
  suivi_xlsx_writer_write_sum (page->book->writer, page->sheet, page->row, COLUMN_LAST, page->row,
                               MATRIX_FIRST, page->row, MATRIX_FIRST + SUIVI_N_LIGHTS, total,
                               SUIVI_XLSX_ROW_TOTAL);
  page->row++;
}

static void
put_matrix (Page *page, const SuiviMoveTable *table)
{
  const guint first = page->row + 1;

  put_matrix_header (page);
  for (guint i = 0; i < SUIVI_COMPARISON_N_ENDS; i++)
    put_matrix_row (page, table, get_end (i));

  set_height (page, 18);
  put (page, COLUMN_TEXT, _ ("Total"), SUIVI_XLSX_TOTAL_LABEL);
  for (guint i = 0; i <= SUIVI_COMPARISON_N_ENDS; i++)
    {
      guint total = 0;

      for (guint before = 0; before < SUIVI_COMPARISON_N_ENDS; before++)
        total += i < SUIVI_COMPARISON_N_ENDS ? table->cells[before][get_end (i)] : 0;
      suivi_xlsx_writer_write_sum (page->book->writer, page->sheet, page->row, MATRIX_FIRST + i, first,
                                   MATRIX_FIRST + i, page->row - 1, MATRIX_FIRST + i,
                                   i < SUIVI_COMPARISON_N_ENDS ? total : table->total, SUIVI_XLSX_TOTAL);
    }
  page->row++;
}

/* The measure by which UPR Info found 19 % at mid-term (Beyond Promises, 2014). */
static void
put_noted (Page *page)
{
  const SuiviNotedMoves noted
    = suivi_comparison_count_noted (page->book->comparison, page->book->head->rule.part);
  g_autofree char *percent = suivi_percent_to_text (noted.n_progress, noted.n_noted);
  g_autofree char *text = NULL;

  put_section (page, _ ("Noted, and moved all the same"));
  if (noted.n_noted == 0)
    {
      put_note (page, _ ("No recommendation of both editions was noted."));
      return;
    }

  text = g_strdup_printf (
    ngettext (
      "Of %u noted recommendation, %u (%s) is implemented or shows some progress, %u has a better light "
      "than "
      "before, and the State supports %u now.",
      "Of %u noted recommendations, %u (%s) are implemented or show some progress, %u have a better light "
      "than before, and the State supports %u now.",
      noted.n_noted),
    noted.n_noted, noted.n_progress, percent, noted.n_better, noted.n_supported);
  put_note (page, text);
}

static gboolean
has_moved (const SuiviScorecardLine *line)
{
  return line->previous != line->light;
}

static void
put_list_header (Page *page)
{
  set_height (page, 32);
  put (page, COLUMN_NUMBER, _ ("Number"), SUIVI_XLSX_HEADER);
  put (page, COLUMN_TEXT, _ ("Recommendation"), SUIVI_XLSX_HEADER);
  put (page, COLUMN_POSITION, _ ("Position"), SUIVI_XLSX_HEADER);
  put (page, COLUMN_PREVIOUS, _ ("Previous light"), SUIVI_XLSX_HEADER);
  /* Translators: heading of a column: the light in this edition */
  put (page, COLUMN_NOW, _ ("Light now"), SUIVI_XLSX_HEADER);
  put (page, COLUMN_TREND, _ ("Trend"), SUIVI_XLSX_HEADER);
  page->row++;
}

static void
put_moved (Page *page, guint index)
{
  SuiviScorecardBook *book = page->book;
  const SuiviScorecardLine *line = &g_array_index (book->lines, SuiviScorecardLine, index);
  const SuiviMove move = suivi_move_from_lights (line->previous, line->light);
  g_autofree char *trend = suivi_scorecard_book_move_text (book, move);
  guint lines = suivi_xlsx_count_lines (trend, widths[COLUMN_TREND] - 1.4, 10);
  guint text_lines = 0;

  suivi_xlsx_writer_write_link (book->writer, page->sheet, page->row, COLUMN_NUMBER, book->card,
                                suivi_scorecard_book_card_row (index), line->number, SUIVI_XLSX_LINK_STRONG);
  text_lines = suivi_xlsx_writer_write_wrapped (book->writer, page->sheet, page->row, COLUMN_TEXT,
                                                line->excerpt, SUIVI_XLSX_TEXT, widths[COLUMN_TEXT]);
  put (page, COLUMN_POSITION, suivi_position_to_label (line->position), SUIVI_XLSX_TEXT);
  put (page, COLUMN_PREVIOUS, end_to_text (book, line->previous),
       line->previous < SUIVI_N_LIGHTS ? SUIVI_XLSX_LIGHT_GREY + line->previous : SUIVI_XLSX_QUIET);
  put (page, COLUMN_NOW, book->lights[line->light], SUIVI_XLSX_LIGHT_GREY + line->light);
  put (page, COLUMN_TREND, trend, SUIVI_XLSX_TEXT);
  lines = MAX (lines, suivi_scorecard_book_count_light_lines (book, widths[COLUMN_NOW]));
  set_height (page, MAX (lines, text_lines) * SUIVI_SCORECARD_LINE_HEIGHT + 4);
  page->row++;
}

static void
put_list (Page *page)
{
  guint header = 0;

  put_section (page, _ ("What moved"));
  header = page->row;
  put_list_header (page);
  worksheet_repeat_rows (page->sheet, header, header);
  for (guint i = 0; i < page->book->n_rows; i++)
    {
      if (has_moved (&g_array_index (page->book->lines, SuiviScorecardLine, i)))
        put_moved (page, i);
    }
  if (page->row == header + 1)
    put_note (page, _ ("Every light is as it was."));
  else
    worksheet_autofilter (page->sheet, header, COLUMN_NUMBER, page->row - 1, COLUMN_TREND);
}

static void
write_comparison (Page *page)
{
  SuiviScorecardBook *book = page->book;
  const SuiviEdition *previous = book->head->previous;
  SuiviMoveTable table = { 0 };
  g_autofree char *text = NULL;

  suivi_comparison_count (book->comparison, &table);
  g_assert (suivi_move_table_is_reconciled (&table, NULL, NULL));

  /* Translators: title of an edition of a scorecard and its cut-off date */
  text = g_strdup_printf (
    _ ("Compared with “%s”, cut-off date %s. Recommendations count once here. Not assessed is "
       "neither better nor worse."),
    previous->title, previous->cut_off);
  put_note (page, text);
  if (!book->content->whole)
    put_note (page, _ ("Only recommendations of this scorecard are compared: it was narrowed."));
  put_section (page, _ ("Lights before and now"));
  put_matrix (page, &table);
  put_noted (page);
  put_list (page);
}

/**
 * suivi_scorecard_xlsx_write_moves:
 * @row: of the sheet Summary, from which on there is room
 *
 * Writes how many lights moved which way. What is gone stands on no row of the sheet Scorecard: it is no formula.
 *
 * Returns: the row after the last one
 */
guint
suivi_scorecard_xlsx_write_moves (SuiviScorecardBook *book, guint row)
{
  for (guint i = 0; i < SUIVI_N_MOVES; i++)
    {
      g_autofree char *label = suivi_scorecard_book_move_text (book, i);
      g_autofree char *quoted = suivi_scorecard_formula_quote (label);
      g_autofree char *formula = g_strdup_printf ("=SUMPRODUCT(--(Suivi_trends=%s))", quoted);

      worksheet_set_row (book->summary, row, SUIVI_SCORECARD_TABLE_HEIGHT, NULL);
      suivi_xlsx_writer_write_text (book->writer, book->summary, row, 0, label, SUIVI_XLSX_ROW_LABEL);
      if (i == SUIVI_MOVE_GONE)
        suivi_xlsx_writer_write_number (book->writer, book->summary, row, 1, book->trends[i],
                                        SUIVI_XLSX_NUMBER);
      else
        suivi_xlsx_writer_write_formula (book->writer, book->summary, row, 1, formula, book->trends[i],
                                         SUIVI_XLSX_NUMBER);
      row++;
    }

  return row;
}

/**
 * suivi_scorecard_xlsx_write_changes:
 *
 * Writes the sheet Changes since last edition. Without a previous edition it says so.
 */
void
suivi_scorecard_xlsx_write_changes (SuiviScorecardBook *book)
{
  Page page = { .book = book, .sheet = book->changes };

  for (guint i = 0; i <= COLUMN_LAST; i++)
    worksheet_set_column (page.sheet, i, i, widths[i], NULL);
  if (suivi_scorecard_head_shows_origin (book->head))
    worksheet_set_column (page.sheet, COLUMN_NUMBER, COLUMN_NUMBER, WIDE_NUMBER, NULL);
  set_height (&page, 30);
  put (&page, COLUMN_NUMBER, _ ("Changes since last edition"), SUIVI_XLSX_TITLE);
  page.row++;

  if (book->comparison != NULL)
    write_comparison (&page);
  else
    put_note (
      &page,
      _ ("There is no earlier edition to compare with. Freeze this scorecard as an edition in Suivi: the "
         "next one then shows here what moved."));

  suivi_xlsx_writer_set_up_page (book->writer, page.sheet, book->footer);
}
