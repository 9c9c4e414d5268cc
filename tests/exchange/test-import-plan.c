/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "core/text/text.h"
#include "plan-fixture.h"

static void
test_new_then_same (Fixture *fixture, gconstpointer data)
{
  g_autoptr (SuiviImportPlan) plan = make_plan ();
  g_autoptr (SuiviImportPlan) again = make_plan ();
  g_autoptr (SuiviReview) review = NULL;
  g_autoptr (SuiviRecommendation) saved = NULL;
  g_autoptr (GPtrArray) imports = NULL;
  SuiviImport *record = NULL;

  add_row (plan, 3, "140.1", "Ratify it");
  add_row (plan, 4, "140.2", "Adopt it");
  assert_counts (plan, "2/0/0/0/0→2");
  compare (plan, fixture->store);
  assert_counts (plan, "2/0/0/0/0→2");
  g_assert_cmpint (suivi_store_get_sequence (fixture->store), ==, 0);

  apply (plan, fixture->store);
  g_assert_cmpint (suivi_store_get_sequence (fixture->store), ==, 1);
  g_assert_cmpstr (suivi_store_get_undo_label (fixture->store), ==, "Import 2 recommendations");
  review = suivi_store_find_review (fixture->store, "SVN", 48, NULL);
  g_assert_cmpstr (review->symbol, ==, "A/HRC/59/15");
  imports = suivi_store_list_imports (fixture->store, NULL);
  g_assert_cmpuint (imports->len, ==, 1);
  record = g_ptr_array_index (imports, 0);
  g_assert_cmpstr (record->file_name, ==, "list.docx");
  g_assert_cmpstr (record->sha256, ==, "00ff");
  g_assert_cmpstr (record->format, ==, "ohchr-list");
  g_assert_cmpuint (record->rows, ==, 2);
  saved = find (fixture->store, "140.2");
  g_assert_cmpstr (saved->text, ==, "Adopt it");
  g_assert_cmpstr (saved->review_id, ==, review->id);
  g_assert_cmpstr (saved->import_id, ==, record->id);
  g_assert_cmpstr (saved->states[0], ==, "FRA");
  g_assert_cmpstr (saved->states[1], ==, "TGO");

  /* The same plan, and the same file read again, have nothing left to write. */
  apply (plan, fixture->store);
  assert_counts (plan, "0/0/2/0/0→0");
  add_row (again, 3, "140.1", "Ratify it");
  add_row (again, 4, "140.2", "Adopt it");
  compare (again, fixture->store);
  assert_counts (again, "0/0/2/0/0→0");
  apply (again, fixture->store);
  g_assert_cmpint (suivi_store_get_sequence (fixture->store), ==, 1);

  /* One step. */
  g_assert_true (suivi_store_undo (fixture->store, NULL));
  g_assert_null (suivi_store_get_undo_label (fixture->store));
  g_assert_null (suivi_store_find_review (fixture->store, "SVN", 48, NULL));
  compare (again, fixture->store);
  assert_counts (again, "2/0/0/0/0→2");
}

