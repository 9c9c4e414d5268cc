/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "core/consultation/gates.h"

#define TODAY "2026-11-22"

static void
set_text (char **field, const char *text)
{
  g_free (*field);
  *field = g_strdup (text);
}

/* --- consultations ----------------------------------------------------------------------------------- */

typedef struct
{
  SuiviConsultation *consultation;
  GPtrArray *answers;
  GPtrArray *feedbacks;
  SuiviStanding *standing;
  SuiviConsultationFacts facts;
} Fixture;

static void
answer_item (Fixture *fixture, const char *item_id, SuiviCheck check)
{
  SuiviCheckAnswer *answer = NULL;

  for (guint i = 0; i < fixture->answers->len; i++)
    {
      answer = g_ptr_array_index (fixture->answers, i);
      if (g_strcmp0 (answer->item_id, item_id) == 0)
        answer->answer = check;
    }
  g_clear_pointer (&fixture->standing, suivi_standing_free);
  fixture->standing = suivi_standing_new (fixture->consultation, fixture->answers, NULL, NULL);
  fixture->facts.standing = fixture->standing;
}

static SuiviFeedback *
add_feedback (Fixture *fixture)
{
  SuiviFeedback *feedback = suivi_feedback_new (fixture->consultation->id);

  set_text (&feedback->given_on, "2026-11-20");
  set_text (&feedback->audience, "the children of the coast");
  set_text (&feedback->form, "a letter");
  set_text (&feedback->what, "What became of the well");
  g_ptr_array_add (fixture->feedbacks, feedback);

  return feedback;
}

/* A consultation for which nothing is missing at any step; it was told of in two parts. */
static void
set_up (Fixture *fixture, gconstpointer data)
{
  SuiviConsultation *consultation = suivi_consultation_new ("SVN", "Children of the coast");
  SuiviFeedback *feedback = NULL;

  consultation->checklist_edition = 1;
  set_text (&consultation->purpose, "What water means to them, for the submission");
  set_text (&consultation->focal_point, "Maria K.");
  set_text (&consultation->deputy, "Jonas T.");
  set_text (&consultation->begins_on, "2026-11-10");
  consultation->risk = SUIVI_RISK_LOW;
  fixture->consultation = consultation;

  fixture->answers = g_ptr_array_new_with_free_func ((GDestroyNotify) suivi_check_answer_free);
  for (guint i = 0; i < suivi_checklist_get_n_items (1); i++)
    g_ptr_array_add (fixture->answers,
                     suivi_check_answer_new (consultation->id, suivi_checklist_get_item (1, i)->id,
                                             SUIVI_CHECK_YES));

  fixture->feedbacks = g_ptr_array_new_with_free_func ((GDestroyNotify) suivi_feedback_free);
  feedback = add_feedback (fixture);
  feedback->full = 1;
  feedback->friendly = 1;
  feedback = add_feedback (fixture);
  feedback->fast = 1;
  feedback->followed_up = 1;

  fixture->facts.consultation = consultation;
  fixture->facts.feedbacks = fixture->feedbacks;
  fixture->facts.n_statements = 3;
  fixture->facts.n_unexplained = 0;
  fixture->standing = NULL;
  answer_item (fixture, "", SUIVI_CHECK_YES);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  suivi_standing_free (fixture->standing);
  suivi_consultation_free (fixture->consultation);
  g_ptr_array_unref (fixture->answers);
  g_ptr_array_unref (fixture->feedbacks);
}

static void
assert_passes (Fixture *fixture, SuiviConsultationStatus from, SuiviConsultationStatus to)
{
  g_autoptr (GError) error = NULL;

  fixture->consultation->status = from;
  g_assert_true (suivi_consultation_gate_status (&fixture->facts, to, &error));
  g_assert_no_error (error);
}

static void
assert_stops (Fixture *fixture,
              SuiviConsultationStatus from,
              SuiviConsultationStatus to,
              SuiviGateError code,
              const char *words)
{
  g_autoptr (GError) error = NULL;

  fixture->consultation->status = from;
  g_assert_false (suivi_consultation_gate_status (&fixture->facts, to, &error));
  g_assert_error (error, SUIVI_GATE_ERROR, (int) code);
  if (strstr (error->message, words) == NULL)
    {
      g_test_message ("“%s” does not say “%s”", error->message, words);
      g_test_fail ();
    }
  g_assert_false (suivi_consultation_gate_status (&fixture->facts, to, NULL));
}

