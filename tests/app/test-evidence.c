/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Evidence in the window: the box that supports a grade, the library, copies, words. */

#include "config.h"

#include <glib/gstdio.h>
#include <string.h>

#include "app/scorecard/evidence-copies.h"
#include "app/scorecard/evidence-jobs.h"
#include "app/scorecard/evidence-library-row.h"
#include "app/scorecard/evidence-library.h"
#include "app/scorecard/evidence-words.h"
#include "app/scorecard/line-row.h"
#include "app/scorecard/rows-window.h"
#include "evidence-fixture.h"
#include "store/attachment.h"
#include "store/scorecard-store.h"

/* ---- The box ---- */

static void
drop_value (EvidenceFixture *test, const GValue *value)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (GTK_WIDGET (test->box));
  gboolean taken = FALSE;

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GObject) controller = g_list_model_get_item (controllers, i);

      if (GTK_IS_DROP_TARGET (controller))
        g_signal_emit_by_name (controller, "drop", value, 1.0, 1.0, &taken);
    }
  g_assert_true (taken);
}

static void
drop_text (EvidenceFixture *test, const char *text)
{
  g_auto (GValue) value = G_VALUE_INIT;

  g_value_init (&value, G_TYPE_STRING);
  g_value_set_string (&value, text);
  drop_value (test, &value);
}

static void
drop_files (EvidenceFixture *test, GFile **files, gsize n)
{
  g_auto (GValue) value = G_VALUE_INIT;

  g_value_init (&value, GDK_TYPE_FILE_LIST);
  g_value_take_boxed (&value, gdk_file_list_new_from_array (files, n));
  drop_value (test, &value);
}

/* What is given is shown, and only who may edit is offered to. */
static void
test_box_shows (EvidenceFixture *test, gconstpointer data)
{
  GtkWidget *box = GTK_WIDGET (test->box);
  g_autoptr (GPtrArray) evidence = NULL;
  g_auto (GStrv) ids = NULL;

  g_assert_cmpuint (evidence_count_rows (test), ==, 0);
  g_assert_true (panel_shows (box, "Drop a file or a link here"));
  g_assert_false (panel_shows (box, "No evidence"));

  evidence = evidence_add_two (test->fixture);
  suivi_evidence_box_set_evidence (test->box, evidence);
  app_settle ();
  g_assert_cmpuint (evidence_count_rows (test), ==, 2);
  g_assert_nonnull (app_find_text (box, "Civil Registration Act"));
  g_assert_nonnull (
    app_find_text (box, "Statistics · National Statistics Office · November 2026 · Reliability: High"));
  g_assert_nonnull (app_find_action (box, "evidence-box.open-link"));
  g_assert_nonnull (app_find_action (box, "evidence-box.remove"));
  app_save_screenshot (GTK_WIDGET (test->fixture->window), "evidence-box");
  ids = suivi_evidence_box_dup_ids (test->box);
  g_assert_cmpuint (g_strv_length (ids), ==, 2);
  g_assert_cmpstr (ids[0], ==, ((SuiviEvidence *) g_ptr_array_index (evidence, 0))->id);
  g_assert_cmpuint (test->n_changed, ==, 0);

  g_object_set (test->box, "editable", FALSE, NULL);
  g_assert_cmpuint (evidence_count_rows (test), ==, 2);
  g_assert_nonnull (app_find_action (box, "evidence-box.open-link"));
  g_assert_null (app_find_action (box, "evidence-box.remove"));
  g_assert_null (app_find_action (box, "evidence-box.edit"));
  g_assert_false (panel_shows (box, "Drop a file or a link here"));
  suivi_evidence_box_set_evidence (test->box, NULL);
  g_assert_true (panel_shows (box, "No evidence"));
}

