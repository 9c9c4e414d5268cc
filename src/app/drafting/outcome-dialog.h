/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "store/workspace.h"

G_BEGIN_DECLS

#define SUIVI_TYPE_OUTCOME_DIALOG (suivi_outcome_dialog_get_type ())
G_DECLARE_FINAL_TYPE (SuiviOutcomeDialog, suivi_outcome_dialog, SUIVI, OUTCOME_DIALOG, AdwWindow)

/* What became of a draft. It saves itself; signal "done" when that is in the workspace; it closes then. */

GtkWidget *suivi_outcome_dialog_new (GtkWindow      *parent,
                                     SuiviWorkspace *workspace,
                                     SuiviPriority  *priority,
                                     SuiviDraft     *draft);

G_END_DECLS
