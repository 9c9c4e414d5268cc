/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "core/scorecard/tally.h"

static void
add (SuiviTally *tally, guint n, SuiviPosition position, SuiviLight light)
{
  for (guint i = 0; i < n; i++)
    suivi_tally_add (tally, position, NULL, light);
}

/* Counts of published studies, and the percentage that follows. Where another one is printed, it is not repeated here:
 * "Beyond Promises" cut 48.6 off, "On the road to implementation" prints 12.16 and 28 beside counts that say 12 and 26.
 */
static void
test_percent (void)
{
  static const struct
  {
    guint count;
    guint total;
    guint percent;
  } rows[] = {
    { 31, 34, 91 },   /* Nepal, session 10: accepted recommendations about children */
    { 40, 42, 95 },   /* Peru, session 14 */
    { 192, 253, 76 }, /* Kenya, session 21: 75.89 */
    { 42, 131, 32 }, /* Peru: share of recommendations about children. Also printed: 31, which is 40 of 129 */
    { 40, 129, 31 },     { 217, 254, 85 }, /* Slovenia, session 48 */
    { 184, 285, 65 },                      /* Norway, session 47 */
    { 2068, 11527, 18 },                   /* Beyond Promises: fully, partially, not, not assessed */
    { 3428, 11527, 30 }, { 5602, 11527, 49 },
    { 429, 11527, 4 },   { 391, 3294, 12 }, /* On the road to implementation */
    { 859, 3294, 26 },   { 1, 8, 13 },      /* 12.5: halves up */
    { 1, 200, 1 },                          /* 0.5 */
    { 1, 201, 0 },       { 199, 200, 100 }, /* 99.5 */
    { 0, 5, 0 },         { 5, 5, 100 },
    { 0, 0, 0 },         { G_MAXUINT, G_MAXUINT, 100 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    g_assert_cmpuint (suivi_percent (rows[i].count, rows[i].total), ==, rows[i].percent);

  /* 18 + 30 + 49 + 4 = 101, which is why the note is printed. */
  g_assert_nonnull (strstr (suivi_percent_note (), "100"));
}

/* What is there is never said to be nothing, nor almost all to be all. */
static void
test_percent_text (void)
{
  static const struct
  {
    guint count;
    guint total;
    const char *text;
  } rows[] = {
    { 1, 254, "< 1 %" }, { 253, 254, "> 99 %" }, { 0, 254, "0 %" },    { 254, 254, "100 %" },
    { 1, 200, "1 %" },   { 199, 200, "> 99 %" }, { 198, 200, "99 %" }, { 0, 0, "0 %" },
    { 1, 201, "< 1 %" }, { 217, 254, "85 %" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *text = suivi_percent_to_text (rows[i].count, rows[i].total);

      g_assert_cmpstr (text, ==, rows[i].text);
    }
}

/* Kenya's 192 of 253 and Nepal's 31 of 34, counted one by one. */
static void
test_tally_oracles (void)
{
  SuiviTally tally = { 0 };

  suivi_tally_init (&tally, NULL);
  add (&tally, 192, SUIVI_POSITION_SUPPORTED, SUIVI_LIGHT_GREY);
  add (&tally, 61, SUIVI_POSITION_NOTED, SUIVI_LIGHT_GREY);
  g_assert_cmpuint (tally.total, ==, 253);
  g_assert_cmpuint (tally.positions[SUIVI_POSITION_SUPPORTED], ==, 192);
  g_assert_cmpuint (tally.lights[SUIVI_LIGHT_GREY], ==, 253);
  g_assert_cmpuint (suivi_tally_get_graded (&tally), ==, 0);
  g_assert_true (suivi_tally_is_reconciled (&tally));

  suivi_tally_init (&tally, NULL);
  add (&tally, 20, SUIVI_POSITION_SUPPORTED, SUIVI_LIGHT_AMBER);
  add (&tally, 11, SUIVI_POSITION_SUPPORTED, SUIVI_LIGHT_RED);
  add (&tally, 3, SUIVI_POSITION_NOTED, SUIVI_LIGHT_GREY);
  g_assert_cmpuint (suivi_percent (tally.positions[SUIVI_POSITION_SUPPORTED], tally.total), ==, 91);
  g_assert_cmpuint (tally.cells[SUIVI_POSITION_SUPPORTED][SUIVI_LIGHT_AMBER], ==, 20);
  g_assert_cmpuint (suivi_tally_get_graded (&tally), ==, 31);
  g_assert_true (suivi_tally_is_reconciled (&tally));
}

/* Norway, session 47: 184 supported, 81 noted, 20 in part, 285 in all. */
static void
test_tally_part (void)
{
  const SuiviCountingRule as_noted = { SUIVI_COUNTING_UNIT_RECOMMENDATION, SUIVI_PART_RULE_NOTED };
  const SuiviCountingRule *rules[] = { NULL, &as_noted };
  const guint noted[] = { 81, 101 };
  const guint part[] = { 20, 0 };

  for (gsize i = 0; i < G_N_ELEMENTS (rules); i++)
    {
      SuiviTally tally = { 0 };

      suivi_tally_init (&tally, rules[i]);
      add (&tally, 184, SUIVI_POSITION_SUPPORTED, SUIVI_LIGHT_GREEN);
      add (&tally, 81, SUIVI_POSITION_NOTED, SUIVI_LIGHT_RED);
      add (&tally, 20, SUIVI_POSITION_PART, SUIVI_LIGHT_AMBER);
      g_assert_cmpuint (tally.total, ==, 285);
      g_assert_cmpuint (tally.positions[SUIVI_POSITION_NOTED], ==, noted[i]);
      g_assert_cmpuint (tally.positions[SUIVI_POSITION_PART], ==, part[i]);
      g_assert_cmpuint (tally.lights[SUIVI_LIGHT_AMBER], ==, 20);
      g_assert_true (suivi_tally_is_reconciled (&tally));
    }
}

static void
test_tally_states (void)
{
  static const char *const three[] = { "FRA", "TGO", "SVN", NULL };
  static const char *const twice[] = { "FRA", "TGO", "FRA", NULL };
  static const char *const none[] = { NULL };
  const SuiviCountingRule by_state = { SUIVI_COUNTING_UNIT_STATE, SUIVI_PART_RULE_OWN };
  const SuiviCountingRule *rules[] = { NULL, &by_state };
  const guint supported[] = { 2, 5 };
  const guint totals[] = { 4, 7 };

  for (gsize i = 0; i < G_N_ELEMENTS (rules); i++)
    {
      SuiviTally tally = { 0 };

      suivi_tally_init (&tally, rules[i]);
      suivi_tally_add (&tally, SUIVI_POSITION_SUPPORTED, three, SUIVI_LIGHT_GREEN);
      suivi_tally_add (&tally, SUIVI_POSITION_SUPPORTED, twice, SUIVI_LIGHT_RED);
      /* What no State recommended does not vanish. */
      suivi_tally_add (&tally, SUIVI_POSITION_COMMITMENT, none, SUIVI_LIGHT_GREEN);
      suivi_tally_add (&tally, SUIVI_POSITION_NONE, NULL, SUIVI_LIGHT_GREY);
      g_assert_cmpuint (tally.n_added, ==, 4);
      g_assert_cmpuint (tally.total, ==, totals[i]);
      g_assert_cmpuint (tally.positions[SUIVI_POSITION_SUPPORTED], ==, supported[i]);
      g_assert_cmpuint (tally.positions[SUIVI_POSITION_COMMITMENT], ==, 1);
      g_assert_cmpuint (tally.positions[SUIVI_POSITION_NONE], ==, 1);
      g_assert_true (suivi_tally_is_reconciled (&tally));
    }
}

/* Every number that is off by one is found out. */
static void
test_tally_proof (void)
{
  SuiviTally good = { 0 };
  SuiviTally bad = { 0 };

  suivi_tally_init (&good, NULL);
  for (guint i = 0; i < 200; i++)
    suivi_tally_add (&good, i % SUIVI_TALLY_N_POSITIONS, NULL, i / 7 % SUIVI_N_LIGHTS);
  g_assert_true (suivi_tally_is_reconciled (&good));

  bad = good;
  bad.total++;
  g_assert_false (suivi_tally_is_reconciled (&bad));
  for (guint i = 0; i < SUIVI_TALLY_N_POSITIONS; i++)
    {
      bad = good;
      bad.positions[i]++;
      g_assert_false (suivi_tally_is_reconciled (&bad));
      for (guint j = 0; j < SUIVI_N_LIGHTS; j++)
        {
          bad = good;
          bad.cells[i][j]++;
          g_assert_false (suivi_tally_is_reconciled (&bad));
          /* The sums of rows stay, those of columns do not. */
          bad.cells[i][(j + 1) % SUIVI_N_LIGHTS]--;
          g_assert_false (suivi_tally_is_reconciled (&bad));
        }
    }
  for (guint j = 0; j < SUIVI_N_LIGHTS; j++)
    {
      bad = good;
      bad.lights[j]++;
      g_assert_false (suivi_tally_is_reconciled (&bad));
    }
}

static void
test_sentence (void)
{
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint unit = 0; unit < SUIVI_N_COUNTING_UNITS; unit++)
    {
      for (guint part = 0; part < SUIVI_N_PART_RULES; part++)
        {
          const SuiviCountingRule rule = { unit, part };

          g_assert_true (g_hash_table_add (seen, suivi_counting_rule_to_sentence (&rule)));
          g_assert_cmpstr (suivi_part_rule_to_label (part), !=, "");
        }
      g_assert_cmpstr (suivi_counting_unit_to_label (unit), !=, "");
    }
  g_assert_true (
    g_hash_table_contains (seen, "A recommendation counts once, whatever the number of States that made it. "
                                 "Recommendations that are supported in part are counted on their own."));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/core/counting/percent", test_percent);
  g_test_add_func ("/core/counting/percent-text", test_percent_text);
  g_test_add_func ("/core/counting/tally/oracles", test_tally_oracles);
  g_test_add_func ("/core/counting/tally/part", test_tally_part);
  g_test_add_func ("/core/counting/tally/states", test_tally_states);
  g_test_add_func ("/core/counting/tally/proof", test_tally_proof);
  g_test_add_func ("/core/counting/sentence", test_sentence);

  return g_test_run ();
}
