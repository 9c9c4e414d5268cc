/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The scorecard page: its tabs, what its numbers open, and its ways to a file. */

#include "config.h"

#include <string.h>

#include "app/review/recommendations-page.h"
#include "app/scorecard/agree-dialog.h"
#include "app/scorecard/changes-view.h"
#include "app/scorecard/edition-bar.h"
#include "app/scorecard/grade-view.h"
#include "app/scorecard/headline-box.h"
#include "app/scorecard/matrix-view.h"
#include "app/scorecard/rows-window.h"
#include "app/scorecard/scorecard-page.h"
#include "app/scorecard/signals-box.h"
#include "exchange/import-plan.h"
#include "exchange/import.h"
#include "scorecard-fixture.h"
#include "store/scorecard-store.h"

static void
show_cb (SuiviScorecardPage *page, SuiviFilter *filter, guint *n_shown)
{
  (*n_shown)++;
}

static void
test_signals_open (AppFixture *fixture, gconstpointer data)
{
  GtkWidget *page = scorecard_open_page (fixture);
  GtkWidget *box = app_find_type (page, SUIVI_TYPE_SIGNALS_BOX);
  GtkWidget *row = scorecard_find_count_row (box, "Not assessed");
  GtkWidget *recommendations = app_find_type (GTK_WIDGET (fixture->window), SUIVI_TYPE_RECOMMENDATIONS_PAGE);
  SuiviRecommendationList *list
    = suivi_recommendations_page_get_list (SUIVI_RECOMMENDATIONS_PAGE (recommendations));
  const guint n_unassessed = scorecard_read_count (row);
  guint n_shown = 0;

  g_signal_connect (page, "show-recommendations", G_CALLBACK (show_cb), &n_shown);
  g_assert_cmpuint (n_unassessed, >, 0);
  scorecard_activate_row (row);
  g_assert_cmpuint (n_shown, ==, 1);
  g_assert_cmpstr (suivi_window_get_page (fixture->window), ==, "recommendations");
  app_settle_workspace (suivi_window_get_workspace (fixture->window));
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (list)), ==, n_unassessed);

  /* As it was then, no filter of the recommendations page can say: a list opens. */
  suivi_window_show_page (fixture->window, "scorecard");
  suivi_scorecard_page_set_cut_off (SUIVI_SCORECARD_PAGE (page), "2001-02-28");
  app_settle_workspace (suivi_window_get_workspace (fixture->window));
  row = scorecard_find_count_row (box, "Not assessed");
  g_assert_cmpuint (scorecard_read_count (row), ==, 40);
  scorecard_activate_row (row);
  g_assert_cmpuint (n_shown, ==, 1);
  app_wait_for_text (GTK_WIDGET (app_find_window (SUIVI_TYPE_ROWS_WINDOW)), "40 recommendations");
  gtk_window_close (app_find_window (SUIVI_TYPE_ROWS_WINDOW));
  app_settle ();
}

static gboolean
has_message (gpointer data)
{
  return app_find_window (ADW_TYPE_MESSAGE_DIALOG) != NULL;
}

/* Closes the message that there is. */
static void
assert_message (const char *heading, const char *beginning)
{
  GtkWindow *message = NULL;

  app_wait_until (has_message, NULL);
  message = app_find_window (ADW_TYPE_MESSAGE_DIALOG);
  g_assert_cmpstr (adw_message_dialog_get_heading (ADW_MESSAGE_DIALOG (message)), ==, heading);
  g_assert_true (g_str_has_prefix (adw_message_dialog_get_body (ADW_MESSAGE_DIALOG (message)), beginning));
  gtk_window_close (message);
  app_settle ();
}

static gboolean
is_tab_visible (GtkWidget *page, const char *name)
{
  AdwViewStack *tabs = scorecard_get_tabs (page);
  GtkWidget *child = adw_view_stack_get_child_by_name (tabs, name);

  return adw_view_stack_page_get_visible (adw_view_stack_get_page (tabs, child));
}

