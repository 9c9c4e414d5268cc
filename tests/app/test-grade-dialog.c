/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "app/review/grade-dialog.h"
#include "app/review/level-row.h"
#include "app/settings.h"
#include "review-fixture.h"
#include "store/scorecard-store.h"

/* For whom grades are given, unless a test says otherwise. */
#define OWN "School Watch"

typedef struct
{
  ReviewFixture *page;
  GHashTable *drafts;
  GPtrArray *recommendations;
  SuiviGradeDialog *dialog;
  GtkWidget *root;
  GtkTextBuffer *reason;
  GtkEditable *source;
  GtkEditable *date;
  GtkEditable *name;
  GtkEditable *organisation;
  guint n_graded;
} Fixture;

static void
graded_cb (SuiviGradeDialog *dialog, guint n, Fixture *fixture)
{
  fixture->n_graded = n;
}

static void
open_dialog (Fixture *fixture, SuiviAssessment *latest)
{
  fixture->dialog
    = suivi_grade_dialog_new (fixture->page->workspace, fixture->recommendations, latest, fixture->drafts);
  g_object_add_weak_pointer (G_OBJECT (fixture->dialog), (gpointer *) &fixture->dialog);
  g_signal_connect (fixture->dialog, "graded", G_CALLBACK (graded_cb), fixture);
  gtk_window_set_transient_for (GTK_WINDOW (fixture->dialog), fixture->page->window);
  gtk_window_present (GTK_WINDOW (fixture->dialog));

  fixture->root = GTK_WIDGET (fixture->dialog);
  fixture->reason
    = gtk_text_view_get_buffer (GTK_TEXT_VIEW (app_find_widget (fixture->root, GTK_TYPE_TEXT_VIEW, 0)));
  fixture->source = GTK_EDITABLE (app_find_widget (fixture->root, ADW_TYPE_ENTRY_ROW, 0));
  fixture->date = GTK_EDITABLE (app_find_widget (fixture->root, ADW_TYPE_ENTRY_ROW, 1));
  fixture->name = GTK_EDITABLE (app_find_widget (fixture->root, ADW_TYPE_ENTRY_ROW, 2));
  fixture->organisation = GTK_EDITABLE (app_find_widget (fixture->root, ADW_TYPE_ENTRY_ROW, 3));
}

static void
set_up (Fixture *fixture, guint n)
{
  *fixture = (Fixture){ .page = review_fixture_new (5) };
  g_settings_set_string (suivi_settings_get_default (), "organisation", OWN);
  suivi_workspace_set_author (fixture->page->workspace, "Ann", OWN);
  fixture->drafts = suivi_grade_drafts_new ();
  fixture->recommendations = g_ptr_array_new_with_free_func ((GDestroyNotify) suivi_recommendation_unref);
  for (guint i = 0; i < n; i++)
    g_ptr_array_add (fixture->recommendations, review_fixture_wait_row (fixture->page, i));
}

static gboolean
is_gone (gpointer data)
{
  return *(gpointer *) data == NULL;
}

static void
close_dialog (Fixture *fixture)
{
  gtk_window_close (GTK_WINDOW (fixture->dialog));
  app_wait_until (is_gone, &fixture->dialog);
}

static void
tear_down (Fixture *fixture)
{
  if (fixture->dialog != NULL)
    close_dialog (fixture);
  g_ptr_array_unref (fixture->recommendations);
  g_hash_table_unref (fixture->drafts);
  review_fixture_settle (fixture->page);
  review_fixture_free (fixture->page);
  g_settings_reset (suivi_settings_get_default (), "organisation");
}

static gpointer
read_draft (SuiviStore *store, gpointer data, GCancellable *cancellable, GError **error)
{
  return suivi_store_get_grade_draft (store, data, FALSE, error);
}

/* What the workspace keeps of the first recommendation that was begun. */
static SuiviGradeDraft *
dup_draft (Fixture *fixture)
{
  SuiviRecommendation *first = g_ptr_array_index (fixture->recommendations, 0);

  return app_run (fixture->page->workspace, read_draft, first->id);
}

static SuiviLevelRow *
get_level_row (Fixture *fixture, guint index)
{
  return SUIVI_LEVEL_ROW (app_find_widget (fixture->root, SUIVI_TYPE_LEVEL_ROW, index));
}

static GtkWidget *
get_save_button (Fixture *fixture)
{
  return gtk_window_get_default_widget (GTK_WINDOW (fixture->dialog));
}

static void
assert_missing (Fixture *fixture, const char *sentence)
{
  g_assert_false (gtk_widget_get_sensitive (get_save_button (fixture)));
  g_assert_nonnull (review_find_label (fixture->root, sentence));
  gtk_widget_activate_action (fixture->root, "grade.save", NULL);
  g_assert_nonnull (fixture->dialog);
}

