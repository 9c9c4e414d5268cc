/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Grades are agreed on and proved, frozen, and written as reports. */

#include "config.h"

#include <glib/gstdio.h>

#include "store/transaction.h"
#include "workspace.h"

static const char list_csv[] = "No.,Recommendation,From,Position\n"
                               "1,Plant a tree for each newborn,France; Togo,Supported\n"
                               "2,Water the trees,Togo,Supported in part\n"
                               "3,Count the trees,France,Noted\n";

static void
fill (Workspace *workspace)
{
  g_autofree char *path = workspace_write (workspace, "list.csv", list_csv, -1);
  g_autoptr (Result) imported
             = run_cli ("import", workspace->file, path, "--review", "SVN:48", "--map",
                        "No.=number,Recommendation=text,From=states,Position=position", NULL);

  assert_status (imported, 0);
}

static void
assert_refused (Workspace *workspace, const char *line, int status, const char *sentence)
{
  g_autoptr (Result) result = workspace_run (workspace, line);

  g_test_message ("%s", line);
  assert_status (result, status);
  g_assert_nonnull (strstr (result->err, sentence));
  g_assert_cmpstr (result->out, ==, "");
}

#define DONE "|--law|done|--policy|done|--practice|done|--reason|Counted|--source|Register|--by|A. Analyst"
#define NOTHING \
  "|--law|nothing|--policy|nothing|--practice|nothing|--reason|Dry|--source|Walk|--by|B. Analyst"

/* The scorecard as JSON. */
static yajl_val
read_scorecard (Workspace *workspace, const char *options)
{
  g_autofree char *path = workspace_get_path (workspace, "card.json");
  g_autofree char *line = g_strdup_printf ("scorecard|--output|%s%s", path, options);
  g_autofree char *told = workspace_tell (workspace, line);
  g_autofree char *content = NULL;
  char trouble[256] = "";
  yajl_val card = NULL;

  g_assert_cmpstr (told, ==, "");
  g_assert_true (g_file_get_contents (path, &content, NULL, NULL));
  card = yajl_tree_parse (content, trouble, sizeof trouble);
  g_assert_cmpstr (trouble, ==, "");

  return card;
}

static yajl_val
get_row (yajl_val card, guint index)
{
  return YAJL_GET_ARRAY (json_get (card, "recommendations"))->values[index];
}

static void
test_agreed (Workspace *workspace, gconstpointer data)
{
  g_autofree char *agreed = NULL;
  g_autofree char *other = NULL;
  g_autofree char *worse = NULL;
  yajl_val card = NULL;
  yajl_val row = NULL;

  fill (workspace);
  agreed = workspace_tell (workspace,
                           "assess|1" DONE "|--date|2026-05-01|--agreed-by| Union of Wells |--agreed-by|"
                           "Institute|--dissent|One doubts.|--confidence|high");
  g_assert_cmpstr (agreed, ==, "1: ● Implemented\n");
  other = workspace_tell (workspace, "assess|1" NOTHING "|--date|2026-06-01|--organisation|Union of Wells");
  worse = workspace_tell (workspace, "assess|2" NOTHING "|--date|2026-06-01|--light|worse");
  g_assert_cmpstr (worse, ==, "2: ↓ Worse than before\n");

  card = read_scorecard (workspace, "");
  row = get_row (card, 0);
  g_assert_cmpstr (json_text (json_get (row, "light"), "word"), ==, "green");
  g_assert_cmpstr (json_text (row, "confidence"), ==, "high");
  g_assert_cmpstr (json_text (row, "dissent"), ==, "One doubts.");
  g_assert_cmpuint (YAJL_GET_ARRAY (json_get (row, "agreed_by"))->len, ==, 2);
  g_assert_cmpstr (YAJL_GET_STRING (YAJL_GET_ARRAY (json_get (row, "agreed_by"))->values[0]), ==,
                   "Union of Wells");
  g_assert_cmpuint (YAJL_GET_ARRAY (json_get (row, "judgements"))->len, ==, 1);
  g_assert_cmpstr (json_text (json_get (get_row (card, 1), "light"), "word"), ==, "worse");
  yajl_tree_free (card);

  assert_refused (workspace, "assess|1" DONE "|--dissent|One doubts.", 2, "--dissent needs --agreed-by");
  assert_refused (workspace, "assess|1" DONE "|--agreed-by|A|--organisation|B", 2, "exclude each other");
  assert_refused (workspace, "assess|1" DONE "|--agreed-by| ", 2, "Nothing stands after --agreed-by.");
  assert_refused (workspace, "assess|1" DONE "|--confidence|total", 2, "low, medium, high");
}