static void
turn_tab (GtkWidget *page, guint key, const char *expected)
{
  g_assert_true (app_press_key (page, key, GDK_CONTROL_MASK));
  app_settle ();
  g_assert_cmpstr (adw_view_stack_get_visible_child_name (scorecard_get_tabs (page)), ==, expected);
}

/* From tab to tab by keys, past those that are not there; other pages have keys of their own. */
static void
test_keys_for_tabs (AppFixture *fixture, gconstpointer data)
{
  GtkWidget *page = scorecard_open_page (fixture);

  turn_tab (page, GDK_KEY_Page_Up, "summary");
  turn_tab (page, GDK_KEY_Page_Down, "grade");
  turn_tab (page, GDK_KEY_KP_Page_Down, "matrix");
  turn_tab (page, GDK_KEY_Page_Down, "charts");
  turn_tab (page, GDK_KEY_Page_Down, "changes");
  turn_tab (page, GDK_KEY_Page_Down, "changes");
  turn_tab (page, GDK_KEY_Page_Up, "charts");

  scorecard_freeze (fixture, page, "Mid-term 2026", "2026-06-30");
  scorecard_show_tab (page, "summary");
  g_assert_false (is_tab_visible (page, "grade"));
  turn_tab (page, GDK_KEY_Page_Down, "charts");
  turn_tab (page, GDK_KEY_Page_Up, "summary");

  suivi_window_show_page (fixture->window, "recommendations");
  app_settle_workspace (suivi_window_get_workspace (fixture->window));
  g_assert_false (app_press_key (page, GDK_KEY_Page_Down, GDK_CONTROL_MASK));
}

static void
type_reason (GtkWindow *dialog, const char *reason)
{
  gtk_text_buffer_set_text (gtk_text_view_get_buffer (
                              GTK_TEXT_VIEW (app_find_type (GTK_WIDGET (dialog), GTK_TYPE_TEXT_VIEW))),
                            reason, -1);
}

static gboolean
is_null (gpointer data)
{
  return *(gpointer *) data == NULL;
}

/* An agreement that was begun is in the file when the window is closed over its dialog, without a question; if the file
 * does not take it, with one. */
static void
test_close_while_agreeing (AppFixture *fixture, gconstpointer data)
{
  GtkWidget *page = scorecard_open_page (fixture);
  SuiviWorkspace *workspace = suivi_window_get_workspace (fixture->window);
  g_autofree char *path = g_strdup (suivi_workspace_get_path (workspace));
  gpointer window = fixture->window;
  g_autoptr (SuiviStore) store = suivi_store_open (path, NULL);
  g_autoptr (SuiviTransaction) step = NULL;
  g_autoptr (GPtrArray) drafts = NULL;
  const SuiviGradeDraft *draft = NULL;

  g_object_add_weak_pointer (G_OBJECT (fixture->window), &window);
  scorecard_show_tab (page, "matrix");
  app_settle_workspace (workspace);
  /* The first list is that of the drop-down. */
  g_signal_emit_by_name (app_find_widget (app_find_type (page, SUIVI_TYPE_MATRIX_VIEW), GTK_TYPE_LIST_VIEW,
                                          1),
                         "activate", 0);
  app_settle_workspace (workspace);
  type_reason (app_find_window (SUIVI_TYPE_AGREE_DIALOG), "We spoke for hours");

  step = suivi_store_begin (store, "Long", NULL);
  gtk_window_close (GTK_WINDOW (fixture->window));
  assert_message ("A grade could not be saved", "Another program is writing to this workspace.");
  g_clear_pointer (&step, suivi_transaction_free);
  g_assert_nonnull (window);
  gtk_window_close (GTK_WINDOW (fixture->window));
  app_wait_until (is_null, &window);
  suivi_workspace_wait_for_all ();
  drafts = suivi_store_list_grade_drafts (store, NULL);
  g_assert_cmpuint (drafts->len, ==, 1);
  draft = g_ptr_array_index (drafts, 0);
  g_assert_cmpuint (draft->agreed, ==, 1);
  g_assert_cmpstr (draft->reason, ==, "We spoke for hours");
}