static void
test_needs_reason_source_date_name (void)
{
  Fixture fixture;
  g_autofree char *today = suivi_date_today ();
  g_autofree char *known = NULL;

  set_up (&fixture, 1);
  g_settings_set_string (suivi_settings_get_default (), "organisation", "");
  open_dialog (&fixture, NULL);
  gtk_test_widget_wait_for_draw (fixture.root);
  g_assert_cmpstr (gtk_editable_get_text (fixture.date), ==, today);
  gtk_editable_set_text (fixture.name, "");

  assert_missing (&fixture, "Say why: a grade needs a reason.");
  gtk_text_buffer_set_text (fixture.reason, "   \n ", -1);
  assert_missing (&fixture, "Say why: a grade needs a reason.");
  gtk_text_buffer_set_text (fixture.reason, " The law is in force. ", -1);
  assert_missing (&fixture, "Say where it stands: a grade needs a source.");
  gtk_editable_set_text (fixture.source, "Gazette 1");
  assert_missing (&fixture, "Say who graded: a grade needs a name.");
  gtk_editable_set_text (fixture.name, "Ann");
  g_assert_true (gtk_widget_get_visible (GTK_WIDGET (fixture.organisation)));
  assert_missing (&fixture, "Say for which organisation you grade.");
  gtk_editable_set_text (fixture.organisation, " " OWN " ");
  g_assert_true (gtk_widget_get_sensitive (get_save_button (&fixture)));

  gtk_editable_set_text (fixture.date, "12.3.2026");
  assert_missing (&fixture, "The date must be written year-month-day, such as 2026-11-22.");
  g_assert_true (gtk_widget_has_css_class (GTK_WIDGET (fixture.date), "error"));
  gtk_editable_set_text (fixture.date, "2026-02-30");
  assert_missing (&fixture, "The date must be written year-month-day, such as 2026-11-22.");
  gtk_editable_set_text (fixture.date, "2999-01-01");
  assert_missing (&fixture, "The date of a grade cannot be in the future.");
  gtk_editable_set_text (fixture.date, "2024-02-29");
  g_assert_false (gtk_widget_has_css_class (GTK_WIDGET (fixture.date), "error"));

  gtk_widget_activate_action (fixture.root, "grade.save", NULL);
  app_wait_until (is_gone, &fixture.dialog);
  g_assert_cmpuint (fixture.n_graded, ==, 1);
  g_assert_cmpuint (g_hash_table_size (fixture.drafts), ==, 0);
  g_assert_cmpstr (suivi_workspace_get_undo_label (fixture.page->workspace), ==, "Grade 140.1");

  /* It is asked for once. */
  known = suivi_settings_dup_organisation ();
  g_assert_cmpstr (known, ==, OWN);
  open_dialog (&fixture, NULL);
  g_assert_false (gtk_widget_get_visible (GTK_WIDGET (fixture.organisation)));

  tear_down (&fixture);
}

static void
test_light_follows_levels (void)
{
  Fixture fixture;
  GtkWidget *override = NULL;
  int minimum = 0;
  g_autoptr (SuiviAssessment) grade = NULL;

  set_up (&fixture, 1);
  open_dialog (&fixture, NULL);
  gtk_test_widget_wait_for_draw (fixture.root);
  g_assert_nonnull (review_find_label (fixture.root, "– Not assessed"));

  /* The width of a phone must do. */
  gtk_widget_measure (fixture.root, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);
  g_assert_cmpint (minimum, <=, 360);

  suivi_level_row_set_level (get_level_row (&fixture, 0), SUIVI_LEVEL_DONE);
  g_assert_nonnull (review_find_label (fixture.root, "● Implemented"));
  suivi_level_row_set_level (get_level_row (&fixture, 1), SUIVI_LEVEL_NOTHING);
  g_assert_nonnull (review_find_label (fixture.root, "◐ Some progress"));
  suivi_level_row_set_level (get_level_row (&fixture, 0), SUIVI_LEVEL_UNASSESSED);
  g_assert_nonnull (review_find_label (fixture.root, "○ No progress"));

  /* Another light: amber, the second choice after the rule. */
  override = app_find_widget (fixture.root, ADW_TYPE_COMBO_ROW, 0);
  adw_combo_row_set_selected (ADW_COMBO_ROW (override), 2);
  grade = suivi_grade_dialog_dup_grade (fixture.dialog);
  g_assert_true (grade->light_overridden);
  g_assert_cmpint (grade->light, ==, SUIVI_LIGHT_AMBER);
  g_assert_nonnull (review_find_label (fixture.root, "Chosen by you; the rule says ○ No progress"));

  tear_down (&fixture);
}

static void
test_keys (void)
{
  Fixture fixture;
  SuiviLevelRow *law = NULL;
  const struct
  {
    guint key;
    SuiviLevel level;
  } keys[] = {
    { GDK_KEY_1, SUIVI_LEVEL_DONE },    { GDK_KEY_2, SUIVI_LEVEL_SOME },
    { GDK_KEY_3, SUIVI_LEVEL_NOTHING }, { GDK_KEY_4, SUIVI_LEVEL_UNASSESSED },
    { GDK_KEY_KP_1, SUIVI_LEVEL_DONE }, { GDK_KEY_0, SUIVI_LEVEL_UNASSESSED },
  };

  set_up (&fixture, 1);
  open_dialog (&fixture, NULL);
  law = get_level_row (&fixture, 0);
  /* The keyboard starts where the work starts. */
  g_assert_true (
    gtk_widget_is_ancestor (gtk_window_get_focus (GTK_WINDOW (fixture.dialog)), GTK_WIDGET (law)));
  for (gsize i = 0; i < G_N_ELEMENTS (keys); i++)
    {
      g_assert_true (app_press_key (GTK_WIDGET (law), keys[i].key, 0));
      g_assert_cmpint (suivi_level_row_get_level (law), ==, keys[i].level);
    }
  gtk_test_accessible_assert_property (app_find_widget (GTK_WIDGET (law), GTK_TYPE_TOGGLE_BUTTON, 1),
                                       GTK_ACCESSIBLE_PROPERTY_LABEL, "Law: Some progress");

  tear_down (&fixture);
}

