/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Consultations in the workspace: what is put comes back, and no gate can be gone round. */

#include "config.h"

#include <string.h>
#include "tests/store/consultation-records.h"
#include "tests/store/fixture.h"

#define DO(fixture, call)                                                                        \
  G_STMT_START                                                                                   \
  {                                                                                              \
    g_autoptr (GError) do_error = NULL;                                                          \
    g_autoptr (SuiviTransaction) step = suivi_store_begin ((fixture)->store, "Step", &do_error); \
                                                                                                 \
    g_assert_no_error (do_error);                                                                \
    call;                                                                                        \
    g_assert_no_error (do_error);                                                                \
    g_assert_true (suivi_transaction_commit (step, &do_error));                                  \
    g_assert_no_error (do_error);                                                                \
  }                                                                                              \
  G_STMT_END

#define REFUSED(fixture, domain, code, call)                                                \
  G_STMT_START                                                                              \
  {                                                                                         \
    g_autoptr (GError) do_error = NULL;                                                     \
    g_autoptr (SuiviTransaction) step = suivi_store_begin ((fixture)->store, "Step", NULL); \
                                                                                            \
    g_assert_false (call);                                                                  \
    g_assert_error (do_error, domain, code);                                                \
    g_assert_cmpint (g_utf8_strlen (do_error->message, -1), >, 20);                         \
    /* What is wrong is said, not only that the file would not take it. */                  \
    g_assert_null (strstr (do_error->message, "does not fit the rules"));                   \
  }                                                                                         \
  G_STMT_END

#define SET(record, field, value)       \
  G_STMT_START                          \
  {                                     \
    g_free ((record)->field);           \
    (record)->field = g_strdup (value); \
  }                                     \
  G_STMT_END

static SuiviConsultation *
add_ready (Fixture *fixture)
{
  SuiviConsultation *consultation = consultation_make ("School councils");

  DO (fixture, consultation_add_ready (step, consultation));

  return consultation;
}

static SuiviParticipant *
add_participant (Fixture *fixture, SuiviConsultation *consultation)
{
  SuiviParticipant *participant = consultation_make_participant (consultation->id);

  DO (fixture, suivi_transaction_put_participant (step, participant, &do_error));

  return participant;
}

static SuiviStatement *
add_statement (Fixture *fixture, SuiviParticipant *participant, const char *words, SuiviConsentLevel level)
{
  SuiviStatement *statement = suivi_statement_new (participant->consultation_id, participant->id, words);

  statement->level = level;
  SET (statement, checked_words, words);
  DO (fixture, suivi_transaction_put_statement (step, statement, &do_error));

  return statement;
}

static GPtrArray *
list (Fixture *fixture, SuiviConsultation *consultation, SuiviUse use)
{
  g_autoptr (GError) error = NULL;
  GPtrArray *statements = suivi_store_list_statements (fixture->store, consultation->id, use, &error);

  g_assert_no_error (error);

  return statements;
}

static guint
count (Fixture *fixture, SuiviConsultation *consultation, SuiviUse use)
{
  g_autoptr (GPtrArray) statements = list (fixture, consultation, use);

  return statements->len;
}

/* Every kind of record comes back as it was put, also from a file that was closed in between. */
static void
test_round_trip (Fixture *fixture, gconstpointer data)
{
  g_autoptr (SuiviConsultation) consultation = add_ready (fixture);
  g_autoptr (SuiviParticipant) participant = add_participant (fixture, consultation);
  g_autoptr (SuiviStatement) statement
             = add_statement (fixture, participant, "We want clean water.", SUIVI_CONSENT_QUOTE);
  g_autoptr (SuiviFacilitator) facilitator = suivi_facilitator_new (consultation->id, "Ana B.");
  g_autoptr (SuiviHeadcount) headcount
             = suivi_headcount_new (consultation->id, SUIVI_AGE_13_15, SUIVI_GENDER_GIRL, "", 12);
  g_autoptr (SuiviCheckItem) item = suivi_check_item_new ("h", "The driver has two phones", TRUE);
  g_autoptr (SuiviFeedback) feedback = suivi_feedback_new (consultation->id);
  g_autoptr (SuiviSentOut) sent_out = suivi_sent_out_new (consultation->id, "letter.pdf", "report");
  g_autoptr (SuiviConsultationRecord) record = NULL;
  g_autoptr (GPtrArray) said = NULL;
  g_autoptr (GError) error = NULL;

  SET (feedback, what, "What became of it");
  feedback->full = 1;
  DO (fixture, suivi_transaction_put_facilitator (step, facilitator, &do_error);
      suivi_transaction_put_headcount (step, headcount, &do_error);
      suivi_transaction_put_check_item (step, item, &do_error);
      suivi_transaction_put_feedback (step, feedback, &do_error);
      suivi_transaction_put_sent_out (step, sent_out, &do_error));
  fixture_reopen (fixture);

  record = suivi_store_load_consultation (fixture->store, consultation->id, &error);
  g_assert_no_error (error);
  g_assert_true (suivi_consultation_equal (record->consultation, consultation));
  g_assert_cmpuint (record->facilitators->len, ==, 1);
  g_assert_true (suivi_facilitator_equal (record->facilitators->pdata[0], facilitator));
  g_assert_cmpuint (record->headcounts->len, ==, 1);
  g_assert_true (suivi_headcount_equal (record->headcounts->pdata[0], headcount));
  g_assert_cmpuint (record->own_items->len, ==, 1);
  g_assert_true (suivi_check_item_equal (record->own_items->pdata[0], item));
  g_assert_cmpuint (record->participants->len, ==, 1);
  g_assert_true (suivi_participant_equal (record->participants->pdata[0], participant));
  g_assert_cmpuint (record->feedbacks->len, ==, 1);
  g_assert_true (suivi_feedback_equal (record->feedbacks->pdata[0], feedback));
  g_assert_cmpuint (record->sent_out->len, ==, 1);
  g_assert_true (suivi_sent_out_equal (record->sent_out->pdata[0], sent_out));
  g_assert_cmpuint (record->n_statements, ==, 1);
  g_assert_cmpuint (record->n_unexplained, ==, 1);

  said = list (fixture, consultation, SUIVI_USE_RECORD);
  g_assert_cmpuint (said->len, ==, 1);
  g_assert_true (suivi_statement_equal (((SuiviAllowedStatement *) said->pdata[0])->statement, statement));
  g_assert_true (
    suivi_participant_equal (((SuiviAllowedStatement *) said->pdata[0])->participant, participant));
  fixture_assert_sound (fixture);
}

