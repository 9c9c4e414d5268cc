/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "exchange/plan-row.h"

G_BEGIN_DECLS

/**
 * SuiviPlanRowFunc:
 * @index: which row of the plan
 *
 * Returns: (transfer full): the row
 */
typedef SuiviPlanRow *(*SuiviPlanRowFunc) (gpointer user_data, guint index);

#define SUIVI_TYPE_PLAN_ROW_LIST (suivi_plan_row_list_get_type ())
G_DECLARE_FINAL_TYPE (SuiviPlanRowList, suivi_plan_row_list, SUIVI, PLAN_ROW_LIST, GObject)

/* Some rows of a plan, as a GListModel that knows which they are and asks for one when somebody asks for it.
 * */

SuiviPlanRowList *suivi_plan_row_list_new    (SuiviPlanRowFunc  func,
                                              gpointer          user_data);
void              suivi_plan_row_list_add    (SuiviPlanRowList *self,
                                              guint             index);
void              suivi_plan_row_list_take   (SuiviPlanRowList *self,
                                              GArray           *indices);
const GArray     *suivi_plan_row_list_peek   (SuiviPlanRowList *self);
void              suivi_plan_row_list_detach (SuiviPlanRowList *self);

G_END_DECLS
