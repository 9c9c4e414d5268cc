/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "exchange/scorecard-source.h"

G_BEGIN_DECLS

/* For scorecard-source.c and scorecard-frozen.c only. */

gboolean suivi_scorecard_source_give           (SuiviScorecardSource     *self,
                                                SuiviRecommendation      *recommendation,
                                                SuiviReview              *review,
                                                SuiviAssessment          *assessment,
                                                const char               *cluster,
                                                guint                     previous,
                                                SuiviScorecardEntryFunc   func,
                                                gpointer                  func_data,
                                                GError                  **error);
gboolean suivi_scorecard_source_foreach_frozen (SuiviScorecardSource     *self,
                                                SuiviScorecardEntryFunc   func,
                                                gpointer                  func_data,
                                                GCancellable             *cancellable,
                                                GError                  **error);

G_END_DECLS
