/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "core/scorecard/comparison.h"

#define ABSENT SUIVI_LIGHT_ABSENT
#define GREY   SUIVI_LIGHT_GREY
#define RED    SUIVI_LIGHT_RED
#define AMBER  SUIVI_LIGHT_AMBER
#define GREEN  SUIVI_LIGHT_GREEN

static void
test_moves (void)
{
  static const struct
  {
    guint previous;
    guint now;
    SuiviMove move;
  } rows[] = {
    { RED, AMBER, SUIVI_MOVE_BETTER },
    { RED, GREEN, SUIVI_MOVE_BETTER },
    { AMBER, GREEN, SUIVI_MOVE_BETTER },
    { GREEN, AMBER, SUIVI_MOVE_WORSE },
    { AMBER, RED, SUIVI_MOVE_WORSE },
    { GREEN, RED, SUIVI_MOVE_WORSE },
    { RED, RED, SUIVI_MOVE_SAME },
    { GREEN, GREEN, SUIVI_MOVE_SAME },
    { GREY, RED, SUIVI_MOVE_FIRST_ASSESSED },
    { GREY, GREEN, SUIVI_MOVE_FIRST_ASSESSED },
    { GREEN, GREY, SUIVI_MOVE_NO_LONGER_ASSESSED },
    { GREY, GREY, SUIVI_MOVE_STILL_UNASSESSED },
    { ABSENT, GREEN, SUIVI_MOVE_NEW },
    { ABSENT, GREY, SUIVI_MOVE_NEW },
    { GREEN, ABSENT, SUIVI_MOVE_GONE },
    { GREY, ABSENT, SUIVI_MOVE_GONE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    g_assert_cmpint (suivi_move_from_lights (rows[i].previous, rows[i].now), ==, rows[i].move);

  /* "Worse than before" is below red. */
  for (guint worse = GREEN + 1; worse < SUIVI_N_LIGHTS; worse++)
    {
      g_assert_cmpint (suivi_move_from_lights (RED, worse), ==, SUIVI_MOVE_WORSE);
      g_assert_cmpint (suivi_move_from_lights (worse, AMBER), ==, SUIVI_MOVE_BETTER);
      g_assert_cmpint (suivi_move_from_lights (GREY, worse), ==, SUIVI_MOVE_FIRST_ASSESSED);
    }
  for (guint i = 0; i < SUIVI_N_MOVES; i++)
    {
      g_assert_cmpstr (suivi_move_to_label (i), !=, "");
      for (guint j = 0; j < i; j++)
        {
          g_assert_cmpstr (suivi_move_to_label (i), !=, suivi_move_to_label (j));
          g_assert_cmpstr (suivi_move_to_symbol (i), !=, suivi_move_to_symbol (j));
        }
    }
}

/* Seven recommendations, six in each edition, worked out by hand. */
static void
test_editions (void)
{
  g_autoptr (SuiviComparison) comparison = suivi_comparison_new ();
  SuiviTally previous = { 0 };
  SuiviTally now = { 0 };
  SuiviMoveTable table = { 0 };
  SuiviComparisonRow *row = NULL;
  static const struct
  {
    const char *key;
    SuiviPosition before;
    guint previous;
    SuiviPosition after;
    guint now;
  } rows[] = {
    { "1", SUIVI_POSITION_SUPPORTED, RED, SUIVI_POSITION_SUPPORTED, AMBER },
    { "2", SUIVI_POSITION_SUPPORTED, GREEN, SUIVI_POSITION_SUPPORTED, RED },
    { "3", SUIVI_POSITION_NOTED, RED, SUIVI_POSITION_NOTED, GREEN },
    { "4", SUIVI_POSITION_NOTED, AMBER, SUIVI_POSITION_SUPPORTED, AMBER },
    { "5", SUIVI_POSITION_SUPPORTED, GREY, SUIVI_POSITION_SUPPORTED, GREEN },
    { "6", SUIVI_POSITION_SUPPORTED, AMBER, SUIVI_POSITION_SUPPORTED, ABSENT },
    { "7", SUIVI_POSITION_NOTED, ABSENT, SUIVI_POSITION_NOTED, GREEN },
  };

  suivi_tally_init (&previous, NULL);
  suivi_tally_init (&now, NULL);
  /* The new edition comes first, to show that the order does not matter. */
  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      if (rows[i].now == ABSENT)
        continue;
      g_assert_true (suivi_comparison_add_now (comparison, rows[i].key, rows[i].after, rows[i].now));
      suivi_tally_add (&now, rows[i].after, NULL, rows[i].now);
    }
  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      if (rows[i].previous == ABSENT)
        continue;
      g_assert_true (
        suivi_comparison_add_previous (comparison, rows[i].key, rows[i].before, rows[i].previous));
      suivi_tally_add (&previous, rows[i].before, NULL, rows[i].previous);
    }

  suivi_comparison_count (comparison, &table);
  g_assert_cmpuint (table.total, ==, 7);
  g_assert_cmpuint (table.moves[SUIVI_MOVE_BETTER], ==, 2);
  g_assert_cmpuint (table.moves[SUIVI_MOVE_WORSE], ==, 1);
  g_assert_cmpuint (table.moves[SUIVI_MOVE_SAME], ==, 1);
  g_assert_cmpuint (table.moves[SUIVI_MOVE_FIRST_ASSESSED], ==, 1);
  g_assert_cmpuint (table.moves[SUIVI_MOVE_NO_LONGER_ASSESSED], ==, 0);
  g_assert_cmpuint (table.moves[SUIVI_MOVE_NEW], ==, 1);
  g_assert_cmpuint (table.moves[SUIVI_MOVE_GONE], ==, 1);
  g_assert_cmpuint (table.cells[RED][GREEN], ==, 1);
  g_assert_cmpuint (table.cells[ABSENT][GREEN], ==, 1);
  g_assert_cmpuint (table.cells[AMBER][ABSENT], ==, 1);
  g_assert_true (suivi_move_table_is_reconciled (&table, &previous, &now));
  g_assert_true (suivi_move_table_is_reconciled (&table, NULL, NULL));
  g_assert_false (suivi_move_table_is_reconciled (&table, &now, &previous));

  suivi_comparison_count_position (comparison, SUIVI_POSITION_NOTED, &table);
  g_assert_cmpuint (table.total, ==, 2);
  g_assert_cmpuint (table.moves[SUIVI_MOVE_BETTER], ==, 1);
  g_assert_cmpuint (table.moves[SUIVI_MOVE_NEW], ==, 1);
  g_assert_true (suivi_move_table_is_reconciled (&table, NULL, NULL));

  /* The row of "4", whose answer changed, and of "6", which is gone. */
  row = g_ptr_array_index (suivi_comparison_get_rows (comparison), 3);
  g_assert_cmpstr (row->key, ==, "4");
  g_assert_cmpint (row->previous_position, ==, SUIVI_POSITION_NOTED);
  g_assert_cmpint (row->position, ==, SUIVI_POSITION_SUPPORTED);
  row = g_ptr_array_index (suivi_comparison_get_rows (comparison), 6);
  g_assert_cmpstr (row->key, ==, "6");
  g_assert_cmpuint (row->now, ==, ABSENT);
}