#define PLANNING SUIVI_CONSULTATION_PLANNING
#define READY    SUIVI_CONSULTATION_READY
#define HELD     SUIVI_CONSULTATION_HELD
#define REPORTED SUIVI_CONSULTATION_REPORTED_BACK
#define CLOSED   SUIVI_CONSULTATION_CLOSED

/* Every step there is, for a consultation for which nothing is missing. By hand: y may, n may not; rows from,
 * columns to, planning to closed. */
static void
test_order (Fixture *fixture, gconstpointer data)
{
  static const char *const heard[] = { "yynnn", "yyynn", "nnyyn", "nnyyy", "nnyyy" };
  static const char *const nobody_heard[] = { "yynnn", "yyynn", "yyyyn", "yyyyy", "yyyyy" };

  for (int from = 0; from < SUIVI_N_CONSULTATION_STATUSES; from++)
    for (int to = 0; to < SUIVI_N_CONSULTATION_STATUSES; to++)
      {
        fixture->facts.n_statements = 3;
        if (heard[from][to] == 'y')
          assert_passes (fixture, from, to);
        else
          assert_stops (fixture, from, to, SUIVI_GATE_ERROR_ORDER, "");
        fixture->facts.n_statements = 0;
        if (nobody_heard[from][to] == 'y')
          assert_passes (fixture, from, to);
        else
          assert_stops (fixture, from, to, SUIVI_GATE_ERROR_ORDER, "one step at a time");
      }

  assert_stops (fixture, PLANNING, HELD, SUIVI_GATE_ERROR_ORDER, "The next step is “Ready”");
  assert_stops (fixture, READY, (SuiviConsultationStatus) 5, SUIVI_GATE_ERROR_ORDER, "");
  assert_stops (fixture, CLOSED, (SuiviConsultationStatus) 5, SUIVI_GATE_ERROR_ORDER, "");
  assert_stops (fixture, READY, (SuiviConsultationStatus) -1, SUIVI_GATE_ERROR_ORDER, "");
  assert_stops (fixture, (SuiviConsultationStatus) 5, (SuiviConsultationStatus) 5, SUIVI_GATE_ERROR_ORDER,
                "");
  g_assert_false (suivi_consultation_gate_status (NULL, READY, NULL));
}