static void
test_changed (Fixture *fixture, gconstpointer data)
{
  g_autoptr (SuiviImportPlan) plan = make_plan ();
  g_autoptr (SuiviImportPlan) second = make_plan ();
  g_autoptr (SuiviRecommendation) before = NULL;
  g_autoptr (SuiviRecommendation) after = NULL;
  g_autoptr (SuiviRecommendation) changed = NULL;
  g_autoptr (SuiviPlanRow) shown = NULL;
  static const char *const states[] = { "TGO", "FRA", "PER", NULL };
  static const char *const themes[] = { "Death penalty", "Right to education", NULL };
  SuiviFieldChange *change = NULL;
  GPtrArray *changes = NULL;

  add_row (plan, 2, "140.1", "Ratify it");
  add_row (plan, 3, "140.2", "Adopt it");
  apply (plan, fixture->store);
  before = find (fixture->store, "140.1");

  changed = make_recommendation ("140.1", "Ratify it now", states);
  changed->position = SUIVI_POSITION_NOTED;
  g_free (changed->position_word);
  changed->position_word = g_strdup ("Noted");
  suivi_recommendation_set_lists (changed, NULL, themes, NULL, NULL);
  take (second, changed, 2);
  add_row (second, 3, "140.2", "Adopt it");
  compare (second, fixture->store);
  assert_counts (second, "0/1/1/0/0→1");

  /* Themes in another order, States with one more: the first is no change, the second is. */
  shown = g_list_model_get_item (suivi_import_plan_get_rows (second, SUIVI_PLAN_CHANGED), 0);
  changes = suivi_plan_row_get_changes (shown);
  g_assert_cmpuint (changes->len, ==, 3);
  change = g_ptr_array_index (changes, 0);
  g_assert_cmpstr (change->field, ==, "Text");
  g_assert_cmpstr (change->old_value, ==, "Ratify it");
  g_assert_cmpstr (change->new_value, ==, "Ratify it now");
  change = g_ptr_array_index (changes, 1);
  g_assert_cmpstr (change->field, ==, "Recommending States");
  g_assert_cmpstr (change->old_value, ==, "France, Togo");
  g_assert_cmpstr (change->new_value, ==, "Togo, France, Peru");
  change = g_ptr_array_index (changes, 2);
  g_assert_cmpstr (change->field, ==, "Position");
  g_assert_cmpstr (change->old_value, ==, "Supported");
  g_assert_cmpstr (change->new_value, ==, "Noted");

  apply (second, fixture->store);
  after = find (fixture->store, "140.1");
  g_assert_cmpstr (after->id, ==, before->id);
  g_assert_cmpstr (after->import_id, !=, before->import_id);
  g_assert_cmpstr (after->text, ==, "Ratify it now");
  g_assert_cmpint (after->position, ==, SUIVI_POSITION_NOTED);
  g_assert_cmpuint (g_strv_length (after->states), ==, 3);
}

static void
test_original_alone (Fixture *fixture, gconstpointer data)
{
  g_autoptr (SuiviImportPlan) plan = make_plan ();
  g_autoptr (SuiviImportPlan) second = make_plan ();
  g_autoptr (SuiviRecommendation) recommendation = NULL;
  static const char *const states[] = { "FRA", "TGO", NULL };

  add_row (plan, 2, "140.1", "Ratify it");
  apply (plan, fixture->store);

  recommendation = make_recommendation ("140.1", "Ratify it", states);
  recommendation->original = g_strdup ("140.1  Ratify it (France) (Togo);");
  take (second, recommendation, 2);
  compare (second, fixture->store);
  assert_counts (second, "0/0/1/0/0→0");
}

static void
test_child_focus_decided (Fixture *fixture, gconstpointer data)
{
  g_autoptr (SuiviImportPlan) plan = make_plan ();
  g_autoptr (SuiviImportPlan) second = make_plan ();
  g_autoptr (SuiviImportPlan) third = make_plan ();
  g_autoptr (SuiviRecommendation) saved = NULL;
  g_autoptr (SuiviRecommendation) decided = NULL;
  g_autoptr (SuiviRecommendation) after = NULL;
  g_autoptr (SuiviRecommendation) from_file = NULL;
  g_autoptr (SuiviTransaction) transaction = NULL;
  g_autoptr (GError) error = NULL;
  static const char *const states[] = { "FRA", "TGO", NULL };

  add_row (plan, 2, "140.1", "Ratify it");
  apply (plan, fixture->store);

  /* Nobody decided: the file may. */
  from_file = make_recommendation ("140.1", "Ratify it", states);
  from_file->child_focused = TRUE;
  take (second, from_file, 2);
  compare (second, fixture->store);
  assert_counts (second, "0/1/0/0/0→1");

  saved = find (fixture->store, "140.1");
  decided = suivi_recommendation_copy (saved);
  decided->child_focused = FALSE;
  decided->child_focused_decided = TRUE;
  transaction = suivi_store_begin (fixture->store, "Decide", NULL);
  g_assert_true (suivi_transaction_put_recommendation (transaction, decided, NULL));
  g_assert_true (suivi_transaction_commit (transaction, NULL));
  g_clear_pointer (&transaction, suivi_transaction_free);

  /* Somebody did: the file may not. The plan notices by itself that the workspace changed, and says so. */
  g_assert_false (suivi_import_plan_apply (second, fixture->store, NULL, NULL, &error));
  g_assert_error (error, SUIVI_IMPORT_ERROR, SUIVI_IMPORT_ERROR_MOVED);
  assert_counts (second, "0/0/1/0/0→0");
  apply (second, fixture->store);
  g_clear_pointer (&from_file, suivi_recommendation_unref);
  from_file = make_recommendation ("140.1", "Ratify it now", states);
  from_file->child_focused = TRUE;
  take (third, from_file, 2);
  apply (third, fixture->store);
  after = find (fixture->store, "140.1");
  g_assert_cmpstr (after->text, ==, "Ratify it now");
  g_assert_false (after->child_focused);
  g_assert_true (after->child_focused_decided);
}

