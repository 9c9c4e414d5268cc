/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "core/text/text.h"
#include "exchange/list-columns.h"

/* "Human rights themes and groups of persons" is the longest that we know; a long text is no header. */
#define MAX_HEADER 150

typedef struct
{
  SuiviColumnKind kind;
  char *header;
  guint column; /* of the grid */
  guint span;
} Column;

struct _SuiviListColumns
{
  GArray *columns; /* Column, from left to right */
};

static gboolean
has_any (const char *text, const char *const *words)
{
  for (gsize i = 0; words[i] != NULL; i++)
    {
      if (strstr (text, words[i]) != NULL)
        return TRUE;
    }

  return FALSE;
}

/* The order matters: "Position of the State on the recommendation" is about the position. */
static SuiviColumnKind
recognise_header (const char *text)
{
  static const char *const comments[]
    = { "assessment", "comment", "implementation", "follow-up", "remarks", NULL };
  static const char *const position[] = { "position", "response", "posicion", NULL };
  static const char *const recommendation[] = { "recommendation", "recommandation", "recomendacion", NULL };
  static const char *const states[] = { "recommending state", "recommending countr", "recommending sate",
                                        "etats auteurs",      "estado recomendante", NULL };
  static const char *const sdgs[] = { "sdg", "sustainable development", NULL };
  static const char *const groups[]
    = { "affected person", "groups of person", "group of person", "persons affected", NULL };
  static const char *const themes[] = { "theme", "right", "tema", "derecho", "droit", "issue", NULL };
  static const char *const number[] = { "no",
                                        "no.",
                                        "nr",
                                        "nr.",
                                        "#",
                                        "number",
                                        "para",
                                        "para.",
                                        "paragraph",
                                        "n°",
                                        "rec. no",
                                        "rec. no.",
                                        "recommendation no",
                                        "recommendation no.",
                                        "recommendation number",
                                        NULL };
  g_autofree char *folded = suivi_text_fold (text);

  if (strlen (folded) > MAX_HEADER || g_ascii_isdigit (folded[0]))
    return SUIVI_COLUMN_OTHER;
  if (g_strv_contains (number, folded))
    return SUIVI_COLUMN_NUMBER;
  if (has_any (folded, comments))
    return SUIVI_COLUMN_COMMENTS;
  if (has_any (folded, position))
    return SUIVI_COLUMN_POSITION;
  if (has_any (folded, recommendation))
    return SUIVI_COLUMN_RECOMMENDATION;
  if (has_any (folded, states) || g_str_equal (folded, "state") || g_str_equal (folded, "states"))
    return SUIVI_COLUMN_STATES;
  if (has_any (folded, themes))
    return SUIVI_COLUMN_THEMES;
  if (has_any (folded, groups))
    return SUIVI_COLUMN_GROUPS;
  if (has_any (folded, sdgs))
    return SUIVI_COLUMN_SDGS;

  return SUIVI_COLUMN_OTHER;
}

static void
clear_column (gpointer data)
{
  Column *column = data;

  g_free (column->header);
}

static const Column *
find_column (SuiviListColumns *self, SuiviColumnKind kind)
{
  for (guint i = 0; i < self->columns->len; i++)
    {
      const Column *column = &g_array_index (self->columns, Column, i);

      if (column->kind == kind)
        return column;
    }

  return NULL;
}

static void
drop_comments (SuiviListColumns *self)
{
  for (guint i = 0; i < self->columns->len; i++)
    {
      Column *column = &g_array_index (self->columns, Column, i);

      if (column->kind == SUIVI_COLUMN_COMMENTS)
        column->kind = SUIVI_COLUMN_OTHER;
    }
}

/**
 * suivi_list_columns_recognise:
 * @row: a row of a table
 *
 * Recognises the header row of an official list, in all its generations, by its words: it has a column for
 * the recommendation and one for the position.
 *
 * Returns: (transfer full) (nullable): the columns, %NULL if the row is not such a header
 */
SuiviListColumns *
suivi_list_columns_recognise (const SuiviDocxRow *row)
{
  g_autoptr (SuiviListColumns) self = NULL;

  g_return_val_if_fail (row != NULL, NULL);

  /* Most rows begin with the number of a recommendation: do not look at their words. */
  if (row->n_cells < 2 || g_ascii_isdigit (row->cells[0].text[strspn (row->cells[0].text, " \n\t")]))
    return NULL;

  self = g_new0 (SuiviListColumns, 1);
  self->columns = g_array_new (FALSE, FALSE, sizeof (Column));
  g_array_set_clear_func (self->columns, clear_column);
  for (guint i = 0; i < row->n_cells; i++)
    {
      SuiviColumnKind kind = SUIVI_COLUMN_OTHER;
      Column column = { 0 };

      /* Rows of text are many: do not fold them. */
      if (strlen (row->cells[i].text) <= 2 * MAX_HEADER)
        kind = recognise_header (row->cells[i].text);
      /* Of several columns of a kind the first is meant; for comments of the reader the last is. */
      if (kind == SUIVI_COLUMN_COMMENTS)
        drop_comments (self);
      else if (kind != SUIVI_COLUMN_OTHER && find_column (self, kind) != NULL)
        kind = SUIVI_COLUMN_OTHER;
      column.kind = kind;
      column.column = row->cells[i].column;
      column.span = row->cells[i].span;
      column.header = suivi_text_clean (row->cells[i].text);
      g_array_append_val (self->columns, column);
    }

  if (find_column (self, SUIVI_COLUMN_RECOMMENDATION) == NULL
      || find_column (self, SUIVI_COLUMN_POSITION) == NULL)
    return NULL;

  return g_steal_pointer (&self);
}

