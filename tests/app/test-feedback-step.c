/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The steps "Feedback" and "Close" of a consultation, through their real widgets. */

#include "config.h"

#include "app/consultation/close-step.h"
#include "app/consultation/feedback-step.h"
#include "app/consultation/record-group.h"
#include "app/consultation/text-row.h"
#include "consultation-fixture.h"

static void
set_status (SuiviTransaction *transaction, SuiviConsultation *consultation, SuiviConsultationStatus status)
{
  g_autoptr (GError) error = NULL;

  consultation->status = status;
  suivi_transaction_put_consultation (transaction, consultation, &error);
  g_assert_no_error (error);
}

static void
hold (SuiviTransaction *transaction, gpointer data)
{
  set_status (transaction, data, SUIVI_CONSULTATION_HELD);
}

static void
make_held (ConsultationFixture *fixture)
{
  g_autoptr (SuiviConsultationRecord) record = consultation_load (fixture);

  consultation_change (fixture, hold, record->consultation);
}

static GtkEditable *
get_entry (GtkWidget *root, const char *title)
{
  GtkWidget *row = consultation_find_row (root, title);

  g_assert_true (GTK_IS_EDITABLE (row));

  return GTK_EDITABLE (row);
}

static void
test_gate (ConsultationFixture *fixture, gconstpointer data)
{
  SuiviConsultationStep *step = consultation_host_step (fixture, SUIVI_TYPE_FEEDBACK_STEP);
  GtkWidget *add = app_find_action (GTK_WIDGET (step), "feedback.add");
  g_autoptr (SuiviConsultationRecord) record = NULL;

  /* Ready, not held: only the date can be planned. */
  g_assert_false (gtk_widget_is_sensitive (add));
  g_assert_nonnull (consultation_find_label (GTK_WIDGET (step), "first mark the consultation as “Held”"));
  gtk_editable_set_text (get_entry (GTK_WIDGET (step), "Tell the children by"), "3.3.2027");
  suivi_consultation_step_flush (step);
  consultation_settle (fixture);
  record = consultation_load (fixture);
  g_assert_cmpstr (record->consultation->feedback_due, ==, "2027-03-03");
  g_assert_cmpint (record->consultation->status, ==, SUIVI_CONSULTATION_READY);

  make_held (fixture);
  g_assert_true (gtk_widget_is_sensitive (add));
  g_assert_null (consultation_find_label (GTK_WIDGET (step), "first mark"));
}

static void
test_add (ConsultationFixture *fixture, gconstpointer data)
{
  SuiviConsultationStep *step = NULL;
  SuiviRecordGroup *group = NULL;
  SuiviRecordRow *row = NULL;
  SuiviTextRow *what = NULL;
  g_autoptr (SuiviConsultationRecord) record = NULL;
  SuiviFeedback *saved = NULL;

  make_held (fixture);
  step = consultation_host_step (fixture, SUIVI_TYPE_FEEDBACK_STEP);
  group = SUIVI_RECORD_GROUP (app_find_type (GTK_WIDGET (step), SUIVI_TYPE_RECORD_GROUP));
  g_assert_nonnull (consultation_find_label (GTK_WIDGET (step), "Nothing yet."));
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (step), "feedback.add", NULL));
  consultation_settle (fixture);
  row = suivi_record_group_get_row (group, 0);
  g_assert_nonnull (row);
  g_assert_true (adw_expander_row_get_expanded (ADW_EXPANDER_ROW (row)));
  g_assert_null (consultation_find_label (GTK_WIDGET (step), "Nothing yet."));
  g_assert_nonnull (strstr (adw_expander_row_get_subtitle (ADW_EXPANDER_ROW (row)), "Still to say"));

  gtk_editable_set_text (get_entry (GTK_WIDGET (row), "When"), "2026-11-20");
  gtk_editable_set_text (get_entry (GTK_WIDGET (row), "To whom"), "Both clubs");
  gtk_editable_set_text (get_entry (GTK_WIDGET (row), "In what form: a letter, a meeting, a radio programme"),
                         "A meeting");
  what = SUIVI_TEXT_ROW (consultation_find_row (GTK_WIDGET (row), "What the children were told"));
  gtk_text_buffer_set_text (gtk_text_view_get_buffer (GTK_TEXT_VIEW (suivi_text_row_get_view (what))),
                            "Two of your points are in the report.", -1);
  suivi_consultation_step_flush (step);
  for (guint i = 0; i < 3; i++)
    gtk_check_button_set_active (GTK_CHECK_BUTTON (
                                   app_find_widget (GTK_WIDGET (row), GTK_TYPE_CHECK_BUTTON, i)),
                                 TRUE);
  consultation_settle (fixture);
  g_assert_cmpstr (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (row)), ==, "2026-11-20 · Both clubs");
  g_assert_cmpstr (adw_expander_row_get_subtitle (ADW_EXPANDER_ROW (row)), ==, "full · friendly · fast");
  app_save_screenshot (fixture->host, "feedback-step");

  record = consultation_load (fixture);
  g_assert_cmpuint (record->feedbacks->len, ==, 1);
  saved = g_ptr_array_index (record->feedbacks, 0);
  g_assert_true (suivi_feedback_is_complete (saved));
  g_assert_cmpstr (saved->what, ==, "Two of your points are in the report.");
  g_assert_cmpuint (saved->full, ==, 1);
  g_assert_cmpuint (saved->friendly, ==, 1);
  g_assert_cmpuint (saved->fast, ==, 1);
  g_assert_cmpuint (saved->followed_up, ==, 0);
  g_clear_pointer (&record, suivi_consultation_record_free);

  g_signal_emit_by_name (app_find_visible (GTK_WIDGET (row), GTK_TYPE_BUTTON, 0), "clicked");
  consultation_settle (fixture);
  record = consultation_load (fixture);
  g_assert_cmpuint (record->feedbacks->len, ==, 0);
  g_clear_pointer (&record, suivi_consultation_record_free);
  app_undo (consultation_get_workspace (fixture));
  record = consultation_load (fixture);
  g_assert_cmpuint (record->feedbacks->len, ==, 1);
}

