/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The fast grading flow, through its real widgets: what it shows, and the keys. */

#include "config.h"

#include <string.h>

#include "app/review/assessment-card.h"
#include "app/review/facet-chip.h"
#include "app/review/facet-values.h"
#include "app/review/recommendation-row.h"
#include "app/scorecard/grade-filter.h"
#include "app/scorecard/grade-form.h"
#include "app/scorecard/grade-heading.h"
#include "app/scorecard/grade-list.h"
#include "grade-fixture.h"

/* From the first key to the next recommendation without the pointer. */
static void
test_keys_and_enter (void)
{
  GradeFixture fixture;
  g_autoptr (SuiviAssessment) grade = NULL;
  g_autofree char *today = suivi_date_today ();

  grade_fixture_set_up (&fixture, 5);
  g_assert_cmpstr (grade_fixture_get_number (&fixture), ==, "140.1");
  g_assert_nonnull (app_find_text (fixture.root, "0 of 5 graded"));
  g_assert_nonnull (app_find_text (fixture.root, "No grade of your own yet"));

  gtk_widget_grab_focus (fixture.root);
  g_assert_true (grade_fixture_has_focus_in (&fixture, grade_fixture_get_level_row (&fixture, 0)));
  g_assert_true (app_press_key (GTK_WIDGET (grade_fixture_get_level_row (&fixture, 0)), GDK_KEY_1, 0));
  g_assert_true (grade_fixture_has_focus_in (&fixture, grade_fixture_get_level_row (&fixture, 1)));
  g_assert_true (app_press_key (GTK_WIDGET (grade_fixture_get_level_row (&fixture, 1)), GDK_KEY_3, 0));
  g_assert_true (grade_fixture_has_focus_in (&fixture, grade_fixture_get_level_row (&fixture, 2)));
  g_assert_true (app_press_key (GTK_WIDGET (grade_fixture_get_level_row (&fixture, 2)), GDK_KEY_4, 0));
  g_assert_true (GTK_IS_TEXT_VIEW (gtk_window_get_focus (fixture.window)));
  g_assert_nonnull (app_find_text (fixture.root, "◐ Some progress"));

  /* Enter goes to what is missing, until nothing is. */
  g_assert_true (app_press_key (GTK_WIDGET (grade_fixture_get_level_row (&fixture, 2)), GDK_KEY_Return, 0));
  g_assert_true (GTK_IS_TEXT_VIEW (gtk_window_get_focus (fixture.window)));
  gtk_text_buffer_set_text (fixture.reason, "The law is in force.", -1);
  gtk_widget_activate_action (fixture.root, "grading.save", NULL);
  g_assert_true (grade_fixture_has_focus_in (&fixture, fixture.source));
  g_assert_nonnull (app_find_text (fixture.root,
                                   "Say where it stands: a grade needs a source. What you typed is "
                                   "kept."));
  gtk_editable_set_text (fixture.source, " Gazette 1 ");
  g_signal_emit_by_name (fixture.source, "entry-activated");
  grade_fixture_settle (&fixture);

  g_assert_cmpstr (grade_fixture_get_number (&fixture), ==, "140.2");
  g_assert_true (grade_fixture_has_focus_in (&fixture, grade_fixture_get_level_row (&fixture, 0)));
  g_assert_nonnull (app_find_text (fixture.root, "1 of 5 graded"));
  grade_fixture_assert_reason (&fixture, "");
  g_assert_cmpstr (suivi_workspace_get_undo_label (fixture.base->workspace), ==, "Grade 140.1");
  grade = grade_fixture_look_up (&fixture, "140.1", NULL);
  g_assert_cmpint (grade->law, ==, SUIVI_LEVEL_DONE);
  g_assert_cmpint (grade->policy, ==, SUIVI_LEVEL_NOTHING);
  g_assert_cmpint (grade->practice, ==, SUIVI_LEVEL_UNASSESSED);
  g_assert_cmpint (grade->light, ==, SUIVI_LIGHT_AMBER);
  g_assert_cmpstr (grade->source, ==, "Gazette 1");
  g_assert_cmpstr (grade->name, ==, "Ann");
  g_assert_cmpstr (grade->organisation, ==, GRADE_OWN);
  g_assert_cmpstr (grade->date, ==, today);

  /* Enter with nothing typed goes on. */
  g_assert_true (app_press_key (GTK_WIDGET (grade_fixture_get_level_row (&fixture, 0)), GDK_KEY_Return, 0));
  grade_fixture_settle (&fixture);
  g_assert_cmpstr (grade_fixture_get_number (&fixture), ==, "140.3");
  g_assert_cmpstr (suivi_workspace_get_undo_label (fixture.base->workspace), ==, "Grade 140.1");

  grade_fixture_tear_down (&fixture);
}

/* Drop-downs have lists, too. */
static GtkWidget *
find_rows (GtkWidget *root)
{
  for (guint i = 0;; i++)
    {
      GtkWidget *list = app_find_widget (root, GTK_TYPE_LIST_VIEW, i);

      g_assert_nonnull (list);
      if (gtk_widget_has_css_class (list, "recommendations"))
        return list;
    }
}

