/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "core/consultation/gates-private.h"
#include "core/drafting/dates.h"
#include "core/text/text.h"

G_DEFINE_QUARK (suivi - gate - error - quark, suivi_gate_error)

/**
 * suivi_gates_refuse:
 * @message: a sentence for the user, translated
 *
 * Returns: %FALSE, with @error set
 */
gboolean
suivi_gates_refuse (GError **error, SuiviGateError code, const char *message)
{
  g_set_error_literal (error, SUIVI_GATE_ERROR, code, message);
  return FALSE;
}

static SuiviLack
find_lack_of_plan (const SuiviConsultation *consultation)
{
  if (suivi_text_is_blank (consultation->title))
    return SUIVI_LACK_TITLE;
  if (suivi_text_is_blank (consultation->purpose))
    return SUIVI_LACK_PURPOSE;
  if (suivi_text_is_blank (consultation->focal_point))
    return SUIVI_LACK_FOCAL_POINT;
  if (suivi_text_is_blank (consultation->deputy))
    return SUIVI_LACK_DEPUTY;

  switch (consultation->risk)
    {
    case SUIVI_RISK_LOW:
    case SUIVI_RISK_MEDIUM:
    case SUIVI_RISK_HIGH:
      return SUIVI_LACK_NOTHING;
    case SUIVI_RISK_UNASSESSED:
    default:
      return SUIVI_LACK_RISK;
    }
}

static SuiviLack
find_lack_of_safeguards (const SuiviConsultationFacts *facts)
{
  if (facts->standing == NULL || suivi_checklist_get_n_items (facts->consultation->checklist_edition) == 0)
    return SUIVI_LACK_EDITION;

  return facts->standing->n_missing_now > 0 ? SUIVI_LACK_MUST_NOW : SUIVI_LACK_NOTHING;
}

/* The children need not be told everything at once: several feedbacks together may be full, friendly, fast
 * and followed up. */
static SuiviLack
find_lack_of_feedback (const SuiviConsultationFacts *facts, gboolean in_every_way)
{
  gboolean told = FALSE;
  gboolean full = FALSE;
  gboolean friendly = FALSE;
  gboolean fast = FALSE;
  gboolean followed_up = FALSE;

  for (guint i = 0; facts->feedbacks != NULL && i < facts->feedbacks->len; i++)
    {
      const SuiviFeedback *feedback = g_ptr_array_index (facts->feedbacks, i);

      if (g_strcmp0 (feedback->consultation_id, facts->consultation->id) != 0
          || !suivi_feedback_is_complete (feedback)
          || (facts->today != NULL && strcmp (feedback->given_on, facts->today) > 0))
        continue;
      told = TRUE;
      full = full || feedback->full == 1;
      friendly = friendly || feedback->friendly == 1;
      fast = fast || feedback->fast == 1;
      followed_up = followed_up || feedback->followed_up == 1;
    }

  if (!told)
    return SUIVI_LACK_FEEDBACK;
  if (!in_every_way)
    return SUIVI_LACK_NOTHING;
  if (!full)
    return SUIVI_LACK_FULL;
  if (!friendly)
    return SUIVI_LACK_FRIENDLY;
  if (!fast)
    return SUIVI_LACK_FAST;

  return followed_up ? SUIVI_LACK_NOTHING : SUIVI_LACK_FOLLOWED_UP;
}

/**
 * suivi_gates_find_lack:
 * @facts: what is known of a consultation
 * @status: the step that it shall take
 *
 * Returns: the first thing that is missing for @status, whatever the steps before it asked for
 */
