/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "exchange/import-plan.h"
#include "exchange/sheet/biff-look.h"
#include "exchange/sheet/sheet-book.h"

#include "fuzz.h"

/* A whole old workbook, as far as we look at it ourselves before a program of its own reads it. */
int
LLVMFuzzerTestOneInput (const unsigned char *data, size_t size)
{
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (SuiviSourceFile) file = NULL;
  g_autoptr (GError) error = NULL;
  SuiviSheetKind kind = SUIVI_SHEET_CSV;

  if (size > FUZZ_MAX_SIZE)
    return 0;

  bytes = g_bytes_new_static (data, size);
  file = suivi_source_file_new_for_bytes (bytes, "list.xls");
  suivi_sheet_recognise (file, &kind);
  g_assert_cmpint (suivi_biff_look (file, NULL, &error), !=, SUIVI_BIFF_FAILED);
  g_assert_no_error (error);

  return 0;
}
