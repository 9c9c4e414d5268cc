/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A plan becomes a step of the workspace. */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "exchange/import-plan-private.h"
#include "store/scorecard-store.h"
#include "store/transaction.h"

/* What would happen to the rows, for the record of the import. Rows that count nowhere are not told of. */
static void
count_outcomes (SuiviImportPlan *self, SuiviImport *record)
{
  for (guint i = 0; i < self->entries->len; i++)
    {
      const SuiviPlanEntry *entry = suivi_import_plan_entry (self, i);
      gboolean near_same = entry->status == SUIVI_PLAN_NEAR && entry->decision == SUIVI_DECISION_SAME;

      if (!suivi_import_plan_is_counted (self, i))
        continue;
      if (!suivi_import_plan_is_to_apply (self, i))
        {
          if (entry->status == SUIVI_PLAN_SAME || (near_same && entry->included))
            record->n_same++;
          else
            record->n_left_out++;
        }
      else if (entry->status == SUIVI_PLAN_NEW || (entry->status == SUIVI_PLAN_NEAR && !near_same))
        {
          record->n_new++;
        }
      else
        {
          record->n_changed++;
        }
    }
}

static SuiviImport *
make_import_record (SuiviImportPlan *self)
{
  SuiviImport *record = suivi_import_new ();

  g_free (record->file_name);
  record->file_name = g_strdup (self->file_name != NULL ? self->file_name : "");
  g_free (record->sha256);
  record->sha256 = g_strdup (self->sha256 != NULL ? self->sha256 : "");
  g_free (record->format);
  record->format = g_strdup (self->format != NULL ? self->format : "");
  record->rows = suivi_import_plan_get_n_rows (self);
  count_outcomes (self, record);

  return record;
}

/* Those that the workspace lacks, or whose document it does not know yet. */
static gboolean
put_reviews (SuiviImportPlan *self, SuiviTransaction *transaction, GError **error)
{
  GHashTableIter iter;
  gpointer value = NULL;

  g_hash_table_iter_init (&iter, self->reviews);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    ((SuiviPlanReview *) value)->used = FALSE;

  for (guint i = 0; i < self->entries->len; i++)
    {
      SuiviPlanReview *review = NULL;

      if (!suivi_import_plan_is_to_apply (self, i))
        continue;
      review = suivi_import_plan_review_of (self, suivi_import_plan_entry (self, i)->group);
      if (review == NULL || review->used)
        continue;
      review->used = TRUE;
      if ((review->is_new || review->changes)
          && !suivi_transaction_put_review (transaction, review->review, error))
        return FALSE;
    }

  return TRUE;
}

static void
set_text (char **target, const char *value)
{
  char *copy = g_strdup (value);

  g_free (*target);
  *target = copy;
}

/* The part as it is to be saved, %NULL if there is nothing to save. */
static SuiviRecommendation *
make_or_update_part (SuiviPlanRow *row, SuiviRecommendation *whole, guint index)
{
  SuiviRecommendation *old = suivi_plan_row_get_existing_part (row, index);
  g_autoptr (SuiviRecommendation) updated = NULL;

  if (old == NULL)
    return suivi_plan_row_brings_part (row, index) ? suivi_plan_row_make_part (row, whole, index) : NULL;

  updated = suivi_plan_row_update_part (old, g_ptr_array_index (suivi_plan_row_get_parts (row), index),
                                        suivi_plan_row_get_existing (row), whole);

  return suivi_plan_row_part_differs (old, updated) ? g_steal_pointer (&updated) : NULL;
}

static gboolean
put_parts (SuiviPlanRow *row,
           SuiviTransaction *transaction,
           SuiviRecommendation *whole,
           const char *import_id,
           GError **error)
{
  for (guint i = 0; i < suivi_plan_row_get_parts (row)->len; i++)
    {
      g_autoptr (SuiviRecommendation) part = make_or_update_part (row, whole, i);

      if (part == NULL)
        continue;
      set_text (&part->import_id, import_id);
      if (!suivi_transaction_put_recommendation (transaction, part, error))
        return FALSE;
    }

  return TRUE;
}

static gboolean
put_grade (SuiviPlanRow *row, SuiviTransaction *transaction, SuiviRecommendation *whole, GError **error)
{
  g_autoptr (SuiviAssessment) assessment = suivi_plan_row_merge_assessment (row);

  if (assessment == NULL)
    return TRUE;

  set_text (&assessment->recommendation_id, whole->id);

  return suivi_transaction_put_assessment (transaction, assessment, error);
}

