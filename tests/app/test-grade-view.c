/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The fast grading flow, through its real widgets. */

#include "config.h"

#include "app/review/level-row.h"
#include "app/scorecard/evidence-box.h"
#include "app/scorecard/grade-change.h"
#include "app/scorecard/grade-form.h"
#include "app/scorecard/grade-heading.h"
#include "app/scorecard/grade-list.h"
#include "app/scorecard/grade-view.h"
#include "app/settings.h"
#include "review-fixture.h"
#include "store/scorecard-store.h"

typedef struct
{
  ReviewFixture *base;
  GtkWindow *window;
  SuiviGradeView *view;
  GtkWidget *root;
  GtkTextBuffer *reason;
  GtkEditable *source;
  char *shown; /* by the signal */
} Fixture;

static void
show_requested_cb (SuiviGradeView *view, const char *id, Fixture *fixture)
{
  g_free (fixture->shown);
  fixture->shown = g_strdup (id);
}

static void
present (Fixture *fixture)
{
  fixture->view = g_object_new (SUIVI_TYPE_GRADE_VIEW, NULL);
  fixture->root = GTK_WIDGET (fixture->view);
  fixture->window = GTK_WINDOW (adw_window_new ());
  adw_window_set_content (ADW_WINDOW (fixture->window), fixture->root);
  gtk_window_set_default_size (fixture->window, 1000, 900);
  g_signal_connect (fixture->view, "show-recommendation", G_CALLBACK (show_requested_cb), fixture);
  g_object_set (fixture->view, "workspace", fixture->base->workspace, NULL);
  gtk_window_present (fixture->window);
  gtk_test_widget_wait_for_draw (fixture->root);
  app_settle_workspace (fixture->base->workspace);

  fixture->reason
    = gtk_text_view_get_buffer (GTK_TEXT_VIEW (app_find_widget (fixture->root, GTK_TYPE_TEXT_VIEW, 0)));
  fixture->source = GTK_EDITABLE (app_find_widget (fixture->root, ADW_TYPE_ENTRY_ROW, 0));
}

static void
set_up (Fixture *fixture, guint n)
{
  *fixture = (Fixture){ .base = review_fixture_new (n) };
  g_settings_set_string (suivi_settings_get_default (), "user-name", "Ann");
  present (fixture);
}

static void
set_up_filled (Fixture *fixture, ReviewFill fill)
{
  *fixture = (Fixture){ .base = review_fixture_new_filled (fill) };
  g_settings_set_string (suivi_settings_get_default (), "user-name", "Ann");
  present (fixture);
}

static void
tear_down (Fixture *fixture)
{
  app_settle_workspace (fixture->base->workspace);
  g_object_add_weak_pointer (G_OBJECT (fixture->view), (gpointer *) &fixture->view);
  gtk_window_destroy (fixture->window);
  app_settle_workspace (fixture->base->workspace);
  g_assert_null (fixture->view);
  review_fixture_free (fixture->base);
  g_settings_reset (suivi_settings_get_default (), "user-name");
  g_free (fixture->shown);
}

static SuiviLevelRow *
get_level_row (Fixture *fixture, guint index)
{
  return SUIVI_LEVEL_ROW (app_find_widget (fixture->root, SUIVI_TYPE_LEVEL_ROW, index));
}

static void
settle (Fixture *fixture)
{
  app_settle_workspace (fixture->base->workspace);
}

/* What the heading says first. */
static const char *
get_number (Fixture *fixture)
{
  GtkWidget *heading = app_find_type (fixture->root, SUIVI_TYPE_GRADE_HEADING);

  return gtk_label_get_label (GTK_LABEL (app_find_widget (heading, GTK_TYPE_LABEL, 0)));
}

static gboolean
has_focus_in (Fixture *fixture, gpointer widget)
{
  GtkWidget *focus = gtk_window_get_focus (fixture->window);

  return focus != NULL && (focus == widget || gtk_widget_is_ancestor (focus, widget));
}

static char *
dup_reason (Fixture *fixture)
{
  GtkTextIter start;
  GtkTextIter end;

  gtk_text_buffer_get_bounds (fixture->reason, &start, &end);

  return gtk_text_buffer_get_text (fixture->reason, &start, &end, FALSE);
}

static void
assert_reason (Fixture *fixture, const char *expected)
{
  g_autofree char *reason = dup_reason (fixture);

  g_assert_cmpstr (reason, ==, expected);
}

typedef struct
{
  const char *number;
  GPtrArray *assessments;
  GPtrArray *evidence;
} Look;

/* The grades of a recommendation, and the evidence of the first of them. */
static gpointer
look (SuiviStore *store, gpointer data, GCancellable *cancellable, GError **error)
{
  Look *self = data;
  g_autoptr (SuiviFilter) filter = suivi_filter_new ();
  g_autoptr (GArray) keys = suivi_store_query_keys (store, filter, SUIVI_SORT_NUMBER, FALSE, NULL, error);
  g_autoptr (GPtrArray) rows = suivi_store_load (store, (gint64 *) (gpointer) keys->data, keys->len, error);

  for (guint i = 0; i < rows->len; i++)
    {
      SuiviRecommendation *row = g_ptr_array_index (rows, i);

      if (g_str_equal (row->number, self->number))
        self->assessments = suivi_store_list_assessments (store, row->id, error);
    }
  g_assert_nonnull (self->assessments);
  if (self->assessments->len > 0)
    self->evidence
      = suivi_store_list_evidence_of (store,
                                      ((SuiviAssessment *) g_ptr_array_index (self->assessments, 0))->id,
                                      error);

  return NULL;
}

