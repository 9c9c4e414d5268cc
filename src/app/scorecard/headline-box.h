/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "app/scorecard/scorecard-signals.h"
#include "core/scorecard/tally.h"

G_BEGIN_DECLS

#define SUIVI_TYPE_HEADLINE_BOX (suivi_headline_box_get_type ())
G_DECLARE_FINAL_TYPE (SuiviHeadlineBox, suivi_headline_box, SUIVI, HEADLINE_BOX, GtkWidget)

/*
 * "148 of 254 graded · 12 without evidence · 9 lights are the latest of several that differ": a scorecard in one line.
 *
 * Signal "opened" (char *title, GPtrArray of SuiviScorecardRow): somebody wants to see what a part counts.
 */

void suivi_headline_box_set_signals (SuiviHeadlineBox *self, const SuiviScorecardSignals *found);
void suivi_headline_box_set_tally (SuiviHeadlineBox *self, const SuiviTally *tally, GPtrArray *differing);

G_END_DECLS
