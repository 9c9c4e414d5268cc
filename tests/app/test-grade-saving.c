/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The fast grading flow, through its real widgets: what is saved, and when. */

#include "config.h"

#include "app/scorecard/evidence-box.h"
#include "app/scorecard/grade-change.h"
#include "app/scorecard/grade-heading.h"
#include "app/settings.h"
#include "grade-fixture.h"

static gboolean
is_graded (gpointer data)
{
  return g_strcmp0 (suivi_workspace_get_undo_label (((GradeFixture *) data)->base->workspace), "Grade 140.1")
         == 0;
}

static void
test_pause_saves (void)
{
  GradeFixture fixture;
  g_autoptr (SuiviAssessment) grade = NULL;

  grade_fixture_set_up (&fixture, 3);
  suivi_level_row_set_level (grade_fixture_get_level_row (&fixture, 2), SUIVI_LEVEL_DONE);
  grade_fixture_fill_in (&fixture, "Schools opened.", "Report 4");
  g_assert_nonnull (app_find_text (fixture.root, "Saved after a pause, or when you go on"));
  g_assert_false (is_graded (&fixture));
  app_wait_until (is_graded, &fixture);
  grade_fixture_settle (&fixture);

  /* It is no longer among what is not graded, and stays where it is. */
  g_assert_cmpstr (grade_fixture_get_number (&fixture), ==, "140.1");
  grade_fixture_assert_reason (&fixture, "Schools opened.");
  grade = grade_fixture_look_up (&fixture, "140.1", NULL);
  g_assert_cmpint (grade->light, ==, SUIVI_LIGHT_GREEN);
  gtk_widget_activate_action (fixture.root, "grading.next", NULL);
  grade_fixture_settle (&fixture);
  g_assert_cmpstr (grade_fixture_get_number (&fixture), ==, "140.2");

  grade_fixture_tear_down (&fixture);
}

static void
redone_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GError) error = NULL;

  suivi_workspace_run_finish (SUIVI_WORKSPACE (source), result, &error);
  g_assert_no_error (error);
}

static gpointer
add_evidence (SuiviStore *store, gpointer data, GCancellable *cancellable, GError **error)
{
  g_autoptr (SuiviTransaction) step = suivi_store_begin (store, "Evidence", error);

  g_assert_true (suivi_transaction_put_evidence (step, data, error));
  g_assert_true (suivi_transaction_commit (step, error));

  return NULL;
}

