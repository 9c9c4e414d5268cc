/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the sheets of a scorecard share: what is kept of the rows, and how headings and notes look. */

#include "config.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "core/text/text.h"
#include "exchange/scorecard-text.h"
#include "exchange/scorecard-xlsx-private.h"

/* Characters of a recommendation that are shown where the whole of it stands on another sheet. */
#define MAX_EXCERPT 110

/* Bold letters of 10 points are as wide as those of this size. */
#define BOLD_POINTS        11

#define RIGHT_TO_LEFT_MARK "\u200F"

/* Columns of a worksheet, less those before the organisations. */
#define MAX_ORGANISATIONS 1000

/**
 * suivi_scorecard_book_make_judges:
 *
 * Returns: (transfer full): which organisation, or all that agreed. A judgement that does not name one stands there without:
 *   the reader tells by it whose the row was
 */
char *
suivi_scorecard_book_make_judges (const SuiviAssessment *assessment)
{
  g_autofree char *agreed_by = NULL;

  if (!assessment->agreed)
    return g_strdup (assessment->organisation);

  agreed_by = g_strjoinv ("; ", assessment->agreed_by);
  /* Translators: %s lists organisations that agreed on a grade */
  return g_strdup_printf (_ ("Agreed by: %s"), agreed_by);
}

/**
 * suivi_scorecard_book_card_row:
 * @index: which recommendation, from 0
 *
 * Returns: its row of the sheet Scorecard, from 0
 */
guint
suivi_scorecard_book_card_row (guint index)
{
  return index + 1;
}

/**
 * suivi_scorecard_book_evidence_row:
 * @number: of a piece of evidence, from 1
 *
 * Returns: its row of the sheet Evidence, from 0
 */
guint
suivi_scorecard_book_evidence_row (guint number)
{
  return number;
}

/**
 * suivi_scorecard_book_put_header:
 * @width: of the column
 *
 * Begins a column of a table.
 */
void
suivi_scorecard_book_put_header (SuiviScorecardBook *book,
                                 lxw_worksheet *sheet,
                                 guint row,
                                 guint column,
                                 const char *title,
                                 double width)
{
  worksheet_set_column (sheet, column, column, width, NULL);
  suivi_xlsx_writer_write_text (book->writer, sheet, row, column, title, SUIVI_XLSX_HEADER);
}

/* Letters of 10 points are 7.5 points high then. */
#define PRINT_SCALE 75

/**
 * suivi_scorecard_book_print_across:
 * @second_page: the column with which the second page begins
 *
 * A sheet that is too wide to be read on one page is printed over two that stand side by side, with the first column on
 * both. To be called after suivi_xlsx_writer_set_up_page().
 */
void
suivi_scorecard_book_print_across (lxw_worksheet *sheet, guint second_page)
{
  lxw_col_t breaks[] = { second_page, 0 };

  /* This takes the place of fitting the width to one page. */
  worksheet_set_print_scale (sheet, PRINT_SCALE);
  worksheet_set_v_pagebreaks (sheet, breaks);
  worksheet_repeat_columns (sheet, 0, 0);
  worksheet_print_across (sheet);
}

/**
 * suivi_scorecard_book_put_note:
 * @last_column: it spans the columns up to this one
 * @width: how wide these are together
 *
 * Writes a sentence across a row that is as high as it needs.
 */
void
suivi_scorecard_book_put_note (SuiviScorecardBook *book,
                               lxw_worksheet *sheet,
                               guint row,
                               guint last_column,
                               double width,
                               const char *text)
{
  g_autofree char *valid = suivi_text_make_valid (text, -1);
  guint lines = suivi_xlsx_count_lines (valid, width, 10);

  worksheet_set_row (sheet, row, lines * SUIVI_SCORECARD_LINE_HEIGHT + 4, NULL);
  suivi_xlsx_writer_merge_text (book->writer, sheet, row, 0, last_column, text, SUIVI_XLSX_VALUE);
}

/**
 * suivi_scorecard_book_count_bold_lines:
 * @text: valid UTF-8
 * @width: of a column
 *
 * Returns: how many lines bold letters take there
 */