/* From the first key to the saved grade without the pointer: each key goes on to the next row, Tab goes from row to row,
 * not from button to button, and Ctrl+Enter goes to what is missing until nothing is. */
static void
test_keyboard_only (void)
{
  Fixture fixture;
  g_autofree char *remembered = NULL;
  const struct
  {
    guint key;
    SuiviLevel level;
  } rows[] = {
    { GDK_KEY_1, SUIVI_LEVEL_DONE },
    { GDK_KEY_3, SUIVI_LEVEL_NOTHING },
    { GDK_KEY_2, SUIVI_LEVEL_SOME },
  };

  set_up (&fixture, 1);
  g_settings_reset (suivi_settings_get_default (), "user-name");
  g_settings_reset (suivi_settings_get_default (), "organisation");
  open_dialog (&fixture, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      SuiviLevelRow *row = get_level_row (&fixture, i);
      GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (fixture.dialog));

      g_assert_true (gtk_widget_is_ancestor (focus, GTK_WIDGET (row)));
      g_assert_true (app_press_key (GTK_WIDGET (row), rows[i].key, 0));
      g_assert_cmpint (suivi_level_row_get_level (row), ==, rows[i].level);
    }
  g_assert_true (GTK_IS_TEXT_VIEW (gtk_window_get_focus (GTK_WINDOW (fixture.dialog))));
  /* By Tab, forth and back: to the button that is chosen. */
  gtk_widget_grab_focus (GTK_WIDGET (get_level_row (&fixture, 1)));
  g_assert_true (gtk_widget_child_focus (fixture.root, GTK_DIR_TAB_FORWARD));
  g_assert_true (gtk_widget_child_focus (fixture.root, GTK_DIR_TAB_FORWARD));
  g_assert_true (gtk_widget_child_focus (fixture.root, GTK_DIR_TAB_BACKWARD));
  g_assert_true (
    gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (gtk_window_get_focus (GTK_WINDOW (fixture.dialog)))));
  g_assert_true (gtk_widget_is_ancestor (gtk_window_get_focus (GTK_WINDOW (fixture.dialog)),
                                         GTK_WIDGET (get_level_row (&fixture, 2))));

  g_assert_true (app_press_key (fixture.root, GDK_KEY_Return, GDK_CONTROL_MASK));
  g_assert_true (GTK_IS_TEXT_VIEW (gtk_window_get_focus (GTK_WINDOW (fixture.dialog))));
  gtk_text_buffer_set_text (fixture.reason, "Because", -1);
  g_assert_true (app_press_key (fixture.root, GDK_KEY_Return, GDK_CONTROL_MASK));
  g_assert_true (
    gtk_widget_is_ancestor (gtk_window_get_focus (GTK_WINDOW (fixture.dialog)), GTK_WIDGET (fixture.source)));
  gtk_editable_set_text (fixture.source, "Gazette");
  g_assert_true (app_press_key (fixture.root, GDK_KEY_Return, GDK_CONTROL_MASK));
  g_assert_true (
    gtk_widget_is_ancestor (gtk_window_get_focus (GTK_WINDOW (fixture.dialog)), GTK_WIDGET (fixture.name)));
  gtk_editable_set_text (fixture.name, "Ann");
  g_assert_true (app_press_key (fixture.root, GDK_KEY_Return, GDK_CONTROL_MASK));
  g_assert_true (gtk_widget_is_ancestor (gtk_window_get_focus (GTK_WINDOW (fixture.dialog)),
                                         GTK_WIDGET (fixture.organisation)));
  gtk_editable_set_text (fixture.organisation, OWN);
  g_assert_true (app_press_key (fixture.root, GDK_KEY_Return, GDK_CONTROL_MASK));
  app_wait_until (is_gone, &fixture.dialog);
  g_assert_cmpuint (fixture.n_graded, ==, 1);

  /* The next dialog knows who grades. */
  remembered = suivi_settings_dup_user_name ();
  g_assert_cmpstr (remembered, ==, "Ann");
  g_settings_reset (suivi_settings_get_default (), "user-name");
  tear_down (&fixture);
}

static void
test_regrade_begins_with_latest (void)
{
  Fixture fixture;
  g_autoptr (SuiviAssessment) latest = suivi_assessment_new ();
  g_autoptr (SuiviAssessment) grade = NULL;
  g_autofree char *today = suivi_date_today ();

  g_free (latest->organisation);
  latest->organisation = g_strdup ("school watch");
  suivi_assessment_set_levels (latest, SUIVI_LEVEL_SOME, SUIVI_LEVEL_DONE, SUIVI_LEVEL_NOTHING);
  suivi_assessment_override_light (latest, SUIVI_LIGHT_RED);
  latest->reason = g_strdup ("Half of it.");
  latest->source = g_strdup ("Report 3");
  latest->name = g_strdup ("Ben");
  g_free (latest->date);
  latest->date = g_strdup ("2025-01-31");

  set_up (&fixture, 1);
  open_dialog (&fixture, latest);
  grade = suivi_grade_dialog_dup_grade (fixture.dialog);
  g_assert_cmpint (grade->law, ==, SUIVI_LEVEL_SOME);
  g_assert_cmpint (grade->policy, ==, SUIVI_LEVEL_DONE);
  g_assert_cmpint (grade->practice, ==, SUIVI_LEVEL_NOTHING);
  g_assert_true (grade->light_overridden);
  g_assert_cmpint (grade->light, ==, SUIVI_LIGHT_RED);
  g_assert_cmpstr (grade->reason, ==, "Half of it.");
  g_assert_cmpstr (grade->date, ==, today);
  g_assert_cmpstr (grade->id, !=, latest->id);

  /* Nothing was typed, so nothing is kept. */
  close_dialog (&fixture);
  g_assert_null (dup_draft (&fixture));

  /* What another organisation says is not one's own to begin with. */
  latest->organisation[0] = 'x';
  open_dialog (&fixture, latest);
  suivi_assessment_free (grade);
  grade = suivi_grade_dialog_dup_grade (fixture.dialog);
  g_assert_cmpstr (grade->reason, ==, "");
  g_assert_cmpstr (grade->organisation, ==, OWN);

  tear_down (&fixture);
}

