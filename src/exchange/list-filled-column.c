/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Adds a column to a table of a Word document. */

#include "config.h"

#include "exchange/list-filled-private.h"

/* Far more than a page has room for; the format itself allows 63. */
#define MAX_COLUMNS 1000

/* The new column gets a quarter of the table. A column that is narrower than this, in twentieths of a point, holds one
 * word: it gets a fifth more, as the word breaks already where another font stands in for that of the list. */
#define SHARE  4
#define NARROW 1400
#define GROWTH 5

typedef struct
{
  SuiviListEditor *editor;
  GArray *old_widths; /* guint, of the columns of the grid; none if the table does not say */
  GArray *new_widths; /* guint, of the same columns */
  guint added_width;
  guint total;
} Table;

static guint
sum_up (GArray *widths, guint first, guint n)
{
  guint sum = 0;

  for (guint i = first; i < widths->len && i - first < n; i++)
    sum += g_array_index (widths, guint, i);

  return sum;
}

static void
share_out (Table *self)
{
  guint narrow = 0;
  guint wide = 0;
  guint old_wide = 0;

  self->total = sum_up (self->old_widths, 0, self->old_widths->len);
  self->added_width = self->total / SHARE;
  for (guint i = 0; i < self->old_widths->len; i++)
    {
      guint width = g_array_index (self->old_widths, guint, i);

      if (width <= NARROW)
        narrow += width + width / GROWTH;
    }
  /* Where all are narrow, all give. */
  if (self->total <= narrow + 2 * self->added_width)
    narrow = 0;
  wide = self->total - narrow;
  for (guint i = 0; i < self->old_widths->len; i++)
    {
      guint width = g_array_index (self->old_widths, guint, i);

      if (narrow == 0 || width > NARROW)
        old_wide += width;
    }

  for (guint i = 0; i < self->old_widths->len; i++)
    {
      guint width = g_array_index (self->old_widths, guint, i);
      guint new_width = narrow > 0 && width <= NARROW
                          ? width + width / GROWTH
                          : (guint64) width * (wide - self->added_width) / MAX (1, old_wide);

      g_array_append_val (self->new_widths, new_width);
    }
  /* With what was lost by rounding. */
  self->added_width = self->total - sum_up (self->new_widths, 0, self->new_widths->len);
}

static char *
make_grid_column (Table *self, guint width)
{
  const char *w = self->editor->prefix;

  return g_strdup_printf ("<%s:gridCol %s:w=\"%u\"/>", w, w, width);
}

static void
widen_grid (Table *self, guint table)
{
  SuiviXmlOutline *outline = self->editor->outline;
  guint grid = suivi_list_editor_find_child (self->editor, table, "tblGrid");
  g_autoptr (GArray) columns = g_array_new (FALSE, FALSE, sizeof (guint));
  guint last = 0;

  for (guint child = grid > 0 ? suivi_xml_outline_first_child (outline, grid) : 0; child > 0;
       child = suivi_xml_outline_next_child (outline, child))
    {
      guint width = 0;

      if (!suivi_list_editor_is (self->editor, child, "gridCol") || columns->len == MAX_COLUMNS)
        continue;
      width = suivi_list_editor_get_number (self->editor, child, "w", 0);
      g_array_append_val (self->old_widths, width);
      g_array_append_val (columns, child);
      last = child;
    }
  if (last == 0)
    return;

  share_out (self);
  for (guint i = 0; i < columns->len && self->total > 0; i++)
    suivi_list_editor_replace (self->editor, g_array_index (columns, guint, i),
                               make_grid_column (self, g_array_index (self->new_widths, guint, i)));
  suivi_list_editor_insert (self->editor, suivi_xml_outline_get (outline, last)->end,
                            make_grid_column (self, self->added_width));
}

