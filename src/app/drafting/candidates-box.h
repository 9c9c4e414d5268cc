/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "app/drafting/draft-panel.h"

G_BEGIN_DECLS

#define SUIVI_TYPE_CANDIDATES_BOX (suivi_candidates_box_get_type ())
G_DECLARE_FINAL_TYPE (SuiviCandidatesBox, suivi_candidates_box, SUIVI, CANDIDATES_BOX, SuiviDraftPanel)

/*
 * Which States may take up the draft, why, and which were asked. Signal "show-rows" (SuiviFilter): the user wants to see
 * the recommendations that a figure counts.
 */

GtkWidget *suivi_candidates_box_new       (void);
void       suivi_candidates_box_set_draft (SuiviCandidatesBox *self,
                                           SuiviWorkspace     *workspace,
                                           SuiviPriority      *priority,
                                           SuiviDraft         *draft);

G_END_DECLS
