/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "store/workspace.h"

G_BEGIN_DECLS

#define SUIVI_TYPE_EVIDENCE_LIBRARY (suivi_evidence_library_get_type ())
G_DECLARE_FINAL_TYPE (SuiviEvidenceLibrary, suivi_evidence_library, SUIVI, EVIDENCE_LIBRARY, AdwWindow)

/*
 * All evidence of a workspace, by title, with search: to keep it in order, or to choose a piece.
 *
 * Signal "chosen" (#SuiviEvidence): somebody chose one. Only if it was made for choosing; the window closes then.
 * Signal "show-recommendation" (key): somebody wants to see what a piece supports. The window closes then.
 */

void       suivi_evidence_library_show        (GtkWindow          *parent,
                                               SuiviWorkspace     *workspace);
GtkWidget *suivi_evidence_library_new         (GtkWindow          *parent,
                                               SuiviWorkspace     *workspace);
GtkWidget *suivi_evidence_library_new_chooser (GtkWindow          *parent,
                                               SuiviWorkspace     *workspace,
                                               const char *const  *used);

G_END_DECLS
