/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "app/scorecard/grade-change.h"
#include "store/scorecard-store.h"
#include "store/workspace.h"

G_BEGIN_DECLS

/* Grades that were begun: what a form holds and cannot save yet, as the workspace keeps it. */

SuiviGradeDraft  *suivi_grade_drafts_from_change (const char             *recommendation_id,
                                                  const SuiviGradeChange *change,
                                                  const char             *date,
                                                  const char *const      *evidence);
const char *const *suivi_grade_drafts_get_evidence (const SuiviGradeDraft *draft);
SuiviGradeChange *suivi_grade_drafts_to_change   (const SuiviGradeDraft  *draft);
gboolean          suivi_grade_drafts_say_same    (const SuiviGradeDraft  *a,
                                                  const SuiviGradeDraft  *b);
SuiviGradeDraft  *suivi_grade_drafts_find        (GPtrArray              *drafts,
                                                  const char             *recommendation_id);
void              suivi_grade_drafts_list_async  (SuiviWorkspace         *workspace,
                                                  GCancellable           *cancellable,
                                                  GAsyncReadyCallback     callback,
                                                  gpointer                user_data);
void              suivi_grade_drafts_keep        (SuiviWorkspace         *workspace,
                                                  const char             *recommendation_id,
                                                  gboolean                agreed,
                                                  const SuiviGradeDraft  *draft,
                                                  GAsyncReadyCallback     callback,
                                                  gpointer                user_data);

G_END_DECLS
