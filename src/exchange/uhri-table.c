/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "exchange/uhri-reader.h"
#include "exchange/uhri-table.h"

typedef struct
{
  SuiviUhriReader *reader;
  SuiviUhriRecord *record;
  guint header_row;
  gint8 fields[SUIVI_SHEET_MAX_COLUMNS]; /* SuiviUhriField of the columns; below 0: none */
  guint n_columns;                       /* without those at the end that are none */
  SuiviUhriFields known;                 /* fields that have a column */
} TableReader;

static void
read_header (TableReader *self, const SuiviSheetRow *row)
{
  for (guint i = 0; i < MIN (row->n_cells, SUIVI_SHEET_MAX_COLUMNS); i++)
    {
      SuiviUhriField field = 0;

      self->fields[i] = -1;
      /* Of two columns for one field, the first counts. */
      if (!suivi_uhri_field_from_header (row->cells[i], &field)
          || (self->known & SUIVI_UHRI_FIELD_BIT (field)) != 0)
        continue;
      self->fields[i] = field;
      self->n_columns = i + 1;
      self->known |= SUIVI_UHRI_FIELD_BIT (field);
      suivi_uhri_reader_set_header (self->reader, field, row->cells[i]);
    }
}

static gboolean
row_cb (const SuiviSheetRow *row, gpointer user_data, GError **error)
{
  TableReader *self = user_data;

  if (row->number < self->header_row)
    return TRUE;
  if (row->number == self->header_row)
    {
      read_header (self, row);
      return TRUE;
    }
  /* Without its header, the rows mean nothing. */
  if (self->known == 0)
    return FALSE;

  suivi_uhri_record_begin (self->record, row->number);
  for (guint i = 0; i < self->n_columns; i++)
    {
      if (self->fields[i] < 0)
        continue;
      suivi_uhri_record_mention (self->record, self->fields[i]);
      /* Cells are valid UTF-8. */
      if (i < row->n_cells && *row->cells[i] != '\0')
        suivi_uhri_record_add (self->record, self->fields[i], row->cells[i], strlen (row->cells[i]));
    }
  suivi_uhri_reader_take_record (self->reader, self->record);

  return TRUE;
}

/**
 * suivi_uhri_table_recognise:
 * @headers: (nullable): the headers of a table, valid UTF-8
 *
 * Returns: whether they are those of an export of UHRI, in any order and spelling
 */
gboolean
suivi_uhri_table_recognise (const char *const *headers)
{
  SuiviUhriFields fields = 0;

  for (gsize i = 0; headers != NULL && headers[i] != NULL; i++)
    {
      SuiviUhriField field = 0;

      if (suivi_uhri_field_from_header (headers[i], &field))
        fields |= SUIVI_UHRI_FIELD_BIT (field);
    }

  return suivi_uhri_fields_are_enough (fields);
}

/**
 * suivi_uhri_table_read:
 * @book: a workbook
 * @sheet: which of its sheets, from 0
 * @header_row: the row with the headers, counted from 1
 * @plan: where to put what it says
 * @cancellable: (nullable): to stop
 * @error: return location of a %SUIVI_IMPORT_ERROR or %G_IO_ERROR_CANCELLED
 *
 * Reads the rows below headers that suivi_uhri_table_recognise() knows, as a stream.
 *
 * Returns: whether all of it was read; if not, @plan is to be thrown away
 */
gboolean
suivi_uhri_table_read (SuiviSheetBook *book,
                       guint sheet,
                       guint header_row,
                       SuiviImportPlan *plan,
                       GCancellable *cancellable,
                       GError **error)
{
  g_autoptr (SuiviUhriReader) reader = NULL;
  g_autoptr (SuiviUhriRecord) record = NULL;
  TableReader self = { 0 };

  g_return_val_if_fail (book != NULL, FALSE);
  g_return_val_if_fail (SUIVI_IS_IMPORT_PLAN (plan), FALSE);

  reader = suivi_uhri_reader_new (plan);
  record = suivi_uhri_record_new ();
  self.reader = reader;
  self.record = record;
  self.header_row = header_row;
  if (!suivi_sheet_book_read (book, sheet, row_cb, &self, cancellable, error))
    return FALSE;

  if (self.known == 0)
    {
      g_set_error_literal (error, SUIVI_IMPORT_ERROR, SUIVI_IMPORT_ERROR_NO_TABLE,
                           _ ("The table has no columns with the names that UHRI uses, such as “Text” and "
                              "“Countries Concerned”. Export it again from uhri.ohchr.org."));
      return FALSE;
    }
  suivi_uhri_reader_finish (reader);

  return TRUE;
}
