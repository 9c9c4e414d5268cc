/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "app/sealing/sealing-dialog.h"

G_BEGIN_DECLS

/* A new passphrase for a holder: with the old one, or, if that is forgotten, with the words of her recovery sheet. */
#define SUIVI_TYPE_PASSPHRASE_DIALOG (suivi_passphrase_dialog_get_type ())
G_DECLARE_FINAL_TYPE (SuiviPassphraseDialog, suivi_passphrase_dialog, SUIVI, PASSPHRASE_DIALOG, SuiviSealingDialog)

GtkWindow *suivi_passphrase_dialog_new (GtkWindow         *parent,
                                        SuiviVaultKeeper  *keeper,
                                        const SuiviHolder *holder,
                                        gboolean           forgotten);

G_END_DECLS
