/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "core/text/text.h"
#include "exchange/import-plan.h"
#include "exchange/plan-row-private.h"
#include "store/transaction.h"

/* How many rows are written before somebody who changed their mind is heard. */
#define ROWS_BETWEEN_CHECKS 100

struct _SuiviImportPlan
{
  GObject parent_instance;

  char *format;
  char *file_name;
  char *sha256;
  SuiviReview *review;                          /* (owned) (nullable) */
  GPtrArray *rows;                              /* (owned): of SuiviPlanRow, in the order of the file */
  GListStore *by_status[SUIVI_N_PLAN_STATUSES]; /* (owned) */
  gint64 sequence; /* state of the workspace at the comparison, -1: not compared */
  gboolean review_is_new;
  gboolean review_changes;
};

G_DEFINE_FINAL_TYPE (SuiviImportPlan, suivi_import_plan, G_TYPE_OBJECT)
G_DEFINE_QUARK (suivi - import - error - quark, suivi_import_error)

static void
suivi_import_plan_finalize (GObject *object)
{
  SuiviImportPlan *self = SUIVI_IMPORT_PLAN (object);

  g_free (self->format);
  g_free (self->file_name);
  g_free (self->sha256);
  g_clear_pointer (&self->review, suivi_review_free);
  g_ptr_array_unref (self->rows);
  for (guint i = 0; i < SUIVI_N_PLAN_STATUSES; i++)
    g_object_unref (self->by_status[i]);

  G_OBJECT_CLASS (suivi_import_plan_parent_class)->finalize (object);
}

static void
suivi_import_plan_class_init (SuiviImportPlanClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = suivi_import_plan_finalize;
}

static void
suivi_import_plan_init (SuiviImportPlan *self)
{
  self->rows = g_ptr_array_new_with_free_func (g_object_unref);
  self->sequence = -1;
  for (guint i = 0; i < SUIVI_N_PLAN_STATUSES; i++)
    self->by_status[i] = g_list_store_new (SUIVI_TYPE_PLAN_ROW);
}

/**
 * suivi_import_plan_new:
 *
 * Returns: (transfer full): an empty plan, to be filled by a reader
 */
SuiviImportPlan *
suivi_import_plan_new (void)
{
  return g_object_new (SUIVI_TYPE_IMPORT_PLAN, NULL);
}

/**
 * suivi_import_plan_set_source:
 * @format: name of the format, "ohchr-list"
 * @file_name: base name of the file, for people
 * @sha256: (nullable): checksum of the file, hexadecimal
 */
void
suivi_import_plan_set_source (SuiviImportPlan *self,
                              const char *format,
                              const char *file_name,
                              const char *sha256)
{
  g_return_if_fail (SUIVI_IS_IMPORT_PLAN (self));

  g_free (self->format);
  self->format = g_strdup (format);
  g_free (self->file_name);
  self->file_name = g_strdup (file_name);
  g_free (self->sha256);
  self->sha256 = g_strdup (sha256);
}

/**
 * suivi_import_plan_set_review:
 * @state: State under review, ISO 3166-1 alpha-3
 * @session: session of the Working Group, 1 and up
 * @symbol: (nullable): symbol of the report, if the file says it
 *
 * Says which review the file is about. A reader calls it when the file says so; the user may correct it. The
 * plan has to be compared again afterwards.
 */
void
suivi_import_plan_set_review (SuiviImportPlan *self, const char *state, guint session, const char *symbol)
{
  g_return_if_fail (SUIVI_IS_IMPORT_PLAN (self));
  g_return_if_fail (state != NULL && session > 0);

  g_clear_pointer (&self->review, suivi_review_free);
  self->review = suivi_review_new (state, session);
  self->review->symbol = g_strdup (symbol);
  self->sequence = -1;
}

/**
 * suivi_import_plan_take_row:
 * @row: (transfer full): the next row of the file
 */
void
suivi_import_plan_take_row (SuiviImportPlan *self, SuiviPlanRow *row)
{
  g_return_if_fail (SUIVI_IS_IMPORT_PLAN (self));
  g_return_if_fail (SUIVI_IS_PLAN_ROW (row));

  g_ptr_array_add (self->rows, row);
  g_list_store_append (self->by_status[suivi_plan_row_get_status (row)], row);
  self->sequence = -1;
}

