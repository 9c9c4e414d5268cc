/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "core/scorecard/evidence.h"
#include "store/transaction.h"

G_BEGIN_DECLS

/**
 * SuiviEvidenceChange:
 * @evidence: (element-type SuiviEvidence): what is put
 * @owners: (element-type utf8): keys of the evidence that @files go with, in the same order
 * @files: (element-type GFile): what goes into the workspace
 * @removed: (element-type utf8): keys of the attachments that leave it
 *
 * What is saved about evidence in one step.
 */
typedef struct
{
  GPtrArray *evidence;
  GPtrArray *owners;
  GPtrArray *files;
  GPtrArray *removed;
} SuiviEvidenceChange;

SuiviEvidenceChange *suivi_evidence_change_new      (void);
SuiviEvidenceChange *suivi_evidence_change_new_from_value (const GValue   *value,
                                                     char                **fault);
void                 suivi_evidence_change_free     (SuiviEvidenceChange  *self);
void                 suivi_evidence_change_add      (SuiviEvidenceChange  *self,
                                                     const SuiviEvidence  *evidence);
void                 suivi_evidence_change_add_file (SuiviEvidenceChange  *self,
                                                     const char           *evidence_id,
                                                     GFile                *file);
gboolean             suivi_evidence_change_put      (SuiviStore           *store,
                                                     SuiviTransaction     *transaction,
                                                     gpointer              change,
                                                     GError              **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SuiviEvidenceChange, suivi_evidence_change_free)

G_END_DECLS
