/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "exchange/table-preview.h"

G_BEGIN_DECLS

#define SUIVI_TYPE_MAPPING_ITEM (suivi_mapping_item_get_type ())
G_DECLARE_FINAL_TYPE (SuiviMappingItem, suivi_mapping_item, SUIVI, MAPPING_ITEM, GObject)

SuiviMappingItem *suivi_mapping_item_new (const SuiviTablePreview *preview, guint column);
const char *suivi_mapping_item_get_header (SuiviMappingItem *self);
const char *suivi_mapping_item_get_values (SuiviMappingItem *self);

G_END_DECLS
