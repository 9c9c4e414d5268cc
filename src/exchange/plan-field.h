/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "core/review/recommendation.h"
#include "core/scorecard/assessment.h"

G_BEGIN_DECLS

/**
 * SuiviPlanField:
 *
 * What a file can say of a recommendation (the fields before %SUIVI_PLAN_FIELD_LAW) and of its assessment
 * (the others).
 */
typedef enum
{
  SUIVI_PLAN_FIELD_NUMBER,
  SUIVI_PLAN_FIELD_TEXT,
  SUIVI_PLAN_FIELD_STATES,
  SUIVI_PLAN_FIELD_POSITION,
  SUIVI_PLAN_FIELD_POSITION_SOURCE,
  SUIVI_PLAN_FIELD_THEMES,
  SUIVI_PLAN_FIELD_GROUPS,
  SUIVI_PLAN_FIELD_SDGS,
  SUIVI_PLAN_FIELD_CHILDREN,
  SUIVI_PLAN_FIELD_CATEGORY,
  SUIVI_PLAN_FIELD_ISSUES,
  SUIVI_PLAN_FIELD_INSTITUTIONS,
  SUIVI_PLAN_FIELD_LAW,
  SUIVI_PLAN_FIELD_POLICY,
  SUIVI_PLAN_FIELD_PRACTICE,
  SUIVI_PLAN_FIELD_LIGHT,
  SUIVI_PLAN_FIELD_REASON,
  SUIVI_PLAN_FIELD_SOURCE,
  SUIVI_PLAN_FIELD_DATE,
  SUIVI_PLAN_FIELD_NAME,
} SuiviPlanField;

#define SUIVI_N_PLAN_FIELDS 20

/* Some of them: a set of bits, 1 << field. A field that a file does not speak of is left as it is. */
typedef guint32 SuiviPlanFields;

#define SUIVI_PLAN_FIELD_BIT(field) ((SuiviPlanFields) 1 << (field))
/* What an official list says of a recommendation. */
#define SUIVI_PLAN_FIELDS_OF_LIST (SUIVI_PLAN_FIELD_BIT (SUIVI_PLAN_FIELD_CHILDREN + 1) - 1)

#define SUIVI_PLAN_FIELDS_OF_GRADE \
  (SUIVI_PLAN_FIELD_BIT (SUIVI_N_PLAN_FIELDS) - SUIVI_PLAN_FIELD_BIT (SUIVI_PLAN_FIELD_LAW))

const char *suivi_plan_field_to_label (SuiviPlanField       field);
char       *suivi_plan_field_value    (SuiviPlanField       field,
                                       SuiviRecommendation *recommendation,
                                       SuiviAssessment     *assessment);
char       *suivi_plan_field_words    (SuiviPlanField       field,
                                       SuiviRecommendation *recommendation,
                                       SuiviAssessment     *assessment);
guint32     suivi_plan_field_hash     (const char          *value);

G_END_DECLS
