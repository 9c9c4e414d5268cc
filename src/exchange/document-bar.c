/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "exchange/document-bar.h"

/**
 * suivi_document_add_bar:
 * @column: of the row that was added last
 * @parts: (array length=n_parts): how much each part is
 * @colours: (array length=n_parts): of each part, 0xRRGGBB
 * @n_parts: at most %SUIVI_MAX_BAR_PARTS
 * @whole: how much the whole width of the cell is
 *
 * Puts a bar below the words of a cell, or in their place where there are none.
 */
void
suivi_document_add_bar (SuiviDocument *self,
                        guint column,
                        const guint *parts,
                        const guint *colours,
                        guint n_parts,
                        guint whole)
{
  SuiviBlock *block = NULL;

  g_return_if_fail (self->blocks->len > 0);
  g_return_if_fail (n_parts <= SUIVI_MAX_BAR_PARTS);

  block = g_ptr_array_index (self->blocks, self->blocks->len - 1);
  g_return_if_fail (block->columns != NULL && column < block->columns->n && block->bar == NULL);

  block->bar = g_new0 (SuiviBar, 1);
  block->bar->column = column;
  block->bar->n_parts = n_parts;
  block->bar->whole = whole;
  for (guint i = 0; i < n_parts; i++)
    {
      block->bar->parts[i] = parts[i];
      block->bar->colours[i] = colours[i];
    }
}
