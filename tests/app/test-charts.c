/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The charts of the scorecard: their numbers are those of the filters that they open. */

#include "config.h"

#include <string.h>

#include "app/review/recommendations-page.h"
#include "app/scorecard/charts-view.h"
#include "app/scorecard/edition-bar.h"
#include "app/scorecard/rows-window.h"
#include "app/scorecard/scorecard-charts.h"
#include "app/scorecard/scorecard-page.h"
#include "store/scorecard-store.h"
#include "test-utils.h"

#define N_RECOMMENDATIONS 300
#define N_FILTERS         200

static const char *const all_themes[] = { "Water", "Health", "School", "Justice", "Food" };
static const char *const all_states[]
  = { "FRA", "TGO", "JPN", "BRA", "HUN", "KEN", "DEU", "VAT", "EUU", "PER", "NPL", "SVK" };
static const char *const all_sdgs[] = { "1", "1.3", "3", "3.4", "10", "10.2", "16", "16.2", "16.10" };
static const char *const all_institutions[] = { "Parliament", "Supreme Court", "Ministry of Justice" };
static const char *const all_words[] = { "trees", "wells", "roads" };

typedef struct
{
  char *folder;
  SuiviStore *store;
  GRand *random;
  SuiviReview *reviews[2];
  SuiviCluster *clusters[3];
} Numbers;

static const char *
pick (Numbers *self, const char *const *values, gsize n)
{
  return values[g_rand_int_range (self->random, 0, n)];
}

#define PICK(self, values) pick (self, values, G_N_ELEMENTS (values))

static char **
pick_some (Numbers *self, const char *const *values, gsize n, int most)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  const int count = g_rand_int_range (self->random, 0, most + 1);

  for (int i = 0; i < count; i++)
    g_strv_builder_add (builder, pick (self, values, n));

  return g_strv_builder_end (builder);
}

static void
add_grades (Numbers *self, SuiviTransaction *step, const SuiviRecommendation *recommendation)
{
  static const char *const days[] = { "2025-03-01", "2026-03-01", "2026-09-01" };

  for (gsize i = 0; i < G_N_ELEMENTS (days); i++)
    {
      g_autoptr (SuiviAssessment) assessment = NULL;
      const SuiviLevel level = g_rand_int_range (self->random, 0, SUIVI_N_LEVELS);

      if (level == SUIVI_LEVEL_UNASSESSED)
        continue;

      assessment = suivi_assessment_new ();
      assessment->recommendation_id = g_strdup (recommendation->id);
      suivi_assessment_set_levels (assessment, level, level, level);
      if (level == SUIVI_LEVEL_NOTHING && g_rand_boolean (self->random))
        {
          assessment->light = SUIVI_LIGHT_WORSE;
          assessment->light_overridden = TRUE;
        }
      g_free (assessment->reason);
      assessment->reason = g_strdup ("Somebody counted.");
      g_free (assessment->source);
      assessment->source = g_strdup ("A register");
      g_free (assessment->name);
      assessment->name = g_strdup ("Ann Alvera");
      g_free (assessment->date);
      assessment->date = g_strdup (days[i]);
      g_assert_true (suivi_transaction_put_assessment (step, assessment, NULL));
    }
}

