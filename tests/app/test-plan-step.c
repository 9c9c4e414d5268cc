/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The step "Plan" of a consultation, through its real widgets. */

#include "config.h"

#include "app/consultation/plan-step.h"
#include "app/consultation/record-group.h"
#include "app/consultation/text-row.h"
#include "consultation-fixture.h"

static GtkEditable *
get_entry (SuiviConsultationStep *step, const char *title)
{
  GtkWidget *row = consultation_find_row (GTK_WIDGET (step), title);

  g_assert_true (GTK_IS_EDITABLE (row));

  return GTK_EDITABLE (row);
}

static GtkTextBuffer *
get_buffer (SuiviConsultationStep *step, const char *title)
{
  GtkWidget *row = consultation_find_row (GTK_WIDGET (step), title);

  return gtk_text_view_get_buffer (GTK_TEXT_VIEW (suivi_text_row_get_view (SUIVI_TEXT_ROW (row))));
}

static void
save (ConsultationFixture *fixture, SuiviConsultationStep *step)
{
  suivi_consultation_step_flush (step);
  consultation_settle (fixture);
}

static void
test_fields (ConsultationFixture *fixture, gconstpointer data)
{
  SuiviConsultationStep *step = consultation_host_step (fixture, SUIVI_TYPE_PLAN_STEP);
  g_autoptr (SuiviConsultationRecord) record = NULL;
  SuiviConsultation *saved = NULL;

  g_assert_cmpstr (gtk_editable_get_text (get_entry (step, "Title")), ==, "School councils");
  g_assert_cmpstr (gtk_editable_get_text (get_entry (step, "First day")), ==, "2026-10-05");

  gtk_editable_set_text (get_entry (step, "Province or region"), "Coast");
  gtk_editable_set_text (get_entry (step, "Last day"), "6.10.2026");
  gtk_editable_set_text (get_entry (step, "Who holds it"), "The coalition");
  gtk_editable_set_text (get_entry (step, "Who helps"), "Two clubs");
  gtk_editable_set_text (get_entry (step, "How children are heard: small groups, drawing, cards"), "Drawing");
  gtk_editable_set_text (get_entry (step, "Language the children speak"), "Slovenian");
  gtk_editable_set_text (get_entry (step, "Age of the youngest, in years"), "8");
  gtk_editable_set_text (get_entry (step, "Age of the oldest, in years"), "18");
  gtk_text_buffer_set_text (get_buffer (step, "Measures"), "Two adults in each room\nNobody alone", -1);
  gtk_text_buffer_set_text (get_buffer (step, "Anything else"), "Bring paper", -1);
  save (fixture, step);
  adw_combo_row_set_selected (ADW_COMBO_ROW (
                                consultation_find_row (GTK_WIDGET (step), "Risk for the children")),
                              SUIVI_RISK_MEDIUM);
  consultation_settle (fixture);

  record = consultation_load (fixture);
  saved = record->consultation;
  g_assert_cmpstr (saved->title, ==, "School councils");
  g_assert_cmpstr (saved->place, ==, "Coast");
  g_assert_cmpstr (saved->begins_on, ==, "2026-10-05");
  g_assert_cmpstr (saved->ends_on, ==, "2026-10-06");
  g_assert_cmpstr (saved->organiser, ==, "The coalition");
  g_assert_cmpstr (saved->partners, ==, "Two clubs");
  g_assert_cmpstr (saved->methods, ==, "Drawing");
  g_assert_cmpstr (saved->language, ==, "Slovenian");
  g_assert_cmpuint (saved->age_from, ==, 8);
  g_assert_cmpuint (saved->age_to, ==, 18);
  g_assert_cmpstr (saved->measures, ==, "Two adults in each room\nNobody alone");
  g_assert_cmpstr (saved->notes, ==, "Bring paper");
  g_assert_cmpint (saved->risk, ==, SUIVI_RISK_MEDIUM);
  g_assert_cmpint (saved->status, ==, SUIVI_CONSULTATION_PLANNING);
  g_assert_null (saved->review_id);
  app_save_screenshot (fixture->host, "plan-step");

  app_undo (consultation_get_workspace (fixture));
  g_assert_cmpuint (adw_combo_row_get_selected (
                      ADW_COMBO_ROW (consultation_find_row (GTK_WIDGET (step), "Risk for the children"))),
                    ==, SUIVI_RISK_LOW);
}

