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
  GString *blanks; /* (nullable) of an exact reading: before a cell, for a quotation mark may follow */
  guint row;       /* the one that is read, from 1 */
  guint column;    /* the next one, from 0 */
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

  self->failed = (self->blanks != NULL && !suivi_row_builder_widen (self->rows, self->column, &self->error))
                 || !suivi_row_builder_end (self->rows, &self->error);
  begin_row (self);
}

static void
feed (Reading *self, const char *text, gsize length)
{
  if (csv_parse (&self->parser, text, length, cell_cb, row_cb, self) < length && !self->failed)
    g_error ("out of memory");
}

static int
is_never_blank (unsigned char c)
{
  return 0;
}

static void
feed_blanks (Reading *self)
{
  csv_set_space_func (&self->parser, is_never_blank);
  feed (self, self->blanks->str, self->blanks->len);
  g_string_truncate (self->blanks, 0);
}

/* Left to itself, the library takes blanks off both ends of a cell. Those behind a closing quotation mark it has to take
 * off, or else the mark would close nothing; so it gets byte by byte, to know where it stands. */
static void
feed_exactly (Reading *self, const char *text, gsize length)
{
  enum
  {
    FIELD_BEGUN = 2, /* states of the library; before it, no cell is begun */
    FIELD_MIGHT_HAVE_ENDED = 3,
  };

  for (gsize i = 0; i < length && !self->failed; i++)
    {
      char c = text[i];

      if ((c == ' ' || c == '\t') && (guchar) c != csv_get_delim (&self->parser)
          && self->parser.pstate < FIELD_BEGUN && self->blanks->len < MAX_HELD)
        {
          g_string_append_c (self->blanks, c);
          continue;
        }

      if (c == '"')
        g_string_truncate (self->blanks, 0);
      feed_blanks (self);
      csv_set_space_func (&self->parser,
                          self->parser.pstate == FIELD_MIGHT_HAVE_ENDED ? NULL : is_never_blank);
      feed (self, &c, 1);
    }
}

/* Returns whether to go on. */
static gboolean
parse (Reading *self, const char *text, gsize length)
{
  if (self->blanks != NULL)
    feed_exactly (self, text, length);
  else
    feed (self, text, length);

  if (self->failed)
    return FALSE;
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
  if (self->blanks != NULL)
    feed_blanks (self);
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
  g_autoptr (GString) blanks = book->exact ? g_string_new (NULL) : NULL;
  Reading self = { .rows = rows, .blanks = blanks };
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
