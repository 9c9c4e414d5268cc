/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib-object.h>

#include "core/scorecard/light.h"

G_BEGIN_DECLS

#define SUIVI_TYPE_ASSESSMENT  (suivi_assessment_get_type ())
#define SUIVI_ASSESSMENT_ERROR (suivi_assessment_error_quark ())

/**
 * SuiviAssessmentError:
 * @SUIVI_ASSESSMENT_ERROR_NO_REASON: a grade needs a reason
 * @SUIVI_ASSESSMENT_ERROR_NO_SOURCE: a grade needs a source
 * @SUIVI_ASSESSMENT_ERROR_NO_NAME: a grade needs the name of who gave it
 * @SUIVI_ASSESSMENT_ERROR_BAD_DATE: the date is missing, impossible or in the future
 *
 * Why a grade cannot be saved.
 */
typedef enum
{
  SUIVI_ASSESSMENT_ERROR_NO_REASON,
  SUIVI_ASSESSMENT_ERROR_NO_SOURCE,
  SUIVI_ASSESSMENT_ERROR_NO_NAME,
  SUIVI_ASSESSMENT_ERROR_BAD_DATE,
} SuiviAssessmentError;

GQuark suivi_assessment_error_quark (void);

/**
 * SuiviAssessment:
 * @id: random UUID, the key in the workspace
 * @recommendation_id: key of the recommendation judged
 * @organisation: who judges; "" for the owner of the workspace
 * @law: the judgement of the law
 * @policy: of policy
 * @practice: of practice
 * @light_overridden: whether a person chose the light against the rule
 * @light: the light: by the rule of suivi_light_from_levels(), or as chosen
 * @reason: why this grade
 * @source: where the facts stand
 * @date: day of the judgement, "2026-11-22"
 * @name: who gave the grade
 *
 * One organisation's judgement of one recommendation on one date. Fields are for reading once it is shared.
 */
typedef struct
{
  char *id;
  char *recommendation_id;
  char *organisation;
  SuiviLevel law;
  SuiviLevel policy;
  SuiviLevel practice;
  gboolean light_overridden;
  SuiviLight light;
  char *reason;
  char *source;
  char *date;
  char *name;
} SuiviAssessment;

GType            suivi_assessment_get_type  (void);
SuiviAssessment *suivi_assessment_new       (void);
SuiviAssessment *suivi_assessment_copy      (SuiviAssessment  *self);
void             suivi_assessment_free      (SuiviAssessment  *self);
void             suivi_assessment_set_levels (SuiviAssessment *self,
                                             SuiviLevel        law,
                                             SuiviLevel        policy,
                                             SuiviLevel        practice);
void             suivi_assessment_override_light (SuiviAssessment *self,
                                             SuiviLight        light);
gboolean         suivi_assessment_validate  (SuiviAssessment  *self,
                                             GError          **error);

char            *suivi_date_today           (void);
gboolean         suivi_date_is_valid        (const char       *date);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SuiviAssessment, suivi_assessment_free)

G_END_DECLS