/* The latest grade of a recommendation; NULL if there is none. */
static SuiviAssessment *
look_up (Fixture *fixture, const char *number, guint *n_evidence)
{
  Look self = { .number = number };
  SuiviAssessment *grade = NULL;

  app_run (fixture->base->workspace, look, &self);
  if (self.assessments->len > 0)
    grade = suivi_assessment_copy (g_ptr_array_index (self.assessments, 0));
  if (n_evidence != NULL)
    *n_evidence = self.evidence != NULL ? self.evidence->len : 0;
  g_ptr_array_unref (self.assessments);
  g_clear_pointer (&self.evidence, g_ptr_array_unref);

  return grade;
}

static void
fill_in (Fixture *fixture, const char *reason, const char *source)
{
  gtk_text_buffer_set_text (fixture->reason, reason, -1);
  gtk_editable_set_text (fixture->source, source);
}

/* From the first key to the next recommendation without the pointer. */
static void
test_keys_and_enter (void)
{
  Fixture fixture;
  g_autoptr (SuiviAssessment) grade = NULL;
  g_autofree char *today = suivi_date_today ();

  set_up (&fixture, 5);
  g_assert_cmpstr (get_number (&fixture), ==, "140.1");
  g_assert_nonnull (app_find_text (fixture.root, "0 of 5 graded"));
  g_assert_nonnull (app_find_text (fixture.root, "No grade of your own yet"));

  gtk_widget_grab_focus (fixture.root);
  g_assert_true (has_focus_in (&fixture, get_level_row (&fixture, 0)));
  g_assert_true (app_press_key (GTK_WIDGET (get_level_row (&fixture, 0)), GDK_KEY_1, 0));
  g_assert_true (has_focus_in (&fixture, get_level_row (&fixture, 1)));
  g_assert_true (app_press_key (GTK_WIDGET (get_level_row (&fixture, 1)), GDK_KEY_3, 0));
  g_assert_true (has_focus_in (&fixture, get_level_row (&fixture, 2)));
  g_assert_true (app_press_key (GTK_WIDGET (get_level_row (&fixture, 2)), GDK_KEY_4, 0));
  g_assert_true (GTK_IS_TEXT_VIEW (gtk_window_get_focus (fixture.window)));
  g_assert_nonnull (app_find_text (fixture.root, "◐ Some progress"));

  /* Enter goes to what is missing, until nothing is. */
  g_assert_true (app_press_key (GTK_WIDGET (get_level_row (&fixture, 2)), GDK_KEY_Return, 0));
  g_assert_true (GTK_IS_TEXT_VIEW (gtk_window_get_focus (fixture.window)));
  gtk_text_buffer_set_text (fixture.reason, "The law is in force.", -1);
  gtk_widget_activate_action (fixture.root, "grading.save", NULL);
  g_assert_true (has_focus_in (&fixture, fixture.source));
  g_assert_nonnull (app_find_text (fixture.root,
                                   "Say where it stands: a grade needs a source. What you typed is "
                                   "kept while this window is open."));
  gtk_editable_set_text (fixture.source, " Gazette 1 ");
  g_signal_emit_by_name (fixture.source, "entry-activated");
  settle (&fixture);

  g_assert_cmpstr (get_number (&fixture), ==, "140.2");
  g_assert_true (has_focus_in (&fixture, get_level_row (&fixture, 0)));
  g_assert_nonnull (app_find_text (fixture.root, "1 of 5 graded"));
  assert_reason (&fixture, "");
  g_assert_cmpstr (suivi_workspace_get_undo_label (fixture.base->workspace), ==, "Grade 140.1");
  grade = look_up (&fixture, "140.1", NULL);
  g_assert_cmpint (grade->law, ==, SUIVI_LEVEL_DONE);
  g_assert_cmpint (grade->policy, ==, SUIVI_LEVEL_NOTHING);
  g_assert_cmpint (grade->practice, ==, SUIVI_LEVEL_UNASSESSED);
  g_assert_cmpint (grade->light, ==, SUIVI_LIGHT_AMBER);
  g_assert_cmpstr (grade->source, ==, "Gazette 1");
  g_assert_cmpstr (grade->name, ==, "Ann");
  g_assert_cmpstr (grade->date, ==, today);

  /* Enter with nothing typed goes on. */
  g_assert_true (app_press_key (GTK_WIDGET (get_level_row (&fixture, 0)), GDK_KEY_Return, 0));
  settle (&fixture);
  g_assert_cmpstr (get_number (&fixture), ==, "140.3");
  g_assert_cmpstr (suivi_workspace_get_undo_label (fixture.base->workspace), ==, "Grade 140.1");

  tear_down (&fixture);
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
  Fixture fixture;
  GtkWidget *list = NULL;
  GtkWidget *pane = NULL;
  GtkSelectionModel *rows = NULL;

  set_up (&fixture, 3);
  g_assert_true (has_focus_in (&fixture, get_level_row (&fixture, 0)));

  /* Another tab, and back */
  gtk_widget_grab_focus (GTK_WIDGET (fixture.source));
  gtk_widget_set_visible (fixture.root, FALSE);
  settle (&fixture);
  gtk_widget_set_visible (fixture.root, TRUE);
  settle (&fixture);
  g_assert_true (has_focus_in (&fixture, get_level_row (&fixture, 0)));

  /* A click on another row */
  list = find_rows (fixture.root);
  gtk_widget_grab_focus (list);
  g_signal_emit_by_name (list, "activate", 1);
  settle (&fixture);
  g_assert_cmpstr (get_number (&fixture), ==, "140.2");
  g_assert_true (has_focus_in (&fixture, get_level_row (&fixture, 0)));

  /* Arrow keys stay in the list, and the key goes to what is shown. */
  gtk_widget_grab_focus (list);
  rows = gtk_list_view_get_model (GTK_LIST_VIEW (list));
  gtk_selection_model_select_item (rows, 2, TRUE);
  /* Not to what was shown before, while it is on its way. */
  g_assert_false (press_in_list (list, GDK_KEY_3));
  settle (&fixture);
  g_assert_cmpstr (get_number (&fixture), ==, "140.3");
  g_assert_true (has_focus_in (&fixture, list));
  g_assert_false (press_in_list (list, GDK_KEY_a));
  g_assert_true (press_in_list (list, GDK_KEY_KP_2));
  g_assert_cmpint (suivi_level_row_get_level (get_level_row (&fixture, 0)), ==, SUIVI_LEVEL_SOME);
  g_assert_true (has_focus_in (&fixture, get_level_row (&fixture, 1)));

  gtk_widget_activate_action (fixture.root, "grading.previous", NULL);
  settle (&fixture);
  g_assert_cmpstr (get_number (&fixture), ==, "140.2");
  g_assert_cmpint (suivi_level_row_get_level (get_level_row (&fixture, 0)), ==, SUIVI_LEVEL_UNASSESSED);
  g_assert_true (has_focus_in (&fixture, get_level_row (&fixture, 0)));

  /* Esc saves and leads to the list, though the row goes out of it; no key of the list means what is not in it. */
  suivi_level_row_set_level (get_level_row (&fixture, 0), SUIVI_LEVEL_DONE);
  fill_in (&fixture, "Done", "Gazette");
  pane
    = gtk_widget_get_ancestor (app_find_type (fixture.root, SUIVI_TYPE_GRADE_FORM), GTK_TYPE_SCROLLED_WINDOW);
  g_assert_true (app_press_key (gtk_widget_get_parent (pane), GDK_KEY_Escape, 0));
  settle (&fixture);
  g_assert_nonnull (app_find_text (fixture.root, "1 of 3 graded"));
  g_assert_true (has_focus_in (&fixture, list));
  g_assert_false (press_in_list (list, GDK_KEY_3));
  g_assert_cmpint (suivi_level_row_get_level (get_level_row (&fixture, 0)), ==, SUIVI_LEVEL_DONE);

  tear_down (&fixture);
}