static void
add_statements (SuiviTransaction *transaction, gpointer data)
{
  ConsultationFixture *fixture = data;
  static const char *const left_out[] = { "Said elsewhere", "" };
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < 2; i++)
    {
      g_autoptr (SuiviStatement) statement
                 = suivi_statement_new (fixture->consultation_id, fixture->participant_id, "Longer breaks");

      g_free (statement->left_out);
      statement->left_out = g_strdup (left_out[i]);
      statement->place = i + 1;
      suivi_transaction_put_statement (transaction, statement, &error);
      g_assert_no_error (error);
    }
}

static void
add_feedback (SuiviTransaction *transaction, gpointer data)
{
  ConsultationFixture *fixture = data;
  g_autoptr (SuiviFeedback) feedback = suivi_feedback_new (fixture->consultation_id);
  g_autoptr (GError) error = NULL;

  g_free (feedback->given_on);
  feedback->given_on = g_strdup ("2026-11-20");
  g_free (feedback->audience);
  feedback->audience = g_strdup ("Both clubs");
  g_free (feedback->form);
  feedback->form = g_strdup ("A meeting");
  g_free (feedback->what);
  feedback->what = g_strdup ("What was used");
  feedback->full = feedback->friendly = feedback->fast = feedback->followed_up = 1;
  suivi_transaction_put_feedback (transaction, feedback, &error);
  g_assert_no_error (error);
}

static void
answer_after (SuiviTransaction *transaction, gpointer data)
{
  consultation_answer_all (transaction, data, TRUE);
}

static void
test_use (ConsultationFixture *fixture, gconstpointer data)
{
  SuiviConsultationStep *step = NULL;

  make_held (fixture);
  consultation_change (fixture, add_statements, fixture);
  step = consultation_host_step (fixture, SUIVI_TYPE_FEEDBACK_STEP);
  g_assert_nonnull (app_find_text (GTK_WIDGET (step), "1 of 2 statements: used or explained"));
}

static guint
count_missing (SuiviConsultationStep *step)
{
  GtkWidget *button = NULL;
  guint n = 0;

  for (guint i = 0; (button = app_find_visible (GTK_WIDGET (step), GTK_TYPE_BUTTON, i)) != NULL; i++)
    if (g_strcmp0 (gtk_actionable_get_action_name (GTK_ACTIONABLE (button)), "consultation.show-step") == 0)
      n++;

  return n;
}

/* Where the button beside the sentence leads to. */
static const char *
get_target (SuiviConsultationStep *step, const char *part)
{
  GtkWidget *label = consultation_find_label (GTK_WIDGET (step), part);
  GtkWidget *row = gtk_widget_get_ancestor (label, ADW_TYPE_ACTION_ROW);
  GtkWidget *button = app_find_action (row, "consultation.show-step");

  return g_variant_get_string (gtk_actionable_get_action_target_value (GTK_ACTIONABLE (button)), NULL);
}

static void
test_close (ConsultationFixture *fixture, gconstpointer data)
{
  SuiviConsultationStep *step = NULL;
  GtkWidget *close = NULL;
  g_autoptr (SuiviConsultationRecord) record = NULL;

  make_held (fixture);
  consultation_change (fixture, add_statements, fixture);
  step = consultation_host_step (fixture, SUIVI_TYPE_CLOSE_STEP);
  close = app_find_action (GTK_WIDGET (step), "close-step.close");

  /* Everything at once, each once, with the way there. */
  g_assert_cmpuint (count_missing (step), ==, 3);
  g_assert_cmpstr (get_target (step, "were not told yet"), ==, "feedback");
  g_assert_cmpstr (get_target (step, "Say what became of 1 statement"), ==, "statements");
  g_assert_cmpstr (get_target (step, "of the checklist"), ==, "safeguards:b7");
  g_assert_false (gtk_widget_is_sensitive (close));
  app_save_screenshot (fixture->host, "close-step");

  consultation_change (fixture, add_feedback, fixture);
  g_assert_cmpuint (count_missing (step), ==, 2);
  record = consultation_load (fixture);
  consultation_change (fixture, answer_after, record->consultation);
  g_assert_cmpuint (count_missing (step), ==, 1);
  g_assert_false (gtk_widget_is_sensitive (close));
  /* What was answered and is undone is asked for again. */
  app_undo (consultation_get_workspace (fixture));
  g_assert_cmpuint (count_missing (step), ==, 2);
}

