/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "app/consultation/consultation-step.h"

G_BEGIN_DECLS

#define SUIVI_TYPE_FEEDBACK_STEP (suivi_feedback_step_get_type ())
G_DECLARE_FINAL_TYPE (SuiviFeedbackStep, suivi_feedback_step, SUIVI, FEEDBACK_STEP, SuiviConsultationStep)

G_END_DECLS