static gboolean
is_graded (gpointer data)
{
  return g_strcmp0 (suivi_workspace_get_undo_label (((Fixture *) data)->base->workspace), "Grade 140.1") == 0;
}

static void
test_pause_saves (void)
{
  Fixture fixture;
  g_autoptr (SuiviAssessment) grade = NULL;

  set_up (&fixture, 3);
  suivi_level_row_set_level (get_level_row (&fixture, 2), SUIVI_LEVEL_DONE);
  fill_in (&fixture, "Schools opened.", "Report 4");
  g_assert_nonnull (app_find_text (fixture.root, "Saved after a pause, or when you go on"));
  g_assert_false (is_graded (&fixture));
  app_wait_until (is_graded, &fixture);
  settle (&fixture);

  /* It is no longer among what is not graded, and stays where it is. */
  g_assert_cmpstr (get_number (&fixture), ==, "140.1");
  assert_reason (&fixture, "Schools opened.");
  grade = look_up (&fixture, "140.1", NULL);
  g_assert_cmpint (grade->light, ==, SUIVI_LIGHT_GREEN);
  gtk_widget_activate_action (fixture.root, "grading.next", NULL);
  settle (&fixture);
  g_assert_cmpstr (get_number (&fixture), ==, "140.2");

  tear_down (&fixture);
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
  Fixture fixture;
  g_autoptr (SuiviEvidence) evidence = suivi_evidence_new ("School register", SUIVI_EVIDENCE_STATISTICS);

  set_up (&fixture, 3);
  suivi_level_row_set_level (get_level_row (&fixture, 0), SUIVI_LEVEL_SOME);
  g_assert_cmpuint (suivi_grade_view_count_drafts (fixture.view), ==, 1);
  gtk_text_buffer_set_text (fixture.reason, "Two lines\nof thought ", -1);
  gtk_widget_activate_action (fixture.root, "grading.next", NULL);
  settle (&fixture);
  g_assert_cmpuint (suivi_grade_view_count_drafts (fixture.view), ==, 1);
  g_assert_cmpstr (get_number (&fixture), ==, "140.2");
  assert_reason (&fixture, "");
  g_assert_cmpint (suivi_level_row_get_level (get_level_row (&fixture, 0)), ==, SUIVI_LEVEL_UNASSESSED);
  g_assert_null (look_up (&fixture, "140.1", NULL));

  gtk_widget_activate_action (fixture.root, "grading.previous", NULL);
  settle (&fixture);
  g_assert_cmpstr (get_number (&fixture), ==, "140.1");
  assert_reason (&fixture, "Two lines\nof thought ");
  g_assert_cmpint (suivi_level_row_get_level (get_level_row (&fixture, 0)), ==, SUIVI_LEVEL_SOME);
  g_assert_nonnull (
    app_find_text (fixture.root,
                   "What you typed before is back. Say where it stands: a grade needs a source."));

  /* Another step takes nothing away either. */
  gtk_editable_set_text (fixture.source, "Gaz");
  gtk_text_buffer_set_text (fixture.reason, "", -1);
  app_run (fixture.base->workspace, add_evidence, evidence);
  settle (&fixture);
  g_assert_cmpstr (gtk_editable_get_text (fixture.source), ==, "Gaz");
  g_assert_cmpuint (suivi_grade_view_count_drafts (fixture.view), ==, 1);

  /* Nor does an undo that takes away all there is to grade. */
  app_undo (fixture.base->workspace);
  app_undo (fixture.base->workspace);
  g_assert_nonnull (app_find_text (fixture.root, "Nothing to grade yet"));
  g_assert_cmpuint (suivi_grade_view_count_drafts (fixture.view), ==, 1);

  tear_down (&fixture);
}

