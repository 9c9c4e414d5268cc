/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "core/consultation/participant.h"
#include "store/workspace.h"

G_BEGIN_DECLS

/* What a child, or a group, agreed to; saved as it is changed. */
#define SUIVI_TYPE_PARTICIPANT_DIALOG (suivi_participant_dialog_get_type ())
G_DECLARE_FINAL_TYPE (SuiviParticipantDialog, suivi_participant_dialog, SUIVI, PARTICIPANT_DIALOG, AdwWindow)

GtkWindow  *suivi_participant_dialog_new             (GtkWindow              *parent,
                                                      SuiviWorkspace         *workspace,
                                                      const SuiviParticipant *participant,
                                                      gboolean                writable,
                                                      gboolean                closed);
void        suivi_participant_dialog_set_participant (SuiviParticipantDialog *self,
                                                      const SuiviParticipant *participant);
void        suivi_participant_dialog_set_files       (SuiviParticipantDialog *self,
                                                      GPtrArray              *sent_out);
void        suivi_participant_dialog_flush           (SuiviParticipantDialog *self);
const char *suivi_participant_dialog_get_id          (SuiviParticipantDialog *self);

G_END_DECLS
