/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What several sources tell of one review comes together. With real files, which are no part of the project.
 * */

#include "config.h"

#include "exchange/import.h"
#include "plan-fixture.h"

/* Reads a file and leaves only one review of Slovenia; %NULL, and the test is skipped, where there are no
 * files. */
static SuiviImportPlan *
read_real (const char *folder, const char *name, guint session)
{
  const char *data = g_getenv ("SUIVI_TEST_DATA");
  g_autofree char *path = NULL;
  g_autoptr (GError) error = NULL;
  SuiviImportPlan *plan = NULL;
  g_autoptr (GPtrArray) groups = NULL;

  path = data != NULL ? g_build_filename (data, folder, name, NULL) : NULL;
  if (path == NULL || !g_file_test (path, G_FILE_TEST_EXISTS))
    {
      g_test_skip ("no real files here");
      return NULL;
    }

  plan = suivi_import_read_file (path, NULL, NULL, &error);
  g_assert_no_error (error);
  groups = suivi_import_plan_list_groups (plan);
  for (guint i = 0; i < groups->len; i++)
    {
      SuiviPlanGroup *group = g_ptr_array_index (groups, i);

      if (group->state != NULL && (group->session != session || !g_str_equal (group->state, "SVN")))
        suivi_import_plan_set_group_included (plan, group->state, group->session, FALSE);
    }

  return plan;
}

#define LIST    "ohchr-thematic-lists", "UPR20__Slovenia_ThematicListRecommendations_E.docx"
#define LIST_48 "ohchr-thematic-lists", "upr48-slovenia-thematic-list-of-recommendatio.docx"

/* The official list, then UPR Info: all 163 are found, and nothing stands there twice. */
static void
test_list_first (Fixture *fixture, gconstpointer data)
{
  g_autoptr (SuiviImportPlan) list = read_real (LIST, 20);
  g_autoptr (SuiviImportPlan) info = list != NULL ? read_real ("upr-info", "17-20.csv", 20) : NULL;
  GListModel *near_rows = NULL;

  if (info == NULL)
    return;

  compare (list, fixture->store);
  assert_counts (list, "163/0/0/0/0→163");
  apply (list, fixture->store);

  /* 155 by text. Nine more stand under three numbers that ask for several things: one of each three brings the
   * action category and the issues of all. In four, one of the two has a slip of the pen. */
  compare (info, fixture->store);
  assert_counts (info, "0/158/6/4/0→158");
  near_rows = suivi_import_plan_get_rows (info, SUIVI_PLAN_NEAR);
  for (guint i = 0; i < 4; i++)
    {
      static const char *const numbers[] = { "115.2", "115.6", "115.81", "115.158" };
      g_autoptr (SuiviPlanRow) row = g_list_model_get_item (near_rows, i);

      g_assert_cmpstr (suivi_plan_row_get_existing (row)->number, ==, numbers[i]);
    }
  suivi_import_plan_decide_all (info, SUIVI_DECISION_SAME);
  apply (info, fixture->store);
  g_assert_cmpuint (count_all (fixture->store), ==, 163);

  /* Both files again change nothing, and ask nothing. */
  compare (info, fixture->store);
  assert_counts (info, "0/0/168/0/0→0");
  compare (list, fixture->store);
  assert_counts (list, "0/0/163/0/0→0");
}

/* UPR Info, then the official list: it brings the numbers. */
static void
test_list_second (Fixture *fixture, gconstpointer data)
{
  g_autoptr (SuiviImportPlan) info = read_real ("upr-info", "17-20.csv", 20);
  g_autoptr (SuiviImportPlan) list = info != NULL ? read_real (LIST, 20) : NULL;

  if (list == NULL)
    return;

  compare (info, fixture->store);
  assert_counts (info, "168/0/0/0/0→168");
  apply (info, fixture->store);

  /* One text stands in the list under two numbers, for different States: UPR Info has it once. */
  compare (list, fixture->store);
  assert_counts (list, "1/155/0/7/0→156");
  suivi_import_plan_decide_all (list, SUIVI_DECISION_SAME);
  apply (list, fixture->store);
  compare (list, fixture->store);
  assert_counts (list, "0/0/163/0/0→0");
  compare (info, fixture->store);
  g_assert_cmpuint (suivi_import_plan_count (info, SUIVI_PLAN_NEW), ==, 0);
  g_assert_cmpuint (suivi_import_plan_count_to_apply (info), ==, 0);
}

/* The list and the layouts of UHRI say the same. */
static void
test_uhri (Fixture *fixture, gconstpointer data)
{
  static const char *const names[] = { "constructed-uhri-layout-lf.xlsx", "constructed-uhri-layout-crlf.xlsx",
                                       "constructed-uhri-layout.json" };
  g_autoptr (SuiviImportPlan) list = read_real (LIST_48, 48);

  if (list == NULL)
    return;

  apply (list, fixture->store);
  g_assert_cmpuint (count_all (fixture->store), ==, 254);
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autoptr (SuiviImportPlan) plan = read_real ("uhri", names[i], 48);

      compare (plan, fixture->store);
      assert_counts (plan, "0/0/254/0/0→0");
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  PLAN_TEST ("plan-real/list-first", test_list_first);
  PLAN_TEST ("plan-real/list-second", test_list_second);
  PLAN_TEST ("plan-real/uhri", test_uhri);

  return g_test_run ();
}
