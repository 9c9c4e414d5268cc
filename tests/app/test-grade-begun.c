/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The fast grading flow, through its real widgets: what is begun and cannot be saved yet. */

#include "config.h"

#include "app/review/grade-dialog.h"
#include "app/scorecard/evidence-box.h"
#include "app/scorecard/grade-list.h"
#include "app/settings.h"
#include "grade-fixture.h"

static gpointer
add_evidence (SuiviStore *store, gpointer data, GCancellable *cancellable, GError **error)
{
  g_autoptr (SuiviTransaction) step = suivi_store_begin (store, "Evidence", error);

  g_assert_true (suivi_transaction_put_evidence (step, data, error));
  g_assert_true (suivi_transaction_commit (step, error));

  return NULL;
}

/* The file as it is when the power goes: what a copy of it says that somebody else opens. */
static SuiviGradeDraft *
read_after_crash (GradeFixture *fixture, const char *recommendation_id)
{
  const char *const suffixes[] = { "", "-wal" };
  g_autofree char *path = g_build_filename (fixture->base->folder, "crash.suivi", NULL);
  g_autoptr (SuiviStore) store = NULL;
  g_autoptr (GError) error = NULL;
  SuiviGradeDraft *draft = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (suffixes); i++)
    {
      g_autofree char *from = g_strconcat (fixture->base->path, suffixes[i], NULL);
      g_autofree char *to = g_strconcat (path, suffixes[i], NULL);
      g_autofree char *bytes = NULL;
      gsize length = 0;

      if (!g_file_get_contents (from, &bytes, &length, NULL))
        continue;
      g_file_set_contents (to, bytes, length, &error);
      g_assert_no_error (error);
    }
  store = suivi_store_open (path, &error);
  g_assert_no_error (error);
  suivi_store_set_author (store, "Ann", GRADE_OWN);
  draft = suivi_store_get_grade_draft (store, recommendation_id, FALSE, &error);
  g_assert_no_error (error);

  return draft;
}

/* What cannot be saved yet is in the file after a pause, and no longer than it is needed. */
static void
test_pause_keeps (void)
{
  GradeFixture fixture;
  g_autoptr (SuiviRecommendation) first = NULL;
  g_autoptr (SuiviGradeDraft) draft = NULL;
  g_autoptr (SuiviAssessment) grade = NULL;

  grade_fixture_set_up (&fixture, 2);
  first = review_fixture_wait_row (fixture.base, 0);
  suivi_level_row_set_level (grade_fixture_get_level_row (&fixture, 1), SUIVI_LEVEL_SOME);
  gtk_text_buffer_set_text (fixture.reason, "An hour of thought ", -1);
  g_assert_cmpuint (grade_fixture_count_drafts (&fixture), ==, 0);
  grade_fixture_wait_for_drafts (&fixture, 1);
  g_assert_nonnull (
    app_find_text (fixture.root, "Say where it stands: a grade needs a source. What you typed is kept."));
  grade_fixture_assert_reason (&fixture, "An hour of thought ");
  g_assert_null (grade_fixture_look_up (&fixture, "140.1", NULL));
  draft = read_after_crash (&fixture, first->id);
  g_assert_nonnull (draft);
  g_assert_cmpstr (draft->reason, ==, "An hour of thought ");
  g_assert_cmpint (draft->policy, ==, SUIVI_LEVEL_SOME);
  g_assert_cmpint (draft->law, ==, SUIVI_LEVEL_UNASSESSED);

  /* Emptied, nothing is left of it. */
  suivi_level_row_set_level (grade_fixture_get_level_row (&fixture, 1), SUIVI_LEVEL_UNASSESSED);
  gtk_text_buffer_set_text (fixture.reason, "", -1);
  grade_fixture_wait_for_drafts (&fixture, 0);
  g_assert_nonnull (app_find_text (fixture.root, "No grade of your own yet"));

  /* Nor when it is complete. */
  gtk_text_buffer_set_text (fixture.reason, "In force", -1);
  grade_fixture_wait_for_drafts (&fixture, 1);
  suivi_level_row_set_level (grade_fixture_get_level_row (&fixture, 0), SUIVI_LEVEL_DONE);
  gtk_editable_set_text (fixture.source, "Gazette");
  grade_fixture_wait_for_drafts (&fixture, 0);
  grade = grade_fixture_look_up (&fixture, "140.1", NULL);
  g_assert_cmpstr (grade->reason, ==, "In force");

  grade_fixture_tear_down (&fixture);
}

