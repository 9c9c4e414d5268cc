/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "store/recommendation-list.h"

G_BEGIN_DECLS

#define SUIVI_TYPE_RECOMMENDATION_ROW (suivi_recommendation_row_get_type ())
G_DECLARE_FINAL_TYPE (SuiviRecommendationRow, suivi_recommendation_row, SUIVI, RECOMMENDATION_ROW, GtkWidget)

GtkWidget               *suivi_recommendation_row_new      (void);
void                     suivi_recommendation_row_set_item (SuiviRecommendationRow  *self,
                                                            SuiviRecommendationItem *item);
SuiviRecommendationItem *suivi_recommendation_row_get_item (SuiviRecommendationRow  *self);
void                     suivi_recommendation_row_set_show_review (SuiviRecommendationRow *self,
                                                                   gboolean                show_review);
void                     suivi_recommendation_row_set_begun (SuiviRecommendationRow *self,
                                                             GHashTable              *begun);

G_END_DECLS
