/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The consultations page, through its real widgets. */

#include "config.h"

#include <string.h>

#include "app/consultation/consultation-row.h"
#include "app/consultation/consultation-view.h"
#include "app/consultation/consultations-page-private.h"
#include "app/consultation/dots.h"
#include "app/consultation/step-bar.h"
#include "app/overview/children-group.h"
#include "app/sealing/set-up-dialog.h"
#include "consultation-fixture.h"

static GtkWidget *
get_row (ConsultationFixture *fixture, guint i)
{
  return app_find_widget (fixture->page, SUIVI_TYPE_CONSULTATION_ROW, i);
}

static SuiviConsultationView *
get_view (ConsultationFixture *fixture)
{
  return SUIVI_CONSULTATION_VIEW (app_find_type (fixture->page, SUIVI_TYPE_CONSULTATION_VIEW));
}

/* Of the column with the steps. */
static GtkAdjustment *
get_adjustment (ConsultationFixture *fixture)
{
  GtkWidget *step = GTK_WIDGET (suivi_consultation_view_get_step (get_view (fixture), SUIVI_STEP_PLAN));
  GtkWidget *scroller = gtk_widget_get_ancestor (step, GTK_TYPE_SCROLLED_WINDOW);

  return gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (scroller));
}

static guint
count_rows (ConsultationFixture *fixture)
{
  return app_count_widgets (fixture->page, SUIVI_TYPE_CONSULTATION_ROW);
}

static GtkWidget *
get_toast_label (ConsultationFixture *fixture, const char *text)
{
  return consultation_find_label (GTK_WIDGET (fixture->app.window), text);
}

/* ---- Changes ---- */

static void
add_planned (SuiviTransaction *transaction, gpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SuiviConsultation) consultation = consultation_make (data);

  suivi_transaction_put_consultation (transaction, consultation, &error);
  g_assert_no_error (error);
}

static void
add_held (SuiviTransaction *transaction, gpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SuiviConsultation) consultation = consultation_make (data);

  consultation_add_ready (transaction, consultation);
  consultation->status = SUIVI_CONSULTATION_HELD;
  g_free (consultation->feedback_due);
  consultation->feedback_due = g_strdup ("2026-10-20");
  suivi_transaction_put_consultation (transaction, consultation, &error);
  g_assert_no_error (error);
}

static void
answer_now (SuiviTransaction *transaction, gpointer data)
{
  consultation_answer_all (transaction, data, FALSE);
}

static void
add_overdue_participants (SuiviTransaction *transaction, gpointer data)
{
  const char *const days[] = { "2026-10-02", "2026-11-01" };

  for (gsize i = 0; i < G_N_ELEMENTS (days); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (SuiviParticipant) participant = consultation_make_participant (data);

      g_free (participant->delete_by);
      participant->delete_by = g_strdup (days[i]);
      suivi_transaction_put_participant (transaction, participant, &error);
      g_assert_no_error (error);
    }
}

static void
add_other_review (SuiviTransaction *transaction, gpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SuiviReview) review = suivi_review_new ("TGO", 40);
  g_autoptr (SuiviConsultation) consultation = suivi_consultation_new ("TGO", "Young people of the coast");

  g_free (*(char **) data);
  *(char **) data = g_strdup (review->id);
  suivi_transaction_put_review (transaction, review, &error);
  g_assert_no_error (error);
  suivi_transaction_put_consultation (transaction, consultation, &error);
  g_assert_no_error (error);
}

/* ---- The list ---- */

static void
test_empty (ConsultationFixture *fixture, gconstpointer data)
{
  g_assert_nonnull (consultation_find_label (fixture->page, "What do children say themselves?"));
  g_assert_nonnull (consultation_find_button (fixture->page, "New consultation"));
  app_save_screenshot (GTK_WIDGET (fixture->app.window), "consultations-empty");
  g_assert_cmpuint (count_rows (fixture), ==, 0);
}

