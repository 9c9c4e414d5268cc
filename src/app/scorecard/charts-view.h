/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "app/scorecard/chart-row.h"
#include "app/scorecard/scorecard-charts.h"

G_BEGIN_DECLS

#define SUIVI_TYPE_CHARTS_VIEW (suivi_charts_view_get_type ())
G_DECLARE_FINAL_TYPE (SuiviChartsView, suivi_charts_view, SUIVI, CHARTS_VIEW, GtkBox)

/*
 * The lights by position, cluster, theme, goal, specificity or region: a chart whose bars are rows of numbers.
 *
 * Signals: "opened" (SuiviDimension as guint, value: char * or NULL for everything, title: char *, light: guint or
 * %SUIVI_CHART_ANY_LIGHT): somebody wants to see what a bar or a part of it counts. "grade-opened" (guint): what has that grade
 * on the scale of the edition, or, with %SUIVI_LEGEND_OPEN, none.
 */

void suivi_charts_view_set_charts (SuiviChartsView *self, const SuiviScorecardCharts *charts);
void suivi_charts_view_set_dimension (SuiviChartsView *self, SuiviDimension dimension);

G_END_DECLS
