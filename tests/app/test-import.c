/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "app/import/plan-view.h"
#include "import-fixture.h"

/* Slovenia, session 48: 254 recommendations, of which 217 are supported and 37 noted. */
#define SLOVENIA "ohchr-thematic-lists/upr48-slovenia-thematic-list-of-recommendatio.docx"

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

  import_create_workspace (fixture);
  dialog = import_begin (fixture, path);
  app_wait_until (import_shows_file, dialog);
  g_assert_nonnull (app_find_text (GTK_WIDGET (dialog), "Official list of recommendations"));
  /* Enter goes on; Cancel comes first in the window, but is not what people come for. */
  g_assert_cmpstr (gtk_button_get_label (GTK_BUTTON (gtk_window_get_default_widget (GTK_WINDOW (dialog)))),
                   ==, "Continue");
  g_assert_true (gtk_window_get_focus (GTK_WINDOW (dialog))
                 == gtk_window_get_default_widget (GTK_WINDOW (dialog)));
  app_save_screenshot (GTK_WIDGET (dialog), "import-file");
  gtk_widget_activate_action (GTK_WIDGET (dialog), "import.continue", NULL);
  app_wait_until (import_shows_plan, dialog);
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
  app_wait_until (import_has_no_dialog, NULL);
  app_wait_for_text (root, "253");
  app_wait_for_text (root, "0/253");
  app_wait_for_text (root, "253 recommendations imported");
  g_assert_nonnull (app_find_text (root, "Slovenia"));

  /* The same file again has but one to bring. */
  dialog = import_go_to_plan (fixture, path);
  plan = suivi_import_dialog_get_plan (dialog);
  g_assert_cmpuint (suivi_import_plan_count (plan, SUIVI_PLAN_NEW), ==, 1);
  g_assert_cmpuint (suivi_import_plan_count (plan, SUIVI_PLAN_SAME), ==, 253);
  gtk_widget_activate_action (GTK_WIDGET (dialog), "import.apply", NULL);
  app_wait_until (import_has_no_dialog, NULL);
  app_wait_for_text (root, "254");
  app_wait_for_text (root, "217");
  app_wait_for_text (root, "37");

  /* And a third time nothing. */
  dialog = import_go_to_plan (fixture, path);
  g_assert_nonnull (app_find_text (GTK_WIDGET (dialog), "Nothing to import"));
  g_assert_false (gtk_widget_get_sensitive (app_find_action (GTK_WIDGET (dialog), "import.apply")));
  gtk_window_close (GTK_WINDOW (dialog));
  app_wait_until (import_has_no_dialog, NULL);

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

static gboolean
is_no_file (gpointer path)
{
  return !g_file_test (path, G_FILE_TEST_EXISTS);
}

/* Without a workspace, the plan is seen first; the file is asked for when Import is pressed. */
static SuiviImportDialog *
begin_without_workspace (AppFixture *fixture, const char *path, char **name)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);
  SuiviImportDialog *dialog = suivi_import_dialog_new (GTK_WINDOW (fixture->window), NULL);

  g_signal_connect (dialog, "workspace-needed", G_CALLBACK (workspace_needed_cb), name);
  gtk_window_present (GTK_WINDOW (dialog));
  suivi_import_dialog_load (dialog, file);
  app_wait_until (import_shows_file, dialog);
  gtk_widget_activate_action (GTK_WIDGET (dialog), "import.continue", NULL);
  app_wait_until (import_shows_plan, dialog);
  g_assert_null (*name);
  g_assert_cmpuint (suivi_import_plan_count_to_apply (suivi_import_dialog_get_plan (dialog)), ==, 254);
  return dialog;
}

static void
imported_cb (SuiviImportDialog *dialog, const char *sentence, const char *review, char **answer)
{
  g_assert_nonnull (review);
  *answer = g_strdup (sentence);
}

static void
test_without_workspace (AppFixture *fixture, gconstpointer data)
{
  g_autofree char *path = app_get_test_file (SLOVENIA);
  g_autoptr (GFile) place = app_fixture_get_file (fixture, "Late.suivi");
  g_autofree char *name = NULL;
  g_autofree char *sentence = NULL;
  SuiviWorkspace *workspace = NULL;
  SuiviImportDialog *dialog = NULL;

  if (path == NULL)
    {
      g_test_skip ("The real lists are not at hand");
      return;
    }

  dialog = begin_without_workspace (fixture, path, &name);
  g_signal_connect (dialog, "imported", G_CALLBACK (imported_cb), &sentence);
  gtk_widget_activate_action (GTK_WIDGET (dialog), "import.apply", NULL);
  app_wait_until (has_answer, &name);
  g_assert_cmpstr (name, ==, "Slovenia, session 48");
  /* Who gives up in the file chooser still sees the plan. */
  g_assert_true (import_shows_plan (dialog));
  g_assert_true (suivi_import_dialog_get_waiting (dialog));

  suivi_workspace_open_async (g_file_peek_path (place), TRUE, "Maria K.", "", NULL, opened_cb, &workspace);
  app_wait_until (has_answer, &workspace);
  suivi_import_dialog_set_workspace (dialog, workspace);
  app_wait_until (has_answer, &sentence);
  g_assert_cmpstr (sentence, ==, "254 recommendations imported");
  suivi_workspace_close (workspace);
  g_object_unref (workspace);
  suivi_workspace_wait_for_all ();
  g_assert_true (g_file_test (g_file_peek_path (place), G_FILE_TEST_EXISTS));
}

