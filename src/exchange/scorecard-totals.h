/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "core/scorecard/breakdown.h"
#include "exchange/scorecard-bands.h"
#include "exchange/scorecard-source.h"

G_BEGIN_DECLS

/**
 * SuiviScorecardTotals:
 * @positions: everything, counted by position; its whole is the scorecard
 * @clusters: by cluster
 * @themes: by theme
 * @bands: everything by grade on the scale that is spoken beside the lights
 * @answers: everything by position as the State answered: supported in part on its own, whatever the rule
 * @keys: keys of the recommendations that were added
 * @moves: how many recommendations made each move since the previous edition; each counts once, whatever the unit. What is
 *   gone was not added: suivi_scorecard_totals_count_gone()
 * @n_rows: how many recommendations were added, whatever the counting unit
 * @n_chosen: how many lights a person chose against the rule
 * @n_agreed: how many grades were agreed on
 * @n_differ: on how many recommendations the organisations differ and have not agreed, whatever the counting unit
 * @last_date: (nullable): day of the latest judgement that counts
 *
 * The numbers of a scorecard, by its counting rule: every output counts the very rows that it prints.
 */
typedef struct
{
  SuiviBreakdown *positions;
  SuiviBreakdown *clusters;
  SuiviBreakdown *themes;
  SuiviScaleTally bands;
  SuiviTally answers;
  GHashTable *keys;
  guint moves[SUIVI_N_MOVES];
  guint n_rows;
  guint n_chosen;
  guint n_agreed;
  guint n_differ;
  char *last_date;
} SuiviScorecardTotals;

SuiviScorecardTotals *suivi_scorecard_totals_new           (const SuiviCountingRule    *rule);
void                  suivi_scorecard_totals_free          (SuiviScorecardTotals       *self);
void                  suivi_scorecard_totals_add           (SuiviScorecardTotals       *self,
                                                            const SuiviScorecardEntry  *entry);
const SuiviTally     *suivi_scorecard_totals_get_whole     (const SuiviScorecardTotals *self);
gboolean              suivi_scorecard_totals_count_gone    (SuiviScorecardTotals       *self,
                                                            SuiviScorecardSource       *source,
                                                            GError                    **error);
GPtrArray            *suivi_scorecard_totals_list_clusters (SuiviScorecardTotals       *self,
                                                            SuiviStore                 *store,
                                                            GError                    **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SuiviScorecardTotals, suivi_scorecard_totals_free)

G_END_DECLS
