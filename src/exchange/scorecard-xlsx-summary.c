/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The sheet Summary: headline figures, tables and charts. Its numbers are formulas over the sheet Scorecard. */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "core/scorecard/light-order.h"
#include "core/text/text.h"
#include "exchange/scorecard-text.h"
#include "exchange/scorecard-xlsx-charts.h"
#include "exchange/scorecard-xlsx-formula.h"
#include "exchange/scorecard-xlsx-summary-private.h"

/* The least width of a column of numbers, and the most that a word above it can ask for: a user may have invented it. */
#define NUMBER_WIDTH     13.0
#define MAX_NUMBER_WIDTH 20.0

/* Captions over the numbers: the size of their letters, and what these keep away from the edges. */
#define CAPTION_POINTS 9
#define CAPTION_MARGIN 1.0

/* Heights of the numbers and of their shares. */
#define TILE_HEIGHT  34.0
#define SHARE_HEIGHT 16.0

/* In the order in which they are added up. What is no answer to a recommendation stands last, and only where there is
 * some. */
static const SuiviPosition positions[SUIVI_SUMMARY_MAX_POSITIONS] = {
  SUIVI_POSITION_SUPPORTED, SUIVI_POSITION_PART,       SUIVI_POSITION_NOTED,
  SUIVI_POSITION_PENDING,   SUIVI_POSITION_COMMITMENT, SUIVI_POSITION_NONE,
};

#define N_ANSWERS 4

/* The names of the headline figures: the same in every language. */
static const char *const position_names[SUIVI_TALLY_N_POSITIONS] = {
  [SUIVI_POSITION_SUPPORTED] = "Suivi_supported",   [SUIVI_POSITION_PART] = "Suivi_supported_in_part",
  [SUIVI_POSITION_NOTED] = "Suivi_noted",           [SUIVI_POSITION_PENDING] = "Suivi_pending",
  [SUIVI_POSITION_COMMITMENT] = "Suivi_commitment", [SUIVI_POSITION_NONE] = "Suivi_no_position",
};
static const char *const light_names[SUIVI_N_LIGHTS] = {
  [SUIVI_LIGHT_GREEN] = "Suivi_implemented", [SUIVI_LIGHT_AMBER] = "Suivi_some_progress",
  [SUIVI_LIGHT_RED] = "Suivi_no_progress",   [SUIVI_LIGHT_WORSE] = "Suivi_worse_than_before",
  [SUIVI_LIGHT_GREY] = "Suivi_not_assessed",
};

/* Where it counts as noted, supported in part has no place of its own. */
static void
choose_positions (SuiviSummaryPage *page)
{
  for (guint i = 0; i < SUIVI_SUMMARY_MAX_POSITIONS; i++)
    {
      gboolean counts
        = suivi_counting_rule_get_position (&page->book->head->rule, positions[i]) == positions[i];

      if (counts && (i < N_ANSWERS || page->whole->positions[positions[i]] > 0))
        page->positions[page->n_positions++] = positions[i];
    }
}

/* One line of the head: what it is, and the text right of it as high as it needs. */
static void
put_fact (SuiviSummaryPage *page, const char *label, const char *text)
{
  g_autofree char *valid = g_utf8_make_valid (text, -1);
  guint lines = MIN (suivi_xlsx_count_lines (valid, suivi_summary_page_get_text_width (page), 10), 28);

  suivi_summary_page_put (page, SUIVI_SUMMARY_LABEL, label, SUIVI_XLSX_LABEL);
  suivi_xlsx_writer_merge_text (page->book->writer, page->sheet, page->row, SUIVI_SUMMARY_FIRST,
                                suivi_summary_page_get_last_column (page), text, SUIVI_XLSX_VALUE);
  suivi_summary_page_set_height (page, lines * SUIVI_SUMMARY_LINE_HEIGHT + 3);
  page->row++;
}

