/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "core/reference/table.h"
#include "core/scorecard/cluster-rule.h"
#include "core/scorecard/cluster-sets.h"
#include "core/scorecard/cluster.h"

static void
free_cluster (gpointer data)
{
  suivi_cluster_free (data);
}

static void
free_rule (gpointer data)
{
  suivi_cluster_rule_free (data);
}

static SuiviRecommendation *
make_recommendation (const char *theme, const char *other_theme)
{
  SuiviRecommendation *recommendation = suivi_recommendation_new ();
  const char *const themes[] = { theme, other_theme, NULL };
  const char *const groups[] = { "Children", NULL };
  const char *const sdgs[] = { "16.2", "4", NULL };
  const char *const none[] = { NULL };

  recommendation->position = SUIVI_POSITION_NOTED;
  suivi_recommendation_set_lists (recommendation, none, theme != NULL ? themes : none, groups, sdgs);

  return recommendation;
}

static void
test_rules (void)
{
  static const struct
  {
    SuiviClusterRuleKind kind;
    const char *value;
    guint matches;
  } rows[] = {
    { SUIVI_CLUSTER_RULE_THEME, "Right to education", 1 },
    { SUIVI_CLUSTER_RULE_THEME, "right to  Education", 1 },
    { SUIVI_CLUSTER_RULE_THEME, "Right to", 0 },
    { SUIVI_CLUSTER_RULE_OHCHR_CLUSTER, "children", 1 },
    { SUIVI_CLUSTER_RULE_OHCHR_CLUSTER, "economic-social-cultural", 1 },
    { SUIVI_CLUSTER_RULE_OHCHR_CLUSTER, "women", 0 },
    { SUIVI_CLUSTER_RULE_OHCHR_CLUSTER, "nothing-of-the-kind", 0 },
    { SUIVI_CLUSTER_RULE_POSITION, "noted", 1 },
    { SUIVI_CLUSTER_RULE_POSITION, "supported", 0 },
    { SUIVI_CLUSTER_RULE_SDG, "16", 1 },
    { SUIVI_CLUSTER_RULE_SDG, "16.2", 1 },
    { SUIVI_CLUSTER_RULE_SDG, "16.20", 0 },
    { SUIVI_CLUSTER_RULE_SDG, "1", 0 },
    { SUIVI_CLUSTER_RULE_SDG, "4.1", 0 },
    { SUIVI_CLUSTER_RULE_GROUP, "children", 1 },
    { SUIVI_CLUSTER_RULE_ISSUE, "Rights of the Child", 0 },
    { SUIVI_CLUSTER_RULE_THEME, "", 0 },
    { SUIVI_CLUSTER_RULE_SDG, " ", 0 },
  };
  g_autoptr (SuiviRecommendation) recommendation
             = make_recommendation ("Children: juvenile justice", "Right to education");

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (SuiviClusterRule) rule = suivi_cluster_rule_new ("c", rows[i].kind, rows[i].value);
      g_autofree char *text = suivi_cluster_rule_to_text (rule);

      g_assert_cmpuint (suivi_cluster_rule_count_matches (rule, recommendation), ==, rows[i].matches);
      g_assert_true (g_str_has_prefix (text, suivi_cluster_rule_kind_to_label (rows[i].kind)));
    }
}

static void
test_sets (void)
{
  static const char *const kenya[] = { "Legal and institutional reforms", "Civil and political rights",
                                       "Economic, social and cultural rights", "Group rights" };
  static const guint sizes[SUIVI_N_CLUSTER_SETS] = { 4, 8 };
  /* Seven of OHCHR's clusters have a place among Kenya's four: what is cross-cutting has none. */
  static const guint n_rules[SUIVI_N_CLUSTER_SETS] = { 7, 8 };

  for (guint set = 0; set < SUIVI_N_CLUSTER_SETS; set++)
    {
      g_autoptr (GPtrArray) clusters = g_ptr_array_new_with_free_func (free_cluster);
      g_autoptr (GPtrArray) rules = g_ptr_array_new_with_free_func (free_rule);

      suivi_cluster_set_make (set, clusters, rules);
      g_assert_cmpuint (clusters->len, ==, sizes[set]);
      g_assert_cmpuint (rules->len, ==, n_rules[set]);
      g_assert_cmpstr (suivi_cluster_set_to_label (set), !=, "");
      g_assert_cmpstr (suivi_cluster_set_to_source (set), !=, "");
      for (guint i = 0; i < clusters->len; i++)
        {
          const SuiviCluster *cluster = g_ptr_array_index (clusters, i);

          g_assert_cmpuint (cluster->place, ==, i);
          if (set == SUIVI_CLUSTER_SET_KENYA)
            g_assert_cmpstr (cluster->title, ==, kenya[i]);
          else
            g_assert_cmpstr (cluster->title, ==,
                             suivi_ohchr_cluster_to_label (suivi_ohchr_cluster_get_nth (i)));
        }
      for (guint i = 0; i < rules->len; i++)
        {
          const SuiviClusterRule *rule = g_ptr_array_index (rules, i);

          g_assert_nonnull (suivi_ohchr_cluster_to_label (rule->value));
        }
    }
  g_assert_null (suivi_ohchr_cluster_get_nth (8));
}