static void
redone_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GError) error = NULL;

  suivi_workspace_run_finish (SUIVI_WORKSPACE (source), result, &error);
  g_assert_no_error (error);
}

/* What cannot be saved, because it is gone, is kept, and is there again with the recommendation. */
static void
test_failure_keeps_what_was_typed (void)
{
  Fixture fixture;
  GtkRevealer *failure = NULL;
  g_autoptr (SuiviRecommendation) first = NULL;
  g_autoptr (SuiviAssessment) grade = NULL;

  set_up (&fixture, 2);
  first = review_fixture_wait_row (fixture.base, 0);
  failure = GTK_REVEALER (app_find_type (fixture.root, GTK_TYPE_REVEALER));
  suivi_level_row_set_level (get_level_row (&fixture, 0), SUIVI_LEVEL_DONE);
  fill_in (&fixture, "Seen by us", "Visit");
  app_undo (fixture.base->workspace);
  settle (&fixture);
  g_assert_true (gtk_revealer_get_reveal_child (failure));
  g_assert_cmpuint (suivi_grade_view_count_drafts (fixture.view), ==, 1);

  suivi_workspace_redo_async (fixture.base->workspace, redone_cb, NULL);
  settle (&fixture);
  suivi_grade_view_show (fixture.view, first->id);
  settle (&fixture);
  g_assert_cmpstr (get_number (&fixture), ==, "140.1");
  assert_reason (&fixture, "Seen by us");
  gtk_widget_activate_action (fixture.root, "grading.save", NULL);
  settle (&fixture);
  grade = look_up (&fixture, "140.1", NULL);
  g_assert_cmpstr (grade->reason, ==, "Seen by us");

  tear_down (&fixture);
}

static void
test_leaving_saves (void)
{
  Fixture fixture;
  g_autoptr (SuiviAssessment) grade = NULL;
  g_autoptr (SuiviAssessment) other = NULL;
  g_autoptr (SuiviAssessment) last = NULL;

  set_up (&fixture, 3);
  suivi_level_row_set_level (get_level_row (&fixture, 0), SUIVI_LEVEL_NOTHING);
  fill_in (&fixture, "Nothing happened.", "Letter");
  gtk_widget_activate_action (fixture.root, "grading.next", NULL);
  settle (&fixture);
  g_assert_cmpstr (get_number (&fixture), ==, "140.2");
  grade = look_up (&fixture, "140.1", NULL);
  g_assert_cmpint (grade->light, ==, SUIVI_LIGHT_RED);

  /* Another tab */
  suivi_level_row_set_level (get_level_row (&fixture, 1), SUIVI_LEVEL_SOME);
  fill_in (&fixture, "A plan.", "Ministry");
  gtk_widget_set_visible (fixture.root, FALSE);
  settle (&fixture);
  other = look_up (&fixture, "140.2", NULL);
  g_assert_cmpint (other->light, ==, SUIVI_LIGHT_AMBER);

  /* The window closes. */
  gtk_widget_set_visible (fixture.root, TRUE);
  gtk_widget_activate_action (fixture.root, "grading.next", NULL);
  settle (&fixture);
  g_assert_cmpstr (get_number (&fixture), ==, "140.3");
  suivi_level_row_set_level (get_level_row (&fixture, 2), SUIVI_LEVEL_DONE);
  fill_in (&fixture, "Seen.", "Visit");
  gtk_window_destroy (fixture.window);
  last = look_up (&fixture, "140.3", NULL);
  g_assert_cmpint (last->light, ==, SUIVI_LIGHT_GREEN);
  present (&fixture);

  tear_down (&fixture);
}

