/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "store/workspace.h"

G_BEGIN_DECLS

#define SUIVI_TYPE_GRADE_DIALOG (suivi_grade_dialog_get_type ())
G_DECLARE_FINAL_TYPE (SuiviGradeDialog, suivi_grade_dialog, SUIVI, GRADE_DIALOG, AdwWindow)

/* Signal "graded" (number of recommendations) when the grade is in the workspace; the dialog then closes itself. */

GHashTable       *suivi_grade_drafts_new          (void);
SuiviGradeDialog *suivi_grade_dialog_new          (SuiviWorkspace   *workspace,
                                                   GPtrArray        *recommendations,
                                                   SuiviAssessment  *latest,
                                                   GHashTable       *drafts);
GPtrArray        *suivi_grade_dialog_get_recommendations (SuiviGradeDialog *self);
SuiviAssessment  *suivi_grade_dialog_dup_grade    (SuiviGradeDialog *self);

G_END_DECLS
