/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "core/text/text.h"
#include "exchange/import-plan.h"
#include "exchange/table-header.h"
#include "exchange/table-words.h"

/* Titles, logos and notes stand above many tables, hardly more than this. */
#define MAX_ABOVE 20

/* Rows below the header that are looked at. */
#define MAX_BELOW 20

/* What is kept of a cell that is only looked at, in characters. */
#define MAX_SHOWN 1000

/* A row with a longer cell, in bytes, is a row of the table, not its header. */
#define MAX_HEADER 300

/* Sheets that are looked into for a table. */
#define MAX_SHEETS 50

typedef struct
{
  GPtrArray *rows; /* GStrv */
  GArray *numbers; /* guint: where they stand */
  guint n_columns;
} Sample;

static char *
shorten (const char *text)
{
  const char *end = text;

  for (guint i = 0; i < MAX_SHOWN && *end != '\0'; i++)
    end = g_utf8_next_char (end);

  return g_strndup (text, end - text);
}

static gboolean
keep_row_cb (const SuiviSheetRow *row, gpointer user_data, GError **error)
{
  Sample *self = user_data;
  char **cells = g_new0 (char *, row->n_cells + 1);

  for (guint i = 0; i < row->n_cells; i++)
    cells[i] = shorten (row->cells[i]);
  g_ptr_array_add (self->rows, cells);
  g_array_append_val (self->numbers, row->number);
  self->n_columns = MAX (self->n_columns, row->n_cells);

  return self->rows->len < MAX_ABOVE + MAX_BELOW;
}

/* How much a row looks like a header: columns that we know, twice if by their whole header. Each meaning
 * counts once. */
static guint
score_row (char **cells)
{
  SuiviWordMatch found[SUIVI_N_TABLE_FIELDS] = { SUIVI_WORD_NONE };
  guint score = 0;

  for (gsize i = 0; cells[i] != NULL; i++)
    {
      SuiviTableField field = SUIVI_TABLE_FIELD_IGNORE;
      SuiviWordMatch match = SUIVI_WORD_NONE;

      if (strlen (cells[i]) > MAX_HEADER)
        return 0;
      /* A template of IMPACT OSS says it all in brackets. */
      if (strstr (cells[i], "[database:") != NULL)
        score += SUIVI_WORD_WHOLE;
      match = suivi_table_words_find_field (cells[i], &field);
      if (match > found[field])
        {
          score += match - found[field];
          found[field] = match;
        }
    }

  return score;
}

static guint
count_filled (char **cells)
{
  guint count = 0;

  for (gsize i = 0; cells[i] != NULL; i++)
    count += !suivi_text_is_blank (cells[i]);

  return count;
}

static gboolean
has_long_cell (char **cells)
{
  for (gsize i = 0; cells[i] != NULL; i++)
    {
      if (strlen (cells[i]) > MAX_HEADER)
        return TRUE;
    }

  return FALSE;
}

/* Which of the rows is the header, by its words; else the first that is as wide as the table. Sets whether it
 * was the words. Returns G_MAXUINT if there is none: the table begins at once. */
static guint
choose_row (const Sample *self, gboolean *by_words)
{
  guint n_rows = MIN (self->rows->len, MAX_ABOVE);
  guint best = 0;
  guint best_score = 0;
  guint widest = 0;

  for (guint i = 0; i < n_rows; i++)
    {
      guint score = score_row (self->rows->pdata[i]);

      if (score > best_score)
        {
          best = i;
          best_score = score;
        }
      widest = MAX (widest, count_filled (self->rows->pdata[i]));
    }
  *by_words = best_score >= SUIVI_WORD_WHOLE;
  if (*by_words)
    return best;

  for (guint i = 0; i < n_rows; i++)
    {
      if (2 * count_filled (self->rows->pdata[i]) >= widest)
        return has_long_cell (self->rows->pdata[i]) ? G_MAXUINT : i;
    }

  return G_MAXUINT;
}

/* "A" for 0, "AB" for 27 */
static char *
name_column (guint column)
{
  GString *name = g_string_new (NULL);

  for (guint rest = column + 1; rest > 0; rest = (rest - 1) / 26)
    g_string_prepend_c (name, 'A' + (rest - 1) % 26);

  return g_string_free (name, FALSE);
}

static void
name_columns (SuiviTableHeader *self, char **cells, guint n_columns)
{
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  self->names = g_new0 (char *, n_columns + 1);
  self->written = g_new0 (char *, n_columns + 1);
  for (guint i = 0, n_cells = cells != NULL ? g_strv_length (cells) : 0; i < n_columns; i++)
    {
      g_autofree char *key = NULL;
      guint count = 1;

      self->written[i] = suivi_text_clean (i < n_cells ? cells[i] : "");
      if (*self->written[i] != '\0')
        {
          self->names[i] = g_strdup (self->written[i]);
        }
      else
        {
          g_autofree char *letters = name_column (i);

          /* Translators: a column of a table that has no header; %s is its letters, as spreadsheets show them
           * */
          self->names[i] = g_strdup_printf (_ ("Column %s"), letters);
        }
      key = suivi_text_fold (self->names[i]);
      while (g_hash_table_contains (seen, key))
        {
          g_free (self->names[i]);
          self->names[i] = g_strdup_printf ("%s (%u)", self->written[i], ++count);
          g_free (key);
          key = suivi_text_fold (self->names[i]);
        }
      g_hash_table_add (seen, g_steal_pointer (&key));
    }
}

