/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Changes to consultations. The gates of src/core/consultation are asked here, so that no page and no command can go
 * round them. */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "core/text/text.h"
#include "store/consultation-store.h"
#include "store/record.h"
#include "store/transaction-private.h"
#include "store/vault-private.h"

static gboolean
refuse (const char *message, GError **error)
{
  g_set_error_literal (error, SUIVI_STORE_ERROR, SUIVI_STORE_ERROR_INVALID, message);
  return FALSE;
}

/* The record with that key. A missing one is an error. */
static gpointer
need_record (SuiviTransaction *self, const SuiviRecordType *type, const char *id, GError **error)
{
  g_autoptr (GError) local = NULL;
  gpointer record = id != NULL ? suivi_record_get (self->store, type, id, &local) : NULL;

  if (local != NULL)
    g_propagate_error (error, g_steal_pointer (&local));
  else if (record == NULL)
    g_set_error_literal (error, SUIVI_STORE_ERROR, SUIVI_STORE_ERROR_NOT_FOUND,
                         _ ("What this belongs to is not there any more."));

  return record;
}

/* What belongs to a closed consultation stays as it is. @sql finds the consultation by what @id is the key of. */
static gboolean
refuse_if_closed (SuiviTransaction *self, const char *sql, const char *id, GError **error)
{
  g_autofree char *condition = g_strdup_printf ("WHERE id = (%s) AND status = 'closed'", sql);
  g_autoptr (GPtrArray) closed
             = suivi_record_list (self->store, &suivi_consultation_record, condition, id, NULL, error);

  if (closed == NULL)
    return FALSE;
  if (closed->len > 0)
    g_set_error_literal (error, SUIVI_GATE_ERROR, SUIVI_GATE_ERROR_ORDER,
                         _ ("The consultation is closed. Take it back one step to change it."));

  return closed->len == 0;
}

#define REFUSE_IF_CLOSED(self, id, error) refuse_if_closed (self, "SELECT ?1", id, error)
#define REFUSE_IF_CLOSED_OF(self, table, id, error) \
  refuse_if_closed (self, "SELECT consultation_id FROM " table " WHERE id = ?1", id, error)

/* Whether the consultation, with what @consultation changes, may have the status that @consultation asks for. */
static gboolean
ask_status_gate (SuiviTransaction *self,
                 SuiviConsultationRecord *before,
                 const SuiviConsultation *consultation,
                 GError **error)
{
  g_autoptr (SuiviConsultation) changed = suivi_consultation_copy (consultation);
  g_autoptr (SuiviStanding) standing = NULL;
  SuiviConsultationFacts facts = { NULL };

  changed->status = before->consultation->status;
  standing = suivi_standing_new (changed, before->answers, before->own_items, before->overrides);
  suivi_consultation_record_get_facts (before, &facts);
  facts.consultation = changed;
  facts.standing = standing;

  return suivi_consultation_gate_status (&facts, consultation->status, error);
}

/**
 * suivi_transaction_put_consultation:
 * @error: %SUIVI_STORE_ERROR_INVALID if it has no title; a %SUIVI_GATE_ERROR if it may not have that status
 *
 * Adds the consultation, or updates the one with the same key.
 *
 * Returns: %FALSE on failure: the transaction should then be dropped
 */
gboolean
suivi_transaction_put_consultation (SuiviTransaction *self, SuiviConsultation *consultation, GError **error)
{
  g_autoptr (SuiviConsultationRecord) before = NULL;
  g_autoptr (GError) local = NULL;

  if (!suivi_refuse_blank (consultation->title, _ ("A consultation needs a title."), error))
    return FALSE;
  before = suivi_store_load_consultation (self->store, consultation->id, &local);
  if (local != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local));
      return FALSE;
    }
  if (before == NULL && consultation->status != SUIVI_CONSULTATION_PLANNING)
    return refuse (_ ("A consultation begins with planning."), error);
  if (before != NULL && before->consultation->status != consultation->status
      && !ask_status_gate (self, before, consultation, error))
    return FALSE;

  return suivi_record_put (self, &suivi_consultation_record, consultation, error);
}

