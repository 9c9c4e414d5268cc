/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "core/record.h"
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
 * @SUIVI_ASSESSMENT_ERROR_NOBODY_AGREED: an agreed grade needs those who agreed
 * @SUIVI_ASSESSMENT_ERROR_NO_ORGANISATION: a grade that is given now needs the organisation that gives it; those of older
 *   files may lack it, so that only forms ask for it
 *
 * Why a grade cannot be saved.
 */
typedef enum
{
  SUIVI_ASSESSMENT_ERROR_NO_REASON,
  SUIVI_ASSESSMENT_ERROR_NO_SOURCE,
  SUIVI_ASSESSMENT_ERROR_NO_NAME,
  SUIVI_ASSESSMENT_ERROR_BAD_DATE,
  SUIVI_ASSESSMENT_ERROR_NOBODY_AGREED,
  SUIVI_ASSESSMENT_ERROR_NO_ORGANISATION,
} SuiviAssessmentError;

GQuark suivi_assessment_error_quark (void);

/**
 * SuiviConfidence:
 * @SUIVI_CONFIDENCE_UNKNOWN: not said ("unknown")
 * @SUIVI_CONFIDENCE_LOW: "low"
 * @SUIVI_CONFIDENCE_MEDIUM: "medium"
 * @SUIVI_CONFIDENCE_HIGH: "high"
 *
 * How sure of a grade those are who gave it.
 */
typedef enum
{
  SUIVI_CONFIDENCE_UNKNOWN,
  SUIVI_CONFIDENCE_LOW,
  SUIVI_CONFIDENCE_MEDIUM,
  SUIVI_CONFIDENCE_HIGH,
} SuiviConfidence;

#define SUIVI_N_CONFIDENCES   4
#define SUIVI_TYPE_CONFIDENCE (suivi_confidence_get_type ())

GType            suivi_confidence_get_type  (void);
const char      *suivi_confidence_to_label  (SuiviConfidence   confidence);

/**
 * SuiviAssessment:
 * @id: random UUID, the key in the workspace
 * @recommendation_id: key of the recommendation judged
 * @organisation: who judges; the workspace never takes it from anywhere else later. "" only where files of an older Suivi
 *   do not say it; saving a judgement with "" gives it to the organisation that the step is made for
 * @law: the judgement of the law
 * @policy: of policy
 * @practice: of practice
 * @light: the light: by the rule of suivi_light_from_levels(), or as chosen
 * @light_overridden: 1 if a person chose the light against the rule
 * @reason: (nullable): why this grade
 * @source: (nullable): where the facts stand
 * @date: day of the judgement, "2026-11-22"
 * @name: (nullable): who gave the grade
 * @confidence: how sure they are
 * @agreed: 1 for the grade that a coalition agreed on; @organisation is "" then, and @date the day of the agreement
 * @agreed_by: the organisations that agreed; empty unless @agreed
 * @dissent: who sees it otherwise, and why; may be ""; always "" unless @agreed
 *
 * One organisation's judgement of one recommendation on one date, or the grade on which a coalition agreed. The agreed
 * grade stands beside the judgements of the organisations and replaces none; it counts before them. Without one, the
 * latest judgement counts. Fields are for reading once it is shared.
 */
typedef struct
{
  char *id;
  char *recommendation_id;
  char *organisation;
  SuiviLevel law;
  SuiviLevel policy;
  SuiviLevel practice;
  SuiviLight light;
  guint light_overridden;
  char *reason;
  char *source;
  char *date;
  char *name;
  SuiviConfidence confidence;
  guint agreed;
  char **agreed_by;
  char *dissent;
} SuiviAssessment;

SUIVI_DECLARE_RECORD (SuiviAssessment, suivi_assessment)

SuiviAssessment *suivi_assessment_new       (void);
void             suivi_assessment_set_levels (SuiviAssessment *self,
                                             SuiviLevel        law,
                                             SuiviLevel        policy,
                                             SuiviLevel        practice);
void             suivi_assessment_override_light (SuiviAssessment *self,
                                             SuiviLight        light);
gboolean         suivi_assessment_is_by     (const SuiviAssessment *self,
                                             const char       *organisation);
gboolean         suivi_assessment_validate  (SuiviAssessment  *self,
                                             GError          **error);

char            *suivi_date_today           (void);
gboolean         suivi_date_is_valid        (const char       *date);

G_END_DECLS
