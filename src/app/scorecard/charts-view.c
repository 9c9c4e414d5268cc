/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "app/scorecard/charts-view.h"

#include <glib/gi18n-lib.h>

#include "app/drafting/panel-widgets.h"
#include "app/drop-down.h"
#include "app/light-words.h"
#include "app/overview/legend.h"
#include "app/overview/light-bar.h"
#include "core/reference/tags.h"

struct _SuiviChartsView
{
  GtkBox parent_instance;

  GtkDropDown *dimension;
  SuiviLightBar *bar;
  SuiviLegend *legend;
  GtkWidget *grades_box;
  GtkLabel *scale_label;
  SuiviLegend *grades;
  GtkListBox *rows;
  GtkLabel *sums;

  const SuiviScorecardCharts *charts; /* (unowned) (nullable): given until others are */
};

G_DEFINE_FINAL_TYPE (SuiviChartsView, suivi_charts_view, GTK_TYPE_BOX)

enum
{
  SIGNAL_OPENED,
  SIGNAL_GRADE_OPENED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static SuiviDimension
get_dimension (SuiviChartsView *self)
{
  return MIN (gtk_drop_down_get_selected (self->dimension), SUIVI_N_DIMENSIONS - 1);
}

static guint
find_longest (GPtrArray *rows)
{
  guint longest = 0;

  for (guint i = 0; i < rows->len; i++)
    longest = MAX (longest, ((const SuiviBreakdownRow *) g_ptr_array_index (rows, i))->tally.total);

  return longest;
}

static void
open_light (SuiviChartsView *self, SuiviChartRow *row, guint light)
{
  const char *word = light != SUIVI_CHART_ANY_LIGHT
                       ? suivi_light_words_to_label (suivi_light_words_get (GTK_WIDGET (self)), light)
                       : NULL;
  const char *of = row != NULL ? suivi_chart_row_get_title (row) : NULL;
  g_autofree char *title
    /* Translators: title of a list: what a bar is about, and the light of one part of it: "Supported: Implemented" */
    = of != NULL && word != NULL ? g_strdup_printf (_ ("%s: %s"), of, word)
                                 : g_strdup (of != NULL ? of : word);

  g_signal_emit (self, signals[SIGNAL_OPENED], 0, (guint) get_dimension (self),
                 row != NULL ? suivi_chart_row_get_value (row) : NULL, title, light);
}

static void
row_light_opened_cb (SuiviChartsView *self, guint light, SuiviChartRow *row)
{
  open_light (self, row, light);
}

static void
light_opened_cb (SuiviChartsView *self, guint light)
{
  open_light (self, NULL, light);
}

static void
grade_opened_cb (SuiviChartsView *self, guint grade)
{
  g_signal_emit (self, signals[SIGNAL_GRADE_OPENED], 0, grade);
}

static void
show_rows (SuiviChartsView *self, SuiviBreakdown *breakdown)
{
  GPtrArray *rows = suivi_breakdown_list_rows (breakdown);
  const guint longest = find_longest (rows);

  suivi_panel_list_clear (self->rows);
  for (guint i = 0; i < rows->len; i++)
    {
      const SuiviBreakdownRow *row = g_ptr_array_index (rows, i);
      const char *detail = suivi_breakdown_get_dimension (breakdown) == SUIVI_DIMENSION_SDG
                             ? suivi_sdg_get_title (row->value)
                             : NULL;

      GtkWidget *bar = suivi_chart_row_new (row, detail, longest);

      g_signal_connect_object (bar, "light-opened", G_CALLBACK (row_light_opened_cb), self,
                               G_CONNECT_SWAPPED);
      gtk_list_box_append (self->rows, bar);
    }
}

/* How many there are, and whether the rows add up. */
static char *
count_rows (const SuiviTally *whole, gboolean adds_up)
{
  g_autofree char *count = NULL;
  g_autofree char *pairs = NULL;
  g_autofree char *of = NULL;

  if (whole->rule.unit != SUIVI_COUNTING_UNIT_STATE)
    {
      count = g_strdup_printf (ngettext ("%u recommendation.", "%u recommendations.", whole->n_added),
                               whole->n_added);
      return g_strjoin (" ", count,
                        adds_up ? _ ("The rows add up to all of them.")
                                : _ ("A recommendation may stand in several rows."),
                        NULL);
    }

  pairs = g_strdup_printf (ngettext ("%u pair", "%u pairs", whole->total), whole->total);
  of = g_strdup_printf (ngettext ("of %u recommendation and a State", "of %u recommendations and a State",
                                  whole->n_added),
                        whole->n_added);
  /* Translators: the two parts are "69 pairs" and "of 40 recommendations and a State" */
  return g_strdup_printf (adds_up ? _ ("%s %s; the rows add up to all of them.")
                                  : _ ("%s %s; one may stand in several rows."),
                          pairs, of);
}

/* Said in whole sentences: how many there are, whether the rows add up, and how they are counted. */
static void
show_sums (SuiviChartsView *self, const SuiviBreakdown *breakdown)
{
  const SuiviTally *whole = suivi_breakdown_get_whole (breakdown);
  const gboolean adds_up = !suivi_dimension_has_several (suivi_breakdown_get_dimension (breakdown))
                           || (whole->rule.unit == SUIVI_COUNTING_UNIT_STATE
                               && suivi_breakdown_get_dimension (breakdown) == SUIVI_DIMENSION_REGION);
  g_autofree char *rule = suivi_counting_rule_to_sentence (&whole->rule);
  g_autofree char *count = count_rows (whole, adds_up);
  g_autofree char *text = g_strjoin (" ", count, rule, NULL);

  gtk_label_set_label (self->sums, text);
}

/* On another scale than that of the lights. */
static void
show_grades (SuiviChartsView *self)
{
  gtk_widget_set_visible (self->grades_box, self->charts->scale != SUIVI_SCALE_LIGHT);
  gtk_label_set_label (self->scale_label, suivi_scale_to_label (self->charts->scale));
  suivi_legend_set_grades (self->grades, self->charts->scale, &self->charts->grades);
}

static void
update (SuiviChartsView *self)
{
  SuiviBreakdown *breakdown = NULL;
  const SuiviTally *whole = NULL;

  if (self->charts == NULL)
    return;

  breakdown = self->charts->breakdowns[get_dimension (self)];
  whole = suivi_breakdown_get_whole (breakdown);
  suivi_light_bar_set_counts (self->bar, whole->lights);
  suivi_legend_set_lights (self->legend, whole->lights);
  show_grades (self);
  show_rows (self, breakdown);
  show_sums (self, breakdown);
}

static void
row_activated_cb (SuiviChartsView *self, GtkListBoxRow *row)
{
  open_light (self, SUIVI_CHART_ROW (row), SUIVI_CHART_ANY_LIGHT);
}

static void
suivi_charts_view_class_init (SuiviChartsViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  signals[SIGNAL_OPENED]
    = g_signal_new ("opened", SUIVI_TYPE_CHARTS_VIEW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 4,
                    G_TYPE_UINT, G_TYPE_STRING, G_TYPE_STRING, G_TYPE_UINT);
  signals[SIGNAL_GRADE_OPENED] = g_signal_new ("grade-opened", SUIVI_TYPE_CHARTS_VIEW, G_SIGNAL_RUN_LAST, 0,
                                               NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_UINT);

  g_type_ensure (SUIVI_TYPE_LEGEND);
  g_type_ensure (SUIVI_TYPE_LIGHT_BAR);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/suivi/Suivi/scorecard/charts-view.ui");
  gtk_widget_class_bind_template_child (widget_class, SuiviChartsView, dimension);
  gtk_widget_class_bind_template_child (widget_class, SuiviChartsView, bar);
  gtk_widget_class_bind_template_child (widget_class, SuiviChartsView, legend);
  gtk_widget_class_bind_template_child (widget_class, SuiviChartsView, grades_box);
  gtk_widget_class_bind_template_child (widget_class, SuiviChartsView, scale_label);
  gtk_widget_class_bind_template_child (widget_class, SuiviChartsView, grades);
  gtk_widget_class_bind_template_child (widget_class, SuiviChartsView, rows);
  gtk_widget_class_bind_template_child (widget_class, SuiviChartsView, sums);
  gtk_widget_class_bind_template_callback (widget_class, update);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, light_opened_cb);
  gtk_widget_class_bind_template_callback (widget_class, grade_opened_cb);
}

static void
suivi_charts_view_init (SuiviChartsView *self)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);

  gtk_widget_init_template (GTK_WIDGET (self));
  for (guint i = 0; i < SUIVI_N_DIMENSIONS; i++)
    gtk_string_list_append (names, suivi_dimension_to_label (i));
  gtk_drop_down_set_model (self->dimension, G_LIST_MODEL (names));
  suivi_drop_down_name (GTK_WIDGET (self->dimension), _ ("Lights by"));
}

/**
 * suivi_charts_view_set_charts:
 * @charts: (nullable): what to show. It must live until others are given
 */
void
suivi_charts_view_set_charts (SuiviChartsView *self, const SuiviScorecardCharts *charts)
{
  g_return_if_fail (SUIVI_IS_CHARTS_VIEW (self));

  self->charts = charts;
  update (self);
}

/**
 * suivi_charts_view_set_dimension:
 * @dimension: by what the chart breaks down
 */
void
suivi_charts_view_set_dimension (SuiviChartsView *self, SuiviDimension dimension)
{
  g_return_if_fail (SUIVI_IS_CHARTS_VIEW (self));
  g_return_if_fail (dimension < SUIVI_N_DIMENSIONS);

  gtk_drop_down_set_selected (self->dimension, dimension);
}
