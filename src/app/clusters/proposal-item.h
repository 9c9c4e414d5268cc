/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "app/clusters/cluster-jobs.h"

G_BEGIN_DECLS

#define SUIVI_TYPE_PROPOSAL_ITEM (suivi_proposal_item_get_type ())
G_DECLARE_FINAL_TYPE (SuiviProposalItem, suivi_proposal_item, SUIVI, PROPOSAL_ITEM, GObject)

/*
 * A cluster with the recommendations proposed for it, or one of those. What is taken of a cluster follows from its
 * recommendations. Signal "changed": what is taken changed.
 */

SuiviProposalItem          *suivi_proposal_item_new_cluster  (const SuiviCluster         *cluster);
void                        suivi_proposal_item_add          (SuiviProposalItem          *self,
                                                              const SuiviClusterProposal *proposal);

const SuiviCluster         *suivi_proposal_item_get_cluster  (SuiviProposalItem          *self);
const SuiviClusterProposal *suivi_proposal_item_get_proposal (SuiviProposalItem          *self);
GListModel                 *suivi_proposal_item_get_children (SuiviProposalItem          *self);
guint                       suivi_proposal_item_count        (SuiviProposalItem          *self);
guint                       suivi_proposal_item_count_taken  (SuiviProposalItem          *self);
void                        suivi_proposal_item_take         (SuiviProposalItem          *self,
                                                              gboolean                    take);

G_END_DECLS
