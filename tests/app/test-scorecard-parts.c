/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the numbers of the scorecard page open, in every scale and counting unit, and whether they can be read. */

#include "config.h"

#include <math.h>

#include "app/overview/legend.h"
#include "app/overview/light-bar.h"
#include "app/overview/tally-row.h"
#include "app/review/grade-others.h"
#include "app/scorecard/chart-row.h"
#include "app/scorecard/charts-view.h"
#include "app/scorecard/edition-view.h"
#include "app/scorecard/headline-box.h"
#include "app/scorecard/line-row.h"
#include "app/scorecard/rows-window.h"
#include "app/scorecard/scorecard-page.h"
#include "scorecard-fixture.h"
#include "store/scorecard-store.h"

static GtkWidget *
get_rows_window (void)
{
  GtkWidget *rows = GTK_WIDGET (app_find_window (SUIVI_TYPE_ROWS_WINDOW));

  g_assert_nonnull (rows);

  return rows;
}

static guint
count_rows (GtkWidget *rows)
{
  return g_list_model_get_n_items (
    G_LIST_MODEL (gtk_list_view_get_model (GTK_LIST_VIEW (app_find_type (rows, GTK_TYPE_LIST_VIEW)))));
}

static void
close_rows (GtkWidget *rows)
{
  gtk_window_close (GTK_WINDOW (rows));
  app_settle ();
}

static const char *
get_subtitle (GtkWidget *rows)
{
  return adw_window_title_get_subtitle (ADW_WINDOW_TITLE (app_find_type (rows, ADW_TYPE_WINDOW_TITLE)));
}

/* What stands beside it, in a button. */
static GtkWidget *
find_item (GtkWidget *root, const char *text)
{
  GtkWidget *label = app_find_text (root, text);

  if (label == NULL)
    g_test_message ("No “%s”", text);
  g_assert_nonnull (label);

  return gtk_widget_get_ancestor (label, GTK_TYPE_BUTTON);
}

static void
show_cb (SuiviScorecardPage *page, SuiviFilter *filter, SuiviFilter **shown)
{
  g_clear_pointer (shown, suivi_filter_free);
  *shown = suivi_filter_copy (filter);
}

/* ---- Whose light it is ---- */

static gpointer
list_differing (SuiviStore *store, gpointer data, GCancellable *cancellable, GError **error)
{
  g_autoptr (SuiviScorecardSignals) found
             = suivi_scorecard_signals_load (store, NULL, "2026-11-22", NULL, error);

  g_assert_no_error (*error);

  return g_ptr_array_ref (found->differing);
}

static guint
count_marked (GtkWidget *rows)
{
  GListModel *model
    = G_LIST_MODEL (gtk_list_view_get_model (GTK_LIST_VIEW (app_find_type (rows, GTK_TYPE_LIST_VIEW))));
  guint n = 0;

  for (guint i = 0; i < g_list_model_get_n_items (model); i++)
    {
      g_autoptr (SuiviScorecardRow) row = g_list_model_get_item (model, i);

      n += row->differs;
      g_assert_cmpint (row->differs, ==, *suivi_scorecard_row_get_mark (row) != '\0');
    }

  return n;
}

/* Who graded last decides a light on which nothing is agreed: the summary says of how many, and each is marked. */
static void
test_differing (AppFixture *fixture, gconstpointer data)
{
  GtkWidget *page = scorecard_open_page (fixture);
  g_autoptr (GPtrArray) differing
             = app_run (suivi_window_get_workspace (fixture->window), list_differing, NULL);
  g_autofree char *text
    = g_strdup_printf (differing->len == 1 ? "%u light is the latest of several that differ"
                                           : "%u lights are the latest of several that differ",
                       differing->len);
  GtkWidget *headline = app_find_type (page, SUIVI_TYPE_HEADLINE_BOX);
  GtkWidget *rows = NULL;
  g_autoptr (SuiviScorecardRow) line = NULL;
  GtkWidget *shown = g_object_ref_sink (suivi_line_row_new ());

  g_assert_cmpuint (differing->len, >, 0);
  g_signal_emit_by_name (find_item (headline, text), "clicked");
  app_settle ();
  rows = get_rows_window ();
  g_assert_cmpuint (count_rows (rows), ==, differing->len);
  g_assert_cmpuint (count_marked (rows), ==, differing->len);
  app_save_screenshot (rows, "scorecard-differing");
  close_rows (rows);

  /* In other lists, too: among all that are graded, these are marked. */
  g_signal_emit_by_name (app_find_visible (headline, GTK_TYPE_BUTTON, 0), "clicked");
  app_settle ();
  rows = get_rows_window ();
  g_assert_cmpuint (count_rows (rows), >, differing->len);
  g_assert_cmpuint (count_marked (rows), ==, differing->len);
  close_rows (rows);

  /* The mark can be seen, and is told to those who do not see. */
  line = g_object_ref (g_ptr_array_index (differing, 0));
  suivi_line_row_set_line (SUIVI_LINE_ROW (shown), line);
  g_assert_true (gtk_widget_get_visible (app_find_text (shown, "≠ The latest of several that differ")));
  line->differs = FALSE;
  suivi_line_row_set_line (SUIVI_LINE_ROW (shown), line);
  g_assert_null (app_find_text (shown, "≠ The latest of several that differ"));
  g_object_unref (shown);
}

