/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "app/drafting/draft-panel.h"

G_BEGIN_DECLS

#define SUIVI_TYPE_BACKING_BOX (suivi_backing_box_get_type ())
G_DECLARE_FINAL_TYPE (SuiviBackingBox, suivi_backing_box, SUIVI, BACKING_BOX, SuiviDraftPanel)

/*
 * What speaks for a draft or its whole issue: evidence, outputs of other mechanisms, targets of the Sustainable
 * Development Goals, earlier recommendations. Signal "changed" (how many pieces of evidence and outputs) each
 * time they were read. Signal "show-recommendation" (key): the user wants to see it.
 */

GtkWidget *suivi_backing_box_new       (void);
void       suivi_backing_box_set_draft (SuiviBackingBox *self,
                                        SuiviWorkspace  *workspace,
                                        SuiviPriority   *priority,
                                        SuiviDraft      *draft);

G_END_DECLS
