/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "exchange/sheet/sheet-book.h"

G_BEGIN_DECLS

/**
 * SuiviNumberFormat:
 * @SUIVI_NUMBER_PLAIN: a number is a number
 * @SUIVI_NUMBER_DATE: it counts days, and is shown as a date, perhaps with a time
 * @SUIVI_NUMBER_TIME: it is a part of a day, and is shown as a time
 *
 * What a table program makes of a number when it shows it.
 */
typedef enum
{
  SUIVI_NUMBER_PLAIN,
  SUIVI_NUMBER_DATE,
  SUIVI_NUMBER_TIME,
} SuiviNumberFormat;

SuiviNumberFormat suivi_number_format_of_builtin (guint              id);
SuiviNumberFormat suivi_number_format_of_code    (const char        *code);

SuiviCellType     suivi_sheet_value_of_number    (double             number,
                                                  SuiviNumberFormat  format,
                                                  gboolean           from_1904,
                                                  GString           *text);
SuiviCellType     suivi_sheet_value_of_text      (const char        *number,
                                                  gsize              length,
                                                  SuiviNumberFormat  format,
                                                  gboolean           from_1904,
                                                  GString           *text);
SuiviCellType     suivi_sheet_value_of_iso_date  (const char        *date,
                                                  gsize              length,
                                                  GString           *text);

G_END_DECLS
