/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Which columns the sheet Scorecard has, how wide they are, and how they are printed: over two pages side by side, what was
 * asked and its light on the first one, how it moved, why, and who says so on the second. On one page nobody could read them. */

#include "config.h"

#include "exchange/paper.h"
#include "exchange/scorecard-xlsx-private.h"

/* What is printed ends here; the columns after it are there to filter by, or hidden. */
#define LAST_PRINTED SUIVI_SCORECARD_COLUMN_ORGANISATION

/* Where the second page begins. */
#define SECOND_PAGE SUIVI_SCORECARD_COLUMN_APART

/* How small a sheet may be printed, in per cent: letters of 10 points are 7 points high then. */
static const guint scales[] = { 90, 85, 80, 75, 70 };

/* What a column measures on screen besides its characters, and each of these: in pixels, 96 to the inch. */
#define COLUMN_PIXELS    5
#define CHARACTER_PIXELS 7

/* Inches of paper across, and what the margins take of it. Where our font is not there, the one in its place is wider. */
#define A4_ACROSS     11.69
#define LETTER_ACROSS 11.0
#define MARGINS       0.8
#define SLACK         0.83

/* The widest word that a column has room for; a user may have invented it. */
#define MAX_WORD 20.0

/* Bold letters of 10 points are as wide as those of this size. */
#define BOLD_POINTS 11.0

/* In characters of the default font: the least width. Columns of words that we know are as wide as the longest of them,
 * and both columns of sentences get what is left. */
static const double least[SUIVI_N_SCORECARD_COLUMNS] = {
  [SUIVI_SCORECARD_COLUMN_REVIEW] = 13,       [SUIVI_SCORECARD_COLUMN_NUMBER] = 8.5,
  [SUIVI_SCORECARD_COLUMN_TEXT] = 30,         [SUIVI_SCORECARD_COLUMN_STATES] = 15,
  [SUIVI_SCORECARD_COLUMN_POSITION] = 10,     [SUIVI_SCORECARD_COLUMN_CLUSTER] = 20,
  [SUIVI_SCORECARD_COLUMN_INSTITUTIONS] = 20, [SUIVI_SCORECARD_COLUMN_LAW] = 9,
  [SUIVI_SCORECARD_COLUMN_POLICY] = 9,        [SUIVI_SCORECARD_COLUMN_PRACTICE] = 9,
  [SUIVI_SCORECARD_COLUMN_LIGHT] = 13,        [SUIVI_SCORECARD_COLUMN_CHOSEN] = 8,
  [SUIVI_SCORECARD_COLUMN_APART] = 8,         [SUIVI_SCORECARD_COLUMN_SCALE] = 14,
  [SUIVI_SCORECARD_COLUMN_AVERAGE] = 8,       [SUIVI_SCORECARD_COLUMN_PREVIOUS] = 13,
  [SUIVI_SCORECARD_COLUMN_TREND] = 13,        [SUIVI_SCORECARD_COLUMN_REASON] = 24,
  [SUIVI_SCORECARD_COLUMN_SOURCE] = 22,       [SUIVI_SCORECARD_COLUMN_EVIDENCE] = 9,
  [SUIVI_SCORECARD_COLUMN_DATE] = 11.5,       [SUIVI_SCORECARD_COLUMN_NAME] = 13,
  [SUIVI_SCORECARD_COLUMN_ORGANISATION] = 22, [SUIVI_SCORECARD_COLUMN_EVIDENCE_2] = 10,
  [SUIVI_SCORECARD_COLUMN_EVIDENCE_3] = 10,   [SUIVI_SCORECARD_COLUMN_EVIDENCE_4] = 10,
  [SUIVI_SCORECARD_COLUMN_EVIDENCE_5] = 10,   [SUIVI_SCORECARD_COLUMN_THEMES] = 60,
  [SUIVI_SCORECARD_COLUMN_GROUPS] = 45,       [SUIVI_SCORECARD_COLUMN_CHILDREN] = 12,
  [SUIVI_SCORECARD_COLUMN_COUNTED] = 10,      [SUIVI_SCORECARD_COLUMN_KEY] = 38,
  [SUIVI_SCORECARD_COLUMN_BASE] = 38,
};

