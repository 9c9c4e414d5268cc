/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "exchange/paper.h"
#include "exchange/xlsx-pages.h"

/* Inches of the paper, lying, less the margins of suivi_xlsx_writer_set_up_page(). */
#define A4_ACROSS     (11.69 - 0.8)
#define A4_DOWN       (8.27 - 1.1)
#define LETTER_ACROSS (11.0 - 0.8)
#define LETTER_DOWN   (8.5 - 1.1)

/* What is counted on of a page. */
#define SLACK 0.97

/* LEFT-TO-RIGHT MARK */
#define MARK "\u200E"

/**
 * suivi_xlsx_pages_begin:
 * @width: of all columns, in pixels of a screen with 96 dots per inch
 */
void
suivi_xlsx_pages_begin (SuiviXlsxPages *self, double width)
{
  const gboolean letter = suivi_paper_get () == SUIVI_PAPER_LETTER;
  const double across = (letter ? LETTER_ACROSS : A4_ACROSS) * 96;
  const double down = (letter ? LETTER_DOWN : A4_DOWN) * 72;

  /* Wider sheets are made smaller to fit; narrower ones stay as they are. */
  self->capacity = down * SLACK * MAX (width / across, 1);
}

/**
 * suivi_xlsx_pages_keep:
 * @row: the row that is written next
 * @together: height of what begins there and must not be torn apart, in points
 *
 * Begins a new page if that does not fit on what is left of this one.
 *
 * Returns: whether a page begins with @row
 */
gboolean
suivi_xlsx_pages_keep (SuiviXlsxPages *self, guint row, double together)
{
  while (self->y >= self->top + self->capacity)
    self->top += self->capacity;
  if (self->y <= self->top || self->y + together <= self->top + self->capacity
      || self->n_breaks == SUIVI_XLSX_MAX_BREAKS)
    return FALSE;

  self->breaks[self->n_breaks++] = row;
  self->top = self->y;

  return TRUE;
}

/**
 * suivi_xlsx_pages_apply:
 *
 * Puts the breaks into @sheet.
 */
void
suivi_xlsx_pages_apply (SuiviXlsxPages *self, lxw_worksheet *sheet)
{
  if (self->n_breaks > 0)
    worksheet_set_h_pagebreaks (sheet, self->breaks);
}

/**
 * suivi_xlsx_pages_mark_numbers:
 * @footer: as Excel writes it
 * @rtl: whether it reads from the right
 *
 * Where text reads from the right, LibreOffice sets the spaces beside the number of a page on the wrong side of the word:
 * marks that read from the left keep them apart.
 *
 * Returns: (transfer full): the footer
 */
char *
suivi_xlsx_pages_mark_numbers (const char *footer, gboolean rtl)
{
  GString *out = g_string_new (NULL);

  if (!rtl)
    return g_string_free (g_string_append (out, footer), FALSE);

  for (const char *p = footer; *p != '\0'; p++)
    {
      const gboolean is_number = p[0] == '&' && (p[1] == 'P' || p[1] == 'N');

      if (is_number)
        g_string_append_printf (out, MARK "&%c" MARK, p[1]);
      else
        g_string_append_c (out, *p);
      /* What follows an "&" is a part of the command, another "&" too. */
      if (*p == '&' && p[1] != '\0')
        {
          if (!is_number)
            g_string_append_c (out, p[1]);
          p++;
        }
    }

  return g_string_free (out, FALSE);
}
