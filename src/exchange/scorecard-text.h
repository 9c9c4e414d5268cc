/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "core/review/recommendation.h"
#include "core/review/review.h"
#include "core/scorecard/light.h"
#include "core/scorecard/tally.h"
#include "store/filter.h"

G_BEGIN_DECLS

/* The words of a scorecard, whatever format it is written in. */

char  *suivi_scorecard_reviews_text (GPtrArray         *reviews);
char  *suivi_scorecard_filter_text  (const SuiviFilter *filter,
                                     GPtrArray         *reviews,
                                     GHashTable        *labels);
gboolean suivi_scorecard_filter_is_whole (const SuiviFilter *filter);
char  *suivi_scorecard_author_text  (const char        *author,
                                     const char        *organisation);
char  *suivi_scorecard_origin_text  (SuiviReview         *review,
                                     SuiviRecommendation *recommendation);
char  *suivi_scorecard_light_text   (SuiviLight         light);
const char *suivi_scorecard_unit_text (SuiviCountingUnit unit);
char  *suivi_scorecard_tally_text  (const SuiviTally  *tally,
                                    GHashTable        *labels);

G_END_DECLS
