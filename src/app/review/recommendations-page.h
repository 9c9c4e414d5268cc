/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "store/recommendation-list.h"

G_BEGIN_DECLS

#define SUIVI_TYPE_RECOMMENDATIONS_PAGE (suivi_recommendations_page_get_type ())
G_DECLARE_FINAL_TYPE (SuiviRecommendationsPage, suivi_recommendations_page, SUIVI, RECOMMENDATIONS_PAGE, GtkBox)

/*
 * The list of recommendations with search and facets, and the detail of the selected one.
 *
 * Properties: "workspace" (SuiviWorkspace, nullable), "folded" (whether the window shows one thing at a time; the
 * header bar then has a button back to the sidebar), "sort" (nick of an order), "descending".
 * Actions: "recommendations.grade", ".set-children" (b), ".select-all", ".clear-filters", ".sort" (s), ".descending",
 * ".search", ".back". The frame around it offers "win.import", "win.show-sidebar" and "win.undo".
 */

void                     suivi_recommendations_page_set_workspace (SuiviRecommendationsPage *self,
                                                                   SuiviWorkspace           *workspace);
void                     suivi_recommendations_page_set_review    (SuiviRecommendationsPage *self,
                                                                   const char               *review_id);
void                     suivi_recommendations_page_set_filter    (SuiviRecommendationsPage *self,
                                                                   const SuiviFilter        *filter);
const SuiviFilter       *suivi_recommendations_page_get_filter    (SuiviRecommendationsPage *self);
guint                    suivi_recommendations_page_count_drafts  (SuiviRecommendationsPage *self);
void                     suivi_recommendations_page_focus_search  (SuiviRecommendationsPage *self);

SuiviRecommendationList *suivi_recommendations_page_get_list      (SuiviRecommendationsPage *self);
GtkSelectionModel       *suivi_recommendations_page_get_selection (SuiviRecommendationsPage *self);

G_END_DECLS
