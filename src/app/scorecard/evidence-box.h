/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "core/scorecard/evidence.h"
#include "store/workspace.h"

G_BEGIN_DECLS

#define SUIVI_TYPE_EVIDENCE_BOX (suivi_evidence_box_get_type ())
G_DECLARE_FINAL_TYPE (SuiviEvidenceBox, suivi_evidence_box, SUIVI, EVIDENCE_BOX, GtkBox)

/*
 * What supports a grade: pieces of evidence, new ones from a form, a file or a link that is dropped or pasted, known ones
 * from the library of the workspace. The pieces themselves are saved here, as steps of their own; whoever uses the box
 * ties suivi_evidence_box_dup_ids() to the assessment when "changed" says so.
 *
 * Properties: "workspace" (#SuiviWorkspace); "editable" (%TRUE): whether pieces can be added, edited and taken out.
 * Signal "changed" (): the user added a piece or took one out. A piece that is gone from the workspace is not shown and
 * has no id here, without a signal, and comes back with an undo.
 */

GtkWidget *suivi_evidence_box_new          (void);
void       suivi_evidence_box_set_evidence (SuiviEvidenceBox *self,
                                            GPtrArray        *evidence);
char     **suivi_evidence_box_dup_ids      (SuiviEvidenceBox *self);

G_END_DECLS
