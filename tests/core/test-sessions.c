/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "core/reference/sessions.h"
#include "core/reference/states.h"
#include "core/reference/table.h"
#include "core/review/review.h"
#include "core/scorecard/assessment.h"

static void
test_dates (void)
{
  const char *start = NULL;
  const char *end = NULL;

  g_assert_true (suivi_session_get_dates (48, &start, &end));
  g_assert_cmpstr (start, ==, "2025-01-20");
  g_assert_cmpstr (end, ==, "2025-01-31");
  g_assert_true (suivi_session_get_dates (1, &start, NULL));
  g_assert_cmpstr (start, ==, "2008-04-07");
  g_assert_true (suivi_session_get_dates (54, NULL, NULL));

  /* No calendar of the fifth cycle was ever published. */
  start = "left";
  g_assert_false (suivi_session_get_dates (55, &start, &end));
  g_assert_false (suivi_session_get_dates (0, &start, &end));
  g_assert_cmpstr (start, ==, "left");
}

static void
test_calendar (void)
{
  const char *last = "";

  for (guint session = 1; session <= 54; session++)
    {
      const char *start = NULL;
      const char *end = NULL;

      g_assert_true (suivi_session_get_dates (session, &start, &end));
      g_assert_true (suivi_date_is_valid (start));
      g_assert_true (suivi_date_is_valid (end));
      g_assert_cmpint (strcmp (last, start), <, 0);
      g_assert_cmpint (strcmp (start, end), <, 0);
      last = end;
    }
}

/* 192 States in the first cycle (South Sudan was not yet one), 193 in each later one, every State once. */
static void
test_every_state_once (void)
{
  const char *const *codes = suivi_states_get_codes ();
  guint counts[5] = { 0 };

  for (gsize i = 0; codes[i] != NULL; i++)
    {
      for (guint cycle = 1; cycle <= 4; cycle++)
        {
          guint session = suivi_session_find (codes[i], cycle);

          if (session == 0)
            continue;
          counts[cycle]++;
          g_assert_cmpuint (suivi_review_cycle_of_session (session), ==, cycle);
          g_assert_true (suivi_session_was_reviewed (codes[i], session));
        }
      g_assert_cmpuint (suivi_session_find (codes[i], 0), ==, 0);
      g_assert_cmpuint (suivi_session_find (codes[i], 5), ==, 0);
    }
  g_assert_cmpuint (counts[1], ==, 192);
  g_assert_cmpuint (counts[2], ==, 193);
  g_assert_cmpuint (counts[3], ==, 193);
  g_assert_cmpuint (counts[4], ==, 193);
}

static void
test_find (void)
{
  static const struct
  {
    const char *state;
    guint sessions[4];
  } cases[] = {
    { "SVN", { 7, 20, 34, 48 } },
    { "BHR", { 1, 13, 27, 41 } },
    /* States that moved between sessions. */
    { "HTI", { 12, 26, 40, 54 } },
    { "ISR", { 3, 17, 29, 43 } },
    { "SDN", { 11, 25, 40, 54 } },
    { "UKR", { 2, 14, 28, 54 } },
    { "USA", { 9, 22, 36, 53 } },
    { "MMR", { 10, 23, 37, 54 } },
    { "SSD", { 0, 26, 40, 54 } },
    /* Never reviewed. */
    { "VAT", { 0 } },
    { "PSE", { 0 } },
    { "EUU", { 0 } },
    { "QQQ", { 0 } },
    { NULL, { 0 } },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree guint *sessions = NULL;
      gsize n = 99;
      gsize expected = 0;

      for (guint cycle = 1; cycle <= 4; cycle++)
        g_assert_cmpuint (suivi_session_find (cases[i].state, cycle), ==, cases[i].sessions[cycle - 1]);

      sessions = suivi_sessions_of_state (cases[i].state, &n);
      for (guint c = 0; c < 4; c++)
        {
          if (cases[i].sessions[c] == 0)
            continue;
          g_assert_cmpuint (expected, <, n);
          g_assert_cmpuint (sessions[expected], ==, cases[i].sessions[c]);
          expected++;
        }
      g_assert_cmpuint (n, ==, expected);
      g_assert_true ((sessions == NULL) == (n == 0));
    }
}

static void
test_was_reviewed (void)
{
  g_assert_true (suivi_session_was_reviewed ("SVN", 48));
  g_assert_false (suivi_session_was_reviewed ("SVN", 47));
  g_assert_false (suivi_session_was_reviewed ("SVN", 0));
  /* On the list of the fiftieth session, but not reviewed there. */
  g_assert_false (suivi_session_was_reviewed ("USA", 50));
  g_assert_true (suivi_session_was_reviewed ("USA", 53));
  g_assert_false (suivi_session_was_reviewed ("UKR", 42));
  g_assert_false (suivi_session_was_reviewed (NULL, 48));
}

static void
test_table (void)
{
  g_autoptr (SuiviTable) table = suivi_table_load ("reviews.tsv");
  guint iso3 = suivi_table_get_column (table, "iso3");
  guint date = suivi_table_get_column (table, "date");
  guint report = suivi_table_get_column (table, "report");

  g_assert_cmpuint (suivi_table_get_n_rows (table), ==, 772);
  for (guint i = 0; i < suivi_table_get_n_rows (table); i++)
    {
      const char *day = suivi_table_get (table, i, date);
      const char *symbol = suivi_table_get (table, i, report);

      g_assert_true (suivi_state_exists (suivi_table_get (table, i, iso3)));
      g_assert_true (*day == '\0' || suivi_date_is_valid (day));
      g_assert_true (*symbol == '\0' || g_str_has_prefix (symbol, "A/HRC/"));
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/core/sessions/dates", test_dates);
  g_test_add_func ("/core/sessions/calendar", test_calendar);
  g_test_add_func ("/core/sessions/every-state-once", test_every_state_once);
  g_test_add_func ("/core/sessions/find", test_find);
  g_test_add_func ("/core/sessions/was-reviewed", test_was_reviewed);
  g_test_add_func ("/core/sessions/table", test_table);

  return g_test_run ();
}