static void
test_evidence (Workspace *workspace, gconstpointer data)
{
  g_autofree char *nothing = workspace_tell (workspace, "evidence");
  g_autofree char *graded = NULL;
  g_autofree char *again = NULL;
  g_autofree char *added = NULL;
  g_autofree char *key = NULL;
  g_autofree char *line = NULL;
  g_autofree char *tied = NULL;
  g_autofree char *listed = NULL;
  yajl_val list = NULL;
  yajl_val card = NULL;
  yajl_val piece = NULL;

  g_assert_cmpstr (nothing, ==, "");
  fill (workspace);
  graded = workspace_tell (workspace, "assess|1" DONE "|--date|2026-05-01");
  again = workspace_tell (workspace, "assess|2" NOTHING "|--date|2026-05-01");
  added
    = workspace_tell (workspace, "add-evidence|--title| Register of trees |--kind|statistics|--date|2026-05|"
                                 "--publisher|Office|--url|https://trees.example|--page|4|--quotation|Twelve|"
                                 "--reliability|high|--for|1");
  g_assert_true (g_str_has_suffix (added, ": Register of trees\n"));
  key = g_strndup (added, 8);
  line = g_strdup_printf ("add-evidence|--key|%s|--for|2", key);
  tied = workspace_tell (workspace, line);
  g_assert_cmpstr (tied, ==, added);

  listed = workspace_tell (workspace, "evidence|--search|office|--json");
  list = json_parse (listed);
  g_assert_cmpuint (YAJL_GET_ARRAY (list)->len, ==, 1);
  piece = YAJL_GET_ARRAY (list)->values[0];
  g_assert_cmpstr (json_text (piece, "title"), ==, "Register of trees");
  g_assert_cmpstr (json_text (piece, "kind"), ==, "statistics");
  g_assert_cmpstr (json_text (piece, "reliability"), ==, "high");
  g_assert_cmpint (json_number (piece, "supports"), ==, 2);
  yajl_tree_free (list);

  card = read_scorecard (workspace, "");
  g_assert_cmpuint (YAJL_GET_ARRAY (json_get (card, "evidence"))->len, ==, 1);
  piece = YAJL_GET_ARRAY (json_get (card, "evidence"))->values[0];
  g_assert_cmpuint (YAJL_GET_ARRAY (json_get (piece, "recommendations"))->len, ==, 2);
  yajl_tree_free (card);

  assert_refused (workspace, "add-evidence|--title|A|--kind|law|--for|3", 1, "Grade it first");
  assert_refused (workspace, "add-evidence|--title|A", 2, "--kind is missing");
  assert_refused (workspace, "add-evidence|--kind|law", 2, "Say either --title");
  assert_refused (workspace, "add-evidence|--title|A|--kind|consultation", 2, "law, policy, budget");
  assert_refused (workspace, "add-evidence|--title|A|--kind|law|--date|May", 2, "whole or in part");
  assert_refused (workspace, "add-evidence|--title| |--kind|law", 1, "title");
  assert_refused (workspace, "add-evidence|--key|nothing|--for|1", 1, "There is no evidence “nothing”.");
}