static void
test_nothing_is_lost (void)
{
  GradeFixture fixture;
  g_autoptr (SuiviEvidence) evidence = suivi_evidence_new ("School register", SUIVI_EVIDENCE_STATISTICS);
  g_autoptr (SuiviRecommendation) first = NULL;

  grade_fixture_set_up (&fixture, 3);
  first = review_fixture_wait_row (fixture.base, 0);
  suivi_level_row_set_level (grade_fixture_get_level_row (&fixture, 0), SUIVI_LEVEL_SOME);
  g_assert_true (suivi_grade_view_has_unsaved (fixture.view));
  gtk_text_buffer_set_text (fixture.reason, "Two lines\nof thought ", -1);
  gtk_widget_activate_action (fixture.root, "grading.next", NULL);
  grade_fixture_settle (&fixture);
  g_assert_false (suivi_grade_view_has_unsaved (fixture.view));
  g_assert_cmpuint (grade_fixture_count_drafts (&fixture), ==, 1);
  g_assert_cmpstr (suivi_workspace_get_undo_label (fixture.base->workspace), ==, "Fill");
  g_assert_cmpstr (grade_fixture_get_number (&fixture), ==, "140.2");
  grade_fixture_assert_reason (&fixture, "");
  g_assert_cmpint (suivi_level_row_get_level (grade_fixture_get_level_row (&fixture, 0)), ==,
                   SUIVI_LEVEL_UNASSESSED);
  g_assert_null (grade_fixture_look_up (&fixture, "140.1", NULL));

  gtk_widget_activate_action (fixture.root, "grading.previous", NULL);
  grade_fixture_settle (&fixture);
  g_assert_cmpstr (grade_fixture_get_number (&fixture), ==, "140.1");
  grade_fixture_assert_reason (&fixture, "Two lines\nof thought ");
  g_assert_cmpint (suivi_level_row_get_level (grade_fixture_get_level_row (&fixture, 0)), ==,
                   SUIVI_LEVEL_SOME);
  g_assert_nonnull (
    app_find_text (fixture.root,
                   "What you typed before is back. Say where it stands: a grade needs a source."));

  /* Another step takes nothing away either. */
  gtk_editable_set_text (fixture.source, "Gaz");
  gtk_text_buffer_set_text (fixture.reason, "", -1);
  app_run (fixture.base->workspace, add_evidence, evidence);
  grade_fixture_settle (&fixture);
  g_assert_cmpstr (gtk_editable_get_text (fixture.source), ==, "Gaz");

  /* Nor does an undo that takes away all there is to grade. */
  app_undo (fixture.base->workspace);
  app_undo (fixture.base->workspace);
  g_assert_nonnull (app_find_text (fixture.root, "Nothing to grade yet"));
  g_assert_true (suivi_grade_view_has_unsaved (fixture.view));
  suivi_workspace_redo_async (fixture.base->workspace, redone_cb, NULL);
  grade_fixture_settle (&fixture);
  suivi_grade_view_show (fixture.view, first->id);
  grade_fixture_settle (&fixture);
  g_assert_cmpstr (grade_fixture_get_number (&fixture), ==, "140.1");
  g_assert_cmpstr (gtk_editable_get_text (fixture.source), ==, "Gaz");
  gtk_widget_activate_action (fixture.root, "grading.next", NULL);
  grade_fixture_settle (&fixture);
  g_assert_false (suivi_grade_view_has_unsaved (fixture.view));

  grade_fixture_tear_down (&fixture);
}

/* What cannot be saved, because it is gone, is kept, and is there again with the recommendation. */
static void
test_failure_keeps_what_was_typed (void)
{
  GradeFixture fixture;
  GtkRevealer *failure = NULL;
  g_autoptr (SuiviRecommendation) first = NULL;
  g_autoptr (SuiviAssessment) grade = NULL;

  grade_fixture_set_up (&fixture, 2);
  first = review_fixture_wait_row (fixture.base, 0);
  failure = GTK_REVEALER (app_find_type (fixture.root, GTK_TYPE_REVEALER));
  suivi_level_row_set_level (grade_fixture_get_level_row (&fixture, 0), SUIVI_LEVEL_DONE);
  grade_fixture_fill_in (&fixture, "Seen by us", "Visit");
  app_undo (fixture.base->workspace);
  grade_fixture_settle (&fixture);
  g_assert_true (gtk_revealer_get_reveal_child (failure));
  g_assert_true (suivi_grade_view_has_unsaved (fixture.view));

  suivi_workspace_redo_async (fixture.base->workspace, redone_cb, NULL);
  grade_fixture_settle (&fixture);
  suivi_grade_view_show (fixture.view, first->id);
  grade_fixture_settle (&fixture);
  g_assert_cmpstr (grade_fixture_get_number (&fixture), ==, "140.1");
  grade_fixture_assert_reason (&fixture, "Seen by us");
  gtk_widget_activate_action (fixture.root, "grading.save", NULL);
  grade_fixture_settle (&fixture);
  grade = grade_fixture_look_up (&fixture, "140.1", NULL);
  g_assert_cmpstr (grade->reason, ==, "Seen by us");

  grade_fixture_tear_down (&fixture);
}

