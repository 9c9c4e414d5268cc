/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "app/drafting/draft-panel.h"

G_BEGIN_DECLS

#define SUIVI_TYPE_EARLIER_BOX (suivi_earlier_box_get_type ())
G_DECLARE_FINAL_TYPE (SuiviEarlierBox, suivi_earlier_box, SUIVI, EARLIER_BOX, SuiviDraftPanel)

/*
 * Earlier recommendations to the State that ask something like the draft. Signal "insert" (words): they belong at the
 * end of the sentence, before the full stop; that the draft rests on that recommendation is saved already. Signal
 * "show-recommendation" (key): the user wants to see it.
 */

GtkWidget *suivi_earlier_box_new       (void);
void       suivi_earlier_box_set_draft (SuiviEarlierBox *self,
                                        SuiviWorkspace  *workspace,
                                        SuiviPriority   *priority,
                                        SuiviDraft      *draft,
                                        const char      *text);

G_END_DECLS
