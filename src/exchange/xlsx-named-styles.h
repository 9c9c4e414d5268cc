/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * SuiviXlsxNamedStyle:
 * @name: what the style is called; any text, and no two need differ
 * @format: which format of the workbook has its look, as the library numbers them
 *
 * A look that has a name, so that whoever works on in the workbook can take it for a cell of their own.
 */
typedef struct
{
  char *name;
  guint format;
} SuiviXlsxNamedStyle;

char *suivi_xlsx_name_styles (const char                 *styles,
                              const SuiviXlsxNamedStyle  *names,
                              guint                       n_names);

G_END_DECLS
