/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "exchange/import-plan-private.h"

G_BEGIN_DECLS

/**
 * SuiviPlanComparison:
 * @plan: the plan
 * @store: the workspace
 * @store_is_empty: whether there is nothing to be found in it
 * @reviews: key → #SuiviReview: all reviews of the workspace
 * @by_key: (element-type guint): those rows that have a source key, the same keys beside each other, in the
 *   order of the file
 * @claims: key of a recommendation → index + 1 of the row that was tied to it, where a row of another bucket
 *   could find it too
 * @progress: (nullable): is told how far it is
 * @cancellable: (nullable): to stop it
 * @n_done: how many rows are compared
 * @n_pairs_left: how many rows may still be held against how many recommendations in search of what is nearly
 *   the same
 *
 * What a comparison of a plan with a workspace needs to know all along.
 */
typedef struct
{
  SuiviImportPlan *plan;
  SuiviStore *store;
  gboolean store_is_empty;
  GHashTable *reviews;
  GArray *by_key;
  GHashTable *claims;
  SuiviProgress *progress;
  GCancellable *cancellable;
  guint n_done;
  guint64 n_pairs_left;
} SuiviPlanComparison;

/**
 * SuiviPlanPending:
 * @index: which row of the plan
 * @row: (nullable): the row, if there is room to keep it
 * @text: (nullable): what it says, as suivi_text_normalise() makes it
 * @states: (nullable): the States that said it
 * @done: whether it was tied meanwhile
 *
 * A row that was not tied to anything yet.
 */
typedef struct
{
  guint index;
  SuiviPlanRow *row;
  char *text;
  char **states;
  gboolean done;
} SuiviPlanPending;

/**
 * SuiviPlanMatcher:
 *
 * The comparison of one bucket.
 */
typedef struct
{
  SuiviPlanComparison *comparison;
  SuiviPlanBucket *bucket;
  SuiviPlanReview *review; /* (nullable): of recommendations */
  GPtrArray *existing;     /* (owned): of SuiviRecommendation: what the workspace has of it */
  guint *claimed_by;       /* (owned): for each of them, index + 1 of the row that was tied to it, or 0 */
  GHashTable *by_source;   /* (owned): source key → number in @existing + 1 */
  GHashTable *numbers;     /* (owned): number → number in @existing + 1 of the first one that has it */
  GHashTable *places;      /* (owned): the same for number and document */
  GHashTable *row_numbers; /* (owned): number → index + 1 of the first row that has it */
  GHashTable *row_places;  /* (owned): the same for number and document */
  GHashTable *texts;       /* (owned): what rows without number say → index + 1 */
  GArray *pending;         /* (owned): of SuiviPlanPending */
} SuiviPlanMatcher;

gboolean      suivi_plan_match_bucket        (SuiviPlanComparison   *comparison,
                                              SuiviPlanBucket       *bucket,
                                              GPtrArray             *existing,
                                              const guint           *indices,
                                              guint                  n_indices,
                                              GError               **error);
gboolean      suivi_plan_match_texts         (SuiviPlanMatcher      *self,
                                              GError               **error);
gboolean      suivi_plan_match_near          (SuiviPlanMatcher      *self,
                                              GError               **error);
gboolean      suivi_plan_match_pieces        (SuiviPlanMatcher      *self,
                                              GError               **error);
GHashTable   *suivi_plan_matcher_index_texts (SuiviPlanMatcher      *self);
gboolean      suivi_plan_can_be_mended       (SuiviPlanRow          *row);
GPtrArray    *suivi_plan_list_asks           (const char            *text);
gboolean      suivi_plan_matcher_tie_within  (SuiviPlanMatcher      *self,
                                              guint                  index,
                                              SuiviPlanRow          *row,
                                              guint                  which,
                                              guint                  category,
                                              char                 **issues,
                                              GError               **error);
SuiviPlanRow *suivi_plan_matcher_load        (SuiviPlanMatcher      *self,
                                              SuiviPlanPending      *pending);
gboolean      suivi_plan_matcher_tie         (SuiviPlanMatcher      *self,
                                              guint                  index,
                                              SuiviPlanRow          *row,
                                              guint                  which,
                                              SuiviPlanTie           tie,
                                              GError               **error);

G_END_DECLS
