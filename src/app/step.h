/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "store/workspace.h"

G_BEGIN_DECLS

/**
 * SuiviStepPut:
 * @store: for reading what the change depends on
 * @transaction: for the change
 * @record: as given to suivi_step_make()
 *
 * One change of the workspace. It runs on the workspace's thread.
 */
typedef gboolean (*SuiviStepPut) (SuiviStore        *store,
                                   SuiviTransaction  *transaction,
                                   gpointer           record,
                                   GError           **error);

/**
 * SuiviStepDone:
 * @widget: as given to suivi_step_make()
 * @failure: (nullable): why it could not be done; %NULL: it was
 * @done: as given to suivi_step_make()
 */
typedef void (*SuiviStepDone) (GtkWidget *widget, const char *failure, const char *done);

void suivi_step_make (SuiviWorkspace *workspace,
                      const char     *label,
                      SuiviStepPut    put,
                      gpointer        record,
                      GDestroyNotify  record_free,
                      GtkWidget      *widget,
                      SuiviStepDone   func,
                      const char     *done);

G_END_DECLS
