/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "app/cycle-label.h"
#include "app/overview/light-bar.h"
#include "app/overview/overview-page.h"
#include "app/relative-time.h"
#include "app/scorecard/scorecard-page.h"
#include "app/settings.h"
#include "app/state-picker.h"
#include "store/transaction.h"
#include "test-utils.h"

static void
test_light_bar (void)
{
  /* grey, red, amber, green */
  const guint counts[SUIVI_N_LIGHTS] = { 3, 0, 1, 12 };
  const guint none[SUIVI_N_LIGHTS] = { 0, 0, 0, 0 };
  GtkWidget *bar = g_object_ref_sink (suivi_light_bar_new ());
  g_autofree char *words = suivi_light_bar_describe (counts, NULL);
  g_autofree char *nothing = suivi_light_bar_describe (none, NULL);

  g_assert_cmpstr (words, ==, "Implemented: 12 · Some progress: 1 · Not assessed: 3");
  g_assert_cmpstr (nothing, ==, "");
  suivi_light_bar_set_counts (SUIVI_LIGHT_BAR (bar), counts);
  gtk_test_accessible_assert_role (bar, GTK_ACCESSIBLE_ROLE_IMG);
  gtk_test_accessible_assert_property (bar, GTK_ACCESSIBLE_PROPERTY_LABEL, words);
  g_assert_cmpstr (gtk_widget_get_tooltip_text (bar), ==, words);
  suivi_light_bar_set_counts (SUIVI_LIGHT_BAR (bar), none);
  gtk_test_accessible_assert_property (bar, GTK_ACCESSIBLE_PROPERTY_LABEL, "No recommendations");
  g_assert_finalize_object (bar);
}

static void
test_relative_time (void)
{
  g_autoptr (GDateTime) now = g_date_time_new_utc (2026, 11, 22, 12, 0, 0);
  static const struct
  {
    int seconds;
    const char *words;
  } cases[] = {
    { -30, "just now" },
    { 59, "just now" },
    { 60, "1 minute ago" },
    { 59 * 60, "59 minutes ago" },
    { 3600, "1 hour ago" },
    { 23 * 3600, "23 hours ago" },
    { 24 * 3600, "1 day ago" },
    { 6 * 24 * 3600, "6 days ago" },
    { 7 * 24 * 3600, "15 November 2026" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GDateTime) then = g_date_time_add_seconds (now, -cases[i].seconds);
      g_autofree char *words = suivi_relative_time_from (then, now);

      g_assert_cmpstr (words, ==, cases[i].words);
    }
}

static void
test_state_picker (void)
{
  GtkWidget *picker = g_object_ref_sink (suivi_state_picker_new ());

  g_assert_null (suivi_state_picker_get_state (SUIVI_STATE_PICKER (picker)));
  suivi_state_picker_set_state (SUIVI_STATE_PICKER (picker), "SVN");
  g_assert_cmpstr (suivi_state_picker_get_state (SUIVI_STATE_PICKER (picker)), ==, "SVN");
  suivi_state_picker_set_state (SUIVI_STATE_PICKER (picker), "QQQ");
  g_assert_null (suivi_state_picker_get_state (SUIVI_STATE_PICKER (picker)));
  g_assert_finalize_object (picker);
}

static gboolean
search_has_focus (gpointer window)
{
  GtkWidget *focus = gtk_window_get_focus (window);

  return focus != NULL && gtk_widget_get_ancestor (focus, GTK_TYPE_SEARCH_ENTRY) != NULL;
}

/* Who opens the list of two hundred States types at once. */
static void
test_state_search (void)
{
  GtkWidget *window = gtk_window_new ();
  GtkWidget *picker = suivi_state_picker_new ();

  gtk_window_set_child (GTK_WINDOW (window), picker);
  gtk_window_present (GTK_WINDOW (window));
  app_settle ();
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (app_find_type (picker, GTK_TYPE_TOGGLE_BUTTON)), TRUE);
  app_wait_until (search_has_focus, window);
  gtk_window_destroy (GTK_WINDOW (window));
}

static void
show_cb (SuiviOverviewPage *page, SuiviFilter *filter, SuiviFilter **answer)
{
  g_clear_pointer (answer, suivi_filter_free);
  *answer = suivi_filter_copy (filter);
}

static GtkWidget *
find_button_of (GtkWidget *label)
{
  return gtk_widget_get_ancestor (label, GTK_TYPE_BUTTON);
}