/**
 * suivi_import_plan_get_format:
 *
 * Returns: (nullable): name of the format, "ohchr-list"
 */
const char *
suivi_import_plan_get_format (SuiviImportPlan *self)
{
  g_return_val_if_fail (SUIVI_IS_IMPORT_PLAN (self), NULL);

  return self->format;
}

/**
 * suivi_import_plan_get_file_name:
 *
 * Returns: (nullable): base name of the file
 */
const char *
suivi_import_plan_get_file_name (SuiviImportPlan *self)
{
  g_return_val_if_fail (SUIVI_IS_IMPORT_PLAN (self), NULL);

  return self->file_name;
}

/**
 * suivi_import_plan_has_review:
 *
 * Returns: whether somebody said which review the file is about
 */
gboolean
suivi_import_plan_has_review (SuiviImportPlan *self)
{
  g_return_val_if_fail (SUIVI_IS_IMPORT_PLAN (self), FALSE);

  return self->review != NULL;
}

/**
 * suivi_import_plan_get_review:
 *
 * Returns: (transfer none) (nullable): the review that the file is about
 */
SuiviReview *
suivi_import_plan_get_review (SuiviImportPlan *self)
{
  g_return_val_if_fail (SUIVI_IS_IMPORT_PLAN (self), NULL);

  return self->review;
}

/**
 * suivi_import_plan_get_rows:
 *
 * Returns: (transfer none): the rows (#SuiviPlanRow) of that status in the order of the file; the model
 * follows suivi_import_plan_compare() and suivi_import_plan_resolve_state()
 */
GListModel *
suivi_import_plan_get_rows (SuiviImportPlan *self, SuiviPlanStatus status)
{
  g_return_val_if_fail (SUIVI_IS_IMPORT_PLAN (self), NULL);
  g_return_val_if_fail (status < SUIVI_N_PLAN_STATUSES, NULL);

  return G_LIST_MODEL (self->by_status[status]);
}

/**
 * suivi_import_plan_count:
 *
 * Returns: how many rows have that status, left out or not
 */
guint
suivi_import_plan_count (SuiviImportPlan *self, SuiviPlanStatus status)
{
  g_return_val_if_fail (SUIVI_IS_IMPORT_PLAN (self), 0);
  g_return_val_if_fail (status < SUIVI_N_PLAN_STATUSES, 0);

  return g_list_model_get_n_items (G_LIST_MODEL (self->by_status[status]));
}

/**
 * suivi_import_plan_count_to_apply:
 *
 * Returns: how many recommendations suivi_import_plan_apply() would write: new and changed ones that are
 * included, and unchanged ones of which parts are new or change; parts do not count on their own
 */
guint
suivi_import_plan_count_to_apply (SuiviImportPlan *self)
{
  guint count = 0;

  g_return_val_if_fail (SUIVI_IS_IMPORT_PLAN (self), 0);

  for (guint i = 0; i < self->rows->len; i++)
    {
      if (suivi_plan_row_is_to_apply (g_ptr_array_index (self->rows, i)))
        count++;
    }

  return count;
}

/**
 * suivi_import_plan_list_faults:
 *
 * Returns: (transfer full) (element-type SuiviImportFault): copies of all faults in the order of the file, to
 * be released with g_ptr_array_unref()
 */
GPtrArray *
suivi_import_plan_list_faults (SuiviImportPlan *self)
{
  GPtrArray *result = g_ptr_array_new_with_free_func ((GDestroyNotify) suivi_import_fault_free);

  g_return_val_if_fail (SUIVI_IS_IMPORT_PLAN (self), result);

  for (guint i = 0; i < self->rows->len; i++)
    {
      GPtrArray *faults = suivi_plan_row_get_faults (g_ptr_array_index (self->rows, i));

      for (guint j = 0; j < faults->len; j++)
        g_ptr_array_add (result, suivi_import_fault_copy (g_ptr_array_index (faults, j)));
    }

  return result;
}

static int
compare_rows (gconstpointer a, gconstpointer b, gpointer user_data)
{
  guint row_a = suivi_plan_row_get_row ((SuiviPlanRow *) a);
  guint row_b = suivi_plan_row_get_row ((SuiviPlanRow *) b);

  return row_a < row_b ? -1 : row_a > row_b;
}

