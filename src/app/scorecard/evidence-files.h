/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "app/scorecard/evidence-change.h"
#include "store/workspace.h"

G_BEGIN_DECLS

#define SUIVI_TYPE_EVIDENCE_FILES (suivi_evidence_files_get_type ())
G_DECLARE_FINAL_TYPE (SuiviEvidenceFiles, suivi_evidence_files, SUIVI, EVIDENCE_FILES, GtkBox)

/*
 * The files of a piece of evidence: those in the workspace and those that will be, as they are after saving. Nothing is
 * written before suivi_evidence_files_fill() is saved.
 *
 * Signals: "failed" (sentence); "changed" ().
 */

void     suivi_evidence_files_set               (SuiviEvidenceFiles   *self,
                                                 SuiviWorkspace       *workspace,
                                                 const char           *evidence_id,
                                                 gboolean              writable);
void     suivi_evidence_files_set_from_children (SuiviEvidenceFiles   *self,
                                                 gboolean              from_children);
void     suivi_evidence_files_add               (SuiviEvidenceFiles   *self,
                                                 GFile                *file);
guint    suivi_evidence_files_get_n             (SuiviEvidenceFiles   *self);
gboolean suivi_evidence_files_has_changes       (SuiviEvidenceFiles   *self);
void     suivi_evidence_files_fill              (SuiviEvidenceFiles   *self,
                                                 SuiviEvidenceChange  *change);

G_END_DECLS
