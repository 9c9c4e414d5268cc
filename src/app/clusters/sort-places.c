/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "app/clusters/sort-places.h"

#include "store/scorecard-store.h"

struct _SuiviSortPlaces
{
  GPtrArray *clusters; /* (element-type SuiviCluster): by place */
  GArray *counts;      /* (element-type guint): how many are in each */
  GHashTable
    *members; /* (element-type gint64 SuiviCluster): by key of the row; those in none are not in it */
  guint total;
};

static void
clear (gpointer data)
{
  SuiviSortPlaces *self = data;

  g_clear_pointer (&self->members, g_hash_table_unref);
  g_clear_pointer (&self->counts, g_array_unref);
  g_clear_pointer (&self->clusters, g_ptr_array_unref);
}

/**
 * suivi_sort_places_ref:
 *
 * Returns: (transfer full): the same
 */
SuiviSortPlaces *
suivi_sort_places_ref (SuiviSortPlaces *self)
{
  return g_atomic_rc_box_acquire (self);
}

/**
 * suivi_sort_places_unref:
 * @self: (transfer full): who is where
 */
void
suivi_sort_places_unref (SuiviSortPlaces *self)
{
  g_atomic_rc_box_release_full (self, clear);
}

/**
 * suivi_sort_places_get_clusters:
 *
 * Returns: (transfer none) (element-type SuiviCluster): the clusters, by place
 */
GPtrArray *
suivi_sort_places_get_clusters (SuiviSortPlaces *self)
{
  return self->clusters;
}

/**
 * suivi_sort_places_find:
 * @key: of a row of the list
 *
 * Returns: (transfer none) (nullable): the cluster that it is in; %NULL: none
 */
SuiviCluster *
suivi_sort_places_find (SuiviSortPlaces *self, gint64 key)
{
  return g_hash_table_lookup (self->members, &key);
}

/**
 * suivi_sort_places_count:
 * @cluster: (nullable): one of the clusters; %NULL: none
 *
 * Returns: how many recommendations are in it, or in none
 */
guint
suivi_sort_places_count (SuiviSortPlaces *self, const SuiviCluster *cluster)
{
  for (guint i = 0; i < self->clusters->len; i++)
    {
      if (g_ptr_array_index (self->clusters, i) == cluster)
        return g_array_index (self->counts, guint, i);
    }

  return self->total - g_hash_table_size (self->members);
}

static gboolean
load_members (SuiviSortPlaces *self,
              SuiviStore *store,
              const SuiviFilter *scope,
              SuiviCluster *cluster,
              GCancellable *cancellable,
              GError **error)
{
  g_autoptr (SuiviFilter) filter = suivi_filter_copy (scope);
  g_autoptr (GArray) keys = NULL;

  suivi_filter_add (filter, SUIVI_FACET_CLUSTER, cluster->title);
  keys = suivi_store_query_keys (store, filter, SUIVI_SORT_NUMBER, FALSE, cancellable, error);
  if (keys == NULL)
    return FALSE;

  for (guint i = 0; i < keys->len; i++)
    g_hash_table_insert (self->members, g_memdup2 (&g_array_index (keys, gint64, i), sizeof (gint64)),
                         cluster);
  g_array_append_val (self->counts, keys->len);

  return TRUE;
}

static gpointer
load (SuiviStore *store, gpointer data, GCancellable *cancellable, GError **error)
{
  const SuiviFilter *scope = data;
  g_autoptr (SuiviSortPlaces) self = g_atomic_rc_box_new0 (SuiviSortPlaces);
  g_autoptr (GError) failure = NULL;

  self->counts = g_array_new (FALSE, FALSE, sizeof (guint));
  self->members = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  self->clusters = suivi_store_list_clusters (store, error);
  if (self->clusters == NULL)
    return NULL;
  self->total = suivi_store_count (store, scope, &failure);
  if (failure != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&failure));
      return NULL;
    }
  for (guint i = 0; i < self->clusters->len; i++)
    {
      if (!load_members (self, store, scope, g_ptr_array_index (self->clusters, i), cancellable, error))
        return NULL;
    }

  return g_steal_pointer (&self);
}

/**
 * suivi_sort_places_load_async:
 * @review_id: (nullable): key of the review whose recommendations are looked at; %NULL: all of them
 *
 * To be finished with suivi_workspace_run_finish(). The result is a #SuiviSortPlaces, to be freed with
 * suivi_sort_places_unref().
 */
void
suivi_sort_places_load_async (SuiviWorkspace *workspace,
                              const char *review_id,
                              GCancellable *cancellable,
                              GAsyncReadyCallback callback,
                              gpointer user_data)
{
  SuiviFilter *scope = suivi_filter_new ();

  if (review_id != NULL)
    suivi_filter_add (scope, SUIVI_FACET_REVIEW, review_id);
  suivi_workspace_run_async (workspace, load, scope, (GDestroyNotify) suivi_filter_free,
                             (GDestroyNotify) suivi_sort_places_unref, cancellable, callback, user_data);
}
