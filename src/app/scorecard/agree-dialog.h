/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "app/scorecard/agreement-keeper.h"

G_BEGIN_DECLS

#define SUIVI_TYPE_AGREE_DIALOG (suivi_agree_dialog_get_type ())
G_DECLARE_FINAL_TYPE (SuiviAgreeDialog, suivi_agree_dialog, SUIVI, AGREE_DIALOG, AdwWindow)

/*
 * What each organisation says of one recommendation, side by side, and what they agree on. It is saved as one step that
 * can be undone; the dialog then closes itself.
 *
 * Signals: "grade" (key of the recommendation): somebody wants to grade it, too; "show-recommendation" (key of the
 * recommendation): somebody wants to see it in full. What was typed is kept in the workspace, whatever closes the dialog.
 */

GtkWidget            *suivi_agree_dialog_new        (GtkWindow        *parent,
                                                     SuiviWorkspace   *workspace,
                                                     const char       *recommendation_id,
                                                     const char       *cut_off,
                                                     GPtrArray        *organisations);
SuiviAgreementKeeper *suivi_agree_dialog_get_keeper (SuiviAgreeDialog *self);

G_END_DECLS
