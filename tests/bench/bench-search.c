/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * Search as one types, among 100,000 recommendations: how long until the rows are in the list, and how long
 * the main loop was kept from its other work. Aims: 95 of 100 searches within 50 ms; no stall over 16 ms (one
 * frame).
 */

#include "config.h"

#include <glib/gstdio.h>
#include <stdlib.h>

#include "store/recommendation-list.h"
#include "store/transaction.h"

#define N_ROWS       100000
#define AIM_MS       50.0
#define AIM_STALL_MS 16.0
/* GtkListView keeps about so many rows alive. */
#define N_VISIBLE 205

static const char *const syllables[] = { "ba", "de", "fi", "go", "ku",  "la",  "me",  "ni",   "po",  "ru",
                                         "sa", "te", "vi", "zo", "chi", "dra", "ple", "stro", "qua", "xen" };

/* The same words at every run: word i of an imaginary language of some 2,000 words, the first ones frequent.
 */
static void
append_word (GString *text, guint i)
{
  guint n = G_N_ELEMENTS (syllables);

  g_string_append (text, syllables[i % n]);
  g_string_append (text, syllables[(i / n + i) % n]);
  if (i % 3 != 0)
    g_string_append (text, syllables[(i / (n * 4) + 7 * i) % n]);
}

static guint
draw_word (GRand *random)
{
  double x = g_rand_double (random);

  return (guint) (2000 * x * x * x);
}

static SuiviRecommendation *
create_row (GRand *random, const char *review_id, guint i)
{
  static const char *const states[]
    = { "FRA", "TGO", "NPL", "ZMB", "BGD", "BRA", "SVN", "TUR", "CIV", "EST" };
  static const char *const themes[] = { "Education", "Health", "Justice", "Violence", "Equality", "Housing" };
  SuiviRecommendation *row = suivi_recommendation_new ();
  const char *row_states[] = { states[i % 10], i % 3 == 0 ? states[(i + 3) % 10] : NULL, NULL };
  const char *row_themes[] = { themes[i % 6], i % 2 == 0 ? themes[(i + 1) % 6] : NULL, NULL };
  const char *row_groups[] = { i % 4 == 0 ? "Children" : "Women", NULL };
  GString *text = g_string_new (NULL);
  guint n_words = g_rand_int_range (random, 12, 40);

  for (guint word = 0; word < n_words; word++)
    {
      if (word > 0)
        g_string_append_c (text, ' ');
      append_word (text, draw_word (random));
    }
  row->review_id = g_strdup (review_id);
  row->number = g_strdup_printf ("%u.%u", 100 + i / 300, i % 300 + 1);
  row->text = g_string_free (text, FALSE);
  row->position = i % 7 == 0 ? SUIVI_POSITION_NOTED : SUIVI_POSITION_SUPPORTED;
  row->child_focused = i % 4 == 0;
  suivi_recommendation_set_lists (row, row_states, row_themes, row_groups, NULL);

  return row;
}

static void
build_workspace (const char *path)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SuiviStore) store = suivi_store_create (path, &error);
  g_autoptr (SuiviReview) review = suivi_review_new ("XAL", 48);
  g_autoptr (SuiviTransaction) transaction = NULL;
  g_autoptr (GRand) random = g_rand_new_with_seed (20261122);

  if (store != NULL)
    transaction = suivi_store_begin (store, "Fill", &error);
  if (transaction != NULL)
    suivi_transaction_put_review (transaction, review, &error);
  for (guint i = 0; i < N_ROWS && error == NULL; i++)
    {
      g_autoptr (SuiviRecommendation) row = create_row (random, review->id, i);

      suivi_transaction_put_recommendation (transaction, row, &error);
    }
  if (error == NULL)
    suivi_transaction_commit (transaction, &error);
  if (error != NULL)
    g_error ("The workspace for the benchmark was not made: %s", error->message);
}

/* The time between two polls is the time in which the window could not have answered. */
static gint64 busy_since;
static gint64 longest_stall;
static GPollFunc original_poll;

static int
measuring_poll (GPollFD *fds, guint n_fds, int timeout)
{
  int result = 0;

  if (busy_since > 0)
    longest_stall = MAX (longest_stall, g_get_monotonic_time () - busy_since);
  result = original_poll (fds, n_fds, timeout);
  busy_since = g_get_monotonic_time ();

  return result;
}

static void
opened_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GError) error = NULL;

  *(SuiviWorkspace **) user_data = suivi_workspace_open_finish (result, &error);
  if (error != NULL)
    g_error ("The workspace for the benchmark was not opened: %s", error->message);
}

static void
wait_for_list (SuiviRecommendationList *list)
{
  while (suivi_recommendation_list_get_loading (list))
    g_main_context_iteration (NULL, TRUE);
}

