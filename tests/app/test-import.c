/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "app/import/import-dialog.h"
#include "app/import/plan-view.h"
#include "app/import/text-diff.h"
#include "test-utils.h"

/* Slovenia, session 48: 254 recommendations, of which 217 are supported and 37 noted. */
#define SLOVENIA "ohchr-thematic-lists/upr48-slovenia-thematic-list-of-recommendatio.docx"

static gboolean
has_dialog (gpointer data)
{
  return app_find_window (SUIVI_TYPE_IMPORT_DIALOG) != NULL;
}

static gboolean
has_no_dialog (gpointer data)
{
  return !has_dialog (data);
}

static gboolean
has_workspace (gpointer data)
{
  return suivi_window_get_workspace (SUIVI_WINDOW (data)) != NULL;
}

static gboolean
shows_file (gpointer data)
{
  return g_str_equal (suivi_import_dialog_get_step (data), "file");
}

static gboolean
shows_plan (gpointer data)
{
  return g_str_equal (suivi_import_dialog_get_step (data), "plan");
}

static gboolean
shows_error (gpointer data)
{
  return g_str_equal (suivi_import_dialog_get_step (data), "error");
}

static void
create_workspace (AppFixture *fixture)
{
  g_autoptr (GFile) file = app_fixture_get_file (fixture, "Work.suivi");

  suivi_window_create_workspace (fixture->window, file);
  app_wait_until (has_workspace, fixture->window);
}

static SuiviImportDialog *
begin_import (AppFixture *fixture, const char *path)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);

  suivi_window_open_file (fixture->window, file);
  app_wait_until (has_dialog, NULL);
  return SUIVI_IMPORT_DIALOG (app_find_window (SUIVI_TYPE_IMPORT_DIALOG));
}

static SuiviImportDialog *
go_to_plan (AppFixture *fixture, const char *path)
{
  SuiviImportDialog *dialog = begin_import (fixture, path);

  app_wait_until (shows_file, dialog);
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (dialog), "import.continue", NULL));
  app_wait_until (shows_plan, dialog);
  return dialog;
}

static void
test_import (AppFixture *fixture, gconstpointer data)
{
  g_autofree char *path = app_get_test_file (SLOVENIA);
  GtkWidget *root = GTK_WIDGET (fixture->window);
  SuiviImportDialog *dialog = NULL;
  SuiviImportPlan *plan = NULL;
  GtkWidget *check = NULL;
  g_autoptr (SuiviPlanRow) first = NULL;

  if (path == NULL)
    {
      g_test_skip ("The real lists are not at hand");
      return;
    }

  create_workspace (fixture);
  dialog = begin_import (fixture, path);
  app_wait_until (shows_file, dialog);
  g_assert_nonnull (app_find_text (GTK_WIDGET (dialog), "Official list of recommendations"));
  /* Enter goes on; Cancel comes first in the window, but is not what people come for. */
  g_assert_cmpstr (gtk_button_get_label (GTK_BUTTON (gtk_window_get_default_widget (GTK_WINDOW (dialog)))),
                   ==, "Continue");
  g_assert_true (gtk_window_get_focus (GTK_WINDOW (dialog))
                 == gtk_window_get_default_widget (GTK_WINDOW (dialog)));
  app_save_screenshot (GTK_WIDGET (dialog), "import-file");
  gtk_widget_activate_action (GTK_WIDGET (dialog), "import.continue", NULL);
  app_wait_until (shows_plan, dialog);
  plan = suivi_import_dialog_get_plan (dialog);
  g_assert_cmpuint (suivi_import_plan_count (plan, SUIVI_PLAN_NEW), ==, 254);
  g_assert_nonnull (app_find_text (GTK_WIDGET (dialog), "Import 254 recommendations"));
  app_save_screenshot (GTK_WIDGET (dialog), "import-plan");

  /* One left out with the first check box of the list. */
  first = g_list_model_get_item (suivi_import_plan_get_rows (plan, SUIVI_PLAN_NEW), 0);
  app_settle ();
  check = app_find_type (GTK_WIDGET (dialog), SUIVI_TYPE_PLAN_VIEW);
  check = app_find_type (app_find_type (check, GTK_TYPE_LIST_VIEW), GTK_TYPE_CHECK_BUTTON);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (check), FALSE);
  g_assert_false (suivi_plan_row_get_included (first));
  g_assert_nonnull (app_find_text (GTK_WIDGET (dialog), "Import 253 recommendations"));

  gtk_widget_activate_action (GTK_WIDGET (dialog), "import.apply", NULL);
  app_wait_until (has_no_dialog, NULL);
  app_wait_for_text (root, "253");
  app_wait_for_text (root, "0/253");
  app_wait_for_text (root, "253 recommendations imported");
  g_assert_nonnull (app_find_text (root, "Slovenia"));

  /* The same file again has but one to bring. */
  dialog = go_to_plan (fixture, path);
  plan = suivi_import_dialog_get_plan (dialog);
  g_assert_cmpuint (suivi_import_plan_count (plan, SUIVI_PLAN_NEW), ==, 1);
  g_assert_cmpuint (suivi_import_plan_count (plan, SUIVI_PLAN_SAME), ==, 253);
  gtk_widget_activate_action (GTK_WIDGET (dialog), "import.apply", NULL);
  app_wait_until (has_no_dialog, NULL);
  app_wait_for_text (root, "254");
  app_wait_for_text (root, "217");
  app_wait_for_text (root, "37");

  /* And a third time nothing. */
  dialog = go_to_plan (fixture, path);
  g_assert_nonnull (app_find_text (GTK_WIDGET (dialog), "Nothing to import"));
  g_assert_false (gtk_widget_get_sensitive (app_find_action (GTK_WIDGET (dialog), "import.apply")));
  gtk_window_close (GTK_WINDOW (dialog));
  app_wait_until (has_no_dialog, NULL);

  /* Undo takes both imports back, one after the other. */
  gtk_widget_activate_action (root, "win.undo", NULL);
  app_wait_for_text (root, "0/253");
  gtk_widget_activate_action (root, "win.undo", NULL);
  app_wait_for_text (root, "No recommendations yet");
  g_assert_null (suivi_window_get_review (fixture->window));
}

