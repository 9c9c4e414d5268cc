/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gstdio.h>

#include "core/text/text.h"
#include "exchange/import-plan.h"
#include "store/transaction.h"

typedef struct
{
  char *folder;
  SuiviStore *store;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
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

static void
tear_down (Fixture *fixture, gconstpointer data)
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

static SuiviRecommendation *
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

static SuiviPlanRow *
add_row (SuiviImportPlan *plan, guint row, const char *number, const char *text)
{
  static const char *const states[] = { "FRA", "TGO", NULL };
  g_autoptr (SuiviRecommendation) recommendation = make_recommendation (number, text, states);
  SuiviPlanRow *result = suivi_plan_row_new (recommendation, row);

  suivi_import_plan_take_row (plan, result);

  return result;
}

static SuiviImportPlan *
make_plan (void)
{
  SuiviImportPlan *plan = suivi_import_plan_new ();

  suivi_import_plan_set_source (plan, "ohchr-list", "list.docx", "00ff");
  suivi_import_plan_set_review (plan, "SVN", 48, "A/HRC/59/15");

  return plan;
}

static void
compare (SuiviImportPlan *plan, SuiviStore *store)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (suivi_import_plan_compare (plan, store, &error));
  g_assert_no_error (error);
}

static void
apply (SuiviImportPlan *plan, SuiviStore *store)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (suivi_import_plan_apply (plan, store, NULL, &error));
  g_assert_no_error (error);
}

/* "new/changed/same/faulty→to apply" */
static char *
tell_counts (SuiviImportPlan *plan)
{
  return g_strdup_printf ("%u/%u/%u/%u→%u", suivi_import_plan_count (plan, SUIVI_PLAN_NEW),
                          suivi_import_plan_count (plan, SUIVI_PLAN_CHANGED),
                          suivi_import_plan_count (plan, SUIVI_PLAN_SAME),
                          suivi_import_plan_count (plan, SUIVI_PLAN_FAULTY),
                          suivi_import_plan_count_to_apply (plan));
}

#define assert_counts(plan, expected)              \
  G_STMT_START                                     \
  {                                                \
    g_autofree char *counts_ = tell_counts (plan); \
                                                   \
    g_assert_cmpstr (counts_, ==, expected);       \
  }                                                \
  G_STMT_END

static SuiviRecommendation *
find (SuiviStore *store, const char *number)
{
  g_autoptr (GPtrArray) found = NULL;
  g_autoptr (GError) error = NULL;

  found = suivi_store_find_number (store, NULL, number, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (found->len, ==, 1);

  return suivi_recommendation_ref (g_ptr_array_index (found, 0));
}

static guint
count_all (SuiviStore *store)
{
  g_autoptr (SuiviFilter) filter = suivi_filter_new ();
  g_autoptr (GError) error = NULL;
  guint count = suivi_store_count (store, filter, &error);

  g_assert_no_error (error);

  return count;
}

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
  assert_counts (plan, "2/0/0/0→2");
  compare (plan, fixture->store);
  assert_counts (plan, "2/0/0/0→2");
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
  assert_counts (plan, "0/0/2/0→0");
  add_row (again, 3, "140.1", "Ratify it");
  add_row (again, 4, "140.2", "Adopt it");
  compare (again, fixture->store);
  assert_counts (again, "0/0/2/0→0");
  apply (again, fixture->store);
  g_assert_cmpint (suivi_store_get_sequence (fixture->store), ==, 1);

  /* One step. */
  g_assert_true (suivi_store_undo (fixture->store, NULL));
  g_assert_null (suivi_store_get_undo_label (fixture->store));
  g_assert_null (suivi_store_find_review (fixture->store, "SVN", 48, NULL));
  compare (again, fixture->store);
  assert_counts (again, "2/0/0/0→2");
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
  suivi_import_plan_take_row (second, suivi_plan_row_new (changed, 2));
  add_row (second, 3, "140.2", "Adopt it");
  compare (second, fixture->store);
  assert_counts (second, "0/1/1/0→1");

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
  suivi_import_plan_take_row (second, suivi_plan_row_new (recommendation, 2));
  compare (second, fixture->store);
  assert_counts (second, "0/0/1/0→0");
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
  static const char *const states[] = { "FRA", "TGO", NULL };

  add_row (plan, 2, "140.1", "Ratify it");
  apply (plan, fixture->store);

  /* Nobody decided: the file may. */
  from_file = make_recommendation ("140.1", "Ratify it", states);
  from_file->child_focused = TRUE;
  suivi_import_plan_take_row (second, suivi_plan_row_new (from_file, 2));
  compare (second, fixture->store);
  assert_counts (second, "0/1/0/0→1");

  saved = find (fixture->store, "140.1");
  decided = suivi_recommendation_copy (saved);
  decided->child_focused = FALSE;
  decided->child_focused_decided = TRUE;
  transaction = suivi_store_begin (fixture->store, "Decide", NULL);
  g_assert_true (suivi_transaction_put_recommendation (transaction, decided, NULL));
  g_assert_true (suivi_transaction_commit (transaction, NULL));
  g_clear_pointer (&transaction, suivi_transaction_free);

  /* Somebody did: the file may not. The plan notices by itself that the workspace changed. */
  apply (second, fixture->store);
  assert_counts (second, "0/0/1/0→0");
  g_clear_pointer (&from_file, suivi_recommendation_unref);
  from_file = make_recommendation ("140.1", "Ratify it now", states);
  from_file->child_focused = TRUE;
  suivi_import_plan_take_row (third, suivi_plan_row_new (from_file, 2));
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
  SuiviPlanRow *row = NULL;

  add_row (plan, 2, "140.1", "Ratify it");
  row = add_row (plan, 3, "140.2", "Adopt it");
  suivi_plan_row_set_included (row, FALSE);
  compare (plan, fixture->store);
  assert_counts (plan, "2/0/0/0→1");
  apply (plan, fixture->store);
  g_assert_cmpstr (suivi_store_get_undo_label (fixture->store), ==, "Import 1 recommendation");
  assert_counts (plan, "2/0/0/0→1");
  compare (plan, fixture->store);
  assert_counts (plan, "1/0/1/0→0");
}