/* The width of a cell, in the unit that its table has for widths. @width: in twentieths of a point */
static char *
make_cell_width (Table *self, const char *unit, guint width)
{
  const char *w = self->editor->prefix;

  if (g_strcmp0 (unit, "pct") == 0)
    width = self->total > 0 ? (guint64) width * 5000 / self->total : 0;
  else if (g_strcmp0 (unit, "dxa") != 0 || width == 0)
    return g_strdup_printf ("<%s:tcW %s:w=\"0\" %s:type=\"auto\"/>", w, w, w);

  return g_strdup_printf ("<%s:tcW %s:w=\"%u\" %s:type=\"%s\"/>", w, w, width, w, unit);
}

static char *
get_unit (Table *self, guint properties)
{
  guint width = suivi_list_editor_find_child (self->editor, properties, "tcW");

  return width > 0
           ? suivi_xml_outline_dup_attribute (self->editor->outline, width, self->editor->prefix, "type")
           : NULL;
}

/* Gives a cell the width that its columns have now; @extra is what it gets on top. */
static void
narrow_cell (Table *self, guint cell, guint column, guint span, guint extra)
{
  guint properties = suivi_list_editor_find_child (self->editor, cell, "tcPr");
  guint width = suivi_list_editor_find_child (self->editor, properties, "tcW");
  g_autofree char *unit = get_unit (self, properties);

  if (width == 0 || self->total == 0 || column + span > self->new_widths->len
      || (g_strcmp0 (unit, "dxa") != 0 && g_strcmp0 (unit, "pct") != 0))
    return;

  suivi_list_editor_replace (self->editor, width,
                             make_cell_width (self, unit, sum_up (self->new_widths, column, span) + extra));
}

/* Lets a cell that goes across the table go across the new column too. */
static void
stretch_cell (Table *self, guint cell, guint column, guint span)
{
  const char *w = self->editor->prefix;
  guint properties = suivi_list_editor_find_child (self->editor, cell, "tcPr");
  guint old_span = suivi_list_editor_find_child (self->editor, properties, "gridSpan");
  guint width = suivi_list_editor_find_child (self->editor, properties, "tcW");
  char *new_span = g_strdup_printf ("<%s:gridSpan %s:val=\"%u\"/>", w, w, span + 1);

  narrow_cell (self, cell, column, span, self->added_width);
  if (old_span > 0)
    suivi_list_editor_replace (self->editor, old_span, new_span);
  else if (width > 0)
    suivi_list_editor_insert (self->editor, suivi_xml_outline_get (self->editor->outline, width)->end,
                              new_span);
  else
    {
      const SuiviXmlElement *place
        = suivi_xml_outline_get (self->editor->outline, properties > 0 ? properties : cell);

      if (properties > 0 && place->inner_end < place->end)
        {
          suivi_list_editor_insert (self->editor, place->inner, new_span);
          return;
        }
      if (properties > 0)
        suivi_list_editor_replace (self->editor, properties, NULL);
      suivi_list_editor_insert (self->editor, properties > 0 ? place->end : place->inner,
                                g_strdup_printf ("<%s:tcPr>%s</%s:tcPr>", w, new_span, w));
      g_free (new_span);
    }
}

/* A row may end before the table does: the new cell covers that too. Returns how many columns that are. */
static guint
drop_gap (Table *self, guint row)
{
  guint properties = suivi_list_editor_find_child (self->editor, row, "trPr");
  guint gap = suivi_list_editor_find_child (self->editor, properties, "gridAfter");
  guint width = suivi_list_editor_find_child (self->editor, properties, "wAfter");
  guint n = suivi_list_editor_get_number (self->editor, gap, "val", 0);

  if (gap > 0)
    suivi_list_editor_replace (self->editor, gap, NULL);
  if (width > 0)
    suivi_list_editor_replace (self->editor, width, NULL);

  return MIN (n, MAX_COLUMNS);
}

