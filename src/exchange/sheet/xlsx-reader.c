/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "exchange/import-plan.h"
#include "exchange/sheet/xlsx-parts.h"

/* UHRI's 270,000 records make some 100 MB, which unpack to 600. */
static const SuiviZipLimits limits = {
  .max_file = (goffset) 1024 * 1024 * 1024,
  .max_part = (goffset) 2 * 1024 * 1024 * 1024,
  .harmless = (goffset) 256 * 1024 * 1024,
  .max_ratio = 100,
};

static void
free_book (gpointer data)
{
  SuiviXlsxBook *self = data;

  suivi_zip_package_free (self->zip);
  g_ptr_array_unref (self->sheets);
  g_free (self->strings_part);
  g_free (self->styles_part);
  suivi_xlsx_strings_free (self->strings);
  g_clear_pointer (&self->formats, g_byte_array_unref);
  g_free (self);
}

/* Around a workbook with a password, Excel puts a file of the old kind. */
static gboolean
check_protection (SuiviSourceFile *file, GError **error)
{
  g_autoptr (GBytes) start = suivi_source_file_peek (file, 8, error);

  if (start == NULL)
    return FALSE;
  if (!suivi_zip_package_is_compound (g_bytes_get_data (start, NULL), g_bytes_get_size (start)))
    return TRUE;

  g_set_error_literal (
    error, SUIVI_IMPORT_ERROR, SUIVI_IMPORT_ERROR_PROTECTED,
    _ ("The workbook is protected by a password. Open it in Excel or LibreOffice, remove the "
       "password, save it, and import it again."));
  return FALSE;
}

static char *
find_workbook (SuiviZipPackage *zip, GCancellable *cancellable, GError **error)
{
  g_autoptr (GPtrArray) relations = suivi_opc_relations_read (zip, "", cancellable, error);
  const char *part = NULL;

  if (relations == NULL)
    return NULL;

  if (suivi_zip_package_has_part (zip, "xl/workbook.bin"))
    {
      g_set_error_literal (
        error, SUIVI_IMPORT_ERROR, SUIVI_IMPORT_ERROR_LEGACY,
        _ ("The workbook has Excel's binary format (.xlsb). Open it in Excel or LibreOffice, save "
           "it as .xlsx, and choose the new file."));
      return NULL;
    }
  part = suivi_opc_relations_find_type (relations, "officeDocument");

  return g_strdup (part != NULL && suivi_zip_package_has_part (zip, part) ? part : "xl/workbook.xml");
}

static gboolean
open_xlsx (SuiviSheetBook *book, GCancellable *cancellable, GError **error)
{
  g_autofree char *part = NULL;
  SuiviXlsxBook *self = NULL;

  if (!check_protection (book->file, error))
    return FALSE;

  self = g_new0 (SuiviXlsxBook, 1);
  self->sheets = g_ptr_array_new_with_free_func (g_free);
  book->data = self;
  self->zip = suivi_zip_package_open (book->file, &limits, cancellable, error);
  if (self->zip == NULL)
    return FALSE;
  part = find_workbook (self->zip, cancellable, error);

  return part != NULL && suivi_xlsx_read_workbook (self, book, part, cancellable, error);
}

static gboolean
read_xlsx (SuiviSheetBook *book,
           guint sheet,
           SuiviRowBuilder *rows,
           GCancellable *cancellable,
           GError **error)
{
  SuiviXlsxBook *self = book->data;
  const char *part = self->sheets->pdata[sheet];
  goffset length = suivi_zip_package_get_size (self->zip, part);

  if (self->strings == NULL && self->strings_part != NULL)
    length += suivi_zip_package_get_size (self->zip, self->strings_part);
  suivi_zip_package_expect (self->zip, length);

  return suivi_xlsx_read_styles (self, cancellable, error)
         && suivi_xlsx_read_strings (self, cancellable, error)
         && suivi_xlsx_read_rows (self, part, rows, cancellable, error);
}

const SuiviSheetReader suivi_xlsx_reader = {
  .open = open_xlsx,
  .read = read_xlsx,
  .free = free_book,
};