/**
 * suivi_import_plan_resolve_state:
 * @name: a name in the file that nobody knew, the value of a %SUIVI_FAULT_UNKNOWN_STATE
 * @state: the State that the user says it is, ISO 3166-1 alpha-3
 *
 * Settles that name in all rows. Rows without further faults become new, changed or the same at once, against
 * what the workspace had at the last suivi_import_plan_compare(), which need not be repeated.
 */
void
suivi_import_plan_resolve_state (SuiviImportPlan *self, const char *name, const char *state)
{
  GListStore *faulty = NULL;

  g_return_if_fail (SUIVI_IS_IMPORT_PLAN (self));
  g_return_if_fail (name != NULL && state != NULL);

  faulty = self->by_status[SUIVI_PLAN_FAULTY];
  for (guint i = g_list_model_get_n_items (G_LIST_MODEL (faulty)); i > 0; i--)
    {
      g_autoptr (SuiviPlanRow) row = g_list_model_get_item (G_LIST_MODEL (faulty), i - 1);
      SuiviPlanStatus status = SUIVI_PLAN_FAULTY;

      if (!suivi_plan_row_resolve_state (row, name, state))
        continue;

      suivi_plan_row_recompare (row);
      status = suivi_plan_row_get_status (row);
      if (status == SUIVI_PLAN_FAULTY)
        continue;

      g_list_store_remove (faulty, i - 1);
      g_list_store_insert_sorted (self->by_status[status], row, compare_rows, NULL);
    }
}

/* What every row needs, whatever its reader thought of: without it the row could not be saved. */
static void
check_row (SuiviPlanRow *row, GHashTable *numbers)
{
  SuiviRecommendation *recommendation = suivi_plan_row_get_recommendation (row);

  if (suivi_text_is_blank (recommendation->number))
    {
      if (!suivi_plan_row_has_fault (row, SUIVI_FAULT_NO_NUMBER))
        suivi_plan_row_add_fault (
          row, SUIVI_FAULT_NO_NUMBER, NULL, recommendation->number,
          _ ("This row has no number. Give it one in the file, or leave the row out."));
    }
  else if (g_hash_table_contains (numbers, recommendation->number))
    {
      if (!suivi_plan_row_has_fault (row, SUIVI_FAULT_DUPLICATE_NUMBER))
        {
          g_autofree char *reason = NULL;

          reason
            = g_strdup_printf (_ ("The number %s stands in the file before. Correct one of them, or leave "
                                  "the row out."),
                               recommendation->number);
          suivi_plan_row_add_fault (row, SUIVI_FAULT_DUPLICATE_NUMBER, NULL, recommendation->number, reason);
        }
    }
  else
    {
      g_hash_table_add (numbers, recommendation->number);
    }

  if (suivi_text_is_blank (recommendation->text) && !suivi_plan_row_has_fault (row, SUIVI_FAULT_NO_TEXT))
    suivi_plan_row_add_fault (row, SUIVI_FAULT_NO_TEXT, NULL, recommendation->text,
                              _ ("This row has no text. Correct the file, or leave the row out."));
}

/* All recommendations of the review in one go: one look-up per row would make long lists slow. */
static gboolean
load_existing (SuiviStore *store, SuiviReview *review, GHashTable *existing, GError **error)
{
  g_autoptr (GPtrArray) all = suivi_store_find_number (store, review->id, NULL, error);

  if (all == NULL)
    return FALSE;

  for (guint i = 0; i < all->len; i++)
    {
      SuiviRecommendation *recommendation = g_ptr_array_index (all, i);

      g_hash_table_insert (existing, recommendation->number, suivi_recommendation_ref (recommendation));
    }

  return TRUE;
}

/* Finds the review in the workspace and takes over its key. */
static gboolean
find_review (SuiviImportPlan *self, SuiviStore *store, GError **error)
{
  g_autoptr (GError) local_error = NULL;
  g_autoptr (SuiviReview) known = NULL;

  known = suivi_store_find_review (store, self->review->state, self->review->session, &local_error);
  if (local_error != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local_error));
      return FALSE;
    }

  self->review_is_new = known == NULL;
  self->review_changes = FALSE;
  if (known != NULL)
    {
      g_free (self->review->id);
      self->review->id = g_strdup (known->id);
      if (known->symbol != NULL)
        {
          g_free (self->review->symbol);
          self->review->symbol = g_strdup (known->symbol);
        }
      else
        {
          self->review_changes = self->review->symbol != NULL;
        }
    }

  return TRUE;
}

