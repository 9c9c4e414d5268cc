/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The sheet Summary: headline figures, tables and charts. Its numbers are formulas over the sheet Scorecard. */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "core/scorecard/light-order.h"
#include "core/text/text.h"
#include "exchange/scorecard-text.h"
#include "exchange/scorecard-xlsx-charts.h"
#include "exchange/scorecard-xlsx-formula.h"

/* Columns: labels, the five lights or the positions, their sum; then a gap, then room for charts. */
#define COLUMN_LABEL 0
#define COLUMN_FIRST 1
#define COLUMN_TOTAL (COLUMN_FIRST + SUIVI_N_LIGHTS)
#define CHART_WIDE   8 /* columns */

#define LABEL_WIDTH  36.0
#define NUMBER_WIDTH 13.0
#define GAP_WIDTH    3.0
#define CHART_WIDTH  9.5

/* What text right of the labels has: six columns of numbers, the gap and eight columns for charts. */
#define TEXT_WIDTH  (6 * NUMBER_WIDTH + GAP_WIDTH + CHART_WIDE * CHART_WIDTH)
#define TABLE_WIDTH (LABEL_WIDTH + 6 * NUMBER_WIDTH)

#define LINE_HEIGHT 13.5
#define ROW_HEIGHT  SUIVI_SCORECARD_TABLE_HEIGHT

/* What a column of that width measures on screen: 7 pixels a character and 5 around. */
#define CHART_PIXELS (CHART_WIDE * (int) (CHART_WIDTH * 7 + 5))

/* Points to pixels of a screen with 96 dots per inch. */
#define PIXELS(points) ((int) ((points) *96 / 72))

/* A chart needs this height whatever the table beside it is. */
#define MIN_CHART    290

#define MAX_IN_CHART 12

/* In the order in which they are added up. What is no answer to a recommendation stands last, and only where there is
 * some. */
static const SuiviPosition positions[] = {
  SUIVI_POSITION_SUPPORTED, SUIVI_POSITION_PART,       SUIVI_POSITION_NOTED,
  SUIVI_POSITION_PENDING,   SUIVI_POSITION_COMMITMENT, SUIVI_POSITION_NONE,
};

#define N_ANSWERS   4
#define N_POSITIONS G_N_ELEMENTS (positions)

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

/* The sheet Summary while it is written. */
typedef struct
{
  SuiviScorecardBook *book;
  lxw_worksheet *sheet;
  const SuiviTally *whole;
  guint row;
  SuiviPosition positions[N_POSITIONS]; /* those that are shown */
  guint n_positions;
} Page;

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

/* More positions than lights need columns more, before the gap. */
static guint
chart_column (const Page *page)
{
  return COLUMN_TOTAL + 2 + MAX (page->n_positions, SUIVI_N_LIGHTS) - SUIVI_N_LIGHTS;
}

static guint
last_column (const Page *page)
{
  return chart_column (page) + CHART_WIDE - 1;
}

/* Where it counts as noted, supported in part has no place of its own. */
static void
choose_positions (Page *page)
{
  for (guint i = 0; i < N_POSITIONS; i++)
    {
      gboolean counts
        = suivi_counting_rule_get_position (&page->book->head->rule, positions[i]) == positions[i];

      if (counts && (i < N_ANSWERS || page->whole->positions[positions[i]] > 0))
        page->positions[page->n_positions++] = positions[i];
    }
}

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
put_sum (Page *page,
         guint column,
         guint first_row,
         guint first,
         guint last_row,
         guint last,
         guint result,
         SuiviXlsxStyle style)
{
  suivi_xlsx_writer_write_sum (page->book->writer, page->sheet, page->row, column, first_row, first, last_row,
                               last, result, style);
}

/* The sum of the @n_numbers to the left. */
static void
put_row_sum (Page *page, guint n_numbers, guint result, SuiviXlsxStyle style)
{
  put_sum (page, COLUMN_FIRST + n_numbers, page->row, COLUMN_FIRST, page->row, COLUMN_FIRST + n_numbers - 1,
           result, style);
}

static void
set_height (Page *page, double height)
{
  worksheet_set_row (page->sheet, page->row, height, NULL);
}

static void
name_cell (Page *page, guint column, const char *name)
{
  suivi_xlsx_writer_define_name (page->book->writer, name, page->sheet, page->row, page->row, column);
}

/* One number: of the rows that meet either of @criteria and have the light that stands in the cell @light. */
static void
put_count (Page *page,
           guint column,
           char *const *criteria,
           const char *light,
           guint result,
           SuiviXlsxStyle style)
{
  g_autofree char *formula = suivi_scorecard_formula_count (&page->book->head->rule, criteria, light);

  suivi_xlsx_writer_write_formula (page->book->writer, page->sheet, page->row, column, formula, result,
                                   style);
}

