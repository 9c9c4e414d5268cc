/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What is wrong with a row. */

#include "config.h"

#include "exchange/plan-row-private.h"

/**
 * suivi_import_fault_copy:
 *
 * Returns: (transfer full): a copy
 */
SuiviImportFault *
suivi_import_fault_copy (SuiviImportFault *self)
{
  SuiviImportFault *copy = g_new0 (SuiviImportFault, 1);

  copy->kind = self->kind;
  copy->row = self->row;
  copy->column = g_strdup (self->column);
  copy->value = g_strdup (self->value);
  copy->reason = g_strdup (self->reason);
  copy->number = g_strdup (self->number);
  copy->whole_file = self->whole_file;

  return copy;
}

/**
 * suivi_import_fault_free:
 * @self: (nullable) (transfer full): a fault
 */
void
suivi_import_fault_free (SuiviImportFault *self)
{
  if (self == NULL)
    return;

  g_free (self->column);
  g_free (self->value);
  g_free (self->reason);
  g_free (self->number);
  g_free (self);
}

static void
add_fault (SuiviPlanRow *self,
           guint row,
           SuiviFaultKind kind,
           const char *column,
           const char *value,
           const char *reason)
{
  SuiviImportFault *fault = g_new0 (SuiviImportFault, 1);

  fault->kind = kind;
  fault->row = row;
  fault->column = g_strdup (column);
  fault->value = g_strdup (value != NULL ? value : "");
  fault->reason = g_strdup (reason);
  g_ptr_array_add (self->faults, fault);
  suivi_plan_row_set_status (self, SUIVI_PLAN_FAULTY);
}

/**
 * suivi_plan_row_add_fault_at:
 * @row: row of the table where it stands, when that is not the row's own
 * @kind: what kind
 * @column: (nullable): header of the column as the file writes it
 * @value: (nullable): what stands there
 * @reason: a translated sentence: what is wrong and what to do
 *
 * A row with a fault is never imported. To be called before the row is given to a plan.
 */
void
suivi_plan_row_add_fault_at (SuiviPlanRow *self,
                             guint row,
                             SuiviFaultKind kind,
                             const char *column,
                             const char *value,
                             const char *reason)
{
  g_return_if_fail (SUIVI_IS_PLAN_ROW (self));
  g_return_if_fail (reason != NULL);

  add_fault (self, row, kind, column, value, reason);
  self->n_file_faults = self->faults->len;
}

/**
 * suivi_plan_row_add_fault:
 * @kind: what kind
 * @column: (nullable): header of the column as the file writes it
 * @value: (nullable): what stands there
 * @reason: a translated sentence: what is wrong and what to do
 *
 * As suivi_plan_row_add_fault_at(), in the row itself.
 */
void
suivi_plan_row_add_fault (SuiviPlanRow *self,
                          SuiviFaultKind kind,
                          const char *column,
                          const char *value,
                          const char *reason)
{
  g_return_if_fail (SUIVI_IS_PLAN_ROW (self));
  g_return_if_fail (reason != NULL);

  suivi_plan_row_add_fault_at (self, self->row, kind, column, value, reason);
}

/**
 * suivi_plan_row_find_fault:
 * @kind: what kind
 * @column: (nullable): header of the column as the file writes it
 * @value: (nullable): what stands there
 * @reason: a translated sentence: what is wrong and what to do
 *
 * A fault that only shows beside other rows or the workspace: the next comparison looks for it anew.
 */
void
suivi_plan_row_find_fault (SuiviPlanRow *self,
                           SuiviFaultKind kind,
                           const char *column,
                           const char *value,
                           const char *reason)
{
  add_fault (self, self->row, kind, column, value, reason);
}

/**
 * suivi_plan_row_remove_fault:
 * @index: which of suivi_plan_row_get_faults()
 *
 * Removes a fault that was settled.
 */
void
suivi_plan_row_remove_fault (SuiviPlanRow *self, guint index)
{
  g_ptr_array_remove_index (self->faults, index);
  if (index < self->n_file_faults)
    self->n_file_faults--;
}

/**
 * suivi_plan_row_has_fault:
 *
 * Returns: whether one of its faults is of that kind
 */
gboolean
suivi_plan_row_has_fault (SuiviPlanRow *self, SuiviFaultKind kind)
{
  for (guint i = 0; i < self->faults->len; i++)
    {
      SuiviImportFault *fault = g_ptr_array_index (self->faults, i);

      if (fault->kind == kind)
        return TRUE;
    }

  return FALSE;
}
