/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "app/consultation/consultation-step.h"

G_BEGIN_DECLS

#define SUIVI_TYPE_PLAN_STEP (suivi_plan_step_get_type ())
G_DECLARE_FINAL_TYPE (SuiviPlanStep, suivi_plan_step, SUIVI, PLAN_STEP, SuiviConsultationStep)

void suivi_plan_step_begin (SuiviPlanStep *self);

G_END_DECLS
