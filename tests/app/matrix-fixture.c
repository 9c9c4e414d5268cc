/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "app/light-words.h"
#include "app/scorecard/matrix-header.h"
#include "matrix-fixture.h"
#include "store/scorecard-store.h"

typedef struct
{
  guint number;
  const char *organisation;
  SuiviLevel level;
  const char *date;
} Judgement;

static const Judgement judgements[] = {
  { 1, MATRIX_OWN, SUIVI_LEVEL_DONE, "2026-05-01" },
  { 1, "Law Clinic", SUIVI_LEVEL_SOME, "2026-05-02" },
  { 1, "School Union", SUIVI_LEVEL_NOTHING, "2026-05-03" },
  { 2, MATRIX_OWN, SUIVI_LEVEL_SOME, "2026-05-01" },
  { 2, "Law Clinic", SUIVI_LEVEL_SOME, "2026-05-02" },
  { 3, MATRIX_OWN, SUIVI_LEVEL_DONE, "2026-05-01" },
  { 3, "Law Clinic", SUIVI_LEVEL_SOME, "2026-05-02" },
  { 3, "law clinic", SUIVI_LEVEL_DONE, "2026-08-01" },
  { 5, "Law Clinic", SUIVI_LEVEL_NOTHING, "2026-05-02" },
  { 5, "School Union", SUIVI_LEVEL_NOTHING, "2026-05-03" },
  { 6, MATRIX_OWN, SUIVI_LEVEL_DONE, "2026-05-01" },
};

/**
 * matrix_make_judgement:
 *
 * Returns: (transfer full): the same level of law, policy and practice, with a reason
 */
SuiviAssessment *
matrix_make_judgement (const char *id, const char *organisation, SuiviLevel level, const char *date)
{
  SuiviAssessment *assessment = suivi_assessment_new ();
  const char *who = *organisation != '\0' ? organisation : "us";

  g_free (assessment->recommendation_id);
  assessment->recommendation_id = g_strdup (id);
  g_free (assessment->organisation);
  assessment->organisation = g_strdup (organisation);
  suivi_assessment_set_levels (assessment, level, level, level);
  assessment->reason = g_strdup_printf ("Trees were counted by %s.", who);
  assessment->source = g_strdup ("Tree register");
  assessment->name = g_strdup ("Ben Berg");
  g_free (assessment->date);
  assessment->date = g_strdup (date);
  assessment->confidence = SUIVI_CONFIDENCE_HIGH;

  return assessment;
}

/* @own: how the own organisation stands there */
static void
fill (MatrixFixture *self, const char *path, guint n_judgements, const char *own)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SuiviStore) store = suivi_store_create (path, &error);
  g_autoptr (SuiviTransaction) step = suivi_store_begin (store, "Fill", &error);
  g_autoptr (SuiviReview) review = suivi_review_new ("XAL", 48);

  g_assert_no_error (error);
  suivi_transaction_put_review (step, review, &error);
  for (guint i = 1; i <= MATRIX_N_ROWS; i++)
    {
      g_autoptr (SuiviRecommendation) row = suivi_recommendation_new ();

      row->review_id = g_strdup (review->id);
      row->number = g_strdup_printf ("140.%u", i);
      row->text = g_strdup_printf (
        "Plant %u trees in front of every school, so that all who learn there have shade in the summer", i);
      row->position = SUIVI_POSITION_SUPPORTED;
      suivi_transaction_put_recommendation (step, row, &error);
      self->ids[i] = g_strdup (row->id);
    }
  for (guint i = 0; i < n_judgements; i++)
    {
      const char *who = judgements[i].organisation;
      g_autoptr (SuiviAssessment) judgement
                 = matrix_make_judgement (self->ids[judgements[i].number],
                                          g_str_equal (who, MATRIX_OWN) ? own : who, judgements[i].level,
                                          judgements[i].date);

      suivi_transaction_put_assessment (step, judgement, &error);
      g_assert_no_error (error);
      /* One piece of evidence, behind what the clinic says of 140.1. */
      if (i == 1)
        {
          g_autoptr (SuiviEvidence) evidence
                     = suivi_evidence_new ("Register of trees", SUIVI_EVIDENCE_STATISTICS);

          suivi_transaction_put_evidence (step, evidence, &error);
          suivi_transaction_tie_evidence (step, evidence->id, judgement->id, &error);
        }
    }
  g_assert_no_error (error);
  suivi_transaction_commit (step, &error);
  g_assert_no_error (error);
}

