/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "core/scorecard/evidence-use.h"

static const SuiviField fields[] = {
  SUIVI_TEXT (SuiviEvidenceUse, id),
  SUIVI_TEXT (SuiviEvidenceUse, evidence_id),
  SUIVI_TEXT (SuiviEvidenceUse, assessment_id),
};

SUIVI_DEFINE_RECORD (SuiviEvidenceUse,
                     suivi_evidence_use,
                     "evidence_use",
                     fields,
                     "evidence_id, assessment_id")

/**
 * suivi_evidence_use_new:
 * @evidence_id: key of the evidence
 * @assessment_id: key of the assessment that it supports
 *
 * Returns: (transfer full): a use with a new random key
 */
SuiviEvidenceUse *
suivi_evidence_use_new (const char *evidence_id, const char *assessment_id)
{
  SuiviEvidenceUse *self = suivi_record_new (&suivi_evidence_use_record);

  self->evidence_id = g_strdup (evidence_id);
  self->assessment_id = g_strdup (assessment_id);

  return self;
}
