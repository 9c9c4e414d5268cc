/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "store/workspace.h"

G_BEGIN_DECLS

#define SUIVI_TYPE_RECOMMENDATION_ITEM (suivi_recommendation_item_get_type ())
G_DECLARE_FINAL_TYPE (SuiviRecommendationItem, suivi_recommendation_item, SUIVI, RECOMMENDATION_ITEM, GObject)

#define SUIVI_TYPE_RECOMMENDATION_LIST (suivi_recommendation_list_get_type ())
G_DECLARE_FINAL_TYPE (SuiviRecommendationList, suivi_recommendation_list, SUIVI, RECOMMENDATION_LIST, GObject)

/*
 * SuiviRecommendationItem: one row of the list. Its property "recommendation" (SUIVI_TYPE_RECOMMENDATION) is %NULL
 * until the row was read from the file, and is notified then and whenever the row changes.
 *
 * SuiviRecommendationList: a GListModel of items over a filter. It knows the keys of all rows and reads a row only
 * when somebody asks for it. Properties: "n-items" (notified), "loading" (the first answer to the present filter is
 * still under way). It follows the workspace: after each step it asks anew, keeping what stayed.
 */

gint64                    suivi_recommendation_item_get_key            (SuiviRecommendationItem *self);
SuiviRecommendation      *suivi_recommendation_item_get_recommendation (SuiviRecommendationItem *self);
SuiviReview              *suivi_recommendation_item_get_review         (SuiviRecommendationItem *self);

SuiviRecommendationList  *suivi_recommendation_list_new                (SuiviWorkspace          *workspace);
void                      suivi_recommendation_list_set_filter         (SuiviRecommendationList *self,
                                                                        const SuiviFilter       *filter);
void                      suivi_recommendation_list_refresh            (SuiviRecommendationList *self);
const SuiviFilter        *suivi_recommendation_list_get_filter         (SuiviRecommendationList *self);
void                      suivi_recommendation_list_set_sort           (SuiviRecommendationList *self,
                                                                        SuiviSort                sort,
                                                                        gboolean                 descending);
gboolean                  suivi_recommendation_list_get_loading        (SuiviRecommendationList *self);
guint                     suivi_recommendation_list_find               (SuiviRecommendationList *self,
                                                                        gint64                   key);
gint64                    suivi_recommendation_list_get_key            (SuiviRecommendationList *self,
                                                                        guint                    position);

G_END_DECLS