/**
 * suivi_transaction_delete_consultation:
 * @error: %SUIVI_STORE_ERROR_INVALID if children take part in it: then suivi_store_erase_consultation() is what is meant
 *
 * Deletes a consultation that has no participants, and all that belongs to it. No error if it is not there.
 *
 * Returns: %FALSE on failure: the transaction should then be dropped
 */
gboolean
suivi_transaction_delete_consultation (SuiviTransaction *self, const char *id, GError **error)
{
  static const char *const statements[] = {
    "DELETE FROM attachment WHERE owner_id IN (SELECT id FROM check_answer WHERE consultation_id = ?1)",
    "DELETE FROM check_answer WHERE consultation_id = ?1",
    "DELETE FROM override WHERE consultation_id = ?1",
    "DELETE FROM facilitator WHERE consultation_id = ?1",
    "DELETE FROM headcount WHERE consultation_id = ?1",
    "DELETE FROM feedback WHERE consultation_id = ?1",
    "DELETE FROM sent_out WHERE consultation_id = ?1",
    "DELETE FROM consultation WHERE id = ?1",
  };
  g_autoptr (GPtrArray) participants = suivi_record_list (self->store, &suivi_participant_record,
                                                          "WHERE consultation_id = ?1", id, NULL, error);

  if (participants == NULL)
    return FALSE;
  if (participants->len > 0)
    return refuse (
      _ ("Children take part in this consultation. Erase it instead: deleting could be undone, and "
         "would leave traces."),
      error);

  return suivi_vault_drop_of (self, id, error) && SUIVI_RUN_WITH_ID (self, statements, id, error);
}

/**
 * suivi_transaction_put_facilitator:
 *
 * Adds an adult who is in contact with the children, or updates the one with the same key.
 *
 * Returns: %FALSE on failure: the transaction should then be dropped
 */
gboolean
suivi_transaction_put_facilitator (SuiviTransaction *self, SuiviFacilitator *facilitator, GError **error)
{
  return REFUSE_IF_CLOSED (self, facilitator->consultation_id, error)
         && suivi_record_put (self, &suivi_facilitator_record, facilitator, error);
}

/**
 * suivi_transaction_delete_facilitator:
 *
 * Takes an adult out. No error if she is not there.
 *
 * Returns: %FALSE on failure: the transaction should then be dropped
 */
gboolean
suivi_transaction_delete_facilitator (SuiviTransaction *self, const char *id, GError **error)
{
  static const char *const statements[] = { "DELETE FROM facilitator WHERE id = ?1" };

  return REFUSE_IF_CLOSED_OF (self, "facilitator", id, error)
         && SUIVI_RUN_WITH_ID (self, statements, id, error);
}

/**
 * suivi_transaction_put_headcount:
 *
 * Says how many children of one age and gender, or of one further group, took part; takes the place of an earlier number.
 *
 * Returns: %FALSE on failure: the transaction should then be dropped
 */
gboolean
suivi_transaction_put_headcount (SuiviTransaction *self, SuiviHeadcount *headcount, GError **error)
{
  return REFUSE_IF_CLOSED (self, headcount->consultation_id, error)
         && suivi_record_put (self, &suivi_headcount_record, headcount, error);
}

/**
 * suivi_transaction_put_check_answer:
 *
 * Answers an item of the checklist; takes the place of an earlier answer.
 *
 * Returns: %FALSE on failure: the transaction should then be dropped
 */
gboolean
suivi_transaction_put_check_answer (SuiviTransaction *self, SuiviCheckAnswer *answer, GError **error)
{
  return REFUSE_IF_CLOSED (self, answer->consultation_id, error)
         && suivi_record_put (self, &suivi_check_answer_record, answer, error);
}

/**
 * suivi_transaction_put_check_item:
 * @error: %SUIVI_STORE_ERROR_INVALID if it has no text, or if another text was answered already
 *
 * Adds an item of one's own to the checklist, or updates the one with the same key.
 *
 * Returns: %FALSE on failure: the transaction should then be dropped
 */
