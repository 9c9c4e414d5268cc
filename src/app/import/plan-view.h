/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "exchange/import-plan.h"

G_BEGIN_DECLS

#define SUIVI_TYPE_PLAN_VIEW (suivi_plan_view_get_type ())
G_DECLARE_FINAL_TYPE (SuiviPlanView, suivi_plan_view, SUIVI, PLAN_VIEW, GtkWidget)

void suivi_plan_view_set_plan (SuiviPlanView *self, SuiviImportPlan *plan);
void suivi_plan_view_show_status (SuiviPlanView *self, SuiviPlanStatus status);

G_END_DECLS