guint
suivi_scorecard_book_count_bold_lines (const char *text, double width)
{
  return suivi_xlsx_count_lines (text, width - suivi_xlsx_style_get_margin (SUIVI_XLSX_HEADER), BOLD_POINTS);
}

/**
 * suivi_scorecard_book_mark_sign:
 * @text: a sign and a word
 *
 * LibreOffice begins from the left with a sign, whatever the cell says: where words are read from the right, a mark that
 * nobody sees says so. The reader passes over it.
 *
 * Returns: (transfer full): @text as a cell says it
 */
char *
suivi_scorecard_book_mark_sign (const SuiviScorecardBook *book, const char *text)
{
  return g_strconcat (suivi_xlsx_writer_get_rtl (book->writer) ? RIGHT_TO_LEFT_MARK : "", text, NULL);
}

/**
 * suivi_scorecard_book_move_text:
 *
 * Returns: (transfer full): sign and word of @move, as a cell says it
 */
char *
suivi_scorecard_book_move_text (const SuiviScorecardBook *book, SuiviMove move)
{
  g_autofree char *text = g_strdup_printf ("%s %s", suivi_move_to_symbol (move), suivi_move_to_label (move));

  return suivi_scorecard_book_mark_sign (book, text);
}

/**
 * suivi_scorecard_book_measure_light:
 *
 * Returns: how wide a column has to be so that no word of the name of a light is broken in bold letters. Its sign stays in
 *   the line of the first word, as if there were no space between them
 */
double
suivi_scorecard_book_measure_light (const SuiviScorecardBook *book, SuiviLight light)
{
  g_autofree char *text = g_strdup (book->lights[light]);
  char *space = strchr (text, ' ');

  if (space != NULL)
    *space = '_';

  return suivi_xlsx_measure_word (text, BOLD_POINTS) + suivi_xlsx_style_get_margin (SUIVI_XLSX_TEXT);
}

/**
 * suivi_scorecard_book_count_light_lines:
 * @width: of a column
 *
 * Returns: how many lines the longest name of a light takes there: a user may have chosen it
 */
guint
suivi_scorecard_book_count_light_lines (const SuiviScorecardBook *book, double width)
{
  guint lines = 1;

  for (guint i = 0; i < SUIVI_N_LIGHTS; i++)
    lines = MAX (lines, suivi_scorecard_book_count_bold_lines (book->lights[i], width));

  return lines;
}

/* The beginning of a text in one line, cut between words. */
static char *
make_excerpt (const char *text)
{
  g_autofree char *clean = suivi_text_clean (text);
  g_autofree char *start = NULL;
  char *space = NULL;

  if (g_utf8_strlen (clean, -1) <= MAX_EXCERPT)
    return g_steal_pointer (&clean);

  start = g_utf8_substring (clean, 0, MAX_EXCERPT);
  space = strrchr (start, ' ');
  if (space != NULL)
    *space = '\0';

  return g_strconcat (start, " …", NULL);
}

/* The same name in capitals is the same organisation: see #SuiviSpread. */
static gboolean
find_organisation (SuiviScorecardBook *book, const SuiviAssessment *judgement, guint *place)
{
  const char *name = suivi_organisation_to_label (judgement->organisation);
  g_autofree char *key = suivi_text_fold (name);

  *place = GPOINTER_TO_UINT (g_hash_table_lookup (book->organisation_places, key));
  if (*place == 0)
    {
      if (book->organisations->len == MAX_ORGANISATIONS)
        return FALSE;
      g_ptr_array_add (book->organisations, g_strdup (name));
      *place = book->organisations->len;
      g_hash_table_insert (book->organisation_places, g_steal_pointer (&key), GUINT_TO_POINTER (*place));
    }
  (*place)--;

  return TRUE;
}

