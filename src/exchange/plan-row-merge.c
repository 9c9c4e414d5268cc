/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What is saved for a row of a plan: the rules about what a file may change. */

#include "config.h"

#include "core/text/text.h"
#include "exchange/plan-row-private.h"

/* A row that was found by what it says has no place in a document that would be a surer sign. A row with a
 * number knows better than whoever brought the recommendation without one. */
static gboolean
is_by_text (SuiviPlanRow *self)
{
  return (self->match->tie == SUIVI_TIE_TEXT || self->match->tie == SUIVI_TIE_NEAR)
         && suivi_text_is_blank (self->recommendation->number);
}

/* Two sources tell of the same recommendation, and the workspace has it from the better one. */
static gboolean
is_second_source (SuiviPlanRow *self)
{
  return is_by_text (self) && !suivi_text_is_blank (self->match->existing->number);
}

/**
 * suivi_plan_row_speaks_of:
 * @field: which field
 *
 * Returns: whether the file has something to say about the field: it has it, and, if Suivi wrote the file,
 *   somebody changed it since
 */
gboolean
suivi_plan_row_speaks_of (SuiviPlanRow *self, SuiviPlanField field)
{
  g_autofree char *value = NULL;

  if ((self->fields & SUIVI_PLAN_FIELD_BIT (field)) == 0)
    return FALSE;
  if ((self->based & SUIVI_PLAN_FIELD_BIT (field)) == 0)
    return TRUE;

  value = suivi_plan_field_value (field, self->recommendation, self->assessment);

  return suivi_plan_field_hash (value) != self->base[field];
}

static void
set_text (char **target, const char *value)
{
  char *copy = g_strdup (value);

  g_free (*target);
  *target = copy;
}

static void
set_list (char ***target, char **value)
{
  char **copy = g_strdupv (value);

  g_strfreev (*target);
  *target = copy;
}

/* What the workspace knows already is spelled as it is there: capitals are no news. */
static char **
spell_as_known (char **names, char **known)
{
  g_autoptr (GHashTable) spellings = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();

  for (gsize i = 0; known[i] != NULL; i++)
    g_hash_table_insert (spellings, suivi_text_fold (known[i]), known[i]);
  for (gsize i = 0; names[i] != NULL; i++)
    {
      g_autofree char *folded = suivi_text_fold (names[i]);
      const char *name = g_hash_table_lookup (spellings, folded);

      g_strv_builder_add (builder, name != NULL ? name : names[i]);
    }

  return g_strv_builder_end (builder);
}

static void
copy_field (SuiviRecommendation *result, SuiviPlanField field, SuiviRecommendation *from)
{
  switch ((guint) field)
    {
    case SUIVI_PLAN_FIELD_NUMBER:
      set_text (&result->number, from->number != NULL ? from->number : "");
      break;
    case SUIVI_PLAN_FIELD_TEXT:
      set_text (&result->text, from->text);
      break;
    case SUIVI_PLAN_FIELD_STATES:
      set_list (&result->states, from->states);
      break;
    case SUIVI_PLAN_FIELD_POSITION:
      result->position = from->position;
      set_text (&result->position_word, from->position_word);
      break;
    case SUIVI_PLAN_FIELD_POSITION_SOURCE:
      set_text (&result->position_source, from->position_source);
      break;
    case SUIVI_PLAN_FIELD_THEMES:
      set_list (&result->themes, from->themes);
      break;
    case SUIVI_PLAN_FIELD_GROUPS:
      set_list (&result->groups, from->groups);
      break;
    case SUIVI_PLAN_FIELD_SDGS:
      set_list (&result->sdgs, from->sdgs);
      break;
    case SUIVI_PLAN_FIELD_CHILDREN:
      result->child_focused = from->child_focused;
      break;
    case SUIVI_PLAN_FIELD_CATEGORY:
      result->category = from->category;
      break;
    case SUIVI_PLAN_FIELD_ISSUES:
      set_list (&result->issues, from->issues);
      break;
    case SUIVI_PLAN_FIELD_INSTITUTIONS:
      {
        g_auto (GStrv) names = spell_as_known (from->institutions, result->institutions);

        set_list (&result->institutions, names);
      }
      break;
    default:
      g_assert_not_reached ();
    }
}

/* UPR Info knows no "in part": it writes what was supported in part as noted. Nor does an open answer
 * contradict one that was given. */
