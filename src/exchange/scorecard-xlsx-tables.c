/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The tables of the sheet Summary, with a chart each. */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "core/scorecard/light-order.h"
#include "exchange/scorecard-xlsx-charts.h"
#include "exchange/scorecard-xlsx-formula.h"
#include "exchange/scorecard-xlsx-summary-private.h"

/* A chart needs this height whatever the table beside it is. */
#define MIN_CHART    330

#define MAX_IN_CHART 12

/* Names of bars: how wide they are before they are broken, in characters of column widths, how large their letters are, how
 * high a line of them is, in pixels, and how many lines a name has at most. */
#define CHART_LABEL_WIDTH  20.0
#define CHART_LABEL_POINTS 9
#define CHART_LINE_PIXELS  14
#define MAX_CHART_LINES    5

/* Of the highest row that is likely: two lines. */
#define SPARE_HEIGHT 34.0

/* Pixels of a screen with 96 dots per inch to points. */
#define POINTS(pixels) ((pixels) *72.0 / 96)

/* A row of a table of lights. */
typedef struct
{
  char *label;
  char *criteria[2]; /* what a formula asks of a row of the sheet Scorecard; %NULL: no formula can */
  const SuiviTally *tally;
} TableRow;

static void
clear_row (gpointer data)
{
  TableRow *row = data;

  g_free (row->label);
  g_free (row->criteria[0]);
  g_free (row->criteria[1]);
}

static double
find_header_height (const SuiviSummaryPage *page)
{
  const guint lines = suivi_scorecard_book_count_light_lines (page->book, page->number_width);

  return MAX (lines, 2) * SUIVI_SUMMARY_LINE_HEIGHT + 5;
}

static double
find_row_height (const TableRow *row)
{
  g_autofree char *valid = g_utf8_make_valid (row->label, -1);
  const guint lines = suivi_xlsx_count_lines (valid, SUIVI_SUMMARY_LABEL_WIDTH - 1.4, 10);

  return MAX (SUIVI_SCORECARD_TABLE_HEIGHT, lines * SUIVI_SUMMARY_LINE_HEIGHT + 4);
}

/* In pixels. Every bar has room for the whole of its name: LibreOffice leaves names out rather than break them. */
static int
find_chart_height (const GArray *rows)
{
  guint lines = 1;

  for (guint i = 0; i < MIN (rows->len, MAX_IN_CHART); i++)
    {
      g_autofree char *valid = g_utf8_make_valid (g_array_index (rows, TableRow, i).label, -1);

      lines = MAX (lines, suivi_xlsx_count_lines (valid, CHART_LABEL_WIDTH, CHART_LABEL_POINTS));
    }

  return MAX (MIN_CHART, 110
                           + (int) MIN (rows->len, MAX_IN_CHART)
                               * (14 + CHART_LINE_PIXELS * (int) MIN (lines, MAX_CHART_LINES)));
}

/* What stays on one page: the headings, the chart, and the rows that it shows. */
static double
find_kept_height (const SuiviSummaryPage *page, const GArray *rows)
{
  double height = find_header_height (page);

  for (guint i = 0; i < MIN (rows->len, MAX_IN_CHART); i++)
    height += find_row_height (&g_array_index (rows, TableRow, i));

  /* A page ends with a whole row, which may be before the chart does. */
  return MAX (height, POINTS (find_chart_height (rows)) + SPARE_HEIGHT);
}

static void
write_table_header (SuiviSummaryPage *page, const char *label)
{
  suivi_summary_page_set_height (page, find_header_height (page));
  suivi_summary_page_put (page, SUIVI_SUMMARY_LABEL, label, SUIVI_XLSX_HEADER);
  for (guint i = 0; i < SUIVI_N_LIGHTS; i++)
    suivi_summary_page_put (page, SUIVI_SUMMARY_FIRST + i, page->book->lights[suivi_lights_in_order[i]],
                            SUIVI_XLSX_HEADER_CENTRED);
  suivi_summary_page_put (page, SUIVI_SUMMARY_TOTAL, _ ("Total"), SUIVI_XLSX_HEADER_CENTRED);
  page->row++;
}

static void
write_table_row (SuiviSummaryPage *page, guint header_row, const TableRow *row)
{
  /* Set although the row could grow by itself: the chart beside it is measured in rows. */
  suivi_summary_page_set_height (page, find_row_height (row));
  suivi_summary_page_put (page, SUIVI_SUMMARY_LABEL, row->label, SUIVI_XLSX_ROW_LABEL);
  for (guint i = 0; i < SUIVI_N_LIGHTS; i++)
    {
      const guint count = row->tally->lights[suivi_lights_in_order[i]];
      g_autofree char *light = suivi_scorecard_formula_reference (header_row, SUIVI_SUMMARY_FIRST + i);

      if (row->criteria[0] != NULL)
        suivi_summary_page_put_count (page, SUIVI_SUMMARY_FIRST + i, row->criteria, light, count,
                                      SUIVI_XLSX_NUMBER);
      else
        suivi_xlsx_writer_write_number (page->book->writer, page->sheet, page->row, SUIVI_SUMMARY_FIRST + i,
                                        count, SUIVI_XLSX_NUMBER);
    }
  suivi_summary_page_put_row_sum (page, SUIVI_N_LIGHTS, row->tally->total, SUIVI_XLSX_ROW_TOTAL);
  page->row++;
}

