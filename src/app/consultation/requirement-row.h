/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "app/consultation/consultation-step.h"

G_BEGIN_DECLS

/**
 * SuiviRequirementRow:
 *
 * One of the nine requirements for hearing children: how it stands, at a glance; opened, its items.
 */
#define SUIVI_TYPE_REQUIREMENT_ROW (suivi_requirement_row_get_type ())
G_DECLARE_FINAL_TYPE (SuiviRequirementRow, suivi_requirement_row, SUIVI, REQUIREMENT_ROW, AdwExpanderRow)

GtkWidget *suivi_requirement_row_new       (SuiviConsultationStep *step,
                                            guint                  requirement);
void       suivi_requirement_row_update    (SuiviRequirementRow   *self,
                                            gboolean               writable);
gboolean   suivi_requirement_row_show_item (SuiviRequirementRow   *self,
                                            const char            *id);
void       suivi_requirement_row_clear     (SuiviRequirementRow   *self);
void       suivi_requirement_row_flush     (SuiviRequirementRow   *self);

G_END_DECLS
