/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "store/workspace.h"

G_BEGIN_DECLS

#define SUIVI_TYPE_EXPORT_DRAFTS_DIALOG (suivi_export_drafts_dialog_get_type ())
G_DECLARE_FINAL_TYPE (SuiviExportDraftsDialog, suivi_export_drafts_dialog, SUIVI, EXPORT_DRAFTS_DIALOG, AdwWindow)

/* Writes chosen drafts into a file. */

GtkWidget *suivi_export_drafts_dialog_new (GtkWindow      *parent,
                                           SuiviWorkspace *workspace,
                                           const char     *state);
void       suivi_export_drafts_dialog_write (SuiviExportDraftsDialog *self,
                                             const char              *path);

G_END_DECLS
