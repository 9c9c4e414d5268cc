/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "store/consultation-store.h"
#include "store/workspace.h"

G_BEGIN_DECLS

#define SUIVI_TYPE_STATEMENT_DIALOG (suivi_statement_dialog_get_type ())
G_DECLARE_FINAL_TYPE (SuiviStatementDialog, suivi_statement_dialog, SUIVI, STATEMENT_DIALOG, AdwWindow)

/*
 * Everything about a statement. Before it goes further than into totals, somebody reads the words; when they are changed
 * later, it falls back. Signal "saved"; the window closes then.
 */

SuiviStatementDialog *suivi_statement_dialog_new (GtkWindow            *parent,
                                                  SuiviWorkspace       *workspace,
                                                  const SuiviStatement *statement,
                                                  GPtrArray            *participants,
                                                  const char           *today);

G_END_DECLS
