/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "app/clusters/cluster-jobs.h"

#include <glib/gi18n-lib.h>

#include "app/review/recommendation-words.h"
#include "core/scorecard/cluster-sets.h"

/* What one job needs to know; it is handed over to the workspace's thread, so it owns all it holds. */
typedef struct
{
  SuiviFilter *filter;
  gboolean all;
  char *cluster_id;
  GArray *keys;
} Job;

static void
free_job (Job *job)
{
  g_clear_pointer (&job->filter, suivi_filter_free);
  g_free (job->cluster_id);
  g_clear_pointer (&job->keys, g_array_unref);
  g_free (job);
}

static Job *
create_job (const char *review_id)
{
  Job *job = g_new0 (Job, 1);

  job->filter = suivi_filter_new ();
  if (review_id != NULL)
    suivi_filter_add (job->filter, SUIVI_FACET_REVIEW, review_id);

  return job;
}

/* ---- The list ---- */

static void
free_entry (SuiviClusterEntry *entry)
{
  suivi_cluster_free (entry->cluster);
  g_ptr_array_unref (entry->rules);
  g_free (entry);
}

/**
 * suivi_cluster_list_free:
 * @self: (nullable) (transfer full): a list
 */
void
suivi_cluster_list_free (SuiviClusterList *self)
{
  if (self == NULL)
    return;

  g_clear_pointer (&self->entries, g_ptr_array_unref);
  g_free (self);
}

static guint
find_count (GPtrArray *counts, const char *value)
{
  for (guint i = 0; i < counts->len; i++)
    {
      SuiviFacetCount *count = g_ptr_array_index (counts, i);

      if (g_str_equal (count->value, value))
        return count->count;
    }

  return 0;
}

static SuiviClusterEntry *
create_entry (SuiviCluster *cluster, GPtrArray *rules, guint n)
{
  SuiviClusterEntry *entry = g_new0 (SuiviClusterEntry, 1);

  entry->cluster = suivi_cluster_copy (cluster);
  entry->rules = g_ptr_array_new_with_free_func ((GDestroyNotify) suivi_cluster_rule_free);
  entry->n = n;
  for (guint i = 0; i < rules->len; i++)
    {
      SuiviClusterRule *rule = g_ptr_array_index (rules, i);

      if (g_strcmp0 (rule->cluster_id, cluster->id) == 0)
        g_ptr_array_add (entry->rules, suivi_cluster_rule_copy (rule));
    }

  return entry;
}

static gpointer
load_list (SuiviStore *store, gpointer data, GCancellable *cancellable, GError **error)
{
  Job *job = data;
  g_autoptr (SuiviClusterList) list = g_new0 (SuiviClusterList, 1);
  g_autoptr (GPtrArray) clusters = suivi_store_list_clusters (store, error);
  g_autoptr (GPtrArray) rules = NULL;
  g_autoptr (GPtrArray) counts = NULL;
  g_autoptr (GError) failure = NULL;

  if (clusters == NULL)
    return NULL;
  rules = suivi_store_list_cluster_rules (store, error);
  if (rules == NULL)
    return NULL;
  counts = suivi_store_count_facet (store, job->filter, SUIVI_FACET_CLUSTER, error);
  if (counts == NULL)
    return NULL;
  list->total = suivi_store_count (store, job->filter, &failure);
  if (failure != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&failure));
      return NULL;
    }

  list->entries = g_ptr_array_new_with_free_func ((GDestroyNotify) free_entry);
  for (guint i = 0; i < clusters->len; i++)
    {
      SuiviCluster *cluster = g_ptr_array_index (clusters, i);
      const guint n = find_count (counts, cluster->title);

      /* Where one was deleted there is a gap. */
      cluster->place = i;
      g_ptr_array_add (list->entries, create_entry (cluster, rules, n));
      list->n_in += n;
    }

  return g_steal_pointer (&list);
}

/**
 * suivi_clusters_load_async:
 * @review_id: (nullable): key of the review whose recommendations are counted; %NULL: all of them
 *
 * The result is a #SuiviClusterList, to be freed with suivi_cluster_list_free().
 */
void
suivi_clusters_load_async (SuiviWorkspace *workspace,
                           const char *review_id,
                           GCancellable *cancellable,
                           GAsyncReadyCallback callback,
                           gpointer user_data)
{
  suivi_workspace_run_async (workspace, load_list, create_job (review_id), (GDestroyNotify) free_job,
                             (GDestroyNotify) suivi_cluster_list_free, cancellable, callback, user_data);
}

/* ---- What rules can look for ---- */

