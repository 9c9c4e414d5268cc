/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "exchange/scorecard-source.h"

G_BEGIN_DECLS

GBytes *suivi_midterm_report_make (SuiviScorecardSource  *source,
                                   GCancellable          *cancellable,
                                   GError               **error);

G_END_DECLS
