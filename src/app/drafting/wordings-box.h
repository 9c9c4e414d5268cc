/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "app/drafting/draft-panel.h"

G_BEGIN_DECLS

#define SUIVI_TYPE_WORDINGS_BOX (suivi_wordings_box_get_type ())
G_DECLARE_FINAL_TYPE (SuiviWordingsBox, suivi_wordings_box, SUIVI, WORDINGS_BOX, SuiviDraftPanel)

/* Versions of the wording, and two of them word by word. Signal "use-text" (text): the user wants that wording back. */

GtkWidget *suivi_wordings_box_new       (void);
void       suivi_wordings_box_set_draft (SuiviWordingsBox *self,
                                         SuiviWorkspace   *workspace,
                                         SuiviDraft       *draft);

G_END_DECLS
