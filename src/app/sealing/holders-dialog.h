/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "app/sealing/vault-keeper.h"

G_BEGIN_DECLS

/* Who can open what is sealed, and what can be done about it. */
#define SUIVI_TYPE_HOLDERS_DIALOG (suivi_holders_dialog_get_type ())
G_DECLARE_FINAL_TYPE (SuiviHoldersDialog, suivi_holders_dialog, SUIVI, HOLDERS_DIALOG, AdwWindow)

GtkWindow *suivi_holders_dialog_new (GtkWindow        *parent,
                                     SuiviVaultKeeper *keeper);

G_END_DECLS