/* They are no part of the record: what differs becomes or ceases to be responsible. */
static gboolean
put_institutions (SuiviPlanRow *row,
                  SuiviTransaction *transaction,
                  SuiviRecommendation *whole,
                  GError **error)
{
  SuiviRecommendation *old = suivi_plan_row_get_existing (row);
  const char *const ids[] = { whole->id, NULL };

  for (gsize i = 0; old != NULL && old->institutions[i] != NULL; i++)
    {
      if (!g_strv_contains ((const char *const *) whole->institutions, old->institutions[i])
          && !suivi_transaction_remove_institution (transaction, ids, old->institutions[i], error))
        return FALSE;
    }
  for (gsize i = 0; old != NULL && whole->institutions[i] != NULL; i++)
    {
      if (!g_strv_contains ((const char *const *) old->institutions, whole->institutions[i])
          && !suivi_transaction_add_institution (transaction, ids, whole->institutions[i], error))
        return FALSE;
    }

  return TRUE;
}

/* A row before may have written the same recommendation: a piece adds its issues, and another row the rest. */
static gboolean
refresh (SuiviPlanRow *row, SuiviStore *store, GError **error)
{
  SuiviRecommendation *existing = suivi_plan_row_get_existing (row);
  SuiviRecommendation *now = NULL;

  if (existing == NULL)
    return TRUE;
  now = suivi_store_get_recommendation (store, existing->id, error);
  if (now == NULL)
    return FALSE;

  row->match->existing = now;
  suivi_recommendation_unref (existing);

  return TRUE;
}

static gboolean
apply_row (SuiviImportPlan *self,
           SuiviStore *store,
           SuiviTransaction *transaction,
           SuiviPlanRow *row,
           guint index,
           const char *import_id,
           GError **error)
{
  SuiviPlanReview *review = suivi_import_plan_review_of (self, suivi_import_plan_entry (self, index)->group);
  g_autoptr (SuiviRecommendation) whole = NULL;

  if (self->has_pieces && !refresh (row, store, error))
    return FALSE;

  /* Another recommendation than the one that it resembles: nothing of that one counts. */
  if (row->status == SUIVI_PLAN_NEAR && row->decision == SUIVI_DECISION_NEW)
    {
      suivi_plan_row_begin_comparison (row);
      suivi_plan_row_compare (row, NULL);
    }

  whole = suivi_plan_row_merge (row);
  /* A row of a scorecard stays where it is. */
  if (suivi_recommendation_is_output (whole))
    set_text (&whole->review_id, NULL);
  else if (review != NULL && row->key == NULL)
    set_text (&whole->review_id, review->review->id);

  if (row->status == SUIVI_PLAN_NEW || row->whole_changes
      || (row->status == SUIVI_PLAN_NEAR && suivi_plan_row_writes (row)))
    {
      gboolean is_new = suivi_plan_row_get_existing (row) == NULL;

      set_text (&whole->import_id, import_id);
      if (!(is_new ? suivi_transaction_add_recommendation (transaction, whole, error)
                   : suivi_transaction_put_recommendation (transaction, whole, error))
          || !put_institutions (row, transaction, whole, error))
        return FALSE;
    }

  /* What tells only of a piece says nothing of the parts. */
  if (row->match != NULL && row->match->tie == SUIVI_TIE_WITHIN)
    return TRUE;

  return put_parts (row, transaction, whole, import_id, error) && put_grade (row, transaction, whole, error);
}

static gboolean
apply_rows (SuiviImportPlan *self,
            SuiviStore *store,
            SuiviTransaction *transaction,
            const char *import_id,
            guint n_to_apply,
            SuiviProgress *progress,
            GCancellable *cancellable,
            GError **error)
{
  guint n_done = 0;

  for (guint i = 0; i < self->entries->len; i++)
    {
      g_autoptr (SuiviPlanRow) row = NULL;

      if (!suivi_import_plan_is_to_apply (self, i))
        continue;
      if (n_done % SUIVI_PLAN_ROWS_BETWEEN_CHECKS == 0)
        {
          suivi_progress_set (progress, (double) n_done / n_to_apply, n_done);
          if (g_cancellable_set_error_if_cancelled (cancellable, error))
            return FALSE;
        }
      n_done++;
      row = suivi_import_plan_load_row (self, i);
      if (!suivi_plan_spool_check (self->rows, error) || !suivi_plan_spool_check (self->found, error)
          || !apply_row (self, store, transaction, row, i, import_id, error))
        return FALSE;
    }

  return !g_cancellable_set_error_if_cancelled (cancellable, error);
}

