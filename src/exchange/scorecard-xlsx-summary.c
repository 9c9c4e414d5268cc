/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "exchange/scorecard-text.h"
#include "exchange/scorecard-xlsx-private.h"

/* Columns: labels, the four lights or positions, their sum; then a gap, then room for charts. */
#define COLUMN_LABEL 0
#define COLUMN_FIRST 1
#define COLUMN_TOTAL 5
#define COLUMN_CHART 7
#define COLUMN_LAST  14

#define LABEL_WIDTH  36.0
#define NUMBER_WIDTH 13.0
#define GAP_WIDTH    3.0
#define CHART_WIDTH  9.5

/* What text right of the labels has: five columns of numbers, the gap and eight columns for charts. */
#define TEXT_WIDTH  (5 * NUMBER_WIDTH + GAP_WIDTH + 8 * CHART_WIDTH)
#define TABLE_WIDTH (LABEL_WIDTH + 5 * NUMBER_WIDTH)

#define LINE_HEIGHT 13.5

#define ROW_HEIGHT  18.0

/* What a column of that width measures on screen: 7 pixels a character and 5 around. */
#define CHART_PIXELS ((COLUMN_LAST - COLUMN_CHART + 1) * (int) (CHART_WIDTH * 7 + 5))

/* Points to pixels of a screen with 96 dots per inch. */
#define PIXELS(points)      ((int) ((points) *96 / 72))

#define MAX_THEMES_IN_CHART 12

/* From good to bad, as people read a traffic light; then what is not known. */
static const SuiviLight lights[SUIVI_N_LIGHTS] = {
  SUIVI_LIGHT_GREEN,
  SUIVI_LIGHT_AMBER,
  SUIVI_LIGHT_RED,
  SUIVI_LIGHT_GREY,
};

/* In the order in which they are added up. What is no answer to a recommendation stands last, and only where there is
 * some. */
static const SuiviPosition positions[] = {
  SUIVI_POSITION_SUPPORTED, SUIVI_POSITION_PART,       SUIVI_POSITION_NOTED,
  SUIVI_POSITION_PENDING,   SUIVI_POSITION_COMMITMENT, SUIVI_POSITION_NONE,
};

#define N_ANSWERS   4
#define N_POSITIONS G_N_ELEMENTS (positions)

/* Their lightness differs as well as their hue, so that they stay apart for colour-blind readers and in grey.
 */
static const struct
{
  lxw_color_t fill;
  lxw_color_t ink;
} colours[SUIVI_N_LIGHTS] = {
  [SUIVI_LIGHT_GREY] = { 0xBDBDBD, 0x212121 },
  [SUIVI_LIGHT_RED] = { 0xC62828, 0xFFFFFF },
  [SUIVI_LIGHT_AMBER] = { 0xFFB300, 0x212121 },
  [SUIVI_LIGHT_GREEN] = { 0x2E7D32, 0xFFFFFF },
};

/* The sheet Summary while it is written. */
typedef struct
{
  SuiviXlsxWriter *writer;
  lxw_worksheet *sheet;
  const SuiviScorecardHead *head;
  SuiviScorecardSummary *summary;
  guint row;
  SuiviPosition positions[N_POSITIONS]; /* those that are shown */
  guint n_positions;
} Page;

/* Each position that is no answer needs a column more, between the numbers and the gap. */
static guint
chart_column (const Page *page)
{
  return COLUMN_CHART + page->n_positions - N_ANSWERS;
}

static guint
last_column (const Page *page)
{
  return COLUMN_LAST + page->n_positions - N_ANSWERS;
}

static void
choose_positions (Page *page)
{
  for (guint i = 0; i < N_POSITIONS; i++)
    {
      if (i < N_ANSWERS || suivi_scorecard_summary_get_position (page->summary, positions[i]) > 0)
        page->positions[page->n_positions++] = positions[i];
    }
}

static void
put (Page *page, guint column, const char *text, SuiviXlsxStyle style)
{
  suivi_xlsx_writer_write_text (page->writer, page->sheet, page->row, column, text, style);
}

