/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "store/workspace.h"

G_BEGIN_DECLS

/*
 * What the recommendations page asks the workspace to do, on the workspace's own thread. Each call is finished with
 * suivi_workspace_run_finish(); what comes back is said with each.
 */

/**
 * SuiviReviewCounts:
 * @total: recommendations under the base filter
 * @children: recommendations that would be shown if only child-focused ones were
 */
typedef struct
{
  guint total;
  guint children;
} SuiviReviewCounts;

/**
 * SuiviReviewDetail:
 * @recommendation: as it is now
 * @review: (nullable): the review it was made in
 * @import: (nullable): the import that brought it
 * @cluster: (nullable): title of the cluster that it is in
 * @parts: (element-type SuiviRecommendation): its parts, if it was split
 * @assessments: (element-type SuiviAssessment): its assessments, latest first
 *
 * Everything known about one recommendation.
 */
typedef struct
{
  SuiviRecommendation *recommendation;
  SuiviReview *review;
  SuiviImport *import;
  char *cluster;
  GPtrArray *parts;
  GPtrArray *assessments;
} SuiviReviewDetail;

/**
 * SuiviReviewPlace:
 * @recommendation: a recommendation, or an output
 * @review: (nullable): the review it was made in
 * @key: key of its row in the list
 *
 * Where a recommendation is found.
 */
typedef struct
{
  SuiviRecommendation *recommendation;
  SuiviReview *review;
  gint64 key;
} SuiviReviewPlace;

void suivi_review_detail_free          (SuiviReviewDetail   *self);
void suivi_review_place_free           (SuiviReviewPlace    *self);

void suivi_review_count_async          (SuiviWorkspace      *workspace,
                                        const SuiviFilter   *base,
                                        const SuiviFilter   *filter,
                                        GCancellable        *cancellable,
                                        GAsyncReadyCallback  callback,
                                        gpointer             user_data);
void suivi_review_count_facet_async    (SuiviWorkspace      *workspace,
                                        const SuiviFilter   *filter,
                                        SuiviFacet           facet,
                                        GCancellable        *cancellable,
                                        GAsyncReadyCallback  callback,
                                        gpointer             user_data);
void suivi_review_find_choices_async   (SuiviWorkspace      *workspace,
                                        const SuiviFilter   *base,
                                        GCancellable        *cancellable,
                                        GAsyncReadyCallback  callback,
                                        gpointer             user_data);
void suivi_review_load_detail_async    (SuiviWorkspace      *workspace,
                                        gint64               key,
                                        GCancellable        *cancellable,
                                        GAsyncReadyCallback  callback,
                                        gpointer             user_data);
SuiviReview *suivi_review_find         (SuiviStore          *store,
                                        const char          *id,
                                        GError             **error);
void suivi_review_find_place_async     (SuiviWorkspace      *workspace,
                                        const char          *id,
                                        GCancellable        *cancellable,
                                        GAsyncReadyCallback  callback,
                                        gpointer             user_data);
void suivi_review_load_async           (SuiviWorkspace      *workspace,
                                        GArray              *keys,
                                        GCancellable        *cancellable,
                                        GAsyncReadyCallback  callback,
                                        gpointer             user_data);
void suivi_review_set_children_async   (SuiviWorkspace      *workspace,
                                        GArray              *keys,
                                        gboolean             child_focused,
                                        GAsyncReadyCallback  callback,
                                        gpointer             user_data);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SuiviReviewDetail, suivi_review_detail_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SuiviReviewPlace, suivi_review_place_free)

G_END_DECLS
