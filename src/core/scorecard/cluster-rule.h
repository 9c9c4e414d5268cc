/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "core/record.h"
#include "core/review/recommendation.h"

G_BEGIN_DECLS

/**
 * SuiviClusterRuleKind:
 * @SUIVI_CLUSTER_RULE_THEME: a theme is … ("theme")
 * @SUIVI_CLUSTER_RULE_OHCHR_CLUSTER: a theme belongs to the cluster of OHCHR … ("ohchr-cluster")
 * @SUIVI_CLUSTER_RULE_POSITION: the position is … ("position")
 * @SUIVI_CLUSTER_RULE_SDG: a Sustainable Development Goal or target is …; a goal has its targets in it ("sdg")
 * @SUIVI_CLUSTER_RULE_ISSUE: one of UPR Info's issues is … ("issue")
 * @SUIVI_CLUSTER_RULE_GROUP: a group of persons is … ("group")
 *
 * What a rule looks at.
 */
typedef enum
{
  SUIVI_CLUSTER_RULE_THEME,
  SUIVI_CLUSTER_RULE_OHCHR_CLUSTER,
  SUIVI_CLUSTER_RULE_POSITION,
  SUIVI_CLUSTER_RULE_SDG,
  SUIVI_CLUSTER_RULE_ISSUE,
  SUIVI_CLUSTER_RULE_GROUP,
} SuiviClusterRuleKind;

#define SUIVI_N_CLUSTER_RULE_KINDS   6
#define SUIVI_TYPE_CLUSTER_RULE_KIND (suivi_cluster_rule_kind_get_type ())

/**
 * SuiviClusterRule:
 * @id: random UUID, the key in the workspace
 * @cluster_id: key of the cluster that it speaks for
 * @kind: what it looks at
 * @value: what it looks for: a theme, the nick of a position or of a cluster of OHCHR, "16" or "16.2", an issue, a
 *   group
 *
 * A rule by which recommendations are proposed for a cluster. It proposes; people assign.
 */
typedef struct
{
  char *id;
  char *cluster_id;
  SuiviClusterRuleKind kind;
  char *value;
} SuiviClusterRule;

#define SUIVI_TYPE_CLUSTER_RULE (suivi_cluster_rule_get_type ())
SUIVI_DECLARE_RECORD (SuiviClusterRule, suivi_cluster_rule)

GType             suivi_cluster_rule_kind_get_type (void);
const char       *suivi_cluster_rule_kind_to_label (SuiviClusterRuleKind    kind);

SuiviClusterRule *suivi_cluster_rule_new           (const char             *cluster_id,
                                                    SuiviClusterRuleKind    kind,
                                                    const char             *value);
guint             suivi_cluster_rule_count_matches (const SuiviClusterRule *self,
                                                    SuiviRecommendation    *recommendation);
char             *suivi_cluster_rule_to_text       (const SuiviClusterRule *self);

G_END_DECLS