static void
test_faults_of_every_row (Fixture *fixture, gconstpointer data)
{
  g_autoptr (SuiviImportPlan) plan = make_plan ();
  g_autoptr (GPtrArray) faults = NULL;
  g_autoptr (SuiviRecommendation) saved = NULL;
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
  suivi_plan_row_add_fault (add_row (plan, 6, "140.5", "Keep it"), SUIVI_FAULT_UNKNOWN_POSITION, "Position",
                            "Perhaps", "What is that?");
  compare (plan, fixture->store);
  compare (plan, fixture->store); /* finds the same, not twice as many */
  assert_counts (plan, "1/0/0/4→1");

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
  g_autoptr (SuiviRecommendation) recommendation = NULL;
  static const char *const states[] = { "FRA", "TGO", NULL };
  static const char *const none[] = { NULL };
  SuiviPlanRow *row = NULL;
  SuiviPlanRow *alone = NULL;
  SuiviImportPart *part = NULL;

  recommendation = make_recommendation ("140.1", "Ratify it", states);
  recommendation->original
    = g_strdup ("140.1 Ratify it (France); Adopt it (Perou du Sud) (Togo); Keep it (Atlantis);");
  row = suivi_plan_row_new (recommendation, 2);
  suivi_import_plan_take_row (plan, row);
  suivi_plan_row_add_part (row, "Ratify it", (const char *const[]){ "FRA", NULL });
  suivi_plan_row_add_part (row, "Adopt it", (const char *const[]){ "TGO", NULL });
  suivi_plan_row_add_part (row, "Keep it", none);
  suivi_plan_row_add_fault (row, SUIVI_FAULT_UNKNOWN_STATE, "Recommendation", "Perou du Sud", "Who?");
  suivi_plan_row_add_fault (row, SUIVI_FAULT_UNKNOWN_STATE, "Recommendation", "Atlantis", "Who?");
  g_clear_pointer (&recommendation, suivi_recommendation_unref);

  recommendation = make_recommendation ("140.2", "Keep it", none);
  alone = suivi_plan_row_new (recommendation, 3);
  suivi_import_plan_take_row (plan, alone);
  suivi_plan_row_add_fault (alone, SUIVI_FAULT_UNKNOWN_STATE, "Recommendation", "ATLANTIS", "Who?");
  suivi_plan_row_add_fault (alone, SUIVI_FAULT_NO_STATE, "Recommendation", "", "Nobody?");
  compare (plan, fixture->store);
  assert_counts (plan, "0/0/0/2→0");

  suivi_import_plan_resolve_state (plan, "Nowhere", "PER");
  assert_counts (plan, "0/0/0/2→0");

  /* Peru comes between France and Togo, as in the cell; and into the second part, before Togo. */
  suivi_import_plan_resolve_state (plan, "Perou du Sud", "PER");
  assert_counts (plan, "0/0/0/2→0");
  g_assert_cmpuint (suivi_plan_row_get_faults (row)->len, ==, 1);
  g_assert_cmpstr (suivi_plan_row_get_recommendation (row)->states[0], ==, "FRA");
  g_assert_cmpstr (suivi_plan_row_get_recommendation (row)->states[1], ==, "PER");
  g_assert_cmpstr (suivi_plan_row_get_recommendation (row)->states[2], ==, "TGO");
  part = g_ptr_array_index (suivi_plan_row_get_parts (row), 1);
  g_assert_cmpstr (part->states[0], ==, "PER");
  g_assert_cmpstr (part->states[1], ==, "TGO");

  suivi_import_plan_resolve_state (plan, "Atlantis", "GRC");
  assert_counts (plan, "2/0/0/0→2");
  g_assert_cmpstr (suivi_plan_row_get_recommendation (row)->states[3], ==, "GRC");
  g_assert_cmpstr (suivi_plan_row_get_recommendation (alone)->states[0], ==, "GRC");
  part = g_ptr_array_index (suivi_plan_row_get_parts (row), 2);
  g_assert_cmpstr (part->states[0], ==, "GRC");
  g_assert_null (part->states[1]);

  /* The models follow, in the order of the file. */
  {
    g_autoptr (SuiviPlanRow) first = NULL;

    first = g_list_model_get_item (suivi_import_plan_get_rows (plan, SUIVI_PLAN_NEW), 0);
    g_assert_true (first == row);
  }
  apply (plan, fixture->store);
  g_assert_cmpstr (suivi_store_get_undo_label (fixture->store), ==, "Import 2 recommendations");
}

