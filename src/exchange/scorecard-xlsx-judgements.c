/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The sheet Judgements: every grade that an organisation gave, with its reason, and every one on which they agreed. It is
 * written row by row together with the sheet Scorecard, so that it takes no memory. */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "core/scorecard/organisation.h"
#include "core/text/text.h"
#include "exchange/scorecard-xlsx-private.h"

/* Rows of a worksheet, less the header. */
#define MAX_ROWS (LXW_ROW_MAX - 1)

typedef enum
{
  COLUMN_NUMBER,
  COLUMN_RECOMMENDATION,
  COLUMN_KIND,
  COLUMN_JUDGE,
  COLUMN_LAW,
  COLUMN_POLICY,
  COLUMN_PRACTICE,
  COLUMN_LIGHT,
  COLUMN_CHOSEN,
  COLUMN_COUNTS,
  COLUMN_REASON,
  COLUMN_SOURCE,
  COLUMN_CONFIDENCE,
  COLUMN_DATE,
  COLUMN_DISSENT,
} Column;

static const struct
{
  const char *title;
  double width;
} columns[] = {
  [COLUMN_NUMBER] = { N_ ("Number"), 9 },
  [COLUMN_RECOMMENDATION] = { N_ ("Recommendation"), 34 },
  /* Translators: heading of a column that tells judgements of one organisation from agreed grades */
  [COLUMN_KIND] = { N_ ("Kind"), 12 },
  [COLUMN_JUDGE] = { N_ ("Judged by"), 24 },
  [COLUMN_LAW] = { N_ ("Law"), 11 },
  [COLUMN_POLICY] = { N_ ("Policy"), 11 },
  [COLUMN_PRACTICE] = { N_ ("Practice"), 11 },
  [COLUMN_LIGHT] = { N_ ("Light"), 17 },
  [COLUMN_CHOSEN] = { N_ ("Chosen by hand"), 9 },
  /* Translators: heading of a column that says whether the light of the recommendation is this one */
  [COLUMN_COUNTS] = { N_ ("Shown as light"), 9 },
  [COLUMN_REASON] = { N_ ("Reason"), 44 },
  [COLUMN_SOURCE] = { N_ ("Source"), 26 },
  [COLUMN_CONFIDENCE] = { N_ ("Confidence"), 12 },
  [COLUMN_DATE] = { N_ ("Date"), 12 },
  [COLUMN_DISSENT] = { N_ ("Dissent"), 24 },
};

#define N_COLUMNS G_N_ELEMENTS (columns)

/* A number that says where it is from is longer. */
#define ORIGIN_WIDTH 18.0

static double
get_width (const SuiviScorecardBook *book, Column column)
{
  return column == COLUMN_NUMBER && suivi_scorecard_head_shows_origin (book->head) ? ORIGIN_WIDTH
                                                                                   : columns[column].width;
}

static guint
put (SuiviScorecardBook *book, guint row, Column column, const char *text, SuiviXlsxStyle style)
{
  return suivi_xlsx_writer_write_wrapped (book->writer, book->judgements, row, column, text, style,
                                          get_width (book, column));
}

static void
put_level (SuiviScorecardBook *book, guint row, Column column, SuiviLevel level)
{
  suivi_xlsx_writer_write_text (book->writer, book->judgements, row, column, suivi_level_to_label (level),
                                SUIVI_XLSX_LEVEL_UNASSESSED + level);
}

/* Who judged: the sheet By organisation calls them the same. */
static guint
put_judge (SuiviScorecardBook *book, guint row, const SuiviAssessment *judgement)
{
  g_autofree char *judges = suivi_scorecard_book_make_judges (judgement);

  /* Translators: a grade on which several organisations agreed */
  put (book, row, COLUMN_KIND,
       judgement->agreed ? _ ("Agreed grade")
                         /* Translators: a grade that one organisation gave */
                         : _ ("Judgement"),
       judgement->agreed ? SUIVI_XLSX_STRONG : SUIVI_XLSX_TEXT);

  return put (book, row, COLUMN_JUDGE,
              judgement->agreed ? judges : suivi_organisation_to_label (judgement->organisation),
              SUIVI_XLSX_TEXT);
}

