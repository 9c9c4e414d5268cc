/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "app/scorecard/scorecard-row.h"
#include "core/scorecard/breakdown.h"
#include "core/scorecard/edition.h"
#include "store/store.h"

G_BEGIN_DECLS

/**
 * SuiviChartEntry:
 * @recommendation: as it is, or as an edition keeps it; its light is the one that counts
 * @cluster: title of its cluster; "" for none
 * @reason: why this light; may be ""
 *
 * One recommendation behind the charts.
 */
typedef struct
{
  SuiviRecommendation *recommendation;
  char *cluster;
  char *reason;
} SuiviChartEntry;

/**
 * SuiviScorecardCharts:
 * @breakdowns: by each #SuiviDimension
 * @entries: (element-type SuiviChartEntry): every recommendation that is counted, in the order of the numbers
 * @rule: how it is counted
 * @is_frozen: whether it is an edition: what it holds, no filter of the workspace can find
 * @review_id: (nullable): the review that is meant; %NULL: all of them
 *
 * The lights of a scorecard by everything that charts show. Made on the workspace's thread, shown on the main thread, and
 * never changed in between.
 */
typedef struct
{
  SuiviBreakdown *breakdowns[SUIVI_N_DIMENSIONS];
  GPtrArray *entries;
  SuiviCountingRule rule;
  gboolean is_frozen;
  char *review_id;
} SuiviScorecardCharts;

SuiviScorecardCharts *suivi_scorecard_charts_load (SuiviStore *store,
                                                   const SuiviFilter *filter,
                                                   GCancellable *cancellable,
                                                   GError **error);
SuiviScorecardCharts *
suivi_scorecard_charts_load_edition (SuiviStore *store, const SuiviEdition *edition, GError **error);
void suivi_scorecard_charts_free (SuiviScorecardCharts *self);
GPtrArray *suivi_scorecard_charts_list_rows (const SuiviScorecardCharts *self,
                                             SuiviDimension dimension,
                                             const char *value);
gboolean suivi_scorecard_charts_to_filter (const SuiviScorecardCharts *self,
                                           SuiviDimension dimension,
                                           const char *value,
                                           SuiviFilter **filter);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SuiviScorecardCharts, suivi_scorecard_charts_free)

G_END_DECLS
