/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "exchange/import-plan.h"

G_BEGIN_DECLS

#define SUIVI_TYPE_GROUP_LIST (suivi_group_list_get_type ())
G_DECLARE_FINAL_TYPE (SuiviGroupList, suivi_group_list, SUIVI, GROUP_LIST, GtkWidget)

void suivi_group_list_set_groups (SuiviGroupList *self, GPtrArray *groups);
void suivi_group_list_set_hint (SuiviGroupList *self, const char *hint);
guint suivi_group_list_count_included (SuiviGroupList *self);
GPtrArray *suivi_group_list_list_groups (SuiviGroupList *self);

G_END_DECLS
