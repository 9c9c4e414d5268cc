/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "core/record.h"
#include "core/scorecard/light.h"

G_BEGIN_DECLS

/**
 * SuiviAgreedGrade:
 * @id: random UUID, the key in the workspace
 * @recommendation_id: key of the recommendation, which has one agreed grade at most
 * @law: the grade of the law
 * @policy: of policy
 * @practice: of practice
 * @light: the light: by the rule of suivi_light_from_levels(), or as chosen
 * @light_overridden: 1 if the light was chosen against the rule
 * @reason: why this grade
 * @source: where the facts stand
 * @agreed_by: the organisations that agreed
 * @agreed_on: when, ISO 8601 date
 * @dissent: who sees it otherwise, and why; may be ""
 *
 * The grade on which a coalition agreed. It stands beside the assessments of the organisations and replaces none.
 */
typedef struct
{
  char *id;
  char *recommendation_id;
  SuiviLevel law;
  SuiviLevel policy;
  SuiviLevel practice;
  SuiviLight light;
  guint light_overridden;
  char *reason;
  char *source;
  char **agreed_by;
  char *agreed_on;
  char *dissent;
} SuiviAgreedGrade;

#define SUIVI_TYPE_AGREED_GRADE (suivi_agreed_grade_get_type ())
SUIVI_DECLARE_RECORD (SuiviAgreedGrade, suivi_agreed_grade)

SuiviAgreedGrade *suivi_agreed_grade_new            (const char       *recommendation_id,
                                                     const char       *agreed_on);
void              suivi_agreed_grade_set_levels     (SuiviAgreedGrade *self,
                                                     SuiviLevel        law,
                                                     SuiviLevel        policy,
                                                     SuiviLevel        practice);
void              suivi_agreed_grade_override_light (SuiviAgreedGrade *self,
                                                     SuiviLight        light);

G_END_DECLS
