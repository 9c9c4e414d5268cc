/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What a file may change of what the workspace has. */

#include "config.h"

#include "core/text/text.h"
#include "plan-fixture.h"

static const char *const france_togo[] = { "FRA", "TGO", NULL };

#define BIT(name) SUIVI_PLAN_FIELD_BIT (SUIVI_PLAN_FIELD_##name)

static guint
count_changes (SuiviImportPlan *plan, guint row)
{
  g_autoptr (SuiviPlanRow) found = get_row (plan, row);

  return suivi_plan_row_get_changes (found)->len;
}

static void
take_with_fields (SuiviImportPlan *plan, SuiviRecommendation *recommendation, SuiviPlanFields fields)
{
  SuiviPlanRow *row = suivi_plan_row_new (recommendation, 2);

  suivi_plan_row_set_fields (row, fields);
  suivi_import_plan_take_row (plan, row);
}

/* A file that does not speak of themes has no themes to take away. */
static void
test_fields (Fixture *fixture, gconstpointer data)
{
  static const char *const nothing[] = { NULL };
  g_autoptr (SuiviImportPlan) plan = make_plan ();
  g_autoptr (SuiviImportPlan) second = make_plan ();
  g_autoptr (SuiviImportPlan) third = make_plan ();
  g_autoptr (SuiviRecommendation) bare = make_recommendation ("140.1", "Ratify it now", nothing);
  g_autoptr (SuiviRecommendation) saved = NULL;
  g_autoptr (SuiviRecommendation) emptied = NULL;

  add_row (plan, 2, "140.1", "Ratify it");
  apply (plan, fixture->store);

  suivi_recommendation_set_lists (bare, NULL, nothing, nothing, nothing);
  bare->position = SUIVI_POSITION_PENDING;
  g_clear_pointer (&bare->position_word, g_free);
  take_with_fields (second, bare, BIT (NUMBER) | BIT (TEXT));
  compare (second, fixture->store);
  assert_counts (second, "0/1/0/0/0→1");
  g_assert_cmpuint (count_changes (second, 2), ==, 1);
  apply (second, fixture->store);
  saved = find (fixture->store, "140.1");
  g_assert_cmpstr (saved->text, ==, "Ratify it now");
  g_assert_cmpuint (g_strv_length (saved->states), ==, 2);
  g_assert_cmpuint (g_strv_length (saved->themes), ==, 2);
  g_assert_cmpint (saved->position, ==, SUIVI_POSITION_SUPPORTED);

  /* One that does, and has none, has. */
  take_with_fields (third, bare, BIT (NUMBER) | BIT (THEMES));
  apply (third, fixture->store);
  emptied = find (fixture->store, "140.1");
  g_assert_cmpuint (g_strv_length (emptied->themes), ==, 0);
  g_assert_cmpuint (g_strv_length (emptied->states), ==, 2);
}

static SuiviRecommendation *
make_upr_info (const char *text, SuiviPosition position, const char *word)
{
  SuiviRecommendation *recommendation = make_recommendation ("", text, france_togo);
  static const char *const themes[] = { "Something else", NULL };

  suivi_recommendation_set_lists (recommendation, NULL, themes, NULL, NULL);
  recommendation->position = position;
  g_free (recommendation->position_word);
  recommendation->position_word = g_strdup (word);
  recommendation->category = 5;
  g_strfreev (recommendation->issues);
  recommendation->issues = g_strsplit ("Treaty bodies,Other", ",", -1);

  return recommendation;
}

