/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Which row is which recommendation of the workspace: by key and by number. */

#include "config.h"

#include "exchange/plan-match.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "core/review/similarity.h"
#include "core/text/text.h"

/* So many different keys can have the same hash before the rest is given up. */
#define MAX_SAME_HASH 64
/* So many rows that are not tied yet are kept; the others are read again. No review has as many. */
#define MAX_KEPT_ROWS 4096

static void
clear_pending (gpointer data)
{
  SuiviPlanPending *pending = data;

  g_clear_object (&pending->row);
  g_free (pending->text);
  g_strfreev (pending->states);
}

/* Two documents that are known cannot both be the one where the number stands. */
static gboolean
may_be_one_document (const char *a, const char *b)
{
  return a == NULL || b == NULL || g_str_equal (a, b);
}

/* ---- What every row needs ---- */

/* What every row needs, whatever its reader thought of: without it the row could not be saved. */
static void
check_row (SuiviPlanRow *row)
{
  SuiviRecommendation *recommendation = row->recommendation;
  gboolean output = suivi_recommendation_is_output (recommendation);

  /* A row of a scorecard has all that in the workspace. */
  if (row->key != NULL)
    return;

  if (!output && suivi_text_is_blank (recommendation->number)
      && recommendation->position != SUIVI_POSITION_COMMITMENT
      && (row->fields & SUIVI_PLAN_FIELD_BIT (SUIVI_PLAN_FIELD_NUMBER)) != 0
      && !suivi_plan_row_has_fault (row, SUIVI_FAULT_NO_NUMBER))
    suivi_plan_row_find_fault (row, SUIVI_FAULT_NO_NUMBER, NULL, recommendation->number,
                               _ ("This row has no number. Give it one in the file, or leave the row out."));
  /* A cell that could not be used was said to be so. */
  if (suivi_text_is_blank (recommendation->text) && !suivi_plan_row_has_fault (row, SUIVI_FAULT_NO_TEXT)
      && !suivi_plan_row_has_fault (row, SUIVI_FAULT_DAMAGED_CELL))
    suivi_plan_row_find_fault (row, SUIVI_FAULT_NO_TEXT, NULL, recommendation->text,
                               _ ("This row has no text. Correct the file, or leave the row out."));
  if (!output && (row->state == NULL) != (row->session == 0)
      && !suivi_plan_row_has_fault (row, SUIVI_FAULT_NO_REVIEW))
    suivi_plan_row_find_fault (row, SUIVI_FAULT_NO_REVIEW, NULL, NULL,
                               _ ("This row does not say which review it is about. Give it the State under "
                                  "review and the session in the file, or leave the row out."));
}

/* ---- Rows that stand in the file twice ---- */

static gboolean
says_the_same (SuiviPlanRow *a, SuiviPlanRow *b)
{
  if (a->fields != b->fields || !may_be_one_document (a->recommendation->symbol, b->recommendation->symbol)
      || g_strcmp0 (a->state, b->state) != 0 || a->session != b->session
      || !suivi_strv_equal ((const char *const *) a->recommendation->concerned,
                            (const char *const *) b->recommendation->concerned))
    return FALSE;

  for (SuiviPlanField field = 0; field < SUIVI_N_PLAN_FIELDS; field++)
    {
      g_autofree char *value_a = suivi_plan_field_value (field, a->recommendation, a->assessment);
      g_autofree char *value_b = suivi_plan_field_value (field, b->recommendation, b->assessment);

      if (!g_str_equal (value_a, value_b))
        return FALSE;
    }

  return TRUE;
}

/* Stores what was found out about a row. */
static gboolean
finish_match (SuiviPlanMatcher *self, guint index, SuiviPlanRow *row, SuiviPlanMatch *found, GError **error)
{
  SuiviPlanComparison *comparison = self->comparison;
  g_autoptr (SuiviPlanMatch) match = found;
  SuiviRecommendation *existing = match != NULL ? match->existing : NULL;

  if (match != NULL && row->parts->len > 0)
    {
      match->parts = suivi_store_list_parts (comparison->store, existing->id, error);
      if (match->parts == NULL)
        return FALSE;
    }
  if (match != NULL && row->assessment != NULL && !suivi_plan_match_find_judgement (match, row, comparison->store, error))
    return FALSE;
  if (match != NULL && self->review != NULL && row->key == NULL && existing->review_id != NULL
      && !g_str_equal (existing->review_id, self->review->review->id))
    {
      SuiviReview *other = g_hash_table_lookup (comparison->reviews, existing->review_id);

      match->other_review = other != NULL ? suivi_review_to_label (other) : NULL;
    }

  suivi_plan_row_compare (row, g_steal_pointer (&match));
  suivi_import_plan_store_found (comparison->plan, row, index);

  return TRUE;
}

