/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A row beside what the workspace has for it. */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "core/scorecard/organisation.h"
#include "core/text/text.h"
#include "exchange/plan-row-private.h"

/**
 * suivi_plan_match_new:
 * @tie: how they were found to be the same
 * @existing: (nullable): what the workspace has; a reference is taken
 *
 * Returns: (transfer full): a match
 */
SuiviPlanMatch *
suivi_plan_match_new (SuiviPlanTie tie, SuiviRecommendation *existing)
{
  SuiviPlanMatch *self = g_new0 (SuiviPlanMatch, 1);

  self->tie = tie;
  self->existing = existing != NULL ? suivi_recommendation_ref (existing) : NULL;

  return self;
}

/**
 * suivi_plan_match_free:
 * @self: (transfer full): a match
 */
void
suivi_plan_match_free (SuiviPlanMatch *self)
{
  g_clear_pointer (&self->existing, suivi_recommendation_unref);
  g_clear_pointer (&self->parts, g_ptr_array_unref);
  suivi_assessment_free (self->assessment);
  suivi_assessment_free (self->counting);
  g_free (self->organisation);
  g_free (self->importer);
  g_free (self->other_review);
  g_strfreev (self->issues);
  g_free (self);
}

/* Whether the row held this judgement when it was written, as far as its hashes tell. */
static gboolean
is_as_written (SuiviPlanRow *row, SuiviAssessment *assessment)
{
  for (SuiviPlanField field = SUIVI_PLAN_FIELD_LAW; field < SUIVI_N_PLAN_FIELDS; field++)
    {
      g_autofree char *value = suivi_plan_field_value (field, row->recommendation, assessment);

      if ((row->based & SUIVI_PLAN_FIELD_BIT (field)) != 0
          && suivi_plan_field_hash (value) != row->base[field])
        return FALSE;
    }

  return TRUE;
}

/* What the organisation of the file is called here: under a name that the workspace does not know, it is the one that has
 * the very judgement that the row says to be hers. It was given another name since. */
static const char *
find_name (SuiviPlanRow *row, GPtrArray *all)
{
  const char *name = row->assessment->organisation;
  const char *now = NULL;

  if ((row->grader & SUIVI_GRADER_OWN) == 0
      || (row->based & SUIVI_PLAN_FIELD_BIT (SUIVI_PLAN_FIELD_DATE)) == 0 || suivi_text_is_blank (name))
    return name;

  for (guint i = 0; i < all->len; i++)
    {
      SuiviAssessment *assessment = g_ptr_array_index (all, i);

      if (suivi_assessment_is_by (assessment, name))
        return name;
      if (now == NULL && !assessment->agreed && !suivi_text_is_blank (assessment->organisation)
          && is_as_written (row, assessment))
        now = assessment->organisation;
    }

  return now != NULL ? now : name;
}

/* Who judges in the file, if whoever imports does not work there: a file without a name is that of the importer, and one
 * with a name never that of an importer without one. */
static char *
find_organisation (SuiviStore *store, SuiviPlanRow *row, GPtrArray *all)
{
  const char *name = find_name (row, all);

  if (suivi_text_is_blank (name) || suivi_organisation_is_same (name, suivi_store_get_organisation (store)))
    return NULL;

  return g_strdup (name);
}

/* The judgements of a recommendation beside what a row showed of them. */
typedef struct
{
  SuiviAssessment *named;   /* (unowned) (nullable): the latest one of the organisation of the file */
  SuiviAssessment *unnamed; /* (unowned) (nullable): the latest one that does not say whose it is */
  gboolean unnamed_first;   /* whether that one is the later of the two */
  gboolean showed_named;
  gboolean showed_unnamed;
  gboolean showed_other;
  gboolean overtaken; /* whether the organisation judged after what the row showed of others */
} Judgements;

static void
sort_judgements (Judgements *self, SuiviPlanRow *row, GPtrArray *all, const char *name, gboolean own)
{
  gboolean says_own = FALSE;
  gboolean says_unnamed = FALSE;

  for (guint i = 0; i < all->len; i++)
    {
      SuiviAssessment *assessment = g_ptr_array_index (all, i);
      const gboolean shown = is_as_written (row, assessment);

      if (suivi_assessment_is_by (assessment, name))
        {
          self->named = self->named != NULL ? self->named : assessment;
          self->showed_named |= shown;
        }
      else if (own && suivi_assessment_is_by (assessment, ""))
        {
          self->unnamed_first |= self->named == NULL;
          self->unnamed = self->unnamed != NULL ? self->unnamed : assessment;
          self->showed_unnamed |= shown;
        }
      else
        {
          /* The latest stand first, behind what was agreed on. */
          self->overtaken |= shown && !self->showed_other && !assessment->agreed && self->named != NULL;
          self->showed_other |= shown;
        }
    }

  /* What was mended since is whose the row says. An older Suivi put its owner's name to what has none. */
  if (self->showed_named || self->showed_unnamed || self->showed_other)
    return;
  self->overtaken = TRUE;
  says_own = (row->grader & SUIVI_GRADER_OWN) != 0;
  says_unnamed = (row->grader & SUIVI_GRADER_UNNAMED) != 0;
  self->showed_unnamed = self->unnamed != NULL && (says_unnamed || (says_own && self->named == NULL));
  self->showed_named = says_own && !self->showed_unnamed;
}

