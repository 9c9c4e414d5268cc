/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "app/review/recommendation-detail.h"
#include "app/review/recommendations-page.h"

G_BEGIN_DECLS

/*
 * What the files of the page share: recommendations-page.c holds it together, recommendations-page-filter.c searches,
 * narrows and counts, recommendations-page-rows.c makes rows, recommendations-page-selection.c keeps the selection,
 * recommendations-page-grading.c changes what is selected, recommendations-page-clusters.c puts it into clusters,
 * recommendations-page-institutions.c says who is to implement it,
 * recommendations-page-show.c goes to one recommendation.
 */

/* What is offered until it is known what there is: as bits, what nearly every workspace has. */
#define SUIVI_RECOMMENDATIONS_PAGE_CHOICES \
  (1u << SUIVI_FACET_THEME | 1u << SUIVI_FACET_GROUP | 1u << SUIVI_FACET_STATE)

struct _SuiviRecommendationsPage
{
  GtkBox parent_instance;

  GtkStack *title_stack;
  GtkWidget *title;
  GtkEditable *search;
  GtkWidget *sidebar_button;
  GtkWidget *list_button;
  GtkWidget *import_button;
  GtkMenuButton *menu_button;
  GMenu *menu;
  GMenu *import_menu;
  GMenuModel *narrow_menu; /* (owned): both menus, for where the button has no room */
  GtkRevealer *failure;
  GtkLabel *failure_label;
  GtkStack *stack;
  GtkWidget *chips_scroller;
  GtkBox *chips;
  GtkToggleButton *children;
  GtkLabel *children_count;
  GtkWidget *clear;
  AdwLeaflet *leaflet;
  GtkLabel *counter;
  GtkStack *list_stack;
  GtkListView *list_view;
  GtkActionBar *many_bar;
  GtkLabel *many_label;
  SuiviRecommendationDetail *detail;

  GPtrArray *facet_chips; /* (owned) (element-type SuiviFacetChip) */
  GPtrArray *spare_rows;  /* (owned) (element-type SuiviRecommendationRow): not in the list now */

  SuiviWorkspace *workspace;      /* (owned) */
  SuiviRecommendationList *list;  /* (owned) */
  GtkMultiSelection *selection;   /* (owned) */
  GCancellable *counts_cancellable; /* (owned): of the counts under way */
  GCancellable *choices_cancellable; /* (owned): of the search for optional chips */
  guint choices;                  /* facets that have an optional chip, as bits */
  GHashTable *drafts;             /* (owned): grades begun and not saved */

  SuiviFilter *filter; /* (owned): the review, the search and what is chosen */
  char *review_id;
  char *sort;
  gboolean descending;
  gboolean folded;

  GArray *selected_keys; /* (owned) (element-type gint64): what is selected, unless it is too much */
  gint64 wanted_key;     /* of the row to scroll to as soon as it is there, 0 for none */
  guint update_idle;
  gboolean rows_changed;   /* since the last update */
  gboolean counts_wanted;  /* as soon as the rows are there */
  gboolean choices_wanted; /* as soon as the rows are there */
  guint total;
  gboolean has_total;
  gboolean updating;
};

void     suivi_recommendations_page_queue_update      (SuiviRecommendationsPage *self);
void     suivi_recommendations_page_show_failure      (SuiviRecommendationsPage *self,
                                                       const char               *sentence);

guint    suivi_recommendations_page_count_rows        (SuiviRecommendationsPage *self);
gboolean suivi_recommendations_page_is_narrowed       (SuiviRecommendationsPage *self);
void     suivi_recommendations_page_update_chips      (SuiviRecommendationsPage *self);
void     suivi_recommendations_page_update_counter    (SuiviRecommendationsPage *self);
void     suivi_recommendations_page_request_wanted    (SuiviRecommendationsPage *self);
void     suivi_recommendations_page_apply_filter      (SuiviRecommendationsPage *self);
void     suivi_recommendations_page_take_filter       (SuiviRecommendationsPage *self,
                                                       SuiviFilter              *filter);
void     suivi_recommendations_page_add_chips         (SuiviRecommendationsPage *self);
void     suivi_recommendations_page_install_filter    (GtkWidgetClass           *widget_class);

guint   suivi_recommendations_page_count_selected    (SuiviRecommendationsPage *self);
GArray *suivi_recommendations_page_list_selected     (SuiviRecommendationsPage *self);
void    suivi_recommendations_page_update_selection  (SuiviRecommendationsPage *self);
void    suivi_recommendations_page_restore_selection (SuiviRecommendationsPage *self);

void    suivi_recommendations_page_install_grading   (GtkWidgetClass           *widget_class);

void    suivi_recommendations_page_install_clusters  (GtkWidgetClass           *widget_class);

void    suivi_recommendations_page_install_institutions (GtkWidgetClass        *widget_class);

void    suivi_recommendations_page_add_factory       (SuiviRecommendationsPage *self);
void    suivi_recommendations_page_bind_rows_again   (SuiviRecommendationsPage *self);

void    suivi_recommendations_page_scroll_to_wanted  (SuiviRecommendationsPage *self);
void    suivi_recommendations_page_install_show      (GtkWidgetClass           *widget_class);

G_END_DECLS
