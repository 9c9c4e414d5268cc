/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "core/scorecard/light-order.h"
#include "core/scorecard/scale-tally.h"

G_BEGIN_DECLS

#define SUIVI_TYPE_LEGEND (suivi_legend_get_type ())
G_DECLARE_FINAL_TYPE (SuiviLegend, suivi_legend, SUIVI, LEGEND, GtkWidget)

/* In place of a grade: what the organisations have not agreed on. */
#define SUIVI_LEGEND_OPEN SUIVI_N_LIGHTS

/*
 * "● Implemented: 12   ○ No progress: 3": signs, words and numbers, none of which is torn apart at the end of a line, in
 * lines that are about as long as each other. Properties: "compact": signs and numbers only, of what is there;
 * "opens": what counts something is a button.
 *
 * Signal "opened" (guint): somebody wants to see what has that light or that grade, or %SUIVI_LEGEND_OPEN.
 */

void suivi_legend_set_lights (SuiviLegend           *self,
                              const guint           *lights);
void suivi_legend_set_grades (SuiviLegend           *self,
                              SuiviScale             scale,
                              const SuiviScaleTally *tally);

G_END_DECLS