static void
put_number (Page *page, guint column, guint number, SuiviXlsxStyle style)
{
  suivi_xlsx_writer_write_number (page->writer, page->sheet, page->row, column, number, style);
}

/* The sum of the @n_numbers to the left. */
static void
put_row_sum (Page *page, guint n_numbers, guint result, SuiviXlsxStyle style)
{
  suivi_xlsx_writer_write_sum (page->writer, page->sheet, page->row, COLUMN_FIRST + n_numbers, page->row,
                               COLUMN_FIRST, page->row, COLUMN_FIRST + n_numbers - 1, result, style);
}

static void
set_height (Page *page, double height)
{
  worksheet_set_row (page->sheet, page->row, height, NULL);
}

/* One line of the head: what it is, and the text right of it as high as it needs. */
static void
put_fact (Page *page, const char *label, const char *text)
{
  g_autofree char *valid = g_utf8_make_valid (text, -1);
  guint lines = MIN (suivi_xlsx_count_lines (valid, TEXT_WIDTH, 10), 28);

  put (page, COLUMN_LABEL, label, SUIVI_XLSX_LABEL);
  suivi_xlsx_writer_merge_text (page->writer, page->sheet, page->row, COLUMN_FIRST, last_column (page), text,
                                SUIVI_XLSX_VALUE);
  set_height (page, lines * LINE_HEIGHT + 3);
  page->row++;
}

static void
write_cut_off (Page *page)
{
  const char *day = page->head->cut_off;
  const char *last = suivi_scorecard_summary_get_last_date (page->summary);

  if (day == NULL && last == NULL)
    {
      put_fact (page, _ ("Cut-off date"), _ ("None was set, and nothing is assessed yet."));
      return;
    }

  put (page, COLUMN_LABEL, _ ("Cut-off date"), SUIVI_XLSX_LABEL);
  suivi_xlsx_writer_write_date (page->writer, page->sheet, page->row, COLUMN_FIRST, day != NULL ? day : last,
                                SUIVI_XLSX_VALUE_DATE);
  suivi_xlsx_writer_merge_text (
    page->writer, page->sheet, page->row, COLUMN_FIRST + 1, last_column (page),
    day != NULL ? _ ("Of each recommendation the latest assessment up to this day counts.")
                : _ ("No day was set: the latest assessments count, the last of them of this day."),
    SUIVI_XLSX_VALUE);
  set_height (page, LINE_HEIGHT + 3);
  page->row++;
}

static void
write_head (Page *page)
{
  g_autofree char *reviews = suivi_scorecard_reviews_text (page->head->reviews);
  g_auto (GStrv) method = suivi_scorecard_method_lines (suivi_scorecard_summary_get_chosen (page->summary));

  set_height (page, 32);
  put (page, COLUMN_LABEL, _ ("Scorecard of the Universal Periodic Review"), SUIVI_XLSX_TITLE);
  page->row++;

  set_height (page, suivi_xlsx_count_lines (reviews, LABEL_WIDTH + TEXT_WIDTH, 13) * 18.0 + 8);
  suivi_xlsx_writer_merge_text (page->writer, page->sheet, page->row, COLUMN_LABEL, last_column (page),
                                reviews, SUIVI_XLSX_SUBTITLE);
  page->row++;

  write_cut_off (page);
  /* Translators: who made the scorecard */
  put_fact (page, _ ("Author"), *page->head->author != '\0' ? page->head->author : _ ("Not named"));
  /* Translators: which recommendations the scorecard holds */
  put_fact (page, _ ("Included"), page->head->filter_text);
  for (guint i = 0; method[i] != NULL; i++)
    put_fact (page, i == 0 ? _ ("Method") : NULL, method[i]);
  page->row++;
}

static void
write_section (Page *page, const char *title, const char *note)
{
  set_height (page, 24);
  put (page, COLUMN_LABEL, title, SUIVI_XLSX_SECTION);
  page->row++;

  if (note != NULL)
    {
      suivi_xlsx_writer_merge_text (page->writer, page->sheet, page->row, COLUMN_LABEL, COLUMN_TOTAL, note,
                                    SUIVI_XLSX_NOTE);
      set_height (page, suivi_xlsx_count_lines (note, TABLE_WIDTH, 9) * 12.5 + 4);
      page->row++;
    }
}

