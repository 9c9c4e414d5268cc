/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gstdio.h>
#include <libintl.h>
#include <locale.h>
#include <sys/wait.h>

#include "core/reference/states.h"
#include "exchange/import.h"
#include "exchange/scorecard-xlsx.h"
#include "store/transaction.h"

/* A workspace with four recommendations, its scorecard, and a colleague who works in that. */
typedef struct
{
  char *folder;
  char *out;
  SuiviStore *store;
  SuiviReview *review;
  char *first_id;
} Fixture;

static SuiviRecommendation *
put (SuiviTransaction *transaction, SuiviReview *review, const char *number, const char *text)
{
  g_autoptr (GError) error = NULL;
  SuiviRecommendation *recommendation = suivi_recommendation_new ();
  const char *const states[] = { "TGO", "BOL", NULL };
  const char *const themes[] = { "Right to education", "Water, sanitation", NULL };

  recommendation->review_id = g_strdup (review->id);
  recommendation->number = g_strdup (number);
  recommendation->text = g_strdup (text);
  recommendation->position = SUIVI_POSITION_SUPPORTED;
  recommendation->position_word = g_strdup ("Accepted");
  suivi_recommendation_set_lists (recommendation, states, themes, NULL, NULL);
  suivi_transaction_put_recommendation (transaction, recommendation, &error);
  g_assert_no_error (error);

  return recommendation;
}

static void
assess (SuiviTransaction *transaction, const char *id, SuiviLevel level, const char *date, const char *reason)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SuiviAssessment) assessment = suivi_assessment_new ();

  assessment->recommendation_id = g_strdup (id);
  suivi_assessment_set_levels (assessment, level, SUIVI_LEVEL_DONE, SUIVI_LEVEL_UNASSESSED);
  g_free (assessment->date);
  assessment->date = g_strdup (date);
  assessment->reason = g_strdup (reason);
  assessment->source = g_strdup ("Report");
  assessment->name = g_strdup ("Ana Lind");
  suivi_transaction_put_assessment (transaction, assessment, &error);
  g_assert_no_error (error);
}

static void
fill (Fixture *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SuiviTransaction) transaction = suivi_store_begin (self->store, "Fill", &error);
  g_autoptr (SuiviRecommendation) first = NULL;
  g_autoptr (SuiviRecommendation) second = NULL;
  g_autoptr (SuiviRecommendation) third = NULL;
  g_autoptr (SuiviRecommendation) fourth = NULL;

  g_assert_no_error (error);
  suivi_transaction_put_review (transaction, self->review, &error);
  g_assert_no_error (error);
  first = put (transaction, self->review, "140.2", "=Mend the\nroofs");
  second = put (transaction, self->review, "140.10", "Count _x0041_ schools");
  third = put (transaction, self->review, "140.11", "Dig wells");
  fourth = put (transaction, self->review, "140.12", "Plant trees");
  assess (transaction, first->id, SUIVI_LEVEL_SOME, "2026-03-14", "Half of the roofs");
  self->first_id = g_strdup (first->id);
  g_assert_true (suivi_transaction_commit (transaction, &error));
  g_assert_no_error (error);
}

static void
write_card (Fixture *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SuiviFilter) filter = suivi_filter_new ();

  suivi_scorecard_xlsx_write (self->store, filter, NULL, self->out, NULL, &error);
  g_assert_no_error (error);
}

static void
set_up (Fixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *path = NULL;

  self->folder = g_dir_make_tmp ("suivi-test-XXXXXX", &error);
  g_assert_no_error (error);
  path = g_build_filename (self->folder, "w.suivi", NULL);
  self->out = g_build_filename (self->folder, "card.xlsx", NULL);
  self->store = suivi_store_create (path, &error);
  g_assert_no_error (error);
  self->review = suivi_review_new ("FRA", 43);
  fill (self);
  write_card (self);
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  g_autoptr (GDir) dir = g_dir_open (self->folder, 0, NULL);
  const char *name = NULL;

  suivi_store_close (self->store);
  suivi_review_free (self->review);
  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (self->folder, name, NULL);

      g_unlink (path);
    }
  g_rmdir (self->folder);
  g_free (self->folder);
  g_free (self->out);
  g_free (self->first_id);
}

/* Runs edit-scorecard.py; the operations end with NULL. Returns whether there is an openpyxl; if not, the test is
 * skipped. */
