/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What a plan does to the lights of the scorecard. */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "core/scorecard/light-order.h"
#include "core/scorecard/scale.h"
#include "exchange/import-plan-private.h"

/* Whether the import would write a grade of a recommendation that the workspace has. */
static gboolean
writes_grade (SuiviImportPlan *self, guint index)
{
  const SuiviPlanEntry *entry = suivi_import_plan_entry (self, index);

  return entry->grade && suivi_import_plan_is_to_apply (self, index)
         && !(entry->status == SUIVI_PLAN_NEAR && entry->decision == SUIVI_DECISION_NEW);
}

/**
 * suivi_import_plan_list_light_changes:
 *
 * Says which lights suivi_import_plan_apply() would change, with what the user decided so far. The light of a
 * recommendation follows the judgement that counts: one that was agreed on, else the latest. Recommendations that are new
 * change nothing that anybody saw.
 *
 * Returns: (transfer full) (element-type SuiviPlanLightChange): from what to what, in the order of the lights, each pair
 *   once
 */
GArray *
suivi_import_plan_list_light_changes (SuiviImportPlan *self)
{
  GArray *changes = g_array_new (FALSE, FALSE, sizeof (SuiviPlanLightChange));
  guint counts[SUIVI_N_LIGHTS][SUIVI_N_LIGHTS] = { 0 };

  g_return_val_if_fail (SUIVI_IS_IMPORT_PLAN (self), changes);

  for (guint i = 0; i < self->entries->len; i++)
    {
      const SuiviPlanEntry *entry = suivi_import_plan_entry (self, i);

      if (entry->light != entry->new_light && writes_grade (self, i))
        counts[entry->light][entry->new_light]++;
    }
  for (guint i = 0; i < SUIVI_N_LIGHTS; i++)
    {
      for (guint j = 0; j < SUIVI_N_LIGHTS; j++)
        {
          SuiviPlanLightChange change = { suivi_lights_in_order[i], suivi_lights_in_order[j], 0 };

          change.n = counts[change.from][change.to];
          if (change.n > 0)
            g_array_append_val (changes, change);
        }
    }

  return changes;
}

static gboolean
writes_any_grade (SuiviImportPlan *self)
{
  for (guint i = 0; i < self->entries->len; i++)
    {
      if (writes_grade (self, i))
        return TRUE;
    }

  return FALSE;
}

static char *
describe_light (SuiviImportPlan *self, SuiviLight light)
{
  return g_strdup_printf ("%s %s", suivi_light_to_symbol (light),
                          suivi_scale_grade_to_label (SUIVI_SCALE_LIGHT, light, self->labels));
}

/**
 * suivi_import_plan_tell_lights:
 *
 * Says what suivi_import_plan_apply() would do to the lights: "2 lights will change: ○ No progress → ◐ Some progress (2)".
 *
 * Returns: (transfer full) (nullable): a sentence; %NULL if the import brings no grades of what the workspace has
 */
char *
suivi_import_plan_tell_lights (SuiviImportPlan *self)
{
  g_autoptr (GArray) changes = suivi_import_plan_list_light_changes (self);
  g_autoptr (GPtrArray) pieces = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *list = NULL;
  guint n = 0;

  if (changes->len == 0)
    /* Translators: about the grades of a file that is to be imported */
    return writes_any_grade (self) ? g_strdup (_ ("No light will change.")) : NULL;

  for (guint i = 0; i < changes->len; i++)
    {
      const SuiviPlanLightChange *change = &g_array_index (changes, SuiviPlanLightChange, i);
      g_autofree char *from = describe_light (self, change->from);
      g_autofree char *to = describe_light (self, change->to);

      n += change->n;
      /* Translators: the light of some recommendations before, after, and how many there are of them:
       * "○ No progress → ◐ Some progress (2)" */
      g_ptr_array_add (pieces, g_strdup_printf (_ ("%1$s → %2$s (%3$u)"), from, to, change->n));
    }
  g_ptr_array_add (pieces, NULL);
  list = g_strjoinv (", ", (char **) pieces->pdata);

  /* Translators: %2$s is a list such as "○ No progress → ◐ Some progress (2)" */
  return g_strdup_printf (ngettext ("%1$u light will change: %2$s", "%1$u lights will change: %2$s", n), n,
                          list);
}
