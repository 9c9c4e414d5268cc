/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gstdio.h>

#include "check-counts.h"
#include "exchange/import.h"
#include "make-uhri.h"

#define N_RECORDS    2000
#define N_FILTERS    1000
#define N_FACETS     2
#define N_SCORECARDS 20

/* After an import of many reviews and mechanisms: chips, lists and scorecards tell the same numbers. */
static void
test_counts (void)
{
  g_autofree char *folder = g_dir_make_tmp ("test-uhri-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "uhri.json", NULL);
  g_autofree char *workspace = g_build_filename (folder, "uhri.suivi", NULL);
  g_autoptr (SuiviImportOptions) options = suivi_import_options_new ();
  g_autoptr (SuiviImportPlan) plan = NULL;
  g_autoptr (SuiviStore) store = NULL;
  g_autoptr (GError) error = NULL;
  guint n_all = 0;

  make_uhri_json (path, N_RECORDS);
  plan = suivi_import_read_file (path, options, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (suivi_import_plan_get_format (plan), ==, "uhri");
  store = suivi_store_create (workspace, &error);
  g_assert_no_error (error);
  suivi_store_set_author (store, "Test", "Test");
  g_assert_true (suivi_import_plan_compare (plan, store, NULL, NULL, &error));
  g_assert_no_error (error);
  n_all = suivi_import_plan_count (plan, SUIVI_PLAN_NEW);
  g_assert_cmpuint (n_all, ==, N_RECORDS);
  g_assert_true (suivi_import_plan_apply (plan, store, NULL, NULL, &error));
  g_assert_no_error (error);

  g_test_message ("%d filters, seed %d; for %d of them the scorecard too", N_FILTERS, MAKE_UHRI_SEED,
                  N_SCORECARDS);
  check_counts (store, MAKE_UHRI_SEED, N_FILTERS, N_FACETS, N_SCORECARDS, 0);

  suivi_store_close (g_steal_pointer (&store));
  g_unlink (path);
  g_unlink (workspace);
  g_rmdir (folder);
}

/* The same records as a spreadsheet, over those of the JSON export: nothing changes. */
static void
test_again (void)
{
  g_autofree char *folder = g_dir_make_tmp ("test-uhri-XXXXXX", NULL);
  g_autofree char *json = g_build_filename (folder, "uhri.json", NULL);
  g_autofree char *xlsx = g_build_filename (folder, "uhri.xlsx", NULL);
  g_autofree char *workspace = g_build_filename (folder, "uhri.suivi", NULL);
  const char *const paths[] = { json, json, xlsx };
  g_autoptr (SuiviImportOptions) options = suivi_import_options_new ();
  g_autoptr (SuiviStore) store = NULL;
  g_autoptr (GError) error = NULL;

  make_uhri_json (json, N_RECORDS);
  make_uhri_xlsx (xlsx, N_RECORDS);
  store = suivi_store_create (workspace, &error);
  g_assert_no_error (error);
  suivi_store_set_author (store, "Test", "Test");

  for (gsize i = 0; i < G_N_ELEMENTS (paths); i++)
    {
      g_autoptr (SuiviImportPlan) plan = suivi_import_read_file (paths[i], options, NULL, &error);

      g_assert_no_error (error);
      g_assert_true (suivi_import_plan_compare (plan, store, NULL, NULL, &error));
      g_assert_no_error (error);
      g_assert_cmpuint (suivi_import_plan_count (plan, i == 0 ? SUIVI_PLAN_NEW : SUIVI_PLAN_SAME), ==,
                        N_RECORDS);
      g_assert_true (suivi_import_plan_apply (plan, store, NULL, NULL, &error));
      g_assert_no_error (error);
    }

  suivi_store_close (g_steal_pointer (&store));
  g_unlink (json);
  g_unlink (xlsx);
  g_unlink (workspace);
  g_rmdir (folder);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/uhri-counts/counts", test_counts);
  g_test_add_func ("/uhri-counts/again", test_again);

  return g_test_run ();
}
