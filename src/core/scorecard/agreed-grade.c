/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "core/scorecard/agreed-grade.h"

static const SuiviField fields[] = {
  SUIVI_TEXT (SuiviAgreedGrade, id),
  SUIVI_TEXT (SuiviAgreedGrade, recommendation_id),
  SUIVI_ENUM (SuiviAgreedGrade, law, suivi_level_get_type),
  SUIVI_ENUM (SuiviAgreedGrade, policy, suivi_level_get_type),
  SUIVI_ENUM (SuiviAgreedGrade, practice, suivi_level_get_type),
  SUIVI_ENUM (SuiviAgreedGrade, light, suivi_light_get_type),
  SUIVI_UINT (SuiviAgreedGrade, light_overridden),
  SUIVI_TEXT (SuiviAgreedGrade, reason),
  SUIVI_TEXT (SuiviAgreedGrade, source),
  SUIVI_LIST (SuiviAgreedGrade, agreed_by),
  SUIVI_TEXT (SuiviAgreedGrade, agreed_on),
  SUIVI_TEXT (SuiviAgreedGrade, dissent),
};

SUIVI_DEFINE_RECORD (SuiviAgreedGrade, suivi_agreed_grade, "agreed_grade", fields, "recommendation_id")

/**
 * suivi_agreed_grade_new:
 * @recommendation_id: key of the recommendation
 * @agreed_on: when, ISO 8601 date
 *
 * Returns: (transfer full): an agreed grade with a new random key, nothing assessed
 */
SuiviAgreedGrade *
suivi_agreed_grade_new (const char *recommendation_id, const char *agreed_on)
{
  SuiviAgreedGrade *self = suivi_record_new (&suivi_agreed_grade_record);

  self->recommendation_id = g_strdup (recommendation_id);
  g_free (self->agreed_on);
  self->agreed_on = g_strdup (agreed_on);

  return self;
}

/**
 * suivi_agreed_grade_set_levels:
 *
 * Sets the three levels; the light follows by the rule unless it was chosen.
 */
void
suivi_agreed_grade_set_levels (SuiviAgreedGrade *self, SuiviLevel law, SuiviLevel policy, SuiviLevel practice)
{
  self->law = law;
  self->policy = policy;
  self->practice = practice;
  if (!self->light_overridden)
    self->light = suivi_light_from_levels (law, policy, practice);
}

/**
 * suivi_agreed_grade_override_light:
 *
 * Chooses the light against the rule. The choice is kept, and shown as a choice.
 */
void
suivi_agreed_grade_override_light (SuiviAgreedGrade *self, SuiviLight light)
{
  self->light_overridden = 1;
  self->light = light;
}
