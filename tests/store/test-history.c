/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "store/database.h"
#include "tests/store/fixture.h"

static SuiviRecommendation *
find (Fixture *fixture, const char *number)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) found = suivi_store_find_number (fixture->store, fixture->review->id, number, &error);

  g_assert_no_error (error);

  return found->len > 0 ? suivi_recommendation_ref (g_ptr_array_index (found, 0)) : NULL;
}

static void
test_labels (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  fill (fixture);
  g_assert_cmpstr (suivi_store_get_undo_label (fixture->store), ==, "Add 140.100");
  g_assert_null (suivi_store_get_redo_label (fixture->store));

  g_assert_true (suivi_store_undo (fixture->store, &error));
  g_assert_no_error (error);
  g_assert_cmpstr (suivi_store_get_undo_label (fixture->store), ==, "Add 140.31");
  g_assert_cmpstr (suivi_store_get_redo_label (fixture->store), ==, "Add 140.100");

  fixture_reopen (fixture);
  g_assert_cmpstr (suivi_store_get_undo_label (fixture->store), ==, "Add 140.31");
  g_assert_cmpstr (suivi_store_get_redo_label (fixture->store), ==, "Add 140.100");

  g_assert_true (suivi_store_redo (fixture->store, &error));
  g_assert_cmpstr (suivi_store_get_undo_label (fixture->store), ==, "Add 140.100");
  g_assert_null (suivi_store_get_redo_label (fixture->store));
  fixture_assert_sound (fixture);
}

/* A new step forgets what was undone before it. */
static void
test_new_step_clears_redo (Fixture *fixture, gconstpointer data)
{
  g_autoptr (SuiviRecommendation) other
             = make_recommendation (fixture->review, "1.1", "Other", "KEN", SUIVI_POSITION_NOTED, "Treaties");
  g_autoptr (GError) error = NULL;

  fill (fixture);
  g_assert_true (suivi_store_undo (fixture->store, &error));
  put_recommendation (fixture->store, other, "Add 1.1");
  g_assert_null (suivi_store_get_redo_label (fixture->store));
  g_assert_false (suivi_store_redo (fixture->store, &error));
  g_assert_error (error, SUIVI_STORE_ERROR, SUIVI_STORE_ERROR_NOTHING_TO_DO);
  fixture_assert_sound (fixture);
}

/* 120 steps of every kind: back one by one to exactly each earlier state, across reopening, and forward
 * again. */
