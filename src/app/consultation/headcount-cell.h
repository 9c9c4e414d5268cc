/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "core/consultation/headcount.h"

G_BEGIN_DECLS

/*
 * A number of children of one age and gender, or of one further group. Signal "edited" (SuiviHeadcount): to be saved.
 */
#define SUIVI_TYPE_HEADCOUNT_CELL (suivi_headcount_cell_get_type ())
G_DECLARE_FINAL_TYPE (SuiviHeadcountCell, suivi_headcount_cell, SUIVI, HEADCOUNT_CELL, GtkEntry)

GtkWidget      *suivi_headcount_cell_new            (SuiviAgeBand           band,
                                                     SuiviGender            gender,
                                                     const char            *group_name,
                                                     const char            *name);
void            suivi_headcount_cell_show           (SuiviHeadcountCell    *self,
                                                     const char            *consultation_id,
                                                     const SuiviHeadcount  *headcount,
                                                     gboolean               writable);
SuiviHeadcount *suivi_headcount_cell_dup_headcount  (SuiviHeadcountCell    *self);
void            suivi_headcount_cell_flush          (SuiviHeadcountCell    *self);

G_END_DECLS
