/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "core/reference/table.h"
#include "core/reference/tags.h"
#include "core/scorecard/cluster-rule.h"
#include "core/scorecard/cluster-sets.h"
#include "core/text/text.h"

G_DEFINE_ENUM_TYPE (SuiviClusterRuleKind,
                    suivi_cluster_rule_kind,
                    G_DEFINE_ENUM_VALUE (SUIVI_CLUSTER_RULE_THEME, "theme"),
                    G_DEFINE_ENUM_VALUE (SUIVI_CLUSTER_RULE_OHCHR_CLUSTER, "ohchr-cluster"),
                    G_DEFINE_ENUM_VALUE (SUIVI_CLUSTER_RULE_POSITION, "position"),
                    G_DEFINE_ENUM_VALUE (SUIVI_CLUSTER_RULE_SDG, "sdg"),
                    G_DEFINE_ENUM_VALUE (SUIVI_CLUSTER_RULE_ISSUE, "issue"),
                    G_DEFINE_ENUM_VALUE (SUIVI_CLUSTER_RULE_GROUP, "group"))

static const SuiviField fields[] = {
  SUIVI_TEXT (SuiviClusterRule, id),
  SUIVI_TEXT (SuiviClusterRule, cluster_id),
  SUIVI_ENUM (SuiviClusterRule, kind, suivi_cluster_rule_kind_get_type),
  SUIVI_TEXT (SuiviClusterRule, value),
};

SUIVI_DEFINE_RECORD (SuiviClusterRule, suivi_cluster_rule, "cluster_rule", fields, "cluster_id, kind, value")

/**
 * suivi_cluster_rule_kind_to_label:
 *
 * Returns: what such a rule looks at, shown to people, translated
 */
const char *
suivi_cluster_rule_kind_to_label (SuiviClusterRuleKind kind)
{
  switch (kind)
    {
    case SUIVI_CLUSTER_RULE_THEME:
      return _ ("Theme");
    case SUIVI_CLUSTER_RULE_OHCHR_CLUSTER:
      /* Translators: OHCHR is the Office of the High Commissioner for Human Rights, which groups its themes */
      return _ ("Cluster of OHCHR");
    case SUIVI_CLUSTER_RULE_POSITION:
      return _ ("Position");
    case SUIVI_CLUSTER_RULE_SDG:
      return _ ("Sustainable Development Goal");
    case SUIVI_CLUSTER_RULE_ISSUE:
      /* Translators: UPR Info sorts recommendations into issues */
      return _ ("Issue (UPR Info)");
    case SUIVI_CLUSTER_RULE_GROUP:
      return _ ("Group of persons");
    default:
      g_return_val_if_reached ("");
    }
}

/**
 * suivi_cluster_rule_new:
 * @cluster_id: key of the cluster that it speaks for
 * @kind: what it looks at
 * @value: what it looks for
 *
 * Returns: (transfer full): a rule with a new random key
 */
SuiviClusterRule *
suivi_cluster_rule_new (const char *cluster_id, SuiviClusterRuleKind kind, const char *value)
{
  SuiviClusterRule *self = suivi_record_new (&suivi_cluster_rule_record);

  self->cluster_id = g_strdup (cluster_id);
  self->kind = kind;
  g_free (self->value);
  self->value = g_strdup (value);

  return self;
}

/* Goal "16" has its target "16.2" in it; target "16.2" does not have the goal, nor "16.20". */
static gboolean
sdg_matches (const char *value, const char *code)
{
  const gsize length = strlen (value);

  return strncmp (code, value, length) == 0 && (code[length] == '\0' || code[length] == '.');
}

/* @key is the key of the value, in which labels are compared. */
static gboolean
tag_matches (const SuiviClusterRule *self, const char *key, const char *tag)
{
  g_autofree char *tag_key = NULL;

  if (self->kind == SUIVI_CLUSTER_RULE_OHCHR_CLUSTER)
    return g_strcmp0 (suivi_ohchr_cluster_of_theme (tag), self->value) == 0;
  if (self->kind == SUIVI_CLUSTER_RULE_SDG)
    return sdg_matches (self->value, tag);

  tag_key = suivi_table_make_key (tag);

  return g_str_equal (tag_key, key);
}

static guint
count_tags (const SuiviClusterRule *self, char **tags)
{
  g_autofree char *key = tags[0] != NULL ? suivi_table_make_key (self->value) : NULL;
  g_autoptr (GHashTable) matched = g_hash_table_new (g_str_hash, g_str_equal);

  for (gsize i = 0; tags[i] != NULL; i++)
    {
      if (tag_matches (self, key, tags[i]))
        g_hash_table_add (matched, tags[i]);
    }

  return g_hash_table_size (matched);
}

/**
 * suivi_cluster_rule_count_matches:
 * @recommendation: a recommendation
 *
 * Returns: how many of the recommendation's themes, goals, issues or groups are what the rule looks for; for a position
 *   0 or 1. A rule without a value finds nothing
 */
guint
suivi_cluster_rule_count_matches (const SuiviClusterRule *self, SuiviRecommendation *recommendation)
{
  if (suivi_text_is_blank (self->value))
    return 0;

  switch (self->kind)
    {
    case SUIVI_CLUSTER_RULE_THEME:
    case SUIVI_CLUSTER_RULE_OHCHR_CLUSTER:
      return count_tags (self, recommendation->themes);
    case SUIVI_CLUSTER_RULE_POSITION:
      return g_str_equal (suivi_position_to_nick (recommendation->position), self->value) ? 1 : 0;
    case SUIVI_CLUSTER_RULE_SDG:
      return count_tags (self, recommendation->sdgs);
    case SUIVI_CLUSTER_RULE_ISSUE:
      return count_tags (self, recommendation->issues);
    case SUIVI_CLUSTER_RULE_GROUP:
      return count_tags (self, recommendation->groups);
    default:
      g_return_val_if_reached (0);
    }
}

static char *
dup_value_label (const SuiviClusterRule *self)
{
  SuiviPosition position = SUIVI_POSITION_NONE;
  const char *label = NULL;

  if (self->kind == SUIVI_CLUSTER_RULE_POSITION && suivi_position_from_nick (self->value, &position))
    label = suivi_position_to_label (position);
  else if (self->kind == SUIVI_CLUSTER_RULE_OHCHR_CLUSTER)
    label = suivi_ohchr_cluster_to_label (self->value);
  else if (self->kind == SUIVI_CLUSTER_RULE_SDG && suivi_sdg_get_title (self->value) != NULL)
    /* Translators: number and name of a Sustainable Development Goal or target */
    return g_strdup_printf (_ ("%s %s"), self->value, suivi_sdg_get_title (self->value));

  return g_strdup (label != NULL ? label : self->value);
}

/**
 * suivi_cluster_rule_to_text:
 *
 * Returns: (transfer full): the rule for people: "Theme: Right to education", translated
 */
char *
suivi_cluster_rule_to_text (const SuiviClusterRule *self)
{
  g_autofree char *value = dup_value_label (self);

  /* Translators: a rule by which recommendations are sorted: what it looks at, and what it looks for */
  return g_strdup_printf (_ ("%s: %s"), suivi_cluster_rule_kind_to_label (self->kind), value);
}
