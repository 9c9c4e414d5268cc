/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "app/scorecard/agreement-keeper.h"

#include "app/scorecard/agreement-drafts.h"
#include "app/scorecard/grade-drafts.h"

/* How long nothing must be typed before what was begun is kept. */
#define PAUSE_MS 2000

struct _SuiviAgreementKeeper
{
  GObject parent_instance;

  SuiviWorkspace *workspace; /* (owned) */
  char *recommendation_id;
  SuiviAgreement *typed; /* (owned) (nullable): what is to be kept; %NULL: nothing was begun */
  SuiviAgreement *kept;  /* (owned) (nullable): what the workspace has, or is on its way to it */
  guint pause;           /* source that lets it keep what is typed */
  guint n_under_way;
  gboolean failed; /* what was to be kept last is not */
};

G_DEFINE_FINAL_TYPE (SuiviAgreementKeeper, suivi_agreement_keeper, G_TYPE_OBJECT)

enum
{
  SIGNAL_KEPT,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
replace (SuiviAgreement **place, const SuiviAgreement *agreement)
{
  SuiviAgreement *copy = agreement != NULL ? suivi_agreement_copy (agreement) : NULL;

  suivi_agreement_free (*place);
  *place = copy;
}

/* Whether there is nothing to do any more, as soon as what is on its way has arrived. */
static gboolean
is_done (SuiviAgreementKeeper *self)
{
  if (self->typed == NULL || self->kept == NULL)
    return !self->failed && self->typed == self->kept;

  return !self->failed && suivi_agreement_equal (self->typed, self->kept);
}

static void
kept_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  SuiviAgreementKeeper *self = g_task_get_source_object (task);
  g_autoptr (GError) error = NULL;

  suivi_workspace_run_finish (SUIVI_WORKSPACE (source), result, &error);
  /* What was given up and cannot be forgotten now comes back once more: nothing is lost. */
  if (g_task_get_task_data (task) == NULL)
    g_clear_error (&error);
  self->n_under_way--;
  /* One after the other: what is asked for last, counts. */
  self->failed = error != NULL;
  g_signal_emit (self, signals[SIGNAL_KEPT], 0, error != NULL ? error->message : NULL);
  if (error != NULL)
    g_task_return_error (task, g_steal_pointer (&error));
  else
    g_task_return_boolean (task, TRUE);
}

static void
write_typed (SuiviAgreementKeeper *self, GTask *task)
{
  g_autoptr (SuiviGradeDraft) draft = NULL;

  g_clear_handle_id (&self->pause, g_source_remove);
  if (self->typed != NULL)
    draft = suivi_agreement_drafts_from_agreement (self->typed);
  replace (&self->kept, self->typed);
  self->failed = FALSE;
  self->n_under_way++;
  g_task_set_task_data (task, GINT_TO_POINTER (self->typed != NULL), NULL);
  suivi_grade_drafts_keep (self->workspace, self->recommendation_id, TRUE, draft, kept_cb, task);
}

static gboolean
paused_cb (gpointer user_data)
{
  SuiviAgreementKeeper *self = user_data;

  self->pause = 0;
  suivi_agreement_keeper_keep_async (self, NULL, NULL);

  return G_SOURCE_REMOVE;
}

static void
suivi_agreement_keeper_dispose (GObject *object)
{
  SuiviAgreementKeeper *self = SUIVI_AGREEMENT_KEEPER (object);

  /* A window that goes with its parent is not asked before. */
  if (self->pause != 0)
    suivi_agreement_keeper_keep_async (self, NULL, NULL);

  G_OBJECT_CLASS (suivi_agreement_keeper_parent_class)->dispose (object);
}

static void
suivi_agreement_keeper_finalize (GObject *object)
{
  SuiviAgreementKeeper *self = SUIVI_AGREEMENT_KEEPER (object);

  g_object_unref (self->workspace);
  g_free (self->recommendation_id);
  suivi_agreement_free (self->typed);
  suivi_agreement_free (self->kept);

  G_OBJECT_CLASS (suivi_agreement_keeper_parent_class)->finalize (object);
}

static void
suivi_agreement_keeper_class_init (SuiviAgreementKeeperClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = suivi_agreement_keeper_dispose;
  G_OBJECT_CLASS (klass)->finalize = suivi_agreement_keeper_finalize;

  /**
   * SuiviAgreementKeeper::kept:
   * @failure: (nullable): why what was typed is not in the workspace; %NULL: it is
   */
  signals[SIGNAL_KEPT] = g_signal_new ("kept", SUIVI_TYPE_AGREEMENT_KEEPER, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                       NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
}

static void
suivi_agreement_keeper_init (SuiviAgreementKeeper *self)
{
}

/**
 * suivi_agreement_keeper_new:
 * @recommendation_id: key of what is agreed on
 *
 * Returns: (transfer full): a keeper of nothing yet
 */
SuiviAgreementKeeper *
suivi_agreement_keeper_new (SuiviWorkspace *workspace, const char *recommendation_id)
{
  SuiviAgreementKeeper *self = g_object_new (SUIVI_TYPE_AGREEMENT_KEEPER, NULL);

  self->workspace = g_object_ref (workspace);
  self->recommendation_id = g_strdup (recommendation_id);

  return self;
}

/**
 * suivi_agreement_keeper_set_kept:
 * @kept: (nullable): what the workspace has of it; %NULL: nothing
 *
 * To be said when it was read, and when what was begun ended with the step that saved it. It is what is typed as well.
 */
void
suivi_agreement_keeper_set_kept (SuiviAgreementKeeper *self, const SuiviAgreement *kept)
{
  g_clear_handle_id (&self->pause, g_source_remove);
  replace (&self->typed, kept);
  replace (&self->kept, kept);
  self->failed = FALSE;
}

/**
 * suivi_agreement_keeper_set_typed:
 * @typed: (nullable): what is to be kept, with every space that was typed; %NULL: nothing was begun
 *
 * It is kept when nothing else is said for a while.
 */
void
suivi_agreement_keeper_set_typed (SuiviAgreementKeeper *self, const SuiviAgreement *typed)
{
  g_clear_handle_id (&self->pause, g_source_remove);
  replace (&self->typed, typed);
  if (!is_done (self))
    self->pause = g_timeout_add (PAUSE_MS, paused_cb, self);
}

/**
 * suivi_agreement_keeper_is_kept:
 *
 * Returns: whether the workspace has what was typed, as far as anything was
 */
gboolean
suivi_agreement_keeper_is_kept (SuiviAgreementKeeper *self)
{
  return self->n_under_way == 0 && is_done (self);
}

/**
 * suivi_agreement_keeper_keep_async:
 *
 * Lets the workspace keep what is typed, without waiting for a pause. What the disk did not take before, it may take now.
 */
void
suivi_agreement_keeper_keep_async (SuiviAgreementKeeper *self,
                                   GAsyncReadyCallback callback,
                                   gpointer user_data)
{
  GTask *task = g_task_new (self, NULL, callback, user_data);

  g_task_set_source_tag (task, suivi_agreement_keeper_keep_async);
  write_typed (self, task);
}

/**
 * suivi_agreement_keeper_keep_finish:
 * @error: %SUIVI_STORE_ERROR_READ_ONLY, _DISK_FULL, …
 *
 * Returns: whether nothing that was typed would be lost now
 */
gboolean
suivi_agreement_keeper_keep_finish (SuiviAgreementKeeper *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}