static void
run_idle (guint milliseconds)
{
  gint64 end = g_get_monotonic_time () + milliseconds * 1000;

  while (g_get_monotonic_time () < end)
    {
      if (!g_main_context_iteration (NULL, FALSE))
        g_usleep (500);
    }
  busy_since = 0;
}

/* What a list view does with new rows: it asks for those that it shows, and holds them. */
static void
show_rows (SuiviRecommendationList *list, GPtrArray *shown)
{
  g_ptr_array_set_size (shown, 0);
  for (guint i = 0; i < N_VISIBLE; i++)
    {
      GObject *item = g_list_model_get_item (G_LIST_MODEL (list), i);

      if (item == NULL)
        break;
      g_ptr_array_add (shown, item);
    }
}

static int
compare_doubles (gconstpointer a, gconstpointer b)
{
  double first = *(const double *) a;
  double second = *(const double *) b;

  return (first > second) - (first < second);
}

static double
type_search (SuiviRecommendationList *list, const char *text, GPtrArray *shown)
{
  g_autoptr (SuiviFilter) filter = suivi_filter_new ();
  gint64 start = 0;
  double latency = 0;

  suivi_filter_set_search (filter, text);
  start = g_get_monotonic_time ();
  busy_since = start;
  suivi_recommendation_list_set_filter (list, filter);
  wait_for_list (list);
  latency = (g_get_monotonic_time () - start) / 1000.0;
  show_rows (list, shown);
  run_idle (30);

  return latency;
}

static void
remove_folder (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name = NULL;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      g_unlink (path);
    }
  g_rmdir (folder);
}

int
main (void)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *folder = g_dir_make_tmp ("suivi-bench-XXXXXX", &error);
  g_autofree char *path = NULL;
  g_autoptr (GArray) latencies = g_array_new (FALSE, FALSE, sizeof (double));
  g_autoptr (GPtrArray) shown = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GRand) random = g_rand_new_with_seed (7);
  g_autoptr (SuiviRecommendationList) list = NULL;
  SuiviWorkspace *workspace = NULL;
  gint64 start = g_get_monotonic_time ();
  double p50 = 0;
  double p95 = 0;
  double worst = 0;

  if (folder == NULL)
    {
      g_printerr ("No folder to work in: %s\n", error->message);
      return 77;
    }
  path = g_build_filename (folder, "bench.suivi", NULL);
  build_workspace (path);
  g_print ("%d recommendations written in %.1f s\n", N_ROWS, (g_get_monotonic_time () - start) / 1e6);

  suivi_workspace_open_async (path, FALSE, "Bench", NULL, NULL, opened_cb, &workspace);
  while (workspace == NULL)
    g_main_context_iteration (NULL, TRUE);
  start = g_get_monotonic_time ();
  list = suivi_recommendation_list_new (workspace);
  wait_for_list (list);
  g_print ("all of them in the list after %.1f ms\n", (g_get_monotonic_time () - start) / 1000.0);
  show_rows (list, shown);
  run_idle (100);

  original_poll = g_main_context_get_poll_func (NULL);
  g_main_context_set_poll_func (NULL, measuring_poll);

  /* Thirty searches of one or two words, letter by letter, then deleted at once. */
  for (guint i = 0; i < 30; i++)
    {
      g_autoptr (GString) text = g_string_new (NULL);

      append_word (text, draw_word (random));
      if (i % 3 == 0)
        {
          g_string_append_c (text, ' ');
          append_word (text, draw_word (random));
        }
      for (gsize length = 1; length <= text->len; length++)
        {
          g_autofree char *typed = g_strndup (text->str, length);
          double latency = type_search (list, typed, shown);

          g_array_append_val (latencies, latency);
        }
      {
        double latency = type_search (list, "", shown);

        g_array_append_val (latencies, latency);
      }
    }

  g_array_sort (latencies, compare_doubles);
  p50 = g_array_index (latencies, double, latencies->len / 2);
  p95 = g_array_index (latencies, double, latencies->len * 95 / 100);
  worst = g_array_index (latencies, double, latencies->len - 1);
  g_print ("%u searches: p50 %.1f ms, p95 %.1f ms, longest %.1f ms\n", latencies->len, p50, p95, worst);
  g_print ("longest stall of the main loop: %.1f ms\n", longest_stall / 1000.0);
  g_print ("ratio to the aim: p95 %.2f (of %.0f ms), stall %.2f (of %.0f ms)\n", p95 / AIM_MS, AIM_MS,
           longest_stall / 1000.0 / AIM_STALL_MS, AIM_STALL_MS);

  g_ptr_array_set_size (shown, 0);
  g_clear_object (&list);
  suivi_workspace_close (workspace);
  g_object_unref (workspace);
  suivi_workspace_wait_for_all ();
  remove_folder (folder);

  return EXIT_SUCCESS;
}