static void
add_recommendation (Numbers *self, SuiviTransaction *step, guint number)
{
  g_autoptr (SuiviRecommendation) recommendation = suivi_recommendation_new ();
  g_auto (GStrv) states = pick_some (self, all_states, G_N_ELEMENTS (all_states), 5);
  g_auto (GStrv) themes = pick_some (self, all_themes, G_N_ELEMENTS (all_themes), 3);
  g_auto (GStrv) sdgs = pick_some (self, all_sdgs, G_N_ELEMENTS (all_sdgs), 3);
  g_auto (GStrv) institutions = pick_some (self, all_institutions, G_N_ELEMENTS (all_institutions), 2);
  const int cluster = g_rand_int_range (self->random, -1, G_N_ELEMENTS (self->clusters));
  const char *const ids[] = { recommendation->id, NULL };

  recommendation->review_id
    = g_strdup (self->reviews[g_rand_int_range (self->random, 0, G_N_ELEMENTS (self->reviews))]->id);
  g_free (recommendation->number);
  recommendation->number = g_strdup_printf ("%u", number);
  g_free (recommendation->text);
  recommendation->text = g_strdup_printf ("Care for %s (%u)", PICK (self, all_words), number);
  suivi_recommendation_set_lists (recommendation, (const char *const *) states, (const char *const *) themes,
                                  NULL, (const char *const *) sdgs);
  recommendation->position = g_rand_int_range (self->random, 0, SUIVI_N_POSITIONS);
  recommendation->category = g_rand_int_range (self->random, 0, 6);
  recommendation->child_focused = g_rand_boolean (self->random);
  g_assert_true (suivi_transaction_put_recommendation (step, recommendation, NULL));
  add_grades (self, step, recommendation);
  if (cluster >= 0)
    g_assert_true (suivi_transaction_assign_cluster (step, self->clusters[cluster]->id, ids, NULL));
  for (gsize i = 0; institutions[i] != NULL; i++)
    g_assert_true (suivi_transaction_add_institution (step, ids, institutions[i], NULL));
}

static void
numbers_set_up (Numbers *self, gconstpointer data)
{
  static const char *const titles[] = { "Laws", "Services", "Money" };
  g_autoptr (GError) error = NULL;
  g_autoptr (SuiviTransaction) step = NULL;
  g_autofree char *path = NULL;

  self->random = g_rand_new_with_seed (20261122);
  self->folder = g_dir_make_tmp ("suivi-charts-XXXXXX", &error);
  g_assert_no_error (error);
  path = g_build_filename (self->folder, "test.suivi", NULL);
  self->store = suivi_store_create (path, &error);
  g_assert_no_error (error);
  suivi_store_set_author (self->store, "Ann Alvera", "");
  self->reviews[0] = suivi_review_new ("SVN", 48);
  self->reviews[1] = suivi_review_new ("NPL", 37);
  step = suivi_store_begin (self->store, "Add", &error);
  g_assert_no_error (error);
  for (gsize i = 0; i < G_N_ELEMENTS (self->reviews); i++)
    g_assert_true (suivi_transaction_put_review (step, self->reviews[i], &error));
  for (gsize i = 0; i < G_N_ELEMENTS (self->clusters); i++)
    {
      self->clusters[i] = suivi_cluster_new (titles[i], i);
      g_assert_true (suivi_transaction_put_cluster (step, self->clusters[i], &error));
    }
  for (guint i = 0; i < N_RECOMMENDATIONS; i++)
    add_recommendation (self, step, i + 1);
  g_assert_true (suivi_transaction_commit (step, &error));
}

static void
numbers_tear_down (Numbers *self, gconstpointer data)
{
  for (gsize i = 0; i < G_N_ELEMENTS (self->reviews); i++)
    suivi_review_free (self->reviews[i]);
  for (gsize i = 0; i < G_N_ELEMENTS (self->clusters); i++)
    suivi_cluster_free (self->clusters[i]);
  g_rand_free (self->random);
  suivi_store_close (self->store);
  app_remove_folder (self->folder);
  g_free (self->folder);
}

