/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "app/scorecard/scorecard-row.h"

G_BEGIN_DECLS

#define SUIVI_TYPE_LINE_ROW (suivi_line_row_get_type ())
G_DECLARE_FINAL_TYPE (SuiviLineRow, suivi_line_row, SUIVI, LINE_ROW, GtkBox)

/* One recommendation in a list that a number opened: number, lights, text, reason. */

GtkWidget *suivi_line_row_new (void);
void suivi_line_row_set_line (SuiviLineRow *self, SuiviScorecardRow *line);

G_END_DECLS