/**
 * suivi_cluster_value_free:
 * @self: (nullable) (transfer full): a value
 */
void
suivi_cluster_value_free (SuiviClusterValue *self)
{
  if (self == NULL)
    return;

  g_free (self->value);
  g_free (self);
}

static void
add_value (GPtrArray *values, SuiviClusterRuleKind kind, const char *value, guint n)
{
  SuiviClusterValue *entry = g_new0 (SuiviClusterValue, 1);

  entry->kind = kind;
  entry->value = g_strdup (value);
  entry->n = n;
  g_ptr_array_add (values, entry);
}

/* "16.2" belongs to "16", a theme to its cluster of OHCHR. */
static char *
dup_whole (SuiviFacet facet, const char *value)
{
  if (facet == SUIVI_FACET_THEME)
    return g_strdup (suivi_ohchr_cluster_of_theme (value));

  return g_strndup (value, strcspn (value, "."));
}

/* Counts the wholes to which values belong: a recommendation with several of the values is one. */
static gboolean
add_wholes (GPtrArray *values,
            SuiviStore *store,
            SuiviClusterRuleKind kind,
            SuiviFacet facet,
            GPtrArray *counts,
            GError **error)
{
  g_autoptr (GHashTable) filters
             = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) suivi_filter_free);
  g_autoptr (GList) wholes = NULL;

  for (guint i = 0; i < counts->len; i++)
    {
      SuiviFacetCount *count = g_ptr_array_index (counts, i);
      g_autofree char *whole = dup_whole (facet, count->value);
      SuiviFilter *filter = NULL;

      if (whole == NULL)
        continue;
      filter = g_hash_table_lookup (filters, whole);
      if (filter == NULL)
        {
          filter = suivi_filter_new ();
          g_hash_table_insert (filters, g_steal_pointer (&whole), filter);
        }
      suivi_filter_add (filter, facet, count->value);
    }

  wholes = g_list_sort (g_hash_table_get_keys (filters), (GCompareFunc) strcmp);
  for (GList *l = wholes; l != NULL; l = l->next)
    {
      g_autoptr (GError) failure = NULL;
      const guint n = suivi_store_count (store, g_hash_table_lookup (filters, l->data), &failure);

      if (failure != NULL)
        {
          g_propagate_error (error, g_steal_pointer (&failure));
          return FALSE;
        }
      add_value (values, kind, l->data, n);
    }

  return TRUE;
}

static gpointer
load_values (SuiviStore *store, gpointer data, GCancellable *cancellable, GError **error)
{
  static const struct
  {
    SuiviClusterRuleKind kind;
    SuiviFacet facet;
  } kinds[] = {
    { SUIVI_CLUSTER_RULE_THEME, SUIVI_FACET_THEME }, { SUIVI_CLUSTER_RULE_OHCHR_CLUSTER, SUIVI_FACET_THEME },
    { SUIVI_CLUSTER_RULE_GROUP, SUIVI_FACET_GROUP }, { SUIVI_CLUSTER_RULE_POSITION, SUIVI_FACET_POSITION },
    { SUIVI_CLUSTER_RULE_SDG, SUIVI_FACET_SDG },     { SUIVI_CLUSTER_RULE_ISSUE, SUIVI_FACET_ISSUE },
  };
  Job *job = data;
  g_autoptr (GPtrArray) values = g_ptr_array_new_with_free_func ((GDestroyNotify) suivi_cluster_value_free);

  for (gsize i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      g_autoptr (GPtrArray) counts = NULL;

      if (g_cancellable_set_error_if_cancelled (cancellable, error))
        return NULL;
      counts = suivi_store_count_facet (store, job->filter, kinds[i].facet, error);
      if (counts == NULL)
        return NULL;
      if (kinds[i].kind == SUIVI_CLUSTER_RULE_OHCHR_CLUSTER || kinds[i].kind == SUIVI_CLUSTER_RULE_SDG)
        {
          if (!add_wholes (values, store, kinds[i].kind, kinds[i].facet, counts, error))
            return NULL;
        }
      for (guint j = 0; kinds[i].kind != SUIVI_CLUSTER_RULE_OHCHR_CLUSTER && j < counts->len; j++)
        {
          SuiviFacetCount *count = g_ptr_array_index (counts, j);

          /* Goals were added as wholes, with the targets in them. */
          if (kinds[i].kind != SUIVI_CLUSTER_RULE_SDG || strchr (count->value, '.') != NULL)
            add_value (values, kinds[i].kind, count->value, count->count);
        }
    }

  return g_steal_pointer (&values);
}

