/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "exchange/uhri-json.h"

#include "fuzz.h"

/* Whatever comes out is text that a workspace may hold. */
static void
check_rows (SuiviImportPlan *plan)
{
  for (int status = 0; status < SUIVI_N_PLAN_STATUSES; status++)
    {
      GListModel *rows = suivi_import_plan_get_rows (plan, status);

      for (guint i = 0; i < g_list_model_get_n_items (rows); i++)
        {
          g_autoptr (SuiviPlanRow) row = g_list_model_get_item (rows, i);
          SuiviRecommendation *recommendation = suivi_plan_row_get_recommendation (row);

          g_assert_true (g_utf8_validate (recommendation->text, -1, NULL));
          g_assert_true (g_utf8_validate (recommendation->number, -1, NULL));
          /* Without a fault it has what the workspace asks for. */
          if (status != SUIVI_PLAN_FAULTY)
            {
              g_assert_cmpstr (recommendation->text, !=, "");
              g_assert_nonnull (suivi_plan_row_get_state (row));
              g_assert_cmpint (suivi_plan_row_get_session (row) > 0, ==,
                               g_str_equal (recommendation->mechanism, "UPR"));
            }
        }
    }
}

/* A JSON export, through to the rows of the plan. */
int
LLVMFuzzerTestOneInput (const unsigned char *data, size_t size)
{
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (SuiviSourceFile) file = NULL;
  g_autoptr (SuiviImportPlan) plan = NULL;
  g_autoptr (GError) error = NULL;

  if (size > FUZZ_MAX_SIZE)
    return 0;

  bytes = g_bytes_new_static (data, size);
  file = suivi_source_file_new_for_bytes (bytes, "export.json");
  plan = suivi_import_plan_new ();
  suivi_uhri_json_recognise (file);
  /* Either all of it was read, or a sentence says why not. */
  if (suivi_uhri_json_read (file, NULL, plan, NULL, &error))
    {
      g_assert_no_error (error);
      check_rows (plan);
    }
  else
    {
      g_assert_nonnull (error);
      g_assert_true (error->domain == SUIVI_IMPORT_ERROR);
    }

  return 0;
}