/* A number for the same cell takes the place of the first one. */
static void
test_headcount_replaced (Fixture *fixture, gconstpointer data)
{
  g_autoptr (SuiviConsultation) consultation = add_ready (fixture);
  g_autoptr (SuiviHeadcount) first
             = suivi_headcount_new (consultation->id, SUIVI_AGE_10_12, SUIVI_GENDER_BOY, "", 3);
  g_autoptr (SuiviHeadcount) second
             = suivi_headcount_new (consultation->id, SUIVI_AGE_10_12, SUIVI_GENDER_BOY, "", 9);
  g_autoptr (SuiviConsultationRecord) record = NULL;

  DO (fixture, suivi_transaction_put_headcount (step, first, &do_error));
  DO (fixture, suivi_transaction_put_headcount (step, second, &do_error));
  record = suivi_store_load_consultation (fixture->store, consultation->id, NULL);
  g_assert_cmpuint (record->headcounts->len, ==, 1);
  g_assert_cmpuint (((SuiviHeadcount *) record->headcounts->pdata[0])->count, ==, 9);
}

/* The store asks the gates: nobody becomes ready without the checklist, or begins anywhere but with planning. */
static void
test_status_gate (Fixture *fixture, gconstpointer data)
{
  g_autoptr (SuiviConsultation) consultation = consultation_make ("Girls of the north");

  consultation->status = SUIVI_CONSULTATION_HELD;
  REFUSED (fixture, SUIVI_STORE_ERROR, SUIVI_STORE_ERROR_INVALID,
           suivi_transaction_put_consultation (step, consultation, &do_error));
  consultation->status = SUIVI_CONSULTATION_PLANNING;
  DO (fixture, suivi_transaction_put_consultation (step, consultation, &do_error));

  consultation->status = SUIVI_CONSULTATION_READY;
  REFUSED (fixture, SUIVI_GATE_ERROR, SUIVI_GATE_ERROR_CHECKLIST,
           suivi_transaction_put_consultation (step, consultation, &do_error));
  consultation->status = SUIVI_CONSULTATION_CLOSED;
  REFUSED (fixture, SUIVI_GATE_ERROR, SUIVI_GATE_ERROR_ORDER,
           suivi_transaction_put_consultation (step, consultation, &do_error));

  DO (fixture, consultation_answer_all (step, consultation, FALSE));
  consultation->status = SUIVI_CONSULTATION_READY;
  DO (fixture, suivi_transaction_put_consultation (step, consultation, &do_error));
}

/* A plan that goes with the very step that it is needed for is missing; one that comes with it is there. */
static void
test_status_gate_of_change (Fixture *fixture, gconstpointer data)
{
  g_autoptr (SuiviConsultation) consultation = consultation_make ("Girls of the north");

  DO (fixture, suivi_transaction_put_consultation (step, consultation, &do_error);
      consultation_answer_all (step, consultation, FALSE));
  consultation->status = SUIVI_CONSULTATION_READY;
  SET (consultation, deputy, "");
  REFUSED (fixture, SUIVI_GATE_ERROR, SUIVI_GATE_ERROR_ORDER,
           suivi_transaction_put_consultation (step, consultation, &do_error));
  consultation->status = SUIVI_CONSULTATION_PLANNING;
  DO (fixture, suivi_transaction_put_consultation (step, consultation, &do_error));

  consultation->status = SUIVI_CONSULTATION_READY;
  SET (consultation, deputy, "Jonas P.");
  DO (fixture, suivi_transaction_put_consultation (step, consultation, &do_error));
}

