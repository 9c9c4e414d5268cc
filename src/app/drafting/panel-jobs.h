/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "app/step.h"

G_BEGIN_DECLS

/* What panels and dialogs of the drafting page ask of the workspace. */

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