/* As if a key came to the list. Returns whether somebody took it. */
static gboolean
press_in_list (GtkWidget *list, guint key)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (list);
  gboolean handled = FALSE;

  for (guint i = 0; !handled && i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (GTK_IS_EVENT_CONTROLLER_KEY (controller))
        g_signal_emit_by_name (controller, "key-pressed", key, 0, 0, &handled);
    }

  return handled;
}

/* The first key is a grade, whatever had the keyboard before. */
static void
test_keyboard_at_once (void)
{
  GradeFixture fixture;
  GtkWidget *list = NULL;
  GtkWidget *pane = NULL;
  GtkSelectionModel *rows = NULL;

  grade_fixture_set_up (&fixture, 3);
  g_assert_true (grade_fixture_has_focus_in (&fixture, grade_fixture_get_level_row (&fixture, 0)));

  /* Another tab, and back */
  gtk_widget_grab_focus (GTK_WIDGET (fixture.source));
  gtk_widget_set_visible (fixture.root, FALSE);
  grade_fixture_settle (&fixture);
  gtk_widget_set_visible (fixture.root, TRUE);
  grade_fixture_settle (&fixture);
  g_assert_true (grade_fixture_has_focus_in (&fixture, grade_fixture_get_level_row (&fixture, 0)));

  /* A click on another row */
  list = find_rows (fixture.root);
  gtk_widget_grab_focus (list);
  g_signal_emit_by_name (list, "activate", 1);
  grade_fixture_settle (&fixture);
  g_assert_cmpstr (grade_fixture_get_number (&fixture), ==, "140.2");
  g_assert_true (grade_fixture_has_focus_in (&fixture, grade_fixture_get_level_row (&fixture, 0)));

  /* Arrow keys stay in the list, and the key goes to what is shown. */
  gtk_widget_grab_focus (list);
  rows = gtk_list_view_get_model (GTK_LIST_VIEW (list));
  gtk_selection_model_select_item (rows, 2, TRUE);
  /* Not to what was shown before, while it is on its way. */
  g_assert_false (press_in_list (list, GDK_KEY_3));
  grade_fixture_settle (&fixture);
  g_assert_cmpstr (grade_fixture_get_number (&fixture), ==, "140.3");
  g_assert_true (grade_fixture_has_focus_in (&fixture, list));
  g_assert_false (press_in_list (list, GDK_KEY_a));
  g_assert_true (press_in_list (list, GDK_KEY_KP_2));
  g_assert_cmpint (suivi_level_row_get_level (grade_fixture_get_level_row (&fixture, 0)), ==,
                   SUIVI_LEVEL_SOME);
  g_assert_true (grade_fixture_has_focus_in (&fixture, grade_fixture_get_level_row (&fixture, 1)));

  gtk_widget_activate_action (fixture.root, "grading.previous", NULL);
  grade_fixture_settle (&fixture);
  g_assert_cmpstr (grade_fixture_get_number (&fixture), ==, "140.2");
  g_assert_cmpint (suivi_level_row_get_level (grade_fixture_get_level_row (&fixture, 0)), ==,
                   SUIVI_LEVEL_UNASSESSED);
  g_assert_true (grade_fixture_has_focus_in (&fixture, grade_fixture_get_level_row (&fixture, 0)));

  /* Esc saves and leads to the list, though the row goes out of it; no key of the list means what is not in it. */
  suivi_level_row_set_level (grade_fixture_get_level_row (&fixture, 0), SUIVI_LEVEL_DONE);
  grade_fixture_fill_in (&fixture, "Done", "Gazette");
  pane
    = gtk_widget_get_ancestor (app_find_type (fixture.root, SUIVI_TYPE_GRADE_FORM), GTK_TYPE_SCROLLED_WINDOW);
  g_assert_true (app_press_key (gtk_widget_get_parent (pane), GDK_KEY_Escape, 0));
  grade_fixture_settle (&fixture);
  g_assert_nonnull (app_find_text (fixture.root, "1 of 3 graded"));
  g_assert_true (grade_fixture_has_focus_in (&fixture, list));
  g_assert_false (press_in_list (list, GDK_KEY_3));
  g_assert_cmpint (suivi_level_row_get_level (grade_fixture_get_level_row (&fixture, 0)), ==,
                   SUIVI_LEVEL_DONE);

  grade_fixture_tear_down (&fixture);
}

/* Something else in the workspace is different. */
static gpointer
add_review (SuiviStore *store, gpointer data, GCancellable *cancellable, GError **error)
{
  g_autoptr (SuiviTransaction) step = suivi_store_begin (store, "Add a review", NULL);
  g_autoptr (SuiviReview) review = suivi_review_new ("XAL", 47);

  g_assert_true (suivi_transaction_put_review (step, review, NULL));
  g_assert_true (suivi_transaction_commit (step, NULL));

  return NULL;
}

/* A job that takes as long as somebody else wants. */
static gpointer
wait_for (SuiviStore *store, gpointer data, GCancellable *cancellable, GError **error)
{
  g_mutex_lock (data);
  g_mutex_unlock (data);

  return NULL;
}

