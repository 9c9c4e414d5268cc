/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Which row is which recommendation of the workspace. */

#include "config.h"

#include "plan-fixture.h"

static const char *const france_togo[] = { "FRA", "TGO", NULL };
static const char *const france[] = { "FRA", NULL };
static const char *const togo[] = { "TGO", NULL };

/* What a file without numbers says. */
#define FIELDS_WITHOUT_NUMBER (SUIVI_PLAN_FIELDS_OF_LIST & ~SUIVI_PLAN_FIELD_BIT (SUIVI_PLAN_FIELD_NUMBER))

static void
add (SuiviImportPlan *plan, guint row, const char *number, const char *text, const char *const *states)
{
  g_autoptr (SuiviRecommendation) recommendation = make_recommendation (number, text, states);
  SuiviPlanRow *made = suivi_plan_row_new (recommendation, row);

  if (*number == '\0')
    suivi_plan_row_set_fields (made, FIELDS_WITHOUT_NUMBER);
  suivi_import_plan_take_row (plan, made);
}

static void
add_keyed (SuiviImportPlan *plan, guint row, const char *key, const char *number, const char *text)
{
  g_autoptr (SuiviRecommendation) recommendation = make_recommendation (number, text, france_togo);

  recommendation->source_key = g_strdup (key);
  take (plan, recommendation, row);
}

static void
add_of_document (SuiviImportPlan *plan, guint row, const char *symbol, const char *number, const char *text)
{
  g_autoptr (SuiviRecommendation) recommendation = make_recommendation (number, text, france_togo);

  recommendation->symbol = g_strdup (symbol);
  take (plan, recommendation, row);
}

static void
add_output (SuiviImportPlan *plan,
            guint row,
            const char *key,
            const char *symbol,
            const char *paragraph,
            const char *text)
{
  static const char *const none[] = { NULL };
  g_autoptr (SuiviRecommendation) output = make_recommendation (paragraph, text, none);
  SuiviPlanRow *made = NULL;

  g_free (output->mechanism);
  output->mechanism = g_strdup ("CRC");
  output->symbol = g_strdup (symbol);
  output->source_key = g_strdup (key);
  output->position = SUIVI_POSITION_NONE;
  g_clear_pointer (&output->position_word, g_free);
  g_strfreev (output->concerned);
  output->concerned = g_strsplit ("SVN", ",", -1);
  made = suivi_plan_row_new (output, row);
  suivi_plan_row_set_review (made, "SVN", 0);
  suivi_import_plan_take_row (plan, made);
}

static GPtrArray *
find_all (SuiviStore *store)
{
  g_autoptr (GError) error = NULL;
  GPtrArray *all = suivi_store_find_number (store, NULL, NULL, &error);

  g_assert_no_error (error);

  return all;
}

/* A key stays when number and text change; the same number under another key is not the same. */
static void
test_source_key (Fixture *fixture, gconstpointer data)
{
  g_autoptr (SuiviImportPlan) plan = make_plan ();
  g_autoptr (SuiviImportPlan) second = make_plan ();
  g_autoptr (SuiviPlanRow) row = NULL;

  add_keyed (plan, 2, "aa", "140.1", "Ratify the treaty on the sea");
  add_keyed (plan, 3, "bb", "140.2", "Adopt a law about schools");
  apply (plan, fixture->store);

  add_keyed (second, 2, "bb", "140.1", "Adopt a law about schools now");
  add_keyed (second, 3, "aa", "140.2", "Ratify the treaty on the sea");
  compare (second, fixture->store);
  assert_counts (second, "0/2/0/0/0→2");
  row = get_row (second, 2);
  assert_change (row, 0, "Number", "140.2", "140.1");
  assert_change (row, 1, "Text", "Adopt a law about schools", "Adopt a law about schools now");
  apply (second, fixture->store);
  compare (second, fixture->store);
  assert_counts (second, "0/0/2/0/0→0");
  g_assert_cmpuint (count_all (fixture->store), ==, 2);
}

