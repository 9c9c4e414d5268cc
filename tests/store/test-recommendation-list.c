/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "store/recommendation-list.h"
#include "tests/store/fixture.h"

#define WAIT_SECONDS 10

typedef struct
{
  Fixture base;
  SuiviWorkspace *workspace;
  SuiviRecommendationList *list;
  GString *log; /* "2-1+1": at row 2, one removed, one added */
} Context;

static gboolean
timeout_cb (gpointer user_data)
{
  g_error ("no answer within %d seconds", WAIT_SECONDS);
  return G_SOURCE_REMOVE;
}

static void
open_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Context *context = user_data;
  g_autoptr (GError) error = NULL;

  context->workspace = suivi_workspace_open_finish (result, &error);
  g_assert_no_error (error);
}

static void
items_changed_cb (GListModel *model, guint position, guint removed, guint added, Context *context)
{
  g_string_append_printf (context->log, "%u-%u+%u ", position, removed, added);
  /* The number of rows is true while the change is told. */
  g_assert_cmpuint (position + added, <=, g_list_model_get_n_items (model));
}

static void
wait_for_list (Context *context)
{
  guint timeout = g_timeout_add_seconds (WAIT_SECONDS, timeout_cb, NULL);

  while (suivi_recommendation_list_get_loading (context->list))
    g_main_context_iteration (NULL, TRUE);
  g_source_remove (timeout);
}

/* Two jobs in a row: when the second has answered, so has everything asked before the first. */
static void
barrier_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  gboolean *done = user_data;

  suivi_workspace_run_finish (SUIVI_WORKSPACE (source), result, NULL);
  *done = TRUE;
}

static gpointer
no_work (SuiviStore *store, gpointer data, GCancellable *cancellable, GError **error)
{
  return NULL;
}

static void
settle (Context *context)
{
  guint timeout = g_timeout_add_seconds (WAIT_SECONDS, timeout_cb, NULL);

  for (guint i = 0; i < 3; i++)
    {
      gboolean done = FALSE;

      while (g_main_context_iteration (NULL, FALSE))
        ;
      suivi_workspace_run_async (context->workspace, no_work, NULL, NULL, NULL, NULL, barrier_cb, &done);
      while (!done)
        g_main_context_iteration (NULL, TRUE);
    }
  g_source_remove (timeout);
}

static void
set_up (Context *context, gconstpointer data)
{
  fixture_set_up (&context->base, data);
  fill (&context->base);
  g_clear_pointer (&context->base.store, suivi_store_close);
  suivi_workspace_open_async (context->base.path, FALSE, "A", "", NULL, open_cb, context);
  while (context->workspace == NULL)
    g_main_context_iteration (NULL, TRUE);
  context->list = suivi_recommendation_list_new (context->workspace);
  context->log = g_string_new (NULL);
  g_signal_connect (context->list, "items-changed", G_CALLBACK (items_changed_cb), context);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (context->list)), ==, 0);
  wait_for_list (context);
}

static void
tear_down (Context *context, gconstpointer data)
{
  settle (context);
  g_assert_finalize_object (g_steal_pointer (&context->list));
  g_assert_finalize_object (g_steal_pointer (&context->workspace));
  suivi_workspace_wait_for_all ();
  g_string_free (context->log, TRUE);
  fixture_tear_down (&context->base, data);
}

static char *
rows (Context *context)
{
  g_autoptr (GPtrArray) items = g_ptr_array_new_with_free_func (g_object_unref);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (context->list)); i++)
    g_ptr_array_add (items, g_list_model_get_item (G_LIST_MODEL (context->list), i));
  settle (context);
  for (guint i = 0; i < items->len; i++)
    {
      SuiviRecommendation *row = suivi_recommendation_item_get_recommendation (g_ptr_array_index (items, i));

      g_string_append_printf (text, "%s%s", i > 0 ? " " : "", row != NULL ? row->number : "?");
    }

  return g_string_free (text, FALSE);
}

static void
test_rows (Context *context, gconstpointer data)
{
  g_autofree char *text = rows (context);
  g_autoptr (SuiviRecommendationItem) first = g_list_model_get_item (G_LIST_MODEL (context->list), 0);
  g_autoptr (SuiviRecommendationItem) same = g_list_model_get_item (G_LIST_MODEL (context->list), 0);

  g_assert_cmpstr (context->log->str, ==, "0-0+6 ");
  g_assert_cmpstr (text, ==, "140.2 140.9 140.10 140.30 140.31 140.100");
  g_assert_true (first == same);
  g_assert_null (g_list_model_get_item (G_LIST_MODEL (context->list), 6));
  g_assert_cmpuint (suivi_recommendation_list_find (context->list, suivi_recommendation_item_get_key (first)),
                    ==, 0);
}

static void
test_filter (Context *context, gconstpointer data)
{
  g_autoptr (SuiviFilter) filter = suivi_filter_new ();
  g_autofree char *narrow = NULL;
  g_autofree char *wide = NULL;

  g_string_truncate (context->log, 0);
  suivi_filter_add (filter, SUIVI_FACET_STATE, "DEU");
  suivi_recommendation_list_set_filter (context->list, filter);
  g_assert_true (suivi_recommendation_list_get_loading (context->list));
  wait_for_list (context);
  /* 140.2 and 140.9 stay at the top. */
  g_assert_cmpstr (context->log->str, ==, "2-4+0 ");
  narrow = rows (context);
  g_assert_cmpstr (narrow, ==, "140.2 140.9");

  g_string_truncate (context->log, 0);
  suivi_recommendation_list_set_filter (context->list, filter);
  g_assert_false (suivi_recommendation_list_get_loading (context->list));
  suivi_filter_clear (filter, SUIVI_FACET_STATE);
  suivi_recommendation_list_set_filter (context->list, filter);
  wait_for_list (context);
  g_assert_cmpstr (context->log->str, ==, "2-0+4 ");
  wide = rows (context);
  g_assert_cmpstr (wide, ==, "140.2 140.9 140.10 140.30 140.31 140.100");
}