static void
change_title (SuiviTransaction *transaction, gpointer data)
{
  SuiviConsultation *consultation = data;
  g_autoptr (GError) error = NULL;

  g_free (consultation->title);
  consultation->title = g_strdup ("Children of the coast");
  suivi_transaction_put_consultation (transaction, consultation, &error);
  g_assert_no_error (error);
}

/* Only what was changed is saved: the title that somebody else gave meanwhile stays. */
static void
test_merge (ConsultationFixture *fixture, gconstpointer data)
{
  SuiviConsultationStep *step = consultation_host_step (fixture, SUIVI_TYPE_PLAN_STEP);
  g_autoptr (SuiviConsultationRecord) before = consultation_load (fixture);
  g_autoptr (SuiviConsultationRecord) after = NULL;

  gtk_editable_set_text (get_entry (step, "Deputy"), "Sara L.");
  consultation_change (fixture, change_title, before->consultation);
  g_assert_cmpstr (gtk_editable_get_text (get_entry (step, "Deputy")), ==, "Sara L.");
  g_assert_cmpstr (gtk_editable_get_text (get_entry (step, "Title")), ==, "Children of the coast");
  save (fixture, step);

  after = consultation_load (fixture);
  g_assert_cmpstr (after->consultation->title, ==, "Children of the coast");
  g_assert_cmpstr (after->consultation->deputy, ==, "Sara L.");
}

static void
test_needed (ConsultationFixture *fixture, gconstpointer data)
{
  SuiviConsultationStep *step = consultation_host_step (fixture, SUIVI_TYPE_PLAN_STEP);
  g_autoptr (SuiviConsultationRecord) record = NULL;

  g_assert_null (consultation_find_label (GTK_WIDGET (step), "Needed before"));
  gtk_editable_set_text (get_entry (step, "Deputy"), "");
  gtk_text_buffer_set_text (get_buffer (step, "Purpose"), " ", -1);
  save (fixture, step);
  g_assert_nonnull (
    app_find_text (GTK_WIDGET (step), "Needed before the consultation can be ready: purpose, deputy."));
  g_assert_nonnull (app_find_text (consultation_find_row (GTK_WIDGET (step), "Deputy"), "Needed"));
  g_assert_null (app_find_text (consultation_find_row (GTK_WIDGET (step), "Title"), "Needed"));

  /* There is no consultation without a title; the rest is saved all the same. */
  gtk_editable_set_text (get_entry (step, "Title"), "");
  gtk_editable_set_text (get_entry (step, "Province or region"), "Hills");
  save (fixture, step);
  g_assert_nonnull (app_find_text (consultation_find_row (GTK_WIDGET (step), "Title"), "Needed"));
  record = consultation_load (fixture);
  g_assert_cmpstr (record->consultation->title, ==, "School councils");
  g_assert_cmpstr (record->consultation->place, ==, "Hills");

  gtk_editable_set_text (get_entry (step, "Last day"), "2026-10-04");
  gtk_editable_set_text (get_entry (step, "Age of the youngest, in years"), "12");
  gtk_editable_set_text (get_entry (step, "Age of the oldest, in years"), "9");
  save (fixture, step);
  g_assert_nonnull (consultation_find_label (GTK_WIDGET (step), "last day is before"));
  g_assert_nonnull (consultation_find_label (GTK_WIDGET (step), "oldest is younger"));
}

