/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "core/scorecard/breakdown.h"

G_BEGIN_DECLS

#define SUIVI_TYPE_CHART_ROW (suivi_chart_row_get_type ())
G_DECLARE_FINAL_TYPE (SuiviChartRow, suivi_chart_row, SUIVI, CHART_ROW, GtkListBoxRow)

/* Signal "light-opened" (guint): somebody wants to see what has that light. */

GtkWidget *suivi_chart_row_new (const SuiviBreakdownRow *row, const char *detail, guint longest);
const char *suivi_chart_row_get_value (SuiviChartRow *self);
const char *suivi_chart_row_get_title (SuiviChartRow *self);

G_END_DECLS
