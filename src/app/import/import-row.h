/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "exchange/import-plan.h"

G_BEGIN_DECLS

#define SUIVI_TYPE_IMPORT_ROW (suivi_import_row_get_type ())
G_DECLARE_FINAL_TYPE (SuiviImportRow, suivi_import_row, SUIVI, IMPORT_ROW, GtkWidget)

GtkWidget *suivi_import_row_new (void);
void suivi_import_row_set (SuiviImportRow *self, SuiviPlanRow *row, gboolean show_review);

G_END_DECLS