/* Numbers and their sum, large: supported + supported in part + noted + pending = total. */
static void
write_tiles (Page *page)
{
  guint total = suivi_scorecard_summary_get_total (page->summary);

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
    put_number (page, COLUMN_FIRST + i,
                suivi_scorecard_summary_get_position (page->summary, page->positions[i]),
                SUIVI_XLSX_TILE_NUMBER);
  put_row_sum (page, page->n_positions, total, SUIVI_XLSX_TILE_TOTAL);
  page->row++;

  set_height (page, 26);
  for (guint i = 0; i < SUIVI_N_LIGHTS; i++)
    {
      g_autofree char *light = suivi_scorecard_light_text (lights[i]);

      put (page, COLUMN_FIRST + i, light, SUIVI_XLSX_TILE_LABEL);
    }
  put (page, COLUMN_TOTAL, _ ("Total"), SUIVI_XLSX_TILE_LABEL);
  page->row++;

  set_height (page, 34);
  put (page, COLUMN_LABEL, _ ("Lights"), SUIVI_XLSX_SECTION);
  for (guint i = 0; i < SUIVI_N_LIGHTS; i++)
    put_number (page, COLUMN_FIRST + i, suivi_scorecard_summary_get_light (page->summary, lights[i]),
                SUIVI_XLSX_TILE_GREY + lights[i]);
  put_row_sum (page, SUIVI_N_LIGHTS, total, SUIVI_XLSX_TILE_TOTAL);
  page->row++;
}

static void
write_table_header (Page *page, const char *label)
{
  set_height (page, 32);
  put (page, COLUMN_LABEL, label, SUIVI_XLSX_HEADER);
  for (guint i = 0; i < SUIVI_N_LIGHTS; i++)
    {
      g_autofree char *light = suivi_scorecard_light_text (lights[i]);

      put (page, COLUMN_FIRST + i, light, SUIVI_XLSX_HEADER_CENTRED);
    }
  put (page, COLUMN_TOTAL, _ ("Total"), SUIVI_XLSX_HEADER_CENTRED);
  page->row++;
}

static void
write_positions (Page *page)
{
  guint first = 0;

  write_section (page, _ ("Lights by position"), NULL);
  write_table_header (page, _ ("Position"));

  first = page->row;
  for (guint i = 0; i < page->n_positions; i++)
    {
      set_height (page, ROW_HEIGHT);
      put (page, COLUMN_LABEL, suivi_position_to_label (page->positions[i]), SUIVI_XLSX_ROW_LABEL);
      for (guint j = 0; j < SUIVI_N_LIGHTS; j++)
        put_number (page, COLUMN_FIRST + j,
                    suivi_scorecard_summary_get_cell (page->summary, page->positions[i], lights[j]),
                    SUIVI_XLSX_NUMBER);
      put_row_sum (page, SUIVI_N_LIGHTS,
                   suivi_scorecard_summary_get_position (page->summary, page->positions[i]),
                   SUIVI_XLSX_ROW_TOTAL);
      page->row++;
    }

  set_height (page, ROW_HEIGHT);
  put (page, COLUMN_LABEL, _ ("Total"), SUIVI_XLSX_TOTAL_LABEL);
  for (guint j = 0; j <= SUIVI_N_LIGHTS; j++)
    {
      guint result = j < SUIVI_N_LIGHTS ? suivi_scorecard_summary_get_light (page->summary, lights[j])
                                        : suivi_scorecard_summary_get_total (page->summary);

      suivi_xlsx_writer_write_sum (page->writer, page->sheet, page->row, COLUMN_FIRST + j, first,
                                   COLUMN_FIRST + j, page->row - 1, COLUMN_FIRST + j, result,
                                   SUIVI_XLSX_TOTAL);
    }
  page->row++;
}