static void
test_list (ConsultationFixture *fixture, gconstpointer data)
{
  GtkWidget *row = NULL;

  consultation_change (fixture, add_held, (gpointer) "Young people in care");
  g_assert_cmpuint (count_rows (fixture), ==, 2);

  row = get_row (fixture, 0);
  g_assert_nonnull (consultation_find_label (row, "School councils"));
  g_assert_nonnull (consultation_find_label (row, "5 October 2026 · Planning"));
  g_assert_nonnull (consultation_find_label (row, "must items"));
  g_assert_null (consultation_find_label (row, "Overdue"));

  app_save_screenshot (GTK_WIDGET (fixture->app.window), "consultations-list");

  /* The day is past: in words and with a sign. */
  row = get_row (fixture, 1);
  g_assert_nonnull (consultation_find_label (row, "5 October 2026 · Held"));
  g_assert_nonnull (
    consultation_find_label (row, "Overdue · Tell the children: it was due on 20 October 2026"));
  g_assert_cmpuint (app_count_visible (row, GTK_TYPE_IMAGE), ==, 1);
}

static void
test_dots (ConsultationFixture *fixture, gconstpointer data)
{
  g_autoptr (SuiviConsultationRecord) record = consultation_load (fixture);
  GtkWidget *dots = app_find_type (get_row (fixture, 0), SUIVI_TYPE_DOTS);
  g_autofree char *words = NULL;

  g_assert_cmpstr (gtk_widget_get_tooltip_text (dots), ==, "0 of 9 requirements are in place");
  gtk_test_accessible_assert_property (dots, GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "0 of 9 requirements are in place");
  g_assert_cmpint (gtk_widget_get_width (dots), ==, 9 * 8 + 8 * 4);

  consultation_change (fixture, answer_now, record->consultation);
  suivi_consultation_record_free (record);
  record = consultation_load (fixture);
  /* What can only be answered once children were heard is still missing. */
  g_assert_cmpuint (record->standing->n_met, >, 0);
  g_assert_cmpuint (record->standing->n_met, <, 9);
  words = g_strdup_printf ("%u of 9 requirements are in place", record->standing->n_met);
  g_assert_cmpstr (gtk_widget_get_tooltip_text (dots), ==, words);
}

static void
test_new (ConsultationFixture *fixture, gconstpointer data)
{
  AdwMessageDialog *dialog = NULL;
  GtkWidget *entry = NULL;
  GtkWidget *focus = NULL;
  g_autoptr (GPtrArray) records = NULL;
  SuiviConsultationRecord *record = NULL;

  g_assert_true (gtk_widget_activate_action (fixture->page, "consultation.new", NULL));
  dialog = ADW_MESSAGE_DIALOG (app_find_window (ADW_TYPE_MESSAGE_DIALOG));
  g_assert_nonnull (dialog);
  g_assert_false (adw_message_dialog_get_response_enabled (dialog, "add"));
  entry = adw_message_dialog_get_extra_child (dialog);
  gtk_editable_set_text (GTK_EDITABLE (entry), "   ");
  g_assert_false (adw_message_dialog_get_response_enabled (dialog, "add"));
  gtk_editable_set_text (GTK_EDITABLE (entry), " Village meeting ");
  g_assert_true (adw_message_dialog_get_response_enabled (dialog, "add"));
  adw_message_dialog_response (dialog, "add");
  gtk_window_destroy (GTK_WINDOW (dialog));
  consultation_settle (fixture);

  g_assert_cmpuint (count_rows (fixture), ==, 1);
  g_assert_nonnull (consultation_find_label (GTK_WIDGET (get_view (fixture)), "Village meeting"));
  records = consultation_list (fixture);
  record = g_ptr_array_index (records, 0);
  g_assert_cmpstr (record->consultation->title, ==, "Village meeting");
  g_assert_cmpstr (record->consultation->state, ==, "SVN");
  g_assert_nonnull (record->consultation->review_id);
  /* The title is given: the purpose comes next. */
  app_settle ();
  focus = gtk_window_get_focus (GTK_WINDOW (fixture->app.window));
  g_assert_nonnull (focus);
  g_assert_true (gtk_widget_is_ancestor (focus, consultation_find_row (fixture->page, "Purpose")));
  /* The sidebar counts. */
  g_assert_nonnull (app_find_text (GTK_WIDGET (fixture->app.window), "1"));
}

static void
test_delete (ConsultationFixture *fixture, gconstpointer data)
{
  g_assert_true (gtk_widget_activate_action (fixture->page, "consultation.delete", NULL));
  consultation_settle (fixture);
  g_assert_cmpuint (count_rows (fixture), ==, 0);
  g_assert_nonnull (get_toast_label (fixture, "Consultation deleted"));

  app_undo (consultation_get_workspace (fixture));
  g_assert_cmpuint (count_rows (fixture), ==, 1);
  g_assert_nonnull (consultation_find_label (GTK_WIDGET (get_view (fixture)), "School councils"));
}