static void
test_leaving_saves (void)
{
  GradeFixture fixture;
  g_autoptr (SuiviAssessment) grade = NULL;
  g_autoptr (SuiviAssessment) other = NULL;
  g_autoptr (SuiviAssessment) last = NULL;

  grade_fixture_set_up (&fixture, 3);
  suivi_level_row_set_level (grade_fixture_get_level_row (&fixture, 0), SUIVI_LEVEL_NOTHING);
  grade_fixture_fill_in (&fixture, "Nothing happened.", "Letter");
  gtk_widget_activate_action (fixture.root, "grading.next", NULL);
  grade_fixture_settle (&fixture);
  g_assert_cmpstr (grade_fixture_get_number (&fixture), ==, "140.2");
  grade = grade_fixture_look_up (&fixture, "140.1", NULL);
  g_assert_cmpint (grade->light, ==, SUIVI_LIGHT_RED);

  /* Another tab */
  suivi_level_row_set_level (grade_fixture_get_level_row (&fixture, 1), SUIVI_LEVEL_SOME);
  grade_fixture_fill_in (&fixture, "A plan.", "Ministry");
  gtk_widget_set_visible (fixture.root, FALSE);
  grade_fixture_settle (&fixture);
  other = grade_fixture_look_up (&fixture, "140.2", NULL);
  g_assert_cmpint (other->light, ==, SUIVI_LIGHT_AMBER);

  /* The window closes. */
  gtk_widget_set_visible (fixture.root, TRUE);
  gtk_widget_activate_action (fixture.root, "grading.next", NULL);
  grade_fixture_settle (&fixture);
  g_assert_cmpstr (grade_fixture_get_number (&fixture), ==, "140.3");
  suivi_level_row_set_level (grade_fixture_get_level_row (&fixture, 2), SUIVI_LEVEL_DONE);
  grade_fixture_fill_in (&fixture, "Seen.", "Visit");
  gtk_window_destroy (fixture.window);
  last = grade_fixture_look_up (&fixture, "140.3", NULL);
  g_assert_cmpint (last->light, ==, SUIVI_LIGHT_GREEN);
  grade_fixture_present (&fixture);

  grade_fixture_tear_down (&fixture);
}

static void
test_undo (void)
{
  GradeFixture fixture;
  g_autoptr (SuiviAssessment) grade = NULL;

  grade_fixture_set_up (&fixture, 2);
  suivi_level_row_set_level (grade_fixture_get_level_row (&fixture, 0), SUIVI_LEVEL_DONE);
  grade_fixture_fill_in (&fixture, "First", "S");
  app_wait_until (is_graded, &fixture);
  grade_fixture_settle (&fixture);
  app_undo (fixture.base->workspace);

  grade_fixture_assert_reason (&fixture, "");
  g_assert_cmpint (suivi_level_row_get_level (grade_fixture_get_level_row (&fixture, 0)), ==,
                   SUIVI_LEVEL_UNASSESSED);
  g_assert_nonnull (app_find_text (fixture.root, "0 of 2 graded"));
  g_assert_null (grade_fixture_look_up (&fixture, "140.1", NULL));

  grade_fixture_tear_down (&fixture);
}

/* What is typed after the last one is not dropped by looking at them again. */
static void
test_again_keeps (void)
{
  GradeFixture fixture;
  g_autoptr (SuiviAssessment) grade = NULL;
  GtkWidget *again = NULL;

  for (guint complete = 0; complete < 2; complete++)
    {
      grade_fixture_set_up (&fixture, 1);
      suivi_level_row_set_level (grade_fixture_get_level_row (&fixture, 0), SUIVI_LEVEL_DONE);
      grade_fixture_fill_in (&fixture, "Done", "S");
      gtk_widget_activate_action (fixture.root, "grading.save", NULL);
      grade_fixture_settle (&fixture);
      again = gtk_widget_get_ancestor (app_find_text (fixture.root, "Look at them again"), GTK_TYPE_BUTTON);
      grade_fixture_fill_in (&fixture, complete ? "Done by all" : "", "S");
      g_signal_emit_by_name (again, "clicked");
      grade_fixture_settle (&fixture);
      grade_fixture_assert_reason (&fixture, complete ? "Done by all" : "");
      g_assert_cmpuint (grade_fixture_count_drafts (&fixture), ==, complete ? 0 : 1);
      g_clear_pointer (&grade, suivi_assessment_free);
      grade = grade_fixture_look_up (&fixture, "140.1", NULL);
      g_assert_cmpstr (grade->reason, ==, complete ? "Done by all" : "Done");
      grade_fixture_tear_down (&fixture);
    }
}

