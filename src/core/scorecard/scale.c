/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "core/scorecard/light-order.h"
#include "core/scorecard/scale.h"
#include "core/text/text.h"

G_DEFINE_ENUM_TYPE (SuiviScale,
                    suivi_scale,
                    G_DEFINE_ENUM_VALUE (SUIVI_SCALE_LIGHT, "traffic-light"),
                    G_DEFINE_ENUM_VALUE (SUIVI_SCALE_IRI, "iri"),
                    G_DEFINE_ENUM_VALUE (SUIVI_SCALE_EXTENT, "extent"))

typedef struct
{
  const char *nick;
  const char *label;
  const char *rule;
} Grade;

/* By the light that has the same number. */
static const Grade light_grades[] = {
  { "grey", NULL, N_ ("No level is assessed.") },
  { "red", NULL, N_ ("Every assessed level is “nothing”.") },
  { "amber", NULL, N_ ("Some levels moved, or one moved in part.") },
  { "green", NULL, N_ ("Every assessed level is “done”.") },
};

static const Grade iri_grades[] = {
  { "iri-not-assessed", N_ ("Not assessed"), N_ ("No organisation has enough information.") },
  { "iri-not", N_ ("Not implemented"), N_ ("The average is below 0.33.") },
  { "iri-partly", N_ ("Partially implemented"), N_ ("The average is 0.33 or more, and below 0.66.") },
  { "iri-fully", N_ ("Fully implemented"), N_ ("The average is 0.66 or more.") },
};

static const Grade extent_grades[] = {
  { "extent-not-assessed", N_ ("Not assessed"), N_ ("No level is assessed.") },
  { "extent-not", N_ ("Not implemented"), N_ ("Nothing was done on any level that is assessed.") },
  { "extent-partly", N_ ("Partially implemented"), N_ ("Something was done on one level or more.") },
  { "extent-fully", N_ ("Fully implemented"), N_ ("Law, policy and practice are all done.") },
};

static const struct
{
  const char *label;
  const char *rule;
  const char *source;
  const Grade *grades;
} scales[SUIVI_N_SCALES] = {
  { N_ ("Traffic light"),
    N_ ("Green if every assessed level is done, red if every assessed level is nothing, otherwise "
        "amber; grey if no level is assessed. A person may choose another light; the choice is shown."),
    N_ ("Colours: Irish Council for Civil Liberties, score-card of 2014, as told in UPR Info, The "
        "Butterfly Effect (2016). Rule of the levels: our own."),
    light_grades },
  { N_ ("Index of UPR Info"),
    N_ ("Every organisation that judged counts: 1 for implemented, 0.5 for some progress, 0 for no "
        "progress. The average is not implemented below 0.33, partially implemented below 0.66, and "
        "fully implemented from there. “Worse than before” counts 0, and is told apart."),
    N_ ("UPR Info, Beyond Promises (2014), section 7.2. The bands are closed at 0.33 and 0.66, where "
        "the printed ones leave gaps; “worse than before” is our own."),
    iri_grades },
  { N_ ("Fully, partially, not implemented"),
    N_ ("Fully if law, policy and practice are all done, partially if something was done on one level "
        "or more, not implemented if nothing was done. A light that a person chose decides instead of "
        "the levels."),
    N_ ("Civil society mid-term reports, as told in UPR Info, The Butterfly Effect (2016)."), extent_grades },
};

/**
 * suivi_scale_to_label:
 *
 * Returns: the name shown to people, translated
 */
const char *
suivi_scale_to_label (SuiviScale scale)
{
  g_return_val_if_fail ((guint) scale < SUIVI_N_SCALES, "");

  return _ (scales[scale].label);
}

/**
 * suivi_scale_to_rule:
 *
 * Returns: how a grade comes about, in sentences for people, translated; outputs print it
 */
const char *
suivi_scale_to_rule (SuiviScale scale)
{
  g_return_val_if_fail ((guint) scale < SUIVI_N_SCALES, "");

  return _ (scales[scale].rule);
}

/**
 * suivi_scale_to_source:
 *
 * Returns: where the rule is from, translated
 */
const char *
suivi_scale_to_source (SuiviScale scale)
{
  g_return_val_if_fail ((guint) scale < SUIVI_N_SCALES, "");

  return _ (scales[scale].source);
}