/* Goes to another row while the workspace is busy; to be released. */
static void
choose_slowly (GradeFixture *fixture, guint place, GMutex *busy)
{
  GtkWidget *list = find_rows (fixture->root);

  g_mutex_lock (busy);
  suivi_workspace_run_async (fixture->base->workspace, wait_for, busy, NULL, NULL, NULL, NULL, NULL);
  gtk_widget_grab_focus (list);
  g_signal_emit_by_name (list, "activate", place);
}

/* Whoever went elsewhere while a recommendation was on its way goes on typing there. */
static void
test_keyboard_elsewhere (void)
{
  GradeFixture fixture;
  GtkWidget *search = NULL;
  GMutex busy;

  g_mutex_init (&busy);
  grade_fixture_set_up (&fixture, 3);
  search = app_find_type (fixture.root, GTK_TYPE_SEARCH_ENTRY);
  choose_slowly (&fixture, 1, &busy);
  gtk_widget_grab_focus (search);
  g_mutex_unlock (&busy);
  grade_fixture_settle (&fixture);
  g_assert_cmpstr (grade_fixture_get_number (&fixture), ==, "140.2");
  g_assert_true (grade_fixture_has_focus_in (&fixture, search));

  /* It is not taken later, either. */
  gtk_widget_grab_focus (find_rows (fixture.root));
  app_run (fixture.base->workspace, add_review, NULL);
  grade_fixture_settle (&fixture);
  g_assert_true (grade_fixture_has_focus_in (&fixture, find_rows (fixture.root)));

  choose_slowly (&fixture, 2, &busy);
  g_mutex_unlock (&busy);
  grade_fixture_settle (&fixture);
  g_assert_cmpstr (grade_fixture_get_number (&fixture), ==, "140.3");
  g_assert_true (grade_fixture_has_focus_in (&fixture, grade_fixture_get_level_row (&fixture, 0)));

  grade_fixture_tear_down (&fixture);
  g_mutex_clear (&busy);
}

static void
test_all_graded (void)
{
  GradeFixture fixture;

  grade_fixture_set_up (&fixture, 2);
  for (guint i = 0; i < 2; i++)
    {
      suivi_level_row_set_level (grade_fixture_get_level_row (&fixture, 0), SUIVI_LEVEL_DONE);
      grade_fixture_fill_in (&fixture, "Done", "S");
      gtk_widget_activate_action (fixture.root, "grading.save", NULL);
      grade_fixture_settle (&fixture);
    }
  g_assert_nonnull (app_find_text (fixture.root, "All 2 are graded"));
  app_save_screenshot (GTK_WIDGET (fixture.window), "grade-done");

  /* What is taken back is there to be graded again. */
  app_undo (fixture.base->workspace);
  g_assert_cmpstr (grade_fixture_get_number (&fixture), ==, "140.2");
  g_assert_null (app_find_text (fixture.root, "All 2 are graded"));
  g_assert_nonnull (app_find_text (fixture.root, "1 of 2 graded"));

  grade_fixture_tear_down (&fixture);
}

static void
test_nothing_to_grade (void)
{
  GradeFixture fixture;

  grade_fixture_set_up (&fixture, 0);
  g_assert_nonnull (app_find_text (fixture.root, "Nothing to grade yet"));
  grade_fixture_tear_down (&fixture);
}

static void
put_grade (SuiviTransaction *step, SuiviAssessment *grade)
{
  g_autoptr (GError) error = NULL;

  suivi_transaction_put_assessment (step, grade, &error);
  g_assert_no_error (error);
  suivi_assessment_free (grade);
}

static void
fill_one (SuiviTransaction *step)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SuiviReview) review = suivi_review_new ("XAL", 48);
  g_autoptr (SuiviRecommendation) row = suivi_recommendation_new ();

  suivi_transaction_put_review (step, review, &error);
  row->review_id = g_strdup (review->id);
  row->number = g_strdup ("7.1");
  row->text = g_strdup ("Plant trees along every road");
  row->position = SUIVI_POSITION_SUPPORTED;
  suivi_transaction_put_recommendation (step, row, &error);
  g_assert_no_error (error);
  put_grade (step, grade_fixture_make_grade (row->id, "Tree Alliance", SUIVI_LEVEL_NOTHING, "2024-05-01"));
}

/* An edition is frozen, then another organisation judges, and a coalition agrees. */
static gpointer
add_others (SuiviStore *store, gpointer data, GCancellable *cancellable, GError **error)
{
  const char *id = data;
  g_autoptr (SuiviEdition) edition = suivi_edition_new ("Mid-term 2024", "2024-12-31");
  g_autoptr (SuiviTransaction) step = suivi_store_begin (store, "Freeze", NULL);
  g_autoptr (SuiviTransaction) other_step = NULL;
  SuiviAssessment *agreed = grade_fixture_make_grade (id, "", SUIVI_LEVEL_SOME, "2026-03-03");

  g_assert_true (suivi_transaction_freeze_edition (step, edition, error));
  g_assert_true (suivi_transaction_commit (step, error));

  other_step = suivi_store_begin (store, "Others", NULL);
  put_grade (other_step, grade_fixture_make_grade (id, "Road Union", SUIVI_LEVEL_DONE, "2026-02-01"));
  /* Of an older file, which says of nobody whose it is: it is nobody's own. */
  suivi_store_set_author (store, "Ann", NULL);
  put_grade (other_step, grade_fixture_make_grade (id, "", SUIVI_LEVEL_SOME, "2020-02-01"));
  suivi_store_set_author (store, "Ann", GRADE_OWN);
  agreed->agreed = 1;
  g_strfreev (agreed->agreed_by);
  agreed->agreed_by = g_strsplit ("Road Union,Tree Alliance", ",", -1);
  put_grade (other_step, agreed);
  g_assert_true (suivi_transaction_commit (other_step, error));

  return NULL;
}

