/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What is saved for a row of a plan. */

#include "config.h"

#include "exchange/plan-row-private.h"

/**
 * suivi_plan_row_merge:
 * @review_id: key of the review
 * @import_id: key of the import
 *
 * Returns: (transfer full): what is to be saved: the file's content under the key that the workspace has, if
 * it has one; whether it is about children stays as a person decided it
 */
SuiviRecommendation *
suivi_plan_row_merge (SuiviPlanRow *self, const char *review_id, const char *import_id)
{
  SuiviRecommendation *existing = suivi_plan_row_get_existing (self);
  SuiviRecommendation *result = suivi_recommendation_copy (suivi_plan_row_get_recommendation (self));

  if (existing != NULL)
    {
      g_free (result->id);
      result->id = g_strdup (existing->id);
      if (existing->child_focused_decided)
        {
          result->child_focused = existing->child_focused;
          result->child_focused_decided = TRUE;
        }
    }
  g_free (result->review_id);
  result->review_id = g_strdup (review_id);
  g_free (result->import_id);
  result->import_id = g_strdup (import_id);

  return result;
}

/**
 * suivi_plan_row_get_letter:
 * @index: which part, from 0
 *
 * Returns: (transfer full): its letter: a … z, aa, ab, …
 */
char *
suivi_plan_row_get_letter (guint index)
{
  if (index < 26)
    return g_strdup_printf ("%c", 'a' + index);
  return g_strdup_printf ("%c%c", 'a' + (index / 26 - 1) % 26, 'a' + index % 26);
}

/**
 * suivi_plan_row_make_part:
 * @whole: the recommendation that is split, as saved
 * @index: which of suivi_plan_row_get_parts()
 *
 * Returns: (transfer full): a new recommendation "121.2 (a)" with the part's text and States and all else as
 * the whole has it
 */
SuiviRecommendation *
suivi_plan_row_make_part (SuiviPlanRow *self, SuiviRecommendation *whole, guint index)
{
  SuiviImportPart *part = g_ptr_array_index (suivi_plan_row_get_parts (self), index);
  SuiviRecommendation *result = suivi_recommendation_copy (whole);
  g_autofree char *letter = suivi_plan_row_get_letter (index);

  g_free (result->id);
  result->id = g_uuid_string_random ();
  g_free (result->parent_id);
  result->parent_id = g_strdup (whole->id);
  g_free (result->number);
  result->number = g_strdup_printf ("%s (%s)", whole->number, letter);
  g_free (result->text);
  result->text = g_strdup (part->text);
  g_clear_pointer (&result->original, g_free);
  suivi_recommendation_set_lists (result, (const char *const *) part->states, NULL, NULL, NULL);

  return result;
}
