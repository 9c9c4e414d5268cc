/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the user decides about a plan as a whole, and how much it comes to. */

#include "config.h"

#include "exchange/import-plan-private.h"

/**
 * suivi_import_plan_count_included:
 *
 * Returns: how many rows of that status are ticked
 */
guint
suivi_import_plan_count_included (SuiviImportPlan *self, SuiviPlanStatus status)
{
  const GArray *indices = NULL;
  guint count = 0;

  g_return_val_if_fail (SUIVI_IS_IMPORT_PLAN (self), 0);
  g_return_val_if_fail (status < SUIVI_N_PLAN_STATUSES, 0);

  indices = suivi_plan_row_list_peek (self->by_status[status]);
  for (guint i = 0; i < indices->len; i++)
    count += suivi_import_plan_entry (self, g_array_index (indices, guint, i))->included;

  return count;
}

/**
 * suivi_import_plan_count_undecided:
 *
 * Returns: how many ticked rows nearly are one of the workspace, and nobody decided whether they are
 */
guint
suivi_import_plan_count_undecided (SuiviImportPlan *self)
{
  const GArray *indices = NULL;
  guint count = 0;

  g_return_val_if_fail (SUIVI_IS_IMPORT_PLAN (self), 0);

  indices = suivi_plan_row_list_peek (self->by_status[SUIVI_PLAN_NEAR]);
  for (guint i = 0; i < indices->len; i++)
    {
      const SuiviPlanEntry *entry = suivi_import_plan_entry (self, g_array_index (indices, guint, i));

      count += entry->included && entry->decision == SUIVI_DECISION_OPEN;
    }

  return count;
}

/**
 * suivi_import_plan_count_to_apply:
 *
 * Returns: how many recommendations suivi_import_plan_apply() would write: new and changed ones that are
 *   included, nearly equal ones that were decided, and unchanged ones of which parts are new or change; parts
 *   do not count on their own
 */
guint
suivi_import_plan_count_to_apply (SuiviImportPlan *self)
{
  guint count = 0;

  g_return_val_if_fail (SUIVI_IS_IMPORT_PLAN (self), 0);

  for (guint i = 0; i < self->entries->len; i++)
    count += suivi_import_plan_is_to_apply (self, i);

  return count;
}

/**
 * suivi_import_plan_include_all:
 * @status: which rows
 * @included: whether to import them
 */
void
suivi_import_plan_include_all (SuiviImportPlan *self, SuiviPlanStatus status, gboolean included)
{
  const GArray *indices = NULL;

  g_return_if_fail (SUIVI_IS_IMPORT_PLAN (self));
  g_return_if_fail (status < SUIVI_N_PLAN_STATUSES);

  indices = suivi_plan_row_list_peek (self->by_status[status]);
  for (guint i = 0; i < indices->len; i++)
    {
      guint index = g_array_index (indices, guint, i);
      g_autoptr (SuiviPlanRow) row = suivi_import_plan_find_alive (self, index);

      suivi_import_plan_entry (self, index)->included = included != FALSE;
      if (row != NULL)
        suivi_plan_row_set_included (row, included);
    }
}

/**
 * suivi_import_plan_decide_all:
 * @decision: what all rows are that nearly are one of the workspace
 */
void
suivi_import_plan_decide_all (SuiviImportPlan *self, SuiviPlanDecision decision)
{
  const GArray *indices = NULL;

  g_return_if_fail (SUIVI_IS_IMPORT_PLAN (self));
  g_return_if_fail (decision <= SUIVI_DECISION_NEW);

  indices = suivi_plan_row_list_peek (self->by_status[SUIVI_PLAN_NEAR]);
  for (guint i = 0; i < indices->len; i++)
    {
      guint index = g_array_index (indices, guint, i);
      g_autoptr (SuiviPlanRow) row = suivi_import_plan_find_alive (self, index);

      suivi_import_plan_entry (self, index)->decision = decision;
      if (row != NULL)
        suivi_plan_row_set_decision (row, decision);
    }
}