/* Stores what was found out about a row that is tied to @existing, or to nothing. */
static gboolean
finish (SuiviPlanMatcher *self,
        guint index,
        SuiviPlanRow *row,
        SuiviPlanTie tie,
        SuiviRecommendation *existing,
        GError **error)
{
  return finish_match (self, index, row, existing != NULL ? suivi_plan_match_new (tie, existing) : NULL,
                       error);
}

/* The row at @first is the same recommendation. Just the same counts once; the rest a person has to settle.
 * */
static gboolean
settle_duplicate (SuiviPlanMatcher *self,
                  guint index,
                  SuiviPlanRow *row,
                  guint first,
                  SuiviFaultKind kind,
                  GError **error)
{
  SuiviImportPlan *plan = self->comparison->plan;
  g_autoptr (SuiviPlanRow) before = suivi_import_plan_load_row (plan, first);
  g_autofree char *reason = NULL;

  if (row->n_file_faults == 0 && says_the_same (row, before))
    {
      suivi_import_plan_entry (plan, index)->repeated = TRUE;
      return TRUE;
    }

  if (kind == SUIVI_FAULT_DUPLICATE_NUMBER)
    reason
      = g_strdup_printf (_ ("The number %s stands in the file before, in row %u, with other content. Correct "
                            "one of them, or leave the row out."),
                         row->recommendation->number, before->row);
  else
    reason
      = g_strdup_printf (_ (
                           "Row %u of the file is the same recommendation with other content. Correct one of "
                           "them, or leave the row out."),
                         before->row);
  if (!suivi_plan_row_has_fault (row, kind))
    suivi_plan_row_find_fault (row, kind, NULL,
                               kind == SUIVI_FAULT_DUPLICATE_NUMBER ? row->recommendation->number
                                                                    : row->recommendation->text,
                               reason);

  return finish (self, index, row, SUIVI_TIE_NONE, NULL, error);
}

/* The first row of the file with the same source key. */
static gboolean
find_same_key (SuiviPlanMatcher *self, guint index, SuiviPlanRow *row, guint *first)
{
  SuiviImportPlan *plan = self->comparison->plan;
  GArray *by_key = self->comparison->by_key;
  guint32 hash = suivi_import_plan_entry (plan, index)->key_hash;
  guint low = 0;
  guint high = by_key->len;

  if (!suivi_import_plan_entry (plan, index)->same_key)
    return FALSE;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (suivi_import_plan_entry (plan, g_array_index (by_key, guint, middle))->key_hash < hash)
        low = middle + 1;
      else
        high = middle;
    }
  for (guint end = MIN (by_key->len, low + MAX_SAME_HASH); low < end; low++)
    {
      g_autoptr (SuiviPlanRow) other = NULL;

      *first = g_array_index (by_key, guint, low);
      if (*first >= index || suivi_import_plan_entry (plan, *first)->key_hash != hash)
        return FALSE;
      other = suivi_import_plan_load_row (plan, *first);
      if (g_strcmp0 (other->recommendation->source_key, row->recommendation->source_key) == 0)
        return TRUE;
    }

  return FALSE;
}

/* A number and the document where it stands. */
static char *
make_place (const char *number, const char *symbol)
{
  return g_strdup_printf ("%s\n%s", number, symbol != NULL ? symbol : "");
}

static gpointer
look_up_place (GHashTable *places, const char *number, const char *symbol)
{
  g_autofree char *place = make_place (number, symbol);

  return g_hash_table_lookup (places, place);
}

/* What stands under the number: in the same document, or in one that nobody named. Whoever names no document
 * means any. */
