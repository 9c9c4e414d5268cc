/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "store/workspace.h"

G_BEGIN_DECLS

#define SUIVI_TYPE_RECOMMENDATION_DETAIL (suivi_recommendation_detail_get_type ())
G_DECLARE_FINAL_TYPE (SuiviRecommendationDetail, suivi_recommendation_detail, SUIVI, RECOMMENDATION_DETAIL, GtkWidget)

/*
 * Everything known about the selected recommendation. Signal "filter-requested" (facet, value) when the user clicks
 * a State, a theme, a group or a goal. Buttons name actions of the page ("recommendations.grade", …).
 */

void                 suivi_recommendation_detail_set_workspace      (SuiviRecommendationDetail *self,
                                                                     SuiviWorkspace            *workspace);
void                 suivi_recommendation_detail_show_one           (SuiviRecommendationDetail *self,
                                                                     gint64                     key);
void                 suivi_recommendation_detail_show_many          (SuiviRecommendationDetail *self,
                                                                     guint                      n);
void                 suivi_recommendation_detail_reload             (SuiviRecommendationDetail *self);
SuiviRecommendation *suivi_recommendation_detail_get_recommendation (SuiviRecommendationDetail *self);

G_END_DECLS