static void
write_cut_off (SuiviSummaryPage *page)
{
  const char *day = page->book->head->cut_off;
  const char *last = page->book->last_date;

  if (day == NULL && last == NULL)
    {
      put_fact (page, _ ("Cut-off date"), _ ("None was set, and nothing is assessed yet."));
      return;
    }

  suivi_summary_page_put (page, SUIVI_SUMMARY_LABEL, _ ("Cut-off date"), SUIVI_XLSX_LABEL);
  suivi_xlsx_writer_write_date (page->book->writer, page->sheet, page->row, SUIVI_SUMMARY_FIRST,
                                day != NULL ? day : last, SUIVI_XLSX_VALUE_DATE);
  suivi_xlsx_writer_merge_text (
    page->book->writer, page->sheet, page->row, SUIVI_SUMMARY_FIRST + 1,
    suivi_summary_page_get_last_column (page),
    day != NULL
      ? _ ("Of each recommendation the grade that was agreed on counts, or else the latest up to this day.")
      : _ ("No day was set: agreed grades count, or else the latest ones, the last of them of this day."),
    SUIVI_XLSX_VALUE);
  suivi_summary_page_set_height (page, SUIVI_SUMMARY_LINE_HEIGHT + 3);
  page->row++;
}

static void
write_head (SuiviSummaryPage *page)
{
  const SuiviScorecardHead *head = page->book->head;
  g_autofree char *reviews = suivi_scorecard_reviews_text (head->reviews);
  g_autofree char *rule = suivi_counting_rule_to_sentence (&head->rule);

  suivi_summary_page_set_height (page, 32);
  suivi_summary_page_put (page, SUIVI_SUMMARY_LABEL, _ ("Scorecard of the Universal Periodic Review"),
                          SUIVI_XLSX_TITLE);
  page->row++;

  suivi_summary_page_set_height (page, suivi_xlsx_count_lines (reviews,
                                                               SUIVI_SUMMARY_LABEL_WIDTH
                                                                 + suivi_summary_page_get_text_width (page),
                                                               13)
                                           * 18.0
                                         + 8);
  suivi_xlsx_writer_merge_text (page->book->writer, page->sheet, page->row, SUIVI_SUMMARY_LABEL,
                                suivi_summary_page_get_last_column (page), reviews, SUIVI_XLSX_SUBTITLE);
  page->row++;

  write_cut_off (page);
  if (head->edition != NULL)
    put_fact (page, _ ("Edition"), head->edition->title);
  /* Translators: who made the scorecard */
  put_fact (page, _ ("Author"), *head->author != '\0' ? head->author : _ ("Not named"));
  /* Translators: which recommendations the scorecard holds */
  put_fact (page, _ ("Included"), head->filter_text);
  put_fact (page, _ ("Counting rule"), rule);
  suivi_summary_page_put (page, SUIVI_SUMMARY_LABEL, _ ("Method"), SUIVI_XLSX_LABEL);
  suivi_xlsx_writer_write_link (page->book->writer, page->sheet, page->row, SUIVI_SUMMARY_FIRST,
                                page->book->method, 0, page->book->method->name, SUIVI_XLSX_LINK_PLAIN);
  suivi_summary_page_set_height (page, SUIVI_SUMMARY_EMPTY_HEIGHT);
  page->row++;
  suivi_summary_page_skip_row (page);
}

/* @i: which of the positions that are shown. */
static char *
make_term (const SuiviSummaryPage *page, guint i)
{
  const char *label = suivi_position_to_label (page->positions[i]);

  /* Translators: a term of a sum that is written over several cells */
  return i > 0 ? g_strdup_printf (_ ("+ %s"), label) : g_strdup (label);
}

/* Wide enough for every word above a number. */
static void
choose_width (SuiviSummaryPage *page)
{
  double width = NUMBER_WIDTH;

  for (guint i = 0; i < SUIVI_N_LIGHTS; i++)
    width = MAX (width, suivi_scorecard_book_measure_light (page->book, i));
  for (guint i = 0; i < page->n_positions; i++)
    {
      g_autofree char *term = make_term (page, i);

      width = MAX (width, suivi_xlsx_measure_word (term, CAPTION_POINTS) + CAPTION_MARGIN);
    }
  page->number_width = MIN (width, MAX_NUMBER_WIDTH);
}