static void
test_split (Fixture *fixture, gconstpointer data)
{
  g_autoptr (SuiviImportPlan) plan = make_plan ();
  g_autoptr (SuiviImportPlan) second = make_plan ();
  g_autoptr (SuiviRecommendation) whole = NULL;
  g_autoptr (GPtrArray) none = NULL;
  g_autoptr (GPtrArray) parts = NULL;
  SuiviPlanRow *row = add_row (plan, 2, "140.1", "Ratify it; Adopt it");
  SuiviRecommendation *part = NULL;

  suivi_plan_row_add_part (row, "Ratify it", (const char *const[]){ "FRA", NULL });
  suivi_plan_row_add_part (row, "Adopt it", (const char *const[]){ "TGO", NULL });
  apply (plan, fixture->store);
  whole = find (fixture->store, "140.1");
  none = suivi_store_list_parts (fixture->store, whole->id, NULL);
  g_assert_cmpuint (none->len, ==, 0);

  /* Never without being asked; later is early enough. */
  suivi_plan_row_set_split (row, TRUE);
  compare (plan, fixture->store);
  assert_counts (plan, "0/0/1/0→1");
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
  assert_counts (plan, "0/0/1/0→0");
}

/* The list when the State had not answered, or later when it had: with other States in the first part. */
static SuiviPlanRow *
add_split_row (SuiviImportPlan *plan, gboolean answered)
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
  suivi_import_plan_take_row (plan, row);

  return row;
}

static void
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