static void
test_ready (Fixture *fixture, gconstpointer data)
{
  struct
  {
    char **field;
    const char *words;
  } fields[] = {
    { &fixture->consultation->title, "title" },
    { &fixture->consultation->purpose, "purpose" },
    { &fixture->consultation->focal_point, "focal point" },
    { &fixture->consultation->deputy, "deputy" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    {
      g_autofree char *text = g_strdup (*fields[i].field);

      set_text (fields[i].field, " ");
      assert_stops (fixture, PLANNING, READY, SUIVI_GATE_ERROR_ORDER, fields[i].words);
      set_text (fields[i].field, NULL);
      assert_stops (fixture, PLANNING, READY, SUIVI_GATE_ERROR_ORDER, fields[i].words);
      set_text (fields[i].field, text);
      assert_passes (fixture, PLANNING, READY);
    }

  fixture->consultation->risk = SUIVI_RISK_UNASSESSED;
  assert_stops (fixture, PLANNING, READY, SUIVI_GATE_ERROR_ORDER, "risk");
  fixture->consultation->risk = (SuiviRisk) 9;
  assert_stops (fixture, PLANNING, READY, SUIVI_GATE_ERROR_ORDER, "risk");
  fixture->consultation->risk = SUIVI_RISK_HIGH;
  assert_passes (fixture, PLANNING, READY);

  /* Neither place nor day is needed to be ready. */
  set_text (&fixture->consultation->begins_on, "");
  assert_passes (fixture, PLANNING, READY);
}

static void
test_ready_checklist (Fixture *fixture, gconstpointer data)
{
  fixture->consultation->status = PLANNING;
  answer_item (fixture, "g1", SUIVI_CHECK_NO);
  assert_stops (fixture, PLANNING, READY, SUIVI_GATE_ERROR_CHECKLIST,
                "1 must item of the checklist is not met: “Every adult");
  answer_item (fixture, "h1", SUIVI_CHECK_UNANSWERED);
  assert_stops (fixture, PLANNING, READY, SUIVI_GATE_ERROR_CHECKLIST,
                "2 must items of the checklist are not met. The first is: “Every adult in contact");
  answer_item (fixture, "g1", SUIVI_CHECK_YES);
  assert_stops (fixture, PLANNING, READY, SUIVI_GATE_ERROR_CHECKLIST, "“A safeguarding policy");
  answer_item (fixture, "h1", SUIVI_CHECK_YES);
  assert_passes (fixture, PLANNING, READY);

  /* Should items, and what comes afterwards, keep nobody from being ready. */
  answer_item (fixture, "e2", SUIVI_CHECK_NO);
  answer_item (fixture, "i1", SUIVI_CHECK_UNANSWERED);
  assert_passes (fixture, PLANNING, READY);

  fixture->consultation->checklist_edition = 99;
  answer_item (fixture, "", SUIVI_CHECK_YES);
  assert_stops (fixture, PLANNING, READY, SUIVI_GATE_ERROR_CHECKLIST, "newer version");
  fixture->consultation->checklist_edition = 1;
  fixture->facts.standing = NULL;
  assert_stops (fixture, PLANNING, READY, SUIVI_GATE_ERROR_CHECKLIST, "");
}

static void
test_held (Fixture *fixture, gconstpointer data)
{
  assert_passes (fixture, READY, HELD);
  set_text (&fixture->consultation->begins_on, "");
  assert_stops (fixture, READY, HELD, SUIVI_GATE_ERROR_ORDER, "when the consultation was held");
  set_text (&fixture->consultation->begins_on, "in May");
  assert_stops (fixture, READY, HELD, SUIVI_GATE_ERROR_ORDER, "when the consultation was held");
  set_text (&fixture->consultation->begins_on, "2026-11-10");

  /* A safeguard that fails after the consultation was ready. */
  answer_item (fixture, "e1", SUIVI_CHECK_NO);
  assert_stops (fixture, READY, HELD, SUIVI_GATE_ERROR_CHECKLIST, "“The place is known");
}

static void
test_reported_back (Fixture *fixture, gconstpointer data)
{
  SuiviFeedback *feedback = NULL;

  assert_passes (fixture, HELD, REPORTED);
  g_ptr_array_set_size (fixture->feedbacks, 0);
  assert_stops (fixture, HELD, REPORTED, SUIVI_GATE_ERROR_FEEDBACK, "not told yet");

  feedback = add_feedback (fixture);
  assert_passes (fixture, HELD, REPORTED);
  set_text (&feedback->given_on, "");
  assert_stops (fixture, HELD, REPORTED, SUIVI_GATE_ERROR_FEEDBACK, "not told yet");
  set_text (&feedback->given_on, "2026-11-20");
  set_text (&feedback->what, " ");
  assert_stops (fixture, HELD, REPORTED, SUIVI_GATE_ERROR_FEEDBACK, "not told yet");
  set_text (&feedback->what, "What became of the well");
  set_text (&feedback->consultation_id, "another");
  assert_stops (fixture, HELD, REPORTED, SUIVI_GATE_ERROR_FEEDBACK, "not told yet");

  /* What is planned was not told yet; what is told today was. */
  set_text (&feedback->consultation_id, fixture->consultation->id);
  set_text (&feedback->given_on, "2026-11-23");
  fixture->facts.today = TODAY;
  assert_stops (fixture, HELD, REPORTED, SUIVI_GATE_ERROR_FEEDBACK, "not told yet");
  set_text (&feedback->given_on, TODAY);
  assert_passes (fixture, HELD, REPORTED);

  fixture->facts.feedbacks = NULL;
  assert_stops (fixture, HELD, REPORTED, SUIVI_GATE_ERROR_FEEDBACK, "not told yet");
}

static void
test_closed (Fixture *fixture, gconstpointer data)
{
  SuiviFeedback *first = g_ptr_array_index (fixture->feedbacks, 0);
  SuiviFeedback *second = g_ptr_array_index (fixture->feedbacks, 1);
  struct
  {
    guint *field;
    const char *words;
  } ways[] = {
    { &first->full, "not full" },
    { &first->friendly, "not friendly" },
    { &second->fast, "not fast" },
    { &second->followed_up, "not followed up" },
  };

  assert_passes (fixture, REPORTED, CLOSED);
  for (guint i = 0; i < G_N_ELEMENTS (ways); i++)
    {
      *ways[i].field = 0;
      assert_stops (fixture, REPORTED, CLOSED, SUIVI_GATE_ERROR_FEEDBACK, ways[i].words);
      *ways[i].field = 1;
    }

  /* What is true of a feedback that was not given is not true. */
  set_text (&first->given_on, "");
  assert_stops (fixture, REPORTED, CLOSED, SUIVI_GATE_ERROR_FEEDBACK, "not full");
  set_text (&first->given_on, "2026-11-20");

  fixture->facts.n_unexplained = 1;
  assert_stops (fixture, REPORTED, CLOSED, SUIVI_GATE_ERROR_LEFT_OUT, "what became of 1 statement:");
  fixture->facts.n_unexplained = 3;
  assert_stops (fixture, REPORTED, CLOSED, SUIVI_GATE_ERROR_LEFT_OUT, "what became of 3 statements:");
  fixture->facts.n_unexplained = 0;

  answer_item (fixture, "i2", SUIVI_CHECK_UNANSWERED);
  assert_stops (fixture, REPORTED, CLOSED, SUIVI_GATE_ERROR_CHECKLIST, "“Feedback says what was used");
  answer_item (fixture, "i2", SUIVI_CHECK_YES);
  assert_passes (fixture, REPORTED, CLOSED);
  fixture->facts.standing = NULL;
  assert_stops (fixture, REPORTED, CLOSED, SUIVI_GATE_ERROR_CHECKLIST, "");
}

/* --- what to do next --------------------------------------------------------------------------------- */

static void
assert_duty (Fixture *fixture,
             SuiviConsultationStatus status,
             const char *text,
             const char *due,
             gboolean overdue)
{
  g_autoptr (SuiviDuty) duty = NULL;

  fixture->consultation->status = status;
  duty = suivi_consultation_get_duty (&fixture->facts, TODAY);
  g_assert_nonnull (duty);
  g_assert_cmpstr (duty->text, ==, text);
  g_assert_cmpstr (duty->due, ==, due);
  g_assert_cmpint (duty->overdue, ==, overdue);
}

static void
test_duty_before (Fixture *fixture, gconstpointer data)
{
  assert_duty (fixture, PLANNING, "Mark it as ready", NULL, FALSE);
  answer_item (fixture, "h1", SUIVI_CHECK_NO);
  assert_duty (fixture, PLANNING, "Answer 1 must item", NULL, FALSE);
  answer_item (fixture, "h2", SUIVI_CHECK_UNANSWERED);
  assert_duty (fixture, PLANNING, "Answer 2 must items", NULL, FALSE);
  assert_duty (fixture, READY, "Answer 2 must items", NULL, FALSE);
  fixture->consultation->risk = SUIVI_RISK_UNASSESSED;
  assert_duty (fixture, PLANNING, "Assess the risk for the children", NULL, FALSE);
  set_text (&fixture->consultation->deputy, "");
  assert_duty (fixture, PLANNING, "Name the deputy of the safeguarding focal point", NULL, FALSE);
  set_text (&fixture->consultation->focal_point, "");
  assert_duty (fixture, PLANNING, "Name the safeguarding focal point", NULL, FALSE);
  set_text (&fixture->consultation->purpose, "");
  assert_duty (fixture, PLANNING, "Say what the children are asked, and what for", NULL, FALSE);
  set_text (&fixture->consultation->title, "");
  assert_duty (fixture, PLANNING, "Give it a title", NULL, FALSE);
  answer_item (fixture, "h1", SUIVI_CHECK_YES);
  answer_item (fixture, "h2", SUIVI_CHECK_YES);

  set_text (&fixture->consultation->begins_on, "2026-11-22");
  assert_duty (fixture, READY, "Hold it on 22 November 2026", "2026-11-22", FALSE);
  set_text (&fixture->consultation->begins_on, "2027-03-03");
  assert_duty (fixture, READY, "Hold it on 3 March 2027", "2027-03-03", FALSE);
  set_text (&fixture->consultation->begins_on, "2026-11-21");
  assert_duty (fixture, READY, "It was planned for 21 November 2026: mark it as held, or set another day",
               "2026-11-21", TRUE);
  set_text (&fixture->consultation->begins_on, "");
  assert_duty (fixture, READY, "Set a day for the consultation", NULL, FALSE);
}

static void
test_duty_after (Fixture *fixture, gconstpointer data)
{
  SuiviFeedback *first = g_ptr_array_index (fixture->feedbacks, 0);

  set_text (&fixture->consultation->feedback_due, "2026-11-21");
  assert_duty (fixture, HELD, "Mark it as reported back", NULL, FALSE);
  fixture->facts.feedbacks = NULL;
  assert_duty (fixture, HELD, "Tell the children: it was due on 21 November 2026", "2026-11-21", TRUE);
  set_text (&fixture->consultation->feedback_due, "2026-11-22");
  assert_duty (fixture, HELD, "Tell the children by 22 November 2026", "2026-11-22", FALSE);
  set_text (&fixture->consultation->feedback_due, "2027-03-03");
  assert_duty (fixture, HELD, "Tell the children by 3 March 2027", "2027-03-03", FALSE);
  set_text (&fixture->consultation->feedback_due, "soon");
  assert_duty (fixture, HELD, "Set a date for telling the children", NULL, FALSE);
  fixture->facts.feedbacks = fixture->feedbacks;

  assert_duty (fixture, REPORTED, "Close the consultation", NULL, FALSE);
  answer_item (fixture, "i1", SUIVI_CHECK_UNANSWERED);
  assert_duty (fixture, REPORTED, "Answer 1 must item", NULL, FALSE);
  fixture->facts.n_unexplained = 3;
  assert_duty (fixture, REPORTED, "Say what became of 3 statements", NULL, FALSE);
  first->friendly = 0;
  assert_duty (fixture, REPORTED, "Tell the children in a form that they understand", NULL, FALSE);

  fixture->consultation->status = CLOSED;
  g_assert_null (suivi_consultation_get_duty (&fixture->facts, TODAY));
}

/* --- participants ------------------------------------------------------------------------------------ */

static SuiviParticipant *
make_participant (void)
{
  SuiviParticipant *self = suivi_participant_new ("consultation");

  self->age_band = SUIVI_AGE_13_15;
  set_text (&self->assent_on, "2026-11-10");
  self->assent_form = SUIVI_ASSENT_SPOKEN;
  self->guardian = SUIVI_GUARDIAN_YES;
  self->take_part = SUIVI_YES;
  set_text (&self->information, "sheet 2");
  set_text (&self->delete_by, "2028-11-10");

  return self;
}

static void
assert_settled (SuiviParticipant *participant)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (suivi_participant_gate_settled (participant, TODAY, &error));
  g_assert_no_error (error);
}

static void
assert_unsettled (SuiviParticipant *participant, SuiviGateError code, const char *words)
{
  g_autoptr (GError) error = NULL;

  g_assert_false (suivi_participant_gate_settled (participant, TODAY, &error));
  g_assert_error (error, SUIVI_GATE_ERROR, (int) code);
  if (strstr (error->message, words) == NULL)
    {
      g_test_message ("“%s” does not say “%s”", error->message, words);
      g_test_fail ();
    }
  g_assert_cmpint (suivi_participant_get_ceiling (participant, TODAY), ==, SUIVI_CONSENT_INTERNAL);
}

static void
test_assent (void)
{
  g_autoptr (SuiviParticipant) participant = make_participant ();

  assert_settled (participant);
  set_text (&participant->assent_on, "");
  assert_unsettled (participant, SUIVI_GATE_ERROR_CONSENT, "when the child agreed");
  set_text (&participant->assent_on, "2026-02-30");
  assert_unsettled (participant, SUIVI_GATE_ERROR_CONSENT, "not a date");
  set_text (&participant->assent_on, "2026-11-23");
  assert_unsettled (participant, SUIVI_GATE_ERROR_CONSENT, "still to come");
  set_text (&participant->assent_on, TODAY);
  assert_settled (participant);

  participant->assent_form = SUIVI_ASSENT_NONE;
  assert_unsettled (participant, SUIVI_GATE_ERROR_CONSENT, "how the child agreed");
  participant->assent_form = SUIVI_ASSENT_DRAWN;
  assert_settled (participant);

  participant->take_part = SUIVI_NO;
  assert_unsettled (participant, SUIVI_GATE_ERROR_CONSENT, "did not agree to take part");
  participant->take_part = SUIVI_NOT_ASKED;
  assert_unsettled (participant, SUIVI_GATE_ERROR_CONSENT, "was not asked");
  participant->take_part = SUIVI_YES;

  set_text (&participant->information, " ");
  assert_unsettled (participant, SUIVI_GATE_ERROR_CONSENT, "information sheet");
  g_assert_false (suivi_participant_gate_settled (NULL, TODAY, NULL));
}

static void
test_guardian (void)
{
  g_autoptr (SuiviParticipant) participant = make_participant ();

  participant->guardian = SUIVI_GUARDIAN_UNDECIDED;
  assert_unsettled (participant, SUIVI_GATE_ERROR_CONSENT, "parent or guardian consents");
  participant->guardian = SUIVI_GUARDIAN_NO;
  assert_unsettled (participant, SUIVI_GATE_ERROR_CONSENT, "refused");
  set_text (&participant->guardian_reason, "we would like to go on");
  assert_unsettled (participant, SUIVI_GATE_ERROR_CONSENT, "refused");

  set_text (&participant->guardian_reason, " ");
  participant->guardian = SUIVI_GUARDIAN_NOT_POSSIBLE;
  assert_unsettled (participant, SUIVI_GATE_ERROR_CONSENT, "Say why not");
  participant->guardian = SUIVI_GUARDIAN_RISK;
  assert_unsettled (participant, SUIVI_GATE_ERROR_CONSENT, "Say why not");
  set_text (&participant->guardian_reason, "lives alone; approved by the focal point");
  assert_settled (participant);
  participant->guardian = SUIVI_GUARDIAN_NOT_POSSIBLE;
  assert_settled (participant);

  participant->guardian = SUIVI_GUARDIAN_OF_AGE;
  assert_unsettled (participant, SUIVI_GATE_ERROR_CONSENT, "18 or older");
  participant->age_band = SUIVI_AGE_UNKNOWN;
  assert_unsettled (participant, SUIVI_GATE_ERROR_CONSENT, "18 or older");
  participant->age_band = SUIVI_AGE_18;
  assert_settled (participant);
}

static void
test_deletion (void)
{
  g_autoptr (SuiviParticipant) participant = make_participant ();

  set_text (&participant->delete_by, "");
  assert_unsettled (participant, SUIVI_GATE_ERROR_CONSENT, "until when");
  set_text (&participant->delete_by, "2028");
  assert_unsettled (participant, SUIVI_GATE_ERROR_CONSENT, "not a date");
  set_text (&participant->delete_by, "2026-11-10");
  assert_unsettled (participant, SUIVI_GATE_ERROR_CONSENT, "not after");
  set_text (&participant->delete_by, "2026-11-21");
  assert_unsettled (participant, SUIVI_GATE_ERROR_OVERDUE, "Erase");
  /* The last day still counts. */
  set_text (&participant->delete_by, TODAY);
  assert_settled (participant);

  /* Overdue is said only of what was settled; withdrawn before all. */
  set_text (&participant->delete_by, "2026-11-21");
  participant->take_part = SUIVI_NO;
  assert_unsettled (participant, SUIVI_GATE_ERROR_CONSENT, "take part");
  set_text (&participant->withdrawn_on, "2026-11-12");
  assert_unsettled (participant, SUIVI_GATE_ERROR_WITHDRAWN, "took everything back");
}

static void
test_ceiling (void)
{
  g_autoptr (SuiviParticipant) participant = make_participant ();
  /* By hand; rows: quoting; columns: publishing */
  static const SuiviConsentLevel expected[3][3] = {
    [SUIVI_NOT_ASKED] = { [SUIVI_NOT_ASKED] = SUIVI_CONSENT_TOTALS,
                          [SUIVI_YES] = SUIVI_CONSENT_TOTALS,
                          [SUIVI_NO] = SUIVI_CONSENT_TOTALS },
    [SUIVI_YES] = { [SUIVI_NOT_ASKED] = SUIVI_CONSENT_QUOTE,
                    [SUIVI_YES] = SUIVI_CONSENT_PUBLISH,
                    [SUIVI_NO] = SUIVI_CONSENT_QUOTE },
    [SUIVI_NO] = { [SUIVI_NOT_ASKED] = SUIVI_CONSENT_TOTALS,
                   [SUIVI_YES] = SUIVI_CONSENT_TOTALS,
                   [SUIVI_NO] = SUIVI_CONSENT_TOTALS },
  };

  for (int quote = 0; quote < 3; quote++)
    for (int publish = 0; publish < 3; publish++)
      {
        participant->quote = quote;
        participant->publish = publish;
        g_assert_cmpint (suivi_participant_get_ceiling (participant, TODAY), ==, expected[quote][publish]);
      }

  participant->quote = SUIVI_YES;
  participant->publish = SUIVI_YES;
  g_assert_cmpint (suivi_participant_get_ceiling (participant, TODAY), ==, SUIVI_CONSENT_PUBLISH);
  g_assert_cmpint (suivi_participant_get_ceiling (participant, "2028-11-11"), ==, SUIVI_CONSENT_INTERNAL);
  set_text (&participant->withdrawn_on, TODAY);
  g_assert_cmpint (suivi_participant_get_ceiling (participant, TODAY), ==, SUIVI_CONSENT_INTERNAL);
  g_assert_cmpint (suivi_participant_get_ceiling (NULL, TODAY), ==, SUIVI_CONSENT_INTERNAL);
}

/* --- statements -------------------------------------------------------------------------------------- */

typedef struct
{
  SuiviConsultation *consultation;
  SuiviParticipant *participant;
  SuiviStatement *statement;
} Heard;

static void
set_up_heard (Heard *heard, gconstpointer data)
{
  heard->consultation = suivi_consultation_new ("SVN", "Children of the coast");
  heard->consultation->status = HELD;
  heard->participant = make_participant ();
  set_text (&heard->participant->consultation_id, heard->consultation->id);
  heard->statement
    = suivi_statement_new (heard->consultation->id, heard->participant->id, "We walk two hours to the well.");
}

static void
tear_down_heard (Heard *heard, gconstpointer data)
{
  suivi_consultation_free (heard->consultation);
  suivi_participant_free (heard->participant);
  suivi_statement_free (heard->statement);
}

static void
assert_recorded (Heard *heard)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (
    suivi_statement_gate_record (heard->statement, heard->consultation, heard->participant, TODAY, &error));
  g_assert_no_error (error);
}