/* An edition cannot be graded; where grades are given, the choice of editions makes room. */
static void
test_tabs (AppFixture *fixture, gconstpointer data)
{
  GtkWidget *page = scorecard_open_page (fixture);
  GtkWidget *bar = app_find_type (page, SUIVI_TYPE_EDITION_BAR);
  GtkWidget *matrix = app_find_type (page, SUIVI_TYPE_MATRIX_VIEW);
  GtkWindow *dialog = NULL;
  GtkTextBuffer *reason = NULL;
  SuiviWorkspace *workspace = suivi_window_get_workspace (fixture->window);

  scorecard_show_tab (page, "grade");
  app_settle_workspace (workspace);
  g_assert_false (gtk_widget_get_mapped (bar));
  app_save_screenshot (GTK_WIDGET (fixture->window), "scorecard-grade");

  /* What was begun there is kept in the workspace: nobody has to be asked about it when the window is closed. */
  reason = gtk_text_view_get_buffer (
    GTK_TEXT_VIEW (app_find_type (app_find_type (page, SUIVI_TYPE_GRADE_VIEW), GTK_TYPE_TEXT_VIEW)));
  gtk_text_buffer_set_text (reason, "An hour of work", -1);

  scorecard_show_tab (page, "matrix");
  app_settle_workspace (workspace);
  app_save_screenshot (GTK_WIDGET (fixture->window), "scorecard-matrix");
  /* The first list is that of the drop-down. */
  g_signal_emit_by_name (app_find_widget (matrix, GTK_TYPE_LIST_VIEW, 1), "activate", 0);
  app_settle_workspace (workspace);
  dialog = app_find_window (SUIVI_TYPE_AGREE_DIALOG);
  type_reason (dialog, "We spoke for hours");
  g_assert_true (suivi_scorecard_page_has_unsaved (SUIVI_SCORECARD_PAGE (page)));
  gtk_window_close (dialog);
  app_settle_workspace (workspace);
  g_assert_null (app_find_window (SUIVI_TYPE_AGREE_DIALOG));
  g_signal_emit_by_name (matrix, "grade", "nobody");
  app_settle ();
  g_assert_cmpstr (adw_view_stack_get_visible_child_name (scorecard_get_tabs (page)), ==, "grade");

  scorecard_show_tab (page, "charts");
  g_assert_true (gtk_widget_get_mapped (bar));
  scorecard_freeze (fixture, page, "Baseline", "2025-12-31");
  g_assert_cmpstr (adw_view_stack_get_visible_child_name (scorecard_get_tabs (page)), ==, "charts");
  g_assert_false (is_tab_visible (page, "grade"));
  g_assert_false (is_tab_visible (page, "matrix"));
  g_assert_true (is_tab_visible (page, "changes"));

  gtk_drop_down_set_selected (scorecard_get_switcher (page), 0);
  app_settle_workspace (workspace);
  g_assert_true (is_tab_visible (page, "grade"));
  g_assert_true (is_tab_visible (page, "matrix"));

  /* The working copy beside its latest edition. */
  app_run (workspace, scorecard_grade_two, NULL);
  scorecard_show_tab (page, "changes");
  app_settle_workspace (workspace);
  g_assert_nonnull (app_find_text (page, "Compared with “Baseline”."));
  g_assert_cmpuint (scorecard_read_count (scorecard_find_count_row (page, "Better")), ==, 1);
  g_assert_cmpuint (scorecard_read_count (scorecard_find_count_row (page, "Worse")), ==, 1);
  suivi_scorecard_page_set_cut_off (SUIVI_SCORECARD_PAGE (page), "2025-12-30");
  app_settle_workspace (workspace);
  g_assert_nonnull (app_find_text (page,
                                   "All editions are from after the cut-off date. Choose a later cut-off "
                                   "date in the summary."));
}

static guint
count_rows_window (void)
{
  GtkWidget *rows = GTK_WIDGET (app_find_window (SUIVI_TYPE_ROWS_WINDOW));
  GtkListView *list = NULL;

  g_assert_nonnull (rows);
  list = GTK_LIST_VIEW (app_find_type (rows, GTK_TYPE_LIST_VIEW));

  return g_list_model_get_n_items (G_LIST_MODEL (gtk_list_view_get_model (list)));
}

