/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "exchange/sheet/xls-reader.h"
#include "exchange/zip-package.h"

#include "fuzz.h"
#include "sheet-check.h"

/* A whole file, which goes through the program that reads old workbooks; or what that program might answer. */
int
LLVMFuzzerTestOneInput (const unsigned char *data, size_t size)
{
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (SuiviSourceFile) file = NULL;
  g_autoptr (SuiviRowBuilder) rows = NULL;
  g_autoptr (GPtrArray) sheets = NULL;
  SuiviSheetBook book = { .kind = SUIVI_SHEET_XLS };
  guint last = 0;

  if (size > FUZZ_MAX_SIZE)
    return 0;

  bytes = g_bytes_new_static (data, size);
  file = suivi_source_file_new_for_bytes (bytes, "list.xls");
  if (suivi_zip_package_is_compound (data, size))
    {
      sheet_check_file (file, NULL, '\0');
      return 0;
    }

  rows = suivi_row_builder_new (sheet_check_row, &last);
  book.file = file;
  for (int with_rows = 0; with_rows < 2; with_rows++)
    {
      g_autoptr (GInputStream) stream = g_memory_input_stream_new_from_bytes (bytes);
      g_autoptr (GError) error = NULL;

      sheets = g_ptr_array_new_with_free_func (g_free);
      book.sheets = sheets;
      if (suivi_xls_read_answer (stream, &book, with_rows ? rows : NULL, NULL, &error))
        g_assert_no_error (error);
      else if (!suivi_row_builder_is_stopped (rows))
        g_assert_true (error->domain == SUIVI_IMPORT_ERROR);
      for (guint i = 0; i < sheets->len; i++)
        g_free (((SuiviSheet *) sheets->pdata[i])->name);
      g_clear_pointer (&sheets, g_ptr_array_unref);
    }

  return 0;
}
