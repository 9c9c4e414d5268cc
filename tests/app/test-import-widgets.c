/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The parts of the import window on their own: what they show of a plan that was made here. */

#include "config.h"

#include <string.h>

#include "app/import/change-view.h"
#include "app/import/fault-list.h"
#include "app/import/group-list.h"
#include "app/import/import-row.h"
#include "app/import/mapping-view.h"
#include "app/import/plan-view.h"
#include "app/import/text-diff.h"
#include "import-fixture.h"

static GtkWidget *
show_in_window (GtkWidget *child, int width, int height)
{
  GtkWidget *window = adw_window_new ();

  adw_window_set_content (ADW_WINDOW (window), child);
  gtk_window_set_default_size (GTK_WINDOW (window), width, height);
  gtk_window_present (GTK_WINDOW (window));
  app_settle ();
  return window;
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
test_plan_faults (void)
{
  g_autoptr (SuiviImportPlan) plan = suivi_import_plan_new ();
  GtkWidget *view = g_object_new (SUIVI_TYPE_PLAN_VIEW, NULL);
  GtkWidget *window = NULL;
  SuiviPlanRow *row = make_row ("140.2", "Adopt the act", 3);

  suivi_plan_row_add_fault (row, SUIVI_FAULT_UNKNOWN_STATE, "Recommending State", "Atlantis",
                            "We do not know this State. Choose it from the list, or leave the row out.");
  suivi_import_plan_set_review (plan, "NPL", 37, NULL);
  suivi_import_plan_add_note (plan, "The file has two columns of texts.");
  suivi_import_plan_take_row (plan, make_row ("140.1", "Ratify the protocol", 2));
  suivi_import_plan_take_row (plan, row);

  window = show_in_window (view, 400, 500);
  suivi_plan_view_set_plan (SUIVI_PLAN_VIEW (view), plan);
  app_settle ();

  g_assert_nonnull (app_find_text (view, "1 new · 0 changed · 0 the same · 1 needs attention"));
  g_assert_nonnull (app_find_text (view, "The file has two columns of texts."));
  /* What needs attention is shown first; tabs with nothing behind them do nothing. */
  g_assert_nonnull (app_find_text (view, "1 row names a State that we do not know"));
  g_assert_nonnull (app_find_text (view, "140.2 · Row 3, column “Recommending State”"));
  g_assert_nonnull (app_find_text (view, "Atlantis"));
  g_assert_nonnull (app_find_text (view, "Faults"));
  g_assert_false (gtk_widget_get_sensitive (import_find_button (view, "Changed")));
  g_assert_null (app_find_text (view, "To decide"));
  g_assert_nonnull (app_find_text (view, "Export faults as CSV…"));
  app_save_screenshot (window, "import-faults");

  suivi_plan_view_show_status (SUIVI_PLAN_VIEW (view), SUIVI_PLAN_NEW);
  app_settle ();
  g_assert_nonnull (app_find_text (view, "1 of 1 taken"));
  g_assert_null (app_find_text (view, "Export faults as CSV…"));
  gtk_widget_activate_action (view, "plan.take-none", NULL);
  app_settle ();
  g_assert_nonnull (app_find_text (view, "0 of 1 taken"));
  g_assert_false (gtk_check_button_get_active (
    GTK_CHECK_BUTTON (app_find_type (app_find_type (view, SUIVI_TYPE_IMPORT_ROW), GTK_TYPE_CHECK_BUTTON))));
  g_assert_cmpuint (suivi_import_plan_count_included (plan, SUIVI_PLAN_NEW), ==, 0);
  gtk_widget_activate_action (view, "plan.take-all", NULL);
  app_settle ();
  g_assert_nonnull (app_find_text (view, "1 of 1 taken"));
  g_assert_cmpuint (suivi_import_plan_count_included (plan, SUIVI_PLAN_NEW), ==, 1);

  /* The plan may go to another thread: nothing here holds it. */
  suivi_plan_view_set_plan (SUIVI_PLAN_VIEW (view), NULL);
  app_settle ();
  g_assert_cmpuint (G_OBJECT (plan)->ref_count, ==, 1);
  gtk_window_destroy (GTK_WINDOW (window));
}

/* @organisation: (nullable): %NULL: two agreed on it */
static void
put_judgement (SuiviStore *store,
               const SuiviRecommendation *recommendation,
               SuiviLevel level,
               const char *date,
               const char *organisation)
{
  g_autoptr (SuiviAssessment) grade = suivi_assessment_new ();
  g_autoptr (SuiviTransaction) step = suivi_store_begin (store, "Grade", NULL);
  g_autoptr (GError) error = NULL;

  grade->recommendation_id = g_strdup (recommendation->id);
  suivi_assessment_set_levels (grade, level, level, level);
  g_free (grade->organisation);
  grade->organisation = g_strdup (organisation != NULL ? organisation : "");
  if (organisation == NULL)
    {
      const char *const all[] = { "Law Clinic", "Women's Union", NULL };

      grade->agreed = TRUE;
      g_strfreev (grade->agreed_by);
      grade->agreed_by = g_strdupv ((char **) all);
    }
  grade->reason = g_strdup ("Seen");
  grade->source = g_strdup ("Visit");
  grade->name = g_strdup ("Ann");
  g_free (grade->date);
  grade->date = g_strdup (date);
  suivi_transaction_put_assessment (step, grade, &error);
  g_assert_no_error (error);
  g_assert_true (suivi_transaction_commit (step, &error));
}

/* What a colleague's grades do to the lights is said before, and follows what is taken. */
static void
test_plan_lights (void)
{
  const char *all
    = "2 lights will change: ○ No progress → ● Implemented (1), – Not assessed → ● Implemented (1)";
  g_autofree char *folder = g_dir_make_tmp ("suivi-lights-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "a.suivi", NULL);
  g_autoptr (SuiviImportPlan) list = suivi_import_plan_new ();
  g_autoptr (SuiviImportPlan) plan = suivi_import_plan_new ();
  g_autoptr (GPtrArray) saved = NULL;
  g_autoptr (GError) error = NULL;
  SuiviStore *store = suivi_store_create (path, &error);
  GtkWidget *view = g_object_new (SUIVI_TYPE_PLAN_VIEW, NULL);
  GtkWidget *window = NULL;
  GtkWidget *label = NULL;

  suivi_store_set_author (store, "Ann", "");
  suivi_import_plan_set_review (list, "NPL", 37, NULL);
  suivi_import_plan_take_row (list, make_row ("140.1", "Ratify the protocol", 2));
  suivi_import_plan_take_row (list, make_row ("140.2", "Adopt the bill", 3));
  suivi_import_plan_apply (list, store, NULL, NULL, &error);
  g_assert_no_error (error);
  saved = suivi_store_find_number (store, suivi_import_plan_get_review (list)->id, NULL, &error);
  g_assert_cmpuint (saved->len, ==, 2);
  put_judgement (store, g_ptr_array_index (saved, 0), SUIVI_LEVEL_NOTHING, "2026-02-01", "");

  for (guint i = 0; i < saved->len; i++)
    {
      SuiviRecommendation *recommendation = g_ptr_array_index (saved, i);
      SuiviPlanRow *row = suivi_plan_row_new (recommendation, i + 2);
      SuiviAssessment *grade = suivi_assessment_new ();

      suivi_assessment_set_levels (grade, SUIVI_LEVEL_DONE, SUIVI_LEVEL_DONE, SUIVI_LEVEL_DONE);
      grade->reason = g_strdup ("Counted");
      grade->source = g_strdup ("Register");
      grade->name = g_strdup ("Ben");
      g_free (grade->organisation);
      grade->organisation = g_strdup ("Law Clinic");
      g_free (grade->date);
      grade->date = g_strdup ("2026-03-01");
      suivi_plan_row_set_key (row, recommendation->id);
      suivi_plan_row_set_fields (row, (1u << SUIVI_N_PLAN_FIELDS) - (1u << SUIVI_PLAN_FIELD_LAW));
      suivi_plan_row_take_assessment (row, grade);
      suivi_import_plan_take_row (plan, row);
    }
  suivi_import_plan_compare (plan, store, NULL, NULL, &error);
  g_assert_no_error (error);

  window = show_in_window (view, 360, 500);
  suivi_plan_view_set_plan (SUIVI_PLAN_VIEW (view), plan);
  app_settle ();
  label = app_find_text (view, all);
  g_assert_nonnull (label);
  app_save_screenshot (window, "import-lights");
  gtk_widget_activate_action (view, "plan.take-none", NULL);
  g_assert_false (gtk_widget_get_visible (label));
  gtk_widget_activate_action (view, "plan.take-all", NULL);
  g_assert_true (gtk_widget_get_visible (label));
  g_assert_cmpstr (gtk_label_get_label (GTK_LABEL (label)), ==, all);

  suivi_plan_view_set_plan (SUIVI_PLAN_VIEW (view), NULL);
  gtk_window_destroy (GTK_WINDOW (window));
  suivi_store_close (store);
  app_remove_folder (folder);
}

/* A grade of Law Clinic, as its file has it. */
static SuiviPlanRow *
make_graded_row (SuiviRecommendation *recommendation, guint place)
{
  SuiviPlanRow *row = suivi_plan_row_new (recommendation, place);
  SuiviAssessment *grade = suivi_assessment_new ();

  suivi_assessment_set_levels (grade, SUIVI_LEVEL_NOTHING, SUIVI_LEVEL_NOTHING, SUIVI_LEVEL_NOTHING);
  grade->reason = g_strdup ("Counted");
  grade->source = g_strdup ("Register");
  grade->name = g_strdup ("Ben");
  g_free (grade->organisation);
  grade->organisation = g_strdup ("Law Clinic");
  g_free (grade->date);
  grade->date = g_strdup ("2026-03-01");
  suivi_plan_row_set_key (row, recommendation->id);
  suivi_plan_row_set_fields (row, (1u << SUIVI_N_PLAN_FIELDS) - (1u << SUIVI_PLAN_FIELD_LAW));
  suivi_plan_row_take_assessment (row, grade);

  return row;
}

/* @expected: (nullable): what the row says of the grade that counts; %NULL: nothing */
static void
assert_counting (GtkWidget *view, guint position, const char *expected)
{
  GtkWidget *list = app_find_type (view, GTK_TYPE_LIST_VIEW);
  const char *number[] = { "140.1", "140.2", "140.3", "140.4" };
  const char *said = NULL;

  gtk_widget_activate_action (list, "list.scroll-to-item", "u", position);
  gtk_test_widget_wait_for_draw (view);
  app_settle ();
  for (guint i = 0; i < app_count_widgets (list, SUIVI_TYPE_IMPORT_ROW); i++)
    {
      GtkWidget *row = app_find_widget (list, SUIVI_TYPE_IMPORT_ROW, i);

      if (app_find_text (row, number[position]) == NULL)
        continue;
      for (guint j = 0; j < app_count_visible (row, GTK_TYPE_LABEL); j++)
        {
          const char *text = gtk_label_get_text (GTK_LABEL (app_find_visible (row, GTK_TYPE_LABEL, j)));

          if (strstr (text, "grade") != NULL)
            said = text;
        }
      g_assert_cmpstr (said, ==, expected);
      return;
    }
  g_assert_not_reached ();
}

/* A grade that is imported though another one counts says so. */
static void
test_plan_counting (void)
{
  const char *expected[] = { "An agreed grade counts: ● Implemented",
                             "A later grade of Women's Union counts: ◐ Some progress", NULL, NULL };
  g_autofree char *folder = g_dir_make_tmp ("suivi-counting-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "a.suivi", NULL);
  g_autoptr (SuiviImportPlan) list = suivi_import_plan_new ();
  g_autoptr (SuiviImportPlan) plan = suivi_import_plan_new ();
  g_autoptr (GPtrArray) saved = NULL;
  g_autoptr (GError) error = NULL;
  SuiviStore *store = suivi_store_create (path, &error);
  GtkWidget *view = g_object_new (SUIVI_TYPE_PLAN_VIEW, NULL);
  GtkWidget *window = NULL;

  suivi_store_set_author (store, "Ann", "");
  suivi_import_plan_set_review (list, "NPL", 37, NULL);
  suivi_import_plan_take_row (list, make_row ("140.1", "Ratify the protocol", 2));
  suivi_import_plan_take_row (list, make_row ("140.2", "Adopt the bill", 3));
  suivi_import_plan_take_row (list, make_row ("140.3", "Train the police", 4));
  suivi_import_plan_take_row (list, make_row ("140.4", "Count the schools", 5));
  suivi_import_plan_apply (list, store, NULL, NULL, &error);
  g_assert_no_error (error);
  saved = suivi_store_find_number (store, suivi_import_plan_get_review (list)->id, NULL, &error);
  g_assert_cmpuint (saved->len, ==, 4);
  /* Agreed before, judged later by another organisation, judged earlier by it, and not judged. */
  put_judgement (store, g_ptr_array_index (saved, 0), SUIVI_LEVEL_DONE, "2026-01-01", NULL);
  put_judgement (store, g_ptr_array_index (saved, 1), SUIVI_LEVEL_SOME, "2026-03-02", "Women's Union");
  put_judgement (store, g_ptr_array_index (saved, 2), SUIVI_LEVEL_SOME, "2026-02-28", "Women's Union");

  for (guint i = 0; i < saved->len; i++)
    suivi_import_plan_take_row (plan, make_graded_row (g_ptr_array_index (saved, i), i + 2));
  suivi_import_plan_compare (plan, store, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (suivi_import_plan_count (plan, SUIVI_PLAN_CHANGED), ==, 4);

  window = show_in_window (view, 480, 3000);
  suivi_plan_view_set_plan (SUIVI_PLAN_VIEW (view), plan);
  app_settle ();
  app_save_screenshot (window, "import-counting");
  for (guint i = 0; i < saved->len; i++)
    assert_counting (view, i, expected[i]);

  suivi_plan_view_set_plan (SUIVI_PLAN_VIEW (view), NULL);
  gtk_window_destroy (GTK_WINDOW (window));
  suivi_store_close (store);
  app_remove_folder (folder);
}

static gboolean
has_no_plan_faults (gpointer plan)
{
  return suivi_import_plan_count (plan, SUIVI_PLAN_FAULTY) == 0;
}

static gboolean
has_open_list (gpointer drop_down)
{
  GtkWidget *popover = app_find_type (drop_down, GTK_TYPE_POPOVER);

  return popover != NULL && gtk_widget_get_mapped (popover);
}

/* Clicks the button that makes the list, which is open then; gives the drop-down. */
static GtkWidget *
open_list (GtkWidget *view, const char *button)
{
  GtkWidget *drop_down = NULL;

  g_signal_emit_by_name (import_find_button (view, button), "clicked");
  drop_down = app_find_type (view, GTK_TYPE_DROP_DOWN);
  g_assert_nonnull (drop_down);
  app_wait_until (has_open_list, drop_down);
  return drop_down;
}

/* What a click on a line of the list does. */
static void
choose (GtkWidget *drop_down, guint position)
{
  gtk_popover_popdown (GTK_POPOVER (app_find_type (drop_down, GTK_TYPE_POPOVER)));
  gtk_drop_down_set_selected (GTK_DROP_DOWN (drop_down), position);
}

/* A State or a position is chosen with one click to open and one to choose, and taken back the same way. */
static void
test_plan_choices (void)
{
  g_autoptr (SuiviImportPlan) plan = suivi_import_plan_new ();
  GtkWidget *view = g_object_new (SUIVI_TYPE_PLAN_VIEW, NULL);
  GtkWidget *window = NULL;
  GtkWidget *drop_down = NULL;
  SuiviPlanRow *row = make_row ("140.2", "Adopt the act", 3);
  g_autoptr (GError) error = NULL;

  suivi_plan_row_add_fault (row, SUIVI_FAULT_UNKNOWN_POSITION, "Answer", "Perhaps", "What is that?");
  suivi_import_plan_set_review (plan, "NPL", 37, NULL);
  suivi_import_plan_take_row (plan, row);
  row = make_row ("140.3", "Adopt the bill", 4);
  suivi_plan_row_add_fault (row, SUIVI_FAULT_UNKNOWN_STATE, "State", "Atlantis", "Who is that?");
  suivi_import_plan_take_row (plan, row);
  suivi_import_plan_compare (plan, NULL, NULL, NULL, &error);
  g_assert_no_error (error);

  window = show_in_window (view, 400, 700);
  suivi_plan_view_set_plan (SUIVI_PLAN_VIEW (view), plan);
  app_settle ();
  drop_down = open_list (view, "Choose the position…");
  choose (drop_down, 2);
  app_wait_for_text (view, "Taken as: Noted");
  g_assert_nonnull (app_find_text (view, "Settled by you"));
  g_assert_cmpuint (suivi_import_plan_count (plan, SUIVI_PLAN_NEW), ==, 1);
  drop_down = open_list (view, "Choose the State…");
  app_save_screenshot (window, "import-choose-state");
  choose (drop_down, 1);
  app_wait_until (has_no_plan_faults, plan);
  app_settle ();
  app_save_screenshot (window, "import-choices");

  /* Where nothing is wrong any more, the choices can still be taken back. */
  g_assert_nonnull (app_find_text (view, "2 new · 0 changed · 0 the same · 0 need attention"));
  g_assert_true (gtk_widget_get_sensitive (import_find_button (view, "Faults")));
  g_assert_nonnull (app_find_text (view, "Taken as: Noted"));
  g_signal_emit_by_name (import_find_button (view, "Undo choice"), "clicked");
  app_wait_for_text (view, "Choose the position…");
  g_assert_null (app_find_text (view, "Taken as: Noted"));
  g_assert_nonnull (app_find_text (view, "1 new · 0 changed · 0 the same · 1 needs attention"));
  suivi_plan_view_set_plan (SUIVI_PLAN_VIEW (view), NULL);
  gtk_window_destroy (GTK_WINDOW (window));
}

static void
add_fault (GPtrArray *faults, SuiviFaultKind kind, guint row, gboolean whole_file)
{
  SuiviImportFault *fault = g_new0 (SuiviImportFault, 1);

  fault->kind = kind;
  fault->row = row;
  fault->reason = g_strdup ("Why.");
  fault->whole_file = whole_file;
  g_ptr_array_add (faults, fault);
}

static void
test_fault_list (void)
{
  static const struct
  {
    guint row;
    const char *heading;
  } expected[] = {
    { 5, "2 rows have no text" },
    { 9, NULL },
    { 2, "1 row names a State that we do not know" },
    { 7, "1 cell holds something unexpected" },
    { 3, "About the whole file: 1 row has no text" },
  };
  g_autoptr (GPtrArray) faults = g_ptr_array_new_with_free_func ((GDestroyNotify) suivi_import_fault_free);
  g_autoptr (GPtrArray) choices = g_ptr_array_new_with_free_func ((GDestroyNotify) suivi_plan_choice_free);
  SuiviPlanChoice choice
    = { SUIVI_FAULT_UNKNOWN_POSITION, (char *) "Perhaps", NULL, SUIVI_POSITION_NOTED, 4 };
  g_autoptr (SuiviFaultList) list = NULL;
  g_autoptr (SuiviFaultItem) last = NULL;

  add_fault (faults, SUIVI_FAULT_UNKNOWN_STATE, 2, FALSE);
  add_fault (faults, SUIVI_FAULT_NO_TEXT, 3, TRUE);
  add_fault (faults, SUIVI_FAULT_NO_TEXT, 5, FALSE);
  add_fault (faults, SUIVI_FAULT_BAD_VALUE, 7, FALSE);
  add_fault (faults, SUIVI_FAULT_NO_TEXT, 9, FALSE);
  g_ptr_array_add (choices, suivi_plan_choice_copy (&choice));
  list = suivi_fault_list_new (faults, choices);

  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (list)), ==, G_N_ELEMENTS (expected) + 1);
  for (guint i = 0; i < G_N_ELEMENTS (expected); i++)
    {
      g_autoptr (SuiviFaultItem) item = g_list_model_get_item (G_LIST_MODEL (list), i);

      g_assert_cmpuint (suivi_fault_item_get_fault (item)->row, ==, expected[i].row);
      g_assert_cmpstr (suivi_fault_item_get_heading (item), ==, expected[i].heading);
    }
  last = g_list_model_get_item (G_LIST_MODEL (list), G_N_ELEMENTS (expected));
  g_assert_cmpstr (suivi_fault_item_get_heading (last), ==, "Settled by you");
  g_assert_cmpstr (suivi_fault_item_get_choice (last)->value, ==, "Perhaps");
  g_assert_null (g_list_model_get_item (G_LIST_MODEL (list), G_N_ELEMENTS (expected) + 1));
}

/* Every kind of fault has words of its own. */
static void
test_fault_headings (void)
{
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (int kind = SUIVI_FAULT_NO_NUMBER; kind <= SUIVI_FAULT_DAMAGED_CELL; kind++)
    {
      SuiviImportFault fault = { .kind = (SuiviFaultKind) kind, .row = 1, .reason = (char *) "Why." };
      g_autoptr (SuiviFaultItem) item = suivi_fault_item_new (&fault, 3);

      g_assert_true (g_str_has_prefix (suivi_fault_item_get_heading (item), "3 "));
      g_assert_true (g_hash_table_add (seen, g_strdup (suivi_fault_item_get_heading (item))));
    }
}

static void
add_group (GPtrArray *groups, const char *state, guint session, guint n_rows)
{
  SuiviPlanGroup *group = g_new0 (SuiviPlanGroup, 1);

  group->state = g_strdup (state);
  group->session = session;
  group->n_rows = n_rows;
  group->included = TRUE;
  g_ptr_array_add (groups, group);
}

static void
count_cb (GtkWidget *widget, guint *count)
{
  (*count)++;
}

static void
search (GtkWidget *list, const char *text)
{
  GtkWidget *entry = app_find_type (list, GTK_TYPE_SEARCH_ENTRY);

  gtk_editable_set_text (GTK_EDITABLE (entry), text);
  /* The signal comes late, when typing paused. */
  g_signal_emit_by_name (entry, "search-changed");
  app_settle ();
}

static void
test_groups (void)
{
  g_autoptr (GPtrArray) groups = g_ptr_array_new_with_free_func ((GDestroyNotify) suivi_plan_group_free);
  g_autoptr (GPtrArray) answer = NULL;
  GtkWidget *list = g_object_new (SUIVI_TYPE_GROUP_LIST, NULL);
  GtkWidget *window = show_in_window (list, 400, 600);
  GtkWidget *view = app_find_type (list, GTK_TYPE_LIST_VIEW);
  guint n_changes = 0;

  add_group (groups, "SVN", 48, 254);
  add_group (groups, "AUT", 37, 1);
  add_group (groups, "SVN", 20, 163);
  add_group (groups, "SVN", 0, 12);
  suivi_group_list_set_groups (SUIVI_GROUP_LIST (list), groups);
  g_signal_connect (list, "changed", G_CALLBACK (count_cb), &n_changes);
  app_settle ();

  g_assert_nonnull (app_find_text (list, "4 of 4 chosen"));
  g_assert_nonnull (app_find_text (list, "3rd cycle, session 37 · 1 recommendation"));
  g_assert_nonnull (app_find_text (list, "12 outputs of other mechanisms"));
  app_save_screenshot (window, "import-groups");

  /* What is searched for is what "none" means: Austria stays. The accent makes no difference. */
  search (list, "slovén");
  g_signal_emit_by_name (import_find_button (list, "Select none"), "clicked");
  app_settle ();
  g_assert_nonnull (app_find_text (list, "1 of 4 chosen"));
  g_assert_cmpuint (n_changes, ==, 1);
  search (list, "");

  /* A row is a check box as a whole. The first of Slovenia is its latest review. */
  g_signal_emit_by_name (view, "activate", 1);
  app_settle ();
  g_assert_nonnull (app_find_text (list, "2 of 4 chosen"));
  g_assert_cmpuint (n_changes, ==, 2);

  answer = suivi_group_list_list_groups (SUIVI_GROUP_LIST (list));
  g_assert_cmpuint (answer->len, ==, 4);
  for (guint i = 0; i < answer->len; i++)
    {
      const SuiviPlanGroup *group = g_ptr_array_index (answer, i);

      g_assert_cmpint (group->included, ==, g_str_equal (group->state, "AUT") || group->session == 48);
    }
  gtk_window_destroy (GTK_WINDOW (window));
}

/* As many as the whole database of UHRI has, and more. */
static void
test_many_groups (void)
{
  g_autoptr (GPtrArray) groups = g_ptr_array_new_with_free_func ((GDestroyNotify) suivi_plan_group_free);
  GtkWidget *list = g_object_new (SUIVI_TYPE_GROUP_LIST, NULL);
  GtkWidget *window = show_in_window (list, 400, 600);
  gint64 start = 0;

  for (guint i = 1; i <= 5000; i++)
    add_group (groups, i % 2 == 0 ? "SVN" : "AUT", i, i);
  start = g_get_monotonic_time ();
  suivi_group_list_set_groups (SUIVI_GROUP_LIST (list), groups);
  app_settle ();
  g_signal_emit_by_name (import_find_button (list, "Select none"), "clicked");
  app_settle ();
  g_assert_nonnull (app_find_text (list, "0 of 5000 chosen"));
  g_test_message ("5,000 groups: %.0f ms", (double) (g_get_monotonic_time () - start) / 1000);
  /* Far more than it takes, far less than rows made for all of them would. */
  g_assert_cmpint (g_get_monotonic_time () - start, <, 5 * G_USEC_PER_SEC);
  gtk_window_destroy (GTK_WINDOW (window));
}

static SuiviTablePreview *
make_preview (const char *headers, const char *fields)
{
  SuiviTablePreview *preview = suivi_table_preview_new ();
  g_autoptr (GError) error = NULL;

  preview->kind = SUIVI_SHEET_CSV;
  g_strfreev (preview->sheets);
  preview->sheets = g_strsplit ("Table", "|", -1);
  preview->headers = g_strsplit (headers, "|", -1);
  g_clear_pointer (&preview->rows, g_ptr_array_unref);
  preview->rows = g_ptr_array_new_with_free_func ((GDestroyNotify) g_strfreev);
  for (int i = 0; i < 4; i++)
    {
      char **row = g_strdupv (preview->headers);

      for (guint j = 0; row[j] != NULL; j++)
        {
          g_free (row[j]);
          row[j] = i == 1 ? g_strdup ("") : g_strdup_printf ("line %d\nof %u", i, j);
        }
      g_ptr_array_add (preview->rows, row);
    }
  g_clear_pointer (&preview->mapping, suivi_table_mapping_free);
  preview->mapping = suivi_table_mapping_parse (fields, &error);
  g_assert_no_error (error);
  return preview;
}

static void
test_mapping (void)
{
  g_autoptr (SuiviTablePreview) preview
             = make_preview ("No|Words|Rgrp|Rgrp", "No=number,Words=text,Rgrp=ignore");
  GtkWidget *view = g_object_new (SUIVI_TYPE_MAPPING_VIEW, NULL);
  GtkWidget *window = show_in_window (view, 400, 600);
  const SuiviTableMapping *mapping = NULL;
  guint n_changes = 0;

  preview->remembered = TRUE;
  suivi_mapping_view_set_preview (SUIVI_MAPPING_VIEW (view), preview);
  g_signal_connect (view, "changed", G_CALLBACK (count_cb), &n_changes);
  app_settle ();
  g_assert_nonnull (app_find_text (view, "As you chose for a table with these headers before."));
  g_assert_nonnull (app_find_text (view, "line 0 of 1\n–\nline 2 of 1"));
  g_assert_cmpuint (gtk_drop_down_get_selected (GTK_DROP_DOWN (import_find_drop_down (view, "No"))), ==,
                    SUIVI_TABLE_FIELD_NUMBER);
  app_save_screenshot (window, "import-mapping");

  /* Columns with the same header mean the same. */
  gtk_drop_down_set_selected (GTK_DROP_DOWN (import_find_drop_down (view, "Rgrp")), SUIVI_TABLE_FIELD_GROUPS);
  app_settle ();
  g_assert_cmpuint (n_changes, ==, 1);
  g_assert_null (app_find_text (view, "As you chose for a table with these headers before."));
  mapping = suivi_mapping_view_get_mapping (SUIVI_MAPPING_VIEW (view));
  g_assert_cmpint (suivi_table_mapping_get (mapping, "Rgrp"), ==, SUIVI_TABLE_FIELD_GROUPS);
  g_assert_cmpint (suivi_table_mapping_get (mapping, "Words"), ==, SUIVI_TABLE_FIELD_TEXT);

  gtk_drop_down_set_selected (GTK_DROP_DOWN (import_find_drop_down (view, "Words")),
                              SUIVI_TABLE_FIELD_IGNORE);
  app_settle ();
  g_assert_cmpuint (n_changes, ==, 2);
  g_assert_false (suivi_table_mapping_has (mapping, SUIVI_TABLE_FIELD_TEXT));
  /* What was shown is not touched: the page may be given it again. */
  g_assert_true (suivi_table_mapping_has (preview->mapping, SUIVI_TABLE_FIELD_TEXT));
  gtk_window_destroy (GTK_WINDOW (window));
}

static int
measure_height (GtkWidget *widget, int width)
{
  int height = 0;

  gtk_widget_measure (widget, GTK_ORIENTATION_VERTICAL, width, NULL, &height, NULL, NULL);
  return height;
}

static void
test_change (void)
{
  const char *text = "Continue to strengthen the efforts against all forms of violence against children";
  GtkWidget *view = suivi_change_view_new ();
  GtkWidget *window = show_in_window (view, 700, 300);
  graphene_rect_t before;
  graphene_rect_t after;

  suivi_change_view_set (SUIVI_CHANGE_VIEW (view), "Text", text,
                         "Strengthen the efforts against all forms of violence against children", TRUE);
  app_settle ();
  g_assert_nonnull (app_find_text (view, "Text"));
  g_assert_nonnull (app_find_text (view, "Changed in the workspace too since the file was written"));
  app_save_screenshot (window, "import-change");

  /* Side by side, and equally wide, where there is room. */
  g_assert_true (gtk_widget_compute_bounds (app_find_text (view, "In the workspace"), view, &before));
  g_assert_true (gtk_widget_compute_bounds (app_find_text (view, "In the file"), view, &after));
  g_assert_cmpfloat (before.origin.y, ==, after.origin.y);
  g_assert_cmpfloat (before.size.width, ==, after.size.width);
  g_assert_cmpfloat (before.origin.x + before.size.width, <, after.origin.x);
  /* One below the other where there is none: then it needs more height than the narrow columns did. */
  g_assert_cmpint (measure_height (view, 300), >, measure_height (view, 700));

  suivi_change_view_set (SUIVI_CHANGE_VIEW (view), NULL, NULL, "supported", FALSE);
  app_settle ();
  g_assert_nonnull (app_find_text (view, "not filled in"));
  g_assert_null (app_find_text (view, "Text"));
  g_assert_null (app_find_text (view, "Changed in the workspace too since the file was written"));
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
    { NULL, "new", "", "<b><u>new</u></b>" },
    { "R & D", "R & R", "R &amp; <s>D</s>", "R &amp; <b><u>R</u></b>" },
    { "one two three", "three", "<s>one two</s> three", "three" },
  };
  g_autofree char *long_text = g_strnfill (100000, 'x');
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *before_markup = NULL;
      g_autofree char *after_markup = NULL;

      suivi_text_diff (cases[i].before, cases[i].after, &before_markup, &after_markup);
      g_assert_cmpstr (before_markup, ==, cases[i].before_markup);
      g_assert_cmpstr (after_markup, ==, cases[i].after_markup);
    }

  /* A cell may hold anything: of what nobody would read, the beginning. */
  suivi_text_diff (NULL, long_text, &before, &after);
  g_assert_cmpstr (before, ==, "");
  g_assert_cmpint (g_utf8_strlen (after, -1), ==, 4001);
  g_assert_true (g_str_has_suffix (after, "x…"));
}

int
main (int argc, char *argv[])
{
  app_test_init (&argc, &argv);

  g_test_add_func ("/app/import-widgets/text-diff", test_text_diff);
  g_test_add_func ("/app/import-widgets/change", test_change);
  g_test_add_func ("/app/import-widgets/fault-list", test_fault_list);
  g_test_add_func ("/app/import-widgets/fault-headings", test_fault_headings);
  g_test_add_func ("/app/import-widgets/plan-faults", test_plan_faults);
  g_test_add_func ("/app/import-widgets/plan-lights", test_plan_lights);
  g_test_add_func ("/app/import-widgets/plan-counting", test_plan_counting);
  g_test_add_func ("/app/import-widgets/plan-choices", test_plan_choices);
  g_test_add_func ("/app/import-widgets/groups", test_groups);
  g_test_add_func ("/app/import-widgets/many-groups", test_many_groups);
  g_test_add_func ("/app/import-widgets/mapping", test_mapping);

  return g_test_run ();
}
