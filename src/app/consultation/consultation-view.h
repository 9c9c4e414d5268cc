/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "app/consultation/consultation-board.h"
#include "app/consultation/consultation-step.h"

G_BEGIN_DECLS

#define SUIVI_TYPE_CONSULTATION_VIEW (suivi_consultation_view_get_type ())
G_DECLARE_FINAL_TYPE (SuiviConsultationView, suivi_consultation_view, SUIVI, CONSULTATION_VIEW, GtkBox)

/*
 * One consultation: where it stands and what the next status is, a bar with its seven steps, and the steps one below
 * the other. Signals: "failed" (sentence) and "done" (sentence), as those of the steps.
 */

typedef enum
{
  SUIVI_STEP_PLAN,
  SUIVI_STEP_SAFEGUARDS,
  SUIVI_STEP_CONSENT,
  SUIVI_STEP_DAY,
  SUIVI_STEP_STATEMENTS,
  SUIVI_STEP_FEEDBACK,
  SUIVI_STEP_CLOSE,
  SUIVI_N_STEPS,
} SuiviStepNumber;

void                   suivi_consultation_view_set       (SuiviConsultationView  *self,
                                                          SuiviWorkspace         *workspace,
                                                          SuiviConsultationEntry *entry);
const char            *suivi_consultation_view_get_id    (SuiviConsultationView  *self);
void                   suivi_consultation_view_flush     (SuiviConsultationView  *self);
void                   suivi_consultation_view_show_step (SuiviConsultationView  *self,
                                                          SuiviStepNumber         number);
SuiviConsultationStep *suivi_consultation_view_get_step  (SuiviConsultationView  *self,
                                                          SuiviStepNumber         number);

G_END_DECLS