static void
put (SuiviStore *store, SuiviRecommendation *recommendation)
{
  g_autoptr (SuiviTransaction) transaction = suivi_store_begin (store, "Edit", NULL);

  g_assert_true (suivi_transaction_put_recommendation (transaction, recommendation, NULL));
  g_assert_true (suivi_transaction_commit (transaction, NULL));
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
  SuiviPlanRow *row = NULL;

  suivi_plan_row_set_split (add_split_row (plan, FALSE), TRUE);
  apply (plan, fixture->store);
  before = find_part (fixture->store, "140.1 (a)");
  g_assert_cmpint (before->position, ==, SUIVI_POSITION_PENDING);

  /* Not asked to split again: the parts are there. */
  row = add_split_row (second, TRUE);
  compare (second, fixture->store);
  assert_counts (second, "0/1/0/0→1");
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
  assert_counts (second, "0/0/1/0→0");
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
  SuiviPlanRow *row = NULL;

  suivi_plan_row_set_split (add_split_row (plan, FALSE), TRUE);
  apply (plan, fixture->store);
  saved = find_part (fixture->store, "140.1 (b)");
  edited = suivi_recommendation_copy (saved);
  edited->position = SUIVI_POSITION_NOTED;
  put (fixture->store, edited);

  row = add_split_row (second, TRUE);
  suivi_plan_row_add_part (row, "Keep it", (const char *const[]){ "TGO", NULL });
  apply (second, fixture->store);
  a = find_part (fixture->store, "140.1 (a)");
  b = find_part (fixture->store, "140.1 (b)");
  g_assert_cmpint (a->position, ==, SUIVI_POSITION_SUPPORTED);
  g_assert_cmpint (b->position, ==, SUIVI_POSITION_NOTED);
  /* The third part comes only when asked for, and then only it. */
  g_assert_null (find_part (fixture->store, "140.1 (c)"));
  assert_counts (second, "0/1/0/0→1");
  compare (second, fixture->store);
  assert_counts (second, "0/0/1/0→0");
  suivi_plan_row_set_split (row, TRUE);
  assert_counts (second, "0/0/1/0→1");
  apply (second, fixture->store);
  c = find_part (fixture->store, "140.1 (c)");
  g_assert_cmpstr (c->text, ==, "Keep it");
  g_assert_cmpint (c->position, ==, SUIVI_POSITION_SUPPORTED);

  /* A list with two parts only: (c) stays as it is. */
  add_split_row (third, FALSE);
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
  SuiviPlanRow *row = NULL;

  suivi_plan_row_set_split (add_split_row (plan, FALSE), TRUE);
  apply (plan, fixture->store);
  before = find (fixture->store, "140.1");
  saved = find_part (fixture->store, "140.1 (b)");
  edited = suivi_recommendation_copy (saved);
  g_free (edited->text);
  edited->text = g_strdup ("Adopt");
  put (fixture->store, edited);

  row = add_split_row (second, FALSE);
  compare (second, fixture->store);
  assert_counts (second, "0/1/0/0→1");
  g_assert_cmpuint (suivi_plan_row_get_changes (row)->len, ==, 1);
  assert_change (row, 0, "Part (b): Text", "Adopt", "Adopt it");
  apply (second, fixture->store);
  after = find (fixture->store, "140.1");
  b = find_part (fixture->store, "140.1 (b)");
  g_assert_cmpstr (after->import_id, ==, before->import_id);
  g_assert_cmpstr (b->text, ==, "Adopt it");
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
  g_assert_false (suivi_import_plan_apply (plan, fixture->store, cancellable, &error));
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
  g_assert_false (suivi_import_plan_compare (plan, fixture->store, &error));
  g_assert_error (error, SUIVI_IMPORT_ERROR, SUIVI_IMPORT_ERROR_NO_REVIEW);
  g_clear_error (&error);
  g_assert_false (suivi_import_plan_apply (plan, fixture->store, NULL, &error));
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
  assert_counts (other, "1/0/0/0→1");
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

#define ADD(path, func) g_test_add ("/exchange/import-plan/" path, Fixture, NULL, set_up, func, tear_down)
  ADD ("new-then-same", test_new_then_same);
  ADD ("changed", test_changed);
  ADD ("original-alone", test_original_alone);
  ADD ("child-focus-decided", test_child_focus_decided);
  ADD ("left-out", test_left_out);
  ADD ("faults-of-every-row", test_faults_of_every_row);
  ADD ("resolve-state", test_resolve_state);
  ADD ("split", test_split);
  ADD ("parts-follow", test_parts_follow);
  ADD ("parts-of-persons", test_parts_of_persons);
  ADD ("part-alone", test_part_alone);
  ADD ("cancelled", test_cancelled);
  ADD ("no-review", test_no_review);
  ADD ("two-reviews", test_two_reviews);
  g_test_add_func ("/exchange/import-plan/row-properties", test_row_properties);

  return g_test_run ();
}