static void
keep_marks (SuiviScorecardBook *book, SuiviScorecardLine *line, GPtrArray *judgements)
{
  line->first_mark = book->marks->len;
  for (guint i = 0; i < judgements->len; i++)
    {
      const SuiviAssessment *judgement = g_ptr_array_index (judgements, i);
      guint place = 0;

      if (find_organisation (book, judgement, &place))
        {
          const SuiviScorecardMark mark = { place, judgement->light };

          g_array_append_val (book->marks, mark);
        }
    }
  line->n_marks = book->marks->len - line->first_mark;
}

static void
keep_move (SuiviScorecardBook *book, const SuiviScorecardEntry *entry)
{
  const SuiviRecommendation *recommendation = entry->recommendation;
  guint before = 0;

  if (book->comparison == NULL)
    return;

  book->trends[entry->move]++;
  before = GPOINTER_TO_UINT (g_hash_table_lookup (book->positions_before, recommendation->id));
  if (entry->previous != SUIVI_LIGHT_ABSENT)
    suivi_comparison_add_previous (book->comparison, recommendation->id,
                                   before > 0 ? before - 1 : recommendation->position, entry->previous);
  suivi_comparison_add_now (book->comparison, recommendation->id, recommendation->position,
                            recommendation->light);
}

/* What the headline figures say, by the counting rule. */
static void
count (SuiviScorecardBook *book, const SuiviScorecardEntry *entry)
{
  SuiviRecommendation *recommendation = entry->recommendation;
  const gboolean differ = suivi_scorecard_entry_get_open_apart (entry) > 0;
  const guint weight
    = suivi_counting_rule_get_weight (&book->head->rule, (const char *const *) recommendation->states);

  suivi_scale_tally_add (&book->bands, &entry->value, weight);
  suivi_breakdown_add (book->positions, recommendation, entry->cluster, recommendation->light);
  suivi_breakdown_add (book->clusters, recommendation, entry->cluster, recommendation->light);
  suivi_breakdown_add (book->themes, recommendation, entry->cluster, recommendation->light);
  book->n_apart += differ ? 1 : 0;
  book->n_differ += differ ? weight : 0;
  book->n_judged += differ || recommendation->light != SUIVI_LIGHT_GREY ? weight : 0;
  book->max_evidence = MAX (book->max_evidence, entry->evidence->len);
}

/**
 * suivi_scorecard_book_keep_row:
 * @entry: a row
 *
 * Counts the row, and keeps what the sheets after Scorecard need of it.
 */
void
suivi_scorecard_book_keep_row (SuiviScorecardBook *book, const SuiviScorecardEntry *entry)
{
  SuiviRecommendation *recommendation = entry->recommendation;
  const SuiviAssessment *assessment = entry->assessment;
  g_autofree char *excerpt = make_excerpt (recommendation->text);
  g_autofree char *number = g_strdup (recommendation->number);
  SuiviScorecardLine line = {
    .position = recommendation->position,
    .light = recommendation->light,
    .previous = entry->previous,
    .agreed = assessment != NULL && assessment->agreed,
    .apart = entry->apart,
  };

  if (suivi_scorecard_head_shows_origin (book->head))
    {
      g_autofree char *origin = suivi_scorecard_origin_text (entry->review, recommendation);

      g_free (number);
      /* Translators: number of a recommendation and where it comes from: "140.2 (Togo, session 40)" */
      number = g_strdup_printf (_ ("%s (%s)"), recommendation->number, origin);
    }
  line.number = g_string_chunk_insert (book->texts, number != NULL ? number : "");
  line.excerpt = g_string_chunk_insert (book->texts, excerpt);
  if (line.agreed && !suivi_text_is_blank (assessment->dissent))
    line.dissent = g_string_chunk_insert (book->texts, assessment->dissent);
  keep_marks (book, &line, entry->judgements);
  g_array_append_val (book->lines, line);

  keep_move (book, entry);
  count (book, entry);
  if (assessment == NULL)
    return;

  book->n_chosen += assessment->light_overridden ? 1 : 0;
  /* Days written year-month-day sort as text. */
  if (g_strcmp0 (assessment->date, book->last_date) > 0)
    {
      g_free (book->last_date);
      book->last_date = g_strdup (assessment->date);
    }
}