static void
write_themes (Page *page, GPtrArray *themes)
{
  for (guint i = 0; i < themes->len; i++)
    {
      const SuiviScorecardTheme *theme = g_ptr_array_index (themes, i);
      const char *name = theme->theme != NULL ? theme->theme : _ ("Without a theme");
      g_autofree char *valid = g_utf8_make_valid (name, -1);

      /* Set although the row could grow by itself: the chart beside it is measured in rows. */
      set_height (page,
                  MAX (ROW_HEIGHT, suivi_xlsx_count_lines (valid, LABEL_WIDTH - 1.4, 10) * LINE_HEIGHT + 4));
      put (page, COLUMN_LABEL, name, SUIVI_XLSX_ROW_LABEL);
      for (guint j = 0; j < SUIVI_N_LIGHTS; j++)
        put_number (page, COLUMN_FIRST + j, theme->lights[lights[j]], SUIVI_XLSX_NUMBER);
      put_row_sum (page, SUIVI_N_LIGHTS, theme->total, SUIVI_XLSX_ROW_TOTAL);
      page->row++;
    }
}

/* Numbers stand in the segments that are wide enough for them: @share hundredths of the longest bar. */
static void
label_segments (lxw_chart_series *series,
                SuiviLight light,
                const guint *values,
                guint n_values,
                guint longest,
                guint share)
{
  lxw_chart_font font = { .size = 9, .bold = LXW_TRUE, .color = colours[light].ink };
  g_autofree lxw_chart_data_label *labels = g_new0 (lxw_chart_data_label, n_values);
  g_autofree lxw_chart_data_label **list = g_new0 (lxw_chart_data_label *, n_values + 1);

  for (guint i = 0; i < n_values; i++)
    {
      labels[i].hide = values[i] * 100 < longest * share;
      list[i] = &labels[i];
    }

  chart_series_set_labels (series);
  chart_series_set_labels_font (series, &font);
  chart_series_set_labels_num_format (series, "#,##0;;");
  chart_series_set_labels_custom (series, list);
}

/* Horizontal bars of the table that begins at @first_row, one for each row, the first row on top. */
static void
insert_chart (Page *page,
              guint at_row,
              guint first_row,
              guint n_rows,
              const guint (*values)[SUIVI_N_LIGHTS],
              int height,
              guint share,
              const char *title,
              const char *axis,
              const char *description)
{
  const char *name = page->sheet->name;
  lxw_chart *chart
    = workbook_add_chart (suivi_xlsx_writer_get_workbook (page->writer), LXW_CHART_BAR_STACKED);
  /* On a bar chart the library calls the axis that stands upright y: the one with the rows of the table. */
  lxw_chart_axis *rows = chart->y_axis;
  lxw_chart_axis *counts = chart->x_axis;
  lxw_chart_font title_font = { .size = 12, .bold = LXW_TRUE, .color = 0x263D4F };
  lxw_chart_font font = { .size = 9, .color = 0x424242 };
  lxw_chart_font axis_font = { .size = 9, .bold = LXW_EXPLICIT_FALSE, .color = 0x6B6B6B };
  lxw_chart_line white = { .color = 0xFFFFFF, .width = 1 };
  lxw_chart_line none = { .none = LXW_TRUE };
  lxw_chart_line grid = { .color = 0xE3E7EA, .width = 0.75 };
  lxw_chart_line frame = { .color = 0xD5DADF, .width = 0.75 };
  lxw_chart_options options = { .object_position = LXW_OBJECT_MOVE_DONT_SIZE };
  guint longest = 1;

  for (guint i = 0; i < n_rows; i++)
    {
      guint total = 0;

      for (guint j = 0; j < SUIVI_N_LIGHTS; j++)
        total += values[i][j];
      longest = MAX (longest, total);
    }

  for (guint j = 0; j < SUIVI_N_LIGHTS; j++)
    {
      lxw_chart_series *series = chart_add_series (chart, NULL, NULL);
      lxw_chart_fill fill = { .color = colours[lights[j]].fill };
      g_autofree guint *column = g_new0 (guint, n_rows);

      for (guint i = 0; i < n_rows; i++)
        column[i] = values[i][j];
      chart_series_set_categories (series, name, first_row, COLUMN_LABEL, first_row + n_rows - 1,
                                   COLUMN_LABEL);
      chart_series_set_values (series, name, first_row, COLUMN_FIRST + j, first_row + n_rows - 1,
                               COLUMN_FIRST + j);
      chart_series_set_name_range (series, name, first_row - 1, COLUMN_FIRST + j);
      chart_series_set_fill (series, &fill);
      chart_series_set_line (series, &white);
      label_segments (series, lights[j], column, n_rows, longest, share);
    }

  chart_title_set_name (chart, title);
  chart_title_set_name_font (chart, &title_font);
  chart_set_series_gap (chart, 45);
  chart_set_series_overlap (chart, 100);
  chart_legend_set_position (chart, LXW_CHART_LEGEND_BOTTOM);
  chart_legend_set_font (chart, &font);
  chart_chartarea_set_line (chart, &frame);

  /* On a bar chart the first axis stands upright. Turned round, its first row is on top and not at the
   * bottom. */
  chart_axis_set_reverse (rows);
  chart_axis_set_crossing_max (rows);
  chart_axis_set_name (rows, axis);
  chart_axis_set_name_font (rows, &axis_font);
  chart_axis_set_num_font (rows, &font);
  chart_axis_set_line (rows, &grid);
  chart_axis_set_major_tick_mark (rows, LXW_CHART_AXIS_TICK_MARK_NONE);
  chart_axis_set_name (counts, _ ("Number of recommendations"));
  chart_axis_set_name_font (counts, &axis_font);
  chart_axis_set_num_font (counts, &font);
  chart_axis_set_num_format (counts, "#,##0");
  chart_axis_set_line (counts, &none);
  chart_axis_set_major_tick_mark (counts, LXW_CHART_AXIS_TICK_MARK_NONE);
  chart_axis_major_gridlines_set_line (counts, &grid);
  chart_axis_set_min (counts, 0);
  if (longest < 5)
    chart_axis_set_major_unit (counts, 1);

  options.x_scale = CHART_PIXELS / 480.0;
  options.y_scale = (height - 6) / 288.0;
  options.y_offset = 6;
  options.description = (char *) description;
  worksheet_insert_chart_opt (page->sheet, at_row, chart_column (page), chart, &options);
}

