/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "plan-fixture.h"

#include <glib/gstdio.h>

void
plan_set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *path = NULL;

  fixture->folder = g_dir_make_tmp ("suivi-plan-XXXXXX", &error);
  g_assert_no_error (error);
  path = g_build_filename (fixture->folder, "test.suivi", NULL);
  fixture->store = suivi_store_create (path, &error);
  g_assert_no_error (error);
  g_assert_nonnull (fixture->store);
  suivi_store_set_author (fixture->store, "Tester", "");
}

void
plan_tear_down (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = g_build_filename (fixture->folder, "test.suivi", NULL);
  g_autoptr (GPtrArray) problems = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (suivi_store_check (fixture->store, &problems, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (problems->len, ==, 0);
  suivi_store_close (fixture->store);
  g_assert_cmpint (g_unlink (path), ==, 0);
  g_assert_cmpint (g_rmdir (fixture->folder), ==, 0);
  g_free (fixture->folder);
}

SuiviRecommendation *
make_recommendation (const char *number, const char *text, const char *const *states)
{
  static const char *const themes[] = { "Right to education", "Death penalty", NULL };
  SuiviRecommendation *recommendation = suivi_recommendation_new ();

  recommendation->number = g_strdup (number);
  recommendation->text = g_strdup (text);
  recommendation->position = SUIVI_POSITION_SUPPORTED;
  recommendation->position_word = g_strdup ("Supported");
  suivi_recommendation_set_lists (recommendation, states, themes, NULL, NULL);

  return recommendation;
}

/* Made by France and Togo. */
SuiviPlanRow *
make_row (guint row, const char *number, const char *text)
{
  static const char *const states[] = { "FRA", "TGO", NULL };
  g_autoptr (SuiviRecommendation) recommendation = make_recommendation (number, text, states);

  return suivi_plan_row_new (recommendation, row);
}

void
add_row (SuiviImportPlan *plan, guint row, const char *number, const char *text)
{
  suivi_import_plan_take_row (plan, make_row (row, number, text));
}

void
take (SuiviImportPlan *plan, SuiviRecommendation *recommendation, guint row)
{
  suivi_import_plan_take_row (plan, suivi_plan_row_new (recommendation, row));
}

SuiviImportPlan *
make_plan (void)
{
  SuiviImportPlan *plan = suivi_import_plan_new ();

  suivi_import_plan_set_source (plan, "ohchr-list", "list.docx", "00ff");
  suivi_import_plan_set_review (plan, "SVN", 48, "A/HRC/59/15");

  return plan;
}

/* The row with that row number, whatever its status. */
SuiviPlanRow *
get_row (SuiviImportPlan *plan, guint row)
{
  for (guint status = 0; status < SUIVI_N_PLAN_STATUSES; status++)
    {
      GListModel *rows = suivi_import_plan_get_rows (plan, status);

      for (guint i = 0; i < g_list_model_get_n_items (rows); i++)
        {
          g_autoptr (SuiviPlanRow) found = g_list_model_get_item (rows, i);

          if (suivi_plan_row_get_row (found) == row)
            return g_steal_pointer (&found);
        }
    }

  g_assert_not_reached ();
}

void
compare (SuiviImportPlan *plan, SuiviStore *store)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (suivi_import_plan_compare (plan, store, NULL, NULL, &error));
  g_assert_no_error (error);
}

void
apply (SuiviImportPlan *plan, SuiviStore *store)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (suivi_import_plan_apply (plan, store, NULL, NULL, &error));
  g_assert_no_error (error);
}

char *
tell_counts (SuiviImportPlan *plan)
{
  return g_strdup_printf ("%u/%u/%u/%u/%u→%u", suivi_import_plan_count (plan, SUIVI_PLAN_NEW),
                          suivi_import_plan_count (plan, SUIVI_PLAN_CHANGED),
                          suivi_import_plan_count (plan, SUIVI_PLAN_SAME),
                          suivi_import_plan_count (plan, SUIVI_PLAN_NEAR),
                          suivi_import_plan_count (plan, SUIVI_PLAN_FAULTY),
                          suivi_import_plan_count_to_apply (plan));
}

SuiviRecommendation *
find (SuiviStore *store, const char *number)
{
  g_autoptr (GPtrArray) found = NULL;
  g_autoptr (GError) error = NULL;

  found = suivi_store_find_number (store, NULL, number, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (found->len, ==, 1);

  return suivi_recommendation_ref (g_ptr_array_index (found, 0));
}

guint
count_all (SuiviStore *store)
{
  g_autoptr (SuiviFilter) filter = suivi_filter_new ();
  g_autoptr (GError) error = NULL;
  guint count = suivi_store_count (store, filter, &error);

  g_assert_no_error (error);

  return count;
}

void
put (SuiviStore *store, SuiviRecommendation *recommendation)
{
  g_autoptr (SuiviTransaction) transaction = suivi_store_begin (store, "Edit", NULL);

  g_assert_true (suivi_transaction_put_recommendation (transaction, recommendation, NULL));
  g_assert_true (suivi_transaction_commit (transaction, NULL));
}

void
assert_change (SuiviPlanRow *row, guint i, const char *field, const char *old_value, const char *new_value)
{
  GPtrArray *changes = suivi_plan_row_get_changes (row);
  SuiviFieldChange *change = NULL;

  g_assert_cmpuint (i, <, changes->len);
  change = g_ptr_array_index (changes, i);
  g_assert_cmpstr (change->field, ==, field);
  g_assert_cmpstr (change->old_value, ==, old_value);
  g_assert_cmpstr (change->new_value, ==, new_value);
}
