/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "core/consultation/participant.h"

G_BEGIN_DECLS

/**
 * SuiviParticipantStanding:
 *
 * How it stands with a code, in one word.
 */
typedef enum
{
  SUIVI_PARTICIPANT_SETTLED,
  SUIVI_PARTICIPANT_OPEN,
  SUIVI_PARTICIPANT_OVERDUE,
  SUIVI_PARTICIPANT_WITHDRAWN,
} SuiviParticipantStanding;

char                    *suivi_participant_dup_today    (void);
SuiviParticipantStanding suivi_participant_get_standing (const SuiviParticipant   *participant,
                                                         const char               *today);
char                    *suivi_participant_say_standing (const SuiviParticipant   *participant,
                                                         const char               *today);
const char              *suivi_participant_gender_to_label (SuiviGender gender);
const char              *suivi_participant_get_icon     (SuiviParticipantStanding  standing);

G_END_DECLS