static void
insert_position_chart (Page *page, guint at_row, guint first_row, int height)
{
  guint values[N_POSITIONS][SUIVI_N_LIGHTS];
  g_autofree char *description = NULL;

  for (guint i = 0; i < page->n_positions; i++)
    {
      for (guint j = 0; j < SUIVI_N_LIGHTS; j++)
        values[i][j] = suivi_scorecard_summary_get_cell (page->summary, page->positions[i], lights[j]);
    }

  description = g_strdup_printf (
    /* Translators: read aloud in place of a chart; the numbers are counts of recommendations */
    _ ("Stacked bars: how many recommendations of each position are implemented (%u in all), show some "
       "progress "
       "(%u), no progress (%u) or are not assessed (%u). The table beside it holds the same numbers."),
    suivi_scorecard_summary_get_light (page->summary, SUIVI_LIGHT_GREEN),
    suivi_scorecard_summary_get_light (page->summary, SUIVI_LIGHT_AMBER),
    suivi_scorecard_summary_get_light (page->summary, SUIVI_LIGHT_RED),
    suivi_scorecard_summary_get_light (page->summary, SUIVI_LIGHT_GREY));
  insert_chart (page, at_row, first_row, page->n_positions, values, height, 4, _ ("Lights by position"),
                _ ("Position"), description);
}

static void
insert_theme_chart (Page *page, guint first_row, GPtrArray *themes)
{
  guint n_themes = MIN (themes->len, MAX_THEMES_IN_CHART);
  guint values[MAX_THEMES_IN_CHART][SUIVI_N_LIGHTS];

  for (guint i = 0; i < n_themes; i++)
    {
      const SuiviScorecardTheme *theme = g_ptr_array_index (themes, i);

      for (guint j = 0; j < SUIVI_N_LIGHTS; j++)
        values[i][j] = theme->lights[lights[j]];
    }

  insert_chart (
    page, first_row, first_row, n_themes, values, 150 + (int) n_themes * 34, 9, _ ("Lights by theme"),
    _ ("Theme"),
    _ ("Stacked bars: the lights of the most frequent themes. The table beside it holds the same numbers "
       "for all themes."));
}