/* How high what stands over numbers has to be. */
static double
find_caption_height (const SuiviSummaryPage *page, gboolean of_lights)
{
  guint lines = 2;

  for (guint i = 0; i < (of_lights ? SUIVI_N_LIGHTS : page->n_positions); i++)
    {
      g_autofree char *caption = of_lights ? g_strdup (page->book->lights[i]) : make_term (page, i);

      lines
        = MAX (lines, suivi_xlsx_count_lines (caption, page->number_width - CAPTION_MARGIN, CAPTION_POINTS));
    }

  return lines * 12.0 + 2;
}

/* Numbers and their sum, large: supported + supported in part + noted + pending = total. */
static void
write_position_tiles (SuiviSummaryPage *page)
{
  suivi_summary_page_set_height (page, find_caption_height (page, FALSE));
  for (guint i = 0; i < page->n_positions; i++)
    {
      g_autofree char *term = make_term (page, i);

      suivi_summary_page_put (page, SUIVI_SUMMARY_FIRST + i, term, SUIVI_XLSX_TILE_LABEL);
    }
  /* Translators: the end of a sum that is written over several cells */
  suivi_summary_page_put (page, SUIVI_SUMMARY_FIRST + page->n_positions, _ ("= Total"),
                          SUIVI_XLSX_TILE_LABEL);
  page->row++;

  suivi_summary_page_set_height (page, TILE_HEIGHT);
  suivi_summary_page_put (page, SUIVI_SUMMARY_LABEL, _ ("Positions"), SUIVI_XLSX_SECTION);
  for (guint i = 0; i < page->n_positions; i++)
    {
      char *criteria[2] = { NULL, NULL };

      suivi_scorecard_formula_ask_position (&page->book->head->rule, page->positions[i], criteria);
      suivi_summary_page_put_count (page, SUIVI_SUMMARY_FIRST + i, criteria, NULL,
                                    page->whole->positions[page->positions[i]], SUIVI_XLSX_TILE_NUMBER);
      suivi_summary_page_name_cell (page, SUIVI_SUMMARY_FIRST + i, position_names[page->positions[i]]);
      g_free (criteria[0]);
      g_free (criteria[1]);
    }
  suivi_summary_page_put_row_sum (page, page->n_positions, page->whole->total, SUIVI_XLSX_TILE_TOTAL);
  suivi_summary_page_name_cell (page, SUIVI_SUMMARY_FIRST + page->n_positions, "Suivi_total");
  page->row++;
}

/* Shares of the total, below the numbers that they are of. */
static void
write_shares (SuiviSummaryPage *page)
{
  const guint total = page->whole->total;
  g_autofree char *whole = suivi_scorecard_formula_reference (page->row - 1, SUIVI_SUMMARY_TOTAL);

  suivi_summary_page_set_height (page, SHARE_HEIGHT);
  /* Translators: before percentages of the total */
  suivi_summary_page_put (page, SUIVI_SUMMARY_LABEL, _ ("Share of the total"), SUIVI_XLSX_LABEL);
  for (guint i = 0; i < SUIVI_N_LIGHTS; i++)
    {
      const guint count = page->whole->lights[suivi_lights_in_order[i]];
      g_autofree char *part = suivi_scorecard_formula_reference (page->row - 1, SUIVI_SUMMARY_FIRST + i);
      g_autofree char *formula = g_strdup_printf ("=IF(%s=0,0,%s/%s)", whole, part, whole);

      suivi_xlsx_writer_write_formula (page->book->writer, page->sheet, page->row, SUIVI_SUMMARY_FIRST + i,
                                       formula, total > 0 ? (double) count / total : 0, SUIVI_XLSX_SHARE);
    }
  page->row++;
}

