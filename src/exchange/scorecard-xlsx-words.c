/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "exchange/scorecard-xlsx-private.h"

/* The columns of the hidden sheet: a kind of line, a stable word, and what this workbook says for it. */
#define COLUMN_KIND 0
#define COLUMN_NICK 1
#define COLUMN_TEXT 2

typedef struct
{
  SuiviXlsxWriter *writer;
  lxw_worksheet *sheet;
  guint row;
} Page;

static void
put_line (Page *page, const char *kind, const char *nick, const char *text)
{
  suivi_xlsx_writer_write_text (page->writer, page->sheet, page->row, COLUMN_KIND, kind, SUIVI_XLSX_HIDDEN);
  suivi_xlsx_writer_write_text (page->writer, page->sheet, page->row, COLUMN_NICK, nick, SUIVI_XLSX_HIDDEN);
  suivi_xlsx_writer_write_text (page->writer, page->sheet, page->row, COLUMN_TEXT, text, SUIVI_XLSX_HIDDEN);
  page->row++;
}

/* A light is called as the user calls it. */
static char *
make_word (const SuiviScorecardBook *book, SuiviScorecardWordKind kind, guint value)
{
  return kind == SUIVI_SCORECARD_WORD_LIGHT ? g_strdup (book->lights[value])
                                            : suivi_scorecard_word_to_text (kind, value);
}

static void
put_reviews (Page *page, GPtrArray *reviews)
{
  for (guint i = 0; i < reviews->len; i++)
    {
      SuiviReview *review = g_ptr_array_index (reviews, i);
      g_autofree char *token = suivi_review_to_token (review);
      g_autofree char *label = suivi_review_to_label (review);

      put_line (page, SUIVI_SCORECARD_LINE_REVIEW, token, label);
    }
}

/**
 * suivi_scorecard_xlsx_write_words:
 * @first_words: (out caller-allocates): by #SuiviScorecardWordKind, the row where its words begin
 *
 * Adds the hidden sheet, which says what the headings and words of the others mean, whose workbook it is, and where a
 * colleague answers whose the changes are. All there is written as text and found by its words, not by its place: so it
 * outlives whatever a colleague's program does with the workbook.
 *
 * Returns: (transfer none): the sheet
 */
lxw_worksheet *
suivi_scorecard_xlsx_write_words (SuiviScorecardBook *book, guint *first_words)
{
  Page page = { .writer = book->writer };

  page.sheet = suivi_xlsx_writer_add_sheet (book->writer, SUIVI_SCORECARD_WORDS_SHEET,
                                            SUIVI_SCORECARD_WORDS_SHEET, SUIVI_XLSX_SHEET_STREAMED);
  put_line (&page, SUIVI_SCORECARD_WORDS_MARK, G_STRINGIFY (SUIVI_SCORECARD_WORDS_VERSION), NULL);
  put_line (&page, SUIVI_SCORECARD_LINE_SHEET, SUIVI_SCORECARD_NICK_CARD, book->card->name);
  put_line (&page, SUIVI_SCORECARD_LINE_SHEET, SUIVI_SCORECARD_NICK_METHOD, book->method->name);
  put_reviews (&page, book->head->reviews);
  for (guint kind = 0; kind < SUIVI_N_SCORECARD_WORD_KINDS; kind++)
    {
      first_words[kind] = page.row;
      for (guint value = 0; value < suivi_scorecard_word_kind_count (kind); value++)
        {
          g_autofree char *text = make_word (book, kind, value);

          put_line (&page, suivi_scorecard_word_kind_to_nick (kind),
                    suivi_scorecard_word_to_nick (kind, value), text);
        }
    }
  put_line (&page, SUIVI_SCORECARD_LINE_WRITER, SUIVI_SCORECARD_NICK_ORGANISATION, book->head->organisation);
  put_line (&page, SUIVI_SCORECARD_LINE_QUESTION, SUIVI_SCORECARD_NICK_ORGANISATION,
            suivi_scorecard_question_to_text (FALSE));
  put_line (&page, SUIVI_SCORECARD_LINE_QUESTION, SUIVI_SCORECARD_NICK_NAME,
            suivi_scorecard_question_to_text (TRUE));
  worksheet_hide (page.sheet);

  return page.sheet;
}
