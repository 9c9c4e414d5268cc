/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "app/drafting/draft-panel.h"

G_BEGIN_DECLS

#define SUIVI_TYPE_TRANSLATIONS_BOX (suivi_translations_box_get_type ())
G_DECLARE_FINAL_TYPE (SuiviTranslationsBox, suivi_translations_box, SUIVI, TRANSLATIONS_BOX, SuiviDraftPanel)

/* The wording in other languages. */

GtkWidget *suivi_translations_box_new       (void);
void       suivi_translations_box_set_draft (SuiviTranslationsBox *self,
                                             SuiviWorkspace       *workspace,
                                             SuiviDraft           *draft);

G_END_DECLS