/**
 * suivi_import_plan_list_groups:
 *
 * Returns: (transfer full) (element-type SuiviPlanGroup): copies of the reviews, and the States that outputs
 *   are about, that the file has something of, in its order; to be released with g_ptr_array_unref()
 */
GPtrArray *
suivi_import_plan_list_groups (SuiviImportPlan *self)
{
  GPtrArray *result = g_ptr_array_new_with_free_func ((GDestroyNotify) suivi_plan_group_free);

  g_return_val_if_fail (SUIVI_IS_IMPORT_PLAN (self), result);

  for (guint i = 0; i < self->groups->len; i++)
    {
      const SuiviPlanGroup *group = g_ptr_array_index (self->groups, i);
      SuiviPlanGroup *copy = g_new0 (SuiviPlanGroup, 1);

      *copy = *group;
      copy->state = g_strdup (group->state);
      g_ptr_array_add (result, copy);
    }

  return result;
}

/**
 * suivi_import_plan_set_group_included:
 * @state: (nullable): as in the group
 * @session: as in the group
 * @included: whether the user wants it; what belongs to a group that was left out counts nowhere
 */
void
suivi_import_plan_set_group_included (SuiviImportPlan *self,
                                      const char *state,
                                      guint session,
                                      gboolean included)
{
  g_autofree char *token = NULL;
  gpointer index = NULL;
  SuiviPlanGroup *group = NULL;

  g_return_if_fail (SUIVI_IS_IMPORT_PLAN (self));

  token = g_strdup_printf ("%s:%u", state != NULL ? state : "", session);
  if (!g_hash_table_lookup_extended (self->group_index, token, NULL, &index))
    return;

  group = g_ptr_array_index (self->groups, GPOINTER_TO_UINT (index));
  if (group->included == !!included)
    return;

  group->included = !!included;
  suivi_import_plan_sort_rows (self);
}

/* Whether there are groups of two States and more. */
static gboolean
has_several_states (SuiviImportPlan *self)
{
  const char *first = NULL;

  for (guint i = 0; i < self->groups->len; i++)
    {
      const SuiviPlanGroup *group = g_ptr_array_index (self->groups, i);

      if (group->state != NULL && first != NULL && !g_str_equal (group->state, first))
        return TRUE;
      if (group->state != NULL)
        first = group->state;
    }

  return FALSE;
}

/**
 * suivi_import_plan_take_known_states:
 * @states: States under review of the workspace, ISO 3166-1 alpha-3, %NULL-terminated
 *
 * What a person most likely wants of a file: all, if it is about one State; of several States, only what is
 * about those that the workspace has. Rows that do not say their review stay.
 */
void
suivi_import_plan_take_known_states (SuiviImportPlan *self, const char *const *states)
{
  gboolean several = FALSE;

  g_return_if_fail (SUIVI_IS_IMPORT_PLAN (self));
  g_return_if_fail (states != NULL);

  several = has_several_states (self);
  for (guint i = 0; i < self->groups->len; i++)
    {
      SuiviPlanGroup *group = g_ptr_array_index (self->groups, i);

      group->included = !several || group->state == NULL || g_strv_contains (states, group->state);
    }
  suivi_import_plan_sort_rows (self);
}

/**
 * suivi_import_plan_take_only_states:
 * @states: States under review, ISO 3166-1 alpha-3, %NULL-terminated
 *
 * Leaves out the groups of all other States. Rows that do not say their review stay, if nobody said that they
 * are about another State.
 */
void
suivi_import_plan_take_only_states (SuiviImportPlan *self, const char *const *states)
{
  g_return_if_fail (SUIVI_IS_IMPORT_PLAN (self));
  g_return_if_fail (states != NULL);

  for (guint i = 0; i < self->groups->len; i++)
    {
      SuiviPlanGroup *group = g_ptr_array_index (self->groups, i);
      const char *state = group->state;

      if (state == NULL && self->review != NULL)
        state = self->review->review->state;
      group->included = state == NULL || g_strv_contains (states, state);
    }
  suivi_import_plan_sort_rows (self);
}
