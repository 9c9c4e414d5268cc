/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "app/scorecard/matrix-row.h"

G_BEGIN_DECLS

#define SUIVI_TYPE_MATRIX_COLUMNS (suivi_matrix_columns_get_type ())
G_DECLARE_FINAL_TYPE (SuiviMatrixColumns, suivi_matrix_columns, SUIVI, MATRIX_COLUMNS, GObject)

/*
 * The columns of the matrix, which its head and its rows share: the recommendation, what is agreed on, one for each
 * organisation, and how far these are apart. Twenty organisations and five thousand recommendations are a hundred
 * thousand cells: a row draws its cells itself instead of having a widget for each.
 */

enum
{
  SUIVI_MATRIX_COLUMN_TEXT,
  SUIVI_MATRIX_COLUMN_AGREED,
  SUIVI_MATRIX_COLUMN_FIRST, /* the first organisation; how far they are apart stands after the last */
};

SuiviMatrixColumns *suivi_matrix_columns_new              (GPtrArray          *organisations);
GPtrArray          *suivi_matrix_columns_get_organisations (SuiviMatrixColumns *self);
guint               suivi_matrix_columns_get_n            (SuiviMatrixColumns *self);
const char         *suivi_matrix_columns_get_title        (SuiviMatrixColumns *self,
                                                           guint               column);
gboolean            suivi_matrix_columns_fit              (SuiviMatrixColumns *self,
                                                           int                 width);
void                suivi_matrix_columns_place            (SuiviMatrixColumns *self,
                                                           GtkWidget          *widget,
                                                           guint               column,
                                                           int                 width,
                                                           int                *x,
                                                           int                *column_width);
gboolean            suivi_matrix_columns_find             (SuiviMatrixColumns *self,
                                                           GtkWidget          *widget,
                                                           int                 width,
                                                           int                 x,
                                                           guint              *column);
PangoLayout        *suivi_matrix_columns_get_layout       (SuiviMatrixColumns *self,
                                                           GtkWidget          *widget,
                                                           guint               column);
PangoLayout        *suivi_matrix_columns_get_symbol       (SuiviMatrixColumns *self,
                                                           GtkWidget          *widget,
                                                           SuiviLight          light);
void                suivi_matrix_draw_layout              (GtkWidget          *widget,
                                                           GtkSnapshot        *snapshot,
                                                           PangoLayout        *layout,
                                                           const char         *color_name,
                                                           float               x,
                                                           float               y);

G_END_DECLS