gboolean
suivi_transaction_put_check_item (SuiviTransaction *self, SuiviCheckItem *item, GError **error)
{
  g_autoptr (GPtrArray) answered = NULL;

  if (!suivi_refuse_blank (item->text, _ ("Write the item first: its text is empty."), error))
    return FALSE;
  answered = suivi_record_list (self->store, &suivi_check_item_record,
                                "WHERE id = ?1 AND text <> ?2"
                                " AND EXISTS (SELECT 1 FROM check_answer a WHERE a.item_id = check_item.id"
                                "             AND a.answer <> 'unanswered')",
                                item->id, item->text, error);
  if (answered == NULL)
    return FALSE;
  if (answered->len > 0)
    return refuse (_ ("This item was answered already, so its text stays. Take it out and add another one."),
                   error);

  return suivi_record_put (self, &suivi_check_item_record, item, error);
}

/**
 * suivi_transaction_put_override:
 * @key: the opened key of a safeguarding focal person: nobody else may decide this
 * @override: the decision; who decided, and when, are set here
 * @error: %SUIVI_STORE_ERROR_INVALID if there is no reason, or nothing to let pass
 *
 * Lets a consultation go on although must items are missing.
 *
 * Returns: %FALSE on failure: the transaction should then be dropped
 */
gboolean
suivi_transaction_put_override (SuiviTransaction *self,
                                SuiviVaultKey *key,
                                SuiviOverride *override,
                                GError **error)
{
  g_return_val_if_fail (key != NULL, FALSE);

  if (!suivi_refuse_blank (override->reason, _ ("Say why the consultation may go on: the reason is empty."),
                           error))
    return FALSE;
  if (override->items[0] == NULL)
    return refuse (_ ("There is nothing to decide: no must item is missing."), error);
  g_free (override->focal_point);
  override->focal_point = g_strdup (suivi_vault_key_get_holder (key));
  g_free (override->decided_on);
  override->decided_on = suivi_store_get_today (self->store);

  return suivi_record_put (self, &suivi_override_record, override, error);
}

/* A code that nobody else of the consultation has. */
static gboolean
settle_code (SuiviTransaction *self, SuiviParticipant *participant, GError **error)
{
  for (;;)
    {
      g_autoptr (GPtrArray) same = suivi_record_list (self->store, &suivi_participant_record,
                                                      "WHERE consultation_id = ?1 AND code = ?2",
                                                      participant->consultation_id, participant->code, error);

      if (same == NULL)
        return FALSE;
      if (same->len == 0 || g_str_equal (((SuiviParticipant *) same->pdata[0])->id, participant->id))
        return TRUE;
      g_free (participant->code);
      participant->code = suivi_participant_make_code ();
    }
}

/* Whether the child takes everything back with this change. What was taken back stays so, whatever an older form says:
 * see suivi_transaction_restore_participant(). */
static gboolean
settle_withdrawal (SuiviTransaction *self, SuiviParticipant *participant, gboolean *result, GError **error)
{
  g_autoptr (GError) local = NULL;
  g_autoptr (SuiviParticipant) before
             = suivi_record_get (self->store, &suivi_participant_record, participant->id, &local);

  if (local != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local));
      return FALSE;
    }
  if (before != NULL && before->withdrawn_on[0] != '\0' && participant->withdrawn_on[0] == '\0')
    {
      g_free (participant->withdrawn_on);
      participant->withdrawn_on = g_strdup (before->withdrawn_on);
    }
  *result = participant->withdrawn_on[0] != '\0' && before != NULL && before->withdrawn_on[0] == '\0';

  return TRUE;
}

/**
 * suivi_transaction_put_participant:
 * @participant: its code is made anew if another participant has it
 *
 * Adds the participant, or updates the one with the same key. What was agreed may be incomplete: the gates see to it.
 *
 * A step in which a child takes everything back is no part of undo: nobody shall bring consent back by undoing something
 * else.
 *
 * Returns: %FALSE on failure: the transaction should then be dropped
 */
gboolean
suivi_transaction_put_participant (SuiviTransaction *self, SuiviParticipant *participant, GError **error)
{
  gboolean withdrawn = FALSE;

  if (participant->size == 0)
    return refuse (_ ("A code stands for at least one child."), error);
  if (!settle_withdrawal (self, participant, &withdrawn, error))
    return FALSE;
  self->final |= withdrawn;

  return settle_code (self, participant, error)
         && suivi_record_put (self, &suivi_participant_record, participant, error);
}

/**
 * suivi_transaction_restore_participant:
 * @id: key of a participant
 *
 * Says that a child did not take everything back after all: noted by mistake. No error if the code is not there.
 *
 * Returns: %FALSE on failure: the transaction should then be dropped
 */
