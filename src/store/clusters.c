/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The user's own clusters of recommendations. */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "store/record.h"
#include "store/scorecard-store.h"
#include "store/transaction-private.h"

/**
 * suivi_store_list_clusters:
 *
 * Returns: (transfer container) (element-type SuiviCluster) (nullable): the clusters, by place; %NULL on failure
 */
GPtrArray *
suivi_store_list_clusters (SuiviStore *self, GError **error)
{
  return suivi_record_list (self, &suivi_cluster_record, "WHERE ?1 IS NULL ORDER BY place, title", NULL, NULL,
                            error);
}

/**
 * suivi_store_list_cluster_rules:
 *
 * Returns: (transfer container) (element-type SuiviClusterRule) (nullable): the rules of all clusters; %NULL on failure
 */
GPtrArray *
suivi_store_list_cluster_rules (SuiviStore *self, GError **error)
{
  return suivi_record_list (self, &suivi_cluster_rule_record,
                            "WHERE ?1 IS NULL ORDER BY cluster_id, kind, value", NULL, NULL, error);
}

/**
 * suivi_store_get_cluster_title:
 *
 * Returns: (transfer full) (nullable): title of the cluster that a recommendation is in; %NULL if it is in none, or, with
 * @error set, on failure
 */
char *
suivi_store_get_cluster_title (SuiviStore *self, const char *recommendation_id, GError **error)
{
  g_autoptr (GPtrArray) clusters
    = suivi_record_list (self, &suivi_cluster_record,
                         "WHERE id = (SELECT cluster_id FROM cluster_member WHERE recommendation_id = ?1)",
                         recommendation_id, NULL, error);

  return clusters != NULL && clusters->len > 0 ? g_strdup (((SuiviCluster *) clusters->pdata[0])->title)
                                               : NULL;
}

/**
 * suivi_transaction_put_cluster:
 * @error: %SUIVI_STORE_ERROR_INVALID if it has no title, or that of another one
 *
 * Adds the cluster, or updates the one with the same key.
 *
 * Returns: %FALSE on failure: the transaction should then be dropped
 */
gboolean
suivi_transaction_put_cluster (SuiviTransaction *self, SuiviCluster *cluster, GError **error)
{
  g_autoptr (GPtrArray) same = NULL;

  if (!suivi_refuse_blank (cluster->title, _ ("A cluster needs a title."), error))
    return FALSE;
  same = suivi_record_list (self->store, &suivi_cluster_record, "WHERE title = ?1 AND id <> ?2",
                            cluster->title, cluster->id, error);
  if (same == NULL)
    return FALSE;
  if (same->len > 0)
    {
      g_set_error (error, SUIVI_STORE_ERROR, SUIVI_STORE_ERROR_INVALID,
                   _ ("There is already a cluster “%s”. Choose another title."), cluster->title);
      return FALSE;
    }

  return suivi_record_put (self, &suivi_cluster_record, cluster, error);
}

/**
 * suivi_transaction_delete_cluster:
 *
 * Deletes a cluster and its rules; its recommendations are in none then. No error if it is not there.
 *
 * Returns: %FALSE on failure: the transaction should then be dropped
 */
gboolean
suivi_transaction_delete_cluster (SuiviTransaction *self, const char *id, GError **error)
{
  static const char *const statements[] = {
    "DELETE FROM cluster_member WHERE cluster_id = ?1",
    "DELETE FROM cluster_rule WHERE cluster_id = ?1",
    "DELETE FROM cluster WHERE id = ?1",
  };

  return SUIVI_RUN_WITH_ID (self, statements, id, error);
}

/**
 * suivi_transaction_put_cluster_rule:
 *
 * Adds a rule by which recommendations are proposed for a cluster.
 *
 * Returns: %FALSE on failure: the transaction should then be dropped
 */
gboolean
suivi_transaction_put_cluster_rule (SuiviTransaction *self, SuiviClusterRule *rule, GError **error)
{
  return suivi_record_put (self, &suivi_cluster_rule_record, rule, error);
}

/**
 * suivi_transaction_delete_cluster_rule:
 *
 * Deletes a rule. No error if it is not there.
 *
 * Returns: %FALSE on failure: the transaction should then be dropped
 */
gboolean
suivi_transaction_delete_cluster_rule (SuiviTransaction *self, const char *id, GError **error)
{
  static const char *const statements[] = { "DELETE FROM cluster_rule WHERE id = ?1" };

  return SUIVI_RUN_WITH_ID (self, statements, id, error);
}

/**
 * suivi_transaction_assign_cluster:
 * @cluster_id: (nullable): key of a cluster; %NULL: none
 * @recommendation_ids: keys of recommendations
 *
 * Puts recommendations into a cluster; they leave the one that they were in.
 *
 * Returns: %FALSE on failure: the transaction should then be dropped
 */
gboolean
suivi_transaction_assign_cluster (SuiviTransaction *self,
                                  const char *cluster_id,
                                  const char *const *recommendation_ids,
                                  GError **error)
{
  static const char *const leave[] = { "DELETE FROM cluster_member WHERE recommendation_id = ?1" };

  for (gsize i = 0; recommendation_ids[i] != NULL; i++)
    {
      g_autoptr (SuiviClusterMember) member = NULL;

      if (cluster_id == NULL)
        {
          if (!SUIVI_RUN_WITH_ID (self, leave, recommendation_ids[i], error))
            return FALSE;
          continue;
        }
      member = suivi_cluster_member_new (cluster_id, recommendation_ids[i]);
      if (!suivi_record_put (self, &suivi_cluster_member_record, member, error))
        return FALSE;
    }

  return TRUE;
}