/**
 * suivi_list_columns_free:
 * @self: (nullable) (transfer full): columns
 */
void
suivi_list_columns_free (SuiviListColumns *self)
{
  if (self == NULL)
    return;

  g_array_unref (self->columns);
  g_free (self);
}

/**
 * suivi_list_columns_get_count:
 *
 * Returns: the number of cells of the header row
 */
guint
suivi_list_columns_get_count (SuiviListColumns *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->columns->len;
}

/**
 * suivi_list_columns_get_header:
 *
 * Returns: (transfer none) (nullable): the header as the file writes it, %NULL if there is no such column
 */
const char *
suivi_list_columns_get_header (SuiviListColumns *self, SuiviColumnKind kind)
{
  const Column *column = NULL;

  g_return_val_if_fail (self != NULL, NULL);

  column = find_column (self, kind);

  return column != NULL ? column->header : NULL;
}

/* By their number where rows and header have equally many cells, for Word's grids are often ragged; else by
 * place. */
static gboolean
is_below (SuiviListColumns *self, const Column *column, const SuiviDocxRow *row, guint cell)
{
  if (row->n_cells == self->columns->len)
    return column == &g_array_index (self->columns, Column, cell);

  return row->cells[cell].column >= column->column && row->cells[cell].column < column->column + column->span;
}

/**
 * suivi_list_columns_get_text:
 * @row: a row below the header
 *
 * Returns: (transfer full) (nullable): the text of the cell (of several cells, below one header, each on a
 * new line); %NULL if the list has no such column or the row no cell in it
 */
char *
suivi_list_columns_get_text (SuiviListColumns *self, const SuiviDocxRow *row, SuiviColumnKind kind)
{
  const Column *column = NULL;
  GString *text = NULL;

  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (row != NULL, NULL);

  column = find_column (self, kind);
  for (guint i = 0; column != NULL && i < row->n_cells; i++)
    {
      if (!is_below (self, column, row, i))
        continue;
      if (text == NULL)
        text = g_string_new (NULL);
      else
        g_string_append_c (text, '\n');
      g_string_append (text, row->cells[i].text);
    }

  return text != NULL ? g_string_free (text, FALSE) : NULL;
}

/**
 * suivi_list_columns_find_cell:
 * @row: the header, or a row below it
 *
 * Returns: which of the cells of @row stands in that column (of several, the last one), -1 if there is none
 */
int
suivi_list_columns_find_cell (SuiviListColumns *self, const SuiviDocxRow *row, SuiviColumnKind kind)
{
  const Column *column = NULL;
  int found = -1;

  g_return_val_if_fail (self != NULL, -1);
  g_return_val_if_fail (row != NULL, -1);

  column = find_column (self, kind);
  for (guint i = 0; column != NULL && i < row->n_cells; i++)
    {
      if (is_below (self, column, row, i))
        found = i;
    }

  return found;
}

/**
 * suivi_list_columns_find_missing:
 * @row: a row below the header
 *
 * Returns: (transfer none) (nullable): the header of the first column in which the row has no cell; %NULL if
 * the row has as many cells as the header
 */
const char *
suivi_list_columns_find_missing (SuiviListColumns *self, const SuiviDocxRow *row)
{
  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (row != NULL, NULL);

  if (row->n_cells >= self->columns->len)
    return NULL;

  for (guint i = 0; i < self->columns->len; i++)
    {
      const Column *column = &g_array_index (self->columns, Column, i);
      gboolean found = FALSE;

      for (guint j = 0; j < row->n_cells && !found; j++)
        found = is_below (self, column, row, j);
      if (!found)
        return column->header;
    }

  return g_array_index (self->columns, Column, self->columns->len - 1).header;
}

/**
 * suivi_list_columns_continues:
 * @row: a row below the header
 *
 * Returns: whether its recommendation is the lower part of a cell that covers several rows
 */
gboolean
suivi_list_columns_continues (SuiviListColumns *self, const SuiviDocxRow *row)
{
  const Column *column = NULL;

  g_return_val_if_fail (self != NULL, FALSE);
  g_return_val_if_fail (row != NULL, FALSE);

  column = find_column (self, SUIVI_COLUMN_RECOMMENDATION);
  for (guint i = 0; i < row->n_cells; i++)
    {
      if (is_below (self, column, row, i))
        return row->cells[i].continues;
    }

  return FALSE;
}
