/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "app/scorecard/evidence-item.h"
#include "store/workspace.h"

G_BEGIN_DECLS

/* What the library of evidence and the form ask of the workspace. */

/**
 * SuiviEvidenceChoice:
 * @statement_id: key of what a child said
 * @words: what the child said
 * @about: age and theme, as far as they are known; may be ""
 * @consultation: title and day of the consultation
 * @title: what evidence from it is called: nothing of what was said
 * @date: month of the consultation, "2026-03"; may be ""
 *
 * Something that a child said and that consent lets stand as evidence.
 */
typedef struct
{
  char *statement_id;
  char *words;
  char *about;
  char *consultation;
  char *title;
  char *date;
} SuiviEvidenceChoice;

void       suivi_evidence_list_async         (SuiviWorkspace       *workspace,
                                              GCancellable         *cancellable,
                                              GAsyncReadyCallback   callback,
                                              gpointer              user_data);
void       suivi_evidence_supported_async    (SuiviWorkspace       *workspace,
                                              const char           *evidence_id,
                                              GCancellable         *cancellable,
                                              GAsyncReadyCallback   callback,
                                              gpointer              user_data);
void       suivi_evidence_delete_async       (SuiviWorkspace       *workspace,
                                              const char           *evidence_id,
                                              GAsyncReadyCallback   callback,
                                              gpointer              user_data);
gboolean   suivi_evidence_delete_finish      (SuiviWorkspace       *workspace,
                                              GAsyncResult         *result,
                                              guint                *n_grades,
                                              GError              **error);
void       suivi_evidence_choices_async      (SuiviWorkspace       *workspace,
                                              const char           *statement_id,
                                              GCancellable         *cancellable,
                                              GAsyncReadyCallback   callback,
                                              gpointer              user_data);
void       suivi_evidence_choice_free        (SuiviEvidenceChoice  *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SuiviEvidenceChoice, suivi_evidence_choice_free)

G_END_DECLS
