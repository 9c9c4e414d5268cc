/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "core/record.h"

G_BEGIN_DECLS

/**
 * SuiviEvidenceUse:
 * @id: random UUID, the key in the workspace
 * @evidence_id: key of the evidence
 * @assessment_id: key of the assessment that it supports
 *
 * A piece of evidence supports a grade.
 */
typedef struct
{
  char *id;
  char *evidence_id;
  char *assessment_id;
} SuiviEvidenceUse;

#define SUIVI_TYPE_EVIDENCE_USE (suivi_evidence_use_get_type ())
SUIVI_DECLARE_RECORD (SuiviEvidenceUse, suivi_evidence_use)

SuiviEvidenceUse *suivi_evidence_use_new (const char *evidence_id,
                                          const char *assessment_id);

G_END_DECLS