/* What was begun is there again in the next window, with its evidence. */
static void
test_begun_comes_back (void)
{
  GradeFixture fixture;
  g_autoptr (SuiviEvidence) evidence = suivi_evidence_new ("School register", SUIVI_EVIDENCE_STATISTICS);
  g_autoptr (GPtrArray) list = g_ptr_array_new ();
  g_auto (GStrv) chosen = NULL;
  GtkWidget *box = NULL;

  grade_fixture_set_up (&fixture, 2);
  app_run (fixture.base->workspace, add_evidence, evidence);
  grade_fixture_settle (&fixture);
  g_ptr_array_add (list, evidence);
  box = app_find_type (fixture.root, SUIVI_TYPE_EVIDENCE_BOX);
  suivi_evidence_box_set_evidence (SUIVI_EVIDENCE_BOX (box), list);
  g_signal_emit_by_name (box, "changed");
  suivi_level_row_set_level (grade_fixture_get_level_row (&fixture, 2), SUIVI_LEVEL_NOTHING);
  gtk_window_destroy (fixture.window);
  grade_fixture_settle (&fixture);
  g_assert_cmpuint (grade_fixture_count_drafts (&fixture), ==, 1);

  grade_fixture_present (&fixture);
  grade_fixture_settle (&fixture);
  g_assert_cmpstr (grade_fixture_get_number (&fixture), ==, "140.1");
  g_assert_nonnull (
    app_find_text (fixture.root, "What you typed before is back. Say why: a grade needs a reason."));
  g_assert_cmpint (suivi_level_row_get_level (grade_fixture_get_level_row (&fixture, 2)), ==,
                   SUIVI_LEVEL_NOTHING);
  box = app_find_type (fixture.root, SUIVI_TYPE_EVIDENCE_BOX);
  chosen = suivi_evidence_box_dup_ids (SUIVI_EVIDENCE_BOX (box));
  g_assert_cmpuint (g_strv_length (chosen), ==, 1);
  g_assert_cmpstr (chosen[0], ==, evidence->id);
  /* Nothing more has to be kept. */
  g_assert_false (suivi_grade_view_has_unsaved (fixture.view));

  grade_fixture_tear_down (&fixture);
}

/* What was begun is gone on with elsewhere, while another tab is shown. */
static gpointer
go_on_elsewhere (SuiviStore *store, gpointer data, GCancellable *cancellable, GError **error)
{
  g_autoptr (SuiviGradeDraft) draft = suivi_store_get_grade_draft (store, data, FALSE, error);

  g_free (draft->reason);
  draft->reason = g_strdup ("Better words");
  g_assert_true (suivi_store_put_grade_draft (store, draft, error));

  return NULL;
}

static void
test_begun_is_one (void)
{
  GradeFixture fixture;
  g_autoptr (SuiviRecommendation) first = NULL;

  grade_fixture_set_up (&fixture, 2);
  first = review_fixture_wait_row (fixture.base, 0);
  gtk_text_buffer_set_text (fixture.reason, "Words", -1);
  gtk_widget_set_visible (fixture.root, FALSE);
  grade_fixture_settle (&fixture);
  app_run (fixture.base->workspace, go_on_elsewhere, first->id);
  gtk_widget_set_visible (fixture.root, TRUE);
  grade_fixture_settle (&fixture);
  grade_fixture_assert_reason (&fixture, "Better words");
  g_assert_false (suivi_grade_view_has_unsaved (fixture.view));

  grade_fixture_tear_down (&fixture);
}

/* Somebody else writes to the file all the time. */
static SuiviTransaction *
occupy (GradeFixture *fixture, SuiviStore **store)
{
  g_autoptr (GError) error = NULL;
  SuiviTransaction *step = NULL;

  *store = suivi_store_open (fixture->base->path, &error);
  g_assert_no_error (error);
  step = suivi_store_begin (*store, "Long", &error);
  g_assert_no_error (error);

  return step;
}

static void
waited_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  suivi_grade_view_save_finish (SUIVI_GRADE_VIEW (source), result, user_data);
}

static gboolean
has_error (gpointer data)
{
  return *(GError **) data != NULL;
}