/* What gives way is not narrower than this. */
#define LEAST_WIDTH 15.0

/* Narrower ones make high rows, and wider ones are not read well. */
#define GOOD_TEXT  44.0
#define MAX_TEXT   60.0
#define MAX_REASON 50.0

/* Columns that would say nothing are not there. */
static gboolean
is_shown (const SuiviScorecardHead *head, SuiviScorecardColumn column)
{
  switch ((guint) column)
    {
    case SUIVI_SCORECARD_COLUMN_REVIEW:
      return suivi_scorecard_head_shows_origin (head);
    case SUIVI_SCORECARD_COLUMN_SCALE:
      return head->scale != SUIVI_SCALE_LIGHT;
    case SUIVI_SCORECARD_COLUMN_AVERAGE:
      return head->scale == SUIVI_SCALE_IRI;
    case SUIVI_SCORECARD_COLUMN_PREVIOUS:
    case SUIVI_SCORECARD_COLUMN_TREND:
      return head->previous != NULL;
    case SUIVI_SCORECARD_COLUMN_COUNTED:
      return head->rule.unit == SUIVI_COUNTING_UNIT_STATE;
    default:
      return TRUE;
    }
}

static void
widen (SuiviScorecardBook *book, SuiviScorecardColumn column, const char *text, double points)
{
  const double word = suivi_xlsx_measure_word (text, points) + suivi_xlsx_style_get_margin (SUIVI_XLSX_TEXT);

  book->widths[column] = MAX (book->widths[column], MIN (word, MAX_WORD));
}

static void
widen_for_light (SuiviScorecardBook *book, SuiviScorecardColumn column, SuiviLight light)
{
  const double word = suivi_scorecard_book_measure_light (book, light);

  book->widths[column] = MAX (book->widths[column], MIN (word, MAX_WORD));
}

/* No word that we know is broken, in whatever language. */
static void
widen_for_words (SuiviScorecardBook *book)
{
  for (SuiviScorecardColumn column = 0; column <= LAST_PRINTED; column++)
    widen (book, column, suivi_scorecard_column_to_title (column), BOLD_POINTS);
  for (guint i = 0; i <= SUIVI_N_POSITIONS; i++)
    widen (book, SUIVI_SCORECARD_COLUMN_POSITION, suivi_position_to_label (i), 10);
  for (guint i = 0; i < SUIVI_N_LEVELS; i++)
    {
      widen (book, SUIVI_SCORECARD_COLUMN_LAW, suivi_level_to_label (i), 10);
      widen (book, SUIVI_SCORECARD_COLUMN_POLICY, suivi_level_to_label (i), 10);
      widen (book, SUIVI_SCORECARD_COLUMN_PRACTICE, suivi_level_to_label (i), 10);
    }
  for (guint i = 0; i < SUIVI_N_LIGHTS; i++)
    {
      widen_for_light (book, SUIVI_SCORECARD_COLUMN_LIGHT, i);
      widen_for_light (book, SUIVI_SCORECARD_COLUMN_PREVIOUS, i);
    }
  for (guint i = 0; i < SUIVI_N_MOVES; i++)
    widen (book, SUIVI_SCORECARD_COLUMN_TREND, suivi_move_to_label (i), 10);
  for (guint i = 0; i < SUIVI_N_LIGHTS && is_shown (book->head, SUIVI_SCORECARD_COLUMN_SCALE); i++)
    widen (book, SUIVI_SCORECARD_COLUMN_SCALE, book->grades[i], 10);
}