/* "Worse than before" is the same word on every scale: no scale has one of its own. */
static gboolean
has_own_word (SuiviScale scale, SuiviLight grade)
{
  return scale != SUIVI_SCALE_LIGHT && grade != SUIVI_LIGHT_WORSE;
}

/**
 * suivi_scale_grade_to_nick:
 *
 * Returns: the stable word of the grade, different on every scale, except for what is "worse than before"
 */
const char *
suivi_scale_grade_to_nick (SuiviScale scale, SuiviLight grade)
{
  g_return_val_if_fail ((guint) scale < SUIVI_N_SCALES, "");

  return has_own_word (scale, grade) ? scales[scale].grades[grade].nick : suivi_light_to_nick (grade);
}

/**
 * suivi_scale_grade_from_nick:
 * @nick: (nullable): a text
 * @grade: (out): set on success only
 *
 * Returns: whether @nick is the stable word of a grade of that scale
 */
gboolean
suivi_scale_grade_from_nick (SuiviScale scale, const char *nick, SuiviLight *grade)
{
  g_return_val_if_fail ((guint) scale < SUIVI_N_SCALES, FALSE);

  for (guint i = 0; i < SUIVI_N_LIGHTS; i++)
    {
      if (g_strcmp0 (nick, suivi_scale_grade_to_nick (scale, i)) == 0)
        {
          *grade = i;
          return TRUE;
        }
    }

  return FALSE;
}

/**
 * suivi_scale_grade_to_label:
 * @labels: (nullable) (element-type utf8 utf8): the user's own words, by nick; blank ones do not count
 *
 * The user may call a grade as the country does. That changes the word and nothing else.
 *
 * Returns: the word shown to people: the user's, or else ours, translated
 */
const char *
suivi_scale_grade_to_label (SuiviScale scale, SuiviLight grade, GHashTable *labels)
{
  const char *label = NULL;

  g_return_val_if_fail ((guint) scale < SUIVI_N_SCALES, "");

  if (labels != NULL)
    label = g_hash_table_lookup (labels, suivi_scale_grade_to_nick (scale, grade));
  if (!suivi_text_is_blank (label))
    return label;

  return has_own_word (scale, grade) ? _ (scales[scale].grades[grade].label) : suivi_light_to_label (grade);
}

/**
 * suivi_scale_grade_to_rule:
 *
 * Returns: when something has that grade, in one sentence, translated
 */
const char *
suivi_scale_grade_to_rule (SuiviScale scale, SuiviLight grade)
{
  g_return_val_if_fail ((guint) scale < SUIVI_N_SCALES, "");

  if (grade == SUIVI_LIGHT_WORSE)
    return _ ("A person judged that things went backwards. No rule gives this grade.");

  return _ (scales[scale].grades[grade].rule);
}

static SuiviLight
extent_of_levels (SuiviLevel law, SuiviLevel policy, SuiviLevel practice)
{
  const SuiviLight light = suivi_light_from_levels (law, policy, practice);
  const gboolean complete
    = law == SUIVI_LEVEL_DONE && policy == SUIVI_LEVEL_DONE && practice == SUIVI_LEVEL_DONE;

  return light == SUIVI_LIGHT_GREEN && !complete ? SUIVI_LIGHT_AMBER : light;
}

/**
 * suivi_scale_grade:
 * @law: the judgement of the law
 * @policy: of policy
 * @practice: of practice
 * @light_overridden: whether a person chose the light against the rule
 * @light: the light of the judgement
 *
 * One judgement, by one organisation or by all that agreed, on a scale. On the scale of UPR Info one organisation is
 * its own average.
 *
 * Returns: the grade
 */
SuiviLight
suivi_scale_grade (SuiviScale scale,
                   SuiviLevel law,
                   SuiviLevel policy,
                   SuiviLevel practice,
                   gboolean light_overridden,
                   SuiviLight light)
{
  if (scale == SUIVI_SCALE_EXTENT && !light_overridden && light != SUIVI_LIGHT_WORSE)
    return extent_of_levels (law, policy, practice);

  return light;
}

/**
 * suivi_scale_iri_from_counts:
 * @n_full: sources that say: fully implemented
 * @n_partial: sources that say: partially implemented
 * @n_not: sources that say: nothing done
 *
 * The index of UPR Info (Beyond Promises, 2014, section 7.2): the average of 1, 0.5 and 0. Worked out in whole numbers,
 * so that 0.33 and 0.66 are exact.
 *
 * Returns: %SUIVI_LIGHT_GREY: not assessed, because there is no source; %SUIVI_LIGHT_RED: not, %SUIVI_LIGHT_AMBER:
 *   partially, %SUIVI_LIGHT_GREEN: fully implemented
 */
