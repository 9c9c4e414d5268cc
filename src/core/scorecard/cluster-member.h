/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "core/record.h"

G_BEGIN_DECLS

/**
 * SuiviClusterMember:
 * @id: random UUID, the key in the workspace
 * @cluster_id: key of the cluster
 * @recommendation_id: key of the recommendation, which is in one cluster at most
 *
 * A recommendation is in a cluster, because a person put it there or took a proposal.
 */
typedef struct
{
  char *id;
  char *cluster_id;
  char *recommendation_id;
} SuiviClusterMember;

#define SUIVI_TYPE_CLUSTER_MEMBER (suivi_cluster_member_get_type ())
SUIVI_DECLARE_RECORD (SuiviClusterMember, suivi_cluster_member)

SuiviClusterMember *suivi_cluster_member_new (const char *cluster_id,
                                              const char *recommendation_id);

G_END_DECLS
