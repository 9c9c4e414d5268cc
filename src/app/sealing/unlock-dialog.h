/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "app/sealing/sealing-dialog.h"

G_BEGIN_DECLS

/* Asks a holder for her passphrase. Signal "unlocked" (): the keeper has the key now. */
#define SUIVI_TYPE_UNLOCK_DIALOG (suivi_unlock_dialog_get_type ())
G_DECLARE_FINAL_TYPE (SuiviUnlockDialog, suivi_unlock_dialog, SUIVI, UNLOCK_DIALOG, SuiviSealingDialog)

GtkWindow *suivi_unlock_dialog_new (GtkWindow        *parent,
                                    SuiviVaultKeeper *keeper);

G_END_DECLS
