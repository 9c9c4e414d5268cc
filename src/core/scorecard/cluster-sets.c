/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "core/reference/table.h"
#include "core/reference/tags.h"
#include "core/scorecard/cluster-rule.h"
#include "core/scorecard/cluster-sets.h"
#include "core/scorecard/cluster.h"

G_DEFINE_ENUM_TYPE (SuiviClusterSet,
                    suivi_cluster_set,
                    G_DEFINE_ENUM_VALUE (SUIVI_CLUSTER_SET_KENYA, "kenya"),
                    G_DEFINE_ENUM_VALUE (SUIVI_CLUSTER_SET_OHCHR, "ohchr"))

#define N_OHCHR_CLUSTERS 8
#define N_KENYA_CLUSTERS 4

/* Names as in column "cluster" of data/reference/themes.tsv, in the order of OHCHR's lists. */
static const struct
{
  const char *nick;
  const char *name;
} ohchr_clusters[N_OHCHR_CLUSTERS] = {
  { "legal-framework", N_ ("Legal and general framework of implementation") },
  { "humanitarian-law", N_ ("International humanitarian law") },
  { "cross-cutting", N_ ("Universal and cross-cutting issues") },
  { "civil-political", N_ ("Civil and political rights") },
  { "economic-social-cultural", N_ ("Economic, social and cultural rights") },
  { "women", N_ ("Women's rights") },
  { "children", N_ ("Children's rights") },
  { "other-groups", N_ ("Other specific groups and persons") },
};

/* What is universal or cross-cutting has no rule: it can belong to each of the four, and a person says to which. */
static const struct
{
  const char *name;
  const char *ohchr[4];
} kenya_clusters[N_KENYA_CLUSTERS] = {
  { N_ ("Legal and institutional reforms"), { "legal-framework" } },
  { N_ ("Civil and political rights"), { "civil-political", "humanitarian-law" } },
  { N_ ("Economic, social and cultural rights"), { "economic-social-cultural" } },
  { N_ ("Group rights"), { "women", "children", "other-groups" } },
};

/**
 * suivi_cluster_set_to_label:
 *
 * Returns: the name shown to people, translated
 */
const char *
suivi_cluster_set_to_label (SuiviClusterSet set)
{
  switch (set)
    {
    case SUIVI_CLUSTER_SET_KENYA:
      return _ ("Four clusters, as in Kenya");
    case SUIVI_CLUSTER_SET_OHCHR:
      /* Translators: OHCHR is the Office of the High Commissioner for Human Rights */
      return _ ("Eight clusters, as OHCHR uses them");
    default:
      g_return_val_if_reached ("");
    }
}

/**
 * suivi_cluster_set_to_source:
 *
 * Returns: where the clusters are from, and what about them is ours, translated
 */
const char *
suivi_cluster_set_to_source (SuiviClusterSet set)
{
  switch (set)
    {
    case SUIVI_CLUSTER_SET_KENYA:
      return _ ("Kenya's implementation matrix of 2016, as told in UPR Info, The Butterfly Effect "
                "(2016). Which theme belongs to which cluster is our own proposal.");
    case SUIVI_CLUSTER_SET_OHCHR:
      return _ ("OHCHR's infographics of the fourth cycle. Which theme belongs to which cluster is our "
                "own proposal.");
    default:
      g_return_val_if_reached ("");
    }
}

static void
make_cluster (const char *title,
              const char *const *ohchr,
              gsize n_ohchr,
              GPtrArray *clusters,
              GPtrArray *rules)
{
  SuiviCluster *cluster = suivi_cluster_new (title, clusters->len);

  g_ptr_array_add (clusters, cluster);
  for (gsize i = 0; i < n_ohchr && ohchr[i] != NULL; i++)
    g_ptr_array_add (rules, suivi_cluster_rule_new (cluster->id, SUIVI_CLUSTER_RULE_OHCHR_CLUSTER, ohchr[i]));
}

/**
 * suivi_cluster_set_make:
 * @clusters: (element-type SuiviCluster): new clusters are added here; they take their places after those that it has
 * @rules: (element-type SuiviClusterRule): their rules are added here
 *
 * Makes the clusters of a set and the rules that propose them. The titles are in the user's language, and the user's to
 * change. The arrays own what is added if they have a function to free it.
 */