/* One line of the head: what it is, and the text right of it as high as it needs. */
static void
put_fact (Page *page, const char *label, const char *text)
{
  g_autofree char *valid = g_utf8_make_valid (text, -1);
  guint lines = MIN (suivi_xlsx_count_lines (valid, TEXT_WIDTH, 10), 28);

  put (page, COLUMN_LABEL, label, SUIVI_XLSX_LABEL);
  suivi_xlsx_writer_merge_text (page->book->writer, page->sheet, page->row, COLUMN_FIRST, last_column (page),
                                text, SUIVI_XLSX_VALUE);
  set_height (page, lines * LINE_HEIGHT + 3);
  page->row++;
}

static void
write_cut_off (Page *page)
{
  const char *day = page->book->head->cut_off;
  const char *last = page->book->last_date;

  if (day == NULL && last == NULL)
    {
      put_fact (page, _ ("Cut-off date"), _ ("None was set, and nothing is assessed yet."));
      return;
    }

  put (page, COLUMN_LABEL, _ ("Cut-off date"), SUIVI_XLSX_LABEL);
  suivi_xlsx_writer_write_date (page->book->writer, page->sheet, page->row, COLUMN_FIRST,
                                day != NULL ? day : last, SUIVI_XLSX_VALUE_DATE);
  suivi_xlsx_writer_merge_text (
    page->book->writer, page->sheet, page->row, COLUMN_FIRST + 1, last_column (page),
    day != NULL
      ? _ ("Of each recommendation the grade that was agreed on counts, or else the latest up to this day.")
      : _ ("No day was set: agreed grades count, or else the latest ones, the last of them of this day."),
    SUIVI_XLSX_VALUE);
  set_height (page, LINE_HEIGHT + 3);
  page->row++;
}

static void
write_head (Page *page)
{
  const SuiviScorecardHead *head = page->book->head;
  g_autofree char *reviews = suivi_scorecard_reviews_text (head->reviews);
  g_autofree char *rule = suivi_counting_rule_to_sentence (&head->rule);

  set_height (page, 32);
  put (page, COLUMN_LABEL, _ ("Scorecard of the Universal Periodic Review"), SUIVI_XLSX_TITLE);
  page->row++;

  set_height (page, suivi_xlsx_count_lines (reviews, LABEL_WIDTH + TEXT_WIDTH, 13) * 18.0 + 8);
  suivi_xlsx_writer_merge_text (page->book->writer, page->sheet, page->row, COLUMN_LABEL, last_column (page),
                                reviews, SUIVI_XLSX_SUBTITLE);
  page->row++;

  write_cut_off (page);
  if (head->edition != NULL)
    put_fact (page, _ ("Edition"), head->edition->title);
  /* Translators: who made the scorecard */
  put_fact (page, _ ("Author"), *head->author != '\0' ? head->author : _ ("Not named"));
  /* Translators: which recommendations the scorecard holds */
  put_fact (page, _ ("Included"), head->filter_text);
  put_fact (page, _ ("Counting rule"), rule);
  put (page, COLUMN_LABEL, _ ("Method"), SUIVI_XLSX_LABEL);
  suivi_xlsx_writer_write_link (page->book->writer, page->sheet, page->row, COLUMN_FIRST, page->book->method,
                                0, page->book->method->name, SUIVI_XLSX_LINK_PLAIN);
  page->row += 2;
}

static void
write_section (Page *page, const char *title, const char *note)
{
  set_height (page, 24);
  put (page, COLUMN_LABEL, title, SUIVI_XLSX_SECTION);
  page->row++;

  if (note != NULL)
    {
      suivi_xlsx_writer_merge_text (page->book->writer, page->sheet, page->row, COLUMN_LABEL, COLUMN_TOTAL,
                                    note, SUIVI_XLSX_NOTE);
      set_height (page, suivi_xlsx_count_lines (note, TABLE_WIDTH, 9) * 12.5 + 4);
      page->row++;
    }
}

