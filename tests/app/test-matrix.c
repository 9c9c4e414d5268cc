/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What several organisations say, side by side. */

#include "config.h"

#include "app/review/assessment-card.h"
#include "app/scorecard/matrix-header.h"
#include "app/scorecard/matrix-strip.h"
#include "matrix-fixture.h"

static void
test_cells (MatrixFixture *self, gconstpointer data)
{
  g_autoptr (SuiviMatrixRow) first = g_list_model_get_item (matrix_fixture_get_model (self), 0);
  g_autoptr (GPtrArray) names = g_ptr_array_new ();
  g_autofree char *summary = NULL;

  g_assert_nonnull (app_find_text (self->root, "2 of 6 disagree · 0 agreed"));
  matrix_assert_titles (self, "140.1 140.2 140.3 140.4 140.5 140.6");
  /* Agreed, then the own organisation, Law Clinic, School Union. */
  matrix_assert_row (self, 0, "- green amber red [2 apart]");
  matrix_assert_row (self, 1, "- amber amber - []");
  matrix_assert_row (self, 2, "- green amber - [1 apart]");
  matrix_assert_row (self, 3, "- - - - []");
  matrix_assert_row (self, 4, "- - red red []");
  matrix_assert_row (self, 5, "- green - - []");
  g_assert_false (first->unanimous);

  g_ptr_array_add (names, (gpointer) "Alvera Child Network");
  g_ptr_array_add (names, (gpointer) "Law Clinic");
  g_ptr_array_add (names, (gpointer) "School Union");
  summary = suivi_matrix_row_dup_summary (first, names, NULL);
  g_assert_cmpstr (
    summary, ==,
    "140.1 Plant 1 trees in front of every school, so that all who learn there have shade in the "
    "summer; Alvera Child Network: Implemented; Law Clinic: Some progress; School Union: No "
    "progress; 2 apart");
  app_save_screenshot (GTK_WIDGET (self->window), "matrix-wide");

  /* Up to August, the clinic sees 140.3 as we do. */
  suivi_matrix_view_set_scope (self->view, NULL, "2026-08-01");
  app_settle_workspace (self->workspace);
  matrix_assert_row (self, 2, "- green green - []");
  g_assert_nonnull (app_find_text (self->root, "1 of 6 disagrees · 0 agreed"));
}

static gboolean
shows_one (gpointer data)
{
  return g_list_model_get_n_items (matrix_fixture_get_model (data)) == 1;
}

/* The file of an older Suivi: a column of its own, the last, which never takes the name of whoever looks at it. */
static void
test_unnamed (MatrixFixture *self, gconstpointer data)
{
  g_assert_nonnull (app_find_text (self->root, "2 of 6 disagree · 0 agreed"));
  /* Agreed, Law Clinic, School Union, what is not named. */
  matrix_assert_row (self, 0, "- amber red green [2 apart]");
  matrix_assert_row (self, 1, "- amber - amber []");
  matrix_assert_columns (self, "Law Clinic|School Union|Organisation not named");

  /* Who works for one of them sees it first, however it is written. */
  suivi_workspace_set_author (self->workspace, "Ann Alvera", "SCHOOL  union");
  suivi_matrix_view_set_scope (self->view, NULL, "2026-06-29");
  app_settle_workspace (self->workspace);
  matrix_assert_columns (self, "School Union|Law Clinic|Organisation not named");
  matrix_assert_row (self, 0, "- red amber green [2 apart]");
}

