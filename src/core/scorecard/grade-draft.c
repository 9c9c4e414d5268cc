/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "core/scorecard/grade-draft.h"

static const SuiviField fields[] = {
  SUIVI_TEXT (SuiviGradeDraft, id),
  SUIVI_TEXT (SuiviGradeDraft, recommendation_id),
  SUIVI_TEXT (SuiviGradeDraft, author),
  SUIVI_ENUM (SuiviGradeDraft, law, suivi_level_get_type),
  SUIVI_ENUM (SuiviGradeDraft, policy, suivi_level_get_type),
  SUIVI_ENUM (SuiviGradeDraft, practice, suivi_level_get_type),
  SUIVI_ENUM (SuiviGradeDraft, light, suivi_light_get_type),
  SUIVI_UINT (SuiviGradeDraft, light_overridden),
  SUIVI_TEXT (SuiviGradeDraft, reason),
  SUIVI_TEXT (SuiviGradeDraft, source),
  SUIVI_TEXT (SuiviGradeDraft, date),
  SUIVI_TEXT (SuiviGradeDraft, name),
  SUIVI_TEXT (SuiviGradeDraft, organisation),
  SUIVI_ENUM (SuiviGradeDraft, confidence, suivi_confidence_get_type),
  SUIVI_UINT (SuiviGradeDraft, evidence_chosen),
  SUIVI_LIST (SuiviGradeDraft, evidence),
  SUIVI_UINT (SuiviGradeDraft, agreed),
  SUIVI_LIST (SuiviGradeDraft, agreed_by),
  SUIVI_TEXT (SuiviGradeDraft, dissent),
};

SUIVI_DEFINE_RECORD (SuiviGradeDraft,
                     suivi_grade_draft,
                     "grade_draft",
                     fields,
                     "recommendation_id, author, agreed")

/**
 * suivi_grade_draft_new:
 * @recommendation_id: key of the recommendation that is graded
 *
 * Returns: (transfer full): a draft of a grade of one's own, with a new random key, in which nothing is said yet
 */
SuiviGradeDraft *
suivi_grade_draft_new (const char *recommendation_id)
{
  SuiviGradeDraft *self = suivi_record_new (&suivi_grade_draft_record);

  self->recommendation_id = g_strdup (recommendation_id);
  /* Empty would be a day that was wiped out. */
  g_clear_pointer (&self->date, g_free);
  g_clear_pointer (&self->dissent, g_free);

  return self;
}