G_GNUC_NULL_TERMINATED static gboolean
edit (Fixture *self, ...)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) arguments = NULL;
  g_autofree char *script = g_test_build_filename (G_TEST_DIST, "exchange", "edit-scorecard.py", NULL);
  g_autofree char *trouble = NULL;
  va_list operations;
  int status = 0;

  if (!g_file_test ("/usr/bin/python3", G_FILE_TEST_IS_EXECUTABLE))
    {
      g_test_skip ("no Python");
      return FALSE;
    }

  g_strv_builder_add_many (builder, "/usr/bin/python3", script, self->out, NULL);
  va_start (operations, self);
  for (const char *operation = va_arg (operations, const char *); operation != NULL;
       operation = va_arg (operations, const char *))
    g_strv_builder_add (builder, operation);
  va_end (operations);
  arguments = g_strv_builder_end (builder);

  g_spawn_sync (NULL, arguments, NULL, G_SPAWN_DEFAULT, NULL, NULL, NULL, &trouble, &status, &error);
  g_assert_no_error (error);
  if (WIFEXITED (status) && WEXITSTATUS (status) == 77)
    {
      g_test_skip ("no openpyxl");
      return FALSE;
    }
  g_assert_cmpstr (trouble, ==, "");
  g_assert_cmpint (status, ==, 0);

  return TRUE;
}

static SuiviImportPlan *
read_card (Fixture *self)
{
  g_autoptr (GError) error = NULL;
  SuiviImportPlan *plan = suivi_import_read_file (self->out, NULL, NULL, &error);

  g_assert_no_error (error);
  g_assert_cmpstr (suivi_import_plan_get_format (plan), ==, "scorecard");
  g_assert_false (suivi_import_plan_needs_review (plan));
  g_assert_cmpstr (suivi_import_plan_get_review (plan)->state, ==, "FRA");
  suivi_import_plan_compare (plan, self->store, NULL, NULL, &error);
  g_assert_no_error (error);

  return plan;
}

static void
describe_row (GString *out, SuiviPlanRow *row)
{
  GPtrArray *changes = suivi_plan_row_get_changes (row);
  GPtrArray *faults = suivi_plan_row_get_faults (row);

  g_string_append (out, suivi_plan_row_get_recommendation (row)->number);
  for (guint i = 0; i < changes->len; i++)
    {
      const SuiviFieldChange *change = changes->pdata[i];

      g_string_append_printf (out, "; %s: %s -> %s%s", change->field, change->old_value, change->new_value,
                              change->conflict ? " (!)" : "");
    }
  for (guint i = 0; i < faults->len; i++)
    {
      const SuiviImportFault *fault = faults->pdata[i];

      g_string_append_printf (out, "; row %u, %s: %d", fault->row, fault->column, fault->kind);
    }
  g_string_append_c (out, '\n');
}

/* The rows of a plan that are not as the workspace has them: changed and new ones, then faulty ones. */
static char *
describe (SuiviImportPlan *plan)
{
  GString *out = g_string_new (NULL);
  const SuiviPlanStatus shown[] = { SUIVI_PLAN_NEW, SUIVI_PLAN_NEAR, SUIVI_PLAN_CHANGED, SUIVI_PLAN_FAULTY };

  for (gsize i = 0; i < G_N_ELEMENTS (shown); i++)
    {
      GListModel *rows = suivi_import_plan_get_rows (plan, shown[i]);

      for (guint j = 0; j < g_list_model_get_n_items (rows); j++)
        {
          g_autoptr (SuiviPlanRow) row = g_list_model_get_item (rows, j);

          describe_row (out, row);
        }
    }

  return g_string_free (out, FALSE);
}

static void
assert_plan (Fixture *self, guint n_same, const char *expected)
{
  g_autoptr (SuiviImportPlan) plan = read_card (self);
  g_autofree char *found = describe (plan);

  g_assert_cmpstr (found, ==, expected);
  g_assert_cmpuint (suivi_import_plan_count (plan, SUIVI_PLAN_SAME), ==, n_same);
}

/* Out and in again: nothing changes, nothing is written. */
static void
test_unchanged (Fixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SuiviImportPlan) plan = read_card (self);
  gint64 sequence = suivi_store_get_sequence (self->store);

  g_assert_cmpuint (suivi_import_plan_count (plan, SUIVI_PLAN_SAME), ==, 4);
  g_assert_cmpuint (suivi_import_plan_get_n_rows (plan), ==, 4);
  g_assert_cmpuint (suivi_import_plan_count_to_apply (plan), ==, 0);
  g_assert_null (suivi_import_plan_get_notes (plan)[0]);
  g_assert_true (suivi_import_plan_apply (plan, self->store, NULL, NULL, &error));
  g_assert_no_error (error);
  g_assert_cmpint (suivi_store_get_sequence (self->store), ==, sequence);
}

