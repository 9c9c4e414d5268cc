/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A plan beside the workspace. */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "core/text/language.h"
#include "core/text/text.h"
#include "exchange/plan-match.h"
#include "store/scorecard-store.h"

/* Rows and recommendations that are not tied are held against each other so often at most, which takes less
 * than a minute: a file that wants more is no list of recommendations. */
#define MAX_PAIRS (20 * 1000 * 1000)

/* Takes over key and symbol that the workspace has. */
static void
take_over (SuiviPlanReview *self, SuiviReview *known)
{
  self->is_new = FALSE;
  g_free (self->review->id);
  self->review->id = g_strdup (known->id);
  self->changes = known->symbol == NULL && self->review->symbol != NULL;
  if (known->symbol != NULL)
    {
      g_free (self->review->symbol);
      self->review->symbol = g_strdup (known->symbol);
    }
}

/* Finds out which reviews the workspace has. Returns: key → SuiviReview, all of the workspace. */
static GHashTable *
find_reviews (SuiviImportPlan *self, GPtrArray *known)
{
  GHashTable *by_key = g_hash_table_new (g_str_hash, g_str_equal);
  GHashTableIter iter;
  gpointer value = NULL;

  /* Those that only rows name come to be known here. */
  for (guint i = 0; i < self->groups->len; i++)
    suivi_import_plan_review_of (self, i);

  g_hash_table_iter_init (&iter, self->reviews);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    {
      ((SuiviPlanReview *) value)->is_new = TRUE;
      ((SuiviPlanReview *) value)->changes = FALSE;
    }
  for (guint i = 0; i < known->len; i++)
    {
      SuiviReview *review = g_ptr_array_index (known, i);
      g_autofree char *token = suivi_review_to_token (review);
      SuiviPlanReview *mine = g_hash_table_lookup (self->reviews, token);

      g_hash_table_insert (by_key, review->id, review);
      if (mine != NULL)
        take_over (mine, review);
    }

  return by_key;
}

/* Rows that do not say their review may belong to one that others name: they are compared together. */
static guint
find_place (SuiviImportPlan *self, guint bucket)
{
  const SuiviPlanBucket *known = g_ptr_array_index (self->buckets, bucket);
  const SuiviPlanGroup *group = g_ptr_array_index (self->groups, known->group);
  g_autofree char *token = NULL;
  g_autofree char *bucket_token = NULL;
  gpointer index = NULL;

  if (known->mechanism != NULL || group->state != NULL || self->review == NULL)
    return bucket;

  token = g_strdup_printf ("%s:%u", self->review->review->state, self->review->review->session);
  if (!g_hash_table_lookup_extended (self->group_index, token, NULL, &index))
    return bucket;
  bucket_token = suivi_import_plan_bucket_token (GPOINTER_TO_UINT (index), known->commitments);
  if (!g_hash_table_lookup_extended (self->bucket_index, bucket_token, NULL, &index))
    return bucket;

  return GPOINTER_TO_UINT (index);
}

/* All rows, those of one bucket together and in the order of the file; @begins has where each bucket begins,
 * and the end. */
static GArray *
sort_into_buckets (SuiviImportPlan *self, GArray **begins)
{
  g_autofree guint *places = g_new (guint, self->buckets->len + 1);
  GArray *order = g_array_sized_new (FALSE, TRUE, sizeof (guint), self->entries->len);
  guint *next = NULL;

  g_array_set_size (order, self->entries->len);
  *begins = g_array_new (FALSE, TRUE, sizeof (guint));
  g_array_set_size (*begins, self->buckets->len + 2);
  next = &g_array_index (*begins, guint, 1);
  for (guint i = 0; i < self->buckets->len; i++)
    places[i] = find_place (self, i);
  for (guint i = 0; i < self->entries->len; i++)
    next[places[suivi_import_plan_entry (self, i)->bucket] + 1]++;
  for (guint i = 1; i <= self->buckets->len; i++)
    next[i] += next[i - 1];
  /* Now next[b] is where bucket b begins, and moves to its end while it is filled. */
  for (guint i = 0; i < self->entries->len; i++)
    g_array_index (order, guint, next[places[suivi_import_plan_entry (self, i)->bucket]]++) = i;

  return order;
}