static void
opened_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GError) error = NULL;

  ((MatrixFixture *) user_data)->workspace = suivi_workspace_open_finish (result, &error);
  g_assert_no_error (error);
}

static gboolean
is_open (gpointer data)
{
  return ((MatrixFixture *) data)->workspace != NULL;
}

static void
remember_cb (SuiviMatrixView *view, const char *id, char **place)
{
  g_free (*place);
  *place = g_strdup (id);
}

static void
set_up_filled (MatrixFixture *self, guint n_judgements, const char *own)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *path = NULL;
  GtkWidget *overlay = adw_toast_overlay_new ();

  self->folder = g_dir_make_tmp ("suivi-matrix-XXXXXX", &error);
  g_assert_no_error (error);
  path = g_build_filename (self->folder, "test.suivi", NULL);
  fill (self, path, n_judgements, own);
  suivi_workspace_open_async (path, FALSE, "Ann Alvera", MATRIX_OWN, NULL, opened_cb, self);
  app_wait_until (is_open, self);

  self->window = GTK_WINDOW (adw_window_new ());
  suivi_light_words_set_workspace (self->window, self->workspace);
  self->view = g_object_new (SUIVI_TYPE_MATRIX_VIEW, "workspace", self->workspace, NULL);
  self->root = GTK_WIDGET (self->view);
  g_signal_connect (self->view, "grade", G_CALLBACK (remember_cb), &self->graded);
  g_signal_connect (self->view, "show-recommendation", G_CALLBACK (remember_cb), &self->shown);
  suivi_matrix_view_set_scope (self->view, NULL, "2026-06-30");
  adw_toast_overlay_set_child (ADW_TOAST_OVERLAY (overlay), self->root);
  adw_window_set_content (ADW_WINDOW (self->window), overlay);
  gtk_window_set_default_size (self->window, 1000, 700);
  gtk_window_present (self->window);
  gtk_test_widget_wait_for_draw (GTK_WIDGET (self->window));
  app_settle_workspace (self->workspace);
}

/**
 * matrix_fixture_set_up:
 *
 * All that the organisations judged.
 */
void
matrix_fixture_set_up (MatrixFixture *self, gconstpointer data)
{
  set_up_filled (self, G_N_ELEMENTS (judgements), MATRIX_OWN);
}

/**
 * matrix_fixture_set_up_unnamed:
 *
 * The same as an older Suivi wrote it: the judgements of the own organisation do not say whose they are.
 */
void
matrix_fixture_set_up_unnamed (MatrixFixture *self, gconstpointer data)
{
  set_up_filled (self, G_N_ELEMENTS (judgements), "");
}

/**
 * matrix_fixture_set_up_alone:
 *
 * Only what the own organisation says of 140.1.
 */
void
matrix_fixture_set_up_alone (MatrixFixture *self, gconstpointer data)
{
  set_up_filled (self, 1, MATRIX_OWN);
}

/**
 * matrix_fixture_tear_down:
 *
 * Also sees to it that nothing keeps view or workspace alive.
 */
void
matrix_fixture_tear_down (MatrixFixture *self, gconstpointer data)
{
  app_settle_workspace (self->workspace);
  g_object_add_weak_pointer (G_OBJECT (self->view), (gpointer *) &self->view);
  gtk_window_destroy (self->window);
  app_settle ();
  g_assert_null (self->view);
  suivi_workspace_close (self->workspace);
  g_assert_finalize_object (g_steal_pointer (&self->workspace));
  suivi_workspace_wait_for_all ();
  app_remove_folder (self->folder);
  g_free (self->folder);
  g_free (self->graded);
  g_free (self->shown);
  for (guint i = 0; i <= MATRIX_N_ROWS; i++)
    g_free (self->ids[i]);
}

/**
 * matrix_fixture_find:
 *
 * Returns: (transfer none): the first widget of that type; the drop-down has a list and a search of its own, which do
 *   not count
 */
