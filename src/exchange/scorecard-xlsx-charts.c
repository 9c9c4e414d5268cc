/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The charts of the sheet Summary. They quote their numbers, so that programs which do not calculate draw them too. */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "core/scorecard/light-order.h"
#include "exchange/scorecard-xlsx-charts.h"

/* The size that the library gives a chart, in pixels. */
#define DEFAULT_WIDTH  480.0
#define DEFAULT_HEIGHT 288.0

/* A segment that is narrower than this, in hundredths of the longest bar, has no room for its number. */
#define MIN_SHARE 5

/* Their lightness differs as well as their hue, so that they stay apart for colour-blind readers and in grey. */
static const struct
{
  lxw_color_t fill;
  lxw_color_t ink;
} colours[SUIVI_N_LIGHTS] = {
  [SUIVI_LIGHT_GREY] = { 0xBDBDBD, 0x212121 },  [SUIVI_LIGHT_RED] = { 0xC62828, 0xFFFFFF },
  [SUIVI_LIGHT_AMBER] = { 0xFFB300, 0x212121 }, [SUIVI_LIGHT_GREEN] = { 0x2E7D32, 0xFFFFFF },
  [SUIVI_LIGHT_WORSE] = { 0x4A148C, 0xFFFFFF },
};

/* The library reads the numbers of a chart from the cells, but not from those with formulas: tell it. */
static void
quote_values (lxw_series_range *range, const guint *values, guint n_values)
{
  for (guint i = 0; i < n_values; i++)
    {
      /* The library frees it. */
      lxw_series_data_point *point = calloc (1, sizeof *point);

      if (point == NULL)
        return;
      point->number = values[i];
      STAILQ_INSERT_TAIL (range->data_cache, point, list_pointers);
    }
  range->num_data_points = n_values;
  range->ignore_cache = LXW_TRUE;
}

/* Numbers stand in the segments that are wide enough for them. */
static void
label_segments (lxw_chart_series *series,
                SuiviLight light,
                const guint *values,
                guint n_values,
                guint longest)
{
  lxw_chart_font font = { .size = 9, .bold = LXW_TRUE, .color = colours[light].ink };
  g_autofree lxw_chart_data_label *labels = g_new0 (lxw_chart_data_label, n_values);
  g_autofree lxw_chart_data_label **list = g_new0 (lxw_chart_data_label *, n_values + 1);

  for (guint i = 0; i < n_values; i++)
    {
      labels[i].hide = (guint64) values[i] * 100 < (guint64) longest * MIN_SHARE;
      list[i] = &labels[i];
    }

  chart_series_set_labels (series);
  chart_series_set_labels_font (series, &font);
  chart_series_set_labels_num_format (series, "#,##0;;");
  chart_series_set_labels_custom (series, list);
}

static guint
find_longest (const SuiviScorecardChart *self)
{
  guint longest = 1;

  for (guint i = 0; i < self->n_rows; i++)
    {
      guint total = 0;

      for (guint j = 0; j < SUIVI_N_LIGHTS; j++)
        total += self->values[i][j];
      longest = MAX (longest, total);
    }

  return longest;
}

static void
add_series (SuiviScorecardBook *book,
            const SuiviScorecardChart *self,
            lxw_chart *chart,
            guint index,
            guint longest)
{
  const char *name = book->summary->name;
  const SuiviLight light = suivi_lights_in_order[index];
  const guint column = self->label_column + 1 + index;
  const guint first = self->header_row + 1;
  const guint last = self->header_row + self->n_rows;
  lxw_chart_series *series = chart_add_series (chart, NULL, NULL);
  lxw_chart_line white = { .color = 0xFFFFFF, .width = 1 };
  lxw_chart_fill fill = { .color = colours[light].fill };
  g_autofree guint *values = g_new0 (guint, self->n_rows);

  for (guint i = 0; i < self->n_rows; i++)
    values[i] = self->values[i][index];
  chart_series_set_categories (series, name, first, self->label_column, last, self->label_column);
  chart_series_set_values (series, name, first, column, last, column);
  quote_values (series->values, values, self->n_rows);
  chart_series_set_name_range (series, name, self->header_row, column);
  chart_series_set_fill (series, &fill);
  chart_series_set_line (series, &white);
  label_segments (series, light, values, self->n_rows, longest);
}

static void
set_title (lxw_chart *chart, const char *title)
{
  lxw_chart_font title_font = { .size = 12, .bold = LXW_TRUE, .color = 0x263D4F };
  lxw_chart_font font = { .size = 9, .color = 0x424242 };
  lxw_chart_line frame = { .color = 0xD5DADF, .width = 0.75 };

  chart_title_set_name (chart, title);
  chart_title_set_name_font (chart, &title_font);
  chart_legend_set_font (chart, &font);
  chart_chartarea_set_line (chart, &frame);
}

