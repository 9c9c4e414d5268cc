/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "app/consultation/consultation-step.h"

G_BEGIN_DECLS

/* What the steps that change the consultation itself share. */

void  suivi_consultation_change (SuiviConsultationStep         *step,
                                 const SuiviConsultation       *before,
                                 const SuiviConsultation       *after);
char *suivi_consultation_wait   (SuiviConsultationRecord       *record,
                                 SuiviConsultationStatus        status);

G_END_DECLS