static void
write_table_total (SuiviSummaryPage *page, guint header_row)
{
  const guint last = page->row - 1;

  suivi_summary_page_set_height (page, SUIVI_SCORECARD_TABLE_HEIGHT);
  suivi_summary_page_put (page, SUIVI_SUMMARY_LABEL, _ ("Total"), SUIVI_XLSX_TOTAL_LABEL);
  for (guint i = 0; i <= SUIVI_N_LIGHTS; i++)
    suivi_summary_page_put_sum (page, SUIVI_SUMMARY_FIRST + i, header_row + 1, SUIVI_SUMMARY_FIRST + i, last,
                                SUIVI_SUMMARY_FIRST + i,
                                i < SUIVI_N_LIGHTS ? page->whole->lights[suivi_lights_in_order[i]]
                                                   : page->whole->total,
                                SUIVI_XLSX_TOTAL);
  page->row++;
}

static void
insert_bars (SuiviSummaryPage *page,
             guint header_row,
             double table_height,
             GArray *rows,
             const char *title,
             const char *description)
{
  const guint n_rows = MIN (rows->len, MAX_IN_CHART);
  guint values[MAX_IN_CHART][SUIVI_N_LIGHTS] = { { 0 } };
  g_autofree char *rule = suivi_counting_rule_to_sentence (&page->book->head->rule);
  /* Translators: two whole sentences, one after the other */
  g_autofree char *whole_description = g_strdup_printf (_ ("%s %s"), description, rule);
  const SuiviScorecardChart chart = {
    .at_row = header_row,
    .at_column = suivi_summary_page_get_chart_column (page),
    .header_row = header_row,
    .label_column = SUIVI_SUMMARY_LABEL,
    .n_rows = n_rows,
    .values = values,
    .width = SUIVI_SUMMARY_CHART_PIXELS,
    .height = find_chart_height (rows),
    .title = title,
    .description = whole_description,
  };

  for (guint i = 0; i < n_rows; i++)
    {
      const TableRow *row = &g_array_index (rows, TableRow, i);

      for (guint j = 0; j < SUIVI_N_LIGHTS; j++)
        values[i][j] = row->tally->lights[suivi_lights_in_order[j]];
    }
  suivi_scorecard_xlsx_insert_bars (page->book, &chart);

  /* What comes below begins below the chart, too. */
  if (SUIVI_SUMMARY_PIXELS (table_height) < chart.height)
    {
      suivi_summary_page_set_height (page, POINTS (chart.height - SUIVI_SUMMARY_PIXELS (table_height)) + 2);
      page->row++;
    }
}

/* A table with a chart of the same numbers; with a total where the rows add up. */
static void
write_table (SuiviSummaryPage *page,
             GArray *rows,
             gboolean adds_up,
             const char *title,
             const char *label,
             const char *note,
             const char *description)
{
  guint header_row = 0;
  double start = 0;

  suivi_xlsx_pages_keep (&page->pages, page->row,
                         suivi_summary_page_get_section_height (page, note) + find_kept_height (page, rows));
  suivi_summary_page_write_section (page, title, note);
  header_row = page->row;
  start = page->pages.y;
  write_table_header (page, label);
  for (guint i = 0; i < rows->len; i++)
    {
      const TableRow *row = &g_array_index (rows, TableRow, i);

      /* What goes on over the page has its headings there, too. */
      if (i >= MAX_IN_CHART && suivi_xlsx_pages_keep (&page->pages, page->row, find_row_height (row)))
        write_table_header (page, label);
      write_table_row (page, header_row, row);
    }
  if (adds_up)
    write_table_total (page, header_row);
  insert_bars (page, header_row, page->pages.y - start, rows, title, description);
}

static GArray *
new_rows (void)
{
  GArray *rows = g_array_new (FALSE, TRUE, sizeof (TableRow));

  g_array_set_clear_func (rows, clear_row);
  return rows;
}

static const SuiviTally *
find_tally (GPtrArray *breakdown, SuiviPosition position)
{
  static const SuiviTally nothing = { 0 };

  for (guint i = 0; i < breakdown->len; i++)
    {
      const SuiviBreakdownRow *row = g_ptr_array_index (breakdown, i);

      if (g_str_equal (row->value, suivi_position_to_nick (position)))
        return &row->tally;
    }

  return &nothing;
}

/**
 * suivi_summary_page_write_positions:
 *
 * Writes the lights by position.
 */
