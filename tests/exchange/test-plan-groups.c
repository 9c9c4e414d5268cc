/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Files that hold several reviews, and stopping half-way. */

#include "config.h"

#include "plan-fixture.h"

static void
add_of_review (SuiviImportPlan *plan,
               guint row,
               const char *state,
               guint session,
               const char *symbol,
               const char *number)
{
  static const char *const states[] = { "FRA", "TGO", NULL };
  g_autoptr (SuiviRecommendation) recommendation = make_recommendation (number, "Ratify it", states);
  SuiviPlanRow *made = NULL;

  recommendation->symbol = g_strdup (symbol);
  made = suivi_plan_row_new (recommendation, row);
  suivi_plan_row_set_review (made, state, session);
  suivi_import_plan_take_row (plan, made);
}

static SuiviImportPlan *
make_mixed_plan (void)
{
  SuiviImportPlan *plan = suivi_import_plan_new ();

  suivi_import_plan_set_source (plan, "uhri", "export.json", "00ff");
  add_of_review (plan, 2, "SVN", 48, NULL, "140.1");
  add_of_review (plan, 3, "PER", 42, "A/HRC/53/8", "140.1");
  add_of_review (plan, 4, "SVN", 48, "A/HRC/59/15", "140.2");
  add_of_review (plan, 5, "SVN", 20, NULL, "140.1");

  return plan;
}

static char *
tell_groups (SuiviImportPlan *plan)
{
  g_autoptr (GPtrArray) groups = suivi_import_plan_list_groups (plan);
  GString *words = g_string_new (NULL);

  for (guint i = 0; i < groups->len; i++)
    {
      SuiviPlanGroup *group = g_ptr_array_index (groups, i);

      g_string_append_printf (words, "%s%s:%u=%u%s", i > 0 ? " " : "",
                              group->state != NULL ? group->state : "-", group->session, group->n_rows,
                              group->included ? "" : "!");
    }

  return g_string_free (words, FALSE);
}

#define assert_groups(plan, expected)              \
  G_STMT_START                                     \
  {                                                \
    g_autofree char *groups_ = tell_groups (plan); \
                                                   \
    g_assert_cmpstr (groups_, ==, expected);       \
  }                                                \
  G_STMT_END

/* The same number in three reviews; reviews that are not known are made, with the document that the rows
 * name. */
static void
test_several (Fixture *fixture, gconstpointer data)
{
  g_autoptr (SuiviImportPlan) plan = make_mixed_plan ();
  g_autoptr (SuiviReview) slovenia = NULL;
  g_autoptr (SuiviReview) peru = NULL;
  g_autoptr (GPtrArray) reviews = NULL;

  assert_groups (plan, "SVN:48=2 PER:42=1 SVN:20=1");
  g_assert_false (suivi_import_plan_needs_review (plan));
  g_assert_null (suivi_import_plan_get_review (plan));
  compare (plan, fixture->store);
  assert_counts (plan, "4/0/0/0/0→4");
  apply (plan, fixture->store);
  slovenia = suivi_store_find_review (fixture->store, "SVN", 48, NULL);
  g_assert_cmpstr (slovenia->symbol, ==, "A/HRC/59/15");
  peru = suivi_store_find_review (fixture->store, "PER", 42, NULL);
  g_assert_cmpstr (peru->symbol, ==, "A/HRC/53/8");
  reviews = suivi_store_list_reviews (fixture->store, NULL);
  g_assert_cmpuint (reviews->len, ==, 3);
  compare (plan, fixture->store);
  assert_counts (plan, "0/0/4/0/0→0");

  g_assert_true (suivi_store_undo (fixture->store, NULL));
  g_assert_null (suivi_store_find_review (fixture->store, "PER", 42, NULL));
  compare (plan, fixture->store);
  assert_counts (plan, "4/0/0/0/0→4");
}

