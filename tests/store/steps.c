/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "tests/store/steps.h"

/* The recommendation of the fixture's review with that number. */
SuiviRecommendation *
find (Fixture *fixture, const char *number)
{
  g_autoptr (GPtrArray) found = suivi_store_find_number (fixture->store, fixture->review->id, number, NULL);

  g_assert_cmpuint (found->len, ==, 1);

  return suivi_recommendation_ref (g_ptr_array_index (found, 0));
}

/* Law, policy and practice alike. */
void
grade (Fixture *fixture, const char *number, SuiviLevel level, const char *date)
{
  g_autoptr (SuiviRecommendation) recommendation = find (fixture, number);
  g_autoptr (SuiviAssessment) assessment = make_assessment (recommendation, level, level, level, date);

  put_assessment (fixture->store, assessment, "Grade");
}