/* Who has participants is erased, not deleted. */
static void
test_no_delete (ConsultationFixture *fixture, gconstpointer data)
{
  g_assert_cmpuint (count_rows (fixture), ==, 1);
  gtk_widget_activate_action (fixture->page, "consultation.delete", NULL);
  consultation_settle (fixture);
  g_assert_cmpuint (count_rows (fixture), ==, 1);
}

/* ---- The view ---- */

static void
test_refusal (ConsultationFixture *fixture, gconstpointer data)
{
  GtkWidget *view = GTK_WIDGET (get_view (fixture));
  GtkWidget *button = consultation_find_button (view, "Mark as ready");
  GtkWidget *reason = NULL;
  g_autoptr (SuiviConsultationRecord) record = consultation_load (fixture);

  g_assert_nonnull (button);
  g_assert_false (gtk_widget_is_sensitive (button));
  reason = consultation_find_label (view, "must items of the checklist are not met");
  g_assert_nonnull (reason);
  /* Nothing comes of it behind its back either. */
  gtk_widget_activate_action (fixture->page, "consultation.next", NULL);
  consultation_settle (fixture);
  g_assert_nonnull (consultation_find_label (view, "Planning"));

  consultation_change (fixture, answer_now, record->consultation);
  g_assert_true (gtk_widget_is_sensitive (button));
  g_assert_false (gtk_widget_get_mapped (reason));
}

static void
test_next_and_back (ConsultationFixture *fixture, gconstpointer data)
{
  GtkWidget *view = GTK_WIDGET (get_view (fixture));

  gtk_widget_activate_action (fixture->page, "consultation.next", NULL);
  consultation_settle (fixture);
  g_assert_nonnull (consultation_find_label (view, "Held"));
  g_assert_nonnull (consultation_find_button (view, "Mark as reported back"));
  g_assert_nonnull (get_toast_label (fixture, "Marked as held"));
  g_assert_cmpstr (suivi_workspace_get_undo_label (consultation_get_workspace (fixture)), ==,
                   "Mark consultation as held");

  gtk_widget_activate_action (fixture->page, "consultation.step-back", NULL);
  consultation_settle (fixture);
  g_assert_nonnull (consultation_find_label (view, "Ready"));
  gtk_widget_activate_action (fixture->page, "consultation.step-back", NULL);
  consultation_settle (fixture);
  g_assert_nonnull (consultation_find_label (view, "Planning"));
  /* There is nothing before it. */
  gtk_widget_activate_action (fixture->page, "consultation.step-back", NULL);
  consultation_settle (fixture);
  g_assert_nonnull (consultation_find_label (view, "Planning"));

  app_undo (consultation_get_workspace (fixture));
  g_assert_nonnull (consultation_find_label (view, "Ready"));
}

/* What children said cannot be made unsaid: the page says so. */
static void
add_said (SuiviTransaction *transaction, gpointer data)
{
  ConsultationFixture *fixture = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (SuiviStatement) statement
             = suivi_statement_new (fixture->consultation_id, fixture->participant_id, "We want a library");

  suivi_transaction_put_statement (transaction, statement, &error);
  g_assert_no_error (error);
}

static void
test_no_way_back (ConsultationFixture *fixture, gconstpointer data)
{
  GtkWidget *view = GTK_WIDGET (get_view (fixture));

  gtk_widget_activate_action (fixture->page, "consultation.next", NULL);
  consultation_settle (fixture);
  consultation_change (fixture, add_said, fixture);
  gtk_widget_activate_action (fixture->page, "consultation.step-back", NULL);
  consultation_settle (fixture);
  g_assert_nonnull (consultation_find_label (view, "Held"));
  g_assert_nonnull (consultation_find_label (fixture->page, "The consultation stays held"));
  /* Where it may be seen by anybody, no words of a child. */
  g_assert_null (strstr (gtk_window_get_title (GTK_WINDOW (fixture->app.window)), "library"));
  g_assert_null (strstr (suivi_workspace_get_undo_label (consultation_get_workspace (fixture)), "library"));
}

typedef struct
{
  SuiviStepBar *bar;
  guint step;
} BarWait;