static void
add_judgement (GPtrArray *others, guint i, const char *organisation, const char *date, gboolean agreed)
{
  SuiviAssessment *assessment = suivi_assessment_new ();

  g_free (assessment->organisation);
  assessment->organisation = g_strdup (organisation);
  g_free (assessment->date);
  assessment->date = g_strdup (date);
  assessment->agreed = agreed;
  while (others->len <= i)
    g_ptr_array_add (others, g_ptr_array_new_with_free_func ((GDestroyNotify) suivi_assessment_free));
  g_ptr_array_add (g_ptr_array_index (others, i), assessment);
}

static void
assert_told (GPtrArray *others, const char *organisation, const char *date, const char *expected)
{
  g_autofree char *text = suivi_grade_others_to_text (others, organisation, date);

  g_assert_cmpstr (text, ==, expected);
}

/* Grading several: agreed on, graded later, graded earlier, on the same day, by ourselves, by nobody. */
static void
test_others (void)
{
  g_autoptr (GPtrArray) others = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref);

  add_judgement (others, 0, "", "2025-01-01", TRUE);
  add_judgement (others, 0, "Law Clinic", "2026-05-01", FALSE);
  add_judgement (others, 1, "School Union", "2026-05-01", FALSE);
  add_judgement (others, 1, "Law Clinic", "2026-07-01", FALSE);
  add_judgement (others, 2, "Law Clinic", "2026-05-01", FALSE);
  add_judgement (others, 3, "Law Clinic", "2026-06-01", FALSE);
  add_judgement (others, 4, "alvera  child NETWORK", "2026-05-01", FALSE);
  g_ptr_array_add (others, g_ptr_array_new ());

  assert_told (
    others, "Alvera Child Network", "2026-06-01",
    "You grade for Alvera Child Network. 2 of these have a judgement of another organisation. Yours will "
    "count, because it is the latest. 1 of these has a later judgement of another organisation, which goes "
    "on counting. 1 of these has an agreed grade, which goes on counting.");
  assert_told (
    others, "Law Clinic", "2026-08-01",
    "You grade for Law Clinic. 2 of these have a judgement of another organisation. Yours will count, "
    "because it is the latest. 1 of these has an agreed grade, which goes on counting.");
  /* The day is being typed; it is not known yet for whom. */
  assert_told (others, "Law Clinic", "2026-0", "You grade for Law Clinic.");
  assert_told (others, "", "2026-0", "");
}

/* ---- Another scale, another unit ---- */

static gpointer
freeze (SuiviStore *store, gpointer data, GCancellable *cancellable, GError **error)
{
  g_autoptr (SuiviEdition) edition = suivi_edition_new ("Index", "2026-11-20");
  g_autoptr (SuiviTransaction) step = suivi_store_begin (store, "Freeze", error);
  g_autoptr (GPtrArray) reviews = suivi_store_list_reviews (store, error);

  edition->review_id = g_strdup (((SuiviReview *) g_ptr_array_index (reviews, 0))->id);
  edition->unit = SUIVI_COUNTING_UNIT_STATE;
  edition->scale = GPOINTER_TO_UINT (data);
  g_assert_true (suivi_transaction_freeze_edition (step, edition, error));
  g_assert_true (suivi_transaction_commit (step, error));

  return suivi_scorecard_charts_load_edition (store, edition, error);
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
  g_assert_not_reached ();
}