static void
test_what_others_say (void)
{
  GradeFixture fixture;
  GtkWidget *heading = NULL;
  g_autoptr (SuiviAssessment) counts = NULL;

  grade_fixture_set_up_filled (&fixture, fill_one);
  /* It has a light, so it is not among what is left. */
  g_assert_nonnull (app_find_text (fixture.root, "The one recommendation is graded"));
  counts = grade_fixture_look_up (&fixture, "7.1", NULL);
  app_run (fixture.base->workspace, add_others, counts->recommendation_id);
  suivi_grade_view_show (fixture.view, counts->recommendation_id);
  grade_fixture_settle (&fixture);

  heading = app_find_type (fixture.root, SUIVI_TYPE_GRADE_HEADING);
  g_assert_cmpstr (grade_fixture_get_number (&fixture), ==, "7.1");
  g_assert_nonnull (app_find_text (heading, "In Mid-term 2024:"));
  g_assert_nonnull (app_find_text (heading,
                                   "An agreed grade counts: ◐ Some progress, agreed on 3 March 2026 by Road "
                                   "Union, Tree Alliance. Your own judgement stands beside it."));
  g_assert_nonnull (
    app_find_text (heading, "Other organisations (all judgements together are 2 grades apart)"));
  g_assert_nonnull (app_find_text (heading, "Road Union"));
  g_assert_nonnull (app_find_text (heading, "● Implemented"));
  g_assert_nonnull (app_find_text (heading, "Tree Alliance"));
  g_assert_nonnull (app_find_text (heading, "○ No progress"));
  g_assert_nonnull (app_find_text (heading, "Organisation not named"));
  app_save_screenshot (GTK_WIDGET (fixture.window), "grade-others");
  /* None of that is the own grade. */
  grade_fixture_assert_reason (&fixture, "");
  g_assert_cmpint (suivi_level_row_get_level (grade_fixture_get_level_row (&fixture, 0)), ==,
                   SUIVI_LEVEL_UNASSESSED);

  g_signal_emit_by_name (heading, "open-requested");
  g_assert_cmpstr (fixture.shown, ==, counts->recommendation_id);

  grade_fixture_tear_down (&fixture);
}

/* A file that only a newer Suivi may write to says so by its number, which SQLite keeps at bytes 60 to 63. */
static void
make_newer (const char *path)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *bytes = NULL;
  gsize length = 0;

  g_file_get_contents (path, &bytes, &length, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (length, >, 64);
  bytes[62] = 3;
  g_file_set_contents (path, bytes, length, &error);
  g_assert_no_error (error);
}

static void
opened_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GError) error = NULL;

  *(SuiviWorkspace **) user_data = suivi_workspace_open_finish (result, &error);
  g_assert_no_error (error);
}

static gboolean
is_there (gpointer data)
{
  return *(gpointer *) data != NULL;
}

/* Everything can be read, nothing changed. */
static void
test_read_only (void)
{
  GradeFixture fixture;
  SuiviWorkspace *workspace = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *path = NULL;
  GtkWidget *again = NULL;

  grade_fixture_set_up (&fixture, 2);
  path = g_build_filename (fixture.base->folder, "newer.suivi", NULL);
  {
    g_autoptr (SuiviStore) store = suivi_store_create (path, &error);
    g_autoptr (SuiviTransaction) step = suivi_store_begin (store, "Fill", &error);

    fill_one (step);
    g_assert_true (suivi_transaction_commit (step, &error));
  }
  make_newer (path);
  suivi_workspace_open_async (path, FALSE, "Ann", "", NULL, opened_cb, &workspace);
  app_wait_until (is_there, &workspace);
  g_assert_cmpint (suivi_workspace_get_read_only (workspace), ==, SUIVI_READ_ONLY_NEWER);

  g_object_set (fixture.view, "workspace", workspace, NULL);
  app_settle_workspace (workspace);
  again = app_find_text (fixture.root, "Look at them again");
  g_assert_nonnull (again);
  g_signal_emit_by_name (gtk_widget_get_ancestor (again, GTK_TYPE_BUTTON), "clicked");
  app_settle_workspace (workspace);
  g_assert_cmpstr (grade_fixture_get_number (&fixture), ==, "7.1");
  g_assert_nonnull (app_find_text (fixture.root, "Tree Alliance"));
  g_assert_false (gtk_widget_is_sensitive (GTK_WIDGET (grade_fixture_get_level_row (&fixture, 0))));
  g_assert_false (gtk_editable_get_editable (fixture.source));
  g_assert_false (
    gtk_text_view_get_editable (GTK_TEXT_VIEW (app_find_type (fixture.root, GTK_TYPE_TEXT_VIEW))));
  g_assert_false (gtk_widget_get_visible (app_find_action (fixture.root, "grading.save")));

  g_object_set (fixture.view, "workspace", fixture.base->workspace, NULL);
  suivi_workspace_close (workspace);
  grade_fixture_settle (&fixture);
  g_assert_cmpstr (grade_fixture_get_number (&fixture), ==, "140.1");
  g_assert_true (gtk_editable_get_editable (fixture.source));
  g_assert_finalize_object (workspace);

  grade_fixture_tear_down (&fixture);
}

