/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "review-fixture.h"

/* Recommendation i of the fixture; the numbers in the tests follow from these rules. */
static SuiviRecommendation *
create_recommendation (const char *review_id, guint i)
{
  static const char *const states[] = { "FRA", "TGO", "NPL", "ZMB", "BGD" };
  static const char *const themes[] = { "Education", "Health", "Justice" };
  SuiviRecommendation *row = suivi_recommendation_new ();
  const char *row_states[] = { states[i % 5], i % 2 == 0 ? states[(i + 1) % 5] : NULL, NULL };
  const char *row_themes[] = { themes[i % 3], NULL };
  const char *row_groups[] = { i % 4 == 0 ? "Children" : NULL, NULL };
  const char *row_sdgs[] = { i % 2 == 0 ? "4" : "16.2", NULL };

  row->review_id = g_strdup (review_id);
  row->number = g_strdup_printf ("140.%u", i);
  row->text = g_strdup_printf ("Adopt plan %u for the %s of all", i, i % 10 == 0 ? "Égalité" : "schools");
  row->original = g_strdup_printf ("140.%u %s", i, row->text);
  row->position = i % 9 == 0 ? SUIVI_POSITION_NOTED : SUIVI_POSITION_SUPPORTED;
  row->position_word = g_strdup (i % 9 == 0 ? "Noted" : "Supported");
  row->child_focused = i % 4 == 0;
  suivi_recommendation_set_lists (row, row_states, row_themes, row_groups, row_sdgs);

  return row;
}

static void
fill_generated (SuiviTransaction *transaction, guint n)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SuiviReview) review = suivi_review_new ("XAL", 48);

  suivi_transaction_put_review (transaction, review, &error);
  g_assert_no_error (error);
  for (guint i = 1; i <= n; i++)
    {
      g_autoptr (SuiviRecommendation) row = create_recommendation (review->id, i);

      suivi_transaction_put_recommendation (transaction, row, &error);
      g_assert_no_error (error);
    }
}

static void
fill_workspace (const char *path, ReviewFill fill, guint n)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SuiviStore) store = suivi_store_create (path, &error);
  g_autoptr (SuiviTransaction) transaction = NULL;

  g_assert_no_error (error);
  transaction = suivi_store_begin (store, "Fill", &error);
  g_assert_no_error (error);
  if (fill != NULL)
    fill (transaction);
  else
    fill_generated (transaction, n);
  suivi_transaction_commit (transaction, &error);
  g_assert_no_error (error);
}

static void
opened_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  ReviewFixture *self = user_data;
  g_autoptr (GError) error = NULL;

  self->workspace = suivi_workspace_open_finish (result, &error);
  g_assert_no_error (error);
}

static gboolean
is_open (gpointer data)
{
  return ((ReviewFixture *) data)->workspace != NULL;
}

static ReviewFixture *
create_fixture (ReviewFill fill, guint n)
{
  ReviewFixture *self = g_new0 (ReviewFixture, 1);
  g_autoptr (GError) error = NULL;
  GtkWidget *overlay = adw_toast_overlay_new ();

  self->folder = g_dir_make_tmp ("suivi-test-XXXXXX", &error);
  g_assert_no_error (error);
  self->path = g_build_filename (self->folder, "test.suivi", NULL);
  fill_workspace (self->path, fill, n);

  suivi_workspace_open_async (self->path, FALSE, "Ann Alvera", "", NULL, opened_cb, self);
  app_wait_until (is_open, self);

  self->window = GTK_WINDOW (adw_window_new ());
  self->page = g_object_new (SUIVI_TYPE_RECOMMENDATIONS_PAGE, "workspace", self->workspace, NULL);
  adw_toast_overlay_set_child (ADW_TOAST_OVERLAY (overlay), GTK_WIDGET (self->page));
  adw_window_set_content (ADW_WINDOW (self->window), overlay);
  gtk_window_set_default_size (self->window, 1000, 700);
  gtk_window_present (self->window);
  gtk_test_widget_wait_for_draw (GTK_WIDGET (self->window));
  review_fixture_settle (self);

  return self;
}

/**
 * review_fixture_new:
 * @n: how many recommendations, 0 and up
 */
ReviewFixture *
review_fixture_new (guint n)
{
  return create_fixture (NULL, n);
}

/**
 * review_fixture_new_filled:
 * @fill: puts reviews and recommendations into the workspace
 */
