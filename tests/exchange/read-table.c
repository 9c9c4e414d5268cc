/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "read-table.h"

static const char *const kinds[] = {
  [SUIVI_FAULT_NO_NUMBER] = "no-number",
  [SUIVI_FAULT_DUPLICATE_NUMBER] = "duplicate-number",
  [SUIVI_FAULT_NO_TEXT] = "no-text",
  [SUIVI_FAULT_NO_STATE] = "no-state",
  [SUIVI_FAULT_UNKNOWN_STATE] = "unknown-state",
  [SUIVI_FAULT_UNKNOWN_POSITION] = "unknown-position",
  [SUIVI_FAULT_MISSING_CELLS] = "missing-cells",
  [SUIVI_FAULT_NO_REVIEW] = "no-review",
  [SUIVI_FAULT_DUPLICATE] = "duplicate",
  [SUIVI_FAULT_BAD_VALUE] = "bad-value",
  [SUIVI_FAULT_BAD_DATE] = "bad-date",
  [SUIVI_FAULT_UNKNOWN_KEY] = "unknown-key",
  [SUIVI_FAULT_INCOMPLETE_GRADE] = "incomplete-grade",
  [SUIVI_FAULT_DAMAGED_CELL] = "damaged-cell",
};

SuiviImportPlan *
read_csv (const char *text, const SuiviImportOptions *options)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));
  g_autoptr (GError) error = NULL;
  SuiviImportPlan *plan = suivi_import_read_bytes (bytes, "table.csv", options, NULL, &error);

  g_assert_no_error (error);
  g_assert_nonnull (plan);

  return plan;
}

/* One of the real files; NULL, and the test is skipped, where they are not at hand. */
SuiviImportPlan *
read_data_file (const char *name)
{
  const char *folder = g_getenv ("SUIVI_TEST_DATA");
  g_autofree char *path = g_build_filename (folder != NULL ? folder : "", name, NULL);
  g_autoptr (GError) error = NULL;
  SuiviImportPlan *plan = NULL;

  if (folder == NULL || !g_file_test (path, G_FILE_TEST_EXISTS))
    {
      g_test_skip ("the real files are not here");
      return NULL;
    }

  plan = suivi_import_read_file (path, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_nonnull (plan);

  return plan;
}

void
assert_refused (const char *text, const SuiviImportOptions *options, SuiviImportError code, const char *word)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));
  g_autoptr (GError) error = NULL;
  g_autoptr (SuiviImportPlan) plan = suivi_import_read_bytes (bytes, "table.csv", options, NULL, &error);

  g_assert_null (plan);
  g_assert_error (error, SUIVI_IMPORT_ERROR, (int) code);
  g_assert_nonnull (strstr (error->message, word));
}

guint
count_plan_rows (SuiviImportPlan *plan)
{
  guint count = 0;

  for (int status = 0; status < SUIVI_N_PLAN_STATUSES; status++)
    count += suivi_import_plan_count (plan, status);

  return count;
}

SuiviPlanRow *
find_plan_row (SuiviImportPlan *plan, guint row)
{
  for (int status = 0; status < SUIVI_N_PLAN_STATUSES; status++)
    {
      GListModel *rows = suivi_import_plan_get_rows (plan, status);

      for (guint i = 0; i < g_list_model_get_n_items (rows); i++)
        {
          g_autoptr (SuiviPlanRow) found = g_list_model_get_item (rows, i);

          if (suivi_plan_row_get_row (found) == row)
            return g_steal_pointer (&found);
        }
    }

  return NULL;
}

/* "SVN/48 140.1 supported FRA,TGO: Adopt a law" */
char *
tell_row (SuiviImportPlan *plan, guint number)
{
  g_autoptr (SuiviPlanRow) row = find_plan_row (plan, number);
  SuiviRecommendation *recommendation = NULL;
  g_autofree char *states = NULL;

  g_assert_nonnull (row);
  recommendation = suivi_plan_row_get_recommendation (row);
  states = g_strjoinv (",", recommendation->states);

  return g_strdup_printf ("%s/%u %s %s %s: %s",
                          suivi_plan_row_get_state (row) != NULL ? suivi_plan_row_get_state (row) : "-",
                          suivi_plan_row_get_session (row), recommendation->number,
                          suivi_position_to_nick (recommendation->position), states, recommendation->text);
}

/* "5 unknown-state States=Atlantis\n…", in the order of the file */
char *
tell_faults (SuiviImportPlan *plan)
{
  g_autoptr (GPtrArray) faults = suivi_import_plan_list_faults (plan);
  GString *told = g_string_new (NULL);

  for (guint i = 0; i < faults->len; i++)
    {
      const SuiviImportFault *fault = faults->pdata[i];

      g_assert_cmpuint (strlen (fault->reason), >, 20);
      g_string_append_printf (told, "%u %s %s=%s\n", fault->row, kinds[fault->kind],
                              fault->column != NULL ? fault->column : "", fault->value);
    }

  return g_string_free (told, FALSE);
}