/* Nor does the page that says that all are graded come up over it. */
static void
test_typing_is_not_the_end (void)
{
  GradeFixture fixture;

  grade_fixture_set_up (&fixture, 1);
  suivi_level_row_set_level (grade_fixture_get_level_row (&fixture, 0), SUIVI_LEVEL_DONE);
  grade_fixture_fill_in (&fixture, "Done", "S");
  gtk_widget_activate_action (fixture.root, "grading.save", NULL);
  /* It is on its way still. */
  gtk_text_buffer_set_text (fixture.reason, "", -1);
  grade_fixture_settle (&fixture);
  g_assert_null (app_find_text (fixture.root, "Look at them again"));
  grade_fixture_assert_reason (&fixture, "");
  g_assert_true (suivi_grade_view_has_unsaved (fixture.view));
  grade_fixture_tear_down (&fixture);
}

typedef struct
{
  gboolean done;
  GError *error;
} Waited;

static void
waited_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Waited *waited = user_data;

  waited->done = suivi_grade_view_save_finish (SUIVI_GRADE_VIEW (source), result, &waited->error)
                 || waited->error != NULL;
}

/* The window waits for what is complete, and hears of it if it could not be saved. */
static void
test_save_is_waited_for (void)
{
  GradeFixture fixture;
  g_autoptr (SuiviAssessment) grade = NULL;
  Waited waited = { FALSE, NULL };

  grade_fixture_set_up (&fixture, 2);
  g_assert_false (suivi_grade_view_has_unsaved (fixture.view));
  suivi_level_row_set_level (grade_fixture_get_level_row (&fixture, 0), SUIVI_LEVEL_DONE);
  g_assert_true (suivi_grade_view_has_unsaved (fixture.view));
  grade_fixture_fill_in (&fixture, "Seen by us", "Visit");
  g_assert_true (suivi_grade_view_has_unsaved (fixture.view));
  suivi_grade_view_save_async (fixture.view, waited_cb, &waited);
  g_assert_true (suivi_grade_view_has_unsaved (fixture.view));
  grade_fixture_settle (&fixture);
  g_assert_true (waited.done);
  g_assert_no_error (waited.error);
  g_assert_false (suivi_grade_view_has_unsaved (fixture.view));
  grade = grade_fixture_look_up (&fixture, "140.1", NULL);
  g_assert_cmpstr (grade->reason, ==, "Seen by us");

  waited.done = FALSE;
  gtk_text_buffer_set_text (fixture.reason, "Seen by all", -1);
  suivi_workspace_undo_async (fixture.base->workspace, redone_cb, NULL);
  suivi_workspace_undo_async (fixture.base->workspace, redone_cb, NULL);
  suivi_grade_view_save_async (fixture.view, waited_cb, &waited);
  grade_fixture_settle (&fixture);
  g_assert_true (waited.done);
  g_assert_nonnull (waited.error);
  g_assert_true (suivi_grade_view_has_unsaved (fixture.view));
  g_clear_error (&waited.error);
  grade_fixture_tear_down (&fixture);
}

/* The name is asked for where one grades, once. */
static void
test_name_is_asked_for (void)
{
  GradeFixture fixture;
  GtkWidget *name = NULL;
  g_autofree char *known = NULL;

  grade_fixture_set_up (&fixture, 3);
  g_settings_set_string (suivi_settings_get_default (), "user-name", "");
  grade_fixture_settle (&fixture);
  name = app_find_widget (fixture.root, ADW_TYPE_ENTRY_ROW, 2);
  g_assert_true (gtk_widget_get_visible (name));
  gtk_editable_set_text (GTK_EDITABLE (name), "");

  suivi_level_row_set_level (grade_fixture_get_level_row (&fixture, 0), SUIVI_LEVEL_DONE);
  grade_fixture_fill_in (&fixture, "Done", "S");
  gtk_widget_activate_action (fixture.root, "grading.save", NULL);
  g_assert_true (grade_fixture_has_focus_in (&fixture, name));
  gtk_editable_set_text (GTK_EDITABLE (name), "Ben");
  g_signal_emit_by_name (name, "entry-activated");
  grade_fixture_settle (&fixture);
  g_assert_cmpstr (grade_fixture_get_number (&fixture), ==, "140.2");
  known = suivi_settings_dup_user_name ();
  g_assert_cmpstr (known, ==, "Ben");
  g_assert_false (gtk_widget_get_visible (name));

  grade_fixture_tear_down (&fixture);
}