static void
set_axes (lxw_chart *chart, SuiviCountingUnit unit, guint longest)
{
  /* On a bar chart the library calls the axis that stands upright y: the one with the rows of the table. */
  lxw_chart_axis *rows = chart->y_axis;
  lxw_chart_axis *counts = chart->x_axis;
  lxw_chart_font font = { .size = 9, .color = 0x424242 };
  lxw_chart_font axis_font = { .size = 9, .bold = LXW_EXPLICIT_FALSE, .color = 0x6B6B6B };
  lxw_chart_line none = { .none = LXW_TRUE };
  lxw_chart_line grid = { .color = 0xE3E7EA, .width = 0.75 };

  /* Turned round, its first row is on top and not at the bottom. */
  chart_axis_set_reverse (rows);
  chart_axis_set_crossing_max (rows);
  chart_axis_set_num_font (rows, &font);
  chart_axis_set_line (rows, &grid);
  chart_axis_set_major_tick_mark (rows, LXW_CHART_AXIS_TICK_MARK_NONE);
  chart_axis_set_name (counts, unit == SUIVI_COUNTING_UNIT_STATE
                                 ? _ ("Number of pairs of a recommendation and a State")
                                 : _ ("Number of recommendations"));
  chart_axis_set_name_font (counts, &axis_font);
  chart_axis_set_num_font (counts, &font);
  chart_axis_set_num_format (counts, "#,##0");
  chart_axis_set_line (counts, &none);
  chart_axis_set_major_tick_mark (counts, LXW_CHART_AXIS_TICK_MARK_NONE);
  chart_axis_major_gridlines_set_line (counts, &grid);
  chart_axis_set_min (counts, 0);
  if (longest < 5)
    chart_axis_set_major_unit (counts, 1);
}

static void
insert (SuiviScorecardBook *book, const SuiviScorecardChart *self, lxw_chart *chart)
{
  /* It may hold the user's own words for lights, which may hold what XML cannot. */
  g_autofree char *kept = suivi_xlsx_cell_text (self->description);
  lxw_chart_options options = {
    .object_position = LXW_OBJECT_MOVE_DONT_SIZE,
    .x_scale = self->width / DEFAULT_WIDTH,
    .y_scale = (self->height - 6) / DEFAULT_HEIGHT,
    .y_offset = 6,
    .description = kept != NULL ? kept : (char *) self->description,
  };

  worksheet_insert_chart_opt (book->summary, self->at_row, self->at_column, chart, &options);
}

/**
 * suivi_scorecard_xlsx_insert_bars:
 * @chart: where, and of what; it is copied
 *
 * Inserts horizontal bars, one for each row of a table, the first one on top; each is stacked from the lights.
 */
void
suivi_scorecard_xlsx_insert_bars (SuiviScorecardBook *book, const SuiviScorecardChart *self)
{
  lxw_chart *chart
    = workbook_add_chart (suivi_xlsx_writer_get_workbook (book->writer), LXW_CHART_BAR_STACKED);
  const guint longest = find_longest (self);

  for (guint i = 0; i < SUIVI_N_LIGHTS; i++)
    add_series (book, self, chart, i, longest);
  set_title (chart, self->title);
  chart_set_series_gap (chart, 45);
  chart_set_series_overlap (chart, 100);
  chart_legend_set_position (chart, LXW_CHART_LEGEND_BOTTOM);
  set_axes (chart, book->head->rule.unit, longest);
  insert (book, self, chart);
}

/**
 * suivi_scorecard_xlsx_insert_doughnut:
 * @chart: where, and of what: one row; it is copied
 *
 * Inserts a ring of the lights.
 */
void
suivi_scorecard_xlsx_insert_doughnut (SuiviScorecardBook *book, const SuiviScorecardChart *self)
{
  const char *name = book->summary->name;
  const guint first = self->label_column + 1;
  const guint last = self->label_column + SUIVI_N_LIGHTS;
  lxw_chart *chart = workbook_add_chart (suivi_xlsx_writer_get_workbook (book->writer), LXW_CHART_DOUGHNUT);
  lxw_chart_series *series = chart_add_series (chart, NULL, NULL);
  lxw_chart_line white = { .color = 0xFFFFFF, .width = 1.5 };
  lxw_chart_fill fills[SUIVI_N_LIGHTS] = { 0 };
  lxw_chart_point points[SUIVI_N_LIGHTS] = { 0 };
  lxw_chart_point *list[SUIVI_N_LIGHTS + 1] = { NULL };
  lxw_chart_font fonts[SUIVI_N_LIGHTS] = { 0 };
  lxw_chart_data_label labels[SUIVI_N_LIGHTS] = { 0 };
  lxw_chart_data_label *label_list[SUIVI_N_LIGHTS + 1] = { NULL };
  guint total = 0;

  for (guint i = 0; i < SUIVI_N_LIGHTS; i++)
    total += self->values[0][i];
  for (guint i = 0; i < SUIVI_N_LIGHTS; i++)
    {
      const SuiviLight light = suivi_lights_in_order[i];

      fills[i].color = colours[light].fill;
      points[i].fill = &fills[i];
      points[i].line = &white;
      list[i] = &points[i];
      fonts[i] = (lxw_chart_font){ .size = 9, .bold = LXW_TRUE, .color = colours[light].ink };
      labels[i].font = &fonts[i];
      labels[i].hide = (guint64) self->values[0][i] * 100 < (guint64) total * MIN_SHARE;
      label_list[i] = &labels[i];
    }

  chart_series_set_categories (series, name, self->header_row, first, self->header_row, last);
  chart_series_set_values (series, name, self->header_row + 1, first, self->header_row + 1, last);
  quote_values (series->values, self->values[0], SUIVI_N_LIGHTS);
  chart_series_set_points (series, list);
  chart_series_set_labels (series);
  chart_series_set_labels_num_format (series, "#,##0;;");
  chart_series_set_labels_custom (series, label_list);
  chart_set_hole_size (chart, 55);
  chart_legend_set_position (chart, LXW_CHART_LEGEND_RIGHT);
  set_title (chart, self->title);
  insert (book, self, chart);
}