/* Each grade of the scale opens as many as it says; together they are all. */
static void
assert_grades (GtkWidget *root, const SuiviScorecardCharts *charts)
{
  GtkWidget *label = app_find_text (root, suivi_scale_to_label (charts->scale));
  GtkWidget *legend = NULL;
  guint n_pairs = 0;
  guint n_recommendations = 0;

  g_assert_nonnull (label);
  g_assert_true (gtk_widget_get_visible (gtk_widget_get_parent (label)));
  legend = app_find_type (gtk_widget_get_parent (label), SUIVI_TYPE_LEGEND);
  for (guint i = 0; i < app_count_widgets (legend, GTK_TYPE_BUTTON); i++)
    {
      GtkWidget *item = app_find_widget (legend, GTK_TYPE_BUTTON, i);
      const char *text = gtk_label_get_text (GTK_LABEL (app_find_type (item, GTK_TYPE_LABEL)));
      const guint number = g_ascii_strtoull (strrchr (text, ' '), NULL, 10);
      g_autofree char *pairs = g_strdup_printf (number == 1 ? "%u pair of a recommendation and a State"
                                                            : "%u pairs of a recommendation and a State",
                                                number);
      GtkWidget *rows = NULL;

      g_assert_cmpuint (number, >, 0);
      g_signal_emit_by_name (item, "clicked");
      app_settle ();
      rows = get_rows_window ();
      g_assert_true (g_str_has_suffix (get_subtitle (rows), pairs));
      n_pairs += number;
      n_recommendations += count_rows (rows);
      close_rows (rows);
    }
  g_assert_cmpuint (n_pairs, ==, charts->grades.total);
  g_assert_cmpuint (n_recommendations, ==, charts->entries->len);
}

/* The sample: 40 recommendations, which 69 times a State made. */
static void
test_scale (AppFixture *fixture, gconstpointer data)
{
  GtkWidget *page = scorecard_open_page (fixture);
  g_autoptr (SuiviScorecardCharts) charts
             = app_run (suivi_window_get_workspace (fixture->window), freeze, (gpointer) data);
  GtkWidget *charts_view = app_find_type (page, SUIVI_TYPE_CHARTS_VIEW);
  GtkWidget *rows = NULL;
  g_autofree char *sentence = NULL;
  g_autofree char *opened = NULL;
  guint n = 0;

  /* Nothing of the kind in the working copy, which has lights. */
  scorecard_show_tab (page, "charts");
  g_assert_null (app_find_text (charts_view, "Traffic light"));

  g_assert_cmpuint (charts->grades.total, >, 40);
  g_assert_true (suivi_scale_tally_is_reconciled (&charts->grades));
  g_assert_cmpuint (charts->grades.total, ==, suivi_breakdown_get_whole (charts->breakdowns[0])->total);
  app_settle_workspace (suivi_window_get_workspace (fixture->window));
  gtk_drop_down_set_selected (scorecard_get_switcher (page), 1);
  app_settle_workspace (suivi_window_get_workspace (fixture->window));
  scorecard_show_tab (page, "summary");
  app_settle ();
  assert_grades (app_find_type (page, SUIVI_TYPE_EDITION_VIEW), charts);
  app_save_screenshot (GTK_WIDGET (fixture->window), "scorecard-scale");
  scorecard_show_tab (page, "charts");
  assert_grades (charts_view, charts);

  /* Every number says what it counts. */
  sentence
    = g_strdup_printf ("%u pairs of 40 recommendations and a State; the rows add up to all of them. "
                       "A recommendation counts once for every State that made it. Recommendations that "
                       "are supported in part are counted on their own.",
                       charts->grades.total);
  g_assert_nonnull (app_find_text (charts_view, sentence));
  n = suivi_scorecard_charts_count (charts, SUIVI_DIMENSION_POSITION, "supported", SUIVI_CHART_ANY_LIGHT);
  g_assert_cmpuint (n, >, 30);
  scorecard_activate_row (find_chart_row (charts_view, "Supported"));
  rows = get_rows_window ();
  opened = g_strdup_printf ("30 recommendations, %u pairs of a recommendation and a State", n);
  g_assert_cmpstr (get_subtitle (rows), ==, opened);
  app_save_screenshot (GTK_WIDGET (fixture->window), "scorecard-scale-charts");
  close_rows (rows);
}

/* ---- The parts of bars ---- */

