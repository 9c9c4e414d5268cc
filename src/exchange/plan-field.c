/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "exchange/plan-field.h"

/**
 * suivi_plan_field_to_label:
 *
 * Returns: the name of the field, translated
 */
const char *
suivi_plan_field_to_label (SuiviPlanField field)
{
  switch (field)
    {
    case SUIVI_PLAN_FIELD_NUMBER:
      return _ ("Number");
    case SUIVI_PLAN_FIELD_TEXT:
      return _ ("Text");
    case SUIVI_PLAN_FIELD_STATES:
      return _ ("Recommending States");
    case SUIVI_PLAN_FIELD_POSITION:
      return _ ("Position");
    case SUIVI_PLAN_FIELD_POSITION_SOURCE:
      return _ ("Source of position");
    case SUIVI_PLAN_FIELD_THEMES:
      return _ ("Themes");
    case SUIVI_PLAN_FIELD_GROUPS:
      return _ ("Groups of persons");
    case SUIVI_PLAN_FIELD_SDGS:
      return _ ("Sustainable Development Goals");
    case SUIVI_PLAN_FIELD_CHILDREN:
      return _ ("About children");
    case SUIVI_PLAN_FIELD_CATEGORY:
      /* Translators: UPR Info's five categories of action, from "minimal" to "specific" */
      return _ ("Action category");
    case SUIVI_PLAN_FIELD_ISSUES:
      /* Translators: UPR Info's list of issues */
      return _ ("Issues");
    case SUIVI_PLAN_FIELD_INSTITUTIONS:
      return _ ("Responsible institutions");
    case SUIVI_PLAN_FIELD_LAW:
      return _ ("Law");
    case SUIVI_PLAN_FIELD_POLICY:
      return _ ("Policy");
    case SUIVI_PLAN_FIELD_PRACTICE:
      return _ ("Practice");
    case SUIVI_PLAN_FIELD_LIGHT:
      /* Translators: the light that a person chose against the rule */
      return _ ("Chosen light");
    case SUIVI_PLAN_FIELD_REASON:
      return _ ("Reason");
    case SUIVI_PLAN_FIELD_SOURCE:
      return _ ("Source");
    case SUIVI_PLAN_FIELD_DATE:
      return _ ("Date");
    case SUIVI_PLAN_FIELD_NAME:
      return _ ("Name");
    default:
      g_return_val_if_reached ("");
    }
}

static char *
copy_text (const char *text)
{
  return g_strdup (text != NULL ? text : "");
}

static int
compare_texts (gconstpointer a, gconstpointer b)
{
  return g_strcmp0 (*(const char *const *) a, *(const char *const *) b);
}

/* One per line, in the order of their bytes and each once: the order of a list says nothing. */
static char *
list_to_value (char **list)
{
  g_autoptr (GPtrArray) sorted = g_ptr_array_new ();
  g_autoptr (GString) value = g_string_new (NULL);

  for (gsize i = 0; list[i] != NULL; i++)
    g_ptr_array_add (sorted, list[i]);
  g_ptr_array_sort (sorted, compare_texts);
  for (guint i = 0; i < sorted->len; i++)
    {
      if (i > 0 && g_str_equal (sorted->pdata[i], sorted->pdata[i - 1]))
        continue;
      if (i > 0)
        g_string_append_c (value, '\n');
      g_string_append (value, sorted->pdata[i]);
    }

  return g_string_free (g_steal_pointer (&value), FALSE);
}

/* That a level was not judged is not said by anybody: no assessment says as much. */
static char *
level_value (SuiviLevel level)
{
  return g_strdup (level != SUIVI_LEVEL_UNASSESSED ? suivi_level_to_nick (level) : "");
}

static char *
assessment_value (SuiviPlanField field, SuiviAssessment *assessment)
{
  if (assessment == NULL)
    return g_strdup ("");

  switch ((guint) field)
    {
    case SUIVI_PLAN_FIELD_LAW:
      return level_value (assessment->law);
    case SUIVI_PLAN_FIELD_POLICY:
      return level_value (assessment->policy);
    case SUIVI_PLAN_FIELD_PRACTICE:
      return level_value (assessment->practice);
    case SUIVI_PLAN_FIELD_LIGHT:
      return g_strdup (assessment->light_overridden ? suivi_light_to_nick (assessment->light) : "");
    case SUIVI_PLAN_FIELD_REASON:
      return copy_text (assessment->reason);
    case SUIVI_PLAN_FIELD_SOURCE:
      return copy_text (assessment->source);
    case SUIVI_PLAN_FIELD_DATE:
      return copy_text (assessment->date);
    case SUIVI_PLAN_FIELD_NAME:
      return copy_text (assessment->name);
    default:
      g_return_val_if_reached (g_strdup (""));
    }
}

/**
 * suivi_plan_field_value:
 * @field: which field
 * @recommendation: a recommendation
 * @assessment: (nullable): a judgement of it
 *
 * What stands in a field, in a form that is the same for the same content, whatever the language and the
 * order of lists: for comparing, never for people. "" says that there is nothing. A light says something only
 * where a person chose it against the rule: else it follows from the levels.
 *
 * Hidden columns of scorecards hold the hash of it: what stands here must not change.
 *
 * Returns: (transfer full): the value
 */
