/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "app/scorecard/chart-row.h"

#include <glib/gi18n-lib.h>

#include "app/light-words.h"
#include "app/overview/legend.h"
#include "app/overview/light-bar.h"

/* One bar of a chart, which is also a row of numbers; a click opens what it counts. */
struct _SuiviChartRow
{
  GtkListBoxRow parent_instance;

  GtkLabel *title;
  GtkLabel *detail;
  GtkLabel *number;
  SuiviLightBar *bar;
  SuiviLegend *numbers;

  char *value; /* (owned) */
  guint lights[SUIVI_N_LIGHTS];
  guint total;
};

G_DEFINE_FINAL_TYPE (SuiviChartRow, suivi_chart_row, GTK_TYPE_LIST_BOX_ROW)

enum
{
  SIGNAL_LIGHT_OPENED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
light_opened_cb (SuiviChartRow *self, guint light)
{
  g_signal_emit (self, signals[SIGNAL_LIGHT_OPENED], 0, light);
}

static void
suivi_chart_row_finalize (GObject *object)
{
  g_free (SUIVI_CHART_ROW (object)->value);

  G_OBJECT_CLASS (suivi_chart_row_parent_class)->finalize (object);
}

static void
suivi_chart_row_class_init (SuiviChartRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = suivi_chart_row_finalize;

  signals[SIGNAL_LIGHT_OPENED] = g_signal_new ("light-opened", SUIVI_TYPE_CHART_ROW, G_SIGNAL_RUN_LAST, 0,
                                               NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_UINT);

  g_type_ensure (SUIVI_TYPE_LEGEND);
  g_type_ensure (SUIVI_TYPE_LIGHT_BAR);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/suivi/Suivi/scorecard/chart-row.ui");
  gtk_widget_class_bind_template_child (widget_class, SuiviChartRow, title);
  gtk_widget_class_bind_template_child (widget_class, SuiviChartRow, detail);
  gtk_widget_class_bind_template_child (widget_class, SuiviChartRow, number);
  gtk_widget_class_bind_template_child (widget_class, SuiviChartRow, bar);
  gtk_widget_class_bind_template_child (widget_class, SuiviChartRow, numbers);
  gtk_widget_class_bind_template_callback (widget_class, light_opened_cb);
}

static void
suivi_chart_row_init (SuiviChartRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static void
say (GtkWidget *widget)
{
  SuiviChartRow *self = SUIVI_CHART_ROW (widget);
  g_autofree char *lights = suivi_light_bar_describe (self->lights, suivi_light_words_get (widget));
  /* Translators: a row for screen readers: "Supported: 217. Implemented: 12 · Not assessed: 205" */
  g_autofree char *name
    = g_strdup_printf (_ ("%s: %u. %s"), gtk_label_get_label (self->title), self->total, lights);

  gtk_widget_set_tooltip_text (widget, lights);
  gtk_accessible_update_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

/**
 * suivi_chart_row_new:
 * @row: what it shows; it is not needed afterwards
 * @detail: (nullable): what else there is to say about the label
 * @longest: the number that a bar of the full width stands for
 *
 * Returns: (transfer floating): a row
 */
GtkWidget *
suivi_chart_row_new (const SuiviBreakdownRow *row, const char *detail, guint longest)
{
  SuiviChartRow *self = g_object_new (SUIVI_TYPE_CHART_ROW, NULL);
  g_autofree char *number = g_strdup_printf ("%u", row->tally.total);

  self->value = g_strdup (row->value);
  gtk_label_set_label (self->title, row->label);
  gtk_label_set_label (self->detail, detail != NULL ? detail : "");
  gtk_widget_set_visible (GTK_WIDGET (self->detail), detail != NULL);
  gtk_label_set_label (self->number, number);
  /* What the bar shows by colour and length; the legend above the chart explains the signs. */
  suivi_legend_set_lights (self->numbers, row->tally.lights);
  suivi_light_bar_set_counts (self->bar, row->tally.lights);
  suivi_light_bar_set_whole (self->bar, longest);
  memcpy (self->lights, row->tally.lights, sizeof self->lights);
  self->total = row->tally.total;
  say (GTK_WIDGET (self));
  suivi_light_words_follow (GTK_WIDGET (self), say);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  detail != NULL ? detail : "", -1);

  return GTK_WIDGET (self);
}

/**
 * suivi_chart_row_get_value:
 *
 * Returns: the value of the dimension that it counts, as in #SuiviBreakdownRow
 */
const char *
suivi_chart_row_get_value (SuiviChartRow *self)
{
  g_return_val_if_fail (SUIVI_IS_CHART_ROW (self), NULL);

  return self->value;
}

/**
 * suivi_chart_row_get_title:
 *
 * Returns: the words for it
 */
const char *
suivi_chart_row_get_title (SuiviChartRow *self)
{
  g_return_val_if_fail (SUIVI_IS_CHART_ROW (self), NULL);

  return gtk_label_get_label (self->title);
}