/**
 * suivi_cluster_values_load_async:
 *
 * Finds what recommendations of the workspace have that a rule can look for: by kind, the most frequent first. The
 * result is a #GPtrArray of #SuiviClusterValue, to be freed with g_ptr_array_unref().
 */
void
suivi_cluster_values_load_async (SuiviWorkspace *workspace,
                                 GCancellable *cancellable,
                                 GAsyncReadyCallback callback,
                                 gpointer user_data)
{
  suivi_workspace_run_async (workspace, load_values, create_job (NULL), (GDestroyNotify) free_job,
                             (GDestroyNotify) g_ptr_array_unref, cancellable, callback, user_data);
}

/* ---- Proposals ---- */

static void
free_proposal (SuiviClusterProposal *proposal)
{
  g_free (proposal->id);
  g_free (proposal->title);
  g_free (proposal->text);
  g_free (proposal->now);
  g_free (proposal->reason);
  g_free (proposal);
}

/**
 * suivi_cluster_proposals_free:
 * @self: (nullable) (transfer full): proposals
 */
void
suivi_cluster_proposals_free (SuiviClusterProposals *self)
{
  if (self == NULL)
    return;

  g_clear_pointer (&self->clusters, g_ptr_array_unref);
  g_clear_pointer (&self->proposals, g_ptr_array_unref);
  g_free (self);
}

typedef struct
{
  SuiviStore *store;
  SuiviClusterProposals *found;
  GPtrArray *rules;
  gboolean all;
} Search;

static gboolean
propose_row (SuiviRecommendation *recommendation,
             SuiviReview *review,
             SuiviAssessment *assessment,
             gpointer user_data,
             GError **error)
{
  Search *search = user_data;
  g_autoptr (GError) failure = NULL;
  g_autofree char *now = suivi_store_get_cluster_title (search->store, recommendation->id, &failure);
  g_autofree char *reason = NULL;
  SuiviClusterProposal *proposal = NULL;
  SuiviCluster *cluster = NULL;

  if (failure != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&failure));
      return FALSE;
    }
  if (now != NULL && !search->all)
    return TRUE;

  search->found->n_asked++;
  cluster = suivi_cluster_propose (search->found->clusters, search->rules, recommendation, &reason);
  if (cluster == NULL)
    search->found->n_none++;
  if (cluster == NULL || g_strcmp0 (cluster->title, now) == 0)
    return TRUE;

  proposal = g_new0 (SuiviClusterProposal, 1);
  proposal->id = g_strdup (recommendation->id);
  proposal->title = suivi_recommendation_to_title (recommendation, review);
  proposal->text = g_strdup (recommendation->text);
  proposal->now = g_steal_pointer (&now);
  proposal->reason = g_steal_pointer (&reason);
  g_ptr_array_find (search->found->clusters, cluster, &proposal->cluster);
  g_ptr_array_add (search->found->proposals, proposal);

  return TRUE;
}

static gpointer
propose (SuiviStore *store, gpointer data, GCancellable *cancellable, GError **error)
{
  Job *job = data;
  g_autoptr (SuiviClusterProposals) found = g_new0 (SuiviClusterProposals, 1);
  g_autoptr (GPtrArray) rules = NULL;
  Search search = { .store = store, .found = found, .all = job->all };

  found->clusters = suivi_store_list_clusters (store, error);
  if (found->clusters == NULL)
    return NULL;
  rules = suivi_store_list_cluster_rules (store, error);
  if (rules == NULL)
    return NULL;

  found->n_rules = rules->len;
  found->proposals = g_ptr_array_new_with_free_func ((GDestroyNotify) free_proposal);
  search.rules = rules;
  if (!suivi_store_foreach (store, job->filter, SUIVI_SORT_NUMBER, FALSE, propose_row, &search, cancellable,
                            error))
    return NULL;

  return g_steal_pointer (&found);
}

/**
 * suivi_clusters_propose_async:
 * @review_id: (nullable): key of the review whose recommendations are looked at; %NULL: all of them
 * @all: whether those that are in a cluster are looked at, too
 *
 * Asks the rules where recommendations would go. What would stay where it is is not proposed. The result is a
 * #SuiviClusterProposals, to be freed with suivi_cluster_proposals_free().
 */
void
suivi_clusters_propose_async (SuiviWorkspace *workspace,
                              const char *review_id,
                              gboolean all,
                              GCancellable *cancellable,
                              GAsyncReadyCallback callback,
                              gpointer user_data)
{
  Job *job = create_job (review_id);

  job->all = all;
  suivi_workspace_run_async (workspace, propose, job, (GDestroyNotify) free_job,
                             (GDestroyNotify) suivi_cluster_proposals_free, cancellable, callback, user_data);
}