char *
suivi_plan_field_value (SuiviPlanField field,
                        SuiviRecommendation *recommendation,
                        SuiviAssessment *assessment)
{
  switch ((guint) field)
    {
    case SUIVI_PLAN_FIELD_NUMBER:
      return copy_text (recommendation->number);
    case SUIVI_PLAN_FIELD_TEXT:
      return copy_text (recommendation->text);
    case SUIVI_PLAN_FIELD_STATES:
      return list_to_value (recommendation->states);
    case SUIVI_PLAN_FIELD_POSITION:
      return g_strdup (suivi_position_to_nick (recommendation->position));
    case SUIVI_PLAN_FIELD_POSITION_SOURCE:
      return copy_text (recommendation->position_source);
    case SUIVI_PLAN_FIELD_THEMES:
      return list_to_value (recommendation->themes);
    case SUIVI_PLAN_FIELD_GROUPS:
      return list_to_value (recommendation->groups);
    case SUIVI_PLAN_FIELD_SDGS:
      return list_to_value (recommendation->sdgs);
    case SUIVI_PLAN_FIELD_CHILDREN:
      return g_strdup (recommendation->child_focused ? "yes" : "no");
    case SUIVI_PLAN_FIELD_CATEGORY:
      return recommendation->category > 0 ? g_strdup_printf ("%u", recommendation->category) : g_strdup ("");
    case SUIVI_PLAN_FIELD_ISSUES:
      return list_to_value (recommendation->issues);
    case SUIVI_PLAN_FIELD_INSTITUTIONS:
      return list_to_value (recommendation->institutions);
    default:
      return assessment_value (field, assessment);
    }
}

/* The five categories of McMahon (2014). */
static char *
category_words (guint category)
{
  switch (category)
    {
    case 0:
      return g_strdup ("");
    case 1:
      return g_strdup (_ ("1 – Minimal action"));
    case 2:
      return g_strdup (_ ("2 – Continuing action"));
    case 3:
      return g_strdup (_ ("3 – Considering action"));
    case 4:
      return g_strdup (_ ("4 – General action"));
    case 5:
      return g_strdup (_ ("5 – Specific action"));
    default:
      return g_strdup_printf ("%u", category);
    }
}

static char *
assessment_words (SuiviPlanField field, SuiviAssessment *assessment)
{
  if (assessment == NULL)
    return g_strdup ("");

  switch ((guint) field)
    {
    case SUIVI_PLAN_FIELD_LAW:
      return g_strdup (suivi_level_to_label (assessment->law));
    case SUIVI_PLAN_FIELD_POLICY:
      return g_strdup (suivi_level_to_label (assessment->policy));
    case SUIVI_PLAN_FIELD_PRACTICE:
      return g_strdup (suivi_level_to_label (assessment->practice));
    case SUIVI_PLAN_FIELD_LIGHT:
      return g_strdup (assessment->light_overridden ? suivi_light_to_label (assessment->light) : "");
    default:
      return assessment_value (field, assessment);
    }
}

/**
 * suivi_plan_field_words:
 * @field: which field
 * @recommendation: a recommendation
 * @assessment: (nullable): a judgement of it
 *
 * Returns: (transfer full): what stands in the field, as shown to people, translated
 */
char *
suivi_plan_field_words (SuiviPlanField field,
                        SuiviRecommendation *recommendation,
                        SuiviAssessment *assessment)
{
  switch ((guint) field)
    {
    case SUIVI_PLAN_FIELD_STATES:
      return suivi_recommendation_states_to_text (recommendation);
    case SUIVI_PLAN_FIELD_POSITION:
      return g_strdup (suivi_position_to_label (recommendation->position));
    case SUIVI_PLAN_FIELD_THEMES:
      return g_strjoinv (", ", recommendation->themes);
    case SUIVI_PLAN_FIELD_GROUPS:
      return g_strjoinv (", ", recommendation->groups);
    case SUIVI_PLAN_FIELD_SDGS:
      return g_strjoinv (", ", recommendation->sdgs);
    case SUIVI_PLAN_FIELD_CHILDREN:
      return g_strdup (recommendation->child_focused ? _ ("Yes") : _ ("No"));
    case SUIVI_PLAN_FIELD_CATEGORY:
      return category_words (recommendation->category);
    case SUIVI_PLAN_FIELD_ISSUES:
      return g_strjoinv (", ", recommendation->issues);
    case SUIVI_PLAN_FIELD_INSTITUTIONS:
      return g_strjoinv ("; ", recommendation->institutions);
    default:
      return field < SUIVI_PLAN_FIELD_LAW ? suivi_plan_field_value (field, recommendation, assessment)
                                          : assessment_words (field, assessment);
    }
}

/**
 * suivi_plan_field_hash:
 * @value: (nullable): what suivi_plan_field_value() says
 *
 * FNV-1a with 32 bits: files that were written years ago hold it, so it never changes.
 *
 * Returns: the hash; that of %NULL is that of ""
 */
guint32
suivi_plan_field_hash (const char *value)
{
  guint32 hash = 2166136261u;

  for (const guint8 *p = (const guint8 *) value; p != NULL && *p != '\0'; p++)
    hash = (hash ^ *p) * 16777619u;

  return hash;
}