static void
test_left_out (Fixture *fixture, gconstpointer data)
{
  g_autoptr (SuiviImportPlan) plan = make_plan ();
  g_autoptr (SuiviPlanRow) row = NULL;

  add_row (plan, 2, "140.1", "Ratify it");
  add_row (plan, 3, "140.2", "Adopt it");
  row = get_row (plan, 3);
  suivi_plan_row_set_included (row, FALSE);
  compare (plan, fixture->store);
  assert_counts (plan, "2/0/0/0/0→1");
  apply (plan, fixture->store);
  g_assert_cmpstr (suivi_store_get_undo_label (fixture->store), ==, "Import 1 recommendation");
  assert_counts (plan, "2/0/0/0/0→1");
  compare (plan, fixture->store);
  assert_counts (plan, "1/0/1/0/0→0");
}

static void
test_faults_of_every_row (Fixture *fixture, gconstpointer data)
{
  g_autoptr (SuiviImportPlan) plan = make_plan ();
  g_autoptr (GPtrArray) faults = NULL;
  g_autoptr (SuiviRecommendation) saved = NULL;
  SuiviPlanRow *row = NULL;
  static const struct
  {
    guint row;
    SuiviFaultKind kind;
    const char *value;
  } expected[] = {
    { 3, SUIVI_FAULT_DUPLICATE_NUMBER, "140.1" },
    { 4, SUIVI_FAULT_NO_NUMBER, "" },
    { 5, SUIVI_FAULT_NO_TEXT, " " },
    { 6, SUIVI_FAULT_UNKNOWN_POSITION, "Perhaps" },
  };

  add_row (plan, 2, "140.1", "Ratify it");
  add_row (plan, 3, "140.1", "Adopt it");
  add_row (plan, 4, NULL, "Sign it");
  add_row (plan, 5, "140.4", " ");
  row = make_row (6, "140.5", "Keep it");
  suivi_plan_row_add_fault (row, SUIVI_FAULT_UNKNOWN_POSITION, "Position", "Perhaps", "What is that?");
  suivi_import_plan_take_row (plan, row);
  compare (plan, fixture->store);
  compare (plan, fixture->store); /* finds the same, not twice as many */
  assert_counts (plan, "1/0/0/0/4→1");

  faults = suivi_import_plan_list_faults (plan);
  g_assert_cmpuint (faults->len, ==, G_N_ELEMENTS (expected));
  for (guint i = 0; i < faults->len; i++)
    {
      SuiviImportFault *fault = g_ptr_array_index (faults, i);

      g_assert_cmpuint (fault->row, ==, expected[i].row);
      g_assert_cmpint (fault->kind, ==, expected[i].kind);
      g_assert_cmpstr (fault->value, ==, expected[i].value);
      g_assert_false (suivi_text_is_blank (fault->reason));
    }

  apply (plan, fixture->store);
  saved = find (fixture->store, "140.1");
  g_assert_cmpstr (saved->text, ==, "Ratify it");
  g_assert_cmpuint (count_all (fixture->store), ==, 1);
}

