/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What differs between the workspace and a file, field by field. */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "exchange/plan-row-private.h"

/**
 * suivi_field_change_free:
 * @self: (transfer full): a change
 */
void
suivi_field_change_free (SuiviFieldChange *self)
{
  g_free (self->field);
  g_free (self->old_value);
  g_free (self->new_value);
  g_free (self);
}

typedef struct
{
  GPtrArray *changes;
  const char *letter; /* (nullable) of a part */
} Comparison;

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
add_change (const Comparison *self, const char *field, const char *old_value, const char *new_value)
{
  SuiviFieldChange *change = g_new0 (SuiviFieldChange, 1);

  if (self->letter != NULL)
    /* Translators: a field of a part of a recommendation that was split: "Part (a): Text" */
    change->field = g_strdup_printf (_ ("Part (%s): %s"), self->letter, field);
  else
    change->field = g_strdup (field);
  change->old_value = g_strdup (old_value != NULL ? old_value : "");
  change->new_value = g_strdup (new_value != NULL ? new_value : "");
  g_ptr_array_add (self->changes, change);
}

static void
add_list_change (const Comparison *self, const char *field, char **old_list, char **new_list)
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

/**
 * suivi_plan_row_add_changes:
 * @changes: (element-type SuiviFieldChange): where to put them
 * @letter: (nullable): the letter of the part that they are about
 * @old: what the workspace has
 * @new: what it would have
 *
 * Compares field by field. The cell as it was (original) is left out: white space in it is no news for
 * anybody.
 */
void
suivi_plan_row_add_changes (GPtrArray *changes,
                            const char *letter,
                            SuiviRecommendation *old,
                            SuiviRecommendation *new)
{
  const Comparison comparison = { changes, letter };
  const Comparison *self = &comparison;

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

/* Those of the whole, if the part had what the whole had; else its own. */
static const char *const *
follow_list (char **part, char **old, char **new)
{
  return (const char *const *) (same_set (part, old) ? new : part);
}

/**
 * suivi_plan_row_update_part:
 * @part: a part of a split recommendation, as the workspace has it
 * @from_file: what the file has for it
 * @old_whole: the whole, as the workspace has it
 * @new_whole: the whole, as the file has it
 *
 * Text and States follow the file. Whatever else a part has from its whole follows the whole, as long as it
 * is the same: a part that a person gave another position keeps it.
 *
 * Returns: (transfer full): the part as it should be
 */
SuiviRecommendation *
suivi_plan_row_update_part (SuiviRecommendation *part,
                            const SuiviImportPart *from_file,
                            SuiviRecommendation *old_whole,
                            SuiviRecommendation *new_whole)
{
  SuiviRecommendation *result = suivi_recommendation_copy (part);

  g_free (result->text);
  result->text = g_strdup (from_file->text);
  suivi_recommendation_set_lists (result, (const char *const *) from_file->states,
                                  follow_list (part->themes, old_whole->themes, new_whole->themes),
                                  follow_list (part->groups, old_whole->groups, new_whole->groups),
                                  follow_list (part->sdgs, old_whole->sdgs, new_whole->sdgs));
  if (part->position == old_whole->position)
    {
      result->position = new_whole->position;
      g_free (result->position_word);
      result->position_word = g_strdup (new_whole->position_word);
      g_free (result->position_source);
      result->position_source = g_strdup (new_whole->position_source);
    }
  if (!part->child_focused_decided && !old_whole->child_focused_decided
      && part->child_focused == old_whole->child_focused)
    result->child_focused = new_whole->child_focused;

  return result;
}
