/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "store/workspace.h"

G_BEGIN_DECLS

#define SUIVI_TYPE_DRAFT_PANELS (suivi_draft_panels_get_type ())
G_DECLARE_FINAL_TYPE (SuiviDraftPanels, suivi_draft_panels, SUIVI, DRAFT_PANELS, GtkBox)

/*
 * What helps with a draft, below its wording: the guided form, what speaks for it, what was said before, whom to ask, its
 * versions and translations. Each is read when it is opened. Signals: "use-text" (text, form or %NULL, means or %NULL), "insert" (words),
 * "backed" (how many things speak for it), "show-rows" (#SuiviFilter), "show-recommendation" (key).
 */

void suivi_draft_panels_set_draft (SuiviDraftPanels *self,
                                   SuiviWorkspace   *workspace,
                                   SuiviPriority    *priority,
                                   SuiviDraft       *draft,
                                   const char       *next_review);
void suivi_draft_panels_set_text  (SuiviDraftPanels *self,
                                   const char       *text);

G_END_DECLS