static void
test_resolve_state (Fixture *fixture, gconstpointer data)
{
  g_autoptr (SuiviImportPlan) plan = make_plan ();
  g_autoptr (SuiviRecommendation) first = NULL;
  g_autoptr (SuiviRecommendation) second = NULL;
  g_autoptr (SuiviPlanRow) row = NULL;
  g_autoptr (SuiviPlanRow) alone = NULL;
  g_autoptr (SuiviPlanRow) shown = NULL;
  static const char *const states[] = { "FRA", "TGO", NULL };
  static const char *const none[] = { NULL };
  SuiviPlanRow *made = NULL;
  SuiviImportPart *part = NULL;

  first = make_recommendation ("140.1", "Ratify it", states);
  first->original
    = g_strdup ("140.1 Ratify it (France); Adopt it (Perou du Sud) (Togo); Keep it (Atlantis);");
  made = suivi_plan_row_new (first, 2);
  suivi_plan_row_add_part (made, "Ratify it", (const char *const[]){ "FRA", NULL });
  suivi_plan_row_add_part (made, "Adopt it", (const char *const[]){ "TGO", NULL });
  suivi_plan_row_add_part (made, "Keep it", none);
  suivi_plan_row_add_fault (made, SUIVI_FAULT_UNKNOWN_STATE, "Recommendation", "Perou du Sud", "Who?");
  suivi_plan_row_add_fault (made, SUIVI_FAULT_UNKNOWN_STATE, "Recommendation", "Atlantis", "Who?");
  suivi_import_plan_take_row (plan, made);

  second = make_recommendation ("140.2", "Keep it", none);
  made = suivi_plan_row_new (second, 3);
  suivi_plan_row_add_fault (made, SUIVI_FAULT_UNKNOWN_STATE, "Recommendation", "ATLANTIS", "Who?");
  suivi_plan_row_add_fault (made, SUIVI_FAULT_NO_STATE, "Recommendation", "", "Nobody?");
  suivi_import_plan_take_row (plan, made);
  compare (plan, fixture->store);
  assert_counts (plan, "0/0/0/0/2→0");
  row = get_row (plan, 2);

  suivi_import_plan_resolve_state (plan, "Nowhere", "PER");
  assert_counts (plan, "0/0/0/0/2→0");

  /* Peru comes between France and Togo, as in the cell; and into the second part, before Togo. */
  suivi_import_plan_resolve_state (plan, "Perou du Sud", "PER");
  assert_counts (plan, "0/0/0/0/2→0");
  g_assert_cmpuint (suivi_plan_row_get_faults (row)->len, ==, 1);
  g_assert_cmpstr (suivi_plan_row_get_recommendation (row)->states[0], ==, "FRA");
  g_assert_cmpstr (suivi_plan_row_get_recommendation (row)->states[1], ==, "PER");
  g_assert_cmpstr (suivi_plan_row_get_recommendation (row)->states[2], ==, "TGO");
  part = g_ptr_array_index (suivi_plan_row_get_parts (row), 1);
  g_assert_cmpstr (part->states[0], ==, "PER");
  g_assert_cmpstr (part->states[1], ==, "TGO");

  /* Also for rows that nobody holds: what was settled before lies in the spool. */
  g_clear_object (&row);
  suivi_import_plan_resolve_state (plan, "Atlantis", "GRC");
  assert_counts (plan, "2/0/0/0/0→2");
  row = get_row (plan, 2);
  alone = get_row (plan, 3);
  g_assert_cmpstr (suivi_plan_row_get_recommendation (row)->states[1], ==, "PER");
  g_assert_cmpstr (suivi_plan_row_get_recommendation (row)->states[3], ==, "GRC");
  g_assert_cmpuint (suivi_plan_row_get_faults (row)->len, ==, 0);
  g_assert_cmpstr (suivi_plan_row_get_recommendation (alone)->states[0], ==, "GRC");
  part = g_ptr_array_index (suivi_plan_row_get_parts (row), 2);
  g_assert_cmpstr (part->states[0], ==, "GRC");
  g_assert_null (part->states[1]);

  /* The models follow, in the order of the file. */
  shown = g_list_model_get_item (suivi_import_plan_get_rows (plan, SUIVI_PLAN_NEW), 0);
  g_assert_true (shown == row);
  apply (plan, fixture->store);
  g_assert_cmpstr (suivi_store_get_undo_label (fixture->store), ==, "Import 2 recommendations");
}

