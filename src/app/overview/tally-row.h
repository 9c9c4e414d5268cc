/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define SUIVI_TYPE_TALLY_ROW (suivi_tally_row_get_type ())
G_DECLARE_FINAL_TYPE (SuiviTallyRow, suivi_tally_row, SUIVI, TALLY_ROW, GtkListBoxRow)

GtkWidget *suivi_tally_row_new (const char *title, const guint *lights, guint whole, gboolean activatable);

G_END_DECLS
