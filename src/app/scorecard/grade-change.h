/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "core/scorecard/assessment.h"

G_BEGIN_DECLS

/**
 * SuiviGradePart:
 *
 * The parts of a grade that can be left as they are while the others are changed.
 */
typedef enum
{
  SUIVI_GRADE_LAW = 1 << 0,
  SUIVI_GRADE_POLICY = 1 << 1,
  SUIVI_GRADE_PRACTICE = 1 << 2,
  SUIVI_GRADE_LIGHT = 1 << 3,
  SUIVI_GRADE_REASON = 1 << 4,
  SUIVI_GRADE_SOURCE = 1 << 5,
  SUIVI_GRADE_CONFIDENCE = 1 << 6,
} SuiviGradePart;

#define SUIVI_GRADE_ALL_PARTS 0x7f

/**
 * SuiviGradeChange:
 * @grade: what is given: levels, light, reason, source, date, name, organisation and confidence
 * @kept: #SuiviGradePart that are left as they are; what @grade says of them means nothing
 *
 * What a form says about the grades of one or more recommendations. What it leaves as it is keeps each
 * recommendation's own value.
 */
typedef struct
{
  SuiviAssessment *grade;
  guint kept;
} SuiviGradeChange;

SuiviGradeChange *suivi_grade_change_new   (void);
SuiviGradeChange *suivi_grade_change_copy  (const SuiviGradeChange *self);
void              suivi_grade_change_free  (SuiviGradeChange       *self);
gboolean          suivi_grade_change_equal (const SuiviGradeChange *a,
                                            const SuiviGradeChange *b);
SuiviAssessment  *suivi_grade_change_apply (const SuiviGradeChange *self,
                                            const SuiviAssessment  *own);

void              suivi_grade_change_rebase (SuiviGradeChange      *self,
                                            const SuiviGradeChange *from,
                                            const SuiviGradeChange *to);
void              suivi_grade_change_sign  (SuiviGradeChange       *self);
void              suivi_grade_change_sign_as (SuiviGradeChange     *self,
                                            const SuiviGradeChange *other);
gboolean          suivi_grade_validate     (SuiviAssessment        *grade,
                                            GError                **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SuiviGradeChange, suivi_grade_change_free)

G_END_DECLS
