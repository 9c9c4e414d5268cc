/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "store/workspace.h"

G_BEGIN_DECLS

/*
 * What the workspace is asked about ties: from a recommendation to earlier and later ones of the same State,
 * and to outputs of other mechanisms. Each call is finished with suivi_workspace_run_finish().
 */

/**
 * SuiviTie:
 * @link_id: (nullable): key of the tie; %NULL for a proposal, which nobody has confirmed
 * @relation: how the later of the two relates to the earlier
 * @score: of a proposal, how much the texts have in common, 0 to 1
 * @recommendation: the other one
 * @review: (nullable): the review that the other one was made in
 *
 * What a recommendation is tied to, or might be.
 */
typedef struct
{
  char *link_id;
  SuiviRelation relation;
  double score;
  SuiviRecommendation *recommendation;
  SuiviReview *review;
} SuiviTie;

/**
 * SuiviTies:
 * @recommendation: whose ties they are
 * @earlier: (element-type SuiviTie): earlier recommendations that somebody confirmed
 * @proposals: (element-type SuiviTie): earlier recommendations that seem to ask the same, the closest first
 * @later: (element-type SuiviTie): later recommendations that somebody tied to this one
 * @outputs: (element-type SuiviTie): outputs of other mechanisms that somebody tied to it
 * @recommendations: (element-type SuiviTie): of an output, the recommendations tied to it
 * @n_outputs: how many outputs about the same State there are to choose from
 *
 * All ties of one recommendation or output.
 */
typedef struct
{
  SuiviRecommendation *recommendation;
  GPtrArray *earlier;
  GPtrArray *proposals;
  GPtrArray *later;
  GPtrArray *outputs;
  GPtrArray *recommendations;
  guint n_outputs;
} SuiviTies;

/**
 * SuiviOutputs:
 * @outputs: (element-type SuiviRecommendation): those that have most in common with the recommendation, first
 * @n_found: how many there were before the rest was left out
 *
 * Outputs that a recommendation could be tied to.
 */
typedef struct
{
  GPtrArray *outputs;
  guint n_found;
} SuiviOutputs;

void suivi_tie_free          (SuiviTie            *self);
void suivi_ties_free         (SuiviTies           *self);
void suivi_outputs_free      (SuiviOutputs        *self);

void suivi_ties_load_async   (SuiviWorkspace      *workspace,
                              gint64               key,
                              GCancellable        *cancellable,
                              GAsyncReadyCallback  callback,
                              gpointer             user_data);
void suivi_tie_async         (SuiviWorkspace      *workspace,
                              const char          *from_id,
                              const char          *to_id,
                              SuiviRelation        relation,
                              GAsyncReadyCallback  callback,
                              gpointer             user_data);
void suivi_untie_async       (SuiviWorkspace      *workspace,
                              const char          *link_id,
                              GAsyncReadyCallback  callback,
                              gpointer             user_data);
void suivi_outputs_find_async (SuiviWorkspace      *workspace,
                              SuiviRecommendation *recommendation,
                              const char          *search,
                              GCancellable        *cancellable,
                              GAsyncReadyCallback  callback,
                              gpointer             user_data);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SuiviTie, suivi_tie_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SuiviTies, suivi_ties_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SuiviOutputs, suivi_outputs_free)

G_END_DECLS
