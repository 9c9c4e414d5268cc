/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Which row is which recommendation of the workspace: by what they say. */

#include "config.h"

#include <string.h>

#include "core/review/similarity.h"
#include "core/text/text.h"
#include "exchange/plan-match.h"

/* So many recommendations of one review that say the same, word by word, are told apart by their States. */
#define MAX_SAME_TEXT 64

/* What two sources of one recommendation must have in common; of an output, its paragraph too. */
static char *
tell_text (SuiviRecommendation *recommendation)
{
  g_autofree char *text = suivi_text_normalise (recommendation->text);

  if (!suivi_recommendation_is_output (recommendation))
    return g_steal_pointer (&text);

  return g_strdup_printf ("%s\n%s", recommendation->number != NULL ? recommendation->number : "", text);
}

/**
 * suivi_plan_can_be_mended:
 * @row: a row
 *
 * Returns: whether it has no fault, or none that the user cannot settle at once. Another one would be left
 *   out anyway, and must not take the place of a row
 */
gboolean
suivi_plan_can_be_mended (SuiviPlanRow *row)
{
  for (guint i = 0; i < row->faults->len; i++)
    {
      const SuiviImportFault *fault = g_ptr_array_index (row->faults, i);

      if (fault->kind != SUIVI_FAULT_UNKNOWN_STATE && fault->kind != SUIVI_FAULT_NO_STATE
          && fault->kind != SUIVI_FAULT_UNKNOWN_POSITION)
        return FALSE;
    }

  return TRUE;
}

static void
add_to_list (GHashTable *lists, char *text, guint number)
{
  GArray *list = g_hash_table_lookup (lists, text);

  if (list == NULL)
    {
      list = g_array_new (FALSE, FALSE, sizeof (guint));
      g_hash_table_insert (lists, g_strdup (text), list);
    }
  g_array_append_val (list, number);
}

static GHashTable *
make_lists (void)
{
  return g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_array_unref);
}

/**
 * suivi_plan_matcher_index_texts:
 *
 * Returns: (transfer full): what untied recommendations say → #GArray of which they are
 */
GHashTable *
suivi_plan_matcher_index_texts (SuiviPlanMatcher *self)
{
  GHashTable *result = make_lists ();

  for (guint i = 0; i < self->existing->len; i++)
    {
      g_autofree char *text = NULL;

      if (self->claimed_by[i] > 0)
        continue;
      text = tell_text (g_ptr_array_index (self->existing, i));
      add_to_list (result, text, i);
    }

  return result;
}

/* Where both have a number, these say that they are two. Of outputs, the text holds the paragraph. */
static gboolean
can_be_tied (SuiviPlanMatcher *self, SuiviRecommendation *recommendation, guint which)
{
  SuiviRecommendation *existing = g_ptr_array_index (self->existing, which);

  return self->claimed_by[which] == 0
         && (self->bucket->mechanism != NULL || suivi_text_is_blank (recommendation->number)
             || suivi_text_is_blank (existing->number));
}

static gboolean
is_subset (char **a, char **b)
{
  for (gsize i = 0; a[i] != NULL; i++)
    {
      if (!g_strv_contains ((const char *const *) b, a[i]))
        return FALSE;
    }

  return TRUE;
}

static char **
existing_states (SuiviPlanMatcher *self, guint which)
{
  return ((SuiviRecommendation *) g_ptr_array_index (self->existing, which))->states;
}

/* One may know more of the States than the other, but none of them says otherwise. */
static gboolean
agree_on_states (char **a, char **b)
{
  return is_subset (a, b) || is_subset (b, a);
}

static gboolean
made_by_same_states (SuiviPlanMatcher *self, SuiviPlanPending *pending, guint which)
{
  SuiviRecommendation *existing = g_ptr_array_index (self->existing, which);

  return self->bucket->mechanism != NULL
         || (is_subset (pending->states, existing->states) && is_subset (existing->states, pending->states));
}

static gboolean
tie_pending (SuiviPlanMatcher *self,
             SuiviPlanPending *pending,
             SuiviPlanRow *row,
             guint which,
             GError **error)
{
  pending->done = TRUE;
  if (!suivi_plan_matcher_tie (self, pending->index, row, which,
                               self->bucket->mechanism != NULL ? SUIVI_TIE_NUMBER : SUIVI_TIE_TEXT, error))
    return FALSE;
  g_clear_object (&pending->row);

  return TRUE;
}

/* Rows that say the same as a recommendation that the same States made. */
static gboolean
match_text_and_states (SuiviPlanMatcher *self, GHashTable *texts, GError **error)
{
  for (guint i = 0; i < self->pending->len; i++)
    {
      SuiviPlanPending *pending = &g_array_index (self->pending, SuiviPlanPending, i);
      GArray *same = pending->text != NULL ? g_hash_table_lookup (texts, pending->text) : NULL;
      g_autoptr (SuiviPlanRow) row = NULL;

      if (same == NULL || pending->done)
        continue;
      row = suivi_plan_matcher_load (self, pending);
      for (guint j = 0; j < MIN (same->len, MAX_SAME_TEXT) && !pending->done; j++)
        {
          guint which = g_array_index (same, guint, j);

          if (can_be_tied (self, row->recommendation, which) && made_by_same_states (self, pending, which)
              && !tie_pending (self, pending, row, which, error))
            return FALSE;
        }
    }

  return TRUE;
}

static GPtrArray *
merge_states (GPtrArray *states, char **more)
{
  for (gsize i = 0; more[i] != NULL; i++)
    {
      if (!g_ptr_array_find_with_equal_func (states, more[i], g_str_equal, NULL))
        g_ptr_array_add (states, more[i]);
    }

  return states;
}