static gpointer
look_up_number (GHashTable *numbers, GHashTable *places, const char *number, const char *symbol)
{
  gpointer found = look_up_place (places, number, symbol);

  if (found == NULL)
    found = symbol != NULL ? look_up_place (places, number, NULL) : g_hash_table_lookup (numbers, number);

  return found;
}

/* The first one stays. */
static void
add_number (GHashTable *numbers, GHashTable *places, const char *number, const char *symbol, guint value)
{
  g_autofree char *place = make_place (number, symbol);

  if (!g_hash_table_contains (places, place))
    g_hash_table_insert (places, g_steal_pointer (&place), GUINT_TO_POINTER (value));
  if (!g_hash_table_contains (numbers, number))
    g_hash_table_insert (numbers, g_strdup (number), GUINT_TO_POINTER (value));
}

/* The first row of the bucket with the same number in the same document. */
static gboolean
find_same_number (SuiviPlanMatcher *self, guint index, SuiviPlanRow *row, guint *first)
{
  SuiviRecommendation *recommendation = row->recommendation;
  gpointer found = NULL;

  if (suivi_text_is_blank (recommendation->number))
    return FALSE;

  found
    = look_up_number (self->row_numbers, self->row_places, recommendation->number, recommendation->symbol);
  if (found == NULL)
    {
      add_number (self->row_numbers, self->row_places, recommendation->number, recommendation->symbol,
                  index + 1);
      return FALSE;
    }

  *first = GPOINTER_TO_UINT (found) - 1;

  return TRUE;
}

/* The first row of the bucket that says the same and has no number either. */
static gboolean
find_same_text (SuiviPlanMatcher *self, guint index, SuiviPlanRow *row, guint *first)
{
  g_autofree char *text = NULL;
  g_autofree char *states = NULL;
  g_autofree char *said = NULL;
  gpointer found = NULL;

  if (!suivi_text_is_blank (row->recommendation->number) || row->recommendation->source_key != NULL
      || suivi_text_is_blank (row->recommendation->text))
    return FALSE;

  text = suivi_text_normalise (row->recommendation->text);
  states = suivi_plan_field_value (SUIVI_PLAN_FIELD_STATES, row->recommendation, NULL);
  said = g_strdup_printf ("%s\n%s", text, states);
  found = g_hash_table_lookup (self->texts, said);
  if (found == NULL)
    {
      g_hash_table_insert (self->texts, g_steal_pointer (&said), GUINT_TO_POINTER (index + 1));
      return FALSE;
    }

  *first = GPOINTER_TO_UINT (found) - 1;

  return TRUE;
}

/* Looks whether the file had the row before. */
static gboolean
look_for_duplicate (SuiviPlanMatcher *self, guint index, SuiviPlanRow *row, gboolean *settled, GError **error)
{
  guint first = 0;

  *settled = TRUE;
  if (find_same_key (self, index, row, &first))
    return settle_duplicate (self, index, row, first, SUIVI_FAULT_DUPLICATE, error);
  if (self->bucket->mechanism == NULL && find_same_number (self, index, row, &first))
    return settle_duplicate (self, index, row, first, SUIVI_FAULT_DUPLICATE_NUMBER, error);
  if (self->bucket->mechanism == NULL && find_same_text (self, index, row, &first))
    return settle_duplicate (self, index, row, first, SUIVI_FAULT_DUPLICATE, error);

  *settled = FALSE;

  return TRUE;
}

/* ---- Ties ---- */

/* One row may claim a recommendation, wherever the file has it: the key of a source finds one in any review. */
static void
claim (SuiviPlanMatcher *self, SuiviRecommendation *existing, guint index)
{
  if (self->comparison->plan->buckets->len > 1 && existing->source_key != NULL)
    g_hash_table_insert (self->comparison->claims, g_strdup (existing->id), GUINT_TO_POINTER (index + 1));
}

/**
 * suivi_plan_matcher_tie:
 * @index: which row of the plan
 * @row: the row
 * @which: which of the recommendations that the workspace has
 * @tie: how they were found to be the same
 *
 * Ties the row to that recommendation, unless another row was: then the row is a duplicate of that one.
 *
 * Returns: %FALSE with @error set on failure
 */
