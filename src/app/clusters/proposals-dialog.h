/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "store/workspace.h"

G_BEGIN_DECLS

#define SUIVI_TYPE_PROPOSALS_DIALOG (suivi_proposals_dialog_get_type ())
G_DECLARE_FINAL_TYPE (SuiviProposalsDialog, suivi_proposals_dialog, SUIVI, PROPOSALS_DIALOG, AdwWindow)

/* Where the rules of the clusters would put recommendations; a person decides. Signal "put" (what was done). */

GtkWidget *suivi_proposals_dialog_new (GtkWindow      *parent,
                                       SuiviWorkspace *workspace,
                                       const char     *review_id);

G_END_DECLS
