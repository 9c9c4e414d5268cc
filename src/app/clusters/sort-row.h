/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "store/recommendation-list.h"

G_BEGIN_DECLS

#define SUIVI_TYPE_SORT_ROW (suivi_sort_row_get_type ())
G_DECLARE_FINAL_TYPE (SuiviSortRow, suivi_sort_row, SUIVI, SORT_ROW, GtkWidget)

/* A recommendation that is to be put into a cluster: a box to select it, its number and text, and where it is now. */

GtkWidget *suivi_sort_row_new (GtkListItem *list_item);
void suivi_sort_row_show (SuiviSortRow *self, SuiviRecommendationItem *item, const char *cluster);
SuiviRecommendationItem *suivi_sort_row_get_item (SuiviSortRow *self);
guint suivi_sort_row_get_position (SuiviSortRow *self);

G_END_DECLS