gboolean
suivi_transaction_restore_participant (SuiviTransaction *self, const char *id, GError **error)
{
  g_autoptr (GError) local = NULL;
  g_autoptr (SuiviParticipant) participant
             = suivi_record_get (self->store, &suivi_participant_record, id, &local);

  if (local != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local));
      return FALSE;
    }
  if (participant == NULL)
    return TRUE;
  g_free (participant->withdrawn_on);
  participant->withdrawn_on = g_strdup ("");

  return suivi_record_put (self, &suivi_participant_record, participant, error);
}

/* Whether the statement may be taken from whoever said it until now. */
static gboolean
may_change_child (SuiviTransaction *self, const SuiviStatement *statement, const char *today, GError **error)
{
  g_autoptr (GError) local = NULL;
  g_autoptr (SuiviStatement) before
             = suivi_record_get (self->store, &suivi_statement_record, statement->id, &local);
  g_autoptr (SuiviParticipant) child = NULL;

  if (local != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local));
      return FALSE;
    }
  if (before == NULL || g_str_equal (before->participant_id, statement->participant_id))
    return TRUE;
  child = need_record (self, &suivi_participant_record, before->participant_id, error);

  return child != NULL && suivi_participant_gate_settled (child, today, error);
}

/* A safeguard may have failed since the consultation was ready. */
static gboolean
need_safeguards (SuiviTransaction *self, const char *consultation_id, GError **error)
{
  g_autoptr (SuiviConsultationRecord) record
             = suivi_store_load_consultation (self->store, consultation_id, error);

  if (record == NULL)
    return FALSE;
  if (record->standing->n_missing_now > 0)
    g_set_error (
      error, SUIVI_GATE_ERROR, SUIVI_GATE_ERROR_CHECKLIST,
      ngettext ("%u must item of the checklist is not met any more. See to the safeguards first.",
                "%u must items of the checklist are not met any more. See to the safeguards first.",
                record->standing->n_missing_now),
      record->standing->n_missing_now);

  return record->standing->n_missing_now == 0;
}

/**
 * suivi_transaction_put_statement:
 * @error: a %SUIVI_GATE_ERROR if consent is not settled for it, does not go so far, or the consultation may not be held
 *
 * Adds what a child said, or updates the statement with the same key.
 *
 * Returns: %FALSE on failure: the transaction should then be dropped
 */
gboolean
suivi_transaction_put_statement (SuiviTransaction *self, SuiviStatement *statement, GError **error)
{
  g_autoptr (SuiviConsultation) consultation
             = need_record (self, &suivi_consultation_record, statement->consultation_id, error);
  g_autoptr (SuiviParticipant) participant = NULL;
  g_autofree char *today = suivi_store_get_today (self->store);

  if (consultation == NULL)
    return FALSE;
  participant = need_record (self, &suivi_participant_record, statement->participant_id, error);
  if (participant == NULL)
    return FALSE;

  return suivi_statement_gate_record (statement, consultation, participant, today, error)
         && may_change_child (self, statement, today, error)
         && need_safeguards (self, statement->consultation_id, error)
         && suivi_record_put (self, &suivi_statement_record, statement, error);
}

/**
 * suivi_transaction_delete_statement:
 *
 * Deletes a statement and its ties. This can be undone (but for a picture that was sealed for it): where nothing may
 * remain, its participant is erased. No error if it is not there.
 *
 * Returns: %FALSE on failure: the transaction should then be dropped
 */
gboolean
suivi_transaction_delete_statement (SuiviTransaction *self, const char *id, GError **error)
{
  static const char *const statements[] = {
    "DELETE FROM edition_evidence_use WHERE evidence_id IN"
    "  (SELECT id FROM edition_evidence WHERE statement_id = ?1"
    "   UNION SELECT id FROM evidence WHERE statement_id = ?1)",
    "DELETE FROM edition_evidence WHERE statement_id = ?1"
    " OR id IN (SELECT id FROM evidence WHERE statement_id = ?1)",
    "DELETE FROM attachment WHERE owner_id IN (SELECT id FROM evidence WHERE statement_id = ?1)",
    "DELETE FROM evidence_use WHERE evidence_id IN (SELECT id FROM evidence WHERE statement_id = ?1)",
    "DELETE FROM evidence WHERE statement_id = ?1",
    "DELETE FROM statement_use WHERE statement_id = ?1",
    "DELETE FROM statement WHERE id = ?1",
  };

  return REFUSE_IF_CLOSED_OF (self, "statement", id, error) && suivi_vault_drop_of (self, id, error)
         && SUIVI_RUN_WITH_ID (self, statements, id, error);
}