static void
test_nothing_typed_is_lost (void)
{
  Fixture fixture;
  g_autoptr (SuiviAssessment) grade = NULL;
  g_autoptr (SuiviAssessment) again = NULL;
  g_autoptr (SuiviGradeDraft) draft = NULL;

  set_up (&fixture, 1);
  open_dialog (&fixture, NULL);
  suivi_level_row_set_level (get_level_row (&fixture, 2), SUIVI_LEVEL_SOME);
  gtk_text_buffer_set_text (fixture.reason, "Two lines\nof thought", -1);
  close_dialog (&fixture);
  draft = dup_draft (&fixture);
  g_assert_nonnull (draft);
  g_assert_cmpstr (draft->reason, ==, "Two lines\nof thought");
  g_assert_cmpuint (g_hash_table_size (fixture.drafts), ==, 0);

  open_dialog (&fixture, NULL);
  app_settle_workspace (fixture.page->workspace);
  grade = suivi_grade_dialog_dup_grade (fixture.dialog);
  g_assert_cmpstr (grade->reason, ==, "Two lines\nof thought");
  g_assert_cmpint (grade->practice, ==, SUIVI_LEVEL_SOME);
  g_assert_nonnull (review_find_label (fixture.root, "What you typed before is back."));

  gtk_widget_activate_action (fixture.root, "grade.start-again", NULL);
  again = suivi_grade_dialog_dup_grade (fixture.dialog);
  g_assert_cmpstr (again->reason, ==, "");
  g_assert_cmpint (again->practice, ==, SUIVI_LEVEL_UNASSESSED);
  g_assert_null (dup_draft (&fixture));
  close_dialog (&fixture);
  g_assert_null (dup_draft (&fixture));

  tear_down (&fixture);
}

static gboolean
is_kept (gpointer data)
{
  g_autoptr (SuiviGradeDraft) draft = dup_draft (data);

  return draft != NULL;
}

/* It does not need to be closed for that. */
static void
test_pause_keeps (void)
{
  Fixture fixture;

  set_up (&fixture, 1);
  open_dialog (&fixture, NULL);
  gtk_text_buffer_set_text (fixture.reason, "Thought", -1);
  g_assert_false (is_kept (&fixture));
  app_wait_until (is_kept, &fixture);

  tear_down (&fixture);
}

/* What the workspace does not take, because it is gone, waits in memory. */
static void
test_unkept_waits (void)
{
  Fixture fixture;
  g_autoptr (SuiviAssessment) grade = NULL;

  set_up (&fixture, 1);
  open_dialog (&fixture, NULL);
  gtk_text_buffer_set_text (fixture.reason, "Thought", -1);
  app_undo (fixture.page->workspace);
  close_dialog (&fixture);
  app_settle_workspace (fixture.page->workspace);
  g_assert_cmpuint (g_hash_table_size (fixture.drafts), ==, 1);
  open_dialog (&fixture, NULL);
  app_settle_workspace (fixture.page->workspace);
  grade = suivi_grade_dialog_dup_grade (fixture.dialog);
  g_assert_cmpstr (grade->reason, ==, "Thought");

  tear_down (&fixture);
}

typedef struct
{
  SuiviEvidence *evidence;
  SuiviGradeDraft *draft;
} Begun;

static gpointer
begin_elsewhere (SuiviStore *store, gpointer data, GCancellable *cancellable, GError **error)
{
  Begun *begun = data;
  g_autoptr (SuiviTransaction) step = suivi_store_begin (store, "Evidence", error);

  g_assert_true (suivi_transaction_put_evidence (step, begun->evidence, error));
  g_assert_true (suivi_transaction_commit (step, error));
  g_assert_true (suivi_store_put_grade_draft (store, begun->draft, error));

  return NULL;
}

static gpointer
count_evidence (SuiviStore *store, gpointer data, GCancellable *cancellable, GError **error)
{
  g_autoptr (GPtrArray) assessments = suivi_store_list_assessments (store, data, error);
  g_autoptr (GPtrArray) evidence = NULL;

  g_assert_cmpuint (assessments->len, ==, 1);
  evidence = suivi_store_list_evidence_of (store, ((SuiviAssessment *) assessments->pdata[0])->id, error);

  return GUINT_TO_POINTER (evidence->len);
}