/* Numbers and their sum, large: supported + supported in part + noted + pending = total. */
static void
write_position_tiles (Page *page)
{
  set_height (page, 26);
  for (guint i = 0; i < page->n_positions; i++)
    {
      /* Translators: a term of a sum that is written over several cells */
      g_autofree char *term
        = g_strdup_printf (i > 0 ? _ ("+ %s") : "%s", suivi_position_to_label (page->positions[i]));

      put (page, COLUMN_FIRST + i, term, SUIVI_XLSX_TILE_LABEL);
    }
  /* Translators: the end of a sum that is written over several cells */
  put (page, COLUMN_FIRST + page->n_positions, _ ("= Total"), SUIVI_XLSX_TILE_LABEL);
  page->row++;

  set_height (page, 34);
  put (page, COLUMN_LABEL, _ ("Positions"), SUIVI_XLSX_SECTION);
  for (guint i = 0; i < page->n_positions; i++)
    {
      char *criteria[2] = { NULL, NULL };

      suivi_scorecard_formula_ask_position (&page->book->head->rule, page->positions[i], criteria);
      put_count (page, COLUMN_FIRST + i, criteria, NULL, page->whole->positions[page->positions[i]],
                 SUIVI_XLSX_TILE_NUMBER);
      name_cell (page, COLUMN_FIRST + i, position_names[page->positions[i]]);
      g_free (criteria[0]);
      g_free (criteria[1]);
    }
  put_row_sum (page, page->n_positions, page->whole->total, SUIVI_XLSX_TILE_TOTAL);
  name_cell (page, COLUMN_FIRST + page->n_positions, "Suivi_total");
  page->row++;
}

/* Shares of the total, below the numbers that they are of. */
static void
write_shares (Page *page)
{
  const guint total = page->whole->total;
  g_autofree char *whole = suivi_scorecard_formula_reference (page->row - 1, COLUMN_TOTAL);

  set_height (page, 16);
  /* Translators: before percentages of the total */
  put (page, COLUMN_LABEL, _ ("Share of the total"), SUIVI_XLSX_LABEL);
  for (guint i = 0; i < SUIVI_N_LIGHTS; i++)
    {
      const guint count = page->whole->lights[suivi_lights_in_order[i]];
      g_autofree char *part = suivi_scorecard_formula_reference (page->row - 1, COLUMN_FIRST + i);
      g_autofree char *formula = g_strdup_printf ("=IF(%s=0,0,%s/%s)", whole, part, whole);

      suivi_xlsx_writer_write_formula (page->book->writer, page->sheet, page->row, COLUMN_FIRST + i, formula,
                                       total > 0 ? (double) count / total : 0, SUIVI_XLSX_SHARE);
    }
  page->row++;
}

static void
write_light_tiles (Page *page)
{
  static char *const no_criteria[2] = { NULL, NULL };

  set_height (page, 26);
  for (guint i = 0; i < SUIVI_N_LIGHTS; i++)
    put (page, COLUMN_FIRST + i, page->book->lights[suivi_lights_in_order[i]], SUIVI_XLSX_TILE_LABEL);
  put (page, COLUMN_TOTAL, _ ("Total"), SUIVI_XLSX_TILE_LABEL);
  page->row++;

  set_height (page, 34);
  put (page, COLUMN_LABEL, _ ("Lights"), SUIVI_XLSX_SECTION);
  for (guint i = 0; i < SUIVI_N_LIGHTS; i++)
    {
      const SuiviLight light = suivi_lights_in_order[i];
      g_autofree char *reference = suivi_scorecard_formula_reference (page->row - 1, COLUMN_FIRST + i);

      put_count (page, COLUMN_FIRST + i, no_criteria, reference, page->whole->lights[light],
                 SUIVI_XLSX_TILE_GREY + light);
      name_cell (page, COLUMN_FIRST + i, light_names[light]);
    }
  put_row_sum (page, SUIVI_N_LIGHTS, page->whole->total, SUIVI_XLSX_TILE_TOTAL);
  page->row++;
  write_shares (page);
}

static void
insert_doughnut (Page *page, guint at_row, guint header_row)
{
  const SuiviTally *whole = page->whole;
  guint values[1][SUIVI_N_LIGHTS] = { { 0 } };
  g_autofree char *numbers = suivi_scorecard_tally_text (whole, page->book->head->labels);
  g_autofree char *description
    /* Translators: read aloud in place of a chart; %s are sentences with its numbers */
    = g_strdup_printf (_ ("Ring: %s The cells beside it hold the same numbers."), numbers);
  const SuiviScorecardChart chart = {
    .at_row = at_row,
    .at_column = chart_column (page),
    .header_row = header_row,
    .label_column = COLUMN_LABEL,
    .n_rows = 1,
    .values = values,
    .width = CHART_PIXELS,
    .height = PIXELS (24 + 2 * (26 + 34) + 16 + 15),
    .title = _ ("Lights"),
    .description = description,
  };

  for (guint i = 0; i < SUIVI_N_LIGHTS; i++)
    values[0][i] = whole->lights[suivi_lights_in_order[i]];
  suivi_scorecard_xlsx_insert_doughnut (page->book, &chart);
}