/* What is wrong is said below the field, for all to see, and Tab goes on. */
static void
test_wrong (ConsultationFixture *fixture, gconstpointer data)
{
  SuiviConsultationStep *step = consultation_host_step (fixture, SUIVI_TYPE_PLAN_STEP);
  GtkWidget *first = GTK_WIDGET (get_entry (step, "First day"));
  GtkWidget *last = GTK_WIDGET (get_entry (step, "Last day"));
  GtkWidget *label = NULL;
  GtkWidget *focus = NULL;
  g_autoptr (SuiviConsultationRecord) record = NULL;

  gtk_editable_set_text (GTK_EDITABLE (first), "some day");
  gtk_editable_set_text (get_entry (step, "Age of the youngest, in years"), "ten");
  save (fixture, step);
  label = consultation_find_label (GTK_WIDGET (step), "it is not a date");
  g_assert_nonnull (label);
  g_assert_true (gtk_widget_get_mapped (label));
  g_assert_true (gtk_widget_get_ancestor (label, GTK_TYPE_LIST_BOX_ROW)
                 == gtk_widget_get_next_sibling (first));
  g_assert_nonnull (consultation_find_label (GTK_WIDGET (step), "it is not a number"));
  record = consultation_load (fixture);
  g_assert_cmpstr (record->consultation->begins_on, ==, "2026-10-05");
  app_save_screenshot (fixture->host, "plan-step-wrong");

  g_assert_true (gtk_widget_grab_focus (first));
  for (guint i = 0; i < 4 && (focus == NULL || !gtk_widget_is_ancestor (focus, last)); i++)
    {
      g_assert_true (gtk_widget_child_focus (fixture->host, GTK_DIR_TAB_FORWARD));
      focus = gtk_window_get_focus (GTK_WINDOW (fixture->host));
    }
  g_assert_true (gtk_widget_is_ancestor (focus, last));

  gtk_editable_set_text (GTK_EDITABLE (first), "2026-10-07");
  g_assert_null (consultation_find_label (GTK_WIDGET (step), "it is not a date"));
}

/* A title that was emptied is there again when the field is left. */
static void
test_title (ConsultationFixture *fixture, gconstpointer data)
{
  SuiviConsultationStep *step = consultation_host_step (fixture, SUIVI_TYPE_PLAN_STEP);
  GtkEditable *title = get_entry (step, "Title");

  g_assert_true (gtk_widget_grab_focus (GTK_WIDGET (title)));
  gtk_editable_set_text (title, " ");
  save (fixture, step);
  g_assert_cmpstr (gtk_editable_get_text (title), ==, " ");
  g_assert_true (gtk_widget_grab_focus (GTK_WIDGET (get_entry (step, "Deputy"))));
  g_assert_cmpstr (gtk_editable_get_text (title), ==, "School councils");
}

static void
test_review (ConsultationFixture *fixture, gconstpointer data)
{
  SuiviConsultationStep *step = consultation_host_step (fixture, SUIVI_TYPE_PLAN_STEP);
  AdwComboRow *row = ADW_COMBO_ROW (consultation_find_row (GTK_WIDGET (step), "For which review"));
  g_autoptr (SuiviConsultationRecord) chosen = NULL;
  g_autoptr (SuiviConsultationRecord) back = NULL;

  g_assert_cmpuint (g_list_model_get_n_items (adw_combo_row_get_model (row)), ==, 2);
  g_assert_cmpuint (adw_combo_row_get_selected (row), ==, 0);
  adw_combo_row_set_selected (row, 1);
  consultation_settle (fixture);
  chosen = consultation_load (fixture);
  g_assert_nonnull (chosen->consultation->review_id);
  g_assert_cmpuint (adw_combo_row_get_selected (row), ==, 1);

  app_undo (consultation_get_workspace (fixture));
  back = consultation_load (fixture);
  g_assert_null (back->consultation->review_id);
  g_assert_cmpuint (adw_combo_row_get_selected (row), ==, 0);
}