/* "148 of 254 graded · 12 without evidence · 9 lights are the latest of several that differ": each part opens as many as it
 * says. */
static void
test_headline (AppFixture *fixture, gconstpointer data)
{
  GtkWidget *page = scorecard_open_page (fixture);
  GtkWidget *headline = app_find_type (page, SUIVI_TYPE_HEADLINE_BOX);
  const guint n_parts = app_count_visible (headline, GTK_TYPE_BUTTON);
  g_autofree char *graded = NULL;
  guint n_unassessed = scorecard_read_count (scorecard_find_count_row (page, "Not assessed"));

  graded = g_strdup_printf ("%u of 40 graded", 40 - n_unassessed);
  g_assert_nonnull (app_find_text (headline, graded));
  g_assert_cmpuint (n_parts, ==, 3);
  for (guint i = 0; i < n_parts; i++)
    {
      GtkWidget *part = app_find_visible (headline, GTK_TYPE_BUTTON, i);
      const char *text = gtk_label_get_label (GTK_LABEL (app_find_type (part, GTK_TYPE_LABEL)));
      const guint64 number = g_ascii_strtoull (text, NULL, 10);

      g_assert_cmpuint (number, >, 0);
      g_signal_emit_by_name (part, "clicked");
      app_settle ();
      g_assert_cmpuint (count_rows_window (), ==, number);
      gtk_window_close (app_find_window (SUIVI_TYPE_ROWS_WINDOW));
      app_settle ();
    }
}

/* Every kind of file, of the working copy and of an edition. */
static void
test_exports (AppFixture *fixture, gconstpointer data)
{
  static const char *const names[] = { "a.xlsx", "a.pdf", "a.csv", "a.json" };
  GtkWidget *root = GTK_WIDGET (fixture->window);
  GtkWidget *page = scorecard_open_page (fixture);
  SuiviWorkspace *workspace = suivi_window_get_workspace (fixture->window);
  g_autoptr (GFile) report = app_fixture_get_file (fixture, "report.docx");
  g_autoptr (GFile) child = app_fixture_get_file (fixture, "child.docx");

  suivi_scorecard_page_export (SUIVI_SCORECARD_PAGE (page), report);
  app_wait_for_text (root, "Mid-term report exported");
  g_assert_true (g_file_query_exists (report, NULL));
  suivi_scorecard_page_export_child_friendly (SUIVI_SCORECARD_PAGE (page), child);
  app_wait_for_text (root, "Child-friendly edition exported");
  g_assert_true (g_file_query_exists (child, NULL));

  scorecard_freeze (fixture, page, "Baseline", "2025-12-31");
  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autoptr (GFile) file = app_fixture_get_file (fixture, names[i]);

      suivi_scorecard_page_export (SUIVI_SCORECARD_PAGE (page), file);
      app_settle_workspace (workspace);
      g_assert_true (g_file_query_exists (file, NULL));
      if (g_str_has_suffix (names[i], "json"))
        {
          g_autofree char *content = NULL;

          g_assert_true (g_file_load_contents (file, NULL, &content, NULL, NULL, NULL));
          g_assert_nonnull (strstr (content, "Baseline"));
        }
    }
}

#define LIST "ohchr-thematic-lists/upr48-slovenia-thematic-list-of-recommendatio.docx"

static gpointer
import_list (SuiviStore *store, gpointer data, GCancellable *cancellable, GError **error)
{
  g_autoptr (SuiviImportPlan) plan = suivi_import_read_file (data, NULL, NULL, error);

  g_assert_no_error (*error);
  g_assert_true (suivi_import_plan_compare (plan, store, NULL, NULL, error));
  suivi_import_plan_include_all (plan, SUIVI_PLAN_FAULTY, FALSE);
  g_assert_true (suivi_import_plan_apply (plan, store, NULL, NULL, error));

  return NULL;
}

