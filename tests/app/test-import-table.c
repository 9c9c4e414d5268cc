/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Somebody's table comes in through the window: what its columns mean, what is wrong with it, what is nearly
 * the same. */

#include "config.h"

#include "app/import/fault-row.h"
#include "app/import/plan-view.h"
#include "app/state-picker.h"
#include "exchange/xlsx-writer.h"
#include "import-fixture.h"

#define HEADER "Nr;Recommendation;Recommending State;Position\n"

static guint
count_rows_with (GListModel *model, const char *word)
{
  guint n = 0;

  for (guint i = 0; i < g_list_model_get_n_items (model); i++)
    {
      g_autoptr (SuiviPlanRow) row = g_list_model_get_item (model, i);

      n += strstr (suivi_plan_row_get_recommendation (row)->text, word) != NULL;
    }
  return n;
}

static void
test_table (AppFixture *fixture, gconstpointer data)
{
  const char *text = HEADER "1;Adopt a law on the civil registry of births;France;Supported\n"
                            "2;Ratify the convention on the rights of migrant workers;Togo;Noted\n";
  SuiviImportDialog *dialog = NULL;
  GtkWidget *root = NULL;

  import_create_workspace (fixture);
  dialog = import_begin_text (fixture, "ours.csv", text);
  root = GTK_WIDGET (dialog);
  g_assert_nonnull (app_find_text (root, "Table"));
  g_assert_nonnull (app_find_text (root, "2 recommendations"));
  g_assert_nonnull (app_find_text (root, "ours.csv"));
  g_assert_nonnull (app_find_text (root, "Between columns"));
  g_assert_nonnull (app_find_text (root, "Semicolon"));
  g_assert_null (app_find_text (root, "Sheet"));
  g_assert_cmpuint (gtk_drop_down_get_selected (
                      GTK_DROP_DOWN (import_find_drop_down (root, "Recommendation"))),
                    ==, SUIVI_TABLE_FIELD_TEXT);
  g_assert_cmpuint (gtk_drop_down_get_selected (GTK_DROP_DOWN (import_find_drop_down (root, "Nr"))), ==,
                    SUIVI_TABLE_FIELD_NUMBER);

  /* The file does not name its review. */
  g_assert_false (import_is_ready (dialog));
  g_assert_nonnull (app_find_text (root, "The file does not say which review it is about: please choose."));
  app_save_screenshot (root, "import-table");
  import_check_narrow (dialog, "import-table-narrow");
  import_pick_state (dialog, "SVN");
  import_continue (dialog);
  g_assert_nonnull (app_find_text (root, "2 new · 0 changed · 0 the same · 0 need attention"));
  g_assert_nonnull (app_find_text (root, "2 of 2 taken"));
  import_apply (dialog);
  app_wait_for_text (GTK_WIDGET (fixture->window), "2 recommendations imported");

  /* The next edition: what the columns mean is known by now; one answer changed. */
  dialog
    = import_begin_text (fixture, "ours-2.csv",
                         HEADER "1;Adopt a law on the civil registry of births;France;Supported\n"
                                "2;Ratify the convention on the rights of migrant workers;Togo;Supported\n");
  root = GTK_WIDGET (dialog);
  g_assert_nonnull (app_find_text (root, "As you chose for a table with these headers before."));
  import_pick_state (dialog, "SVN");
  import_continue (dialog);
  g_assert_nonnull (app_find_text (root, "0 new · 1 changed · 1 the same · 0 need attention"));
  g_assert_nonnull (app_find_text (root, "In the workspace"));
  g_assert_nonnull (app_find_text (root, "Noted"));
  app_save_screenshot (root, "import-table-second");

  /* Back, and on again: nothing that was said is lost. */
  gtk_widget_activate_action (root, "import.back", NULL);
  g_assert_true (import_shows_file (dialog));
  import_continue (dialog);
  g_assert_nonnull (app_find_text (root, "0 new · 1 changed · 1 the same · 0 need attention"));
  import_apply (dialog);
  app_wait_for_text (GTK_WIDGET (fixture->window), "1 recommendation updated");
}

