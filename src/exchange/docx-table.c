/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "core/text/text.h"
#include "exchange/docx-table.h"

/* The widest list that we know has 4 columns. */
#define MAX_CELLS 128

typedef struct
{
  GString *text;
  guint64 element;
  guint column;
  guint span;
  gboolean merged_above;
  gboolean merged_left;
  gboolean dropped;
} OpenCell;

struct _SuiviDocxTable
{
  guint number;
  guint row;
  guint64 element; /* of the row */
  guint next_column;
  gboolean row_dropped;
  GArray *cells;    /* SuiviDocxCell, of the row so far */
  GPtrArray *above; /* char (nullable), text of the cell above, by column */
  OpenCell *cell;   /* (nullable) the one that is open */
};

static void
clear_cell (gpointer data)
{
  SuiviDocxCell *cell = data;

  g_free (cell->text);
}

static void
free_open_cell (OpenCell *cell)
{
  if (cell == NULL)
    return;

  g_string_free (cell->text, TRUE);
  g_free (cell);
}

/**
 * suivi_docx_table_new:
 * @number: which table of the document it is, counted from 1
 *
 * Returns: (transfer full): a table without rows
 */
SuiviDocxTable *
suivi_docx_table_new (guint number)
{
  SuiviDocxTable *self = g_new0 (SuiviDocxTable, 1);

  self->number = number;
  self->cells = g_array_new (FALSE, FALSE, sizeof (SuiviDocxCell));
  g_array_set_clear_func (self->cells, clear_cell);
  self->above = g_ptr_array_new_with_free_func (g_free);

  return self;
}

/**
 * suivi_docx_table_free:
 * @self: (nullable) (transfer full): a table
 */
void
suivi_docx_table_free (SuiviDocxTable *self)
{
  if (self == NULL)
    return;

  g_array_unref (self->cells);
  g_ptr_array_unref (self->above);
  free_open_cell (self->cell);
  g_free (self);
}

/**
 * suivi_docx_table_begin_row:
 * @element: which element of the part it is
 *
 * Begins a row; the cells of the one before are gone.
 */
void
suivi_docx_table_begin_row (SuiviDocxTable *self, guint64 element)
{
  g_return_if_fail (self != NULL);

  self->element = element;
  g_array_set_size (self->cells, 0);
  self->next_column = 0;
  self->row_dropped = FALSE;
}

/**
 * suivi_docx_table_skip_to:
 * @column: the column in which the row begins
 */
void
suivi_docx_table_skip_to (SuiviDocxTable *self, guint column)
{
  g_return_if_fail (self != NULL);

  self->next_column = MIN (column, SUIVI_DOCX_MAX_COLUMNS);
}

/**
 * suivi_docx_table_drop_row:
 *
 * Says that the row that is open was deleted by an author.
 */
void
suivi_docx_table_drop_row (SuiviDocxTable *self)
{
  g_return_if_fail (self != NULL);

  self->row_dropped = TRUE;
}

static void
remember_above (SuiviDocxTable *self, const SuiviDocxCell *cell)
{
  if (cell->continues)
    return;

  if (self->above->len <= cell->column)
    g_ptr_array_set_size (self->above, cell->column + 1);
  g_free (self->above->pdata[cell->column]);
  self->above->pdata[cell->column] = g_strdup (cell->text);
}

/**
 * suivi_docx_table_end_row:
 * @row: (out): the row; its cells live until the next begins
 *
 * Returns: whether there is such a row, that is, whether it was not dropped
 */
gboolean
suivi_docx_table_end_row (SuiviDocxTable *self, SuiviDocxRow *row)
{
  g_return_val_if_fail (self != NULL, FALSE);
  g_return_val_if_fail (row != NULL, FALSE);

  if (self->row_dropped)
    return FALSE;

  row->table = self->number;
  row->row = ++self->row;
  row->cells = (const SuiviDocxCell *) (gpointer) self->cells->data;
  row->n_cells = self->cells->len;
  row->element = self->element;
  for (guint i = 0; i < row->n_cells; i++)
    remember_above (self, &row->cells[i]);

  return TRUE;
}

/**
 * suivi_docx_table_begin_cell:
 * @element: which element of the part it is
 *
 * Begins a cell behind the last one, of one column until something else is said.
 */