static void
append_cell (Table *self, guint row, guint last, const SuiviListRowPlan *plan)
{
  static const char *const taken_over[] = { "tcBorders", "shd", "noWrap", "tcMar", "vAlign", NULL };
  const char *w = self->editor->prefix;
  guint properties = suivi_list_editor_find_child (self->editor, last, "tcPr");
  guint gap = drop_gap (self, row);
  guint n_grid = self->new_widths->len;
  guint gap_width = sum_up (self->new_widths, n_grid - MIN (gap, n_grid), gap);
  guint neighbour = plan != NULL && plan->neighbour > 0 ? plan->neighbour : last;
  g_autofree char *unit = get_unit (self, properties);
  g_autofree char *width = make_cell_width (self, unit, self->added_width + gap_width);
  g_autofree char *rest = suivi_list_editor_copy_children (self->editor, properties, taken_over);
  g_autofree char *content = suivi_list_editor_make_paragraphs (self->editor, neighbour, neighbour,
                                                                plan != NULL ? plan->lines : NULL);
  GString *cell = g_string_new (NULL);

  g_string_append_printf (cell, "<%s:tc><%s:tcPr>%s", w, w, width);
  if (gap > 0)
    g_string_append_printf (cell, "<%s:gridSpan %s:val=\"%u\"/>", w, w, gap + 1);
  g_string_append_printf (cell, "%s</%s:tcPr>%s</%s:tc>", rest, w, content, w);
  suivi_list_editor_insert (self->editor, suivi_xml_outline_get (self->editor->outline, row)->inner_end,
                            g_string_free (cell, FALSE));
}

static void
widen_row (Table *self, guint row, const SuiviListRowPlan *plan)
{
  SuiviXmlOutline *outline = self->editor->outline;
  const SuiviXmlElement *place = suivi_xml_outline_get (outline, row);
  guint properties = suivi_list_editor_find_child (self->editor, row, "trPr");
  guint column
    = suivi_list_editor_get_number (self->editor,
                                    suivi_list_editor_find_child (self->editor, properties, "gridBefore"),
                                    "val", 0);
  g_autoptr (GArray) cells = g_array_new (FALSE, FALSE, sizeof (guint));
  guint last = 0;

  /* Cells may be wrapped, in a field of a form for instance; those of tables in cells are not of this row. */
  for (guint i = row + 1; i < place->next;)
    {
      gboolean is_cell = suivi_list_editor_is (self->editor, i, "tc");

      if (is_cell)
        g_array_append_val (cells, i);
      i = is_cell ? suivi_xml_outline_get (outline, i)->next : i + 1;
    }
  if (cells->len == 0)
    return;

  last = g_array_index (cells, guint, cells->len - 1);
  for (guint i = 0; i < cells->len; i++)
    {
      guint cell = g_array_index (cells, guint, i);
      guint span_element
        = suivi_list_editor_find_child (self->editor,
                                        suivi_list_editor_find_child (self->editor, cell, "tcPr"),
                                        "gridSpan");
      guint span
        = CLAMP (suivi_list_editor_get_number (self->editor, span_element, "val", 1), 1, MAX_COLUMNS);

      if (cells->len == 1 && (plan == NULL || !plan->is_recommendation))
        {
          stretch_cell (self, cell, column, span);
          return;
        }
      narrow_cell (self, cell, column, span, 0);
      column = MIN (column + span, MAX_COLUMNS);
    }
  append_cell (self, row, last, plan);
}

/**
 * suivi_list_editor_add_column:
 * @table: a table
 * @rows: row → #SuiviListRowPlan, for those rows that get something to say
 *
 * Adds a column at its end. The table stays as wide as it is: the others give way. A row of one cell, which is a heading
 * across the table, goes across the new column too.
 */
void
suivi_list_editor_add_column (SuiviListEditor *self, guint table, GHashTable *rows)
{
  g_autoptr (GArray) old_widths = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autoptr (GArray) new_widths = g_array_new (FALSE, FALSE, sizeof (guint));
  Table added = { self, old_widths, new_widths, 0, 0 };
  guint next = suivi_xml_outline_get (self->outline, table)->next;

  widen_grid (&added, table);
  for (guint i = table + 1; i < next;)
    {
      const SuiviXmlElement *place = suivi_xml_outline_get (self->outline, i);

      if (suivi_list_editor_is (self, i, "tr"))
        {
          if (place->inner_end < place->end)
            widen_row (&added, i, g_hash_table_lookup (rows, GUINT_TO_POINTER (i)));
          i = place->next;
        }
      else
        i = suivi_list_editor_is (self, i, "tbl") ? place->next : i + 1;
    }
}