/* A file that was made for an import that never came goes again. */
static void
test_no_file_left (AppFixture *fixture, gconstpointer data)
{
  g_autofree char *path = app_get_test_file (SLOVENIA);
  g_autoptr (GFile) place = app_fixture_get_file (fixture, "Never.suivi");
  g_autofree char *name = NULL;
  SuiviWorkspace *workspace = NULL;
  SuiviImportDialog *dialog = NULL;

  if (path == NULL)
    {
      g_test_skip ("The real lists are not at hand");
      return;
    }

  dialog = begin_without_workspace (fixture, path, &name);
  gtk_widget_activate_action (GTK_WIDGET (dialog), "import.apply", NULL);
  app_wait_until (has_answer, &name);
  suivi_workspace_open_async (g_file_peek_path (place), TRUE, "Maria K.", "", NULL, opened_cb, &workspace);
  app_wait_until (has_answer, &workspace);
  g_assert_false (is_no_file ((gpointer) g_file_peek_path (place)));
  suivi_import_dialog_set_workspace (dialog, workspace);
  gtk_window_close (GTK_WINDOW (dialog));
  app_wait_until (is_no_file, (gpointer) g_file_peek_path (place));
  g_object_unref (workspace);
  suivi_workspace_wait_for_all ();
}

/* Through the window: it shows the workspace when something is in it. */
static gboolean
waits (gpointer dialog)
{
  return suivi_import_dialog_get_waiting (dialog);
}

static void
test_window_without_workspace (AppFixture *fixture, gconstpointer data)
{
  g_autofree char *path = app_get_test_file (SLOVENIA);
  g_autoptr (GFile) place = app_fixture_get_file (fixture, "Window.suivi");
  SuiviImportDialog *dialog = NULL;

  if (path == NULL)
    {
      g_test_skip ("The real lists are not at hand");
      return;
    }

  dialog = import_go_to_plan (fixture, path);
  g_assert_null (suivi_window_get_workspace (fixture->window));
  gtk_widget_activate_action (GTK_WIDGET (dialog), "import.apply", NULL);
  app_wait_until (waits, dialog);
  /* What the file chooser would answer. */
  suivi_window_create_workspace (fixture->window, place);
  app_wait_until (import_has_no_dialog, NULL);
  app_wait_for_text (GTK_WIDGET (fixture->window), "254 recommendations imported");
  app_wait_for_text (GTK_WIDGET (fixture->window), "0/254");
  g_assert_nonnull (suivi_window_get_workspace (fixture->window));
}

static void
test_wrong_file (AppFixture *fixture, gconstpointer data)
{
  g_autoptr (GFile) file = app_fixture_get_file (fixture, "letter.docx");
  g_autoptr (GError) error = NULL;
  SuiviImportDialog *dialog = NULL;

  import_create_workspace (fixture);
  g_file_set_contents (g_file_peek_path (file), "\x01\x02\xff\x00\x00\x00", 6, &error);
  g_assert_no_error (error);
  dialog = import_begin (fixture, g_file_peek_path (file));
  app_wait_until (import_shows_error, dialog);
  g_assert_nonnull (app_find_text (GTK_WIDGET (dialog), "This file cannot be imported"));
  g_assert_true (gtk_widget_get_sensitive (app_find_action (GTK_WIDGET (dialog), "import.choose")));
  gtk_window_close (GTK_WINDOW (dialog));
  app_wait_until (import_has_no_dialog, NULL);
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

  import_create_workspace (fixture);
  gtk_window_close (GTK_WINDOW (import_begin (fixture, path)));
  app_wait_until (import_has_no_dialog, NULL);
}

#define ADD(path, function) \
  g_test_add (path, AppFixture, NULL, app_fixture_set_up, function, app_fixture_tear_down)

int
main (int argc, char *argv[])
{
  app_test_init (&argc, &argv);

  ADD ("/app/import/real-list", test_import);
  ADD ("/app/import/without-workspace", test_without_workspace);
  ADD ("/app/import/no-file-left", test_no_file_left);
  ADD ("/app/import/window-without-workspace", test_window_without_workspace);
  ADD ("/app/import/wrong-file", test_wrong_file);
  ADD ("/app/import/close-while-reading", test_close_while_reading);

  return g_test_run ();
}
