/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "app/review/recommendation-words.h"
#include "app/review/review-jobs.h"
#include "store/scorecard-store.h"

/* How many rows are read before looking whether the one that is sought is among them. */
#define SOUGHT_AT_ONCE 256

/* What one job needs to know; it is handed over to the workspace's thread, so it owns all it holds. */
typedef struct
{
  SuiviFilter *base;
  SuiviFilter *filter;
  SuiviFacet facet;
  gint64 key;
  char *id;
  GArray *keys;
  gboolean child_focused;
} Job;

static void
free_job (Job *job)
{
  g_clear_pointer (&job->base, suivi_filter_free);
  g_clear_pointer (&job->filter, suivi_filter_free);
  g_free (job->id);
  g_clear_pointer (&job->keys, g_array_unref);
  g_free (job);
}

/**
 * suivi_review_detail_free:
 * @self: (nullable) (transfer full): a detail
 */
void
suivi_review_detail_free (SuiviReviewDetail *self)
{
  if (self == NULL)
    return;

  g_clear_pointer (&self->recommendation, suivi_recommendation_unref);
  g_clear_pointer (&self->review, suivi_review_free);
  g_clear_pointer (&self->import, suivi_import_free);
  g_clear_pointer (&self->cluster, g_free);
  g_clear_pointer (&self->parts, g_ptr_array_unref);
  g_clear_pointer (&self->assessments, g_ptr_array_unref);
  g_free (self);
}

/**
 * suivi_review_place_free:
 * @self: (nullable) (transfer full): a place
 */
void
suivi_review_place_free (SuiviReviewPlace *self)
{
  if (self == NULL)
    return;

  g_clear_pointer (&self->recommendation, suivi_recommendation_unref);
  g_clear_pointer (&self->review, suivi_review_free);
  g_free (self);
}

static gpointer
count (SuiviStore *store, gpointer data, GCancellable *cancellable, GError **error)
{
  Job *job = data;
  g_autofree SuiviReviewCounts *counts = g_new0 (SuiviReviewCounts, 1);
  g_autoptr (GError) failure = NULL;

  counts->total = suivi_store_count (store, job->base, &failure);
  if (failure == NULL)
    counts->children = suivi_store_count (store, job->filter, &failure);
  if (failure != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&failure));
      return NULL;
    }

  return g_steal_pointer (&counts);
}

/**
 * suivi_review_count_async:
 * @base: what the page is about, before anything is chosen
 * @filter: what is chosen
 *
 * Counts for the page; the result is a #SuiviReviewCounts, to be freed with g_free().
 */
void
suivi_review_count_async (SuiviWorkspace *workspace,
                          const SuiviFilter *base,
                          const SuiviFilter *filter,
                          GCancellable *cancellable,
                          GAsyncReadyCallback callback,
                          gpointer user_data)
{
  Job *job = g_new0 (Job, 1);

  job->base = suivi_filter_copy (base);
  job->filter = suivi_filter_copy (filter);
  suivi_filter_clear (job->filter, SUIVI_FACET_CHILDREN);
  suivi_filter_add (job->filter, SUIVI_FACET_CHILDREN, "yes");
  suivi_workspace_run_async (workspace, count, job, (GDestroyNotify) free_job, g_free, cancellable, callback,
                             user_data);
}

static gpointer
count_facet (SuiviStore *store, gpointer data, GCancellable *cancellable, GError **error)
{
  Job *job = data;

  return suivi_store_count_facet (store, job->filter, job->facet, error);
}

/**
 * suivi_review_count_facet_async:
 * @filter: what is chosen; what it says about @facet is left aside
 * @facet: the facet whose values are counted
 *
 * The result is a #GPtrArray of #SuiviFacetCount, to be freed with g_ptr_array_unref().
 */
void
suivi_review_count_facet_async (SuiviWorkspace *workspace,
                                const SuiviFilter *filter,
                                SuiviFacet facet,
                                GCancellable *cancellable,
                                GAsyncReadyCallback callback,
                                gpointer user_data)
{
  Job *job = g_new0 (Job, 1);

  job->filter = suivi_filter_copy (filter);
  suivi_filter_clear (job->filter, facet);
  job->facet = facet;
  suivi_workspace_run_async (workspace, count_facet, job, (GDestroyNotify) free_job,
                             (GDestroyNotify) g_ptr_array_unref, cancellable, callback, user_data);
}