/* A database that found out that it had the wrong session. */
static void
test_source_key_moves (Fixture *fixture, gconstpointer data)
{
  g_autoptr (SuiviImportPlan) plan = make_plan ();
  g_autoptr (SuiviImportPlan) second = make_plan ();
  g_autoptr (SuiviPlanRow) row = NULL;
  g_autoptr (SuiviRecommendation) saved = NULL;
  g_autoptr (SuiviReview) review = NULL;
  g_autoptr (SuiviRecommendation) recommendation = NULL;
  SuiviPlanRow *made = NULL;

  add_keyed (plan, 2, "aa", "140.1", "Ratify it");
  apply (plan, fixture->store);
  recommendation = make_recommendation ("140.1", "Ratify it", france_togo);
  recommendation->source_key = g_strdup ("aa");
  made = suivi_plan_row_new (recommendation, 2);
  suivi_plan_row_set_review (made, "SVN", 20);
  suivi_import_plan_take_row (second, made);
  compare (second, fixture->store);
  assert_counts (second, "0/1/0/0/0→1");
  row = get_row (second, 2);
  assert_change (row, 0, "Review", "Slovenia, session 48", "Slovenia, session 20");
  apply (second, fixture->store);
  saved = find (fixture->store, "140.1");
  review = suivi_store_find_review (fixture->store, "SVN", 20, NULL);
  g_assert_cmpstr (saved->review_id, ==, review->id);
}

static void
test_number_and_symbol (Fixture *fixture, gconstpointer data)
{
  g_autoptr (SuiviImportPlan) plan = make_plan ();
  g_autoptr (SuiviImportPlan) second = make_plan ();
  g_autoptr (SuiviImportPlan) third = make_plan ();
  g_autoptr (SuiviRecommendation) before = NULL;
  g_autoptr (SuiviRecommendation) saved = NULL;

  add_of_document (plan, 2, NULL, "140.1", "Ratify the treaty on the sea");
  apply (plan, fixture->store);

  /* Whoever knows no document means the same one. */
  add_of_document (second, 2, "A/HRC/59/15", "140.1", "Ratify the treaty on the sea");
  compare (second, fixture->store);
  assert_counts (second, "0/0/1/0/0→0");
  before = find (fixture->store, "140.1");
  g_assert_null (before->symbol);
  saved = suivi_recommendation_copy (before);
  saved->symbol = g_strdup ("A/HRC/59/15");
  put (fixture->store, saved);

  /* The same number in another document of the review is another one. */
  add_of_document (third, 2, "A/HRC/WG.6/48/L.5", "140.1", "Adopt a law about schools");
  compare (third, fixture->store);
  assert_counts (third, "1/0/0/0/0→1");
}

/* One side has no number: text and States decide. */
static void
test_text (Fixture *fixture, gconstpointer data)
{
  g_autoptr (SuiviImportPlan) plan = make_plan ();
  g_autoptr (SuiviImportPlan) second = make_plan ();
  g_autoptr (SuiviImportPlan) other_review = make_plan ();
  g_autoptr (SuiviPlanRow) row = NULL;

  add (plan, 2, "140.1", "Ratify the treaty on the sea", france);
  add (plan, 3, "140.2", "Ratify the treaty on the sea", togo);
  add (plan, 4, "140.3", "Adopt a law about schools", france);
  apply (plan, fixture->store);

  add (second, 2, "", "ratify the treaty, on the sea.", togo);
  add (second, 3, "", "Adopt a law about schools", togo);
  add (second, 4, "", "Ratify the treaty on the sea", france);
  compare (second, fixture->store);
  /* What Togo said is not what France said, be it word for word: a person decides. */
  assert_counts (second, "0/0/2/1/0→0");
  apply (second, fixture->store);
  g_assert_cmpuint (count_all (fixture->store), ==, 3);

  /* Not in another review. */
  suivi_import_plan_set_review (other_review, "SVN", 20, NULL);
  add (other_review, 2, "", "Adopt a law about schools", france);
  compare (other_review, fixture->store);
  assert_counts (other_review, "1/0/0/0/0→1");
  row = get_row (other_review, 2);
  g_assert_null (suivi_plan_row_get_existing (row));
}

