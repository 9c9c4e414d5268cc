/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "exchange/scorecard-words.h"
#include "exchange/scorecard-xlsx-private.h"

/* The columns of the hidden sheet: a kind of line, a stable word, and what this workbook says for it. */
#define COLUMN_KIND 0
#define COLUMN_NICK 1
#define COLUMN_TEXT 2

static void
write_line (SuiviXlsxWriter *writer,
            lxw_worksheet *sheet,
            guint row,
            const char *kind,
            const char *nick,
            const char *text)
{
  suivi_xlsx_writer_write_text (writer, sheet, row, COLUMN_KIND, kind, SUIVI_XLSX_HIDDEN);
  suivi_xlsx_writer_write_text (writer, sheet, row, COLUMN_NICK, nick, SUIVI_XLSX_HIDDEN);
  suivi_xlsx_writer_write_text (writer, sheet, row, COLUMN_TEXT, text, SUIVI_XLSX_HIDDEN);
}

/**
 * suivi_scorecard_xlsx_write_words:
 * @writer: a workbook that has its other sheets
 * @card: name of the sheet with the rows
 * @reviews: (element-type SuiviReview): what the scorecard is about
 *
 * Adds the hidden sheet, which says what the headings and words of the others mean. All there is written as text and
 * found by its words, not by its place: so it outlives whatever a colleague's program does with the workbook.
 */
void
suivi_scorecard_xlsx_write_words (SuiviXlsxWriter *writer, const char *card, GPtrArray *reviews)
{
  lxw_worksheet *sheet = suivi_xlsx_writer_add_sheet (writer, SUIVI_SCORECARD_WORDS_SHEET,
                                                      SUIVI_SCORECARD_WORDS_SHEET, SUIVI_XLSX_SHEET_STREAMED);
  guint row = 0;

  write_line (writer, sheet, row++, SUIVI_SCORECARD_WORDS_MARK, G_STRINGIFY (SUIVI_SCORECARD_WORDS_VERSION),
              NULL);
  write_line (writer, sheet, row++, "sheet", "scorecard", card);
  for (guint i = 0; i < reviews->len; i++)
    {
      SuiviReview *review = g_ptr_array_index (reviews, i);
      g_autofree char *token = suivi_review_to_token (review);
      g_autofree char *label = suivi_review_to_label (review);

      write_line (writer, sheet, row++, "review", token, label);
    }
  for (guint kind = 0; kind < SUIVI_N_SCORECARD_WORD_KINDS; kind++)
    {
      for (guint value = 0; value < suivi_scorecard_word_kind_count (kind); value++)
        {
          g_autofree char *text = suivi_scorecard_word_to_text (kind, value);

          write_line (writer, sheet, row++, suivi_scorecard_word_kind_to_nick (kind),
                      suivi_scorecard_word_to_nick (kind, value), text);
        }
    }
  worksheet_hide (sheet);
}
