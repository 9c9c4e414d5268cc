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
};

/* Then the recommendations whose grades a piece supports: a cell leads to one place, so that the first ones have a column each;
 * what is more stands in a last one as text. */
#define FIRST_SUPPORTED  G_N_ELEMENTS (columns)
#define SUPPORTED_WIDTH  11.0
#define SUPPORTED_ORIGIN 16.0
#define ALSO_WIDTH       22.0

/* Numbers of recommendations that a cell lists; the rest is counted. */
#define MAX_LISTED 40

/* The sheet while it is written. */
typedef struct
{
  SuiviScorecardBook *book;
  guint n_supported;      /* columns that lead to a recommendation */
  gboolean has_also;      /* whether there is a column for what is more */
  double supported_width; /* a number that says where it is from is longer */
} Page;

static guint
count_columns (const Page *page)
{
  return FIRST_SUPPORTED + page->n_supported + (page->has_also ? 1 : 0);
}

static void
find_columns (Page *page, GPtrArray *evidence)
{
  guint longest = 1;

  for (guint i = 0; evidence != NULL && i < evidence->len; i++)
    longest = MAX (longest, ((const SuiviScorecardProof *) g_ptr_array_index (evidence, i))->rows->len);

  page->n_supported = MIN (longest, SUIVI_N_SCORECARD_PROOFS);
  page->has_also = longest > SUIVI_N_SCORECARD_PROOFS;
  page->supported_width
    = suivi_scorecard_head_shows_origin (page->book->head) ? SUPPORTED_ORIGIN : SUPPORTED_WIDTH;
}

static double
begin (Page *page)
{
  SuiviScorecardBook *book = page->book;
  double width = 0;

  worksheet_set_row (book->evidence, 0, 32, NULL);
  for (guint i = 0; i < FIRST_SUPPORTED; i++)
    {
      suivi_scorecard_book_put_header (book, book->evidence, 0, i, _ (columns[i].title), columns[i].width);
      width += columns[i].width;
    }
  for (guint i = 0; i < page->n_supported; i++)
    {
      /* Translators: heading of one of some columns, each with the number of a recommendation whose grade a piece of evidence
       * supports: "Supports 2" */
      g_autofree char *further = g_strdup_printf (_ ("Supports %u"), i + 1);

      suivi_scorecard_book_put_header (
        book, book->evidence, 0, FIRST_SUPPORTED + i,
        /* Translators: heading of a column with the number of a recommendation whose grade a
                                        * piece of evidence supports */
        i > 0 ? further : _ ("Supports"), page->supported_width);
      width += page->supported_width;
    }
  if (!page->has_also)
    return width;

  /* Translators: heading of a column with the numbers of more recommendations that a piece of evidence supports */
  suivi_scorecard_book_put_header (book, book->evidence, 0, FIRST_SUPPORTED + page->n_supported,
                                   _ ("Supports also"), ALSO_WIDTH);
  return width + ALSO_WIDTH;
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

static guint
put_supported (const Page *page, guint row, GArray *rows, guint i)
{
  SuiviScorecardBook *book = page->book;
  const guint at = FIRST_SUPPORTED + i;
  const char *number = NULL;

  if (i >= rows->len)
    {
      suivi_xlsx_writer_write_text (book->writer, book->evidence, row, at, NULL, SUIVI_XLSX_TEXT);
      return 1;
    }

  number = get_number (book, rows, i);
  suivi_xlsx_writer_write_link (book->writer, book->evidence, row, at, book->card,
                                suivi_scorecard_book_card_row (g_array_index (rows, guint, i)), number,
                                SUIVI_XLSX_LINK_STRONG);

  return suivi_xlsx_count_lines (number, page->supported_width - 1.4, 10);
}

static guint
put_also (const Page *page, guint row, GArray *rows)
{
  const guint listed = MIN (rows->len, MAX_LISTED);
  g_autoptr (GString) others = g_string_new (NULL);

  if (!page->has_also)
    return 1;

  for (guint i = page->n_supported; i < listed; i++)
    g_string_append_printf (others, "%s%s", i > page->n_supported ? "; " : "",
                            get_number (page->book, rows, i));
  if (rows->len > listed)
    /* Translators: at the end of a list that was cut off */
    g_string_append_printf (others, ngettext (" and %u more", " and %u more", rows->len - listed),
                            rows->len - listed);

  return suivi_xlsx_writer_write_wrapped (page->book->writer, page->book->evidence, row,
                                          FIRST_SUPPORTED + page->n_supported, others->str, SUIVI_XLSX_TEXT,
                                          ALSO_WIDTH);
}

static void
put_proof (const Page *page, guint number, const SuiviScorecardProof *proof)
{
  SuiviScorecardBook *book = page->book;
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
  for (guint i = 0; i < page->n_supported; i++)
    lines = MAX (lines, put_supported (page, row, proof->rows, i));
  lines = MAX (lines, put_also (page, row, proof->rows));
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
  Page page = { .book = book };
  double width = 0;
  guint last_column = 0;

  find_columns (&page, evidence);
  last_column = count_columns (&page) - 1;
  width = begin (&page);
  for (guint i = 0; i < n; i++)
    put_proof (&page, i + 1, g_ptr_array_index (evidence, i));
  if (n > 0)
    worksheet_autofilter (book->evidence, 0, 0, n, last_column);
  else
    suivi_scorecard_book_put_note (book, book->evidence, 1, last_column, width,
                                   _ ("No evidence is tied to these grades yet. Add it to a grade in Suivi: "
                                      "it then stands here with a number, "
                                      "and the sheet Scorecard leads to it."));

  worksheet_freeze_panes (book->evidence, 1, COLUMN_TITLE + 1);
  suivi_xlsx_writer_set_up_page (book->writer, book->evidence, book->footer);
  worksheet_repeat_rows (book->evidence, 0, 0);
  worksheet_print_area (book->evidence, 0, 0, MAX (n, 1), last_column);
  if (n > 0)
    suivi_scorecard_book_print_across (book->evidence, COLUMN_QUOTATION);
}