SuiviLight
suivi_scale_iri_from_counts (guint n_full, guint n_partial, guint n_not)
{
  const guint64 n = (guint64) n_full + n_partial + n_not;
  const guint64 halves = (guint64) n_full * 2 + n_partial;

  if (n == 0)
    return SUIVI_LIGHT_GREY;
  /* halves ÷ (2 × n) < 0.33 */
  if (halves * 100 < n * 66)
    return SUIVI_LIGHT_RED;
  if (halves * 100 < n * 132)
    return SUIVI_LIGHT_AMBER;

  return SUIVI_LIGHT_GREEN;
}

/**
 * suivi_scale_evaluate:
 * @assessments: (element-type SuiviAssessment): one of each organisation, as in #SuiviSpread
 *
 * Where a recommendation stands by what several organisations say. If all that judged say that it got worse, it is
 * "worse than before" on every scale. On the scale of UPR Info one of several counts as 0: leaving it out would raise
 * the average.
 *
 * Returns: the value
 */
SuiviScaleValue
suivi_scale_evaluate (SuiviScale scale, GPtrArray *assessments)
{
  SuiviScaleValue value = { 0 };
  guint counts[SUIVI_N_LIGHTS] = { 0 };
  guint n_different = 0;

  for (guint i = 0; i < assessments->len; i++)
    {
      const SuiviAssessment *assessment = g_ptr_array_index (assessments, i);
      const SuiviLight grade
        = suivi_scale_grade (scale, assessment->law, assessment->policy, assessment->practice,
                             assessment->light_overridden, assessment->light);

      g_return_val_if_fail ((guint) grade < SUIVI_N_LIGHTS, value);
      counts[grade]++;
    }

  for (guint grade = SUIVI_LIGHT_RED; grade < SUIVI_N_LIGHTS; grade++)
    {
      if (counts[grade] == 0)
        continue;
      n_different++;
      value.grade = grade;
    }
  value.n_full = counts[SUIVI_LIGHT_GREEN];
  value.n_partial = counts[SUIVI_LIGHT_AMBER];
  value.n_not = counts[SUIVI_LIGHT_RED];
  value.n_worse = counts[SUIVI_LIGHT_WORSE];

  if (n_different > 1)
    {
      value.open = scale != SUIVI_SCALE_IRI;
      value.grade = value.open ? SUIVI_LIGHT_GREY
                               : suivi_scale_iri_from_counts (value.n_full, value.n_partial,
                                                              value.n_not + value.n_worse);
    }

  return value;
}

/**
 * suivi_scale_evaluate_counting:
 * @counting: (nullable): the judgement that counts; %NULL: nobody judged
 * @assessments: (element-type SuiviAssessment): one of each organisation, as in #SuiviSpread
 *
 * As suivi_scale_evaluate(), but an agreed grade settles what is open. On UPR Info's scale all organisations count, also
 * where there is an agreement: that is what the scale is about. Where none of them judged for itself, what they agreed on is
 * the one judgement that there is.
 *
 * Returns: the value
 */
SuiviScaleValue
suivi_scale_evaluate_counting (SuiviScale scale, const SuiviAssessment *counting, GPtrArray *assessments)
{
  SuiviScaleValue value = suivi_scale_evaluate (scale, assessments);
  g_autoptr (GPtrArray) alone = NULL;

  if (counting == NULL || !counting->agreed
      || (scale == SUIVI_SCALE_IRI && suivi_scale_value_to_average (&value) >= 0))
    return value;

  alone = g_ptr_array_new ();
  g_ptr_array_add (alone, (gpointer) counting);

  return suivi_scale_evaluate (scale, alone);
}

/**
 * suivi_scale_value_to_average:
 *
 * Returns: the average of UPR Info's index, 0 to 1; -1 if no organisation judged. For showing: the grade is not worked
 *   out from it
 */
double
suivi_scale_value_to_average (const SuiviScaleValue *value)
{
  const guint n = value->n_full + value->n_partial + value->n_not + value->n_worse;

  return n > 0 ? (value->n_full + value->n_partial * 0.5) / n : -1;
}
