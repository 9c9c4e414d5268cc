/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "store/scorecard-store.h"
#include "store/workspace.h"
#include "tests/store/fixture.h"

#define WAIT_SECONDS 10

typedef struct
{
  Fixture base;
  SuiviWorkspace *workspace;
  GAsyncResult *result;
  guint n_changed;
  gboolean changed_before_answer;
  guint n_labels;
  guint n_changed_before_labels;
} Context;

static void
answer_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Context *context = user_data;

  context->changed_before_answer = context->n_changed > 0;
  g_set_object (&context->result, result);
}

static gboolean
timeout_cb (gpointer user_data)
{
  g_error ("no answer within %d seconds", WAIT_SECONDS);
  return G_SOURCE_REMOVE;
}

static GAsyncResult *
wait_for_answer (Context *context)
{
  guint timeout = g_timeout_add_seconds (WAIT_SECONDS, timeout_cb, NULL);

  while (context->result == NULL)
    g_main_context_iteration (NULL, TRUE);
  g_source_remove (timeout);

  return g_steal_pointer (&context->result);
}

static void
changed_cb (SuiviWorkspace *workspace, Context *context)
{
  context->n_changed++;
}

static void
set_up (Context *context, gconstpointer data)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  fixture_set_up (&context->base, data);
  fill (&context->base);
  g_clear_pointer (&context->base.store, suivi_store_close);
  suivi_workspace_open_async (context->base.path, FALSE, "B. Colleague", "", NULL, answer_cb, context);
  result = wait_for_answer (context);
  context->workspace = suivi_workspace_open_finish (result, &error);
  g_assert_no_error (error);
  g_signal_connect (context->workspace, "changed", G_CALLBACK (changed_cb), context);
}

static void
tear_down (Context *context, gconstpointer data)
{
  if (context->workspace != NULL)
    g_assert_finalize_object (g_steal_pointer (&context->workspace));
  suivi_workspace_wait_for_all ();
  fixture_tear_down (&context->base, data);
}

static void
test_open (Context *context, gconstpointer data)
{
  g_assert_cmpstr (suivi_workspace_get_path (context->workspace), ==, context->base.path);
  g_assert_cmpint (suivi_workspace_get_read_only (context->workspace), ==, SUIVI_READ_ONLY_NO);
  g_assert_cmpstr (suivi_workspace_get_undo_label (context->workspace), ==, "Add 140.100");
  g_assert_null (suivi_workspace_get_redo_label (context->workspace));
}

static void
test_open_fails (Context *context, gconstpointer data)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  suivi_workspace_open_async ("/no/such/file.suivi", FALSE, NULL, NULL, NULL, answer_cb, context);
  result = wait_for_answer (context);
  g_assert_null (suivi_workspace_open_finish (result, &error));
  g_assert_error (error, SUIVI_STORE_ERROR, SUIVI_STORE_ERROR_NOT_FOUND);
}