static void
test_saved_again (Fixture *self, gconstpointer data)
{
  if (edit (self, "sort", "insert-column|1|My notes", "insert-column|5|Date of entry", NULL))
    assert_plan (self, 4, "");
}

/* What comes back is what was changed, wherever the rows and columns are now. */
static void
test_changes (Fixture *self, gconstpointer data)
{
  g_autofree char *today = suivi_date_today ();
  g_autofree char *expected = NULL;
  g_autofree char *found = NULL;
  g_autoptr (SuiviImportPlan) plan = NULL;
  g_autoptr (GPtrArray) assessments = NULL;
  g_autoptr (GError) error = NULL;
  SuiviAssessment *latest = NULL;

  if (!edit (self, "set|140.11|text|Dig deep wells", "set|140.11|states|Togo, Nepal",
             "set|140.12|position|@position:noted", "set|140.2|law|@level:done", "set|140.2|name|Ben Oduya",
             "set|140.2|reason|All roofs", "sort", "insert-column|2|My notes", "delete-row|140.10", NULL))
    return;

  plan = read_card (self);
  found = describe (plan);
  expected = g_strdup_printf (
    "140.12; Position: Supported -> Noted\n"
    "140.11; Text: Dig wells -> Dig deep wells; Recommending States: Togo, Bolivia (Plurinational "
    "State of) -> Togo, Nepal\n"
    "140.2; Law: Some progress -> Done; Reason: Half of the roofs -> All roofs; Date: 2026-03-14 "
    "-> %s; Name: Ana Lind -> Ben Oduya\n",
    today);
  g_assert_cmpstr (found, ==, expected);

  g_assert_true (suivi_import_plan_apply (plan, self->store, NULL, NULL, &error));
  g_assert_no_error (error);
  assessments = suivi_store_list_assessments (self->store, self->first_id, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (assessments->len, ==, 2);
  latest = assessments->pdata[0];
  g_assert_cmpint (latest->light, ==, SUIVI_LIGHT_GREEN);
  g_assert_cmpstr (latest->name, ==, "Ben Oduya");

  /* The same file once more brings nothing new, and one undo takes all of it back. */
  assert_plan (self, 3, "");
  g_assert_true (suivi_store_undo (self->store, &error));
  g_assert_no_error (error);
  assert_plan (self, 0, expected);
}

/* Who changed the same thing meanwhile is told so; what only one of the two changed is no conflict. */
static void
test_conflict (Fixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SuiviTransaction) transaction = NULL;
  g_autoptr (SuiviRecommendation) first = NULL;
  g_autoptr (SuiviRecommendation) changed = NULL;

  if (!edit (self, "set|140.2|text|Mend all roofs", "set|140.2|reason|Some of the roofs",
             "set|140.2|states|Nepal", NULL))
    return;

  first = suivi_store_get_recommendation (self->store, self->first_id, &error);
  g_assert_no_error (error);
  changed = suivi_recommendation_copy (first);
  g_free (changed->text);
  changed->text = g_strdup ("Mend the roofs at once");
  changed->position = SUIVI_POSITION_NOTED;
  transaction = suivi_store_begin (self->store, "Meanwhile", &error);
  suivi_transaction_put_recommendation (transaction, changed, &error);
  assess (transaction, self->first_id, SUIVI_LEVEL_NOTHING, "2026-05-01", "Not one roof");
  g_assert_true (suivi_transaction_commit (transaction, &error));

  assert_plan (
    self, 3,
    "140.2; Text: Mend the roofs at once -> Mend all roofs (!); Recommending States: Togo, Bolivia "
    "(Plurinational State of) -> Nepal; Reason: Not one roof -> Some of the roofs (!)\n");
}

static void
test_faults (Fixture *self, gconstpointer data)
{
  g_autofree char *expected = NULL;

  if (!edit (self, "set|140.2|law|Nearly", "set|140.10|date|5/3/2026", "set|140.10|reason|r",
             "set|140.10|source|s", "set|140.10|name|n", "set|140.11|law|@level:done", "add-row|140.13|Sing",
             "copy-row|140.12", NULL))
    return;

  expected = g_strdup_printf ("140.2; row 2, Law: %d\n"
                              "140.10; row 3, Date: %d\n"
                              "140.11; row 4, Reason, Source, Graded by: %d\n"
                              "140.13; row 6, Number: %d\n"
                              "140.12; row 7, Number: %d\n",
                              SUIVI_FAULT_BAD_VALUE, SUIVI_FAULT_BAD_DATE, SUIVI_FAULT_INCOMPLETE_GRADE,
                              SUIVI_FAULT_UNKNOWN_KEY, SUIVI_FAULT_DUPLICATE);
  assert_plan (self, 1, expected);
}