/* No words before consent, and none beyond it. */
static void
test_statement_gate (Fixture *fixture, gconstpointer data)
{
  g_autoptr (SuiviConsultation) planned = consultation_make ("Planned");
  g_autoptr (SuiviConsultation) consultation = add_ready (fixture);
  g_autoptr (SuiviParticipant) participant = suivi_participant_new (consultation->id);
  g_autoptr (SuiviParticipant) early = consultation_make_participant (planned->id);
  g_autoptr (SuiviStatement) statement = NULL;
  g_autoptr (SuiviStatement) too_early = NULL;

  DO (fixture, suivi_transaction_put_consultation (step, planned, &do_error);
      suivi_transaction_put_participant (step, early, &do_error));
  too_early = suivi_statement_new (planned->id, early->id, "We want a library.");
  REFUSED (fixture, SUIVI_GATE_ERROR, SUIVI_GATE_ERROR_ORDER,
           suivi_transaction_put_statement (step, too_early, &do_error));

  DO (fixture, suivi_transaction_put_participant (step, participant, &do_error));
  statement = suivi_statement_new (consultation->id, participant->id, "We want a library.");
  REFUSED (fixture, SUIVI_GATE_ERROR, SUIVI_GATE_ERROR_CONSENT,
           suivi_transaction_put_statement (step, statement, &do_error));

  suivi_participant_free (g_steal_pointer (&participant));
  participant = consultation_make_participant (consultation->id);
  participant->quote = SUIVI_NO;
  participant->publish = SUIVI_NO;
  DO (fixture, suivi_transaction_put_participant (step, participant, &do_error));
  SET (statement, participant_id, participant->id);
  SET (statement, checked_words, statement->words);
  statement->level = SUIVI_CONSENT_QUOTE;
  REFUSED (fixture, SUIVI_GATE_ERROR, SUIVI_GATE_ERROR_CONSENT,
           suivi_transaction_put_statement (step, statement, &do_error));
  statement->level = SUIVI_CONSENT_TOTALS;
  DO (fixture, suivi_transaction_put_statement (step, statement, &do_error));

  g_free (statement->words);
  statement->words = g_strnfill (SUIVI_MAX_WORDS + 1, 'w');
  REFUSED (fixture, SUIVI_GATE_ERROR, SUIVI_GATE_ERROR_CONSENT,
           suivi_transaction_put_statement (step, statement, &do_error));
  SET (statement, words, "We want a library.");

  SET (statement, participant_id, "00000000-0000-4000-8000-000000000000");
  REFUSED (fixture, SUIVI_STORE_ERROR, SUIVI_STORE_ERROR_NOT_FOUND,
           suivi_transaction_put_statement (step, statement, &do_error));
}

/* What each use gets to see of one statement of each level: never the code, and words only to quote. */
static void
test_uses (Fixture *fixture, gconstpointer data)
{
  static const guint expected[SUIVI_N_USES] = {
    [SUIVI_USE_RECORD] = 4,
    [SUIVI_USE_COUNT] = 3,
    [SUIVI_USE_QUOTE] = 2,
    [SUIVI_USE_PUBLISH] = 1,
  };
  g_autoptr (SuiviConsultation) consultation = add_ready (fixture);
  g_autoptr (SuiviParticipant) participant = add_participant (fixture, consultation);

  for (guint level = 0; level < SUIVI_N_CONSENT_LEVELS; level++)
    suivi_statement_free (add_statement (fixture, participant, "Our road is dark.", level));

  for (guint use = 0; use < SUIVI_N_USES; use++)
    {
      g_autoptr (GPtrArray) statements = list (fixture, consultation, use);

      g_assert_cmpuint (statements->len, ==, expected[use]);
      for (guint i = 0; i < statements->len; i++)
        {
          const SuiviAllowedStatement *allowed = g_ptr_array_index (statements, i);

          g_assert_false (allowed->withdrawn);
          g_assert_cmpstr (allowed->statement->words, ==, use == SUIVI_USE_COUNT ? "" : "Our road is dark.");
          if (use == SUIVI_USE_RECORD)
            continue;
          g_assert_null (allowed->participant);
          g_assert_cmpstr (allowed->statement->participant_id, ==, "");
          g_assert_cmpstr (allowed->statement->checked_words, ==, "");
        }
    }
}