/* @counts: whether the sheet Scorecard shows this one. */
static void
add_judgement (SuiviScorecardBook *book, const SuiviAssessment *judgement, gboolean counts)
{
  const guint index = book->lines->len - 1;
  const SuiviScorecardLine *line = &g_array_index (book->lines, SuiviScorecardLine, index);
  const guint row = ++book->n_judgements;
  guint lines = suivi_scorecard_book_count_light_lines (book, columns[COLUMN_LIGHT].width);

  suivi_xlsx_writer_write_link (book->writer, book->judgements, row, COLUMN_NUMBER, book->card,
                                suivi_scorecard_book_card_row (index), line->number, SUIVI_XLSX_LINK_STRONG);
  lines = MAX (lines, put (book, row, COLUMN_RECOMMENDATION, line->excerpt, SUIVI_XLSX_TEXT));
  lines = MAX (lines, put_judge (book, row, judgement));
  put_level (book, row, COLUMN_LAW, judgement->law);
  put_level (book, row, COLUMN_POLICY, judgement->policy);
  put_level (book, row, COLUMN_PRACTICE, judgement->practice);
  suivi_xlsx_writer_write_text (book->writer, book->judgements, row, COLUMN_LIGHT,
                                book->lights[judgement->light], SUIVI_XLSX_LIGHT_GREY + judgement->light);
  put (book, row, COLUMN_CHOSEN, judgement->light_overridden ? _ ("yes") : NULL, SUIVI_XLSX_TEXT);
  put (book, row, COLUMN_COUNTS, counts ? _ ("yes") : NULL, SUIVI_XLSX_TEXT);
  lines = MAX (lines, put (book, row, COLUMN_REASON, judgement->reason, SUIVI_XLSX_TEXT));
  lines = MAX (lines, put (book, row, COLUMN_SOURCE, judgement->source, SUIVI_XLSX_TEXT));
  put (book, row, COLUMN_CONFIDENCE,
       judgement->confidence != SUIVI_CONFIDENCE_UNKNOWN ? suivi_confidence_to_label (judgement->confidence)
                                                         : NULL,
       SUIVI_XLSX_TEXT);
  suivi_xlsx_writer_write_date (book->writer, book->judgements, row, COLUMN_DATE, judgement->date,
                                SUIVI_XLSX_DATE);
  lines = MAX (lines, put (book, row, COLUMN_DISSENT, judgement->dissent, SUIVI_XLSX_TEXT));
  worksheet_set_row (book->judgements, row,
                     MIN (lines * SUIVI_SCORECARD_LINE_HEIGHT + 4, SUIVI_SCORECARD_MAX_HEIGHT), NULL);
}

/**
 * suivi_scorecard_xlsx_begin_judgements:
 *
 * Writes the headings of the sheet Judgements.
 */
void
suivi_scorecard_xlsx_begin_judgements (SuiviScorecardBook *book)
{
  guint lines = 2;

  for (guint i = 0; i < N_COLUMNS; i++)
    lines = MAX (lines, suivi_scorecard_book_count_bold_lines (_ (columns[i].title), get_width (book, i)));
  worksheet_set_row (book->judgements, 0, lines * SUIVI_SCORECARD_LINE_HEIGHT + 5, NULL);
  for (guint i = 0; i < N_COLUMNS; i++)
    suivi_scorecard_book_put_header (book, book->judgements, 0, i, _ (columns[i].title), get_width (book, i));
}

/**
 * suivi_scorecard_xlsx_add_judgements:
 * @entry: the row of the sheet Scorecard that was written last
 * @error: return location of a %SUIVI_STORE_ERROR_FAILED: a worksheet holds no more rows
 *
 * Writes what was agreed on, and what each organisation says. Names of persons stand on the sheet Scorecard alone, of those
 * whose grades count.
 *
 * Returns: whether there was room
 */
gboolean
suivi_scorecard_xlsx_add_judgements (SuiviScorecardBook *book,
                                     const SuiviScorecardEntry *entry,
                                     GError **error)
{
  const SuiviAssessment *shown = entry->assessment;
  /* Editions of an older Suivi kept nothing but what counts. */
  const gboolean alone = shown != NULL && (shown->agreed || entry->judgements->len == 0);

  if (book->n_judgements + entry->judgements->len + (alone ? 1 : 0) > MAX_ROWS)
    {
      g_set_error (error, SUIVI_STORE_ERROR, SUIVI_STORE_ERROR_FAILED,
                   _ ("A worksheet cannot hold more than %d judgements. Narrow the list first."), MAX_ROWS);
      return FALSE;
    }

  if (alone)
    add_judgement (book, shown, TRUE);
  for (guint i = 0; i < entry->judgements->len; i++)
    {
      const SuiviAssessment *judgement = g_ptr_array_index (entry->judgements, i);

      add_judgement (book, judgement, !alone && shown != NULL && g_str_equal (judgement->id, shown->id));
    }

  return TRUE;
}

/**
 * suivi_scorecard_xlsx_end_judgements:
 *
 * Sets up the sheet Judgements once all rows are in it. Without any it says so.
 */
void
suivi_scorecard_xlsx_end_judgements (SuiviScorecardBook *book)
{
  const guint last_row = MAX (book->n_judgements, 1);
  double width = 0;

  for (guint i = 0; i < N_COLUMNS; i++)
    width += get_width (book, i);
  if (book->n_judgements > 0)
    worksheet_autofilter (book->judgements, 0, 0, last_row, N_COLUMNS - 1);
  else
    suivi_scorecard_book_put_note (book, book->judgements, 1, N_COLUMNS - 1, width,
                                   _ ("No organisation has judged these recommendations yet."));

  worksheet_freeze_panes (book->judgements, 1, COLUMN_RECOMMENDATION);
  suivi_xlsx_writer_set_up_page (book->writer, book->judgements, book->footer);
  worksheet_repeat_rows (book->judgements, 0, 0);
  worksheet_print_area (book->judgements, 0, 0, last_row, N_COLUMNS - 1);
  if (book->n_judgements > 0)
    suivi_scorecard_book_print_across (book->judgements, COLUMN_REASON);
}
