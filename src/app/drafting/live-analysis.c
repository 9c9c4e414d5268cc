/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "app/drafting/live-analysis.h"

/* Between two words typed in a row there is less. */
#define DEBOUNCE_MS 150

/* What is to be analysed. Owns all it holds: it goes to another thread. */
typedef struct
{
  char *text;
  char *language;
  SuiviSupport support;
  char *next_review;
} Request;

struct _SuiviLiveAnalysis
{
  GObject parent_instance;

  Request *wanted; /* (owned) (nullable): not begun yet */
  guint timeout;
  gboolean running;
  guint version; /* of the text that was asked for last */
};

G_DEFINE_FINAL_TYPE (SuiviLiveAnalysis, suivi_live_analysis, G_TYPE_OBJECT)

enum
{
  SIGNAL_DONE,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void begin (SuiviLiveAnalysis *self);

static void
free_request (Request *request)
{
  g_free (request->text);
  g_free (request->language);
  g_free (request->next_review);
  g_free (request);
}

static void
analyse_in_thread (GTask *task, gpointer source, gpointer task_data, GCancellable *cancellable)
{
  Request *request = task_data;

  request->support.next_review = request->next_review;
  g_task_return_pointer (task, suivi_analysis_new (request->text, request->language, &request->support),
                         (GDestroyNotify) suivi_analysis_unref);
}

static void
analysed_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  SuiviLiveAnalysis *self = SUIVI_LIVE_ANALYSIS (source);
  guint version = GPOINTER_TO_UINT (user_data);
  g_autoptr (SuiviAnalysis) analysis = g_task_propagate_pointer (G_TASK (result), NULL);

  self->running = FALSE;
  /* Positions in a text that has changed since lead nowhere. */
  if (version == self->version)
    g_signal_emit (self, signals[SIGNAL_DONE], 0, analysis);
  if (self->wanted != NULL && self->timeout == 0)
    begin (self);
}

static void
begin (SuiviLiveAnalysis *self)
{
  g_autoptr (GTask) task = NULL;

  if (self->running)
    return;

  task = g_task_new (self, NULL, analysed_cb, GUINT_TO_POINTER (self->version));
  g_task_set_source_tag (task, begin);
  g_task_set_task_data (task, g_steal_pointer (&self->wanted), (GDestroyNotify) free_request);
  self->running = TRUE;
  g_task_run_in_thread (task, analyse_in_thread);
}

static gboolean
begin_cb (gpointer user_data)
{
  SuiviLiveAnalysis *self = user_data;

  self->timeout = 0;
  begin (self);

  return G_SOURCE_REMOVE;
}

static void
suivi_live_analysis_dispose (GObject *object)
{
  suivi_live_analysis_cancel (SUIVI_LIVE_ANALYSIS (object));

  G_OBJECT_CLASS (suivi_live_analysis_parent_class)->dispose (object);
}

static void
suivi_live_analysis_class_init (SuiviLiveAnalysisClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = suivi_live_analysis_dispose;

  signals[SIGNAL_DONE] = g_signal_new ("done", SUIVI_TYPE_LIVE_ANALYSIS, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                       NULL, G_TYPE_NONE, 1, SUIVI_TYPE_ANALYSIS);
}

static void
suivi_live_analysis_init (SuiviLiveAnalysis *self)
{
}

/**
 * suivi_live_analysis_new:
 *
 * Returns: (transfer full): something that analyses; it lives on until a thread that is at work has ended
 */
SuiviLiveAnalysis *
suivi_live_analysis_new (void)
{
  return g_object_new (SUIVI_TYPE_LIVE_ANALYSIS, NULL);
}

/**
 * suivi_live_analysis_request:
 * @text: valid UTF-8
 * @language: its language
 * @support: what stands beside it; its "today" is not looked at
 * @now: not to wait whether more is typed
 *
 * Asks for the analysis of a text; that of an earlier one is given up.
 */
void
suivi_live_analysis_request (SuiviLiveAnalysis *self,
                             const char *text,
                             const char *language,
                             const SuiviSupport *support,
                             gboolean now)
{
  Request *request = NULL;

  g_return_if_fail (SUIVI_IS_LIVE_ANALYSIS (self));
  g_return_if_fail (text != NULL);

  suivi_live_analysis_cancel (self);
  request = g_new0 (Request, 1);
  request->text = g_strdup (text);
  request->language = g_strdup (language);
  request->support.has_means = support->has_means;
  request->support.n_evidence = support->n_evidence;
  request->next_review = g_strdup (support->next_review);
  self->wanted = request;

  if (now)
    begin (self);
  else
    self->timeout = g_timeout_add (DEBOUNCE_MS, begin_cb, self);
}

/**
 * suivi_live_analysis_cancel:
 *
 * Gives up what was asked for: no answer comes.
 */
void
suivi_live_analysis_cancel (SuiviLiveAnalysis *self)
{
  g_return_if_fail (SUIVI_IS_LIVE_ANALYSIS (self));

  self->version++;
  g_clear_handle_id (&self->timeout, g_source_remove);
  g_clear_pointer (&self->wanted, free_request);
}
