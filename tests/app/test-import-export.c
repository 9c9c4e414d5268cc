/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Exports of the databases come in through the window, with many reviews in one file. Needs the real files.
 * */

#include "config.h"

#include "app/import/group-list.h"
#include "app/import/plan-view.h"
#include "import-fixture.h"

#define UHRI_JSON "uhri/constructed-uhri-layout.json"
#define UHRI_XLSX "uhri/constructed-uhri-layout-crlf.xlsx"
#define UPR_INFO  "upr-info/1-5.csv"

static void
test_uhri (AppFixture *fixture, gconstpointer data)
{
  g_autofree char *json = app_get_test_file (UHRI_JSON);
  g_autofree char *xlsx = app_get_test_file (UHRI_XLSX);
  SuiviImportDialog *dialog = NULL;

  if (json == NULL || xlsx == NULL)
    {
      g_test_skip ("The real files are not at hand");
      return;
    }

  import_create_workspace (fixture);
  dialog = import_begin (fixture, json);
  app_wait_until (import_shows_file, dialog);
  g_assert_nonnull (app_find_text (GTK_WIDGET (dialog), "UHRI export"));
  g_assert_nonnull (app_find_text (GTK_WIDGET (dialog), "254 recommendations of 1 review"));
  app_save_screenshot (GTK_WIDGET (dialog), "import-uhri");
  import_continue (dialog);
  g_assert_nonnull (app_find_text (GTK_WIDGET (dialog), "Import 254 recommendations"));
  app_save_screenshot (GTK_WIDGET (dialog), "import-uhri-plan");
  import_apply (dialog);
  app_wait_for_text (GTK_WIDGET (fixture->window), "254 recommendations imported");

  /* The same in the other dress changes nothing. */
  dialog = import_go_to_plan (fixture, xlsx);
  g_assert_nonnull (app_find_text (GTK_WIDGET (dialog), "Nothing to import"));
  g_assert_cmpuint (suivi_import_plan_count (suivi_import_dialog_get_plan (dialog), SUIVI_PLAN_SAME), ==,
                    254);
  gtk_window_close (GTK_WINDOW (dialog));
  app_wait_until (import_has_no_dialog, NULL);
}

static void
test_many_reviews (AppFixture *fixture, gconstpointer data)
{
  g_autofree char *path = app_get_test_file (UPR_INFO);
  g_autoptr (GPtrArray) groups = NULL;
  SuiviImportDialog *dialog = NULL;
  GtkWidget *root = NULL;
  GtkWidget *list = NULL;
  guint n_argentina = 0;
  g_autofree char *sentence = NULL;

  if (path == NULL)
    {
      g_test_skip ("The real files are not at hand");
      return;
    }

  import_create_workspace (fixture);
  dialog = import_begin (fixture, path);
  app_wait_until (import_shows_file, dialog);
  root = GTK_WIDGET (dialog);
  list = app_find_type (root, SUIVI_TYPE_GROUP_LIST);
  g_assert_nonnull (app_find_text (root, "UPR Info database"));
  app_save_screenshot (root, "import-upr-info");
  import_check_narrow (dialog, "import-upr-info-narrow");
  groups = suivi_import_plan_list_groups (suivi_import_dialog_get_plan (dialog));
  /* Sessions 1 to 5 of the first cycle reviewed 16 States each. */
  g_assert_cmpuint (groups->len, ==, 80);
  for (guint i = 0; i < groups->len; i++)
    {
      const SuiviPlanGroup *group = g_ptr_array_index (groups, i);

      if (g_strcmp0 (group->state, "ARG") == 0)
        n_argentina = group->n_rows;
    }
  g_assert_cmpuint (n_argentina, >, 0);

  /* Nobody wants 80 reviews without having said so. */
  g_assert_false (import_is_ready (dialog));
  g_assert_nonnull (app_find_text (root, "0 of 80 chosen"));
  g_assert_nonnull (app_find_text (root, "The file is about several States. Tick those that you want."));
  g_assert_nonnull (app_find_text (root, "The file is about several reviews: choose which of them to take."));
  gtk_editable_set_text (GTK_EDITABLE (app_find_type (list, GTK_TYPE_SEARCH_ENTRY)), "argentina");
  g_signal_emit_by_name (app_find_type (list, GTK_TYPE_SEARCH_ENTRY), "search-changed");
  g_signal_emit_by_name (import_find_button (list, "Select all"), "clicked");
  import_continue (dialog);
  g_assert_cmpuint (suivi_import_plan_count_to_apply (suivi_import_dialog_get_plan (dialog)), ==,
                    n_argentina);
  g_assert_nonnull (app_find_text (root, "Argentina, session 1"));
  import_apply (dialog);
  sentence = g_strdup_printf ("%u recommendations imported", n_argentina);
  app_wait_for_text (GTK_WIDGET (fixture->window), sentence);

  /* The next time, what is about the State of the workspace is chosen. */
  dialog = import_begin (fixture, path);
  app_wait_until (import_shows_file, dialog);
  root = GTK_WIDGET (dialog);
  g_assert_nonnull (app_find_text (root, "1 of 80 chosen"));
  g_assert_nonnull (app_find_text (root, "Ticked is what is about the States of this workspace."));
  app_save_screenshot (root, "import-upr-info-again");

  /* And now the whole file: what is there stays. */
  g_signal_emit_by_name (import_find_button (root, "Select all"), "clicked");
  import_continue (dialog);
  g_assert_cmpuint (suivi_import_plan_count (suivi_import_dialog_get_plan (dialog), SUIVI_PLAN_SAME), ==,
                    n_argentina);
  suivi_plan_view_show_status (SUIVI_PLAN_VIEW (app_find_type (root, SUIVI_TYPE_PLAN_VIEW)), SUIVI_PLAN_NEW);
  app_settle ();
  app_save_screenshot (root, "import-upr-info-plan");

  /* Stopped while it is written: the workspace has no more than before. */
  gtk_widget_activate_action (root, "import.apply", NULL);
  gtk_window_close (GTK_WINDOW (dialog));
  /* The answer of the worker closes the window. */
  g_assert_true (import_has_dialog (NULL));
  g_assert_nonnull (app_find_text (root, "Stopping…"));
  app_wait_until (import_has_no_dialog, NULL);
  dialog = import_go_to_plan (fixture, path);
  g_assert_cmpuint (suivi_import_plan_count (suivi_import_dialog_get_plan (dialog), SUIVI_PLAN_SAME), ==,
                    n_argentina);
  gtk_window_close (GTK_WINDOW (dialog));
  app_wait_until (import_has_no_dialog, NULL);
}

#define ADD(path, function) \
  g_test_add (path, AppFixture, NULL, app_fixture_set_up, function, app_fixture_tear_down)

int
main (int argc, char *argv[])
{
  app_test_init (&argc, &argv);

  ADD ("/app/import-export/uhri", test_uhri);
  ADD ("/app/import-export/many-reviews", test_many_reviews);

  return g_test_run ();
}