static GtkGesture *
find_click (GtkWidget *widget)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (widget);

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (GTK_IS_GESTURE_CLICK (controller))
        return GTK_GESTURE (controller);
    }
  g_assert_not_reached ();
}

/* From where a part begins to where it ends there is no other. */
static void
test_find (AppFixture *fixture, gconstpointer data)
{
  const guint counts[SUIVI_N_LIGHTS]
    = { [SUIVI_LIGHT_GREEN] = 10, [SUIVI_LIGHT_AMBER] = 20, [SUIVI_LIGHT_GREY] = 10 };
  GtkWidget *page = scorecard_open_page (fixture);
  GtkWidget *bar = app_find_visible (page, SUIVI_TYPE_LIGHT_BAR, 0);
  const int width = gtk_widget_get_width (bar);
  SuiviLight light = SUIVI_LIGHT_RED;

  suivi_light_bar_set_counts (SUIVI_LIGHT_BAR (bar), counts);
  g_assert_true (suivi_light_bar_find (SUIVI_LIGHT_BAR (bar), 1, &light));
  g_assert_cmpint (light, ==, SUIVI_LIGHT_GREEN);
  g_assert_true (suivi_light_bar_find (SUIVI_LIGHT_BAR (bar), width / 4 + 4, &light));
  g_assert_cmpint (light, ==, SUIVI_LIGHT_AMBER);
  g_assert_true (suivi_light_bar_find (SUIVI_LIGHT_BAR (bar), 3 * width / 4 - 4, &light));
  g_assert_cmpint (light, ==, SUIVI_LIGHT_AMBER);
  g_assert_true (suivi_light_bar_find (SUIVI_LIGHT_BAR (bar), width - 1, &light));
  g_assert_cmpint (light, ==, SUIVI_LIGHT_GREY);
  gtk_widget_set_direction (bar, GTK_TEXT_DIR_RTL);
  g_assert_true (suivi_light_bar_find (SUIVI_LIGHT_BAR (bar), 1, &light));
  g_assert_cmpint (light, ==, SUIVI_LIGHT_GREY);
  gtk_widget_set_direction (bar, GTK_TEXT_DIR_LTR);

  /* As long as its share: nothing is behind its end. */
  suivi_light_bar_set_whole (SUIVI_LIGHT_BAR (bar), 80);
  g_assert_false (suivi_light_bar_find (SUIVI_LIGHT_BAR (bar), width - 1, &light));
  g_assert_true (suivi_light_bar_find (SUIVI_LIGHT_BAR (bar), width / 4, &light));
  g_assert_cmpint (light, ==, SUIVI_LIGHT_AMBER);
}

/* A part of the bar of all, a part of one bar, and the number below it open what they count. */
static void
test_parts (AppFixture *fixture, gconstpointer data)
{
  GtkWidget *page = scorecard_open_page (fixture);
  GtkWidget *view = app_find_type (page, SUIVI_TYPE_CHARTS_VIEW);
  SuiviFilter *shown = NULL;
  GtkWidget *row = NULL;
  SuiviLight light = SUIVI_LIGHT_GREY;

  g_signal_connect (page, "show-recommendations", G_CALLBACK (show_cb), &shown);
  scorecard_show_tab (page, "charts");
  gtk_test_widget_wait_for_draw (GTK_WIDGET (fixture->window));
  g_assert_true (
    suivi_light_bar_find (SUIVI_LIGHT_BAR (app_find_type (view, SUIVI_TYPE_LIGHT_BAR)), 2, &light));
  g_signal_emit_by_name (find_click (app_find_type (view, SUIVI_TYPE_LIGHT_BAR)), "released", 1, 2.0, 2.0);
  app_settle ();
  g_assert_nonnull (shown);
  g_assert_true (suivi_filter_has (shown, SUIVI_FACET_LIGHT, suivi_light_to_nick (light)));
  g_assert_null (suivi_filter_get (shown, SUIVI_FACET_POSITION)[0]);

  suivi_window_show_page (fixture->window, "scorecard");
  app_settle_workspace (suivi_window_get_workspace (fixture->window));
  row = find_chart_row (view, "Noted");
  g_signal_emit_by_name (find_click (app_find_type (row, SUIVI_TYPE_LIGHT_BAR)), "released", 1, 2.0, 2.0);
  app_settle ();
  g_assert_true (suivi_filter_has (shown, SUIVI_FACET_POSITION, "noted"));
  g_assert_cmpuint (g_strv_length ((char **) suivi_filter_get (shown, SUIVI_FACET_LIGHT)), ==, 1);

  /* Up to another day the recommendations page has other lights: a list of its own. */
  suivi_window_show_page (fixture->window, "scorecard");
  suivi_scorecard_page_set_cut_off (SUIVI_SCORECARD_PAGE (page), "2025-12-31");
  app_settle_workspace (suivi_window_get_workspace (fixture->window));
  g_clear_pointer (&shown, suivi_filter_free);
  row = find_chart_row (view, "Supported");
  for (guint i = 0; i < app_count_widgets (row, GTK_TYPE_BUTTON); i++)
    {
      GtkWidget *item = app_find_widget (row, GTK_TYPE_BUTTON, i);
      const char *text = gtk_label_get_text (GTK_LABEL (app_find_type (item, GTK_TYPE_LABEL)));
      const char *number = g_utf8_next_char (g_utf8_next_char (text));
      GtkWidget *rows = NULL;

      g_signal_emit_by_name (item, "clicked");
      app_settle ();
      g_assert_null (shown);
      rows = get_rows_window ();
      g_assert_cmpuint (count_rows (rows), ==, g_ascii_strtoull (number, NULL, 10));
      g_assert_true (g_str_has_prefix (gtk_window_get_title (GTK_WINDOW (rows)), "Supported: "));
      close_rows (rows);
    }
  /* Several lights: else this would prove little. */
  g_assert_cmpuint (app_count_widgets (row, GTK_TYPE_BUTTON), >, 1);
}