SuiviLack
suivi_gates_find_lack (const SuiviConsultationFacts *facts, SuiviConsultationStatus status)
{
  SuiviLack lack = SUIVI_LACK_NOTHING;
  GDate day;

  switch (status)
    {
    case SUIVI_CONSULTATION_READY:
      lack = find_lack_of_plan (facts->consultation);
      return lack != SUIVI_LACK_NOTHING ? lack : find_lack_of_safeguards (facts);

    case SUIVI_CONSULTATION_HELD:
      /* A safeguard may have failed since the consultation was ready. */
      lack = find_lack_of_safeguards (facts);
      if (lack != SUIVI_LACK_NOTHING)
        return lack;
      return suivi_dates_parse_iso (facts->consultation->begins_on, &day) ? SUIVI_LACK_NOTHING
                                                                          : SUIVI_LACK_DAY;

    case SUIVI_CONSULTATION_REPORTED_BACK:
      return find_lack_of_feedback (facts, FALSE);

    case SUIVI_CONSULTATION_CLOSED:
      lack = find_lack_of_feedback (facts, TRUE);
      if (lack != SUIVI_LACK_NOTHING)
        return lack;
      if (facts->n_unexplained > 0)
        return SUIVI_LACK_EXPLAINED;
      if (facts->standing == NULL
          || suivi_checklist_get_n_items (facts->consultation->checklist_edition) == 0)
        return SUIVI_LACK_EDITION;
      return facts->standing->n_missing_after > 0 ? SUIVI_LACK_MUST_AFTER : SUIVI_LACK_NOTHING;

    case SUIVI_CONSULTATION_PLANNING:
    default:
      return SUIVI_LACK_NOTHING;
    }
}

/* The text of the first must item that is missing. */
static const char *
get_first_missing (SuiviStanding *standing, gboolean after)
{
  g_auto (GStrv) ids = suivi_standing_missing (standing, after);

  for (guint i = 0; ids[0] != NULL && i < standing->items->len; i++)
    {
      const SuiviStandingItem *item = &g_array_index (standing->items, SuiviStandingItem, i);

      if (g_strcmp0 (item->id, ids[0]) == 0)
        return item->text;
    }

  return "";
}

static gboolean
refuse_for_items (SuiviStanding *standing, gboolean after, GError **error)
{
  guint n = after ? standing->n_missing_after : standing->n_missing_now;
  const char *first = get_first_missing (standing, after);

  g_set_error (
    error, SUIVI_GATE_ERROR, SUIVI_GATE_ERROR_CHECKLIST,
    /* Translators: %u must items of the safeguarding checklist; %s is the first of them, a sentence without
     * its full stop */
    ngettext ("%u must item of the checklist is not met: “%s”. Answer it, or let the focal point decide.",
              "%u must items of the checklist are not met. The first is: “%s”. Answer them, or let the "
              "focal point decide.",
              n),
    n, first);
  return FALSE;
}