static void
workspace_needed_cb (SuiviImportDialog *dialog, const char *name, char **answer)
{
  *answer = g_strdup (name);
}

static gboolean
has_answer (gpointer data)
{
  return *(char **) data != NULL;
}

static void
opened_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GError) error = NULL;

  *(SuiviWorkspace **) user_data = suivi_workspace_open_finish (result, &error);
  g_assert_no_error (error);
}

static void
test_without_workspace (AppFixture *fixture, gconstpointer data)
{
  g_autofree char *path = app_get_test_file (SLOVENIA);
  g_autoptr (GFile) file = NULL;
  g_autoptr (GFile) place = app_fixture_get_file (fixture, "Late.suivi");
  g_autofree char *name = NULL;
  SuiviWorkspace *workspace = NULL;
  SuiviImportDialog *dialog = NULL;

  if (path == NULL)
    {
      g_test_skip ("The real lists are not at hand");
      return;
    }

  file = g_file_new_for_path (path);
  dialog = suivi_import_dialog_new (GTK_WINDOW (fixture->window), NULL);
  g_signal_connect (dialog, "workspace-needed", G_CALLBACK (workspace_needed_cb), &name);
  suivi_import_dialog_load (dialog, file);
  app_wait_until (shows_file, dialog);
  gtk_widget_activate_action (GTK_WIDGET (dialog), "import.continue", NULL);
  app_wait_until (has_answer, &name);
  g_assert_cmpstr (name, ==, "Slovenia, session 48");
  g_assert_true (shows_file (dialog));

  suivi_workspace_open_async (g_file_peek_path (place), TRUE, "Maria K.", "", NULL, opened_cb, &workspace);
  app_wait_until (has_answer, &workspace);
  suivi_import_dialog_set_workspace (dialog, workspace);
  app_wait_until (shows_plan, dialog);
  g_assert_cmpuint (suivi_import_plan_count_to_apply (suivi_import_dialog_get_plan (dialog)), ==, 254);
  gtk_window_destroy (GTK_WINDOW (dialog));
  suivi_workspace_close (workspace);
  g_object_unref (workspace);
}

static void
test_wrong_file (AppFixture *fixture, gconstpointer data)
{
  g_autoptr (GFile) file = app_fixture_get_file (fixture, "letter.docx");
  g_autoptr (GError) error = NULL;
  SuiviImportDialog *dialog = NULL;

  create_workspace (fixture);
  g_file_set_contents (g_file_peek_path (file), "Dear Sir or Madam", -1, &error);
  g_assert_no_error (error);
  dialog = begin_import (fixture, g_file_peek_path (file));
  app_wait_until (shows_error, dialog);
  g_assert_nonnull (app_find_text (GTK_WIDGET (dialog), "This file cannot be imported"));
  g_assert_true (gtk_widget_get_sensitive (app_find_action (GTK_WIDGET (dialog), "import.choose")));
  gtk_window_close (GTK_WINDOW (dialog));
  app_wait_until (has_no_dialog, NULL);
}

