/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "core/text/text.h"
#include "exchange/plan-row-private.h"

/**
 * SuiviPlanRow:
 *
 * One row of a file that is to be imported: the recommendation as the file has it, what is wrong with it,
 * what would change, and what the user decided about it.
 *
 * Properties: "recommendation" and "status" (read-only), "included" and "split" (to be bound to check boxes).
 * All but the first are notified when they change.
 */
struct _SuiviPlanRow
{
  GObject parent_instance;

  SuiviRecommendation *recommendation; /* (owned): never written to, replaced by a copy when it changes */
  SuiviRecommendation *existing;       /* (owned) (nullable): what the workspace has under this number */
  GPtrArray *faults;                   /* (owned): of SuiviImportFault */
  GPtrArray *changes;                  /* (owned): of SuiviFieldChange */
  GPtrArray *parts;                    /* (owned): of SuiviImportPart */
  SuiviPlanStatus status;
  guint row;
  GPtrArray
    *existing_parts;      /* (owned) (nullable): of SuiviRecommendation, the parts that the workspace has */
  gboolean whole_changes; /* whether the whole is among the changes, not only parts */
  gboolean included;
  gboolean split;
};

G_DEFINE_FINAL_TYPE (SuiviPlanRow, suivi_plan_row, G_TYPE_OBJECT)

enum
{
  PROP_0,
  PROP_RECOMMENDATION,
  PROP_STATUS,
  PROP_INCLUDED,
  PROP_SPLIT,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

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
  g_free (self);
}

static void
free_part (gpointer data)
{
  SuiviImportPart *part = data;

  g_free (part->text);
  g_strfreev (part->states);
  g_free (part);
}

static void
set_status (SuiviPlanRow *self, SuiviPlanStatus status)
{
  if (self->status == status)
    return;

  self->status = status;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_STATUS]);
}