/* Whether the recommendations of a filter are of more than one cycle. The reviews say so without counting. */
static gboolean
has_cycles (GPtrArray *reviews, const SuiviFilter *filter)
{
  guint first = 0;

  for (guint i = 0; i < reviews->len; i++)
    {
      SuiviReview *review = g_ptr_array_index (reviews, i);
      guint cycle = suivi_review_cycle_of_session (review->session);

      if (suivi_filter_get (filter, SUIVI_FACET_REVIEW)[0] != NULL
          && !suivi_filter_has (filter, SUIVI_FACET_REVIEW, review->id))
        continue;
      if (first != 0 && cycle != first)
        return TRUE;
      first = cycle;
    }

  return FALSE;
}

static gboolean
has_values (SuiviStore *store, const SuiviFilter *filter, SuiviFacet facet, GError **error)
{
  g_autoptr (GPtrArray) counts = suivi_store_count_facet (store, filter, facet, error);

  return counts != NULL && counts->len > 0;
}

static gpointer
find_choices (SuiviStore *store, gpointer data, GCancellable *cancellable, GError **error)
{
  static const SuiviFacet facets[]
    = { SUIVI_FACET_THEME, SUIVI_FACET_GROUP,   SUIVI_FACET_STATE,      SUIVI_FACET_CATEGORY,
        SUIVI_FACET_ISSUE, SUIVI_FACET_CLUSTER, SUIVI_FACET_INSTITUTION };
  Job *job = data;
  g_autoptr (GPtrArray) reviews = suivi_store_list_reviews (store, error);
  g_autoptr (GPtrArray) mechanisms = NULL;
  g_autoptr (GError) failure = NULL;
  guint choices = 0;

  if (reviews == NULL)
    return NULL;
  mechanisms = suivi_store_count_facet (store, job->filter, SUIVI_FACET_MECHANISM, error);
  if (mechanisms == NULL)
    return NULL;

  if (has_cycles (reviews, job->filter))
    choices |= 1u << SUIVI_FACET_CYCLE;
  if (mechanisms->len > 1)
    choices |= 1u << SUIVI_FACET_MECHANISM;
  /* Whatever mechanism is chosen: chips do not come and go with it. */
  for (guint i = 0; i < mechanisms->len; i++)
    suivi_filter_add (job->filter, SUIVI_FACET_MECHANISM,
                      ((SuiviFacetCount *) g_ptr_array_index (mechanisms, i))->value);
  for (gsize i = 0; i < G_N_ELEMENTS (facets); i++)
    {
      if (g_cancellable_set_error_if_cancelled (cancellable, error))
        return NULL;
      if (has_values (store, job->filter, facets[i], &failure))
        choices |= 1u << facets[i];
      if (failure != NULL)
        {
          g_propagate_error (error, g_steal_pointer (&failure));
          return NULL;
        }
    }

  return GUINT_TO_POINTER (choices);
}

/**
 * suivi_review_find_choices_async:
 * @base: what the page is about, before anything is chosen
 *
 * Looks which facets there is something to choose from in: more than one mechanism, more than one cycle, any
 * theme, group, State, category, issue, cluster or institution. The result is a set of bits, 1 << facet, as a pointer;
 * it need not be freed.
 */
void
suivi_review_find_choices_async (SuiviWorkspace *workspace,
                                 const SuiviFilter *base,
                                 GCancellable *cancellable,
                                 GAsyncReadyCallback callback,
                                 gpointer user_data)
{
  Job *job = g_new0 (Job, 1);

  job->filter = suivi_filter_copy (base);
  suivi_workspace_run_async (workspace, find_choices, job, (GDestroyNotify) free_job, NULL, cancellable,
                             callback, user_data);
}

/**
 * suivi_review_find:
 * @id: (nullable): key of the review that a recommendation was made in
 *
 * For a job on the workspace's thread.
 *
 * Returns: (transfer full) (nullable): the review; %NULL if there is none, or, with @error set, on failure
 */
SuiviReview *
suivi_review_find (SuiviStore *store, const char *id, GError **error)
{
  g_autoptr (GPtrArray) reviews = suivi_store_list_reviews (store, error);

  for (guint i = 0; id != NULL && reviews != NULL && i < reviews->len; i++)
    {
      SuiviReview *review = g_ptr_array_index (reviews, i);

      if (g_strcmp0 (review->id, id) == 0)
        return suivi_review_copy (review);
    }

  return NULL;
}

