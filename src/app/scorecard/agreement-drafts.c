/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "app/scorecard/agreement-drafts.h"

#include "app/scorecard/grade-drafts.h"

static void
set_text (char **field, const char *text)
{
  g_free (*field);
  *field = g_strdup (text);
}

static void
set_list (char ***field, char **list)
{
  g_strfreev (*field);
  *field = g_strdupv (list);
}

/**
 * suivi_agreement_drafts_from_agreement:
 * @agreement: what a form says; its recommendation must be named
 *
 * The day is always part of it: it is the day on which those who agree met, not that on which one of them saves it.
 *
 * Returns: (transfer full): what is to be kept of it
 */
SuiviGradeDraft *
suivi_agreement_drafts_from_agreement (const SuiviAgreement *agreement)
{
  const SuiviAssessment *grade = agreement->grade;
  const SuiviGradeChange change = { agreement->grade, 0 };
  SuiviGradeDraft *draft = suivi_grade_drafts_from_change (grade->recommendation_id, &change, grade->date,
                                                           (const char *const *) agreement->evidence);

  draft->agreed = 1;
  set_list (&draft->agreed_by, grade->agreed_by);
  set_text (&draft->dissent, grade->dissent);

  return draft;
}

/**
 * suivi_agreement_drafts_to_agreement:
 * @draft: an agreement that was begun
 *
 * Returns: (transfer full): what a form says that goes on with it
 */
SuiviAgreement *
suivi_agreement_drafts_to_agreement (const SuiviGradeDraft *draft)
{
  g_autoptr (SuiviGradeChange) change = suivi_grade_drafts_to_change (draft);
  SuiviAssessment *grade = suivi_assessment_copy (change->grade);

  set_text (&grade->recommendation_id, draft->recommendation_id);
  grade->agreed = 1;
  set_list (&grade->agreed_by, draft->agreed_by);
  set_text (&grade->dissent, draft->dissent != NULL ? draft->dissent : "");

  return suivi_agreement_new (grade, g_strdupv (draft->evidence));
}