/* Taking it back stops everything at once, and no undo brings it back by the way. */
static void
test_withdrawal (Fixture *fixture, gconstpointer data)
{
  g_autoptr (SuiviConsultation) consultation = add_ready (fixture);
  g_autoptr (SuiviParticipant) participant = add_participant (fixture, consultation);
  g_autoptr (SuiviStatement) statement
             = add_statement (fixture, participant, "Nobody asks us.", SUIVI_CONSENT_PUBLISH);
  g_autoptr (SuiviTransaction) withdrawal = NULL;
  g_autoptr (GPtrArray) said = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_cmpuint (count (fixture, consultation, SUIVI_USE_PUBLISH), ==, 1);
  SET (participant, withdrawn_on, "2026-03-01");
  withdrawal = suivi_store_begin (fixture->store, "Withdraw", NULL);
  g_assert_true (suivi_transaction_put_participant (withdrawal, participant, &error));
  g_assert_true (suivi_transaction_commit (withdrawal, &error));
  g_assert_no_error (error);
  g_clear_pointer (&withdrawal, suivi_transaction_free);
  g_assert_cmpstr (suivi_store_get_undo_label (fixture->store), ==, "Step");

  for (guint use = SUIVI_USE_COUNT; use < SUIVI_N_USES; use++)
    g_assert_cmpuint (count (fixture, consultation, use), ==, 0);
  said = list (fixture, consultation, SUIVI_USE_RECORD);
  g_assert_cmpuint (said->len, ==, 1);
  g_assert_true (((SuiviAllowedStatement *) said->pdata[0])->withdrawn);
  g_assert_cmpstr (((SuiviAllowedStatement *) said->pdata[0])->statement->words, ==, "");

  /* The next undo is of the step before, and fails because the participant is not as that step left it. */
  SET (statement, setting, "Village");
  REFUSED (fixture, SUIVI_GATE_ERROR, SUIVI_GATE_ERROR_WITHDRAWN,
           suivi_transaction_put_statement (step, statement, &do_error));
  while (suivi_store_undo (fixture->store, NULL))
    g_assert_cmpuint (count (fixture, consultation, SUIVI_USE_PUBLISH), ==, 0);
  g_assert_cmpuint (count (fixture, consultation, SUIVI_USE_PUBLISH), ==, 0);
  g_assert_false (suivi_store_redo (fixture->store, &error)
                  && count (fixture, consultation, SUIVI_USE_PUBLISH) > 0);
  fixture_assert_sound (fixture);
}

/* An older form does not bring consent back, and words of a withdrawn child do not go to another code; whoever noted it by
 * mistake says so. */
static void
test_withdrawal_stays (Fixture *fixture, gconstpointer data)
{
  g_autoptr (SuiviConsultation) consultation = add_ready (fixture);
  g_autoptr (SuiviParticipant) participant = add_participant (fixture, consultation);
  g_autoptr (SuiviParticipant) other = add_participant (fixture, consultation);
  g_autoptr (SuiviStatement) statement
             = add_statement (fixture, participant, "Nobody asks us.", SUIVI_CONSENT_PUBLISH);
  g_autoptr (SuiviStatement) undone = NULL;

  undone = add_statement (fixture, participant, "Undone.", SUIVI_CONSENT_INTERNAL);
  g_assert_true (suivi_store_undo (fixture->store, NULL));
  SET (participant, withdrawn_on, "2026-03-01");
  DO (fixture, suivi_transaction_put_participant (step, participant, &do_error));
  g_assert_null (suivi_store_get_redo_label (fixture->store));

  SET (participant, withdrawn_on, "");
  participant->gender = SUIVI_GENDER_BOY;
  DO (fixture, suivi_transaction_put_participant (step, participant, &do_error));
  g_assert_cmpstr (participant->withdrawn_on, ==, "2026-03-01");
  g_assert_cmpuint (count (fixture, consultation, SUIVI_USE_PUBLISH), ==, 0);

  SET (statement, participant_id, other->id);
  REFUSED (fixture, SUIVI_GATE_ERROR, SUIVI_GATE_ERROR_WITHDRAWN,
           suivi_transaction_put_statement (step, statement, &do_error));

  DO (fixture, suivi_transaction_restore_participant (step, participant->id, &do_error));
  g_assert_cmpuint (count (fixture, consultation, SUIVI_USE_PUBLISH), ==, 1);
}

/* A safeguard that fails after the consultation was ready stops what is written down. */
static void
test_failed_safeguard (Fixture *fixture, gconstpointer data)
{
  g_autoptr (SuiviConsultation) consultation = add_ready (fixture);
  g_autoptr (SuiviParticipant) participant = add_participant (fixture, consultation);
  g_autoptr (SuiviCheckAnswer) answer = suivi_check_answer_new (consultation->id, "h1", SUIVI_CHECK_NO);
  g_autoptr (SuiviStatement) statement
             = suivi_statement_new (consultation->id, participant->id, "We want a library.");

  DO (fixture, suivi_transaction_put_check_answer (step, answer, &do_error));
  REFUSED (fixture, SUIVI_GATE_ERROR, SUIVI_GATE_ERROR_CHECKLIST,
           suivi_transaction_put_statement (step, statement, &do_error));
}

