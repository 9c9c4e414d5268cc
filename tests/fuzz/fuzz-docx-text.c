/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "exchange/ohchr-list-docx-private.h"

#include "fuzz.h"

/* What every row of a plan promises. */
static void
check_row (SuiviPlanRow *row)
{
  SuiviRecommendation *recommendation = suivi_plan_row_get_recommendation (row);
  GPtrArray *faults = suivi_plan_row_get_faults (row);
  GPtrArray *parts = suivi_plan_row_get_parts (row);

  g_assert_true (g_utf8_validate (recommendation->number, -1, NULL));
  g_assert_true (g_utf8_validate (recommendation->text, -1, NULL));
  g_assert_true (g_utf8_validate (recommendation->original, -1, NULL));
  g_assert_cmpuint (suivi_plan_row_get_row (row), >, 0);
  g_assert_cmpuint (parts->len, !=, 1);
  for (guint i = 0; i < parts->len; i++)
    {
      SuiviImportPart *part = g_ptr_array_index (parts, i);

      g_assert_cmpstr (part->text, !=, "");
      g_assert_true (g_utf8_validate (part->text, -1, NULL));
      g_assert_nonnull (part->states[0]);
    }
  for (guint i = 0; i < faults->len; i++)
    {
      SuiviImportFault *fault = g_ptr_array_index (faults, i);

      g_assert_true (g_utf8_validate (fault->value, -1, NULL));
      g_assert_cmpint (g_utf8_strlen (fault->value, -1), <=, 200);
    }
  /* A row without fault has what a recommendation needs. */
  if (faults->len == 0)
    {
      g_assert_cmpstr (recommendation->number, !=, "");
      g_assert_cmpstr (recommendation->text, !=, "");
      g_assert_nonnull (recommendation->states[0]);
    }
}

/* The document alone, so that the fuzzer need not learn to make archives. */
int
LLVMFuzzerTestOneInput (const unsigned char *data, size_t size)
{
  g_autoptr (SuiviImportPlan) plan = NULL;
  g_autoptr (GError) error = NULL;

  if (size > FUZZ_MAX_SIZE)
    return 0;

  plan = suivi_import_plan_new ();
  if (!suivi_ohchr_list_docx_read_document ((const char *) data, size, plan, &error))
    {
      g_assert_nonnull (error);
      g_assert_true (error->domain == SUIVI_IMPORT_ERROR);
      return 0;
    }

  for (int status = 0; status < SUIVI_N_PLAN_STATUSES; status++)
    {
      GListModel *rows = suivi_import_plan_get_rows (plan, status);

      for (guint i = 0; i < g_list_model_get_n_items (rows); i++)
        {
          g_autoptr (SuiviPlanRow) row = g_list_model_get_item (rows, i);

          check_row (row);
        }
    }

  return 0;
}
