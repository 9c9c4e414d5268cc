/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "exchange/document.h"

G_BEGIN_DECLS

#define SUIVI_MAX_BAR_PARTS 5

/**
 * SuiviBar:
 * @column: the cell below whose words it stands
 * @n_parts: how many parts it has
 * @parts: how much each of them is
 * @colours: of each of them, 0xRRGGBB
 * @whole: how much the whole width of the cell is; at least the sum of @parts
 *
 * A stacked bar in a row of a table. It shows again what words and numbers of the row say: who cannot see it misses
 * nothing.
 */
typedef struct _SuiviBar
{
  guint column;
  guint n_parts;
  guint parts[SUIVI_MAX_BAR_PARTS];
  guint colours[SUIVI_MAX_BAR_PARTS];
  guint whole;
} SuiviBar;

void suivi_document_add_bar (SuiviDocument *self,
                             guint          column,
                             const guint   *parts,
                             const guint   *colours,
                             guint          n_parts,
                             guint          whole);

G_END_DECLS