static void
write_light_tiles (SuiviSummaryPage *page)
{
  static char *const no_criteria[2] = { NULL, NULL };

  suivi_summary_page_set_height (page, find_caption_height (page, TRUE));
  for (guint i = 0; i < SUIVI_N_LIGHTS; i++)
    suivi_summary_page_put (page, SUIVI_SUMMARY_FIRST + i, page->book->lights[suivi_lights_in_order[i]],
                            SUIVI_XLSX_TILE_LABEL);
  suivi_summary_page_put (page, SUIVI_SUMMARY_TOTAL, _ ("Total"), SUIVI_XLSX_TILE_LABEL);
  page->row++;

  suivi_summary_page_set_height (page, TILE_HEIGHT);
  suivi_summary_page_put (page, SUIVI_SUMMARY_LABEL, _ ("Lights"), SUIVI_XLSX_SECTION);
  for (guint i = 0; i < SUIVI_N_LIGHTS; i++)
    {
      const SuiviLight light = suivi_lights_in_order[i];
      g_autofree char *reference = suivi_scorecard_formula_reference (page->row - 1, SUIVI_SUMMARY_FIRST + i);

      suivi_summary_page_put_count (page, SUIVI_SUMMARY_FIRST + i, no_criteria, reference,
                                    page->whole->lights[light], SUIVI_XLSX_TILE_GREY + light);
      suivi_summary_page_name_cell (page, SUIVI_SUMMARY_FIRST + i, light_names[light]);
    }
  suivi_summary_page_put_row_sum (page, SUIVI_N_LIGHTS, page->whole->total, SUIVI_XLSX_TILE_TOTAL);
  page->row++;
  write_shares (page);
}

/* What organisations still have to talk about: live, as the other numbers. What they differ about is judged, also where the
 * latest of them says nothing. */
static void
write_differing (SuiviSummaryPage *page, guint header_row)
{
  const SuiviScorecardBook *book = page->book;
  static char *const differing[] = { (char *) "Suivi_apart,\">0\"", NULL };
  const guint grey = SUIVI_SUMMARY_FIRST + SUIVI_N_LIGHTS - 1;
  g_autofree char *not_assessed = suivi_scorecard_formula_reference (header_row, grey);
  g_autofree char *first = suivi_scorecard_formula_reference (header_row + 1, SUIVI_SUMMARY_FIRST);
  g_autofree char *last = suivi_scorecard_formula_reference (header_row + 1, grey - 1);
  g_autofree char *unclear = suivi_scorecard_formula_count (&book->head->rule, differing, not_assessed);
  g_autofree char *judged = g_strdup_printf ("=SUM(%s:%s)+%s", first, last, unclear + 1);

  suivi_summary_page_set_height (page, SUIVI_SUMMARY_EMPTY_HEIGHT + 11);
  /* Translators: over the number of recommendations on which organisations differ */
  suivi_summary_page_put (page, SUIVI_SUMMARY_FIRST, _ ("Lights differ"), SUIVI_XLSX_TILE_LABEL);
  /* Translators: over the number of recommendations that are judged; left of it stands how many of them are not agreed on */
  suivi_summary_page_put (page, SUIVI_SUMMARY_FIRST + 1, _ ("of judged"), SUIVI_XLSX_TILE_LABEL);
  page->row++;

  suivi_summary_page_set_height (page, TILE_HEIGHT);
  suivi_summary_page_put (page, SUIVI_SUMMARY_LABEL, _ ("Organisations differ"), SUIVI_XLSX_SECTION);
  suivi_summary_page_put_count (page, SUIVI_SUMMARY_FIRST, differing, NULL, book->n_differ,
                                SUIVI_XLSX_TILE_NUMBER);
  suivi_summary_page_name_cell (page, SUIVI_SUMMARY_FIRST, "Suivi_differ");
  suivi_xlsx_writer_write_formula (book->writer, page->sheet, page->row, SUIVI_SUMMARY_FIRST + 1, judged,
                                   book->n_judged, SUIVI_XLSX_TILE_TOTAL);
  suivi_summary_page_name_cell (page, SUIVI_SUMMARY_FIRST + 1, "Suivi_judged");
  page->row++;
}

static void
insert_doughnut (SuiviSummaryPage *page, guint at_row, guint header_row, double height)
{
  const SuiviTally *whole = page->whole;
  guint values[1][SUIVI_N_LIGHTS] = { { 0 } };
  g_autofree char *numbers = suivi_scorecard_tally_text (whole, page->book->head->labels);
  g_autofree char *description
    /* Translators: read aloud in place of a chart; %s are sentences with its numbers */
    = g_strdup_printf (_ ("Ring: %s The cells beside it hold the same numbers."), numbers);
  const SuiviScorecardChart chart = {
    .at_row = at_row,
    .at_column = suivi_summary_page_get_chart_column (page),
    .header_row = header_row,
    .label_column = SUIVI_SUMMARY_LABEL,
    .n_rows = 1,
    .values = values,
    .width = SUIVI_SUMMARY_CHART_PIXELS,
    .height = SUIVI_SUMMARY_PIXELS (height),
    .title = _ ("Lights"),
    .description = description,
  };

  for (guint i = 0; i < SUIVI_N_LIGHTS; i++)
    values[0][i] = whole->lights[suivi_lights_in_order[i]];
  suivi_scorecard_xlsx_insert_doughnut (page->book, &chart);
}