static void
test_every_state (Fixture *fixture, gconstpointer data)
{
  const guint n_steps = 120;
  g_autoptr (GPtrArray) states = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GRand) random = g_rand_new_with_seed (20261122);
  g_autoptr (GError) error = NULL;

  fill (fixture);
  g_ptr_array_add (states, fixture_dump (fixture));
  for (guint i = 0; i < n_steps; i++)
    {
      g_autoptr (GPtrArray) all = suivi_store_find_number (fixture->store, NULL, NULL, &error);
      SuiviRecommendation *one = g_ptr_array_index (all, g_rand_int_range (random, 0, all->len));
      g_autofree char *label = g_strdup_printf ("Step %u", i);

      switch (i % 4)
        {
        case 0:
          {
            g_autofree char *number = g_strdup_printf ("200.%u", i);
            g_autoptr (SuiviRecommendation) added
                       = make_recommendation (fixture->review, number, "Added", "KEN DEU", i % 3,
                                              "Justice;Education");

            put_recommendation (fixture->store, added, label);
            break;
          }
        case 1:
          {
            g_autofree char *date = g_strdup_printf ("2026-01-%02u", 1 + i % 28);
            g_autoptr (SuiviAssessment) assessment
                       = make_assessment (one, i % 4, (i / 4) % 4, (i / 7) % 4, date);

            put_assessment (fixture->store, assessment, label);
            break;
          }
        case 2:
          {
            g_autoptr (SuiviRecommendation) changed = suivi_recommendation_copy (one);

            g_free (changed->text);
            changed->text = g_strdup_printf ("Changed in step %u", i);
            changed->child_focused = !changed->child_focused;
            put_recommendation (fixture->store, changed, label);
            break;
          }
        default:
          {
            g_autoptr (SuiviTransaction) transaction = suivi_store_begin (fixture->store, label, &error);

            g_assert_true (suivi_transaction_delete_recommendation (transaction, one->id, &error));
            g_assert_true (suivi_transaction_commit (transaction, &error));
            break;
          }
        }
      g_assert_no_error (error);
      g_ptr_array_add (states, fixture_dump (fixture));
      g_assert_cmpstr (g_ptr_array_index (states, i), !=, g_ptr_array_index (states, i + 1));
    }
  fixture_assert_sound (fixture);

  for (guint i = n_steps; i > 0; i--)
    {
      g_autofree char *state = NULL;

      if (i % 25 == 0)
        fixture_reopen (fixture);
      g_assert_true (suivi_store_undo (fixture->store, &error));
      g_assert_no_error (error);
      state = fixture_dump (fixture);
      g_assert_cmpstr (state, ==, g_ptr_array_index (states, i - 1));
    }
  fixture_assert_sound (fixture);
  for (guint i = 0; i < n_steps; i++)
    {
      g_autofree char *state = NULL;

      if (i % 25 == 0)
        fixture_reopen (fixture);
      g_assert_true (suivi_store_redo (fixture->store, &error));
      g_assert_no_error (error);
      state = fixture_dump (fixture);
      g_assert_cmpstr (state, ==, g_ptr_array_index (states, i + 1));
    }
  fixture_assert_sound (fixture);
}

/* What changes nothing leaves no line, and a dropped transaction changes nothing. */
static void
test_no_step (Fixture *fixture, gconstpointer data)
{
  g_autoptr (SuiviRecommendation) one = NULL;
  g_autoptr (SuiviRecommendation) gone = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  gint64 sequence = 0;

  fill (fixture);
  one = find (fixture, "140.2");
  sequence = suivi_store_get_sequence (fixture->store);
  before = fixture_dump (fixture);
  put_recommendation (fixture->store, one, "Put the same again");
  g_assert_cmpint (suivi_store_get_sequence (fixture->store), ==, sequence);

  {
    g_autoptr (SuiviTransaction) dropped = suivi_store_begin (fixture->store, "Dropped", &error);

    g_assert_true (suivi_transaction_delete_recommendation (dropped, one->id, &error));
  }
  gone = find (fixture, "140.2");
  g_assert_nonnull (gone);
  after = fixture_dump (fixture);
  g_assert_cmpstr (before, ==, after);
  g_assert_cmpint (suivi_store_get_sequence (fixture->store), ==, sequence);
  fixture_assert_sound (fixture);
}

static void
run_sql (Fixture *fixture, const char *sql)
{
  sqlite3 *db = NULL;

  g_clear_pointer (&fixture->store, suivi_store_close);
  g_assert_cmpint (sqlite3_open (fixture->path, &db), ==, SQLITE_OK);
  suivi_database_add_functions (db);
  g_assert_cmpint (sqlite3_exec (db, sql, NULL, NULL, NULL), ==, SQLITE_OK);
  sqlite3_close (db);
  fixture_reopen (fixture);
}

/* Undo refuses rather than to overwrite what somebody changed by another road. */
static void
test_conflict (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;

  fill (fixture);
  run_sql (fixture, "UPDATE recommendation SET text = 'Tampered' WHERE number = '140.100'");
  before = fixture_dump (fixture);
  g_assert_false (suivi_store_undo (fixture->store, &error));
  g_assert_error (error, SUIVI_STORE_ERROR, SUIVI_STORE_ERROR_CONFLICT);
  after = fixture_dump (fixture);
  g_assert_cmpstr (before, ==, after);
  g_assert_cmpstr (suivi_store_get_undo_label (fixture->store), ==, "Add 140.100");
}

