/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "app/scorecard/edition-report.h"
#include "app/scorecard/scorecard-charts.h"
#include "app/scorecard/scorecard-signals.h"
#include "store/workspace.h"

G_BEGIN_DECLS

/**
 * SuiviScorecardFacts:
 * @editions: (element-type SuiviEdition): the editions of the review, or of all of them, the latest first
 * @labels: (element-type utf8): for each edition, the review that it is of; "" for several reviews together
 * @report: (nullable): the edition that was asked for, if it is there
 * @signals: (nullable): of the working copy, if no edition was asked for or it is not there
 * @working: (nullable): the working copy beside its latest edition, as @signals
 * @charts: of the edition or of the working copy
 *
 * What the scorecard page shows beside its numbers, read in one go.
 */
typedef struct
{
  GPtrArray *editions;
  GPtrArray *labels;
  SuiviEditionReport *report;
  SuiviScorecardSignals *signals;
  SuiviEditionReport *working;
  SuiviScorecardCharts *charts;
} SuiviScorecardFacts;

void suivi_scorecard_facts_load_async (SuiviWorkspace *workspace,
                                       const char *review_id,
                                       const char *cut_off,
                                       const char *edition_id,
                                       GCancellable *cancellable,
                                       GAsyncReadyCallback callback,
                                       gpointer user_data);
SuiviScorecardFacts *
suivi_scorecard_facts_load_finish (SuiviWorkspace *workspace, GAsyncResult *result, GError **error);
void suivi_scorecard_facts_free (SuiviScorecardFacts *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SuiviScorecardFacts, suivi_scorecard_facts_free)

G_END_DECLS
