/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The whole story, from the list to the scorecard: with the sample, and with the official lists where they
 * are. */

#include "config.h"

#include <glib/gstdio.h>

#include "workspace.h"

static char *sample;

/* The plan of a file that is about one review. */
static void
assert_plan_of (Result *result, const char *review, guint new, guint changed, guint same, guint faults)
{
  yajl_val plan = json_parse (result->out);

  g_assert_cmpstr (json_text (plan, "review"), ==, review);
  yajl_tree_free (plan);
  assert_plan (result, new, changed, same, 0, faults);
}

/* Every value that "count --by" names must be what "list" shows with that very filter. */
static void
assert_counts_agree (Workspace *workspace, const char *by)
{
  g_autofree char *line = g_strdup_printf ("count|--by|%s|--json", by);
  g_autofree char *told = workspace_tell (workspace, line);
  yajl_val counts = json_parse (told);

  g_assert_true (YAJL_IS_OBJECT (counts));
  for (size_t i = 0; i < YAJL_GET_OBJECT (counts)->len; i++)
    {
      g_autofree char *list_line
        = g_strdup_printf ("list|--%s|%s|--format|json", by, YAJL_GET_OBJECT (counts)->keys[i]);
      g_autofree char *listed = workspace_tell (workspace, list_line);
      yajl_val rows = json_parse (listed);

      g_assert_cmpint (YAJL_GET_ARRAY (rows)->len, ==,
                       YAJL_GET_INTEGER (YAJL_GET_OBJECT (counts)->values[i]));
      yajl_tree_free (rows);
    }
  yajl_tree_free (counts);
}

static guint
count_lines (const char *text)
{
  guint lines = 0;

  for (const char *p = text; *p != '\0'; p++)
    lines += *p == '\n';

  return lines;
}

static void
test_sample (Workspace *workspace, gconstpointer data)
{
  g_autofree char *output = g_build_filename (workspace->folder, "out.xlsx", NULL);
  g_autofree char *scorecard = g_strdup_printf ("scorecard|--output|%s", output);
  g_autoptr (Result) dry = run_cli ("import", workspace->file, sample, "--dry-run", "--json", NULL);
  g_autoptr (Result) human_dry = run_cli ("import", "--dry-run", workspace->file, sample, NULL);
  g_autoptr (Result) first = NULL;
  g_autoptr (Result) second = NULL;
  g_autofree char *history = NULL;

  assert_status (dry, 0);
  assert_plan_of (dry, "XAL:48", 40, 0, 0, 0);
  assert_status (human_dry, 0);
  g_assert_cmpstr (human_dry->out, ==,
                   "sample-list.docx (ohchr-list)\n"
                   "Alvera, session 48: 40 recommendations\n"
                   "40 new · 0 changed · 0 the same · 0 nearly the same · 0 need attention · 0 left out\n"
                   "  88.25 asks for 2 things.\n"
                   "With --split, they are split into parts.\n"
                   "Nothing was written (--dry-run).\n");
  assert_tells (workspace, "count", "0\n");
  assert_tells (workspace, "history", "");

  first = run_cli ("import", "--json", workspace->file, sample, NULL);
  assert_status (first, 0);
  g_assert_cmpstr (first->out, ==, dry->out);
  assert_tells (workspace, "count|--json|--by|position",
                "{\"supported\":30,\"part\":2,\"noted\":7,\"pending\":1}\n");
  assert_tells (workspace, "count|--child-focused", "22\n");
  assert_tells (workspace, "count|--state|NLD", "1\n");
  /* Côte d'Ivoire: names of States are searched, too. */
  assert_tells (workspace, "count|--search|cote", "1\n");

  second = run_cli ("import", workspace->file, sample, "--json", NULL);
  assert_status (second, 0);
  assert_plan_of (second, "XAL:48", 0, 0, 40, 0);
  history = workspace_tell (workspace, "history");
  g_assert_cmpuint (count_lines (history), ==, 1);

  /* The two asks of 88.25 become parts when somebody wants it, even later; parts do not count. */
  {
    g_autoptr (Result) split = run_cli ("import", workspace->file, sample, "--split", NULL);
    g_autoptr (Result) graded = NULL;

    assert_status (split, 0);
    assert_tells (workspace, "count", "40\n");
    graded = run_cli ("assess", workspace->file, "88.25 (b)", "--law", "done", "--policy", "done",
                      "--practice", "done", "--reason", "r", "--source", "s", "--by", "n", NULL);
    assert_status (graded, 0);
    g_assert_cmpstr (graded->out, ==, "88.25 (b): ● Implemented\n");
  }

  assert_counts_agree (workspace, "position");
  assert_counts_agree (workspace, "light");
  assert_counts_agree (workspace, "state");
  assert_counts_agree (workspace, "theme");
  assert_counts_agree (workspace, "group");

  assert_tells (workspace, scorecard, "");
  g_assert_true (g_file_test (output, G_FILE_TEST_IS_REGULAR));
  assert_tells (workspace, "undo", "Undone: Grade recommendation 88.25 (b)\n");
  assert_tells (workspace, "undo", "Undone: Split 1 recommendation\n");
  assert_tells (workspace, "undo", "Undone: Import 40 recommendations\n");
  assert_tells (workspace, "count", "0\n");
  assert_tells (workspace, "reviews|--json", "[]\n");
  assert_tells (workspace, "redo", "Done again: Import 40 recommendations\n");
  assert_tells (workspace, "count", "40\n");
}

