/* SPDX-License-Identifier: GPL-3.0-or-later */

/* All that is wrong with a table is said at once, and can be taken away as CSV. */

#include "config.h"

#include <string.h>

#include <glib/gstdio.h>

#include "core/text/text.h"
#include "plan-fixture.h"

/* A fault in every twelfth of 300 rows, of all kinds that a reader or the plan finds in a table: 25 in all.
 * */
static SuiviImportPlan *
make_faulty_plan (void)
{
  static const SuiviFaultKind by_reader[]
    = { SUIVI_FAULT_NO_STATE,      SUIVI_FAULT_UNKNOWN_STATE, SUIVI_FAULT_UNKNOWN_POSITION,
        SUIVI_FAULT_MISSING_CELLS, SUIVI_FAULT_BAD_VALUE,     SUIVI_FAULT_BAD_DATE,
        SUIVI_FAULT_DAMAGED_CELL,  SUIVI_FAULT_NO_REVIEW };
  SuiviImportPlan *plan = make_plan ();
  guint n = 0;

  for (guint i = 0; i < 300; i++)
    {
      g_autofree char *number = g_strdup_printf ("140.%u", i);
      g_autofree char *text = g_strdup_printf ("Ratify treaty %u", i);
      SuiviPlanRow *row = NULL;

      if (i % 12 != 11)
        {
          add_row (plan, i + 2, number, text);
          continue;
        }
      switch (n % 11)
        {
        case 0:
          row = make_row (i + 2, NULL, text);
          break;
        case 1:
          row = make_row (i + 2, number, "");
          break;
        case 2:
          row = make_row (i + 2, "140.0", text);
          break;
        default:
          row = make_row (i + 2, number, text);
          suivi_plan_row_add_fault (row, by_reader[n % 11 - 3], "Column", "value", "What is that?");
        }
      suivi_import_plan_take_row (plan, row);
      n++;
    }
  g_assert_cmpuint (n, ==, 25);

  return plan;
}

static void
test_all_at_once (Fixture *fixture, gconstpointer data)
{
  g_autoptr (SuiviImportPlan) plan = make_faulty_plan ();
  g_autoptr (GPtrArray) faults = NULL;

  compare (plan, fixture->store);
  assert_counts (plan, "275/0/0/0/25→275");
  faults = suivi_import_plan_list_faults (plan);
  g_assert_cmpuint (faults->len, ==, 25);
  for (guint i = 0; i < faults->len; i++)
    {
      SuiviImportFault *fault = g_ptr_array_index (faults, i);

      g_assert_cmpuint (fault->row, ==, 12 * i + 13);
      g_assert_false (suivi_text_is_blank (fault->reason));
    }
  g_assert_cmpint (suivi_store_get_sequence (fixture->store), ==, 0);
  apply (plan, fixture->store);
  g_assert_cmpuint (count_all (fixture->store), ==, 275);
}

static char *
write_and_read (SuiviImportPlan *plan, Fixture *fixture)
{
  g_autofree char *path = g_build_filename (fixture->folder, "faults.csv", NULL);
  g_autoptr (GError) error = NULL;
  char *contents = NULL;

  g_assert_true (suivi_import_plan_write_faults (plan, path, &error));
  g_assert_no_error (error);
  g_assert_true (g_file_get_contents (path, &contents, NULL, NULL));
  g_assert_cmpint (g_unlink (path), ==, 0);

  return contents;
}

static void
test_csv (Fixture *fixture, gconstpointer data)
{
  g_autoptr (SuiviImportPlan) plan = make_plan ();
  g_autofree char *contents = NULL;
  SuiviPlanRow *row = make_row (7, "140.1", "Ratify it");

  suivi_plan_row_add_fault (row, SUIVI_FAULT_UNKNOWN_STATE, "States, all", "=cmd|' /C calc'!A0",
                            "Who is \"that\"?");
  suivi_plan_row_add_fault_at (row, 9, SUIVI_FAULT_BAD_VALUE, NULL, "-9\nof 5", "From 1 to 5.");
  suivi_import_plan_take_row (plan, row);
  compare (plan, fixture->store);
  contents = write_and_read (plan, fixture);
  g_assert_cmpstr (
    contents, ==,
    "\xEF\xBB\xBF\"Row\",\"Number\",\"Column\",\"Kind\",\"Value\",\"What to do\"\r\n"
    "7,\"140.1\",\"States, all\",\"Unknown State\",\"'=cmd|' /C calc'!A0\",\"Who is \"\"that\"\"?\"\r\n"
    "9,\"140.1\",\"\",\"Value that does not fit\",\"'-9\nof 5\",\"From 1 to 5.\"\r\n");
}

static void
test_csv_lines (Fixture *fixture, gconstpointer data)
{
  g_autoptr (SuiviImportPlan) plan = make_faulty_plan ();
  g_autofree char *contents = NULL;
  g_auto (GStrv) lines = NULL;
  g_autofree char *missing = g_build_filename (fixture->folder, "nowhere", "faults.csv", NULL);
  g_autoptr (GError) error = NULL;

  compare (plan, fixture->store);
  contents = write_and_read (plan, fixture);
  lines = g_strsplit (contents, "\r\n", -1);
  /* A header, 25 faults, and what follows the last line end. */
  g_assert_cmpuint (g_strv_length (lines), ==, 27);
  g_assert_cmpstr (lines[26], ==, "");

  g_assert_false (suivi_import_plan_write_faults (plan, missing, &error));
  g_assert_error (error, SUIVI_STORE_ERROR, SUIVI_STORE_ERROR_NOT_FOUND);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  PLAN_TEST ("plan-faults/all-at-once", test_all_at_once);
  PLAN_TEST ("plan-faults/csv", test_csv);
  PLAN_TEST ("plan-faults/csv-lines", test_csv_lines);

  return g_test_run ();
}
