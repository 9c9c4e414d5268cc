/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "core/text/text.h"
#include "exchange/import-plan.h"
#include "exchange/sheet/sheet-book-private.h"
#include "exchange/sheet/sheet-kind.h"
#include "exchange/sheet/text-decoder.h"

static const SuiviSheetReader *const readers[] = {
  [SUIVI_SHEET_XLSX] = &suivi_xlsx_reader,
  [SUIVI_SHEET_XLS] = &suivi_xls_reader,
  [SUIVI_SHEET_ODS] = &suivi_ods_reader,
  [SUIVI_SHEET_CSV] = &suivi_csv_reader,
};

static void
free_sheet (gpointer data)
{
  SuiviSheet *sheet = data;

  g_free (sheet->name);
  g_free (sheet);
}

/**
 * suivi_sheet_recognise:
 * @file: a file
 * @kind: (out): set on success only
 *
 * Says by content whether a file holds a table; its name is not looked at. Whether the table can be read shows only
 * when it is read.
 *
 * Returns: whether it is one of the kinds that can be read
 */
gboolean
suivi_sheet_recognise (SuiviSourceFile *file, SuiviSheetKind *kind)
{
  g_return_val_if_fail (file != NULL, FALSE);
  g_return_val_if_fail (kind != NULL, FALSE);

  return suivi_sheet_kind_of_file (file, kind);
}

static gboolean
set_encoding (SuiviSheetBook *self, const char *name, GError **error)
{
  g_autofree char *valid = NULL;
  g_autofree char *known = NULL;

  self->encoding = suivi_text_decoder_find_encoding (name);
  if (self->encoding != NULL)
    return TRUE;

  valid = suivi_text_make_valid (name, -1);
  known = g_strjoinv (", ", (char **) suivi_sheet_get_encodings ());
  g_set_error (error, SUIVI_IMPORT_ERROR, SUIVI_IMPORT_ERROR_BAD_MAPPING,
               /* Translators: the second %s is a list of names such as "UTF-8" */
               _ ("Suivi does not know the text encoding “%s”. It knows: %s."), valid, known);

  return FALSE;
}

/**
 * suivi_sheet_book_open:
 * @file: a file; kept
 * @kind: what suivi_sheet_recognise() says it is
 * @encoding: (nullable): of a text file, one of suivi_sheet_get_encodings(), or %NULL to detect it
 * @separator: of a text file, or 0 to detect it
 * @cancellable: (nullable): to stop
 * @error: return location of a %SUIVI_IMPORT_ERROR or %G_IO_ERROR_CANCELLED
 *
 * Opens a file of tables. Blocks on the disk; a book belongs to one thread at a time.
 *
 * Returns: (transfer full) (nullable): the book, with at least one sheet
 */
SuiviSheetBook *
suivi_sheet_book_open (SuiviSourceFile *file,
                       SuiviSheetKind kind,
                       const char *encoding,
                       char separator,
                       GCancellable *cancellable,
                       GError **error)
{
  g_autoptr (SuiviSheetBook) self = NULL;

  g_return_val_if_fail (file != NULL, NULL);
  g_return_val_if_fail (kind < G_N_ELEMENTS (readers), NULL);

  self = g_new0 (SuiviSheetBook, 1);
  self->kind = kind;
  self->file = suivi_source_file_ref (file);
  self->sheets = g_ptr_array_new_with_free_func (free_sheet);
  if (kind == SUIVI_SHEET_CSV)
    {
      if (encoding != NULL && !set_encoding (self, encoding, error))
        return NULL;
      self->separator = separator;
    }
  if (!readers[kind]->open (self, cancellable, error))
    return NULL;
  if (self->sheets->len == 0)
    {
      g_set_error_literal (error, SUIVI_IMPORT_ERROR, SUIVI_IMPORT_ERROR_NO_TABLE,
                           _ ("The workbook has no sheet with a table."));
      return NULL;
    }

  return g_steal_pointer (&self);
}

/**
 * suivi_sheet_book_free:
 * @self: (nullable) (transfer full): a book
 */
void
suivi_sheet_book_free (SuiviSheetBook *self)
{
  if (self == NULL)
    return;

  if (readers[self->kind]->free != NULL && self->data != NULL)
    readers[self->kind]->free (self->data);
  suivi_source_file_unref (self->file);
  g_ptr_array_unref (self->sheets);
  g_free (self);
}

/**
 * suivi_sheet_book_add_sheet:
 * @name: what the sheet is called, UTF-8
 * @hidden: whether it is hidden
 *
 * For readers, while they open a book.
 */