static gboolean
is_marked (gpointer data)
{
  BarWait *wait = data;

  return suivi_step_bar_get_current (wait->bar) == wait->step;
}

static gboolean
is_scrolled (gpointer data)
{
  return gtk_adjustment_get_value (data) > 0;
}

static void
test_step_bar (ConsultationFixture *fixture, gconstpointer data)
{
  const char *const titles[SUIVI_N_STEPS]
    = { "Plan", "Safeguards", "Consent", "The day", "What children said", "Feedback", "Close" };
  SuiviConsultationView *view = get_view (fixture);
  SuiviStepBar *bar = SUIVI_STEP_BAR (app_find_type (GTK_WIDGET (view), SUIVI_TYPE_STEP_BAR));
  GtkAdjustment *adjustment = get_adjustment (fixture);
  GtkWidget *button = NULL;
  BarWait wait = { bar, SUIVI_STEP_PLAN };

  for (guint i = 0; i < SUIVI_N_STEPS; i++)
    {
      button = app_find_widget (GTK_WIDGET (bar), GTK_TYPE_TOGGLE_BUTTON, i);
      g_assert_cmpstr (gtk_button_get_label (GTK_BUTTON (button)), ==, titles[i]);
      g_assert_cmpint (gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (button)), ==, i == SUIVI_STEP_PLAN);
      g_assert_nonnull (suivi_consultation_view_get_step (view, i));
    }

  button = app_find_widget (GTK_WIDGET (bar), GTK_TYPE_TOGGLE_BUTTON, SUIVI_STEP_SAFEGUARDS);
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (button), TRUE);
  app_wait_until (is_scrolled, adjustment);
  gtk_test_widget_wait_for_draw (GTK_WIDGET (fixture->app.window));
  g_assert_cmpuint (suivi_step_bar_get_current (bar), ==, SUIVI_STEP_SAFEGUARDS);
  g_assert_nonnull (
    gtk_widget_get_focus_child (GTK_WIDGET (suivi_consultation_view_get_step (view, SUIVI_STEP_SAFEGUARDS))));
  app_save_screenshot (GTK_WIDGET (fixture->app.window), "consultations-safeguards");

  /* Whoever scrolls sees where that leads. */
  gtk_adjustment_set_value (adjustment, gtk_adjustment_get_upper (adjustment));
  wait.step = SUIVI_STEP_CLOSE;
  app_wait_until (is_marked, &wait);
  gtk_adjustment_set_value (adjustment, 0);
  wait.step = SUIVI_STEP_PLAN;
  app_wait_until (is_marked, &wait);
}

/* What is missing for closing leads to the step where it can be seen to; a focal point can be set up from there. */
static void
test_show_step (ConsultationFixture *fixture, gconstpointer data)
{
  SuiviConsultationView *view = get_view (fixture);
  SuiviStepBar *bar = SUIVI_STEP_BAR (app_find_type (GTK_WIDGET (view), SUIVI_TYPE_STEP_BAR));
  GtkWidget *step = GTK_WIDGET (suivi_consultation_view_get_step (view, SUIVI_STEP_CLOSE));
  GtkWidget *row = NULL;
  BarWait wait = { bar, SUIVI_STEP_FEEDBACK };

  row = gtk_widget_get_ancestor (consultation_find_label (step, "were not told yet"), ADW_TYPE_ACTION_ROW);
  g_assert_true (gtk_widget_is_sensitive (adw_action_row_get_activatable_widget (ADW_ACTION_ROW (row))));
  adw_action_row_activate (ADW_ACTION_ROW (row));
  app_wait_until (is_marked, &wait);

  step = GTK_WIDGET (suivi_consultation_view_get_step (view, SUIVI_STEP_SAFEGUARDS));
  g_assert_true (gtk_widget_activate_action (step, "consultation.set-up-focal-point", NULL));
  g_assert_nonnull (app_find_window (SUIVI_TYPE_SET_UP_DIALOG));
  gtk_window_destroy (app_find_window (SUIVI_TYPE_SET_UP_DIALOG));
}

static gboolean
is_wholly_seen (gpointer data)
{
  GtkWidget *row = data;
  GtkWidget *scroller = gtk_widget_get_ancestor (row, GTK_TYPE_SCROLLED_WINDOW);
  graphene_rect_t bounds;

  return gtk_widget_get_height (row) > 0 && gtk_widget_compute_bounds (row, scroller, &bounds)
         && bounds.origin.y >= 23
         && bounds.origin.y + bounds.size.height <= gtk_widget_get_height (scroller) - 23;
}

