/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "exchange/import-plan.h"

G_BEGIN_DECLS

#define SUIVI_TYPE_GROUP_ITEM (suivi_group_item_get_type ())
G_DECLARE_FINAL_TYPE (SuiviGroupItem, suivi_group_item, SUIVI, GROUP_ITEM, GObject)

SuiviGroupItem *suivi_group_item_new (const SuiviPlanGroup *group);
SuiviPlanGroup *suivi_group_item_make_group (SuiviGroupItem *self);
const char *suivi_group_item_get_name (SuiviGroupItem *self);
const char *suivi_group_item_get_details (SuiviGroupItem *self);
gboolean suivi_group_item_get_included (SuiviGroupItem *self);
void suivi_group_item_set_included (SuiviGroupItem *self, gboolean included);
gboolean suivi_group_item_matches (SuiviGroupItem *self, const char *folded);
int suivi_group_item_compare (gconstpointer a, gconstpointer b);

G_END_DECLS
