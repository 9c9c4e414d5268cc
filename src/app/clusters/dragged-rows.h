/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "store/workspace.h"

G_BEGIN_DECLS

#define SUIVI_TYPE_DRAGGED_ROWS (suivi_dragged_rows_get_type ())
G_DECLARE_FINAL_TYPE (SuiviDraggedRows, suivi_dragged_rows, SUIVI, DRAGGED_ROWS, GObject)

/* Recommendations of a workspace that are dragged with the pointer. Keys mean something in their own workspace only. */

SuiviDraggedRows *suivi_dragged_rows_new (SuiviWorkspace *workspace, GArray *keys);
SuiviWorkspace *suivi_dragged_rows_get_workspace (SuiviDraggedRows *self);
GArray *suivi_dragged_rows_get_keys (SuiviDraggedRows *self);

G_END_DECLS