/* What has the focus is seen with its row and some room around it, also where it unfolds only now. */
static void
test_focus_in_view (ConsultationFixture *fixture, gconstpointer data)
{
  GtkWidget *view = GTK_WIDGET (get_view (fixture));
  GtkWidget *notes = consultation_find_row (fixture->page, "Anything else");
  GtkWidget *title = consultation_find_row (fixture->page, "Purpose");
  GtkWidget *focus = NULL;

  gtk_test_widget_wait_for_draw (GTK_WIDGET (fixture->app.window));
  g_assert_false (is_wholly_seen (notes));
  g_assert_true (gtk_widget_grab_focus (app_find_type (notes, GTK_TYPE_TEXT_VIEW)));
  app_wait_until (is_wholly_seen, notes);
  g_assert_true (gtk_widget_grab_focus (app_find_type (title, GTK_TYPE_TEXT_VIEW)));
  app_wait_until (is_wholly_seen, title);

  g_assert_true (gtk_widget_activate_action (view, "consultation.show-step", "s", "safeguards:g2"));
  focus = gtk_window_get_focus (GTK_WINDOW (fixture->app.window));
  g_assert_nonnull (consultation_find_label (focus, "Every adult had training on safeguarding"));
  app_wait_until (is_wholly_seen, focus);
}

static GtkWidget *
get_step_button (ConsultationFixture *fixture, guint step)
{
  GtkWidget *bar = app_find_type (GTK_WIDGET (get_view (fixture)), SUIVI_TYPE_STEP_BAR);

  return app_find_widget (bar, GTK_TYPE_TOGGLE_BUTTON, step);
}

static void
test_waiting (ConsultationFixture *fixture, gconstpointer data)
{
  for (guint i = 0; i < SUIVI_N_STEPS; i++)
    {
      GtkWidget *button = get_step_button (fixture, i);

      g_assert_true (gtk_widget_is_sensitive (button));
      g_assert_cmpint (gtk_widget_has_css_class (button, "waiting"), ==, i >= SUIVI_STEP_DAY);
    }
}

/* A change of the workspace does not move the page away under who reads it. */
static void
test_keeps_place (ConsultationFixture *fixture, gconstpointer data)
{
  GtkAdjustment *adjustment = get_adjustment (fixture);

  gtk_test_widget_wait_for_draw (GTK_WIDGET (fixture->app.window));
  g_assert_cmpfloat (gtk_adjustment_get_upper (adjustment), >,
                     gtk_adjustment_get_page_size (adjustment) + 200);
  gtk_adjustment_set_value (adjustment, 200);
  consultation_change (fixture, add_planned, (gpointer) "Village meeting");
  gtk_test_widget_wait_for_draw (GTK_WIDGET (fixture->app.window));
  g_assert_cmpuint (count_rows (fixture), ==, 2);
  g_assert_cmpstr (suivi_consultation_view_get_id (get_view (fixture)), ==, fixture->consultation_id);
  g_assert_cmpfloat (gtk_adjustment_get_value (adjustment), ==, 200);
}

/* ---- The window around it ---- */

static void
test_switching (ConsultationFixture *fixture, gconstpointer data)
{
  g_autofree char *other_id = NULL;

  consultation_change (fixture, add_other_review, &other_id);
  suivi_window_set_review (fixture->app.window, other_id);
  consultation_settle (fixture);
  g_assert_cmpuint (count_rows (fixture), ==, 1);
  g_assert_nonnull (consultation_find_label (get_row (fixture, 0), "Young people of the coast"));
  g_assert_nonnull (consultation_find_label (get_row (fixture, 0), "Planning"));
  g_assert_null (consultation_find_label (fixture->page, "School councils"));

  /* Of several States one has to be chosen. */
  suivi_window_set_review (fixture->app.window, NULL);
  consultation_settle (fixture);
  g_assert_cmpuint (count_rows (fixture), ==, 0);
  g_assert_nonnull (consultation_find_label (fixture->page, "For which State?"));
}

static gboolean
is_folded (gpointer data)
{
  gboolean folded = FALSE;

  g_object_get (data, "folded", &folded, NULL);

  return folded;
}

