/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Types into a draft of 200 words, as fast as a good typist, and prints how long the main loop was ever kept from
 * answering: an editor that stalls for more than a frame (16 ms) is felt. */

#include "config.h"

#include <stdlib.h>
#include <time.h>

#include "app/application.h"
#include "app/drafting/draft-editor.h"
#include "app/drafting/draft-view.h"
#include "app/settings.h"
#include "core/drafting/analysis.h"

#define N_WORDS 200
#define N_KEYS  200
#define KEY_MS  40
#define MAX_MS  16.0

typedef struct
{
  GMainLoop *loop;
  GtkTextBuffer *buffer;
  guint n_keys;
  gint64 worst_key; /* µs: what one key took */
} Bench;

static GPollFunc poll_func;
static gint64 polled_until;
static gint64 used_until;
static GArray *turns;
static GArray
  *cpu_turns; /* as turns, but only what this thread computed: other programs may keep the machine busy */

static gint64
get_thread_time (void)
{
  struct timespec time = { 0 };

  clock_gettime (CLOCK_THREAD_CPUTIME_ID, &time);

  return (gint64) time.tv_sec * 1000000 + time.tv_nsec / 1000;
}

/* What lies between two waits of the main loop is what nothing else could happen in. */
static int
measuring_poll (GPollFD *fds, guint n_fds, int timeout)
{
  gint64 now = g_get_monotonic_time ();
  gint64 took = now - polled_until;
  gint64 used = get_thread_time () - used_until;
  int result = 0;

  if (turns != NULL && polled_until != 0)
    {
      g_array_append_val (turns, took);
      g_array_append_val (cpu_turns, used);
    }
  result = poll_func (fds, n_fds, timeout);
  polled_until = g_get_monotonic_time ();
  used_until = get_thread_time ();

  return result;
}

static gboolean
type_cb (gpointer data)
{
  Bench *bench = data;
  static const char sentence[] = "take all necessary measures to protect children ";
  char key[2] = { sentence[bench->n_keys % (sizeof sentence - 1)], '\0' };
  gint64 start = g_get_monotonic_time ();

  gtk_text_buffer_insert_at_cursor (bench->buffer, key, 1);
  bench->worst_key = MAX (bench->worst_key, g_get_monotonic_time () - start);
  if (++bench->n_keys == N_KEYS)
    {
      g_main_loop_quit (bench->loop);
      return G_SOURCE_REMOVE;
    }

  /* Now and then a pause, in which the text is analysed. */
  g_timeout_add (bench->n_keys % 8 == 0 ? 250 : KEY_MS, type_cb, bench);

  return G_SOURCE_REMOVE;
}

static gboolean
quit_cb (gpointer data)
{
  g_main_loop_quit (data);

  return G_SOURCE_REMOVE;
}

static char *
create_text (void)
{
  static const char *const sentences[] = {
    "Amend the Civil Registration Act by 31 December 2028 so that every child is registered at birth.",
    "Strengthen efforts to protect children from all forms of violence, as appropriate.",
    "Consider ratifying the third Optional Protocol without delay.",
    "Continue to take steps to improve access to schools for children with disabilities.",
  };
  GString *text = g_string_new (NULL);
  guint words = 0;

  for (guint i = 0; words < N_WORDS; i++)
    {
      g_auto (GStrv) split = g_strsplit (sentences[i % G_N_ELEMENTS (sentences)], " ", -1);

      words += g_strv_length (split);
      g_string_append_printf (text, "%s ", sentences[i % G_N_ELEMENTS (sentences)]);
    }

  return g_string_free (text, FALSE);
}

static int
compare_turns (gconstpointer a, gconstpointer b)
{
  gint64 first = *(const gint64 *) a;
  gint64 second = *(const gint64 *) b;

  return (first > second) - (first < second);
}

/* Returns the longest, in ms. */
static double
print_turns (const char *name, GArray *all)
{
  double worst = 0;

  g_array_sort (all, compare_turns);
  worst = (double) g_array_index (all, gint64, all->len - 1) / 1000.0;
  g_print (
    "%u turns of the main loop, %s: median %.2f ms, 99%% below %.2f ms, worst %.2f ms (goal: %.0f ms)\n",
    all->len, name, (double) g_array_index (all, gint64, all->len / 2) / 1000.0,
    (double) g_array_index (all, gint64, all->len * 99 / 100) / 1000.0, worst, MAX_MS);

  return worst;
}