/* Only a row that offers parts and is in the workspace already can have parts there. */
static gboolean
look_for_parts (SuiviStore *store,
                SuiviPlanRow *row,
                SuiviRecommendation *existing,
                GPtrArray **parts,
                GError **error)
{
  *parts = NULL;
  if (existing == NULL || suivi_plan_row_get_parts (row)->len == 0)
    return TRUE;

  *parts = suivi_store_list_parts (store, existing->id, error);

  return *parts != NULL;
}

static void
sort_rows_into_models (SuiviImportPlan *self)
{
  for (guint status = 0; status < SUIVI_N_PLAN_STATUSES; status++)
    {
      g_autoptr (GPtrArray) rows = g_ptr_array_new ();

      for (guint i = 0; i < self->rows->len; i++)
        {
          SuiviPlanRow *row = g_ptr_array_index (self->rows, i);

          if (suivi_plan_row_get_status (row) == status)
            g_ptr_array_add (rows, row);
        }
      g_list_store_splice (self->by_status[status], 0,
                           g_list_model_get_n_items (G_LIST_MODEL (self->by_status[status])), rows->pdata,
                           rows->len);
    }
}

/**
 * suivi_import_plan_compare:
 * @store: the workspace that the file would go into
 * @error: return location of a %SUIVI_IMPORT_ERROR_NO_REVIEW, or a %SUIVI_STORE_ERROR
 *
 * Holds the rows against the workspace: by number within the review. What the user left out or wants split
 * stays. Nothing is written.
 *
 * Returns: whether the plan is ready to be shown and applied
 */
gboolean
suivi_import_plan_compare (SuiviImportPlan *self, SuiviStore *store, GError **error)
{
  g_autoptr (GHashTable) existing = NULL;
  g_autoptr (GHashTable) numbers = g_hash_table_new (g_str_hash, g_str_equal);

  g_return_val_if_fail (SUIVI_IS_IMPORT_PLAN (self), FALSE);
  g_return_val_if_fail (store != NULL, FALSE);

  if (self->review == NULL)
    {
      g_set_error_literal (
        error, SUIVI_IMPORT_ERROR, SUIVI_IMPORT_ERROR_NO_REVIEW,
        _ ("The file does not say which review it is about. Choose the State and the session."));
      return FALSE;
    }

  existing
    = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, (GDestroyNotify) suivi_recommendation_unref);
  self->sequence = -1;
  if (!find_review (self, store, error))
    return FALSE;
  if (!self->review_is_new && !load_existing (store, self->review, existing, error))
    return FALSE;

  for (guint i = 0; i < self->rows->len; i++)
    {
      SuiviPlanRow *row = g_ptr_array_index (self->rows, i);
      SuiviRecommendation *known = NULL;
      g_autoptr (GPtrArray) parts = NULL;

      check_row (row, numbers);
      if (suivi_plan_row_get_recommendation (row)->number != NULL)
        known = g_hash_table_lookup (existing, suivi_plan_row_get_recommendation (row)->number);
      if (!look_for_parts (store, row, known, &parts, error))
        return FALSE;
      suivi_plan_row_compare (row, known, parts);
    }

  sort_rows_into_models (self);
  self->sequence = suivi_store_get_sequence (store);

  return TRUE;
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
  record->rows = self->rows->len;

  return record;
}

/* The part as it is to be saved, %NULL if there is nothing to save. */
static SuiviRecommendation *
make_or_update_part (SuiviPlanRow *row, SuiviRecommendation *whole, guint index)
{
  SuiviRecommendation *old = suivi_plan_row_get_existing_part (row, index);
  g_autoptr (SuiviRecommendation) updated = NULL;
  g_autoptr (GPtrArray) changes = NULL;

  if (old == NULL)
    return suivi_plan_row_brings_part (row, index) ? suivi_plan_row_make_part (row, whole, index) : NULL;

  updated
    = suivi_plan_row_update_part (old, g_ptr_array_index (suivi_plan_row_get_parts (row), index),
                                  suivi_plan_row_get_existing (row), suivi_plan_row_get_recommendation (row));
  changes = g_ptr_array_new_with_free_func ((GDestroyNotify) suivi_field_change_free);
  suivi_plan_row_add_changes (changes, NULL, old, updated);

  return changes->len > 0 ? g_steal_pointer (&updated) : NULL;
}

