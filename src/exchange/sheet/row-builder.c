/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "core/text/text.h"
#include "exchange/import-plan.h"
#include "exchange/sheet/row-builder.h"

/* All texts of one row. A row of recommendations has some 5 KB. */
#define MAX_ROW (4 * 1024 * 1024)

/* "XFD" is the last column of Excel; three letters are enough for any number below the limit of columns. */
#define COLUMN_NAME_SIZE 8

/* UHRI's whole database is 0.4 GB. */
#define MAX_TABLE_GB 2u
#define MAX_TABLE    ((guint64) MAX_TABLE_GB * 1024 * 1024 * 1024)

struct _SuiviRowBuilder
{
  SuiviSheetRowFunc func;
  gpointer user_data;
  guint number;
  gboolean hidden;
  GString *text; /* the cells, each ended by a NUL; the first byte is the empty cell */
  guint n_cells;
  gsize offsets[SUIVI_SHEET_MAX_COLUMNS];        /* where each cell begins in @text */
  guint8 types[SUIVI_SHEET_MAX_COLUMNS];         /* SuiviCellType */
  const char *pointers[SUIVI_SHEET_MAX_COLUMNS]; /* into @text, when the row is reported */
  gboolean stopped;
  guint64 n_bytes; /* of all rows so far */
};

/* --- sentences --------------------------------------------------------------------------------------------
 */

/* "A" for 0, "AB" for 27, as table programs call their columns. */
static void
name_column (guint column, char name[COLUMN_NAME_SIZE])
{
  char *end = name + COLUMN_NAME_SIZE - 1;
  char *p = end;

  *p = '\0';
  for (guint rest = column + 1; rest > 0 && p > name; rest = (rest - 1) / 26)
    *--p = 'A' + (rest - 1) % 26;
  memmove (name, p, end - p + 1);
}

/**
 * suivi_row_builder_set_long:
 * @error: (nullable): where to say it
 * @row: row, from 1
 * @column: column, from 0
 * @quoted: whether it begins with a quotation mark that was not closed so far
 *
 * Says that a cell is longer than %SUIVI_SHEET_MAX_CELL: for readers that notice before they have all of it.
 */
void
suivi_row_builder_set_long (GError **error, guint row, guint column, gboolean quoted)
{
  char name[COLUMN_NAME_SIZE];

  name_column (column, name);
  if (quoted)
    g_set_error (
      error, SUIVI_IMPORT_ERROR, SUIVI_IMPORT_ERROR_TOO_BIG,
      /* Translators: %s is the letter of a column, such as "B" */
      _ ("The cell in row %u, column %s begins with a quotation mark (\") and holds more than %u KB of "
         "text. Either the closing quotation mark is missing, or the text is longer than any "
         "recommendation: mend it, and import the file again."),
      row, name, (guint) SUIVI_SHEET_MAX_CELL / 1024);
  else
    g_set_error (
      error, SUIVI_IMPORT_ERROR, SUIVI_IMPORT_ERROR_TOO_BIG,
      /* Translators: %s is the letter of a column, such as "B" */
      _ ("The cell in row %u, column %s holds more than %u KB of text. No recommendation is that long: "
         "shorten it, and import the file again."),
      row, name, (guint) SUIVI_SHEET_MAX_CELL / 1024);
}

static void
set_wide (GError **error, guint row)
{
  g_set_error (error, SUIVI_IMPORT_ERROR, SUIVI_IMPORT_ERROR_TOO_BIG,
               _ ("Row %u has something in more than %u columns. Remove the columns that are not needed, and "
                  "import the file again."),
               row, (guint) SUIVI_SHEET_MAX_COLUMNS);
}

static void
set_long_row (GError **error, guint row)
{
  g_set_error (
    error, SUIVI_IMPORT_ERROR, SUIVI_IMPORT_ERROR_TOO_BIG,
    _ ("The cells of row %u hold more than %u MB of text together. Shorten them, and import the file "
       "again."),
    row, (guint) MAX_ROW / (1024 * 1024));
}

static void
set_many_rows (GError **error)
{
  g_set_error (error, SUIVI_IMPORT_ERROR, SUIVI_IMPORT_ERROR_TOO_BIG,
               _ ("The table has more than %u rows. Cut it into several files, and import them one by one."),
               (guint) SUIVI_SHEET_MAX_ROWS);
}

/* --- texts ------------------------------------------------------------------------------------------------
 */