gboolean
suivi_plan_matcher_tie (SuiviPlanMatcher *self,
                        guint index,
                        SuiviPlanRow *row,
                        guint which,
                        SuiviPlanTie tie,
                        GError **error)
{
  if (self->claimed_by[which] > 0)
    return settle_duplicate (self, index, row, self->claimed_by[which] - 1, SUIVI_FAULT_DUPLICATE, error);

  self->claimed_by[which] = index + 1;
  claim (self, g_ptr_array_index (self->existing, which), index);

  return finish (self, index, row, tie, g_ptr_array_index (self->existing, which), error);
}

/**
 * suivi_plan_matcher_tie_within:
 * @index: which row of the plan
 * @row: the row
 * @which: which of the recommendations that the workspace has
 * @category: action category that the row brings for all pieces of it; 0: none
 * @issues: (nullable): issues that it brings for all pieces of it
 *
 * Says that this recommendation holds what the row says, and more. Another row may be tied to it all the
 * same.
 *
 * Returns: %FALSE with @error set on failure
 */
gboolean
suivi_plan_matcher_tie_within (SuiviPlanMatcher *self,
                               guint index,
                               SuiviPlanRow *row,
                               guint which,
                               guint category,
                               char **issues,
                               GError **error)
{
  SuiviPlanMatch *match = suivi_plan_match_new (SUIVI_TIE_WITHIN, g_ptr_array_index (self->existing, which));

  match->category = category;
  match->issues = issues != NULL ? g_strdupv (issues) : NULL;

  return finish_match (self, index, row, match, error);
}

/* Ties the row to a recommendation that its key alone found. */
static gboolean
tie_elsewhere (SuiviPlanMatcher *self,
               guint index,
               SuiviPlanRow *row,
               SuiviRecommendation *existing,
               GError **error)
{
  gpointer claim = g_hash_table_lookup (self->comparison->claims, existing->id);

  if (claim != NULL)
    return settle_duplicate (self, index, row, GPOINTER_TO_UINT (claim) - 1, SUIVI_FAULT_DUPLICATE, error);

  g_hash_table_insert (self->comparison->claims, g_strdup (existing->id), GUINT_TO_POINTER (index + 1));

  return finish (self, index, row, SUIVI_TIE_KEY, existing, error);
}

/* A row of a scorecard: the workspace must have it. */
static gboolean
tie_by_workspace_key (SuiviPlanMatcher *self, guint index, SuiviPlanRow *row, GError **error)
{
  g_autoptr (GError) local_error = NULL;
  g_autoptr (SuiviRecommendation) existing
             = self->comparison->store != NULL
                 ? suivi_store_get_recommendation (self->comparison->store, row->key, &local_error)
                 : NULL;

  if (existing == NULL && local_error != NULL
      && !g_error_matches (local_error, SUIVI_STORE_ERROR, SUIVI_STORE_ERROR_NOT_FOUND))
    {
      g_propagate_error (error, g_steal_pointer (&local_error));
      return FALSE;
    }
  if (existing != NULL)
    return tie_elsewhere (self, index, row, existing, error);

  if (!suivi_plan_row_has_fault (row, SUIVI_FAULT_UNKNOWN_KEY))
    suivi_plan_row_find_fault (
      row, SUIVI_FAULT_UNKNOWN_KEY, NULL, row->recommendation->number,
      _ ("This row belongs to a recommendation that the workspace does not have. Open the "
         "workspace that the file was made from, or leave the row out."));

  return finish (self, index, row, SUIVI_TIE_NONE, NULL, error);
}

/* By the key of the database that the file comes from. */
static gboolean
tie_by_source_key (SuiviPlanMatcher *self, guint index, SuiviPlanRow *row, gboolean *tied, GError **error)
{
  const char *key = row->recommendation->source_key;
  gpointer which = NULL;
  g_autoptr (GPtrArray) elsewhere = NULL;

  *tied = FALSE;
  if (key == NULL || self->comparison->store_is_empty)
    return TRUE;

  which = self->by_source != NULL ? g_hash_table_lookup (self->by_source, key) : NULL;
  if (which != NULL)
    {
      *tied = TRUE;
      return suivi_plan_matcher_tie (self, index, row, GPOINTER_TO_UINT (which) - 1, SUIVI_TIE_KEY, error);
    }

  /* A key with a source's name in front is one that people made up: two databases may have the same. */
  if (strchr (key, ':') != NULL)
    return TRUE;

  elsewhere = suivi_store_find_source_key (self->comparison->store, key, error);
  if (elsewhere == NULL)
    return FALSE;
  if (elsewhere->len == 0)
    return TRUE;

  *tied = TRUE;

  return tie_elsewhere (self, index, row, g_ptr_array_index (elsewhere, 0), error);
}

