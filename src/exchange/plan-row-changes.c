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

/**
 * suivi_field_change_to_label:
 *
 * Returns: (transfer full): the name of the field, and whether the file only showed what it says, for people
 */
char *
suivi_field_change_to_label (const SuiviFieldChange *self)
{
  if (!self->taken_over)
    return g_strdup (self->field);

  /* Translators: %s is a field of a grade: "Reason, as the row showed it" */
  return g_strdup_printf (_ ("%s, as the row showed it"), self->field);
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

static SuiviFieldChange *
add_change (GPtrArray *changes,
            const char *letter,
            const char *field,
            const char *old_value,
            const char *new_value)
{
  SuiviFieldChange *change = g_new0 (SuiviFieldChange, 1);

  if (letter != NULL)
    /* Translators: a field of a part of a recommendation that was split: "Part (a): Text" */
    change->field = g_strdup_printf (_ ("Part (%s): %s"), letter, field);
  else
    change->field = g_strdup (field);
  change->old_value = g_strdup (old_value != NULL ? old_value : "");
  change->new_value = g_strdup (new_value != NULL ? new_value : "");
  g_ptr_array_add (changes, change);

  return change;
}

/* One of two records of a recommendation, with a judgement of it. */
typedef struct
{
  SuiviRecommendation *recommendation;
  SuiviAssessment *assessment; /* (nullable) */
} Side;

static SuiviFieldChange *
compare_field (GPtrArray *changes, const char *letter, SuiviPlanField field, const Side *old, const Side *new)
{
  g_autofree char *old_value = suivi_plan_field_value (field, old->recommendation, old->assessment);
  g_autofree char *new_value = suivi_plan_field_value (field, new->recommendation, new->assessment);
  g_autofree char *old_words = NULL;
  g_autofree char *new_words = NULL;

  if (g_str_equal (old_value, new_value))
    return NULL;

  old_words = suivi_plan_field_words (field, old->recommendation, old->assessment);
  new_words = suivi_plan_field_words (field, new->recommendation, new->assessment);

  return add_change (changes, letter, suivi_plan_field_to_label (field), old_words, new_words);
}

/* Whether the workspace changed the field as well since the file was written. */
static gboolean
is_conflict (SuiviPlanRow *self, SuiviPlanField field)
{
  g_autofree char *value = NULL;

  if ((self->based & SUIVI_PLAN_FIELD_BIT (field)) == 0)
    return FALSE;
  /* A first judgement contradicts nobody, nor does a newer one of those who gave the older one. */
  if (field >= SUIVI_PLAN_FIELD_LAW
      && (self->match->assessment == NULL
          || (self->match->shown && (self->fields & SUIVI_PLAN_FIELD_BIT (field)) == 0)))
    return FALSE;
  if (field == SUIVI_PLAN_FIELD_DATE && (self->grader & SUIVI_GRADER_TODAY) != 0)
    return FALSE;
  if (field >= SUIVI_PLAN_FIELD_LAW && !self->match->shown)
    return self->match->overtaken;

  value = suivi_plan_field_value (field, self->match->existing, self->match->assessment);

  return suivi_plan_field_hash (value) != self->base[field];
}

/* The cell as it was (original) is left out: white space in it is no news for anybody. */
static void
compare_whole (GPtrArray *changes,
               const char *letter,
               SuiviRecommendation *old,
               SuiviRecommendation *new,
               SuiviPlanRow *row)
{
  const Side old_side = { old, NULL };
  const Side new_side = { new, NULL };

  for (SuiviPlanField field = 0; field < SUIVI_PLAN_FIELD_LAW; field++)
    {
      SuiviFieldChange *change = compare_field (changes, letter, field, &old_side, &new_side);

      if (change != NULL && row != NULL)
        change->conflict = is_conflict (row, field);
      if (change == NULL && field == SUIVI_PLAN_FIELD_POSITION
          && g_strcmp0 (old->position_word != NULL ? old->position_word : "",
                        new->position_word != NULL ? new->position_word : "")
               != 0)
        add_change (changes, letter, _ ("Position as written"), old->position_word, new->position_word);
    }
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

/**
 * suivi_plan_row_part_differs:
 *
 * Returns: whether something that people see is another in @new than in @old
 */
gboolean
suivi_plan_row_part_differs (SuiviRecommendation *old, SuiviRecommendation *new)
{
  g_autoptr (GPtrArray) changes = g_ptr_array_new_with_free_func ((GDestroyNotify) suivi_field_change_free);

  compare_whole (changes, NULL, old, new, NULL);

  return changes->len > 0;
}

/* Whether a judgement that is written now counts before the one that counted until now: as SUIVI_LATEST_FIRST says it in
 * the store. Of the same day, the one that was written later counts. */
static gboolean
counts_before (const SuiviAssessment *judgement, const SuiviAssessment *counting)
{
  if (counting == NULL || judgement->agreed != counting->agreed)
    return counting == NULL || judgement->agreed > counting->agreed;

  /* Days written year-month-day sort as text. */
  return g_strcmp0 (judgement->date, counting->date) >= 0;
}

/* Whether nobody wrote this into the row: it is what another organisation said, and becomes what this one says. */
static gboolean
is_taken_over (SuiviPlanRow *self, SuiviPlanField field)
{
  return !self->match->shown && field != SUIVI_PLAN_FIELD_DATE && field != SUIVI_PLAN_FIELD_NAME
         && (self->fields & SUIVI_PLAN_FIELD_BIT (field)) == 0;
}

static void
compare_grade (SuiviPlanRow *self)
{
  g_autoptr (SuiviAssessment) merged = suivi_plan_row_merge_assessment (self);
  const Side old_side = { self->match->existing, self->match->assessment };
  const Side new_side = { self->match->existing, merged };

  if (merged == NULL)
    return;

  /* Whose judgement it is goes before what it says. */
  if (self->match->organisation != NULL)
    add_change (self->changes, NULL, _ ("Judged by"), "", self->match->organisation);
  for (SuiviPlanField field = SUIVI_PLAN_FIELD_LAW; field < SUIVI_N_PLAN_FIELDS; field++)
    {
      SuiviFieldChange *change = compare_field (self->changes, NULL, field, &old_side, &new_side);

      if (change != NULL)
        {
          change->conflict = is_conflict (self, field);
          change->taken_over = is_taken_over (self, field);
        }
      self->grade_changes |= change != NULL;
    }

  self->light = self->match->counting != NULL ? self->match->counting->light : SUIVI_LIGHT_GREY;
  self->new_light
    = self->grade_changes && counts_before (merged, self->match->counting) ? merged->light : self->light;
}

/**
 * suivi_plan_row_get_outweighing:
 *
 * Returns: (transfer none) (nullable): the judgement of the workspace that goes on counting although the import would write
 *   one: it was agreed on, or is later; %NULL if there is none, or the import writes no judgement of what the workspace has
 */
const SuiviAssessment *
suivi_plan_row_get_outweighing (SuiviPlanRow *self)
{
  g_autoptr (SuiviAssessment) merged = NULL;

  g_return_val_if_fail (SUIVI_IS_PLAN_ROW (self), NULL);

  if (self->match == NULL || !self->grade_changes)
    return NULL;
  merged = suivi_plan_row_merge_assessment (self);

  return merged != NULL && !counts_before (merged, self->match->counting) ? self->match->counting : NULL;
}

/**
 * suivi_plan_row_add_changes:
 *
 * Finds what an import would change of the recommendation that the workspace has, of its parts (those that
 * the file no longer has stay), and of its grade.
 */
void
suivi_plan_row_add_changes (SuiviPlanRow *self)
{
  SuiviRecommendation *existing = self->match->existing;
  g_autoptr (SuiviRecommendation) merged = suivi_plan_row_merge (self);

  /* The file tells only a part of it. */
  if (self->match->tie == SUIVI_TIE_WITHIN)
    {
      compare_whole (self->changes, NULL, existing, merged, NULL);
      self->whole_changes = self->changes->len > 0;
      return;
    }

  if (self->match->other_review != NULL)
    {
      g_autoptr (SuiviReview) review = suivi_review_new (self->state, self->session);
      g_autofree char *label = suivi_review_to_label (review);

      add_change (self->changes, NULL, _ ("Review"), self->match->other_review, label);
    }
  compare_whole (self->changes, NULL, existing, merged, self);
  self->whole_changes = self->changes->len > 0;

  for (guint i = 0; i < self->parts->len; i++)
    {
      SuiviRecommendation *old = suivi_plan_row_get_existing_part (self, i);
      g_autoptr (SuiviRecommendation) new = NULL;
      g_autofree char *letter = suivi_plan_row_get_letter (i);

      if (old == NULL)
        continue;
      new = suivi_plan_row_update_part (old, self->parts->pdata[i], existing, merged);
      compare_whole (self->changes, letter, old, new, NULL);
    }
  compare_grade (self);
}