/* Nothing that belongs to a closed consultation changes: whoever took part, what was asked, said and used. */
static void
test_closed_all (Fixture *fixture, gconstpointer data)
{
  g_autoptr (SuiviConsultation) consultation = add_ready (fixture);
  g_autoptr (SuiviParticipant) participant = add_participant (fixture, consultation);
  g_autoptr (SuiviStatement) statement
             = add_statement (fixture, participant, "We want to vote.", SUIVI_CONSENT_QUOTE);
  g_autoptr (SuiviPriority) priority = suivi_priority_new ("SVN", "Right to be heard");
  g_autoptr (SuiviStatementUse) use = suivi_statement_use_new (statement->id);
  g_autoptr (SuiviFacilitator) facilitator = suivi_facilitator_new (consultation->id, "Ana B.");
  g_autoptr (SuiviCheckAnswer) answer = suivi_check_answer_new (consultation->id, "h1", SUIVI_CHECK_NO);
  g_autoptr (SuiviFeedback) feedback = suivi_feedback_new (consultation->id);

  SET (feedback, given_on, "2026-01-20");
  SET (feedback, audience, "All who took part");
  SET (feedback, form, "Letter");
  SET (feedback, what, "What became of it");
  feedback->full = feedback->friendly = feedback->fast = feedback->followed_up = 1;
  use->priority_id = g_strdup (priority->id);
  DO (fixture, suivi_transaction_put_priority (step, priority, &do_error);
      suivi_transaction_put_statement_use (step, use, &do_error);
      suivi_transaction_put_facilitator (step, facilitator, &do_error);
      suivi_transaction_put_feedback (step, feedback, &do_error);
      consultation_answer_all (step, consultation, TRUE));
  for (guint status = SUIVI_CONSULTATION_HELD; status <= SUIVI_CONSULTATION_CLOSED; status++)
    {
      consultation->status = status;
      DO (fixture, suivi_transaction_put_consultation (step, consultation, &do_error));
    }

  REFUSED (fixture, SUIVI_GATE_ERROR, SUIVI_GATE_ERROR_ORDER,
           suivi_transaction_put_facilitator (step, facilitator, &do_error));
  REFUSED (fixture, SUIVI_GATE_ERROR, SUIVI_GATE_ERROR_ORDER,
           suivi_transaction_delete_facilitator (step, facilitator->id, &do_error));
  REFUSED (fixture, SUIVI_GATE_ERROR, SUIVI_GATE_ERROR_ORDER,
           suivi_transaction_put_check_answer (step, answer, &do_error));
  REFUSED (fixture, SUIVI_GATE_ERROR, SUIVI_GATE_ERROR_ORDER,
           suivi_transaction_delete_statement_use (step, use->id, &do_error));
  REFUSED (fixture, SUIVI_GATE_ERROR, SUIVI_GATE_ERROR_ORDER,
           suivi_transaction_delete_statement (step, statement->id, &do_error));
  REFUSED (fixture, SUIVI_GATE_ERROR, SUIVI_GATE_ERROR_ORDER,
           suivi_transaction_put_statement (step, statement, &do_error));

  consultation->status = SUIVI_CONSULTATION_REPORTED_BACK;
  DO (fixture, suivi_transaction_put_consultation (step, consultation, &do_error);
      suivi_transaction_delete_facilitator (step, facilitator->id, &do_error);
      suivi_transaction_delete_statement_use (step, use->id, &do_error);
      suivi_transaction_delete_statement (step, statement->id, &do_error);
      suivi_transaction_put_check_answer (step, answer, &do_error));
  fixture_assert_sound (fixture);
}

/* A closed consultation stays as it is, until it is taken back. */
static void
test_closed (Fixture *fixture, gconstpointer data)
{
  g_autoptr (SuiviConsultation) consultation = add_ready (fixture);
  g_autoptr (SuiviFeedback) feedback = suivi_feedback_new (consultation->id);
  g_autoptr (SuiviHeadcount) headcount
             = suivi_headcount_new (consultation->id, SUIVI_AGE_10_12, SUIVI_GENDER_BOY, "", 9);

  SET (feedback, given_on, "2999-10-20");
  SET (feedback, audience, "All who took part");
  SET (feedback, form, "Letter");
  SET (feedback, what, "What became of it");
  feedback->full = feedback->friendly = feedback->fast = feedback->followed_up = 1;
  DO (fixture, suivi_transaction_put_feedback (step, feedback, &do_error);
      consultation_answer_all (step, consultation, TRUE));
  consultation->status = SUIVI_CONSULTATION_HELD;
  DO (fixture, suivi_transaction_put_consultation (step, consultation, &do_error));
  /* What is planned was not told yet. */
  consultation->status = SUIVI_CONSULTATION_REPORTED_BACK;
  REFUSED (fixture, SUIVI_GATE_ERROR, SUIVI_GATE_ERROR_FEEDBACK,
           suivi_transaction_put_consultation (step, consultation, &do_error));
  SET (feedback, given_on, "2026-01-20");
  DO (fixture, suivi_transaction_put_feedback (step, feedback, &do_error));
  for (guint status = SUIVI_CONSULTATION_REPORTED_BACK; status <= SUIVI_CONSULTATION_CLOSED; status++)
    {
      consultation->status = status;
      DO (fixture, suivi_transaction_put_consultation (step, consultation, &do_error));
    }

  REFUSED (fixture, SUIVI_GATE_ERROR, SUIVI_GATE_ERROR_ORDER,
           suivi_transaction_delete_feedback (step, feedback->id, &do_error));
  REFUSED (fixture, SUIVI_GATE_ERROR, SUIVI_GATE_ERROR_ORDER,
           suivi_transaction_put_feedback (step, feedback, &do_error));
  REFUSED (fixture, SUIVI_GATE_ERROR, SUIVI_GATE_ERROR_ORDER,
           suivi_transaction_put_headcount (step, headcount, &do_error));
  consultation->status = SUIVI_CONSULTATION_REPORTED_BACK;
  DO (fixture, suivi_transaction_put_consultation (step, consultation, &do_error);
      suivi_transaction_put_headcount (step, headcount, &do_error));
}

