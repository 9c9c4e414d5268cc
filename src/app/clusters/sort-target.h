/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "core/scorecard/cluster.h"
#include "store/workspace.h"

G_BEGIN_DECLS

#define SUIVI_TYPE_SORT_TARGET (suivi_sort_target_get_type ())
G_DECLARE_FINAL_TYPE (SuiviSortTarget, suivi_sort_target, SUIVI, SORT_TARGET, GtkListBoxRow)

/*
 * A cluster that recommendations are dropped on, or what stands for none: they are taken out of theirs. Its button, and
 * the key of its digit, put what is selected there: the action "sort.put" with its place.
 *
 * Signals: "dropped" (keys: GArray of gint64).
 */

GtkWidget *suivi_sort_target_new (SuiviWorkspace *workspace);
void suivi_sort_target_show (SuiviSortTarget *self,
                             const SuiviCluster *cluster,
                             guint place,
                             guint n,
                             gboolean writable);
void suivi_sort_target_offer (SuiviSortTarget *self, guint n_selected);
guint suivi_sort_target_get_place (SuiviSortTarget *self);

G_END_DECLS