static gpointer
load_detail (SuiviStore *store, gpointer data, GCancellable *cancellable, GError **error)
{
  Job *job = data;
  g_autoptr (SuiviReviewDetail) detail = g_new0 (SuiviReviewDetail, 1);
  g_autoptr (GPtrArray) rows = NULL;
  g_autoptr (GError) failure = NULL;

  rows = suivi_store_load (store, &job->key, 1, error);
  if (rows == NULL)
    return NULL;
  if (rows->len == 0 || g_ptr_array_index (rows, 0) == NULL)
    {
      g_set_error_literal (error, SUIVI_STORE_ERROR, SUIVI_STORE_ERROR_NOT_FOUND,
                           _ ("This recommendation is no longer in the workspace."));
      return NULL;
    }

  detail->recommendation = suivi_recommendation_ref (g_ptr_array_index (rows, 0));
  detail->review = suivi_review_find (store, detail->recommendation->review_id, &failure);
  if (failure == NULL && detail->recommendation->import_id != NULL)
    detail->import = suivi_store_get_import (store, detail->recommendation->import_id, &failure);
  /* The import may be undone while one of its rows is still shown. */
  if (g_error_matches (failure, SUIVI_STORE_ERROR, SUIVI_STORE_ERROR_NOT_FOUND))
    g_clear_error (&failure);
  if (failure == NULL)
    detail->cluster = suivi_store_get_cluster_title (store, detail->recommendation->id, &failure);
  if (failure == NULL)
    detail->parts = suivi_store_list_parts (store, detail->recommendation->id, &failure);
  if (failure == NULL)
    detail->assessments = suivi_store_list_assessments (store, detail->recommendation->id, &failure);
  if (failure != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&failure));
      return NULL;
    }

  return g_steal_pointer (&detail);
}

/**
 * suivi_review_load_detail_async:
 * @key: key of a row of the list
 *
 * The result is a #SuiviReviewDetail, to be freed with suivi_review_detail_free().
 */
void
suivi_review_load_detail_async (SuiviWorkspace *workspace,
                                gint64 key,
                                GCancellable *cancellable,
                                GAsyncReadyCallback callback,
                                gpointer user_data)
{
  Job *job = g_new0 (Job, 1);

  job->key = key;
  suivi_workspace_run_async (workspace, load_detail, job, (GDestroyNotify) free_job,
                             (GDestroyNotify) suivi_review_detail_free, cancellable, callback, user_data);
}

/* The key of the row with that @id among the rows that @filter lets through, 0 if there is none. */
static gint64
find_key (SuiviStore *store,
          const SuiviFilter *filter,
          const char *id,
          GCancellable *cancellable,
          GError **error)
{
  g_autoptr (GArray) keys
             = suivi_store_query_keys (store, filter, SUIVI_SORT_NUMBER, FALSE, cancellable, error);

  for (guint first = 0; keys != NULL && first < keys->len; first += SOUGHT_AT_ONCE)
    {
      guint n = MIN (SOUGHT_AT_ONCE, keys->len - first);
      g_autoptr (GPtrArray) rows = NULL;

      if (g_cancellable_set_error_if_cancelled (cancellable, error))
        return 0;
      rows = suivi_store_load (store, &g_array_index (keys, gint64, first), n, error);
      if (rows == NULL)
        return 0;
      for (guint i = 0; i < rows->len; i++)
        {
          SuiviRecommendation *row = g_ptr_array_index (rows, i);

          /* What was deleted since its key was found is a hole. */
          if (row != NULL && g_str_equal (row->id, id))
            return g_array_index (keys, gint64, first + i);
        }
    }

  return 0;
}

static gpointer
find_place (SuiviStore *store, gpointer data, GCancellable *cancellable, GError **error)
{
  Job *job = data;
  g_autoptr (SuiviReviewPlace) place = g_new0 (SuiviReviewPlace, 1);
  g_autoptr (SuiviFilter) filter = suivi_filter_new ();
  g_autoptr (GError) failure = NULL;

  place->recommendation = suivi_store_get_recommendation (store, job->id, error);
  if (place->recommendation == NULL)
    return NULL;

  /* The rows of one review, or of one mechanism, are few enough to look at each. */
  if (suivi_recommendation_is_output (place->recommendation))
    suivi_filter_add (filter, SUIVI_FACET_MECHANISM, place->recommendation->mechanism);
  else
    suivi_filter_add (filter, SUIVI_FACET_REVIEW, place->recommendation->review_id);
  place->review = suivi_review_find (store, place->recommendation->review_id, &failure);
  if (failure == NULL)
    place->key = find_key (store, filter, job->id, cancellable, &failure);
  if (failure == NULL && place->key == 0)
    g_set_error_literal (&failure, SUIVI_STORE_ERROR, SUIVI_STORE_ERROR_NOT_FOUND,
                         _ ("This recommendation is no longer in the workspace."));
  if (failure != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&failure));
      return NULL;
    }

  return g_steal_pointer (&place);
}

