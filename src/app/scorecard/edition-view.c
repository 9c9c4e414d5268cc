/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "app/scorecard/edition-view.h"

#include <glib/gi18n-lib.h>

#include "app/drafting/panel-widgets.h"
#include "app/overview/legend.h"
#include "app/overview/light-bar.h"
#include "app/relative-time.h"
#include "app/scorecard/headline-box.h"
#include "app/scorecard/positions-list.h"
#include "core/text/text.h"

struct _SuiviEditionView
{
  GtkBox parent_instance;

  SuiviHeadlineBox *headline;
  SuiviLightBar *bar;
  SuiviLegend *legend;
  GtkWidget *grades_box;
  GtkLabel *scale_label;
  SuiviLegend *grades;
  GtkLabel *rule_label;
  GtkListBox *positions;
  GtkListBox *about;
};

G_DEFINE_FINAL_TYPE (SuiviEditionView, suivi_edition_view, GTK_TYPE_BOX)

enum
{
  SIGNAL_LIGHT_OPENED,
  SIGNAL_GRADE_OPENED,
  SIGNAL_ROWS_OPENED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
light_opened_cb (SuiviEditionView *self, guint light)
{
  g_signal_emit (self, signals[SIGNAL_LIGHT_OPENED], 0, light);
}

static void
grade_opened_cb (SuiviEditionView *self, guint grade)
{
  g_signal_emit (self, signals[SIGNAL_GRADE_OPENED], 0, grade);
}

static void
differing_opened_cb (SuiviEditionView *self, const char *title, GPtrArray *rows)
{
  g_signal_emit (self, signals[SIGNAL_ROWS_OPENED], 0, title, rows);
}

static void
suivi_edition_view_class_init (SuiviEditionViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  signals[SIGNAL_LIGHT_OPENED] = g_signal_new ("light-opened", SUIVI_TYPE_EDITION_VIEW, G_SIGNAL_RUN_LAST, 0,
                                               NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_UINT);
  signals[SIGNAL_GRADE_OPENED] = g_signal_new ("grade-opened", SUIVI_TYPE_EDITION_VIEW, G_SIGNAL_RUN_LAST, 0,
                                               NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_UINT);
  signals[SIGNAL_ROWS_OPENED]
    = g_signal_new ("rows-opened", SUIVI_TYPE_EDITION_VIEW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                    G_TYPE_NONE, 2, G_TYPE_STRING, G_TYPE_PTR_ARRAY);

  g_type_ensure (SUIVI_TYPE_HEADLINE_BOX);
  g_type_ensure (SUIVI_TYPE_LEGEND);
  g_type_ensure (SUIVI_TYPE_LIGHT_BAR);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/suivi/Suivi/scorecard/edition-view.ui");
  gtk_widget_class_bind_template_child (widget_class, SuiviEditionView, headline);
  gtk_widget_class_bind_template_child (widget_class, SuiviEditionView, bar);
  gtk_widget_class_bind_template_child (widget_class, SuiviEditionView, legend);
  gtk_widget_class_bind_template_child (widget_class, SuiviEditionView, grades_box);
  gtk_widget_class_bind_template_child (widget_class, SuiviEditionView, scale_label);
  gtk_widget_class_bind_template_child (widget_class, SuiviEditionView, grades);
  gtk_widget_class_bind_template_child (widget_class, SuiviEditionView, rule_label);
  gtk_widget_class_bind_template_child (widget_class, SuiviEditionView, positions);
  gtk_widget_class_bind_template_child (widget_class, SuiviEditionView, about);
  gtk_widget_class_bind_template_callback (widget_class, light_opened_cb);
  gtk_widget_class_bind_template_callback (widget_class, grade_opened_cb);
  gtk_widget_class_bind_template_callback (widget_class, differing_opened_cb);
}

static void
suivi_edition_view_init (SuiviEditionView *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static void
show_lights (SuiviEditionView *self, const SuiviEditionReport *report, const SuiviScorecardCharts *charts)
{
  const SuiviTally *tally = &report->tally;
  g_autoptr (GPtrArray) differing = suivi_scorecard_charts_list_differing (charts);
  g_autofree char *rule = suivi_counting_rule_to_sentence (&tally->rule);

  suivi_headline_box_set_tally (self->headline, tally, differing);
  suivi_light_bar_set_counts (self->bar, tally->lights);
  suivi_legend_set_lights (self->legend, tally->lights);
  gtk_widget_set_visible (self->grades_box, charts->scale != SUIVI_SCALE_LIGHT);
  gtk_label_set_label (self->scale_label, suivi_scale_to_label (charts->scale));
  suivi_legend_set_grades (self->grades, charts->scale, &charts->grades);
  gtk_label_set_label (self->rule_label, rule);
  suivi_positions_list_show (self->positions, tally->cells, tally->total);
}

static void
add_about (SuiviEditionView *self, const char *title, const char *value)
{
  GtkWidget *row = NULL;

  if (suivi_text_is_blank (value))
    return;

  row = adw_action_row_new ();
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), value);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  gtk_list_box_append (self->about, row);
}

static void
show_about (SuiviEditionView *self, const SuiviEdition *edition)
{
  g_autofree char *cut_off = suivi_format_day (edition->cut_off);
  g_autofree char *frozen_day = g_strndup (edition->frozen_at, strlen ("2026-11-22"));
  g_autofree char *frozen = suivi_format_day (frozen_day);
  g_autofree char *authors = g_strjoinv (", ", edition->authors);

  suivi_panel_list_clear (self->about);
  add_about (self, _ ("Cut-off date"), cut_off);
  /* Translators: the day on which an edition of the scorecard was frozen */
  add_about (self, _ ("Frozen on"), frozen);
  add_about (self, _ ("Authors"), authors);
  add_about (self, _ ("Scale"), suivi_scale_to_label (edition->scale));
  add_about (self, _ ("How the grades were given"), edition->method);
  add_about (self, _ ("Note"), edition->note);
}

/**
 * suivi_edition_view_set_report:
 * @report: the edition to show; it is not needed afterwards
 * @charts: of that edition; they are not needed afterwards
 */
void
suivi_edition_view_set_report (SuiviEditionView *self,
                               const SuiviEditionReport *report,
                               const SuiviScorecardCharts *charts)
{
  g_return_if_fail (SUIVI_IS_EDITION_VIEW (self));

  show_lights (self, report, charts);
  show_about (self, report->edition);
}