/* Another source: it fills what is empty, and is heard where its answer is another one. */
static void
test_second_source (Fixture *fixture, gconstpointer data)
{
  const SuiviPlanFields fields
    = BIT (TEXT) | BIT (STATES) | BIT (POSITION) | BIT (THEMES) | BIT (CATEGORY) | BIT (ISSUES);
  g_autoptr (SuiviImportPlan) plan = make_plan ();
  g_autoptr (SuiviImportPlan) second = make_plan ();
  g_autoptr (SuiviImportPlan) third = make_plan ();
  g_autoptr (SuiviRecommendation) first = make_recommendation ("140.1", "Ratify the Treaty!", france_togo);
  g_autoptr (SuiviRecommendation) same_answer
             = make_upr_info ("Ratify the treaty", SUIVI_POSITION_NOTED, "Noted");
  g_autoptr (SuiviRecommendation) other_answer
             = make_upr_info ("Ratify the treaty", SUIVI_POSITION_SUPPORTED, "Accepted");
  g_autoptr (SuiviRecommendation) saved = NULL;
  g_autoptr (SuiviRecommendation) after = NULL;
  g_autoptr (SuiviPlanRow) row = NULL;
  g_autoptr (SuiviPlanRow) other_row = NULL;

  first->position = SUIVI_POSITION_PART;
  g_free (first->position_word);
  first->position_word = g_strdup ("Supported/Noted");
  take (plan, first, 2);
  apply (plan, fixture->store);

  same_answer->source_key = g_strdup ("aa");
  take_with_fields (second, same_answer, fields);
  compare (second, fixture->store);
  assert_counts (second, "0/1/0/0/0→1");
  row = get_row (second, 2);
  g_assert_cmpuint (suivi_plan_row_get_changes (row)->len, ==, 2);
  assert_change (row, 0, "Action category", "", "5 – Specific action");
  assert_change (row, 1, "Issues", "", "Treaty bodies, Other");
  apply (second, fixture->store);
  saved = find (fixture->store, "140.1");
  g_assert_cmpstr (saved->text, ==, "Ratify the Treaty!");
  g_assert_cmpstr (saved->themes[0], ==, "Right to education");
  g_assert_cmpint (saved->position, ==, SUIVI_POSITION_PART);
  g_assert_cmpstr (saved->position_word, ==, "Supported/Noted");
  g_assert_cmpuint (saved->category, ==, 5);
  /* Not a change of its own, but kept. */
  g_assert_cmpstr (saved->source_key, ==, "aa");

  take_with_fields (third, other_answer, fields);
  compare (third, fixture->store);
  other_row = get_row (third, 2);
  g_assert_cmpuint (suivi_plan_row_get_changes (other_row)->len, ==, 1);
  assert_change (other_row, 0, "Position", "Supported in part", "Supported");
  apply (third, fixture->store);
  after = find (fixture->store, "140.1");
  g_assert_cmpint (after->position, ==, SUIVI_POSITION_SUPPORTED);
  g_assert_cmpstr (after->position_word, ==, "Accepted");
}

/* What nobody needs to hear about is filled in when the row is written anyway, and is no reason to write it.
 * */
static void
test_books (Fixture *fixture, gconstpointer data)
{
  g_autoptr (SuiviImportPlan) plan = make_plan ();
  g_autoptr (SuiviImportPlan) second = make_plan ();
  g_autoptr (SuiviImportPlan) third = make_plan ();
  g_autoptr (SuiviRecommendation) same = make_recommendation ("140.1", "Ratify it", france_togo);
  g_autoptr (SuiviRecommendation) other = make_recommendation ("140.1", "Ratify it now", france_togo);
  g_autoptr (SuiviRecommendation) saved = NULL;

  add_row (plan, 2, "140.1", "Ratify it");
  apply (plan, fixture->store);
  same->symbol = g_strdup ("A/HRC/59/15");
  same->date = g_strdup ("2025-03-24");
  same->source_key = g_strdup ("aa");
  take (second, same, 2);
  compare (second, fixture->store);
  assert_counts (second, "0/0/1/0/0→0");

  other->symbol = g_strdup ("A/HRC/59/15");
  other->date = g_strdup ("2025-03-24");
  other->source_key = g_strdup ("aa");
  take (third, other, 2);
  compare (third, fixture->store);
  g_assert_cmpuint (count_changes (third, 2), ==, 1);
  apply (third, fixture->store);
  saved = find (fixture->store, "140.1");
  g_assert_cmpstr (saved->symbol, ==, "A/HRC/59/15");
  g_assert_cmpstr (saved->date, ==, "2025-03-24");
  g_assert_cmpstr (saved->source_key, ==, "aa");
}

/* ---- Scorecards ---- */

static SuiviAssessment *
make_grade (const char *recommendation_id, SuiviLevel law, const char *reason)
{
  SuiviAssessment *grade = suivi_assessment_new ();

  grade->recommendation_id = g_strdup (recommendation_id);
  suivi_assessment_set_levels (grade, law, SUIVI_LEVEL_SOME, SUIVI_LEVEL_UNASSESSED);
  grade->reason = g_strdup (reason);
  grade->source = g_strdup ("The gazette");
  g_free (grade->date);
  grade->date = g_strdup ("2026-01-15");
  grade->name = g_strdup ("Maria");

  return grade;
}

