/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "core/consultation/participant.h"

G_BEGIN_DECLS

/* A code, who it stands for, and how it stands with consent. */
#define SUIVI_TYPE_PARTICIPANT_ROW (suivi_participant_row_get_type ())
G_DECLARE_FINAL_TYPE (SuiviParticipantRow, suivi_participant_row, SUIVI, PARTICIPANT_ROW, AdwActionRow)

GtkWidget  *suivi_participant_row_new    (void);
void        suivi_participant_row_set    (SuiviParticipantRow    *self,
                                          const SuiviParticipant *participant,
                                          const char             *today);
const char *suivi_participant_row_get_id (SuiviParticipantRow    *self);

G_END_DECLS