void
suivi_docx_table_begin_cell (SuiviDocxTable *self, guint64 element)
{
  g_return_if_fail (self != NULL);

  if (self->cell != NULL)
    return;

  self->cell = g_new0 (OpenCell, 1);
  self->cell->text = g_string_new (NULL);
  self->cell->element = element;
  self->cell->column = self->next_column;
  self->cell->span = 1;
}

/**
 * suivi_docx_table_get_text:
 *
 * Returns: (transfer none) (nullable): the text of the open cell, to add to; %NULL if no cell is open
 */
GString *
suivi_docx_table_get_text (SuiviDocxTable *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->cell != NULL ? self->cell->text : NULL;
}

/**
 * suivi_docx_table_set_span:
 * @span: how many columns the open cell covers; 0 means 1
 */
void
suivi_docx_table_set_span (SuiviDocxTable *self, guint span)
{
  g_return_if_fail (self != NULL);
  g_return_if_fail (self->cell != NULL);

  self->cell->span = CLAMP (span, 1, SUIVI_DOCX_MAX_COLUMNS);
}

/**
 * suivi_docx_table_set_merged:
 * @above: whether the open cell belongs to the one above
 * @left: whether it belongs to the one on its left
 */
void
suivi_docx_table_set_merged (SuiviDocxTable *self, gboolean above, gboolean left)
{
  g_return_if_fail (self != NULL);
  g_return_if_fail (self->cell != NULL);

  self->cell->merged_above |= above;
  self->cell->merged_left |= left;
}

/**
 * suivi_docx_table_drop_cell:
 *
 * Says that the open cell was deleted by an author.
 */
void
suivi_docx_table_drop_cell (SuiviDocxTable *self)
{
  g_return_if_fail (self != NULL);
  g_return_if_fail (self->cell != NULL);

  self->cell->dropped = TRUE;
}

/**
 * suivi_docx_table_end_cell:
 * @n_repeated: (out): bytes of text that were said before, where a tall cell is said again for a further row
 *
 * Returns: whether the row may have that many cells
 */
gboolean
suivi_docx_table_end_cell (SuiviDocxTable *self, gsize *n_repeated)
{
  OpenCell *open = NULL;

  g_return_val_if_fail (self != NULL, FALSE);
  g_return_val_if_fail (n_repeated != NULL, FALSE);

  *n_repeated = 0;
  open = g_steal_pointer (&self->cell);
  if (open == NULL)
    return TRUE;

  self->next_column = MIN (self->next_column + open->span, SUIVI_DOCX_MAX_COLUMNS);
  if (open->merged_left && self->cells->len > 0)
    {
      SuiviDocxCell *left = &g_array_index (self->cells, SuiviDocxCell, self->cells->len - 1);

      left->span = MIN (left->span + open->span, SUIVI_DOCX_MAX_COLUMNS);
    }
  else if (!open->dropped && self->cells->len < MAX_CELLS)
    {
      const char *text = open->text->str;
      SuiviDocxCell cell = { NULL, open->column, open->span, open->merged_above, open->element };

      if (open->merged_above && open->column < self->above->len && self->above->pdata[open->column] != NULL)
        {
          text = self->above->pdata[open->column];
          *n_repeated = strlen (text);
        }
      cell.text = g_strdup (text);
      g_array_append_val (self->cells, cell);
      free_open_cell (open);
      return TRUE;
    }
  free_open_cell (open);

  return self->cells->len < MAX_CELLS;
}

/**
 * suivi_docx_row_get_only_text:
 *
 * Returns: (transfer none) (nullable): the text of the only cell in which something stands, or of all of them; %NULL if
 *   they differ, "" if all are empty
 */
const char *
suivi_docx_row_get_only_text (const SuiviDocxRow *self)
{
  const char *only = "";

  g_return_val_if_fail (self != NULL, NULL);

  for (guint i = 0; i < self->n_cells; i++)
    {
      if (suivi_text_is_blank (self->cells[i].text))
        continue;
      if (*only != '\0' && !g_str_equal (only, self->cells[i].text))
        return NULL;
      only = self->cells[i].text;
    }

  return only;
}
