/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "app/import/mapping-item.h"

G_BEGIN_DECLS

#define SUIVI_TYPE_MAPPING_ROW (suivi_mapping_row_get_type ())
G_DECLARE_FINAL_TYPE (SuiviMappingRow, suivi_mapping_row, SUIVI, MAPPING_ROW, GtkWidget)

GtkWidget *suivi_mapping_row_new (GListModel *fields);
void suivi_mapping_row_set (SuiviMappingRow *self, SuiviMappingItem *item);

G_END_DECLS