GtkWidget *
matrix_fixture_find (MatrixFixture *self, GType type)
{
  for (guint i = 0;; i++)
    {
      GtkWidget *widget = app_find_widget (self->root, type, i);

      g_assert_nonnull (widget);
      if (gtk_widget_get_ancestor (widget, GTK_TYPE_DROP_DOWN) == NULL)
        return widget;
    }
}

/**
 * matrix_fixture_get_model:
 *
 * Returns: (transfer none): the rows that are shown
 */
GListModel *
matrix_fixture_get_model (MatrixFixture *self)
{
  return G_LIST_MODEL (
    gtk_list_view_get_model (GTK_LIST_VIEW (matrix_fixture_find (self, GTK_TYPE_LIST_VIEW))));
}

static char *
list_titles (MatrixFixture *self)
{
  g_autoptr (GString) titles = g_string_new (NULL);

  for (guint i = 0; i < g_list_model_get_n_items (matrix_fixture_get_model (self)); i++)
    {
      g_autoptr (SuiviMatrixRow) row = g_list_model_get_item (matrix_fixture_get_model (self), i);

      g_string_append_printf (titles, "%s%s", i > 0 ? " " : "", row->title);
    }

  return g_string_free (g_steal_pointer (&titles), FALSE);
}

/**
 * matrix_assert_titles:
 * @expected: "140.1 140.3": what is shown
 */
void
matrix_assert_titles (MatrixFixture *self, const char *expected)
{
  g_autofree char *titles = list_titles (self);

  g_assert_cmpstr (titles, ==, expected);
}

/**
 * matrix_assert_row:
 * @expected: "- green amber red [2 apart]": agreed, each organisation, how far they are apart
 */
void
matrix_assert_row (MatrixFixture *self, guint place, const char *expected)
{
  g_autoptr (SuiviMatrixRow) row = g_list_model_get_item (matrix_fixture_get_model (self), place);
  g_autoptr (GString) cells = g_string_new (NULL);
  g_autofree char *apart = suivi_matrix_row_dup_apart (row);

  g_string_append (cells, row->agreed == SUIVI_MATRIX_NOBODY ? "-" : suivi_light_to_nick (row->agreed));
  for (guint i = 0; i < row->n_organisations; i++)
    g_string_append_printf (cells, " %s",
                            row->lights[i] == SUIVI_MATRIX_NOBODY ? "-"
                                                                  : suivi_light_to_nick (row->lights[i]));
  g_string_append_printf (cells, " [%s]", apart);
  g_assert_cmpstr (cells->str, ==, expected);
}

/**
 * matrix_assert_columns:
 * @expected: "Law Clinic|School Union": the organisations, in the order of the columns
 */
void
matrix_assert_columns (MatrixFixture *self, const char *expected)
{
  g_autofree char *all = g_strconcat ("Recommendation, Agreed, ", expected, ", Spread", NULL);
  g_auto (GStrv) names = g_strsplit (all, "|", -1);
  g_autofree char *label = g_strjoinv (", ", names);

  gtk_test_accessible_assert_property (app_find_type (self->root, SUIVI_TYPE_MATRIX_HEADER),
                                       GTK_ACCESSIBLE_PROPERTY_LABEL, label);
}

/**
 * matrix_fixture_choose:
 * @which: place in the drop-down
 */
void
matrix_fixture_choose (MatrixFixture *self, guint which)
{
  gtk_drop_down_set_selected (GTK_DROP_DOWN (app_find_type (self->root, GTK_TYPE_DROP_DOWN)), which);
  app_settle ();
}

static void
load_style (const char *path)
{
  g_autoptr (GtkCssProvider) provider = gtk_css_provider_new ();

  gtk_css_provider_load_from_resource (provider, path);
  gtk_style_context_add_provider_for_display (gdk_display_get_default (), GTK_STYLE_PROVIDER (provider),
                                              GTK_STYLE_PROVIDER_PRIORITY_APPLICATION);
}

/**
 * matrix_load_style:
 *
 * Only pictures need colours.
 */
void
matrix_load_style (void)
{
  if (g_getenv ("SUIVI_SCREENSHOTS") == NULL)
    return;

  load_style ("/io/github/suivi/Suivi/style.css");
  load_style ("/io/github/suivi/Suivi/review/review.css");
}
