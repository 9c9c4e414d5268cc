/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "app/scorecard/edition-report.h"
#include "app/scorecard/scorecard-charts.h"

G_BEGIN_DECLS

#define SUIVI_TYPE_EDITION_VIEW (suivi_edition_view_get_type ())
G_DECLARE_FINAL_TYPE (SuiviEditionView, suivi_edition_view, SUIVI, EDITION_VIEW, GtkBox)

/*
 * A frozen edition: its lights, and what it is.
 *
 * Signals: "light-opened" (guint), "grade-opened" (guint, or %SUIVI_LEGEND_OPEN) and "rows-opened" (char *title, GPtrArray of
 * SuiviScorecardRow): somebody wants to see what a number counts.
 */

void suivi_edition_view_set_report (SuiviEditionView *self,
                                    const SuiviEditionReport *report,
                                    const SuiviScorecardCharts *charts);

G_END_DECLS