static void
assert_not_recorded (Heard *heard, SuiviGateError code, const char *words)
{
  g_autoptr (GError) error = NULL;

  g_assert_false (
    suivi_statement_gate_record (heard->statement, heard->consultation, heard->participant, TODAY, &error));
  g_assert_error (error, SUIVI_GATE_ERROR, (int) code);
  if (strstr (error->message, words) == NULL)
    {
      g_test_message ("“%s” does not say “%s”", error->message, words);
      g_test_fail ();
    }
}

static void
test_record_order (Heard *heard, gconstpointer data)
{
  /* A new statement is internal only. */
  g_assert_cmpint (heard->statement->level, ==, SUIVI_CONSENT_INTERNAL);
  assert_recorded (heard);
  g_free (heard->statement->words);
  heard->statement->words = g_strnfill (SUIVI_MAX_WORDS, 'w');
  assert_recorded (heard);
  g_free (heard->statement->words);
  heard->statement->words = g_strnfill (SUIVI_MAX_WORDS + 1, 'w');
  assert_not_recorded (heard, SUIVI_GATE_ERROR_CONSENT, "too long");
  set_text (&heard->statement->words, "We walk two hours to the well.");

  heard->consultation->status = PLANNING;
  assert_not_recorded (heard, SUIVI_GATE_ERROR_ORDER, "not ready yet");
  heard->consultation->status = CLOSED;
  assert_not_recorded (heard, SUIVI_GATE_ERROR_ORDER, "closed");
  heard->consultation->status = (SuiviConsultationStatus) 5;
  assert_not_recorded (heard, SUIVI_GATE_ERROR_ORDER, "");
  heard->consultation->status = READY;
  assert_recorded (heard);
  heard->consultation->status = REPORTED;
  assert_recorded (heard);

  set_text (&heard->statement->words, " \n");
  assert_not_recorded (heard, SUIVI_GATE_ERROR_ORDER, "no words");
}

