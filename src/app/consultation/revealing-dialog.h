/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "core/consultation/statement.h"

G_BEGIN_DECLS

#define SUIVI_TYPE_REVEALING_DIALOG (suivi_revealing_dialog_get_type ())
G_DECLARE_FINAL_TYPE (SuiviRevealingDialog, suivi_revealing_dialog, SUIVI, REVEALING_DIALOG, AdwWindow)

/*
 * Before words of a child are quoted or published, somebody reads them for what tells who the child is; what Suivi found
 * is marked. Signals: "confirmed" (): none of it tells who the child is; "change" (): the words shall be changed. The
 * window closes then. Closed otherwise, nothing is emitted.
 */

SuiviRevealingDialog *suivi_revealing_dialog_new       (GtkWindow            *parent,
                                                        const char           *words,
                                                        SuiviConsentLevel     level);
const char           *suivi_revealing_dialog_get_words (SuiviRevealingDialog *self);

G_END_DECLS
