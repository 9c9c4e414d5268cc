/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "app/scorecard/edition-view.h"

#include <glib/gi18n-lib.h>

#include "app/drafting/panel-widgets.h"
#include "app/light-words.h"
#include "app/overview/light-bar.h"
#include "app/relative-time.h"
#include "app/scorecard/lights-text.h"
#include "app/scorecard/positions-list.h"
#include "core/text/text.h"

struct _SuiviEditionView
{
  GtkBox parent_instance;

  SuiviLightBar *bar;
  GtkLabel *lights_label;
  GtkLabel *graded_label;
  GtkLabel *rule_label;
  GtkListBox *positions;
  GtkListBox *about;

  guint lights[SUIVI_N_LIGHTS];
};

G_DEFINE_FINAL_TYPE (SuiviEditionView, suivi_edition_view, GTK_TYPE_BOX)

static void
suivi_edition_view_class_init (SuiviEditionViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  g_type_ensure (SUIVI_TYPE_LIGHT_BAR);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/suivi/Suivi/scorecard/edition-view.ui");
  gtk_widget_class_bind_template_child (widget_class, SuiviEditionView, bar);
  gtk_widget_class_bind_template_child (widget_class, SuiviEditionView, lights_label);
  gtk_widget_class_bind_template_child (widget_class, SuiviEditionView, graded_label);
  gtk_widget_class_bind_template_child (widget_class, SuiviEditionView, rule_label);
  gtk_widget_class_bind_template_child (widget_class, SuiviEditionView, positions);
  gtk_widget_class_bind_template_child (widget_class, SuiviEditionView, about);
}

static void
suivi_edition_view_init (SuiviEditionView *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static void
say (GtkWidget *widget)
{
  SuiviEditionView *self = SUIVI_EDITION_VIEW (widget);
  g_autofree char *lights = suivi_lights_text (self->lights, suivi_light_words_get (widget));

  gtk_label_set_label (self->lights_label, lights);
}

static void
show_lights (SuiviEditionView *self, const SuiviEditionReport *report)
{
  const SuiviTally *tally = &report->tally;
  g_autofree char *rule = suivi_counting_rule_to_sentence (&tally->rule);
  g_autofree char *graded = g_strdup_printf (
    /* Translators: how many of the recommendations have a grade: "148 of 254 graded" */
    ngettext ("%u of %u graded", "%u of %u graded", tally->total), suivi_tally_get_graded (tally),
    tally->total);

  suivi_light_bar_set_counts (self->bar, tally->lights);
  memcpy (self->lights, tally->lights, sizeof self->lights);
  say (GTK_WIDGET (self));
  suivi_light_words_follow (GTK_WIDGET (self), say);
  gtk_label_set_label (self->graded_label, graded);
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
 */
void
suivi_edition_view_set_report (SuiviEditionView *self, const SuiviEditionReport *report)
{
  g_return_if_fail (SUIVI_IS_EDITION_VIEW (self));

  show_lights (self, report);
  show_about (self, report->edition);
}
