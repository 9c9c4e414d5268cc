/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "core/scorecard/cluster-member.h"

static const SuiviField fields[] = {
  SUIVI_TEXT (SuiviClusterMember, id),
  SUIVI_TEXT (SuiviClusterMember, cluster_id),
  SUIVI_TEXT (SuiviClusterMember, recommendation_id),
};

SUIVI_DEFINE_RECORD (SuiviClusterMember, suivi_cluster_member, "cluster_member", fields, "recommendation_id")

/**
 * suivi_cluster_member_new:
 * @cluster_id: key of the cluster
 * @recommendation_id: key of the recommendation that is put into it
 *
 * Returns: (transfer full): a membership with a new random key
 */
SuiviClusterMember *
suivi_cluster_member_new (const char *cluster_id, const char *recommendation_id)
{
  SuiviClusterMember *self = suivi_record_new (&suivi_cluster_member_record);

  self->cluster_id = g_strdup (cluster_id);
  self->recommendation_id = g_strdup (recommendation_id);

  return self;
}
