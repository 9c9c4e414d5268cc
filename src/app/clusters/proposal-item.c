/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "app/clusters/proposal-item.h"

struct _SuiviProposalItem
{
  GObject parent_instance;

  SuiviCluster *cluster;     /* (owned) (nullable): of a cluster */
  GListStore *children;      /* (owned) (nullable): of a cluster, what is proposed */
  guint n_taken;             /* of a cluster, how many children are taken */
  SuiviProposalItem *parent; /* (unowned) (nullable): of a recommendation, its cluster, which outlives it */
  const SuiviClusterProposal *proposal; /* (unowned) (nullable): of a recommendation */
  gboolean taken;
};

G_DEFINE_FINAL_TYPE (SuiviProposalItem, suivi_proposal_item, G_TYPE_OBJECT)

enum
{
  SIGNAL_CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
suivi_proposal_item_finalize (GObject *object)
{
  SuiviProposalItem *self = SUIVI_PROPOSAL_ITEM (object);

  for (guint i = 0; self->children != NULL && i < g_list_model_get_n_items (G_LIST_MODEL (self->children));
       i++)
    {
      g_autoptr (SuiviProposalItem) child = g_list_model_get_item (G_LIST_MODEL (self->children), i);

      child->parent = NULL;
    }
  g_clear_object (&self->children);
  g_clear_pointer (&self->cluster, suivi_cluster_free);

  G_OBJECT_CLASS (suivi_proposal_item_parent_class)->finalize (object);
}

static void
suivi_proposal_item_class_init (SuiviProposalItemClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = suivi_proposal_item_finalize;

  signals[SIGNAL_CHANGED] = g_signal_new ("changed", SUIVI_TYPE_PROPOSAL_ITEM, G_SIGNAL_RUN_LAST, 0, NULL,
                                          NULL, NULL, G_TYPE_NONE, 0);
}

static void
suivi_proposal_item_init (SuiviProposalItem *self)
{
}

/**
 * suivi_proposal_item_new_cluster:
 * @cluster: a cluster
 *
 * Returns: (transfer full): a cluster for which nothing is proposed yet
 */
SuiviProposalItem *
suivi_proposal_item_new_cluster (const SuiviCluster *cluster)
{
  SuiviProposalItem *self = g_object_new (SUIVI_TYPE_PROPOSAL_ITEM, NULL);

  self->cluster = suivi_cluster_copy (cluster);
  self->children = g_list_store_new (SUIVI_TYPE_PROPOSAL_ITEM);

  return self;
}

/**
 * suivi_proposal_item_add:
 * @proposal: (transfer none): a recommendation for this cluster; must live as long as the item
 *
 * Adds it, taken.
 */
void
suivi_proposal_item_add (SuiviProposalItem *self, const SuiviClusterProposal *proposal)
{
  g_autoptr (SuiviProposalItem) child = g_object_new (SUIVI_TYPE_PROPOSAL_ITEM, NULL);

  g_return_if_fail (self->children != NULL);

  child->parent = self;
  child->proposal = proposal;
  child->taken = TRUE;
  self->n_taken++;
  g_list_store_append (self->children, child);
}

/**
 * suivi_proposal_item_get_cluster:
 *
 * Returns: (nullable): the cluster; %NULL for a recommendation
 */
const SuiviCluster *
suivi_proposal_item_get_cluster (SuiviProposalItem *self)
{
  return self->cluster;
}

/**
 * suivi_proposal_item_get_proposal:
 *
 * Returns: (nullable): what is proposed; %NULL for a cluster
 */
const SuiviClusterProposal *
suivi_proposal_item_get_proposal (SuiviProposalItem *self)
{
  return self->proposal;
}

/**
 * suivi_proposal_item_get_children:
 *
 * Returns: (transfer none) (nullable): of a cluster, the #SuiviProposalItem of its recommendations
 */
GListModel *
suivi_proposal_item_get_children (SuiviProposalItem *self)
{
  return G_LIST_MODEL (self->children);
}

/**
 * suivi_proposal_item_count:
 *
 * Returns: how many recommendations it stands for
 */
guint
suivi_proposal_item_count (SuiviProposalItem *self)
{
  return self->children != NULL ? g_list_model_get_n_items (G_LIST_MODEL (self->children)) : 1;
}

/**
 * suivi_proposal_item_count_taken:
 *
 * Returns: how many of them are taken
 */
guint
suivi_proposal_item_count_taken (SuiviProposalItem *self)
{
  return self->children != NULL ? self->n_taken : (guint) self->taken;
}

static void
take_child (SuiviProposalItem *self, gboolean take)
{
  if (self->taken == take)
    return;

  self->taken = take;
  if (self->parent != NULL && take)
    self->parent->n_taken++;
  else if (self->parent != NULL)
    self->parent->n_taken--;
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

/**
 * suivi_proposal_item_take:
 * @take: whether to take it, or all of its recommendations, or none
 */
void
suivi_proposal_item_take (SuiviProposalItem *self, gboolean take)
{
  g_return_if_fail (SUIVI_IS_PROPOSAL_ITEM (self));

  if (self->children == NULL)
    {
      take_child (self, take);
      if (self->parent != NULL)
        g_signal_emit (self->parent, signals[SIGNAL_CHANGED], 0);
      return;
    }

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self->children)); i++)
    {
      g_autoptr (SuiviProposalItem) child = g_list_model_get_item (G_LIST_MODEL (self->children), i);

      take_child (child, take);
    }
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}
