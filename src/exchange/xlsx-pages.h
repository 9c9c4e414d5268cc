/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <xlsxwriter.h>

#include <glib.h>

G_BEGIN_DECLS

#define SUIVI_XLSX_MAX_BREAKS 200

/**
 * SuiviXlsxPages:
 * @y: height of the rows so far, in points of the screen; whoever writes them adds to it
 *
 * Where the pages of a sheet end that is as wide as the paper: what belongs together is not torn apart, and a page is not
 * left half empty without need. Programs measure letters each their own way: rather a line too few than one too many is
 * counted on. Zero-initialised, then suivi_xlsx_pages_begin().
 */
typedef struct
{
  double y;

  /*< private >*/
  double capacity; /* of a page */
  double top;      /* of the page that is being filled */
  lxw_row_t breaks[SUIVI_XLSX_MAX_BREAKS + 1];
  guint n_breaks;
} SuiviXlsxPages;

void     suivi_xlsx_pages_begin (SuiviXlsxPages *self,
                                 double          width);
gboolean suivi_xlsx_pages_keep  (SuiviXlsxPages *self,
                                 guint           row,
                                 double          together);
void     suivi_xlsx_pages_apply (SuiviXlsxPages *self,
                                 lxw_worksheet  *sheet);
char    *suivi_xlsx_pages_mark_numbers (const char *footer,
                                         gboolean    rtl);

G_END_DECLS
