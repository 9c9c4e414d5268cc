/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "app/scorecard/grade-change.h"

#include <glib/gi18n-lib.h>

#include "app/settings.h"
#include "core/text/text.h"

/**
 * suivi_grade_change_new:
 *
 * Returns: (transfer full): a grade that assesses nothing, and leaves nothing as it is
 */
SuiviGradeChange *
suivi_grade_change_new (void)
{
  SuiviGradeChange *self = g_new0 (SuiviGradeChange, 1);

  self->grade = suivi_assessment_new ();

  return self;
}

/**
 * suivi_grade_change_copy:
 *
 * Returns: (transfer full): a copy
 */
SuiviGradeChange *
suivi_grade_change_copy (const SuiviGradeChange *self)
{
  SuiviGradeChange *copy = g_new0 (SuiviGradeChange, 1);

  copy->grade = suivi_assessment_copy (self->grade);
  copy->kept = self->kept;

  return copy;
}

/**
 * suivi_grade_change_free:
 * @self: (nullable) (transfer full): a change
 */
void
suivi_grade_change_free (SuiviGradeChange *self)
{
  if (self == NULL)
    return;

  suivi_assessment_free (self->grade);
  g_free (self);
}

/**
 * suivi_grade_change_equal:
 *
 * Returns: whether both say the same; of which recommendation it is and which key it has does not matter
 */
gboolean
suivi_grade_change_equal (const SuiviGradeChange *a, const SuiviGradeChange *b)
{
  const SuiviAssessment *one = a->grade;
  const SuiviAssessment *other = b->grade;

  return a->kept == b->kept && one->law == other->law && one->policy == other->policy
         && one->practice == other->practice && one->light == other->light
         && one->light_overridden == other->light_overridden && one->confidence == other->confidence
         && g_strcmp0 (one->reason, other->reason) == 0 && g_strcmp0 (one->source, other->source) == 0
         && g_strcmp0 (one->date, other->date) == 0 && g_strcmp0 (one->name, other->name) == 0
         && g_strcmp0 (one->organisation, other->organisation) == 0;
}

static void
set_text (char **field, const char *text)
{
  g_free (*field);
  *field = g_strdup (text);
}

/**
 * suivi_grade_change_sign:
 *
 * Puts name and organisation of the person who works here under it, as far as Preferences know them: nobody should have to
 * type them under every grade.
 */
void
suivi_grade_change_sign (SuiviGradeChange *self)
{
  g_autofree char *name = suivi_settings_dup_user_name ();
  g_autofree char *organisation = suivi_settings_dup_organisation ();

  if (name[0] != '\0' || self->grade->name == NULL)
    set_text (&self->grade->name, name);
  if (organisation[0] != '\0')
    set_text (&self->grade->organisation, organisation);
}

/**
 * suivi_grade_change_sign_as:
 *
 * Puts name and organisation of another one under it.
 */
void
suivi_grade_change_sign_as (SuiviGradeChange *self, const SuiviGradeChange *other)
{
  set_text (&self->grade->name, other->grade->name);
  set_text (&self->grade->organisation, other->grade->organisation);
}

/**
 * suivi_grade_change_apply:
 * @own: (nullable): the grade that a recommendation has so far; %NULL: none, so that what is left as it is stays empty
 *
 * A light that was chosen by hand stays chosen if the light is left as it is; one that follows the rule follows the
 * new levels.
 *
 * Returns: (transfer full): the grade that the recommendation would have, with a key of its own
 */
SuiviAssessment *
suivi_grade_change_apply (const SuiviGradeChange *self, const SuiviAssessment *own)
{
  g_autoptr (SuiviAssessment) none = own == NULL ? suivi_assessment_new () : NULL;
  const SuiviAssessment *before = own != NULL ? own : none;
  const SuiviAssessment *said = self->grade;
  const SuiviAssessment *light = self->kept & SUIVI_GRADE_LIGHT ? before : said;
  SuiviAssessment *grade = suivi_assessment_new ();

  if (light->light_overridden)
    suivi_assessment_override_light (grade, light->light);
  suivi_assessment_set_levels (grade, (self->kept & SUIVI_GRADE_LAW ? before : said)->law,
                               (self->kept & SUIVI_GRADE_POLICY ? before : said)->policy,
                               (self->kept & SUIVI_GRADE_PRACTICE ? before : said)->practice);
  set_text (&grade->reason, (self->kept & SUIVI_GRADE_REASON ? before : said)->reason);
  set_text (&grade->source, (self->kept & SUIVI_GRADE_SOURCE ? before : said)->source);
  grade->confidence = (self->kept & SUIVI_GRADE_CONFIDENCE ? before : said)->confidence;
  set_text (&grade->date, said->date);
  set_text (&grade->name, said->name);
  set_text (&grade->organisation, said->organisation);

  return grade;
}

static gboolean
is_same_text (const char *a, const char *b)
{
  return g_strcmp0 (a != NULL ? a : "", b != NULL ? b : "") == 0;
}

/* The parts of a grade that are as they were. */
static guint
find_untouched (const SuiviAssessment *now, const SuiviAssessment *before)
{
  const gboolean same_light = now->light_overridden == before->light_overridden
                              && (!now->light_overridden || now->light == before->light);

  return (now->law == before->law ? SUIVI_GRADE_LAW : 0)
         | (now->policy == before->policy ? SUIVI_GRADE_POLICY : 0)
         | (now->practice == before->practice ? SUIVI_GRADE_PRACTICE : 0)
         | (same_light ? SUIVI_GRADE_LIGHT : 0)
         | (is_same_text (now->reason, before->reason) ? SUIVI_GRADE_REASON : 0)
         | (is_same_text (now->source, before->source) ? SUIVI_GRADE_SOURCE : 0)
         | (now->confidence == before->confidence ? SUIVI_GRADE_CONFIDENCE : 0);
}

/**
 * suivi_grade_change_rebase:
 * @from: what a form began with, of one recommendation
 * @to: what it should have begun with, as it is known since
 *
 * What was not touched since the form began follows: nothing of an earlier grade may be lost because it was not known
 * whose it is. Day, name and organisation stay.
 */
void
suivi_grade_change_rebase (SuiviGradeChange *self, const SuiviGradeChange *from, const SuiviGradeChange *to)
{
  const SuiviGradeChange said = { self->grade, find_untouched (self->grade, from->grade) };
  SuiviAssessment *grade = suivi_grade_change_apply (&said, to->grade);

  suivi_assessment_free (self->grade);
  self->grade = grade;
}

/**
 * suivi_grade_validate:
 * @grade: a grade that somebody gives now
 * @error: return location of a %SUIVI_ASSESSMENT_ERROR with a sentence that says what is missing
 *
 * As suivi_assessment_validate(). That may miss the organisation, which files of an older Suivi do not name; who grades
 * now has to say it, or nobody would know later whose grade it is.
 *
 * Returns: whether it may be saved
 */
gboolean
suivi_grade_validate (SuiviAssessment *grade, GError **error)
{
  if (!suivi_assessment_validate (grade, error))
    return FALSE;
  if (!grade->agreed && suivi_text_is_blank (grade->organisation))
    {
      g_set_error_literal (error, SUIVI_ASSESSMENT_ERROR, SUIVI_ASSESSMENT_ERROR_NO_ORGANISATION,
                           _ ("Say for which organisation you grade."));
      return FALSE;
    }

  return TRUE;
}