static gboolean
are_states (GPtrArray *states, char **list)
{
  g_autoptr (GPtrArray) all = g_ptr_array_new ();

  if (merge_states (all, list)->len != states->len)
    return FALSE;
  for (guint i = 0; i < states->len; i++)
    {
      if (!g_strv_contains ((const char *const *) list, states->pdata[i]))
        return FALSE;
    }

  return TRUE;
}

/* One row, and the recommendations that say the same: it is the only one, or they are one recommendation that
 * the workspace has State by State. */
static gboolean
match_one_row (SuiviPlanMatcher *self, SuiviPlanPending *pending, GArray *same, GError **error)
{
  g_autoptr (SuiviPlanRow) row = suivi_plan_matcher_load (self, pending);
  g_autoptr (GArray) free_ones = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autoptr (GPtrArray) states = g_ptr_array_new ();

  for (guint i = 0; i < MIN (same->len, MAX_SAME_TEXT); i++)
    {
      guint which = g_array_index (same, guint, i);
      SuiviRecommendation *existing = g_ptr_array_index (self->existing, which);

      if (!can_be_tied (self, row->recommendation, which))
        continue;
      g_array_append_val (free_ones, which);
      merge_states (states, existing->states);
    }
  if (free_ones->len == 0 || (free_ones->len > 1 && !are_states (states, pending->states)))
    return TRUE;
  /* Other States said the same: a person has to decide whether it is one recommendation. */
  if (free_ones->len == 1 && self->bucket->mechanism == NULL
      && !agree_on_states (pending->states, existing_states (self, g_array_index (free_ones, guint, 0))))
    return TRUE;

  if (!tie_pending (self, pending, row, g_array_index (free_ones, guint, 0), error))
    return FALSE;
  for (guint i = 1; i < free_ones->len; i++)
    self->claimed_by[g_array_index (free_ones, guint, i)] = pending->index + 1;

  return TRUE;
}

/* Several rows that say the same, State by State, where the workspace has one recommendation of all these
 * States. With numbers of their own they are several indeed: the first one takes its part. */
static gboolean
match_several_rows (SuiviPlanMatcher *self, GArray *rows, GArray *same, GError **error)
{
  guint which = g_array_index (same, guint, 0);
  SuiviRecommendation *existing = g_ptr_array_index (self->existing, which);
  g_autoptr (GPtrArray) states = g_ptr_array_new ();

  if (same->len > 1)
    return TRUE;
  for (guint i = 0; i < rows->len; i++)
    merge_states (states,
                  g_array_index (self->pending, SuiviPlanPending, g_array_index (rows, guint, i)).states);
  if (!are_states (states, existing->states))
    return TRUE;

  for (guint i = 0; i < rows->len; i++)
    {
      SuiviPlanPending *pending
        = &g_array_index (self->pending, SuiviPlanPending, g_array_index (rows, guint, i));
      g_autoptr (SuiviPlanRow) row = suivi_plan_matcher_load (self, pending);

      if (can_be_tied (self, row->recommendation, which))
        {
          if (!tie_pending (self, pending, row, which, error))
            return FALSE;
        }
      else if (suivi_text_is_blank (row->recommendation->number))
        {
          pending->done = TRUE;
          if (!suivi_plan_matcher_tie_within (self, pending->index, row, which, 0, NULL, error))
            return FALSE;
          g_clear_object (&pending->row);
        }
    }

  return TRUE;
}

/* Rows that say the same as a recommendation of other States, where nothing else says it. */
static gboolean
match_text_alone (SuiviPlanMatcher *self, GHashTable *texts, GError **error)
{
  g_autoptr (GHashTable) groups = make_lists ();

  for (guint i = 0; i < self->pending->len; i++)
    {
      SuiviPlanPending *pending = &g_array_index (self->pending, SuiviPlanPending, i);

      if (!pending->done && pending->text != NULL && g_hash_table_contains (texts, pending->text))
        add_to_list (groups, pending->text, i);
    }

  for (guint i = 0; i < self->pending->len; i++)
    {
      SuiviPlanPending *pending = &g_array_index (self->pending, SuiviPlanPending, i);
      GArray *rows
        = !pending->done && pending->text != NULL ? g_hash_table_lookup (groups, pending->text) : NULL;
      GArray *same = rows != NULL ? g_hash_table_lookup (texts, pending->text) : NULL;

      /* A group is looked at with its first row. */
      if (same == NULL || g_array_index (rows, guint, 0) != i)
        continue;
      if (rows->len == 1 ? !match_one_row (self, pending, same, error)
                         : !match_several_rows (self, rows, same, error))
        return FALSE;
    }

  return TRUE;
}

/**
 * suivi_plan_match_texts:
 *
 * Ties rows to recommendations that say the same, where one of the two has no number: first those that the
 * same States made, then those that alone on both sides say it, or together have the same States. Outputs of
 * other mechanisms are tied by paragraph and text.
 *
 * Returns: %FALSE with @error set on failure
 */
gboolean
suivi_plan_match_texts (SuiviPlanMatcher *self, GError **error)
{
  g_autoptr (GHashTable) texts = suivi_plan_matcher_index_texts (self);

  for (guint i = 0; i < self->pending->len; i++)
    {
      SuiviPlanPending *pending = &g_array_index (self->pending, SuiviPlanPending, i);
      g_autoptr (SuiviPlanRow) row = NULL;

      if (pending->done)
        continue;
      row = suivi_plan_matcher_load (self, pending);
      if (!suivi_plan_can_be_mended (row))
        continue;
      pending->text = tell_text (row->recommendation);
      pending->states = g_strdupv (row->recommendation->states);
    }

  return match_text_and_states (self, texts, error)
         && (self->bucket->mechanism != NULL || match_text_alone (self, texts, error));
}
