/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "exchange/import-plan.h"

G_BEGIN_DECLS

#define SUIVI_TYPE_FAULT_ITEM (suivi_fault_item_get_type ())
G_DECLARE_FINAL_TYPE (SuiviFaultItem, suivi_fault_item, SUIVI, FAULT_ITEM, GObject)

SuiviFaultItem *suivi_fault_item_new (const SuiviImportFault *fault, guint n);
SuiviFaultItem *suivi_fault_item_new_for_choice (const SuiviPlanChoice *choice, gboolean first);
SuiviImportFault *suivi_fault_item_get_fault (SuiviFaultItem *self);
const SuiviPlanChoice *suivi_fault_item_get_choice (SuiviFaultItem *self);
const char *suivi_fault_item_get_heading (SuiviFaultItem *self);

G_END_DECLS
