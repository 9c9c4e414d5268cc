/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define SUIVI_TYPE_COUNT_ROW (suivi_count_row_get_type ())
G_DECLARE_FINAL_TYPE (SuiviCountRow, suivi_count_row, SUIVI, COUNT_ROW, GtkListBoxRow)

GtkWidget *suivi_count_row_new (const char *symbol, const char *title, const char *subtitle, GPtrArray *rows);
const char *suivi_count_row_get_title (SuiviCountRow *self);
GPtrArray *suivi_count_row_get_rows (SuiviCountRow *self);

G_END_DECLS
