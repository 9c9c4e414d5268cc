/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "app/scorecard/edition-view.h"

#include <glib/gi18n-lib.h>

#include "app/drafting/panel-widgets.h"
#include "app/overview/light-bar.h"
#include "app/relative-time.h"
#include "app/scorecard/count-row.h"
#include "app/scorecard/positions-list.h"
#include "core/text/text.h"

struct _SuiviEditionView
{
  GtkBox parent_instance;

  SuiviLightBar *bar;
  GtkLabel *lights_label;
  GtkLabel *graded_label;
  GtkLabel *rule_label;
  AdwPreferencesGroup *changes_group;
  GtkListBox *changes;
  AdwPreferencesGroup *noted_group;
  GtkListBox *noted;
  GtkListBox *positions;
  GtkListBox *about;
};

G_DEFINE_FINAL_TYPE (SuiviEditionView, suivi_edition_view, GTK_TYPE_BOX)

enum
{
  SIGNAL_OPENED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
row_activated_cb (SuiviEditionView *self, GtkListBoxRow *row)
{
  g_signal_emit (self, signals[SIGNAL_OPENED], 0, row);
}

static void
suivi_edition_view_class_init (SuiviEditionViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  signals[SIGNAL_OPENED] = g_signal_new ("opened", SUIVI_TYPE_EDITION_VIEW, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                         NULL, G_TYPE_NONE, 1, SUIVI_TYPE_COUNT_ROW);

  g_type_ensure (SUIVI_TYPE_LIGHT_BAR);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/suivi/Suivi/scorecard/edition-view.ui");
  gtk_widget_class_bind_template_child (widget_class, SuiviEditionView, bar);
  gtk_widget_class_bind_template_child (widget_class, SuiviEditionView, lights_label);
  gtk_widget_class_bind_template_child (widget_class, SuiviEditionView, graded_label);
  gtk_widget_class_bind_template_child (widget_class, SuiviEditionView, rule_label);
  gtk_widget_class_bind_template_child (widget_class, SuiviEditionView, changes_group);
  gtk_widget_class_bind_template_child (widget_class, SuiviEditionView, changes);
  gtk_widget_class_bind_template_child (widget_class, SuiviEditionView, noted_group);
  gtk_widget_class_bind_template_child (widget_class, SuiviEditionView, noted);
  gtk_widget_class_bind_template_child (widget_class, SuiviEditionView, positions);
  gtk_widget_class_bind_template_child (widget_class, SuiviEditionView, about);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
}

static void
suivi_edition_view_init (SuiviEditionView *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/* "● Implemented: 12 · ○ No progress: 3"; a light that nobody has is told, too: that is a result. */
static char *
describe_lights (const guint *lights)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < SUIVI_N_LIGHTS; i++)
    {
      const SuiviLight light = suivi_lights_in_order[i];

      if (text->len > 0)
        g_string_append (text, " · ");
      g_string_append_printf (text, "%s ", suivi_light_to_symbol (light));
      /* Translators: a light and how many recommendations have it: "Implemented: 12" */
      g_string_append_printf (text, _ ("%s: %u"), suivi_light_to_label (light), lights[light]);
    }

  return g_string_free (g_steal_pointer (&text), FALSE);
}

static void
show_lights (SuiviEditionView *self, const SuiviEditionReport *report)
{
  const SuiviTally *tally = &report->tally;
  g_autofree char *lights = describe_lights (tally->lights);
  g_autofree char *rule = suivi_counting_rule_to_sentence (&tally->rule);
  g_autofree char *graded = g_strdup_printf (
    /* Translators: how many of the recommendations have a grade: "148 of 254 graded" */
    ngettext ("%u of %u graded", "%u of %u graded", tally->total), suivi_tally_get_graded (tally),
    tally->total);

  suivi_light_bar_set_counts (self->bar, tally->lights);
  gtk_label_set_label (self->lights_label, lights);
  gtk_label_set_label (self->graded_label, graded);
  gtk_label_set_label (self->rule_label, rule);
  suivi_positions_list_show (self->positions, tally->cells, tally->total);
}

static char *
describe_changes (const SuiviEditionReport *report)
{
  g_autofree char *sentence
    = report->previous_title != NULL
        /* Translators: %s is the title of an edition of the scorecard */
        ? g_strdup_printf (_ ("Compared with “%s”."), report->previous_title)
        : g_strdup (_ ("Compared with an edition that was deleted since: what stood in that one only is not "
                       "known any more."));

  if (report->edition->unit == SUIVI_COUNTING_UNIT_RECOMMENDATION)
    return g_steal_pointer (&sentence);

  /* Translators: two whole sentences, one after the other */
  return g_strdup_printf (_ ("%s %s"), sentence, _ ("Here, each recommendation counts once."));
}

static gboolean
is_always_shown (SuiviMove move)
{
  return move == SUIVI_MOVE_BETTER || move == SUIVI_MOVE_WORSE || move == SUIVI_MOVE_SAME;
}

static void
show_changes (SuiviEditionView *self, const SuiviEditionReport *report)
{
  g_autofree char *description = NULL;
  g_autofree char *escaped = NULL;

  suivi_panel_list_clear (self->changes);
  gtk_widget_set_visible (GTK_WIDGET (self->changes_group), report->is_compared);
  if (!report->is_compared)
    return;

  description = describe_changes (report);
  escaped = g_markup_escape_text (description, -1);
  adw_preferences_group_set_description (self->changes_group, escaped);
  for (guint i = 0; i < SUIVI_N_MOVES; i++)
    {
      if (report->moves[i]->len > 0 || is_always_shown (i))
        gtk_list_box_append (self->changes,
                             suivi_count_row_new (suivi_move_to_symbol (i), suivi_move_to_label (i), NULL,
                                                  report->moves[i]));
    }
}

static const char *
name_noted (SuiviNotedMove move)
{
  switch (move)
    {
    case SUIVI_NOTED_BETTER:
      return _ ("Better than before");
    case SUIVI_NOTED_PROGRESS:
      return _ ("Implemented or some progress now");
    case SUIVI_NOTED_SUPPORTED:
      return _ ("Supported now");
    default:
      g_return_val_if_reached ("");
    }
}

static void
show_noted (SuiviEditionView *self, const SuiviEditionReport *report)
{
  g_autofree char *description = NULL;
  g_autofree char *percent = NULL;

  suivi_panel_list_clear (self->noted);
  gtk_widget_set_visible (GTK_WIDGET (self->noted_group), report->n_noted > 0);
  if (report->n_noted == 0)
    return;

  description = g_strdup_printf (
    ngettext ("Of %u recommendation that the State had only noted. One may stand in several rows.",
              "Of %u recommendations that the State had only noted. One may stand in several rows.",
              report->n_noted),
    report->n_noted);
  percent = g_strdup_printf (
    /* Translators: %u is a percentage, of the noted recommendations */
    _ ("%u %% of them. UPR Info found 19 %% by mid-term (Beyond Promises, 2014)."),
    suivi_percent (report->noted[SUIVI_NOTED_PROGRESS]->len, report->n_noted));
  adw_preferences_group_set_description (self->noted_group, description);
  for (guint i = 0; i < SUIVI_N_NOTED_MOVES; i++)
    {
      if (report->noted[i]->len > 0 || i != SUIVI_NOTED_SUPPORTED)
        gtk_list_box_append (self->noted, suivi_count_row_new (NULL, name_noted (i),
                                                               i == SUIVI_NOTED_PROGRESS ? percent : NULL,
                                                               report->noted[i]));
    }
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
  show_changes (self, report);
  show_noted (self, report);
  show_about (self, report->edition);
}