static void
test_box_properties (EvidenceFixture *test, gconstpointer data)
{
  guint n = 0;
  gboolean editable = FALSE;
  g_autoptr (SuiviWorkspace) workspace = NULL;

  g_signal_connect_swapped (test->box, "notify::editable", G_CALLBACK (evidence_count_cb), &n);
  g_signal_connect_swapped (test->box, "notify::workspace", G_CALLBACK (evidence_count_cb), &n);
  g_object_set (test->box, "editable", TRUE, "workspace", test->fixture->workspace, NULL);
  g_assert_cmpuint (n, ==, 0);
  g_object_set (test->box, "editable", FALSE, NULL);
  g_object_set (test->box, "workspace", NULL, NULL);
  g_assert_cmpuint (n, ==, 2);
  g_object_get (test->box, "editable", &editable, "workspace", &workspace, NULL);
  g_assert_false (editable);
  g_assert_null (workspace);
}

/* A file that is dropped is a piece of evidence with the file inside the workspace: one step, one signal. */
static void
test_box_drop_file (EvidenceFixture *test, gconstpointer data)
{
  g_autoptr (GFile) file = evidence_write_file (test->fixture, "Birth register.v2.pdf", 100);
  g_autoptr (SuiviEvidence) piece = NULL;
  g_autoptr (GPtrArray) files = NULL;
  g_auto (GStrv) ids = NULL;

  drop_files (test, &file, 1);
  panel_fixture_settle (test->fixture);
  g_assert_cmpuint (test->n_changed, ==, 1);
  g_assert_cmpuint (evidence_count_rows (test), ==, 1);
  piece = evidence_get_only (test->fixture);
  g_assert_cmpstr (piece->title, ==, "Birth register.v2");
  g_assert_cmpint (piece->kind, ==, SUIVI_EVIDENCE_REPORT);
  ids = suivi_evidence_box_dup_ids (test->box);
  g_assert_cmpstr (ids[0], ==, piece->id);
  files = evidence_list_files (test->fixture, piece->id);
  g_assert_cmpuint (files->len, ==, 1);
  g_assert_cmpstr (((SuiviAttachment *) files->pdata[0])->name, ==, "Birth register.v2.pdf");
  g_assert_cmpuint (((SuiviAttachment *) files->pdata[0])->size, ==, 100);

  /* Undo takes all of it away; the box follows, without a signal. */
  panel_fixture_undo (test->fixture);
  panel_fixture_settle (test->fixture);
  g_assert_cmpuint (evidence_count (test->fixture), ==, 0);
  g_assert_cmpuint (evidence_count_rows (test), ==, 0);
  g_assert_cmpuint (evidence_count_ids (test), ==, 0);
  g_assert_cmpuint (test->n_changed, ==, 1);
}

static void
redone_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_free (suivi_workspace_run_finish (SUIVI_WORKSPACE (source), result, NULL));
}

/* What an undo took away comes back with redo, in its place. */
static void
test_box_redo (EvidenceFixture *test, gconstpointer data)
{
  drop_text (test, "https://example.org/one");
  panel_fixture_settle (test->fixture);
  panel_fixture_undo (test->fixture);
  panel_fixture_settle (test->fixture);
  g_assert_cmpuint (evidence_count_rows (test), ==, 0);
  suivi_workspace_redo_async (test->fixture->workspace, redone_cb, NULL);
  panel_fixture_settle (test->fixture);
  panel_fixture_settle (test->fixture);
  g_assert_cmpuint (evidence_count_rows (test), ==, 1);
  g_assert_cmpuint (evidence_count_ids (test), ==, 1);
}