/**
 * suivi_plan_match_find_judgement:
 * @self: a match that knows what the workspace has
 * @row: a row with a grade
 * @store: the workspace
 * @error: return location of a %SUIVI_STORE_ERROR
 *
 * Finds who judges in the file, what they said before, and whether that is what the row showed: a judgement that the
 * workspace has in just those words tells best whose it was; what was mended since is whose the row says. What was
 * agreed on is nobody's own judgement, and a file cannot change it. A judgement of an older Suivi that does not say whose
 * it is becomes that of whoever changes it in a file of her own.
 *
 * Returns: whether the workspace could be read
 */
gboolean
suivi_plan_match_find_judgement (SuiviPlanMatch *self, SuiviPlanRow *row, SuiviStore *store, GError **error)
{
  g_autoptr (GPtrArray) all = suivi_store_list_assessments (store, self->existing->id, error);
  Judgements judgements = { 0 };
  const char *name = NULL;
  gboolean from_unnamed = FALSE;

  if (all == NULL)
    return FALSE;

  self->organisation = find_organisation (store, row, all);
  name = self->organisation != NULL ? self->organisation : suivi_store_get_organisation (store);
  self->importer = g_strdup (suivi_store_get_author (store));
  /* The one that counts stands first. */
  if (all->len > 0)
    self->counting = suivi_assessment_copy (g_ptr_array_index (all, 0));

  sort_judgements (&judgements, row, all, name, self->organisation == NULL);
  from_unnamed = judgements.unnamed_first && judgements.showed_unnamed && !judgements.showed_named;
  if (from_unnamed || judgements.named != NULL)
    self->assessment = suivi_assessment_copy (from_unnamed ? judgements.unnamed : judgements.named);
  self->shown = judgements.showed_named || judgements.showed_unnamed;
  self->overtaken = judgements.overtaken;

  return TRUE;
}

/**
 * suivi_plan_row_begin_comparison:
 *
 * Forgets what an earlier comparison found.
 */
void
suivi_plan_row_begin_comparison (SuiviPlanRow *self)
{
  g_ptr_array_set_size (self->faults, self->n_file_faults);
  g_ptr_array_set_size (self->changes, 0);
  g_clear_pointer (&self->match, suivi_plan_match_free);
  self->whole_changes = FALSE;
  self->grade_changes = FALSE;
  self->light = SUIVI_LIGHT_GREY;
  self->new_light = SUIVI_LIGHT_GREY;
}

static void
add_missing (GString *list, SuiviPlanField field)
{
  g_string_append_printf (list, "%s%s", list->len > 0 ? ", " : "", suivi_plan_field_to_label (field));
}

/* What suivi_assessment_validate() asks for, said at once. */
static char *
list_missing (SuiviAssessment *assessment)
{
  g_autoptr (GString) list = g_string_new (NULL);

  if (suivi_text_is_blank (assessment->reason))
    add_missing (list, SUIVI_PLAN_FIELD_REASON);
  if (suivi_text_is_blank (assessment->source))
    add_missing (list, SUIVI_PLAN_FIELD_SOURCE);
  if (suivi_text_is_blank (assessment->name))
    add_missing (list, SUIVI_PLAN_FIELD_NAME);

  return g_string_free (g_steal_pointer (&list), FALSE);
}

/* A grade from a file needs what every grade needs. */
static void
check_grade (SuiviPlanRow *self)
{
  g_autoptr (SuiviAssessment) merged = suivi_plan_row_merge_assessment (self);
  g_autoptr (GError) error = NULL;
  g_autofree char *missing = NULL;
  g_autofree char *reason = NULL;

  if (merged == NULL || suivi_assessment_validate (merged, &error)
      || suivi_plan_row_has_fault (self, SUIVI_FAULT_INCOMPLETE_GRADE))
    return;

  if (g_error_matches (error, SUIVI_ASSESSMENT_ERROR, SUIVI_ASSESSMENT_ERROR_BAD_DATE))
    {
      suivi_plan_row_find_fault (self, SUIVI_FAULT_INCOMPLETE_GRADE,
                                 suivi_plan_field_to_label (SUIVI_PLAN_FIELD_DATE), merged->date,
                                 error->message);
      return;
    }

  missing = list_missing (merged);
  reason = suivi_plan_row_tell_missing (missing);
  suivi_plan_row_find_fault (self, SUIVI_FAULT_INCOMPLETE_GRADE, missing, NULL, reason);
}

