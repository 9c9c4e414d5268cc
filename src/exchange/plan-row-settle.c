/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Faults of a row that a person settles by a choice, and what it was before. */

#include "config.h"

#include "core/text/text.h"
#include "exchange/plan-row-private.h"

/**
 * suivi_plan_row_resolve_position:
 * @word: the answer in the file that nobody knew
 * @position: the position that the user says it is
 *
 * Removes the faults about that word and sets the position; the source's own word stays. The caller has to
 * compare the row again.
 *
 * Returns: whether the row had such a fault
 */
gboolean
suivi_plan_row_resolve_position (SuiviPlanRow *self, const char *word, SuiviPosition position)
{
  g_autofree char *folded = suivi_text_fold (word);
  g_autoptr (SuiviRecommendation) copy = NULL;
  gboolean found = FALSE;

  for (guint i = self->faults->len; i > 0; i--)
    {
      const SuiviImportFault *fault = g_ptr_array_index (self->faults, i - 1);
      g_autofree char *value = suivi_text_fold (fault->value);

      if (fault->kind == SUIVI_FAULT_UNKNOWN_POSITION && g_str_equal (value, folded))
        {
          suivi_plan_row_remove_fault (self, i - 1);
          found = TRUE;
        }
    }
  if (!found)
    return FALSE;

  copy = suivi_recommendation_copy (self->recommendation);
  copy->position = position;
  self->fields |= SUIVI_PLAN_FIELD_BIT (SUIVI_PLAN_FIELD_POSITION);
  suivi_recommendation_unref (self->recommendation);
  self->recommendation = g_steal_pointer (&copy);
  g_object_notify (G_OBJECT (self), "recommendation");

  return TRUE;
}

/* Puts the faults of @original before those that the comparison found. */
static void
take_faults_back (SuiviPlanRow *self, SuiviPlanRow *original)
{
  g_autoptr (GPtrArray) before = self->faults;

  self->faults = g_ptr_array_new_with_free_func ((GDestroyNotify) suivi_import_fault_free);
  for (guint i = 0; i < original->n_file_faults; i++)
    g_ptr_array_add (self->faults, suivi_import_fault_copy (g_ptr_array_index (original->faults, i)));
  for (guint i = self->n_file_faults; i < before->len; i++)
    g_ptr_array_add (self->faults, suivi_import_fault_copy (g_ptr_array_index (before, i)));
  self->n_file_faults = original->n_file_faults;
}

/**
 * suivi_plan_row_take_back:
 * @original: the row as the file has it, which nobody else holds
 *
 * Makes the row again what it was before anybody settled a fault of it. What the comparison found and what
 * the user decided stays. The caller has to compare the row again.
 */
void
suivi_plan_row_take_back (SuiviPlanRow *self, SuiviPlanRow *original)
{
  GPtrArray *parts = self->parts;

  take_faults_back (self, original);
  self->parts = original->parts;
  original->parts = parts;
  self->fields = original->fields;
  suivi_recommendation_unref (self->recommendation);
  self->recommendation = suivi_recommendation_ref (original->recommendation);
  g_object_notify (G_OBJECT (self), "recommendation");
}