static gboolean
refuse_for_lack (const SuiviConsultationFacts *facts, SuiviLack lack, GError **error)
{
  switch (lack)
    {
    case SUIVI_LACK_TITLE:
      return suivi_gates_refuse (error, SUIVI_GATE_ERROR_ORDER,
                                 _ ("The consultation has no title. Give it one."));
    case SUIVI_LACK_PURPOSE:
      return suivi_gates_refuse (error, SUIVI_GATE_ERROR_ORDER,
                                 _ (
                                   "The purpose is missing. Say what the children are asked, and what for."));
    case SUIVI_LACK_FOCAL_POINT:
      return suivi_gates_refuse (
        error, SUIVI_GATE_ERROR_ORDER,
        _ ("There is no safeguarding focal point. Name the adult the children can turn to."));
    case SUIVI_LACK_DEPUTY:
      return suivi_gates_refuse (
        error, SUIVI_GATE_ERROR_ORDER,
        _ ("The safeguarding focal point has no deputy. Name who steps in when the focal point is away."));
    case SUIVI_LACK_RISK:
      return suivi_gates_refuse (error, SUIVI_GATE_ERROR_ORDER,
                                 _ ("The risk for the children is not assessed yet. Say how great it is."));
    case SUIVI_LACK_EDITION:
      return suivi_gates_refuse (
        error, SUIVI_GATE_ERROR_CHECKLIST,
        _ ("This version of Suivi does not know the edition of the safeguarding checklist "
           "that this consultation uses. Install a newer version."));
    case SUIVI_LACK_MUST_NOW:
      return refuse_for_items (facts->standing, FALSE, error);
    case SUIVI_LACK_DAY:
      return suivi_gates_refuse (error, SUIVI_GATE_ERROR_ORDER,
                                 _ ("It is not said when the consultation was held. Enter its first day."));
    case SUIVI_LACK_FEEDBACK:
      return suivi_gates_refuse (error, SUIVI_GATE_ERROR_FEEDBACK,
                                 _ ("The children were not told yet what became of their words. Note when, "
                                    "whom, in what form, and what "
                                    "they were told."));
    case SUIVI_LACK_FULL:
      return suivi_gates_refuse (error, SUIVI_GATE_ERROR_FEEDBACK,
                                 _ ("The feedback is not full yet. Tell the children what was used, what was "
                                    "changed, and what was left out "
                                    "and why."));
    case SUIVI_LACK_FRIENDLY:
      return suivi_gates_refuse (
        error, SUIVI_GATE_ERROR_FEEDBACK,
        _ ("The feedback is not friendly yet. Tell the children in words and a form that they understand."));
    case SUIVI_LACK_FAST:
      return suivi_gates_refuse (error, SUIVI_GATE_ERROR_FEEDBACK,
                                 _ ("The feedback was not fast. Give feedback to the children soon after a "
                                    "step of the review, and note it."));
    case SUIVI_LACK_FOLLOWED_UP:
      return suivi_gates_refuse (error, SUIVI_GATE_ERROR_FEEDBACK,
                                 _ ("The feedback was not followed up yet. Let the children ask and answer, "
                                    "and tell them what happens next."));
    case SUIVI_LACK_EXPLAINED:
      g_set_error (
        error, SUIVI_GATE_ERROR, SUIVI_GATE_ERROR_LEFT_OUT,
        ngettext ("Say what became of %u statement: link it to what it was used for, or say why it was left "
                  "out.",
                  "Say what became of %u statements: link them to what they were used for, or say why they "
                  "were left out.",
                  facts->n_unexplained),
        facts->n_unexplained);
      return FALSE;
    case SUIVI_LACK_MUST_AFTER:
      return refuse_for_items (facts->standing, TRUE, error);
    case SUIVI_LACK_NOTHING:
      return TRUE;
    default:
      g_return_val_if_reached (suivi_gates_refuse (error, SUIVI_GATE_ERROR_ORDER, ""));
    }
}

static gboolean
is_status (SuiviConsultationStatus status)
{
  return status >= SUIVI_CONSULTATION_PLANNING && status <= SUIVI_CONSULTATION_CLOSED;
}

/**
 * suivi_consultation_gate_status:
 * @facts: what is known of a consultation, with the status that it has now
 * @status: the status that it shall have
 *
 * A consultation goes forward one step at a time, each with its conditions, and back as far as one likes:
 * only what children said cannot be made unsaid.
 *
 * Returns: whether it may; if not, @error says what is missing first (%SUIVI_GATE_ERROR)
 */
gboolean
suivi_consultation_gate_status (const SuiviConsultationFacts *facts,
                                SuiviConsultationStatus status,
                                GError **error)
{
  SuiviConsultationStatus from = SUIVI_CONSULTATION_PLANNING;

  if (facts == NULL || facts->consultation == NULL || !is_status (facts->consultation->status)
      || !is_status (status))
    return suivi_gates_refuse (
      error, SUIVI_GATE_ERROR_ORDER,
      _ ("This version of Suivi does not know where the consultation stands. Install a newer "
         "version."));

  from = facts->consultation->status;
  if (status == from)
    return TRUE;

  if (status < from)
    {
      if (from >= SUIVI_CONSULTATION_HELD && status < SUIVI_CONSULTATION_HELD && facts->n_statements > 0)
        return suivi_gates_refuse (
          error, SUIVI_GATE_ERROR_ORDER,
          _ ("Children were heard, and what they said is written down: that cannot be undone. "
             "The consultation stays held."));
      return TRUE;
    }

  if (status != from + 1)
    {
      g_set_error (error, SUIVI_GATE_ERROR, SUIVI_GATE_ERROR_ORDER,
                   /* Translators: %s is where a consultation stands: "Ready", "Held", … */
                   _ ("A consultation goes one step at a time. The next step is “%s”."),
                   suivi_consultation_status_to_label (from + 1));
      return FALSE;
    }

  return refuse_for_lack (facts, suivi_gates_find_lack (facts, status), error);
}
