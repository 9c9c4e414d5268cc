/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Rows that ask for several things. */

#include "config.h"

#include "plan-fixture.h"

static void
test_split (Fixture *fixture, gconstpointer data)
{
  g_autoptr (SuiviImportPlan) plan = make_plan ();
  g_autoptr (SuiviImportPlan) second = make_plan ();
  g_autoptr (SuiviRecommendation) whole = NULL;
  g_autoptr (GPtrArray) none = NULL;
  g_autoptr (GPtrArray) parts = NULL;
  g_autoptr (SuiviPlanRow) row = NULL;
  SuiviPlanRow *made = make_row (2, "140.1", "Ratify it; Adopt it");
  SuiviRecommendation *part = NULL;

  suivi_plan_row_add_part (made, "Ratify it", (const char *const[]){ "FRA", NULL });
  suivi_plan_row_add_part (made, "Adopt it", (const char *const[]){ "TGO", NULL });
  suivi_import_plan_take_row (plan, made);
  apply (plan, fixture->store);
  whole = find (fixture->store, "140.1");
  none = suivi_store_list_parts (fixture->store, whole->id, NULL);
  g_assert_cmpuint (none->len, ==, 0);

  /* Never without being asked; later is early enough. */
  row = get_row (plan, 2);
  suivi_plan_row_set_split (row, TRUE);
  compare (plan, fixture->store);
  assert_counts (plan, "0/0/1/0/0→1");
  apply (plan, fixture->store);
  parts = suivi_store_list_parts (fixture->store, whole->id, NULL);
  g_assert_cmpuint (parts->len, ==, 2);
  part = g_ptr_array_index (parts, 1);
  g_assert_cmpstr (part->number, ==, "140.1 (b)");
  g_assert_cmpstr (part->text, ==, "Adopt it");
  g_assert_cmpstr (part->parent_id, ==, whole->id);
  g_assert_cmpstr (part->review_id, ==, whole->review_id);
  g_assert_cmpstr (part->states[0], ==, "TGO");
  g_assert_null (part->states[1]);
  g_assert_cmpint (part->position, ==, SUIVI_POSITION_SUPPORTED);
  g_assert_cmpstr (part->themes[1], ==, "Death penalty");

  /* Parts do not count, and are not made twice. */
  g_assert_cmpuint (count_all (fixture->store), ==, 1);
  compare (plan, fixture->store);
  assert_counts (plan, "0/0/1/0/0→0");
}

/* The list when the State had not answered, or later when it had: with other States in the first part. */
static SuiviPlanRow *
make_split_row (gboolean answered)
{
  static const char *const before[] = { "FRA", "TGO", NULL };
  static const char *const after[] = { "FRA", "PER", "TGO", NULL };
  g_autoptr (SuiviRecommendation) recommendation
             = make_recommendation ("140.1", answered ? "Ratify it now; Adopt it" : "Ratify it; Adopt it",
                                    answered ? after : before);
  SuiviPlanRow *row = NULL;

  if (!answered)
    {
      recommendation->position = SUIVI_POSITION_PENDING;
      g_clear_pointer (&recommendation->position_word, g_free);
    }
  row = suivi_plan_row_new (recommendation, 2);
  suivi_plan_row_add_part (row, answered ? "Ratify it now" : "Ratify it",
                           answered ? (const char *const[]){ "FRA", "PER", NULL }
                                    : (const char *const[]){ "FRA", NULL });
  suivi_plan_row_add_part (row, "Adopt it", (const char *const[]){ "TGO", NULL });

  return row;
}

static void
add_split (SuiviImportPlan *plan, SuiviPlanRow *row)
{
  suivi_plan_row_set_split (row, TRUE);
  suivi_import_plan_take_row (plan, row);
}