/* What was begun in the fast grading flow is gone on with here, and keeps its evidence. */
static void
test_begun_elsewhere (void)
{
  Fixture fixture;
  g_autoptr (SuiviEvidence) evidence = suivi_evidence_new ("School register", SUIVI_EVIDENCE_STATISTICS);
  g_autoptr (SuiviGradeDraft) draft = NULL;
  g_autoptr (SuiviGradeDraft) kept = NULL;
  SuiviRecommendation *first = NULL;
  Begun begun = { evidence, NULL };

  set_up (&fixture, 1);
  first = g_ptr_array_index (fixture.recommendations, 0);
  draft = begun.draft = suivi_grade_draft_new (first->id);
  draft->reason = g_strdup ("Begun elsewhere");
  draft->law = SUIVI_LEVEL_DONE;
  g_strfreev (draft->evidence);
  draft->evidence = g_strsplit (evidence->id, ",", 0);
  draft->evidence_chosen = 1;
  app_run (fixture.page->workspace, begin_elsewhere, &begun);

  open_dialog (&fixture, NULL);
  app_settle_workspace (fixture.page->workspace);
  g_assert_nonnull (review_find_label (fixture.root, "What you typed before is back."));
  g_assert_cmpint (suivi_level_row_get_level (get_level_row (&fixture, 0)), ==, SUIVI_LEVEL_DONE);
  gtk_text_buffer_set_text (fixture.reason, "Gone on with", -1);
  close_dialog (&fixture);
  kept = dup_draft (&fixture);
  g_assert_cmpstr (kept->reason, ==, "Gone on with");
  g_assert_cmpstr (kept->evidence[0], ==, evidence->id);

  open_dialog (&fixture, NULL);
  app_settle_workspace (fixture.page->workspace);
  gtk_editable_set_text (fixture.source, "Register");
  gtk_editable_set_text (fixture.name, "Ann");
  gtk_widget_activate_action (fixture.root, "grade.save", NULL);
  app_wait_until (is_gone, &fixture.dialog);
  g_assert_cmpuint (GPOINTER_TO_UINT (app_run (fixture.page->workspace, count_evidence, first->id)), ==, 1);
  g_assert_null (dup_draft (&fixture));

  tear_down (&fixture);
}

static gboolean
save_is_possible_again (gpointer data)
{
  return gtk_widget_get_sensitive (data);
}

static void
test_failure_keeps_the_dialog (void)
{
  Fixture fixture;
  g_autoptr (SuiviAssessment) grade = NULL;
  SuiviRecommendation *stranger = suivi_recommendation_new ();

  /* The second one is not in the workspace: the step fails as a whole. */
  stranger->number = g_strdup ("1.1");
  stranger->text = g_strdup ("From elsewhere");
  set_up (&fixture, 1);
  g_ptr_array_add (fixture.recommendations, stranger);
  open_dialog (&fixture, NULL);
  app_settle_workspace (fixture.page->workspace);
  gtk_text_buffer_set_text (fixture.reason, "Because", -1);
  gtk_editable_set_text (fixture.source, "Gazette");
  gtk_editable_set_text (fixture.name, "Ann");
  gtk_widget_activate_action (fixture.root, "grade.save", NULL);
  g_assert_false (gtk_widget_get_sensitive (get_save_button (&fixture)));
  app_wait_until (save_is_possible_again, get_save_button (&fixture));

  g_assert_nonnull (fixture.dialog);
  g_assert_cmpuint (fixture.n_graded, ==, 0);
  grade = suivi_grade_dialog_dup_grade (fixture.dialog);
  g_assert_cmpstr (grade->reason, ==, "Because");
  g_assert_true (
    gtk_revealer_get_reveal_child (GTK_REVEALER (app_find_widget (fixture.root, GTK_TYPE_REVEALER, 0))));
  g_assert_cmpstr (suivi_workspace_get_undo_label (fixture.page->workspace), ==, "Fill");

  tear_down (&fixture);
}

/* The first two have a grade of the owner; another organisation's is none of theirs. */
static gpointer
put_own (SuiviStore *store, gpointer data, GCancellable *cancellable, GError **error)
{
  GPtrArray *recommendations = data;
  g_autoptr (SuiviTransaction) step = suivi_store_begin (store, "Grades", error);

  for (guint i = 0; i < 3; i++)
    {
      SuiviRecommendation *recommendation = g_ptr_array_index (recommendations, i);
      g_autoptr (SuiviAssessment) grade = suivi_assessment_new ();

      grade->recommendation_id = g_strdup (recommendation->id);
      if (i == 2)
        {
          g_free (grade->organisation);
          grade->organisation = g_strdup ("Another");
        }
      suivi_assessment_set_levels (grade, SUIVI_LEVEL_DONE, i == 0 ? SUIVI_LEVEL_SOME : SUIVI_LEVEL_NOTHING,
                                   SUIVI_LEVEL_UNASSESSED);
      if (i == 1)
        suivi_assessment_override_light (grade, SUIVI_LIGHT_WORSE);
      grade->reason = g_strdup_printf ("Reason %u", i + 1);
      grade->source = g_strdup_printf ("Source %u", i + 1);
      grade->name = g_strdup ("Ben");
      g_free (grade->date);
      grade->date = g_strdup ("2025-01-31");
      g_assert_true (suivi_transaction_put_assessment (step, grade, error));
    }
  g_assert_true (suivi_transaction_commit (step, error));

  return NULL;
}

static gpointer
read_latest (SuiviStore *store, gpointer data, GCancellable *cancellable, GError **error)
{
  GPtrArray *grades = g_ptr_array_new_with_free_func ((GDestroyNotify) suivi_assessment_free);
  GPtrArray *recommendations = data;

  for (guint i = 0; i < recommendations->len; i++)
    {
      SuiviRecommendation *recommendation = g_ptr_array_index (recommendations, i);
      g_autoptr (GPtrArray) assessments = suivi_store_list_assessments (store, recommendation->id, error);

      g_ptr_array_add (grades, suivi_assessment_copy (g_ptr_array_index (assessments, 0)));
    }

  return grades;
}