/* A file that was written stays noted: an undo would not bring it back. */
static void
test_sent_out (Fixture *fixture, gconstpointer data)
{
  g_autoptr (SuiviConsultation) consultation = add_ready (fixture);
  g_autoptr (SuiviSentOut) sent_out = suivi_sent_out_new (consultation->id, "report.pdf", "report");
  g_autoptr (SuiviTransaction) step = suivi_store_begin (fixture->store, "Write a report", NULL);
  g_autofree char *day = suivi_store_get_today (fixture->store);
  g_autoptr (GError) error = NULL;

  g_assert_true (suivi_transaction_put_sent_out (step, sent_out, &error));
  g_assert_true (suivi_transaction_commit (step, &error));
  g_assert_no_error (error);
  g_assert_cmpstr (suivi_store_get_undo_label (fixture->store), ==, "Step");
  fixture_reopen (fixture);
  g_assert_cmpstr (suivi_store_get_undo_label (fixture->store), ==, "Step");

  /* Whoever erases something is told when the file was written. */
  g_assert_cmpuint (strlen (sent_out->made_on), ==, strlen ("2026-01-01"));
  g_assert_cmpstr (sent_out->made_on, <=, day);
}

/* What is found by the draft, and by the recommendation, that a statement speaks for; and not by another one. */
static void
test_statements_for (Fixture *fixture, gconstpointer data)
{
  g_autoptr (SuiviConsultation) consultation = add_ready (fixture);
  g_autoptr (SuiviParticipant) participant = add_participant (fixture, consultation);
  g_autoptr (SuiviStatement) first
             = add_statement (fixture, participant, "We want to vote.", SUIVI_CONSENT_QUOTE);
  g_autoptr (SuiviStatement) second
             = add_statement (fixture, participant, "We want a library.", SUIVI_CONSENT_QUOTE);
  g_autoptr (SuiviPriority) priority = suivi_priority_new ("SVN", "Right to be heard");
  g_autoptr (SuiviDraft) draft = suivi_draft_new (priority->id, "Lower the voting age.", "en");
  g_autoptr (SuiviStatementUse) to_draft = suivi_statement_use_new (first->id);
  g_autoptr (SuiviStatementUse) to_recommendation = suivi_statement_use_new (second->id);
  g_autoptr (GPtrArray) recommendations = NULL;
  g_autoptr (GPtrArray) found = NULL;
  const char *id = NULL;

  fill (fixture);
  recommendations = suivi_store_find_number (fixture->store, fixture->review->id, "140.2", NULL);
  id = ((SuiviRecommendation *) recommendations->pdata[0])->id;
  to_draft->draft_id = g_strdup (draft->id);
  to_recommendation->recommendation_id = g_strdup (id);
  DO (fixture, suivi_transaction_put_priority (step, priority, &do_error);
      suivi_transaction_put_draft (step, draft, &do_error);
      suivi_transaction_put_statement_use (step, to_draft, &do_error);
      suivi_transaction_put_statement_use (step, to_recommendation, &do_error));

  found = suivi_store_list_statements_for (fixture->store, NULL, draft->id, NULL, SUIVI_USE_QUOTE, NULL);
  g_assert_cmpuint (found->len, ==, 1);
  g_assert_cmpstr (((SuiviAllowedStatement *) found->pdata[0])->statement->words, ==, "We want to vote.");
  g_ptr_array_unref (g_steal_pointer (&found));
  found = suivi_store_list_statements_for (fixture->store, NULL, NULL, id, SUIVI_USE_QUOTE, NULL);
  g_assert_cmpuint (found->len, ==, 1);
  g_assert_cmpstr (((SuiviAllowedStatement *) found->pdata[0])->statement->words, ==, "We want a library.");
}

/* What waits for somebody: a statement without use or reason, a child who took everything back, a day that is past. */
static void
test_numbers (Fixture *fixture, gconstpointer data)
{
  g_autoptr (SuiviConsultation) consultation = add_ready (fixture);
  g_autoptr (SuiviParticipant) participant = add_participant (fixture, consultation);
  g_autoptr (SuiviParticipant) gone = add_participant (fixture, consultation);
  g_autoptr (SuiviParticipant) overdue = add_participant (fixture, consultation);
  g_autoptr (SuiviStatement) statement
             = add_statement (fixture, participant, "We want to vote.", SUIVI_CONSENT_QUOTE);
  g_autoptr (SuiviStatement) late
             = add_statement (fixture, overdue, "We want a library.", SUIVI_CONSENT_QUOTE);
  g_autoptr (SuiviConsultationRecord) record = NULL;
  g_autoptr (GPtrArray) list = NULL;

  g_assert_cmpuint (count (fixture, consultation, SUIVI_USE_QUOTE), ==, 2);
  SET (statement, left_out, "Somebody else says it already.");
  SET (gone, withdrawn_on, "2026-03-01");
  SET (overdue, delete_by, "2026-02-01");
  DO (fixture, suivi_transaction_put_statement (step, statement, &do_error);
      suivi_transaction_put_participant (step, gone, &do_error);
      suivi_transaction_put_participant (step, overdue, &do_error));

  record = suivi_store_load_consultation (fixture->store, consultation->id, NULL);
  g_assert_cmpuint (record->n_statements, ==, 2);
  g_assert_cmpuint (record->n_unexplained, ==, 1);
  g_assert_cmpuint (record->n_withdrawn, ==, 1);
  g_assert_cmpuint (record->n_overdue, ==, 1);
  list = suivi_store_list_overdue_participants (fixture->store, NULL);
  g_assert_cmpuint (list->len, ==, 1);
  g_assert_cmpstr (((SuiviParticipant *) list->pdata[0])->id, ==, overdue->id);

  /* Nor is what is overdue used any more. */
  g_assert_cmpuint (count (fixture, consultation, SUIVI_USE_COUNT), ==, 1);
  g_assert_cmpuint (count (fixture, consultation, SUIVI_USE_RECORD), ==, 2);
}

