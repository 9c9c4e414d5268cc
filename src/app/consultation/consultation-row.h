/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "app/consultation/consultation-board.h"

G_BEGIN_DECLS

#define SUIVI_TYPE_CONSULTATION_ROW (suivi_consultation_row_get_type ())
G_DECLARE_FINAL_TYPE (SuiviConsultationRow, suivi_consultation_row, SUIVI, CONSULTATION_ROW, GtkListBoxRow)

/* A consultation in the list: title, day and status, nine dots, and what it asks for next. */

GtkWidget  *suivi_consultation_row_new    (SuiviConsultationEntry *entry);
void        suivi_consultation_row_update (SuiviConsultationRow   *self,
                                           SuiviConsultationEntry *entry);
const char *suivi_consultation_row_get_id (SuiviConsultationRow   *self);

char       *suivi_consultation_format_day (const char             *day);
char       *suivi_consultation_say_duty   (const SuiviDuty        *duty);

G_END_DECLS
