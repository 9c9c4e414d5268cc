/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "app/scorecard/matrix-columns.h"

G_BEGIN_DECLS

#define SUIVI_TYPE_MATRIX_HEADER (suivi_matrix_header_get_type ())
G_DECLARE_FINAL_TYPE (SuiviMatrixHeader, suivi_matrix_header, SUIVI, MATRIX_HEADER, GtkWidget)

/* The titles above the columns of the matrix; it takes no room where these do not fit side by side. */

void suivi_matrix_header_set_columns (SuiviMatrixHeader  *self,
                                      SuiviMatrixColumns *columns);

G_END_DECLS
