/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "core/scorecard/evidence.h"
#include "store/workspace.h"

G_BEGIN_DECLS

#define SUIVI_TYPE_EVIDENCE_DIALOG (suivi_evidence_dialog_get_type ())
G_DECLARE_FINAL_TYPE (SuiviEvidenceDialog, suivi_evidence_dialog, SUIVI, EVIDENCE_DIALOG, AdwWindow)

/*
 * A piece of evidence: new, or one of the workspace. It is saved as a step of its own. Signal "saved" (#SuiviEvidence)
 * when that is done; the window closes then.
 */

GtkWidget *suivi_evidence_dialog_new (GtkWindow           *parent,
                                      SuiviWorkspace      *workspace,
                                      const SuiviEvidence *evidence);

G_END_DECLS