/* The recommendation with that number, best one of the same document. */
static gboolean
find_number (SuiviPlanMatcher *self, SuiviPlanRow *row, guint *which)
{
  SuiviRecommendation *recommendation = row->recommendation;
  gpointer found = NULL;

  if (suivi_text_is_blank (recommendation->number))
    return FALSE;

  found = look_up_number (self->numbers, self->places, recommendation->number, recommendation->symbol);
  if (found == NULL)
    return FALSE;

  *which = GPOINTER_TO_UINT (found) - 1;

  return TRUE;
}

static gboolean
match_numbers (SuiviPlanMatcher *self, GError **error)
{
  for (guint i = 0; i < self->pending->len; i++)
    {
      SuiviPlanPending *pending = &g_array_index (self->pending, SuiviPlanPending, i);
      g_autoptr (SuiviPlanRow) row = suivi_plan_matcher_load (self, pending);
      guint which = 0;

      if (!find_number (self, row, &which))
        continue;
      /* Another document of the same review: the file has two that the workspace does not tell apart. */
      if (self->claimed_by[which] > 0)
        {
          g_autoptr (SuiviPlanRow) other
                     = suivi_import_plan_load_row (self->comparison->plan, self->claimed_by[which] - 1);

          if (!may_be_one_document (other->recommendation->symbol, row->recommendation->symbol))
            continue;
        }
      pending->done = TRUE;
      if (!suivi_plan_matcher_tie (self, pending->index, row, which, SUIVI_TIE_NUMBER, error))
        return FALSE;
      g_clear_object (&pending->row);
    }

  return TRUE;
}

/* ---- One bucket ---- */

/**
 * suivi_plan_matcher_load:
 * @pending: a row that was not tied yet
 *
 * Returns: (transfer full): the row
 */
SuiviPlanRow *
suivi_plan_matcher_load (SuiviPlanMatcher *self, SuiviPlanPending *pending)
{
  SuiviPlanRow *row = NULL;

  if (pending->row != NULL)
    return g_object_ref (pending->row);

  row = suivi_import_plan_load_row (self->comparison->plan, pending->index);
  suivi_plan_row_begin_comparison (row);
  check_row (row);

  return row;
}

static void
add_pending (SuiviPlanMatcher *self, guint index, SuiviPlanRow *row)
{
  SuiviPlanPending pending = { index, NULL, NULL, NULL, FALSE };

  if (self->pending->len < MAX_KEPT_ROWS)
    pending.row = g_object_ref (row);
  g_array_append_val (self->pending, pending);
}

static gboolean
is_cancelled (SuiviPlanComparison *comparison, GError **error)
{
  guint n_rows = comparison->plan->entries->len;

  if (comparison->n_done % SUIVI_PLAN_ROWS_BETWEEN_CHECKS == 0)
    {
      suivi_progress_set (comparison->progress, (double) comparison->n_done / n_rows, comparison->n_done);
      if (g_cancellable_set_error_if_cancelled (comparison->cancellable, error))
        return TRUE;
    }
  comparison->n_done++;

  return FALSE;
}

static gboolean
match_row (SuiviPlanMatcher *self, guint index, GError **error)
{
  g_autoptr (SuiviPlanRow) row = suivi_import_plan_load_row (self->comparison->plan, index);
  gboolean settled = FALSE;

  suivi_plan_row_begin_comparison (row);
  check_row (row);
  if (row->key != NULL)
    return tie_by_workspace_key (self, index, row, error);
  if (!look_for_duplicate (self, index, row, &settled, error))
    return FALSE;
  if (!settled && !tie_by_source_key (self, index, row, &settled, error))
    return FALSE;
  if (settled)
    return TRUE;
  if (self->existing->len == 0)
    return finish (self, index, row, SUIVI_TIE_NONE, NULL, error);

  add_pending (self, index, row);

  return TRUE;
}

