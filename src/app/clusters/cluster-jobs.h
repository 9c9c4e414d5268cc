/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "store/scorecard-store.h"
#include "store/workspace.h"

G_BEGIN_DECLS

/*
 * What the workspace is asked about clusters. Each call that ends in "async" is finished with
 * suivi_workspace_run_finish().
 */

/**
 * SuiviClusterEntry:
 * @cluster: a cluster
 * @rules: (element-type SuiviClusterRule): its rules
 * @n: how many of the recommendations that are looked at are in it
 */
typedef struct
{
  SuiviCluster *cluster;
  GPtrArray *rules;
  guint n;
} SuiviClusterEntry;

/**
 * SuiviClusterList:
 * @entries: (element-type SuiviClusterEntry): the clusters, by place, their places counted from 0 without gaps
 * @total: how many recommendations are looked at
 * @n_in: how many of them are in a cluster
 *
 * The clusters of the workspace, counted over one review or all of them.
 */
typedef struct
{
  GPtrArray *entries;
  guint total;
  guint n_in;
} SuiviClusterList;

/**
 * SuiviClusterValue:
 * @kind: of the rule that looks for it
 * @value: what such a rule says
 * @n: how many recommendations have it
 *
 * Something that recommendations of the workspace have, and a rule can look for.
 */
typedef struct
{
  SuiviClusterRuleKind kind;
  char *value;
  guint n;
} SuiviClusterValue;

/**
 * SuiviClusterProposal:
 * @id: key of a recommendation
 * @title: its number, or what stands for it
 * @text: the recommendation
 * @now: (nullable): title of the cluster that it is in
 * @reason: why it is proposed, for people
 * @cluster: index of the cluster proposed, in the list of the proposals
 */
typedef struct
{
  char *id;
  char *title;
  char *text;
  char *now;
  char *reason;
  guint cluster;
} SuiviClusterProposal;

/**
 * SuiviClusterProposals:
 * @clusters: (element-type SuiviCluster): the clusters, by place
 * @proposals: (element-type SuiviClusterProposal): in the order of the recommendations
 * @n_rules: how many rules there are
 * @n_asked: how many recommendations were looked at
 * @n_none: how many of them no rule fits
 */
typedef struct
{
  GPtrArray *clusters;
  GPtrArray *proposals;
  guint n_rules;
  guint n_asked;
  guint n_none;
} SuiviClusterProposals;

/**
 * SuiviClusterChange:
 * @clusters: (element-type SuiviCluster): to be put
 * @rules: (element-type SuiviClusterRule): to be put
 * @delete_cluster: (nullable): key of a cluster to delete
 * @delete_rule: (nullable): key of a rule to delete
 * @assignments: (element-type utf8 GStrvBuilder): by key of a cluster, "" for none, the keys of the recommendations
 *   that are put into it
 *
 * A change of clusters: one step. To be made with suivi_step_make() and suivi_cluster_change_put().
 */
typedef struct
{
  GPtrArray *clusters;
  GPtrArray *rules;
  char *delete_cluster;
  char *delete_rule;
  GHashTable *assignments;
} SuiviClusterChange;

/**
 * SuiviClusterAssignment:
 * @n: how many recommendations are where they were to be put
 * @n_moved: how many of them were elsewhere before
 * @sequence: of the step in the history; 0 if nothing was changed
 *
 * What came of putting recommendations into a cluster. To be freed with g_free().
 */
typedef struct
{
  guint n;
  guint n_moved;
  gint64 sequence;
} SuiviClusterAssignment;

void                suivi_cluster_list_free          (SuiviClusterList     *self);
void                suivi_cluster_value_free         (SuiviClusterValue    *self);
void                suivi_cluster_proposals_free     (SuiviClusterProposals *self);

SuiviClusterChange *suivi_cluster_change_new         (void);
void                suivi_cluster_change_free        (SuiviClusterChange   *self);
void                suivi_cluster_change_assign      (SuiviClusterChange   *self,
                                                      const char           *cluster_id,
                                                      const char           *recommendation_id);
gboolean            suivi_cluster_change_put         (SuiviStore           *store,
                                                      SuiviTransaction     *transaction,
                                                      gpointer              change,
                                                      GError              **error);

void                suivi_clusters_load_async        (SuiviWorkspace       *workspace,
                                                      const char           *review_id,
                                                      GCancellable         *cancellable,
                                                      GAsyncReadyCallback   callback,
                                                      gpointer              user_data);
void                suivi_cluster_values_load_async  (SuiviWorkspace       *workspace,
                                                      GCancellable         *cancellable,
                                                      GAsyncReadyCallback   callback,
                                                      gpointer              user_data);
void                suivi_clusters_propose_async     (SuiviWorkspace       *workspace,
                                                      const char           *review_id,
                                                      gboolean              all,
                                                      GCancellable         *cancellable,
                                                      GAsyncReadyCallback   callback,
                                                      gpointer              user_data);
void                suivi_clusters_assign_async      (SuiviWorkspace       *workspace,
                                                      const char           *cluster_id,
                                                      GArray               *keys,
                                                      GAsyncReadyCallback   callback,
                                                      gpointer              user_data);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SuiviClusterList, suivi_cluster_list_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SuiviClusterValue, suivi_cluster_value_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SuiviClusterProposals, suivi_cluster_proposals_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SuiviClusterChange, suivi_cluster_change_free)

G_END_DECLS
