/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <gio/gio.h>

#include "core/reference/table.h"
#include "core/text/text.h"

#include "suivi-reference.h"

#define RESOURCE_PREFIX "/io/github/suivi/Suivi/reference/"

struct _SuiviTable
{
  char *name;
  char *text;     /* the file, cut into cells by NULs */
  char **columns; /* names, NULL-terminated; they point into text */
  guint n_columns;
  GPtrArray *cells; /* n_rows * n_columns; they point into text */
};

/* Cuts the line at *cursor into cells and moves on. Returns how many there are. */
static guint
cut_line (char **cursor, GPtrArray *cells)
{
  char *cell = *cursor;
  guint n = 0;

  for (;;)
    {
      char *end = cell + strcspn (cell, "\t\n");
      char separator = *end;

      *end = '\0';
      g_ptr_array_add (cells, cell);
      n++;
      cell = end + 1;
      if (separator != '\t')
        {
          *cursor = separator == '\n' ? cell : end;
          return n;
        }
    }
}

/**
 * suivi_table_load:
 * @name: name of a file of data/reference, "states.tsv"
 *
 * Reads a table that is part of the program: first line the names of the columns, cells parted by tabs, no
 * quoting. A table that is missing or crooked is a fault of the build and ends the program.
 *
 * Returns: (transfer full): the table
 */
SuiviTable *
suivi_table_load (const char *name)
{
  g_autofree char *path = g_strconcat (RESOURCE_PREFIX, name, NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = NULL;
  SuiviTable *self = NULL;
  GPtrArray *columns = NULL;
  char *cursor = NULL;

  /* Naming the resource here is also what keeps the linker from dropping it out of the static library. */
  bytes
    = g_resource_lookup_data (suivi_reference_get_resource (), path, G_RESOURCE_LOOKUP_FLAGS_NONE, &error);
  if (bytes == NULL)
    g_error ("The table %s is missing: %s", name, error->message);

  self = g_new0 (SuiviTable, 1);
  self->name = g_strdup (name);
  self->text = g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
  self->cells = g_ptr_array_new ();
  cursor = self->text;

  columns = g_ptr_array_new ();
  self->n_columns = cut_line (&cursor, columns);
  g_ptr_array_add (columns, NULL);
  self->columns = (char **) g_ptr_array_free (columns, FALSE);

  while (*cursor != '\0')
    {
      if (cut_line (&cursor, self->cells) != self->n_columns)
        g_error ("The table %s has a crooked row near cell %u", name, self->cells->len);
    }

  return self;
}

/**
 * suivi_table_free:
 * @self: (nullable) (transfer full): a table; texts got from it go with it
 */
void
suivi_table_free (SuiviTable *self)
{
  if (self == NULL)
    return;

  g_free (self->name);
  g_free (self->text);
  g_free (self->columns);
  g_ptr_array_unref (self->cells);
  g_free (self);
}

/**
 * suivi_table_get_n_rows:
 *
 * Returns: the number of rows, without the line of names
 */
guint
suivi_table_get_n_rows (SuiviTable *self)
{
  return self->cells->len / self->n_columns;
}

/**
 * suivi_table_get_column:
 * @name: a name of the first line; a programmer error if there is none
 *
 * Returns: the number of the column, 0 and up
 */
guint
suivi_table_get_column (SuiviTable *self, const char *name)
{
  for (guint i = 0; i < self->n_columns; i++)
    {
      if (g_str_equal (self->columns[i], name))
        return i;
    }

  g_error ("The table %s has no column %s", self->name, name);
}

/**
 * suivi_table_get:
 * @row: 0 and up
 * @column: a number from suivi_table_get_column()
 *
 * Returns: the cell, "" if it is empty; lives as long as the table
 */
const char *
suivi_table_get (SuiviTable *self, guint row, guint column)
{
  g_return_val_if_fail (column < self->n_columns && row < suivi_table_get_n_rows (self), "");

  return g_ptr_array_index (self->cells, row * self->n_columns + column);
}

/**
 * suivi_table_make_key:
 * @text: (nullable): a label as people write it
 *
 * The form in which labels are compared: folded, "&" as "and", letters and digits only. So white space,
 * hyphens of line ends, apostrophes of every shape, footnote marks and brackets make no difference.
 *
 * Returns: (transfer full): the key, "" if there is no letter and no digit
 */
char *
suivi_table_make_key (const char *text)
{
  g_autofree char *folded = suivi_text_fold (text);
  GString *key = g_string_sized_new (strlen (folded));

  for (const char *p = folded; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (c == '&')
        g_string_append (key, "and");
      else if (g_unichar_isalnum (c) && c != 0x0640) /* the Arabic tatweel only stretches a word */
        g_string_append_unichar (key, c);
    }

  return g_string_free (key, FALSE);
}
