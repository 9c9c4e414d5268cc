/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "app/scorecard/scorecard-row.h"
#include "core/scorecard/signals.h"
#include "store/store.h"

G_BEGIN_DECLS

/**
 * SuiviScorecardSignals:
 * @rows: (element-type SuiviScorecardRow): the recommendations to which each signal applies, in the order of
 *   suivi_signal_get_nth(); a recommendation may be in several
 * @graded: (element-type SuiviScorecardRow): those that are graded
 * @differing: (element-type SuiviScorecardRow): those that organisations graded, not all alike, and on which none agreed
 *   yet
 * @n_recommendations: how many there are
 *
 * What somebody should look at before the working copy is published.
 */
typedef struct
{
  GPtrArray *rows[SUIVI_N_SIGNALS];
  GPtrArray *graded;
  GPtrArray *differing;
  guint n_recommendations;
} SuiviScorecardSignals;

SuiviScorecardSignals *suivi_scorecard_signals_load (SuiviStore *store,
                                                     const char *review_id,
                                                     const char *cut_off,
                                                     GCancellable *cancellable,
                                                     GError **error);
void suivi_scorecard_signals_free (SuiviScorecardSignals *self);
GPtrArray *suivi_scorecard_signals_get_rows (const SuiviScorecardSignals *self, SuiviSignals which);
gboolean suivi_scorecard_signals_to_filter (SuiviSignals which,
                                            const char *review_id,
                                            const char *cut_off,
                                            SuiviFilter **filter);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SuiviScorecardSignals, suivi_scorecard_signals_free)

G_END_DECLS
