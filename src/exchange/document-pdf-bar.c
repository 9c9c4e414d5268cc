/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Bars in the tables of a PDF. */

#include "config.h"

#include "exchange/document-bar.h"
#include "exchange/document-pdf-private.h"

#define BAR_HEIGHT 6.0
#define BAR_GAP    3.0

/**
 * suivi_pdf_has_bar:
 *
 * Returns: whether there is a bar in that cell of the row
 */
gboolean
suivi_pdf_has_bar (const SuiviBlock *block, guint column)
{
  return block->bar != NULL && block->bar->column == column;
}

/**
 * suivi_pdf_bar_height:
 * @column: a column of the row
 *
 * Returns: how much room the bar needs below the words of that cell, in points; 0 if there is none
 */
double
suivi_pdf_bar_height (SuiviPdf *self, const SuiviBlock *block, guint column)
{
  /* In a cell without words it takes their place. */
  if (suivi_pdf_has_bar (block, column) && *block->cells[column] == '\0')
    return 0;

  return suivi_pdf_has_bar (block, column) ? BAR_GAP * self->spacing + BAR_HEIGHT : 0;
}

/**
 * suivi_pdf_draw_bar:
 * @x: left edge of the words of the cell
 * @y: where the words begin
 * @words: their height
 * @width: of the words
 *
 * Draws the bar of the row, from where lines begin.
 */
void
suivi_pdf_draw_bar (SuiviPdf *self, const SuiviBlock *block, double x, double y, double words, double width)
{
  const SuiviBar *bar = block->bar;
  const gboolean alone = *block->cells[bar->column] == '\0';
  const double top = alone ? y + (words - BAR_HEIGHT) / 2 : y + words + BAR_GAP * self->spacing;
  double at = 0;

  for (guint i = 0; i < bar->n_parts && bar->whole > 0; i++)
    {
      double part = width * bar->parts[i] / bar->whole;

      if (bar->parts[i] == 0)
        continue;
      suivi_pdf_set_ink (self, bar->colours[i]);
      cairo_new_path (self->cr);
      cairo_rectangle (self->cr, block->rtl ? x + width - at - part : x + at, top, part, BAR_HEIGHT);
      cairo_fill (self->cr);
      at += part;
    }
}
