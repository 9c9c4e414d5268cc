/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "app/clusters/cluster-jobs.h"

G_BEGIN_DECLS

#define SUIVI_TYPE_CLUSTER_ROW (suivi_cluster_row_get_type ())
G_DECLARE_FINAL_TYPE (SuiviClusterRow, suivi_cluster_row, SUIVI, CLUSTER_ROW, AdwExpanderRow)

/*
 * A cluster in the list: its title, how many recommendations it has, its place; unfolded, its name and its rules.
 *
 * Signals: "moved" (key of the cluster that is moved, steps: how far down, less than 0: up), "renamed" (title), "deleted",
 * "rule-wanted", "rule-removed" (key of the rule).
 */

GtkWidget               *suivi_cluster_row_new       (void);
void                     suivi_cluster_row_show      (SuiviClusterRow         *self,
                                                      const SuiviClusterEntry *entry,
                                                      guint                    n_clusters,
                                                      gboolean                 writable);
const SuiviCluster      *suivi_cluster_row_get       (SuiviClusterRow         *self);
GPtrArray               *suivi_cluster_row_get_rules (SuiviClusterRow         *self);
void                     suivi_cluster_row_flush     (SuiviClusterRow         *self);

G_END_DECLS
