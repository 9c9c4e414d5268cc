/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "app/review/assessment-card.h"
#include "core/scorecard/organisation.h"
#include "core/text/text.h"

/* What one assessment says: the three levels, why, and on what ground; of an agreed grade also who sees it otherwise.
 * When and by whom stands on its row. */
struct _SuiviAssessmentCard
{
  GtkWidget parent_instance;

  GtkLabel *law;
  GtkLabel *policy;
  GtkLabel *practice;
  GtkLabel *reason;
  GtkLabel *source;
  GtkWidget *confidence_title;
  GtkLabel *confidence;
  GtkLabel *dissent;
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
  gtk_widget_class_bind_template_child (widget_class, SuiviAssessmentCard, confidence_title);
  gtk_widget_class_bind_template_child (widget_class, SuiviAssessmentCard, confidence);
  gtk_widget_class_bind_template_child (widget_class, SuiviAssessmentCard, dissent);
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
  gtk_label_set_label (self->confidence, suivi_confidence_to_label (assessment->confidence));
  gtk_widget_set_visible (GTK_WIDGET (self->confidence), assessment->confidence != SUIVI_CONFIDENCE_UNKNOWN);
  gtk_widget_set_visible (self->confidence_title, assessment->confidence != SUIVI_CONFIDENCE_UNKNOWN);
  if (!suivi_text_is_blank (assessment->dissent))
    {
      /* Translators: who sees an agreed grade otherwise, and why */
      g_autofree char *dissent = g_strdup_printf (_ ("Dissent: %s"), assessment->dissent);

      gtk_label_set_label (self->dissent, dissent);
      gtk_widget_set_visible (GTK_WIDGET (self->dissent), TRUE);
    }

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
 * Returns: (transfer full): when, by whom and for whom, "22 November 2026 · A. Person, Law Clinic"; of an agreed grade who
 *   agreed: "Agreed on 22 November 2026 · Law Clinic, School Union"
 */
char *
suivi_assessment_to_byline (SuiviAssessment *assessment)
{
  g_autofree char *day = suivi_date_to_label (assessment->date);
  g_autofree char *byline = NULL;

  if (assessment->agreed)
    {
      g_autofree char *who = g_strjoinv (", ", assessment->agreed_by);

      /* Translators: date of an agreement, and the names of the organisations that agreed */
      byline = g_strdup_printf (_ ("Agreed on %s · %s"), day, who);
    }
  else
    /* Translators: date, name and organisation under a grade */
    byline = g_strdup_printf (_ ("%s · %s, %s"), day, assessment->name,
                              suivi_organisation_to_label (assessment->organisation));

  if (!assessment->light_overridden)
    return g_steal_pointer (&byline);
  /* Translators: added to date and name of a grade when a person chose the light against the rule */
  return g_strdup_printf (_ ("%s · light chosen by hand"), byline);
}