void
suivi_summary_page_write_positions (SuiviSummaryPage *self)
{
  GPtrArray *breakdown = suivi_breakdown_list_rows (self->book->positions);
  g_autoptr (GArray) rows = new_rows ();

  for (guint i = 0; i < self->n_positions; i++)
    {
      TableRow row = { .label = g_strdup (suivi_position_to_label (self->positions[i])) };

      suivi_scorecard_formula_ask_position (&self->book->head->rule, self->positions[i], row.criteria);
      row.tally = find_tally (breakdown, self->positions[i]);
      g_array_append_val (rows, row);
    }
  write_table (
    self, rows, TRUE, _ ("Lights by position"), _ ("Position"), NULL,
    _ ("Stacked bars: the lights of the recommendations of each position. The table beside it holds the same "
       "numbers."));
  suivi_summary_page_skip_row (self);
}

/**
 * suivi_summary_page_write_clusters:
 *
 * Writes the lights by cluster, or that there is none yet.
 */
void
suivi_summary_page_write_clusters (SuiviSummaryPage *self)
{
  GPtrArray *breakdown = suivi_breakdown_list_rows (self->book->clusters);
  g_autoptr (GHashTable) folded = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GArray) rows = new_rows ();

  if (breakdown->len == 1 && *((SuiviBreakdownRow *) g_ptr_array_index (breakdown, 0))->value == '\0')
    {
      suivi_summary_page_write_section (
        self, _ ("Lights by cluster"),
        _ ("No recommendation is in a cluster yet. Make clusters in Suivi, and their lights stand here."));
      suivi_summary_page_skip_row (self);
      return;
    }

  for (guint i = 0; i < breakdown->len; i++)
    {
      const SuiviBreakdownRow *cluster = g_ptr_array_index (breakdown, i);
      TableRow row = { .label = g_strdup (cluster->label), .tally = &cluster->tally };

      row.criteria[0] = suivi_scorecard_formula_ask_cluster (cluster->value, folded);
      g_array_append_val (rows, row);
    }
  write_table (
    self, rows, TRUE, _ ("Lights by cluster"), _ ("Cluster"), NULL,
    _ ("Stacked bars: the lights of the recommendations of each cluster. The table beside it holds the same "
       "numbers."));
  suivi_summary_page_skip_row (self);
}

static char *
theme_note (guint n_themes)
{
  if (n_themes <= MAX_IN_CHART)
    return g_strdup (_ ("A recommendation can have several themes and then counts under each of them: this "
                        "table does not add up to the total."));

  return g_strdup_printf (
    /* Translators: the plural goes by the second number, of all themes */
    ngettext ("A recommendation can have several themes and then counts under each of them: this table does "
              "not add up to the total. The chart shows the %u most frequent of %u theme.",
              "A recommendation can have several themes and then counts under each of them: this table does "
              "not add up to the total. The chart shows the %u most frequent of %u themes.",
              n_themes),
    MAX_IN_CHART, n_themes);
}

/**
 * suivi_summary_page_write_themes:
 *
 * Writes the lights by theme.
 */
void
suivi_summary_page_write_themes (SuiviSummaryPage *self)
{
  GPtrArray *breakdown = suivi_breakdown_list_rows (self->book->themes);
  g_autoptr (GArray) rows = new_rows ();
  g_autofree char *note = theme_note (breakdown->len);

  for (guint i = 0; i < breakdown->len; i++)
    {
      const SuiviBreakdownRow *theme = g_ptr_array_index (breakdown, i);
      TableRow row = { .label = g_strdup (theme->label), .tally = &theme->tally };

      g_array_append_val (rows, row);
    }
  write_table (
    self, rows, FALSE, _ ("Lights by theme"), _ ("Theme"), note,
    _ ("Stacked bars: the lights of the most frequent themes. The table beside it holds the same numbers "
       "for all themes."));
}

/**
 * suivi_summary_page_write_changes:
 *
 * Writes how many lights moved which way since the edition before.
 */
void
suivi_summary_page_write_changes (SuiviSummaryPage *self)
{
  const SuiviEdition *previous = self->book->head->previous;
  g_autofree char *note = NULL;

  if (previous == NULL)
    {
      suivi_summary_page_write_section (self, _ ("Changes since last edition"),
                                        _ ("There is no earlier edition to compare with."));
      suivi_summary_page_skip_row (self);
      return;
    }

  /* Translators: title of an edition of a scorecard and its cut-off date */
  note = g_strdup_printf (
    _ ("Compared with “%s”, cut-off date %s. Recommendations count once here. Not assessed is "
       "neither better nor worse."),
    previous->title, previous->cut_off);
  suivi_xlsx_pages_keep (&self->pages, self->row,
                         suivi_summary_page_get_section_height (self, note)
                           + SUIVI_N_MOVES * SUIVI_SCORECARD_TABLE_HEIGHT);
  suivi_summary_page_write_section (self, _ ("Changes since last edition"), note);
  self->row = suivi_scorecard_xlsx_write_moves (self->book, self->row);
  self->pages.y += SUIVI_N_MOVES * SUIVI_SCORECARD_TABLE_HEIGHT;
  suivi_summary_page_skip_row (self);
}