/* ---- Changes ---- */

/**
 * suivi_cluster_change_new:
 *
 * Returns: (transfer full): a change of nothing yet
 */
SuiviClusterChange *
suivi_cluster_change_new (void)
{
  SuiviClusterChange *self = g_new0 (SuiviClusterChange, 1);

  self->clusters = g_ptr_array_new_with_free_func ((GDestroyNotify) suivi_cluster_free);
  self->rules = g_ptr_array_new_with_free_func ((GDestroyNotify) suivi_cluster_rule_free);
  self->assignments
    = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_strv_builder_unref);

  return self;
}

/**
 * suivi_cluster_change_free:
 * @self: (nullable) (transfer full): a change
 */
void
suivi_cluster_change_free (SuiviClusterChange *self)
{
  if (self == NULL)
    return;

  g_ptr_array_unref (self->clusters);
  g_ptr_array_unref (self->rules);
  g_free (self->delete_cluster);
  g_free (self->delete_rule);
  g_hash_table_unref (self->assignments);
  g_free (self);
}

/**
 * suivi_cluster_change_assign:
 * @cluster_id: (nullable): key of a cluster; %NULL: none
 * @recommendation_id: key of a recommendation to be put into it
 */
void
suivi_cluster_change_assign (SuiviClusterChange *self, const char *cluster_id, const char *recommendation_id)
{
  const char *key = cluster_id != NULL ? cluster_id : "";
  GStrvBuilder *ids = g_hash_table_lookup (self->assignments, key);

  if (ids == NULL)
    {
      ids = g_strv_builder_new ();
      g_hash_table_insert (self->assignments, g_strdup (key), ids);
    }
  g_strv_builder_add (ids, recommendation_id);
}

static gboolean
put_assignments (SuiviTransaction *transaction, GHashTable *assignments, GError **error)
{
  GHashTableIter iter;
  gpointer cluster_id = NULL;
  gpointer builder = NULL;

  g_hash_table_iter_init (&iter, assignments);
  while (g_hash_table_iter_next (&iter, &cluster_id, &builder))
    {
      g_auto (GStrv) ids = g_strv_builder_end (builder);

      if (!suivi_transaction_assign_cluster (transaction, *(char *) cluster_id != '\0' ? cluster_id : NULL,
                                             (const char *const *) ids, error))
        return FALSE;
    }

  return TRUE;
}

/**
 * suivi_cluster_change_put:
 * @change: a #SuiviClusterChange
 *
 * Makes the change; for suivi_step_make().
 *
 * Returns: %FALSE on failure
 */
gboolean
suivi_cluster_change_put (SuiviStore *store, SuiviTransaction *transaction, gpointer change, GError **error)
{
  SuiviClusterChange *self = change;

  for (guint i = 0; i < self->clusters->len; i++)
    {
      if (!suivi_transaction_put_cluster (transaction, g_ptr_array_index (self->clusters, i), error))
        return FALSE;
    }
  for (guint i = 0; i < self->rules->len; i++)
    {
      if (!suivi_transaction_put_cluster_rule (transaction, g_ptr_array_index (self->rules, i), error))
        return FALSE;
    }
  if (self->delete_cluster != NULL
      && !suivi_transaction_delete_cluster (transaction, self->delete_cluster, error))
    return FALSE;
  if (self->delete_rule != NULL
      && !suivi_transaction_delete_cluster_rule (transaction, self->delete_rule, error))
    return FALSE;

  return put_assignments (transaction, self->assignments, error);
}

static char *
make_assign_label (const char *cluster_id, guint n, const char *number)
{
  if (cluster_id == NULL && number != NULL)
    /* Translators: name of a step that can be undone; %s is the number of a recommendation */
    return g_strdup_printf (_ ("Take %s out of its cluster"), number);
  if (cluster_id == NULL)
    return g_strdup_printf (ngettext ("Take %u recommendation out of its cluster",
                                      "Take %u recommendations out of their clusters", n),
                            n);
  if (number != NULL)
    /* Translators: name of a step that can be undone; %s is the number of a recommendation */
    return g_strdup_printf (_ ("Put %s into a cluster"), number);

  return g_strdup_printf (ngettext ("Put %u recommendation into a cluster",
                                    "Put %u recommendations into a cluster", n),
                          n);
}

