/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "app/scorecard/matrix-columns.h"
#include "store/workspace.h"

G_BEGIN_DECLS

#define SUIVI_TYPE_MATRIX_STRIP (suivi_matrix_strip_get_type ())
G_DECLARE_FINAL_TYPE (SuiviMatrixStrip, suivi_matrix_strip, SUIVI, MATRIX_STRIP, GtkWidget)

/*
 * One row of the matrix: the recommendation, and what each organisation says of it. Where there is room, in columns;
 * else below the text, each with the name of the organisation.
 */

GtkWidget  *suivi_matrix_strip_new         (void);
void        suivi_matrix_strip_show        (SuiviMatrixStrip   *self,
                                            SuiviMatrixRow     *row,
                                            SuiviMatrixColumns *columns);
void        suivi_matrix_strip_set_source  (SuiviMatrixStrip   *self,
                                            SuiviWorkspace     *workspace,
                                            const char         *cut_off);
guint       suivi_matrix_strip_find_column (SuiviMatrixStrip   *self,
                                            int                 x,
                                            int                 y);

G_END_DECLS