void
suivi_sheet_book_add_sheet (SuiviSheetBook *self, const char *name, gboolean hidden)
{
  SuiviSheet *sheet = g_new0 (SuiviSheet, 1);

  sheet->name = suivi_text_clean (name);
  sheet->hidden = hidden;
  g_ptr_array_add (self->sheets, sheet);
}

/**
 * suivi_sheet_book_get_kind:
 *
 * Returns: what sort of file it is
 */
SuiviSheetKind
suivi_sheet_book_get_kind (SuiviSheetBook *self)
{
  g_return_val_if_fail (self != NULL, SUIVI_SHEET_CSV);

  return self->kind;
}

/**
 * suivi_sheet_book_get_n_sheets:
 *
 * Returns: how many sheets it has, hidden ones included; at least 1
 */
guint
suivi_sheet_book_get_n_sheets (SuiviSheetBook *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->sheets->len;
}

/**
 * suivi_sheet_book_get_name:
 * @sheet: which, from 0
 *
 * Returns: (transfer none): the name of the sheet; of a text file the name of the file
 */
const char *
suivi_sheet_book_get_name (SuiviSheetBook *self, guint sheet)
{
  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (sheet < self->sheets->len, NULL);

  return ((SuiviSheet *) self->sheets->pdata[sheet])->name;
}

/**
 * suivi_sheet_book_get_hidden:
 * @sheet: which, from 0
 *
 * Returns: whether the sheet is hidden; old Excel files (.xls) do not say it here
 */
gboolean
suivi_sheet_book_get_hidden (SuiviSheetBook *self, guint sheet)
{
  g_return_val_if_fail (self != NULL, FALSE);
  g_return_val_if_fail (sheet < self->sheets->len, FALSE);

  return ((SuiviSheet *) self->sheets->pdata[sheet])->hidden;
}

/**
 * suivi_sheet_book_get_encoding:
 *
 * Returns: (transfer none) (nullable): how a text file is read: one of suivi_sheet_get_encodings(); %NULL for workbooks
 */
const char *
suivi_sheet_book_get_encoding (SuiviSheetBook *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->encoding;
}

/**
 * suivi_sheet_book_get_separator:
 *
 * Returns: what parts the cells of a text file; 0 for workbooks
 */
char
suivi_sheet_book_get_separator (SuiviSheetBook *self)
{
  g_return_val_if_fail (self != NULL, '\0');

  return self->separator;
}

/**
 * suivi_sheet_book_set_exact:
 * @exact: whether a text file is read as it stands
 *
 * For those who write the table again. Cells of a text file then keep blanks at both ends, rows keep empty cells at
 * their end, and rows with nothing but separators are reported, too. Lines with nothing at all are not; blanks between a
 * separator and a quotation mark belong to no cell. Says nothing to workbooks, where cells are what they are.
 */
void
suivi_sheet_book_set_exact (SuiviSheetBook *self, gboolean exact)
{
  g_return_if_fail (self != NULL);

  self->exact = exact;
}

/**
 * suivi_sheet_book_read:
 * @sheet: which, from 0
 * @func: called for each row that is not empty, in order
 * @user_data: passed to @func
 * @cancellable: (nullable): to stop
 * @error: return location of a %SUIVI_IMPORT_ERROR, of %G_IO_ERROR_CANCELLED or of an error of @func
 *
 * Reads a sheet from its beginning. Can be called again, also after @func stopped it.
 *
 * Returns: whether all went well: @func got all rows, or wanted no more
 */
gboolean
suivi_sheet_book_read (SuiviSheetBook *self,
                       guint sheet,
                       SuiviSheetRowFunc func,
                       gpointer user_data,
                       GCancellable *cancellable,
                       GError **error)
{
  g_autoptr (SuiviRowBuilder) rows = NULL;
  g_autoptr (GError) local_error = NULL;

  g_return_val_if_fail (self != NULL, FALSE);
  g_return_val_if_fail (sheet < self->sheets->len, FALSE);

  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    return FALSE;
  rows = suivi_row_builder_new (func, user_data);

  if (readers[self->kind]->read (self, sheet, rows, cancellable, &local_error)
      || suivi_row_builder_is_stopped (rows))
    return TRUE;

  g_propagate_error (error, g_steal_pointer (&local_error));
  return FALSE;
}

/**
 * suivi_sheet_get_encodings:
 *
 * Returns: (transfer none): the encodings of text files that can be read, %NULL-terminated
 */
const char *const *
suivi_sheet_get_encodings (void)
{
  return suivi_text_decoder_get_encodings ();
}
