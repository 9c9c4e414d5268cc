/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "core/drafting/analysis.h"

G_BEGIN_DECLS

#define SUIVI_TYPE_DRAFT_VIEW (suivi_draft_view_get_type ())
G_DECLARE_FINAL_TYPE (SuiviDraftView, suivi_draft_view, SUIVI, DRAFT_VIEW, GtkTextView)

/*
 * The wording of a draft. Words that a hint is about are underlined, in another style for each criterion, and the margin
 * says for which. Signal "hint-dismissed" (rule) when the user does not want to see such hints again.
 */

char  *suivi_draft_view_dup_text     (SuiviDraftView  *self);
void   suivi_draft_view_load_text    (SuiviDraftView  *self,
                                      const char      *text);
void   suivi_draft_view_replace_text (SuiviDraftView  *self,
                                      const char      *text);
void   suivi_draft_view_append_words (SuiviDraftView  *self,
                                      const char      *words);
void   suivi_draft_view_set_hints    (SuiviDraftView  *self,
                                      SuiviAnalysis   *analysis,
                                      GPtrArray       *hints);
guint  suivi_draft_view_count_marked (SuiviDraftView  *self);
void   suivi_draft_view_show_hint    (SuiviDraftView  *self,
                                      const SuiviHint *hint);

G_END_DECLS