static void
fill_rows (SuiviTableHeader *self, const Sample *sample, guint first)
{
  for (guint i = first; i < sample->rows->len && self->rows->len < MAX_BELOW; i++)
    {
      char **cells = sample->rows->pdata[i];
      char **row = g_new0 (char *, sample->n_columns + 1);

      for (guint j = 0, n_cells = g_strv_length (cells); j < sample->n_columns; j++)
        row[j] = suivi_text_clean_lines (j < n_cells ? cells[j] : "");
      g_ptr_array_add (self->rows, row);
    }
}

/* Looks into one sheet. Returns NULL without error if there is nothing in it. */
static SuiviTableHeader *
find_in_sheet (SuiviSheetBook *book,
               guint sheet,
               gboolean *by_words,
               GCancellable *cancellable,
               GError **error)
{
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func ((GDestroyNotify) g_strfreev);
  g_autoptr (GArray) numbers = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autoptr (SuiviTableHeader) self = NULL;
  Sample sample = { rows, numbers, 0 };
  guint chosen = 0;

  *by_words = FALSE;
  if (!suivi_sheet_book_read (book, sheet, keep_row_cb, &sample, cancellable, error) || rows->len == 0
      || sample.n_columns == 0)
    return NULL;

  chosen = choose_row (&sample, by_words);
  self = g_new0 (SuiviTableHeader, 1);
  self->sheet = sheet;
  self->row = chosen != G_MAXUINT ? g_array_index (numbers, guint, chosen) : 0;
  self->rows = g_ptr_array_new_with_free_func ((GDestroyNotify) g_strfreev);
  name_columns (self, chosen != G_MAXUINT ? rows->pdata[chosen] : NULL, sample.n_columns);
  fill_rows (self, &sample, chosen != G_MAXUINT ? chosen + 1 : 0);

  return g_steal_pointer (&self);
}

static SuiviTableHeader *
find_in_book (SuiviSheetBook *book, GCancellable *cancellable, GError **error)
{
  g_autoptr (SuiviTableHeader) first = NULL;
  guint n_visible = 0;

  for (guint i = 0; i < suivi_sheet_book_get_n_sheets (book) && n_visible < MAX_SHEETS; i++)
    {
      g_autoptr (SuiviTableHeader) found = NULL;
      g_autoptr (GError) local_error = NULL;
      gboolean by_words = FALSE;

      if (suivi_sheet_book_get_hidden (book, i))
        continue;
      n_visible++;
      found = find_in_sheet (book, i, &by_words, cancellable, &local_error);
      if (local_error != NULL)
        {
          g_propagate_error (error, g_steal_pointer (&local_error));
          return NULL;
        }
      if (by_words)
        return g_steal_pointer (&found);
      if (first == NULL)
        first = g_steal_pointer (&found);
    }
  if (first == NULL)
    g_set_error_literal (error, SUIVI_IMPORT_ERROR, SUIVI_IMPORT_ERROR_NO_TABLE,
                         _ ("There is no table in this file: all its sheets are empty."));

  return g_steal_pointer (&first);
}

/**
 * suivi_table_header_find:
 * @book: a file of tables
 * @sheet: which of the visible sheets, from 1; 0: the first one with headers that we know, else the first one
 *   that holds anything
 * @cancellable: (nullable): to stop
 * @error: return location of a %SUIVI_IMPORT_ERROR or %G_IO_ERROR_CANCELLED
 *
 * Finds the headers of a table among the first 20 rows of the sheet: people put titles above.
 *
 * Returns: (transfer full) (nullable): the header
 */
SuiviTableHeader *
suivi_table_header_find (SuiviSheetBook *book, guint sheet, GCancellable *cancellable, GError **error)
{
  g_autoptr (SuiviTableHeader) self = NULL;
  g_autoptr (GError) local_error = NULL;
  gboolean by_words = FALSE;
  guint n_visible = 0;

  g_return_val_if_fail (book != NULL, NULL);

  if (sheet == 0)
    return find_in_book (book, cancellable, error);

  for (guint i = 0; i < suivi_sheet_book_get_n_sheets (book); i++)
    {
      if (suivi_sheet_book_get_hidden (book, i) || ++n_visible != sheet)
        continue;
      self = find_in_sheet (book, i, &by_words, cancellable, &local_error);
      if (local_error != NULL)
        g_propagate_error (error, g_steal_pointer (&local_error));
      else if (self == NULL)
        g_set_error (error, SUIVI_IMPORT_ERROR, SUIVI_IMPORT_ERROR_NO_TABLE,
                     _ ("The sheet “%s” is empty. Choose another sheet."),
                     suivi_sheet_book_get_name (book, i));
      return g_steal_pointer (&self);
    }

  g_set_error (error, SUIVI_IMPORT_ERROR, SUIVI_IMPORT_ERROR_NO_TABLE,
               ngettext ("The file has only %u sheet. Choose that one.",
                         "The file has only %u sheets. Choose one of them.", n_visible),
               n_visible);

  return NULL;
}

/**
 * suivi_table_header_free:
 * @self: (nullable) (transfer full): a header
 */
void
suivi_table_header_free (SuiviTableHeader *self)
{
  if (self == NULL)
    return;

  g_strfreev (self->names);
  g_strfreev (self->written);
  g_ptr_array_unref (self->rows);
  g_free (self);
}