static SuiviFilter *
make_filter (Numbers *self)
{
  static const char *const cut_offs[] = { "2025-01-01", "2025-12-31", "2026-06-30", "2026-11-22" };
  static const char *const categories[] = { "1", "2", "3", "4", "5" };
  static const char *const titles[] = { "Laws", "Services", "Money" };
  SuiviFilter *filter = suivi_filter_new ();

  suivi_filter_set_cut_off (filter, PICK (self, cut_offs));
  if (g_rand_int_range (self->random, 0, 3) == 0)
    suivi_filter_set_search (filter, PICK (self, all_words));
  if (g_rand_boolean (self->random))
    suivi_filter_add (filter, SUIVI_FACET_REVIEW,
                      self->reviews[g_rand_int_range (self->random, 0, G_N_ELEMENTS (self->reviews))]->id);
  if (g_rand_int_range (self->random, 0, 3) == 0)
    suivi_filter_add (filter, SUIVI_FACET_POSITION, g_rand_boolean (self->random) ? "noted" : "supported");
  if (g_rand_int_range (self->random, 0, 4) == 0)
    suivi_filter_add (filter, SUIVI_FACET_LIGHT, g_rand_boolean (self->random) ? "green" : "worse");
  if (g_rand_int_range (self->random, 0, 3) == 0)
    suivi_filter_add (filter, SUIVI_FACET_THEME, PICK (self, all_themes));
  if (g_rand_int_range (self->random, 0, 4) == 0)
    suivi_filter_add (filter, SUIVI_FACET_STATE, PICK (self, all_states));
  if (g_rand_int_range (self->random, 0, 4) == 0)
    suivi_filter_add (filter, SUIVI_FACET_SDG, PICK (self, all_sdgs));
  if (g_rand_int_range (self->random, 0, 4) == 0)
    suivi_filter_add (filter, SUIVI_FACET_CATEGORY, PICK (self, categories));
  if (g_rand_int_range (self->random, 0, 4) == 0)
    suivi_filter_add (filter, SUIVI_FACET_CLUSTER, PICK (self, titles));
  if (g_rand_int_range (self->random, 0, 4) == 0)
    suivi_filter_add (filter, SUIVI_FACET_INSTITUTION, PICK (self, all_institutions));
  if (g_rand_int_range (self->random, 0, 4) == 0)
    suivi_filter_add (filter, SUIVI_FACET_CHILDREN, g_rand_boolean (self->random) ? "yes" : "no");

  return filter;
}

static void
assert_lights (Numbers *self, const SuiviFilter *filter, const guint *lights)
{
  g_autoptr (GPtrArray) counts = suivi_store_count_facet (self->store, filter, SUIVI_FACET_LIGHT, NULL);
  guint expected[SUIVI_N_LIGHTS] = { 0 };

  g_assert_nonnull (counts);
  for (guint i = 0; i < counts->len; i++)
    {
      const SuiviFacetCount *count = g_ptr_array_index (counts, i);
      SuiviLight light = SUIVI_LIGHT_GREY;

      g_assert_true (suivi_light_from_nick (count->value, &light));
      expected[light] = count->count;
    }
  for (guint i = 0; i < SUIVI_N_LIGHTS; i++)
    g_assert_cmpuint (lights[i], ==, expected[i]);
}

static SuiviBreakdownRow *
find_row (SuiviBreakdown *breakdown, const char *value)
{
  GPtrArray *rows = suivi_breakdown_list_rows (breakdown);

  for (guint i = 0; i < rows->len; i++)
    {
      SuiviBreakdownRow *row = g_ptr_array_index (rows, i);

      if (g_str_equal (row->value, value))
        return row;
    }

  return NULL;
}

/* Every value that the store counts has a row with that number, and no other row is there. */
static void
assert_facet (Numbers *self, const SuiviFilter *filter, SuiviBreakdown *breakdown, SuiviFacet facet)
{
  g_autoptr (GPtrArray) counts = suivi_store_count_facet (self->store, filter, facet, NULL);
  GPtrArray *rows = suivi_breakdown_list_rows (breakdown);
  guint n_named = 0;

  for (guint i = 0; i < counts->len; i++)
    {
      const SuiviFacetCount *count = g_ptr_array_index (counts, i);
      const SuiviBreakdownRow *row = find_row (breakdown, count->value);

      if (row == NULL)
        g_assert_cmpuint (count->count, ==, 0);
      else
        g_assert_cmpuint (row->tally.total, ==, count->count);
      n_named += count->count > 0;
    }
  g_assert_cmpuint (rows->len - (find_row (breakdown, "") != NULL), ==, n_named);
}