/* What people saw of the plan, in one number: what every row would do. */
static guint64
hash_plan (SuiviImportPlan *self)
{
  guint64 hash = G_GUINT64_CONSTANT (14695981039346656037);

  for (guint i = 0; i < self->entries->len; i++)
    {
      const SuiviPlanEntry *entry = suivi_import_plan_entry (self, i);
      guint64 what
        = entry->status | entry->decision << 3 | (guint64) suivi_import_plan_is_to_apply (self, i) << 5;

      if (!suivi_import_plan_is_counted (self, i))
        continue;
      hash = (hash ^ i) * G_GUINT64_CONSTANT (1099511628211);
      hash = (hash ^ what) * G_GUINT64_CONSTANT (1099511628211);
      hash = (hash ^ entry->outcome) * G_GUINT64_CONSTANT (1099511628211);
    }

  return hash;
}

/* Holds the plan against the workspace as it is now. What somebody looked at must still be so. */
static gboolean
compare_again (SuiviImportPlan *self,
               SuiviStore *store,
               SuiviProgress *progress,
               GCancellable *cancellable,
               GError **error)
{
  gboolean compared = self->compared;
  guint64 hash = compared ? hash_plan (self) : 0;

  if (!suivi_import_plan_compare (self, store, progress, cancellable, error))
    return FALSE;
  if (!compared || hash == hash_plan (self))
    return TRUE;

  g_set_error_literal (error, SUIVI_IMPORT_ERROR, SUIVI_IMPORT_ERROR_MOVED,
                       _ ("The workspace changed, so the import would do something else than what was shown. "
                          "Nothing was written. Here is the plan again: look at it and import."));

  return FALSE;
}

/* Beginning shows what other programs wrote in the meantime: then look again before anything is written. */
static SuiviTransaction *
begin (SuiviImportPlan *self,
       SuiviStore *store,
       guint *n_to_apply,
       SuiviProgress *progress,
       GCancellable *cancellable,
       GError **error)
{
  for (;;)
    {
      g_autoptr (SuiviTransaction) transaction = NULL;
      g_autofree char *label = NULL;

      if ((self->sequence < 0 || self->sequence != suivi_store_get_sequence (store))
          && !compare_again (self, store, progress, cancellable, error))
        return NULL;

      *n_to_apply = suivi_import_plan_count_to_apply (self);
      if (*n_to_apply == 0)
        return NULL;

      label = suivi_import_plan_tell_task (self);
      transaction = suivi_store_begin (store, label, error);
      if (transaction == NULL || self->sequence == suivi_store_get_sequence (store))
        return g_steal_pointer (&transaction);
    }
}

/**
 * suivi_import_plan_apply:
 * @store: the workspace
 * @progress: (nullable): is told how far it is, and how many recommendations are written
 * @cancellable: (nullable): to stop it; nothing is written then
 * @error: return location of a %SUIVI_IMPORT_ERROR_NO_REVIEW, a %SUIVI_IMPORT_ERROR_MOVED, a
 *   %SUIVI_STORE_ERROR or %G_IO_ERROR_CANCELLED
 *
 * Carries the plan out as one step that can be undone: the reviews that are new, a record of the file, the
 * recommendations, the parts of those to be split, and grades. Faulty rows, undecided ones and those the user
 * left out are not written. If the workspace changed since the comparison, the rows are compared again first;
 * where that comes out otherwise, nothing is written, and the plan is ready to be shown again. A plan that has nothing to write writes nothing, not even the record, and that is a success.
 *
 * Returns: whether everything was written
 */
gboolean
suivi_import_plan_apply (SuiviImportPlan *self,
                         SuiviStore *store,
                         SuiviProgress *progress,
                         GCancellable *cancellable,
                         GError **error)
{
  g_autoptr (SuiviTransaction) transaction = NULL;
  g_autoptr (SuiviImport) record = NULL;
  g_autoptr (GError) local_error = NULL;
  guint n_to_apply = 0;

  g_return_val_if_fail (SUIVI_IS_IMPORT_PLAN (self), FALSE);
  g_return_val_if_fail (store != NULL, FALSE);

  g_clear_pointer (&self->import_id, g_free);
  transaction = begin (self, store, &n_to_apply, progress, cancellable, &local_error);
  if (transaction == NULL)
    {
      if (local_error == NULL)
        return TRUE;
      g_propagate_error (error, g_steal_pointer (&local_error));
      return FALSE;
    }

  record = make_import_record (self);
  if (!put_reviews (self, transaction, error) || !suivi_transaction_put_import (transaction, record, error)
      || !apply_rows (self, store, transaction, record->id, n_to_apply, progress, cancellable, error)
      || !suivi_transaction_commit (transaction, error))
    return FALSE;

  self->import_id = g_strdup (record->id);
  /* Whoever applies it again looks at it again first. */
  self->compared = FALSE;
  suivi_progress_set (progress, 1.0, n_to_apply);

  return TRUE;
}
