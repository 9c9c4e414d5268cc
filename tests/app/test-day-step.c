/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The step "The day" of a consultation, through its real widgets. */

#include "config.h"

#include "app/consultation/day-step.h"
#include "app/consultation/headcount-grid.h"
#include "app/consultation/headcount-preview.h"
#include "consultation-fixture.h"

static SuiviHeadcountGrid *
get_grid (SuiviConsultationStep *step)
{
  return SUIVI_HEADCOUNT_GRID (app_find_type (GTK_WIDGET (step), SUIVI_TYPE_HEADCOUNT_GRID));
}

static GtkEditable *
get_cell (SuiviConsultationStep *step, SuiviAgeBand band, SuiviGender gender)
{
  return GTK_EDITABLE (suivi_headcount_grid_get_cell (get_grid (step), band, gender));
}

static GtkEditable *
get_group_cell (SuiviConsultationStep *step, const char *title)
{
  GtkWidget *row = consultation_find_row (GTK_WIDGET (step), title);

  g_assert_nonnull (row);

  return GTK_EDITABLE (app_find_type (row, SUIVI_TYPE_HEADCOUNT_CELL));
}

/* What is shown at a place of a table. */
static const char *
get_shown (GtkWidget *grid, int column, int row)
{
  return gtk_label_get_text (GTK_LABEL (gtk_grid_get_child_at (GTK_GRID (grid), column, row)));
}

static guint
find_count (SuiviConsultationRecord *record, SuiviAgeBand band, SuiviGender gender, const char *group_name)
{
  guint sum = 0;

  for (guint i = 0; i < record->headcounts->len; i++)
    {
      const SuiviHeadcount *headcount = g_ptr_array_index (record->headcounts, i);

      if (headcount->age_band == band && headcount->gender == gender
          && g_str_equal (headcount->group_name, group_name))
        sum += headcount->count;
    }

  return sum;
}

static void
test_gate (ConsultationFixture *fixture, gconstpointer data)
{
  SuiviConsultationStep *step = consultation_host_step (fixture, SUIVI_TYPE_DAY_STEP);

  /* In planning, without an answer: dimmed, and it says why. */
  g_assert_false (gtk_widget_is_sensitive (GTK_WIDGET (get_grid (step))));
  g_assert_nonnull (consultation_find_label (GTK_WIDGET (step), "of the checklist are not met"));
}