static void
test_filter (MatrixFixture *self, gconstpointer data)
{
  GtkWidget *search = matrix_fixture_find (self, GTK_TYPE_SEARCH_ENTRY);

  matrix_fixture_choose (self, 1);
  matrix_assert_titles (self, "140.1 140.3");
  matrix_fixture_choose (self, 2);
  matrix_assert_titles (self, "140.1");
  matrix_fixture_choose (self, 3);
  matrix_assert_titles (self, "140.1 140.2 140.3 140.5 140.6");
  matrix_fixture_choose (self, 4);
  matrix_assert_titles (self, "140.4");
  matrix_fixture_choose (self, 0);

  gtk_editable_set_text (GTK_EDITABLE (search), "PLANT 5");
  app_wait_until (shows_one, self);
  matrix_assert_titles (self, "140.5");

  /* Neither: nothing is found, and one button brings all back. */
  matrix_fixture_choose (self, 4);
  matrix_assert_titles (self, "");
  g_assert_nonnull (app_find_text (self->root, "Nothing found"));
  gtk_widget_activate_action (self->root, "matrix.show-all", NULL);
  app_settle ();
  matrix_assert_titles (self, "140.1 140.2 140.3 140.4 140.5 140.6");
}

typedef struct
{
  const char *id;
  const char *organisation;
  SuiviLevel law;
  SuiviLevel policy;
  SuiviLevel practice;
} Said;

static gpointer
put_said (SuiviStore *store, gpointer data, GCancellable *cancellable, GError **error)
{
  g_autoptr (SuiviTransaction) step = suivi_store_begin (store, "Grades", error);

  for (const Said *said = data; said->id != NULL; said++)
    {
      g_autoptr (SuiviAssessment) judgement
                 = matrix_make_judgement (said->id, said->organisation, SUIVI_LEVEL_SOME, "2026-04-01");

      suivi_assessment_set_levels (judgement, said->law, said->policy, said->practice);
      g_assert_true (suivi_transaction_put_assessment (step, judgement, error));
    }
  g_assert_true (suivi_transaction_commit (step, error));

  return NULL;
}

/* Nothing can be agreed on at once, and it is said why: all give green, but not for the same reasons. */
static void
test_same_light (MatrixFixture *self, gconstpointer data)
{
  const char *sentence
    = "Of 1 recommendation all give the same light, but not the same law, policy and practice. Click "
      "it to agree.";
  const Said said[] = {
    { self->ids[4], "Law Clinic", SUIVI_LEVEL_DONE, SUIVI_LEVEL_DONE, SUIVI_LEVEL_UNASSESSED },
    { self->ids[4], "School Union", SUIVI_LEVEL_DONE, SUIVI_LEVEL_UNASSESSED, SUIVI_LEVEL_DONE },
    { NULL },
  };
  GtkWidget *button = app_find_action (self->root, "matrix.agree-same");

  /* 140.2 and 140.5 can be. */
  g_assert_true (gtk_widget_get_sensitive (button));
  g_assert_null (gtk_widget_get_tooltip_text (button));

  /* Nobody said anything but this. */
  app_run (self->workspace, put_said, (gpointer) said);
  suivi_matrix_view_set_scope (self->view, NULL, "2026-04-30");
  app_settle_workspace (self->workspace);
  matrix_assert_row (self, 3, "- green green []");
  g_assert_false (gtk_widget_get_sensitive (button));
  g_assert_cmpstr (gtk_widget_get_tooltip_text (button), ==, sentence);
  g_assert_true (gtk_widget_get_mapped (app_find_text (self->root, sentence)));

  suivi_matrix_view_set_scope (self->view, NULL, "2026-05-01");
  app_settle_workspace (self->workspace);
  g_assert_false (gtk_widget_get_sensitive (button));
}

static int
measure_title (GtkWidget *widget, const char *title)
{
  g_autoptr (PangoLayout) layout = gtk_widget_create_pango_layout (widget, title);
  int width = 0;

  pango_layout_get_pixel_size (layout, &width, NULL);

  return width;
}

