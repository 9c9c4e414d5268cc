/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "store/workspace.h"

G_BEGIN_DECLS

#define SUIVI_TYPE_DRAFTING_PAGE (suivi_drafting_page_get_type ())
G_DECLARE_FINAL_TYPE (SuiviDraftingPage, suivi_drafting_page, SUIVI, DRAFTING_PAGE, GtkBox)

/*
 * What a coalition asks for at the next review of a State: issues and their drafts on one side, a draft on the other.
 * Signals: "show-rows" (#SuiviFilter) and "show-recommendation" (key) when the user wants to see what the page refers to.
 */

void     suivi_drafting_page_set_workspace (SuiviDraftingPage    *self,
                                            SuiviWorkspace       *workspace);
void     suivi_drafting_page_set_review    (SuiviDraftingPage    *self,
                                            const char           *review_id);
gboolean suivi_drafting_page_has_unsaved   (SuiviDraftingPage    *self);
void     suivi_drafting_page_save          (SuiviDraftingPage    *self);
void     suivi_drafting_page_save_async    (SuiviDraftingPage    *self,
                                            GAsyncReadyCallback   callback,
                                            gpointer              user_data);
gboolean suivi_drafting_page_save_finish   (SuiviDraftingPage    *self,
                                            GAsyncResult         *result,
                                            GError              **error);

G_END_DECLS
