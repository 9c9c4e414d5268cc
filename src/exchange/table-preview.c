/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "exchange/table-preview-private.h"

#define MAX_ROWS 5

/**
 * suivi_table_preview_new:
 *
 * Returns: (transfer full): a preview to be filled
 */
SuiviTablePreview *
suivi_table_preview_new (void)
{
  SuiviTablePreview *self = g_new0 (SuiviTablePreview, 1);

  self->rows = g_ptr_array_new_with_free_func ((GDestroyNotify) g_strfreev);

  return self;
}

/**
 * suivi_table_preview_free:
 * @self: (nullable) (transfer full): a preview
 */
void
suivi_table_preview_free (SuiviTablePreview *self)
{
  if (self == NULL)
    return;

  g_strfreev (self->sheets);
  g_free (self->encoding);
  g_strfreev (self->headers);
  g_ptr_array_unref (self->rows);
  g_clear_pointer (&self->mapping, suivi_table_mapping_free);
  g_free (self);
}

/**
 * suivi_table_preview_make:
 * @book: the file
 * @header: where its table begins
 * @mapping: what the columns are taken to mean
 * @remembered: whether the user chose that before
 *
 * Returns: (transfer full): what a person must see of the table
 */
SuiviTablePreview *
suivi_table_preview_make (SuiviSheetBook *book,
                          const SuiviTableHeader *header,
                          const SuiviTableMapping *mapping,
                          gboolean remembered)
{
  SuiviTablePreview *self = suivi_table_preview_new ();
  g_autoptr (GPtrArray) sheets = g_ptr_array_new ();

  for (guint i = 0; i < suivi_sheet_book_get_n_sheets (book); i++)
    {
      if (suivi_sheet_book_get_hidden (book, i))
        continue;
      if (i == header->sheet)
        self->sheet = sheets->len;
      g_ptr_array_add (sheets, g_strdup (suivi_sheet_book_get_name (book, i)));
    }
  g_ptr_array_add (sheets, NULL);
  self->sheets = (char **) g_ptr_array_free (g_steal_pointer (&sheets), FALSE);

  self->kind = suivi_sheet_book_get_kind (book);
  self->encoding = g_strdup (suivi_sheet_book_get_encoding (book));
  self->separator = suivi_sheet_book_get_separator (book);
  self->header_row = header->row;
  self->headers = g_strdupv (header->names);
  for (guint i = 0; i < header->rows->len && i < MAX_ROWS; i++)
    g_ptr_array_add (self->rows, g_strdupv (header->rows->pdata[i]));
  self->mapping = suivi_table_mapping_copy (mapping);
  self->remembered = remembered;

  return self;
}