static void
test_narrow (ConsultationFixture *fixture, gconstpointer data)
{
  int minimum = 0;

  for (guint i = 0; i < SUIVI_N_STEPS; i++)
    {
      SuiviConsultationStep *step = suivi_consultation_view_get_step (get_view (fixture), i);

      /* Beside the margins of the view. */
      gtk_widget_measure (GTK_WIDGET (step), GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);
      g_assert_cmpint (minimum, <=, 336);
    }
  gtk_widget_measure (fixture->page, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);
  g_assert_cmpint (minimum, <=, 360);
  gtk_window_set_default_size (GTK_WINDOW (fixture->app.window), 360, 700);
  app_wait_until (is_folded, fixture->page);
  app_settle ();
  gtk_widget_measure (fixture->page, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);
  g_assert_cmpint (minimum, <=, 360);
  app_save_screenshot (GTK_WIDGET (fixture->app.window), "consultations-narrow-list");
  gtk_widget_activate (get_row (fixture, 0));
  consultation_settle (fixture);
  app_save_screenshot (GTK_WIDGET (fixture->app.window), "consultations-narrow");
}

static void
test_read_only (ConsultationFixture *fixture, gconstpointer data)
{
  GtkWidget *view = GTK_WIDGET (get_view (fixture));

  g_assert_cmpuint (count_rows (fixture), ==, 1);
  g_assert_nonnull (consultation_find_label (view, "Ready"));
  g_assert_null (consultation_find_button (view, "Mark as held"));
  g_assert_null (consultation_find_button (fixture->page, "New consultation"));
  gtk_widget_activate_action (fixture->page, "consultation.next", NULL);
  gtk_widget_activate_action (fixture->page, "consultation.step-back", NULL);
  consultation_settle (fixture);
  g_assert_nonnull (consultation_find_label (view, "Ready"));
  g_assert_false (suivi_consultations_page_has_unsaved (SUIVI_CONSULTATIONS_PAGE (fixture->page)));
}

static void
test_print (ConsultationFixture *fixture, gconstpointer data)
{
  g_autoptr (GFile) file = app_fixture_get_file (&fixture->app, "checklist.pdf");
  g_autoptr (GFile) nowhere = app_fixture_get_file (&fixture->app, "no-such-folder/report.pdf");
  g_autofree char *path = g_file_get_path (file);
  g_autofree char *bad_path = g_file_get_path (nowhere);
  g_autofree char *content = NULL;

  suivi_consultations_page_write (SUIVI_CONSULTATIONS_PAGE (fixture->page), SUIVI_DOCUMENT_CHECKLIST, path);
  consultation_settle (fixture);
  g_assert_nonnull (get_toast_label (fixture, "Document written"));
  g_assert_true (g_file_get_contents (path, &content, NULL, NULL));
  g_assert_true (g_str_has_prefix (content, "%PDF-"));

  suivi_consultations_page_write (SUIVI_CONSULTATIONS_PAGE (fixture->page), SUIVI_DOCUMENT_REPORT, bad_path);
  consultation_settle (fixture);
  /* Why not stands above the list. */
  g_assert_true (gtk_revealer_get_reveal_child (SUIVI_CONSULTATIONS_PAGE (fixture->page)->failure));
}

static gboolean
is_null (gpointer data)
{
  return *(gpointer *) data == NULL;
}

static void
test_close_saves (ConsultationFixture *fixture, gconstpointer data)
{
  GtkWidget *row = consultation_find_row (fixture->page, "Title");
  g_autofree char *path = g_file_get_path (fixture->file);
  g_autoptr (GError) error = NULL;
  g_autoptr (SuiviStore) store = NULL;
  g_autoptr (GPtrArray) records = NULL;
  gpointer window = fixture->app.window;
  SuiviConsultationRecord *record = NULL;

  g_assert_nonnull (row);
  gtk_editable_set_text (GTK_EDITABLE (row), "Councils of the north");
  g_object_add_weak_pointer (G_OBJECT (window), &window);
  gtk_window_close (GTK_WINDOW (window));
  app_wait_until (is_null, &window);
  suivi_workspace_wait_for_all ();

  store = suivi_store_open (path, &error);
  g_assert_no_error (error);
  records = suivi_store_list_consultations (store, "SVN", &error);
  g_assert_no_error (error);
  record = g_ptr_array_index (records, 0);
  g_assert_cmpstr (record->consultation->title, ==, "Councils of the north");
}

