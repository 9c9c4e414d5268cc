/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "core/drafting/analysis.h"

/**
 * suivi_criterion_get_label:
 *
 * Returns: its name, translated
 */
const char *
suivi_criterion_get_label (SuiviCriterion criterion)
{
  switch (criterion)
    {
    case SUIVI_CRITERION_SPECIFIC:
      return _ ("Specific");
    case SUIVI_CRITERION_MEASURABLE:
      return _ ("Measurable");
    case SUIVI_CRITERION_ACHIEVABLE:
      return _ ("Achievable");
    case SUIVI_CRITERION_RELEVANT:
      return _ ("Relevant");
    case SUIVI_CRITERION_TIME_BOUND:
      return _ ("Time-bound");
    default:
      return "";
    }
}

/**
 * suivi_criterion_get_question:
 *
 * Returns: the question that it asks of a recommendation, translated. After Factsheet 3 and The Butterfly Effect, in our
 * words
 */
const char *
suivi_criterion_get_question (SuiviCriterion criterion)
{
  switch (criterion)
    {
    case SUIVI_CRITERION_SPECIFIC:
      return _ ("Who does what, about which right?");
    case SUIVI_CRITERION_MEASURABLE:
      return _ ("How would one see in four years that it was done?");
    case SUIVI_CRITERION_ACHIEVABLE:
      return _ ("Does the State have the means, alone or with help?");
    case SUIVI_CRITERION_RELEVANT:
      return _ ("Which evidence shows the problem in this country?");
    case SUIVI_CRITERION_TIME_BOUND:
      return _ ("By when?");
    default:
      return "";
    }
}

/**
 * suivi_criterion_state_get_label:
 *
 * Returns: a word for a state, translated
 */
const char *
suivi_criterion_state_get_label (SuiviCriterionState state)
{
  switch (state)
    {
    case SUIVI_CRITERION_STATE_MET:
      return _ ("Met");
    case SUIVI_CRITERION_STATE_TO_IMPROVE:
      return _ ("To improve");
    case SUIVI_CRITERION_STATE_PERSON:
      return _ ("Only a person can judge");
    default:
      return "";
    }
}

/**
 * suivi_specificity_get_label:
 * @category: UPR Info's action category, 1 to 5
 *
 * Returns: its name, translated; "" if there is none such
 */
const char *
suivi_specificity_get_label (guint category)
{
  switch (category)
    {
    case 1:
      return _ ("Minimal action");
    case 2:
      return _ ("Continuing action");
    case 3:
      return _ ("Considering action");
    case 4:
      return _ ("General action");
    case 5:
      return _ ("Specific action");
    default:
      return "";
    }
}

/**
 * suivi_specificity_get_meaning:
 * @category: UPR Info's action category, 1 to 5
 *
 * What the categories mean, after UPR Info, "Database: Action category" (2014), in our words.
 *
 * Returns: a sentence, translated; "" if there is none such
 */
const char *
suivi_specificity_get_meaning (guint category)
{
  switch (category)
    {
    case 1:
      return _ ("Asks other States to do something, or the State to seek help or share what it knows");
    case 2:
      return _ ("Asks the State to keep doing what it does");
    case 3:
      return _ ("Asks the State to think about a change, not to make it");
    case 4:
      return _ ("Asks for action, but for no defined measure");
    case 5:
      return _ ("Asks for a defined action that can be checked");
    default:
      return "";
    }
}