/* The other way round: the workspace has no numbers, the file brings them. */
static void
test_text_brings_number (Fixture *fixture, gconstpointer data)
{
  g_autoptr (SuiviImportPlan) plan = make_plan ();
  g_autoptr (SuiviImportPlan) second = make_plan ();
  g_autoptr (SuiviRecommendation) saved = NULL;

  add (plan, 2, "", "Ratify the treaty on the sea", france_togo);
  add (plan, 3, "", "Adopt a law about schools", france);
  apply (plan, fixture->store);

  /* The treaty stands there once for each State. */
  add (second, 2, "140.1", "Ratify the Treaty on the sea", france);
  add (second, 3, "140.2", "Ratify the Treaty on the sea", togo);
  add (second, 4, "140.3", "Adopt a law about schools", france);
  compare (second, fixture->store);
  assert_counts (second, "1/2/0/0/0→3");
  apply (second, fixture->store);
  g_assert_cmpuint (count_all (fixture->store), ==, 3);
  saved = find (fixture->store, "140.1");
  g_assert_cmpstr (saved->text, ==, "Ratify the Treaty on the sea");
  g_assert_cmpuint (g_strv_length (saved->states), ==, 1);
  compare (second, fixture->store);
  assert_counts (second, "0/0/3/0/0→0");
}

/* The file has once for all States what the workspace has once for each. */
static void
test_text_of_all_states (Fixture *fixture, gconstpointer data)
{
  g_autoptr (SuiviImportPlan) plan = make_plan ();
  g_autoptr (SuiviImportPlan) second = make_plan ();

  add (plan, 2, "140.1", "Ratify the treaty on the sea", france);
  add (plan, 3, "140.2", "Ratify the treaty on the sea", togo);
  apply (plan, fixture->store);
  add (second, 2, "", "Ratify the treaty on the sea", france_togo);
  compare (second, fixture->store);
  assert_counts (second, "0/0/1/0/0→0");
}

/* One row for each ask under one number. */
static void
test_pieces (Fixture *fixture, gconstpointer data)
{
  g_autoptr (SuiviImportPlan) plan = make_plan ();
  g_autoptr (SuiviImportPlan) second = make_plan ();

  add (plan, 2, "140.1", "Ratify the treaty on the sea (France); adopt a law about schools (Togo); ban whips",
       france_togo);
  apply (plan, fixture->store);
  add (second, 2, "", "Adopt a law about schools", togo);
  add (second, 3, "", "Ratify the treaty on the sea", france);
  add (second, 4, "", "Ban whips", togo);
  add (second, 5, "", "Ban whips in barns, stables and circuses", togo);
  compare (second, fixture->store);
  assert_counts (second, "1/0/3/0/0→1");
}

/* UPR Info knows the action category and the issues of each ask. */
static void
add_tagged (SuiviImportPlan *plan, guint row, const char *text, guint category, const char *issues)
{
  g_autoptr (SuiviRecommendation) recommendation = make_recommendation ("", text, togo);
  SuiviPlanRow *made = NULL;

  recommendation->category = category;
  g_strfreev (recommendation->issues);
  recommendation->issues = g_strsplit (issues, "|", -1);
  made = suivi_plan_row_new (recommendation, row);
  suivi_plan_row_set_fields (made, FIELDS_WITHOUT_NUMBER | SUIVI_PLAN_FIELD_BIT (SUIVI_PLAN_FIELD_CATEGORY)
                                     | SUIVI_PLAN_FIELD_BIT (SUIVI_PLAN_FIELD_ISSUES));
  suivi_import_plan_take_row (plan, made);
}