/* The limit is said in words, and nothing is half saved. */
static void
test_box_drop_large (EvidenceFixture *test, gconstpointer data)
{
  GFile *files[2] = { evidence_write_file (test->fixture, "small.pdf", 10),
                      evidence_write_file (test->fixture, "large.pdf", SUIVI_MAX_ATTACHMENT_SIZE + 1) };

  drop_files (test, files, 2);
  panel_fixture_settle (test->fixture);
  g_assert_true (panel_shows (GTK_WIDGET (test->box), "“large.pdf” is too large"));
  g_assert_cmpuint (test->n_changed, ==, 0);
  g_assert_cmpuint (evidence_count_rows (test), ==, 0);
  g_assert_cmpuint (evidence_count (test->fixture), ==, 0);

  /* The sentence goes with the next thing that works. */
  drop_files (test, files, 1);
  panel_fixture_settle (test->fixture);
  g_assert_false (panel_shows (GTK_WIDGET (test->box), "too large"));
  g_assert_cmpuint (evidence_count_rows (test), ==, 1);
  g_object_unref (files[0]);
  g_object_unref (files[1]);
}

static void
test_box_drop_folder (EvidenceFixture *test, gconstpointer data)
{
  g_autoptr (GFile) folder = g_file_new_for_path (test->fixture->folder);

  drop_files (test, &folder, 1);
  panel_fixture_settle (test->fixture);
  g_assert_true (panel_shows (GTK_WIDGET (test->box), "That file cannot be read."));
  g_assert_cmpuint (evidence_count (test->fixture), ==, 0);
}

static void
test_box_drop_many (EvidenceFixture *test, gconstpointer data)
{
  GFile *files[21] = { NULL };

  for (gsize i = 0; i < G_N_ELEMENTS (files); i++)
    files[i] = g_file_new_for_path ("/nowhere");
  drop_files (test, files, G_N_ELEMENTS (files));
  g_assert_true (panel_shows (GTK_WIDGET (test->box), "At most 20 files can be added at once."));
  for (gsize i = 0; i < G_N_ELEMENTS (files); i++)
    g_object_unref (files[i]);
  panel_fixture_settle (test->fixture);
  g_assert_cmpuint (evidence_count (test->fixture), ==, 0);
}

/* Links come as text and, from browsers, as files. */
static void
test_box_drop_link (EvidenceFixture *test, gconstpointer data)
{
  g_autoptr (GFile) link = g_file_new_for_uri ("http://example.org/births");
  g_autoptr (GPtrArray) all = NULL;
  g_autoptr (GPtrArray) files = NULL;

  drop_text (test, "  https://www.example.org/acts/12/\n");
  panel_fixture_settle (test->fixture);
  drop_files (test, &link, 1);
  panel_fixture_settle (test->fixture);
  g_assert_cmpuint (test->n_changed, ==, 2);
  all = evidence_list (test->fixture);
  g_assert_cmpuint (all->len, ==, 2);
  g_assert_cmpstr (((SuiviEvidence *) all->pdata[0])->title, ==, "example.org/acts/12");
  g_assert_cmpstr (((SuiviEvidence *) all->pdata[0])->url, ==, "https://www.example.org/acts/12/");
  g_assert_cmpstr (((SuiviEvidence *) all->pdata[1])->url, ==, "http://example.org/births");
  files = evidence_list_files (test->fixture, ((SuiviEvidence *) all->pdata[1])->id);
  g_assert_cmpuint (files->len, ==, 0);

  drop_text (test, "javascript:alert(1)");
  g_assert_true (panel_shows (GTK_WIDGET (test->box), "That is no link."));
  drop_text (test, "just words");
  panel_fixture_settle (test->fixture);
  g_assert_cmpuint (evidence_count (test->fixture), ==, 2);
}

static gboolean
has_row (gpointer data)
{
  return evidence_count_rows (data) == 1;
}

static gboolean
has_failed (gpointer data)
{
  return panel_shows (GTK_WIDGET (((EvidenceFixture *) data)->box), "That is no link.");
}