void
suivi_cluster_set_make (SuiviClusterSet set, GPtrArray *clusters, GPtrArray *rules)
{
  switch (set)
    {
    case SUIVI_CLUSTER_SET_KENYA:
      for (gsize i = 0; i < N_KENYA_CLUSTERS; i++)
        make_cluster (_ (kenya_clusters[i].name), kenya_clusters[i].ohchr,
                      G_N_ELEMENTS (kenya_clusters[i].ohchr), clusters, rules);
      break;
    case SUIVI_CLUSTER_SET_OHCHR:
      for (gsize i = 0; i < N_OHCHR_CLUSTERS; i++)
        make_cluster (_ (ohchr_clusters[i].name), &ohchr_clusters[i].nick, 1, clusters, rules);
      break;
    default:
      g_return_if_reached ();
    }
}

static const char *
nick_of_name (const char *name)
{
  for (gsize i = 0; i < N_OHCHR_CLUSTERS; i++)
    {
      if (g_str_equal (ohchr_clusters[i].name, name))
        return ohchr_clusters[i].nick;
    }

  return NULL;
}

/* Key of a theme → nick of its cluster. Made once, and kept. */
static GHashTable *
get_clusters_by_theme (void)
{
  static GHashTable *by_theme = NULL;
  static gsize loaded = 0;

  if (g_once_init_enter (&loaded))
    {
      g_autoptr (SuiviTable) themes = suivi_table_load ("themes.tsv");
      const guint theme = suivi_table_get_column (themes, "theme");
      const guint cluster = suivi_table_get_column (themes, "cluster");

      by_theme = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
      for (guint i = 0; i < suivi_table_get_n_rows (themes); i++)
        {
          const char *nick = nick_of_name (suivi_table_get (themes, i, cluster));

          if (nick != NULL)
            g_hash_table_insert (by_theme, suivi_table_make_key (suivi_table_get (themes, i, theme)),
                                 (gpointer) nick);
        }
      g_once_init_leave (&loaded, 1);
    }

  return by_theme;
}

/**
 * suivi_ohchr_cluster_of_theme:
 * @theme: (nullable): a theme, in the spelling of any list
 *
 * By column "cluster" of data/reference/themes.tsv, which is our own proposal. May be called from any thread.
 *
 * Returns: (nullable): the nick of its cluster; %NULL for a theme that belongs to none
 */
const char *
suivi_ohchr_cluster_of_theme (const char *theme)
{
  GHashTable *by_theme = get_clusters_by_theme ();
  g_autofree char *key = NULL;
  g_autofree char *canonical = NULL;
  g_autofree char *canonical_key = NULL;
  const char *nick = NULL;

  if (theme == NULL)
    return NULL;

  key = suivi_table_make_key (theme);
  nick = g_hash_table_lookup (by_theme, key);
  if (nick != NULL)
    return nick;

  canonical = suivi_theme_canonical (theme);
  canonical_key = suivi_table_make_key (canonical);

  return g_hash_table_lookup (by_theme, canonical_key);
}

/**
 * suivi_ohchr_cluster_to_label:
 * @nick: (nullable): of a cluster of OHCHR
 *
 * Returns: (nullable): its name, translated; %NULL if there is no such cluster
 */
const char *
suivi_ohchr_cluster_to_label (const char *nick)
{
  for (gsize i = 0; i < N_OHCHR_CLUSTERS; i++)
    {
      if (g_strcmp0 (ohchr_clusters[i].nick, nick) == 0)
        return _ (ohchr_clusters[i].name);
    }

  return NULL;
}

/**
 * suivi_ohchr_cluster_get_nth:
 * @index: 0 and up
 *
 * Returns: (nullable): the nicks of OHCHR's clusters in its order; %NULL behind the last
 */
const char *
suivi_ohchr_cluster_get_nth (guint index)
{
  return index < N_OHCHR_CLUSTERS ? ohchr_clusters[index].nick : NULL;
}