static void
test_undo (void)
{
  Fixture fixture;
  g_autoptr (SuiviAssessment) grade = NULL;

  set_up (&fixture, 2);
  suivi_level_row_set_level (get_level_row (&fixture, 0), SUIVI_LEVEL_DONE);
  fill_in (&fixture, "First", "S");
  app_wait_until (is_graded, &fixture);
  settle (&fixture);
  app_undo (fixture.base->workspace);

  assert_reason (&fixture, "");
  g_assert_cmpint (suivi_level_row_get_level (get_level_row (&fixture, 0)), ==, SUIVI_LEVEL_UNASSESSED);
  g_assert_nonnull (app_find_text (fixture.root, "0 of 2 graded"));
  g_assert_null (look_up (&fixture, "140.1", NULL));

  tear_down (&fixture);
}

static void
test_all_graded (void)
{
  Fixture fixture;

  set_up (&fixture, 2);
  for (guint i = 0; i < 2; i++)
    {
      suivi_level_row_set_level (get_level_row (&fixture, 0), SUIVI_LEVEL_DONE);
      fill_in (&fixture, "Done", "S");
      gtk_widget_activate_action (fixture.root, "grading.save", NULL);
      settle (&fixture);
    }
  g_assert_nonnull (app_find_text (fixture.root, "All 2 are graded"));
  app_save_screenshot (GTK_WIDGET (fixture.window), "grade-done");

  /* What is taken back is there to be graded again. */
  app_undo (fixture.base->workspace);
  g_assert_cmpstr (get_number (&fixture), ==, "140.2");
  g_assert_null (app_find_text (fixture.root, "All 2 are graded"));
  g_assert_nonnull (app_find_text (fixture.root, "1 of 2 graded"));

  tear_down (&fixture);
}

/* What is typed after the last one is not dropped by looking at them again. */
static void
test_again_keeps (void)
{
  Fixture fixture;
  g_autoptr (SuiviAssessment) grade = NULL;
  GtkWidget *again = NULL;

  for (guint complete = 0; complete < 2; complete++)
    {
      set_up (&fixture, 1);
      suivi_level_row_set_level (get_level_row (&fixture, 0), SUIVI_LEVEL_DONE);
      fill_in (&fixture, "Done", "S");
      gtk_widget_activate_action (fixture.root, "grading.save", NULL);
      settle (&fixture);
      again = gtk_widget_get_ancestor (app_find_text (fixture.root, "Look at them again"), GTK_TYPE_BUTTON);
      fill_in (&fixture, complete ? "Done by all" : "", "S");
      g_signal_emit_by_name (again, "clicked");
      settle (&fixture);
      assert_reason (&fixture, complete ? "Done by all" : "");
      g_assert_cmpuint (suivi_grade_view_count_drafts (fixture.view), ==, complete ? 0 : 1);
      g_clear_pointer (&grade, suivi_assessment_free);
      grade = look_up (&fixture, "140.1", NULL);
      g_assert_cmpstr (grade->reason, ==, complete ? "Done by all" : "Done");
      tear_down (&fixture);
    }
}

/* Nor does the page that says that all are graded come up over it. */
static void
test_typing_is_not_the_end (void)
{
  Fixture fixture;

  set_up (&fixture, 1);
  suivi_level_row_set_level (get_level_row (&fixture, 0), SUIVI_LEVEL_DONE);
  fill_in (&fixture, "Done", "S");
  gtk_widget_activate_action (fixture.root, "grading.save", NULL);
  /* It is on its way still. */
  gtk_text_buffer_set_text (fixture.reason, "", -1);
  settle (&fixture);
  g_assert_null (app_find_text (fixture.root, "Look at them again"));
  assert_reason (&fixture, "");
  g_assert_cmpuint (suivi_grade_view_count_drafts (fixture.view), ==, 1);
  tear_down (&fixture);
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
  Fixture fixture;
  g_autoptr (SuiviAssessment) grade = NULL;
  Waited waited = { FALSE, NULL };

  set_up (&fixture, 2);
  g_assert_false (suivi_grade_view_has_unsaved (fixture.view));
  suivi_level_row_set_level (get_level_row (&fixture, 0), SUIVI_LEVEL_DONE);
  g_assert_false (suivi_grade_view_has_unsaved (fixture.view));
  fill_in (&fixture, "Seen by us", "Visit");
  g_assert_true (suivi_grade_view_has_unsaved (fixture.view));
  suivi_grade_view_save_async (fixture.view, waited_cb, &waited);
  g_assert_true (suivi_grade_view_has_unsaved (fixture.view));
  settle (&fixture);
  g_assert_true (waited.done);
  g_assert_no_error (waited.error);
  g_assert_false (suivi_grade_view_has_unsaved (fixture.view));
  grade = look_up (&fixture, "140.1", NULL);
  g_assert_cmpstr (grade->reason, ==, "Seen by us");

  waited.done = FALSE;
  gtk_text_buffer_set_text (fixture.reason, "Seen by all", -1);
  suivi_workspace_undo_async (fixture.base->workspace, redone_cb, NULL);
  suivi_workspace_undo_async (fixture.base->workspace, redone_cb, NULL);
  suivi_grade_view_save_async (fixture.view, waited_cb, &waited);
  settle (&fixture);
  g_assert_true (waited.done);
  g_assert_nonnull (waited.error);
  g_assert_cmpuint (suivi_grade_view_count_drafts (fixture.view), ==, 1);
  g_clear_error (&waited.error);
  tear_down (&fixture);
}