/* ---- What can be read ---- */

static GdkRGBA
blend (const GdkRGBA *over, const GdkRGBA *under)
{
  return (GdkRGBA){ over->red * over->alpha + under->red * (1 - over->alpha),
                    over->green * over->alpha + under->green * (1 - over->alpha),
                    over->blue * over->alpha + under->blue * (1 - over->alpha), 1 };
}

static double
linear (double part)
{
  return part <= 0.03928 ? part / 12.92 : pow ((part + 0.055) / 1.055, 2.4);
}

/* As WCAG 2.1 defines it. */
static double
get_luminance (const GdkRGBA *color)
{
  return 0.2126 * linear (color->red) + 0.7152 * linear (color->green) + 0.0722 * linear (color->blue);
}

static double
get_contrast (const GdkRGBA *a, const GdkRGBA *b)
{
  const double one = get_luminance (a) + 0.05;
  const double other = get_luminance (b) + 0.05;

  return MAX (one, other) / MIN (one, other);
}

static GdkRGBA
look_up (GtkWidget *widget, const char *format, const char *light)
{
  g_autofree char *name = light != NULL ? g_strdup_printf ("suivi_%s_%s", light, format) : g_strdup (format);
  GdkRGBA color = { 0 };

  g_assert_true (gtk_style_context_lookup_color (gtk_widget_get_style_context (widget), name, &color));

  return color;
}

/* The figures on every colour, light and dark: 4.5 to 1. */
static void
test_contrast (AppFixture *fixture, gconstpointer data)
{
  static const AdwColorScheme schemes[] = { ADW_COLOR_SCHEME_FORCE_LIGHT, ADW_COLOR_SCHEME_FORCE_DARK };
  GtkWidget *page = scorecard_open_page (fixture);
  GtkWidget *bar = app_find_type (page, SUIVI_TYPE_LIGHT_BAR);

  for (gsize i = 0; i < G_N_ELEMENTS (schemes); i++)
    {
      adw_style_manager_set_color_scheme (adw_style_manager_get_default (), schemes[i]);
      app_settle ();
      for (guint light = 0; light < SUIVI_N_LIGHTS; light++)
        {
          const GdkRGBA window = look_up (bar, "window_bg_color", NULL);
          const GdkRGBA card = look_up (bar, "card_bg_color", NULL);
          const GdkRGBA below = blend (&card, &window);
          const GdkRGBA part = look_up (bar, "bg_color", suivi_light_to_nick (light));
          const GdkRGBA figures = look_up (bar, "fg_color", suivi_light_to_nick (light));
          const GdkRGBA shown = blend (&part, &below);
          const GdkRGBA written = blend (&figures, &shown);

          g_test_message ("%s: %.2f", suivi_light_to_nick (light), get_contrast (&written, &shown));
          g_assert_cmpfloat (get_contrast (&written, &shown), >=, 4.5);
        }
    }
  adw_style_manager_set_color_scheme (adw_style_manager_get_default (), ADW_COLOR_SCHEME_DEFAULT);
}