static void
test_record_consent (Heard *heard, gconstpointer data)
{
  heard->participant->assent_form = SUIVI_ASSENT_NONE;
  assert_not_recorded (heard, SUIVI_GATE_ERROR_CONSENT, "how the child agreed");
  heard->participant->assent_form = SUIVI_ASSENT_SIGNED;
  set_text (&heard->participant->withdrawn_on, TODAY);
  assert_not_recorded (heard, SUIVI_GATE_ERROR_WITHDRAWN, "");
  set_text (&heard->participant->withdrawn_on, "");
  set_text (&heard->participant->delete_by, "2026-11-21");
  assert_not_recorded (heard, SUIVI_GATE_ERROR_OVERDUE, "");
  set_text (&heard->participant->delete_by, "2028-11-10");

  heard->statement->level = SUIVI_CONSENT_TOTALS;
  assert_recorded (heard);
  heard->statement->level = SUIVI_CONSENT_QUOTE;
  assert_not_recorded (heard, SUIVI_GATE_ERROR_CONSENT, "not asked whether their words may be quoted");
  heard->participant->quote = SUIVI_NO;
  assert_not_recorded (heard, SUIVI_GATE_ERROR_CONSENT, "did not agree to be quoted");
  heard->participant->quote = SUIVI_YES;
  assert_not_recorded (heard, SUIVI_GATE_ERROR_UNCHECKED, "looked through");
  set_text (&heard->statement->checked_words, "We walk two hours");
  assert_not_recorded (heard, SUIVI_GATE_ERROR_UNCHECKED, "looked through");
  set_text (&heard->statement->checked_words, heard->statement->words);
  assert_recorded (heard);

  heard->statement->level = SUIVI_CONSENT_PUBLISH;
  assert_not_recorded (heard, SUIVI_GATE_ERROR_CONSENT, "not asked whether their words may be published");
  heard->participant->publish = SUIVI_NO;
  assert_not_recorded (heard, SUIVI_GATE_ERROR_CONSENT, "did not agree that their words are published");
  heard->participant->publish = SUIVI_YES;
  assert_recorded (heard);
  heard->participant->quote = SUIVI_NO;
  assert_not_recorded (heard, SUIVI_GATE_ERROR_CONSENT, "did not agree to be quoted");
  heard->participant->quote = SUIVI_YES;

  heard->statement->drawing = 1;
  assert_not_recorded (heard, SUIVI_GATE_ERROR_CONSENT, "not asked whether a drawing");
  heard->participant->image = SUIVI_NO;
  assert_not_recorded (heard, SUIVI_GATE_ERROR_CONSENT, "did not agree that a drawing");
  heard->statement->level = SUIVI_CONSENT_TOTALS;
  assert_recorded (heard);
  heard->statement->level = SUIVI_CONSENT_QUOTE;
  heard->participant->image = SUIVI_YES;
  assert_recorded (heard);

  heard->statement->level = (SuiviConsentLevel) 4;
  assert_not_recorded (heard, SUIVI_GATE_ERROR_CONSENT, "how far");
}

