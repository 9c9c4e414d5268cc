/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "app/drafting/draft-meter.h"

#include <glib/gi18n-lib.h>
#include <stdio.h>

struct _SuiviDraftMeter
{
  GtkBox parent_instance;

  GtkWidget *level_box;
  GtkLevelBar *level;
  GtkLabel *level_label;
  GtkLabel *meaning;
  GtkLabel *facts;
  GtkWidget *compound_box;
  GtkLabel *compound;
  GtkWidget *split_button;
};

G_DEFINE_FINAL_TYPE (SuiviDraftMeter, suivi_draft_meter, GTK_TYPE_BOX)

enum
{
  SIGNAL_SPLIT_REQUESTED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
split_clicked_cb (SuiviDraftMeter *self)
{
  g_signal_emit (self, signals[SIGNAL_SPLIT_REQUESTED], 0);
}

static void
suivi_draft_meter_class_init (SuiviDraftMeterClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  signals[SIGNAL_SPLIT_REQUESTED] = g_signal_new ("split-requested", SUIVI_TYPE_DRAFT_METER,
                                                  G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/suivi/Suivi/drafting/draft-meter.ui");
  gtk_widget_class_bind_template_child (widget_class, SuiviDraftMeter, level_box);
  gtk_widget_class_bind_template_child (widget_class, SuiviDraftMeter, level);
  gtk_widget_class_bind_template_child (widget_class, SuiviDraftMeter, level_label);
  gtk_widget_class_bind_template_child (widget_class, SuiviDraftMeter, meaning);
  gtk_widget_class_bind_template_child (widget_class, SuiviDraftMeter, facts);
  gtk_widget_class_bind_template_child (widget_class, SuiviDraftMeter, compound_box);
  gtk_widget_class_bind_template_child (widget_class, SuiviDraftMeter, compound);
  gtk_widget_class_bind_template_child (widget_class, SuiviDraftMeter, split_button);
  gtk_widget_class_bind_template_callback (widget_class, split_clicked_cb);
}

static void
suivi_draft_meter_init (SuiviDraftMeter *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static char *
describe_deadline (const char *deadline)
{
  g_autoptr (GTimeZone) zone = g_time_zone_new_utc ();
  g_autoptr (GDateTime) day = NULL;
  g_autofree char *shown = NULL;
  int year = 0;
  int month = 0;
  int day_of_month = 0;

  if (sscanf (deadline, "%4d-%2d-%2d", &year, &month, &day_of_month) != 3)
    return g_strdup (deadline);
  day = g_date_time_new (zone, year, month, day_of_month, 0, 0, 0);
  if (day == NULL)
    return g_strdup (deadline);
  /* Translators: a day, as g_date_time_format() makes it: "31 December 2028" */
  shown = g_date_time_format (day, _ ("%-e %B %Y"));

  /* Translators: until when a recommendation is to be put into practice: "By 31 December 2028" */
  return g_strdup_printf (_ ("By %s"), shown);
}

static void
show_level (SuiviDraftMeter *self, SuiviAnalysis *analysis)
{
  guint category = suivi_analysis_get_category (analysis);
  const char *name = suivi_specificity_get_label (category);
  /* Translators: how specific a recommendation is: "Specificity 4 of 5: General action" */
  g_autofree char *text = g_strdup_printf (_ ("Specificity %u of 5: %s"), category, name);

  gtk_level_bar_set_value (self->level, category);
  gtk_label_set_label (self->level_label, text);
  gtk_label_set_label (self->meaning, suivi_specificity_get_meaning (category));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->level), GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
}

static void
show_facts (SuiviDraftMeter *self, SuiviAnalysis *analysis, gboolean has_hints)
{
  guint n_words = suivi_analysis_get_n_words (analysis);
  GString *facts = g_string_new (NULL);

  g_string_append_printf (facts, ngettext ("%u word", "%u words", n_words), n_words);
  if (has_hints && suivi_analysis_is_child_focused (analysis))
    {
      g_string_append (facts, " · ");
      g_string_append (facts, _ ("Child-focused"));
    }
  if (has_hints && suivi_analysis_get_deadline (analysis) != NULL)
    {
      g_autofree char *deadline = describe_deadline (suivi_analysis_get_deadline (analysis));

      g_string_append (facts, " · ");
      g_string_append (facts, deadline);
    }
  gtk_label_set_label (self->facts, facts->str);
  g_string_free (facts, TRUE);
}

/**
 * suivi_draft_meter_show:
 * @analysis: (nullable): what to show; %NULL: nothing is written yet
 * @has_hints: whether there are rules for the language: without them only words are counted
 * @editable: whether the draft can be changed
 */
void
suivi_draft_meter_show (SuiviDraftMeter *self, SuiviAnalysis *analysis, gboolean has_hints, gboolean editable)
{
  gboolean compound = FALSE;

  g_return_if_fail (SUIVI_IS_DRAFT_METER (self));

  compound = analysis != NULL && has_hints && suivi_analysis_is_compound (analysis);
  gtk_widget_set_visible (self->level_box, analysis != NULL && has_hints);
  gtk_widget_set_visible (GTK_WIDGET (self->facts), analysis != NULL);
  gtk_widget_set_visible (self->compound_box, compound);
  gtk_widget_set_visible (self->split_button, editable);
  if (analysis == NULL)
    return;

  show_level (self, analysis);
  show_facts (self, analysis, has_hints);
  if (compound)
    {
      guint n = suivi_analysis_get_actions (analysis)->len;
      g_autofree char *text = g_strdup_printf (ngettext ("Asks for %u thing?", "Asks for %u things?", n), n);

      gtk_label_set_label (self->compound, text);
    }
}
