/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "core/scorecard/light-order.h"
#include "exchange/document.h"
#include "exchange/scorecard-source.h"
#include "exchange/scorecard-totals.h"
#include "exchange/text-output.h"

G_BEGIN_DECLS

/* For scorecard-output.c and scorecard-pdf.c only: one writer for each format. */

/* In the order in which they are added up. What is no answer to a recommendation stands last. */
#define SUIVI_N_SCORECARD_POSITIONS (SUIVI_N_POSITIONS + 1)
extern const SuiviPosition suivi_scorecard_positions[SUIVI_N_SCORECARD_POSITIONS];

gboolean  suivi_scorecard_add_csv  (SuiviScorecardSource  *source,
                                    SuiviTextOutput       *output,
                                    GCancellable          *cancellable,
                                    GError               **error);
gboolean  suivi_scorecard_add_json (SuiviScorecardSource  *source,
                                    SuiviTextOutput       *output,
                                    GCancellable          *cancellable,
                                    GError               **error);
GBytes   *suivi_scorecard_make_pdf (SuiviScorecardSource  *source,
                                    GCancellable          *cancellable,
                                    GError               **error);

/* What stands in a PDF before the recommendations: scorecard-pdf-summary.c */
SuiviDocument *suivi_scorecard_begin_pdf (SuiviScorecardSource  *source,
                                          SuiviScorecardTotals  *totals,
                                          GCancellable          *cancellable,
                                          GError               **error);

G_END_DECLS
