/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "store/consultation-store.h"

G_BEGIN_DECLS

/* Consultations for tests: invented ones. */

SuiviConsultation *consultation_make (const char *title);
void consultation_answer_all (SuiviTransaction *transaction,
                              const SuiviConsultation *consultation,
                              gboolean after);
SuiviParticipant *consultation_make_participant (const char *consultation_id);
void consultation_add_ready (SuiviTransaction *transaction, SuiviConsultation *consultation);

G_END_DECLS
