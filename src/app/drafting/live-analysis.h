/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

#include "core/drafting/analysis.h"

G_BEGIN_DECLS

#define SUIVI_TYPE_LIVE_ANALYSIS (suivi_live_analysis_get_type ())
G_DECLARE_FINAL_TYPE (SuiviLiveAnalysis, suivi_live_analysis, SUIVI, LIVE_ANALYSIS, GObject)

/*
 * Analyses a text while it is typed, on a thread of its own: one at a time, and only the newest text is of interest.
 * Signal "done" (analysis) for the text that was asked for last.
 */

SuiviLiveAnalysis *suivi_live_analysis_new     (void);
void               suivi_live_analysis_request (SuiviLiveAnalysis   *self,
                                                const char          *text,
                                                const char          *language,
                                                const SuiviSupport  *support,
                                                gboolean             now);
void               suivi_live_analysis_cancel  (SuiviLiveAnalysis   *self);

G_END_DECLS
