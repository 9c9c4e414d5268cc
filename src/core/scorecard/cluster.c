/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "core/scorecard/cluster-rule.h"
#include "core/scorecard/cluster.h"

static const SuiviField fields[] = {
  SUIVI_TEXT (SuiviCluster, id),
  SUIVI_TEXT (SuiviCluster, title),
  SUIVI_UINT (SuiviCluster, place),
  SUIVI_TEXT (SuiviCluster, note),
};

SUIVI_DEFINE_RECORD (SuiviCluster, suivi_cluster, "cluster", fields, NULL)

/**
 * suivi_cluster_new:
 * @title: how it is called
 * @place: its place among the clusters, 0 and up
 *
 * Returns: (transfer full): a cluster with a new random key
 */
SuiviCluster *
suivi_cluster_new (const char *title, guint place)
{
  SuiviCluster *self = suivi_record_new (&suivi_cluster_record);

  g_free (self->title);
  self->title = g_strdup (title);
  self->place = place;

  return self;
}

/* How often the rules of each cluster match, by key of the cluster. */
static GHashTable *
count_matches (GPtrArray *rules, SuiviRecommendation *recommendation)
{
  GHashTable *counts = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < rules->len; i++)
    {
      const SuiviClusterRule *rule = g_ptr_array_index (rules, i);
      const guint n = suivi_cluster_rule_count_matches (rule, recommendation);

      if (n > 0 && rule->cluster_id != NULL)
        {
          const guint before = GPOINTER_TO_UINT (g_hash_table_lookup (counts, rule->cluster_id));

          g_hash_table_insert (counts, rule->cluster_id, GUINT_TO_POINTER (before + n));
        }
    }

  return counts;
}

static char *
make_reason (const SuiviCluster *cluster,
             GPtrArray *rules,
             SuiviRecommendation *recommendation,
             guint n_others)
{
  g_autoptr (GString) reason = g_string_new (NULL);

  for (guint i = 0; i < rules->len; i++)
    {
      const SuiviClusterRule *rule = g_ptr_array_index (rules, i);
      g_autofree char *text = NULL;

      if (g_strcmp0 (rule->cluster_id, cluster->id) != 0
          || suivi_cluster_rule_count_matches (rule, recommendation) == 0)
        continue;
      text = suivi_cluster_rule_to_text (rule);
      if (reason->len > 0)
        g_string_append (reason, " · ");
      g_string_append (reason, text);
    }
  if (n_others == 0)
    return g_string_free (g_steal_pointer (&reason), FALSE);

  /* Translators: why a recommendation is proposed for a cluster, and how many others it might belong to */
  return g_strdup_printf (ngettext ("%s (fits %u other cluster, too)", "%s (fits %u other clusters, too)",
                                    n_others),
                          reason->str, n_others);
}

/**
 * suivi_cluster_propose:
 * @clusters: (element-type SuiviCluster): in any order
 * @rules: (element-type SuiviClusterRule): of all clusters
 * @recommendation: a recommendation
 * @reason: (out) (optional) (nullable) (transfer full): the rules that matched, for people; %NULL without a proposal
 *
 * The cluster whose rules match most of the recommendation's themes, goals, issues and groups; of several, the one that
 * stands first. The user's order of clusters so decides about what belongs to two.
 *
 * Returns: (transfer none) (nullable): the cluster proposed, one of @clusters
 */
SuiviCluster *
suivi_cluster_propose (GPtrArray *clusters,
                       GPtrArray *rules,
                       SuiviRecommendation *recommendation,
                       char **reason)
{
  g_autoptr (GHashTable) counts = count_matches (rules, recommendation);
  SuiviCluster *best = NULL;
  guint best_count = 0;
  guint n_fitting = 0;

  for (guint i = 0; i < clusters->len; i++)
    {
      SuiviCluster *cluster = g_ptr_array_index (clusters, i);
      const guint count = GPOINTER_TO_UINT (g_hash_table_lookup (counts, cluster->id));

      if (count == 0)
        continue;
      n_fitting++;
      if (best == NULL || count > best_count || (count == best_count && cluster->place < best->place))
        {
          best = cluster;
          best_count = count;
        }
    }

  if (reason != NULL)
    *reason = best != NULL ? make_reason (best, rules, recommendation, n_fitting - 1) : NULL;

  return best;
}
