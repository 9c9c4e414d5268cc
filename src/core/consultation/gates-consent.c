/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "core/consultation/gates-private.h"
#include "core/drafting/dates.h"
#include "core/text/text.h"

/* --- participants ------------------------------------------------------------------------------------ */

static gboolean
check_guardian (const SuiviParticipant *participant, GError **error)
{
  switch (participant->guardian)
    {
    case SUIVI_GUARDIAN_YES:
      return TRUE;
    case SUIVI_GUARDIAN_NOT_POSSIBLE:
    case SUIVI_GUARDIAN_RISK:
      if (suivi_text_is_blank (participant->guardian_reason))
        return suivi_gates_refuse (
          error, SUIVI_GATE_ERROR_CONSENT,
          _ ("No parent or guardian consented. Say why not, what is done instead, and who "
             "approved it."));
      return TRUE;
    case SUIVI_GUARDIAN_OF_AGE:
      if (participant->age_band != SUIVI_AGE_18)
        return suivi_gates_refuse (
          error, SUIVI_GATE_ERROR_CONSENT,
          _ ("Only who is 18 or older needs no consent of a parent or guardian. Correct the "
             "age, or ask a parent or guardian."));
      return TRUE;
    case SUIVI_GUARDIAN_NO:
      return suivi_gates_refuse (error, SUIVI_GATE_ERROR_CONSENT,
                                 _ ("A parent or guardian refused: this child cannot take part."));
    case SUIVI_GUARDIAN_UNDECIDED:
    default:
      return suivi_gates_refuse (
        error, SUIVI_GATE_ERROR_CONSENT,
        _ ("It is not noted whether a parent or guardian consents. Ask, and note the answer."));
    }
}

static gboolean
check_assent (const SuiviParticipant *participant, const GDate *today, GDate *assent_on, GError **error)
{
  if (suivi_text_is_blank (participant->assent_on))
    return suivi_gates_refuse (
      error, SUIVI_GATE_ERROR_CONSENT,
      _ ("It is not noted when the child agreed. Ask the child first, and enter the day."));
  if (!suivi_dates_parse_iso (participant->assent_on, assent_on))
    return suivi_gates_refuse (error, SUIVI_GATE_ERROR_CONSENT,
                               _ ("The day on which the child agreed is not a date. Enter it again."));
  if (g_date_compare (assent_on, today) > 0)
    return suivi_gates_refuse (error, SUIVI_GATE_ERROR_CONSENT,
                               _ ("The day on which the child agreed is still to come. Correct it."));

  switch (participant->assent_form)
    {
    case SUIVI_ASSENT_SIGNED:
    case SUIVI_ASSENT_SPOKEN:
    case SUIVI_ASSENT_DRAWN:
      break;
    case SUIVI_ASSENT_NONE:
    default:
      return suivi_gates_refuse (error, SUIVI_GATE_ERROR_CONSENT,
                                 _ ("It is not noted how the child agreed: signed, spoken, or drawn."));
    }

  switch (participant->take_part)
    {
    case SUIVI_YES:
      return TRUE;
    case SUIVI_NO:
      return suivi_gates_refuse (error, SUIVI_GATE_ERROR_CONSENT,
                                 _ ("The child did not agree to take part: nothing may be written down."));
    case SUIVI_NOT_ASKED:
    default:
      return suivi_gates_refuse (error, SUIVI_GATE_ERROR_CONSENT,
                                 _ (
                                   "The child was not asked whether they want to take part. Ask, and note the "
                                   "answer."));
    }
}

/* Last of all: who asks for %SUIVI_GATE_ERROR_OVERDUE may rely on everything else being settled. */
static gboolean
check_delete_by (const SuiviParticipant *participant,
                 const GDate *today,
                 const GDate *assent_on,
                 GError **error)
{
  GDate delete_by;

  if (suivi_text_is_blank (participant->delete_by))
    return suivi_gates_refuse (error, SUIVI_GATE_ERROR_CONSENT,
                               _ ("It is not said until when this may be kept. Enter the day of deletion."));
  if (!suivi_dates_parse_iso (participant->delete_by, &delete_by))
    return suivi_gates_refuse (error, SUIVI_GATE_ERROR_CONSENT,
                               _ ("The day of deletion is not a date. Enter it again."));
  if (g_date_compare (&delete_by, assent_on) <= 0)
    return suivi_gates_refuse (
      error, SUIVI_GATE_ERROR_CONSENT,
      _ ("The day of deletion is not after the day on which the child agreed. Correct it."));
  if (g_date_compare (&delete_by, today) < 0)
    return suivi_gates_refuse (
      error, SUIVI_GATE_ERROR_OVERDUE,
      _ ("The day until which this may be kept is past. Erase what belongs to this code."));

  return TRUE;
}

