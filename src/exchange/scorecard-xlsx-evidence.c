/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The sheet Evidence: what the grades stand on. */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "core/text/text.h"
#include "exchange/scorecard-xlsx-private.h"

typedef enum
{
  COLUMN_NUMBER,
  COLUMN_TITLE,
  COLUMN_KIND,
  COLUMN_DATE,
  COLUMN_PUBLISHER,
  COLUMN_ADDRESS,
  COLUMN_PAGE,
  COLUMN_QUOTATION,
  COLUMN_RELIABILITY,
  COLUMN_SUPPORTS,
  COLUMN_ALSO,
} Column;

static const struct
{
  const char *title;
  double width;
} columns[] = {
  /* Translators: heading of a column with the numbers of pieces of evidence */
  [COLUMN_NUMBER] = { N_ ("Number"), 9 },
  [COLUMN_TITLE] = { N_ ("Title"), 38 },
  /* Translators: heading of a column with kinds of evidence */
  [COLUMN_KIND] = { N_ ("Kind"), 16 },
  [COLUMN_DATE] = { N_ ("Date"), 12 },
  [COLUMN_PUBLISHER] = { N_ ("Publisher"), 24 },
  [COLUMN_ADDRESS] = { N_ ("Web address"), 32 },
  [COLUMN_PAGE] = { N_ ("Page"), 10 },
  [COLUMN_QUOTATION] = { N_ ("Quotation"), 44 },
  [COLUMN_RELIABILITY] = { N_ ("Reliability"), 13 },
  /* Translators: heading of a column with the number of a recommendation whose grade a piece of evidence supports */
  [COLUMN_SUPPORTS] = { N_ ("Supports"), 13 },
  /* Translators: heading of a column with the numbers of more recommendations that a piece of evidence supports */
  [COLUMN_ALSO] = { N_ ("Supports also"), 22 },
};

#define N_COLUMNS G_N_ELEMENTS (columns)

/* Numbers of recommendations that a cell lists; the rest is counted. */
#define MAX_LISTED 40

static void
begin (SuiviScorecardBook *book)
{
  worksheet_set_row (book->evidence, 0, 32, NULL);
  for (guint i = 0; i < N_COLUMNS; i++)
    suivi_scorecard_book_put_header (book, book->evidence, 0, i, _ (columns[i].title), columns[i].width);
}

static guint
put (SuiviScorecardBook *book, guint row, Column column, const char *text, SuiviXlsxStyle style)
{
  return suivi_xlsx_writer_write_wrapped (book->writer, book->evidence, row, column, text, style,
                                          columns[column].width);
}

/* A whole day is one that a spreadsheet can calculate with; a year or a month is a text. */
static void
put_date (SuiviScorecardBook *book, guint row, const char *date)
{
  suivi_xlsx_writer_write_date (book->writer, book->evidence, row, COLUMN_DATE, date, SUIVI_XLSX_DATE);
}

static const char *
get_number (SuiviScorecardBook *book, GArray *rows, guint index)
{
  return g_array_index (book->lines, SuiviScorecardLine, g_array_index (rows, guint, index)).number;
}

/* A cell can lead to one place: the first recommendation has one of its own, and the others follow. */
static guint
put_supports (SuiviScorecardBook *book, guint row, GArray *rows)
{
  const guint listed = MIN (rows->len, MAX_LISTED);
  g_autoptr (GString) others = g_string_new (NULL);

  if (rows->len > 0)
    suivi_xlsx_writer_write_link (book->writer, book->evidence, row, COLUMN_SUPPORTS, book->card,
                                  suivi_scorecard_book_card_row (g_array_index (rows, guint, 0)),
                                  get_number (book, rows, 0), SUIVI_XLSX_LINK_STRONG);
  for (guint i = 1; i < listed; i++)
    g_string_append_printf (others, "%s%s", i > 1 ? "; " : "", get_number (book, rows, i));
  if (rows->len > listed)
    /* Translators: at the end of a list that was cut off */
    g_string_append_printf (others, ngettext (" and %u more", " and %u more", rows->len - listed),
                            rows->len - listed);

  return put (book, row, COLUMN_ALSO, others->str, SUIVI_XLSX_TEXT);
}

static void
put_proof (SuiviScorecardBook *book, guint number, const SuiviScorecardProof *proof)
{
  const SuiviEvidence *evidence = proof->evidence;
  const guint row = suivi_scorecard_book_evidence_row (number);
  g_autofree char *address = suivi_text_make_valid (evidence->url, -1);
  guint lines = 1;

  suivi_xlsx_writer_write_number (book->writer, book->evidence, row, COLUMN_NUMBER, number,
                                  SUIVI_XLSX_COUNT_STRONG);
  lines = MAX (lines, put (book, row, COLUMN_TITLE, proof->title, SUIVI_XLSX_TEXT));
  lines = MAX (lines,
               put (book, row, COLUMN_KIND, suivi_evidence_kind_to_label (evidence->kind), SUIVI_XLSX_TEXT));
  put_date (book, row, evidence->date);
  lines = MAX (lines, put (book, row, COLUMN_PUBLISHER, evidence->publisher, SUIVI_XLSX_TEXT));
  suivi_xlsx_writer_write_address (book->writer, book->evidence, row, COLUMN_ADDRESS, address);
  lines = MAX (lines, suivi_xlsx_count_lines (address, columns[COLUMN_ADDRESS].width - 1.4, 10));
  lines = MAX (lines, put (book, row, COLUMN_PAGE, evidence->page, SUIVI_XLSX_TEXT));
  lines = MAX (lines, put (book, row, COLUMN_QUOTATION, proof->quotation, SUIVI_XLSX_TEXT));
  lines = MAX (lines, put (book, row, COLUMN_RELIABILITY, suivi_reliability_to_label (evidence->reliability),
                           SUIVI_XLSX_TEXT));
  lines = MAX (lines, put_supports (book, row, proof->rows));
  worksheet_set_row (book->evidence, row,
                     MIN (lines * SUIVI_SCORECARD_LINE_HEIGHT + 4, SUIVI_SCORECARD_MAX_HEIGHT), NULL);
}

/**
 * suivi_scorecard_xlsx_write_evidence:
 *
 * Writes the sheet Evidence, to whose rows the sheet Scorecard leads, and which leads back. Without any it says so.
 */
void
suivi_scorecard_xlsx_write_evidence (SuiviScorecardBook *book)
{
  GPtrArray *evidence = book->content->evidence;
  const guint n = evidence != NULL ? evidence->len : 0;
  double width = 0;

  for (guint i = 0; i < N_COLUMNS; i++)
    width += columns[i].width;

  begin (book);
  for (guint i = 0; i < n; i++)
    put_proof (book, i + 1, g_ptr_array_index (evidence, i));
  if (n > 0)
    worksheet_autofilter (book->evidence, 0, 0, n, N_COLUMNS - 1);
  else
    suivi_scorecard_book_put_note (book, book->evidence, 1, N_COLUMNS - 1, width,
                                   _ ("No evidence is tied to these grades yet. Add it to a grade in Suivi: "
                                      "it then stands here with a number, "
                                      "and the sheet Scorecard leads to it."));

  worksheet_freeze_panes (book->evidence, 1, COLUMN_TITLE + 1);
  suivi_xlsx_writer_set_up_page (book->writer, book->evidence, book->footer);
  worksheet_repeat_rows (book->evidence, 0, 0);
  worksheet_print_area (book->evidence, 0, 0, MAX (n, 1), N_COLUMNS - 1);
}