static int
compare_keys (gconstpointer a, gconstpointer b, gpointer user_data)
{
  SuiviImportPlan *self = user_data;
  guint index_a = *(const guint *) a;
  guint index_b = *(const guint *) b;
  guint32 hash_a = suivi_import_plan_entry (self, index_a)->key_hash;
  guint32 hash_b = suivi_import_plan_entry (self, index_b)->key_hash;

  if (hash_a != hash_b)
    return hash_a < hash_b ? -1 : 1;

  return index_a < index_b ? -1 : index_a > index_b;
}

static GArray *
sort_by_key (SuiviImportPlan *self)
{
  GArray *order = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint i = 0; i < self->entries->len; i++)
    {
      if (suivi_import_plan_entry (self, i)->key_hash != 0)
        g_array_append_val (order, i);
    }
  g_array_sort_with_data (order, compare_keys, self);
  for (guint i = 1; i < order->len; i++)
    {
      SuiviPlanEntry *entry = suivi_import_plan_entry (self, g_array_index (order, guint, i));
      const SuiviPlanEntry *before = suivi_import_plan_entry (self, g_array_index (order, guint, i - 1));

      entry->same_key = entry->key_hash == before->key_hash;
    }

  return order;
}

static void
forget_comparison (SuiviImportPlan *self)
{
  self->sequence = -1;
  self->compared = FALSE;
  self->has_pieces = FALSE;
  suivi_plan_spool_clear (self->found);
  for (guint i = 0; i < self->buckets->len; i++)
    {
      SuiviPlanBucket *bucket = g_ptr_array_index (self->buckets, i);

      bucket->n_disagreeing = 0;
      bucket->too_many = FALSE;
    }
  for (guint i = 0; i < self->entries->len; i++)
    {
      SuiviPlanEntry *entry = suivi_import_plan_entry (self, i);

      entry->status = entry->file_faulty ? SUIVI_PLAN_FAULTY : SUIVI_PLAN_NEW;
      entry->found = 0;
      entry->repeated = FALSE;
      entry->lacks_part = FALSE;
      entry->writes = FALSE;
      entry->same_key = FALSE;
      entry->outcome = 0;
      entry->whole = FALSE;
      entry->grade = FALSE;
      entry->new_grade = FALSE;
      entry->light = SUIVI_LIGHT_GREY;
      entry->new_light = SUIVI_LIGHT_GREY;
    }
}

static void
keep_kind (GPtrArray *recommendations, gboolean commitments)
{
  for (guint i = recommendations->len; i > 0; i--)
    {
      SuiviRecommendation *recommendation = g_ptr_array_index (recommendations, i - 1);

      if ((recommendation->position == SUIVI_POSITION_COMMITMENT) != commitments)
        g_ptr_array_remove_index (recommendations, i - 1);
    }
}

/* What the workspace has where the rows of the bucket would go. */
static GPtrArray *
load_existing (SuiviPlanComparison *self, const SuiviPlanBucket *bucket, GError **error)
{
  SuiviPlanReview *review = NULL;
  GPtrArray *existing = NULL;

  if (bucket->mechanism != NULL && !self->store_is_empty)
    return suivi_store_find_symbol (self->store, bucket->mechanism, bucket->symbol, error);
  if (bucket->mechanism == NULL)
    review = suivi_import_plan_review_of (self->plan, bucket->group);
  if (review != NULL && !review->is_new)
    {
      existing = suivi_store_find_number (self->store, review->review->id, NULL, error);
      if (existing != NULL)
        keep_kind (existing, bucket->commitments);
      return existing;
    }

  return g_ptr_array_new_with_free_func ((GDestroyNotify) suivi_recommendation_unref);
}

