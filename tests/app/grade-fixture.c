/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "app/scorecard/grade-heading.h"
#include "app/settings.h"
#include "grade-fixture.h"

static void
show_requested_cb (SuiviGradeView *view, const char *id, GradeFixture *fixture)
{
  g_free (fixture->shown);
  fixture->shown = g_strdup (id);
}

void
grade_fixture_present (GradeFixture *fixture)
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

/* As the window of the program does it. */
static void
author_changed_cb (GSettings *settings, const char *key, GradeFixture *fixture)
{
  g_autofree char *name = suivi_settings_dup_user_name ();
  g_autofree char *organisation = suivi_settings_dup_organisation ();

  suivi_workspace_set_author (fixture->base->workspace, name, organisation);
}

static void
begin (GradeFixture *fixture)
{
  GSettings *settings = suivi_settings_get_default ();

  g_signal_connect (settings, "changed::user-name", G_CALLBACK (author_changed_cb), fixture);
  g_signal_connect (settings, "changed::organisation", G_CALLBACK (author_changed_cb), fixture);
  g_settings_set_string (settings, "user-name", "Ann");
  g_settings_set_string (settings, "organisation", GRADE_OWN);
  grade_fixture_present (fixture);
}

void
grade_fixture_set_up (GradeFixture *fixture, guint n)
{
  *fixture = (GradeFixture){ .base = review_fixture_new (n) };
  begin (fixture);
}

void
grade_fixture_set_up_filled (GradeFixture *fixture, ReviewFill fill)
{
  *fixture = (GradeFixture){ .base = review_fixture_new_filled (fill) };
  begin (fixture);
}

void
grade_fixture_tear_down (GradeFixture *fixture)
{
  app_settle_workspace (fixture->base->workspace);
  g_object_add_weak_pointer (G_OBJECT (fixture->view), (gpointer *) &fixture->view);
  gtk_window_destroy (fixture->window);
  app_settle_workspace (fixture->base->workspace);
  g_assert_null (fixture->view);
  g_signal_handlers_disconnect_by_data (suivi_settings_get_default (), fixture);
  review_fixture_free (fixture->base);
  g_settings_reset (suivi_settings_get_default (), "user-name");
  g_settings_reset (suivi_settings_get_default (), "organisation");
  g_free (fixture->shown);
}

SuiviLevelRow *
grade_fixture_get_level_row (GradeFixture *fixture, guint index)
{
  return SUIVI_LEVEL_ROW (app_find_widget (fixture->root, SUIVI_TYPE_LEVEL_ROW, index));
}

void
grade_fixture_settle (GradeFixture *fixture)
{
  app_settle_workspace (fixture->base->workspace);
}

/* What the heading says first. */
const char *
grade_fixture_get_number (GradeFixture *fixture)
{
  GtkWidget *heading = app_find_type (fixture->root, SUIVI_TYPE_GRADE_HEADING);

  return gtk_label_get_label (GTK_LABEL (app_find_widget (heading, GTK_TYPE_LABEL, 0)));
}

gboolean
grade_fixture_has_focus_in (GradeFixture *fixture, gpointer widget)
{
  GtkWidget *focus = gtk_window_get_focus (fixture->window);

  return focus != NULL && (focus == widget || gtk_widget_is_ancestor (focus, widget));
}

static char *
grade_fixture_dup_reason (GradeFixture *fixture)
{
  GtkTextIter start;
  GtkTextIter end;

  gtk_text_buffer_get_bounds (fixture->reason, &start, &end);

  return gtk_text_buffer_get_text (fixture->reason, &start, &end, FALSE);
}

void
grade_fixture_assert_reason (GradeFixture *fixture, const char *expected)
{
  g_autofree char *reason = grade_fixture_dup_reason (fixture);

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
SuiviAssessment *
grade_fixture_look_up (GradeFixture *fixture, const char *number, guint *n_evidence)
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

static gpointer
list_drafts (SuiviStore *store, gpointer data, GCancellable *cancellable, GError **error)
{
  return suivi_store_list_grade_drafts (store, error);
}

/* How many grades the workspace knows that were begun. */
guint
grade_fixture_count_drafts (GradeFixture *fixture)
{
  g_autoptr (GPtrArray) drafts = app_run (fixture->base->workspace, list_drafts, NULL);

  g_assert_nonnull (drafts);

  return drafts->len;
}

static gpointer
count_drafts (SuiviStore *store, gpointer data, GCancellable *cancellable, GError **error)
{
  g_autoptr (GPtrArray) drafts = suivi_store_list_grade_drafts (store, error);

  return GUINT_TO_POINTER (drafts->len);
}

static void
counted_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GError) error = NULL;

  *(guint *) user_data
    = GPOINTER_TO_UINT (suivi_workspace_run_finish (SUIVI_WORKSPACE (source), result, &error));
  g_assert_no_error (error);
}

/* Waits until the workspace keeps so many grades that were begun: nobody leaves anything meanwhile. */
void
grade_fixture_wait_for_drafts (GradeFixture *fixture, guint wanted)
{
  guint n = G_MAXUINT;

  for (guint i = 0; n != wanted && i < 400; i++)
    {
      g_usleep (10000);
      suivi_workspace_run_async (fixture->base->workspace, count_drafts, NULL, NULL, NULL, NULL, counted_cb,
                                 &n);
      app_settle ();
    }
  grade_fixture_settle (fixture);
  g_assert_cmpuint (grade_fixture_count_drafts (fixture), ==, wanted);
}

void
grade_fixture_fill_in (GradeFixture *fixture, const char *reason, const char *source)
{
  gtk_text_buffer_set_text (fixture->reason, reason, -1);
  gtk_editable_set_text (fixture->source, source);
}

SuiviAssessment *
grade_fixture_make_grade (const char *id, const char *organisation, SuiviLevel level, const char *date)
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

static gpointer
grade_elsewhere (SuiviStore *store, gpointer data, GCancellable *cancellable, GError **error)
{
  g_autoptr (SuiviTransaction) step = suivi_store_begin (store, "Import", error);
  g_autoptr (SuiviAssessment) grade
             = grade_fixture_make_grade (data, GRADE_OWN, SUIVI_LEVEL_DONE, "2026-03-03");

  g_assert_true (suivi_transaction_put_assessment (step, grade, error));
  g_assert_true (suivi_transaction_commit (step, error));

  return NULL;
}

/* An own grade that does not come from the form, as an import brings it. */
void
grade_fixture_grade_elsewhere (GradeFixture *fixture, const char *recommendation_id)
{
  app_run (fixture->base->workspace, grade_elsewhere, (gpointer) recommendation_id);
}