static void
write_tiles (Page *page)
{
  const guint first = page->row;

  write_section (page, suivi_scorecard_unit_text (page->whole->rule.unit), NULL);
  write_position_tiles (page);
  write_light_tiles (page);
  if (page->whole->total > 0)
    insert_doughnut (page, first, page->row - 3);
  page->row++;
}

static void
write_table_header (Page *page, const char *label)
{
  set_height (page,
              MAX (suivi_scorecard_book_count_light_lines (page->book, NUMBER_WIDTH), 2) * LINE_HEIGHT + 5);
  put (page, COLUMN_LABEL, label, SUIVI_XLSX_HEADER);
  for (guint i = 0; i < SUIVI_N_LIGHTS; i++)
    put (page, COLUMN_FIRST + i, page->book->lights[suivi_lights_in_order[i]], SUIVI_XLSX_HEADER_CENTRED);
  put (page, COLUMN_TOTAL, _ ("Total"), SUIVI_XLSX_HEADER_CENTRED);
  page->row++;
}

static double
write_table_row (Page *page, guint header_row, const TableRow *row)
{
  g_autofree char *valid = g_utf8_make_valid (row->label, -1);
  const double height
    = MAX (ROW_HEIGHT, suivi_xlsx_count_lines (valid, LABEL_WIDTH - 1.4, 10) * LINE_HEIGHT + 4);

  /* Set although the row could grow by itself: the chart beside it is measured in rows. */
  set_height (page, height);
  put (page, COLUMN_LABEL, row->label, SUIVI_XLSX_ROW_LABEL);
  for (guint i = 0; i < SUIVI_N_LIGHTS; i++)
    {
      const guint count = row->tally->lights[suivi_lights_in_order[i]];
      g_autofree char *light = suivi_scorecard_formula_reference (header_row, COLUMN_FIRST + i);

      if (row->criteria[0] != NULL)
        put_count (page, COLUMN_FIRST + i, row->criteria, light, count, SUIVI_XLSX_NUMBER);
      else
        put_number (page, COLUMN_FIRST + i, count, SUIVI_XLSX_NUMBER);
    }
  put_row_sum (page, SUIVI_N_LIGHTS, row->tally->total, SUIVI_XLSX_ROW_TOTAL);
  page->row++;

  return height;
}

static void
write_table_total (Page *page, guint header_row)
{
  const guint last = page->row - 1;

  set_height (page, ROW_HEIGHT);
  put (page, COLUMN_LABEL, _ ("Total"), SUIVI_XLSX_TOTAL_LABEL);
  for (guint i = 0; i <= SUIVI_N_LIGHTS; i++)
    put_sum (page, COLUMN_FIRST + i, header_row + 1, COLUMN_FIRST + i, last, COLUMN_FIRST + i,
             i < SUIVI_N_LIGHTS ? page->whole->lights[suivi_lights_in_order[i]] : page->whole->total,
             SUIVI_XLSX_TOTAL);
  page->row++;
}

/* The chart stands below the headings: they are repeated on every page, and a strip of it would be, too. */
static void
insert_bars (Page *page,
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
    .at_column = chart_column (page),
    .header_row = header_row,
    .label_column = COLUMN_LABEL,
    .n_rows = n_rows,
    .values = values,
    .width = CHART_PIXELS,
    .height = MAX (MIN_CHART, 150 + (int) n_rows * 34),
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
  if (PIXELS (table_height) < chart.height)
    {
      set_height (page, (chart.height - PIXELS (table_height)) * 72.0 / 96 + 2);
      page->row++;
    }
}

