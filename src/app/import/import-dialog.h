/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "exchange/import-plan.h"
#include "store/workspace.h"

G_BEGIN_DECLS

#define SUIVI_TYPE_IMPORT_DIALOG (suivi_import_dialog_get_type ())
G_DECLARE_FINAL_TYPE (SuiviImportDialog, suivi_import_dialog, SUIVI, IMPORT_DIALOG, AdwWindow)

SuiviImportDialog *suivi_import_dialog_new (GtkWindow *parent, SuiviWorkspace *workspace);
void suivi_import_dialog_load (SuiviImportDialog *self, GFile *file);
void suivi_import_dialog_export_faults (SuiviImportDialog *self, GFile *file);
void suivi_import_dialog_set_workspace (SuiviImportDialog *self, SuiviWorkspace *workspace);
SuiviWorkspace *suivi_import_dialog_get_workspace (SuiviImportDialog *self);
gboolean suivi_import_dialog_get_waiting (SuiviImportDialog *self);
const char *suivi_import_dialog_get_step (SuiviImportDialog *self);
SuiviImportPlan *suivi_import_dialog_get_plan (SuiviImportDialog *self);

G_END_DECLS