/* Three together: what is left as it is keeps each one's own value, and who would lack something is named. */
static void
test_several (void)
{
  Fixture fixture;
  g_autoptr (GPtrArray) grades = NULL;
  const SuiviAssessment *grade = NULL;
  int minimum = 0;

  set_up (&fixture, 3);
  app_run (fixture.page->workspace, put_own, fixture.recommendations);
  open_dialog (&fixture, NULL);
  app_settle_workspace (fixture.page->workspace);
  gtk_editable_set_text (fixture.name, "Ann");
  gtk_widget_measure (fixture.root, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);
  g_assert_cmpint (minimum, <=, 360);

  /* Nothing is changed: nothing to save. */
  g_assert_true (suivi_level_row_is_kept (get_level_row (&fixture, 0)));
  g_assert_false (gtk_widget_get_sensitive (get_save_button (&fixture)));
  g_assert_nonnull (review_find_label (fixture.root, "Each recommendation has its own"));
  g_assert_nonnull (review_find_label (fixture.root,
                                       "You grade for " OWN ". 1 of these has a judgement of another organisation. "
                                       "Yours will count, because it is the latest."));

  /* Nobody of the third one's own organisation gave a reason. */
  g_assert_true (app_press_key (GTK_WIDGET (get_level_row (&fixture, 2)), GDK_KEY_2, 0));
  g_assert_cmpint (suivi_level_row_get_level (get_level_row (&fixture, 2)), ==, SUIVI_LEVEL_SOME);
  assert_missing (&fixture, "No reason so far: 140.3. Write one for all, or grade them one by one.");
  gtk_text_buffer_set_text (fixture.reason, "Seen in schools", -1);
  assert_missing (&fixture, "No source so far: 140.3. Give one for all, or grade them one by one.");
  gtk_text_buffer_set_text (fixture.reason, "", -1);
  close_dialog (&fixture);

  /* The draft knows what was left as it is. */
  open_dialog (&fixture, NULL);
  app_settle_workspace (fixture.page->workspace);
  g_assert_true (suivi_level_row_is_kept (get_level_row (&fixture, 0)));
  g_assert_cmpint (suivi_level_row_get_level (get_level_row (&fixture, 2)), ==, SUIVI_LEVEL_SOME);
  close_dialog (&fixture);

  /* The first two alone have all that is needed. */
  g_ptr_array_set_size (fixture.recommendations, 2);
  open_dialog (&fixture, NULL);
  app_settle_workspace (fixture.page->workspace);
  gtk_editable_set_text (fixture.name, "Ann");
  g_assert_true (app_press_key (GTK_WIDGET (get_level_row (&fixture, 0)), GDK_KEY_3, 0));
  g_assert_true (app_press_key (GTK_WIDGET (get_level_row (&fixture, 2)), GDK_KEY_2, 0));
  g_assert_true (app_press_key (GTK_WIDGET (get_level_row (&fixture, 2)), GDK_KEY_5, 0));
  gtk_editable_set_text (fixture.source, "Census");
  adw_combo_row_set_selected (ADW_COMBO_ROW (app_find_widget (fixture.root, ADW_TYPE_COMBO_ROW, 1)),
                              1 + SUIVI_CONFIDENCE_LOW);
  gtk_widget_activate_action (fixture.root, "grade.save", NULL);
  app_wait_until (is_gone, &fixture.dialog);
  g_assert_cmpstr (suivi_workspace_get_undo_label (fixture.page->workspace), ==, "Grade 2 recommendations");

  grades = app_run (fixture.page->workspace, read_latest, fixture.recommendations);
  grade = g_ptr_array_index (grades, 0);
  g_assert_cmpint (grade->law, ==, SUIVI_LEVEL_NOTHING);
  g_assert_cmpint (grade->policy, ==, SUIVI_LEVEL_SOME);
  g_assert_cmpint (grade->practice, ==, SUIVI_LEVEL_UNASSESSED);
  /* Nothing and some: amber, by the rule. */
  g_assert_cmpint (grade->light, ==, SUIVI_LIGHT_AMBER);
  g_assert_cmpstr (grade->reason, ==, "Reason 1");
  g_assert_cmpstr (grade->source, ==, "Census");
  g_assert_cmpint (grade->confidence, ==, SUIVI_CONFIDENCE_LOW);
  g_assert_cmpstr (grade->name, ==, "Ann");
  grade = g_ptr_array_index (grades, 1);
  g_assert_cmpint (grade->law, ==, SUIVI_LEVEL_NOTHING);
  g_assert_cmpint (grade->policy, ==, SUIVI_LEVEL_NOTHING);
  g_assert_true (grade->light_overridden);
  g_assert_cmpint (grade->light, ==, SUIVI_LIGHT_WORSE);
  g_assert_cmpstr (grade->reason, ==, "Reason 2");

  tear_down (&fixture);
}

static gpointer
put_graded (SuiviStore *store, gpointer data, GCancellable *cancellable, GError **error)
{
  SuiviAssessment *grade = data;
  g_autoptr (SuiviEvidence) evidence = suivi_evidence_new ("Survey", SUIVI_EVIDENCE_REPORT);
  g_autoptr (SuiviTransaction) step = suivi_store_begin (store, "Before", error);

  g_assert_true (suivi_transaction_put_assessment (step, grade, error));
  g_assert_true (suivi_transaction_put_evidence (step, evidence, error));
  g_assert_true (suivi_transaction_tie_evidence (step, evidence->id, grade->id, error));
  g_assert_true (suivi_transaction_commit (step, error));

  return NULL;
}