/* What belongs to a group that was left out counts nowhere, and its review is not made. */
static void
test_left_out (Fixture *fixture, gconstpointer data)
{
  static const char *const only[] = { "PER", NULL };
  g_autoptr (SuiviImportPlan) plan = make_mixed_plan ();
  g_autoptr (GPtrArray) reviews = NULL;
  g_autoptr (SuiviImport) record = NULL;

  compare (plan, fixture->store);
  suivi_import_plan_set_group_included (plan, "SVN", 48, FALSE);
  suivi_import_plan_set_group_included (plan, "XXX", 1, FALSE);
  assert_groups (plan, "SVN:48=2! PER:42=1 SVN:20=1");
  assert_counts (plan, "2/0/0/0/0→2");
  suivi_import_plan_set_group_included (plan, "SVN", 48, TRUE);
  assert_counts (plan, "4/0/0/0/0→4");

  suivi_import_plan_take_only_states (plan, only);
  assert_groups (plan, "SVN:48=2! PER:42=1 SVN:20=1!");
  assert_counts (plan, "1/0/0/0/0→1");
  suivi_import_plan_set_n_rows (plan, 17);
  apply (plan, fixture->store);
  reviews = suivi_store_list_reviews (fixture->store, NULL);
  g_assert_cmpuint (reviews->len, ==, 1);
  record = suivi_store_get_import (fixture->store, suivi_import_plan_get_import_id (plan), NULL);
  g_assert_cmpuint (record->rows, ==, 17);
  g_assert_cmpuint (record->n_new, ==, 1);
  g_assert_cmpuint (record->n_left_out, ==, 0);
}

/* Rows that do not say their review go where the user says; others of that review are the same there. */
static void
test_some_without (Fixture *fixture, gconstpointer data)
{
  g_autoptr (SuiviImportPlan) plan = suivi_import_plan_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (SuiviReview) review = NULL;
  g_autoptr (GPtrArray) saved = NULL;

  add_of_review (plan, 2, "SVN", 48, NULL, "140.1");
  add_row (plan, 3, "140.1", "Adopt it");
  add_row (plan, 4, "140.2", "Adopt it");
  assert_groups (plan, "SVN:48=1 -:0=2");
  g_assert_true (suivi_import_plan_needs_review (plan));
  g_assert_false (suivi_import_plan_compare (plan, fixture->store, NULL, NULL, &error));
  g_assert_error (error, SUIVI_IMPORT_ERROR, SUIVI_IMPORT_ERROR_NO_REVIEW);

  suivi_import_plan_set_review (plan, "SVN", 20, NULL);
  compare (plan, fixture->store);
  assert_counts (plan, "3/0/0/0/0→3");
  suivi_import_plan_set_review (plan, "SVN", 48, NULL);
  compare (plan, fixture->store);
  assert_counts (plan, "2/0/0/0/1→2");
  apply (plan, fixture->store);
  review = suivi_store_find_review (fixture->store, "SVN", 48, NULL);
  saved = suivi_store_find_number (fixture->store, review->id, NULL, NULL);
  g_assert_cmpuint (saved->len, ==, 2);
}

/* Nobody chose a review, but left those rows out. */
static void
test_without_left_out (Fixture *fixture, gconstpointer data)
{
  g_autoptr (SuiviImportPlan) plan = suivi_import_plan_new ();

  add_of_review (plan, 2, "SVN", 48, NULL, "140.1");
  add_row (plan, 3, "140.1", "Adopt it");
  suivi_import_plan_set_group_included (plan, NULL, 0, FALSE);
  g_assert_false (suivi_import_plan_needs_review (plan));
  g_assert_cmpuint (suivi_import_plan_get_review (plan)->session, ==, 48);
  compare (plan, fixture->store);
  assert_counts (plan, "1/0/0/0/0→1");
  apply (plan, fixture->store);
  g_assert_cmpuint (count_all (fixture->store), ==, 1);
}

/* Half a review is none. */
static void
test_half_a_review (Fixture *fixture, gconstpointer data)
{
  g_autoptr (SuiviImportPlan) plan = suivi_import_plan_new ();
  g_autoptr (GPtrArray) faults = NULL;

  add_of_review (plan, 2, "SVN", 0, NULL, "140.1");
  add_of_review (plan, 3, NULL, 48, NULL, "140.1");
  compare (plan, fixture->store);
  assert_counts (plan, "0/0/0/0/2→0");
  faults = suivi_import_plan_list_faults (plan);
  g_assert_cmpint (((SuiviImportFault *) g_ptr_array_index (faults, 0))->kind, ==, SUIVI_FAULT_NO_REVIEW);
}