/**
 * suivi_plan_row_tell_missing:
 * @columns: headings of the columns that a grade needs and that are empty, with commas between
 *
 * Returns: (transfer full): a sentence for people
 */
char *
suivi_plan_row_tell_missing (const char *columns)
{
  /* Translators: %s lists headings of columns, such as "Reason, Source" */
  return g_strdup_printf (_ ("A grade needs a reason, a source and the name of who graded. Fill in what is "
                             "missing here (%s), or take the grade out of the row."),
                          columns);
}

static gboolean
are_among (char **some, char **all)
{
  for (gsize i = 0; some[i] != NULL; i++)
    {
      if (!g_strv_contains ((const char *const *) all, some[i]))
        return FALSE;
    }

  return TRUE;
}

/* What was decided once is there now: the row that only nearly says the same has nothing left to tell. */
static gboolean
is_known (SuiviPlanRow *self)
{
  SuiviRecommendation *existing = suivi_plan_row_get_existing (self);

  return self->recommendation->category > 0 && self->changes->len == 0 && !suivi_plan_row_writes (self)
         && existing != NULL && existing->category == self->recommendation->category
         && are_among (self->recommendation->issues, existing->issues)
         && are_among (self->recommendation->states, existing->states);
}

/**
 * suivi_plan_row_compare:
 * @match: (transfer full) (nullable): what the workspace has for it
 *
 * Finds status and changes.
 */
void
suivi_plan_row_compare (SuiviPlanRow *self, SuiviPlanMatch *match)
{
  if (match != self->match)
    g_clear_pointer (&self->match, suivi_plan_match_free);
  self->match = match;
  self->whole_changes = FALSE;
  self->grade_changes = FALSE;
  self->light = SUIVI_LIGHT_GREY;
  self->new_light = SUIVI_LIGHT_GREY;
  g_ptr_array_set_size (self->changes, 0);

  check_grade (self);
  if (self->faults->len > 0)
    {
      suivi_plan_row_set_status (self, SUIVI_PLAN_FAULTY);
      return;
    }
  if (match == NULL || match->existing == NULL)
    {
      suivi_plan_row_set_status (self, SUIVI_PLAN_NEW);
      return;
    }

  suivi_plan_row_add_changes (self);
  if (match->tie == SUIVI_TIE_NEAR && !is_known (self))
    suivi_plan_row_set_status (self, SUIVI_PLAN_NEAR);
  else
    suivi_plan_row_set_status (self, self->changes->len > 0 ? SUIVI_PLAN_CHANGED : SUIVI_PLAN_SAME);
}

/**
 * suivi_plan_row_recompare:
 *
 * Finds status and changes anew, against what the workspace had at the last suivi_plan_row_compare().
 */
void
suivi_plan_row_recompare (SuiviPlanRow *self)
{
  suivi_plan_row_compare (self, self->match);
}

/* A part keeps the number that its whole had when it was split. */
static const char *
number_of_parts (SuiviPlanRow *self)
{
  const char *known
    = self->match != NULL && self->match->existing != NULL ? self->match->existing->number : NULL;

  return suivi_text_is_blank (known) ? self->recommendation->number : known;
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
  g_autofree char *number = NULL;

  if (self->match == NULL || self->match->parts == NULL)
    return NULL;

  number = g_strdup_printf ("%s (%s)", number_of_parts (self), letter);
  for (guint i = 0; i < self->match->parts->len; i++)
    {
      SuiviRecommendation *part = g_ptr_array_index (self->match->parts, i);

      if (g_str_equal (part->number, number))
        return part;
    }

  return NULL;
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

/**
 * suivi_plan_row_lacks_part:
 *
 * Returns: whether the file offers parts that the workspace does not have
 */
gboolean
suivi_plan_row_lacks_part (SuiviPlanRow *self)
{
  if (self->match != NULL && self->match->tie == SUIVI_TIE_WITHIN)
    return FALSE;

  for (guint i = 0; i < self->parts->len; i++)
    {
      if (suivi_plan_row_get_existing_part (self, i) == NULL)
        return TRUE;
    }

  return FALSE;
}

/**
 * suivi_plan_row_writes:
 *
 * Returns: whether the recommendation itself would be another one after the import, be it only in what is
 *   filled in silently
 */
gboolean
suivi_plan_row_writes (SuiviPlanRow *self)
{
  SuiviRecommendation *existing = suivi_plan_row_get_existing (self);
  g_autoptr (SuiviRecommendation) merged = NULL;

  if (existing == NULL || self->whole_changes)
    return TRUE;

  merged = suivi_plan_row_merge (self);

  return g_strcmp0 (merged->symbol, existing->symbol) != 0 || g_strcmp0 (merged->date, existing->date) != 0
         || g_strcmp0 (merged->source_key, existing->source_key) != 0
         || g_strcmp0 (merged->original, existing->original) != 0
         || g_strcmp0 (merged->position_word, existing->position_word) != 0;
}
