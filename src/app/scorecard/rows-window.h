/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define SUIVI_TYPE_ROWS_WINDOW (suivi_rows_window_get_type ())
G_DECLARE_FINAL_TYPE (SuiviRowsWindow, suivi_rows_window, SUIVI, ROWS_WINDOW, AdwWindow)

/*
 * The recommendations that a number of the scorecard counts.
 *
 * Signal "chosen" (key of the recommendation): somebody wants to see one in full. The window closes then.
 */

GtkWidget *suivi_rows_window_new (GtkWindow *parent, const char *title, GPtrArray *rows);
void suivi_rows_window_set_pairs (SuiviRowsWindow *self, guint n_pairs);

G_END_DECLS