static void
test_numbers (ConsultationFixture *fixture, gconstpointer data)
{
  SuiviConsultationStep *step = consultation_host_step (fixture, SUIVI_TYPE_DAY_STEP);
  GtkWidget *grid = GTK_WIDGET (get_grid (step));
  GtkWidget *preview = app_find_type (GTK_WIDGET (step), SUIVI_TYPE_HEADCOUNT_PREVIEW);
  GtkWidget *table = NULL;
  g_autoptr (SuiviConsultationRecord) record = NULL;

  g_assert_true (gtk_widget_is_sensitive (grid));
  g_assert_nonnull (app_find_text (preview, "Nobody is counted yet."));
  g_assert_nonnull (app_find_text (GTK_WIDGET (step), "0 children counted, 1 with settled consent"));

  /* 12 girls and 9 boys of 13 to 15, 8 girls and 4 boys of 16 to 17: 33 children. */
  gtk_editable_set_text (get_cell (step, SUIVI_AGE_13_15, SUIVI_GENDER_GIRL), "12");
  gtk_editable_set_text (get_cell (step, SUIVI_AGE_13_15, SUIVI_GENDER_BOY), "9");
  gtk_editable_set_text (get_cell (step, SUIVI_AGE_16_17, SUIVI_GENDER_GIRL), "8");
  gtk_editable_set_text (get_cell (step, SUIVI_AGE_16_17, SUIVI_GENDER_BOY), "4");
  /* Totals as they are typed, before anything is saved. */
  g_assert_cmpstr (get_shown (grid, 5, 3), ==, "21");
  g_assert_cmpstr (get_shown (grid, 5, 4), ==, "12");
  g_assert_cmpstr (get_shown (grid, 1, 7), ==, "20");
  g_assert_cmpstr (get_shown (grid, 2, 7), ==, "13");
  g_assert_cmpstr (get_shown (grid, 5, 7), ==, "33");
  g_assert_nonnull (app_find_text (GTK_WIDGET (step), "33 children counted, 1 with settled consent"));

  /* Four boys are not shown, nor is what they could be computed from. */
  table = app_find_type (preview, GTK_TYPE_GRID);
  g_assert_cmpstr (get_shown (table, 1, 0), ==, "Girls");
  g_assert_cmpstr (get_shown (table, 2, 2), ==, "fewer than 5");
  g_assert_cmpstr (get_shown (table, 1, 2), ==, "not shown");
  g_assert_cmpstr (get_shown (table, 2, 1), ==, "not shown");
  g_assert_cmpstr (get_shown (table, 3, 3), ==, "33");

  suivi_consultation_step_flush (step);
  consultation_settle (fixture);
  record = consultation_load (fixture);
  g_assert_cmpuint (record->headcounts->len, ==, 4);
  g_assert_cmpuint (find_count (record, SUIVI_AGE_13_15, SUIVI_GENDER_GIRL, ""), ==, 12);
  g_assert_cmpuint (find_count (record, SUIVI_AGE_16_17, SUIVI_GENDER_BOY, ""), ==, 4);
  g_clear_pointer (&record, suivi_consultation_record_free);
  app_save_screenshot (fixture->host, "day-step");

  /* Taken out again: the number is 0, and stays known. */
  gtk_editable_set_text (get_cell (step, SUIVI_AGE_16_17, SUIVI_GENDER_BOY), "");
  suivi_consultation_step_flush (step);
  consultation_settle (fixture);
  record = consultation_load (fixture);
  g_assert_cmpuint (record->headcounts->len, ==, 4);
  g_assert_cmpuint (find_count (record, SUIVI_AGE_16_17, SUIVI_GENDER_BOY, ""), ==, 0);
  g_assert_cmpstr (get_shown (grid, 5, 7), ==, "29");
  app_undo (consultation_get_workspace (fixture));
  g_assert_cmpstr (gtk_editable_get_text (get_cell (step, SUIVI_AGE_16_17, SUIVI_GENDER_BOY)), ==, "4");
  g_assert_cmpstr (get_shown (grid, 5, 7), ==, "33");
}

static void
test_wrong (ConsultationFixture *fixture, gconstpointer data)
{
  SuiviConsultationStep *step = consultation_host_step (fixture, SUIVI_TYPE_DAY_STEP);
  GtkEditable *cell = get_cell (step, SUIVI_AGE_UNDER_10, SUIVI_GENDER_GIRL);
  g_autoptr (SuiviConsultationRecord) record = NULL;

  gtk_editable_set_text (cell, "a few");
  suivi_consultation_step_flush (step);
  consultation_settle (fixture);
  g_assert_true (gtk_widget_has_css_class (GTK_WIDGET (cell), "error"));
  g_assert_cmpstr (gtk_editable_get_text (cell), ==, "a few");
  record = consultation_load (fixture);
  g_assert_cmpuint (record->headcounts->len, ==, 0);

  gtk_editable_set_text (cell, "7");
  g_assert_false (gtk_widget_has_css_class (GTK_WIDGET (cell), "error"));
}

static void
test_keys (ConsultationFixture *fixture, gconstpointer data)
{
  SuiviConsultationStep *step = consultation_host_step (fixture, SUIVI_TYPE_DAY_STEP);
  GtkWidget *first = GTK_WIDGET (get_cell (step, SUIVI_AGE_UNDER_10, SUIVI_GENDER_GIRL));
  GtkWidget *next = GTK_WIDGET (get_cell (step, SUIVI_AGE_UNDER_10, SUIVI_GENDER_BOY));
  GtkWidget *focus = NULL;

  gtk_widget_grab_focus (first);
  gtk_editable_set_text (GTK_EDITABLE (first), "6");
  g_signal_emit_by_name (gtk_editable_get_delegate (GTK_EDITABLE (first)), "activate");
  app_settle ();
  focus = gtk_root_get_focus (GTK_ROOT (fixture->host));
  g_assert_true (gtk_widget_is_ancestor (focus, next));
  /* The number is on its way already. */
  consultation_settle (fixture);
  g_assert_cmpstr (suivi_workspace_get_undo_label (consultation_get_workspace (fixture)), ==,
                   "Count children");
}