static SuiviRecommendation *
find_part (SuiviStore *store, const char *number)
{
  g_autoptr (SuiviRecommendation) whole = find (store, "140.1");
  g_autoptr (GPtrArray) parts = suivi_store_list_parts (store, whole->id, NULL);

  for (guint i = 0; i < parts->len; i++)
    {
      SuiviRecommendation *part = g_ptr_array_index (parts, i);

      if (g_str_equal (part->number, number))
        return suivi_recommendation_ref (part);
    }

  return NULL;
}

/* When the list changes, the parts of what was split before follow it. */
static void
test_parts_follow (Fixture *fixture, gconstpointer data)
{
  g_autoptr (SuiviImportPlan) plan = make_plan ();
  g_autoptr (SuiviImportPlan) second = make_plan ();
  g_autoptr (SuiviRecommendation) before = NULL;
  g_autoptr (SuiviRecommendation) a = NULL;
  g_autoptr (SuiviRecommendation) b = NULL;
  g_autoptr (SuiviPlanRow) row = NULL;

  add_split (plan, make_split_row (FALSE));
  apply (plan, fixture->store);
  before = find_part (fixture->store, "140.1 (a)");
  g_assert_cmpint (before->position, ==, SUIVI_POSITION_PENDING);

  /* Not asked to split again: the parts are there. */
  suivi_import_plan_take_row (second, make_split_row (TRUE));
  compare (second, fixture->store);
  row = get_row (second, 2);
  assert_counts (second, "0/1/0/0/0→1");
  g_assert_cmpuint (suivi_plan_row_get_changes (row)->len, ==, 7);
  assert_change (row, 0, "Text", "Ratify it; Adopt it", "Ratify it now; Adopt it");
  assert_change (row, 1, "Recommending States", "France, Togo", "France, Peru, Togo");
  assert_change (row, 2, "Position", "Pending", "Supported");
  assert_change (row, 3, "Part (a): Text", "Ratify it", "Ratify it now");
  assert_change (row, 4, "Part (a): Recommending States", "France", "France, Peru");
  assert_change (row, 5, "Part (a): Position", "Pending", "Supported");
  assert_change (row, 6, "Part (b): Position", "Pending", "Supported");

  apply (second, fixture->store);
  a = find_part (fixture->store, "140.1 (a)");
  b = find_part (fixture->store, "140.1 (b)");
  g_assert_cmpstr (a->id, ==, before->id);
  g_assert_cmpstr (a->parent_id, ==, before->parent_id);
  g_assert_cmpstr (a->text, ==, "Ratify it now");
  g_assert_cmpstr (a->states[1], ==, "PER");
  g_assert_cmpint (a->position, ==, SUIVI_POSITION_SUPPORTED);
  g_assert_cmpstr (a->position_word, ==, "Supported");
  g_assert_cmpint (b->position, ==, SUIVI_POSITION_SUPPORTED);

  compare (second, fixture->store);
  assert_counts (second, "0/0/1/0/0→0");
}

