/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "app/scorecard/changes-view.h"

#include <glib/gi18n-lib.h>

#include "app/drafting/panel-widgets.h"
#include "app/scorecard/count-row.h"

struct _SuiviChangesView
{
  GtkBox parent_instance;

  GtkStack *stack;
  AdwStatusPage *nothing;
  GtkWidget *freeze_button;
  AdwPreferencesGroup *changes_group;
  GtkListBox *changes;
  AdwPreferencesGroup *noted_group;
  GtkListBox *noted;
};

G_DEFINE_FINAL_TYPE (SuiviChangesView, suivi_changes_view, GTK_TYPE_BOX)

enum
{
  SIGNAL_OPENED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
row_activated_cb (SuiviChangesView *self, GtkListBoxRow *row)
{
  g_signal_emit (self, signals[SIGNAL_OPENED], 0, row);
}

static void
suivi_changes_view_class_init (SuiviChangesViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  signals[SIGNAL_OPENED] = g_signal_new ("opened", SUIVI_TYPE_CHANGES_VIEW, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                         NULL, G_TYPE_NONE, 1, SUIVI_TYPE_COUNT_ROW);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/suivi/Suivi/scorecard/changes-view.ui");
  gtk_widget_class_bind_template_child (widget_class, SuiviChangesView, stack);
  gtk_widget_class_bind_template_child (widget_class, SuiviChangesView, nothing);
  gtk_widget_class_bind_template_child (widget_class, SuiviChangesView, freeze_button);
  gtk_widget_class_bind_template_child (widget_class, SuiviChangesView, changes_group);
  gtk_widget_class_bind_template_child (widget_class, SuiviChangesView, changes);
  gtk_widget_class_bind_template_child (widget_class, SuiviChangesView, noted_group);
  gtk_widget_class_bind_template_child (widget_class, SuiviChangesView, noted);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
}

static void
suivi_changes_view_init (SuiviChangesView *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static char *
describe_changes (const SuiviEditionReport *report)
{
  g_autofree char *sentence
    /* Translators: %s is the title of an edition of the scorecard */
    = g_strdup_printf (_ ("Compared with “%s”."), report->previous_title);

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
show_changes (SuiviChangesView *self, const SuiviEditionReport *report)
{
  g_autofree char *description = NULL;
  g_autofree char *escaped = NULL;

  suivi_panel_list_clear (self->changes);
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
      return _ ("Done at least in part now");
    case SUIVI_NOTED_SUPPORTED:
      return _ ("Supported now");
    default:
      g_return_val_if_reached ("");
    }
}

static void
show_noted (SuiviChangesView *self, const SuiviEditionReport *report)
{
  g_autofree char *description = NULL;
  g_autofree char *share = NULL;
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
  share = suivi_percent_to_text (report->noted[SUIVI_NOTED_PROGRESS]->len, report->n_noted);
  /* Translators: %s is a percentage, of the noted recommendations: "15 %" */
  percent
    = g_strdup_printf (_ ("%s of them. UPR Info found 19 %% by mid-term (Beyond Promises, 2014)."), share);
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
show_nothing (SuiviChangesView *self, const SuiviEditionReport *report, gboolean has_editions)
{
  const char *reason = NULL;

  if (suivi_edition_is_frozen (report->edition))
    reason = _ (
      "When this edition was frozen, no other one was chosen to compare it with, or that one was deleted "
      "since.");
  else if (has_editions)
    reason = _ ("All editions are from after the cut-off date. Choose a later cut-off date in the summary.");
  else
    reason = _ ("Freeze an edition when you publish the scorecard. From then on, this page says what moved.");

  adw_status_page_set_description (self->nothing, reason);
  gtk_widget_set_visible (self->freeze_button, !suivi_edition_is_frozen (report->edition) && !has_editions);
}

/**
 * suivi_changes_view_set_report:
 * @report: what is compared with the edition before; it is not needed afterwards
 * @has_editions: whether there are any editions
 */
void
suivi_changes_view_set_report (SuiviChangesView *self,
                               const SuiviEditionReport *report,
                               gboolean has_editions)
{
  g_return_if_fail (SUIVI_IS_CHANGES_VIEW (self));

  gtk_stack_set_visible_child_name (self->stack, report->is_compared ? "changes" : "nothing");
  if (!report->is_compared)
    {
      show_nothing (self, report, has_editions);
      return;
    }

  show_changes (self, report);
  show_noted (self, report);
}