/* What the file does not take stays in memory, is told, and is tried again when the window closes. */
static void
test_file_does_not_take_it (void)
{
  GradeFixture fixture;
  g_autoptr (SuiviStore) store = NULL;
  g_autoptr (SuiviTransaction) step = NULL;
  g_autoptr (GError) error = NULL;
  GtkRevealer *failure = NULL;

  grade_fixture_set_up (&fixture, 2);
  failure = GTK_REVEALER (app_find_type (fixture.root, GTK_TYPE_REVEALER));
  step = occupy (&fixture, &store);
  gtk_text_buffer_set_text (fixture.reason, "Words", -1);
  suivi_grade_view_save_async (fixture.view, waited_cb, &error);
  app_wait_until (has_error, &error);
  g_assert_true (gtk_revealer_get_reveal_child (failure));
  g_assert_true (suivi_grade_view_has_unsaved (fixture.view));

  /* Left meanwhile, it is there when one comes back, and goes into the file as soon as that takes it. */
  gtk_widget_activate_action (fixture.root, "grading.next", NULL);
  grade_fixture_settle (&fixture);
  g_assert_cmpstr (grade_fixture_get_number (&fixture), ==, "140.2");
  g_assert_true (suivi_grade_view_has_unsaved (fixture.view));
  g_clear_pointer (&step, suivi_transaction_free);
  g_assert_cmpuint (grade_fixture_count_drafts (&fixture), ==, 0);
  gtk_widget_activate_action (fixture.root, "grading.previous", NULL);
  grade_fixture_settle (&fixture);
  grade_fixture_assert_reason (&fixture, "Words");
  g_clear_error (&error);
  suivi_grade_view_save_async (fixture.view, waited_cb, &error);
  grade_fixture_settle (&fixture);
  g_assert_no_error (error);
  g_assert_false (suivi_grade_view_has_unsaved (fixture.view));
  g_assert_cmpuint (grade_fixture_count_drafts (&fixture), ==, 1);

  grade_fixture_tear_down (&fixture);
}

static void
test_import_over_begun (void)
{
  GradeFixture fixture;
  g_autoptr (SuiviRecommendation) first = NULL;

  grade_fixture_set_up (&fixture, 2);
  first = review_fixture_wait_row (fixture.base, 0);
  gtk_text_buffer_set_text (fixture.reason, "Words", -1);
  grade_fixture_wait_for_drafts (&fixture, 1);
  grade_fixture_grade_elsewhere (&fixture, first->id);
  grade_fixture_settle (&fixture);
  grade_fixture_assert_reason (&fixture, "Words");
  gtk_widget_activate_action (fixture.root, "grading.next", NULL);
  grade_fixture_settle (&fixture);
  g_assert_cmpuint (grade_fixture_count_drafts (&fixture), ==, 1);

  grade_fixture_tear_down (&fixture);
}

/* Begun before, and complete: only the organisation was not known then. */
static gpointer
begin_complete (SuiviStore *store, gpointer data, GCancellable *cancellable, GError **error)
{
  g_autoptr (SuiviGradeDraft) draft = suivi_grade_draft_new (data);

  draft->law = SUIVI_LEVEL_NOTHING;
  draft->reason = g_strdup ("Old words");
  draft->source = g_strdup ("Old report");
  g_assert_true (suivi_store_put_grade_draft (store, draft, error));

  return NULL;
}