static void
test_box_paste (EvidenceFixture *test, gconstpointer data)
{
  GdkClipboard *clipboard = gtk_widget_get_clipboard (GTK_WIDGET (test->box));

  gdk_clipboard_set_text (clipboard, "not a link");
  panel_press (app_find_action (GTK_WIDGET (test->box), "evidence-box.paste"));
  app_wait_until (has_failed, test);

  gdk_clipboard_set_text (clipboard, "https://example.org/report");
  panel_press (app_find_action (GTK_WIDGET (test->box), "evidence-box.paste"));
  app_wait_until (has_row, test);
  g_assert_false (has_failed (test));
  g_assert_cmpuint (test->n_changed, ==, 1);
}

/* Taking a piece out leaves it in the workspace. */
static void
test_box_remove (EvidenceFixture *test, gconstpointer data)
{
  g_autoptr (GPtrArray) evidence = evidence_add_two (test->fixture);
  const char *second = ((SuiviEvidence *) g_ptr_array_index (evidence, 1))->id;
  g_auto (GStrv) ids = NULL;

  suivi_evidence_box_set_evidence (test->box, evidence);
  panel_press (app_find_action (GTK_WIDGET (test->box), "evidence-box.remove"));
  g_assert_cmpuint (test->n_changed, ==, 1);
  ids = suivi_evidence_box_dup_ids (test->box);
  g_assert_cmpuint (g_strv_length (ids), ==, 1);
  g_assert_cmpstr (ids[0], ==, second);
  g_assert_cmpuint (evidence_count_rows (test), ==, 1);
  panel_fixture_settle (test->fixture);
  g_assert_cmpuint (evidence_count (test->fixture), ==, 2);
}

/* Whoever goes on before a file is read does not find it under the next grade. */
static void
test_box_goes_on (EvidenceFixture *test, gconstpointer data)
{
  g_autoptr (GFile) file = evidence_write_file (test->fixture, "late.pdf", 100);

  drop_files (test, &file, 1);
  suivi_evidence_box_set_evidence (test->box, NULL);
  panel_fixture_settle (test->fixture);
  g_assert_cmpuint (evidence_count_rows (test), ==, 0);
  g_assert_cmpuint (evidence_count_ids (test), ==, 0);
  g_assert_cmpuint (test->n_changed, ==, 0);
  g_assert_cmpuint (evidence_count (test->fixture), ==, 1);
  g_assert_true (panel_shows (GTK_WIDGET (test->box), "supports nothing yet"));
}

/* ---- Copies for other applications ---- */

static gpointer
put_hostile (SuiviStore *store, gpointer evidence_id, GCancellable *cancellable, GError **error)
{
  g_autoptr (SuiviTransaction) transaction = suivi_store_begin (store, "Put a file", error);
  g_autoptr (GBytes) content = g_bytes_new_static ("twelve pages", 12);
  g_autoptr (GPtrArray) files = NULL;

  g_assert_true (
    suivi_transaction_put_attachment (transaction, evidence_id, "../../.a\\report.pdf", content, error));
  g_assert_true (suivi_transaction_commit (transaction, error));
  files = suivi_store_list_attachments (store, evidence_id, error);

  return g_strdup (((SuiviAttachment *) g_ptr_array_index (files, 0))->id);
}

typedef struct
{
  GFile *file;
  char *failure;
  gboolean done;
} Copy;

static void
copied_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Copy *copy = user_data;
  g_autoptr (GError) error = NULL;

  copy->file = suivi_evidence_copy_finish (SUIVI_WORKSPACE (source), result, &error);
  copy->failure = error != NULL ? g_strdup (error->message) : NULL;
  copy->done = TRUE;
}

static gboolean
is_copied (gpointer copy)
{
  return ((Copy *) copy)->done;
}

