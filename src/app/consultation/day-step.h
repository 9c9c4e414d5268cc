/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "app/consultation/consultation-step.h"

G_BEGIN_DECLS

#define SUIVI_TYPE_DAY_STEP (suivi_day_step_get_type ())
G_DECLARE_FINAL_TYPE (SuiviDayStep, suivi_day_step, SUIVI, DAY_STEP, SuiviConsultationStep)

G_END_DECLS
