/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Tables of a Word document, and the bars in them. */

#include "config.h"

#include "exchange/document-bar.h"
#include "exchange/document-docx-private.h"

/* What a cell keeps free on both sides, and how high a bar is. */
#define CELL_MARGINS 216
#define BAR_HEIGHT   110

/**
 * suivi_docx_begin_table:
 *
 * Begins a table, to be ended by suivi_docx_end().
 */
void
suivi_docx_begin_table (SuiviDocxPart *self, const SuiviColumns *columns)
{
  suivi_docx_begin (self, "w:tbl");
  suivi_docx_begin (self, "w:tblPr");
  suivi_docx_put (self, "w:tblStyle", "CriteriaTable");
  if (self->rtl)
    suivi_docx_put (self, "w:bidiVisual", NULL);
  suivi_docx_begin (self, "w:tblW");
  suivi_docx_set_number (self, "w:w", SUIVI_DOCX_TEXT_WIDTH);
  suivi_docx_set (self, "w:type", "dxa");
  suivi_docx_end (self);
  suivi_docx_begin (self, "w:tblLayout");
  suivi_docx_set (self, "w:type", "fixed");
  suivi_docx_end (self);
  suivi_docx_begin (self, "w:tblLook");
  suivi_docx_set (self, "w:val", "00A0");
  suivi_docx_set (self, "w:firstRow", "1");
  suivi_docx_set (self, "w:lastRow", "0");
  suivi_docx_set (self, "w:firstColumn", "1");
  suivi_docx_set (self, "w:lastColumn", "0");
  suivi_docx_set (self, "w:noHBand", "1");
  suivi_docx_set (self, "w:noVBand", "1");
  suivi_docx_end (self);
  suivi_docx_end (self);
  suivi_docx_begin (self, "w:tblGrid");
  for (guint i = 0; i < columns->n; i++)
    {
      suivi_docx_begin (self, "w:gridCol");
      suivi_docx_set_number (self, "w:w", columns->widths[i]);
      suivi_docx_end (self);
    }
  suivi_docx_end (self);
}

static void
put_width (SuiviDocxPart *self, const char *element, guint width)
{
  suivi_docx_begin (self, element);
  suivi_docx_set_number (self, "w:w", width);
  suivi_docx_set (self, "w:type", "dxa");
  suivi_docx_end (self);
}

static void
put_empty (SuiviDocxPart *self)
{
  suivi_docx_begin (self, "w:p");
  suivi_docx_begin (self, "w:pPr");
  suivi_docx_put (self, "w:pStyle", "Bar");
  suivi_docx_end (self);
  suivi_docx_end (self);
}

/* @fill: (nullable): its colour; %NULL: that of the paper */
static void
put_bar_cell (SuiviDocxPart *self, guint width, const char *fill)
{
  suivi_docx_begin (self, "w:tc");
  suivi_docx_begin (self, "w:tcPr");
  put_width (self, "w:tcW", width);
  if (fill != NULL)
    {
      suivi_docx_begin (self, "w:shd");
      suivi_docx_set (self, "w:val", "clear");
      suivi_docx_set (self, "w:color", "auto");
      suivi_docx_set (self, "w:fill", fill);
      suivi_docx_end (self);
    }
  suivi_docx_end (self);
  put_empty (self);
  suivi_docx_end (self);
}

static void
put_no_margin (SuiviDocxPart *self)
{
  suivi_docx_begin (self, "w:tblCellMar");
  put_width (self, "w:left", 0);
  put_width (self, "w:right", 0);
  suivi_docx_end (self);
}

static void
put_grid_column (SuiviDocxPart *self, guint width)
{
  suivi_docx_begin (self, "w:gridCol");
  suivi_docx_set_number (self, "w:w", width);
  suivi_docx_end (self);
}

static void
begin_bar (SuiviDocxPart *self, guint room)
{
  suivi_docx_begin (self, "w:tbl");
  suivi_docx_begin (self, "w:tblPr");
  if (self->rtl)
    suivi_docx_put (self, "w:bidiVisual", NULL);
  put_width (self, "w:tblW", room);
  suivi_docx_begin (self, "w:tblLayout");
  suivi_docx_set (self, "w:type", "fixed");
  suivi_docx_end (self);
  put_no_margin (self);
  suivi_docx_end (self);
}