/* What the record of the import says. */
static void
test_record (Fixture *fixture, gconstpointer data)
{
  g_autoptr (SuiviImportPlan) plan = make_plan ();
  g_autoptr (SuiviImportPlan) second = make_plan ();
  g_autoptr (SuiviPlanRow) row = NULL;
  g_autoptr (SuiviImport) record = NULL;

  add_row (plan, 2, "140.1", "Ratify it");
  add_row (plan, 3, "140.2", "Adopt it");
  add_row (plan, 4, "140.3", "Keep it");
  apply (plan, fixture->store);
  g_assert_nonnull (suivi_import_plan_get_import_id (plan));

  add_row (second, 2, "140.1", "Ratify it");
  add_row (second, 3, "140.2", "Adopt it now");
  add_row (second, 4, "140.3", "Keep it now");
  add_row (second, 5, "140.4", "Sign it");
  add_row (second, 6, "140.5", " ");
  compare (second, fixture->store);
  assert_counts (second, "1/2/1/0/1→3");
  row = get_row (second, 4);
  suivi_plan_row_set_included (row, FALSE);
  apply (second, fixture->store);
  record = suivi_store_get_import (fixture->store, suivi_import_plan_get_import_id (second), NULL);
  g_assert_cmpuint (record->rows, ==, 5);
  g_assert_cmpuint (record->n_new, ==, 1);
  g_assert_cmpuint (record->n_changed, ==, 1);
  g_assert_cmpuint (record->n_same, ==, 1);
  g_assert_cmpuint (record->n_left_out, ==, 2);

  /* Nothing to write leaves no record. */
  apply (plan, fixture->store);
  suivi_plan_row_set_included (row, FALSE);
  g_clear_object (&plan);
  plan = make_plan ();
  add_row (plan, 2, "140.1", "Ratify it");
  apply (plan, fixture->store);
  g_assert_null (suivi_import_plan_get_import_id (plan));
}

static void
test_cancelled_comparison (Fixture *fixture, gconstpointer data)
{
  g_autoptr (SuiviImportPlan) plan = make_plan ();
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (SuiviProgress) progress = suivi_progress_new ();
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < 250; i++)
    {
      g_autofree char *number = g_strdup_printf ("140.%u", i);

      add_row (plan, i + 2, number, "Ratify it");
    }
  g_cancellable_cancel (cancellable);
  g_assert_false (suivi_import_plan_compare (plan, fixture->store, progress, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_cmpfloat (suivi_progress_get_fraction (progress), ==, 0.0);

  g_assert_true (suivi_import_plan_compare (plan, fixture->store, progress, NULL, NULL));
  g_assert_cmpfloat (suivi_progress_get_fraction (progress), ==, 1.0);
  g_assert_cmpuint (suivi_progress_get_count (progress), ==, 250);
  suivi_progress_set (progress, 0.0, 0);
  g_assert_true (suivi_import_plan_apply (plan, fixture->store, progress, NULL, NULL));
  g_assert_cmpfloat (suivi_progress_get_fraction (progress), ==, 1.0);
}

/* Cancelled when half is written: nothing is. */
static gpointer
cancel_half_way (gpointer data)
{
  gpointer *pair = data;

  while (suivi_progress_get_count (pair[0]) == 0)
    g_usleep (100);
  g_cancellable_cancel (pair[1]);

  return NULL;
}

static void
test_cancelled_half_way (Fixture *fixture, gconstpointer data)
{
  g_autoptr (SuiviImportPlan) plan = make_plan ();
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (SuiviProgress) progress = suivi_progress_new ();
  g_autoptr (GError) error = NULL;
  gpointer pair[] = { progress, cancellable };
  GThread *thread = NULL;

  for (guint i = 0; i < 20000; i++)
    {
      g_autofree char *number = g_strdup_printf ("140.%u", i);

      add_row (plan, i + 2, number, "Ratify it");
    }
  compare (plan, fixture->store);
  thread = g_thread_new ("cancel", cancel_half_way, pair);
  g_assert_false (suivi_import_plan_apply (plan, fixture->store, progress, cancellable, &error));
  g_thread_join (thread);
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_cmpuint (suivi_progress_get_count (progress), >, 0);
  g_assert_cmpint (suivi_store_get_sequence (fixture->store), ==, 0);
  g_assert_null (suivi_store_find_review (fixture->store, "SVN", 48, NULL));
  g_assert_null (suivi_import_plan_get_import_id (plan));
  assert_counts (plan, "20000/0/0/0/0→20000");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  PLAN_TEST ("plan-groups/several", test_several);
  PLAN_TEST ("plan-groups/left-out", test_left_out);
  PLAN_TEST ("plan-groups/some-without", test_some_without);
  PLAN_TEST ("plan-groups/without-left-out", test_without_left_out);
  PLAN_TEST ("plan-groups/half-a-review", test_half_a_review);
  PLAN_TEST ("plan-groups/record", test_record);
  PLAN_TEST ("plan-groups/cancelled-comparison", test_cancelled_comparison);
  PLAN_TEST ("plan-groups/cancelled-half-way", test_cancelled_half_way);

  return g_test_run ();
}
