/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "app/import/fault-item.h"

G_BEGIN_DECLS

#define SUIVI_TYPE_FAULT_ROW (suivi_fault_row_get_type ())
G_DECLARE_FINAL_TYPE (SuiviFaultRow, suivi_fault_row, SUIVI, FAULT_ROW, GtkWidget)

GtkWidget *suivi_fault_row_new (void);
void suivi_fault_row_set (SuiviFaultRow *self, SuiviFaultItem *item);

G_END_DECLS