/* No sign is torn from its word, and no item stands alone below all others. */
static void
test_legend (AppFixture *fixture, gconstpointer data)
{
  const guint lights[SUIVI_N_LIGHTS] = { 205, 29, 165, 18, 0 };
  GtkWidget *window = gtk_window_new ();
  GtkWidget *legend = g_object_new (SUIVI_TYPE_LEGEND, NULL);
  guint n_seen[6] = { 0 };

  suivi_legend_set_lights (SUIVI_LEGEND (legend), lights);
  gtk_window_set_child (GTK_WINDOW (window), legend);
  gtk_window_present (GTK_WINDOW (window));
  app_settle ();
  for (int width = 800; width >= 160; width -= 10)
    {
      int height = 0;
      int first_y = -1;
      int last_y = -1;
      guint n_lines = 0;
      guint n_first = 0;
      guint n_last = 0;

      gtk_widget_measure (legend, GTK_ORIENTATION_VERTICAL, width, NULL, &height, NULL, NULL);
      gtk_widget_size_allocate (legend, &(GtkAllocation){ 0, 0, width, height }, -1);
      for (GtkWidget *child = gtk_widget_get_first_child (legend); child != NULL;
           child = gtk_widget_get_next_sibling (child))
        {
          GtkAllocation place;

          gtk_widget_get_allocation (child, &place);
          g_assert_cmpint (place.x + place.width, <=, width);
          g_assert_cmpuint (pango_layout_get_line_count (gtk_label_get_layout (GTK_LABEL (child))), ==, 1);
          if (place.y != last_y)
            {
              n_lines++;
              n_last = 0;
            }
          last_y = place.y;
          first_y = first_y < 0 ? place.y : first_y;
          n_first += place.y == first_y;
          n_last++;
        }
      n_seen[n_lines]++;
      /* 5, 3 + 2, 2 + 2 + 1, or one below the other. */
      g_assert_cmpuint (n_lines, !=, 4);
      g_assert_cmpuint (n_first, <=, n_last + 1);
    }
  g_assert_cmpuint (n_seen[1], >, 0);
  g_assert_cmpuint (n_seen[2], >, 0);
  g_assert_cmpuint (n_seen[3], >, 0);
  g_assert_cmpuint (n_seen[5], >, 0);
  gtk_window_destroy (GTK_WINDOW (window));
}

/* Bars that stand below each other begin below each other, however long the words before them are. */
static void
test_positions (void)
{
  static const char *const titles[]
    = { "Noted", "Supported in part", "Voluntary commitment", "Obdachlosenunterstützung und mehr" };
  const guint lights[SUIVI_N_LIGHTS] = { 1, 1, 1, 1, 1 };
  int width = 0;

  for (gsize i = 0; i < G_N_ELEMENTS (titles); i++)
    {
      GtkWidget *row = g_object_ref_sink (suivi_tally_row_new (titles[i], lights, 5, FALSE));
      int natural = 0;

      gtk_widget_measure (app_find_text (row, titles[i]), GTK_ORIENTATION_HORIZONTAL, -1, NULL, &natural,
                          NULL, NULL);
      g_test_message ("%s: %d", titles[i], natural);
      if (i > 0)
        g_assert_cmpint (natural, ==, width);
      width = natural;
      g_object_unref (row);
    }
}

#define ADD(path, function, data)                                                           \
  g_test_add ("/app/scorecard-parts/" path, AppFixture, data, app_fixture_set_up, function, \
              app_fixture_tear_down)

int
main (int argc, char *argv[])
{
  app_test_init (&argc, &argv);

  ADD ("differing", test_differing, NULL);
  g_test_add_func ("/app/scorecard-parts/others", test_others);
  ADD ("scale/iri", test_scale, GUINT_TO_POINTER (SUIVI_SCALE_IRI));
  ADD ("scale/extent", test_scale, GUINT_TO_POINTER (SUIVI_SCALE_EXTENT));
  ADD ("find", test_find, NULL);
  ADD ("parts", test_parts, NULL);
  ADD ("contrast", test_contrast, NULL);
  ADD ("legend", test_legend, NULL);
  g_test_add_func ("/app/scorecard-parts/positions", test_positions);

  return g_test_run ();
}
