/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "app/review/assessment-card.h"

/* What one assessment says: the three levels, why, and on what ground. When and by whom stands on its row. */
struct _SuiviAssessmentCard
{
  GtkWidget parent_instance;

  GtkLabel *law;
  GtkLabel *policy;
  GtkLabel *practice;
  GtkLabel *reason;
  GtkLabel *source;
};

G_DEFINE_FINAL_TYPE (SuiviAssessmentCard, suivi_assessment_card, GTK_TYPE_WIDGET)

static void
suivi_assessment_card_dispose (GObject *object)
{
  GtkWidget *child = NULL;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (suivi_assessment_card_parent_class)->dispose (object);
}

static void
suivi_assessment_card_class_init (SuiviAssessmentCardClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = suivi_assessment_card_dispose;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/suivi/Suivi/review/assessment-card.ui");
  gtk_widget_class_bind_template_child (widget_class, SuiviAssessmentCard, law);
  gtk_widget_class_bind_template_child (widget_class, SuiviAssessmentCard, policy);
  gtk_widget_class_bind_template_child (widget_class, SuiviAssessmentCard, practice);
  gtk_widget_class_bind_template_child (widget_class, SuiviAssessmentCard, reason);
  gtk_widget_class_bind_template_child (widget_class, SuiviAssessmentCard, source);
}

static void
suivi_assessment_card_init (SuiviAssessmentCard *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * suivi_assessment_card_new:
 * @assessment: what to show
 *
 * Returns: a widget that shows it
 */
GtkWidget *
suivi_assessment_card_new (SuiviAssessment *assessment)
{
  SuiviAssessmentCard *self = g_object_new (SUIVI_TYPE_ASSESSMENT_CARD, NULL);
  /* Translators: where the facts behind a grade stand */
  g_autofree char *source = g_strdup_printf (_ ("Source: %s"), assessment->source);

  gtk_label_set_label (self->law, suivi_level_to_label (assessment->law));
  gtk_label_set_label (self->policy, suivi_level_to_label (assessment->policy));
  gtk_label_set_label (self->practice, suivi_level_to_label (assessment->practice));
  gtk_label_set_label (self->reason, assessment->reason);
  gtk_label_set_label (self->source, source);

  return GTK_WIDGET (self);
}

/**
 * suivi_date_to_label:
 * @date: a day, "2026-11-22", or a moment that begins with one
 *
 * Returns: (transfer full): the day as people write it; @date as it is, if it is no day
 */
char *
suivi_date_to_label (const char *date)
{
  g_autofree char *day = g_strndup (date, 10);
  g_autoptr (GTimeZone) zone = g_time_zone_new_utc ();
  g_autoptr (GDateTime) moment = NULL;

  if (suivi_date_is_valid (day))
    moment = g_date_time_new (zone, atoi (day), atoi (day + 5), atoi (day + 8), 0, 0, 0);
  if (moment == NULL)
    return g_strdup (date);

  /* Translators: how a day is written, see g_date_time_format(): "22 November 2026" */
  return g_date_time_format (moment, _ ("%-d %B %Y"));
}

/**
 * suivi_assessment_to_byline:
 *
 * Returns: (transfer full): when and by whom, "22 November 2026 · A. Person"
 */
char *
suivi_assessment_to_byline (SuiviAssessment *assessment)
{
  g_autofree char *day = suivi_date_to_label (assessment->date);
  g_autofree char *byline = NULL;

  if (assessment->organisation == NULL || assessment->organisation[0] == '\0')
    /* Translators: date and name under a grade */
    byline = g_strdup_printf (_ ("%s · %s"), day, assessment->name);
  else
    /* Translators: date, name and organisation under a grade */
    byline = g_strdup_printf (_ ("%s · %s, %s"), day, assessment->name, assessment->organisation);

  if (!assessment->light_overridden)
    return g_steal_pointer (&byline);
  /* Translators: added to date and name of a grade when a person chose the light against the rule */
  return g_strdup_printf (_ ("%s · light chosen by hand"), byline);
}