/* Line ends become "\n"; control characters and those that no XML file can hold go. @text is valid UTF-8. */
static void
append_odd (GString *out, const char *text, gsize length)
{
  const char *end = text + length;

  for (const char *p = text; p < end; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (c == '\r')
        {
          if (p + 1 == end || p[1] != '\n')
            g_string_append_c (out, '\n');
        }
      else if (c == 0x85)
        {
          g_string_append_c (out, '\n');
        }
      else if (c == '\t' || c == '\n' || (!g_unichar_iscntrl (c) && (c & 0xFFFE) != 0xFFFE))
        {
          g_string_append_len (out, p, g_utf8_next_char (p) - p);
        }
    }
}

/* Nearly all texts are plain: they are copied as they are. 0xC2 leads the upper control characters, 0xEF and 0xF0 to
 * 0xF4 what is no character. */
#define ODD  1
#define HIGH 2

static const guint8 classes[256] = {
  [0x00 ... 0x08] = ODD,        [0x0B ... 0x1F] = ODD, [0x7F] = ODD,
  [0x80 ... 0xC1] = HIGH,       [0xC2] = HIGH | ODD,   [0xC3 ... 0xEE] = HIGH,
  [0xEF ... 0xFF] = HIGH | ODD,
};

/* A NUL would end the text. */
static char *
remove_nuls (const char *text, gsize length)
{
  char *copy = g_malloc (length + 1);
  gsize n = 0;

  for (gsize i = 0; i < length; i++)
    {
      if (text[i] != '\0')
        copy[n++] = text[i];
    }
  copy[n] = '\0';

  return copy;
}

static void
append_clean (GString *out, const char *text, gsize length)
{
  g_autofree char *valid = NULL;
  guint found = 0;

  for (gsize i = 0; i < length; i++)
    found |= classes[(guchar) text[i]];
  if (found == 0)
    {
      g_string_append_len (out, text, length);
      return;
    }

  if (!g_utf8_validate_len (text, length, NULL))
    {
      g_autofree char *whole = remove_nuls (text, length);

      valid = suivi_text_make_valid (whole, -1);
      text = valid;
      length = strlen (valid);
      found |= ODD;
    }
  if (found & ODD)
    append_odd (out, text, length);
  else
    g_string_append_len (out, text, length);
}

static void
fill_up (SuiviRowBuilder *self, guint n_cells)
{
  for (; self->n_cells < n_cells; self->n_cells++)
    {
      self->offsets[self->n_cells] = 0;
      self->types[self->n_cells] = SUIVI_CELL_EMPTY;
    }
}

/* --- public -----------------------------------------------------------------------------------------------
 */

/**
 * suivi_row_builder_new:
 * @func: what to call for each row that is not empty
 * @user_data: passed to @func
 *
 * Returns: (transfer full): a builder without a row
 */
SuiviRowBuilder *
suivi_row_builder_new (SuiviSheetRowFunc func, gpointer user_data)
{
  SuiviRowBuilder *self = NULL;

  g_return_val_if_fail (func != NULL, NULL);

  self = g_new0 (SuiviRowBuilder, 1);
  self->func = func;
  self->user_data = user_data;
  self->text = g_string_new (NULL);

  return self;
}

/**
 * suivi_row_builder_free:
 * @self: (nullable) (transfer full): a builder
 */
void
suivi_row_builder_free (SuiviRowBuilder *self)
{
  if (self == NULL)
    return;

  g_string_free (self->text, TRUE);
  g_free (self);
}

/**
 * suivi_row_builder_begin:
 * @number: number of the row, from 1; larger than that of the row before
 * @hidden: whether the row is hidden
 *
 * Begins a row without cells. A row that was begun and not ended is forgotten.
 */
void
suivi_row_builder_begin (SuiviRowBuilder *self, guint number, gboolean hidden)
{
  g_return_if_fail (self != NULL);
  g_return_if_fail (number > 0);

  self->number = number;
  self->hidden = hidden;
  self->n_cells = 0;
  g_string_truncate (self->text, 0);
  g_string_append_c (self->text, '\0');
}

/**
 * suivi_row_builder_widen:
 * @n_cells: how many cells the row has, empty ones at its end among them
 * @error: return location of a %SUIVI_IMPORT_ERROR
 *
 * Fills the row up with empty cells, so that it is reported even if it has no others.
 *
 * Returns: whether the row is still within its limits
 */
gboolean
suivi_row_builder_widen (SuiviRowBuilder *self, guint n_cells, GError **error)
{
  g_return_val_if_fail (self != NULL, FALSE);

  if (n_cells > SUIVI_SHEET_MAX_COLUMNS)
    {
      set_wide (error, self->number);
      return FALSE;
    }
  if (n_cells > 0 && self->number > SUIVI_SHEET_MAX_ROWS)
    {
      set_many_rows (error);
      return FALSE;
    }
  fill_up (self, n_cells);

  return TRUE;
}