static void
test_nothing_to_grade (void)
{
  Fixture fixture;

  set_up (&fixture, 0);
  g_assert_nonnull (app_find_text (fixture.root, "Nothing to grade yet"));
  tear_down (&fixture);
}

/* The name is asked for where one grades, once. */
static void
test_name_is_asked_for (void)
{
  Fixture fixture;
  GtkWidget *name = NULL;
  g_autofree char *known = NULL;

  set_up (&fixture, 3);
  g_settings_set_string (suivi_settings_get_default (), "user-name", "");
  app_settle ();
  name = app_find_widget (fixture.root, ADW_TYPE_ENTRY_ROW, 2);
  g_assert_true (gtk_widget_get_visible (name));
  gtk_editable_set_text (GTK_EDITABLE (name), "");

  suivi_level_row_set_level (get_level_row (&fixture, 0), SUIVI_LEVEL_DONE);
  fill_in (&fixture, "Done", "S");
  gtk_widget_activate_action (fixture.root, "grading.save", NULL);
  g_assert_true (has_focus_in (&fixture, name));
  gtk_editable_set_text (GTK_EDITABLE (name), "Ben");
  g_signal_emit_by_name (name, "entry-activated");
  settle (&fixture);
  g_assert_cmpstr (get_number (&fixture), ==, "140.2");
  known = suivi_settings_dup_user_name ();
  g_assert_cmpstr (known, ==, "Ben");
  g_assert_false (gtk_widget_get_visible (name));

  tear_down (&fixture);
}

/* Evidence is tied in the step that saves the grade; alone, it is a step of its own. */
static void
test_evidence (void)
{
  Fixture fixture;
  g_autoptr (SuiviEvidence) evidence = suivi_evidence_new ("School register", SUIVI_EVIDENCE_STATISTICS);
  g_autoptr (GPtrArray) list = g_ptr_array_new ();
  g_autoptr (GPtrArray) none = g_ptr_array_new ();
  g_autoptr (SuiviAssessment) grade = NULL;
  g_autoptr (SuiviAssessment) again = NULL;
  GtkWidget *box = NULL;
  guint n = 0;

  set_up (&fixture, 3);
  box = app_find_type (fixture.root, SUIVI_TYPE_EVIDENCE_BOX);
  app_run (fixture.base->workspace, add_evidence, evidence);
  settle (&fixture);
  g_ptr_array_add (list, evidence);
  suivi_evidence_box_set_evidence (SUIVI_EVIDENCE_BOX (box), list);
  g_signal_emit_by_name (box, "changed");
  suivi_level_row_set_level (get_level_row (&fixture, 0), SUIVI_LEVEL_DONE);
  fill_in (&fixture, "Counted", "Register");
  gtk_widget_activate_action (fixture.root, "grading.next", NULL);
  settle (&fixture);
  grade = look_up (&fixture, "140.1", &n);
  g_assert_cmpuint (n, ==, 1);
  g_assert_cmpstr (suivi_workspace_get_undo_label (fixture.base->workspace), ==, "Grade 140.1");

  gtk_widget_activate_action (fixture.root, "grading.previous", NULL);
  settle (&fixture);
  suivi_grade_view_show (fixture.view, grade->recommendation_id);
  settle (&fixture);
  g_assert_cmpstr (get_number (&fixture), ==, "140.1");
  suivi_evidence_box_set_evidence (SUIVI_EVIDENCE_BOX (box), none);
  g_signal_emit_by_name (box, "changed");
  gtk_widget_activate_action (fixture.root, "grading.save", NULL);
  settle (&fixture);
  g_assert_cmpstr (suivi_workspace_get_undo_label (fixture.base->workspace), ==, "Evidence for 140.1");
  again = look_up (&fixture, "140.1", &n);
  g_assert_cmpuint (n, ==, 0);
  g_assert_cmpstr (again->id, ==, grade->id);

  /* With the step the evidence comes back, in the workspace. */
  app_undo (fixture.base->workspace);
  suivi_assessment_free (again);
  again = look_up (&fixture, "140.1", &n);
  g_assert_cmpuint (n, ==, 1);

  tear_down (&fixture);
}

static SuiviAssessment *
make_grade (const char *id, const char *organisation, SuiviLevel level, const char *date)
{
  SuiviAssessment *grade = suivi_assessment_new ();

  grade->recommendation_id = g_strdup (id);
  g_free (grade->organisation);
  grade->organisation = g_strdup (organisation);
  suivi_assessment_set_levels (grade, level, level, level);
  grade->reason = g_strdup ("Somebody counted.");
  grade->source = g_strdup ("Register");
  grade->name = g_strdup ("Cleo");
  g_free (grade->date);
  grade->date = g_strdup (date);

  return grade;
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
  put_grade (step, make_grade (row->id, "Tree Alliance", SUIVI_LEVEL_NOTHING, "2024-05-01"));
}