/* Every theme of the table that names a cluster finds it: no name is spelt otherwise here. */
static void
test_themes (void)
{
  g_autoptr (SuiviTable) themes = suivi_table_load ("themes.tsv");
  const guint theme = suivi_table_get_column (themes, "theme");
  const guint cluster = suivi_table_get_column (themes, "cluster");
  guint n_placed = 0;

  for (guint i = 0; i < suivi_table_get_n_rows (themes); i++)
    {
      const char *nick = suivi_ohchr_cluster_of_theme (suivi_table_get (themes, i, theme));
      const char *name = suivi_table_get (themes, i, cluster);

      if (name[0] == '\0')
        continue;
      g_assert_cmpstr (suivi_ohchr_cluster_to_label (nick), ==, name);
      n_placed++;
    }
  g_assert_cmpuint (n_placed, >=, 98);

  g_assert_cmpstr (suivi_ohchr_cluster_of_theme ("- F34 Children: juvenile justice"), ==, "children");
  g_assert_null (suivi_ohchr_cluster_of_theme ("Weather"));
  g_assert_null (suivi_ohchr_cluster_of_theme (""));
  g_assert_null (suivi_ohchr_cluster_of_theme (NULL));
}

static char *
propose (SuiviClusterSet set, const char *theme, const char *other_theme, char **reason)
{
  g_autoptr (GPtrArray) clusters = g_ptr_array_new_with_free_func (free_cluster);
  g_autoptr (GPtrArray) rules = g_ptr_array_new_with_free_func (free_rule);
  g_autoptr (SuiviRecommendation) recommendation = make_recommendation (theme, other_theme);
  const SuiviCluster *cluster = NULL;

  suivi_cluster_set_make (set, clusters, rules);
  cluster = suivi_cluster_propose (clusters, rules, recommendation, reason);

  return g_strdup (cluster != NULL ? cluster->title : NULL);
}

static void
test_propose (void)
{
  static const struct
  {
    SuiviClusterSet set;
    const char *theme;
    const char *other_theme;
    const char *title;
    const char *reason;
  } rows[] = {
    { SUIVI_CLUSTER_SET_OHCHR, "Right to education", NULL, "Economic, social and cultural rights",
      "Cluster of OHCHR: Economic, social and cultural rights" },
    /* One theme each: the cluster that stands first, and the reason says that there is another. */
    { SUIVI_CLUSTER_SET_OHCHR, "Children: juvenile justice", "Right to education",
      "Economic, social and cultural rights",
      "Cluster of OHCHR: Economic, social and cultural rights (fits 1 other cluster, too)" },
    /* Two themes against none: both clusters of OHCHR are group rights in Kenya. */
    { SUIVI_CLUSTER_SET_KENYA, "Children: juvenile justice", "Violence against women", "Group rights",
      "Cluster of OHCHR: Women's rights · Cluster of OHCHR: Children's rights" },
    { SUIVI_CLUSTER_SET_KENYA, "Equality & non-discrimination", NULL, NULL, NULL },
    { SUIVI_CLUSTER_SET_KENYA, "Weather", NULL, NULL, NULL },
    { SUIVI_CLUSTER_SET_OHCHR, NULL, NULL, NULL, NULL },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *reason = NULL;
      g_autofree char *title = propose (rows[i].set, rows[i].theme, rows[i].other_theme, &reason);

      g_assert_cmpstr (title, ==, rows[i].title);
      g_assert_cmpstr (reason, ==, rows[i].reason);
    }
}

/* Two themes outweigh one, and the user's order decides a tie, whatever the order of the array. */
static void
test_propose_order (void)
{
  g_autoptr (GPtrArray) clusters = g_ptr_array_new_with_free_func (free_cluster);
  g_autoptr (GPtrArray) rules = g_ptr_array_new_with_free_func (free_rule);
  g_autoptr (SuiviRecommendation) recommendation
             = make_recommendation ("Children: juvenile justice", "Right to education");
  SuiviCluster *late = suivi_cluster_new ("Late", 5);
  SuiviCluster *early = suivi_cluster_new ("Early", 2);

  g_ptr_array_add (clusters, late);
  g_ptr_array_add (clusters, early);
  g_ptr_array_add (rules,
                   suivi_cluster_rule_new (late->id, SUIVI_CLUSTER_RULE_THEME, "Children: juvenile justice"));
  g_ptr_array_add (rules, suivi_cluster_rule_new (early->id, SUIVI_CLUSTER_RULE_SDG, "4"));
  g_assert_true (suivi_cluster_propose (clusters, rules, recommendation, NULL) == early);

  g_ptr_array_add (rules, suivi_cluster_rule_new (late->id, SUIVI_CLUSTER_RULE_GROUP, "Children"));
  g_assert_true (suivi_cluster_propose (clusters, rules, recommendation, NULL) == late);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/core/cluster/rules", test_rules);
  g_test_add_func ("/core/cluster/sets", test_sets);
  g_test_add_func ("/core/cluster/themes", test_themes);
  g_test_add_func ("/core/cluster/propose", test_propose);
  g_test_add_func ("/core/cluster/propose/order", test_propose_order);

  return g_test_run ();
}