/* Without numbers, a text that differs in a word may be the same one or another one: a person says which. */
static void
test_near (AppFixture *fixture, gconstpointer data)
{
  static const char first[] = "Recommendation;Recommending State;Position\n"
                              "Adopt a comprehensive law on the civil registry of births;France;Noted\n"
                              "Ratify the convention on the rights of all migrant workers;Togo;Noted\n";
  static const char second[]
    = "Recommendation;Recommending State;Position\n"
      "Adopt a comprehensive law on the civil registry of all births;France;Supported\n"
      "Ratify the convention on the rights of all the migrant workers;Togo;Supported\n";
  SuiviImportDialog *dialog = NULL;
  SuiviImportPlan *plan = NULL;
  GtkWidget *root = NULL;

  import_create_workspace (fixture);
  dialog = import_begin_text (fixture, "a.csv", first);
  import_pick_state (dialog, "SVN");
  import_continue (dialog);
  import_apply (dialog);

  dialog = import_begin_text (fixture, "b.csv", second);
  root = GTK_WIDGET (dialog);
  import_pick_state (dialog, "SVN");
  import_continue (dialog);
  plan = suivi_import_dialog_get_plan (dialog);
  g_assert_nonnull (app_find_text (root, "0 new · 0 changed · 0 the same · 2 to decide · 0 need attention"));
  g_assert_nonnull (app_find_text (root, "0 of 2 decided"));
  g_assert_nonnull (app_find_text (root, "Nothing to import"));
  app_save_screenshot (root, "import-near");
  import_check_narrow (dialog, "import-near-narrow");

  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (import_find_button (root, "It is the same")), TRUE);
  app_settle ();
  g_assert_nonnull (app_find_text (root, "1 of 2 decided"));
  g_assert_nonnull (app_find_text (root, "Update 1 recommendation"));

  g_assert_true (
    gtk_widget_activate_action (app_find_type (root, SUIVI_TYPE_PLAN_VIEW), "plan.decide-all", "s", "new"));
  app_settle ();
  g_assert_nonnull (app_find_text (root, "2 of 2 decided"));
  g_assert_true (
    gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (import_find_button (root, "It is a new one"))));

  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (import_find_button (root, "Leave out")), TRUE);
  app_settle ();
  g_assert_nonnull (app_find_text (root, "1 of 2 decided"));
  g_assert_cmpuint (suivi_import_plan_count_to_apply (plan), ==, 1);
  import_apply (dialog);
  /* Two of the first file, and the one that was said to be new. */
  app_wait_for_text (GTK_WIDGET (fixture->window), "0/3");
}

/* 300 rows, 25 of them wrong, in five ways. All are listed before anything is written. */
static char *
make_faulty_table (void)
{
  GString *text = g_string_new ("Number,Recommendation,Recommending State,Position\n");

  for (guint i = 1; i <= 300; i++)
    {
      const char *state = "France";
      const char *position = "Supported";
      g_autofree char *number = g_strdup_printf ("140.%u", i);
      g_autofree char *words = g_strdup_printf ("Take step number %u towards the registration of births", i);

      if (i % 60 == 0)
        state = i == 60 ? "Atlantis" : "Lemuria";
      else if (i % 60 == 10)
        position = "Perhaps";
      else if (i % 60 == 20)
        words[0] = '\0';
      else if (i % 60 == 30)
        state = "";
      else if (i % 60 == 40)
        {
          g_free (number);
          number = g_strdup ("140.2");
        }
      g_string_append_printf (text, "%s,%s,%s,%s\n", number, words, state, position);
    }
  return g_string_free (text, FALSE);
}

static gboolean
has_file (gpointer path)
{
  return g_file_test (path, G_FILE_TEST_EXISTS);
}

