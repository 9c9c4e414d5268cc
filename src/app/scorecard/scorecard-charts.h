/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "app/scorecard/scorecard-row.h"
#include "core/scorecard/breakdown.h"
#include "core/scorecard/edition.h"
#include "core/scorecard/scale-tally.h"
#include "store/store.h"

G_BEGIN_DECLS

/* In place of a light: whatever light it has. */
#define SUIVI_CHART_ANY_LIGHT SUIVI_N_LIGHTS

/**
 * SuiviChartEntry:
 * @recommendation: as it is, or as an edition keeps it; its light is the one that counts
 * @cluster: title of its cluster; "" for none
 * @reason: why this light; may be ""
 * @value: where it stands on the scale of an edition
 * @differing: (nullable): what the organisations say, if the light is the latest of several that differ and nothing is agreed
 *   on
 *
 * One recommendation behind the charts.
 */
typedef struct
{
  SuiviRecommendation *recommendation;
  char *cluster;
  char *reason;
  SuiviScaleValue value;
  char *differing;
} SuiviChartEntry;

/**
 * SuiviScorecardCharts:
 * @breakdowns: by each #SuiviDimension
 * @entries: (element-type SuiviChartEntry): every recommendation that is counted, in the order of the numbers
 * @rule: how it is counted
 * @scale: the scale that an edition speaks; the working copy has lights
 * @grades: everything by its grade on that scale
 * @n_differing: how many recommendations have a light that is the latest of several that differ
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
  SuiviScale scale;
  SuiviScaleTally grades;
  guint n_differing;
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
void suivi_scorecard_charts_mark_differing (SuiviScorecardCharts *self, GPtrArray *rows);
GPtrArray *suivi_scorecard_charts_list_rows (const SuiviScorecardCharts *self,
                                             SuiviDimension dimension,
                                             const char *value,
                                             guint light);
GPtrArray *suivi_scorecard_charts_list_grade (const SuiviScorecardCharts *self, guint grade);
GPtrArray *suivi_scorecard_charts_list_differing (const SuiviScorecardCharts *self);
guint suivi_scorecard_charts_count (const SuiviScorecardCharts *self,
                                    SuiviDimension dimension,
                                    const char *value,
                                    guint light);
gboolean suivi_scorecard_charts_to_filter (const SuiviScorecardCharts *self,
                                           SuiviDimension dimension,
                                           const char *value,
                                           SuiviFilter **filter);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SuiviScorecardCharts, suivi_scorecard_charts_free)

G_END_DECLS
