/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "app/clusters/cluster-jobs.h"

G_BEGIN_DECLS

/**
 * SuiviRuleChosen:
 * @window: as given to suivi_rule_chooser_present()
 * @rule: a rule of the cluster, not in the workspace yet
 */
typedef void (*SuiviRuleChosen) (GtkWindow *window, SuiviClusterRule *rule);

/**
 * SuiviRuleFailed:
 * @window: as given to suivi_rule_chooser_present()
 * @sentence: why there is nothing to choose from
 */
typedef void (*SuiviRuleFailed) (GtkWindow *window, const char *sentence);

void suivi_rule_chooser_present (GtkWindow          *window,
                                 SuiviWorkspace     *workspace,
                                 const SuiviCluster *cluster,
                                 GPtrArray          *rules,
                                 GCancellable       *cancellable,
                                 SuiviRuleChosen     chosen,
                                 SuiviRuleFailed     failed);

G_END_DECLS
