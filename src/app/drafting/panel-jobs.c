/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "app/drafting/panel-jobs.h"

typedef struct
{
  char *label;
  SuiviPanelPut put;
  gpointer record;
  GDestroyNotify record_free;
} Step;

typedef struct
{
  GtkWidget *widget; /* (owned) */
  SuiviPanelDone func;
  const char *done;
} Teller;

static void
free_step (Step *self)
{
  g_free (self->label);
  self->record_free (self->record);
  g_free (self);
}

static gpointer
make_step (SuiviStore *store, gpointer data, GCancellable *cancellable, GError **error)
{
  Step *step = data;
  g_autoptr (SuiviTransaction) transaction = suivi_store_begin (store, step->label, error);

  if (transaction == NULL || !step->put (store, transaction, step->record, error)
      || !suivi_transaction_commit (transaction, error))
    return NULL;

  return GUINT_TO_POINTER (TRUE);
}

static void
step_made_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autofree Teller *teller = user_data;
  g_autoptr (GtkWidget) widget = teller->widget;
  g_autoptr (GError) error = NULL;

  suivi_workspace_run_finish (SUIVI_WORKSPACE (source), result, &error);
  teller->func (widget, error != NULL ? error->message : NULL, teller->done);
}

/**
 * suivi_panel_step:
 * @label: the name of the step, as the history and the undo button say it
 * @put: what is changed
 * @record: (transfer full): what @put is called with
 * @record_free: frees @record
 * @widget: who wants to know; it lives until @func was called
 * @func: called when it is done or could not be
 * @done: for @func; must live until then
 *
 * Changes the workspace, as one step that can be undone.
 */
void
suivi_panel_step (SuiviWorkspace *workspace,
                  const char *label,
                  SuiviPanelPut put,
                  gpointer record,
                  GDestroyNotify record_free,
                  GtkWidget *widget,
                  SuiviPanelDone func,
                  const char *done)
{
  Step *step = g_new0 (Step, 1);
  Teller *teller = g_new0 (Teller, 1);

  step->label = g_strdup (label);
  step->put = put;
  step->record = record;
  step->record_free = record_free;
  teller->widget = g_object_ref (widget);
  teller->func = func;
  teller->done = done;
  suivi_workspace_run_async (workspace, make_step, step, (GDestroyNotify) free_step, NULL, NULL, step_made_cb,
                             teller);
}

/**
 * suivi_panel_put_backing:
 * @record: a #SuiviBacking
 *
 * A #SuiviPanelPut.
 *
 * Returns: %FALSE on failure
 */
gboolean
suivi_panel_put_backing (SuiviStore *store, SuiviTransaction *transaction, gpointer record, GError **error)
{
  return suivi_transaction_put_backing (transaction, record, error);
}

/**
 * suivi_panel_delete_backing:
 * @record: key of a #SuiviBacking
 *
 * A #SuiviPanelPut.
 *
 * Returns: %FALSE on failure
 */
gboolean
suivi_panel_delete_backing (SuiviStore *store, SuiviTransaction *transaction, gpointer record, GError **error)
{
  return suivi_transaction_delete_backing (transaction, record, error);
}

/**
 * suivi_panel_put_request:
 * @record: a #SuiviRequest
 *
 * A #SuiviPanelPut.
 *
 * Returns: %FALSE on failure
 */
gboolean
suivi_panel_put_request (SuiviStore *store, SuiviTransaction *transaction, gpointer record, GError **error)
{
  return suivi_transaction_put_request (transaction, record, error);
}

/**
 * suivi_panel_delete_request:
 * @record: key of a #SuiviRequest
 *
 * A #SuiviPanelPut.
 *
 * Returns: %FALSE on failure
 */
gboolean
suivi_panel_delete_request (SuiviStore *store, SuiviTransaction *transaction, gpointer record, GError **error)
{
  return suivi_transaction_delete_request (transaction, record, error);
}

/**
 * suivi_panel_put_translation:
 * @record: a #SuiviTranslation
 *
 * A #SuiviPanelPut.
 *
 * Returns: %FALSE on failure
 */
gboolean
suivi_panel_put_translation (SuiviStore *store,
                             SuiviTransaction *transaction,
                             gpointer record,
                             GError **error)
{
  return suivi_transaction_put_translation (transaction, record, error);
}

/**
 * suivi_panel_delete_translation:
 * @record: key of a #SuiviTranslation
 *
 * A #SuiviPanelPut.
 *
 * Returns: %FALSE on failure
 */
gboolean
suivi_panel_delete_translation (SuiviStore *store,
                                SuiviTransaction *transaction,
                                gpointer record,
                                GError **error)
{
  return suivi_transaction_delete_translation (transaction, record, error);
}
