/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "store/workspace.h"

G_BEGIN_DECLS

#define SUIVI_TYPE_SORT_DIALOG (suivi_sort_dialog_get_type ())
G_DECLARE_FINAL_TYPE (SuiviSortDialog, suivi_sort_dialog, SUIVI, SORT_DIALOG, AdwWindow)

/* Recommendations are put into clusters by hand: dragged, or with a key or a button. */

GtkWidget *suivi_sort_dialog_new (GtkWindow *parent, SuiviWorkspace *workspace, const char *review_id);

G_END_DECLS
