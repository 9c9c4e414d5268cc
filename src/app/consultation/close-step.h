/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "app/consultation/consultation-step.h"

G_BEGIN_DECLS

#define SUIVI_TYPE_CLOSE_STEP (suivi_close_step_get_type ())
G_DECLARE_FINAL_TYPE (SuiviCloseStep, suivi_close_step, SUIVI, CLOSE_STEP, SuiviConsultationStep)

G_END_DECLS