ReviewFixture *
review_fixture_new_filled (ReviewFill fill)
{
  return create_fixture (fill, 0);
}

/**
 * review_fixture_free:
 * @self: (transfer full): a fixture
 *
 * Also sees to it that nothing keeps page or workspace alive.
 */
void
review_fixture_free (ReviewFixture *self)
{
  review_fixture_settle (self);
  g_object_add_weak_pointer (G_OBJECT (self->page), (gpointer *) &self->page);
  gtk_window_destroy (self->window);
  app_settle ();
  g_assert_null (self->page);
  suivi_workspace_close (self->workspace);
  g_assert_finalize_object (g_steal_pointer (&self->workspace));
  suivi_workspace_wait_for_all ();

  app_remove_folder (self->folder);
  g_free (self->folder);
  g_free (self->path);
  g_free (self);
}

/**
 * review_fixture_settle:
 *
 * Waits until all that was asked of the workspace is answered and shown.
 */
void
review_fixture_settle (ReviewFixture *self)
{
  app_settle_workspace (self->workspace);
  g_assert_false (suivi_recommendation_list_get_loading (suivi_recommendations_page_get_list (self->page)));
}

/**
 * review_fixture_count_rows:
 *
 * Returns: how many rows the list shows
 */
guint
review_fixture_count_rows (ReviewFixture *self)
{
  return g_list_model_get_n_items (G_LIST_MODEL (suivi_recommendations_page_get_list (self->page)));
}

typedef struct
{
  ReviewFixture *fixture;
  const char *text;
} SearchWait;

static gboolean
search_arrived (gpointer data)
{
  SearchWait *wait = data;
  const char *known = suivi_filter_get_search (suivi_recommendations_page_get_filter (wait->fixture->page));

  return g_strcmp0 (known != NULL ? known : "", wait->text) == 0;
}

/**
 * review_fixture_search:
 *
 * Types into the search entry and waits for the rows.
 */
void
review_fixture_search (ReviewFixture *self, const char *text)
{
  SearchWait wait = { self, text };
  GtkWidget *entry = app_find_widget (GTK_WIDGET (self->page), GTK_TYPE_SEARCH_ENTRY, 0);

  gtk_editable_set_text (GTK_EDITABLE (entry), text);
  app_wait_until (search_arrived, &wait);
  review_fixture_settle (self);
}

/**
 * review_fixture_undo:
 *
 * Takes the last step back and waits until that is shown.
 */
void
review_fixture_undo (ReviewFixture *self)
{
  app_undo (self->workspace);
  review_fixture_settle (self);
}

static gboolean
row_is_read (gpointer data)
{
  return suivi_recommendation_item_get_recommendation (data) != NULL;
}

/**
 * review_fixture_wait_row:
 *
 * Returns: (transfer full): the recommendation of a row, once it was read
 */
SuiviRecommendation *
review_fixture_wait_row (ReviewFixture *self, guint position)
{
  g_autoptr (SuiviRecommendationItem) item
             = g_list_model_get_item (G_LIST_MODEL (suivi_recommendations_page_get_list (self->page)),
                                      position);

  g_assert_nonnull (item);
  app_wait_until (row_is_read, item);

  return suivi_recommendation_ref (suivi_recommendation_item_get_recommendation (item));
}

/**
 * review_fixture_select:
 * @text: text of a recommendation in the list
 *
 * Selects that row alone, and waits until it is shown beside the list.
 */
void
review_fixture_select (ReviewFixture *self, const char *text)
{
  guint n = review_fixture_count_rows (self);

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (SuiviRecommendation) row = review_fixture_wait_row (self, i);

      if (!g_str_equal (row->text, text))
        continue;
      gtk_selection_model_select_item (suivi_recommendations_page_get_selection (self->page), i, TRUE);
      review_fixture_settle (self);
      return;
    }
  g_error ("No row says “%s”", text);
}

/**
 * review_find_label:
 *
 * Returns: (transfer none) (nullable): a visible label with that text below @root
 */
GtkWidget *
review_find_label (GtkWidget *root, const char *text)
{
  for (guint i = 0;; i++)
    {
      GtkWidget *label = app_find_widget (root, GTK_TYPE_LABEL, i);

      if (label == NULL)
        return NULL;
      if (gtk_widget_get_mapped (label) && g_strcmp0 (gtk_label_get_label (GTK_LABEL (label)), text) == 0)
        return label;
    }
}
