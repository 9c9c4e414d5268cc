/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "app/sealing/sealing-dialog.h"
#include "core/consultation/participant.h"

G_BEGIN_DECLS

/* Erases a code for good, after saying what that means, and gives a certificate. */
#define SUIVI_TYPE_ERASE_DIALOG (suivi_erase_dialog_get_type ())
G_DECLARE_FINAL_TYPE (SuiviEraseDialog, suivi_erase_dialog, SUIVI, ERASE_DIALOG, SuiviSealingDialog)

GtkWindow *suivi_erase_dialog_new (GtkWindow              *parent,
                                   SuiviWorkspace         *workspace,
                                   const SuiviParticipant *participant);

G_END_DECLS