/* Where a name comes from a file, it leads nowhere; and no copy outlives the workspace. */
static void
test_copies (void)
{
  PanelFixture *fixture = panel_fixture_new (NULL);
  g_autoptr (GPtrArray) evidence = evidence_add_two (fixture);
  g_autofree char *id
    = panel_fixture_read (fixture, put_hostile, ((SuiviEvidence *) g_ptr_array_index (evidence, 0))->id);
  g_autofree char *chosen = g_build_filename (fixture->folder, "chosen.pdf", NULL);
  Copy own = { NULL, NULL, FALSE };
  Copy saved = { NULL, NULL, FALSE };
  Copy nowhere = { NULL, NULL, FALSE };
  g_autoptr (GFile) to_chosen = g_file_new_for_path (chosen);
  g_autoptr (GFile) to_nowhere = g_file_new_for_path ("/nowhere/at/all.pdf");
  g_autofree char *path = NULL;
  g_autofree char *name = NULL;
  g_autofree char *folder = NULL;
  g_autofree char *above = NULL;
  g_autofree char *content = NULL;
  GStatBuf status;

  suivi_evidence_copy_async (fixture->workspace, id, "../../.a\\report.pdf", NULL, copied_cb, &own);
  app_wait_until (is_copied, &own);
  path = g_file_get_path (own.file);
  name = g_path_get_basename (path);
  folder = g_path_get_dirname (path);
  above = g_path_get_dirname (folder);
  g_assert_cmpstr (name, ==, "a_report.pdf");
  g_assert_cmpstr (above, ==, g_get_tmp_dir ());
  g_assert_true (g_file_get_contents (path, &content, NULL, NULL));
  g_assert_cmpstr (content, ==, "twelve pages");
  g_assert_cmpint (g_stat (path, &status), ==, 0);
  g_assert_cmpuint (status.st_mode & 0777, ==, 0400);

  suivi_evidence_copy_async (fixture->workspace, id, "report.pdf", to_chosen, copied_cb, &saved);
  app_wait_until (is_copied, &saved);
  g_assert_true (g_file_test (chosen, G_FILE_TEST_EXISTS));
  suivi_evidence_copy_async (fixture->workspace, id, "report.pdf", to_nowhere, copied_cb, &nowhere);
  app_wait_until (is_copied, &nowhere);
  g_assert_null (nowhere.file);
  g_assert_nonnull (strstr (nowhere.failure, "could not be written"));

  panel_fixture_free (fixture);
  g_assert_false (g_file_test (folder, G_FILE_TEST_EXISTS));
  g_clear_object (&own.file);
  g_clear_object (&saved.file);
  g_free (nowhere.failure);
}

/* ---- The library ---- */

/* A judgement of 140.1 and one of 140.2, both supported by a piece. */
static gpointer
tie_twice (SuiviStore *store, gpointer evidence_id, GCancellable *cancellable, GError **error)
{
  static const char *const numbers[] = { "140.1", "140.2" };
  g_autoptr (SuiviTransaction) transaction = suivi_store_begin (store, "Grade", error);
  g_autoptr (SuiviReview) review = suivi_store_find_review (store, "SVN", 48, error);

  for (gsize i = 0; i < G_N_ELEMENTS (numbers); i++)
    {
      g_autoptr (GPtrArray) found = suivi_store_find_number (store, review->id, numbers[i], error);
      g_autoptr (SuiviAssessment) grade = suivi_assessment_new ();

      grade->recommendation_id = g_strdup (((SuiviRecommendation *) g_ptr_array_index (found, 0))->id);
      grade->reason = g_strdup ("Written in the act.");
      grade->source = g_strdup ("The act");
      /* One person has one judgement of a day. */
      grade->name = g_strdup_printf ("Ann %s", (char *) evidence_id);
      g_free (grade->date);
      grade->date = g_strdup ("2026-10-01");
      suivi_assessment_set_levels (grade, SUIVI_LEVEL_DONE, SUIVI_LEVEL_SOME, SUIVI_LEVEL_SOME);
      g_assert_true (suivi_transaction_put_assessment (transaction, grade, error));
      g_assert_true (suivi_transaction_tie_evidence (transaction, evidence_id, grade->id, error));
    }
  g_assert_true (suivi_transaction_commit (transaction, error));

  return NULL;
}

