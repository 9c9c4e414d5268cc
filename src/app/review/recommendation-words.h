/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "core/review/recommendation.h"
#include "core/review/review.h"

G_BEGIN_DECLS

/* What a recommendation is called where it is shown. */

char       *suivi_recommendation_to_title   (SuiviRecommendation *recommendation,
                                             SuiviReview         *review);
char       *suivi_recommendation_to_name    (SuiviRecommendation *recommendation,
                                             SuiviReview         *review);
char       *suivi_recommendation_to_caption (SuiviRecommendation *recommendation);
const char *suivi_recommendations_get_only_number (GPtrArray     *recommendations);

G_END_DECLS