static gboolean
apply_row (SuiviImportPlan *self,
           SuiviTransaction *transaction,
           SuiviPlanRow *row,
           const char *import_id,
           GError **error)
{
  g_autoptr (SuiviRecommendation) whole = NULL;

  if (!suivi_plan_row_changes_whole (row))
    {
      /* Only its parts are new or change: the whole keeps where it came from. */
      whole = suivi_recommendation_ref (suivi_plan_row_get_existing (row));
    }
  else
    {
      whole = suivi_plan_row_merge (row, self->review->id, import_id);
      if (!suivi_transaction_put_recommendation (transaction, whole, error))
        return FALSE;
    }

  for (guint i = 0; i < suivi_plan_row_get_parts (row)->len; i++)
    {
      g_autoptr (SuiviRecommendation) part = make_or_update_part (row, whole, i);

      if (part == NULL)
        continue;
      g_free (part->import_id);
      part->import_id = g_strdup (import_id);
      if (!suivi_transaction_put_recommendation (transaction, part, error))
        return FALSE;
    }

  return TRUE;
}

static gboolean
apply_rows (SuiviImportPlan *self,
            SuiviTransaction *transaction,
            const char *import_id,
            GCancellable *cancellable,
            GError **error)
{
  for (guint i = 0; i < self->rows->len; i++)
    {
      SuiviPlanRow *row = g_ptr_array_index (self->rows, i);

      if (i % ROWS_BETWEEN_CHECKS == 0 && g_cancellable_set_error_if_cancelled (cancellable, error))
        return FALSE;
      if (suivi_plan_row_is_to_apply (row) && !apply_row (self, transaction, row, import_id, error))
        return FALSE;
    }

  return !g_cancellable_set_error_if_cancelled (cancellable, error);
}

/**
 * suivi_import_plan_apply:
 * @store: the workspace
 * @cancellable: (nullable): to stop it; nothing is written then
 * @error: return location of a %SUIVI_IMPORT_ERROR_NO_REVIEW, a %SUIVI_STORE_ERROR or %G_IO_ERROR_CANCELLED
 *
 * Carries the plan out as one step that can be undone: the review if it is new, a record of the file, the
 * recommendations, and the parts of those to be split. Faulty rows and those the user left out are not
 * written. If the workspace changed since the comparison, the rows are compared again first. A plan that has
 * nothing to write writes nothing, not even the record, and that is a success.
 *
 * Returns: whether everything was written
 */
gboolean
suivi_import_plan_apply (SuiviImportPlan *self, SuiviStore *store, GCancellable *cancellable, GError **error)
{
  g_autoptr (SuiviTransaction) transaction = NULL;
  g_autoptr (SuiviImport) record = NULL;

  g_return_val_if_fail (SUIVI_IS_IMPORT_PLAN (self), FALSE);
  g_return_val_if_fail (store != NULL, FALSE);

  /* Beginning shows what other programs wrote in the meantime: then look again before anything is written. */
  while (transaction == NULL)
    {
      g_autofree char *label = NULL;
      guint count = 0;

      if ((self->sequence < 0 || self->sequence != suivi_store_get_sequence (store))
          && !suivi_import_plan_compare (self, store, error))
        return FALSE;

      count = suivi_import_plan_count_to_apply (self);
      if (count == 0)
        return TRUE;

      label
        = g_strdup_printf (ngettext ("Import %u recommendation", "Import %u recommendations", count), count);
      transaction = suivi_store_begin (store, label, error);
      if (transaction == NULL)
        return FALSE;
      if (self->sequence != suivi_store_get_sequence (store))
        g_clear_pointer (&transaction, suivi_transaction_free);
    }

  if ((self->review_is_new || self->review_changes)
      && !suivi_transaction_put_review (transaction, self->review, error))
    return FALSE;

  record = make_import_record (self);
  if (!suivi_transaction_put_import (transaction, record, error))
    return FALSE;

  if (!apply_rows (self, transaction, record->id, cancellable, error))
    return FALSE;

  return suivi_transaction_commit (transaction, error);
}