static void
test_groups (ConsultationFixture *fixture, gconstpointer data)
{
  SuiviConsultationStep *step = consultation_host_step (fixture, SUIVI_TYPE_DAY_STEP);
  GtkEditable *add = GTK_EDITABLE (consultation_find_row (GTK_WIDGET (step), "Add another group"));
  g_autoptr (SuiviConsultationRecord) record = NULL;

  gtk_editable_set_text (get_cell (step, SUIVI_AGE_UNKNOWN, SUIVI_GENDER_UNKNOWN), "33");
  gtk_editable_set_text (get_group_cell (step, "Children from rural areas"), "12");
  gtk_editable_set_text (add, "  Young <carers> ");
  g_signal_emit_by_name (add, "apply");
  suivi_consultation_step_flush (step);
  consultation_settle (fixture);
  g_assert_cmpstr (gtk_editable_get_text (add), ==, "");
  gtk_editable_set_text (get_group_cell (step, "Young <carers>"), "3");
  g_assert_nonnull (app_find_text (GTK_WIDGET (step), "Children from rural areas: 12"));
  g_assert_nonnull (app_find_text (GTK_WIDGET (step), "Young <carers>: fewer than 5"));
  suivi_consultation_step_flush (step);
  consultation_settle (fixture);

  /* The same again is no new group. */
  gtk_editable_set_text (add, "young <CARERS>");
  g_signal_emit_by_name (add, "apply");
  gtk_editable_set_text (add, "Children from rural areas");
  g_signal_emit_by_name (add, "apply");
  consultation_settle (fixture);

  record = consultation_load (fixture);
  g_assert_cmpuint (record->headcounts->len, ==, 3);
  g_assert_cmpuint (find_count (record, SUIVI_AGE_UNKNOWN, SUIVI_GENDER_UNKNOWN, "rural"), ==, 12);
  g_assert_cmpuint (find_count (record, SUIVI_AGE_UNKNOWN, SUIVI_GENDER_UNKNOWN, "Young <carers>"), ==, 3);
  g_assert_cmpuint (find_count (record, SUIVI_AGE_UNKNOWN, SUIVI_GENDER_UNKNOWN, ""), ==, 33);
}

static void
test_read_only (ConsultationFixture *fixture, gconstpointer data)
{
  SuiviConsultationStep *step = consultation_host_step (fixture, SUIVI_TYPE_DAY_STEP);

  g_assert_false (gtk_editable_get_editable (get_cell (step, SUIVI_AGE_13_15, SUIVI_GENDER_GIRL)));
  g_assert_false (gtk_widget_get_mapped (consultation_find_row (GTK_WIDGET (step), "Add another group")));
}

static void
test_narrow (ConsultationFixture *fixture, gconstpointer data)
{
  SuiviConsultationStep *step = consultation_host_step (fixture, SUIVI_TYPE_DAY_STEP);
  int minimum = 0;

  for (SuiviAgeBand band = 0; band < SUIVI_N_AGE_BANDS; band++)
    for (SuiviGender gender = 0; gender < SUIVI_N_GENDERS; gender++)
      gtk_editable_set_text (get_cell (step, band, gender), "3");
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
  ADD ("/day-step/gate", set_up_planned, test_gate);
  ADD ("/day-step/numbers", set_up_ready, test_numbers);
  ADD ("/day-step/wrong", set_up_ready, test_wrong);
  ADD ("/day-step/keys", set_up_ready, test_keys);
  ADD ("/day-step/groups", set_up_ready, test_groups);
  ADD ("/day-step/read-only", set_up_read_only, test_read_only);
  ADD ("/day-step/narrow", set_up_ready, test_narrow);
#undef ADD

  return g_test_run ();
}