/* The command line knows better than the file, and says so. */
static void
test_review_option (Workspace *workspace, gconstpointer data)
{
  g_autoptr (Result) same
             = run_cli ("import", workspace->file, sample, "--review", "XAL:48", "--dry-run", NULL);
  g_autoptr (Result) other
             = run_cli ("import", workspace->file, sample, "--review", "SVN:34", "--json", NULL);

  assert_status (same, 0);
  g_assert_cmpstr (same->err, ==, "");
  assert_status (other, 0);
  assert_plan_of (other, "SVN:34", 40, 0, 0, 0);
  g_assert_nonnull (strstr (other->err, "XAL:48"));
  assert_tells (workspace, "count|--review|SVN:34", "40\n");
}

static void
test_author (Workspace *workspace, gconstpointer data)
{
  g_autofree char *history = NULL;
  g_autoptr (Result) imported = NULL;

  g_setenv ("SUIVI_AUTHOR", "Zoë Analyst", TRUE);
  imported = run_cli ("import", workspace->file, sample, NULL);
  g_unsetenv ("SUIVI_AUTHOR");
  assert_status (imported, 0);
  history = workspace_tell (workspace, "history");
  g_assert_nonnull (strstr (history, "  Zoë Analyst  Import 40 recommendations\n"));
}

/* Grades stand under the name of the organisation that gave them, whoever writes them out. */
static void
test_organisation (Workspace *workspace, gconstpointer data)
{
  g_autofree char *output = g_build_filename (workspace->folder, "out.csv", NULL);
  g_autofree char *content = NULL;
  g_autoptr (Result) imported = run_cli ("import", workspace->file, sample, NULL);
  g_autoptr (Result) graded
             = run_cli ("assess", workspace->file, "88.1", "--law", "done", "--policy", "done", "--practice",
                        "done", "--reason", "R", "--source", "S", "--by", "A. Analyst", NULL);
  g_autoptr (Result) written = NULL;

  assert_status (imported, 0);
  assert_status (graded, 0);
  g_setenv ("SUIVI_ORGANISATION", "Office of Alvera", TRUE);
  written = run_cli ("scorecard", workspace->file, "--output", output, NULL);
  g_setenv ("SUIVI_ORGANISATION", "Imaginary Institution", TRUE);
  assert_status (written, 0);
  g_assert_true (g_file_get_contents (output, &content, NULL, NULL));
  g_assert_nonnull (strstr (content, "Imaginary Institution"));
  g_assert_null (strstr (content, "Office of Alvera"));
}