static void
test_list (void)
{
  GradeFixture fixture;
  GtkWidget *list = NULL;
  GtkDropDown *shown = NULL;
  SuiviFacetChip *position = NULL;

  grade_fixture_set_up (&fixture, 10);
  list = app_find_type (fixture.root, SUIVI_TYPE_GRADE_LIST);
  shown = GTK_DROP_DOWN (app_find_widget (list, GTK_TYPE_DROP_DOWN, 0));
  position = SUIVI_FACET_CHIP (app_find_widget (list, SUIVI_TYPE_FACET_CHIP, 0));
  g_assert_cmpint (suivi_facet_chip_get_facet (position), ==, SUIVI_FACET_POSITION);

  /* Recommendation 9 is the only one that is noted. */
  g_signal_emit_by_name (position, "chosen", "noted", TRUE);
  grade_fixture_settle (&fixture);
  g_assert_cmpstr (grade_fixture_get_number (&fixture), ==, "140.1");
  gtk_widget_activate_action (fixture.root, "grading.next", NULL);
  grade_fixture_settle (&fixture);
  g_assert_cmpstr (grade_fixture_get_number (&fixture), ==, "140.9");

  g_signal_emit_by_name (position, "cleared");
  gtk_drop_down_set_selected (shown, SUIVI_GRADE_SHOWN_GRADED);
  grade_fixture_settle (&fixture);
  g_assert_nonnull (app_find_text (list, "Nothing is graded yet."));
  suivi_grade_list_show_all (SUIVI_GRADE_LIST (list));
  grade_fixture_settle (&fixture);
  g_assert_cmpuint (gtk_drop_down_get_selected (shown), ==, SUIVI_GRADE_SHOWN_ALL);
  gtk_widget_activate_action (fixture.root, "grading.next", NULL);
  grade_fixture_settle (&fixture);
  g_assert_cmpstr (grade_fixture_get_number (&fixture), ==, "140.10");

  grade_fixture_tear_down (&fixture);
}

static guint
count_rows (GradeFixture *fixture)
{
  return g_list_model_get_n_items (
    G_LIST_MODEL (gtk_list_view_get_model (GTK_LIST_VIEW (find_rows (fixture->root)))));
}

/* Those that show something, in their order. */
static SuiviRecommendationRow *
get_row (GradeFixture *fixture, guint index)
{
  GtkWidget *row = app_find_widget (find_rows (fixture->root), SUIVI_TYPE_RECOMMENDATION_ROW, index);

  g_assert_nonnull (row);
  return SUIVI_RECOMMENDATION_ROW (row);
}

static gboolean
is_marked (GradeFixture *fixture, guint index)
{
  GtkWidget *row = GTK_WIDGET (get_row (fixture, index));
  GtkWidget *mark = app_find_visible (row, GTK_TYPE_IMAGE, 0);
  g_autofree char *name = gtk_test_accessible_check_property (GTK_ACCESSIBLE (gtk_widget_get_parent (row)),
                                                              GTK_ACCESSIBLE_PROPERTY_LABEL, "?");

  g_assert_nonnull (name);
  g_assert_true ((strstr (name, "begun and not saved yet") != NULL) == (mark != NULL));

  return mark != NULL;
}

/* What was begun is marked, and can be found again. */
static void
test_begun (void)
{
  GradeFixture fixture;
  GtkDropDown *shown = NULL;

  grade_fixture_set_up (&fixture, 4);
  shown = GTK_DROP_DOWN (
    app_find_widget (app_find_type (fixture.root, SUIVI_TYPE_GRADE_LIST), GTK_TYPE_DROP_DOWN, 0));
  gtk_widget_activate_action (fixture.root, "grading.next", NULL);
  grade_fixture_settle (&fixture);
  gtk_text_buffer_set_text (fixture.reason, "Half a sen", -1);
  gtk_widget_activate_action (fixture.root, "grading.next", NULL);
  grade_fixture_settle (&fixture);
  g_assert_cmpuint (count_rows (&fixture), ==, 4);
  g_assert_false (is_marked (&fixture, 0));
  g_assert_true (is_marked (&fixture, 1));
  g_assert_false (is_marked (&fixture, 2));
  app_save_screenshot (GTK_WIDGET (fixture.window), "grade-begun");

  gtk_drop_down_set_selected (shown, SUIVI_GRADE_SHOWN_BEGUN);
  grade_fixture_settle (&fixture);
  g_assert_cmpuint (count_rows (&fixture), ==, 1);
  gtk_widget_activate_action (fixture.root, "grading.next", NULL);
  grade_fixture_settle (&fixture);
  g_assert_cmpstr (grade_fixture_get_number (&fixture), ==, "140.2");

  /* Gone on with, it is no longer only begun. */
  suivi_level_row_set_level (grade_fixture_get_level_row (&fixture, 0), SUIVI_LEVEL_DONE);
  grade_fixture_fill_in (&fixture, "A sentence", "Gazette");
  gtk_widget_activate_action (fixture.root, "grading.save", NULL);
  grade_fixture_settle (&fixture);
  g_assert_cmpuint (count_rows (&fixture), ==, 0);
  g_assert_nonnull (app_find_text (fixture.root, "Nothing was begun and left."));
  gtk_drop_down_set_selected (shown, SUIVI_GRADE_SHOWN_ALL);
  grade_fixture_settle (&fixture);
  g_assert_false (is_marked (&fixture, 1));

  grade_fixture_tear_down (&fixture);
}

