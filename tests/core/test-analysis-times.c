/* SPDX-License-Identifier: GPL-3.0-or-later */

/* By when: deadlines worked out by hand, and what is said of a text that has none. */

#include "config.h"

#include "core/drafting/analysis.h"

static const SuiviSupport support = { .next_review = "2029-05-01", .today = "2026-11-22" };

static SuiviAnalysis *
analyse (const char *text)
{
  return suivi_analysis_new (text, "en", &support);
}

static const SuiviHint *
find_hint (SuiviAnalysis *analysis, const char *rule)
{
  GPtrArray *hints = suivi_analysis_get_hints (analysis);

  for (guint i = 0; i < hints->len; i++)
    {
      const SuiviHint *hint = g_ptr_array_index (hints, i);

      if (g_str_equal (hint->rule, rule))
        return hint;
    }

  return NULL;
}

static void
test_time_frames (void)
{
  static const struct
  {
    const char *text;
    const char *deadline;
  } cases[] = {
    { "Adopt the act by 2028", "2028-12-31" },
    { "Adopt the act by the end of 2028", "2028-12-31" },
    { "By March 2028, adopt the act", "2028-03-31" },
    { "Adopt the act by February 2028", "2028-02-29" },
    { "Adopt the act before the end of 2028", "2028-12-31" },
    { "Adopt the act before 2029", "2028-12-31" },
    { "Adopt the act before March 2028", "2028-02-29" },
    { "Adopt the act no later than 1 May 2028", "2028-05-01" },
    { "Adopt the act by May 31st, 2028", "2028-05-31" },
    { "Adopt the act by 2028-06-30", "2028-06-30" },
    { "Adopt the act by 30/06/2028", "2028-06-30" },
    { "Adopt the act by 06/30/2028", "2028-06-30" },
    { "Adopt the act by mid-2028", "2028-06-30" },
    { "Adopt the act by the first quarter of 2028", "2028-03-31" },
    { "Adopt the act within two years", "2028-11-22" },
    { "Adopt the act within 18 months", "2028-05-22" },
    { "Adopt the act within eighteen months", "2028-05-22" },
    { "Adopt the act in the next twenty-four months", "2028-11-22" },
    { "Adopt the act within four and a half years", "2031-05-22" },
    { "Within two years of this review, repeal the act", "2028-11-22" },
    { "Adopt the act by Q3 2028", "2028-09-30" },
    { "Adopt the act not later than the 31st of December, 2027", "2027-12-31" },
    { "Adopt the act within twenty-four months", "2028-11-22" },
    { "Adopt the act within the next 2-3 years", "2029-11-22" },
    { "Adopt the act over the course of the next five years", "2031-11-22" },
    { "Adopt the act within 10 days", "2026-12-02" },
    { "Adopt the act before the next review", "2029-05-01" },
    { "Adopt the act by its next UPR", "2029-05-01" },
    /* 54 months from review to review, mid-term over after 30 of them: 24 before the next. */
    { "Adopt the act by the mid-term", "2027-05-01" },
    { "Adopt a plan by 2027 and publish a report by 2029", "2029-12-31" },
    { "BY THE END OF 2028, ADOPT THE ACT", "2028-12-31" },
    { "Adopt the act by 31 February 2028", NULL },
    { "Adopt the act in line with the 2030 Agenda", NULL },
    { "Carry out the National Plan 2025-2030", NULL },
    { "In 2019 the act was drafted", NULL },
    { "Adopt the act", NULL },
    { "Adopt the act by 2019", NULL },
    { "Adopt the act immediately", NULL },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (SuiviAnalysis) analysis = analyse (cases[i].text);

      g_test_message ("%s", cases[i].text);
      g_assert_cmpstr (suivi_analysis_get_deadline (analysis), ==, cases[i].deadline);
      g_assert_cmpint (suivi_analysis_get_state (analysis, SUIVI_CRITERION_TIME_BOUND), ==,
                       cases[i].deadline != NULL ? SUIVI_CRITERION_STATE_MET
                                                 : SUIVI_CRITERION_STATE_TO_IMPROVE);
    }
}

/* Bound to an event whose day nobody knows: met, without a date. */
static void
test_events (void)
{
  static const char *const texts[]
    = { "Adopt the act before its next report to the Committee", "Publish the figures every year",
        "Adopt the act before the next review" };

  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (SuiviAnalysis) analysis = suivi_analysis_new (texts[i], "en", NULL);

      g_test_message ("%s", texts[i]);
      g_assert_null (suivi_analysis_get_deadline (analysis));
      g_assert_cmpint (suivi_analysis_get_state (analysis, SUIVI_CRITERION_TIME_BOUND), ==,
                       SUIVI_CRITERION_STATE_MET);
    }
}

static void
test_time_hints (void)
{
  static const struct
  {
    const char *text;
    const char *rule;
    const char *words;
  } cases[] = {
    { "Prohibit corporal punishment by 2019", "past-deadline", "by 2019" },
    { "Adopt the act without delay", "no-date", "without delay" },
    { "Adopt the act as soon as possible", "no-date", "as soon as possible" },
    { "Immediately adopt the act", "no-date", "Immediately" },
    { "Adopt the act", "no-deadline", "" },
  };
  g_autoptr (SuiviAnalysis) dated = analyse ("Immediately adopt the act, by 2028");

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (SuiviAnalysis) analysis = analyse (cases[i].text);
      const SuiviHint *hint = find_hint (analysis, cases[i].rule);

      g_test_message ("%s", cases[i].text);
      g_assert_nonnull (hint);
      g_assert_cmpstr (hint->words, ==, cases[i].words);
      g_assert_cmpint (hint->criterion, ==, SUIVI_CRITERION_TIME_BOUND);
    }
  g_assert_null (find_hint (dated, "no-date"));
  g_assert_null (find_hint (dated, "no-deadline"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/core/analysis-times/time-frames", test_time_frames);
  g_test_add_func ("/core/analysis-times/events", test_events);
  g_test_add_func ("/core/analysis-times/time-hints", test_time_hints);

  return g_test_run ();
}