/* What a row opens is what it counts. */
static void
assert_opens (Numbers *self,
              const SuiviFilter *filter,
              const SuiviScorecardCharts *charts,
              SuiviDimension dimension,
              SuiviFacet facet)
{
  GPtrArray *rows = suivi_breakdown_list_rows (charts->breakdowns[dimension]);

  for (guint i = 0; i < rows->len; i++)
    {
      const SuiviBreakdownRow *row = g_ptr_array_index (rows, i);
      g_autoptr (GPtrArray) lines
                 = suivi_scorecard_charts_list_rows (charts, dimension, row->value, SUIVI_CHART_ANY_LIGHT);
      g_autoptr (SuiviFilter) opened = NULL;
      g_autoptr (SuiviFilter) narrowed = suivi_filter_copy (filter);

      g_assert_cmpuint (lines->len, ==, row->tally.n_added);
      g_assert_true (suivi_tally_is_reconciled (&row->tally));
      if (!suivi_scorecard_charts_to_filter (charts, dimension, row->value, &opened))
        {
          g_assert_cmpint (dimension, ==, SUIVI_DIMENSION_REGION);
          g_assert_cmpstr (row->value, ==, "");
          continue;
        }
      /* Values of one facet widen each other: a filter that names some already cannot be narrowed by it. */
      if (suivi_filter_get (filter, facet)[0] != NULL)
        continue;

      for (const char *const *value = suivi_filter_get (opened, facet); *value != NULL; value++)
        suivi_filter_add (narrowed, facet, *value);
      g_assert_cmpuint (suivi_store_count (self->store, narrowed, NULL), ==, row->tally.total);
      assert_lights (self, narrowed, row->tally.lights);
    }
}

static void
test_filters (Numbers *self, gconstpointer data)
{
  static const SuiviFacet facets[SUIVI_N_DIMENSIONS] = {
    [SUIVI_DIMENSION_POSITION] = SUIVI_FACET_POSITION,
    [SUIVI_DIMENSION_CLUSTER] = SUIVI_FACET_CLUSTER,
    [SUIVI_DIMENSION_THEME] = SUIVI_FACET_THEME,
    [SUIVI_DIMENSION_SDG] = SUIVI_FACET_SDG,
    [SUIVI_DIMENSION_CATEGORY] = SUIVI_FACET_CATEGORY,
    [SUIVI_DIMENSION_REGION] = SUIVI_FACET_STATE,
    [SUIVI_DIMENSION_INSTITUTION] = SUIVI_FACET_INSTITUTION,
  };
  guint n_found = 0;

  for (guint n = 0; n < N_FILTERS; n++)
    {
      g_autoptr (SuiviFilter) filter = make_filter (self);
      g_autoptr (GError) error = NULL;
      g_autoptr (SuiviScorecardCharts) charts
                 = suivi_scorecard_charts_load (self->store, filter, NULL, &error);
      const SuiviTally *whole = NULL;

      g_assert_no_error (error);
      whole = suivi_breakdown_get_whole (charts->breakdowns[0]);
      g_assert_cmpuint (whole->total, ==, suivi_store_count (self->store, filter, NULL));
      assert_lights (self, filter, whole->lights);
      n_found += whole->total > 0;
      for (guint i = 0; i < SUIVI_N_DIMENSIONS; i++)
        {
          g_assert_cmpuint (suivi_breakdown_get_whole (charts->breakdowns[i])->total, ==, whole->total);
          if (i != SUIVI_DIMENSION_SDG && i != SUIVI_DIMENSION_REGION)
            assert_facet (self, filter, charts->breakdowns[i], facets[i]);
          assert_opens (self, filter, charts, i, facets[i]);
        }
    }
  /* Most filters find something: else this would prove nothing. */
  g_assert_cmpuint (n_found, >, N_FILTERS / 2);
}