static gboolean
contradicts (SuiviPosition from_file, SuiviPosition known)
{
  if (from_file == SUIVI_POSITION_NOTED && known == SUIVI_POSITION_PART)
    return FALSE;

  return from_file != known && from_file != SUIVI_POSITION_PENDING;
}

static gboolean
has_value (SuiviRecommendation *recommendation, SuiviPlanField field)
{
  g_autofree char *value = suivi_plan_field_value (field, recommendation, NULL);

  return *value != '\0';
}

static gboolean
may_change (SuiviPlanRow *self, SuiviPlanField field)
{
  SuiviRecommendation *existing = self->match->existing;

  if (field == SUIVI_PLAN_FIELD_POSITION && is_by_text (self))
    return contradicts (self->recommendation->position, existing->position);
  /* The same words: whoever wrote them otherwise has no better ones. */
  if (field == SUIVI_PLAN_FIELD_TEXT && is_by_text (self) && self->match->tie == SUIVI_TIE_TEXT)
    return FALSE;
  if (field == SUIVI_PLAN_FIELD_CHILDREN)
    {
      /* What a person decided stays, unless another person wrote otherwise into the file that Suivi gave
       * them. */
      if ((self->based & SUIVI_PLAN_FIELD_BIT (SUIVI_PLAN_FIELD_CHILDREN)) != 0)
        return TRUE;
      return !existing->child_focused_decided && !is_second_source (self);
    }

  return !is_second_source (self) || !has_value (existing, field);
}

static void
fill (SuiviPlanRow *self, char **target, const char *value)
{
  if (value != NULL && (*target == NULL || !is_by_text (self)))
    set_text (target, value);
}

/* What nobody needs to hear about: it says where the recommendation stands, not what it says. */
static void
keep_books (SuiviPlanRow *self, SuiviRecommendation *result)
{
  SuiviRecommendation *from = self->recommendation;

  fill (self, &result->symbol, from->symbol);
  fill (self, &result->date, from->date);
  fill (self, &result->source_key, from->source_key);
  fill (self, &result->original, from->original);
  if (is_by_text (self) && result->position == from->position)
    fill (self, &result->position_word, from->position_word);
  if (from->concerned[0] != NULL)
    set_list (&result->concerned, from->concerned);
}

/* Pieces of a recommendation know its action category, if nobody else does, and some of its issues. */
static void
take_from_pieces (SuiviPlanRow *self, SuiviRecommendation *result)
{
  g_autoptr (GStrvBuilder) builder = NULL;

  if (result->category == 0)
    result->category = self->match->category;
  if (self->match->issues == NULL)
    return;

  builder = g_strv_builder_new ();
  g_strv_builder_addv (builder, (const char **) result->issues);
  for (gsize i = 0; self->match->issues[i] != NULL; i++)
    {
      if (!g_strv_contains ((const char *const *) result->issues, self->match->issues[i]))
        g_strv_builder_add (builder, self->match->issues[i]);
    }
  g_strfreev (result->issues);
  result->issues = g_strv_builder_end (builder);
}

/**
 * suivi_plan_row_merge:
 *
 * Says what the recommendation would be after the import, apart from review and import. Only what the file
 * speaks of can change; what a row without number says of a recommendation that came with one fills what is
 * empty, and its position counts if it contradicts. Pieces fill the action category and add their issues.
 *
 * Returns: (transfer full): what is to be saved: under the key that the workspace has, if it has one
 */
SuiviRecommendation *
suivi_plan_row_merge (SuiviPlanRow *self)
{
  SuiviRecommendation *result = NULL;

  if (self->match == NULL || self->match->existing == NULL)
    {
      result = suivi_recommendation_copy (self->recommendation);
      if (result->number == NULL)
        result->number = g_strdup ("");
      return result;
    }

  result = suivi_recommendation_copy (self->match->existing);
  if (self->match->tie == SUIVI_TIE_WITHIN)
    {
      take_from_pieces (self, result);
      return result;
    }

  for (SuiviPlanField field = 0; field < SUIVI_PLAN_FIELD_LAW; field++)
    {
      if (suivi_plan_row_speaks_of (self, field) && may_change (self, field))
        copy_field (result, field, self->recommendation);
    }
  if ((self->based & SUIVI_PLAN_FIELD_BIT (SUIVI_PLAN_FIELD_CHILDREN)) != 0
      && suivi_plan_row_speaks_of (self, SUIVI_PLAN_FIELD_CHILDREN))
    result->child_focused_decided = TRUE;
  keep_books (self, result);

  return result;
}

