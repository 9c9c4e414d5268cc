/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "app/consultation/consultation-step.h"

G_BEGIN_DECLS

/* Who takes part, by code; what each agreed to; and what is sealed. */
#define SUIVI_TYPE_CONSENT_STEP (suivi_consent_step_get_type ())
G_DECLARE_FINAL_TYPE (SuiviConsentStep, suivi_consent_step, SUIVI, CONSENT_STEP, SuiviConsultationStep)

G_END_DECLS