static void
test_shortcut (ConsultationFixture *fixture, gconstpointer data)
{
  GtkApplication *application = GTK_APPLICATION (fixture->app.application);
  g_auto (GStrv) fourth = gtk_application_get_accels_for_action (application, "win.show-page::consultations");
  g_auto (GStrv) fifth = gtk_application_get_accels_for_action (application, "win.show-page::scorecard");

  g_assert_cmpstr (fourth[0], ==, "<Alt>4");
  g_assert_cmpstr (fifth[0], ==, "<Alt>5");
  g_assert_cmpstr (suivi_window_get_page (fixture->app.window), ==, "consultations");
}

static void
test_overview (ConsultationFixture *fixture, gconstpointer data)
{
  GtkWidget *window = GTK_WIDGET (fixture->app.window);
  GtkWidget *group = NULL;
  GtkWidget *button = NULL;

  consultation_change (fixture, add_overdue_participants, fixture->consultation_id);
  suivi_window_show_page (fixture->app.window, "overview");
  consultation_settle (fixture);
  group = app_find_type (window, SUIVI_TYPE_CHILDREN_GROUP);
  g_assert_nonnull (
    consultation_find_label (group, "2 codes should have been erased, the first by 2 October 2026"));
  g_assert_nonnull (consultation_find_label (group, "Overdue · It was planned for 5 October 2026"));

  app_save_screenshot (GTK_WIDGET (fixture->app.window), "consultations-overview");
  button = consultation_find_button (group, "Open");
  g_signal_emit_by_name (button, "clicked");
  consultation_settle (fixture);
  g_assert_cmpstr (suivi_window_get_page (fixture->app.window), ==, "consultations");
  g_assert_cmpstr (suivi_consultation_view_get_id (get_view (fixture)), ==, fixture->consultation_id);
}

static void
test_overview_without (ConsultationFixture *fixture, gconstpointer data)
{
  GtkWidget *group = NULL;

  suivi_window_show_page (fixture->app.window, "overview");
  consultation_settle (fixture);
  group = app_find_type (GTK_WIDGET (fixture->app.window), SUIVI_TYPE_CHILDREN_GROUP);
  g_assert_false (gtk_widget_get_visible (group));
}

int
main (int argc, char *argv[])
{
  app_test_init (&argc, &argv);

#define ADD(path, set_up, func)                                                    \
  g_test_add ("/app/consultations/" path, ConsultationFixture, NULL, set_up, func, \
              consultation_fixture_tear_down)
  ADD ("empty", consultation_fixture_set_up, test_empty);
  ADD ("list", consultation_fixture_set_up_planned, test_list);
  ADD ("dots", consultation_fixture_set_up_planned, test_dots);
  ADD ("new", consultation_fixture_set_up, test_new);
  ADD ("delete", consultation_fixture_set_up_planned, test_delete);
  ADD ("no-delete", consultation_fixture_set_up_ready, test_no_delete);
  ADD ("refusal", consultation_fixture_set_up_planned, test_refusal);
  ADD ("next-and-back", consultation_fixture_set_up_ready, test_next_and_back);
  ADD ("no-way-back", consultation_fixture_set_up_ready, test_no_way_back);
  ADD ("step-bar", consultation_fixture_set_up_ready, test_step_bar);
  ADD ("show-step", consultation_fixture_set_up_ready, test_show_step);
  ADD ("focus-in-view", consultation_fixture_set_up_planned, test_focus_in_view);
  ADD ("waiting", consultation_fixture_set_up_planned, test_waiting);
  ADD ("keeps-place", consultation_fixture_set_up_ready, test_keeps_place);
  ADD ("switching", consultation_fixture_set_up_planned, test_switching);
  ADD ("narrow", consultation_fixture_set_up_ready, test_narrow);
  ADD ("read-only", consultation_fixture_set_up_read_only, test_read_only);
  ADD ("print", consultation_fixture_set_up_ready, test_print);
  ADD ("close-saves", consultation_fixture_set_up_planned, test_close_saves);
  ADD ("shortcut", consultation_fixture_set_up, test_shortcut);
  ADD ("overview", consultation_fixture_set_up_ready, test_overview);
  ADD ("overview-without", consultation_fixture_set_up, test_overview_without);
#undef ADD

  return g_test_run ();
}
