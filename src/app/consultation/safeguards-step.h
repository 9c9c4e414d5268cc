/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "app/consultation/consultation-step.h"

G_BEGIN_DECLS

/**
 * SuiviSafeguardsStep:
 *
 * The nine requirements for hearing children, with the safeguarding checklist, and what the focal point decided.
 */
#define SUIVI_TYPE_SAFEGUARDS_STEP (suivi_safeguards_step_get_type ())
G_DECLARE_FINAL_TYPE (SuiviSafeguardsStep,
                      suivi_safeguards_step,
                      SUIVI,
                      SAFEGUARDS_STEP,
                      SuiviConsultationStep)

gboolean suivi_safeguards_step_show_item (SuiviSafeguardsStep *self,
                                          const char          *id);

G_END_DECLS