/* What pieces know of a recommendation comes to the whole; a second time there is nothing to bring. */
static void
test_pieces_bring_tags (Fixture *fixture, gconstpointer data)
{
  g_autoptr (SuiviImportPlan) plan = make_plan ();
  g_autoptr (SuiviImportPlan) second = make_plan ();
  g_autoptr (SuiviPlanRow) row = NULL;
  g_autoptr (SuiviRecommendation) after = NULL;
  const char *const *notes = NULL;

  add (plan, 2, "140.1", "Ratify the treaty on the sea (France); adopt a law about schools (Togo); ban whips",
       france_togo);
  add (plan, 3, "140.2", "Build one bridge (Togo); plant many trees", togo);
  apply (plan, fixture->store);
  add_tagged (second, 2, "Adopt a law about schools", 4, "Education|Rights of the Child");
  add_tagged (second, 3, "Ratify the treaty on the sea", 5, "International instruments");
  add_tagged (second, 4, "Ban whips", 5, "Rights of the Child");
  add_tagged (second, 5, "Build one bridge", 2, "Development");
  add_tagged (second, 6, "Plant many trees", 3, "");
  compare (second, fixture->store);
  /* The first of each whole speaks for all. */
  assert_counts (second, "0/2/3/0/0→2");
  row = get_row (second, 2);
  assert_change (row, 0, "Action category", "", "5 – Specific action");
  assert_change (row, 1, "Issues", "", "Education, Rights of the Child, International instruments");
  g_clear_object (&row);
  row = get_row (second, 5);
  /* As many of one as of the other: that of the first. */
  assert_change (row, 0, "Action category", "", "2 – Continuing action");
  notes = suivi_import_plan_get_notes (second);
  g_assert_cmpuint (g_strv_length ((char **) notes), ==, 1);
  g_assert_true (g_str_has_prefix (notes[0], "The file has 2 recommendations of the workspace in pieces"));

  apply (second, fixture->store);
  after = find (fixture->store, "140.1");
  g_assert_cmpuint (after->category, ==, 5);
  g_assert_cmpuint (g_strv_length (after->issues), ==, 3);
  g_assert_cmpuint (count_all (fixture->store), ==, 2);
  compare (second, fixture->store);
  assert_counts (second, "0/0/5/0/0→0");
  g_assert_null (suivi_import_plan_get_notes (second)[0]);
}

/* A file that contradicts itself: by its number, row 2 is a recommendation of session 48; by its key, row 3 of
 * session 20 is the same one. One of them may have it. */
static void
test_one_claim (Fixture *fixture, gconstpointer data)
{
  for (guint first = 0; first < 2; first++)
    {
      g_autoptr (SuiviImportPlan) plan = make_plan ();
      g_autoptr (SuiviImportPlan) second = make_plan ();
      g_autoptr (GPtrArray) faults = NULL;

      if (first == 0)
        {
          add_keyed (plan, 2, "aa", "140.1", "Ratify the treaty on the sea");
          apply (plan, fixture->store);
        }
      for (guint i = 0; i < 2; i++)
        {
          gboolean keyed = i == first;
          g_autoptr (SuiviRecommendation) made
                     = make_recommendation (keyed ? "9.9" : "140.1", "Ratify the treaty on the sea soon",
                                            france_togo);
          SuiviPlanRow *row = NULL;

          made->source_key = g_strdup (keyed ? "aa" : NULL);
          row = suivi_plan_row_new (made, i + 2);
          suivi_plan_row_set_review (row, "SVN", keyed ? 20 : 48);
          suivi_import_plan_take_row (second, row);
        }
      compare (second, fixture->store);
      assert_counts (second, "0/1/0/0/1→1");
      faults = suivi_import_plan_list_faults (second);
      g_assert_cmpuint (faults->len, ==, 1);
      g_assert_cmpuint (((SuiviImportFault *) faults->pdata[0])->row, ==, 3);
      g_assert_cmpint (((SuiviImportFault *) faults->pdata[0])->kind, ==, SUIVI_FAULT_DUPLICATE);
    }
}