static gboolean
compare_buckets (SuiviPlanComparison *self, GError **error)
{
  g_autoptr (GArray) begins = NULL;
  g_autoptr (GArray) order = sort_into_buckets (self->plan, &begins);

  for (guint i = 0; i < self->plan->buckets->len; i++)
    {
      SuiviPlanBucket *bucket = g_ptr_array_index (self->plan->buckets, i);
      guint begin = g_array_index (begins, guint, i);
      guint end = g_array_index (begins, guint, i + 1);
      g_autoptr (GPtrArray) existing = NULL;

      if (begin == end)
        continue;
      existing = load_existing (self, bucket, error);
      if (existing == NULL
          || !suivi_plan_match_bucket (self, bucket, existing, &g_array_index (order, guint, begin),
                                       end - begin, error))
        return FALSE;
    }

  return TRUE;
}

static gboolean
compare_all (SuiviPlanComparison *self, GError **error)
{
  g_autoptr (GPtrArray) imports = NULL;
  g_autoptr (GPtrArray) reviews = NULL;
  g_autoptr (GArray) by_key = NULL;
  g_autoptr (GHashTable) by_id = NULL;
  g_autoptr (GHashTable) claims = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  reviews = self->store != NULL ? suivi_store_list_reviews (self->store, error) : g_ptr_array_new ();
  if (reviews == NULL)
    return FALSE;
  imports = self->store != NULL ? suivi_store_list_imports (self->store, error) : g_ptr_array_new ();
  if (imports == NULL)
    return FALSE;

  g_clear_pointer (&self->plan->labels, g_hash_table_unref);
  if (self->store != NULL)
    {
      self->plan->labels = suivi_store_get_grade_labels (self->store, suivi_language_get (), error);
      if (self->plan->labels == NULL)
        return FALSE;
    }

  by_key = sort_by_key (self->plan);
  self->store_is_empty = reviews->len == 0 && imports->len == 0;
  by_id = find_reviews (self->plan, reviews);
  self->reviews = by_id;
  self->by_key = by_key;
  self->claims = claims;
  self->n_pairs_left = MAX_PAIRS;

  return compare_buckets (self, error) && suivi_plan_spool_check (self->plan->rows, error)
         && suivi_plan_spool_check (self->plan->found, error);
}

/**
 * suivi_import_plan_compare:
 * @store: (nullable): the workspace that the file would go into; %NULL: one that is still to be made
 * @progress: (nullable): is told how far it is, and how many rows are compared
 * @cancellable: (nullable): to stop it; the plan has to be compared again then
 * @error: return location of a %SUIVI_IMPORT_ERROR_NO_REVIEW, a %SUIVI_STORE_ERROR or %G_IO_ERROR_CANCELLED
 *
 * Holds the rows against the workspace: by the key that one source has for them, by review and number, by
 * review, text and States. What only nearly is the same is left to the user. What the user left out or wants
 * split stays. Nothing is written.
 *
 * Returns: whether the plan is ready to be shown and applied
 */
gboolean
suivi_import_plan_compare (SuiviImportPlan *self,
                           SuiviStore *store,
                           SuiviProgress *progress,
                           GCancellable *cancellable,
                           GError **error)
{
  SuiviPlanComparison comparison
    = { .plan = self, .store = store, .progress = progress, .cancellable = cancellable };
  gboolean ok = FALSE;

  g_return_val_if_fail (SUIVI_IS_IMPORT_PLAN (self), FALSE);

  if (suivi_import_plan_needs_review (self))
    {
      g_set_error_literal (
        error, SUIVI_IMPORT_ERROR, SUIVI_IMPORT_ERROR_NO_REVIEW,
        _ ("The file does not say which review it is about. Choose the State and the session."));
      return FALSE;
    }
  if (!suivi_plan_spool_check (self->rows, error))
    return FALSE;

  forget_comparison (self);
  ok = compare_all (&comparison, error);
  if (!ok)
    forget_comparison (self);
  suivi_import_plan_sort_rows (self);
  if (!ok)
    return FALSE;

  suivi_progress_set (progress, 1.0, self->entries->len);
  self->sequence = store != NULL ? suivi_store_get_sequence (store) : -1;
  self->compared = TRUE;

  return TRUE;
}