/**
 * suivi_participant_gate_settled:
 * @participant: (nullable): who takes part
 * @today: the day, ISO 8601
 *
 * The fields are those that facts/consent_fields.csv requires. The last day of keeping still counts as kept.
 *
 * Returns: whether assent and consent are settled; if not, @error says what to do (%SUIVI_GATE_ERROR).
 * %SUIVI_GATE_ERROR_OVERDUE is only set if nothing else is missing
 */
gboolean
suivi_participant_gate_settled (const SuiviParticipant *participant, const char *today, GError **error)
{
  GDate day;
  GDate assent_on;

  if (participant == NULL || participant->id == NULL || participant->withdrawn_on == NULL)
    return suivi_gates_refuse (error, SUIVI_GATE_ERROR_CONSENT,
                               _ ("It is not known who said this, and what the child agreed to."));
  if (participant->withdrawn_on[0] != '\0')
    return suivi_gates_refuse (error, SUIVI_GATE_ERROR_WITHDRAWN,
                               _ ("The child took everything back: nothing of what they said may be used any more."));
  if (!suivi_dates_parse_iso (today, &day))
    return suivi_gates_refuse (
      error, SUIVI_GATE_ERROR_CONSENT,
      _ ("The day is not known, and so whether consent still holds. Check the clock of the "
         "computer."));
  if (!check_assent (participant, &day, &assent_on, error) || !check_guardian (participant, error))
    return FALSE;
  if (suivi_text_is_blank (participant->information))
    return suivi_gates_refuse (
      error, SUIVI_GATE_ERROR_CONSENT,
      _ ("It is not noted which information sheet the child got. Enter its version."));

  return check_delete_by (participant, &day, &assent_on, error);
}

/**
 * suivi_participant_get_ceiling:
 * @participant: (nullable): who takes part
 * @today: the day, ISO 8601
 *
 * How far the words of that child may go at most. Publishing words quotes them: who did not agree to be
 * quoted did not agree to that.
 *
 * Returns: the furthest level; %SUIVI_CONSENT_INTERNAL if consent is not settled: it is the lowest level
 * there is, and does not say that anything is allowed. Ask suivi_statement_gate_record() or
 * suivi_consent_gate_allows() for that
 */
SuiviConsentLevel
suivi_participant_get_ceiling (const SuiviParticipant *participant, const char *today)
{
  if (!suivi_participant_gate_settled (participant, today, NULL))
    return SUIVI_CONSENT_INTERNAL;
  if (participant->quote != SUIVI_YES)
    return SUIVI_CONSENT_TOTALS;

  return participant->publish == SUIVI_YES ? SUIVI_CONSENT_PUBLISH : SUIVI_CONSENT_QUOTE;
}

/* --- statements -------------------------------------------------------------------------------------- */

/**
 * suivi_gates_check_belongs:
 *
 * Returns: whether the statement is complete enough to be judged, of a level that is known, and of that
 * participant
 */
gboolean
suivi_gates_check_belongs (const SuiviStatement *statement,
                           const SuiviParticipant *participant,
                           GError **error)
{
  if (statement == NULL || participant == NULL || statement->words == NULL || statement->checked_words == NULL
      || statement->consultation_id == NULL || statement->participant_id == NULL
      || g_strcmp0 (statement->participant_id, participant->id) != 0
      || g_strcmp0 (statement->consultation_id, participant->consultation_id) != 0)
    return suivi_gates_refuse (
      error, SUIVI_GATE_ERROR_CONSENT,
      _ ("It is not known who said this. Choose the code of a child of this consultation."));

  switch (statement->level)
    {
    case SUIVI_CONSENT_INTERNAL:
    case SUIVI_CONSENT_TOTALS:
    case SUIVI_CONSENT_QUOTE:
    case SUIVI_CONSENT_PUBLISH:
      return TRUE;
    default:
      return suivi_gates_refuse (
        error, SUIVI_GATE_ERROR_CONSENT,
        _ ("This version of Suivi does not know how far the statement may go. Choose it "
           "again."));
    }
}

/**
 * suivi_gates_check_agreed:
 * @participant: a participant whose consent is settled
 * @level: how far words shall go
 *
 * Returns: whether the child agreed to that; if not, @error names the question
 */