static void
put_grade (SuiviStore *store, SuiviAssessment *grade)
{
  g_autoptr (SuiviTransaction) transaction = suivi_store_begin (store, "Grade", NULL);

  g_assert_true (suivi_transaction_put_assessment (transaction, grade, NULL));
  g_assert_true (suivi_transaction_commit (transaction, NULL));
}

/* The row as Suivi wrote it, when the workspace had that recommendation and that grade. */
static SuiviPlanRow *
make_scorecard_row (SuiviRecommendation *written,
                    SuiviAssessment *grade,
                    SuiviRecommendation *now,
                    SuiviAssessment *grade_now)
{
  SuiviPlanRow *row = suivi_plan_row_new (now, 2);

  suivi_plan_row_set_key (row, written->id);
  suivi_plan_row_set_fields (row, (1u << SUIVI_N_PLAN_FIELDS) - 1);
  for (SuiviPlanField field = 0; field < SUIVI_N_PLAN_FIELDS; field++)
    {
      g_autofree char *value = suivi_plan_field_value (field, written, grade);

      suivi_plan_row_set_base (row, field, suivi_plan_field_hash (value));
    }
  suivi_plan_row_take_assessment (row, suivi_assessment_copy (grade_now));

  return row;
}

static SuiviRecommendation *
prepare_scorecard (Fixture *fixture, SuiviAssessment **grade)
{
  g_autoptr (SuiviImportPlan) plan = make_plan ();
  SuiviRecommendation *saved = NULL;

  add_row (plan, 2, "140.1", "Ratify it");
  apply (plan, fixture->store);
  saved = find (fixture->store, "140.1");
  *grade = make_grade (saved->id, SUIVI_LEVEL_SOME, "A bill is before parliament");
  put_grade (fixture->store, *grade);

  return saved;
}

/* Nobody touched the file: whatever the workspace has now stays. */
static void
test_scorecard_untouched (Fixture *fixture, gconstpointer data)
{
  g_autoptr (SuiviAssessment) grade = NULL;
  g_autoptr (SuiviRecommendation) saved = prepare_scorecard (fixture, &grade);
  g_autoptr (SuiviRecommendation) edited = suivi_recommendation_copy (saved);
  g_autoptr (SuiviImportPlan) plan = suivi_import_plan_new ();

  g_free (edited->text);
  edited->text = g_strdup ("Ratify it soon");
  put (fixture->store, edited);
  suivi_import_plan_take_row (plan, make_scorecard_row (saved, grade, saved, grade));
  g_assert_false (suivi_import_plan_needs_review (plan));
  compare (plan, fixture->store);
  assert_counts (plan, "0/0/1/0/0→0");
}