static void
test_faults (AppFixture *fixture, gconstpointer data)
{
  g_autofree char *table = make_faulty_table ();
  g_autoptr (GFile) export = app_fixture_get_file (fixture, "faults.csv");
  g_autofree char *contents = NULL;
  g_auto (GStrv) lines = NULL;
  SuiviImportDialog *dialog = NULL;
  SuiviImportPlan *plan = NULL;
  GtkWidget *root = NULL;
  GtkWidget *row = NULL;
  GtkWidget *picker = NULL;
  g_autoptr (GPtrArray) faults = NULL;
  g_autoptr (GPtrArray) fewer = NULL;

  import_create_workspace (fixture);
  dialog = import_begin_text (fixture, "faulty.csv", table);
  root = GTK_WIDGET (dialog);
  import_pick_state (dialog, "SVN");
  import_continue (dialog);
  plan = suivi_import_dialog_get_plan (dialog);
  faults = suivi_import_plan_list_faults (plan);
  g_assert_cmpuint (faults->len, ==, 25);
  /* Row 61 is the 60th below the header. */
  g_assert_nonnull (app_find_text (root, "5 rows name a State that we do not know"));
  g_assert_nonnull (app_find_text (root, "5 rows have no text"));
  app_save_screenshot (root, "import-faults-25");
  import_check_narrow (dialog, "import-faults-narrow");

  suivi_import_dialog_export_faults (dialog, export);
  app_wait_until (has_file, (gpointer) g_file_peek_path (export));
  app_wait_until (import_shows_plan, dialog);
  app_wait_for_text (root, "Faults exported");
  g_assert_true (g_file_get_contents (g_file_peek_path (export), &contents, NULL, NULL));
  lines = g_strsplit (g_strchomp (contents), "\n", -1);
  g_assert_cmpuint (g_strv_length (lines), ==, 26);

  /* One answer settles all rows with that name: the unknown States are Atlantis and four times Lemuria. */
  row = gtk_widget_get_ancestor (app_find_text (root, "Lemuria"), SUIVI_TYPE_FAULT_ROW);
  g_assert_null (app_find_type (row, SUIVI_TYPE_STATE_PICKER));
  g_signal_emit_by_name (import_find_button (row, "Choose the State…"), "clicked");
  picker = app_find_type (row, SUIVI_TYPE_STATE_PICKER);
  suivi_state_picker_set_state (SUIVI_STATE_PICKER (picker), "TGO");
  app_wait_for_text (root, "279 new · 0 changed · 0 the same · 21 need attention");
  app_wait_for_text (root, "1 row names a State that we do not know");
  g_assert_nonnull (app_find_text (root, "Import 279 recommendations"));
  fewer = suivi_import_plan_list_faults (plan);
  g_assert_cmpuint (fewer->len, ==, 21);
  gtk_window_close (GTK_WINDOW (dialog));
  app_wait_until (import_has_no_dialog, NULL);
}

static GtkWidget *
find_combo (GtkWidget *root, const char *title)
{
  return gtk_widget_get_ancestor (app_find_text (root, title), ADW_TYPE_COMBO_ROW);
}

static gboolean
has_columns (gpointer dialog)
{
  return import_find_drop_down (dialog, "Recommendation") != NULL;
}

static gboolean
has_no_columns (gpointer dialog)
{
  return !has_columns (dialog);
}

/* What was detected can be corrected, wrongly too, and corrected again; the window stays where it is. */
static void
test_correct (AppFixture *fixture, gconstpointer data)
{
  SuiviImportDialog *dialog = NULL;
  GtkWidget *root = NULL;

  import_create_workspace (fixture);
  dialog = import_begin_text (fixture, "ours.csv",
                              "Nr;Recommendation\n1;Adopt a law on the civil registry of births\n");
  root = GTK_WIDGET (dialog);
  import_pick_state (dialog, "SVN");
  app_wait_until (import_is_ready, dialog);

  /* The file with tabs between the columns: one column, whose header is the line. */
  adw_combo_row_set_selected (ADW_COMBO_ROW (find_combo (root, "Between columns")), 2);
  app_wait_until (has_no_columns, dialog);
  g_assert_nonnull (import_find_drop_down (root, "Nr;Recommendation"));
  adw_combo_row_set_selected (ADW_COMBO_ROW (find_combo (root, "Between columns")), 1);
  app_wait_until (has_columns, dialog);
  app_wait_until (import_is_ready, dialog);

  /* It is no official list: that is said, and can be taken back. */
  adw_combo_row_set_selected (ADW_COMBO_ROW (find_combo (root, "Format")), 0);
  app_settle ();
  g_assert_false (import_is_ready (dialog));
  app_save_screenshot (root, "import-wrong-format");
  adw_combo_row_set_selected (ADW_COMBO_ROW (find_combo (root, "Format")), 4);
  import_continue (dialog);
  g_assert_nonnull (app_find_text (root, "1 new · 0 changed · 0 the same · 0 need attention"));
  gtk_window_close (GTK_WINDOW (dialog));
  app_wait_until (import_has_no_dialog, NULL);
}

