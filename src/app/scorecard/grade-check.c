/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "app/scorecard/grade-check.h"

#include <glib/gi18n-lib.h>

#include "app/review/recommendation-words.h"
#include "app/scorecard/grade-change.h"

/* How many of several recommendations are named in a sentence. */
#define MAX_NAMES 5

/* What is missing in one recommendation is missing in the form. In one of several it may be that only those lack it
 * that had none before: then they are named. */
static char *
name_incomplete (GPtrArray *recommendations, GPtrArray *incomplete, const GError *error)
{
  g_autoptr (GString) names = g_string_new (NULL);
  guint n = incomplete->len;

  if (n == recommendations->len)
    return g_strdup (error->message);

  for (guint i = 0; i < MIN (n, MAX_NAMES); i++)
    {
      g_autofree char *title = suivi_recommendation_to_name (g_ptr_array_index (incomplete, i), NULL);

      g_string_append_printf (names, "%s%s", i > 0 ? ", " : "", title);
    }
  if (n > MAX_NAMES)
    {
      g_string_append (names, ", ");
      g_string_append_printf (names, ngettext ("and %u more", "and %u more", n - MAX_NAMES), n - MAX_NAMES);
    }

  if (g_error_matches (error, SUIVI_ASSESSMENT_ERROR, SUIVI_ASSESSMENT_ERROR_NO_REASON))
    /* Translators: %s is a list of recommendations: "140.3, 140.7" */
    return g_strdup_printf (_ ("No reason so far: %s. Write one for all, or grade them one by one."),
                            names->str);
  if (g_error_matches (error, SUIVI_ASSESSMENT_ERROR, SUIVI_ASSESSMENT_ERROR_NO_SOURCE))
    /* Translators: %s is a list of recommendations: "140.3, 140.7" */
    return g_strdup_printf (_ ("No source so far: %s. Give one for all, or grade them one by one."),
                            names->str);

  return g_strdup (error->message);
}

/**
 * suivi_grade_check_each:
 * @recommendations: (element-type SuiviRecommendation): what is graded, one or more
 * @grades: (element-type SuiviAssessment): the grade of each
 * @sentence: (out) (optional): what is missing, and where if not everywhere
 * @error: return location for a %SUIVI_ASSESSMENT_ERROR: what is missing first
 *
 * Returns: whether all of them may be saved
 */
gboolean
suivi_grade_check_each (GPtrArray *recommendations, GPtrArray *grades, char **sentence, GError **error)
{
  g_autoptr (GPtrArray) incomplete = g_ptr_array_new ();
  g_autoptr (GError) first = NULL;

  for (guint i = 0; i < recommendations->len; i++)
    {
      g_autoptr (GError) failure = NULL;

      if (suivi_grade_validate (g_ptr_array_index (grades, i), &failure))
        continue;
      if (first == NULL)
        first = g_error_copy (failure);
      /* Those that lack the same. */
      if (first->code == failure->code)
        g_ptr_array_add (incomplete, g_ptr_array_index (recommendations, i));
    }
  if (first == NULL)
    return TRUE;

  if (sentence != NULL)
    *sentence = name_incomplete (recommendations, incomplete, first);
  g_propagate_error (error, g_steal_pointer (&first));

  return FALSE;
}
