/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "app/drafting/draft-jobs.h"

G_BEGIN_DECLS

#define SUIVI_TYPE_DRAFT_SAVER (suivi_draft_saver_get_type ())
G_DECLARE_FINAL_TYPE (SuiviDraftSaver, suivi_draft_saver, SUIVI, DRAFT_SAVER, GObject)

/*
 * Keeps what was typed into drafts until the workspace has it. Signals: "saved" each time something was saved, "failed"
 * (sentence) when that did not work: the words are kept, and are tried again with the next ones.
 */

SuiviDraftSaver *suivi_draft_saver_new       (SuiviWorkspace    *workspace);
void             suivi_draft_saver_change    (SuiviDraftSaver   *self,
                                              SuiviDraft        *draft,
                                              SuiviDraftFields   fields);
void             suivi_draft_saver_flush     (SuiviDraftSaver   *self);
void             suivi_draft_saver_forget    (SuiviDraftSaver   *self,
                                              const char        *draft_id);
SuiviDraft      *suivi_draft_saver_lookup    (SuiviDraftSaver   *self,
                                              const char        *draft_id,
                                              SuiviDraftFields  *fields);
guint            suivi_draft_saver_count     (SuiviDraftSaver   *self);
gboolean         suivi_draft_saver_is_saving (SuiviDraftSaver   *self);

G_END_DECLS