/* What came back and was not touched does not take the place of a later grade, unless somebody saves it. */
static void
test_begun_is_older (void)
{
  GradeFixture fixture;
  g_autoptr (SuiviRecommendation) first = NULL;
  g_autoptr (SuiviAssessment) before = NULL;
  g_autoptr (SuiviAssessment) left = NULL;
  g_autoptr (SuiviAssessment) saved = NULL;
  GtkWidget *again = NULL;

  grade_fixture_set_up (&fixture, 2);
  first = review_fixture_wait_row (fixture.base, 0);
  suivi_grade_list_show_all (SUIVI_GRADE_LIST (app_find_type (fixture.root, SUIVI_TYPE_GRADE_LIST)));
  gtk_widget_activate_action (fixture.root, "grading.next", NULL);
  grade_fixture_settle (&fixture);
  app_run (fixture.base->workspace, begin_complete, first->id);
  grade_fixture_grade_elsewhere (&fixture, first->id);
  grade_fixture_settle (&fixture);
  before = grade_fixture_look_up (&fixture, "140.1", NULL);
  g_assert_nonnull (before);

  gtk_widget_activate_action (fixture.root, "grading.previous", NULL);
  grade_fixture_settle (&fixture);
  g_assert_cmpstr (grade_fixture_get_number (&fixture), ==, "140.1");
  grade_fixture_assert_reason (&fixture, "Old words");
  g_assert_nonnull (app_find_text (fixture.root, "What you typed before is back. Save it, or start again."));
  g_assert_false (suivi_grade_view_has_unsaved (fixture.view));
  gtk_widget_activate_action (fixture.root, "grading.next", NULL);
  grade_fixture_settle (&fixture);
  left = grade_fixture_look_up (&fixture, "140.1", NULL);
  g_assert_cmpstr (left->reason, ==, before->reason);
  g_assert_cmpuint (grade_fixture_count_drafts (&fixture), ==, 1);

  /* Given up, it is gone; what a colleague wrote meanwhile is not put into the form. */
  gtk_widget_activate_action (fixture.root, "grading.previous", NULL);
  grade_fixture_settle (&fixture);
  again = app_find_action (fixture.root, "grading.start-again");
  g_assert_true (gtk_widget_get_mapped (again));
  g_signal_emit_by_name (again, "clicked");
  grade_fixture_settle (&fixture);
  grade_fixture_assert_reason (&fixture, "");
  g_assert_cmpint (suivi_level_row_get_level (grade_fixture_get_level_row (&fixture, 0)), ==, before->law);
  g_assert_cmpuint (grade_fixture_count_drafts (&fixture), ==, 0);
  g_assert_false (gtk_widget_get_mapped (again));

  /* Saved by hand, it counts. */
  app_run (fixture.base->workspace, begin_complete, first->id);
  gtk_widget_activate_action (fixture.root, "grading.next", NULL);
  grade_fixture_settle (&fixture);
  gtk_widget_activate_action (fixture.root, "grading.previous", NULL);
  grade_fixture_settle (&fixture);
  gtk_widget_activate_action (fixture.root, "grading.save", NULL);
  grade_fixture_settle (&fixture);
  saved = grade_fixture_look_up (&fixture, "140.1", NULL);
  g_assert_cmpstr (saved->reason, ==, "Old words");
  g_assert_cmpuint (grade_fixture_count_drafts (&fixture), ==, 0);

  grade_fixture_tear_down (&fixture);
}

/* An own grade of Ann's, of an earlier day, that one piece of evidence supports. */
static gpointer
put_supported (SuiviStore *store, gpointer data, GCancellable *cancellable, GError **error)
{
  g_autoptr (SuiviTransaction) step = suivi_store_begin (store, "Grade", error);
  g_autoptr (SuiviAssessment) grade
             = grade_fixture_make_grade (data, GRADE_OWN, SUIVI_LEVEL_DONE, "2026-03-03");
  g_autoptr (SuiviEvidence) evidence = suivi_evidence_new ("Survey", SUIVI_EVIDENCE_REPORT);

  g_free (grade->name);
  grade->name = g_strdup ("Ann");
  g_assert_true (suivi_transaction_put_evidence (step, evidence, error));
  g_assert_true (suivi_transaction_put_assessment (step, grade, error));
  g_assert_true (suivi_transaction_tie_evidence (step, evidence->id, grade->id, error));
  g_assert_true (suivi_transaction_commit (step, error));

  return NULL;
}

/* Better words, and another day, typed in the window of the recommendation; then Escape, and back to the Grade tab. */
static void
type_in_dialog (GradeFixture *fixture, SuiviRecommendation *recommendation, const char *date)
{
  g_autoptr (GHashTable) drafts = suivi_grade_drafts_new ();
  g_autoptr (GPtrArray) recommendations = g_ptr_array_new ();
  SuiviGradeDialog *dialog = NULL;
  GtkWidget *root = NULL;

  gtk_widget_set_visible (fixture->root, FALSE);
  grade_fixture_settle (fixture);
  g_ptr_array_add (recommendations, recommendation);
  dialog = suivi_grade_dialog_new (fixture->base->workspace, recommendations, NULL, drafts);
  root = GTK_WIDGET (dialog);
  gtk_window_present (GTK_WINDOW (dialog));
  grade_fixture_settle (fixture);
  if (date != NULL)
    gtk_editable_set_text (GTK_EDITABLE (app_find_widget (root, ADW_TYPE_ENTRY_ROW, 1)), date);
  else
    gtk_text_buffer_set_text (gtk_text_view_get_buffer (
                                GTK_TEXT_VIEW (app_find_widget (root, GTK_TYPE_TEXT_VIEW, 0))),
                              "Better words", -1);
  gtk_window_close (GTK_WINDOW (dialog));
  grade_fixture_settle (fixture);
  gtk_widget_set_visible (fixture->root, TRUE);
  grade_fixture_settle (fixture);
}