gboolean
suivi_gates_check_agreed (const SuiviParticipant *participant, SuiviConsentLevel level, GError **error)
{
  if (level >= SUIVI_CONSENT_QUOTE && participant->quote != SUIVI_YES)
    return suivi_gates_refuse (
      error, SUIVI_GATE_ERROR_CONSENT,
      participant->quote == SUIVI_NO
        ? _ ("The child did not agree to be quoted. The words may only be counted.")
        : _ ("The child was not asked whether their words may be quoted. Until then they may "
             "only be counted."));
  if (level >= SUIVI_CONSENT_PUBLISH && participant->publish != SUIVI_YES)
    return suivi_gates_refuse (
      error, SUIVI_GATE_ERROR_CONSENT,
      participant->publish == SUIVI_NO
        ? _ ("The child did not agree that their words are published. They may only be quoted.")
        : _ (
          "The child was not asked whether their words may be published. Until then they may only be quoted."));

  return TRUE;
}

/**
 * suivi_gates_check_words:
 * @level: how far the words shall go
 *
 * Words that are shown to anybody need eyes first that looked for names: for these very words. A drawing is
 * an image, which has a question of its own.
 *
 * Returns: whether the words themselves may go so far
 */
gboolean
suivi_gates_check_words (const SuiviStatement *statement,
                         const SuiviParticipant *participant,
                         SuiviConsentLevel level,
                         GError **error)
{
  if (level < SUIVI_CONSENT_QUOTE)
    return TRUE;

  if (statement->drawing != 0 && participant->image != SUIVI_YES)
    return suivi_gates_refuse (
      error, SUIVI_GATE_ERROR_CONSENT,
      participant->image == SUIVI_NO
        ? _ ("The child did not agree that a drawing or picture is shown. It may only be counted.")
        : _ ("The child was not asked whether a drawing or picture may be shown. Until then it may only be "
             "counted."));
  if (suivi_text_is_blank (statement->words) || g_strcmp0 (statement->checked_words, statement->words) != 0)
    return suivi_gates_refuse (
      error, SUIVI_GATE_ERROR_UNCHECKED,
      _ ("Nobody has looked through these words yet for names, places, schools, or ages. Read "
         "them, and confirm that they tell nobody who the child is."));

  return TRUE;
}

static gboolean
check_open_for_statements (const SuiviConsultation *consultation, GError **error)
{
  switch (consultation->status)
    {
    case SUIVI_CONSULTATION_READY:
    case SUIVI_CONSULTATION_HELD:
    case SUIVI_CONSULTATION_REPORTED_BACK:
      return TRUE;
    case SUIVI_CONSULTATION_CLOSED:
      return suivi_gates_refuse (
        error, SUIVI_GATE_ERROR_ORDER,
        _ ("The consultation is closed. Take it back one step to write down what children "
           "said."));
    case SUIVI_CONSULTATION_PLANNING:
    default:
      return suivi_gates_refuse (
        error, SUIVI_GATE_ERROR_ORDER,
        _ ("The consultation is not ready yet. See to the plan and the safeguards, and mark it "
           "as ready: then what children say can be written down."));
    }
}

/**
 * suivi_statement_gate_record:
 * @statement: (nullable): what a child said
 * @consultation: (nullable): where
 * @participant: (nullable): who said it
 * @today: the day, ISO 8601
 *
 * Nothing is written down before the safeguards stand and consent is settled, and never at a level that
 * consent does not reach.
 *
 * Returns: whether the statement may be written as it is; if not, @error says what to do (%SUIVI_GATE_ERROR)
 */
gboolean
suivi_statement_gate_record (const SuiviStatement *statement,
                             const SuiviConsultation *consultation,
                             const SuiviParticipant *participant,
                             const char *today,
                             GError **error)
{
  if (consultation == NULL || consultation->id == NULL)
    return suivi_gates_refuse (error, SUIVI_GATE_ERROR_ORDER,
                               _ ("It is not known in which consultation this was said."));
  if (!check_open_for_statements (consultation, error)
      || !suivi_gates_check_belongs (statement, participant, error))
    return FALSE;
  if (g_strcmp0 (statement->consultation_id, consultation->id) != 0)
    return suivi_gates_refuse (
      error, SUIVI_GATE_ERROR_CONSENT,
      _ ("It is not known who said this. Choose the code of a child of this consultation."));
  if (!suivi_participant_gate_settled (participant, today, error))
    return FALSE;
  if (strlen (statement->words) > SUIVI_MAX_WORDS)
    return suivi_gates_refuse (
      error, SUIVI_GATE_ERROR_CONSENT,
      _ ("This is too long for one statement. Write each thing that was said as a statement of its own."));
  if (suivi_text_is_blank (statement->words))
    return suivi_gates_refuse (
      error, SUIVI_GATE_ERROR_ORDER,
      _ ("There are no words. Write down what the child said, or what the drawing shows."));

  return suivi_gates_check_agreed (participant, statement->level, error)
         && suivi_gates_check_words (statement, participant, statement->level, error);
}
