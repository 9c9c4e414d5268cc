/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "app/step.h"

typedef struct
{
  char *label;
  SuiviStepPut put;
  gpointer record;
  GDestroyNotify record_free;
} Step;

typedef struct
{
  GtkWidget *widget; /* (owned) */
  SuiviStepDone func;
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
 * suivi_step_make:
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
suivi_step_make (SuiviWorkspace *workspace,
                  const char *label,
                  SuiviStepPut put,
                  gpointer record,
                  GDestroyNotify record_free,
                  GtkWidget *widget,
                  SuiviStepDone func,
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