static void
test_closed (ConsultationFixture *fixture, gconstpointer data)
{
  SuiviConsultationStep *step = NULL;
  GtkWidget *close = NULL;
  g_autoptr (SuiviConsultationRecord) record = NULL;
  g_autoptr (SuiviConsultationRecord) closed = NULL;

  make_held (fixture);
  consultation_change (fixture, add_feedback, fixture);
  record = consultation_load (fixture);
  consultation_change (fixture, answer_after, record->consultation);
  step = consultation_host_step (fixture, SUIVI_TYPE_CLOSE_STEP);
  close = app_find_action (GTK_WIDGET (step), "close-step.close");
  g_assert_cmpuint (count_missing (step), ==, 0);
  g_assert_nonnull (consultation_find_label (GTK_WIDGET (step), "Nothing is missing"));
  g_assert_true (gtk_widget_is_sensitive (close));

  g_signal_emit_by_name (close, "clicked");
  consultation_settle (fixture);
  closed = consultation_load (fixture);
  g_assert_cmpint (closed->consultation->status, ==, SUIVI_CONSULTATION_CLOSED);
  g_assert_nonnull (consultation_find_label (GTK_WIDGET (step), "is closed"));
  g_assert_false (gtk_widget_get_visible (close));

  /* One step of the history, though two of the consultation. */
  app_undo (consultation_get_workspace (fixture));
  g_assert_true (gtk_widget_get_visible (close));
  g_clear_pointer (&closed, suivi_consultation_record_free);
  closed = consultation_load (fixture);
  g_assert_cmpint (closed->consultation->status, ==, SUIVI_CONSULTATION_HELD);
}

static void
add_sent_out (SuiviTransaction *transaction, gpointer data)
{
  ConsultationFixture *fixture = data;
  g_autoptr (SuiviSentOut) sent_out = suivi_sent_out_new (fixture->consultation_id, "a & b.pdf", "report");
  g_autoptr (GError) error = NULL;

  g_free (sent_out->made_on);
  sent_out->made_on = g_strdup ("2026-11-21");
  suivi_transaction_put_sent_out (transaction, sent_out, &error);
  g_assert_no_error (error);
}

static void
test_sent_out (ConsultationFixture *fixture, gconstpointer data)
{
  SuiviConsultationStep *step = consultation_host_step (fixture, SUIVI_TYPE_CLOSE_STEP);

  g_assert_null (consultation_find_label (GTK_WIDGET (step), "Files that were written"));
  g_assert_nonnull (consultation_find_label (GTK_WIDGET (step), "not told yet"));
  consultation_change (fixture, add_sent_out, fixture);
  g_assert_nonnull (consultation_find_label (GTK_WIDGET (step), "Files that were written"));
  g_assert_nonnull (app_find_text (GTK_WIDGET (step), "a & b.pdf"));
  g_assert_nonnull (consultation_find_label (GTK_WIDGET (step), "2026-11-21"));
}

static void
test_narrow (ConsultationFixture *fixture, gconstpointer data)
{
  GType types[] = { SUIVI_TYPE_FEEDBACK_STEP, SUIVI_TYPE_CLOSE_STEP };
  gsize which = GPOINTER_TO_SIZE (data);
  SuiviConsultationStep *step = NULL;
  int minimum = 0;

  make_held (fixture);
  consultation_change (fixture, add_feedback, fixture);
  step = consultation_host_step (fixture, types[which]);
  gtk_widget_measure (GTK_WIDGET (step), GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);
  g_assert_cmpint (minimum, <=, 336);
}

int
main (int argc, char *argv[])
{
  app_test_init (&argc, &argv);

#define ADD(path, data, func)                                                           \
  g_test_add (path, ConsultationFixture, data, consultation_fixture_set_up_ready, func, \
              consultation_fixture_tear_down)
  ADD ("/feedback-step/gate", NULL, test_gate);
  ADD ("/feedback-step/add", NULL, test_add);
  ADD ("/feedback-step/use", NULL, test_use);
  ADD ("/feedback-step/narrow", GSIZE_TO_POINTER (0), test_narrow);
  ADD ("/close-step/close", NULL, test_close);
  ADD ("/close-step/closed", NULL, test_closed);
  ADD ("/close-step/sent-out", NULL, test_sent_out);
  ADD ("/close-step/narrow", GSIZE_TO_POINTER (1), test_narrow);
#undef ADD

  return g_test_run ();
}
