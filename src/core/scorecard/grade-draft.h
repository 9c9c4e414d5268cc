/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "core/record.h"
#include "core/scorecard/assessment.h"

G_BEGIN_DECLS

#define SUIVI_TYPE_GRADE_DRAFT (suivi_grade_draft_get_type ())

/**
 * SuiviGradeDraft:
 * @id: random UUID, the key in the workspace
 * @recommendation_id: key of the recommendation that is graded
 * @author: who typed it; set when it is saved
 * @law: the judgement of the law
 * @policy: of policy
 * @practice: of practice
 * @light: the light
 * @light_overridden: 1 if a person chose the light against the rule
 * @reason: (nullable): as far as it was typed
 * @source: (nullable): likewise
 * @date: (nullable): the day as it was typed; %NULL: the grade is of the day on which it is saved
 * @name: (nullable): as far as it was typed, of who grades
 * @organisation: (nullable): likewise
 * @confidence: how sure they are
 * @evidence_chosen: 1 if evidence was chosen or taken away; else the grade is supported by what supports the own one before
 *   it, and @evidence is empty
 * @evidence: keys of the evidence that was chosen; some of it may be gone since
 * @agreed: 1 if it is the grade on which a coalition agrees; else one's own
 * @agreed_by: the organisations that were said to agree; empty unless @agreed
 * @dissent: (nullable): who sees it otherwise, and why, as far as it was typed; %NULL unless @agreed
 *
 * A grade that was begun and cannot count yet, because its reason, source or name is missing, or that a coalition has not
 * agreed on yet. The workspace keeps it, so that it outlives the window and a crash. It is no judgement: nothing counts,
 * exports or shows it but the form in which it was typed.
 */
typedef struct
{
  char *id;
  char *recommendation_id;
  char *author;
  SuiviLevel law;
  SuiviLevel policy;
  SuiviLevel practice;
  SuiviLight light;
  guint light_overridden;
  char *reason;
  char *source;
  char *date;
  char *name;
  char *organisation;
  SuiviConfidence confidence;
  guint evidence_chosen;
  char **evidence;
  guint agreed;
  char **agreed_by;
  char *dissent;
} SuiviGradeDraft;

SUIVI_DECLARE_RECORD (SuiviGradeDraft, suivi_grade_draft)

SuiviGradeDraft *suivi_grade_draft_new (const char *recommendation_id);

G_END_DECLS
