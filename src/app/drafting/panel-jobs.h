/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "store/workspace.h"

G_BEGIN_DECLS

/* What panels and dialogs of the drafting page ask of the workspace. */

/**
 * SuiviPanelPut:
 * @store: for reading what the change depends on
 * @transaction: for the change
 * @record: as given to suivi_panel_step()
 *
 * One change of the workspace. It runs on the workspace's thread.
 */
typedef gboolean (*SuiviPanelPut) (SuiviStore        *store,
                                   SuiviTransaction  *transaction,
                                   gpointer           record,
                                   GError           **error);

/**
 * SuiviPanelDone:
 * @widget: as given to suivi_panel_step()
 * @failure: (nullable): why it could not be done; %NULL: it was
 * @done: as given to suivi_panel_step()
 */
typedef void (*SuiviPanelDone) (GtkWidget *widget, const char *failure, const char *done);

void suivi_panel_step (SuiviWorkspace *workspace,
                       const char     *label,
                       SuiviPanelPut   put,
                       gpointer        record,
                       GDestroyNotify  record_free,
                       GtkWidget      *widget,
                       SuiviPanelDone  func,
                       const char     *done);

/* The record of the first of each pair is what it puts; of the second, the key of what it deletes. */
gboolean suivi_panel_put_backing        (SuiviStore        *store,
                                         SuiviTransaction  *transaction,
                                         gpointer           record,
                                         GError           **error);
gboolean suivi_panel_delete_backing     (SuiviStore        *store,
                                         SuiviTransaction  *transaction,
                                         gpointer           record,
                                         GError           **error);
gboolean suivi_panel_put_request        (SuiviStore        *store,
                                         SuiviTransaction  *transaction,
                                         gpointer           record,
                                         GError           **error);
gboolean suivi_panel_delete_request     (SuiviStore        *store,
                                         SuiviTransaction  *transaction,
                                         gpointer           record,
                                         GError           **error);
gboolean suivi_panel_put_translation    (SuiviStore        *store,
                                         SuiviTransaction  *transaction,
                                         gpointer           record,
                                         GError           **error);
gboolean suivi_panel_delete_translation (SuiviStore        *store,
                                         SuiviTransaction  *transaction,
                                         gpointer           record,
                                         GError           **error);

G_END_DECLS
