/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "store/consultation-store.h"
#include "store/workspace.h"

G_BEGIN_DECLS

#define SUIVI_TYPE_STATEMENT_ENTRY (suivi_statement_entry_get_type ())
G_DECLARE_FINAL_TYPE (SuiviStatementEntry, suivi_statement_entry, SUIVI, STATEMENT_ENTRY, GtkBox)

/*
 * Where statements are written down one after the other, without the mouse: Enter saves and starts the next, Shift+Enter
 * starts a line, Alt+1 to Alt+4 choose how far it may go; on the code, its letters choose it. What is typed is never
 * lost: what could not be saved comes back.
 */

void suivi_statement_entry_set   (SuiviStatementEntry     *self,
                                  SuiviWorkspace          *workspace,
                                  const SuiviConsultation *consultation,
                                  GPtrArray               *participants,
                                  const char              *today);
void suivi_statement_entry_flush (SuiviStatementEntry     *self);

G_END_DECLS