static void
fill_shared (SuiviTransaction *step)
{
  static const char *const themes[] = { "Education", "Roads" };
  g_autoptr (GError) error = NULL;
  g_autoptr (SuiviReview) review = suivi_review_new ("XAL", 48);

  suivi_transaction_put_review (step, review, &error);
  for (guint i = 0; i < 3; i++)
    {
      g_autoptr (SuiviRecommendation) row = suivi_recommendation_new ();
      const char *ids[] = { NULL, NULL };

      row->review_id = g_strdup (review->id);
      row->number = g_strdup_printf ("7.%u", i + 1);
      row->text = g_strdup ("Plant trees along every road");
      g_strfreev (row->themes);
      row->themes = g_strsplit (themes[i / 2], ",", -1);
      suivi_transaction_put_recommendation (step, row, &error);
      g_assert_no_error (error);
      ids[0] = row->id;
      suivi_transaction_add_institution (step, ids, i == 0 ? "Ministry of Trees" : "Parliament", &error);
      g_assert_no_error (error);
    }
}

static SuiviFacetChip *
find_chip (GradeFixture *fixture, SuiviFacet facet)
{
  GtkWidget *filter = app_find_type (fixture->root, SUIVI_TYPE_GRADE_FILTER);

  for (guint i = 0;; i++)
    {
      GtkWidget *chip = app_find_widget (filter, SUIVI_TYPE_FACET_CHIP, i);

      g_assert_nonnull (chip);
      if (suivi_facet_chip_get_facet (SUIVI_FACET_CHIP (chip)) == facet)
        return SUIVI_FACET_CHIP (chip);
    }
}

/* Whoever grades a share of the work, by theme or institution, sees that share. */
static void
test_shares (void)
{
  GradeFixture fixture;
  SuiviFacetChip *theme = NULL;
  SuiviFacetChip *institution = NULL;
  GPtrArray *values = NULL;

  grade_fixture_set_up_filled (&fixture, fill_shared);
  theme = find_chip (&fixture, SUIVI_FACET_THEME);
  institution = find_chip (&fixture, SUIVI_FACET_INSTITUTION);
  g_assert_true (gtk_widget_get_visible (GTK_WIDGET (theme)));
  g_assert_true (gtk_widget_get_visible (GTK_WIDGET (institution)));
  /* There are no clusters. */
  g_assert_false (gtk_widget_get_visible (GTK_WIDGET (find_chip (&fixture, SUIVI_FACET_CLUSTER))));
  app_save_screenshot (GTK_WIDGET (fixture.window), "grade-shares");

  g_signal_emit_by_name (theme, "opened");
  grade_fixture_settle (&fixture);
  values = suivi_facet_chip_get_values (theme);
  g_assert_cmpuint (values->len, ==, 2);
  g_assert_cmpuint (((SuiviFacetValue *) g_ptr_array_index (values, 0))->count, ==, 2);

  g_signal_emit_by_name (theme, "chosen", "Education", TRUE);
  grade_fixture_settle (&fixture);
  g_assert_cmpuint (count_rows (&fixture), ==, 2);
  g_signal_emit_by_name (institution, "chosen", "Parliament", TRUE);
  grade_fixture_settle (&fixture);
  g_assert_cmpuint (count_rows (&fixture), ==, 1);
  g_signal_emit_by_name (theme, "cleared");
  grade_fixture_settle (&fixture);
  g_assert_cmpuint (count_rows (&fixture), ==, 2);
  suivi_grade_list_show_all (SUIVI_GRADE_LIST (app_find_type (fixture.root, SUIVI_TYPE_GRADE_LIST)));
  grade_fixture_settle (&fixture);
  g_assert_cmpuint (count_rows (&fixture), ==, 3);

  grade_fixture_tear_down (&fixture);
}

static void
fill_unnumbered (SuiviTransaction *step)
{
  static const char *const texts[]
    = { "Plant trees along every road of the country, and water them in summer", "Mend bridges" };
  g_autoptr (GError) error = NULL;
  g_autoptr (SuiviReview) review = suivi_review_new ("XAL", 48);

  suivi_transaction_put_review (step, review, &error);
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (SuiviRecommendation) row = suivi_recommendation_new ();

      row->review_id = g_strdup (review->id);
      row->number = g_strdup ("");
      row->text = g_strdup (texts[i]);
      row->position = SUIVI_POSITION_SUPPORTED;
      suivi_transaction_put_recommendation (step, row, &error);
      g_assert_no_error (error);
    }
}