/* How many characters are left on a page for its column of sentences, which is one of @first to @last. */
static double
find_room (SuiviScorecardBook *book, SuiviScorecardColumn first, SuiviScorecardColumn last, guint scale)
{
  const double across = suivi_paper_get () == SUIVI_PAPER_LETTER ? LETTER_ACROSS : A4_ACROSS;
  double pixels = (across - MARGINS) * 96 * SLACK * 100 / scale;

  for (SuiviScorecardColumn column = 0; column <= last; column++)
    {
      if (!is_shown (book->head, column) || (column < first && column != SUIVI_SCORECARD_COLUMN_NUMBER))
        continue;
      pixels -= COLUMN_PIXELS;
      if (column != SUIVI_SCORECARD_COLUMN_TEXT && column != SUIVI_SCORECARD_COLUMN_REASON)
        pixels -= book->widths[column] * CHARACTER_PIXELS;
    }

  return pixels / CHARACTER_PIXELS;
}

/* Where another scale and an edition before have columns, too, the others make room for them. */
static double
give_way (SuiviScorecardBook *book, SuiviScorecardColumn column, double reason)
{
  const double given
    = CLAMP (least[SUIVI_SCORECARD_COLUMN_REASON] - reason, 0, book->widths[column] - LEAST_WIDTH);

  book->widths[column] -= given;

  return reason + given;
}

/* The largest letters with which the sentences still have room. */
static void
share_room (SuiviScorecardBook *book)
{
  double text = 0;
  double reason = 0;

  for (gsize i = 0; i < G_N_ELEMENTS (scales) && (text < GOOD_TEXT || reason < GOOD_TEXT); i++)
    {
      book->print_scale = scales[i];
      text = find_room (book, 0, SECOND_PAGE - 1, scales[i]);
      reason = find_room (book, SECOND_PAGE, LAST_PRINTED, scales[i]);
    }
  reason = give_way (book, SUIVI_SCORECARD_COLUMN_SOURCE, reason);
  reason = give_way (book, SUIVI_SCORECARD_COLUMN_ORGANISATION, reason);
  book->widths[SUIVI_SCORECARD_COLUMN_TEXT] = CLAMP (text, least[SUIVI_SCORECARD_COLUMN_TEXT], MAX_TEXT);
  book->widths[SUIVI_SCORECARD_COLUMN_REASON]
    = CLAMP (reason, least[SUIVI_SCORECARD_COLUMN_REASON], MAX_REASON);
}

/**
 * suivi_scorecard_xlsx_lay_out_card:
 *
 * Finds which columns there are, where, and how wide.
 */
void
suivi_scorecard_xlsx_lay_out_card (SuiviScorecardBook *book)
{
  int at = 0;

  for (SuiviScorecardColumn column = 0; column < SUIVI_N_SCORECARD_COLUMNS; column++)
    {
      book->places[column] = is_shown (book->head, column) ? at++ : -1;
      book->widths[column] = least[column];
    }
  widen_for_words (book);
  share_room (book);
}

/**
 * suivi_scorecard_xlsx_set_up_card:
 * @last_row: of the sheet, from 0
 *
 * How the sheet Scorecard is printed: with its headings on every page, and with the number of each recommendation on both
 * pages over which its row goes.
 */
void
suivi_scorecard_xlsx_set_up_card (SuiviScorecardBook *book, guint last_row)
{
  const int number = book->places[SUIVI_SCORECARD_COLUMN_NUMBER];
  lxw_col_t breaks[] = { 0, 0 };

  /* Before a column that is seen. */
  for (SuiviScorecardColumn column = book->n_apart > 0 ? SECOND_PAGE : SECOND_PAGE + 1; breaks[0] == 0;
       column++)
    breaks[0] = MAX (book->places[column], 0);
  suivi_xlsx_writer_set_up_page (book->writer, book->card, book->footer);
  worksheet_repeat_rows (book->card, 0, 0);
  worksheet_print_area (book->card, 0, 0, last_row, book->places[LAST_PRINTED]);
  /* This takes the place of fitting the width to one page. */
  worksheet_set_print_scale (book->card, book->print_scale);
  worksheet_set_v_pagebreaks (book->card, breaks);
  worksheet_repeat_columns (book->card, number, number);
  worksheet_print_across (book->card);
}