/* An edition is frozen, then another organisation judges, and a coalition agrees. */
static gpointer
add_others (SuiviStore *store, gpointer data, GCancellable *cancellable, GError **error)
{
  const char *id = data;
  g_autoptr (SuiviEdition) edition = suivi_edition_new ("Mid-term 2024", "2024-12-31");
  g_autoptr (SuiviTransaction) step = suivi_store_begin (store, "Freeze", NULL);
  g_autoptr (SuiviTransaction) other_step = NULL;
  SuiviAssessment *agreed = make_grade (id, "", SUIVI_LEVEL_SOME, "2026-03-03");

  g_assert_true (suivi_transaction_freeze_edition (step, edition, error));
  g_assert_true (suivi_transaction_commit (step, error));

  other_step = suivi_store_begin (store, "Others", NULL);
  put_grade (other_step, make_grade (id, "Road Union", SUIVI_LEVEL_DONE, "2026-02-01"));
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
  Fixture fixture;
  GtkWidget *heading = NULL;
  g_autoptr (SuiviAssessment) counts = NULL;

  set_up_filled (&fixture, fill_one);
  /* It has a light, so it is not among what is left. */
  g_assert_nonnull (app_find_text (fixture.root, "The one recommendation is graded"));
  counts = look_up (&fixture, "7.1", NULL);
  app_run (fixture.base->workspace, add_others, counts->recommendation_id);
  suivi_grade_view_show (fixture.view, counts->recommendation_id);
  settle (&fixture);

  heading = app_find_type (fixture.root, SUIVI_TYPE_GRADE_HEADING);
  g_assert_cmpstr (get_number (&fixture), ==, "7.1");
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
  app_save_screenshot (GTK_WIDGET (fixture.window), "grade-others");
  /* None of that is the own grade. */
  assert_reason (&fixture, "");
  g_assert_cmpint (suivi_level_row_get_level (get_level_row (&fixture, 0)), ==, SUIVI_LEVEL_UNASSESSED);

  g_signal_emit_by_name (heading, "open-requested");
  g_assert_cmpstr (fixture.shown, ==, counts->recommendation_id);

  tear_down (&fixture);
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
  Fixture fixture;
  SuiviWorkspace *workspace = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *path = NULL;
  GtkWidget *again = NULL;

  set_up (&fixture, 2);
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
  g_assert_cmpstr (get_number (&fixture), ==, "7.1");
  g_assert_nonnull (app_find_text (fixture.root, "Tree Alliance"));
  g_assert_false (gtk_widget_is_sensitive (GTK_WIDGET (get_level_row (&fixture, 0))));
  g_assert_false (gtk_editable_get_editable (fixture.source));
  g_assert_false (
    gtk_text_view_get_editable (GTK_TEXT_VIEW (app_find_type (fixture.root, GTK_TYPE_TEXT_VIEW))));
  g_assert_false (gtk_widget_get_visible (app_find_action (fixture.root, "grading.save")));

  g_object_set (fixture.view, "workspace", fixture.base->workspace, NULL);
  suivi_workspace_close (workspace);
  settle (&fixture);
  g_assert_cmpstr (get_number (&fixture), ==, "140.1");
  g_assert_true (gtk_editable_get_editable (fixture.source));
  g_assert_finalize_object (workspace);

  tear_down (&fixture);
}

static void
test_list (void)
{
  Fixture fixture;
  GtkWidget *list = NULL;
  GtkDropDown *shown = NULL;
  GtkDropDown *position = NULL;

  set_up (&fixture, 10);
  list = app_find_type (fixture.root, SUIVI_TYPE_GRADE_LIST);
  shown = GTK_DROP_DOWN (app_find_widget (list, GTK_TYPE_DROP_DOWN, 0));
  position = GTK_DROP_DOWN (app_find_widget (list, GTK_TYPE_DROP_DOWN, 1));

  /* Recommendation 9 is the only one that is noted. */
  gtk_drop_down_set_selected (position, 1 + SUIVI_POSITION_NOTED);
  settle (&fixture);
  g_assert_cmpstr (get_number (&fixture), ==, "140.1");
  gtk_widget_activate_action (fixture.root, "grading.next", NULL);
  settle (&fixture);
  g_assert_cmpstr (get_number (&fixture), ==, "140.9");

  gtk_drop_down_set_selected (position, 0);
  gtk_drop_down_set_selected (shown, 1);
  settle (&fixture);
  g_assert_nonnull (app_find_text (list, "Nothing is graded yet."));
  g_signal_emit_by_name (app_find_type (list, GTK_TYPE_BUTTON), "clicked");
  suivi_grade_list_show_all (SUIVI_GRADE_LIST (list));
  settle (&fixture);
  g_assert_cmpuint (gtk_drop_down_get_selected (shown), ==, 2);
  gtk_widget_activate_action (fixture.root, "grading.next", NULL);
  settle (&fixture);
  g_assert_cmpstr (get_number (&fixture), ==, "140.10");

  tear_down (&fixture);
}