static void
test_no_text_column (AppFixture *fixture, gconstpointer data)
{
  SuiviImportDialog *dialog = NULL;
  GtkWidget *root = NULL;

  import_create_workspace (fixture);
  dialog = import_begin_text (fixture, "odd.csv", "Foo,Bar\nx1,y\nx2,z\n");
  root = GTK_WIDGET (dialog);
  import_pick_state (dialog, "SVN");
  app_settle ();
  g_assert_false (import_is_ready (dialog));
  g_assert_nonnull (app_find_text (
    root, "Say which column holds the text of the recommendations: nothing can be imported without it."));
  app_save_screenshot (root, "import-table-no-text");

  /* The file is read again with what the user says; the choice of the State stays. */
  gtk_drop_down_set_selected (GTK_DROP_DOWN (import_find_drop_down (root, "Foo")), SUIVI_TABLE_FIELD_TEXT);
  import_continue (dialog);
  g_assert_cmpuint (count_rows_with (suivi_import_plan_get_rows (suivi_import_dialog_get_plan (dialog),
                                                                 SUIVI_PLAN_NEW),
                                     "x"),
                    ==, 2);
  gtk_window_close (GTK_WINDOW (dialog));
  app_wait_until (import_has_no_dialog, NULL);
}

/* Two sheets, with one recommendation and with two. */
static void
write_workbook (const char *path)
{
  static const char *const texts[] = { "Adopt a law on births", "Ratify the convention on migrants" };
  g_autoptr (GError) error = NULL;
  g_autoptr (SuiviXlsxWriter) writer = suivi_xlsx_writer_new (path, &error);

  g_assert_no_error (error);
  for (guint n = 1; n <= 2; n++)
    {
      lxw_worksheet *sheet
        = suivi_xlsx_writer_add_sheet (writer, n == 1 ? "Old" : "New", "Sheet", SUIVI_XLSX_SHEET_STREAMED);

      suivi_xlsx_writer_write_text (writer, sheet, 0, 0, "Recommendation", SUIVI_XLSX_VALUE);
      for (guint i = 0; i < n; i++)
        suivi_xlsx_writer_write_text (writer, sheet, i + 1, 0, texts[i], SUIVI_XLSX_VALUE);
    }
  suivi_xlsx_writer_finish (writer, NULL, &error);
  g_assert_no_error (error);
}

static gboolean
says_two (gpointer dialog)
{
  return app_find_text (dialog, "2 recommendations") != NULL;
}

static void
test_sheets (AppFixture *fixture, gconstpointer data)
{
  g_autoptr (GFile) file = app_fixture_get_file (fixture, "book.xlsx");
  SuiviImportDialog *dialog = NULL;
  GtkWidget *root = NULL;

  write_workbook (g_file_peek_path (file));
  import_create_workspace (fixture);
  dialog = import_begin (fixture, g_file_peek_path (file));
  app_wait_until (import_shows_file, dialog);
  root = GTK_WIDGET (dialog);
  g_assert_nonnull (app_find_text (root, "1 recommendation"));
  /* Only where they matter: a workbook has sheets, no separators and no encoding. */
  g_assert_nonnull (app_find_text (root, "Sheet"));
  g_assert_null (app_find_text (root, "Letters"));
  g_assert_null (app_find_text (root, "Between columns"));

  import_pick_state (dialog, "SVN");
  adw_combo_row_set_selected (ADW_COMBO_ROW (find_combo (root, "Sheet")), 1);
  app_wait_until (says_two, dialog);
  app_save_screenshot (root, "import-sheets");
  import_continue (dialog);
  g_assert_nonnull (app_find_text (root, "Slovenia, session 48"));
  g_assert_nonnull (app_find_text (root, "2 new · 0 changed · 0 the same · 0 need attention"));
  gtk_window_close (GTK_WINDOW (dialog));
  app_wait_until (import_has_no_dialog, NULL);
}

#define ADD(path, function) \
  g_test_add (path, AppFixture, NULL, app_fixture_set_up, function, app_fixture_tear_down)

int
main (int argc, char *argv[])
{
  app_test_init (&argc, &argv);

  ADD ("/app/import-table/table", test_table);
  ADD ("/app/import-table/no-text-column", test_no_text_column);
  ADD ("/app/import-table/correct", test_correct);
  ADD ("/app/import-table/sheets", test_sheets);
  ADD ("/app/import-table/near", test_near);
  ADD ("/app/import-table/faults", test_faults);

  return g_test_run ();
}