static void
test_undo (Context *context, gconstpointer data)
{
  g_autoptr (GAsyncResult) undone = NULL;
  g_autoptr (GAsyncResult) redone = NULL;
  g_autoptr (GAsyncResult) failed = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *label = NULL;
  g_autofree char *again = NULL;

  suivi_workspace_undo_async (context->workspace, answer_cb, context);
  undone = wait_for_answer (context);
  label = suivi_workspace_run_finish (context->workspace, undone, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (label, ==, "Add 140.100");
  g_assert_true (context->changed_before_answer);
  g_assert_cmpuint (context->n_changed, ==, 1);
  g_assert_cmpstr (suivi_workspace_get_undo_label (context->workspace), ==, "Add 140.31");
  g_assert_cmpstr (suivi_workspace_get_redo_label (context->workspace), ==, "Add 140.100");

  suivi_workspace_redo_async (context->workspace, answer_cb, context);
  redone = wait_for_answer (context);
  again = suivi_workspace_run_finish (context->workspace, redone, &error);
  g_assert_cmpstr (again, ==, "Add 140.100");
  g_assert_cmpuint (context->n_changed, ==, 2);

  suivi_workspace_redo_async (context->workspace, answer_cb, context);
  failed = wait_for_answer (context);
  g_assert_null (suivi_workspace_run_finish (context->workspace, failed, &error));
  g_assert_error (error, SUIVI_STORE_ERROR, SUIVI_STORE_ERROR_NOTHING_TO_DO);
  g_assert_cmpuint (context->n_changed, ==, 2);
}

static gpointer
count_work (SuiviStore *store, gpointer data, GCancellable *cancellable, GError **error)
{
  g_autoptr (SuiviFilter) filter = suivi_filter_new ();

  g_assert_true (g_thread_self () != data);
  return GUINT_TO_POINTER (suivi_store_count (store, filter, error));
}

static void
test_run (Context *context, gconstpointer data)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  suivi_workspace_run_async (context->workspace, count_work, g_thread_self (), NULL, NULL, NULL, answer_cb,
                             context);
  result = wait_for_answer (context);
  g_assert_cmpuint (GPOINTER_TO_UINT (suivi_workspace_run_finish (context->workspace, result, &error)), ==,
                    6);
  g_assert_no_error (error);
  g_assert_cmpuint (context->n_changed, ==, 0);
}

static gpointer
author_work (SuiviStore *store, gpointer data, GCancellable *cancellable, GError **error)
{
  return g_strdup (suivi_store_get_author (store));
}

static void
test_author (Context *context, gconstpointer data)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autofree char *author = NULL;

  suivi_workspace_set_author (context->workspace, "C. Third", "Elsewhere");
  suivi_workspace_run_async (context->workspace, author_work, NULL, NULL, g_free, NULL, answer_cb, context);
  result = wait_for_answer (context);
  author = suivi_workspace_run_finish (context->workspace, result, NULL);
  g_assert_cmpstr (author, ==, "C. Third");
}

static gpointer
put_label_work (SuiviStore *store, gpointer data, GCancellable *cancellable, GError **error)
{
  g_autoptr (SuiviGradeLabel) label = suivi_grade_label_new ("green", data, "Achieved");
  g_autoptr (SuiviTransaction) step = suivi_store_begin (store, "Choose a word", error);

  g_assert_true (suivi_transaction_put_grade_label (step, label, error));
  g_assert_true (suivi_transaction_commit (step, error));

  return NULL;
}

static void
put_label (Context *context, const char *language)
{
  g_autoptr (GAsyncResult) result = NULL;

  suivi_workspace_run_async (context->workspace, put_label_work, (gpointer) language, NULL, NULL, NULL,
                             answer_cb, context);
  result = wait_for_answer (context);
}

/* Notified before "changed" is emitted: who then shows everything again has the new word. */
static void
labels_cb (SuiviWorkspace *workspace, GParamSpec *pspec, Context *context)
{
  context->n_labels++;
  context->n_changed_before_labels = context->n_changed;
}

static void
test_labels (Context *context, gconstpointer data)
{
  GHashTable *none = suivi_workspace_get_grade_labels (context->workspace);
  g_autoptr (GHashTable) some = NULL;
  g_autoptr (GAsyncResult) undone = NULL;
  g_autofree char *step = NULL;

  g_assert_cmpuint (g_hash_table_size (none), ==, 0);
  g_signal_connect (context->workspace, "notify::grade-labels", G_CALLBACK (labels_cb), context);
  put_label (context, "");
  g_assert_cmpuint (context->n_labels, ==, 1);
  g_assert_cmpuint (context->n_changed_before_labels, ==, 0);
  g_assert_cmpuint (context->n_changed, ==, 1);
  some = g_hash_table_ref (suivi_workspace_get_grade_labels (context->workspace));
  g_assert_cmpstr (g_hash_table_lookup (some, "green"), ==, "Achieved");

  /* Of another language than that of the program: nothing to tell. */
  put_label (context, "fr");
  g_assert_cmpuint (context->n_labels, ==, 1);
  suivi_workspace_undo_async (context->workspace, answer_cb, context);
  undone = wait_for_answer (context);
  step = suivi_workspace_run_finish (context->workspace, undone, NULL);
  g_assert_cmpuint (context->n_labels, ==, 1);

  g_clear_object (&undone);
  g_clear_pointer (&step, g_free);
  suivi_workspace_undo_async (context->workspace, answer_cb, context);
  undone = wait_for_answer (context);
  step = suivi_workspace_run_finish (context->workspace, undone, NULL);
  g_assert_cmpuint (context->n_labels, ==, 2);
  g_assert_cmpuint (g_hash_table_size (suivi_workspace_get_grade_labels (context->workspace)), ==, 0);
  g_assert_cmpstr (g_hash_table_lookup (some, "green"), ==, "Achieved");
}