/* A colleague changed the text and the grade; the workspace changed the reason meanwhile, and so did they. */
static void
test_scorecard_conflict (Fixture *fixture, gconstpointer data)
{
  g_autoptr (SuiviAssessment) grade = NULL;
  g_autoptr (SuiviRecommendation) saved = prepare_scorecard (fixture, &grade);
  g_autoptr (SuiviRecommendation) edited = suivi_recommendation_copy (saved);
  g_autoptr (SuiviAssessment) newer = make_grade (saved->id, SUIVI_LEVEL_SOME, "The bill was read twice");
  g_autoptr (SuiviAssessment) edited_grade = suivi_assessment_copy (grade);
  g_autoptr (SuiviImportPlan) plan = suivi_import_plan_new ();
  g_autoptr (SuiviRecommendation) after = NULL;
  g_autoptr (GPtrArray) grades = NULL;
  g_autoptr (SuiviPlanRow) row = NULL;
  SuiviFieldChange *change = NULL;
  SuiviAssessment *latest = NULL;

  g_free (newer->date);
  newer->date = g_strdup ("2026-02-01");
  put_grade (fixture->store, newer);

  g_free (edited->text);
  edited->text = g_strdup ("Ratify it soon");
  suivi_assessment_set_levels (edited_grade, SUIVI_LEVEL_DONE, SUIVI_LEVEL_SOME, SUIVI_LEVEL_UNASSESSED);
  g_free (edited_grade->reason);
  edited_grade->reason = g_strdup ("The law is in force");
  g_free (edited_grade->date);
  edited_grade->date = g_strdup ("2026-03-01");
  suivi_import_plan_take_row (plan, make_scorecard_row (saved, grade, edited, edited_grade));
  compare (plan, fixture->store);
  assert_counts (plan, "0/1/0/0/0→1");
  row = get_row (plan, 2);
  g_assert_cmpuint (suivi_plan_row_get_changes (row)->len, ==, 5);
  assert_change (row, 0, "Text", "Ratify it", "Ratify it soon");
  assert_change (row, 1, "Law", "Some progress", "Done");
  assert_change (row, 2, "Reason", "The bill was read twice", "The law is in force");
  assert_change (row, 3, "Date", "2026-02-01", "2026-03-01");
  /* Nobody put a name to the new grade: who imports it answers for it. */
  assert_change (row, 4, "Name", "Maria", "Tester");
  for (guint i = 0; i < 4; i++)
    {
      change = g_ptr_array_index (suivi_plan_row_get_changes (row), i);
      g_assert_cmpint (change->conflict, ==, i >= 2);
    }

  apply (plan, fixture->store);
  g_assert_cmpstr (suivi_store_get_undo_label (fixture->store), ==, "Import: 1 updated, 1 grade updated");
  after = find (fixture->store, "140.1");
  g_assert_cmpstr (after->text, ==, "Ratify it soon");
  g_assert_cmpstr (after->review_id, ==, saved->review_id);
  grades = suivi_store_list_assessments (fixture->store, saved->id, NULL);
  g_assert_cmpuint (grades->len, ==, 3);
  latest = g_ptr_array_index (grades, 0);
  g_assert_cmpint (latest->law, ==, SUIVI_LEVEL_DONE);
  g_assert_cmpint (latest->light, ==,
                   suivi_light_from_levels (SUIVI_LEVEL_DONE, SUIVI_LEVEL_SOME, SUIVI_LEVEL_UNASSESSED));
  g_assert_cmpstr (latest->reason, ==, "The law is in force");
  g_assert_cmpstr (latest->source, ==, "The gazette");
  g_assert_cmpstr (latest->name, ==, "Tester");

  compare (plan, fixture->store);
  assert_counts (plan, "0/0/1/0/0→0");
}

/* Only the grade is another one: the recommendation keeps where it came from. */
static void
test_scorecard_first_grade (Fixture *fixture, gconstpointer data)
{
  g_autoptr (SuiviImportPlan) list = make_plan ();
  g_autoptr (SuiviImportPlan) plan = suivi_import_plan_new ();
  g_autoptr (SuiviRecommendation) saved = NULL;
  g_autoptr (SuiviRecommendation) after = NULL;
  g_autoptr (SuiviAssessment) grade = NULL;
  g_autoptr (GPtrArray) grades = NULL;

  add_row (list, 2, "140.1", "Ratify it");
  apply (list, fixture->store);
  saved = find (fixture->store, "140.1");
  grade = make_grade (NULL, SUIVI_LEVEL_DONE, "The law is in force");
  suivi_import_plan_take_row (plan, make_scorecard_row (saved, NULL, saved, grade));
  compare (plan, fixture->store);
  assert_counts (plan, "0/1/0/0/0→1");
  apply (plan, fixture->store);
  g_assert_cmpstr (suivi_store_get_undo_label (fixture->store), ==, "Add 1 grade");
  after = find (fixture->store, "140.1");
  g_assert_cmpstr (after->import_id, ==, saved->import_id);
  grades = suivi_store_list_assessments (fixture->store, saved->id, NULL);
  g_assert_cmpuint (grades->len, ==, 1);
}

static void
assert_fault (SuiviImportPlan *plan, SuiviFaultKind kind, const char *column)
{
  g_autoptr (GPtrArray) faults = suivi_import_plan_list_faults (plan);
  SuiviImportFault *fault = NULL;

  g_assert_cmpuint (faults->len, ==, 1);
  fault = g_ptr_array_index (faults, 0);
  g_assert_cmpint (fault->kind, ==, kind);
  g_assert_cmpstr (fault->column, ==, column);
  g_assert_false (suivi_text_is_blank (fault->reason));
}

