/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "core/consultation/check-answer.h"
#include "core/consultation/check-item.h"
#include "core/consultation/consent-gate.h"
#include "core/consultation/consultation.h"
#include "core/consultation/facilitator.h"
#include "core/consultation/feedback.h"
#include "core/consultation/gates.h"
#include "core/consultation/headcount.h"
#include "core/consultation/override.h"
#include "core/consultation/participant.h"
#include "core/consultation/sent-out.h"
#include "core/consultation/statement-use.h"
#include "core/consultation/statement.h"
#include "store/attachment.h"
#include "store/vault.h"

G_BEGIN_DECLS

/*
 * Consultations in the workspace. The gates are asked here, inside the transaction, whoever the caller is: a status
 * that is not allowed, a statement without consent cannot be written.
 */

/**
 * SuiviConsultationRecord:
 * @consultation: the consultation
 * @facilitators: (element-type SuiviFacilitator)
 * @headcounts: (element-type SuiviHeadcount)
 * @answers: (element-type SuiviCheckAnswer)
 * @own_items: (element-type SuiviCheckItem): all items that the organisation added
 * @overrides: (element-type SuiviOverride)
 * @participants: (element-type SuiviParticipant): by code
 * @feedbacks: (element-type SuiviFeedback): by date
 * @sent_out: (element-type SuiviSentOut): by date
 * @standing: how the checklist stands
 * @n_statements: how many statements there are
 * @n_unexplained: of these, how many are neither used nor have a reason why not
 * @n_withdrawn: participants who took everything back
 * @today: the day on which it was read
 * @n_overdue: participants whose day of deletion is past
 *
 * A consultation with all that belongs to it, but for the statements.
 */
typedef struct
{
  SuiviConsultation *consultation;
  GPtrArray *facilitators;
  GPtrArray *headcounts;
  GPtrArray *answers;
  GPtrArray *own_items;
  GPtrArray *overrides;
  GPtrArray *participants;
  GPtrArray *feedbacks;
  GPtrArray *sent_out;
  SuiviStanding *standing;
  guint n_statements;
  guint n_unexplained;
  guint n_withdrawn;
  guint n_overdue;
  char *today;
} SuiviConsultationRecord;

/**
 * SuiviAllowedStatement:
 * @statement: the statement. Its words are "" if only counting was asked for, or, for %SUIVI_USE_RECORD, if they were
 *   withdrawn
 * @participant: (nullable): who said it; %NULL but for %SUIVI_USE_RECORD
 * @uses: (element-type SuiviStatementUse): what became of it
 * @withdrawn: whether it was taken back; only for %SUIVI_USE_RECORD
 *
 * A statement that the consent gate let through for the use that was asked for.
 */
typedef struct
{
  SuiviStatement *statement;
  SuiviParticipant *participant;
  GPtrArray *uses;
  gboolean withdrawn;
} SuiviAllowedStatement;

/**
 * SuiviErasure:
 * @n_participants: codes that were erased
 * @n_statements: statements
 * @n_sealed: sealed values and files
 * @n_steps: steps of the history whose content was erased
 * @codes: the codes, to be printed on the certificate; they stand nowhere in the workspace any more
 * @backups: file names of copies beside the workspace that may still hold it
 * @sent_out: (element-type SuiviSentOut): files that were written and may still hold it
 * @erased_at: when, UTC, ISO 8601
 * @erased_by: who
 * @complete: whether the log beside the file was emptied, too. If not, another program has the workspace open: it is done
 *   when the last one closes it
 *
 * What was erased, for the certificate. No name, no words.
 */
typedef struct
{
  guint n_participants;
  guint n_statements;
  guint n_sealed;
  guint n_steps;
  char **codes;
  char **backups;
  GPtrArray *sent_out;
  char *erased_at;
  char *erased_by;
  gboolean complete;
} SuiviErasure;

/* Reading */
GPtrArray               *suivi_store_list_consultations       (SuiviStore               *self,
                                                               const char               *state,
                                                               GError                  **error);
SuiviConsultationRecord *suivi_store_load_consultation        (SuiviStore               *self,
                                                               const char               *id,
                                                               GError                  **error);
guint                    suivi_store_count_consultations      (SuiviStore               *self,
                                                               const char               *state,
                                                               GError                  **error);
