/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "store/workspace.h"

G_BEGIN_DECLS

#define SUIVI_TYPE_USE_DIALOG (suivi_use_dialog_get_type ())
G_DECLARE_FINAL_TYPE (SuiviUseDialog, suivi_use_dialog, SUIVI, USE_DIALOG, AdwWindow)

/*
 * Ties a statement to what it speaks for: an issue, a draft, or a recommendation. Signal "saved" when that is done; the
 * window closes then.
 */

SuiviUseDialog *suivi_use_dialog_new (GtkWindow      *parent,
                                      SuiviWorkspace *workspace,
                                      const char     *state,
                                      const char     *statement_id);

G_END_DECLS
