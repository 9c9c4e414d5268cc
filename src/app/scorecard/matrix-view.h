/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "store/workspace.h"

G_BEGIN_DECLS

#define SUIVI_TYPE_MATRIX_VIEW (suivi_matrix_view_get_type ())
G_DECLARE_FINAL_TYPE (SuiviMatrixView, suivi_matrix_view, SUIVI, MATRIX_VIEW, GtkWidget)

/*
 * What each organisation says of each recommendation, and what they agree on. Property: "workspace".
 *
 * Signals: "grade" (key of a recommendation): somebody wants to grade it; "show-recommendation" (key of a
 * recommendation): somebody wants to see it in full.
 */

void suivi_matrix_view_set_scope (SuiviMatrixView *self,
                                  const char      *review_id,
                                  const char      *cut_off);
gboolean suivi_matrix_view_has_unsaved (SuiviMatrixView   *self);
void suivi_matrix_view_save_async     (SuiviMatrixView     *self,
                                       GAsyncReadyCallback  callback,
                                       gpointer             user_data);
gboolean suivi_matrix_view_save_finish (SuiviMatrixView    *self,
                                       GAsyncResult        *result,
                                       GError             **error);

G_END_DECLS