/* The keys of the rows that are in a cluster, or in none. */
static GHashTable *
load_members (SuiviStore *store, const char *cluster_id, GError **error)
{
  g_autoptr (GHashTable) members = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  g_autoptr (SuiviFilter) filter = suivi_filter_new ();
  g_autoptr (GPtrArray) clusters = suivi_store_list_clusters (store, error);
  g_autoptr (GArray) keys = NULL;
  const char *value = cluster_id == NULL ? SUIVI_FACET_NONE : NULL;

  for (guint i = 0; clusters != NULL && i < clusters->len; i++)
    {
      const SuiviCluster *cluster = g_ptr_array_index (clusters, i);

      if (g_strcmp0 (cluster->id, cluster_id) == 0)
        value = cluster->title;
    }
  if (clusters == NULL)
    return NULL;
  if (value == NULL)
    return g_steal_pointer (&members);

  suivi_filter_add (filter, SUIVI_FACET_CLUSTER, value);
  keys = suivi_store_query_keys (store, filter, SUIVI_SORT_NUMBER, FALSE, NULL, error);
  if (keys == NULL)
    return NULL;
  for (guint i = 0; i < keys->len; i++)
    g_hash_table_add (members, g_memdup2 (&g_array_index (keys, gint64, i), sizeof (gint64)));

  return g_steal_pointer (&members);
}

/* Those that are to be moved; the others are only counted. */
static GPtrArray *
list_to_move (Job *job, GPtrArray *rows, GHashTable *members, guint *n)
{
  GPtrArray *moved = g_ptr_array_new ();

  for (guint i = 0; i < rows->len; i++)
    {
      SuiviRecommendation *row = g_ptr_array_index (rows, i);

      /* One that is gone meanwhile is a hole; outputs of other mechanisms are in no chapter of a scorecard. */
      if (row == NULL || suivi_recommendation_is_output (row))
        continue;
      (*n)++;
      if (!g_hash_table_contains (members, &g_array_index (job->keys, gint64, i)))
        g_ptr_array_add (moved, row);
    }

  return moved;
}

static gboolean
move (SuiviStore *store, Job *job, GPtrArray *rows, GError **error)
{
  g_autoptr (GPtrArray) ids = g_ptr_array_new ();
  g_autofree char *label
    = make_assign_label (job->cluster_id, rows->len, suivi_recommendations_get_only_number (rows));
  g_autoptr (SuiviTransaction) transaction = suivi_store_begin (store, label, error);

  for (guint i = 0; i < rows->len; i++)
    g_ptr_array_add (ids, ((SuiviRecommendation *) g_ptr_array_index (rows, i))->id);
  g_ptr_array_add (ids, NULL);

  return transaction != NULL
         && suivi_transaction_assign_cluster (transaction, job->cluster_id, (const char *const *) ids->pdata,
                                              error)
         && suivi_transaction_commit (transaction, error);
}

static gpointer
assign (SuiviStore *store, gpointer data, GCancellable *cancellable, GError **error)
{
  Job *job = data;
  g_autofree SuiviClusterAssignment *done = g_new0 (SuiviClusterAssignment, 1);
  g_autoptr (GPtrArray) rows = NULL;
  g_autoptr (GHashTable) members = NULL;
  g_autoptr (GPtrArray) moved = NULL;

  rows = suivi_store_load (store, (const gint64 *) (gpointer) job->keys->data, job->keys->len, error);
  if (rows == NULL)
    return NULL;
  members = load_members (store, job->cluster_id, error);
  if (members == NULL)
    return NULL;

  moved = list_to_move (job, rows, members, &done->n);
  if (moved->len > 0)
    {
      if (!move (store, job, moved, error))
        return NULL;
      done->n_moved = moved->len;
      done->sequence = suivi_store_get_sequence (store);
    }

  return g_steal_pointer (&done);
}

/**
 * suivi_clusters_assign_async:
 * @cluster_id: (nullable): key of a cluster; %NULL: none
 * @keys: (element-type gint64): keys of rows of the list
 *
 * Puts recommendations into a cluster, as one step that can be undone. Outputs of other mechanisms are left out, and so is
 * what is there already: if nothing is left, there is no step. The result is a #SuiviClusterAssignment.
 */
void
suivi_clusters_assign_async (SuiviWorkspace *workspace,
                             const char *cluster_id,
                             GArray *keys,
                             GAsyncReadyCallback callback,
                             gpointer user_data)
{
  Job *job = g_new0 (Job, 1);

  job->cluster_id = g_strdup (cluster_id);
  job->keys = g_array_ref (keys);
  suivi_workspace_run_async (workspace, assign, job, (GDestroyNotify) free_job, g_free, NULL, callback,
                             user_data);
}