static void
test_noted (void)
{
  g_autoptr (SuiviComparison) comparison = suivi_comparison_new ();
  SuiviNotedMoves moves = { 0 };
  static const struct
  {
    SuiviPosition before;
    guint previous;
    SuiviPosition after;
    guint now;
  } rows[] = {
    { SUIVI_POSITION_NOTED, RED, SUIVI_POSITION_NOTED, AMBER },     /* better, progress */
    { SUIVI_POSITION_NOTED, GREEN, SUIVI_POSITION_NOTED, GREEN },   /* progress */
    { SUIVI_POSITION_NOTED, RED, SUIVI_POSITION_SUPPORTED, RED },   /* supported now */
    { SUIVI_POSITION_NOTED, GREY, SUIVI_POSITION_NOTED, GREEN },    /* progress */
    { SUIVI_POSITION_PENDING, RED, SUIVI_POSITION_NOTED, RED },     /* noted, no move */
    { SUIVI_POSITION_PART, RED, SUIVI_POSITION_PART, GREEN },       /* if part is noted: better, progress */
    { SUIVI_POSITION_SUPPORTED, RED, SUIVI_POSITION_NOTED, GREEN }, /* was supported: not here */
    { SUIVI_POSITION_NOTED, GREEN, SUIVI_POSITION_NOTED, AMBER },   /* worse, but progress */
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *key = g_strdup_printf ("%zu", i);

      suivi_comparison_add_previous (comparison, key, rows[i].before, rows[i].previous);
      suivi_comparison_add_now (comparison, key, rows[i].after, rows[i].now);
    }
  suivi_comparison_add_now (comparison, "new", SUIVI_POSITION_NOTED, GREEN);
  suivi_comparison_add_previous (comparison, "gone", SUIVI_POSITION_NOTED, GREEN);

  moves = suivi_comparison_count_noted (comparison, SUIVI_PART_RULE_OWN);
  g_assert_cmpuint (moves.n_noted, ==, 6);
  g_assert_cmpuint (moves.n_better, ==, 1);
  g_assert_cmpuint (moves.n_progress, ==, 4);
  g_assert_cmpuint (moves.n_supported, ==, 1);

  moves = suivi_comparison_count_noted (comparison, SUIVI_PART_RULE_NOTED);
  g_assert_cmpuint (moves.n_noted, ==, 7);
  g_assert_cmpuint (moves.n_better, ==, 2);
  g_assert_cmpuint (moves.n_progress, ==, 5);
}

