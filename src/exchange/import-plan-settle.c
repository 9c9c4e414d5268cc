/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Words of the file that nobody knew, and what a person says they mean. */

#include "config.h"

#include "core/text/text.h"
#include "exchange/import-plan-private.h"
#include "exchange/plan-row-pack.h"

/**
 * suivi_plan_choice_free:
 * @self: (nullable) (transfer full): a choice
 */
void
suivi_plan_choice_free (SuiviPlanChoice *self)
{
  if (self == NULL)
    return;

  g_free (self->value);
  g_free (self->state);
  g_free (self);
}

/**
 * suivi_plan_choice_copy:
 *
 * Returns: (transfer full): a copy
 */
SuiviPlanChoice *
suivi_plan_choice_copy (const SuiviPlanChoice *self)
{
  SuiviPlanChoice *copy = g_new0 (SuiviPlanChoice, 1);

  *copy = *self;
  copy->value = g_strdup (self->value);
  copy->state = g_strdup (self->state);

  return copy;
}

/* Returns whether the row had a fault that the choice settles. */
static gboolean
settle_row (SuiviPlanRow *row, const SuiviPlanChoice *choice)
{
  return choice->kind == SUIVI_FAULT_UNKNOWN_STATE
           ? suivi_plan_row_resolve_state (row, choice->value, choice->state)
           : suivi_plan_row_resolve_position (row, choice->value, choice->position);
}

/* Stores a row that was settled, or taken back. */
static void
store_settled (SuiviImportPlan *self, SuiviPlanRow *row, guint index)
{
  suivi_plan_row_recompare (row);
  suivi_import_plan_store_row (self, row, index);
  suivi_import_plan_store_found (self, row, index);
  /* Without a number, the States help to find it in the workspace: the plan looks again before it writes. */
  if (suivi_text_is_blank (row->recommendation->number))
    self->sequence = -1;
}

static void
remember_original (SuiviImportPlan *self, guint index)
{
  guint64 *offset = NULL;

  if (g_hash_table_contains (self->originals, GUINT_TO_POINTER (index)))
    return;

  offset = g_new (guint64, 1);
  *offset = suivi_import_plan_entry (self, index)->offset;
  g_hash_table_insert (self->originals, GUINT_TO_POINTER (index), offset);
}

static void
settle (SuiviImportPlan *self, SuiviPlanChoice *choice)
{
  gboolean settled = FALSE;

  for (guint i = 0; i < self->entries->len; i++)
    {
      g_autoptr (SuiviPlanRow) row = NULL;

      if (suivi_import_plan_entry (self, i)->status != SUIVI_PLAN_FAULTY)
        continue;
      row = suivi_import_plan_load_row (self, i);
      if (!settle_row (row, choice))
        continue;

      settled = TRUE;
      choice->n_rows += suivi_import_plan_is_counted (self, i);
      remember_original (self, i);
      store_settled (self, row, i);
    }

  if (!settled)
    {
      suivi_plan_choice_free (choice);
      return;
    }
  g_ptr_array_add (self->choices, choice);
  suivi_import_plan_sort_rows (self);
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
  SuiviPlanChoice *choice = NULL;

  g_return_if_fail (SUIVI_IS_IMPORT_PLAN (self));
  g_return_if_fail (name != NULL && state != NULL);

  choice = g_new0 (SuiviPlanChoice, 1);
  choice->kind = SUIVI_FAULT_UNKNOWN_STATE;
  choice->value = g_strdup (name);
  choice->state = g_strdup (state);
  settle (self, choice);
}

/**
 * suivi_import_plan_resolve_position:
 * @word: an answer in the file that nobody knew, the value of a %SUIVI_FAULT_UNKNOWN_POSITION
 * @position: the position that the user says it is
 *
 * As suivi_import_plan_resolve_state(), for positions. The word itself is kept as the source's own.
 */
void
suivi_import_plan_resolve_position (SuiviImportPlan *self, const char *word, SuiviPosition position)
{
  SuiviPlanChoice *choice = NULL;

  g_return_if_fail (SUIVI_IS_IMPORT_PLAN (self));
  g_return_if_fail (word != NULL);

  choice = g_new0 (SuiviPlanChoice, 1);
  choice->kind = SUIVI_FAULT_UNKNOWN_POSITION;
  choice->value = g_strdup (word);
  choice->position = position;
  settle (self, choice);
}

/**
 * suivi_import_plan_list_choices:
 *
 * Returns: (transfer full) (element-type SuiviPlanChoice): copies of what the user settled so far, in the
 *   order of choosing; to be released with g_ptr_array_unref()
 */
GPtrArray *
suivi_import_plan_list_choices (SuiviImportPlan *self)
{
  GPtrArray *result = g_ptr_array_new_with_free_func ((GDestroyNotify) suivi_plan_choice_free);

  g_return_val_if_fail (SUIVI_IS_IMPORT_PLAN (self), result);

  for (guint i = 0; i < self->choices->len; i++)
    g_ptr_array_add (result, suivi_plan_choice_copy (g_ptr_array_index (self->choices, i)));

  return result;
}

static gboolean
remove_choice (SuiviImportPlan *self, SuiviFaultKind kind, const char *value)
{
  g_autofree char *folded = suivi_text_fold (value);

  for (guint i = 0; i < self->choices->len; i++)
    {
      const SuiviPlanChoice *choice = g_ptr_array_index (self->choices, i);
      g_autofree char *chosen = suivi_text_fold (choice->value);

      if (choice->kind == kind && g_str_equal (chosen, folded))
        {
          g_ptr_array_remove_index (self->choices, i);
          return TRUE;
        }
    }

  return FALSE;
}

/* Makes the row what the choices that are left make of it. Returns whether any of them concerns it. */
static gboolean
settle_anew (SuiviImportPlan *self, guint index, guint64 offset)
{
  g_autoptr (SuiviPlanRow) row = NULL;
  g_autoptr (SuiviPlanRow) original = NULL;
  gboolean settled = FALSE;
  gsize size = 0;
  const guint8 *data = suivi_plan_spool_read (self->rows, offset, &size);

  /* The disk failed; whoever applies the plan says so. */
  if (data == NULL)
    return TRUE;

  original = suivi_plan_row_unpack (data, size);
  row = suivi_import_plan_load_row (self, index);
  suivi_plan_row_take_back (row, original);
  for (guint i = 0; i < self->choices->len; i++)
    settled |= settle_row (row, g_ptr_array_index (self->choices, i));
  store_settled (self, row, index);

  return settled;
}

/**
 * suivi_import_plan_undo_choice:
 * @kind: %SUIVI_FAULT_UNKNOWN_STATE or %SUIVI_FAULT_UNKNOWN_POSITION
 * @value: what stands in the file
 *
 * Takes back what the user said that it means: the rows have their fault again.
 */
void
suivi_import_plan_undo_choice (SuiviImportPlan *self, SuiviFaultKind kind, const char *value)
{
  GHashTableIter iter;
  gpointer index = NULL;
  gpointer offset = NULL;

  g_return_if_fail (SUIVI_IS_IMPORT_PLAN (self));
  g_return_if_fail (value != NULL);

  if (!remove_choice (self, kind, value))
    return;

  g_hash_table_iter_init (&iter, self->originals);
  while (g_hash_table_iter_next (&iter, &index, &offset))
    {
      if (!settle_anew (self, GPOINTER_TO_UINT (index), *(guint64 *) offset))
        g_hash_table_iter_remove (&iter);
    }
  suivi_import_plan_sort_rows (self);
}
