/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gstdio.h>

#include "app/review-item.h"
#include "app/review-switcher.h"
#include "core/reference/states.h"
#include "store/transaction.h"
#include "test-utils.h"

/* Four reviews of each of 180 States: 720, and two recommendations in the first. */
#define N_STATES 180

static const guint sessions[] = { 2, 16, 30, 44 };

static SuiviStore *
create_store (const char *folder, guint n_states)
{
  g_autofree char *path = g_build_filename (folder, "reviews.suivi", NULL);
  const char *const *codes = suivi_states_get_codes ();
  g_autoptr (GError) error = NULL;
  SuiviStore *store = suivi_store_create (path, &error);
  g_autoptr (SuiviTransaction) transaction = NULL;

  g_assert_no_error (error);
  transaction = suivi_store_begin (store, "Fill", &error);
  for (guint i = 0; i < n_states; i++)
    {
      for (gsize j = 0; j < G_N_ELEMENTS (sessions); j++)
        {
          g_autoptr (SuiviReview) review = suivi_review_new (codes[i], sessions[j]);

          suivi_transaction_put_review (transaction, review, &error);
          g_assert_no_error (error);
          for (guint k = 1; i == 0 && j == 0 && k <= 2; k++)
            {
              g_autoptr (SuiviRecommendation) row = suivi_recommendation_new ();

              row->review_id = g_strdup (review->id);
              row->number = g_strdup_printf ("1.%u", k);
              row->text = g_strdup ("Plant a tree");
              suivi_transaction_put_recommendation (transaction, row, &error);
              g_assert_no_error (error);
            }
        }
    }
  suivi_transaction_commit (transaction, &error);
  g_assert_no_error (error);

  return store;
}

static void
remove_store (SuiviStore *store, const char *folder)
{
  g_autofree char *path = g_strdup (suivi_store_get_path (store));

  suivi_store_close (store);
  g_unlink (path);
  g_rmdir (folder);
}

static SuiviSummary *
load (SuiviStore *store, const char *review_id)
{
  g_autoptr (GError) error = NULL;
  SuiviSummary *summary = suivi_summary_load (store, review_id, NULL, &error);

  g_assert_no_error (error);

  return summary;
}

static void
test_items (void)
{
  g_autofree char *folder = g_dir_make_tmp ("suivi-switcher-XXXXXX", NULL);
  SuiviStore *store = create_store (folder, N_STATES);
  g_autoptr (SuiviSummary) summary = load (store, NULL);
  g_autoptr (GPtrArray) items = suivi_review_items_new (summary);
  const char *last_state = "";

  g_assert_cmpuint (items->len, ==, 1 + N_STATES * (1 + G_N_ELEMENTS (sessions)));
  g_assert_cmpint (suivi_review_item_get_kind (items->pdata[0]), ==, SUIVI_REVIEW_ITEM_ALL);
  g_assert_cmpstr (suivi_review_item_get_detail (items->pdata[0]), ==, "720 reviews");
  g_assert_cmpuint (suivi_review_item_get_count (items->pdata[0]), ==, 2);
  g_assert_null (suivi_review_item_get_review (items->pdata[0]));

  /* A heading, then its reviews, the latest first; headings as in a dictionary. */
  for (guint i = 1; i < items->len; i += 1 + G_N_ELEMENTS (sessions))
    {
      SuiviReviewItem *heading = items->pdata[i];

      g_assert_cmpint (suivi_review_item_get_kind (heading), ==, SUIVI_REVIEW_ITEM_STATE);
      g_assert_cmpstr (suivi_review_item_get_detail (heading), ==, "4 reviews");
      g_assert_cmpint (g_utf8_collate (last_state, suivi_review_item_get_title (heading)), <, 0);
      last_state = suivi_review_item_get_title (heading);
      g_assert_cmpstr (suivi_review_item_get_title (items->pdata[i + 1]), ==, "4th cycle · session 44");
      g_assert_cmpstr (suivi_review_item_get_title (items->pdata[i + 4]), ==, "1st cycle · session 2");
      g_assert_nonnull (suivi_review_item_get_review (items->pdata[i + 4]));
    }

  remove_store (store, folder);
}

static guint
count_matches (GPtrArray *items, const char *needle)
{
  g_auto (GStrv) words = g_strsplit (needle, " ", -1);
  guint n = 0;

  for (guint i = 0; i < items->len; i++)
    n += suivi_review_item_matches (items->pdata[i], (const char *const *) words);

  return n;
}

static void
test_search (void)
{
  g_autofree char *folder = g_dir_make_tmp ("suivi-switcher-XXXXXX", NULL);
  SuiviStore *store = create_store (folder, N_STATES);
  g_autoptr (SuiviSummary) summary = load (store, NULL);
  g_autoptr (GPtrArray) items = suivi_review_items_new (summary);

  g_assert_cmpuint (count_matches (items, ""), ==, items->len);
  /* The State, with its reviews. */
  g_assert_cmpuint (count_matches (items, "albania"), ==, 5);
  g_assert_cmpuint (count_matches (items, "alb 44"), ==, 2);
  /* A session, with the States that were examined in it. */
  g_assert_cmpuint (count_matches (items, "session 44"), ==, 2 * N_STATES);
  g_assert_cmpuint (count_matches (items, "albania 4th"), ==, 2);
  g_assert_cmpuint (count_matches (items, "nowhere"), ==, 0);

  remove_store (store, folder);
}

