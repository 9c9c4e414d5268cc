/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "app/consultation/consultation-step.h"

G_BEGIN_DECLS

/* "What children said": a fast way to write it down, and what was written down. */

#define SUIVI_TYPE_STATEMENTS_STEP (suivi_statements_step_get_type ())
G_DECLARE_FINAL_TYPE (SuiviStatementsStep,
                      suivi_statements_step,
                      SUIVI,
                      STATEMENTS_STEP,
                      SuiviConsultationStep)

G_END_DECLS