/* Replaces a text in one part of a Word file. Returns the new file, or NULL where there is no Python. */
static char *
edit_list (Workspace *workspace, const char *part, const char *old_text, const char *new_text)
{
  static const char script[] = "import sys, zipfile\n"
                               "source, target, part, old, new = sys.argv[1:]\n"
                               "with zipfile.ZipFile(source) as a, zipfile.ZipFile(target, 'w') as b:\n"
                               "    for name in a.namelist():\n"
                               "        data = a.read(name).decode()\n"
                               "        assert name != part or old in data\n"
                               "        b.writestr(name, data.replace(old, new) if name == part else data)\n";
  g_autofree char *target = g_build_filename (workspace->folder, "edited.docx", NULL);

  if (!run_python (script, sample, target, part, old_text, new_text, NULL))
    return NULL;

  return g_steal_pointer (&target);
}

static void
test_faults (Workspace *workspace, gconstpointer data)
{
  g_autofree char *list = edit_list (workspace, "word/document.xml", "(Georgia)", "(Atlantis)");
  g_autoptr (Result) refused = NULL;
  g_autoptr (Result) dry = NULL;
  g_autoptr (Result) told = NULL;
  g_autoptr (Result) skipped = NULL;
  yajl_val plan = NULL;
  yajl_val fault = NULL;

  if (list == NULL)
    return;

  refused = run_cli ("import", workspace->file, list, "--json", NULL);
  assert_status (refused, 3);
  assert_plan_of (refused, "XAL:48", 39, 0, 0, 1);
  plan = json_parse (refused->out);
  fault = YAJL_GET_ARRAY (json_get (plan, "faults"))->values[0];
  /* Header, two themes, and 88.6 is the sixth recommendation. */
  g_assert_cmpint (json_number (fault, "row"), ==, 9);
  g_assert_cmpstr (json_text (fault, "number"), ==, "88.6");
  g_assert_cmpstr (json_text (fault, "column"), ==, "Recommendation and recommending State");
  g_assert_cmpstr (json_text (fault, "value"), ==, "Atlantis");
  g_assert_cmpstr (json_text (fault, "reason"), !=, "");
  yajl_tree_free (plan);
  assert_tells (workspace, "count", "0\n");

  told = run_cli ("import", workspace->file, list, NULL);
  assert_status (told, 3);
  g_assert_nonnull (
    strstr (told->out,
            "39 new · 0 changed · 0 the same · 0 nearly the same · 1 need attention · 1 left out\n"));
  g_assert_nonnull (
    strstr (told->out, "  Row 9 (88.6), Recommendation and recommending State: “Atlantis”. "));
  g_assert_nonnull (strstr (told->err, "--skip-faulty"));
  dry = run_cli ("import", workspace->file, list, "--dry-run", NULL);
  assert_status (dry, 3);
  assert_tells (workspace, "history", "");

  skipped = run_cli ("import", workspace->file, list, "--json", "--skip-faulty", NULL);
  assert_status (skipped, 0);
  assert_plan_of (skipped, "XAL:48", 39, 0, 0, 1);
  assert_tells (workspace, "count", "39\n");
}

/* A second edition of the list: one text, one position. */
static void
test_changes (Workspace *workspace, gconstpointer data)
{
  g_autofree char *list
    = edit_list (workspace, "word/document.xml", "Improve data collection", "Improve statistics");
  g_autoptr (Result) first = run_cli ("import", workspace->file, sample, NULL);
  g_autoptr (Result) second = NULL;

  if (list == NULL)
    return;

  assert_status (first, 0);
  second = run_cli ("import", workspace->file, list, NULL);
  assert_status (second, 0);
  g_assert_nonnull (
    strstr (second->out,
            "0 new · 1 changed · 39 the same · 0 nearly the same · 0 need attention · 0 left out\n"
            "  88.13  Text: Improve data collection → Improve statistics\n"));
  assert_tells (workspace, "count|--search|statistics", "1\n");
  assert_tells (workspace, "undo", "Undone: Update 1 recommendation\n");
  assert_tells (workspace, "count|--search|statistics", "0\n");
}