static void
opened_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  *(SuiviWorkspace **) user_data = suivi_workspace_open_finish (result, NULL);
}

static SuiviWorkspace *
open_workspace (const char *path)
{
  SuiviWorkspace *workspace = NULL;

  suivi_workspace_open_async (path, TRUE, "Ann Alvera", "", NULL, opened_cb, &workspace);
  while (workspace == NULL)
    g_main_context_iteration (NULL, TRUE);

  return workspace;
}

int
main (int argc, char *argv[])
{
  g_autofree char *folder = g_dir_make_tmp ("suivi-bench-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "drafts.suivi", NULL);
  g_autofree char *text = create_text ();
  g_autoptr (SuiviPriority) priority = suivi_priority_new ("SVN", "Violence");
  g_autoptr (SuiviDraft) draft = suivi_draft_new (priority->id, text, "en");
  g_autoptr (GPtrArray) drafts = g_ptr_array_new ();
  SuiviIssue issue = { priority, drafts };
  g_autoptr (SuiviWorkspace) workspace = NULL;
  g_autoptr (SuiviDraftSaver) saver = NULL;
  GtkWidget *editor = NULL;
  GtkWidget *window = NULL;
  GtkWidget *view = NULL;
  GtkTextIter end;
  Bench bench = { 0 };
  SuiviSupport support = { 0 };
  gint64 start = 0;
  double analysis_ms = 0;
  double worst_ms = 0;

  if (!gtk_init_check ())
    {
      g_print ("no display: nothing measured\n");
      return 77;
    }
  adw_init ();
  suivi_application_init_i18n ();

  workspace = open_workspace (path);
  saver = suivi_draft_saver_new (workspace);
  g_ptr_array_add (drafts, draft);
  editor = g_object_new (SUIVI_TYPE_DRAFT_EDITOR, NULL);
  suivi_draft_editor_set_workspace (SUIVI_DRAFT_EDITOR (editor), workspace, saver);
  window = adw_window_new ();
  gtk_window_set_default_size (GTK_WINDOW (window), 760, 760);
  adw_window_set_content (ADW_WINDOW (window), editor);
  suivi_draft_editor_set_draft (SUIVI_DRAFT_EDITOR (editor), &issue, draft, NULL);
  gtk_window_present (GTK_WINDOW (window));

  bench.loop = g_main_loop_new (NULL, FALSE);
  g_timeout_add (1500, quit_cb, bench.loop);
  g_main_loop_run (bench.loop);

  view = gtk_window_get_focus (GTK_WINDOW (window));
  suivi_draft_editor_focus_text (SUIVI_DRAFT_EDITOR (editor));
  view = gtk_window_get_focus (GTK_WINDOW (window));
  g_assert_true (SUIVI_IS_DRAFT_VIEW (view));
  bench.buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (view));
  gtk_text_buffer_get_end_iter (bench.buffer, &end);
  gtk_text_buffer_place_cursor (bench.buffer, &end);

  poll_func = g_main_context_get_poll_func (NULL);
  g_main_context_set_poll_func (NULL, measuring_poll);
  turns = g_array_new (FALSE, FALSE, sizeof (gint64));
  cpu_turns = g_array_new (FALSE, FALSE, sizeof (gint64));
  type_cb (&bench);
  g_main_loop_run (bench.loop);

  start = g_get_monotonic_time ();
  for (guint i = 0; i < 20; i++)
    suivi_analysis_unref (suivi_analysis_new (text, "en", &support));
  analysis_ms = (double) (g_get_monotonic_time () - start) / 20000.0;

  g_print ("analysis of %u words: %.2f ms\n", N_WORDS, analysis_ms);
  g_print ("%u keys: worst key %.2f ms\n", N_KEYS, (double) bench.worst_key / 1000.0);
  print_turns ("elapsed", turns);
  worst_ms = print_turns ("computed", cpu_turns);

  suivi_draft_editor_set_workspace (SUIVI_DRAFT_EDITOR (editor), NULL, NULL);
  gtk_window_destroy (GTK_WINDOW (window));
  suivi_workspace_close (workspace);
  g_clear_object (&saver);
  suivi_workspace_wait_for_all ();
  g_main_loop_unref (bench.loop);

  return worst_ms <= MAX_MS ? EXIT_SUCCESS : EXIT_FAILURE;
}
