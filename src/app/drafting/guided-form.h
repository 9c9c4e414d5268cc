/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "core/drafting/draft.h"
#include "core/drafting/priority.h"

G_BEGIN_DECLS

#define SUIVI_TYPE_GUIDED_FORM (suivi_guided_form_get_type ())
G_DECLARE_FINAL_TYPE (SuiviGuidedForm, suivi_guided_form, SUIVI, GUIDED_FORM, GtkBox)

/*
 * Asks for the parts of a recommendation and writes the sentence. Signal "use-text" (text, form, means): the user wants
 * the sentence; the form is what draft->form keeps, the means are for draft->means.
 */

GtkWidget *suivi_guided_form_new       (void);
void       suivi_guided_form_set_draft (SuiviGuidedForm *self,
                                        SuiviPriority   *priority,
                                        SuiviDraft      *draft,
                                        const char      *next_review);

G_END_DECLS
