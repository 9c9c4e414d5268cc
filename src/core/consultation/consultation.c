/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "core/consultation/checklist.h"
#include "core/consultation/consultation.h"

G_DEFINE_ENUM_TYPE (SuiviConsultationStatus,
                    suivi_consultation_status,
                    G_DEFINE_ENUM_VALUE (SUIVI_CONSULTATION_PLANNING, "planning"),
                    G_DEFINE_ENUM_VALUE (SUIVI_CONSULTATION_READY, "ready"),
                    G_DEFINE_ENUM_VALUE (SUIVI_CONSULTATION_HELD, "held"),
                    G_DEFINE_ENUM_VALUE (SUIVI_CONSULTATION_REPORTED_BACK, "reported-back"),
                    G_DEFINE_ENUM_VALUE (SUIVI_CONSULTATION_CLOSED, "closed"))

G_DEFINE_ENUM_TYPE (SuiviRisk,
                    suivi_risk,
                    G_DEFINE_ENUM_VALUE (SUIVI_RISK_UNASSESSED, "unassessed"),
                    G_DEFINE_ENUM_VALUE (SUIVI_RISK_LOW, "low"),
                    G_DEFINE_ENUM_VALUE (SUIVI_RISK_MEDIUM, "medium"),
                    G_DEFINE_ENUM_VALUE (SUIVI_RISK_HIGH, "high"))

static const SuiviField fields[] = {
  SUIVI_TEXT (SuiviConsultation, id),
  SUIVI_TEXT (SuiviConsultation, state),
  SUIVI_TEXT (SuiviConsultation, review_id),
  SUIVI_TEXT (SuiviConsultation, title),
  SUIVI_TEXT (SuiviConsultation, purpose),
  SUIVI_TEXT (SuiviConsultation, place),
  SUIVI_TEXT (SuiviConsultation, begins_on),
  SUIVI_TEXT (SuiviConsultation, ends_on),
  SUIVI_TEXT (SuiviConsultation, organiser),
  SUIVI_TEXT (SuiviConsultation, partners),
  SUIVI_TEXT (SuiviConsultation, methods),
  SUIVI_TEXT (SuiviConsultation, language),
  SUIVI_UINT (SuiviConsultation, age_from),
  SUIVI_UINT (SuiviConsultation, age_to),
  SUIVI_TEXT (SuiviConsultation, focal_point),
  SUIVI_TEXT (SuiviConsultation, deputy),
  SUIVI_ENUM (SuiviConsultation, risk, suivi_risk_get_type),
  SUIVI_TEXT (SuiviConsultation, measures),
  SUIVI_ENUM (SuiviConsultation, status, suivi_consultation_status_get_type),
  SUIVI_TEXT (SuiviConsultation, feedback_due),
  SUIVI_UINT (SuiviConsultation, checklist_edition),
  SUIVI_TEXT (SuiviConsultation, notes),
};

SUIVI_DEFINE_RECORD (SuiviConsultation, suivi_consultation, "consultation", fields, NULL)

/**
 * suivi_consultation_status_to_label:
 *
 * Returns: the words shown to people, translated
 */
const char *
suivi_consultation_status_to_label (SuiviConsultationStatus status)
{
  switch (status)
    {
    case SUIVI_CONSULTATION_PLANNING:
      /* Translators: where a consultation with children stands */
      return _ ("Planning");
    case SUIVI_CONSULTATION_READY:
      /* Translators: where a consultation with children stands: it may be held */
      return _ ("Ready");
    case SUIVI_CONSULTATION_HELD:
      /* Translators: where a consultation with children stands: children were heard */
      return _ ("Held");
    case SUIVI_CONSULTATION_REPORTED_BACK:
      /* Translators: where a consultation stands: the children were told what became of it */
      return _ ("Reported back");
    case SUIVI_CONSULTATION_CLOSED:
      /* Translators: where a consultation with children stands: nothing is left to do */
      return _ ("Closed");
    default:
      g_return_val_if_reached ("");
    }
}

/**
 * suivi_risk_to_label:
 *
 * Returns: the words shown to people, translated
 */
const char *
suivi_risk_to_label (SuiviRisk risk)
{
  switch (risk)
    {
    case SUIVI_RISK_UNASSESSED:
      /* Translators: the risk for the children of a consultation */
      return _ ("Not assessed yet");
    case SUIVI_RISK_LOW:
      /* Translators: the risk for the children of a consultation */
      return _ ("Low");
    case SUIVI_RISK_MEDIUM:
      /* Translators: the risk for the children of a consultation */
      return _ ("Medium");
    case SUIVI_RISK_HIGH:
      /* Translators: the risk for the children of a consultation */
      return _ ("High");
    default:
      g_return_val_if_reached ("");
    }
}

/**
 * suivi_consultation_new:
 * @state: the State under review
 * @title: how it is called
 *
 * Returns: (transfer full): a consultation with a new random key, in planning, under the latest edition of the
 * checklist
 */
SuiviConsultation *
suivi_consultation_new (const char *state, const char *title)
{
  SuiviConsultation *self = suivi_record_new (&suivi_consultation_record);

  g_free (self->state);
  self->state = g_strdup (state);
  g_free (self->title);
  self->title = g_strdup (title);
  self->checklist_edition = suivi_checklist_get_latest_edition ();

  return self;
}

/**
 * suivi_consultation_get_age_range:
 *
 * Returns: (transfer full): "8 to 18 years", translated; "" if no age is known
 */
char *
suivi_consultation_get_age_range (const SuiviConsultation *self)
{
  if (self->age_from > 0 && self->age_to > self->age_from)
    /* Translators: ages of children, from the youngest to the oldest */
    return g_strdup_printf (_ ("%u to %u years"), self->age_from, self->age_to);
  if (self->age_from > 0 && self->age_to == self->age_from)
    return g_strdup_printf (ngettext ("%u year", "%u years", self->age_from), self->age_from);
  if (self->age_from > 0)
    /* Translators: age of the youngest child */
    return g_strdup_printf (_ ("%u years and older"), self->age_from);
  if (self->age_to > 0)
    /* Translators: age of the oldest child */
    return g_strdup_printf (_ ("up to %u years"), self->age_to);

  return g_strdup ("");
}
