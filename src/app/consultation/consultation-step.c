/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "app/consultation/consultation-step.h"

typedef struct
{
  SuiviWorkspace *workspace;       /* (owned) (nullable) */
  SuiviConsultationRecord *record; /* (unowned) (nullable): of the view */
} SuiviConsultationStepPrivate;

enum
{
  SIGNAL_FAILED,
  SIGNAL_DONE,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (SuiviConsultationStep, suivi_consultation_step, GTK_TYPE_BOX)

typedef struct
{
  SuiviRecordPut put;
  gpointer record;
  GDestroyNotify record_free;
} Put;

static void
free_put (Put *self)
{
  self->record_free (self->record);
  g_free (self);
}

static gboolean
put_record (SuiviStore *store, SuiviTransaction *transaction, gpointer data, GError **error)
{
  Put *put = data;

  return put->put (transaction, put->record, error);
}

static void
step_made_cb (GtkWidget *widget, const char *failure, const char *done)
{
  if (failure != NULL)
    suivi_consultation_step_fail (SUIVI_CONSULTATION_STEP (widget), failure);
  else if (done != NULL)
    suivi_consultation_step_tell (SUIVI_CONSULTATION_STEP (widget), done);
}

static void
suivi_consultation_step_dispose (GObject *object)
{
  SuiviConsultationStepPrivate *priv
    = suivi_consultation_step_get_instance_private (SUIVI_CONSULTATION_STEP (object));

  priv->record = NULL;
  g_clear_object (&priv->workspace);

  G_OBJECT_CLASS (suivi_consultation_step_parent_class)->dispose (object);
}

static void
suivi_consultation_step_class_init (SuiviConsultationStepClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = suivi_consultation_step_dispose;

  signals[SIGNAL_FAILED] = g_signal_new ("failed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                         NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
  signals[SIGNAL_DONE] = g_signal_new ("done", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                       NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
}

static void
suivi_consultation_step_init (SuiviConsultationStep *self)
{
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
}

/**
 * suivi_consultation_step_set:
 * @workspace: (nullable): the workspace
 * @record: (nullable): the consultation; it must live until this is called again
 *
 * Shows another consultation, or the same one after a change.
 */
void
suivi_consultation_step_set (SuiviConsultationStep *self,
                             SuiviWorkspace *workspace,
                             SuiviConsultationRecord *record)
{
  SuiviConsultationStepPrivate *priv = suivi_consultation_step_get_instance_private (self);

  g_set_object (&priv->workspace, workspace);
  priv->record = record;
  SUIVI_CONSULTATION_STEP_GET_CLASS (self)->show (self);
}

/**
 * suivi_consultation_step_get_workspace:
 *
 * Returns: (transfer none) (nullable): the workspace
 */
SuiviWorkspace *
suivi_consultation_step_get_workspace (SuiviConsultationStep *self)
{
  SuiviConsultationStepPrivate *priv = suivi_consultation_step_get_instance_private (self);

  return priv->workspace;
}

/**
 * suivi_consultation_step_get_record:
 *
 * Returns: (transfer none) (nullable): what is shown
 */
SuiviConsultationRecord *
suivi_consultation_step_get_record (SuiviConsultationStep *self)
{
  SuiviConsultationStepPrivate *priv = suivi_consultation_step_get_instance_private (self);

  return priv->record;
}

/**
 * suivi_consultation_step_is_writable:
 *
 * Returns: whether there is a record that can be changed
 */
gboolean
suivi_consultation_step_is_writable (SuiviConsultationStep *self)
{
  SuiviConsultationStepPrivate *priv = suivi_consultation_step_get_instance_private (self);

  return priv->workspace != NULL && priv->record != NULL
         && suivi_workspace_get_read_only (priv->workspace) == SUIVI_READ_ONLY_NO;
}

/**
 * suivi_consultation_step_flush:
 *
 * Saves at once what was typed and is not saved yet.
 */
void
suivi_consultation_step_flush (SuiviConsultationStep *self)
{
  SuiviConsultationStepClass *klass = SUIVI_CONSULTATION_STEP_GET_CLASS (self);

  if (klass->flush != NULL)
    klass->flush (self);
}

/**
 * suivi_consultation_step_put:
 * @label: the name of the step, as the history and the undo button say it
 * @put: SUIVI_PUT (suivi_transaction_put_feedback), …
 * @record: (transfer full): what is put, or the key of what is deleted
 * @record_free: frees @record
 * @done: (nullable): a sentence to be shown when it is done; must live until then
 *
 * Changes one record, as one step that can be undone.
 */
void
suivi_consultation_step_put (SuiviConsultationStep *self,
                             const char *label,
                             SuiviRecordPut put,
                             gpointer record,
                             GDestroyNotify record_free,
                             const char *done)
{
  Put *data = g_new0 (Put, 1);

  data->put = put;
  data->record = record;
  data->record_free = record_free;
  suivi_consultation_step_make (self, label, put_record, data, (GDestroyNotify) free_put, done);
}

/**
 * suivi_consultation_step_make:
 * @label: the name of the step, as the history and the undo button say it
 * @put: what is changed
 * @data: (transfer full): what @put is called with
 * @data_free: frees @data
 * @done: (nullable): a sentence to be shown when it is done; must live until then
 *
 * Changes several records, as one step that can be undone.
 */
void
suivi_consultation_step_make (SuiviConsultationStep *self,
                              const char *label,
                              SuiviStepPut put,
                              gpointer data,
                              GDestroyNotify data_free,
                              const char *done)
{
  SuiviConsultationStepPrivate *priv = suivi_consultation_step_get_instance_private (self);

  if (priv->workspace == NULL)
    {
      data_free (data);
      return;
    }

  suivi_step_make (priv->workspace, label, put, data, data_free, GTK_WIDGET (self), step_made_cb, done);
}

/**
 * suivi_consultation_step_fail:
 * @sentence: what could not be done, and why
 *
 * Tells the page.
 */
void
suivi_consultation_step_fail (SuiviConsultationStep *self, const char *sentence)
{
  g_signal_emit (self, signals[SIGNAL_FAILED], 0, sentence);
}

/**
 * suivi_consultation_step_tell:
 * @sentence: what was done
 *
 * Tells the page.
 */
void
suivi_consultation_step_tell (SuiviConsultationStep *self, const char *sentence)
{
  g_signal_emit (self, signals[SIGNAL_DONE], 0, sentence);
}
