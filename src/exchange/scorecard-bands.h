/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "core/scorecard/scale-tally.h"
#include "exchange/scorecard-source.h"

G_BEGIN_DECLS

/* The grades of the scale that a scorecard speaks beside the lights, in words; #SuiviScaleTally counts them. */

gboolean    suivi_scorecard_head_can_be_open (const SuiviScorecardHead *self);
char       *suivi_scorecard_head_grade_text (const SuiviScorecardHead  *self,
                                             SuiviLight                 grade);
const char *suivi_scorecard_open_text       (void);

G_END_DECLS