static void
test_fill_list (AppFixture *fixture, gconstpointer data)
{
  GtkWidget *page = scorecard_open_page (fixture);
  g_autoptr (GFile) wrong = app_fixture_get_file (fixture, "wrong.docx");
  g_autoptr (GFile) output = app_fixture_get_file (fixture, "filled.docx");
  g_autofree char *path = app_get_test_file (LIST);
  g_autoptr (GFile) list = NULL;

  g_assert_true (g_file_replace_contents (wrong, "no list", 7, NULL, FALSE, 0, NULL, NULL, NULL));
  suivi_scorecard_page_fill_list (SUIVI_SCORECARD_PAGE (page), wrong, output);
  assert_message ("The list could not be filled in", "");
  g_assert_false (g_file_query_exists (output, NULL));

  if (path == NULL)
    {
      g_test_skip ("The real list is not here.");
      return;
    }
  app_run (suivi_window_get_workspace (fixture->window), import_list, path);
  list = g_file_new_for_path (path);
  suivi_scorecard_page_fill_list (SUIVI_SCORECARD_PAGE (page), list, output);
  assert_message ("The list is filled in", "Filled in: 0 of 254 recommendations. 254 are not assessed");
  g_assert_true (g_file_query_exists (output, NULL));
  app_wait_for_text (GTK_WIDGET (fixture->window), "List filled in");
}

/* A phone: nothing asks for more than 360 pixels. */
static void
test_narrow (AppFixture *fixture, gconstpointer data)
{
  GtkWidget *root = GTK_WIDGET (fixture->window);
  GtkWidget *page = NULL;
  GtkWidget *dialog = NULL;
  int minimum = 0;

  adw_style_manager_set_color_scheme (adw_style_manager_get_default (), ADW_COLOR_SCHEME_FORCE_DARK);
  gtk_window_set_default_size (GTK_WINDOW (root), 360, 640);
  page = scorecard_open_page (fixture);
  app_save_screenshot (root, "scorecard-narrow-working");
  scorecard_freeze (fixture, page, "Baseline of the year 2025 of all children's organisations", "2025-12-31");
  app_run (suivi_window_get_workspace (fixture->window), scorecard_grade_two, NULL);
  scorecard_freeze (fixture, page, "Mid-term of the year 2026 of all children's organisations", "2026-06-30");
  app_settle ();
  gtk_widget_measure (page, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);
  g_assert_cmpint (minimum, <=, 360);
  app_save_screenshot (root, "scorecard-narrow-edition");

  dialog = scorecard_open_freeze_dialog (page);
  gtk_widget_measure (dialog, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);
  g_assert_cmpint (minimum, <=, 360);
  app_save_screenshot (dialog, "scorecard-narrow-freeze");
  gtk_window_close (GTK_WINDOW (dialog));
  scorecard_show_tab (page, "changes");
  app_save_screenshot (root, "scorecard-narrow-changes");
  scorecard_activate_row (scorecard_find_count_row (app_find_type (page, SUIVI_TYPE_CHANGES_VIEW), "Worse"));
  dialog = GTK_WIDGET (app_find_window (SUIVI_TYPE_ROWS_WINDOW));
  gtk_widget_measure (dialog, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);
  g_assert_cmpint (minimum, <=, 360);
  app_save_screenshot (dialog, "scorecard-narrow-rows");
  gtk_window_close (GTK_WINDOW (dialog));
  app_settle ();
  adw_style_manager_set_color_scheme (adw_style_manager_get_default (), ADW_COLOR_SCHEME_DEFAULT);
}

#define ADD(path, function) \
  g_test_add ("/app/scorecard/" path, AppFixture, NULL, app_fixture_set_up, function, app_fixture_tear_down)

int
main (int argc, char *argv[])
{
  app_test_init (&argc, &argv);

  ADD ("signals-open", test_signals_open);
  ADD ("tabs", test_tabs);
  ADD ("keys-for-tabs", test_keys_for_tabs);
  ADD ("close-while-agreeing", test_close_while_agreeing);
  ADD ("headline", test_headline);
  ADD ("exports", test_exports);
  ADD ("fill-list", test_fill_list);
  ADD ("narrow", test_narrow);

  return g_test_run ();
}