static void
test_record_belongs (Heard *heard, gconstpointer data)
{
  g_autofree char *id = g_strdup (heard->consultation->id);

  set_text (&heard->statement->participant_id, "another");
  assert_not_recorded (heard, SUIVI_GATE_ERROR_CONSENT, "who said this");
  set_text (&heard->statement->participant_id, heard->participant->id);
  set_text (&heard->participant->consultation_id, "another");
  assert_not_recorded (heard, SUIVI_GATE_ERROR_CONSENT, "who said this");
  set_text (&heard->statement->consultation_id, "another");
  assert_not_recorded (heard, SUIVI_GATE_ERROR_CONSENT, "who said this");
  set_text (&heard->participant->consultation_id, id);
  assert_not_recorded (heard, SUIVI_GATE_ERROR_CONSENT, "who said this");
  set_text (&heard->statement->consultation_id, id);
  assert_recorded (heard);

  g_assert_false (suivi_statement_gate_record (NULL, heard->consultation, heard->participant, TODAY, NULL));
  g_assert_false (suivi_statement_gate_record (heard->statement, NULL, heard->participant, TODAY, NULL));
  g_assert_false (suivi_statement_gate_record (heard->statement, heard->consultation, NULL, TODAY, NULL));
  g_assert_false (
    suivi_statement_gate_record (heard->statement, heard->consultation, heard->participant, NULL, NULL));
  set_text (&heard->statement->words, NULL);
  assert_not_recorded (heard, SUIVI_GATE_ERROR_CONSENT, "");
}