/* An edition has a recommendation once: what comes twice is refused and changes nothing. */
static void
test_twice (void)
{
  g_autoptr (SuiviComparison) comparison = suivi_comparison_new ();
  SuiviMoveTable table = { 0 };

  g_assert_true (suivi_comparison_add_previous (comparison, "1", SUIVI_POSITION_NOTED, RED));
  g_assert_false (suivi_comparison_add_previous (comparison, "1", SUIVI_POSITION_SUPPORTED, GREEN));
  g_assert_true (suivi_comparison_add_now (comparison, "1", SUIVI_POSITION_NOTED, RED));
  g_assert_false (suivi_comparison_add_now (comparison, "1", SUIVI_POSITION_SUPPORTED, GREEN));

  suivi_comparison_count (comparison, &table);
  g_assert_cmpuint (table.total, ==, 1);
  g_assert_cmpuint (table.cells[RED][RED], ==, 1);
}

/* Thousands of rows of every kind: the matrix fits both editions, and a change of any number is found out. */
static void
test_proof (void)
{
  g_autoptr (SuiviComparison) comparison = suivi_comparison_new ();
  SuiviTally previous = { 0 };
  SuiviTally now = { 0 };
  SuiviMoveTable table = { 0 };

  suivi_tally_init (&previous, NULL);
  suivi_tally_init (&now, NULL);
  for (guint i = 0; i < 5000; i++)
    {
      g_autofree char *key = g_strdup_printf ("%u", i);
      const guint from = (guint) g_test_rand_int_range (0, SUIVI_COMPARISON_N_ENDS);
      const guint to
        = (guint) g_test_rand_int_range (0, from == ABSENT ? SUIVI_N_LIGHTS : SUIVI_COMPARISON_N_ENDS);

      if (from != ABSENT)
        {
          suivi_comparison_add_previous (comparison, key, SUIVI_POSITION_NOTED, from);
          suivi_tally_add (&previous, SUIVI_POSITION_NOTED, NULL, from);
        }
      if (to != ABSENT)
        {
          suivi_comparison_add_now (comparison, key, SUIVI_POSITION_NOTED, to);
          suivi_tally_add (&now, SUIVI_POSITION_NOTED, NULL, to);
        }
    }
  suivi_comparison_count (comparison, &table);
  g_assert_cmpuint (table.total, ==, 5000);
  g_assert_true (suivi_move_table_is_reconciled (&table, &previous, &now));

  for (guint i = 0; i < SUIVI_COMPARISON_N_ENDS; i++)
    {
      for (guint j = 0; j < SUIVI_COMPARISON_N_ENDS; j++)
        {
          SuiviMoveTable bad = table;

          bad.cells[i][j]++;
          g_assert_false (suivi_move_table_is_reconciled (&bad, NULL, NULL));
        }
    }
  for (guint i = 0; i < SUIVI_N_MOVES; i++)
    {
      SuiviMoveTable bad = table;

      bad.moves[i]++;
      g_assert_false (suivi_move_table_is_reconciled (&bad, NULL, NULL));
    }
  table.total++;
  g_assert_false (suivi_move_table_is_reconciled (&table, NULL, NULL));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/core/comparison/moves", test_moves);
  g_test_add_func ("/core/comparison/editions", test_editions);
  g_test_add_func ("/core/comparison/noted", test_noted);
  g_test_add_func ("/core/comparison/twice", test_twice);
  g_test_add_func ("/core/comparison/proof", test_proof);

  return g_test_run ();
}
