/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "store/workspace.h"

G_BEGIN_DECLS

#define SUIVI_TYPE_FREEZE_DIALOG (suivi_freeze_dialog_get_type ())
G_DECLARE_FINAL_TYPE (SuiviFreezeDialog, suivi_freeze_dialog, SUIVI, FREEZE_DIALOG, AdwWindow)

/*
 * Asks what has to be known of an edition, and freezes it.
 *
 * Signal "frozen" (key of the edition, its title): it is done. The window closes then.
 */

GtkWidget *suivi_freeze_dialog_new (GtkWindow *parent,
                                    SuiviWorkspace *workspace,
                                    const char *review_id,
                                    GPtrArray *editions,
                                    const char *cut_off,
                                    guint n_recommendations,
                                    guint n_open);

G_END_DECLS
