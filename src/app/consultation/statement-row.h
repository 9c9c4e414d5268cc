/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "store/consultation-store.h"

G_BEGIN_DECLS

#define SUIVI_TYPE_STATEMENT_ROW (suivi_statement_row_get_type ())
G_DECLARE_FINAL_TYPE (SuiviStatementRow, suivi_statement_row, SUIVI, STATEMENT_ROW, AdwPreferencesRow)

/*
 * What a child said, how far it may go and what became of it. Its buttons name actions of the step ("statement.edit",
 * "statement.use", "statement.remove-use", "statement.remove"), each with a key. Signal "left-out" (key, why): the user
 * said why it was not used.
 */

GtkWidget  *suivi_statement_row_new    (void);
void        suivi_statement_row_set    (SuiviStatementRow           *self,
                                        const SuiviAllowedStatement *statement,
                                        GHashTable                  *targets,
                                        const char                  *today,
                                        gboolean                     writable);
const char *suivi_statement_row_get_id (SuiviStatementRow           *self);
void        suivi_statement_row_flush  (SuiviStatementRow           *self);

G_END_DECLS
