/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define SUIVI_TYPE_DRAFT_LANGUAGE (suivi_draft_language_get_type ())
G_DECLARE_FINAL_TYPE (SuiviDraftLanguage, suivi_draft_language, SUIVI, DRAFT_LANGUAGE, GtkBox)

/*
 * In which language a draft is written: one of the usual ones, or any by its code. Signal "language-chosen" (code).
 */

void        suivi_draft_language_set_language (SuiviDraftLanguage *self,
                                               const char         *language);
gboolean    suivi_draft_language_has_hints    (const char         *language);
const char *suivi_draft_language_get_default  (void);

G_END_DECLS