static GtkWidget *
show_library (EvidenceFixture *test)
{
  GtkWidget *library = NULL;

  suivi_evidence_library_show (test->fixture->window, test->fixture->workspace);
  library = GTK_WIDGET (app_find_window (SUIVI_TYPE_EVIDENCE_LIBRARY));
  /* What is typed is searched for. */
  g_assert_true (gtk_widget_is_ancestor (gtk_window_get_focus (GTK_WINDOW (library)),
                                         app_find_type (library, GTK_TYPE_SEARCH_ENTRY)));
  gtk_test_widget_wait_for_draw (library);
  panel_fixture_settle (test->fixture);

  return library;
}

static void
search (GtkWidget *library, const char *words)
{
  GtkWidget *entry = app_find_type (library, GTK_TYPE_SEARCH_ENTRY);

  gtk_editable_set_text (GTK_EDITABLE (entry), words);
  g_signal_emit_by_name (entry, "search-changed");
  app_settle ();
}

/* "Births, Civil": the titles that are listed. */
static char *
list_titles (GtkWidget *library)
{
  GtkListView *list = GTK_LIST_VIEW (app_find_type (library, GTK_TYPE_LIST_VIEW));
  GListModel *model = G_LIST_MODEL (gtk_list_view_get_model (list));
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) titles = NULL;

  for (guint i = 0; i < g_list_model_get_n_items (model); i++)
    {
      g_autoptr (SuiviEvidenceItem) item = g_list_model_get_item (model, i);

      g_strv_builder_add (builder, item->evidence->title);
    }
  titles = g_strv_builder_end (builder);

  return g_strjoinv (", ", titles);
}

#define assert_titles(library, expected)              \
  G_STMT_START                                        \
  {                                                   \
    g_autofree char *titles_ = list_titles (library); \
                                                      \
    g_assert_cmpstr (titles_, ==, expected);          \
  }                                                   \
  G_STMT_END

static void
test_library (EvidenceFixture *test, gconstpointer data)
{
  GtkWidget *library = show_library (test);
  GtkWidget *rows = NULL;
  g_autoptr (GPtrArray) evidence = NULL;
  const SuiviEvidence *act = NULL;

  g_assert_true (panel_shows (library, "No evidence yet"));
  evidence = evidence_add_two (test->fixture);
  act = g_ptr_array_index (evidence, 0);
  panel_fixture_read (test->fixture, tie_twice, act->id);
  panel_fixture_settle (test->fixture);
  panel_fixture_settle (test->fixture);
  assert_titles (library, "Births of a year, Civil Registration Act");
  g_assert_true (panel_shows (library, "2 pieces"));
  g_assert_true (panel_shows (library, "Supports 2 recommendations"));
  g_assert_true (panel_shows (library, "Supports no recommendation yet"));
  app_save_screenshot (library, "evidence-library");

  search (library, "STATISTICS births");
  assert_titles (library, "Births of a year");
  g_assert_true (panel_shows (library, "1 of 2 pieces"));
  search (library, "railway");
  g_assert_true (panel_shows (library, "Nothing found"));
  search (library, "");

  /* What it supports */
  gtk_widget_activate_action (library, "evidence-library.supported", "s", act->id);
  panel_fixture_settle (test->fixture);
  rows = GTK_WIDGET (app_find_window (SUIVI_TYPE_ROWS_WINDOW));
  g_assert_nonnull (rows);
  gtk_test_widget_wait_for_draw (rows);
  g_assert_cmpuint (app_count_visible (rows, SUIVI_TYPE_LINE_ROW), ==, 2);
  g_assert_true (panel_shows (rows, PANEL_TAKEN));
  gtk_window_destroy (GTK_WINDOW (rows));

  /* Deleting says who loses it, and can be undone. */
  gtk_widget_activate_action (library, "evidence-library.delete", "s", act->id);
  panel_fixture_settle (test->fixture);
  panel_fixture_settle (test->fixture);
  g_assert_true (panel_shows (library, "Evidence deleted. 2 grades lose it."));
  assert_titles (library, "Births of a year");
  gtk_widget_activate_action (library, "evidence-library.undo", NULL);
  panel_fixture_settle (test->fixture);
  panel_fixture_settle (test->fixture);
  assert_titles (library, "Births of a year, Civil Registration Act");
  g_assert_true (panel_shows (library, "Supports 2 recommendations"));
  gtk_window_destroy (GTK_WINDOW (library));
}