/* The grade that School Watch has of one: law done, policy some, practice nothing; one piece of evidence supports it. */
static void
grade_before (Fixture *fixture, guint i)
{
  SuiviRecommendation *recommendation = g_ptr_array_index (fixture->recommendations, i);
  g_autoptr (SuiviAssessment) grade = suivi_assessment_new ();

  grade->recommendation_id = g_strdup (recommendation->id);
  g_free (grade->organisation);
  grade->organisation = g_strdup (OWN);
  suivi_assessment_set_levels (grade, SUIVI_LEVEL_DONE, SUIVI_LEVEL_SOME, SUIVI_LEVEL_NOTHING);
  grade->reason = g_strdup ("Before");
  grade->source = g_strdup ("Report 3");
  grade->name = g_strdup ("Ann");
  g_free (grade->date);
  grade->date = g_strdup ("2025-01-31");
  app_run (fixture->page->workspace, put_graded, grade);
  app_settle_workspace (fixture->page->workspace);
}

/* Preferences do not say for whom one grades: it is chosen in the form. */
static void
open_without_organisation (Fixture *fixture)
{
  g_settings_set_string (suivi_settings_get_default (), "organisation", "");
  suivi_workspace_set_author (fixture->page->workspace, "Ann", "");
  open_dialog (fixture, NULL);
  app_settle_workspace (fixture->page->workspace);
  gtk_editable_set_text (fixture->name, "Ann");
}

static void
choose_own (Fixture *fixture)
{
  gtk_widget_activate_action (GTK_WIDGET (get_level_row (fixture, 0)), "grade-form.choose-organisation", "s",
                              OWN);
  g_assert_cmpstr (gtk_editable_get_text (fixture->organisation), ==, OWN);
}

static void
save (Fixture *fixture)
{
  gtk_widget_activate_action (fixture->root, "grade.save", NULL);
  app_wait_until (is_gone, &fixture->dialog);
}

/* What is left as it is, is as the organisation has it that is chosen in the form. */
static void
test_several_of_chosen_organisation (void)
{
  Fixture fixture;
  g_autoptr (GPtrArray) grades = NULL;

  set_up (&fixture, 2);
  grade_before (&fixture, 0);
  grade_before (&fixture, 1);
  open_without_organisation (&fixture);
  suivi_level_row_set_level (get_level_row (&fixture, 2), SUIVI_LEVEL_SOME);
  assert_missing (&fixture, "Say why: a grade needs a reason.");
  choose_own (&fixture);
  save (&fixture);

  grades = app_run (fixture.page->workspace, read_latest, fixture.recommendations);
  for (guint i = 0; i < 2; i++)
    {
      const SuiviAssessment *grade = g_ptr_array_index (grades, i);

      g_assert_cmpstr (grade->date, !=, "2025-01-31");
      g_assert_cmpint (grade->law, ==, SUIVI_LEVEL_DONE);
      g_assert_cmpint (grade->policy, ==, SUIVI_LEVEL_SOME);
      g_assert_cmpint (grade->practice, ==, SUIVI_LEVEL_SOME);
      g_assert_cmpstr (grade->reason, ==, "Before");
      g_assert_cmpstr (grade->organisation, ==, OWN);
    }

  tear_down (&fixture);
}

/* One alone begins with the grade of the organisation that is chosen; what was typed before that stays. */
static void
test_one_of_chosen_organisation (void)
{
  Fixture fixture;
  g_autoptr (SuiviAssessment) grade = NULL;
  g_autoptr (SuiviAssessment) other = NULL;
  g_autoptr (SuiviAssessment) back = NULL;

  set_up (&fixture, 1);
  grade_before (&fixture, 0);
  open_without_organisation (&fixture);
  g_assert_cmpint (suivi_level_row_get_level (get_level_row (&fixture, 0)), ==, SUIVI_LEVEL_UNASSESSED);
  suivi_level_row_set_level (get_level_row (&fixture, 2), SUIVI_LEVEL_SOME);
  gtk_editable_set_text (fixture.source, "Census");
  choose_own (&fixture);
  grade = suivi_grade_dialog_dup_grade (fixture.dialog);
  g_assert_cmpint (grade->law, ==, SUIVI_LEVEL_DONE);
  g_assert_cmpint (grade->policy, ==, SUIVI_LEVEL_SOME);
  g_assert_cmpint (grade->practice, ==, SUIVI_LEVEL_SOME);
  g_assert_cmpstr (grade->reason, ==, "Before");
  g_assert_cmpstr (grade->source, ==, "Census");
  g_assert_cmpstr (grade->name, ==, "Ann");

  /* It was the beginning of a longer name. */
  gtk_editable_set_text (fixture.organisation, OWN " of the North");
  other = suivi_grade_dialog_dup_grade (fixture.dialog);
  g_assert_cmpint (other->law, ==, SUIVI_LEVEL_UNASSESSED);
  g_assert_cmpint (other->practice, ==, SUIVI_LEVEL_SOME);
  g_assert_cmpstr (other->reason, ==, "");
  g_assert_cmpstr (other->source, ==, "Census");

  /* What came back is as it was left, where the grade before it says otherwise. */
  choose_own (&fixture);
  suivi_level_row_set_level (get_level_row (&fixture, 0), SUIVI_LEVEL_UNASSESSED);
  close_dialog (&fixture);
  app_settle_workspace (fixture.page->workspace);
  open_dialog (&fixture, NULL);
  app_settle_workspace (fixture.page->workspace);
  back = suivi_grade_dialog_dup_grade (fixture.dialog);
  g_assert_cmpstr (back->organisation, ==, OWN);
  g_assert_cmpint (back->law, ==, SUIVI_LEVEL_UNASSESSED);
  g_assert_cmpint (back->policy, ==, SUIVI_LEVEL_SOME);
  g_assert_cmpint (back->practice, ==, SUIVI_LEVEL_SOME);
  g_assert_cmpstr (back->reason, ==, "Before");

  tear_down (&fixture);
}