/**
 * suivi_review_find_place_async:
 * @id: key of a recommendation or an output
 *
 * Finds the row of the list that shows it. The result is a #SuiviReviewPlace, to be freed with
 * suivi_review_place_free().
 */
void
suivi_review_find_place_async (SuiviWorkspace *workspace,
                               const char *id,
                               GCancellable *cancellable,
                               GAsyncReadyCallback callback,
                               gpointer user_data)
{
  Job *job = g_new0 (Job, 1);

  job->id = g_strdup (id);
  suivi_workspace_run_async (workspace, find_place, job, (GDestroyNotify) free_job,
                             (GDestroyNotify) suivi_review_place_free, cancellable, callback, user_data);
}

static gpointer
load (SuiviStore *store, gpointer data, GCancellable *cancellable, GError **error)
{
  Job *job = data;

  return suivi_store_load (store, (const gint64 *) (gpointer) job->keys->data, job->keys->len, error);
}

/**
 * suivi_review_load_async:
 * @keys: (element-type gint64): keys of rows of the list
 *
 * The result is a #GPtrArray of #SuiviRecommendation, to be freed with g_ptr_array_unref().
 */
void
suivi_review_load_async (SuiviWorkspace *workspace,
                         GArray *keys,
                         GCancellable *cancellable,
                         GAsyncReadyCallback callback,
                         gpointer user_data)
{
  Job *job = g_new0 (Job, 1);

  job->keys = g_array_ref (keys);
  suivi_workspace_run_async (workspace, load, job, (GDestroyNotify) free_job,
                             (GDestroyNotify) g_ptr_array_unref, cancellable, callback, user_data);
}

static gpointer
set_children (SuiviStore *store, gpointer data, GCancellable *cancellable, GError **error)
{
  Job *job = data;
  g_autoptr (GPtrArray) rows = NULL;
  g_autoptr (SuiviTransaction) transaction = NULL;
  const char *number = NULL;
  g_autofree char *label = NULL;

  rows = suivi_store_load (store, (const gint64 *) (gpointer) job->keys->data, job->keys->len, error);
  if (rows == NULL)
    return NULL;

  number = suivi_recommendations_get_only_number (rows);
  if (number != NULL)
    label = g_strdup_printf (_ ("Set child focus of %s"), number);
  else
    label = g_strdup_printf (ngettext ("Set child focus of %u recommendation",
                                       "Set child focus of %u recommendations", rows->len),
                             rows->len);

  transaction = suivi_store_begin (store, label, error);
  if (transaction == NULL)
    return NULL;
  for (guint i = 0; i < rows->len; i++)
    {
      g_autoptr (SuiviRecommendation) changed = NULL;

      /* One that is gone meanwhile cannot be changed. */
      if (g_ptr_array_index (rows, i) == NULL)
        continue;
      changed = suivi_recommendation_copy (g_ptr_array_index (rows, i));
      changed->child_focused = job->child_focused;
      changed->child_focused_decided = TRUE;
      if (!suivi_transaction_put_recommendation (transaction, changed, error))
        return NULL;
    }
  if (!suivi_transaction_commit (transaction, error))
    return NULL;

  return GUINT_TO_POINTER (rows->len);
}

/**
 * suivi_review_set_children_async:
 * @keys: (element-type gint64): keys of rows of the list
 * @child_focused: whether they are about children
 *
 * Sets it as one step that can be undone. A person decided it, so a later import leaves it alone.
 * The result is the number of recommendations, as a pointer.
 */
void
suivi_review_set_children_async (SuiviWorkspace *workspace,
                                 GArray *keys,
                                 gboolean child_focused,
                                 GAsyncReadyCallback callback,
                                 gpointer user_data)
{
  Job *job = g_new0 (Job, 1);

  job->keys = g_array_ref (keys);
  job->child_focused = child_focused;
  suivi_workspace_run_async (workspace, set_children, job, (GDestroyNotify) free_job, NULL, NULL, callback,
                             user_data);
}