/* Nothing of the workspace is like them. */
static gboolean
finish_pending (SuiviPlanMatcher *self, GError **error)
{
  for (guint i = 0; i < self->pending->len; i++)
    {
      SuiviPlanPending *pending = &g_array_index (self->pending, SuiviPlanPending, i);
      g_autoptr (SuiviPlanRow) row = NULL;

      if (pending->done)
        continue;
      row = suivi_plan_matcher_load (self, pending);
      if (!finish (self, pending->index, row, SUIVI_TIE_NONE, NULL, error))
        return FALSE;
      g_clear_object (&pending->row);
    }

  return TRUE;
}

static void
init_matcher (SuiviPlanMatcher *self,
              SuiviPlanComparison *comparison,
              SuiviPlanBucket *bucket,
              GPtrArray *existing)
{
  self->comparison = comparison;
  self->bucket = bucket;
  self->review
    = bucket->mechanism == NULL ? suivi_import_plan_review_of (comparison->plan, bucket->group) : NULL;
  self->existing = g_ptr_array_ref (existing);
  self->claimed_by = g_new0 (guint, existing->len);
  self->by_source = g_hash_table_new (g_str_hash, g_str_equal);
  self->numbers = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->places = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->row_numbers = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->row_places = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->texts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->pending = g_array_new (FALSE, TRUE, sizeof (SuiviPlanPending));
  g_array_set_clear_func (self->pending, clear_pending);
  for (guint i = 0; i < existing->len; i++)
    {
      SuiviRecommendation *recommendation = g_ptr_array_index (existing, i);

      self->claimed_by[i] = GPOINTER_TO_UINT (g_hash_table_lookup (comparison->claims, recommendation->id));
      if (recommendation->source_key != NULL)
        g_hash_table_insert (self->by_source, recommendation->source_key, GUINT_TO_POINTER (i + 1));
      if (!suivi_text_is_blank (recommendation->number))
        add_number (self->numbers, self->places, recommendation->number, recommendation->symbol, i + 1);
    }
}

static void
clear_matcher (SuiviPlanMatcher *self)
{
  g_array_unref (self->pending);
  g_hash_table_unref (self->texts);
  g_hash_table_unref (self->row_places);
  g_hash_table_unref (self->row_numbers);
  g_hash_table_unref (self->places);
  g_hash_table_unref (self->numbers);
  g_hash_table_unref (self->by_source);
  g_free (self->claimed_by);
  g_ptr_array_unref (self->existing);
}

/**
 * suivi_plan_match_bucket:
 * @comparison: the comparison under way
 * @bucket: what the rows have in common
 * @existing: (element-type SuiviRecommendation): what the workspace has in the same place
 * @indices: (array length=n_indices): the rows, in the order of the file
 * @n_indices: how many
 *
 * Finds out for each row what it is in the workspace, from the surest sign to the weakest: a key, the number,
 * the text, nearly the text. No two rows are tied to one recommendation.
 *
 * Returns: %FALSE with @error set on failure
 */
gboolean
suivi_plan_match_bucket (SuiviPlanComparison *comparison,
                         SuiviPlanBucket *bucket,
                         GPtrArray *existing,
                         const guint *indices,
                         guint n_indices,
                         GError **error)
{
  SuiviPlanMatcher self = { 0 };
  gboolean ok = TRUE;

  init_matcher (&self, comparison, bucket, existing);
  for (guint i = 0; i < n_indices && ok; i++)
    ok = !is_cancelled (comparison, error) && match_row (&self, indices[i], error);
  if (ok && self.pending->len > 0)
    ok = (bucket->mechanism != NULL || match_numbers (&self, error)) && suivi_plan_match_texts (&self, error)
         && (bucket->mechanism != NULL
             || (suivi_plan_match_pieces (&self, error) && suivi_plan_match_near (&self, error)))
         && finish_pending (&self, error);
  clear_matcher (&self);

  return ok;
}