static char *
theme_note (guint n_themes)
{
  g_autofree char *chart = NULL;

  if (n_themes > MAX_THEMES_IN_CHART)
    /* Translators: stands after another sentence, hence the space at the beginning */
    chart = g_strdup_printf (_ (" The chart shows the %u most frequent of %u themes."), MAX_THEMES_IN_CHART,
                             n_themes);

  return g_strdup_printf (
    _ ("A recommendation can have several themes and then counts under each of them: this "
       "table does not add up to the total.%s"),
    chart != NULL ? chart : "");
}

static void
set_up_page (Page *page)
{
  g_autofree char *footer = suivi_scorecard_xlsx_footer (page->head);

  worksheet_set_column (page->sheet, COLUMN_LABEL, COLUMN_LABEL, LABEL_WIDTH, NULL);
  worksheet_set_column (page->sheet, COLUMN_FIRST, COLUMN_FIRST + page->n_positions, NUMBER_WIDTH, NULL);
  worksheet_set_column (page->sheet, chart_column (page) - 1, chart_column (page) - 1, GAP_WIDTH, NULL);
  worksheet_set_column (page->sheet, chart_column (page), last_column (page), CHART_WIDTH, NULL);
  worksheet_gridlines (page->sheet, LXW_HIDE_ALL_GRIDLINES);
  worksheet_set_paper (page->sheet, 9);
  worksheet_set_landscape (page->sheet);
  worksheet_set_margins (page->sheet, 0.4, 0.4, 0.45, 0.65);
  worksheet_fit_to_pages (page->sheet, 1, 0);
  worksheet_set_footer (page->sheet, footer);
  worksheet_activate (page->sheet);
}

/**
 * suivi_scorecard_xlsx_write_summary:
 * @sheet: an empty sheet, in memory
 * @summary: the numbers, of all rows
 *
 * Writes the sheet Summary: what the scorecard is about, how it was made, totals that add up, and lights by
 * position and by theme, as tables with a chart each.
 */
void
suivi_scorecard_xlsx_write_summary (SuiviXlsxWriter *writer,
                                    lxw_worksheet *sheet,
                                    const SuiviScorecardHead *head,
                                    SuiviScorecardSummary *summary)
{
  Page page = { .writer = writer, .sheet = sheet, .head = head, .summary = summary };
  g_autoptr (GPtrArray) themes = suivi_scorecard_summary_list_themes (summary);
  g_autofree char *note = NULL;
  lxw_row_t breaks[] = { 0, 0 };
  guint chart_row = 0;

  /* What is counted twice must come out the same; the sums of the sheet show it to the reader too. */
  g_assert (suivi_scorecard_summary_is_reconciled (summary));

  choose_positions (&page);
  set_up_page (&page);
  write_head (&page);
  chart_row = page.row;
  write_section (&page, _ ("Recommendations"), NULL);
  write_tiles (&page);

  if (suivi_scorecard_summary_get_total (summary) == 0)
    {
      page.row++;
      put (&page, COLUMN_LABEL, _ ("There is no recommendation to show."), SUIVI_XLSX_NOTE);
      return;
    }

  page.row++;
  write_positions (&page);
  /* As high as the rows beside it: see the heights above. */
  insert_position_chart (&page, chart_row, page.row - 1 - page.n_positions,
                         PIXELS (24 + 2 * (26 + 34) + 15 + 24 + 32 + (page.n_positions + 1) * ROW_HEIGHT));

  page.row++;
  breaks[0] = page.row;
  worksheet_set_h_pagebreaks (sheet, breaks);
  note = theme_note (themes->len);
  write_section (&page, _ ("Lights by theme"), note);
  /* On paper the table may go on for pages. The chart stands below this row, or a strip of it would be
   * repeated. */
  worksheet_repeat_rows (sheet, page.row, page.row);
  write_table_header (&page, _ ("Theme"));
  insert_theme_chart (&page, page.row, themes);
  write_themes (&page, themes);
}
