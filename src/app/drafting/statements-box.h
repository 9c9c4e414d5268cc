/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "store/workspace.h"

G_BEGIN_DECLS

#define SUIVI_TYPE_STATEMENTS_BOX (suivi_statements_box_get_type ())
G_DECLARE_FINAL_TYPE (SuiviStatementsBox, suivi_statements_box, SUIVI, STATEMENTS_BOX, GtkBox)

/*
 * Statements of children that speak for a draft and its issue, or to a recommendation, as far as consent allows: the
 * words of those that may be quoted, the number of those that only count. It is hidden as long as the State has no
 * consultation. Signal "changed" (how many there are) each time they were read.
 */

void suivi_statements_box_set_draft          (SuiviStatementsBox *self,
                                              SuiviWorkspace     *workspace,
                                              const char         *state,
                                              const char         *priority_id,
                                              const char         *draft_id);
void suivi_statements_box_set_recommendation (SuiviStatementsBox *self,
                                              SuiviWorkspace     *workspace,
                                              const char         *state,
                                              const char         *recommendation_id);
void suivi_statements_box_clear              (SuiviStatementsBox *self);

G_END_DECLS