/* An edition is counted by its own rule, and opens what it holds. */
static void
test_frozen (Numbers *self, gconstpointer data)
{
  g_autoptr (SuiviEdition) edition = suivi_edition_new ("Mid-term", "2026-06-30");
  g_autoptr (SuiviTransaction) step = suivi_store_begin (self->store, "Freeze", NULL);
  g_autoptr (SuiviFilter) filter = suivi_filter_new ();
  g_autoptr (SuiviFilter) opened = NULL;
  g_autoptr (SuiviScorecardCharts) charts = NULL;
  g_autoptr (SuiviScorecardCharts) working = NULL;
  g_autoptr (GError) error = NULL;
  const SuiviTally *whole = NULL;
  GPtrArray *rows = NULL;
  guint sum = 0;

  edition->review_id = g_strdup (self->reviews[0]->id);
  edition->unit = SUIVI_COUNTING_UNIT_STATE;
  edition->part_rule = SUIVI_PART_RULE_NOTED;
  suivi_transaction_freeze_edition (step, edition, &error);
  g_assert_no_error (error);
  g_assert_true (suivi_transaction_commit (step, NULL));

  charts = suivi_scorecard_charts_load_edition (self->store, edition, &error);
  g_assert_no_error (error);
  suivi_filter_add (filter, SUIVI_FACET_REVIEW, self->reviews[0]->id);
  suivi_filter_set_cut_off (filter, "2026-06-30");
  working = suivi_scorecard_charts_load (self->store, filter, NULL, &error);
  whole = suivi_breakdown_get_whole (charts->breakdowns[0]);
  g_assert_cmpuint (whole->n_added, ==, suivi_breakdown_get_whole (working->breakdowns[0])->total);
  g_assert_cmpuint (whole->total, >, whole->n_added);
  g_assert_true (suivi_tally_is_reconciled (whole));
  g_assert_null (find_row (charts->breakdowns[SUIVI_DIMENSION_POSITION], "part"));
  g_assert_nonnull (find_row (working->breakdowns[SUIVI_DIMENSION_POSITION], "part"));

  rows = suivi_breakdown_list_rows (charts->breakdowns[SUIVI_DIMENSION_REGION]);
  for (guint i = 0; i < rows->len; i++)
    {
      const SuiviBreakdownRow *row = g_ptr_array_index (rows, i);
      g_autoptr (GPtrArray) lines = suivi_scorecard_charts_list_rows (charts, SUIVI_DIMENSION_REGION,
                                                                      row->value, SUIVI_CHART_ANY_LIGHT);

      g_assert_cmpuint (lines->len, ==, row->tally.n_added);
      g_assert_cmpuint (lines->len, <=, row->tally.total);
      g_assert_false (suivi_scorecard_charts_to_filter (charts, SUIVI_DIMENSION_REGION, row->value, &opened));
      sum += row->tally.total;
    }
  /* Once for each State: the regions add up. */
  g_assert_cmpuint (sum, ==, whole->total);

  /* The edition has its own institutions, as they were. */
  g_assert_cmpuint (suivi_breakdown_list_rows (charts->breakdowns[SUIVI_DIMENSION_INSTITUTION])->len, ==,
                    G_N_ELEMENTS (all_institutions) + 1);
}

/* The tab */

static void
show_tab (GtkWidget *page, const char *name)
{
  adw_view_stack_set_visible_child_name (ADW_VIEW_STACK (app_find_type (page, ADW_TYPE_VIEW_STACK)), name);
  app_settle ();
}

static GtkWidget *
open_charts (AppFixture *fixture)
{
  GtkWidget *page = NULL;

  app_fixture_open_sample (fixture);
  suivi_window_show_page (fixture->window, "scorecard");
  page = app_find_type (GTK_WIDGET (fixture->window), SUIVI_TYPE_SCORECARD_PAGE);
  app_wait_for_text (page, "Before it is published");
  app_settle_workspace (suivi_window_get_workspace (fixture->window));
  show_tab (page, "charts");

  return page;
}

static GtkWidget *
find_chart_row (GtkWidget *view, const char *title)
{
  for (guint i = 0; i < app_count_widgets (view, SUIVI_TYPE_CHART_ROW); i++)
    {
      GtkWidget *row = app_find_widget (view, SUIVI_TYPE_CHART_ROW, i);

      if (g_str_equal (suivi_chart_row_get_title (SUIVI_CHART_ROW (row)), title))
        return row;
    }

  return NULL;
}

static void
activate_row (GtkWidget *row)
{
  g_assert_nonnull (row);
  g_signal_emit_by_name (gtk_widget_get_parent (row), "row-activated", row);
  app_settle ();
}

static void
show_cb (SuiviScorecardPage *page, SuiviFilter *filter, SuiviFilter **shown)
{
  g_clear_pointer (shown, suivi_filter_free);
  *shown = suivi_filter_copy (filter);
}

static guint
count_listed (AppFixture *fixture)
{
  GtkWidget *recommendations = app_find_type (GTK_WIDGET (fixture->window), SUIVI_TYPE_RECOMMENDATIONS_PAGE);

  app_settle_workspace (suivi_window_get_workspace (fixture->window));
  return g_list_model_get_n_items (
    G_LIST_MODEL (suivi_recommendations_page_get_list (SUIVI_RECOMMENDATIONS_PAGE (recommendations))));
}