/* Twelve names that differ only at their ends, in the order in which people count, and long enough to tell them apart. */
static void
test_many (MatrixFixture *self, gconstpointer data)
{
  GtkWidget *header = app_find_type (self->root, SUIVI_TYPE_MATRIX_HEADER);
  g_autoptr (GArray) said = g_array_new (TRUE, TRUE, sizeof (Said));
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GString) columns = g_string_new (MATRIX_OWN "|Law Clinic");
  int longest = 0;

  for (guint i = 1; i <= 12; i++)
    {
      char *name = g_strdup_printf ("Organisation number %u", i);
      Said one = { self->ids[4], name, SUIVI_LEVEL_SOME, SUIVI_LEVEL_SOME, SUIVI_LEVEL_SOME };

      g_ptr_array_add (names, name);
      g_array_append_val (said, one);
      g_string_append_printf (columns, "|%s", name);
      longest = MAX (longest, measure_title (header, name));
    }
  g_string_append (columns, "|School Union");
  app_run (self->workspace, put_said, said->data);
  app_settle_workspace (self->workspace);
  matrix_assert_columns (self, columns->str);
  gtk_test_widget_wait_for_draw (GTK_WIDGET (self->window));
  g_assert_cmpint (longest, >, 140);
  g_assert_cmpint (gtk_widget_get_height (header), >=, MIN (longest, 200));
  app_save_screenshot (GTK_WIDGET (self->window), "matrix-many");
}

/* Beside few others, a long name has as many lines as it needs. */
static void
test_long (MatrixFixture *self, gconstpointer data)
{
  GtkWidget *header = app_find_type (self->root, SUIVI_TYPE_MATRIX_HEADER);
  const int height = gtk_widget_get_height (header);
  const Said said[] = {
    { self->ids[4], "Ombudsperson for Children", SUIVI_LEVEL_SOME, SUIVI_LEVEL_SOME, SUIVI_LEVEL_SOME },
    { NULL },
  };

  g_assert_cmpint (measure_title (header, said[0].organisation), >, 140);
  app_run (self->workspace, put_said, (gpointer) said);
  app_settle_workspace (self->workspace);
  gtk_test_widget_wait_for_draw (GTK_WIDGET (self->window));
  g_assert_cmpint (gtk_widget_get_height (header), >, height);
  g_assert_cmpint (gtk_widget_get_height (header), <, 3 * height);
  app_save_screenshot (GTK_WIDGET (self->window), "matrix-long");
}

static void
test_alone (MatrixFixture *self, gconstpointer data)
{
  GtkWidget *title = app_find_text (self->root, "One organisation so far");

  g_assert_nonnull (title);
  g_assert_true (gtk_widget_get_mapped (title));
  g_assert_true (gtk_widget_get_mapped (app_find_text (self->root, "Import a colleague’s workbook…")));
  app_save_screenshot (GTK_WIDGET (self->window), "matrix-alone");
}

static void
test_keys (MatrixFixture *self, gconstpointer data)
{
  GtkWidget *list = matrix_fixture_find (self, GTK_TYPE_LIST_VIEW);

  gtk_single_selection_set_selected (GTK_SINGLE_SELECTION (matrix_fixture_get_model (self)), 2);
  g_assert_true (app_press_key (list, GDK_KEY_g, 0));
  g_assert_cmpstr (self->graded, ==, self->ids[3]);
}

static gboolean
is_laid_out (gpointer data)
{
  MatrixFixture *self = data;
  GtkWidget *strip = app_find_type (self->root, SUIVI_TYPE_MATRIX_STRIP);

  return strip != NULL && gtk_widget_get_width (strip) > 0;
}

static gboolean
is_narrow (gpointer data)
{
  MatrixFixture *self = data;

  return is_laid_out (data) && gtk_widget_get_width (self->root) <= 360
         && gtk_widget_get_height (app_find_type (self->root, SUIVI_TYPE_MATRIX_HEADER)) == 0
         && gtk_widget_get_width (app_find_type (self->root, SUIVI_TYPE_MATRIX_STRIP)) <= 360;
}

