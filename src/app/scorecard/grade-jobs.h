/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "store/scorecard-store.h"
#include "store/workspace.h"

G_BEGIN_DECLS

/* What the grading flow asks the workspace to do, on the workspace's own thread. */

/**
 * SuiviGradeEarlier:
 * @edition: title of the last frozen edition that a recommendation is in
 * @light: its light there
 */
typedef struct
{
  char *edition;
  SuiviLight light;
} SuiviGradeEarlier;

/**
 * SuiviGradeSubject:
 * @key: key of its row in the list
 * @recommendation: what is graded
 * @review: (nullable): the review it was made in
 * @assessments: (element-type SuiviAssessment): all that was said about it, what counts first
 * @agreed: (nullable): of @assessments, the grade that a coalition agreed on
 * @organisation: for whom the person at this computer grades; "" if that is not known
 * @own: (nullable): of @assessments, the latest of @organisation
 * @own_evidence: keys of what supports @own
 * @draft: (nullable): a grade that was begun and is not saved
 * @evidence: (element-type SuiviEvidence): what was chosen for @draft, or supports @own
 * @organisations: names that the workspace has for organisations, to choose from; empty if @organisation is known
 * @earlier: (element-type utf8 SuiviGradeEarlier): by their keys, recommendations that were in a frozen edition; never
 *   changed
 * @editions_key: which editions @earlier was read from
 *
 * Everything that is needed to grade one recommendation.
 */
typedef struct
{
  gint64 key;
  SuiviRecommendation *recommendation;
  SuiviReview *review;
  GPtrArray *assessments;
  SuiviAssessment *agreed;
  char *organisation;
  SuiviAssessment *own;
  char **own_evidence;
  SuiviGradeDraft *draft;
  GPtrArray *evidence;
  char **organisations;
  GHashTable *earlier;
  char *editions_key;
} SuiviGradeSubject;

/**
 * SuiviGradeProgress:
 * @total: how many recommendations there are to grade
 * @graded: how many of them have a light that is not grey
 */
typedef struct
{
  guint total;
  guint graded;
} SuiviGradeProgress;

void                suivi_grade_subject_free   (SuiviGradeSubject    *self);

void                suivi_grade_load_async     (SuiviWorkspace       *workspace,
                                                gint64                key,
                                                GPtrArray            *drafts,
                                                const SuiviGradeSubject *known,
                                                GCancellable         *cancellable,
                                                GAsyncReadyCallback   callback,
                                                gpointer              user_data);
void                suivi_grade_count_async    (SuiviWorkspace       *workspace,
                                                const char           *review_id,
                                                GCancellable         *cancellable,
                                                GAsyncReadyCallback   callback,
                                                gpointer              user_data);
void                suivi_grade_save           (SuiviWorkspace       *workspace,
                                                SuiviRecommendation  *recommendation,
                                                SuiviReview          *review,
                                                SuiviAssessment      *grade,
                                                const char           *assessment_id,
                                                const char *const    *evidence_ids,
                                                GAsyncReadyCallback   callback,
                                                gpointer              user_data);
SuiviAssessment    *suivi_grade_find_own       (GPtrArray            *assessments,
                                                const char           *organisation);
gboolean            suivi_grade_is_by_other    (const SuiviAssessment *grade,
                                                const char           *name);
gboolean            suivi_grade_tie_evidence   (SuiviStore           *store,
                                                SuiviTransaction     *transaction,
                                                const char           *assessment_id,
                                                const char *const    *wanted,
                                                GError              **error);
char               *suivi_grade_put            (SuiviStore           *store,
                                                SuiviTransaction     *transaction,
                                                const char           *recommendation_id,
                                                SuiviAssessment      *grade,
                                                GError              **error);
void                suivi_grade_each_async     (SuiviWorkspace       *workspace,
                                                GPtrArray            *recommendations,
                                                GPtrArray            *grades,
                                                const char *const    *evidence_ids,
                                                GAsyncReadyCallback   callback,
                                                gpointer              user_data);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SuiviGradeSubject, suivi_grade_subject_free)

G_END_DECLS