/* What is used already is not offered; what is chosen is in the box, and no second piece. */
static void
test_chooser (EvidenceFixture *test, gconstpointer data)
{
  g_autoptr (GPtrArray) evidence = evidence_add_two (test->fixture);
  GtkWidget *library = NULL;

  suivi_evidence_box_set_evidence (test->box, evidence);
  panel_press (app_find_action (GTK_WIDGET (test->box), "evidence-box.remove"));
  panel_press (app_find_action (GTK_WIDGET (test->box), "evidence-box.choose"));
  library = GTK_WIDGET (app_find_window (SUIVI_TYPE_EVIDENCE_LIBRARY));
  g_assert_nonnull (library);
  gtk_test_widget_wait_for_draw (library);
  panel_fixture_settle (test->fixture);
  assert_titles (library, "Civil Registration Act");
  g_assert_false (gtk_widget_get_mapped (app_find_action (library, "evidence-library.delete")));
  g_signal_emit_by_name (app_find_type (library, GTK_TYPE_LIST_VIEW), "activate", 0);
  app_settle ();
  g_assert_null (app_find_window (SUIVI_TYPE_EVIDENCE_LIBRARY));
  g_assert_cmpuint (evidence_count_ids (test), ==, 2);
  g_assert_cmpuint (test->n_changed, ==, 2);
  panel_fixture_settle (test->fixture);
  g_assert_cmpuint (evidence_count (test->fixture), ==, 2);
}

/* A thousand pieces: only what is seen becomes widgets. */
static void
test_library_large (EvidenceFixture *test, gconstpointer data)
{
  g_autoptr (GPtrArray) evidence = g_ptr_array_new_with_free_func ((GDestroyNotify) suivi_evidence_free);
  g_autoptr (GTimer) timer = NULL;
  GtkWidget *library = NULL;
  GListModel *model = NULL;

  for (guint i = 0; i < 1000; i++)
    {
      g_autofree char *title = g_strdup_printf ("Report %04u", i);

      g_ptr_array_add (evidence, suivi_evidence_new (title, SUIVI_EVIDENCE_REPORT));
    }
  panel_fixture_read (test->fixture, evidence_put_all, evidence);
  for (guint i = 0; i < 20; i++)
    panel_fixture_read (test->fixture, tie_twice, ((SuiviEvidence *) g_ptr_array_index (evidence, i))->id);
  panel_fixture_settle (test->fixture);
  timer = g_timer_new ();
  suivi_evidence_list_async (test->fixture->workspace, NULL, NULL, NULL);
  panel_fixture_settle (test->fixture);
  g_test_message ("read after %.3f s", g_timer_elapsed (timer, NULL));
  g_timer_start (timer);
  library = show_library (test);
  g_test_message ("shown after %.3f s", g_timer_elapsed (timer, NULL));
  model
    = G_LIST_MODEL (gtk_list_view_get_model (GTK_LIST_VIEW (app_find_type (library, GTK_TYPE_LIST_VIEW))));
  g_assert_cmpuint (g_list_model_get_n_items (model), ==, 1000);
  gtk_test_widget_wait_for_draw (library);
  g_assert_cmpuint (app_count_widgets (library, SUIVI_TYPE_EVIDENCE_LIBRARY_ROW), <, 300);
  g_timer_start (timer);
  search (library, "report 0999");
  g_test_message ("searched after %.3f s", g_timer_elapsed (timer, NULL));
  assert_titles (library, "Report 0999");
  gtk_window_destroy (GTK_WINDOW (library));
}

