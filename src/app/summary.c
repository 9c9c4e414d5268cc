/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "app/summary.h"

/* What fits on the overview without scrolling past everything else. */
#define N_CHANGES 8

typedef struct
{
  char *review_id;
  char *cut_off;
} Request;

static void
free_request (gpointer data)
{
  Request *request = data;

  g_free (request->review_id);
  g_free (request->cut_off);
  g_free (request);
}

G_DEFINE_BOXED_TYPE (SuiviSummary, suivi_summary, suivi_summary_ref, suivi_summary_unref)

/**
 * suivi_summary_ref:
 *
 * Returns: (transfer full): @self
 */
SuiviSummary *
suivi_summary_ref (SuiviSummary *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

/**
 * suivi_summary_unref:
 */
void
suivi_summary_unref (SuiviSummary *self)
{
  g_return_if_fail (self != NULL);

  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;

  g_clear_pointer (&self->consultations, g_ptr_array_unref);
  g_clear_pointer (&self->reviews, g_ptr_array_unref);
  g_clear_pointer (&self->review_counts, g_hash_table_unref);
  g_clear_pointer (&self->history, g_ptr_array_unref);
  g_free (self->review_id);
  g_free (self->cut_off);
  g_free (self);
}

/**
 * suivi_summary_get_graded:
 *
 * Returns: how many recommendations have a light that is not grey
 */
guint
suivi_summary_get_graded (const SuiviSummary *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->total - self->lights[SUIVI_LIGHT_GREY];
}

/**
 * suivi_summary_find_review:
 * @review_id: (nullable): key of a review
 *
 * Returns: (transfer none) (nullable): the review, if the workspace has it
 */
SuiviReview *
suivi_summary_find_review (const SuiviSummary *self, const char *review_id)
{
  g_return_val_if_fail (self != NULL, NULL);

  for (guint i = 0; i < self->reviews->len; i++)
    {
      SuiviReview *review = g_ptr_array_index (self->reviews, i);

      if (g_strcmp0 (review->id, review_id) == 0)
        return review;
    }
  return NULL;
}

/**
 * suivi_summary_get_review:
 *
 * Returns: (transfer none) (nullable): the review that is counted; %NULL when all of them are
 */
SuiviReview *
suivi_summary_get_review (const SuiviSummary *self)
{
  return suivi_summary_find_review (self, self->review_id);
}

/**
 * suivi_summary_get_review_count:
 * @review_id: (nullable): key of a review; %NULL for all of them together
 *
 * Returns: how many recommendations it has
 */
guint
suivi_summary_get_review_count (const SuiviSummary *self, const char *review_id)
{
  GHashTableIter iter;
  gpointer value = NULL;
  guint total = 0;

  g_return_val_if_fail (self != NULL, 0);

  if (review_id != NULL)
    return GPOINTER_TO_UINT (g_hash_table_lookup (self->review_counts, review_id));

  g_hash_table_iter_init (&iter, self->review_counts);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    total += GPOINTER_TO_UINT (value);
  return total;
}

static gboolean
count_reviews (SuiviSummary *self, SuiviStore *store, GError **error)
{
  g_autoptr (SuiviFilter) everything = suivi_filter_new ();
  g_autoptr (GPtrArray) found = suivi_store_count_facet (store, everything, SUIVI_FACET_REVIEW, error);

  if (found == NULL)
    return FALSE;

  for (guint i = 0; i < found->len; i++)
    {
      SuiviFacetCount *count = g_ptr_array_index (found, i);

      g_hash_table_insert (self->review_counts, g_strdup (count->value), GUINT_TO_POINTER (count->count));
    }
  return TRUE;
}

/* The counts of one facet, into an array indexed by its enumeration; @sum takes their sum where it is wanted.
 */
static gboolean
count_enum (SuiviStore *store,
            const SuiviFilter *filter,
            SuiviFacet facet,
            GType type,
            guint *counts,
            guint n_counts,
            GError **error)
{
  g_autoptr (GEnumClass) klass = g_type_class_ref (type);
  g_autoptr (GPtrArray) found = suivi_store_count_facet (store, filter, facet, error);

  if (found == NULL)
    return FALSE;

  for (guint i = 0; i < found->len; i++)
    {
      SuiviFacetCount *count = g_ptr_array_index (found, i);
      GEnumValue *value = g_enum_get_value_by_nick (klass, count->value);

      if (value != NULL && (guint) value->value < n_counts)
        counts[value->value] = count->count;
    }
  return TRUE;
}

/**
 * suivi_summary_load:
 * @store: the workspace file
 * @review_id: (nullable): count this review only
 * @cut_off: (nullable): leave out assessments after this day
 *
 * Reads the numbers. Blocks on the disk. A review that the workspace does not have (its import may just have
 * been undone) counts as "all reviews".
 *
 * Returns: (transfer full): the numbers; %NULL with @error set when the file cannot be read
 */
SuiviSummary *
suivi_summary_load (SuiviStore *store, const char *review_id, const char *cut_off, GError **error)
{
  g_autoptr (SuiviSummary) self = g_new0 (SuiviSummary, 1);
  g_autoptr (SuiviFilter) filter = suivi_filter_new ();
  g_autoptr (GError) failure = NULL;
  SuiviReview *review = NULL;

  g_atomic_ref_count_init (&self->ref_count);

  self->reviews = suivi_store_list_reviews (store, error);
  if (self->reviews == NULL)
    return NULL;
  self->history = suivi_store_list_history (store, N_CHANGES, error);
  if (self->history == NULL)
    return NULL;
  self->review_counts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  if (!count_reviews (self, store, error))
    return NULL;

  self->cut_off = g_strdup (cut_off);
  suivi_filter_set_cut_off (filter, cut_off);
  if (review_id != NULL && suivi_summary_find_review (self, review_id) != NULL)
    {
      self->review_id = g_strdup (review_id);
      suivi_filter_add (filter, SUIVI_FACET_REVIEW, review_id);
    }

  review = suivi_summary_get_review (self);
  self->n_drafts = suivi_store_count_drafts (store, review != NULL ? review->state : NULL, &failure);
  if (failure != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&failure));
      return NULL;
    }
  self->consultations = suivi_consultation_entries_load (store, review != NULL ? review->state : NULL, error);
  if (self->consultations == NULL)
    return NULL;

  if (!count_enum (store, filter, SUIVI_FACET_POSITION, SUIVI_TYPE_POSITION, self->positions,
                   SUIVI_N_POSITIONS, error))
    return NULL;

  for (guint p = 0; p < SUIVI_N_POSITIONS; p++)
    {
      if (self->positions[p] == 0)
        continue;

      suivi_filter_clear (filter, SUIVI_FACET_POSITION);
      suivi_filter_add (filter, SUIVI_FACET_POSITION, suivi_position_to_nick (p));
      if (!count_enum (store, filter, SUIVI_FACET_LIGHT, SUIVI_TYPE_LIGHT, self->position_lights[p],
                       SUIVI_N_LIGHTS, error))
        return NULL;

      self->total += self->positions[p];
      for (guint l = 0; l < SUIVI_N_LIGHTS; l++)
        self->lights[l] += self->position_lights[p][l];
    }

  return g_steal_pointer (&self);
}

static gpointer
load_in_worker (SuiviStore *store, gpointer data, GCancellable *cancellable, GError **error)
{
  Request *request = data;

  return suivi_summary_load (store, request->review_id, request->cut_off, error);
}

/**
 * suivi_summary_load_async:
 *
 * As suivi_summary_load(), on the workspace's own thread. Finish with suivi_summary_load_finish().
 */
void
suivi_summary_load_async (SuiviWorkspace *workspace,
                          const char *review_id,
                          const char *cut_off,
                          GCancellable *cancellable,
                          GAsyncReadyCallback callback,
                          gpointer user_data)
{
  Request *request = g_new0 (Request, 1);

  request->review_id = g_strdup (review_id);
  request->cut_off = g_strdup (cut_off);
  suivi_workspace_run_async (workspace, load_in_worker, request, free_request,
                             (GDestroyNotify) suivi_summary_unref, cancellable, callback, user_data);
}

/**
 * suivi_summary_load_finish:
 *
 * Returns: (transfer full): the numbers; %NULL with @error set
 */
SuiviSummary *
suivi_summary_load_finish (SuiviWorkspace *workspace, GAsyncResult *result, GError **error)
{
  return suivi_workspace_run_finish (workspace, result, error);
}