static void
test_no_review (Workspace *workspace, gconstpointer data)
{
  g_autofree char *list = edit_list (workspace, "word/header1.xml", "UPR of Alvera", "Some list");
  g_autoptr (Result) refused = NULL;
  g_autoptr (Result) done = NULL;

  if (list == NULL)
    return;

  refused = run_cli ("import", workspace->file, list, NULL);
  assert_status (refused, 1);
  g_assert_nonnull (strstr (refused->err, "--review"));
  done = run_cli ("import", workspace->file, list, "--review", "XAL:48", "--json", NULL);
  assert_status (done, 0);
  g_assert_cmpstr (done->err, ==, "");
  assert_plan_of (done, "XAL:48", 40, 0, 0, 0);
}

static void
test_official_48 (Workspace *workspace, gconstpointer data)
{
  g_autofree char *list
    = find_test_data ("ohchr-thematic-lists", "upr48-slovenia-thematic-list-of-recommendatio.docx");
  g_autoptr (Result) first = NULL;
  g_autoptr (Result) second = NULL;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;

  if (list == NULL)
    return;

  first = run_cli ("import", workspace->file, list, "--json", NULL);
  assert_status (first, 0);
  assert_plan_of (first, "SVN:48", 254, 0, 0, 0);
  assert_tells (workspace, "count", "254\n");
  assert_tells (workspace, "count|--by|position|--json", "{\"supported\":217,\"noted\":37}\n");
  assert_tells (workspace, "count|--by|light|--json", "{\"grey\":254}\n");

  before = workspace_tell (workspace, "list|--format|json");
  second = run_cli ("import", workspace->file, list, "--json", NULL);
  assert_status (second, 0);
  assert_plan_of (second, "SVN:48", 0, 0, 254, 0);
  assert_tells (workspace, "undo", "Undone: Import 254 recommendations\n");
  assert_tells (workspace, "count", "0\n");
  assert_tells (workspace, "redo", "Done again: Import 254 recommendations\n");
  after = workspace_tell (workspace, "list|--format|json");
  g_assert_cmpstr (before, ==, after);
  assert_counts_agree (workspace, "position");
}

static void
test_official_20 (Workspace *workspace, gconstpointer data)
{
  g_autofree char *list
    = find_test_data ("ohchr-thematic-lists", "UPR20__Slovenia_ThematicListRecommendations_E.docx");
  g_autoptr (Result) first = NULL;
  g_autofree char *listed = NULL;
  yajl_val rows = NULL;
  gsize supported = 0;
  gsize noted = 0;

  if (list == NULL)
    return;

  first = run_cli ("import", workspace->file, list, "--json", NULL);
  assert_status (first, 0);
  assert_plan_of (first, "SVN:20", 163, 0, 0, 0);
  assert_tells (workspace, "count|--by|position|--json", "{\"supported\":142,\"noted\":21}\n");

  /* Pairs of recommendation and State, as UPR Info counts them. */
  listed = workspace_tell (workspace, "list|--format|json");
  rows = json_parse (listed);
  for (size_t i = 0; i < YAJL_GET_ARRAY (rows)->len; i++)
    {
      yajl_val row = YAJL_GET_ARRAY (rows)->values[i];
      gsize states = YAJL_GET_ARRAY (json_get (row, "states"))->len;

      if (g_str_equal (json_text (row, "position"), "supported"))
        supported += states;
      else
        noted += states;
    }
  yajl_tree_free (rows);
  g_assert_cmpuint (supported, ==, 155);
  g_assert_cmpuint (noted, ==, 25);
}

int
main (int argc, char **argv)
{
  int status = 0;

  g_test_init (&argc, &argv, NULL);
  runner_init (argv[1]);
  sample = g_build_filename (argv[2], "data", "sample", "sample-list.docx", NULL);
  g_unsetenv ("SUIVI_AUTHOR");
  g_setenv ("SUIVI_ORGANISATION", "Imaginary Institution", TRUE);

#define ADD(path, func) \
  g_test_add ("/cli/lists/" path, Workspace, NULL, workspace_set_up, func, workspace_tear_down)
  ADD ("sample", test_sample);
  ADD ("review-option", test_review_option);
  ADD ("author", test_author);
  ADD ("organisation", test_organisation);
  ADD ("faults", test_faults);
  ADD ("changes", test_changes);
  ADD ("no-review", test_no_review);
  ADD ("official-48", test_official_48);
  ADD ("official-20", test_official_20);

  status = g_test_run ();
  g_free (sample);

  return status;
}
