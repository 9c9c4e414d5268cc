/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "app/consultation/consultation-board.h"
#include "store/workspace.h"

G_BEGIN_DECLS

#define SUIVI_TYPE_SUMMARY (suivi_summary_get_type ())

/**
 * SuiviSummary:
 * @review_id: (nullable): the review that is counted; %NULL for all of them
 * @cut_off: (nullable): assessments after this day were left out
 * @total: how many recommendations there are
 * @positions: how many by #SuiviPosition
 * @lights: how many by #SuiviLight
 * @position_lights: how many by #SuiviPosition and #SuiviLight
 * @n_drafts: how many drafts there are for the State of the review; of all States when all reviews are counted
 * @consultations: (element-type SuiviConsultationEntry): the consultations for that State, or all of them
 * @reviews: (element-type SuiviReview): all reviews of the workspace
 * @review_counts: how many recommendations each review has, by its key
 * @history: (element-type SuiviHistoryEntry): the newest changes, newest first
 *
 * The numbers of the sidebar, the overview and the scorecard page, read in one go so that they agree with
 * each other. Reference counted and never changed once it is made.
 */
typedef struct
{
  char *review_id;
  char *cut_off;
  guint total;
  guint positions[SUIVI_N_POSITIONS];
  guint lights[SUIVI_N_LIGHTS];
  guint position_lights[SUIVI_N_POSITIONS][SUIVI_N_LIGHTS];
  guint n_drafts;
  GPtrArray *consultations;
  GPtrArray *reviews;
  GHashTable *review_counts;
  GPtrArray *history;

  /*< private >*/
  gatomicrefcount ref_count;
} SuiviSummary;

GType suivi_summary_get_type (void);
SuiviSummary *suivi_summary_ref (SuiviSummary *self);
void suivi_summary_unref (SuiviSummary *self);
guint suivi_summary_get_graded (const SuiviSummary *self);
SuiviReview *suivi_summary_find_review (const SuiviSummary *self, const char *review_id);
guint suivi_summary_get_review_count (const SuiviSummary *self, const char *review_id);
SuiviReview *suivi_summary_get_review (const SuiviSummary *self);

SuiviSummary *
suivi_summary_load (SuiviStore *store, const char *review_id, const char *cut_off, GError **error);
void suivi_summary_load_async (SuiviWorkspace *workspace,
                               const char *review_id,
                               const char *cut_off,
                               GCancellable *cancellable,
                               GAsyncReadyCallback callback,
                               gpointer user_data);
SuiviSummary *suivi_summary_load_finish (SuiviWorkspace *workspace, GAsyncResult *result, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SuiviSummary, suivi_summary_unref)

G_END_DECLS
