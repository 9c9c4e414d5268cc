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

void
grade_fixture_set_up (GradeFixture *fixture, guint n)
{
  *fixture = (GradeFixture){ .base = review_fixture_new (n) };
  g_settings_set_string (suivi_settings_get_default (), "user-name", "Ann");
  grade_fixture_present (fixture);
}

void
grade_fixture_set_up_filled (GradeFixture *fixture, ReviewFill fill)
{
  *fixture = (GradeFixture){ .base = review_fixture_new_filled (fill) };
  g_settings_set_string (suivi_settings_get_default (), "user-name", "Ann");
  grade_fixture_present (fixture);
}

void
grade_fixture_tear_down (GradeFixture *fixture)
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