/* No vowel, nothing that looks like something else: of 2000 codes, each letter comes up some 330 times. */
static void
test_code_letters (void)
{
  for (guint i = 0; i < 2000; i++)
    {
      g_autofree char *code = suivi_participant_make_code ();

      g_assert_cmpuint (strlen (code), ==, 4);
      g_assert_cmpuint (strspn (code, "CDFGHJKLMNPQRTVWXZ234679"), ==, 4);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

#define ADD(path, test) g_test_add (path, Fixture, NULL, set_up, test, tear_down)
  g_test_add_func ("/gates/participant/code-letters", test_code_letters);
  ADD ("/gates/consultation/order", test_order);
  ADD ("/gates/consultation/ready", test_ready);
  ADD ("/gates/consultation/ready-checklist", test_ready_checklist);
  ADD ("/gates/consultation/held", test_held);
  ADD ("/gates/consultation/reported-back", test_reported_back);
  ADD ("/gates/consultation/closed", test_closed);
  ADD ("/gates/duty/before", test_duty_before);
  ADD ("/gates/duty/after", test_duty_after);
#undef ADD
  g_test_add_func ("/gates/participant/assent", test_assent);
  g_test_add_func ("/gates/participant/guardian", test_guardian);
  g_test_add_func ("/gates/participant/deletion", test_deletion);
  g_test_add_func ("/gates/participant/ceiling", test_ceiling);
#define ADD(path, test) g_test_add (path, Heard, NULL, set_up_heard, test, tear_down_heard)
  ADD ("/gates/statement/order", test_record_order);
  ADD ("/gates/statement/consent", test_record_consent);
  ADD ("/gates/statement/belongs", test_record_belongs);
#undef ADD

  return g_test_run ();
}
