/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "app/import/group-item.h"

G_BEGIN_DECLS

#define SUIVI_TYPE_GROUP_ROW (suivi_group_row_get_type ())
G_DECLARE_FINAL_TYPE (SuiviGroupRow, suivi_group_row, SUIVI, GROUP_ROW, GtkWidget)

GtkWidget *suivi_group_row_new (void);
void suivi_group_row_set (SuiviGroupRow *self, SuiviGroupItem *item);

G_END_DECLS