static gpointer
begin_with_gone_evidence (SuiviStore *store, gpointer data, GCancellable *cancellable, GError **error)
{
  g_autoptr (SuiviEvidence) evidence = suivi_evidence_new ("Gone", SUIVI_EVIDENCE_REPORT);
  Begun begun = { evidence, suivi_grade_draft_new (data) };
  g_autoptr (SuiviGradeDraft) draft = begun.draft;

  draft->reason = g_strdup ("Because");
  g_strfreev (draft->evidence);
  draft->evidence = g_strsplit (evidence->id, ",", 0);
  draft->evidence_chosen = 1;
  begin_elsewhere (store, &begun, NULL, error);
  g_assert_true (suivi_store_undo (store, error));

  return NULL;
}

/* Evidence that is gone since it was chosen is left out; what was typed can be saved. */
static void
test_evidence_is_gone (void)
{
  Fixture fixture;
  SuiviRecommendation *first = NULL;

  set_up (&fixture, 1);
  first = g_ptr_array_index (fixture.recommendations, 0);
  app_run (fixture.page->workspace, begin_with_gone_evidence, first->id);
  app_settle_workspace (fixture.page->workspace);
  open_dialog (&fixture, NULL);
  app_settle_workspace (fixture.page->workspace);
  gtk_editable_set_text (fixture.name, "Ann");
  gtk_editable_set_text (fixture.source, "Register");
  save (&fixture);
  g_assert_cmpuint (fixture.n_graded, ==, 1);
  g_assert_cmpuint (GPOINTER_TO_UINT (app_run (fixture.page->workspace, count_evidence, first->id)), ==, 0);
  g_assert_null (dup_draft (&fixture));

  tear_down (&fixture);
}

/* A day that was typed comes back; where none was, the grade is of the day on which it is saved. */
static void
test_day_comes_back (void)
{
  Fixture fixture;
  g_autoptr (SuiviGradeDraft) of_today = NULL;
  g_autoptr (SuiviGradeDraft) typed = NULL;

  set_up (&fixture, 1);
  open_dialog (&fixture, NULL);
  app_settle_workspace (fixture.page->workspace);
  gtk_text_buffer_set_text (fixture.reason, "Because", -1);
  close_dialog (&fixture);
  app_settle_workspace (fixture.page->workspace);
  of_today = dup_draft (&fixture);
  g_assert_null (of_today->date);

  open_dialog (&fixture, NULL);
  app_settle_workspace (fixture.page->workspace);
  gtk_editable_set_text (fixture.date, "2025-05-05");
  close_dialog (&fixture);
  app_settle_workspace (fixture.page->workspace);
  typed = dup_draft (&fixture);
  g_assert_cmpstr (typed->date, ==, "2025-05-05");
  open_dialog (&fixture, NULL);
  app_settle_workspace (fixture.page->workspace);
  g_assert_cmpstr (gtk_editable_get_text (fixture.date), ==, "2025-05-05");

  tear_down (&fixture);
}

int
main (int argc, char *argv[])
{
  app_test_init (&argc, &argv);

  g_test_add_func ("/app/grade-dialog/needs-reason-source-date-name", test_needs_reason_source_date_name);
  g_test_add_func ("/app/grade-dialog/light-follows-levels", test_light_follows_levels);
  g_test_add_func ("/app/grade-dialog/keys", test_keys);
  g_test_add_func ("/app/grade-dialog/keyboard-only", test_keyboard_only);
  g_test_add_func ("/app/grade-dialog/regrade-begins-with-latest", test_regrade_begins_with_latest);
  g_test_add_func ("/app/grade-dialog/nothing-typed-is-lost", test_nothing_typed_is_lost);
  g_test_add_func ("/app/grade-dialog/pause-keeps", test_pause_keeps);
  g_test_add_func ("/app/grade-dialog/unkept-waits", test_unkept_waits);
  g_test_add_func ("/app/grade-dialog/begun-elsewhere", test_begun_elsewhere);
  g_test_add_func ("/app/grade-dialog/evidence-is-gone", test_evidence_is_gone);
  g_test_add_func ("/app/grade-dialog/day-comes-back", test_day_comes_back);
  g_test_add_func ("/app/grade-dialog/several", test_several);
  g_test_add_func ("/app/grade-dialog/several-of-chosen-organisation", test_several_of_chosen_organisation);
  g_test_add_func ("/app/grade-dialog/one-of-chosen-organisation", test_one_of_chosen_organisation);
  g_test_add_func ("/app/grade-dialog/failure-keeps-the-dialog", test_failure_keeps_the_dialog);

  return g_test_run ();
}