/* The organisation is asked for where one grades, once, and those of the workspace are proposed. */
static void
test_organisation_is_asked_for (void)
{
  GradeFixture fixture;
  g_autoptr (SuiviRecommendation) second = NULL;
  g_autoptr (SuiviAssessment) grade = NULL;
  g_autofree char *known = NULL;
  GtkWidget *organisation = NULL;
  GtkWidget *proposals = NULL;
  GMenuModel *menu = NULL;
  g_autofree char *label = NULL;

  grade_fixture_set_up (&fixture, 3);
  organisation = app_find_widget (fixture.root, ADW_TYPE_ENTRY_ROW, 3);
  proposals = app_find_type (organisation, GTK_TYPE_MENU_BUTTON);
  g_assert_false (gtk_widget_get_visible (organisation));
  second = review_fixture_wait_row (fixture.base, 1);
  grade_fixture_grade_elsewhere (&fixture, second->id);
  g_settings_set_string (suivi_settings_get_default (), "organisation", "");
  grade_fixture_settle (&fixture);
  g_assert_true (gtk_widget_get_visible (organisation));
  g_assert_true (gtk_widget_get_visible (proposals));
  menu = gtk_menu_button_get_menu_model (GTK_MENU_BUTTON (proposals));
  g_assert_cmpint (g_menu_model_get_n_items (menu), ==, 1);
  g_menu_model_get_item_attribute (menu, 0, G_MENU_ATTRIBUTE_LABEL, "s", &label);
  g_assert_cmpstr (label, ==, GRADE_OWN);

  /* Without it, a pause keeps and does not save. */
  suivi_level_row_set_level (grade_fixture_get_level_row (&fixture, 0), SUIVI_LEVEL_DONE);
  grade_fixture_fill_in (&fixture, "Done", "S");
  g_assert_nonnull (
    app_find_text (fixture.root, "Say for which organisation you grade. What you typed is kept."));
  gtk_widget_activate_action (fixture.root, "grading.save", NULL);
  g_assert_true (grade_fixture_has_focus_in (&fixture, organisation));
  grade_fixture_wait_for_drafts (&fixture, 1);
  gtk_editable_set_text (GTK_EDITABLE (organisation), "Road");
  g_assert_nonnull (app_find_text (fixture.root, "Saved when you go on"));

  /* Chosen, and remembered */
  g_assert_true (gtk_widget_activate_action (proposals, "grade-form.choose-organisation", "s", GRADE_OWN));
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (organisation)), ==, GRADE_OWN);
  g_signal_emit_by_name (organisation, "entry-activated");
  grade_fixture_settle (&fixture);
  g_assert_cmpstr (grade_fixture_get_number (&fixture), ==, "140.3");
  known = suivi_settings_dup_organisation ();
  g_assert_cmpstr (known, ==, GRADE_OWN);
  g_assert_false (gtk_widget_get_visible (organisation));
  g_assert_cmpuint (grade_fixture_count_drafts (&fixture), ==, 0);
  grade = grade_fixture_look_up (&fixture, "140.1", NULL);
  g_assert_cmpstr (grade->organisation, ==, GRADE_OWN);

  grade_fixture_tear_down (&fixture);
}

