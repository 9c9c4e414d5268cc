/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "store/consultation-store.h"
#include "store/workspace.h"

G_BEGIN_DECLS

/**
 * SuiviConsultationEntry:
 * @record: the consultation, but for what children said
 * @duty: (nullable): what it asks for next
 * @refusal: (nullable): why it may not take its next step, a sentence; %NULL: it may, or there is none
 */
typedef struct
{
  SuiviConsultationRecord *record;
  SuiviDuty *duty;
  char *refusal;
} SuiviConsultationEntry;

/**
 * SuiviConsultationBoard:
 * @state: (nullable): the State whose consultations these are; %NULL when nobody chose among several, or there is none
 * @review_id: (nullable): the review that was chosen, or the only one of the State
 * @n_reviews: how many reviews the workspace has
 * @entries: (element-type SuiviConsultationEntry): the consultations, in the order of the workspace
 *
 * The consultations for the next review of a State.
 */
typedef struct
{
  char *state;
  char *review_id;
  guint n_reviews;
  GPtrArray *entries;
} SuiviConsultationBoard;

GPtrArray              *suivi_consultation_entries_load     (SuiviStore              *store,
                                                             const char              *state,
                                                             GError                 **error);
void                    suivi_consultation_entry_free       (SuiviConsultationEntry  *self);

SuiviConsultationEntry *suivi_consultation_board_find       (SuiviConsultationBoard  *self,
                                                             const char              *id);
void                    suivi_consultation_board_load_async (SuiviWorkspace          *workspace,
                                                             const char              *review_id,
                                                             GCancellable            *cancellable,
                                                             GAsyncReadyCallback      callback,
                                                             gpointer                 user_data);
void                    suivi_consultation_board_free       (SuiviConsultationBoard  *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SuiviConsultationEntry, suivi_consultation_entry_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SuiviConsultationBoard, suivi_consultation_board_free)

G_END_DECLS
