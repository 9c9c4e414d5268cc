/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "exchange/ohchr-list-docx.h"
#include "make-docx.h"
#include "read-list.h"

SuiviImportPlan *
read_bytes (GBytes *bytes)
{
  SuiviImportPlan *plan = suivi_import_plan_new ();
  g_autoptr (GError) error = NULL;

  g_assert_true (suivi_ohchr_list_docx_read (bytes, plan, NULL, &error));
  g_assert_no_error (error);

  return plan;
}

/* Takes rows made by make_docx_row(), which are freed. */
SuiviImportPlan *
read_rows (const char *header_runs, char *first, ...)
{
  g_autoptr (GString) rows = g_string_new (NULL);
  g_autoptr (GBytes) bytes = NULL;
  va_list more;

  va_start (more, first);
  for (char *row = first; row != NULL; row = va_arg (more, char *))
    {
      g_string_append (rows, row);
      g_free (row);
    }
  va_end (more);
  bytes = make_docx_list (header_runs, rows->str);

  return read_bytes (bytes);
}

guint
count_rows (SuiviImportPlan *plan)
{
  guint count = 0;

  for (int status = 0; status < SUIVI_N_PLAN_STATUSES; status++)
    count += suivi_import_plan_count (plan, status);

  return count;
}

/* The plan makes rows when somebody asks: this one lives as long as the plan. */
static SuiviPlanRow *
keep_row (SuiviImportPlan *plan, SuiviPlanRow *row)
{
  g_autofree char *key = g_strdup_printf ("kept-row-%p", (void *) row);

  g_object_set_data_full (G_OBJECT (plan), key, g_object_ref (row), g_object_unref);

  return row;
}

SuiviPlanRow *
find_row (SuiviImportPlan *plan, guint number)
{
  for (int status = 0; status < SUIVI_N_PLAN_STATUSES; status++)
    {
      GListModel *rows = suivi_import_plan_get_rows (plan, status);

      for (guint i = 0; i < g_list_model_get_n_items (rows); i++)
        {
          g_autoptr (SuiviPlanRow) row = g_list_model_get_item (rows, i);

          if (suivi_plan_row_get_row (row) == number)
            return keep_row (plan, row);
        }
    }

  g_assert_not_reached ();
}

SuiviRecommendation *
find_recommendation (SuiviImportPlan *plan, guint row)
{
  return suivi_plan_row_get_recommendation (find_row (plan, row));
}

void
assert_list (char **list, const char *expected)
{
  g_autofree char *joined = g_strjoinv (" | ", list);

  g_assert_cmpstr (joined, ==, expected);
}

void
assert_review (SuiviImportPlan *plan, const char *state, guint session, const char *symbol)
{
  SuiviReview *review = suivi_import_plan_get_review (plan);

  if (state == NULL)
    {
      g_assert_null (review);
      return;
    }
  g_assert_nonnull (review);
  g_assert_cmpstr (review->state, ==, state);
  g_assert_cmpuint (review->session, ==, session);
  g_assert_cmpstr (review->symbol, ==, symbol);
}

void
assert_fault (SuiviImportPlan *plan,
              guint i,
              SuiviFaultKind kind,
              guint row,
              const char *column,
              const char *value)
{
  g_autoptr (GPtrArray) faults = suivi_import_plan_list_faults (plan);
  SuiviImportFault *fault = NULL;

  g_assert_cmpuint (i, <, faults->len);
  fault = g_ptr_array_index (faults, i);
  g_assert_cmpint (fault->kind, ==, kind);
  g_assert_cmpuint (fault->row, ==, row);
  g_assert_cmpstr (fault->column, ==, column);
  g_assert_cmpstr (fault->value, ==, value);
  g_assert_true (g_str_has_suffix (fault->reason, "."));
}

guint
count_faults (SuiviImportPlan *plan)
{
  g_autoptr (GPtrArray) faults = suivi_import_plan_list_faults (plan);

  return faults->len;
}