/* Who works for another organisation now sees its grade as the own one; what was typed stays. */
static void
test_organisation_changes (void)
{
  GradeFixture fixture;
  g_autoptr (SuiviRecommendation) first = NULL;
  g_autoptr (SuiviAssessment) grade = NULL;
  GtkWidget *heading = NULL;

  grade_fixture_set_up (&fixture, 2);
  first = review_fixture_wait_row (fixture.base, 0);
  heading = app_find_type (fixture.root, SUIVI_TYPE_GRADE_HEADING);
  grade_fixture_grade_elsewhere (&fixture, first->id);
  suivi_grade_view_show (fixture.view, first->id);
  grade_fixture_settle (&fixture);
  g_assert_nonnull (app_find_text (fixture.root, "Saved · 3 March 2026 · Cleo, " GRADE_OWN));
  g_assert_null (app_find_text (heading, GRADE_OWN));

  g_settings_set_string (suivi_settings_get_default (), "organisation", "Road Union");
  grade_fixture_settle (&fixture);
  g_assert_nonnull (app_find_text (heading, GRADE_OWN));
  g_assert_nonnull (app_find_text (fixture.root, "No grade of your own yet"));
  g_assert_cmpint (suivi_level_row_get_level (grade_fixture_get_level_row (&fixture, 0)), ==,
                   SUIVI_LEVEL_UNASSESSED);

  /* The same name, written otherwise, is the same organisation. */
  gtk_text_buffer_set_text (fixture.reason, "Typed", -1);
  g_settings_set_string (suivi_settings_get_default (), "organisation", "school  WATCH");
  grade_fixture_settle (&fixture);
  grade_fixture_assert_reason (&fixture, "Typed");
  g_assert_null (app_find_text (heading, GRADE_OWN));
  gtk_editable_set_text (fixture.source, "S");
  gtk_widget_activate_action (fixture.root, "grading.save", NULL);
  grade_fixture_settle (&fixture);
  grade = grade_fixture_look_up (&fixture, "140.1", NULL);
  g_assert_cmpstr (grade->reason, ==, "Typed");
  g_assert_cmpstr (grade->organisation, ==, GRADE_OWN);

  grade_fixture_tear_down (&fixture);
}

/* Evidence is tied in the step that saves the grade; alone, it is a step of its own. */
static void
test_evidence (void)
{
  GradeFixture fixture;
  g_autoptr (SuiviEvidence) evidence = suivi_evidence_new ("School register", SUIVI_EVIDENCE_STATISTICS);
  g_autoptr (GPtrArray) list = g_ptr_array_new ();
  g_autoptr (GPtrArray) none = g_ptr_array_new ();
  g_autoptr (SuiviAssessment) grade = NULL;
  g_autoptr (SuiviAssessment) again = NULL;
  GtkWidget *box = NULL;
  guint n = 0;

  grade_fixture_set_up (&fixture, 3);
  box = app_find_type (fixture.root, SUIVI_TYPE_EVIDENCE_BOX);
  app_run (fixture.base->workspace, add_evidence, evidence);
  grade_fixture_settle (&fixture);
  g_ptr_array_add (list, evidence);
  suivi_evidence_box_set_evidence (SUIVI_EVIDENCE_BOX (box), list);
  g_signal_emit_by_name (box, "changed");
  suivi_level_row_set_level (grade_fixture_get_level_row (&fixture, 0), SUIVI_LEVEL_DONE);
  grade_fixture_fill_in (&fixture, "Counted", "Register");
  gtk_widget_activate_action (fixture.root, "grading.next", NULL);
  grade_fixture_settle (&fixture);
  grade = grade_fixture_look_up (&fixture, "140.1", &n);
  g_assert_cmpuint (n, ==, 1);
  g_assert_cmpstr (suivi_workspace_get_undo_label (fixture.base->workspace), ==, "Grade 140.1");

  gtk_widget_activate_action (fixture.root, "grading.previous", NULL);
  grade_fixture_settle (&fixture);
  suivi_grade_view_show (fixture.view, grade->recommendation_id);
  grade_fixture_settle (&fixture);
  g_assert_cmpstr (grade_fixture_get_number (&fixture), ==, "140.1");
  suivi_evidence_box_set_evidence (SUIVI_EVIDENCE_BOX (box), none);
  g_signal_emit_by_name (box, "changed");
  gtk_widget_activate_action (fixture.root, "grading.save", NULL);
  grade_fixture_settle (&fixture);
  g_assert_cmpstr (suivi_workspace_get_undo_label (fixture.base->workspace), ==, "Evidence for 140.1");
  again = grade_fixture_look_up (&fixture, "140.1", &n);
  g_assert_cmpuint (n, ==, 0);
  g_assert_cmpstr (again->id, ==, grade->id);

  /* With the step the evidence comes back, in the workspace. */
  app_undo (fixture.base->workspace);
  suivi_assessment_free (again);
  again = grade_fixture_look_up (&fixture, "140.1", &n);
  g_assert_cmpuint (n, ==, 1);

  grade_fixture_tear_down (&fixture);
}

