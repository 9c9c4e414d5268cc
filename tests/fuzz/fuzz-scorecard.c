/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "exchange/scorecard-reader.h"

#include "fuzz.h"

/* A scorecard that somebody changed: a workbook with its hidden sheet, or the rows alone as text with separators. */
int
LLVMFuzzerTestOneInput (const unsigned char *data, size_t size)
{
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (SuiviSourceFile) file = NULL;
  g_autoptr (SuiviSheetBook) book = NULL;
  g_autoptr (SuiviImportPlan) plan = NULL;
  g_autoptr (GError) error = NULL;
  SuiviSheetKind kind = SUIVI_SHEET_CSV;

  if (size > FUZZ_MAX_SIZE)
    return 0;

  bytes = g_bytes_new_static (data, size);
  file = suivi_source_file_new_for_bytes (bytes, "scorecard");
  /* Old Excel files are read by a program of their own: not here. */
  if (!suivi_sheet_recognise (file, &kind) || kind == SUIVI_SHEET_XLS)
    return 0;
  book = suivi_sheet_book_open (file, kind, NULL, 0, NULL, NULL);
  if (book == NULL)
    return 0;

  suivi_scorecard_reader_recognise (book);
  plan = suivi_import_plan_new ();
  /* Either all of it was read, or a sentence says why not. */
  if (suivi_scorecard_reader_read (book, plan, NULL, &error))
    {
      GListModel *rows = suivi_import_plan_get_rows (plan, SUIVI_PLAN_NEW);

      g_assert_no_error (error);
      /* What has no fault says which recommendation it is. */
      for (guint i = 0; i < g_list_model_get_n_items (rows); i++)
        {
          g_autoptr (SuiviPlanRow) row = g_list_model_get_item (rows, i);

          g_assert_true (g_uuid_string_is_valid (suivi_plan_row_get_key (row)));
        }
    }
  else
    {
      g_assert_nonnull (error);
      g_assert_true (error->domain == SUIVI_IMPORT_ERROR);
    }

  return 0;
}