/* Ties to what it became of; a tie needs consent to count it, and goes when its other end goes. */
static void
test_statement_uses (Fixture *fixture, gconstpointer data)
{
  g_autoptr (SuiviConsultation) consultation = add_ready (fixture);
  g_autoptr (SuiviParticipant) participant = add_participant (fixture, consultation);
  g_autoptr (SuiviStatement) internal
             = add_statement (fixture, participant, "Only between us.", SUIVI_CONSENT_INTERNAL);
  g_autoptr (SuiviStatement) statement
             = add_statement (fixture, participant, "We want to vote.", SUIVI_CONSENT_QUOTE);
  g_autoptr (SuiviPriority) priority = suivi_priority_new ("SVN", "Right to be heard");
  g_autoptr (SuiviStatementUse) use = suivi_statement_use_new (statement->id);
  g_autoptr (SuiviStatementUse) wrong = suivi_statement_use_new (internal->id);
  g_autoptr (GPtrArray) quotes = NULL;
  g_autoptr (SuiviConsultationRecord) record = NULL;

  DO (fixture, suivi_transaction_put_priority (step, priority, &do_error));
  REFUSED (fixture, SUIVI_STORE_ERROR, SUIVI_STORE_ERROR_INVALID,
           suivi_transaction_put_statement_use (step, use, &do_error));
  use->priority_id = g_strdup (priority->id);
  use->recommendation_id = g_strdup ("00000000-0000-4000-8000-000000000000");
  REFUSED (fixture, SUIVI_STORE_ERROR, SUIVI_STORE_ERROR_INVALID,
           suivi_transaction_put_statement_use (step, use, &do_error));
  g_clear_pointer (&use->recommendation_id, g_free);
  wrong->priority_id = g_strdup (priority->id);
  REFUSED (fixture, SUIVI_GATE_ERROR, SUIVI_GATE_ERROR_CONSENT,
           suivi_transaction_put_statement_use (step, wrong, &do_error));
  DO (fixture, suivi_transaction_put_statement_use (step, use, &do_error));

  quotes = suivi_store_list_statements_for (fixture->store, priority->id, NULL, NULL, SUIVI_USE_QUOTE, NULL);
  g_assert_cmpuint (quotes->len, ==, 1);
  g_assert_cmpstr (((SuiviAllowedStatement *) quotes->pdata[0])->statement->words, ==, "We want to vote.");
  g_assert_cmpuint (((SuiviAllowedStatement *) quotes->pdata[0])->uses->len, ==, 1);
  record = suivi_store_load_consultation (fixture->store, consultation->id, NULL);
  g_assert_cmpuint (record->n_unexplained, ==, 1);

  DO (fixture, suivi_transaction_delete_priority (step, priority->id, &do_error));
  g_ptr_array_unref (g_steal_pointer (&quotes));
  quotes = list (fixture, consultation, SUIVI_USE_QUOTE);
  g_assert_cmpuint (((SuiviAllowedStatement *) quotes->pdata[0])->uses->len, ==, 0);
  fixture_assert_sound (fixture);
}

/* An answered item keeps its text. */
static void
test_own_item (Fixture *fixture, gconstpointer data)
{
  g_autoptr (SuiviConsultation) consultation = consultation_make ("Own items");
  g_autoptr (SuiviCheckItem) item = suivi_check_item_new ("c", "Snacks are halal", FALSE);
  g_autoptr (SuiviCheckAnswer) answer = suivi_check_answer_new (consultation->id, item->id, SUIVI_CHECK_YES);

  DO (fixture, suivi_transaction_put_consultation (step, consultation, &do_error);
      suivi_transaction_put_check_item (step, item, &do_error));
  SET (item, text, "Snacks are halal and free");
  DO (fixture, suivi_transaction_put_check_item (step, item, &do_error);
      suivi_transaction_put_check_answer (step, answer, &do_error));
  SET (item, text, "Something else");
  REFUSED (fixture, SUIVI_STORE_ERROR, SUIVI_STORE_ERROR_INVALID,
           suivi_transaction_put_check_item (step, item, &do_error));
  SET (item, text, "Snacks are halal and free");
  item->retired = 1;
  DO (fixture, suivi_transaction_put_check_item (step, item, &do_error));
}