/* What is left as it is keeps the value that the recommendation has. */
static void
test_change (void)
{
  g_autoptr (SuiviGradeChange) change = suivi_grade_change_new ();
  g_autoptr (SuiviAssessment) own = grade_fixture_make_grade ("x", "", SUIVI_LEVEL_SOME, "2025-01-01");
  g_autoptr (SuiviAssessment) by_rule = NULL;
  g_autoptr (SuiviAssessment) by_hand = NULL;
  g_autoptr (SuiviAssessment) new_one = NULL;

  own->confidence = SUIVI_CONFIDENCE_HIGH;
  suivi_assessment_set_levels (change->grade, SUIVI_LEVEL_NOTHING, SUIVI_LEVEL_NOTHING, SUIVI_LEVEL_NOTHING);
  change->grade->reason = g_strdup ("");
  change->grade->source = g_strdup ("Census");
  change->grade->name = g_strdup ("Ann");
  change->kept = SUIVI_GRADE_LAW | SUIVI_GRADE_LIGHT | SUIVI_GRADE_REASON | SUIVI_GRADE_CONFIDENCE;

  /* Some, nothing, nothing: amber */
  by_rule = suivi_grade_change_apply (change, own);
  g_assert_cmpint (by_rule->law, ==, SUIVI_LEVEL_SOME);
  g_assert_cmpint (by_rule->policy, ==, SUIVI_LEVEL_NOTHING);
  g_assert_cmpint (by_rule->light, ==, SUIVI_LIGHT_AMBER);
  g_assert_false (by_rule->light_overridden);
  g_assert_cmpstr (by_rule->reason, ==, "Somebody counted.");
  g_assert_cmpstr (by_rule->source, ==, "Census");
  g_assert_cmpint (by_rule->confidence, ==, SUIVI_CONFIDENCE_HIGH);
  g_assert_cmpstr (by_rule->name, ==, "Ann");
  g_assert_cmpstr (by_rule->id, !=, own->id);

  suivi_assessment_override_light (own, SUIVI_LIGHT_WORSE);
  by_hand = suivi_grade_change_apply (change, own);
  g_assert_true (by_hand->light_overridden);
  g_assert_cmpint (by_hand->light, ==, SUIVI_LIGHT_WORSE);

  new_one = suivi_grade_change_apply (change, NULL);
  g_assert_cmpint (new_one->law, ==, SUIVI_LEVEL_UNASSESSED);
  g_assert_cmpint (new_one->light, ==, SUIVI_LIGHT_RED);
  g_assert_null (new_one->reason);
}

int
main (int argc, char *argv[])
{
  app_test_init (&argc, &argv);

  g_test_add_func ("/app/grade-saving/pause-saves", test_pause_saves);
  g_test_add_func ("/app/grade-saving/nothing-is-lost", test_nothing_is_lost);
  g_test_add_func ("/app/grade-saving/failure-keeps-what-was-typed", test_failure_keeps_what_was_typed);
  g_test_add_func ("/app/grade-saving/leaving-saves", test_leaving_saves);
  g_test_add_func ("/app/grade-saving/undo", test_undo);
  g_test_add_func ("/app/grade-saving/again-keeps", test_again_keeps);
  g_test_add_func ("/app/grade-saving/typing-is-not-the-end", test_typing_is_not_the_end);
  g_test_add_func ("/app/grade-saving/save-is-waited-for", test_save_is_waited_for);
  g_test_add_func ("/app/grade-saving/name-is-asked-for", test_name_is_asked_for);
  g_test_add_func ("/app/grade-saving/organisation-is-asked-for", test_organisation_is_asked_for);
  g_test_add_func ("/app/grade-saving/organisation-changes", test_organisation_changes);
  g_test_add_func ("/app/grade-saving/evidence", test_evidence);
  g_test_add_func ("/app/grade-saving/change", test_change);

  return g_test_run ();
}