/* ---- Words ---- */

static void
test_words (void)
{
  g_autoptr (SuiviEvidence) file = suivi_evidence_new_from_name (".hidden");
  g_autoptr (SuiviEvidence) nameless = suivi_evidence_new_from_name (NULL);
  g_autoptr (SuiviEvidence) link = suivi_evidence_new_from_link ("https://www.example.org/");
  g_autofree char *huge = g_strnfill (SUIVI_EVIDENCE_MAX_LINK, 'a');
  g_autofree char *long_link = g_strconcat ("https://", huge, NULL);
  g_autoptr (SuiviEvidence) long_name = suivi_evidence_new_from_name (huge);
  g_autofree char *described = NULL;
  static const struct
  {
    const char *typed;
    const char *date;
  } dates[] = {
    { "", "" },
    { "  2026 ", "2026" },
    { "2026-02", "2026-02" },
    { "2026-02-28", "2026-02-28" },
    { "2026-02-29", NULL },
    { "2026-00", NULL },
    { "next spring", NULL },
    { "3 March 2026", "2026-03-03" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (dates); i++)
    {
      g_autofree char *date = NULL;

      g_assert_true (suivi_evidence_parse_date (dates[i].typed, &date) == (dates[i].date != NULL));
      g_assert_cmpstr (date, ==, dates[i].date);
    }

  g_assert_true (suivi_evidence_is_link ("https://example.org"));
  g_assert_true (suivi_evidence_is_link ("HTTP://example.org/a?b=c#d"));
  g_assert_false (suivi_evidence_is_link (NULL));
  g_assert_false (suivi_evidence_is_link (""));
  g_assert_false (suivi_evidence_is_link ("https://"));
  g_assert_false (suivi_evidence_is_link ("https:///path"));
  g_assert_false (suivi_evidence_is_link ("https://a b"));
  g_assert_false (suivi_evidence_is_link ("ftp://example.org"));
  g_assert_false (suivi_evidence_is_link ("mailto:a@example.org"));
  g_assert_false (suivi_evidence_is_link ("www.example.org"));
  g_assert_false (suivi_evidence_is_link (long_link));

  g_assert_cmpstr (file->title, ==, ".hidden");
  g_assert_cmpstr (nameless->title, ==, "File");
  g_assert_cmpstr (link->title, ==, "example.org");
  g_assert_cmpuint (strlen (long_name->title), ==, SUIVI_EVIDENCE_MAX_TITLE);
  described = suivi_evidence_describe (link);
  g_assert_cmpstr (described, ==, "Report or study");
}

int
main (int argc, char *argv[])
{
  app_test_init (&argc, &argv);

#define ADD(name, function) \
  g_test_add ("/app/evidence/" name, EvidenceFixture, NULL, evidence_set_up, function, evidence_tear_down)
  ADD ("box/shows", test_box_shows);
  ADD ("box/properties", test_box_properties);
  ADD ("box/drop-file", test_box_drop_file);
  ADD ("box/redo", test_box_redo);
  ADD ("box/drop-large", test_box_drop_large);
  ADD ("box/drop-folder", test_box_drop_folder);
  ADD ("box/drop-many", test_box_drop_many);
  ADD ("box/drop-link", test_box_drop_link);
  ADD ("box/paste", test_box_paste);
  ADD ("box/remove", test_box_remove);
  ADD ("box/goes-on", test_box_goes_on);
  ADD ("library/all", test_library);
  ADD ("library/chooser", test_chooser);
  ADD ("library/large", test_library_large);
#undef ADD
  g_test_add_func ("/app/evidence/copies", test_copies);
  g_test_add_func ("/app/evidence/words", test_words);

  return g_test_run ();
}
