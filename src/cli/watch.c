/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <signal.h>
#include <stdio.h>
#include <unistd.h>

#include <glib-unix.h>
#include <glib/gi18n-lib.h>

#include "cli/watch.h"

/* Often enough to look alive; short work ends before the first time and shows nothing. */
#define MILLISECONDS 250
#define CLEAR_TO_END "\033[K" /* what every terminal does since the VT100 */

struct _SuiviCliWatch
{
  GThread *thread;           /* (owned): runs loop while the work is done elsewhere */
  GMainContext *context;     /* (owned) */
  GMainLoop *loop;           /* (owned) */
  GCancellable *cancellable; /* (owned) */
  SuiviProgress *progress;   /* (owned) */
  const char *label;         /* (atomic) */
  gboolean shown;            /* touched by the thread alone, and after it ended */
};

/* The source goes with the first signal, so that a second one ends the program at once. A step that was begun
 * is rolled back then, too: by whoever opens the workspace next. */
static gboolean
interrupted_cb (gpointer user_data)
{
  SuiviCliWatch *self = user_data;

  g_cancellable_cancel (self->cancellable);

  return G_SOURCE_REMOVE;
}

static gboolean
tick_cb (gpointer user_data)
{
  SuiviCliWatch *self = user_data;
  const char *label = g_atomic_pointer_get (&self->label);

  if (label == NULL)
    return G_SOURCE_CONTINUE;

  fputc ('\r', stderr);
  /* Translators: progress on a terminal: what is done ("Reading"), and how much of it in percent */
  fprintf (stderr, _ ("%s… %.0f %%"), label, 100 * suivi_progress_get_fraction (self->progress));
  fputs (CLEAR_TO_END, stderr);
  fflush (stderr);
  self->shown = TRUE;

  return G_SOURCE_CONTINUE;
}

static void
add_source (SuiviCliWatch *self, GSource *source, GSourceFunc func)
{
  g_source_set_callback (source, func, self, NULL);
  g_source_attach (source, self->context);
  g_source_unref (source);
}

static gpointer
watch (gpointer data)
{
  SuiviCliWatch *self = data;

  g_main_loop_run (self->loop);

  return NULL;
}

/**
 * suivi_cli_watch_new:
 *
 * From now on Ctrl+C (and SIGTERM) cancels the watch's cancellable instead of ending the program. Progress is
 * shown on standard error if that is a terminal.
 *
 * Returns: (transfer full): a watch, until suivi_cli_watch_free()
 */
SuiviCliWatch *
suivi_cli_watch_new (void)
{
  SuiviCliWatch *self = g_new0 (SuiviCliWatch, 1);

  self->cancellable = g_cancellable_new ();
  self->progress = suivi_progress_new ();
  self->context = g_main_context_new ();
  self->loop = g_main_loop_new (self->context, FALSE);
  add_source (self, g_unix_signal_source_new (SIGINT), interrupted_cb);
  add_source (self, g_unix_signal_source_new (SIGTERM), interrupted_cb);
  if (isatty (STDERR_FILENO))
    add_source (self, g_timeout_source_new (MILLISECONDS), tick_cb);
  self->thread = g_thread_new ("watch", watch, self);

  return self;
}

static gboolean
quit_cb (gpointer user_data)
{
  SuiviCliWatch *self = user_data;

  g_main_loop_quit (self->loop);

  return G_SOURCE_REMOVE;
}

/**
 * suivi_cli_watch_free:
 * @self: (nullable) (transfer full): a watch
 *
 * Ends it and clears the line of the terminal.
 */
void
suivi_cli_watch_free (SuiviCliWatch *self)
{
  if (self == NULL)
    return;

  /* From inside the loop: a quit before the thread got there would be lost. */
  add_source (self, g_idle_source_new (), quit_cb);
  g_thread_join (self->thread);
  if (self->shown)
    {
      fputc ('\r', stderr);
      fputs (CLEAR_TO_END, stderr);
      fflush (stderr);
    }

  g_main_loop_unref (self->loop);
  g_main_context_unref (self->context);
  suivi_progress_unref (self->progress);
  g_object_unref (self->cancellable);
  g_free (self);
}

/**
 * suivi_cli_watch_begin_phase:
 * @label: what is done from now on, translated: "Reading"; it must stay
 */
void
suivi_cli_watch_begin_phase (SuiviCliWatch *self, const char *label)
{
  suivi_progress_set (self->progress, 0, 0);
  g_atomic_pointer_set (&self->label, label);
}

/**
 * suivi_cli_watch_get_cancellable:
 *
 * Returns: (transfer none): is cancelled with Ctrl+C
 */
GCancellable *
suivi_cli_watch_get_cancellable (SuiviCliWatch *self)
{
  return self->cancellable;
}

/**
 * suivi_cli_watch_get_progress:
 *
 * Returns: (transfer none): to be told how far the work is
 */
SuiviProgress *
suivi_cli_watch_get_progress (SuiviCliWatch *self)
{
  return self->progress;
}
