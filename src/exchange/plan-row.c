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
  gboolean has_parts; /* whether the workspace has parts of it already */
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
free_change (gpointer data)
{
  SuiviFieldChange *change = data;

  g_free (change->old_value);
  g_free (change->new_value);
  g_free (change);
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

static gboolean
same_text (const char *a, const char *b)
{
  return g_str_equal (a != NULL ? a : "", b != NULL ? b : "");
}

/* The order of a list says nothing: only what stands in it counts. */
static gboolean
same_set (char **a, char **b)
{
  for (gsize i = 0; a[i] != NULL; i++)
    {
      if (!g_strv_contains ((const char *const *) b, a[i]))
        return FALSE;
    }
  for (gsize i = 0; b[i] != NULL; i++)
    {
      if (!g_strv_contains ((const char *const *) a, b[i]))
        return FALSE;
    }

  return TRUE;
}

static void
add_change (SuiviPlanRow *self, const char *field, const char *old_value, const char *new_value)
{
  SuiviFieldChange *change = g_new0 (SuiviFieldChange, 1);

  change->field = field;
  change->old_value = g_strdup (old_value != NULL ? old_value : "");
  change->new_value = g_strdup (new_value != NULL ? new_value : "");
  g_ptr_array_add (self->changes, change);
}

static void
add_list_change (SuiviPlanRow *self, const char *field, char **old_list, char **new_list)
{
  g_autofree char *old_value = NULL;
  g_autofree char *new_value = NULL;

  if (same_set (old_list, new_list))
    return;

  old_value = g_strjoinv (", ", old_list);
  new_value = g_strjoinv (", ", new_list);
  add_change (self, field, old_value, new_value);
}

static const char *
yes_or_no (gboolean value)
{
  return value ? _ ("Yes") : _ ("No");
}

/* Field by field. The cell as it was (original) is left out: white space in it is no news for anybody. */
static void
find_changes (SuiviPlanRow *self)
{
  SuiviRecommendation *old = self->existing;
  SuiviRecommendation *new = self->recommendation;

  if (!same_text (old->text, new->text))
    add_change (self, _ ("Text"), old->text, new->text);
  if (!same_set (old->states, new->states))
    {
      g_autofree char *old_value = suivi_recommendation_states_to_text (old);
      g_autofree char *new_value = suivi_recommendation_states_to_text (new);

      add_change (self, _ ("Recommending States"), old_value, new_value);
    }
  if (old->position != new->position)
    add_change (self, _ ("Position"), suivi_position_to_label (old->position),
                suivi_position_to_label (new->position));
  else if (!same_text (old->position_word, new->position_word))
    add_change (self, _ ("Position as written"), old->position_word, new->position_word);
  if (!same_text (old->position_source, new->position_source))
    add_change (self, _ ("Source of position"), old->position_source, new->position_source);
  add_list_change (self, _ ("Themes"), old->themes, new->themes);
  add_list_change (self, _ ("Groups of persons"), old->groups, new->groups);
  add_list_change (self, _ ("Sustainable Development Goals"), old->sdgs, new->sdgs);
  if (!old->child_focused_decided && old->child_focused != new->child_focused)
    add_change (self, _ ("About children"), yes_or_no (old->child_focused), yes_or_no (new->child_focused));
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
  self->changes = g_ptr_array_new_with_free_func (free_change);
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

/**
 * suivi_plan_row_compare:
 * @existing: (nullable): what the workspace has under this number
 * @has_parts: whether the workspace has parts of it
 *
 * Finds status and changes.
 */
void
suivi_plan_row_compare (SuiviPlanRow *self, SuiviRecommendation *existing, gboolean has_parts)
{
  if (existing != NULL)
    suivi_recommendation_ref (existing);
  g_clear_pointer (&self->existing, suivi_recommendation_unref);
  self->existing = existing;
  self->has_parts = has_parts;
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
  suivi_plan_row_compare (self, self->existing, self->has_parts);
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
 * suivi_plan_row_brings_parts:
 *
 * Parts that the workspace has already are left as they are: somebody may have graded them.
 *
 * Returns: whether parts would be written
 */
gboolean
suivi_plan_row_brings_parts (SuiviPlanRow *self)
{
  return self->split && self->parts->len > 0 && !self->has_parts;
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

  return self->status != SUIVI_PLAN_SAME || suivi_plan_row_brings_parts (self);
}
