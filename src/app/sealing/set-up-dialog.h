/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "app/sealing/sealing-dialog.h"

G_BEGIN_DECLS

/**
 * SuiviSetUpPurpose:
 * @SUIVI_SET_UP_FIRST: the safeguarding focal point
 * @SUIVI_SET_UP_SECOND: another person who can open everything, too
 * @SUIVI_SET_UP_SUCCESSOR: who takes over from all others
 *
 * Who is set up. For all but the first the keeper must be unlocked.
 */
typedef enum
{
  SUIVI_SET_UP_FIRST,
  SUIVI_SET_UP_SECOND,
  SUIVI_SET_UP_SUCCESSOR,
} SuiviSetUpPurpose;

/* Three pages: who, the passphrase, the recovery sheet. Nobody is set up before she confirmed the sheet. */
#define SUIVI_TYPE_SET_UP_DIALOG (suivi_set_up_dialog_get_type ())
G_DECLARE_FINAL_TYPE (SuiviSetUpDialog, suivi_set_up_dialog, SUIVI, SET_UP_DIALOG, SuiviSealingDialog)

GtkWindow *suivi_set_up_dialog_new (GtkWindow         *parent,
                                    SuiviVaultKeeper  *keeper,
                                    SuiviSetUpPurpose  purpose);

G_END_DECLS