static void
copy_grade_field (SuiviAssessment *result, SuiviPlanField field, SuiviAssessment *from)
{
  switch ((guint) field)
    {
    case SUIVI_PLAN_FIELD_LAW:
      result->law = from->law;
      break;
    case SUIVI_PLAN_FIELD_POLICY:
      result->policy = from->policy;
      break;
    case SUIVI_PLAN_FIELD_PRACTICE:
      result->practice = from->practice;
      break;
    case SUIVI_PLAN_FIELD_LIGHT:
      result->light_overridden = from->light_overridden;
      result->light = from->light;
      break;
    case SUIVI_PLAN_FIELD_REASON:
      set_text (&result->reason, from->reason);
      break;
    case SUIVI_PLAN_FIELD_SOURCE:
      set_text (&result->source, from->source);
      break;
    case SUIVI_PLAN_FIELD_DATE:
      set_text (&result->date, from->date);
      break;
    case SUIVI_PLAN_FIELD_NAME:
      set_text (&result->name, from->name);
      break;
    default:
      g_assert_not_reached ();
    }
}

/* The row showed what another organisation said when it wrote the file: all of that is news here, unless what we have of
 * it is newer. */
static gboolean
brings_whole_grade (SuiviPlanRow *self, SuiviAssessment *old)
{
  return (self->grader & SUIVI_GRADER_OWN) != 0 && self->match != NULL && self->match->organisation != NULL
         && (old == NULL || g_strcmp0 (self->assessment->date, old->date) >= 0);
}

/* Whether the row showed what another organisation said, or what all agreed on. Whoever changes it does not see what her
 * own one said before, and answers for the row as it reads: to mix the two would give a grade that nobody gave. */
static gboolean
showed_other_grade (SuiviPlanRow *self)
{
  return self->match != NULL && self->match->existing != NULL && !self->match->shown;
}

static gboolean
says_who (SuiviPlanRow *self)
{
  return (self->grader & SUIVI_GRADER_NAMED) != 0 || suivi_plan_row_speaks_of (self, SUIVI_PLAN_FIELD_NAME);
}

/* A judgement of this organisation, under the name of whoever gave the one that the row showed: of another one. */
static gboolean
bears_foreign_name (SuiviPlanRow *self)
{
  return showed_other_grade (self) && !says_who (self)
         && (self->grader & (SUIVI_GRADER_OWN | SUIVI_GRADER_UNNAMED)) == 0;
}

/* Somebody changed a grade of the importer's organisation and left the name as it was: whoever gave the old one did not give
 * this one. */
static gboolean
signs_for_other (SuiviPlanRow *self, SuiviAssessment *old, SuiviAssessment *result)
{
  return old != NULL && self->match->organisation == NULL && !suivi_text_is_blank (self->match->importer)
         && !says_who (self)
         && (old->law != result->law || old->policy != result->policy || old->practice != result->practice
             || old->light != result->light);
}

/* Whether the one who changed the row says what her organisation said before, while another one counts. As she sees it, it
 * did not say so: it does from the day on which she changed the row. */
static gboolean
says_it_again (SuiviPlanRow *self, SuiviAssessment *old)
{
  const SuiviAssessment *counting = self->match != NULL ? self->match->counting : NULL;

  return old != NULL && showed_other_grade (self) && (self->grader & SUIVI_GRADER_TODAY) != 0
         && (self->fields & SUIVI_PLAN_FIELDS_OF_GRADE) != 0 && counting != NULL && !counting->agreed
         && g_strcmp0 (counting->id, old->id) != 0;
}

