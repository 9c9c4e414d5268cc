/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What a person chooses before an import, what is said about it, and a workspace that changes meanwhile. */

#include "config.h"

#include "plan-fixture.h"

static const char *const france_togo[] = { "FRA", "TGO", NULL };

static void
add_of_state (SuiviImportPlan *plan, guint row, const char *state, guint session, SuiviFaultKind *fault)
{
  g_autofree char *number = g_strdup_printf ("140.%u", row);
  SuiviPlanRow *made = make_row (row, number, "Ratify it");

  suivi_plan_row_set_review (made, state, session);
  if (fault != NULL)
    suivi_plan_row_add_fault (made, *fault, "Column", "Atlantis", "Why.");
  suivi_import_plan_take_row (plan, made);
}

static char *
tell_included (SuiviImportPlan *plan)
{
  g_autoptr (GPtrArray) groups = suivi_import_plan_list_groups (plan);
  g_autoptr (GString) words = g_string_new (NULL);

  for (guint i = 0; i < groups->len; i++)
    {
      const SuiviPlanGroup *group = g_ptr_array_index (groups, i);

      if (group->included)
        g_string_append_printf (words, "%s:%u ", group->state != NULL ? group->state : "-", group->session);
    }

  return g_string_free (g_steal_pointer (&words), FALSE);
}

static void
assert_known (SuiviImportPlan *plan, const char *known, const char *expected)
{
  g_auto (GStrv) states = g_strsplit (known, ",", -1);
  g_autofree char *included = NULL;

  suivi_import_plan_take_known_states (plan, (const char *const *) states);
  included = tell_included (plan);
  g_assert_cmpstr (included, ==, expected);
}

/* Of a file of many States, those that the workspace has; of a file about one, all. */
static void
test_known_states (void)
{
  g_autoptr (SuiviImportPlan) plan = suivi_import_plan_new ();
  g_autoptr (SuiviImportPlan) one = suivi_import_plan_new ();

  add_of_state (plan, 2, "SVN", 48, NULL);
  add_of_state (plan, 3, "PER", 42, NULL);
  add_of_state (plan, 4, "SVN", 20, NULL);
  assert_known (plan, "", "");
  assert_known (plan, "AUT", "");
  assert_known (plan, "PER,AUT", "PER:42 ");
  g_assert_cmpuint (suivi_import_plan_count (plan, SUIVI_PLAN_NEW), ==, 1);
  assert_known (plan, "SVN", "SVN:48 SVN:20 ");
  add_of_state (plan, 5, NULL, 0, NULL);
  assert_known (plan, "PER", "PER:42 -:0 ");

  add_of_state (one, 2, "SVN", 48, NULL);
  add_of_state (one, 3, "SVN", 20, NULL);
  assert_known (one, "", "SVN:48 SVN:20 ");
  assert_known (one, "PER", "SVN:48 SVN:20 ");
}

/* Faults and notes are about what was chosen; what could be of any State says that it is. */
static void
test_follow_states (Fixture *fixture, gconstpointer data)
{
  static const char *const slovenia[] = { "SVN", NULL };
  g_autoptr (SuiviImportPlan) plan = suivi_import_plan_new ();
  g_autoptr (GPtrArray) faults = NULL;
  SuiviFaultKind unknown = SUIVI_FAULT_UNKNOWN_STATE;
  SuiviFaultKind no_review = SUIVI_FAULT_NO_REVIEW;
  const SuiviImportFault *fault = NULL;

  add_of_state (plan, 2, "SVN", 48, &unknown);
  add_of_state (plan, 3, "PER", 42, &unknown);
  add_of_state (plan, 4, "PER", 42, NULL);
  add_of_state (plan, 4, "PER", 42, NULL);
  add_of_state (plan, 5, NULL, 0, &no_review);
  suivi_import_plan_add_note (plan, "3 rows are hidden.");
  compare (plan, fixture->store);
  g_assert_cmpstr (suivi_import_plan_get_notes (plan)[0], ==,
                   "1 row stands in the file twice and counts once.");
  g_assert_cmpstr (suivi_import_plan_get_notes (plan)[1], ==, "3 rows are hidden.");

  suivi_import_plan_take_only_states (plan, slovenia);
  g_assert_cmpstr (suivi_import_plan_get_notes (plan)[0], ==, "About the whole file:");
  g_assert_cmpstr (suivi_import_plan_get_notes (plan)[1], ==, "3 rows are hidden.");
  g_assert_null (suivi_import_plan_get_notes (plan)[2]);
  faults = suivi_import_plan_list_faults (plan);
  g_assert_cmpuint (faults->len, ==, 2);
  fault = g_ptr_array_index (faults, 0);
  g_assert_cmpstr (fault->number, ==, "140.2");
  g_assert_false (fault->whole_file);
  fault = g_ptr_array_index (faults, 1);
  g_assert_cmpstr (fault->number, ==, "140.5");
  g_assert_true (fault->whole_file);
}