/* Beyond 600 times 600, nobody looks for what is nearly the same: the plan says so. */
static void
test_too_many_to_look (Fixture *fixture, gconstpointer data)
{
  g_autoptr (SuiviImportPlan) plan = make_plan ();
  g_autoptr (SuiviImportPlan) second = make_plan ();
  g_autoptr (SuiviImportPlan) third = make_plan ();

  for (guint i = 0; i < 610; i++)
    {
      g_autofree char *number = g_strdup_printf ("140.%u", i);
      g_autofree char *text = g_strdup_printf ("%u", i * 7919);
      g_autofree char *other = g_strdup_printf ("%u", i * 104729 + 1);

      add (plan, i + 2, number, text, france);
      add (second, i + 2, "", other, togo);
      if (i < 500)
        add (third, i + 2, "", other, togo);
    }
  apply (plan, fixture->store);
  compare (third, fixture->store);
  g_assert_null (suivi_import_plan_get_notes (third)[0]);
  compare (second, fixture->store);
  g_assert_cmpuint (g_strv_length ((char **) suivi_import_plan_get_notes (second)), ==, 1);
  g_assert_true (g_str_has_prefix (suivi_import_plan_get_notes (second)[0], "1 review has too many rows"));
}

static void
test_near (Fixture *fixture, gconstpointer data)
{
  g_autoptr (SuiviImportPlan) plan = make_plan ();
  g_autoptr (SuiviImportPlan) second = make_plan ();
  g_autoptr (SuiviPlanRow) row = NULL;
  g_autoptr (SuiviPlanRow) other = NULL;
  g_autoptr (GPtrArray) all = NULL;
  static const char text[]
    = "Adopt a national strategy against violence in schools and kindergartens by 2030";
  static const char near_text[]
    = "Adopt a national strategy against violence in all schools and kindergartens by 2030";
  static const char sea[] = "Ratify without delay the international treaty on the protection of the deep sea";
  static const char near_sea[] = "Ratify without delay the international treaty on protection of the deepsea";

  add (plan, 2, "140.1", text, france);
  add (plan, 3, "140.2", sea, togo);
  apply (plan, fixture->store);

  add (second, 2, "", near_text, france);
  add (second, 3, "", near_sea, togo);
  add (second, 4, "", "Build lighthouses along the northern coast", togo);
  compare (second, fixture->store);
  /* Undecided: only what is new anyway. */
  assert_counts (second, "1/0/0/2/0→1");
  g_assert_cmpuint (suivi_import_plan_count_undecided (second), ==, 2);
  row = get_row (second, 2);
  g_assert_cmpint (suivi_plan_row_get_status (row), ==, SUIVI_PLAN_NEAR);
  g_assert_cmpstr (suivi_plan_row_get_existing (row)->number, ==, "140.1");

  suivi_import_plan_decide_all (second, SUIVI_DECISION_NEW);
  g_assert_cmpint (suivi_plan_row_get_decision (row), ==, SUIVI_DECISION_NEW);
  g_assert_cmpuint (suivi_import_plan_count_undecided (second), ==, 0);
  assert_counts (second, "1/0/0/2/0→3");
  suivi_plan_row_set_decision (row, SUIVI_DECISION_SAME);
  other = get_row (second, 3);
  suivi_plan_row_set_included (other, FALSE);
  assert_counts (second, "1/0/0/2/0→1");
  suivi_plan_row_set_included (other, TRUE);
  assert_counts (second, "1/0/0/2/0→2");

  /* The same one keeps its text: it has the number, so it is from the better source. */
  apply (second, fixture->store);
  all = find_all (fixture->store);
  g_assert_cmpuint (all->len, ==, 4);
  compare (second, fixture->store);
  /* What was added is there now; what was said to be the same has nothing to tell. */
  assert_counts (second, "0/0/2/1/0→0");
}

/* With a number on both sides, only nearly the same words make one doubt; under one document, nothing does.
 * */
static void
test_near_with_numbers (Fixture *fixture, gconstpointer data)
{
  g_autoptr (SuiviImportPlan) plan = make_plan ();
  g_autoptr (SuiviImportPlan) draft = make_plan ();
  g_autoptr (SuiviImportPlan) same_document = make_plan ();
  g_autoptr (SuiviRecommendation) saved = NULL;
  static const char text[]
    = "Adopt a national strategy against violence in schools and kindergartens by 2030";

  add_of_document (plan, 2, "A/HRC/WG.6/48/L.5", "6.1", text);
  apply (plan, fixture->store);

  add_of_document (same_document, 2, "A/HRC/WG.6/48/L.5", "6.2", text);
  compare (same_document, fixture->store);
  assert_counts (same_document, "1/0/0/0/0→1");

  add_of_document (draft, 2, "A/HRC/59/15", "140.1", text);
  compare (draft, fixture->store);
  assert_counts (draft, "0/0/0/1/0→0");
  suivi_import_plan_decide_all (draft, SUIVI_DECISION_SAME);
  apply (draft, fixture->store);
  saved = find (fixture->store, "140.1");
  g_assert_cmpstr (saved->symbol, ==, "A/HRC/59/15");
  g_assert_cmpuint (count_all (fixture->store), ==, 1);
}

