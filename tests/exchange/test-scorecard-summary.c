/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "exchange/scorecard-summary.h"
#include "exchange/scorecard-text.h"

static void
add (SuiviScorecardSummary *summary, SuiviPosition position, SuiviLight light, const char *themes)
{
  g_autoptr (SuiviRecommendation) recommendation = suivi_recommendation_new ();
  g_auto (GStrv) list = g_strsplit (themes, "|", -1);

  recommendation->position = position;
  recommendation->light = light;
  suivi_recommendation_set_lists (recommendation, NULL, (const char *const *) list, NULL, NULL);
  suivi_scorecard_summary_add (summary, recommendation, NULL);
}

/* Seven recommendations, counted by hand below. */
static SuiviScorecardSummary *
make_seven (void)
{
  SuiviScorecardSummary *summary = suivi_scorecard_summary_new ();

  add (summary, SUIVI_POSITION_SUPPORTED, SUIVI_LIGHT_GREEN, "Health|Education");
  add (summary, SUIVI_POSITION_SUPPORTED, SUIVI_LIGHT_GREEN, "Education");
  add (summary, SUIVI_POSITION_SUPPORTED, SUIVI_LIGHT_RED, "Education|Education");
  add (summary, SUIVI_POSITION_NOTED, SUIVI_LIGHT_AMBER, "Work");
  add (summary, SUIVI_POSITION_NOTED, SUIVI_LIGHT_GREY, "Health");
  add (summary, SUIVI_POSITION_PART, SUIVI_LIGHT_AMBER, "");
  add (summary, SUIVI_POSITION_PENDING, SUIVI_LIGHT_GREY, "égalité");

  return summary;
}

static void
test_counts (void)
{
  g_autoptr (SuiviScorecardSummary) summary = make_seven ();

  g_assert_cmpuint (suivi_scorecard_summary_get_total (summary), ==, 7);
  g_assert_cmpuint (suivi_scorecard_summary_get_position (summary, SUIVI_POSITION_SUPPORTED), ==, 3);
  g_assert_cmpuint (suivi_scorecard_summary_get_position (summary, SUIVI_POSITION_PART), ==, 1);
  g_assert_cmpuint (suivi_scorecard_summary_get_position (summary, SUIVI_POSITION_NOTED), ==, 2);
  g_assert_cmpuint (suivi_scorecard_summary_get_position (summary, SUIVI_POSITION_PENDING), ==, 1);
  g_assert_cmpuint (suivi_scorecard_summary_get_light (summary, SUIVI_LIGHT_GREEN), ==, 2);
  g_assert_cmpuint (suivi_scorecard_summary_get_light (summary, SUIVI_LIGHT_AMBER), ==, 2);
  g_assert_cmpuint (suivi_scorecard_summary_get_light (summary, SUIVI_LIGHT_RED), ==, 1);
  g_assert_cmpuint (suivi_scorecard_summary_get_light (summary, SUIVI_LIGHT_GREY), ==, 2);
  g_assert_cmpuint (suivi_scorecard_summary_get_cell (summary, SUIVI_POSITION_SUPPORTED, SUIVI_LIGHT_GREEN),
                    ==, 2);
  g_assert_cmpuint (suivi_scorecard_summary_get_cell (summary, SUIVI_POSITION_SUPPORTED, SUIVI_LIGHT_RED), ==,
                    1);
  g_assert_cmpuint (suivi_scorecard_summary_get_cell (summary, SUIVI_POSITION_NOTED, SUIVI_LIGHT_GREEN), ==,
                    0);
  g_assert_cmpuint (suivi_scorecard_summary_get_cell (summary, SUIVI_POSITION_NOTED, SUIVI_LIGHT_GREY), ==,
                    1);
  g_assert_true (suivi_scorecard_summary_is_reconciled (summary));
}

static void
test_themes (void)
{
  g_autoptr (SuiviScorecardSummary) summary = make_seven ();
  g_autoptr (GPtrArray) themes = suivi_scorecard_summary_list_themes (summary);
  const char *const names[] = { "Education", "Health", "égalité", "Work", NULL };
  const guint totals[] = { 3, 2, 1, 1, 1 };
  const SuiviScorecardTheme *education = NULL;

  g_assert_cmpuint (themes->len, ==, G_N_ELEMENTS (names));
  for (guint i = 0; i < themes->len; i++)
    {
      const SuiviScorecardTheme *theme = g_ptr_array_index (themes, i);

      g_assert_cmpstr (theme->theme, ==, names[i]);
      g_assert_cmpuint (theme->total, ==, totals[i]);
    }

  education = g_ptr_array_index (themes, 0);
  g_assert_cmpuint (education->lights[SUIVI_LIGHT_GREEN], ==, 2);
  g_assert_cmpuint (education->lights[SUIVI_LIGHT_RED], ==, 1);
  g_assert_cmpuint (education->lights[SUIVI_LIGHT_AMBER], ==, 0);
}

