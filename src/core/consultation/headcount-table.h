/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "core/consultation/headcount.h"

G_BEGIN_DECLS

/* A number of children below this is not shown. facts/safeguarding_checklist.csv, item f2. */
#define SUIVI_SMALLEST_CELL 5

/**
 * SuiviCell:
 * @value: the number; only to be shown if @shown
 * @shown: whether it may be shown
 * @few: if not: whether because it is below %SUIVI_SMALLEST_CELL (else because others could be computed from it)
 *
 * A number of children, and whether it may be told.
 */
typedef struct
{
  guint value;
  gboolean shown;
  gboolean few;
} SuiviCell;

/**
 * SuiviHeadcountGroup:
 * @group_name: the further group
 * @cell: how many children belong to it
 */
typedef struct
{
  char *group_name;
  SuiviCell cell;
} SuiviHeadcountGroup;

/**
 * SuiviHeadcountTable:
 * @bands: the age bands that have children, in order
 * @n_bands: how many
 * @genders: the genders that have children, in order: girls, boys, other, unknown
 * @n_genders: how many
 * @cells: @n_bands × @n_genders, by band
 * @band_totals: of each band
 * @gender_totals: of each gender
 * @total: all children
 * @groups: (element-type SuiviHeadcountGroup): further groups that have children
 *
 * The children who took part, in totals that tell nobody who a child is: no number below five, and none from which such
 * a number could be computed.
 */
typedef struct
{
  SuiviAgeBand bands[SUIVI_N_AGE_BANDS];
  guint n_bands;
  SuiviGender genders[SUIVI_N_GENDERS];
  guint n_genders;
  SuiviCell cells[SUIVI_N_AGE_BANDS][SUIVI_N_GENDERS];
  SuiviCell band_totals[SUIVI_N_AGE_BANDS];
  SuiviCell gender_totals[SUIVI_N_GENDERS];
  SuiviCell total;
  GArray *groups;
} SuiviHeadcountTable;

SuiviHeadcountTable *suivi_headcount_table_new   (GPtrArray           *headcounts);
void                 suivi_headcount_table_free  (SuiviHeadcountTable *self);
char                *suivi_cell_to_text          (const SuiviCell     *cell);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SuiviHeadcountTable, suivi_headcount_table_free)

G_END_DECLS