/* Outputs: by key, else by document, paragraph and text. */
static void
test_outputs (Fixture *fixture, gconstpointer data)
{
  g_autoptr (SuiviImportPlan) plan = suivi_import_plan_new ();
  g_autoptr (SuiviImportPlan) second = suivi_import_plan_new ();
  g_autoptr (GPtrArray) saved = NULL;
  SuiviRecommendation *output = NULL;

  add_output (plan, 2, "aa", "CRC/C/SVN/CO/5", "12", "Ban whips");
  add_output (plan, 3, NULL, "CRC/C/SVN/CO/5", "12", "Ban canes");
  add_output (plan, 4, NULL, "CRC/C/SVN/CO/5", "", "Ban both");
  g_assert_false (suivi_import_plan_needs_review (plan));
  compare (plan, fixture->store);
  assert_counts (plan, "3/0/0/0/0→3");
  apply (plan, fixture->store);
  saved = suivi_store_find_symbol (fixture->store, "CRC", "CRC/C/SVN/CO/5", NULL);
  g_assert_cmpuint (saved->len, ==, 3);
  output = g_ptr_array_index (saved, 0);
  g_assert_null (output->review_id);
  g_assert_cmpstr (output->concerned[0], ==, "SVN");

  add_output (second, 2, "aa", "CRC/C/SVN/CO/5", "13", "Ban all whips");
  add_output (second, 3, NULL, "CRC/C/SVN/CO/5", "12", "ban canes.");
  add_output (second, 4, NULL, "CRC/C/SVN/CO/5", "14", "Ban both");
  add_output (second, 5, NULL, "CRC/C/SVN/CO/6", "12", "Ban canes");
  compare (second, fixture->store);
  assert_counts (second, "2/2/0/0/0→4");
  apply (second, fixture->store);
  compare (second, fixture->store);
  assert_counts (second, "0/0/4/0/0→0");
  /* They are no recommendations of a review. */
  g_assert_cmpuint (count_all (fixture->store), ==, 0);
}

/* Rows that stand in the file twice: just so, they count once; else a person has to look. */
static void
test_duplicates (Fixture *fixture, gconstpointer data)
{
  g_autoptr (SuiviImportPlan) plan = make_plan ();
  g_autoptr (GPtrArray) faults = NULL;
  static const struct
  {
    guint row;
    SuiviFaultKind kind;
  } expected[] = {
    { 4, SUIVI_FAULT_DUPLICATE_NUMBER },
    { 7, SUIVI_FAULT_DUPLICATE },
  };

  add_row (plan, 2, "140.1", "Ratify it");
  add_row (plan, 3, "140.1", "Ratify it");
  add_row (plan, 4, "140.1", "Adopt it");
  add_keyed (plan, 5, "aa", "140.5", "Keep it");
  add_keyed (plan, 6, "aa", "140.5", "Keep it");
  add_keyed (plan, 7, "aa", "140.6", "Keep it");
  add (plan, 8, "", "Sign it", france);
  add (plan, 9, "", "Sign it", france);
  add (plan, 10, "", "Sign it", togo);
  compare (plan, fixture->store);
  compare (plan, fixture->store);
  assert_counts (plan, "4/0/0/0/2→4");
  faults = suivi_import_plan_list_faults (plan);
  g_assert_cmpuint (faults->len, ==, G_N_ELEMENTS (expected));
  for (guint i = 0; i < faults->len; i++)
    {
      SuiviImportFault *fault = g_ptr_array_index (faults, i);

      g_assert_cmpuint (fault->row, ==, expected[i].row);
      g_assert_cmpint (fault->kind, ==, expected[i].kind);
    }
  g_assert_cmpstr (suivi_import_plan_get_notes (plan)[0], ==,
                   "3 rows stand in the file twice and count once.");
  g_assert_null (suivi_import_plan_get_notes (plan)[1]);

  apply (plan, fixture->store);
  g_assert_cmpuint (count_all (fixture->store), ==, 4);
  compare (plan, fixture->store);
  assert_counts (plan, "0/0/4/0/2→0");
}