static void
add_answer (SuiviImportPlan *plan, guint row, const char *number, const char *word, const char *state)
{
  g_autoptr (SuiviRecommendation) recommendation = make_recommendation (number, "Ratify it", france_togo);
  SuiviPlanRow *made = NULL;

  recommendation->position = SUIVI_POSITION_PENDING;
  g_free (recommendation->position_word);
  recommendation->position_word = g_strdup (word);
  made = suivi_plan_row_new (recommendation, row);
  suivi_plan_row_add_fault (made, SUIVI_FAULT_UNKNOWN_POSITION, "Answer", word, "What is that?");
  if (state != NULL)
    suivi_plan_row_add_fault (made, SUIVI_FAULT_UNKNOWN_STATE, "States", state, "Who is that?");
  suivi_import_plan_take_row (plan, made);
}

/* An answer that nobody knew is settled in all rows that have it, and can be taken back. */
static void
test_settle_position (Fixture *fixture, gconstpointer data)
{
  g_autoptr (SuiviImportPlan) list = make_plan ();
  g_autoptr (SuiviImportPlan) plan = make_plan ();
  g_autoptr (SuiviPlanRow) row = NULL;
  g_autoptr (SuiviRecommendation) after = NULL;
  g_autoptr (GPtrArray) choices = NULL;
  const SuiviPlanChoice *choice = NULL;

  add_row (list, 2, "140.1", "Ratify it");
  apply (list, fixture->store);

  add_answer (plan, 2, "140.1", "Taken to heart", NULL);
  add_answer (plan, 3, "140.2", "Taken to heart", "Atlantis");
  add_answer (plan, 4, "140.3", "Perhaps", NULL);
  compare (plan, fixture->store);
  assert_counts (plan, "0/0/0/0/3→0");
  suivi_import_plan_resolve_position (plan, "taken to heart", SUIVI_POSITION_NOTED);
  assert_counts (plan, "0/1/0/0/2→1");
  row = get_row (plan, 2);
  assert_change (row, 0, "Position", "Supported", "Noted");
  suivi_import_plan_resolve_state (plan, "Atlantis", "GRC");
  assert_counts (plan, "1/1/0/0/1→2");
  choices = suivi_import_plan_list_choices (plan);
  g_assert_cmpuint (choices->len, ==, 2);
  choice = g_ptr_array_index (choices, 0);
  g_assert_cmpint (choice->kind, ==, SUIVI_FAULT_UNKNOWN_POSITION);
  g_assert_cmpint (choice->position, ==, SUIVI_POSITION_NOTED);
  g_assert_cmpuint (choice->n_rows, ==, 2);
  choice = g_ptr_array_index (choices, 1);
  g_assert_cmpstr (choice->state, ==, "GRC");
  g_assert_cmpuint (choice->n_rows, ==, 1);

  /* Taken back: the one that held both choices keeps the other. */
  suivi_import_plan_undo_choice (plan, SUIVI_FAULT_UNKNOWN_POSITION, "Taken to heart");
  assert_counts (plan, "0/0/0/0/3→0");
  g_clear_object (&row);
  row = get_row (plan, 3);
  g_assert_cmpuint (suivi_plan_row_get_faults (row)->len, ==, 1);
  g_assert_cmpuint (g_strv_length (suivi_plan_row_get_recommendation (row)->states), ==, 3);
  suivi_import_plan_undo_choice (plan, SUIVI_FAULT_UNKNOWN_STATE, "Atlantis");
  g_assert_cmpuint (suivi_plan_row_get_faults (row)->len, ==, 2);
  g_assert_cmpuint (g_strv_length (suivi_plan_row_get_recommendation (row)->states), ==, 2);
  g_clear_pointer (&choices, g_ptr_array_unref);
  choices = suivi_import_plan_list_choices (plan);
  g_assert_cmpuint (choices->len, ==, 0);

  /* And said again, otherwise; the source's own word stays, and a comparison keeps the choice. */
  suivi_import_plan_resolve_position (plan, "Taken to heart", SUIVI_POSITION_SUPPORTED);
  suivi_import_plan_resolve_state (plan, "Atlantis", "PER");
  compare (plan, fixture->store);
  assert_counts (plan, "1/1/0/0/1→2");
  apply (plan, fixture->store);
  after = find (fixture->store, "140.2");
  g_assert_cmpint (after->position, ==, SUIVI_POSITION_SUPPORTED);
  g_assert_cmpstr (after->position_word, ==, "Taken to heart");
  g_assert_cmpstr (after->states[2], ==, "PER");
}

