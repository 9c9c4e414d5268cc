/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "app/consultation/consultation-step.h"

G_BEGIN_DECLS

/**
 * SuiviCheckRow:
 *
 * One item of the safeguarding checklist: its text, the answer, what shows it, files. Answers are saved as they are
 * given. It is one row for the keyboard: Y or 1 answers yes, N or 2 no, X or 3 does not apply, 0 takes the answer back;
 * the arrows lead to the answers, Tab to what shows it.
 */
#define SUIVI_TYPE_CHECK_ROW (suivi_check_row_get_type ())
G_DECLARE_FINAL_TYPE (SuiviCheckRow, suivi_check_row, SUIVI, CHECK_ROW, AdwPreferencesRow)

GtkWidget *suivi_check_row_new      (SuiviConsultationStep   *step);
void       suivi_check_row_set_item (SuiviCheckRow           *self,
                                     const SuiviStandingItem *item,
                                     gboolean                 retired,
                                     gboolean                 writable);
void       suivi_check_row_add_file (SuiviCheckRow           *self,
                                     GFile                   *file);
void       suivi_check_row_flush    (SuiviCheckRow           *self);

G_END_DECLS
