/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "core/consultation/gates.h"

G_BEGIN_DECLS

/* What the gates, the consent gate, and the next duty share, so that none of them says what another one does
 * not. */

/* What a consultation lacks for a step, in the order in which one would see to it. */
typedef enum
{
  SUIVI_LACK_NOTHING,
  SUIVI_LACK_TITLE,
  SUIVI_LACK_PURPOSE,
  SUIVI_LACK_FOCAL_POINT,
  SUIVI_LACK_DEPUTY,
  SUIVI_LACK_RISK,
  SUIVI_LACK_EDITION,
  SUIVI_LACK_MUST_NOW,
  SUIVI_LACK_DAY,
  SUIVI_LACK_FEEDBACK,
  SUIVI_LACK_FULL,
  SUIVI_LACK_FRIENDLY,
  SUIVI_LACK_FAST,
  SUIVI_LACK_FOLLOWED_UP,
  SUIVI_LACK_EXPLAINED,
  SUIVI_LACK_MUST_AFTER,
} SuiviLack;

SuiviLack suivi_gates_find_lack         (const SuiviConsultationFacts *facts,
                                         SuiviConsultationStatus       status);
gboolean  suivi_gates_refuse            (GError                      **error,
                                         SuiviGateError                code,
                                         const char                   *message);
gboolean  suivi_gates_check_belongs     (const SuiviStatement         *statement,
                                         const SuiviParticipant       *participant,
                                         GError                      **error);
gboolean  suivi_gates_check_agreed      (const SuiviParticipant       *participant,
                                         SuiviConsentLevel                    level,
                                         GError                      **error);
gboolean  suivi_gates_check_words       (const SuiviStatement         *statement,
                                         const SuiviParticipant       *participant,
                                         SuiviConsentLevel                    level,
                                         GError                      **error);

G_END_DECLS