static void
test_edition (Workspace *workspace, gconstpointer data)
{
  g_autofree char *graded = NULL;
  g_autofree char *frozen = NULL;
  g_autofree char *later = NULL;
  yajl_val card = NULL;

  fill (workspace);
  graded = workspace_tell (workspace, "assess|1" DONE "|--date|2026-05-01");
  frozen
    = workspace_tell (workspace,
                      "freeze|--review|SVN:48|--title|Mid-term|--cut-off|2026-06-30|--author| Coalition |"
                      "--author|A. Analyst|--method|We counted.|--note|In June.|--unit|"
                      "recommendation-state|--part|noted|--scale|iri");
  later = workspace_tell (workspace, "assess|1" NOTHING "|--date|2026-06-02");

  card = read_scorecard (workspace, "|--edition|MID-TERM");
  g_assert_cmpstr (json_text (json_get (get_row (card, 0), "light"), "word"), ==, "green");
  g_assert_cmpstr (json_text (json_get (get_row (card, 0), "value"), "grade"), ==, "iri-fully");
  g_assert_cmpstr (json_text (json_get (card, "edition"), "title"), ==, "Mid-term");
  g_assert_cmpstr (json_text (json_get (card, "edition"), "method"), ==, "We counted.");
  g_assert_cmpstr (json_text (json_get (card, "edition"), "note"), ==, "In June.");
  g_assert_cmpstr (YAJL_GET_STRING (
                     YAJL_GET_ARRAY (json_get (json_get (card, "edition"), "authors"))->values[0]),
                   ==, "Coalition");
  g_assert_cmpstr (json_text (card, "scale"), ==, "iri");
  /* 1 counts for two States; 2 counts as noted. */
  g_assert_cmpint (json_number (json_get (card, "totals"), "recommendations"), ==, 3);
  g_assert_cmpint (json_number (json_get (card, "totals"), "counted"), ==, 4);
  g_assert_cmpint (json_number (json_get (json_get (json_get (card, "totals"), "by_position"), "noted"),
                                "total"),
                   ==, 2);
  yajl_tree_free (card);

  card = read_scorecard (workspace, "");
  g_assert_cmpstr (json_text (json_get (get_row (card, 0), "light"), "word"), ==, "red");
  yajl_tree_free (card);

  assert_refused (workspace, "scorecard|--output|x.csv|--edition|None", 1, "There is no edition “None”.");
  assert_refused (workspace, "scorecard|--output|x.csv|--edition|A|--cut-off|2026-01-01", 2,
                  "exclude each other");
  assert_refused (workspace, "scorecard|--output|x.ods", 2, "“.docx”");
  assert_refused (workspace, "freeze|--review|SVN:48|--title|A|--cut-off|2026-06-30|--unit|State", 2,
                  "recommendation, recommendation-state");
  assert_refused (workspace, "freeze|--review|SVN:48|--title|A|--cut-off|2026-06-30|--scale|red", 2,
                  "traffic-light, iri, extent");
}

static void
test_reports (Workspace *workspace, gconstpointer data)
{
  static const char *const options[] = { "",
                                         "|--review|SVN:48",
                                         "|--cut-off|2026-06-30",
                                         "|--edition|Mid-term",
                                         "|--child-friendly",
                                         "|--child-friendly|--edition|Mid-term|--review|SVN:48" };
  g_autofree char *path = workspace_get_path (workspace, "report.docx");
  g_autofree char *none = g_strdup_printf ("report|--child-friendly|--output|%s", path);
  g_autofree char *wrong = g_strdup_printf ("report|--edition|A|--cut-off|2026-06-30|--output|%s", path);
  g_autofree char *unknown = g_strdup_printf ("report|--review|SVN:20|--output|%s", path);
  g_autofree char *frozen = NULL;
  g_autofree char *written = NULL;
  g_autofree char *chosen = NULL;
  g_autofree char *listed = NULL;
  g_autofree char *did = NULL;
  g_autofree char *told = NULL;

  fill (workspace);
  frozen = workspace_tell (workspace, "freeze|--review|SVN:48|--title|Mid-term|--cut-off|2026-06-30");
  assert_refused (workspace, none, 1, "No recommendation is chosen for children yet.");
  g_assert_false (g_file_test (path, G_FILE_TEST_EXISTS));

  written = workspace_tell (workspace, "plain|1|--wording|Plant a tree|--explanation|It grows");
  chosen = workspace_tell (workspace, "plain|1|--choose");
  listed = workspace_tell (workspace, "plain");
  g_assert_nonnull (strstr (listed, "Plant a tree"));
  did = workspace_tell (workspace, "contribution|1|--what|Gave saplings|--date|2026|--organisation|Union");
  told = workspace_tell (workspace, "contribution|1");
  g_assert_nonnull (strstr (told, "Gave saplings"));
  for (gsize i = 0; i < G_N_ELEMENTS (options); i++)
    {
      g_autofree char *line = g_strdup_printf ("report|--output|%s%s", path, options[i]);
      g_autofree char *out = workspace_tell (workspace, line);

      g_assert_cmpstr (out, ==, "");
      g_assert_true (g_file_test (path, G_FILE_TEST_EXISTS));
      g_unlink (path);
    }

  assert_refused (workspace, wrong, 2, "exclude each other");
  assert_refused (workspace, unknown, 1, "The workspace has no review SVN:20.");
  assert_refused (workspace, "report|--output|report.txt", 2, "must end in “.docx”");
  assert_refused (workspace, "plain|2|--choose", 1, "the words are empty");
  assert_refused (workspace, "plain|--choose", 2, "The number of the recommendation is missing.");
  assert_refused (workspace, "plain|1", 2, "--wording is missing");
  assert_refused (workspace, "plain|1|--choose|--leave-out", 2, "exclude each other");
  assert_refused (workspace, "contribution|1|--what| ", 1, "");
  assert_refused (workspace, "contribution|1|--date|2026", 2, "--what is missing");
  assert_refused (workspace, "contribution|9|--what|A", 1, "no recommendation with the number 9");
  g_free (listed);
  listed = workspace_tell (workspace, "undo");
  g_assert_nonnull (strstr (listed, "Add what was done for recommendation 1"));
}