static void
grade_shown (GradeFixture *fixture)
{
  suivi_level_row_set_level (grade_fixture_get_level_row (fixture, 0), SUIVI_LEVEL_DONE);
  grade_fixture_fill_in (fixture, "Done", "Gazette");
  gtk_widget_activate_action (fixture->root, "grading.save", NULL);
  grade_fixture_settle (fixture);
}

/* What has no number is named by what it says. */
static void
test_without_number (void)
{
  GradeFixture fixture;
  g_autoptr (GHashTable) labels = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  grade_fixture_set_up_filled (&fixture, fill_unnumbered);
  for (guint i = 0; i < 2; i++)
    {
      grade_shown (&fixture);
      g_hash_table_add (labels, g_strdup (suivi_workspace_get_undo_label (fixture.base->workspace)));
    }
  g_assert_true (g_hash_table_contains (labels, "Grade “Plant trees along every road of the…”"));
  g_assert_true (g_hash_table_contains (labels, "Grade “Mend bridges”"));

  grade_fixture_tear_down (&fixture);
}

/* "Nothing is known" is not a grade that counts; the status says why the recommendation is still in the list. */
static void
test_grey (void)
{
  GradeFixture fixture;
  g_autoptr (SuiviAssessment) grade = NULL;

  grade_fixture_set_up (&fixture, 2);
  grade_fixture_fill_in (&fixture, "Nobody answered our letters", "Own inquiry");
  gtk_widget_activate_action (fixture.root, "grading.save", NULL);
  grade_fixture_settle (&fixture);
  grade = grade_fixture_look_up (&fixture, "140.1", NULL);
  g_assert_nonnull (grade);
  g_assert_cmpint (grade->light, ==, SUIVI_LIGHT_GREY);
  g_assert_cmpuint (count_rows (&fixture), ==, 2);
  gtk_widget_activate_action (fixture.root, "grading.previous", NULL);
  grade_fixture_settle (&fixture);
  {
    g_autofree char *byline = suivi_assessment_to_byline (grade);
    g_autofree char *status
      = g_strdup_printf ("Saved, and still among what is not assessed yet · %s", byline);

    g_assert_nonnull (app_find_text (fixture.root, status));
  }

  grade_fixture_tear_down (&fixture);
}

/* What is graded from elsewhere, as an import does it, is no longer left to grade; what one is grading stays shown. */
static void
test_list_follows (void)
{
  GradeFixture fixture;
  g_autoptr (SuiviRecommendation) first = NULL;
  g_autoptr (SuiviRecommendation) second = NULL;

  grade_fixture_set_up (&fixture, 3);
  first = review_fixture_wait_row (fixture.base, 0);
  second = review_fixture_wait_row (fixture.base, 1);
  g_assert_cmpuint (count_rows (&fixture), ==, 3);
  /* While another tab is shown, too */
  gtk_widget_set_visible (fixture.root, FALSE);
  grade_fixture_grade_elsewhere (&fixture, second->id);
  grade_fixture_settle (&fixture);
  gtk_widget_set_visible (fixture.root, TRUE);
  grade_fixture_settle (&fixture);
  g_assert_cmpuint (count_rows (&fixture), ==, 2);
  g_assert_nonnull (app_find_text (fixture.root, "1 of 3 graded"));

  grade_fixture_grade_elsewhere (&fixture, first->id);
  grade_fixture_settle (&fixture);
  g_assert_cmpuint (count_rows (&fixture), ==, 1);
  g_assert_cmpstr (grade_fixture_get_number (&fixture), ==, "140.1");
  g_assert_cmpint (suivi_level_row_get_level (grade_fixture_get_level_row (&fixture, 0)), ==,
                   SUIVI_LEVEL_DONE);
  gtk_widget_activate_action (fixture.root, "grading.next", NULL);
  grade_fixture_settle (&fixture);
  g_assert_cmpstr (grade_fixture_get_number (&fixture), ==, "140.3");

  app_undo (fixture.base->workspace);
  g_assert_cmpuint (count_rows (&fixture), ==, 2);

  grade_fixture_tear_down (&fixture);
}

