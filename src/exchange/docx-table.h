/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * SuiviDocxCell:
 * @text: what a reader of the page sees, one line per paragraph or line break
 * @column: first column of the grid that it covers, counted from 0
 * @span: how many columns it covers, 1 and up
 * @continues: whether it is the lower part of a cell that covers several rows; @text is that of the upper
 *   part then
 * @element: which element of the part it is, counted from 1 in the order of their beginnings
 */
typedef struct
{
  char *text;
  guint column;
  guint span;
  gboolean continues;
  guint64 element;
} SuiviDocxCell;

/**
 * SuiviDocxRow:
 * @table: which table, counted from 1 in the order of their beginnings, tables in cells too
 * @row: which row of it, counted from 1
 * @cells: its cells
 * @n_cells: their number
 * @element: which element of the part it is, counted from 1 in the order of their beginnings
 */
typedef struct
{
  guint table;
  guint row;
  const SuiviDocxCell *cells;
  guint n_cells;
  guint64 element;
} SuiviDocxRow;

/* Far more than a page has room for; the format itself allows 63. */
#define SUIVI_DOCX_MAX_COLUMNS 1000

typedef struct _SuiviDocxTable SuiviDocxTable;

/* A table while it is read: the row and the cell that are open, and what a tall cell needs from above. */

SuiviDocxTable *suivi_docx_table_new        (guint                number);
void            suivi_docx_table_free       (SuiviDocxTable      *self);

void            suivi_docx_table_begin_row  (SuiviDocxTable      *self,
                                             guint64              element);
void            suivi_docx_table_skip_to    (SuiviDocxTable      *self,
                                             guint                column);
void            suivi_docx_table_drop_row   (SuiviDocxTable      *self);
gboolean        suivi_docx_table_end_row    (SuiviDocxTable      *self,
                                             SuiviDocxRow        *row);

void            suivi_docx_table_begin_cell (SuiviDocxTable      *self,
                                             guint64              element);
GString        *suivi_docx_table_get_text   (SuiviDocxTable      *self);
void            suivi_docx_table_set_span   (SuiviDocxTable      *self,
                                             guint                span);
void            suivi_docx_table_set_merged (SuiviDocxTable      *self,
                                             gboolean             above,
                                             gboolean             left);
void            suivi_docx_table_drop_cell  (SuiviDocxTable      *self);
gboolean        suivi_docx_table_end_cell   (SuiviDocxTable      *self,
                                             gsize               *n_repeated);

const char     *suivi_docx_row_get_only_text (const SuiviDocxRow *self);

G_END_DECLS