/* Two rows that both are one recommendation of the workspace, each by another sign. */
static void
test_two_rows_one_recommendation (Fixture *fixture, gconstpointer data)
{
  g_autoptr (SuiviImportPlan) plan = make_plan ();
  g_autoptr (SuiviImportPlan) second = make_plan ();
  g_autoptr (SuiviPlanRow) row = NULL;
  SuiviImportFault *fault = NULL;

  add_keyed (plan, 2, "aa", "140.1", "Ratify it");
  apply (plan, fixture->store);
  add_keyed (second, 2, "bb", "140.1", "Adopt it");
  add_keyed (second, 3, "aa", "140.2", "Ratify it");
  compare (second, fixture->store);
  assert_counts (second, "0/1/0/0/1→1");
  row = get_row (second, 2);
  fault = g_ptr_array_index (suivi_plan_row_get_faults (row), 0);
  g_assert_cmpint (fault->kind, ==, SUIVI_FAULT_DUPLICATE);
}

/* What a State promised is never what another State asked for, be the words the same. */
static void
test_commitments (Fixture *fixture, gconstpointer data)
{
  static const char *const none[] = { NULL };
  g_autoptr (SuiviImportPlan) pledges = make_plan ();
  g_autoptr (SuiviImportPlan) plan = make_plan ();
  g_autoptr (SuiviImportPlan) again = make_plan ();
  g_autoptr (SuiviRecommendation) pledge = make_recommendation ("", "Adopt a law about schools", none);
  SuiviPlanRow *row = NULL;

  pledge->position = SUIVI_POSITION_COMMITMENT;
  row = suivi_plan_row_new (pledge, 2);
  suivi_plan_row_set_fields (row, FIELDS_WITHOUT_NUMBER);
  suivi_import_plan_take_row (pledges, row);
  apply (pledges, fixture->store);

  add (plan, 2, "", "Adopt a law about schools", togo);
  compare (plan, fixture->store);
  assert_counts (plan, "1/0/0/0/0→1");
  apply (plan, fixture->store);
  g_assert_cmpuint (count_all (fixture->store), ==, 2);

  take (again, pledge, 2);
  compare (again, fixture->store);
  assert_counts (again, "0/0/1/0/0→0");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  PLAN_TEST ("plan-match/source-key", test_source_key);
  PLAN_TEST ("plan-match/source-key-moves", test_source_key_moves);
  PLAN_TEST ("plan-match/number-and-symbol", test_number_and_symbol);
  PLAN_TEST ("plan-match/text", test_text);
  PLAN_TEST ("plan-match/text-brings-number", test_text_brings_number);
  PLAN_TEST ("plan-match/text-of-all-states", test_text_of_all_states);
  PLAN_TEST ("plan-match/pieces", test_pieces);
  PLAN_TEST ("plan-match/pieces-bring-tags", test_pieces_bring_tags);
  PLAN_TEST ("plan-match/one-claim", test_one_claim);
  PLAN_TEST ("plan-match/too-many-to-look", test_too_many_to_look);
  PLAN_TEST ("plan-match/near", test_near);
  PLAN_TEST ("plan-match/near-with-numbers", test_near_with_numbers);
  PLAN_TEST ("plan-match/outputs", test_outputs);
  PLAN_TEST ("plan-match/duplicates", test_duplicates);
  PLAN_TEST ("plan-match/commitments", test_commitments);
  PLAN_TEST ("plan-match/two-rows-one-recommendation", test_two_rows_one_recommendation);

  return g_test_run ();
}