static void
test_cancelled (Fixture *fixture, gconstpointer data)
{
  g_autoptr (SuiviImportPlan) plan = make_plan ();
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < 250; i++)
    {
      g_autofree char *number = g_strdup_printf ("140.%u", i);

      add_row (plan, i + 2, number, "Ratify it");
    }
  compare (plan, fixture->store);
  g_cancellable_cancel (cancellable);
  g_assert_false (suivi_import_plan_apply (plan, fixture->store, NULL, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_cmpint (suivi_store_get_sequence (fixture->store), ==, 0);
  g_assert_null (suivi_store_find_review (fixture->store, "SVN", 48, NULL));

  /* And the plan is as good as before. */
  apply (plan, fixture->store);
  g_assert_cmpuint (count_all (fixture->store), ==, 250);
}

static void
test_no_review (Fixture *fixture, gconstpointer data)
{
  g_autoptr (SuiviImportPlan) plan = suivi_import_plan_new ();
  g_autoptr (GError) error = NULL;

  add_row (plan, 2, "140.1", "Ratify it");
  g_assert_false (suivi_import_plan_has_review (plan));
  g_assert_false (suivi_import_plan_compare (plan, fixture->store, NULL, NULL, &error));
  g_assert_error (error, SUIVI_IMPORT_ERROR, SUIVI_IMPORT_ERROR_NO_REVIEW);
  g_clear_error (&error);
  g_assert_false (suivi_import_plan_apply (plan, fixture->store, NULL, NULL, &error));
  g_assert_error (error, SUIVI_IMPORT_ERROR, SUIVI_IMPORT_ERROR_NO_REVIEW);

  suivi_import_plan_set_source (plan, "ohchr-list", "list.docx", NULL);
  suivi_import_plan_set_review (plan, "SVN", 20, NULL);
  apply (plan, fixture->store);
}

/* The same number in another review is another recommendation. */
static void
test_two_reviews (Fixture *fixture, gconstpointer data)
{
  g_autoptr (SuiviImportPlan) plan = make_plan ();
  g_autoptr (SuiviImportPlan) other = make_plan ();

  add_row (plan, 2, "140.1", "Ratify it");
  apply (plan, fixture->store);
  suivi_import_plan_set_review (other, "SVN", 20, NULL);
  add_row (other, 2, "140.1", "Ratify it");
  compare (other, fixture->store);
  assert_counts (other, "1/0/0/0/0→1");
  apply (other, fixture->store);
  g_assert_cmpuint (count_all (fixture->store), ==, 2);
}

static void
count_notify_cb (GObject *object, GParamSpec *pspec, gpointer user_data)
{
  guint *count = user_data;

  (*count)++;
}

static void
test_row_properties (void)
{
  g_autoptr (SuiviRecommendation) recommendation = suivi_recommendation_new ();
  g_autoptr (SuiviPlanRow) row = suivi_plan_row_new (recommendation, 7);
  guint included = 0;
  guint split = 0;
  guint status = 0;

  g_signal_connect (row, "notify::included", G_CALLBACK (count_notify_cb), &included);
  g_signal_connect (row, "notify::split", G_CALLBACK (count_notify_cb), &split);
  g_signal_connect (row, "notify::status", G_CALLBACK (count_notify_cb), &status);

  g_assert_cmpuint (suivi_plan_row_get_row (row), ==, 7);
  g_assert_true (suivi_plan_row_get_included (row));
  g_assert_false (suivi_plan_row_get_split (row));
  g_object_set (row, "included", TRUE, "split", FALSE, NULL);
  g_assert_cmpuint (included + split, ==, 0);
  g_object_set (row, "included", FALSE, "split", TRUE, NULL);
  g_assert_cmpuint (included, ==, 1);
  g_assert_cmpuint (split, ==, 1);
  g_assert_false (suivi_plan_row_get_included (row));
  g_assert_true (suivi_plan_row_get_split (row));

  suivi_plan_row_add_fault (row, SUIVI_FAULT_NO_TEXT, NULL, NULL, "Empty.");
  suivi_plan_row_add_fault (row, SUIVI_FAULT_NO_NUMBER, NULL, NULL, "Empty.");
  g_assert_cmpuint (status, ==, 1);
  g_assert_cmpint (suivi_plan_row_get_status (row), ==, SUIVI_PLAN_FAULTY);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  PLAN_TEST ("import-plan/new-then-same", test_new_then_same);
  PLAN_TEST ("import-plan/changed", test_changed);
  PLAN_TEST ("import-plan/original-alone", test_original_alone);
  PLAN_TEST ("import-plan/child-focus-decided", test_child_focus_decided);
  PLAN_TEST ("import-plan/left-out", test_left_out);
  PLAN_TEST ("import-plan/faults-of-every-row", test_faults_of_every_row);
  PLAN_TEST ("import-plan/resolve-state", test_resolve_state);
  PLAN_TEST ("import-plan/cancelled", test_cancelled);
  PLAN_TEST ("import-plan/no-review", test_no_review);
  PLAN_TEST ("import-plan/two-reviews", test_two_reviews);
  g_test_add_func ("/exchange/import-plan/row-properties", test_row_properties);

  return g_test_run ();
}
