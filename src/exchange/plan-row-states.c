/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Where a State belongs that the reader did not know and the user named later. */

#include "config.h"

#include <string.h>

#include "core/reference/states.h"
#include "core/text/text.h"
#include "exchange/plan-row-private.h"

/* What follows the last mention of a name in the cell: the States that come after it stand there. */
static char *
text_after (const char *original, const char *name)
{
  g_autofree char *text = suivi_text_fold (original);
  g_autofree char *needle = suivi_text_fold (name);
  const char *found = needle[0] != '\0' ? g_strrstr (text, needle) : NULL;

  return g_strdup (found != NULL ? found + strlen (needle) : "");
}

static gboolean
names_state (const char *text, const char *state)
{
  g_autofree char *name = suivi_text_fold (suivi_state_get_name_in (state, "en"));
  g_auto (GStrv) words = NULL;

  if (name[0] != '\0' && strstr (text, name) != NULL)
    return TRUE;

  words = g_strsplit_set (text, "()[],;/", -1);
  for (gsize i = 0; words[i] != NULL; i++)
    {
      if (g_strcmp0 (suivi_state_match (words[i]), state) == 0)
        return TRUE;
    }

  return FALSE;
}

/**
 * suivi_plan_insert_state:
 * @states: a list of States
 * @state: the State to add, not in it
 * @original: (nullable): the cell of the source
 * @name: how the source writes @state
 *
 * Puts the State where the source has it: before the first one that the cell names after it, else at the end.
 *
 * Returns: (transfer full): the longer list
 */
char **
suivi_plan_insert_state (char **states, const char *state, const char *original, const char *name)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_autofree char *following = text_after (original, name);
  gboolean inserted = FALSE;

  for (gsize i = 0; states[i] != NULL; i++)
    {
      if (!inserted && names_state (following, states[i]))
        {
          g_strv_builder_add (builder, state);
          inserted = TRUE;
        }
      g_strv_builder_add (builder, states[i]);
    }
  if (!inserted)
    g_strv_builder_add (builder, state);

  return g_strv_builder_end (builder);
}

/**
 * suivi_plan_row_find_part:
 * @name: a name in the cell
 *
 * Returns: (transfer none) (nullable): the part that the name belongs to: the last one that begins before it
 */
SuiviImportPart *
suivi_plan_row_find_part (SuiviPlanRow *self, const char *name)
{
  GPtrArray *parts = suivi_plan_row_get_parts (self);
  g_autofree char *text = suivi_text_fold (suivi_plan_row_get_recommendation (self)->original);
  g_autofree char *needle = suivi_text_fold (name);
  const char *mention = needle[0] != '\0' ? g_strrstr (text, needle) : NULL;
  SuiviImportPart *result = NULL;

  for (guint i = 0; i < parts->len && mention != NULL; i++)
    {
      SuiviImportPart *part = g_ptr_array_index (parts, i);
      g_autofree char *part_text = suivi_text_fold (part->text);
      const char *begin = strstr (text, part_text);

      if (begin != NULL && begin < mention)
        result = part;
    }

  return result;
}

static void
add_concerned (SuiviPlanRow *self, const char *state)
{
  g_autoptr (SuiviRecommendation) copy = NULL;
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();

  if (g_strv_contains ((const char *const *) self->recommendation->concerned, state))
    return;

  copy = suivi_recommendation_copy (self->recommendation);
  g_strv_builder_addv (builder, (const char **) copy->concerned);
  g_strv_builder_add (builder, state);
  g_strfreev (copy->concerned);
  copy->concerned = g_strv_builder_end (builder);
  suivi_recommendation_unref (self->recommendation);
  self->recommendation = g_steal_pointer (&copy);
  g_object_notify (G_OBJECT (self), "recommendation");
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
          suivi_plan_row_remove_fault (self, i - 1);
          found = TRUE;
        }
    }
  if (!found)
    return FALSE;

  /* A row whose only States were unknown was said to have none: now it has one. */
  for (guint i = self->faults->len; i > 0; i--)
    {
      SuiviImportFault *fault = g_ptr_array_index (self->faults, i - 1);

      if (fault->kind == SUIVI_FAULT_NO_STATE
          || (fault->kind == SUIVI_FAULT_NO_REVIEW && suivi_recommendation_is_output (self->recommendation)))
        suivi_plan_row_remove_fault (self, i - 1);
    }

  /* What another mechanism said is about the State; nobody recommended it. */
  if (suivi_recommendation_is_output (self->recommendation))
    {
      add_concerned (self, state);
      return TRUE;
    }

  if (!g_strv_contains ((const char *const *) self->recommendation->states, state))
    {
      g_auto (GStrv) states = suivi_plan_insert_state (self->recommendation->states, state,
                                                       self->recommendation->original, name);

      copy = suivi_recommendation_copy (self->recommendation);
      suivi_recommendation_set_lists (copy, (const char *const *) states, NULL, NULL, NULL);
      suivi_recommendation_unref (self->recommendation);
      self->recommendation = g_steal_pointer (&copy);
      g_object_notify (G_OBJECT (self), "recommendation");
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