/* A table with a chart of the same numbers; with a total where the rows add up. */
static void
write_table (Page *page,
             GArray *rows,
             gboolean adds_up,
             const char *title,
             const char *label,
             const char *note,
             const char *description)
{
  double height = 32;
  guint header_row = 0;

  write_section (page, title, note);
  header_row = page->row;
  write_table_header (page, label);
  for (guint i = 0; i < rows->len; i++)
    height += write_table_row (page, header_row, &g_array_index (rows, TableRow, i));
  if (adds_up)
    {
      write_table_total (page, header_row);
      height += ROW_HEIGHT;
    }
  insert_bars (page, header_row, height, rows, title, description);
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

static void
write_positions (Page *page)
{
  GPtrArray *breakdown = suivi_breakdown_list_rows (page->book->positions);
  g_autoptr (GArray) rows = new_rows ();

  for (guint i = 0; i < page->n_positions; i++)
    {
      TableRow row = { .label = g_strdup (suivi_position_to_label (page->positions[i])) };

      suivi_scorecard_formula_ask_position (&page->book->head->rule, page->positions[i], row.criteria);
      row.tally = find_tally (breakdown, page->positions[i]);
      g_array_append_val (rows, row);
    }
  write_table (
    page, rows, TRUE, _ ("Lights by position"), _ ("Position"), NULL,
    _ ("Stacked bars: the lights of the recommendations of each position. The table beside it holds the same "
       "numbers."));
  page->row++;
}

static void
write_clusters (Page *page)
{
  GPtrArray *breakdown = suivi_breakdown_list_rows (page->book->clusters);
  g_autoptr (GHashTable) folded = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GArray) rows = new_rows ();

  if (breakdown->len == 1 && *((SuiviBreakdownRow *) g_ptr_array_index (breakdown, 0))->value == '\0')
    {
      write_section (
        page, _ ("Lights by cluster"),
        _ ("No recommendation is in a cluster yet. Make clusters in Suivi, and their lights stand here."));
      page->row++;
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
    page, rows, TRUE, _ ("Lights by cluster"), _ ("Cluster"), NULL,
    _ ("Stacked bars: the lights of the recommendations of each cluster. The table beside it holds the same "
       "numbers."));
  page->row++;
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

static void
write_themes (Page *page)
{
  GPtrArray *breakdown = suivi_breakdown_list_rows (page->book->themes);
  g_autoptr (GArray) rows = new_rows ();
  g_autofree char *note = theme_note (breakdown->len);

  for (guint i = 0; i < breakdown->len; i++)
    {
      const SuiviBreakdownRow *theme = g_ptr_array_index (breakdown, i);
      TableRow row = { .label = g_strdup (theme->label), .tally = &theme->tally };

      g_array_append_val (rows, row);
    }
  write_table (
    page, rows, FALSE, _ ("Lights by theme"), _ ("Theme"), note,
    _ ("Stacked bars: the lights of the most frequent themes. The table beside it holds the same numbers "
       "for all themes."));
}

static void
write_changes (Page *page)
{
  const SuiviEdition *previous = page->book->head->previous;
  g_autofree char *note = NULL;

  if (previous == NULL)
    {
      write_section (page, _ ("Changes since last edition"),
                     _ ("There is no earlier edition to compare with."));
      page->row++;
      return;
    }

  /* Translators: title of an edition of a scorecard and its cut-off date */
  note = g_strdup_printf (
    _ ("Compared with “%s”, cut-off date %s. Recommendations count once here. Not assessed is "
       "neither better nor worse."),
    previous->title, previous->cut_off);
  write_section (page, _ ("Changes since last edition"), note);
  page->row = suivi_scorecard_xlsx_write_moves (page->book, page->row);
  page->row++;
}

static void
set_up_page (Page *page)
{
  worksheet_set_column (page->sheet, COLUMN_LABEL, COLUMN_LABEL, LABEL_WIDTH, NULL);
  worksheet_set_column (page->sheet, COLUMN_FIRST, chart_column (page) - 2, NUMBER_WIDTH, NULL);
  worksheet_set_column (page->sheet, chart_column (page) - 1, chart_column (page) - 1, GAP_WIDTH, NULL);
  worksheet_set_column (page->sheet, chart_column (page), last_column (page), CHART_WIDTH, NULL);
  suivi_xlsx_writer_set_up_page (page->book->writer, page->sheet, page->book->footer);
  worksheet_activate (page->sheet);
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
  Page page = { .book = book, .sheet = book->summary, .whole = suivi_breakdown_get_whole (book->positions) };
  lxw_row_t breaks[] = { 0, 0, 0 };

  /* What is counted twice must come out the same; the sums of the sheet show it to the reader too. */
  g_assert (suivi_tally_is_reconciled (page.whole));

  choose_positions (&page);
  set_up_page (&page);
  write_head (&page);
  write_tiles (&page);
  if (page.whole->total == 0)
    {
      put (&page, COLUMN_LABEL, _ ("There is no recommendation to show."), SUIVI_XLSX_NOTE);
      return;
    }

  write_positions (&page);
  breaks[0] = page.row;
  write_clusters (&page);
  write_changes (&page);
  breaks[1] = page.row;
  worksheet_set_h_pagebreaks (book->summary, breaks);
  write_themes (&page);
  worksheet_print_area (book->summary, 0, 0, page.row, last_column (&page));
}
