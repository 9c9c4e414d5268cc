/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "core/scorecard/cluster.h"
#include "store/workspace.h"

G_BEGIN_DECLS

typedef struct _SuiviSortPlaces SuiviSortPlaces;

/*
 * SuiviSortPlaces: the clusters of the workspace, and in which of them the recommendations of one review are, or those
 * of all. It does not change: after each step there is another one.
 */

SuiviSortPlaces *suivi_sort_places_ref (SuiviSortPlaces *self);
void suivi_sort_places_unref (SuiviSortPlaces *self);
GPtrArray *suivi_sort_places_get_clusters (SuiviSortPlaces *self);
SuiviCluster *suivi_sort_places_find (SuiviSortPlaces *self, gint64 key);
guint suivi_sort_places_count (SuiviSortPlaces *self, const SuiviCluster *cluster);
void suivi_sort_places_load_async (SuiviWorkspace *workspace,
                                   const char *review_id,
                                   GCancellable *cancellable,
                                   GAsyncReadyCallback callback,
                                   gpointer user_data);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SuiviSortPlaces, suivi_sort_places_unref)

G_END_DECLS