/* What the file has otherwise is put into @result. Returns whether that is news. */
static gboolean
take_fields (SuiviPlanRow *self, SuiviAssessment *old, gboolean whole, SuiviAssessment *result)
{
  const gboolean implied_date = (self->grader & SUIVI_GRADER_TODAY) != 0;
  gboolean changed = FALSE;

  for (SuiviPlanField field = SUIVI_PLAN_FIELD_LAW; field < SUIVI_N_PLAN_FIELDS; field++)
    {
      const gboolean speaks = suivi_plan_row_speaks_of (self, field);
      g_autofree char *known = NULL;
      g_autofree char *value = NULL;

      /* The day on which the file is read is no news by itself, nor is that of the grade of others. */
      if (!(whole || speaks)
          || (field == SUIVI_PLAN_FIELD_DATE && (implied_date || (!speaks && showed_other_grade (self)))))
        continue;
      known = suivi_plan_field_value (field, self->recommendation, old);
      value = suivi_plan_field_value (field, self->recommendation, self->assessment);
      if (g_str_equal (known, value))
        continue;
      copy_grade_field (result, field, self->assessment);
      /* Nor is a name that nobody wrote: who signed what the workspace has knows better. */
      changed |= field != SUIVI_PLAN_FIELD_NAME || speaks;
    }

  return changed;
}

/**
 * suivi_plan_row_merge_assessment:
 *
 * Says which judgement the import would add. If the row showed the latest one of the same organisation, that with what was
 * changed in it. If it showed what another one said, or what was agreed on, the whole row as it reads now: the light that
 * stands in the file is the light that is given. A grade that was changed without a name is given by who imports, if she
 * works for that organisation; else nobody is known to have given it.
 *
 * Returns: (transfer full) (nullable): a judgement with a new key, that may lack what a judgement needs;
 *   %NULL if the file says nothing new
 */
SuiviAssessment *
suivi_plan_row_merge_assessment (SuiviPlanRow *self)
{
  SuiviAssessment *old = self->match != NULL ? self->match->assessment : NULL;
  g_autoptr (SuiviAssessment) result = NULL;
  const gboolean other = showed_other_grade (self);
  gboolean whole = FALSE;

  if (self->assessment == NULL)
    return NULL;
  whole = brings_whole_grade (self, old) || (other && old != NULL);

  result = suivi_assessment_copy (old != NULL ? old : self->assessment);
  set_text (&result->id, NULL);
  result->id = g_uuid_string_random ();
  if (old == NULL)
    /* Without a name, the store takes it for the one for whom the importer works. */
    set_text (&result->organisation,
              self->match != NULL && self->match->organisation != NULL ? self->match->organisation : "");
  if (!take_fields (self, old, whole, result) && !says_it_again (self, old))
    return NULL;

  if ((self->grader & SUIVI_GRADER_TODAY) != 0)
    set_text (&result->date, self->assessment->date);
  suivi_assessment_set_levels (result, result->law, result->policy, result->practice);
  /* How sure somebody was of what she said before says nothing of this. */
  if (other)
    result->confidence = SUIVI_CONFIDENCE_UNKNOWN;
  if (bears_foreign_name (self))
    set_text (&result->name, self->match->organisation == NULL ? self->match->importer : NULL);
  else if (signs_for_other (self, old, result))
    set_text (&result->name, self->match->importer);

  return g_steal_pointer (&result);
}

/**
 * suivi_plan_row_get_letter:
 * @index: which part, from 0
 *
 * Returns: (transfer full): its letter: a … z, aa, ab, …
 */
char *
suivi_plan_row_get_letter (guint index)
{
  if (index < 26)
    return g_strdup_printf ("%c", 'a' + index);
  return g_strdup_printf ("%c%c", 'a' + (index / 26 - 1) % 26, 'a' + index % 26);
}

/**
 * suivi_plan_row_make_part:
 * @whole: the recommendation that is split, as saved
 * @index: which of suivi_plan_row_get_parts()
 *
 * Returns: (transfer full): a new recommendation "121.2 (a)" with the part's text and States and all else as
 * the whole has it
 */
SuiviRecommendation *
suivi_plan_row_make_part (SuiviPlanRow *self, SuiviRecommendation *whole, guint index)
{
  SuiviImportPart *part = g_ptr_array_index (suivi_plan_row_get_parts (self), index);
  SuiviRecommendation *result = suivi_recommendation_copy (whole);
  g_autofree char *letter = suivi_plan_row_get_letter (index);

  g_free (result->id);
  result->id = g_uuid_string_random ();
  set_text (&result->parent_id, whole->id);
  g_free (result->number);
  result->number = g_strdup_printf ("%s (%s)", whole->number, letter);
  set_text (&result->text, part->text);
  g_clear_pointer (&result->original, g_free);
  g_clear_pointer (&result->source_key, g_free);
  suivi_recommendation_set_lists (result, (const char *const *) part->states, NULL, NULL, NULL);

  return result;
}