/* Where columns do not fit, what each says stands below the text. */
static void
test_narrow (MatrixFixture *self, gconstpointer data)
{
  SuiviMatrixStrip *strip = NULL;
  int width = 0;
  int wide = 0;
  int height = 0;

  app_wait_until (is_laid_out, self);
  strip = SUIVI_MATRIX_STRIP (app_find_type (self->root, SUIVI_TYPE_MATRIX_STRIP));
  width = gtk_widget_get_width (GTK_WIDGET (strip));
  wide = gtk_widget_get_height (GTK_WIDGET (strip));
  /* Text, agreed, three organisations; the spread is the last column, 66 pixels wide. */
  g_assert_cmpuint (suivi_matrix_strip_find_column (strip, width - 1, 10), ==, 5);
  g_assert_cmpuint (suivi_matrix_strip_find_column (strip, width - 67, 10), ==, 4);
  g_assert_cmpuint (suivi_matrix_strip_find_column (strip, 10, 10), ==, SUIVI_MATRIX_COLUMN_TEXT);
  g_assert_cmpint (gtk_widget_get_height (app_find_type (self->root, SUIVI_TYPE_MATRIX_HEADER)), >, 0);

  gtk_window_set_default_size (self->window, 360, 640);
  app_wait_until (is_narrow, self);
  strip = SUIVI_MATRIX_STRIP (app_find_type (self->root, SUIVI_TYPE_MATRIX_STRIP));
  height = gtk_widget_get_height (GTK_WIDGET (strip));
  g_assert_cmpint (height, >, wide);
  /* The first below the text is the own organisation: nothing is agreed on. */
  g_assert_cmpuint (suivi_matrix_strip_find_column (strip, 20, 5), ==, SUIVI_MATRIX_COLUMN_TEXT);
  g_assert_cmpuint (suivi_matrix_strip_find_column (strip, 14, height - 50), ==, SUIVI_MATRIX_COLUMN_FIRST);
  app_save_screenshot (GTK_WIDGET (self->window), "matrix-narrow");
}

/* ---- The card of a recommendation ---- */

static void
test_card (void)
{
  g_autoptr (SuiviAssessment) agreed = matrix_make_judgement ("x", "", SUIVI_LEVEL_SOME, "2026-06-01");
  const char *const who[] = { "Law Clinic", "School Union", NULL };
  g_autofree char *byline = NULL;
  GtkWidget *card = NULL;

  agreed->agreed = 1;
  g_strfreev (agreed->agreed_by);
  agreed->agreed_by = g_strdupv ((char **) who);
  g_free (agreed->dissent);
  agreed->dissent = g_strdup ("The network sees it otherwise.");
  byline = suivi_assessment_to_byline (agreed);
  g_assert_cmpstr (byline, ==, "Agreed on 1 June 2026 · Law Clinic, School Union");

  card = g_object_ref_sink (suivi_assessment_card_new (agreed));
  g_assert_nonnull (app_find_text (card, "Dissent: The network sees it otherwise."));
  g_assert_nonnull (app_find_text (card, "High"));
  g_object_unref (card);
}

int
main (int argc, char *argv[])
{
  app_test_init (&argc, &argv);
  matrix_load_style ();

#define ADD(name, set_up, func) \
  g_test_add ("/app/matrix/" name, MatrixFixture, NULL, set_up, func, matrix_fixture_tear_down)
  ADD ("cells", matrix_fixture_set_up, test_cells);
  ADD ("unnamed", matrix_fixture_set_up_unnamed, test_unnamed);
  ADD ("filter", matrix_fixture_set_up, test_filter);
  ADD ("same-light", matrix_fixture_set_up, test_same_light);
  ADD ("many", matrix_fixture_set_up, test_many);
  ADD ("long", matrix_fixture_set_up, test_long);
  ADD ("alone", matrix_fixture_set_up_alone, test_alone);
  ADD ("keys", matrix_fixture_set_up, test_keys);
  ADD ("narrow", matrix_fixture_set_up, test_narrow);
  g_test_add_func ("/app/matrix/card", test_card);

  return g_test_run ();
}
