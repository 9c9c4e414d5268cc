/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "store/workspace.h"

G_BEGIN_DECLS

#define SUIVI_TYPE_ORGANISATIONS_DIALOG (suivi_organisations_dialog_get_type ())
G_DECLARE_FINAL_TYPE (SuiviOrganisationsDialog, suivi_organisations_dialog, SUIVI, ORGANISATIONS_DIALOG, AdwWindow)

/* The organisations whose judgements a workspace holds, and how they are called. */

void suivi_organisations_show (GtkWindow      *parent,
                               SuiviWorkspace *workspace);

G_END_DECLS