/* Typing fast: only the last filter counts. */
static void
test_fast_typing (Context *context, gconstpointer data)
{
  static const char *const typed[] = { "t", "tr", "tra", "trai", "train" };
  g_autofree char *text = NULL;

  for (gsize i = 0; i < G_N_ELEMENTS (typed); i++)
    {
      g_autoptr (SuiviFilter) filter = suivi_filter_new ();

      suivi_filter_set_search (filter, typed[i]);
      suivi_recommendation_list_set_filter (context->list, filter);
    }
  wait_for_list (context);
  text = rows (context);
  g_assert_cmpstr (text, ==, "140.30");
}

static void
test_sort (Context *context, gconstpointer data)
{
  g_autofree char *text = NULL;

  suivi_recommendation_list_set_sort (context->list, SUIVI_SORT_NUMBER, TRUE);
  wait_for_list (context);
  text = rows (context);
  g_assert_cmpstr (text, ==, "140.100 140.31 140.30 140.10 140.9 140.2");
}

static gpointer
grade_work (SuiviStore *store, gpointer data, GCancellable *cancellable, GError **error)
{
  g_autoptr (GPtrArray) found = suivi_store_find_number (store, NULL, "140.9", NULL);
  g_autoptr (SuiviAssessment) assessment = make_assessment (g_ptr_array_index (found, 0), SUIVI_LEVEL_DONE,
                                                            SUIVI_LEVEL_DONE, SUIVI_LEVEL_DONE, "2026-01-01");

  put_assessment (store, assessment, "Grade 140.9");
  return NULL;
}

static void
count_notify_cb (GObject *object, GParamSpec *pspec, guint *count)
{
  (*count)++;
}

/* After a step rows that stay are read anew, without the list being told to have changed. */
static void
test_follows_changes (Context *context, gconstpointer data)
{
  g_autoptr (SuiviFilter) filter = suivi_filter_new ();
  g_autoptr (SuiviRecommendationItem) second = g_list_model_get_item (G_LIST_MODEL (context->list), 1);
  guint notified = 0;

  settle (context);
  g_string_truncate (context->log, 0);
  g_signal_connect (second, "notify::recommendation", G_CALLBACK (count_notify_cb), &notified);
  suivi_workspace_run_async (context->workspace, grade_work, NULL, NULL, NULL, NULL, NULL, NULL);
  settle (context);
  g_assert_cmpstr (context->log->str, ==, "");
  g_assert_cmpuint (notified, ==, 1);
  g_assert_cmpint (suivi_recommendation_item_get_recommendation (second)->light, ==, SUIVI_LIGHT_GREEN);

  /* With a filter on what was changed, the row leaves and comes back. */
  suivi_filter_add (filter, SUIVI_FACET_LIGHT, "grey");
  suivi_recommendation_list_set_filter (context->list, filter);
  wait_for_list (context);
  g_assert_cmpstr (context->log->str, ==, "1-1+0 ");
  g_string_truncate (context->log, 0);
  suivi_workspace_undo_async (context->workspace, NULL, NULL);
  settle (context);
  g_assert_cmpstr (context->log->str, ==, "1-0+1 ");
}

static gpointer
add_review_work (SuiviStore *store, gpointer data, GCancellable *cancellable, GError **error)
{
  g_autoptr (SuiviReview) review = suivi_review_new ("TGO", 40);
  g_autoptr (SuiviTransaction) transaction = suivi_store_begin (store, "Add a review", error);

  g_assert_true (suivi_transaction_put_review (transaction, review, error));
  g_assert_true (suivi_transaction_commit (transaction, error));
  return NULL;
}

/* A row tells its review only where there are several. */
static void
test_reviews (Context *context, gconstpointer data)
{
  g_autoptr (SuiviRecommendationItem) first = g_list_model_get_item (G_LIST_MODEL (context->list), 0);

  settle (context);
  g_assert_nonnull (suivi_recommendation_item_get_recommendation (first));
  g_assert_null (suivi_recommendation_item_get_review (first));
  suivi_workspace_run_async (context->workspace, add_review_work, NULL, NULL, NULL, NULL, NULL, NULL);
  settle (context);
  g_assert_nonnull (suivi_recommendation_item_get_review (first));
  g_assert_cmpstr (suivi_recommendation_item_get_review (first)->state, ==, "FRA");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

#define ADD(name, function) \
  g_test_add ("/store/recommendation-list/" name, Context, NULL, set_up, function, tear_down)
  ADD ("rows", test_rows);
  ADD ("filter", test_filter);
  ADD ("fast-typing", test_fast_typing);
  ADD ("sort", test_sort);
  ADD ("follows-changes", test_follows_changes);
  ADD ("reviews", test_reviews);
#undef ADD

  return g_test_run ();
}
