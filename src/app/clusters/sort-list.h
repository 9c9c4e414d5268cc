/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "app/clusters/sort-places.h"

G_BEGIN_DECLS

#define SUIVI_TYPE_SORT_LIST (suivi_sort_list_get_type ())
G_DECLARE_FINAL_TYPE (SuiviSortList, suivi_sort_list, SUIVI, SORT_LIST, GtkWidget)

/*
 * The recommendations that are to be put into clusters. It begins with those that are in none. Any number of them is
 * selected, or dragged away.
 *
 * Signals: "changed" when others are selected; "failed" (sentence).
 */

void suivi_sort_list_set_workspace (SuiviSortList *self, SuiviWorkspace *workspace, const char *review_id);
void suivi_sort_list_set_places (SuiviSortList *self, SuiviSortPlaces *places);
guint suivi_sort_list_count_selected (SuiviSortList *self);
GArray *suivi_sort_list_list_selected (SuiviSortList *self);
gboolean suivi_sort_list_has_selected (SuiviSortList *self, GArray *keys);
void suivi_sort_list_come_back (SuiviSortList *self, GArray *keys);
void suivi_sort_list_go_on (SuiviSortList *self);
void suivi_sort_list_settle (SuiviSortList *self);

G_END_DECLS