/* A formula that nobody worked out says nothing: that is no grade that was taken away. */
static void
test_no_result (Fixture *self, gconstpointer data)
{
  g_autofree char *expected = NULL;

  if (!edit (self, "formula|140.2|law|=1+1", "formula|140.2|reason|=A1", NULL))
    return;

  expected = g_strdup_printf ("140.2; row 2, Law: %1$d; row 2, Reason: %1$d\n", SUIVI_FAULT_DAMAGED_CELL);
  assert_plan (self, 3, expected);

  /* Nor does it say who judged: no organisation is called so. */
  write_card (self);
  g_assert_true (edit (self, "answer-formula|organisation|=A1", "set|140.2|law|@level:done", NULL));
  g_free (expected);
  expected = g_strdup_printf ("140.2; row 2, Judged by: %d\n", SUIVI_FAULT_BAD_VALUE);
  assert_plan (self, 3, expected);
}

/* Sorted without the hidden columns, no row is taken for another one. */
static void
test_sorted_apart (Fixture *self, gconstpointer data)
{
  g_autofree char *expected = NULL;

  if (!edit (self, "sort-visible", NULL))
    return;

  /* From Z to A: 140.12, 140.11, 140.10, 140.2; the two in the middle change places too. */
  expected = g_strdup_printf ("140.12; row 2, Number: %1$d\n140.11; row 3, Number: %1$d\n"
                              "140.10; row 4, Number: %1$d\n140.2; row 5, Number: %1$d\n",
                              SUIVI_FAULT_UNKNOWN_KEY);
  assert_plan (self, 0, expected);
}

/* Another workspace does not have these recommendations. */
static void
test_other_workspace (Fixture *self, gconstpointer data)
{
  g_autofree char *path = g_build_filename (self->folder, "other.suivi", NULL);
  g_autofree char *expected = NULL;
  g_autoptr (GError) error = NULL;

  suivi_store_close (self->store);
  self->store = suivi_store_create (path, &error);
  g_assert_no_error (error);

  {
    g_autoptr (SuiviImportPlan) plan = read_card (self);
    g_autoptr (GPtrArray) faults = suivi_import_plan_list_faults (plan);

    g_assert_cmpuint (suivi_import_plan_count (plan, SUIVI_PLAN_FAULTY), ==, 4);
    g_assert_cmpuint (faults->len, ==, 4);
    for (guint i = 0; i < faults->len; i++)
      g_assert_cmpint (((SuiviImportFault *) faults->pdata[i])->kind, ==, SUIVI_FAULT_UNKNOWN_KEY);
  }
}

static void
test_dates_and_numbers (Fixture *self, gconstpointer data)
{
  if (edit (self, "set|140.2|date|=2026-04-01", "number-format", NULL))
    assert_plan (self, 3, "140.2; Date: 2026-03-14 -> 2026-04-01\n");
}

static void
test_missing_columns (Fixture *self, gconstpointer data)
{
  g_autoptr (SuiviImportPlan) plan = NULL;
  g_autofree char *found = NULL;

  if (!edit (self, "delete-column|source", "delete-column|states", "set|140.12|text|Plant 9 trees", NULL))
    return;

  plan = read_card (self);
  found = describe (plan);
  g_assert_cmpstr (found, ==, "140.12; Text: Plant trees -> Plant 9 trees\n");
  g_assert_nonnull (suivi_import_plan_get_notes (plan)[0]);
  g_assert_nonnull (strstr (suivi_import_plan_get_notes (plan)[0], "Recommending States, Source."));
}

/* A title above, another name of the sheet, a copy of it beside. */
static void
test_sheets (Fixture *self, gconstpointer data)
{
  g_autoptr (SuiviImportPlan) plan = NULL;

  if (!edit (self, "copy-sheet|Backup", "set|140.12|text|Plant 9 trees", "insert-title|For the minister",
             NULL))
    return;

  plan = read_card (self);
  g_assert_cmpuint (suivi_import_plan_count (plan, SUIVI_PLAN_CHANGED), ==, 1);
  g_assert_nonnull (suivi_import_plan_get_notes (plan)[0]);
  g_assert_nonnull (strstr (suivi_import_plan_get_notes (plan)[0], "“Scorecard”"));

  g_assert_true (edit (self, "delete-sheet|Backup", "rename-sheet|Our work", NULL));
  assert_plan (self, 3, "140.12; Text: Plant trees -> Plant 9 trees\n");
}

