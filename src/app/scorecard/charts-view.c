/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "app/scorecard/charts-view.h"

#include <glib/gi18n-lib.h>

#include "app/drafting/panel-widgets.h"
#include "app/drop-down.h"
#include "app/light-words.h"
#include "app/overview/light-bar.h"
#include "app/scorecard/lights-text.h"
#include "core/reference/tags.h"

struct _SuiviChartsView
{
  GtkBox parent_instance;

  GtkDropDown *dimension;
  SuiviLightBar *bar;
  GtkLabel *legend;
  GtkListBox *rows;
  GtkLabel *sums;

  const SuiviScorecardCharts *charts; /* (unowned) (nullable): given until others are */
};

G_DEFINE_FINAL_TYPE (SuiviChartsView, suivi_charts_view, GTK_TYPE_BOX)

enum
{
  SIGNAL_OPENED,
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

      gtk_list_box_append (self->rows, suivi_chart_row_new (row, detail, longest));
    }
}

/* Said in whole sentences: how many there are, whether the rows add up, and how they are counted. */
static void
show_sums (SuiviChartsView *self, const SuiviBreakdown *breakdown)
{
  const SuiviTally *whole = suivi_breakdown_get_whole (breakdown);
  const gboolean per_state = whole->rule.unit == SUIVI_COUNTING_UNIT_STATE;
  const gboolean adds_up
    = !suivi_dimension_has_several (suivi_breakdown_get_dimension (breakdown))
      || (per_state && suivi_breakdown_get_dimension (breakdown) == SUIVI_DIMENSION_REGION);
  g_autofree char *rule = suivi_counting_rule_to_sentence (&whole->rule);
  g_autofree char *count
    = g_strdup_printf (ngettext ("%u recommendation.", "%u recommendations.", whole->n_added),
                       whole->n_added);
  g_autofree char *counted = NULL;
  g_autofree char *text = NULL;

  if (per_state)
    counted
      /* Translators: a recommendation counts once for every State that made it; %u is their sum */
      = g_strdup_printf (_ ("Counted once for each State: %u."), whole->total);
  text = g_strjoin (" ", count,
                    adds_up ? _ ("The rows add up to all of them.")
                            : _ ("A recommendation may stand in several rows."),
                    rule, counted, NULL);
  gtk_label_set_label (self->sums, text);
}

static void
say (GtkWidget *widget)
{
  SuiviChartsView *self = SUIVI_CHARTS_VIEW (widget);
  g_autofree char *legend = NULL;

  if (self->charts == NULL)
    return;

  legend
    = suivi_lights_text (suivi_breakdown_get_whole (self->charts->breakdowns[get_dimension (self)])->lights,
                         suivi_light_words_get (widget));
  gtk_label_set_label (self->legend, legend);
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
  say (GTK_WIDGET (self));
  suivi_light_words_follow (GTK_WIDGET (self), say);
  show_rows (self, breakdown);
  show_sums (self, breakdown);
}

static void
row_activated_cb (SuiviChartsView *self, GtkListBoxRow *row)
{
  g_signal_emit (self, signals[SIGNAL_OPENED], 0, (guint) get_dimension (self), row);
}

static void
suivi_charts_view_class_init (SuiviChartsViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  signals[SIGNAL_OPENED] = g_signal_new ("opened", SUIVI_TYPE_CHARTS_VIEW, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                         NULL, G_TYPE_NONE, 2, G_TYPE_UINT, SUIVI_TYPE_CHART_ROW);

  g_type_ensure (SUIVI_TYPE_LIGHT_BAR);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/suivi/Suivi/scorecard/charts-view.ui");
  gtk_widget_class_bind_template_child (widget_class, SuiviChartsView, dimension);
  gtk_widget_class_bind_template_child (widget_class, SuiviChartsView, bar);
  gtk_widget_class_bind_template_child (widget_class, SuiviChartsView, legend);
  gtk_widget_class_bind_template_child (widget_class, SuiviChartsView, rows);
  gtk_widget_class_bind_template_child (widget_class, SuiviChartsView, sums);
  gtk_widget_class_bind_template_callback (widget_class, update);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
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
