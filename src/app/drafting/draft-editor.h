/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "app/drafting/draft-saver.h"

G_BEGIN_DECLS

#define SUIVI_TYPE_DRAFT_EDITOR (suivi_draft_editor_get_type ())
G_DECLARE_FINAL_TYPE (SuiviDraftEditor, suivi_draft_editor, SUIVI, DRAFT_EDITOR, GtkBox)

/*
 * One draft: its wording with what can be said of it, where it stands, and the panels that help. Signals: "failed"
 * (sentence), "show-rows" (#SuiviFilter), "show-recommendation" (key).
 */

void        suivi_draft_editor_set_workspace (SuiviDraftEditor *self,
                                              SuiviWorkspace   *workspace,
                                              SuiviDraftSaver  *saver);
void        suivi_draft_editor_set_draft     (SuiviDraftEditor *self,
                                              SuiviIssue       *issue,
                                              SuiviDraft       *draft,
                                              const char       *next_review);
const char *suivi_draft_editor_get_draft_id  (SuiviDraftEditor *self);
void        suivi_draft_editor_focus_text    (SuiviDraftEditor *self);

G_END_DECLS