/**
 * suivi_transaction_put_statement_use:
 * @error: a %SUIVI_GATE_ERROR if the statement may not even be counted; %SUIVI_STORE_ERROR_INVALID if it is not tied to
 *   exactly one thing
 *
 * Ties a statement to an issue, a draft or a recommendation.
 *
 * Returns: %FALSE on failure: the transaction should then be dropped
 */
gboolean
suivi_transaction_put_statement_use (SuiviTransaction *self, SuiviStatementUse *use, GError **error)
{
  g_autoptr (SuiviStatement) statement
             = need_record (self, &suivi_statement_record, use->statement_id, error);
  g_autoptr (SuiviParticipant) participant = NULL;
  g_autofree char *today = suivi_store_get_today (self->store);

  if (statement == NULL)
    return FALSE;
  if ((use->priority_id != NULL) + (use->draft_id != NULL) + (use->recommendation_id != NULL) != 1)
    return refuse (_ ("Choose one thing that the statement speaks for."), error);
  participant = need_record (self, &suivi_participant_record, statement->participant_id, error);

  return participant != NULL
         && suivi_consent_gate_allows (statement, participant, SUIVI_USE_COUNT, today, error)
         && suivi_record_put (self, &suivi_statement_use_record, use, error);
}

/**
 * suivi_transaction_delete_statement_use:
 *
 * Unties a statement. No error if it is not there.
 *
 * Returns: %FALSE on failure: the transaction should then be dropped
 */
gboolean
suivi_transaction_delete_statement_use (SuiviTransaction *self, const char *id, GError **error)
{
  static const char *const statements[] = { "DELETE FROM statement_use WHERE id = ?1" };

  return refuse_if_closed (
           self,
           "SELECT s.consultation_id FROM statement s JOIN statement_use u ON u.statement_id = s.id"
           " WHERE u.id = ?1",
           id, error)
         && SUIVI_RUN_WITH_ID (self, statements, id, error);
}

/**
 * suivi_transaction_put_feedback:
 *
 * Adds what children were told, or updates what has the same key.
 *
 * Returns: %FALSE on failure: the transaction should then be dropped
 */
gboolean
suivi_transaction_put_feedback (SuiviTransaction *self, SuiviFeedback *feedback, GError **error)
{
  return REFUSE_IF_CLOSED (self, feedback->consultation_id, error)
         && suivi_record_put (self, &suivi_feedback_record, feedback, error);
}

/**
 * suivi_transaction_delete_feedback:
 *
 * Deletes a note of what children were told. No error if it is not there.
 *
 * Returns: %FALSE on failure: the transaction should then be dropped
 */
gboolean
suivi_transaction_delete_feedback (SuiviTransaction *self, const char *id, GError **error)
{
  static const char *const statements[] = { "DELETE FROM feedback WHERE id = ?1" };

  return REFUSE_IF_CLOSED_OF (self, "feedback", id, error) && SUIVI_RUN_WITH_ID (self, statements, id, error);
}

/**
 * suivi_transaction_put_sent_out:
 * @sent_out: when and by whom are set here if they are ""
 *
 * Notes that a file was written with what children said. The step is no part of undo.
 *
 * Returns: %FALSE on failure: the transaction should then be dropped
 */
gboolean
suivi_transaction_put_sent_out (SuiviTransaction *self, SuiviSentOut *sent_out, GError **error)
{
  if (suivi_text_is_blank (sent_out->made_on))
    {
      g_free (sent_out->made_on);
      sent_out->made_on = suivi_store_get_today (self->store);
    }
  if (suivi_text_is_blank (sent_out->made_by))
    {
      g_free (sent_out->made_by);
      sent_out->made_by = g_strdup (self->store->author);
    }

  /* An undo would not bring the file back: whoever erases something has to know of it. */
  self->final = TRUE;

  return suivi_record_put (self, &suivi_sent_out_record, sent_out, error);
}