static void
assert_one_problem (Fixture *fixture)
{
  g_autoptr (GPtrArray) problems = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (suivi_store_check (fixture->store, &problems, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (problems->len, ==, 1);
}

static void
test_chain (Fixture *fixture, gconstpointer data)
{
  static const char *const forgeries[] = {
    "UPDATE history SET label = 'Something else' WHERE sequence = 3",
    "UPDATE history SET author = 'Somebody else' WHERE sequence = 3",
    "UPDATE history SET at = '2001-01-01' WHERE sequence = 3",
    "UPDATE history SET changes = x'00' WHERE sequence = 3",
    "DELETE FROM history WHERE sequence = 3",
    "UPDATE history SET hash = 'x' WHERE sequence = 7",
  };

  fill (fixture);
  fixture_assert_sound (fixture);
  for (gsize i = 0; i < G_N_ELEMENTS (forgeries); i++)
    {
      g_autofree char *contents = NULL;
      gsize length = 0;

      g_clear_pointer (&fixture->store, suivi_store_close);
      g_assert_true (g_file_get_contents (fixture->path, &contents, &length, NULL));
      run_sql (fixture, forgeries[i]);
      assert_one_problem (fixture);
      g_clear_pointer (&fixture->store, suivi_store_close);
      g_assert_true (g_file_set_contents (fixture->path, contents, length, NULL));
    }
  fixture_reopen (fixture);

  /* The content of a step can be erased without breaking the chain; it just cannot be undone any more. */
  run_sql (fixture, "UPDATE history SET changes = NULL WHERE sequence = 3");
  fixture_assert_sound (fixture);
}

static void
test_list (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) entries = NULL;
  g_autoptr (GError) error = NULL;
  SuiviHistoryEntry *last = NULL;

  fill (fixture);
  g_assert_true (suivi_store_undo (fixture->store, &error));
  entries = suivi_store_list_history (fixture->store, 0, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (entries->len, ==, 8);
  last = g_ptr_array_index (entries, 0);
  g_assert_cmpstr (last->kind, ==, "undo");
  g_assert_cmpint (last->sequence, ==, 8);
  g_assert_cmpint (last->target, ==, 7);
  g_assert_cmpstr (last->label, ==, "Add 140.100");
  g_assert_cmpstr (last->author, ==, "A. Analyst");
  g_assert_cmpstr (last->organisation, ==, "Imaginary Institution");
  g_assert_cmpuint (strlen (last->hash), ==, 64);
  g_ptr_array_unref (g_steal_pointer (&entries));

  entries = suivi_store_list_history (fixture->store, 3, &error);
  g_assert_cmpuint (entries->len, ==, 3);
}

/* A step that is not the last one any longer is not undone, though the store does not know of the last one yet. */
static void
test_undo_one (Fixture *fixture, gconstpointer data)
{
  g_autoptr (SuiviRecommendation) other
             = make_recommendation (fixture->review, "1.1", "Other", "KEN", SUIVI_POSITION_NOTED, "Treaties");
  g_autoptr (GError) error = NULL;
  SuiviStore *program = NULL;
  gint64 own = 0;

  fill (fixture);
  own = suivi_store_get_sequence (fixture->store);
  g_assert_false (suivi_store_undo_step (fixture->store, own - 1, &error));
  g_assert_error (error, SUIVI_STORE_ERROR, SUIVI_STORE_ERROR_CONFLICT);
  g_clear_error (&error);

  program = suivi_store_open (fixture->path, &error);
  g_assert_no_error (error);
  put_recommendation (program, other, "Add 1.1");
  g_assert_false (suivi_store_undo_step (fixture->store, own, &error));
  g_assert_error (error, SUIVI_STORE_ERROR, SUIVI_STORE_ERROR_CONFLICT);
  g_clear_error (&error);
  g_assert_cmpstr (suivi_store_get_undo_label (fixture->store), ==, "Add 1.1");

  /* When that is undone, it is the last one again. */
  g_assert_true (suivi_store_undo_step (program, own + 1, &error));
  g_assert_true (suivi_store_undo_step (fixture->store, own, &error));
  g_assert_no_error (error);
  g_assert_cmpstr (suivi_store_get_undo_label (fixture->store), ==, "Add 140.31");
  suivi_store_close (program);
  fixture_assert_sound (fixture);
}

/* The window and the command line on the same file: what one wrote, the other can undo. */
static void
test_two_programs (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SuiviStore) other = suivi_store_open (fixture->path, &error);
  g_autoptr (SuiviRecommendation) one = make_recommendation (fixture->review, "1.1", "By the other", "KEN",
                                                             SUIVI_POSITION_NOTED, "Treaties");
  g_autoptr (SuiviRecommendation) found = NULL;

  g_assert_no_error (error);
  fill (fixture);
  put_recommendation (other, one, "By the other");
  g_assert_true (suivi_store_undo (fixture->store, &error));
  g_assert_no_error (error);
  found = find (fixture, "1.1");
  g_assert_null (found);
  g_assert_cmpstr (suivi_store_get_undo_label (fixture->store), ==, "Add 140.100");
  fixture_assert_sound (fixture);
}

/* A disk that is full at the n-th access, for every n until all goes well: nothing is ever half done. */
static void
test_every_failure (Fixture *fixture, gconstpointer data)
{
  g_autofree char *before = NULL;
  gboolean done = FALSE;
  guint n_failures = 0;

  fill (fixture);
  before = fixture_dump (fixture);
  for (int n = 1; !done; n++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (SuiviRecommendation) one = find (fixture, "140.2");
      g_autoptr (SuiviAssessment) assessment
                 = make_assessment (one, SUIVI_LEVEL_DONE, SUIVI_LEVEL_DONE, SUIVI_LEVEL_DONE, "2026-01-01");
      g_autoptr (SuiviTransaction) transaction = NULL;
      g_autofree char *after = NULL;

      g_assert_cmpint (n, <, 100);
      suivi_database_fail_after (n);
      transaction = suivi_store_begin (fixture->store, "Grade", &error);
      done = transaction != NULL && suivi_transaction_put_assessment (transaction, assessment, &error)
             && suivi_transaction_commit (transaction, &error);
      if (done)
        {
          suivi_database_fail_after (n);
          done = suivi_store_undo (fixture->store, &error);
        }
      suivi_database_fail_after (0);
      g_clear_pointer (&transaction, suivi_transaction_free);
      if (!done)
        {
          g_assert_error (error, SUIVI_STORE_ERROR, SUIVI_STORE_ERROR_DISK_FULL);
          n_failures++;
        }
      if (g_str_equal (suivi_store_get_undo_label (fixture->store), "Grade"))
        g_assert_true (suivi_store_undo (fixture->store, NULL));
      after = fixture_dump (fixture);
      g_assert_cmpstr (before, ==, after);
      fixture_assert_sound (fixture);
    }
  g_assert_cmpuint (n_failures, >=, 5);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

#define ADD(name, function) \
  g_test_add ("/store/history/" name, Fixture, NULL, fixture_set_up, function, fixture_tear_down)
  ADD ("labels", test_labels);
  ADD ("new-step-clears-redo", test_new_step_clears_redo);
  ADD ("every-state", test_every_state);
  ADD ("no-step", test_no_step);
  ADD ("conflict", test_conflict);
  ADD ("chain", test_chain);
  ADD ("list", test_list);
  ADD ("undo-one", test_undo_one);
  ADD ("two-programs", test_two_programs);
  ADD ("every-failure", test_every_failure);
#undef ADD

  return g_test_run ();
}
