/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "store/scorecard-store.h"
#include "store/workspace.h"

G_BEGIN_DECLS

/**
 * SuiviGradeStart:
 * @judgements: (element-type GPtrArray): for each recommendation the grades that may be own ones, each an array of
 *   #SuiviAssessment, what counts first; all of them if it is not known for whom the person at this computer grades
 * @others: (element-type GPtrArray): of several, for each recommendation what counts beside an own grade: the agreed grade,
 *   and of each organisation the latest, each an array of #SuiviAssessment without reason, source and name
 * @draft: (nullable): of one recommendation alone, a grade that was begun and is not saved
 * @organisations: names that the workspace has for organisations, to choose from; empty if it is known for whom the
 *   person at this computer grades
 *
 * What a form for the grades of one or more recommendations begins with.
 */
typedef struct
{
  GPtrArray *judgements;
  GPtrArray *others;
  SuiviGradeDraft *draft;
  char **organisations;
} SuiviGradeStart;

void   suivi_grade_start_free       (SuiviGradeStart     *self);
void   suivi_grade_load_start_async (SuiviWorkspace      *workspace,
                                     GPtrArray           *recommendations,
                                     GCancellable        *cancellable,
                                     GAsyncReadyCallback  callback,
                                     gpointer             user_data);
char **suivi_grade_list_organisations (SuiviStore        *store,
                                     GError             **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SuiviGradeStart, suivi_grade_start_free)

G_END_DECLS