static guint
read_number (GtkWidget *row)
{
  /* The number stands in the second line of labels that are headings: it is the only one that is a number alone. */
  for (guint i = 0; i < app_count_widgets (row, GTK_TYPE_LABEL); i++)
    {
      const char *text = gtk_label_get_text (GTK_LABEL (app_find_widget (row, GTK_TYPE_LABEL, i)));
      guint64 number = 0;

      if (g_ascii_string_to_unsigned (text, 10, 0, 1000, &number, NULL))
        return number;
    }
  g_assert_not_reached ();
}

/* The sample has 40 recommendations: 30 supported, 2 in part, 7 noted, 1 pending. */
static void
test_opens (AppFixture *fixture, gconstpointer data)
{
  GtkWidget *page = open_charts (fixture);
  GtkWidget *view = app_find_type (page, SUIVI_TYPE_CHARTS_VIEW);
  SuiviFilter *shown = NULL;
  GtkWidget *row = NULL;
  g_autofree char *name = NULL;
  guint number = 0;

  g_signal_connect (page, "show-recommendations", G_CALLBACK (show_cb), &shown);
  g_assert_cmpuint (app_count_visible (view, SUIVI_TYPE_CHART_ROW), ==, 4);
  g_assert_nonnull (app_find_text (view,
                                   "40 recommendations. The rows add up to all of them. A recommendation "
                                   "counts once, whatever the number of States that made it. Recommendations "
                                   "that are supported in part are counted on their own."));
  app_save_screenshot (GTK_WIDGET (fixture->window), "scorecard-charts");
  row = find_chart_row (view, "Noted");
  g_assert_cmpuint (read_number (row), ==, 7);
  name = g_strdup_printf ("Noted: 7. %s", gtk_widget_get_tooltip_text (row));
  g_assert_nonnull (strstr (name, "Not assessed: "));
  gtk_test_accessible_assert_property (row, GTK_ACCESSIBLE_PROPERTY_LABEL, name);
  activate_row (row);
  g_assert_true (suivi_filter_has (shown, SUIVI_FACET_POSITION, "noted"));
  g_assert_cmpstr (suivi_window_get_page (fixture->window), ==, "recommendations");
  g_assert_cmpuint (count_listed (fixture), ==, 7);

  for (guint i = 0; i < SUIVI_N_DIMENSIONS; i++)
    {
      suivi_window_show_page (fixture->window, "scorecard");
      app_settle_workspace (suivi_window_get_workspace (fixture->window));
      suivi_charts_view_set_dimension (SUIVI_CHARTS_VIEW (view), i);
      app_settle ();
      row = app_find_widget (view, SUIVI_TYPE_CHART_ROW, 0);
      if (suivi_chart_row_get_value (SUIVI_CHART_ROW (row))[0] == '\0')
        continue;

      number = read_number (row);
      g_assert_cmpuint (number, >, 0);
      activate_row (row);
      g_assert_cmpuint (count_listed (fixture), ==, number);
    }
  suivi_filter_free (shown);
}

/* "Without an institution" opens those recommendations, where they are given one. */
static void
test_opens_none (AppFixture *fixture, gconstpointer data)
{
  static const struct
  {
    SuiviDimension dimension;
    SuiviFacet facet;
    const char *title;
  } cases[] = {
    { SUIVI_DIMENSION_INSTITUTION, SUIVI_FACET_INSTITUTION, "Without an institution" },
    { SUIVI_DIMENSION_CLUSTER, SUIVI_FACET_CLUSTER, "In no cluster" },
  };
  GtkWidget *page = open_charts (fixture);
  GtkWidget *view = app_find_type (page, SUIVI_TYPE_CHARTS_VIEW);
  GtkWidget *recommendations = app_find_type (GTK_WIDGET (fixture->window), SUIVI_TYPE_RECOMMENDATIONS_PAGE);
  SuiviFilter *shown = NULL;

  g_signal_connect (page, "show-recommendations", G_CALLBACK (show_cb), &shown);
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      GtkWidget *row = NULL;
      guint number = 0;

      suivi_window_show_page (fixture->window, "scorecard");
      app_settle_workspace (suivi_window_get_workspace (fixture->window));
      suivi_charts_view_set_dimension (SUIVI_CHARTS_VIEW (view), cases[i].dimension);
      app_settle ();
      row = find_chart_row (view, cases[i].title);
      g_assert_nonnull (row);
      number = read_number (row);
      activate_row (row);
      g_assert_null (app_find_window (SUIVI_TYPE_ROWS_WINDOW));
      g_assert_cmpstr (suivi_window_get_page (fixture->window), ==, "recommendations");
      g_assert_true (suivi_filter_has (shown, cases[i].facet, SUIVI_FACET_NONE));
      g_assert_cmpuint (count_listed (fixture), ==, number);
      /* The chip says what is chosen. */
      app_wait_for_text (recommendations, cases[i].title);
    }
  app_save_screenshot (GTK_WIDGET (fixture->window), "scorecard-charts-none");
  suivi_filter_free (shown);
}