/* A number that is clicked opens exactly the recommendations that it counts. */
static void
test_numbers_open_lists (AppFixture *fixture, gconstpointer data)
{
  GtkWidget *page = NULL;
  SuiviFilter *filter = NULL;
  GtkWidget *row = NULL;

  app_fixture_open_sample (fixture);
  page = app_find_type (GTK_WIDGET (fixture->window), SUIVI_TYPE_OVERVIEW_PAGE);
  g_signal_connect (page, "show-recommendations", G_CALLBACK (show_cb), &filter);

  g_signal_emit_by_name (find_button_of (app_find_text (page, "Implemented")), "clicked");
  g_assert_nonnull (filter);
  g_assert_true (suivi_filter_has (filter, SUIVI_FACET_LIGHT, "green"));
  g_assert_cmpstr (suivi_window_get_page (fixture->window), ==, "recommendations");

  suivi_window_show_page (fixture->window, "overview");
  row = gtk_widget_get_ancestor (app_find_text (page, "Noted"), GTK_TYPE_LIST_BOX_ROW);
  g_signal_emit_by_name (gtk_widget_get_parent (row), "row-activated", row);
  g_assert_true (suivi_filter_has (filter, SUIVI_FACET_POSITION, "noted"));
  g_assert_false (suivi_filter_has (filter, SUIVI_FACET_LIGHT, "green"));
  suivi_filter_free (filter);
}

static gboolean
file_exists (gpointer data)
{
  return g_file_query_exists (G_FILE (data), NULL);
}

static void
test_export (AppFixture *fixture, gconstpointer data)
{
  g_autoptr (GFile) file = app_fixture_get_file (fixture, "scorecard.xlsx");
  GtkWidget *root = GTK_WIDGET (fixture->window);
  SuiviScorecardPage *page = NULL;

  app_fixture_open_sample (fixture);
  suivi_window_show_page (fixture->window, "scorecard");
  page = SUIVI_SCORECARD_PAGE (app_find_type (root, SUIVI_TYPE_SCORECARD_PAGE));
  app_save_screenshot (root, "scorecard");
  suivi_scorecard_page_export (page, file);
  app_wait_until (file_exists, file);
  app_wait_for_text (root, "Scorecard exported");
}

/* The name of the file says the format. */
static void
test_export_format (AppFixture *fixture, gconstpointer data)
{
  g_autofree char *name = g_strconcat ("scorecard.", data, NULL);
  g_autoptr (GFile) file = app_fixture_get_file (fixture, name);
  GtkWidget *root = GTK_WIDGET (fixture->window);
  SuiviScorecardPage *page = NULL;

  app_fixture_open_sample (fixture);
  suivi_window_show_page (fixture->window, "scorecard");
  page = SUIVI_SCORECARD_PAGE (app_find_type (root, SUIVI_TYPE_SCORECARD_PAGE));
  suivi_scorecard_page_export (page, file);
  app_wait_until (file_exists, file);
  app_wait_for_text (root, "Scorecard exported");
}

/* Before anybody graded anything, nothing is graded. */
static void
test_cut_off (AppFixture *fixture, gconstpointer data)
{
  SuiviScorecardPage *page = NULL;

  app_fixture_open_sample (fixture);
  suivi_window_show_page (fixture->window, "scorecard");
  page = SUIVI_SCORECARD_PAGE (app_find_type (GTK_WIDGET (fixture->window), SUIVI_TYPE_SCORECARD_PAGE));
  suivi_scorecard_page_set_cut_off (page, "2001-02-30");
  g_assert_cmpstr (suivi_scorecard_page_get_cut_off (page), !=, "2001-02-30");
  suivi_scorecard_page_set_cut_off (page, "2001-02-28");
  g_assert_cmpstr (suivi_scorecard_page_get_cut_off (page), ==, "2001-02-28");
  app_wait_for_text (GTK_WIDGET (page), "0 of 40 graded");
  g_assert_nonnull (app_find_text (GTK_WIDGET (page), "28 February 2001"));
}

/* A scorecard needs an author: without a name the page asks for it instead of exporting. */
static void
test_export_asks_for_name (AppFixture *fixture, gconstpointer data)
{
  GtkWidget *root = GTK_WIDGET (fixture->window);
  GtkWidget *page = NULL;
  GtkWidget *name = NULL;
  g_autofree char *author = NULL;

  app_fixture_open_sample (fixture);
  suivi_window_show_page (fixture->window, "scorecard");
  app_wait_for_text (root, "Before it is published");
  page = app_find_type (root, SUIVI_TYPE_SCORECARD_PAGE);
  name = app_find_type (page, ADW_TYPE_ENTRY_ROW);
  g_settings_set_string (suivi_settings_get_default (), "user-name", " ");
  g_assert_cmpstr (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (name)), ==,
                   "Name: the scorecard needs it");
  app_settle ();

  gtk_widget_activate_action (page, "scorecard.export-as", "s", "pdf");
  g_assert_true (gtk_widget_has_css_class (name, "error"));
  g_assert_true (gtk_widget_is_ancestor (gtk_window_get_focus (GTK_WINDOW (root)), name));

  /* Kept when it is typed to the end. */
  gtk_editable_set_text (GTK_EDITABLE (name), "Maria K.");
  g_assert_true (gtk_widget_has_css_class (name, "error"));
  gtk_window_set_focus (GTK_WINDOW (root), NULL);
  author = suivi_settings_dup_author ();
  g_assert_cmpstr (author, ==, "Maria K.");
  g_assert_false (gtk_widget_has_css_class (name, "error"));
  g_assert_cmpstr (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (name)), ==, "Name");
  g_settings_reset (suivi_settings_get_default (), "user-name");
}

