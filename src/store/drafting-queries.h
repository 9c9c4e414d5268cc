/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "store/store.h"

G_BEGIN_DECLS

/**
 * SuiviSignal:
 * @SUIVI_SIGNAL_CHILDREN_TO_STATE: made child-focused recommendations to this State in its last review (weight 5)
 * @SUIVI_SIGNAL_CHILDREN_OFTEN: often recommends on children (weight 4)
 * @SUIVI_SIGNAL_TOPIC: made recommendations on the same subject to any State (weight 4)
 * @SUIVI_SIGNAL_EVERY_STATE: recommends to nearly every State under review (weight 2)
 *
 * Why a State may take up a draft (Factsheet 3, "Identifying recommending States"; weights are our own).
 */
typedef enum
{
  SUIVI_SIGNAL_CHILDREN_TO_STATE,
  SUIVI_SIGNAL_CHILDREN_OFTEN,
  SUIVI_SIGNAL_TOPIC,
  SUIVI_SIGNAL_EVERY_STATE,
} SuiviSignal;

/**
 * SuiviSignalCount:
 * @signal: what speaks for the State
 * @count: how many recommendations (reviews, for %SUIVI_SIGNAL_EVERY_STATE) say so
 * @total: of how many of the State's; 0 where there is no share
 * @session: for %SUIVI_SIGNAL_CHILDREN_TO_STATE, the session of the review; else 0
 * @filter: the recommendations counted: what opens when the figure is clicked
 */
typedef struct
{
  SuiviSignal signal;
  guint count;
  guint total;
  guint session;
  SuiviFilter *filter;
} SuiviSignalCount;

/**
 * SuiviCandidate:
 * @state: ISO 3166-1 alpha-3
 * @score: sum of the weights, each by how strong its signal is; only for ordering
 * @signals: (element-type SuiviSignalCount): what speaks for it, the heaviest first; at least one
 *
 * A State that may take up a draft.
 */
typedef struct
{
  char *state;
  double score;
  GPtrArray *signals;
} SuiviCandidate;

/**
 * SuiviSimilar:
 * @recommendation: an earlier recommendation to the State
 * @relation: how the draft would relate to it
 * @score: 0 to 1
 */
typedef struct
{
  SuiviRecommendation *recommendation;
  SuiviRelation relation;
  double score;
} SuiviSimilar;

/**
 * SuiviOutcome:
 * @n_issues: priority issues
 * @n_raised: issues of which a draft was sent to States
 * @n_reflected: issues of which a draft was taken up
 * @n_supported: issues of which a draft was taken up in a recommendation that the State supports (in part does not count)
 * @n_drafts: drafts
 * @n_sent: drafts that were sent, whatever became of them
 * @n_taken_up: drafts that were taken up
 * @n_judged: drafts taken up whose impact somebody judged
 * @impact: sum of the impacts judged
 *
 * What became of what a coalition asked for, counted as the case studies of Save the Children count it ("UPR:
 * Successful examples of child rights advocacy"): issues reflected, of issues raised.
 */
typedef struct
{
  guint n_issues;
  guint n_raised;
  guint n_reflected;
  guint n_supported;
  guint n_drafts;
  guint n_sent;
  guint n_taken_up;
  guint n_judged;
  double impact;
} SuiviOutcome;

GPtrArray *suivi_store_rank_states       (SuiviStore      *self,
                                          const char      *state,
                                          const char      *key_words,
                                          guint            limit,
                                          GError         **error);
GPtrArray *suivi_store_list_similar      (SuiviStore      *self,
                                          const char      *state,
                                          const char      *text,
                                          guint            limit,
                                          GError         **error);
gboolean   suivi_store_count_outcome     (SuiviStore      *self,
                                          const char      *state,
                                          SuiviOutcome    *outcome,
                                          GError         **error);

void       suivi_candidate_free          (SuiviCandidate  *self);
void       suivi_similar_free            (SuiviSimilar    *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SuiviCandidate, suivi_candidate_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SuiviSimilar, suivi_similar_free)

G_END_DECLS