/* They are there as soon as the workspace is. */
static void
test_labels_on_opening (Context *context, gconstpointer data)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  put_label (context, "");
  suivi_workspace_close (context->workspace);
  g_clear_object (&context->workspace);
  suivi_workspace_wait_for_all ();

  suivi_workspace_open_async (context->base.path, FALSE, "B. Colleague", "", NULL, answer_cb, context);
  result = wait_for_answer (context);
  context->workspace = suivi_workspace_open_finish (result, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (g_hash_table_lookup (suivi_workspace_get_grade_labels (context->workspace), "green"), ==,
                   "Achieved");
}

static gpointer
endless_work (SuiviStore *store, gpointer data, GCancellable *cancellable, GError **error)
{
  g_autoptr (SuiviFilter) filter = suivi_filter_new ();

  while (!g_cancellable_is_cancelled (cancellable))
    g_usleep (1000);

  return suivi_store_query_keys (store, filter, SUIVI_SORT_NUMBER, FALSE, cancellable, error);
}

static gboolean
cancel_cb (gpointer user_data)
{
  g_cancellable_cancel (user_data);
  return G_SOURCE_REMOVE;
}

static void
test_cancel (Context *context, gconstpointer data)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  g_timeout_add (20, cancel_cb, cancellable);
  suivi_workspace_run_async (context->workspace, endless_work, NULL, NULL, (GDestroyNotify) g_array_unref,
                             cancellable, answer_cb, context);
  result = wait_for_answer (context);
  g_assert_null (suivi_workspace_run_finish (context->workspace, result, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

/* What was asked for before closing is still done, and the file is whole afterwards. */
static void
test_close (Context *context, gconstpointer data)
{
  g_autofree char *wal = g_strconcat (context->base.path, "-wal", NULL);
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  suivi_workspace_undo_async (context->workspace, answer_cb, context);
  suivi_workspace_close (context->workspace);
  suivi_workspace_wait_for_all ();
  result = wait_for_answer (context);
  g_free (suivi_workspace_run_finish (context->workspace, result, NULL));
  g_clear_object (&result);

  suivi_workspace_undo_async (context->workspace, answer_cb, context);
  result = wait_for_answer (context);
  g_assert_null (suivi_workspace_run_finish (context->workspace, result, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CLOSED);
  g_clear_object (&result);
  g_assert_false (g_file_test (wal, G_FILE_TEST_EXISTS));
  fixture_reopen (&context->base);
  g_assert_cmpstr (suivi_store_get_redo_label (context->base.store), ==, "Add 140.100");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

#define ADD(name, function) g_test_add ("/store/workspace/" name, Context, NULL, set_up, function, tear_down)
  ADD ("open", test_open);
  ADD ("open-fails", test_open_fails);
  ADD ("undo", test_undo);
  ADD ("run", test_run);
  ADD ("author", test_author);
  ADD ("labels", test_labels);
  ADD ("labels-on-opening", test_labels_on_opening);
  ADD ("cancel", test_cancel);
  ADD ("close", test_close);
#undef ADD

  return g_test_run ();
}