GPtrArray               *suivi_store_list_statements          (SuiviStore               *self,
                                                               const char               *consultation_id,
                                                               SuiviUse                  use,
                                                               GError                  **error);
GPtrArray               *suivi_store_list_statements_for      (SuiviStore               *self,
                                                               const char               *priority_id,
                                                               const char               *draft_id,
                                                               const char               *recommendation_id,
                                                               SuiviUse                  use,
                                                               GError                  **error);
SuiviAllowedStatement   *suivi_store_get_allowed_statement    (SuiviStore               *self,
                                                               const char               *id,
                                                               SuiviUse                  use,
                                                               GError                  **error);
GPtrArray               *suivi_store_list_overdue_participants (SuiviStore              *self,
                                                               GError                  **error);
void                     suivi_consultation_record_get_facts  (SuiviConsultationRecord  *self,
                                                               SuiviConsultationFacts   *facts);
char                    *suivi_store_get_today                (SuiviStore               *self);

/* Writing */
gboolean suivi_transaction_put_consultation     (SuiviTransaction        *self,
                                                 SuiviConsultation       *consultation,
                                                 GError                 **error);
gboolean suivi_transaction_delete_consultation  (SuiviTransaction        *self,
                                                 const char              *id,
                                                 GError                 **error);
gboolean suivi_transaction_put_facilitator      (SuiviTransaction        *self,
                                                 SuiviFacilitator        *facilitator,
                                                 GError                 **error);
gboolean suivi_transaction_delete_facilitator   (SuiviTransaction        *self,
                                                 const char              *id,
                                                 GError                 **error);
gboolean suivi_transaction_put_headcount        (SuiviTransaction        *self,
                                                 SuiviHeadcount          *headcount,
                                                 GError                 **error);
gboolean suivi_transaction_put_check_answer     (SuiviTransaction        *self,
                                                 SuiviCheckAnswer        *answer,
                                                 GError                 **error);
gboolean suivi_transaction_put_check_item       (SuiviTransaction        *self,
                                                 SuiviCheckItem          *item,
                                                 GError                 **error);
gboolean suivi_transaction_put_override         (SuiviTransaction        *self,
                                                 SuiviVaultKey           *key,
                                                 SuiviOverride           *override,
                                                 GError                 **error);
gboolean suivi_transaction_put_participant      (SuiviTransaction        *self,
                                                 SuiviParticipant        *participant,
                                                 GError                 **error);
gboolean suivi_transaction_restore_participant  (SuiviTransaction        *self,
                                                 const char              *id,
                                                 GError                 **error);
gboolean suivi_transaction_put_statement        (SuiviTransaction        *self,
                                                 SuiviStatement          *statement,
                                                 GError                 **error);
gboolean suivi_transaction_delete_statement     (SuiviTransaction        *self,
                                                 const char              *id,
                                                 GError                 **error);
gboolean suivi_transaction_put_statement_use    (SuiviTransaction        *self,
                                                 SuiviStatementUse       *use,
                                                 GError                 **error);
gboolean suivi_transaction_delete_statement_use (SuiviTransaction        *self,
                                                 const char              *id,
                                                 GError                 **error);
gboolean suivi_transaction_put_feedback         (SuiviTransaction        *self,
                                                 SuiviFeedback           *feedback,
                                                 GError                 **error);
gboolean suivi_transaction_delete_feedback      (SuiviTransaction        *self,
                                                 const char              *id,
                                                 GError                 **error);
gboolean suivi_transaction_put_sent_out         (SuiviTransaction        *self,
                                                 SuiviSentOut            *sent_out,
                                                 GError                 **error);

/* Erasing: for good. See erasure.c */
SuiviErasure *suivi_store_erase_participant  (SuiviStore    *self,
                                              const char    *id,
                                              GError       **error);
SuiviErasure *suivi_store_erase_consultation (SuiviStore    *self,
                                              const char    *id,
                                              GError       **error);

void suivi_consultation_record_free (SuiviConsultationRecord *self);
void suivi_allowed_statement_free   (SuiviAllowedStatement   *self);
void suivi_erasure_free             (SuiviErasure            *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SuiviConsultationRecord, suivi_consultation_record_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SuiviAllowedStatement, suivi_allowed_statement_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SuiviErasure, suivi_erasure_free)

G_END_DECLS