static void
suivi_plan_row_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  SuiviPlanRow *self = SUIVI_PLAN_ROW (object);

  switch (prop_id)
    {
    case PROP_RECOMMENDATION:
      g_value_set_boxed (value, self->recommendation);
      break;
    case PROP_STATUS:
      g_value_set_uint (value, self->status);
      break;
    case PROP_INCLUDED:
      g_value_set_boolean (value, self->included);
      break;
    case PROP_SPLIT:
      g_value_set_boolean (value, self->split);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
suivi_plan_row_set_property (GObject *object, guint prop_id, const GValue *value, GParamSpec *pspec)
{
  SuiviPlanRow *self = SUIVI_PLAN_ROW (object);

  switch (prop_id)
    {
    case PROP_INCLUDED:
      suivi_plan_row_set_included (self, g_value_get_boolean (value));
      break;
    case PROP_SPLIT:
      suivi_plan_row_set_split (self, g_value_get_boolean (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
suivi_plan_row_finalize (GObject *object)
{
  SuiviPlanRow *self = SUIVI_PLAN_ROW (object);

  g_clear_pointer (&self->recommendation, suivi_recommendation_unref);
  g_clear_pointer (&self->existing, suivi_recommendation_unref);
  g_ptr_array_unref (self->faults);
  g_ptr_array_unref (self->changes);
  g_ptr_array_unref (self->parts);
  g_clear_pointer (&self->existing_parts, g_ptr_array_unref);

  G_OBJECT_CLASS (suivi_plan_row_parent_class)->finalize (object);
}

static void
suivi_plan_row_class_init (SuiviPlanRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = suivi_plan_row_get_property;
  object_class->set_property = suivi_plan_row_set_property;
  object_class->finalize = suivi_plan_row_finalize;

  properties[PROP_RECOMMENDATION]
    = g_param_spec_boxed ("recommendation", NULL, NULL, SUIVI_TYPE_RECOMMENDATION,
                          G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  properties[PROP_STATUS]
    = g_param_spec_uint ("status", NULL, NULL, 0, SUIVI_N_PLAN_STATUSES - 1, SUIVI_PLAN_NEW,
                         G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  properties[PROP_INCLUDED]
    = g_param_spec_boolean ("included", NULL, NULL, TRUE,
                            G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  properties[PROP_SPLIT]
    = g_param_spec_boolean ("split", NULL, NULL, FALSE,
                            G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
suivi_plan_row_init (SuiviPlanRow *self)
{
  self->included = TRUE;
  self->faults = g_ptr_array_new_with_free_func ((GDestroyNotify) suivi_import_fault_free);
  self->changes = g_ptr_array_new_with_free_func ((GDestroyNotify) suivi_field_change_free);
  self->parts = g_ptr_array_new_with_free_func (free_part);
}

/**
 * suivi_plan_row_new:
 * @recommendation: what the file has; a reference is taken, and it must not be changed any more
 * @row: row of the table, counted from 1, the header being row 1
 *
 * Returns: (transfer full): a row that is included and not split
 */
SuiviPlanRow *
suivi_plan_row_new (SuiviRecommendation *recommendation, guint row)
{
  SuiviPlanRow *self = g_object_new (SUIVI_TYPE_PLAN_ROW, NULL);

  g_return_val_if_fail (recommendation != NULL, self);

  self->recommendation = suivi_recommendation_ref (recommendation);
  self->row = row;

  return self;
}

/**
 * suivi_plan_row_get_row:
 *
 * Returns: row of the table, counted from 1, the header being row 1
 */
guint
suivi_plan_row_get_row (SuiviPlanRow *self)
{
  g_return_val_if_fail (SUIVI_IS_PLAN_ROW (self), 0);

  return self->row;
}

/**
 * suivi_plan_row_get_recommendation:
 *
 * Returns: (transfer none): what the file has; its number may be %NULL when that is the fault
 */
SuiviRecommendation *
suivi_plan_row_get_recommendation (SuiviPlanRow *self)
{
  g_return_val_if_fail (SUIVI_IS_PLAN_ROW (self), NULL);

  return self->recommendation;
}

/**
 * suivi_plan_row_get_status:
 *
 * Returns: what the import would do with it; before suivi_import_plan_compare() %SUIVI_PLAN_NEW or
 *   %SUIVI_PLAN_FAULTY
 */
SuiviPlanStatus
suivi_plan_row_get_status (SuiviPlanRow *self)
{
  g_return_val_if_fail (SUIVI_IS_PLAN_ROW (self), SUIVI_PLAN_FAULTY);

  return self->status;
}

/**
 * suivi_plan_row_get_faults:
 *
 * Returns: (transfer none) (element-type SuiviImportFault): what is wrong with it; may be empty
 */
GPtrArray *
suivi_plan_row_get_faults (SuiviPlanRow *self)
{
  g_return_val_if_fail (SUIVI_IS_PLAN_ROW (self), NULL);

  return self->faults;
}

/**
 * suivi_plan_row_get_changes:
 *
 * Returns: (transfer none) (element-type SuiviFieldChange): the fields that would change, old and new as
 * shown to people; empty unless the status is %SUIVI_PLAN_CHANGED
 */
GPtrArray *
suivi_plan_row_get_changes (SuiviPlanRow *self)
{
  g_return_val_if_fail (SUIVI_IS_PLAN_ROW (self), NULL);

  return self->changes;
}

/**
 * suivi_plan_row_get_parts:
 *
 * Returns: (transfer none) (element-type SuiviImportPart): the several asks under this number, empty if it
 * asks for one thing; they are imported only after suivi_plan_row_set_split()
 */
GPtrArray *
suivi_plan_row_get_parts (SuiviPlanRow *self)
{
  g_return_val_if_fail (SUIVI_IS_PLAN_ROW (self), NULL);

  return self->parts;
}

/**
 * suivi_plan_row_get_included:
 *
 * Returns: whether the user wants it; a faulty row is left out all the same
 */
gboolean
suivi_plan_row_get_included (SuiviPlanRow *self)
{
  g_return_val_if_fail (SUIVI_IS_PLAN_ROW (self), FALSE);

  return self->included;
}

/**
 * suivi_plan_row_set_included:
 * @included: whether to import it
 */
void
suivi_plan_row_set_included (SuiviPlanRow *self, gboolean included)
{
  g_return_if_fail (SUIVI_IS_PLAN_ROW (self));

  included = !!included;
  if (self->included == included)
    return;

  self->included = included;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_INCLUDED]);
}

/**
 * suivi_plan_row_get_split:
 *
 * Returns: whether its parts are imported too
 */
gboolean
suivi_plan_row_get_split (SuiviPlanRow *self)
{
  g_return_val_if_fail (SUIVI_IS_PLAN_ROW (self), FALSE);

  return self->split;
}

/**
 * suivi_plan_row_set_split:
 * @split: whether to import the parts as well; the whole stays
 *
 * Without parts, this does nothing when the plan is applied.
 */
void
suivi_plan_row_set_split (SuiviPlanRow *self, gboolean split)
{
  g_return_if_fail (SUIVI_IS_PLAN_ROW (self));

  split = !!split;
  if (self->split == split)
    return;

  self->split = split;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SPLIT]);
}

/**
 * suivi_plan_row_add_fault:
 * @kind: what kind
 * @column: (nullable): header of the column as the file writes it
 * @value: (nullable): what stands there
 * @reason: a translated sentence: what is wrong and what to do
 *
 * A row with a fault is never imported.
 */
void
suivi_plan_row_add_fault (SuiviPlanRow *self,
                          SuiviFaultKind kind,
                          const char *column,
                          const char *value,
                          const char *reason)
{
  SuiviImportFault *fault = NULL;

  g_return_if_fail (SUIVI_IS_PLAN_ROW (self));
  g_return_if_fail (reason != NULL);

  fault = g_new0 (SuiviImportFault, 1);
  fault->kind = kind;
  fault->row = self->row;
  fault->column = g_strdup (column);
  fault->value = g_strdup (value != NULL ? value : "");
  fault->reason = g_strdup (reason);
  g_ptr_array_add (self->faults, fault);
  set_status (self, SUIVI_PLAN_FAULTY);
}

/**
 * suivi_plan_row_add_part:
 * @text: one of several asks under one number
 * @states: (nullable): the States that made it, ISO 3166-1 alpha-3
 */
void
suivi_plan_row_add_part (SuiviPlanRow *self, const char *text, const char *const *states)
{
  SuiviImportPart *part = NULL;

  g_return_if_fail (SUIVI_IS_PLAN_ROW (self));
  g_return_if_fail (text != NULL);

  part = g_new0 (SuiviImportPart, 1);
  part->text = g_strdup (text);
  part->states = states != NULL ? g_strdupv ((char **) states) : g_new0 (char *, 1);
  g_ptr_array_add (self->parts, part);
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

/**
 * suivi_plan_row_resolve_state:
 * @name: the name in the file that nobody knew
 * @state: the State that the user says it is, ISO 3166-1 alpha-3
 *
 * Removes the faults about that name and adds the State, in the order of the source as far as it can be seen
 * there. The caller has to compare the row again.
 *
 * Returns: whether the row had such a fault
 */
gboolean
suivi_plan_row_resolve_state (SuiviPlanRow *self, const char *name, const char *state)
{
  g_autofree char *folded = suivi_text_fold (name);
  g_autoptr (SuiviRecommendation) copy = NULL;
  SuiviImportPart *part = NULL;
  gboolean found = FALSE;

  for (guint i = self->faults->len; i > 0; i--)
    {
      SuiviImportFault *fault = g_ptr_array_index (self->faults, i - 1);
      g_autofree char *value = suivi_text_fold (fault->value);

      if (fault->kind == SUIVI_FAULT_UNKNOWN_STATE && g_str_equal (value, folded))
        {
          g_ptr_array_remove_index (self->faults, i - 1);
          found = TRUE;
        }
    }
  if (!found)
    return FALSE;

  /* A row whose only States were unknown was said to have none: now it has one. */
  for (guint i = self->faults->len; i > 0; i--)
    {
      SuiviImportFault *fault = g_ptr_array_index (self->faults, i - 1);

      if (fault->kind == SUIVI_FAULT_NO_STATE)
        g_ptr_array_remove_index (self->faults, i - 1);
    }

  if (!g_strv_contains ((const char *const *) self->recommendation->states, state))
    {
      g_auto (GStrv) states = suivi_plan_insert_state (self->recommendation->states, state,
                                                       self->recommendation->original, name);

      copy = suivi_recommendation_copy (self->recommendation);
      suivi_recommendation_set_lists (copy, (const char *const *) states, NULL, NULL, NULL);
      suivi_recommendation_unref (self->recommendation);
      self->recommendation = g_steal_pointer (&copy);
      g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_RECOMMENDATION]);
    }

  part = suivi_plan_row_find_part (self, name);
  if (part != NULL && !g_strv_contains ((const char *const *) part->states, state))
    {
      char **states = suivi_plan_insert_state (part->states, state, self->recommendation->original, name);

      g_strfreev (part->states);
      part->states = states;
    }

  return TRUE;
}

/* The whole, and the parts that the workspace has of it; parts that the file no longer has stay. */
static void
find_changes (SuiviPlanRow *self)
{
  suivi_plan_row_add_changes (self->changes, NULL, self->existing, self->recommendation);
  self->whole_changes = self->changes->len > 0;

  for (guint i = 0; i < self->parts->len; i++)
    {
      SuiviRecommendation *old = suivi_plan_row_get_existing_part (self, i);
      g_autoptr (SuiviRecommendation) new = NULL;
      g_autofree char *letter = suivi_plan_row_get_letter (i);

      if (old == NULL)
        continue;
      new = suivi_plan_row_update_part (old, self->parts->pdata[i], self->existing, self->recommendation);
      suivi_plan_row_add_changes (self->changes, letter, old, new);
    }
}

/**
 * suivi_plan_row_compare:
 * @existing: (nullable): what the workspace has under this number
 * @existing_parts: (nullable) (element-type SuiviRecommendation): the parts that the workspace has of it; a
 * reference is taken
 *
 * Finds status and changes.
 */
void
suivi_plan_row_compare (SuiviPlanRow *self, SuiviRecommendation *existing, GPtrArray *existing_parts)
{
  if (existing != NULL)
    suivi_recommendation_ref (existing);
  g_clear_pointer (&self->existing, suivi_recommendation_unref);
  self->existing = existing;
  if (existing_parts != NULL)
    g_ptr_array_ref (existing_parts);
  g_clear_pointer (&self->existing_parts, g_ptr_array_unref);
  self->existing_parts = existing_parts;
  self->whole_changes = FALSE;
  g_ptr_array_set_size (self->changes, 0);

  if (self->faults->len > 0)
    {
      set_status (self, SUIVI_PLAN_FAULTY);
    }
  else if (existing == NULL)
    {
      set_status (self, SUIVI_PLAN_NEW);
    }
  else
    {
      find_changes (self);
      set_status (self, self->changes->len > 0 ? SUIVI_PLAN_CHANGED : SUIVI_PLAN_SAME);
    }
}

/**
 * suivi_plan_row_recompare:
 *
 * Finds status and changes anew, against what the workspace had at the last suivi_plan_row_compare().
 */
void
suivi_plan_row_recompare (SuiviPlanRow *self)
{
  suivi_plan_row_compare (self, self->existing, self->existing_parts);
}

/**
 * suivi_plan_row_get_existing:
 *
 * Returns: (transfer none) (nullable): what the workspace had under this number when they were compared
 */
SuiviRecommendation *
suivi_plan_row_get_existing (SuiviPlanRow *self)
{
  return self->existing;
}

/**
 * suivi_plan_row_get_existing_part:
 * @index: which of suivi_plan_row_get_parts()
 *
 * Returns: (transfer none) (nullable): the part that the workspace has under the same letter
 */
SuiviRecommendation *
suivi_plan_row_get_existing_part (SuiviPlanRow *self, guint index)
{
  g_autofree char *letter = suivi_plan_row_get_letter (index);
  g_autofree char *number = g_strdup_printf ("%s (%s)", self->recommendation->number, letter);

  for (guint i = 0; self->existing_parts != NULL && i < self->existing_parts->len; i++)
    {
      SuiviRecommendation *part = g_ptr_array_index (self->existing_parts, i);

      if (g_str_equal (part->number, number))
        return part;
    }

  return NULL;
}

/**
 * suivi_plan_row_changes_whole:
 *
 * Returns: whether the recommendation itself would be written, not only parts of it
 */
gboolean
suivi_plan_row_changes_whole (SuiviPlanRow *self)
{
  return self->existing == NULL || self->whole_changes;
}

/**
 * suivi_plan_row_brings_part:
 * @index: which of suivi_plan_row_get_parts()
 *
 * Returns: whether the part is wanted and the workspace does not have it yet
 */
gboolean
suivi_plan_row_brings_part (SuiviPlanRow *self, guint index)
{
  return self->split && suivi_plan_row_get_existing_part (self, index) == NULL;
}

static gboolean
brings_parts (SuiviPlanRow *self)
{
  for (guint i = 0; i < self->parts->len; i++)
    {
      if (suivi_plan_row_brings_part (self, i))
        return TRUE;
    }

  return FALSE;
}

/**
 * suivi_plan_row_is_to_apply:
 *
 * Returns: whether the import writes something for this row
 */
gboolean
suivi_plan_row_is_to_apply (SuiviPlanRow *self)
{
  if (!self->included || self->status == SUIVI_PLAN_FAULTY)
    return FALSE;

  return self->status != SUIVI_PLAN_SAME || brings_parts (self);
}
