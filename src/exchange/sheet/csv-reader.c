/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <csv.h>
#include <glib/gi18n-lib.h>

#include "exchange/import-plan.h"
#include "exchange/sheet/sheet-book-private.h"
#include "exchange/sheet/text-decoder.h"
#include "exchange/sheet/text-encoding.h"

#define READ_SIZE (64 * 1024)

/* What the separator is looked for in. */
#define SAMPLE_SIZE (256 * 1024)

/* What the library may hold of a cell that goes on: the builder says what is too long of those that end. */
#define MAX_HELD SUIVI_SHEET_MAX_CELL

typedef struct
{
  struct csv_parser parser;
  SuiviRowBuilder *rows;
  guint row;    /* the one that is read, from 1 */
  guint column; /* the next one, from 0 */
  gboolean failed;
  GError *error;
} Reading;

/* --- opening ----------------------------------------------------------------------------------------------
 */

/* Excel's own remark on the first line of a text file: "sep=;". Returns its length with the line end, 0 if there is
 * none. */
static gsize
read_remark (const char *text, gsize length, char *separator)
{
  if (length < 5 || g_ascii_strncasecmp (text, "sep=", 4) != 0 || (guchar) text[4] >= 0x80 || text[4] == '\n'
      || text[4] == '"' || (length > 5 && text[5] != '\n'))
    return 0;

  *separator = text[4];

  return MIN (length, 6);
}

static gboolean
decode_sample (SuiviSheetBook *book, GString *text, gboolean *complete, GError **error)
{
  g_autoptr (GBytes) bytes = suivi_source_file_peek (book->file, SAMPLE_SIZE, error);
  g_autoptr (SuiviTextDecoder) decoder = NULL;
  gsize size = 0;
  const guchar *data = NULL;

  if (bytes == NULL)
    return FALSE;

  data = g_bytes_get_data (bytes, &size);
  decoder = suivi_text_decoder_new (book->encoding);
  suivi_text_decoder_push (decoder, data, size, text);
  *complete = (goffset) size == suivi_source_file_get_size (book->file);

  return TRUE;
}

static gboolean
open_csv (SuiviSheetBook *book, GCancellable *cancellable, GError **error)
{
  g_autoptr (GString) text = g_string_new (NULL);
  gboolean complete = FALSE;
  char separator = '\0';
  gsize remark = 0;

  if (book->encoding == NULL)
    book->encoding = suivi_text_encoding_detect (book->file, cancellable, error);
  if (book->encoding == NULL || !decode_sample (book, text, &complete, error))
    return FALSE;

  remark = read_remark (text->str, text->len, &separator);
  if (book->separator == '\0')
    book->separator = remark > 0
                        ? separator
                        : suivi_text_separator_detect (text->str + remark, text->len - remark, complete);
  suivi_sheet_book_add_sheet (book, suivi_source_file_get_name (book->file), FALSE);

  return TRUE;
}

/* --- reading ----------------------------------------------------------------------------------------------
 */

static void
set_unclosed (GError **error, guint row)
{
  g_set_error (
    error, SUIVI_IMPORT_ERROR, SUIVI_IMPORT_ERROR_DAMAGED,
    _ ("A quotation mark (\") at the beginning of a cell in row %u is never closed, so that all the rest "
       "of the file would be one cell. Add the missing quotation mark, and import the file again."),
    row);
}

static void
cell_cb (void *text, size_t length, void *user_data)
{
  Reading *self = user_data;

  if (self->failed)
    return;

  self->failed
    = !suivi_row_builder_add (self->rows, self->column, SUIVI_CELL_TEXT, text, length, &self->error);
  self->column++;
}

static void
begin_row (Reading *self)
{
  self->row++;
  self->column = 0;

  suivi_row_builder_begin (self->rows, self->row, FALSE);
}

static void
row_cb (int line_end, void *user_data)
{
  Reading *self = user_data;

  if (self->failed)
    return;

  self->failed = !suivi_row_builder_end (self->rows, &self->error);
  begin_row (self);
}

/* Returns whether to go on. */
static gboolean
parse (Reading *self, const char *text, gsize length)
{
  gsize done = csv_parse (&self->parser, text, length, cell_cb, row_cb, self);

  if (self->failed)
    return FALSE;
  if (done < length)
    g_error ("out of memory");
  if (self->parser.entry_pos > MAX_HELD)
    {
      suivi_row_builder_set_long (&self->error, self->row, self->column, self->parser.quoted);
      return FALSE;
    }

  return TRUE;
}

static gboolean
finish (Reading *self)
{
  /* Only now is the library to be strict: before, it would take offence at quotation marks inside of cells. */
  csv_set_opts (&self->parser, CSV_REPALL_NL | CSV_STRICT | CSV_STRICT_FINI);
  if (csv_fini (&self->parser, cell_cb, row_cb, self) != 0)
    set_unclosed (&self->error, self->row);

  return !self->failed && self->error == NULL;
}

static gboolean
parse_file (Reading *self, SuiviSheetBook *book, GCancellable *cancellable, GError **error)
{
  g_autoptr (SuiviTextDecoder) decoder = suivi_text_decoder_new (book->encoding);
  g_autoptr (GString) text = g_string_sized_new (READ_SIZE * 3);
  g_autofree guchar *buffer = g_malloc (READ_SIZE);
  goffset offset = 0;
  gssize n = 0;

  do
    {
      gsize remark = 0;
      char separator = '\0';

      if (g_cancellable_set_error_if_cancelled (cancellable, error))
        return FALSE;
      n = suivi_source_file_read (book->file, offset, buffer, READ_SIZE, error);
      if (n < 0)
        return FALSE;

      g_string_truncate (text, 0);
      if (n > 0)
        suivi_text_decoder_push (decoder, buffer, n, text);
      else
        suivi_text_decoder_finish (decoder, text);
      if (offset == 0)
        remark = read_remark (text->str, text->len, &separator);
      if (!parse (self, text->str + remark, text->len - remark))
        return FALSE;
      offset += n;
    }
  while (n > 0);

  return finish (self);
}

static gboolean
read_csv (SuiviSheetBook *book, guint sheet, SuiviRowBuilder *rows, GCancellable *cancellable, GError **error)
{
  Reading self = { .rows = rows };
  gboolean success = FALSE;

  csv_init (&self.parser, CSV_REPALL_NL);
  csv_set_delim (&self.parser, book->separator);
  csv_set_blk_size (&self.parser, READ_SIZE);
  begin_row (&self);
  success = parse_file (&self, book, cancellable, error);
  csv_free (&self.parser);
  if (self.error != NULL)
    g_propagate_error (error, self.error);

  return success;
}

const SuiviSheetReader suivi_csv_reader = {
  .open = open_csv,
  .read = read_csv,
};
