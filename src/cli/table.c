/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <stdio.h>
#include <sys/ioctl.h>
#include <unistd.h>

#include "cli/table.h"
#include "core/text/text.h"

#define GAP                2
#define DEFAULT_TEXT_WIDTH 60
#define MIN_TEXT_WIDTH     20

struct _SuiviCliTable
{
  GPtrArray *rows; /* (owned): of char ** with n_columns cells */
  guint *widths;   /* (owned): widest cell of each column, in terminal cells */
  guint n_columns;
};

static guint
width_of_char (gunichar c)
{
  if (g_unichar_iszerowidth (c))
    return 0;
  return g_unichar_iswide (c) ? 2 : 1;
}

static guint
width_of (const char *text)
{
  guint width = 0;

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    width += width_of_char (g_utf8_get_char (p));

  return width;
}

/**
 * suivi_cli_table_new:
 * @n_columns: how many columns, 1 and up
 *
 * Returns: (transfer full): an empty table
 */
SuiviCliTable *
suivi_cli_table_new (guint n_columns)
{
  SuiviCliTable *self = g_new0 (SuiviCliTable, 1);

  self->rows = g_ptr_array_new_with_free_func ((GDestroyNotify) g_strfreev);
  self->widths = g_new0 (guint, n_columns);
  self->n_columns = n_columns;

  return self;
}

/**
 * suivi_cli_table_free:
 * @self: (nullable) (transfer full): a table
 */
void
suivi_cli_table_free (SuiviCliTable *self)
{
  if (self == NULL)
    return;

  g_ptr_array_unref (self->rows);
  g_free (self->widths);
  g_free (self);
}

/**
 * suivi_cli_table_add:
 * @cells: one text for each column; the first row is the header
 *
 * Line ends and control characters in the texts become spaces.
 */
void
suivi_cli_table_add (SuiviCliTable *self, const char *const *cells)
{
  char **row = g_new0 (char *, self->n_columns + 1);

  for (guint i = 0; i < self->n_columns; i++)
    {
      row[i] = suivi_text_clean (cells[i]);
      self->widths[i] = MAX (self->widths[i], width_of (row[i]));
    }
  g_ptr_array_add (self->rows, row);
}

static guint
find_text_width (SuiviCliTable *self)
{
  struct winsize size = { 0 };
  guint used = 0;

  if (!isatty (STDOUT_FILENO) || ioctl (STDOUT_FILENO, TIOCGWINSZ, &size) != 0 || size.ws_col == 0)
    return DEFAULT_TEXT_WIDTH;

  for (guint i = 0; i + 1 < self->n_columns; i++)
    used += self->widths[i] + GAP;

  return size.ws_col > used + MIN_TEXT_WIDTH ? size.ws_col - used : MIN_TEXT_WIDTH;
}

static void
print_shortened (const char *text, guint max_width)
{
  guint width = 0;

  if (width_of (text) <= max_width)
    {
      fputs (text, stdout);
      return;
    }

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      width += width_of_char (g_utf8_get_char (p));
      if (width > max_width - 1)
        break;
      fwrite (p, 1, g_utf8_next_char (p) - p, stdout);
    }
  fputs ("…", stdout);
}

/**
 * suivi_cli_table_print:
 *
 * Writes the table to standard output.
 */
void
suivi_cli_table_print (SuiviCliTable *self)
{
  guint text_width = find_text_width (self);

  for (guint i = 0; i < self->rows->len; i++)
    {
      char **row = g_ptr_array_index (self->rows, i);

      for (guint j = 0; j + 1 < self->n_columns; j++)
        {
          fputs (row[j], stdout);
          for (guint k = width_of (row[j]); k < self->widths[j] + GAP; k++)
            fputc (' ', stdout);
        }
      print_shortened (row[self->n_columns - 1], text_width);
      fputc ('\n', stdout);
    }
}

/**
 * suivi_cli_csv_print_row:
 * @cells: (array zero-terminated=1): the cells
 *
 * Writes one row of CSV (RFC 4180, but with LF). A cell that a spreadsheet would take for a formula gets an
 * apostrophe in front, so that it stays text.
 */
void
suivi_cli_csv_print_row (const char *const *cells)
{
  for (gsize i = 0; cells[i] != NULL; i++)
    {
      g_autoptr (GString) cell = g_string_new (NULL);

      if (cells[i][0] != '\0' && strchr ("=+-@\t\r", cells[i][0]) != NULL)
        g_string_append_c (cell, '\'');
      g_string_append (cell, cells[i]);
      if (strpbrk (cell->str, ",\"\n\r") != NULL)
        {
          g_string_replace (cell, "\"", "\"\"", 0);
          g_string_prepend_c (cell, '"');
          g_string_append_c (cell, '"');
        }
      if (i > 0)
        fputc (',', stdout);
      fputs (cell->str, stdout);
    }
  fputc ('\n', stdout);
}