/* Who types in the window says nothing about evidence: what supports the grade stays. */
static void
test_dialog_keeps_evidence (void)
{
  GradeFixture fixture;
  g_autoptr (SuiviRecommendation) first = NULL;
  g_autoptr (SuiviAssessment) grade = NULL;
  guint n_evidence = 0;

  grade_fixture_set_up (&fixture, 2);
  first = review_fixture_wait_row (fixture.base, 0);
  app_run (fixture.base->workspace, put_supported, first->id);
  grade_fixture_settle (&fixture);
  g_assert_cmpstr (grade_fixture_get_number (&fixture), ==, "140.1");
  type_in_dialog (&fixture, first, NULL);
  grade_fixture_assert_reason (&fixture, "Better words");
  gtk_widget_activate_action (fixture.root, "grading.save", NULL);
  grade_fixture_settle (&fixture);
  grade = grade_fixture_look_up (&fixture, "140.1", &n_evidence);
  g_assert_cmpstr (grade->reason, ==, "Better words");
  g_assert_cmpuint (n_evidence, ==, 1);
  g_assert_cmpuint (grade_fixture_count_drafts (&fixture), ==, 0);

  grade_fixture_tear_down (&fixture);
}

static gpointer
read_draft (SuiviStore *store, gpointer data, GCancellable *cancellable, GError **error)
{
  return suivi_store_get_grade_draft (store, data, FALSE, error);
}

/* Here every grade is of today; the day that was typed in the window waits there. */
static void
test_day_waits (void)
{
  GradeFixture fixture;
  g_autoptr (SuiviRecommendation) first = NULL;
  g_autoptr (SuiviGradeDraft) left = NULL;
  g_autoptr (SuiviGradeDraft) typed = NULL;

  grade_fixture_set_up (&fixture, 2);
  first = review_fixture_wait_row (fixture.base, 0);
  suivi_grade_list_show_all (SUIVI_GRADE_LIST (app_find_type (fixture.root, SUIVI_TYPE_GRADE_LIST)));
  type_in_dialog (&fixture, first, "2025-05-05");
  gtk_widget_activate_action (fixture.root, "grading.next", NULL);
  grade_fixture_settle (&fixture);
  left = app_run (fixture.base->workspace, read_draft, first->id);
  g_assert_nonnull (left);
  g_assert_cmpstr (left->date, ==, "2025-05-05");

  gtk_widget_activate_action (fixture.root, "grading.previous", NULL);
  grade_fixture_settle (&fixture);
  gtk_text_buffer_set_text (fixture.reason, "Words", -1);
  gtk_widget_activate_action (fixture.root, "grading.next", NULL);
  grade_fixture_settle (&fixture);
  typed = app_run (fixture.base->workspace, read_draft, first->id);
  g_assert_cmpstr (typed->reason, ==, "Words");
  g_assert_cmpstr (typed->date, ==, "2025-05-05");

  grade_fixture_tear_down (&fixture);
}

int
main (int argc, char *argv[])
{
  app_test_init (&argc, &argv);

  g_test_add_func ("/app/grade-begun/pause-keeps", test_pause_keeps);
  g_test_add_func ("/app/grade-begun/comes-back", test_begun_comes_back);
  g_test_add_func ("/app/grade-begun/is-one", test_begun_is_one);
  g_test_add_func ("/app/grade-begun/import-over-begun", test_import_over_begun);
  g_test_add_func ("/app/grade-begun/is-older", test_begun_is_older);
  g_test_add_func ("/app/grade-begun/dialog-keeps-evidence", test_dialog_keeps_evidence);
  g_test_add_func ("/app/grade-begun/day-waits", test_day_waits);
  g_test_add_func ("/app/grade-begun/file-does-not-take-it", test_file_does_not_take_it);

  return g_test_run ();
}
