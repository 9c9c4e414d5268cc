/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "core/scorecard/evidence.h"
#include "core/scorecard/signals.h"

/* Graded amber with fresh evidence, all organisations agree, far from mid-term: nothing to say. */
static const SuiviSignalFacts quiet = {
  .position = SUIVI_POSITION_SUPPORTED,
  .light = SUIVI_LIGHT_AMBER,
  .graded_on = "2026-10-01",
  .n_evidence = 2,
  .newest_evidence = "2026-09-30",
  .apart = 1,
  .review_date = "2026-05-06",
  .cut_off = "2026-11-22",
};

static void
test_quiet (void)
{
  const SuiviSignalFacts empty = { .position = SUIVI_POSITION_NOTED, .cut_off = "2026-11-22" };

  g_assert_cmpuint (suivi_signals_find (&quiet), ==, 0);
  /* What is not graded is that, and is not blamed for its evidence. */
  g_assert_cmpuint (suivi_signals_find (&empty), ==, SUIVI_SIGNAL_UNASSESSED);
}

static void
test_evidence (void)
{
  static const struct
  {
    const char *graded_on;
    guint n_evidence;
    const char *newest;
    const char *cut_off;
    SuiviSignals found;
  } rows[] = {
    { "2026-10-01", 0, NULL, "2026-11-22", SUIVI_SIGNAL_NO_EVIDENCE },
    { "2026-10-01", 1, "2025-11-22", "2026-11-22", 0 }, /* a year, and not older */
    { "2026-10-01", 1, "2025-11-21", "2026-11-22", SUIVI_SIGNAL_OLD_EVIDENCE },
    { "2026-10-01", 1, "2025-11", "2026-11-22", 0 }, /* may be from the 30th */
    { "2026-10-01", 1, "2025-10", "2026-11-22", SUIVI_SIGNAL_OLD_EVIDENCE },
    { "2026-10-01", 1, "2025", "2026-11-22", 0 },
    { "2026-10-01", 1, "2024", "2026-11-22", SUIVI_SIGNAL_OLD_EVIDENCE },
    { "2028-02-01", 1, "2027-02-28", "2028-02-29", 0 }, /* a year before a leap day */
    { "2028-02-01", 1, "2027-02-27", "2028-02-29", SUIVI_SIGNAL_OLD_EVIDENCE },
    { "2026-10-01", 1, "2026-10-01", "2026-11-22", 0 }, /* the same day */
    { "2026-10-01", 1, "2026-10-02", "2026-11-22", SUIVI_SIGNAL_NEWER_EVIDENCE },
    { "2026-10-01", 1, "2026-10", "2026-11-22", 0 }, /* may be from the 1st */
    { "2026-10-01", 1, "2026-11", "2026-11-22", SUIVI_SIGNAL_NEWER_EVIDENCE },
    { "2024-01-01", 1, "2025-01-01", "2026-11-22", SUIVI_SIGNAL_OLD_EVIDENCE | SUIVI_SIGNAL_NEWER_EVIDENCE },
    { "2026-10-01", 1, "", "2026-11-22", 0 }, /* no date, nothing to say */
    { NULL, 1, "2026-11-01", "", 0 },
    { "soon", 1, "2026-13-01", "0001-01-01", 0 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      SuiviSignalFacts facts = quiet;

      facts.graded_on = rows[i].graded_on;
      facts.n_evidence = rows[i].n_evidence;
      facts.newest_evidence = rows[i].newest;
      facts.cut_off = rows[i].cut_off;
      facts.review_date = NULL;
      g_assert_cmpuint (suivi_signals_find (&facts), ==, rows[i].found);
    }
}

static void
test_apart (void)
{
  SuiviSignalFacts facts = quiet;

  facts.apart = 2;
  g_assert_cmpuint (suivi_signals_find (&facts), ==, SUIVI_SIGNAL_APART);
  /* What is agreed on is settled, and nothing else about it. */
  facts.agreed = TRUE;
  g_assert_cmpuint (suivi_signals_find (&facts), ==, 0);
  facts.n_evidence = 0;
  g_assert_cmpuint (suivi_signals_find (&facts), ==, SUIVI_SIGNAL_NO_EVIDENCE);
}

/* Reviewed on 6 May 2024: mid-term is 6 August 2026, and near from 6 August 2025 to 6 August 2027. */
static void
test_mid_term (void)
{
  SuiviSignalFacts facts = quiet;

  g_assert_false (suivi_is_near_mid_term ("2024-05-06", "2025-08-05"));
  g_assert_true (suivi_is_near_mid_term ("2024-05-06", "2025-08-06"));
  g_assert_true (suivi_is_near_mid_term ("2024-05-06", "2027-08-06"));
  g_assert_false (suivi_is_near_mid_term ("2024-05-06", "2027-08-07"));
  g_assert_false (suivi_is_near_mid_term (NULL, "2026-08-06"));
  g_assert_false (suivi_is_near_mid_term ("", "2026-08-06"));
  g_assert_false (suivi_is_near_mid_term ("9999-12-31", "9999-12-31"));

  facts.review_date = "2024-05-06";
  facts.light = SUIVI_LIGHT_RED;
  g_assert_cmpuint (suivi_signals_find (&facts), ==, SUIVI_SIGNAL_RED_NEAR_MID_TERM);
  facts.position = SUIVI_POSITION_NOTED;
  g_assert_cmpuint (suivi_signals_find (&facts), ==, 0);
  facts.position = SUIVI_POSITION_SUPPORTED;
  facts.light = SUIVI_LIGHT_AMBER;
  g_assert_cmpuint (suivi_signals_find (&facts), ==, 0);
  /* "Worse than before" is no red. */
  facts.light = SUIVI_LIGHT_GREEN + 1;
  g_assert_cmpuint (suivi_signals_find (&facts), ==, 0);
}

static void
test_words (void)
{
  SuiviSignals all = 0;

  for (guint i = 0; i < SUIVI_N_SIGNALS; i++)
    {
      const SuiviSignals one = suivi_signal_get_nth (i);
      SuiviSignals read = 0;

      g_assert_cmpuint (all & one, ==, 0);
      all |= one;
      g_assert_true (suivi_signal_from_nick (suivi_signal_to_nick (one), &read));
      g_assert_cmpuint (read, ==, one);
      g_assert_cmpstr (suivi_signal_to_label (one), !=, "");
      g_assert_cmpstr (suivi_signal_to_explanation (one), !=, "");
      g_assert_cmpstr (suivi_signal_to_source (one), !=, "");
    }
  g_assert_cmpuint (all, ==, (1 << SUIVI_N_SIGNALS) - 1);
  g_assert_false (suivi_signal_from_nick ("red", &all));
  g_assert_false (suivi_signal_from_nick (NULL, &all));
}

static void
test_dates (void)
{
  static const char *const bad[]
    = { "",           "26",         "2026-1",     "2026-13",    "2026-00", "2026-02-30",
        "2026/02/03", "2026-02-3x", "0999-01-01", "2026-02-00", "20x6",    "2026-02-" };
  GDate first = { 0 };
  GDate last = { 0 };

  for (gsize i = 0; i < G_N_ELEMENTS (bad); i++)
    g_assert_false (suivi_evidence_date_to_days (bad[i], &first, &last));
  g_assert_false (suivi_evidence_date_to_days (NULL, &first, &last));

  g_assert_true (suivi_evidence_date_to_days ("2028-02", &first, &last));
  g_assert_cmpuint (g_date_get_day (&first), ==, 1);
  g_assert_cmpuint (g_date_get_day (&last), ==, 29);
  g_assert_cmpuint (g_date_get_month (&last), ==, 2);
  g_assert_true (suivi_evidence_date_to_days ("2026", &first, &last));
  g_assert_cmpuint (g_date_get_day_of_year (&first), ==, 1);
  g_assert_cmpuint (g_date_get_day_of_year (&last), ==, 365);
  g_assert_true (suivi_evidence_date_to_days ("2026-11-22", &first, &last));
  g_assert_cmpint (g_date_compare (&first, &last), ==, 0);
  g_assert_cmpuint (g_date_get_day_of_year (&first), ==, 326);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/core/signals/quiet", test_quiet);
  g_test_add_func ("/core/signals/evidence", test_evidence);
  g_test_add_func ("/core/signals/apart", test_apart);
  g_test_add_func ("/core/signals/mid-term", test_mid_term);
  g_test_add_func ("/core/signals/words", test_words);
  g_test_add_func ("/core/signals/dates", test_dates);

  return g_test_run ();
}