/* A part "1 (a)" of the first recommendation. */
static void
split_first (Workspace *workspace)
{
  g_autoptr (SuiviStore) store = suivi_store_open (workspace->file, NULL);
  g_autoptr (GPtrArray) wholes = suivi_store_find_number (store, NULL, "1", NULL);
  const SuiviRecommendation *whole = g_ptr_array_index (wholes, 0);
  g_autoptr (SuiviRecommendation) part = suivi_recommendation_new ();
  g_autoptr (SuiviTransaction) transaction = suivi_store_begin (store, "Split", NULL);
  g_autoptr (GError) error = NULL;

  part->review_id = g_strdup (whole->review_id);
  part->parent_id = g_strdup (whole->id);
  part->number = g_strdup ("1 (a)");
  part->text = g_strdup ("Plant a tree");
  part->original = g_strdup (part->text);
  part->position = SUIVI_POSITION_SUPPORTED;
  suivi_transaction_put_recommendation (transaction, part, &error);
  g_assert_no_error (error);
  suivi_transaction_commit (transaction, &error);
  g_assert_no_error (error);
}

/* Who is responsible, added, taken away, listed, in one step each. */
static void
test_institution (Workspace *workspace, gconstpointer data)
{
  g_autofree char *told = NULL;

  fill (workspace);
  assert_tells (workspace, "institution|1", "");
  assert_tells (workspace, "institution|1|--add|Parliament|--add|Ministry of Justice", "");
  assert_tells (workspace, "institution|2|--add|PARLIAMENT", "");
  assert_tells (workspace, "institution|1", "Ministry of Justice\nParliament\n");
  assert_tells (workspace, "institution|2|--json", "[\"Parliament\"]\n");
  assert_tells (workspace, "institution|1|--remove|parliament|--add|Supreme Court", "");
  assert_tells (workspace, "institution|1", "Ministry of Justice\nSupreme Court\n");
  told = workspace_tell (workspace, "undo");
  g_assert_nonnull (strstr (told, "Set the institutions of recommendation 1"));
  assert_tells (workspace, "institution|1|--json", "[\"Ministry of Justice\",\"Parliament\"]\n");

  /* Of a part as of the whole. */
  split_first (workspace);
  assert_tells (workspace, "institution|1 (a)|--add|Supreme Court", "");
  assert_tells (workspace, "institution|1", "Ministry of Justice\nParliament\nSupreme Court\n");
  assert_tells (workspace, "institution|1 (a)", "Ministry of Justice\nParliament\nSupreme Court\n");
  assert_tells (workspace, "count|--institution|Supreme Court", "1\n");
  assert_tells (workspace, "institution|1 (a)|--remove|Parliament", "");
  assert_tells (workspace, "institution|1", "Ministry of Justice\nSupreme Court\n");

  assert_refused (workspace, "institution|1|--add| ", 2, "Nothing stands after --add.");
  assert_refused (workspace, "institution|9|--add|Parliament", 1, "no recommendation with the number 9");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  runner_init (argv[1]);
  g_setenv ("SUIVI_ORGANISATION", "Imaginary Institution", TRUE);

#define ADD(path, test) \
  g_test_add ("/cli/reports/" path, Workspace, NULL, workspace_set_up, test, workspace_tear_down)
  ADD ("agreed", test_agreed);
  ADD ("evidence", test_evidence);
  ADD ("edition", test_edition);
  ADD ("reports", test_reports);
  ADD ("institution", test_institution);

  return g_test_run ();
}