static void
test_narrow (void)
{
  Fixture fixture;
  AdwLeaflet *leaflet = NULL;
  GtkWidget *pane = NULL;
  int minimum = 0;

  set_up (&fixture, 3);
  gtk_widget_measure (fixture.root, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);
  g_assert_cmpint (minimum, <=, 360);
  leaflet = ADW_LEAFLET (app_find_type (fixture.root, ADW_TYPE_LEAFLET));
  g_assert_false (adw_leaflet_get_folded (leaflet));

  gtk_window_destroy (fixture.window);
  settle (&fixture);
  present (&fixture);
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

  tear_down (&fixture);
}

static void
assert_named (GtkWidget *widget, const char *name)
{
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL, name);
}

static void
test_names (void)
{
  Fixture fixture;
  GtkWidget *list = NULL;

  set_up (&fixture, 3);
  /* Drop-downs have lists of their own. */
  for (guint i = 0; list == NULL || !gtk_widget_has_css_class (list, "recommendations"); i++)
    list = app_find_widget (fixture.root, GTK_TYPE_LIST_VIEW, i);
  assert_named (app_find_action (fixture.root, "grading.previous"), "Previous recommendation");
  assert_named (app_find_action (fixture.root, "grading.next"), "Next recommendation");
  assert_named (app_find_type (fixture.root, GTK_TYPE_TEXT_VIEW), "Reason");
  assert_named (app_find_type (fixture.root, GTK_TYPE_PROGRESS_BAR), "Graded so far");
  assert_named (list, "Recommendations to grade");
  assert_named (app_find_widget (fixture.root, GTK_TYPE_DROP_DOWN, 0), "Which to show");
  assert_named (app_find_widget (GTK_WIDGET (get_level_row (&fixture, 2)), GTK_TYPE_TOGGLE_BUTTON, 0),
                "Practice: Done");
  tear_down (&fixture);
}

/* What is left as it is keeps the value that the recommendation has. */
static void
test_change (void)
{
  g_autoptr (SuiviGradeChange) change = suivi_grade_change_new ();
  g_autoptr (SuiviAssessment) own = make_grade ("x", "", SUIVI_LEVEL_SOME, "2025-01-01");
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

/* A long list is as quick as a short one: rows are read when they are seen. */
static void
test_many (void)
{
  Fixture fixture;
  gint64 begin = 0;

  if (!g_test_slow ())
    {
      g_test_skip ("slow");
      return;
    }

  set_up (&fixture, 5000);
  begin = g_get_monotonic_time ();
  for (guint i = 0; i < 20; i++)
    {
      suivi_level_row_set_level (get_level_row (&fixture, 0), SUIVI_LEVEL_DONE);
      fill_in (&fixture, "Done", "S");
      gtk_widget_activate_action (fixture.root, "grading.save", NULL);
      settle (&fixture);
    }
  g_test_message ("Saved and went on in %.1f ms", (g_get_monotonic_time () - begin) / 1000.0 / 20);
  g_assert_nonnull (app_find_text (fixture.root, "20 of 5000 graded"));

  tear_down (&fixture);
}

int
main (int argc, char *argv[])
{
  app_test_init (&argc, &argv);

  g_test_add_func ("/app/grade-view/keys-and-enter", test_keys_and_enter);
  g_test_add_func ("/app/grade-view/keyboard-at-once", test_keyboard_at_once);
  g_test_add_func ("/app/grade-view/pause-saves", test_pause_saves);
  g_test_add_func ("/app/grade-view/nothing-is-lost", test_nothing_is_lost);
  g_test_add_func ("/app/grade-view/failure-keeps-what-was-typed", test_failure_keeps_what_was_typed);
  g_test_add_func ("/app/grade-view/leaving-saves", test_leaving_saves);
  g_test_add_func ("/app/grade-view/undo", test_undo);
  g_test_add_func ("/app/grade-view/all-graded", test_all_graded);
  g_test_add_func ("/app/grade-view/again-keeps", test_again_keeps);
  g_test_add_func ("/app/grade-view/typing-is-not-the-end", test_typing_is_not_the_end);
  g_test_add_func ("/app/grade-view/save-is-waited-for", test_save_is_waited_for);
  g_test_add_func ("/app/grade-view/nothing-to-grade", test_nothing_to_grade);
  g_test_add_func ("/app/grade-view/name-is-asked-for", test_name_is_asked_for);
  g_test_add_func ("/app/grade-view/evidence", test_evidence);
  g_test_add_func ("/app/grade-view/what-others-say", test_what_others_say);
  g_test_add_func ("/app/grade-view/read-only", test_read_only);
  g_test_add_func ("/app/grade-view/list", test_list);
  g_test_add_func ("/app/grade-view/narrow", test_narrow);
  g_test_add_func ("/app/grade-view/names", test_names);
  g_test_add_func ("/app/grade-view/change", test_change);
  g_test_add_func ("/app/grade-view/many", test_many);

  return g_test_run ();
}