static void
test_scorecard_faults (Fixture *fixture, gconstpointer data)
{
  g_autoptr (SuiviAssessment) grade = NULL;
  g_autoptr (SuiviRecommendation) saved = prepare_scorecard (fixture, &grade);
  g_autoptr (SuiviAssessment) edited = suivi_assessment_copy (grade);
  g_autoptr (SuiviRecommendation) unknown = make_recommendation ("140.9", "Sign it", france_togo);
  g_autoptr (SuiviImportPlan) plan = suivi_import_plan_new ();
  g_autoptr (SuiviImportPlan) second = suivi_import_plan_new ();

  g_clear_pointer (&edited->reason, g_free);
  g_clear_pointer (&edited->name, g_free);
  suivi_import_plan_take_row (plan, make_scorecard_row (saved, grade, saved, edited));
  compare (plan, fixture->store);
  compare (plan, fixture->store);
  assert_counts (plan, "0/0/0/0/1→0");
  assert_fault (plan, SUIVI_FAULT_INCOMPLETE_GRADE, "Reason, Name");

  suivi_import_plan_take_row (second, make_scorecard_row (unknown, grade, unknown, grade));
  compare (second, fixture->store);
  assert_counts (second, "0/0/0/0/1→0");
  assert_fault (second, SUIVI_FAULT_UNKNOWN_KEY, NULL);
}

/* The order of a list is nothing, what was not judged is nothing, and a hash never changes. */
static void
test_values (void)
{
  static const char *const list[] = { "b", "a", "b", NULL };
  g_autoptr (SuiviRecommendation) recommendation = make_recommendation (NULL, NULL, list);
  g_autoptr (SuiviAssessment) blank = suivi_assessment_new ();
  g_autofree char *states = suivi_plan_field_value (SUIVI_PLAN_FIELD_STATES, recommendation, NULL);
  g_autofree char *number = suivi_plan_field_value (SUIVI_PLAN_FIELD_NUMBER, recommendation, NULL);
  g_autofree char *law = suivi_plan_field_value (SUIVI_PLAN_FIELD_LAW, recommendation, blank);
  g_autofree char *light = suivi_plan_field_value (SUIVI_PLAN_FIELD_LIGHT, recommendation, blank);
  g_autofree char *chosen = NULL;

  g_assert_cmpstr (states, ==, "a\nb");
  g_assert_cmpstr (number, ==, "");
  g_assert_cmpstr (law, ==, "");
  g_assert_cmpstr (light, ==, "");
  suivi_assessment_override_light (blank, SUIVI_LIGHT_GREEN);
  chosen = suivi_plan_field_value (SUIVI_PLAN_FIELD_LIGHT, recommendation, blank);
  g_assert_cmpstr (chosen, ==, "green");
  for (SuiviPlanField field = 0; field < SUIVI_N_PLAN_FIELDS; field++)
    {
      g_autofree char *words = suivi_plan_field_words (field, recommendation, NULL);

      g_assert_nonnull (words);
      g_assert_false (suivi_text_is_blank (suivi_plan_field_to_label (field)));
    }

  /* The test vectors of FNV-1a. */
  g_assert_cmphex (suivi_plan_field_hash (NULL), ==, 0x811c9dc5);
  g_assert_cmphex (suivi_plan_field_hash (""), ==, 0x811c9dc5);
  g_assert_cmphex (suivi_plan_field_hash ("a"), ==, 0xe40c292c);
  g_assert_cmphex (suivi_plan_field_hash ("foobar"), ==, 0xbf9cf968);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  PLAN_TEST ("plan-merge/fields", test_fields);
  PLAN_TEST ("plan-merge/second-source", test_second_source);
  PLAN_TEST ("plan-merge/books", test_books);
  PLAN_TEST ("plan-merge/scorecard-untouched", test_scorecard_untouched);
  PLAN_TEST ("plan-merge/scorecard-conflict", test_scorecard_conflict);
  PLAN_TEST ("plan-merge/scorecard-first-grade", test_scorecard_first_grade);
  PLAN_TEST ("plan-merge/scorecard-faults", test_scorecard_faults);
  g_test_add_func ("/exchange/plan-merge/values", test_values);

  return g_test_run ();
}