static void
assert_refused (Fixture *self, SuiviImportError code, const char *word)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SuiviImportPlan) plan = suivi_import_read_file (self->out, NULL, NULL, &error);

  g_assert_error (error, SUIVI_IMPORT_ERROR, (int) code);
  g_assert_nonnull (strstr (error->message, word));
  g_assert_null (plan);
}

static void
test_newer (Fixture *self, gconstpointer data)
{
  if (edit (self, "version|3", NULL))
    assert_refused (self, SUIVI_IMPORT_ERROR_NOT_RECOGNISED, "newer Suivi");
}

static void
test_no_hidden_columns (Fixture *self, gconstpointer data)
{
  if (edit (self, "delete-column|key", NULL))
    assert_refused (self, SUIVI_IMPORT_ERROR_NO_TABLE, "Suivi key");
}

static void
test_cancelled (Fixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (SuiviImportPlan) plan = NULL;

  g_cancellable_cancel (cancellable);
  plan = suivi_import_read_file (self->out, NULL, cancellable, &error);
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_null (plan);
}

/* A workbook that was written in another language is read by somebody whose Suivi speaks English. */
static void
write_in (Fixture *self, const char *language)
{
  g_autofree char *folder = g_build_filename (g_getenv ("G_TEST_BUILDDIR"), "..", "po", NULL);
  g_autofree char *catalogue = g_build_filename (folder, language, "LC_MESSAGES", "suivi.mo", NULL);

  if (!g_file_test (catalogue, G_FILE_TEST_EXISTS))
    return;
  setlocale (LC_ALL, "");
  g_setenv ("LANGUAGE", language, TRUE);
  bindtextdomain (GETTEXT_PACKAGE, folder);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  write_card (self);
  g_setenv ("LANGUAGE", "en", TRUE);
  bindtextdomain (GETTEXT_PACKAGE, "/nowhere");
}

static void
test_language (Fixture *self, gconstpointer data)
{
  const char *language = data;
  g_autofree char *title
    = g_strconcat ("set|140.11|states|", suivi_state_get_name_in ("NPL", language), NULL);

  write_in (self, language);
  assert_plan (self, 4, "");
  if (!edit (self, "set|140.2|law|@level:nothing", "set|140.2|policy|@level:nothing",
             "set|140.2|date|2026-04-02", "set|140.12|position|@position:part",
             "set|140.12|children|@answer:yes", title, "check-signs", "sort", NULL))
    return;
  assert_plan (self, 1,
               "140.12; Position: Supported -> Supported in part; About children: No -> Yes\n"
               "140.11; Recommending States: Togo, Bolivia (Plurinational State of) -> Nepal\n"
               "140.2; Law: Some progress -> Nothing; Policy: Done -> Nothing; Date: 2026-03-14 -> "
               "2026-04-02\n");
}

/* Names of States keep the language of the first one asked for: a process of its own. */
static void
test_in_subprocess (gconstpointer path)
{
  g_test_trap_subprocess (path, 0, G_TEST_SUBPROCESS_DEFAULT);
  g_test_trap_assert_passed ();
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

#define ADD(path, test) g_test_add ("/scorecard-reader/" path, Fixture, NULL, set_up, test, tear_down)
  ADD ("unchanged", test_unchanged);
  ADD ("saved-again", test_saved_again);
  ADD ("changes", test_changes);
  ADD ("conflict", test_conflict);
  ADD ("no-result", test_no_result);
  ADD ("faults", test_faults);
  ADD ("sorted-apart", test_sorted_apart);
  ADD ("other-workspace", test_other_workspace);
  ADD ("dates-and-numbers", test_dates_and_numbers);
  ADD ("missing-columns", test_missing_columns);
  ADD ("sheets", test_sheets);
  ADD ("newer", test_newer);
  ADD ("no-hidden-columns", test_no_hidden_columns);
  ADD ("cancelled", test_cancelled);
#undef ADD
  g_test_add ("/scorecard-reader/french/subprocess", Fixture, "fr", set_up, test_language, tear_down);
  g_test_add_data_func ("/scorecard-reader/french", "/scorecard-reader/french/subprocess",
                        test_in_subprocess);
  g_test_add ("/scorecard-reader/arabic/subprocess", Fixture, "ar", set_up, test_language, tear_down);
  g_test_add_data_func ("/scorecard-reader/arabic", "/scorecard-reader/arabic/subprocess",
                        test_in_subprocess);

  return g_test_run ();
}