static void
test_assessments (void)
{
  g_autoptr (SuiviScorecardSummary) summary = suivi_scorecard_summary_new ();
  g_autoptr (SuiviRecommendation) recommendation = suivi_recommendation_new ();
  const char *const days[] = { "2026-02-03", "2026-11-01", "2025-12-31" };

  g_assert_null (suivi_scorecard_summary_get_last_date (summary));
  for (guint i = 0; i < G_N_ELEMENTS (days); i++)
    {
      g_autoptr (SuiviAssessment) assessment = suivi_assessment_new ();

      g_free (assessment->date);
      assessment->date = g_strdup (days[i]);
      if (i == 2)
        suivi_assessment_override_light (assessment, SUIVI_LIGHT_RED);
      suivi_scorecard_summary_add (summary, recommendation, assessment);
    }

  g_assert_cmpstr (suivi_scorecard_summary_get_last_date (summary), ==, "2026-11-01");
  g_assert_cmpuint (suivi_scorecard_summary_get_chosen (summary), ==, 1);
}

static void
test_nothing (void)
{
  g_autoptr (SuiviScorecardSummary) summary = suivi_scorecard_summary_new ();
  g_autoptr (GPtrArray) themes = suivi_scorecard_summary_list_themes (summary);

  g_assert_cmpuint (suivi_scorecard_summary_get_total (summary), ==, 0);
  g_assert_cmpuint (themes->len, ==, 0);
  g_assert_true (suivi_scorecard_summary_is_reconciled (summary));
}

static void
test_filter_in_words (void)
{
  g_autoptr (SuiviFilter) filter = suivi_filter_new ();
  g_autoptr (GPtrArray) reviews = g_ptr_array_new_with_free_func ((GDestroyNotify) suivi_review_free);
  g_autofree char *all = suivi_scorecard_filter_text (filter, reviews);
  g_autofree char *some = NULL;

  g_assert_cmpstr (all, ==, "All recommendations.");

  suivi_filter_set_search (filter, "school");
  suivi_filter_add (filter, SUIVI_FACET_POSITION, "noted");
  suivi_filter_add (filter, SUIVI_FACET_STATE, "FRA");
  suivi_filter_add (filter, SUIVI_FACET_CHILDREN, "yes");
  some = suivi_scorecard_filter_text (filter, reviews);
  g_assert_cmpstr (some, ==,
                   "Contains “school”. Position: Noted. Recommending State: France. Child-focused: yes.");
}

static void
test_author_in_words (void)
{
  const struct
  {
    const char *author;
    const char *organisation;
    const char *text;
  } cases[] = {
    { "Ana", "Institute", "Ana, Institute" },
    { "Ana, Institute", "Institute", "Ana, Institute" },
    { "Ana", NULL, "Ana" },
    { NULL, "Institute", "Institute" },
    { " ", "", "" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text = suivi_scorecard_author_text (cases[i].author, cases[i].organisation);

      g_assert_cmpstr (text, ==, cases[i].text);
    }
}

static void
test_reviews_in_words (void)
{
  g_autoptr (GPtrArray) reviews = g_ptr_array_new_with_free_func ((GDestroyNotify) suivi_review_free);
  g_autofree char *none = suivi_scorecard_reviews_text (reviews);
  g_autofree char *two = NULL;

  g_assert_cmpstr (none, ==, "No review in this workspace yet");

  g_ptr_array_add (reviews, suivi_review_new ("FRA", 12));
  g_ptr_array_add (reviews, suivi_review_new ("TGO", 41));
  two = suivi_scorecard_reviews_text (reviews);
  g_assert_cmpstr (two, ==, "France, session 12 (cycle 1); Togo, session 41 (cycle 4)");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/scorecard-summary/counts", test_counts);
  g_test_add_func ("/scorecard-summary/themes", test_themes);
  g_test_add_func ("/scorecard-summary/assessments", test_assessments);
  g_test_add_func ("/scorecard-summary/nothing", test_nothing);
  g_test_add_func ("/scorecard-text/filter", test_filter_in_words);
  g_test_add_func ("/scorecard-text/author", test_author_in_words);
  g_test_add_func ("/scorecard-text/reviews", test_reviews_in_words);

  return g_test_run ();
}
