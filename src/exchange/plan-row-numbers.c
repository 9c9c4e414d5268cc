/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Numbers that look wrong beside the others of the list. */

#include "config.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "exchange/plan-row-private.h"
#include "exchange/recommendation-number.h"

/* So many numbers with a dot for each without one show that the latter are cut. */
#define DOTTED_FOR_ONE_BARE 2

/**
 * suivi_plan_rows_check_numbers:
 * @rows: (element-type SuiviPlanRow): all rows of a list
 * @column: (nullable): header of the column where the numbers stand
 *
 * Adds a fault to rows with a number such as "140" where most others are "140.1", "140.2": what followed the
 * dot was lost, or stands in the text.
 */
void
suivi_plan_rows_check_numbers (GPtrArray *rows, const char *column)
{
  guint n_dotted = 0;
  guint n_bare = 0;

  for (guint i = 0; i < rows->len; i++)
    {
      const char *number = suivi_plan_row_get_recommendation (rows->pdata[i])->number;

      n_dotted += strchr (number, '.') != NULL;
      n_bare += suivi_recommendation_number_is_bare (number);
    }
  if (n_dotted < DOTTED_FOR_ONE_BARE * n_bare)
    return;

  for (guint i = 0; i < rows->len; i++)
    {
      const char *number = suivi_plan_row_get_recommendation (rows->pdata[i])->number;

      if (suivi_recommendation_number_is_bare (number))
        suivi_plan_row_add_fault (
          rows->pdata[i], SUIVI_FAULT_NO_NUMBER, column, number,
          _ ("The number looks cut: most others in the list have a dot. Write it without a space, such as "
             "140.12, or leave the row out."));
    }
}
