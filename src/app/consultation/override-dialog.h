/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "app/consultation/consultation-step.h"

G_BEGIN_DECLS

/**
 * SuiviOverrideDialog:
 *
 * The safeguarding focal point decides to go on although must items are missing: with a reason, and her passphrase,
 * so that nobody else decides for her.
 */
#define SUIVI_TYPE_OVERRIDE_DIALOG (suivi_override_dialog_get_type ())
G_DECLARE_FINAL_TYPE (SuiviOverrideDialog, suivi_override_dialog, SUIVI, OVERRIDE_DIALOG, AdwWindow)

GtkWidget *suivi_override_dialog_new (SuiviConsultationStep *step,
                                      const char * const    *items,
                                      GPtrArray             *holders);

G_END_DECLS