/* One review of a State needs no heading. */
static void
test_only (void)
{
  g_autofree char *folder = g_dir_make_tmp ("suivi-switcher-XXXXXX", NULL);
  SuiviStore *store = create_store (folder, 0);
  g_autoptr (SuiviReview) review = suivi_review_new ("SVN", 48);
  g_autoptr (SuiviTransaction) transaction = suivi_store_begin (store, "Add", NULL);
  g_autoptr (SuiviSummary) summary = NULL;
  g_autoptr (GPtrArray) items = NULL;

  suivi_transaction_put_review (transaction, review, NULL);
  g_assert_true (suivi_transaction_commit (transaction, NULL));
  g_clear_pointer (&transaction, suivi_transaction_free);
  summary = load (store, NULL);
  items = suivi_review_items_new (summary);
  g_assert_cmpuint (items->len, ==, 2);
  g_assert_cmpint (suivi_review_item_get_kind (items->pdata[1]), ==, SUIVI_REVIEW_ITEM_ONLY);
  g_assert_cmpstr (suivi_review_item_get_title (items->pdata[1]), ==, "Slovenia");
  g_assert_cmpstr (suivi_review_item_get_detail (items->pdata[1]), ==, "4th cycle · session 48");

  remove_store (store, folder);
}

static void
selected_cb (SuiviReviewSwitcher *switcher, const char *review_id, char **answer)
{
  g_free (*answer);
  *answer = g_strdup (review_id != NULL ? review_id : "all");
}

static gboolean
search_arrived (gpointer data)
{
  return app_find_text (data, "Albania") != NULL && app_find_text (data, "All reviews") == NULL;
}

/* 720 reviews open at once, and are searched while one types. */
static void
test_widget (void)
{
  g_autofree char *folder = g_dir_make_tmp ("suivi-switcher-XXXXXX", NULL);
  SuiviStore *store = create_store (folder, N_STATES);
  g_autoptr (SuiviReview) last
             = suivi_store_find_review (store, suivi_states_get_codes ()[N_STATES - 1], 30, NULL);
  g_autoptr (SuiviSummary) summary = load (store, last->id);
  g_autofree char *answer = NULL;
  GtkWidget *window = adw_window_new ();
  GtkWidget *button = gtk_menu_button_new ();
  GtkWidget *switcher = g_object_new (SUIVI_TYPE_REVIEW_SWITCHER, NULL);
  GtkWidget *list = NULL;
  gint64 start = 0;
  double seconds = 0;

  g_signal_connect (switcher, "review-selected", G_CALLBACK (selected_cb), &answer);
  suivi_review_switcher_set_summary (SUIVI_REVIEW_SWITCHER (switcher), summary);
  gtk_menu_button_set_popover (GTK_MENU_BUTTON (button), switcher);
  adw_window_set_content (ADW_WINDOW (window), button);
  gtk_window_present (GTK_WINDOW (window));
  gtk_test_widget_wait_for_draw (window);

  start = g_get_monotonic_time ();
  gtk_menu_button_popup (GTK_MENU_BUTTON (button));
  seconds = (g_get_monotonic_time () - start) / 1e6;
  g_test_minimized_result (seconds, "720 reviews open in %.0f ms", seconds * 1000);
  g_assert_cmpfloat (seconds, <, 2);
  gtk_test_widget_wait_for_draw (window);

  /* What is shown opens where it stands. */
  app_wait_for_text (switcher, suivi_state_get_name (last->state));
  app_save_screenshot (switcher, "switcher");

  gtk_editable_set_text (GTK_EDITABLE (app_find_type (switcher, GTK_TYPE_SEARCH_ENTRY)), "albania");
  app_wait_until (search_arrived, switcher);
  list = app_find_type (switcher, GTK_TYPE_LIST_VIEW);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (gtk_list_view_get_model (GTK_LIST_VIEW (list)))),
                    ==, 5);
  /* The name of a State cannot be chosen, its latest review can. */
  g_signal_emit_by_name (list, "activate", 0);
  g_assert_null (answer);
  g_signal_emit_by_name (list, "activate", 1);
  g_assert_nonnull (answer);
  g_assert_cmpuint (suivi_summary_find_review (summary, answer)->session, ==, 44);
  g_assert_cmpstr (suivi_summary_find_review (summary, answer)->state, ==, "ALB");
  g_assert_false (gtk_widget_get_visible (switcher));

  /* And back to all of them. */
  gtk_menu_button_popup (GTK_MENU_BUTTON (button));
  app_settle ();
  g_signal_emit_by_name (list, "activate", 0);
  g_assert_cmpstr (answer, ==, "all");

  gtk_window_destroy (GTK_WINDOW (window));
  app_settle ();
  remove_store (store, folder);
}

int
main (int argc, char *argv[])
{
  app_test_init (&argc, &argv);

  g_test_add_func ("/app/review-switcher/items", test_items);
  g_test_add_func ("/app/review-switcher/search", test_search);
  g_test_add_func ("/app/review-switcher/only", test_only);
  g_test_add_func ("/app/review-switcher/widget", test_widget);

  return g_test_run ();
}
