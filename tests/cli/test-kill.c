/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * 100 times SIGKILL at a random moment: the file opens, the check is content, and at most the step that was
 * being written is gone. The random seed that GLib prints repeats a run: --seed.
 */

#include "config.h"

#include <signal.h>

#include "runner.h"
#include "store/store.h"
#include "store/transaction.h"

#define EDIT_ROUNDS   60
#define IMPORT_ROUNDS 40

/* The longest wait for an import, in microseconds, and the part by which the wait follows each round. */
#define MAX_DELAY  30000000
#define ADJUSTMENT 8

static const char *edit_program;
static const char *source_root;

static void
fill (const char *path)
{
  g_autoptr (SuiviStore) store = NULL;
  g_autoptr (SuiviReview) review = suivi_review_new ("SVN", 48);
  g_autoptr (SuiviTransaction) transaction = NULL;
  g_autoptr (GError) error = NULL;

  store = suivi_store_create (path, &error);
  g_assert_no_error (error);
  transaction = suivi_store_begin (store, "Fill", &error);
  g_assert_no_error (error);
  g_assert_true (suivi_transaction_put_review (transaction, review, NULL));
  for (guint i = 1; i <= 2; i++)
    {
      g_autoptr (SuiviRecommendation) recommendation = suivi_recommendation_new ();

      recommendation->review_id = g_strdup (review->id);
      recommendation->number = g_strdup_printf ("1.%u", i);
      recommendation->text = g_strdup ("Begin");
      g_assert_true (suivi_transaction_put_recommendation (transaction, recommendation, NULL));
    }
  g_assert_true (suivi_transaction_commit (transaction, NULL));
}

/* Lets it work until it has reported some steps and a little longer, kills it, and reads what else it
 * reported. */
static gint64
kill_editor (const char *path)
{
  g_autoptr (GSubprocess) process = NULL;
  g_autoptr (GDataInputStream) lines = NULL;
  g_autoptr (GError) error = NULL;
  int steps = g_test_rand_int_range (0, 4);
  gint64 reported = 0;

  process = g_subprocess_new (G_SUBPROCESS_FLAGS_STDOUT_PIPE, &error, edit_program, path, NULL);
  g_assert_no_error (error);
  lines = g_data_input_stream_new (g_subprocess_get_stdout_pipe (process));
  for (int i = 0; i < steps; i++)
    {
      g_autofree char *line = g_data_input_stream_read_line (lines, NULL, NULL, &error);

      g_assert_no_error (error);
      g_assert_nonnull (line);
      reported = g_ascii_strtoll (line, NULL, 10);
    }
  g_usleep (g_test_rand_int_range (0, 30000));
  g_subprocess_send_signal (process, SIGKILL);
  g_subprocess_wait (process, NULL, NULL);

  while (TRUE)
    {
      g_autofree char *line = g_data_input_stream_read_line (lines, NULL, NULL, NULL);

      if (line == NULL)
        return reported;
      reported = g_ascii_strtoll (line, NULL, 10);
    }
}

static void
assert_whole (const char *path)
{
  g_autoptr (Result) check = run_cli ("check", path, NULL);

  assert_status (check, 0);
  g_assert_cmpstr (check->out, ==, "ok\n");
}

static void
test_edits (void)
{
  char *folder = runner_make_folder ();
  g_autofree char *path = g_build_filename (folder, "test.suivi", NULL);
  gint64 last = 1;

  fill (path);
  for (guint i = 0; i < EDIT_ROUNDS; i++)
    {
      gint64 reported = kill_editor (path);
      g_autoptr (SuiviStore) store = NULL;
      g_autoptr (GPtrArray) found = NULL;
      g_autoptr (GError) error = NULL;
      SuiviRecommendation *first = NULL;
      SuiviRecommendation *second = NULL;

      assert_whole (path);
      store = suivi_store_open (path, &error);
      g_assert_no_error (error);

      /* Nothing that was reported is lost; one step may have been written before it could be reported. */
      reported = MAX (reported, last);
      g_assert_cmpint (suivi_store_get_sequence (store), >=, reported);
      g_assert_cmpint (suivi_store_get_sequence (store), <=, reported + 1);
      last = suivi_store_get_sequence (store);

      /* A step is whole. */
      found = suivi_store_find_number (store, NULL, NULL, &error);
      g_assert_no_error (error);
      g_assert_cmpuint (found->len, ==, 2);
      first = g_ptr_array_index (found, 0);
      second = g_ptr_array_index (found, 1);
      g_assert_cmpstr (first->text, ==, second->text);
    }
  g_test_message ("%" G_GINT64_FORMAT " steps survived", last);
  g_assert_cmpint (last, >, EDIT_ROUNDS);
  runner_drop_folder (folder);
}

/* How long an import takes here, in microseconds; it is taken back. */
static gint64
measure_import (const char *path, const char *list)
{
  gint64 start = g_get_monotonic_time ();
  g_autoptr (Result) done = run_cli ("import", path, list, NULL);
  gint64 time = g_get_monotonic_time () - start;
  g_autoptr (Result) undone = NULL;

  assert_status (done, 0);
  undone = run_cli ("undo", path, NULL);
  assert_status (undone, 0);

  return time;
}

/* Some are killed before they are done and some after, or it would be no test: the moment is drawn around the
 * time that an import takes, and follows it when the computer has more or less to do. */
static void
test_imports (void)
{
  char *folder = runner_make_folder ();
  g_autofree char *path = g_build_filename (folder, "test.suivi", NULL);
  g_autofree char *list = g_build_filename (source_root, "data", "sample", "sample-list.docx", NULL);
  g_autoptr (Result) made = run_cli ("new", path, NULL);
  gint64 usual = 0;
  guint whole = 0;
  guint cut = 0;

  assert_status (made, 0);
  usual = measure_import (path, list);
  for (guint i = 0; i < IMPORT_ROUNDS; i++)
    {
      g_autoptr (GSubprocess) process = NULL;
      g_autoptr (Result) count = NULL;
      g_autoptr (GError) error = NULL;

      process = g_subprocess_new (G_SUBPROCESS_FLAGS_STDOUT_SILENCE, &error, runner_get_program (), "import",
                                  path, list, NULL);
      g_assert_no_error (error);
      g_usleep (g_test_rand_int_range (0, CLAMP (2 * usual, 1000, MAX_DELAY)));
      g_subprocess_send_signal (process, SIGKILL);
      g_subprocess_wait (process, NULL, NULL);

      assert_whole (path);
      count = run_cli ("count", path, NULL);
      assert_status (count, 0);
      if (g_str_equal (count->out, "40\n"))
        {
          g_autoptr (Result) undone = run_cli ("undo", path, NULL);

          assert_status (undone, 0);
          whole++;
          usual -= usual / ADJUSTMENT;
        }
      else
        {
          g_assert_cmpstr (count->out, ==, "0\n");
          cut++;
          usual += usual / ADJUSTMENT;
        }
    }
  g_test_message ("%u of %u imports were done before the end", whole, IMPORT_ROUNDS);
  g_assert_cmpuint (whole, >, 0);
  g_assert_cmpuint (cut, >, 0);
  runner_drop_folder (folder);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  runner_init (argv[1]);
  source_root = argv[2];
  edit_program = argv[3];
  g_assert_nonnull (edit_program);

  g_test_add_func ("/cli/kill/edits", test_edits);
  g_test_add_func ("/cli/kill/imports", test_imports);

  return g_test_run ();
}