/* A person gave one part another position; the file has lost another part, and gained one. */
static void
test_parts_of_persons (Fixture *fixture, gconstpointer data)
{
  g_autoptr (SuiviImportPlan) plan = make_plan ();
  g_autoptr (SuiviImportPlan) second = make_plan ();
  g_autoptr (SuiviImportPlan) third = make_plan ();
  g_autoptr (SuiviRecommendation) saved = NULL;
  g_autoptr (SuiviRecommendation) edited = NULL;
  g_autoptr (SuiviRecommendation) alone = NULL;
  g_autoptr (SuiviRecommendation) a = NULL;
  g_autoptr (SuiviRecommendation) b = NULL;
  g_autoptr (SuiviRecommendation) c = NULL;
  g_autoptr (SuiviRecommendation) kept = NULL;
  g_autoptr (SuiviPlanRow) row = NULL;
  SuiviPlanRow *made = NULL;

  add_split (plan, make_split_row (FALSE));
  apply (plan, fixture->store);
  saved = find_part (fixture->store, "140.1 (b)");
  edited = suivi_recommendation_copy (saved);
  edited->position = SUIVI_POSITION_NOTED;
  put (fixture->store, edited);

  made = make_split_row (TRUE);
  suivi_plan_row_add_part (made, "Keep it", (const char *const[]){ "TGO", NULL });
  suivi_import_plan_take_row (second, made);
  apply (second, fixture->store);
  a = find_part (fixture->store, "140.1 (a)");
  b = find_part (fixture->store, "140.1 (b)");
  g_assert_cmpint (a->position, ==, SUIVI_POSITION_SUPPORTED);
  g_assert_cmpint (b->position, ==, SUIVI_POSITION_NOTED);
  /* The third part comes only when asked for, and then only it. */
  g_assert_null (find_part (fixture->store, "140.1 (c)"));
  assert_counts (second, "0/1/0/0/0→1");
  compare (second, fixture->store);
  assert_counts (second, "0/0/1/0/0→0");
  row = get_row (second, 2);
  suivi_plan_row_set_split (row, TRUE);
  assert_counts (second, "0/0/1/0/0→1");
  apply (second, fixture->store);
  c = find_part (fixture->store, "140.1 (c)");
  g_assert_cmpstr (c->text, ==, "Keep it");
  g_assert_cmpint (c->position, ==, SUIVI_POSITION_SUPPORTED);

  /* A list with two parts only: (c) stays as it is. */
  suivi_import_plan_take_row (third, make_split_row (FALSE));
  apply (third, fixture->store);
  kept = find_part (fixture->store, "140.1 (c)");
  g_assert_cmpint (kept->position, ==, SUIVI_POSITION_SUPPORTED);
  alone = find_part (fixture->store, "140.1 (a)");
  g_assert_cmpint (alone->position, ==, SUIVI_POSITION_PENDING);
  g_assert_cmpstr (alone->text, ==, "Ratify it");
}

/* Only a part differs: the whole is not written. */
static void
test_part_alone (Fixture *fixture, gconstpointer data)
{
  g_autoptr (SuiviImportPlan) plan = make_plan ();
  g_autoptr (SuiviImportPlan) second = make_plan ();
  g_autoptr (SuiviRecommendation) before = NULL;
  g_autoptr (SuiviRecommendation) after = NULL;
  g_autoptr (SuiviRecommendation) saved = NULL;
  g_autoptr (SuiviRecommendation) edited = NULL;
  g_autoptr (SuiviRecommendation) b = NULL;
  g_autoptr (SuiviPlanRow) row = NULL;

  add_split (plan, make_split_row (FALSE));
  apply (plan, fixture->store);
  before = find (fixture->store, "140.1");
  saved = find_part (fixture->store, "140.1 (b)");
  edited = suivi_recommendation_copy (saved);
  g_free (edited->text);
  edited->text = g_strdup ("Adopt");
  put (fixture->store, edited);

  suivi_import_plan_take_row (second, make_split_row (FALSE));
  compare (second, fixture->store);
  row = get_row (second, 2);
  assert_counts (second, "0/1/0/0/0→1");
  g_assert_cmpuint (suivi_plan_row_get_changes (row)->len, ==, 1);
  assert_change (row, 0, "Part (b): Text", "Adopt", "Adopt it");
  apply (second, fixture->store);
  after = find (fixture->store, "140.1");
  b = find_part (fixture->store, "140.1 (b)");
  g_assert_cmpstr (after->import_id, ==, before->import_id);
  g_assert_cmpstr (b->text, ==, "Adopt it");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  PLAN_TEST ("import-plan-parts/split", test_split);
  PLAN_TEST ("import-plan-parts/follow", test_parts_follow);
  PLAN_TEST ("import-plan-parts/of-persons", test_parts_of_persons);
  PLAN_TEST ("import-plan-parts/alone", test_part_alone);

  return g_test_run ();
}