/* Closing while the file is read: nobody waits for the answer, and nothing crashes when it comes. */
static void
test_close_while_reading (AppFixture *fixture, gconstpointer data)
{
  g_autofree char *path = app_get_test_file (SLOVENIA);

  if (path == NULL)
    {
      g_test_skip ("The real lists are not at hand");
      return;
    }

  create_workspace (fixture);
  gtk_window_close (GTK_WINDOW (begin_import (fixture, path)));
  app_wait_until (has_no_dialog, NULL);
}

static SuiviPlanRow *
make_row (const char *number, const char *text, guint row)
{
  g_autoptr (SuiviRecommendation) recommendation = suivi_recommendation_new ();

  g_free (recommendation->number);
  recommendation->number = g_strdup (number);
  g_free (recommendation->text);
  recommendation->text = g_strdup (text);
  return suivi_plan_row_new (recommendation, row);
}

static void
test_faults (AppFixture *fixture, gconstpointer data)
{
  g_autoptr (SuiviImportPlan) plan = suivi_import_plan_new ();
  GtkWidget *window = adw_window_new ();
  GtkWidget *view = g_object_new (SUIVI_TYPE_PLAN_VIEW, NULL);
  SuiviPlanRow *row = make_row ("140.2", "Adopt the act", 3);

  suivi_plan_row_add_fault (row, SUIVI_FAULT_UNKNOWN_STATE, "Recommending State", "Atlantis",
                            "We do not know this State. Choose it from the list, or leave the row out.");
  suivi_import_plan_set_review (plan, "NPL", 37, NULL);
  suivi_import_plan_take_row (plan, make_row ("140.1", "Ratify the protocol", 2));
  suivi_import_plan_take_row (plan, row);

  adw_window_set_content (ADW_WINDOW (window), view);
  gtk_window_set_default_size (GTK_WINDOW (window), 400, 500);
  gtk_window_present (GTK_WINDOW (window));
  suivi_plan_view_set_plan (SUIVI_PLAN_VIEW (view), plan);
  app_settle ();

  /* What needs attention is shown first. */
  g_assert_nonnull (app_find_text (view, "1 row names a State that we do not know"));
  g_assert_nonnull (app_find_text (view, "Row 3, column “Recommending State”"));
  g_assert_nonnull (app_find_text (view, "Atlantis"));
  app_save_screenshot (window, "import-faults");
  suivi_plan_view_show_status (SUIVI_PLAN_VIEW (view), SUIVI_PLAN_CHANGED);
  app_settle ();
  g_assert_nonnull (app_find_text (view, "Nothing changes in recommendations that the workspace has"));
  gtk_window_destroy (GTK_WINDOW (window));
}

static void
test_text_diff (void)
{
  static const struct
  {
    const char *before;
    const char *after;
    const char *before_markup;
    const char *after_markup;
  } cases[] = {
    { "a b c", "a b c", "a b c", "a b c" },
    { "Adopt a plan", "Adopt one plan", "Adopt <s>a</s> plan", "Adopt <b><u>one</u></b> plan" },
    { "", "new", "", "<b><u>new</u></b>" },
    { "R & D", "R & R", "R &amp; <s>D</s>", "R &amp; <b><u>R</u></b>" },
    { "one two three", "three", "<s>one two</s> three", "three" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *before = NULL;
      g_autofree char *after = NULL;

      suivi_text_diff (cases[i].before, cases[i].after, &before, &after);
      g_assert_cmpstr (before, ==, cases[i].before_markup);
      g_assert_cmpstr (after, ==, cases[i].after_markup);
    }
}

#define ADD(path, function) \
  g_test_add (path, AppFixture, NULL, app_fixture_set_up, function, app_fixture_tear_down)

int
main (int argc, char *argv[])
{
  app_test_init (&argc, &argv);

  g_test_add_func ("/app/import/text-diff", test_text_diff);
  ADD ("/app/import/real-list", test_import);
  ADD ("/app/import/without-workspace", test_without_workspace);
  ADD ("/app/import/wrong-file", test_wrong_file);
  ADD ("/app/import/close-while-reading", test_close_while_reading);
  ADD ("/app/import/faults", test_faults);

  return g_test_run ();
}