static void
test_cycle_label (void)
{
  g_autofree char *second = suivi_cycle_to_label (2);
  g_autofree char *fourth = suivi_cycle_to_label (4);
  g_autofree char *far = suivi_cycle_to_label (21);

  g_assert_cmpstr (second, ==, "2nd cycle");
  g_assert_cmpstr (fourth, ==, "4th cycle");
  g_assert_cmpstr (far, ==, "Cycle 21");
}

static gpointer
add_commitment (SuiviStore *store, gpointer data, GCancellable *cancellable, GError **error)
{
  g_autoptr (GPtrArray) reviews = suivi_store_list_reviews (store, error);
  g_autoptr (SuiviTransaction) transaction = suivi_store_begin (store, "Add", error);
  g_autoptr (SuiviRecommendation) pledge = suivi_recommendation_new ();
  g_autoptr (SuiviRecommendation) output = suivi_recommendation_new ();

  pledge->review_id = g_strdup (((SuiviReview *) g_ptr_array_index (reviews, 0))->id);
  pledge->number = g_strdup ("");
  pledge->text = g_strdup ("Plant a tree for each newborn");
  pledge->position = SUIVI_POSITION_COMMITMENT;
  g_assert_true (suivi_transaction_put_recommendation (transaction, pledge, error));
  g_free (output->mechanism);
  output->mechanism = g_strdup ("CRC");
  output->number = g_strdup ("12");
  output->text = g_strdup ("Water the trees");
  output->position = SUIVI_POSITION_NONE;
  g_assert_true (suivi_transaction_put_recommendation (transaction, output, error));
  g_assert_true (suivi_transaction_commit (transaction, error));

  return NULL;
}

/* Commitments have a row where there is one; outputs of other mechanisms are not counted among the answers.
 * */
static void
test_commitment (AppFixture *fixture, gconstpointer data)
{
  GtkWidget *page = NULL;
  GtkWidget *row = NULL;
  SuiviFilter *filter = NULL;

  app_fixture_open_sample (fixture);
  page = app_find_type (GTK_WIDGET (fixture->window), SUIVI_TYPE_OVERVIEW_PAGE);
  g_assert_null (app_find_text (page, "Voluntary commitment"));

  suivi_workspace_run_async (suivi_window_get_workspace (fixture->window), add_commitment, NULL, NULL, NULL,
                             NULL, NULL, NULL);
  app_wait_for_text (page, "Voluntary commitment");
  app_wait_for_text (GTK_WIDGET (fixture->window), "41");
  row = gtk_widget_get_ancestor (app_find_text (page, "Voluntary commitment"), GTK_TYPE_LIST_BOX_ROW);
  g_assert_nonnull (app_find_text (row, "1"));
  g_signal_connect (page, "show-recommendations", G_CALLBACK (show_cb), &filter);
  g_signal_emit_by_name (gtk_widget_get_parent (row), "row-activated", row);
  g_assert_true (suivi_filter_has (filter, SUIVI_FACET_POSITION, "commitment"));
  suivi_filter_free (filter);
}

#define ADD(path, function) \
  g_test_add (path, AppFixture, NULL, app_fixture_set_up, function, app_fixture_tear_down)

int
main (int argc, char *argv[])
{
  app_test_init (&argc, &argv);

  g_test_add_func ("/app/light-bar", test_light_bar);
  g_test_add_func ("/app/relative-time", test_relative_time);
  g_test_add_func ("/app/state-picker", test_state_picker);
  g_test_add_func ("/app/state-search", test_state_search);
  ADD ("/app/overview/numbers-open-lists", test_numbers_open_lists);
  ADD ("/app/overview/commitment", test_commitment);
  ADD ("/app/scorecard/export", test_export);
  g_test_add ("/app/scorecard/export-pdf", AppFixture, "pdf", app_fixture_set_up, test_export_format,
              app_fixture_tear_down);
  g_test_add ("/app/scorecard/export-csv", AppFixture, "csv", app_fixture_set_up, test_export_format,
              app_fixture_tear_down);
  g_test_add ("/app/scorecard/export-json", AppFixture, "json", app_fixture_set_up, test_export_format,
              app_fixture_tear_down);
  ADD ("/app/scorecard/cut-off", test_cut_off);
  ADD ("/app/scorecard/export-asks-for-name", test_export_asks_for_name);
  g_test_add_func ("/app/cycle-label", test_cycle_label);

  return g_test_run ();
}
