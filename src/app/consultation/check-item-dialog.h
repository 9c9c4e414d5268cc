/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "app/consultation/consultation-step.h"

G_BEGIN_DECLS

/**
 * SuiviCheckItemDialog:
 *
 * Adds an item of the organisation's own to the safeguarding checklist.
 */
#define SUIVI_TYPE_CHECK_ITEM_DIALOG (suivi_check_item_dialog_get_type ())
G_DECLARE_FINAL_TYPE (SuiviCheckItemDialog, suivi_check_item_dialog, SUIVI, CHECK_ITEM_DIALOG, AdwWindow)

GtkWidget *suivi_check_item_dialog_new (SuiviConsultationStep *step,
                                        guint                  requirement);

G_END_DECLS