/* Two participants never have the same code, and a code is somebody's. */
static void
test_codes (Fixture *fixture, gconstpointer data)
{
  g_autoptr (SuiviConsultation) consultation = add_ready (fixture);
  g_autoptr (SuiviParticipant) first = add_participant (fixture, consultation);
  g_autoptr (SuiviParticipant) second = consultation_make_participant (consultation->id);

  g_assert_cmpuint (strlen (first->code), ==, 4);
  SET (second, code, first->code);
  DO (fixture, suivi_transaction_put_participant (step, second, &do_error));
  g_assert_cmpstr (second->code, !=, first->code);

  second->size = 0;
  REFUSED (fixture, SUIVI_STORE_ERROR, SUIVI_STORE_ERROR_INVALID,
           suivi_transaction_put_participant (step, second, &do_error));
}

/* With children in it, a consultation is erased, not deleted; without, undo brings it back. */
static void
test_delete (Fixture *fixture, gconstpointer data)
{
  g_autoptr (SuiviConsultation) empty = add_ready (fixture);
  g_autoptr (SuiviConsultation) full = add_ready (fixture);
  g_autoptr (SuiviParticipant) participant = add_participant (fixture, full);
  g_autoptr (GError) error = NULL;

  REFUSED (fixture, SUIVI_STORE_ERROR, SUIVI_STORE_ERROR_INVALID,
           suivi_transaction_delete_consultation (step, full->id, &do_error));
  DO (fixture, suivi_transaction_delete_consultation (step, empty->id, &do_error));
  g_assert_cmpuint (suivi_store_count_consultations (fixture->store, "SVN", NULL), ==, 1);
  g_assert_cmpuint (suivi_store_count_consultations (fixture->store, "FRA", NULL), ==, 0);
  g_assert_true (suivi_store_undo (fixture->store, &error));
  g_assert_cmpuint (suivi_store_count_consultations (fixture->store, NULL, NULL), ==, 2);
  fixture_assert_sound (fixture);
}

/* A file beside an answer: in and out, and not too large. */
static void
test_attachments (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GBytes) content = g_bytes_new_static ("policy", 6);
  g_autoptr (GBytes) large
             = g_bytes_new_take (g_malloc0 (SUIVI_MAX_ATTACHMENT_SIZE + 1), SUIVI_MAX_ATTACHMENT_SIZE + 1);
  g_autoptr (GBytes) largest = g_bytes_new_from_bytes (large, 0, SUIVI_MAX_ATTACHMENT_SIZE);
  g_autoptr (GBytes) same = NULL;
  g_autoptr (GPtrArray) files = NULL;
  g_autoptr (GError) error = NULL;

  DO (fixture, suivi_transaction_put_attachment (step, "answer", "policy.pdf", content, &do_error));
  REFUSED (fixture, SUIVI_STORE_ERROR, SUIVI_STORE_ERROR_INVALID,
           suivi_transaction_put_attachment (step, "answer", "film.mp4", large, &do_error));
  DO (fixture, suivi_transaction_put_attachment (step, "other", "film.mp4", largest, &do_error));
  files = suivi_store_list_attachments (fixture->store, "answer", &error);
  g_assert_no_error (error);
  g_assert_cmpuint (files->len, ==, 1);
  g_assert_cmpuint (((SuiviAttachment *) files->pdata[0])->size, ==, 6);
  same = suivi_store_load_attachment (fixture->store, ((SuiviAttachment *) files->pdata[0])->id, &error);
  g_assert_true (g_bytes_equal (same, content));
  DO (fixture,
      suivi_transaction_delete_attachment (step, ((SuiviAttachment *) files->pdata[0])->id, &do_error));
  g_bytes_unref (g_steal_pointer (&same));
  same = suivi_store_load_attachment (fixture->store, ((SuiviAttachment *) files->pdata[0])->id, &error);
  g_assert_null (same);
  g_assert_error (error, SUIVI_STORE_ERROR, SUIVI_STORE_ERROR_NOT_FOUND);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

#define ADD(name, function) \
  g_test_add ("/store/consultation/" name, Fixture, NULL, fixture_set_up, function, fixture_tear_down)
  ADD ("round-trip", test_round_trip);
  ADD ("headcount-replaced", test_headcount_replaced);
  ADD ("status-gate", test_status_gate);
  ADD ("status-gate-of-change", test_status_gate_of_change);
  ADD ("statement-gate", test_statement_gate);
  ADD ("uses", test_uses);
  ADD ("withdrawal", test_withdrawal);
  ADD ("withdrawal-stays", test_withdrawal_stays);
  ADD ("failed-safeguard", test_failed_safeguard);
  ADD ("closed", test_closed);
  ADD ("closed-all", test_closed_all);
  ADD ("sent-out", test_sent_out);
  ADD ("statement-uses", test_statement_uses);
  ADD ("statements-for", test_statements_for);
  ADD ("numbers", test_numbers);
  ADD ("own-item", test_own_item);
  ADD ("codes", test_codes);
  ADD ("delete", test_delete);
  ADD ("attachments", test_attachments);
#undef ADD

  return g_test_run ();
}
