/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "app/consultation/headcount-cell.h"

G_BEGIN_DECLS

/*
 * Children by age and gender, with the totals as they are typed. Tab and Enter go on, the arrows go up and down.
 * Signals: "edited" (SuiviHeadcount): to be saved; "changed" (): the numbers are others now.
 */
#define SUIVI_TYPE_HEADCOUNT_GRID (suivi_headcount_grid_get_type ())
G_DECLARE_FINAL_TYPE (SuiviHeadcountGrid, suivi_headcount_grid, SUIVI, HEADCOUNT_GRID, GtkGrid)

void                suivi_headcount_grid_show     (SuiviHeadcountGrid *self,
                                                   const char         *consultation_id,
                                                   GPtrArray          *headcounts,
                                                   gboolean            writable);
void                suivi_headcount_grid_add_to   (SuiviHeadcountGrid *self,
                                                   GPtrArray          *headcounts);
SuiviHeadcountCell *suivi_headcount_grid_get_cell (SuiviHeadcountGrid *self,
                                                   SuiviAgeBand        band,
                                                   SuiviGender         gender);
guint               suivi_headcount_grid_get_sum  (SuiviHeadcountGrid *self);
void                suivi_headcount_grid_flush    (SuiviHeadcountGrid *self);

G_END_DECLS