/* What came out the same is taken back against what the workspace has all the same. */
static void
test_undo_same (Fixture *fixture, gconstpointer data)
{
  g_autoptr (SuiviImportPlan) list = make_plan ();
  g_autoptr (SuiviImportPlan) plan = make_plan ();

  add_row (list, 2, "140.1", "Ratify it");
  apply (list, fixture->store);
  add_answer (plan, 2, "140.1", "Supported", NULL);
  compare (plan, fixture->store);
  for (guint i = 0; i < 2; i++)
    {
      suivi_import_plan_resolve_position (plan, "Supported", SUIVI_POSITION_SUPPORTED);
      assert_counts (plan, "0/0/1/0/0→0");
      suivi_import_plan_undo_choice (plan, SUIVI_FAULT_UNKNOWN_POSITION, "Supported");
      assert_counts (plan, "0/0/0/0/1→0");
    }
}

/* The words of the button, and of what was done. */
static void
assert_words (SuiviImportPlan *plan, const char *task, const char *done)
{
  g_autofree char *task_words = suivi_import_plan_tell_task (plan);
  g_autofree char *done_words = suivi_import_plan_tell_done (plan);

  g_assert_cmpstr (task_words, ==, task);
  g_assert_cmpstr (done_words, ==, done);
}

static void
test_words (Fixture *fixture, gconstpointer data)
{
  g_autoptr (SuiviImportPlan) list = make_plan ();
  g_autoptr (SuiviImportPlan) plan = make_plan ();

  add_row (list, 2, "140.1", "Ratify it");
  compare (list, fixture->store);
  assert_words (list, "Import 1 recommendation", "1 recommendation imported");
  apply (list, fixture->store);
  assert_words (list, "Import 1 recommendation", "1 recommendation imported");
  compare (list, fixture->store);
  assert_words (list, "Nothing to import", "Nothing was imported");

  add_row (plan, 2, "140.1", "Ratify it now");
  compare (plan, fixture->store);
  assert_words (plan, "Update 1 recommendation", "1 recommendation updated");
  add_row (plan, 3, "140.2", "Sign it");
  add_row (plan, 4, "140.3", "Keep it");
  compare (plan, fixture->store);
  assert_words (plan, "Import: 2 new, 1 updated", "Imported: 2 new, 1 updated");
  apply (plan, fixture->store);
  g_assert_cmpstr (suivi_store_get_undo_label (fixture->store), ==, "Import: 2 new, 1 updated");
}