/**
 * suivi_row_builder_add:
 * @column: which column, from 0; in any order, the last cell of a column counts
 * @type: what the cell holds
 * @text: its text, whatever bytes
 * @length: bytes of @text
 * @error: return location of a %SUIVI_IMPORT_ERROR
 *
 * Adds a cell to the row that was begun. Cells without text, and those of which cleaning leaves none, are empty.
 *
 * Returns: whether the row is still within its limits
 */
gboolean
suivi_row_builder_add (SuiviRowBuilder *self,
                       guint column,
                       SuiviCellType type,
                       const char *text,
                       gsize length,
                       GError **error)
{
  gsize offset = 0;

  g_return_val_if_fail (self != NULL, FALSE);

  if (length == 0)
    return TRUE;
  if (self->number > SUIVI_SHEET_MAX_ROWS)
    {
      set_many_rows (error);
      return FALSE;
    }
  if (column >= SUIVI_SHEET_MAX_COLUMNS)
    {
      set_wide (error, self->number);
      return FALSE;
    }
  if (length > SUIVI_SHEET_MAX_CELL)
    {
      suivi_row_builder_set_long (error, self->number, column, FALSE);
      return FALSE;
    }
  if (self->text->len + length > MAX_ROW)
    {
      set_long_row (error, self->number);
      return FALSE;
    }

  offset = self->text->len;
  append_clean (self->text, text, length);
  if (self->text->len == offset)
    return TRUE;

  g_string_append_c (self->text, '\0');
  fill_up (self, column + 1);
  self->offsets[column] = offset;
  self->types[column] = type;

  return TRUE;
}

/**
 * suivi_row_builder_end:
 * @error: return location of an error of the function that gets the rows
 *
 * Reports the row, unless it is empty.
 *
 * Returns: whether to go on
 */
gboolean
suivi_row_builder_end (SuiviRowBuilder *self, GError **error)
{
  g_autoptr (GError) local_error = NULL;
  SuiviSheetRow row = { 0 };

  g_return_val_if_fail (self != NULL, FALSE);

  if (self->n_cells == 0)
    return TRUE;
  /* A row, or a text, that stands in the file once can be in the table a million times. */
  self->n_bytes += self->text->len;
  if (self->n_bytes > MAX_TABLE)
    {
      g_set_error (
        error, SUIVI_IMPORT_ERROR, SUIVI_IMPORT_ERROR_TOO_BIG,
        _ ("The table holds more than %u GB of text. Remove what is not needed, and import the file "
           "again."),
        MAX_TABLE_GB);
      return FALSE;
    }

  for (guint i = 0; i < self->n_cells; i++)
    self->pointers[i] = self->text->str + self->offsets[i];
  row.number = self->number;
  row.hidden = self->hidden;
  row.n_cells = self->n_cells;
  row.cells = self->pointers;
  row.types = self->types;
  if (self->func (&row, self->user_data, &local_error))
    return TRUE;

  if (local_error != NULL)
    g_propagate_error (error, g_steal_pointer (&local_error));
  else
    self->stopped = TRUE;

  return FALSE;
}

/**
 * suivi_row_builder_repeat:
 * @number: number of the next row
 * @error: return location of a %SUIVI_IMPORT_ERROR, or of an error of the function that gets the rows
 *
 * Reports the row that was ended once more, as another one.
 *
 * Returns: whether to go on
 */
gboolean
suivi_row_builder_repeat (SuiviRowBuilder *self, guint number, GError **error)
{
  g_return_val_if_fail (self != NULL, FALSE);

  if (number > SUIVI_SHEET_MAX_ROWS)
    {
      set_many_rows (error);
      return FALSE;
    }
  self->number = number;

  return suivi_row_builder_end (self, error);
}

/**
 * suivi_row_builder_is_empty:
 *
 * Returns: whether the row has no cell with text so far
 */
gboolean
suivi_row_builder_is_empty (SuiviRowBuilder *self)
{
  g_return_val_if_fail (self != NULL, TRUE);

  return self->n_cells == 0;
}

/**
 * suivi_row_builder_is_stopped:
 *
 * Returns: whether the function that gets the rows wanted no more of them
 */
gboolean
suivi_row_builder_is_stopped (SuiviRowBuilder *self)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return self->stopped;
}
