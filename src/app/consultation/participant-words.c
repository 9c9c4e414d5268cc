/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "app/consultation/participant-words.h"
#include "app/relative-time.h"
#include "core/consultation/gates.h"

/**
 * suivi_participant_dup_today:
 *
 * Returns: (transfer full): today, where the user is, as an ISO 8601 date: the same as the workspace's
 */
char *
suivi_participant_dup_today (void)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();

  return g_date_time_format (now, "%Y-%m-%d");
}

/**
 * suivi_participant_get_standing:
 * @today: ISO 8601 date
 *
 * Returns: how it stands with the code
 */
SuiviParticipantStanding
suivi_participant_get_standing (const SuiviParticipant *participant, const char *today)
{
  g_autoptr (GError) error = NULL;

  if (*participant->withdrawn_on != '\0')
    return SUIVI_PARTICIPANT_WITHDRAWN;
  if (*participant->delete_by != '\0' && g_strcmp0 (participant->delete_by, today) < 0)
    return SUIVI_PARTICIPANT_OVERDUE;

  return suivi_participant_gate_settled (participant, today, &error) ? SUIVI_PARTICIPANT_SETTLED
                                                                     : SUIVI_PARTICIPANT_OPEN;
}

static const char *
say_ceiling (SuiviConsentLevel level)
{
  switch (level)
    {
    case SUIVI_CONSENT_PUBLISH:
      return _ ("Settled · may be published");
    case SUIVI_CONSENT_QUOTE:
      return _ ("Settled · may be quoted");
    case SUIVI_CONSENT_TOTALS:
      return _ ("Settled · counted in totals, not quoted");
    case SUIVI_CONSENT_INTERNAL:
    default:
      return _ ("Settled · internal only");
    }
}

/**
 * suivi_participant_say_standing:
 * @today: ISO 8601 date
 *
 * Returns: (transfer full): how it stands with the code, in words: "Settled · may be quoted", or what is missing
 */
char *
suivi_participant_say_standing (const SuiviParticipant *participant, const char *today)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *day = NULL;

  switch (suivi_participant_get_standing (participant, today))
    {
    case SUIVI_PARTICIPANT_WITHDRAWN:
      day = suivi_format_day (participant->withdrawn_on);
      /* Translators: %s is a date */
      return g_strdup_printf (_ ("Withdrawn on %s: nothing is used"), day);
    case SUIVI_PARTICIPANT_OVERDUE:
      day = suivi_format_day (participant->delete_by);
      /* Translators: %s is a date */
      return g_strdup_printf (_ ("Should have been erased by %s"), day);
    case SUIVI_PARTICIPANT_OPEN:
      suivi_participant_gate_settled (participant, today, &error);
      return g_strdup (error->message);
    case SUIVI_PARTICIPANT_SETTLED:
    default:
      return g_strdup (say_ceiling (suivi_participant_get_ceiling (participant, today)));
    }
}

/**
 * suivi_participant_gender_to_label:
 *
 * Returns: the words for one child, translated; those for many are suivi_gender_to_label()
 */
const char *
suivi_participant_gender_to_label (SuiviGender gender)
{
  switch (gender)
    {
    case SUIVI_GENDER_GIRL:
      return _ ("Girl");
    case SUIVI_GENDER_BOY:
      return _ ("Boy");
    case SUIVI_GENDER_OTHER:
      /* Translators: gender of a child */
      return _ ("Another gender");
    case SUIVI_GENDER_UNKNOWN:
    default:
      /* Translators: gender of a child */
      return _ ("Gender not noted");
    }
}

/**
 * suivi_participant_get_icon:
 *
 * Returns: name of an icon that says the same as the words beside it
 */
const char *
suivi_participant_get_icon (SuiviParticipantStanding standing)
{
  switch (standing)
    {
    case SUIVI_PARTICIPANT_SETTLED:
      return "object-select-symbolic";
    case SUIVI_PARTICIPANT_WITHDRAWN:
      return "action-unavailable-symbolic";
    case SUIVI_PARTICIPANT_OVERDUE:
      return "alarm-symbolic";
    case SUIVI_PARTICIPANT_OPEN:
    default:
      return "dialog-warning-symbolic";
    }
}