static void
test_narrow (void)
{
  GradeFixture fixture;
  AdwLeaflet *leaflet = NULL;
  GtkWidget *pane = NULL;
  int minimum = 0;

  grade_fixture_set_up (&fixture, 3);
  gtk_widget_measure (fixture.root, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);
  g_assert_cmpint (minimum, <=, 360);
  leaflet = ADW_LEAFLET (app_find_type (fixture.root, ADW_TYPE_LEAFLET));
  g_assert_false (adw_leaflet_get_folded (leaflet));

  gtk_window_destroy (fixture.window);
  grade_fixture_settle (&fixture);
  grade_fixture_present (&fixture);
  gtk_window_set_default_size (fixture.window, 360, 640);
  gtk_test_widget_wait_for_draw (fixture.root);
  leaflet = ADW_LEAFLET (app_find_type (fixture.root, ADW_TYPE_LEAFLET));
  while (!adw_leaflet_get_folded (leaflet))
    g_main_context_iteration (NULL, TRUE);
  /* One begins where one grades, and Esc leads to the list. */
  pane
    = gtk_widget_get_ancestor (app_find_type (fixture.root, SUIVI_TYPE_GRADE_FORM), GTK_TYPE_SCROLLED_WINDOW);
  pane = gtk_widget_get_parent (pane);
  g_assert_true (adw_leaflet_get_visible_child (leaflet) == pane);
  g_assert_true (app_press_key (pane, GDK_KEY_Escape, 0));
  g_assert_true (SUIVI_IS_GRADE_LIST (adw_leaflet_get_visible_child (leaflet)));

  /* There, no key grades what is not to be seen. */
  grade_fixture_settle (&fixture);
  g_assert_cmpstr (grade_fixture_get_number (&fixture), ==, "140.1");
  g_assert_false (press_in_list (find_rows (fixture.root), GDK_KEY_3));
  g_assert_cmpint (suivi_level_row_get_level (grade_fixture_get_level_row (&fixture, 0)), ==,
                   SUIVI_LEVEL_UNASSESSED);
  g_assert_true (SUIVI_IS_GRADE_LIST (adw_leaflet_get_visible_child (leaflet)));

  grade_fixture_tear_down (&fixture);
}

static void
assert_named (GtkWidget *widget, const char *name)
{
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL, name);
}

static void
test_names (void)
{
  GradeFixture fixture;
  GtkWidget *list = NULL;

  grade_fixture_set_up (&fixture, 3);
  /* Drop-downs have lists of their own. */
  for (guint i = 0; list == NULL || !gtk_widget_has_css_class (list, "recommendations"); i++)
    list = app_find_widget (fixture.root, GTK_TYPE_LIST_VIEW, i);
  assert_named (app_find_action (fixture.root, "grading.previous"), "Previous recommendation");
  assert_named (app_find_action (fixture.root, "grading.next"), "Next recommendation");
  assert_named (app_find_type (fixture.root, GTK_TYPE_TEXT_VIEW), "Reason");
  assert_named (app_find_type (fixture.root, GTK_TYPE_PROGRESS_BAR), "Graded so far");
  assert_named (list, "Recommendations to grade");
  assert_named (app_find_widget (fixture.root, GTK_TYPE_DROP_DOWN, 0), "Which to show");
  assert_named (app_find_widget (GTK_WIDGET (grade_fixture_get_level_row (&fixture, 2)),
                                 GTK_TYPE_TOGGLE_BUTTON, 0),
                "Practice: Done");
  grade_fixture_tear_down (&fixture);
}

/* A long list is as quick as a short one: rows are read when they are seen. */
static void
test_many (void)
{
  GradeFixture fixture;
  gint64 begin = 0;

  if (!g_test_slow ())
    {
      g_test_skip ("slow");
      return;
    }

  grade_fixture_set_up (&fixture, 5000);
  begin = g_get_monotonic_time ();
  for (guint i = 0; i < 20; i++)
    {
      suivi_level_row_set_level (grade_fixture_get_level_row (&fixture, 0), SUIVI_LEVEL_DONE);
      grade_fixture_fill_in (&fixture, "Done", "S");
      gtk_widget_activate_action (fixture.root, "grading.save", NULL);
      grade_fixture_settle (&fixture);
    }
  g_test_message ("Saved and went on in %.1f ms", (g_get_monotonic_time () - begin) / 1000.0 / 20);
  g_assert_nonnull (app_find_text (fixture.root, "20 of 5000 graded"));

  grade_fixture_tear_down (&fixture);
}

int
main (int argc, char *argv[])
{
  app_test_init (&argc, &argv);

  g_test_add_func ("/app/grade-view/keys-and-enter", test_keys_and_enter);
  g_test_add_func ("/app/grade-view/keyboard-at-once", test_keyboard_at_once);
  g_test_add_func ("/app/grade-view/keyboard-elsewhere", test_keyboard_elsewhere);
  g_test_add_func ("/app/grade-view/all-graded", test_all_graded);
  g_test_add_func ("/app/grade-view/nothing-to-grade", test_nothing_to_grade);
  g_test_add_func ("/app/grade-view/what-others-say", test_what_others_say);
  g_test_add_func ("/app/grade-view/read-only", test_read_only);
  g_test_add_func ("/app/grade-view/list", test_list);
  g_test_add_func ("/app/grade-view/begun", test_begun);
  g_test_add_func ("/app/grade-view/shares", test_shares);
  g_test_add_func ("/app/grade-view/without-number", test_without_number);
  g_test_add_func ("/app/grade-view/grey", test_grey);
  g_test_add_func ("/app/grade-view/list-follows", test_list_follows);
  g_test_add_func ("/app/grade-view/narrow", test_narrow);
  g_test_add_func ("/app/grade-view/names", test_names);
  g_test_add_func ("/app/grade-view/many", test_many);

  return g_test_run ();
}
