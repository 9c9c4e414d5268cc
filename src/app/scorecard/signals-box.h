/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "app/scorecard/scorecard-signals.h"

G_BEGIN_DECLS

#define SUIVI_TYPE_SIGNALS_BOX (suivi_signals_box_get_type ())
G_DECLARE_FINAL_TYPE (SuiviSignalsBox, suivi_signals_box, SUIVI, SIGNALS_BOX, GtkBox)

/*
 * What somebody should look at before the working copy is published.
 *
 * Signal "opened" (SuiviSignals, SuiviCountRow): somebody wants to see the recommendations of a signal.
 */

void suivi_signals_box_set_signals (SuiviSignalsBox *self, const SuiviScorecardSignals *signals);

G_END_DECLS