/* What no filter says opens a list: everything of an edition. */
static void
test_lists (AppFixture *fixture, gconstpointer data)
{
  GtkWidget *page = open_charts (fixture);
  GtkWidget *view = app_find_type (page, SUIVI_TYPE_CHARTS_VIEW);
  GtkWidget *row = NULL;
  GtkWidget *rows = NULL;

  /* The first edition of the sample: its rows open what it holds, whatever the position. */
  gtk_drop_down_set_selected (GTK_DROP_DOWN (app_find_type (app_find_type (page, SUIVI_TYPE_EDITION_BAR),
                                                            GTK_TYPE_DROP_DOWN)),
                              1);
  app_settle_workspace (suivi_window_get_workspace (fixture->window));
  suivi_charts_view_set_dimension (SUIVI_CHARTS_VIEW (view), SUIVI_DIMENSION_POSITION);
  app_settle ();
  row = find_chart_row (view, "Noted");
  g_assert_cmpuint (read_number (row), ==, 7);
  activate_row (row);
  rows = GTK_WIDGET (app_find_window (SUIVI_TYPE_ROWS_WINDOW));
  g_assert_nonnull (rows);
  g_assert_cmpstr (gtk_window_get_title (GTK_WINDOW (rows)), ==, "Noted");
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (
                      gtk_list_view_get_model (GTK_LIST_VIEW (app_find_type (rows, GTK_TYPE_LIST_VIEW))))),
                    ==, 7);
  app_wait_for_text (rows, "7 recommendations");
  g_assert_cmpstr (suivi_window_get_page (fixture->window), ==, "scorecard");
  gtk_window_close (GTK_WINDOW (rows));
  app_settle ();
}

/* A phone, dark; and the drop-down says what it is for. */
static void
test_narrow (AppFixture *fixture, gconstpointer data)
{
  GtkWidget *page = NULL;
  GtkWidget *view = NULL;
  int minimum = 0;

  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 360, 640);
  page = open_charts (fixture);
  view = app_find_type (page, SUIVI_TYPE_CHARTS_VIEW);
  for (guint i = 0; i < SUIVI_N_DIMENSIONS; i++)
    {
      suivi_charts_view_set_dimension (SUIVI_CHARTS_VIEW (view), i);
      app_settle ();
      gtk_widget_measure (view, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);
      g_assert_cmpint (minimum, <=, 360);
    }
  gtk_test_accessible_assert_property (app_find_type (view, GTK_TYPE_DROP_DOWN),
                                       GTK_ACCESSIBLE_PROPERTY_LABEL, "Lights by");
  app_save_screenshot (GTK_WIDGET (fixture->window), "scorecard-charts-narrow");
}

#define ADD(path, function) \
  g_test_add ("/app/charts/" path, AppFixture, NULL, app_fixture_set_up, function, app_fixture_tear_down)
#define ADD_NUMBERS(path, function) \
  g_test_add ("/app/charts/" path, Numbers, NULL, numbers_set_up, function, numbers_tear_down)

int
main (int argc, char *argv[])
{
  app_test_init (&argc, &argv);

  ADD_NUMBERS ("filters", test_filters);
  ADD_NUMBERS ("frozen", test_frozen);
  ADD ("opens", test_opens);
  ADD ("opens-none", test_opens_none);
  ADD ("lists", test_lists);
  ADD ("narrow", test_narrow);

  return g_test_run ();
}