static void
begin_bar_row (SuiviDocxPart *self)
{
  suivi_docx_begin (self, "w:tr");
  suivi_docx_begin (self, "w:trPr");
  suivi_docx_begin (self, "w:trHeight");
  suivi_docx_set_number (self, "w:val", BAR_HEIGHT);
  suivi_docx_set (self, "w:hRule", "exact");
  suivi_docx_end (self);
  suivi_docx_end (self);
}

/* A bar is a small table whose cells are as wide as its parts: it needs no picture, and prints sharply. It is as wide as
 * there is room, so that it begins where lines begin, whatever the direction. One without length is none. */
static gboolean
put_bar (SuiviDocxPart *self, const SuiviBar *bar, guint room)
{
  guint widths[SUIVI_MAX_BAR_PARTS] = { 0 };
  guint rest = room;
  guint64 done = 0;

  for (guint i = 0; i < bar->n_parts && bar->whole > 0; i++)
    {
      done += bar->parts[i];
      widths[i] = (guint64) room * done / bar->whole - (room - rest);
      rest -= MIN (widths[i], rest);
    }
  if (rest == room)
    return FALSE;

  begin_bar (self, room);
  suivi_docx_begin (self, "w:tblGrid");
  for (guint i = 0; i < bar->n_parts; i++)
    {
      if (widths[i] > 0)
        put_grid_column (self, widths[i]);
    }
  if (rest > 0)
    put_grid_column (self, rest);
  suivi_docx_end (self);
  begin_bar_row (self);
  for (guint i = 0; i < bar->n_parts; i++)
    {
      g_autofree char *fill = g_strdup_printf ("%06X", bar->colours[i]);

      if (widths[i] > 0)
        put_bar_cell (self, widths[i], fill);
    }
  if (rest > 0)
    put_bar_cell (self, rest, NULL);
  suivi_docx_end (self);
  suivi_docx_end (self);
  put_empty (self);

  return TRUE;
}

static void
put_words (SuiviDocxPart *self, const SuiviBlock *block, guint column)
{
  suivi_docx_begin_paragraph (self, block->kind == SUIVI_BLOCK_HEADER_ROW ? "TableHead" : "TableText",
                              block->rtl, SUIVI_DOCX_FLOW_FREE);
  suivi_docx_put_run (self, block->cells[column], NULL, block->rtl, NULL);
  suivi_docx_end (self);
}

/* A cell has a paragraph at its end, and a bar brings one with it: without words, it takes their place. */
static void
put_cell (SuiviDocxPart *self, const SuiviBlock *block, guint column)
{
  const gboolean has_bar = block->bar != NULL && block->bar->column == column;
  const gboolean is_alone = has_bar && *block->cells[column] == '\0';

  suivi_docx_begin (self, "w:tc");
  suivi_docx_begin (self, "w:tcPr");
  put_width (self, "w:tcW", block->columns->widths[column]);
  if (is_alone)
    {
      suivi_docx_begin (self, "w:vAlign");
      suivi_docx_set (self, "w:val", "center");
      suivi_docx_end (self);
    }
  suivi_docx_end (self);
  if (!is_alone)
    put_words (self, block, column);
  if (has_bar && !put_bar (self, block->bar, block->columns->widths[column] - CELL_MARGINS) && is_alone)
    put_words (self, block, column);
  suivi_docx_end (self);
}

/**
 * suivi_docx_put_row:
 * @block: a row
 *
 * Adds it to the table.
 */
void
suivi_docx_put_row (SuiviDocxPart *self, const SuiviBlock *block)
{
  suivi_docx_begin (self, "w:tr");
  suivi_docx_begin (self, "w:trPr");
  suivi_docx_put (self, "w:cantSplit", NULL);
  if (block->kind == SUIVI_BLOCK_HEADER_ROW)
    suivi_docx_put (self, "w:tblHeader", NULL);
  suivi_docx_end (self);
  for (guint i = 0; i < block->columns->n; i++)
    put_cell (self, block, i);
  suivi_docx_end (self);
}