static void
test_facilitators (ConsultationFixture *fixture, gconstpointer data)
{
  SuiviConsultationStep *step = consultation_host_step (fixture, SUIVI_TYPE_PLAN_STEP);
  SuiviRecordGroup *group = SUIVI_RECORD_GROUP (app_find_type (GTK_WIDGET (step), SUIVI_TYPE_RECORD_GROUP));
  GtkEditable *add = get_entry (step, "Add a person by name");
  SuiviRecordRow *row = NULL;
  g_autoptr (SuiviConsultationRecord) record = NULL;
  SuiviFacilitator *saved = NULL;

  gtk_editable_set_text (add, "Ana & Co. <b>");
  g_signal_emit_by_name (add, "apply");
  consultation_settle (fixture);
  g_assert_cmpstr (gtk_editable_get_text (add), ==, "");
  row = suivi_record_group_get_row (group, 0);
  g_assert_cmpstr (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (row)), ==, "Ana & Co. <b>");
  g_assert_cmpstr (adw_expander_row_get_subtitle (ADW_EXPANDER_ROW (row)), ==,
                   "Missing: screening, code of conduct, training");

  gtk_editable_set_text (GTK_EDITABLE (consultation_find_row (GTK_WIDGET (row), "Background checked on")),
                         "2026-08-01");
  gtk_editable_set_text (GTK_EDITABLE (consultation_find_row (GTK_WIDGET (row), "Code of conduct signed on")),
                         "2 August 2026");
  gtk_editable_set_text (GTK_EDITABLE (
                           consultation_find_row (GTK_WIDGET (row), "Last trained on safeguarding on")),
                         "no");
  gtk_editable_set_text (GTK_EDITABLE (consultation_find_row (GTK_WIDGET (row),
                                                              "Role: facilitator, interpreter, note taker")),
                         "interpreter");
  save (fixture, step);
  g_assert_true (row == suivi_record_group_get_row (group, 0));
  g_assert_cmpstr (adw_expander_row_get_subtitle (ADW_EXPANDER_ROW (row)), ==,
                   "interpreter · Missing: training");
  adw_expander_row_set_expanded (ADW_EXPANDER_ROW (row), TRUE);
  app_save_screenshot (fixture->host, "plan-step-facilitators");

  /* A second one that was typed and not confirmed is not lost. */
  gtk_editable_set_text (add, "Bor");
  save (fixture, step);
  g_assert_nonnull (suivi_record_group_get_row (group, 1));

  g_signal_emit_by_name (app_find_visible (GTK_WIDGET (row), GTK_TYPE_BUTTON, 0), "clicked");
  consultation_settle (fixture);
  record = consultation_load (fixture);
  g_assert_cmpuint (record->facilitators->len, ==, 1);
  g_assert_cmpstr (((SuiviFacilitator *) g_ptr_array_index (record->facilitators, 0))->name, ==, "Bor");
  g_clear_pointer (&record, suivi_consultation_record_free);

  app_undo (consultation_get_workspace (fixture));
  record = consultation_load (fixture);
  g_assert_cmpuint (record->facilitators->len, ==, 2);
  for (guint i = 0; i < 2; i++)
    if (g_str_has_prefix (((SuiviFacilitator *) g_ptr_array_index (record->facilitators, i))->name, "Ana"))
      saved = g_ptr_array_index (record->facilitators, i);
  g_assert_nonnull (saved);
  g_assert_cmpstr (saved->screened_on, ==, "2026-08-01");
  g_assert_cmpstr (saved->conduct_on, ==, "2026-08-02");
  g_assert_cmpstr (saved->trained_on, ==, "");
  g_assert_cmpstr (saved->role, ==, "interpreter");
}

static void
test_read_only (ConsultationFixture *fixture, gconstpointer data)
{
  SuiviConsultationStep *step = consultation_host_step (fixture, SUIVI_TYPE_PLAN_STEP);

  g_assert_false (gtk_editable_get_editable (get_entry (step, "Title")));
  g_assert_false (gtk_widget_get_mapped (consultation_find_row (GTK_WIDGET (step), "Add a person by name")));
  g_assert_false (gtk_widget_get_sensitive (consultation_find_row (GTK_WIDGET (step), "For which review")));
}

static void
test_narrow (ConsultationFixture *fixture, gconstpointer data)
{
  SuiviConsultationStep *step = consultation_host_step (fixture, SUIVI_TYPE_PLAN_STEP);
  int minimum = 0;

  gtk_widget_measure (GTK_WIDGET (step), GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);
  g_assert_cmpint (minimum, <=, 336);
}

int
main (int argc, char *argv[])
{
  app_test_init (&argc, &argv);

#define ADD(path, set_up, func)                                                     \
  g_test_add (path, ConsultationFixture, NULL, consultation_fixture_##set_up, func, \
              consultation_fixture_tear_down)
  ADD ("/plan-step/fields", set_up_planned, test_fields);
  ADD ("/plan-step/merge", set_up_planned, test_merge);
  ADD ("/plan-step/needed", set_up_planned, test_needed);
  ADD ("/plan-step/wrong", set_up_planned, test_wrong);
  ADD ("/plan-step/title", set_up_planned, test_title);
  ADD ("/plan-step/review", set_up_planned, test_review);
  ADD ("/plan-step/facilitators", set_up_planned, test_facilitators);
  ADD ("/plan-step/read-only", set_up_read_only, test_read_only);
  ADD ("/plan-step/narrow", set_up_planned, test_narrow);
#undef ADD

  return g_test_run ();
}