static void
change_text (SuiviStore *store, const char *number, const char *text, const char *position_source)
{
  g_autoptr (SuiviRecommendation) saved = find (store, number);
  g_autoptr (SuiviRecommendation) changed = suivi_recommendation_copy (saved);

  g_free (changed->text);
  changed->text = g_strdup (text);
  g_free (changed->position_source);
  changed->position_source = g_strdup (position_source);
  put (store, changed);
}

/* What was shown must be what happens. */
static void
test_moved (Fixture *fixture, gconstpointer data)
{
  g_autoptr (SuiviImportPlan) list = make_plan ();
  g_autoptr (SuiviImportPlan) plan = make_plan ();
  g_autoptr (SuiviRecommendation) after = NULL;
  g_autoptr (GError) error = NULL;

  add_row (list, 2, "140.1", "Ratify it");
  add_row (list, 3, "140.2", "Sign it");
  apply (list, fixture->store);
  add_row (plan, 2, "140.1", "Ratify it now");
  add_row (plan, 3, "140.2", "Sign it");
  compare (plan, fixture->store);
  assert_counts (plan, "0/1/1/0/0→1");

  /* Somebody changes what the plan would change as well. */
  change_text (fixture->store, "140.1", "Ratify it at once", NULL);
  g_assert_false (suivi_import_plan_apply (plan, fixture->store, NULL, NULL, &error));
  g_assert_error (error, SUIVI_IMPORT_ERROR, SUIVI_IMPORT_ERROR_MOVED);
  after = find (fixture->store, "140.1");
  g_assert_cmpstr (after->text, ==, "Ratify it at once");
  assert_counts (plan, "0/1/1/0/0→1");

  /* The plan was shown again. What changes now has nothing to do with it. */
  add_row (list, 4, "140.9", "Something else");
  apply (list, fixture->store);
  compare (plan, fixture->store);
  change_text (fixture->store, "140.9", "Something different", NULL);
  apply (plan, fixture->store);
  g_clear_pointer (&after, suivi_recommendation_unref);
  after = find (fixture->store, "140.1");
  g_assert_cmpstr (after->text, ==, "Ratify it now");
}

/* A plan can be seen before there is a workspace. */
static void
test_without_workspace (Fixture *fixture, gconstpointer data)
{
  g_autoptr (SuiviImportPlan) plan = make_plan ();
  g_autoptr (SuiviImportPlan) second = make_plan ();
  g_autoptr (SuiviRecommendation) keyed = make_recommendation ("140.2", "Sign it", france_togo);
  g_autoptr (GError) error = NULL;

  add_row (plan, 2, "140.1", "Ratify it");
  keyed->source_key = g_strdup ("aa");
  take (plan, keyed, 3);
  compare (plan, NULL);
  assert_counts (plan, "2/0/0/0/0→2");
  apply (plan, fixture->store);
  g_assert_cmpuint (count_all (fixture->store), ==, 2);

  /* The workspace that was named at last has something of it: then it is another plan. */
  add_row (second, 2, "140.1", "Ratify it");
  compare (second, NULL);
  assert_counts (second, "1/0/0/0/0→1");
  g_assert_false (suivi_import_plan_apply (second, fixture->store, NULL, NULL, &error));
  g_assert_error (error, SUIVI_IMPORT_ERROR, SUIVI_IMPORT_ERROR_MOVED);
  assert_counts (second, "0/0/1/0/0→0");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/exchange/plan-settle/known-states", test_known_states);
  PLAN_TEST ("plan-settle/follow-states", test_follow_states);
  PLAN_TEST ("plan-settle/position", test_settle_position);
  PLAN_TEST ("plan-settle/undo-same", test_undo_same);
  PLAN_TEST ("plan-settle/words", test_words);
  PLAN_TEST ("plan-settle/moved", test_moved);
  PLAN_TEST ("plan-settle/without-workspace", test_without_workspace);

  return g_test_run ();
}
