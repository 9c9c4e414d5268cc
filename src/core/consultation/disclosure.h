/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "core/consultation/headcount-table.h"

G_BEGIN_DECLS

/**
 * SuiviDisclosure:
 * @n_rows: how many rows, the row of totals, which is the last one, too
 * @n_columns: how many columns, the column of totals, which is the last one, too
 * @cells: the numbers, by row
 *
 * A table with its totals, as somebody sees it who tries to compute what is not shown.
 */
typedef struct
{
  guint n_rows;
  guint n_columns;
  SuiviCell cells[SUIVI_N_AGE_BANDS + 1][SUIVI_N_GENDERS + 1];
} SuiviDisclosure;

guint suivi_disclosure_count_values (const SuiviDisclosure *self, guint row, guint column);
void suivi_disclosure_protect (SuiviDisclosure *self);

G_END_DECLS