static void
write_tiles (SuiviSummaryPage *page)
{
  const guint first = page->row;
  const double start = page->pages.y;
  guint lights = 0;

  suivi_summary_page_write_section (page, suivi_scorecard_unit_text (page->whole->rule.unit), NULL);
  write_position_tiles (page);
  lights = page->row;
  write_light_tiles (page);
  if (page->book->organisations->len > 1)
    write_differing (page, lights);
  if (page->whole->total > 0)
    insert_doughnut (page, first, lights, page->pages.y - start + SUIVI_SUMMARY_EMPTY_HEIGHT);
  suivi_summary_page_skip_row (page);
}

static void
set_up_page (SuiviSummaryPage *page)
{
  const guint chart = suivi_summary_page_get_chart_column (page);
  const guint last = suivi_summary_page_get_last_column (page);
  const double width = SUIVI_SUMMARY_LABEL_WIDTH + (chart - 1 - SUIVI_SUMMARY_FIRST) * page->number_width
                       + SUIVI_SUMMARY_GAP_WIDTH + SUIVI_SUMMARY_CHART_COLUMNS * SUIVI_SUMMARY_CHART_WIDTH;

  worksheet_set_column (page->sheet, SUIVI_SUMMARY_LABEL, SUIVI_SUMMARY_LABEL, SUIVI_SUMMARY_LABEL_WIDTH,
                        NULL);
  worksheet_set_column (page->sheet, SUIVI_SUMMARY_FIRST, chart - 2, page->number_width, NULL);
  worksheet_set_column (page->sheet, chart - 1, chart - 1, SUIVI_SUMMARY_GAP_WIDTH, NULL);
  worksheet_set_column (page->sheet, chart, last, SUIVI_SUMMARY_CHART_WIDTH, NULL);
  suivi_xlsx_writer_set_up_page (page->book->writer, page->sheet, page->book->footer);
  worksheet_activate (page->sheet);
  /* A column measures 7 pixels a character and 5 around. */
  suivi_xlsx_pages_begin (&page->pages, width * 7 + (last + 1) * 5);
}

/**
 * suivi_scorecard_xlsx_write_summary:
 *
 * Writes the sheet Summary: what the scorecard is about, totals that add up, lights by position, cluster and theme, as
 * tables with a chart each, and what changed since the edition before. Whoever changes a grade in the sheet Scorecard
 * sees the numbers and charts follow.
 */
void
suivi_scorecard_xlsx_write_summary (SuiviScorecardBook *book)
{
  SuiviSummaryPage page
    = { .book = book, .sheet = book->summary, .whole = suivi_breakdown_get_whole (book->positions) };

  /* What is counted twice must come out the same; the sums of the sheet show it to the reader too. */
  g_assert (suivi_tally_is_reconciled (page.whole));

  choose_positions (&page);
  choose_width (&page);
  set_up_page (&page);
  write_head (&page);
  write_tiles (&page);
  if (page.whole->total == 0)
    {
      suivi_summary_page_put (&page, SUIVI_SUMMARY_LABEL, _ ("There is no recommendation to show."),
                              SUIVI_XLSX_NOTE);
      return;
    }

  suivi_summary_page_write_bands (&page);
  suivi_summary_page_write_positions (&page);
  suivi_summary_page_write_clusters (&page);
  suivi_summary_page_write_themes (&page);
  suivi_summary_page_skip_row (&page);
  suivi_summary_page_write_changes (&page);
  suivi_xlsx_pages_apply (&page.pages, page.sheet);
  worksheet_print_area (book->summary, 0, 0, page.row, suivi_summary_page_get_last_column (&page));
}
