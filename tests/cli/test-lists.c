/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The whole story, from the list to the scorecard: with the sample, and with the official lists where they
 * are. */

#include "config.h"

#include <glib/gstdio.h>

#include "runner.h"

typedef struct
{
  char *folder;
  char *file;
  char *sample;
} Fixture;

static const char *source_root;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (Result) made = NULL;

  fixture->folder = runner_make_folder ();
  fixture->file = g_build_filename (fixture->folder, "test.suivi", NULL);
  fixture->sample = g_build_filename (source_root, "data", "sample", "sample-list.docx", NULL);
  made = run_cli ("new", fixture->file, NULL);
  assert_status (made, 0);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_autoptr (Result) check = run_cli ("check", fixture->file, NULL);

  assert_status (check, 0);
  g_assert_cmpstr (check->out, ==, "ok\n");
  runner_drop_folder (fixture->folder);
  g_free (fixture->file);
  g_free (fixture->sample);
}

/* Runs a command on the workspace and expects it to succeed. */
static char *
tell (Fixture *fixture, const char *line)
{
  g_auto (GStrv) words = g_strsplit (line, "|", -1);
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) args = NULL;
  g_autoptr (Result) result = NULL;

  g_strv_builder_add_many (builder, words[0], fixture->file, NULL);
  g_strv_builder_addv (builder, (const char **) words + 1);
  args = g_strv_builder_end (builder);
  result = run_strv ((const char *const *) args);
  g_test_message ("%s", line);
  assert_status (result, 0);

  return g_steal_pointer (&result->out);
}

#define assert_tells(fixture, line, expected)      \
  G_STMT_START                                     \
  {                                                \
    g_autofree char *told_ = tell (fixture, line); \
                                                   \
    g_assert_cmpstr (told_, ==, expected);         \
  }                                                \
  G_STMT_END

static void
assert_plan (Result *result, const char *review, guint new, guint changed, guint same, guint faults)
{
  yajl_val plan = json_parse (result->out);

  g_assert_cmpstr (json_text (plan, "review"), ==, review);
  g_assert_cmpint (json_number (plan, "new"), ==, new);
  g_assert_cmpint (json_number (plan, "changed"), ==, changed);
  g_assert_cmpint (json_number (plan, "same"), ==, same);
  g_assert_true (YAJL_IS_ARRAY (json_get (plan, "faults")));
  g_assert_cmpuint (YAJL_GET_ARRAY (json_get (plan, "faults"))->len, ==, faults);
  yajl_tree_free (plan);
}

/* Every value that "count --by" names must be what "list" shows with that very filter. */
static void
assert_counts_agree (Fixture *fixture, const char *by)
{
  g_autofree char *line = g_strdup_printf ("count|--by|%s|--json", by);
  g_autofree char *told = tell (fixture, line);
  yajl_val counts = json_parse (told);

  g_assert_true (YAJL_IS_OBJECT (counts));
  for (size_t i = 0; i < YAJL_GET_OBJECT (counts)->len; i++)
    {
      g_autofree char *list_line
        = g_strdup_printf ("list|--%s|%s|--format|json", by, YAJL_GET_OBJECT (counts)->keys[i]);
      g_autofree char *listed = tell (fixture, list_line);
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
test_sample (Fixture *fixture, gconstpointer data)
{
  g_autofree char *output = g_build_filename (fixture->folder, "out.xlsx", NULL);
  g_autofree char *scorecard = g_strdup_printf ("scorecard|--output|%s", output);
  g_autoptr (Result) dry = run_cli ("import", fixture->file, fixture->sample, "--dry-run", "--json", NULL);
  g_autoptr (Result) human_dry = run_cli ("import", "--dry-run", fixture->file, fixture->sample, NULL);
  g_autoptr (Result) first = NULL;
  g_autoptr (Result) second = NULL;
  g_autofree char *history = NULL;

  assert_status (dry, 0);
  assert_plan (dry, "XAL:48", 40, 0, 0, 0);
  assert_status (human_dry, 0);
  g_assert_cmpstr (human_dry->out, ==,
                   "Alvera, session 48\n"
                   "40 new · 0 changed · 0 the same · 0 need attention\n"
                   "  88.25 asks for 2 things.\n"
                   "With --split, they are split into parts.\n"
                   "Nothing was written (--dry-run).\n");
  assert_tells (fixture, "count", "0\n");
  assert_tells (fixture, "history", "");

  first = run_cli ("import", "--json", fixture->file, fixture->sample, NULL);
  assert_status (first, 0);
  g_assert_cmpstr (first->out, ==, dry->out);
  assert_tells (fixture, "count|--json|--by|position",
                "{\"supported\":30,\"part\":2,\"noted\":7,\"pending\":1}\n");
  assert_tells (fixture, "count|--child-focused", "22\n");
  assert_tells (fixture, "count|--state|NLD", "1\n");
  /* Côte d'Ivoire: names of States are searched, too. */
  assert_tells (fixture, "count|--search|cote", "1\n");

  second = run_cli ("import", fixture->file, fixture->sample, "--json", NULL);
  assert_status (second, 0);
  assert_plan (second, "XAL:48", 0, 0, 40, 0);
  history = tell (fixture, "history");
  g_assert_cmpuint (count_lines (history), ==, 1);

  /* The two asks of 88.25 become parts when somebody wants it, even later; parts do not count. */
  {
    g_autoptr (Result) split = run_cli ("import", fixture->file, fixture->sample, "--split", NULL);
    g_autoptr (Result) graded = NULL;

    assert_status (split, 0);
    assert_tells (fixture, "count", "40\n");
    graded = run_cli ("assess", fixture->file, "88.25 (b)", "--law", "done", "--policy", "done", "--practice",
                      "done", "--reason", "r", "--source", "s", "--by", "n", NULL);
    assert_status (graded, 0);
    g_assert_cmpstr (graded->out, ==, "88.25 (b): ● Implemented\n");
  }

  assert_counts_agree (fixture, "position");
  assert_counts_agree (fixture, "light");
  assert_counts_agree (fixture, "state");
  assert_counts_agree (fixture, "theme");
  assert_counts_agree (fixture, "group");

  assert_tells (fixture, scorecard, "");
  g_assert_true (g_file_test (output, G_FILE_TEST_IS_REGULAR));
  assert_tells (fixture, "undo", "Undone: Grade recommendation 88.25 (b)\n");
  assert_tells (fixture, "undo", "Undone: Import 1 recommendation\n");
  assert_tells (fixture, "undo", "Undone: Import 40 recommendations\n");
  assert_tells (fixture, "count", "0\n");
  assert_tells (fixture, "reviews|--json", "[]\n");
  assert_tells (fixture, "redo", "Done again: Import 40 recommendations\n");
  assert_tells (fixture, "count", "40\n");
}

/* The command line knows better than the file, and says so. */
static void
test_review_option (Fixture *fixture, gconstpointer data)
{
  g_autoptr (Result) same
             = run_cli ("import", fixture->file, fixture->sample, "--review", "XAL:48", "--dry-run", NULL);
  g_autoptr (Result) other
             = run_cli ("import", fixture->file, fixture->sample, "--review", "SVN:34", "--json", NULL);

  assert_status (same, 0);
  g_assert_cmpstr (same->err, ==, "");
  assert_status (other, 0);
  assert_plan (other, "SVN:34", 40, 0, 0, 0);
  g_assert_nonnull (strstr (other->err, "XAL:48"));
  assert_tells (fixture, "count|--review|SVN:34", "40\n");
}

static void
test_author (Fixture *fixture, gconstpointer data)
{
  g_autofree char *history = NULL;
  g_autoptr (Result) imported = NULL;

  g_setenv ("SUIVI_AUTHOR", "Zoë Analyst", TRUE);
  imported = run_cli ("import", fixture->file, fixture->sample, NULL);
  g_unsetenv ("SUIVI_AUTHOR");
  assert_status (imported, 0);
  history = tell (fixture, "history");
  g_assert_nonnull (strstr (history, "  Zoë Analyst  Import 40 recommendations\n"));
}

/* Replaces a text in one part of a Word file. Returns the new file, or NULL where there is no Python. */
static char *
edit_list (Fixture *fixture, const char *part, const char *old_text, const char *new_text)
{
  static const char script[] = "import sys, zipfile\n"
                               "source, target, part, old, new = sys.argv[1:]\n"
                               "with zipfile.ZipFile(source) as a, zipfile.ZipFile(target, 'w') as b:\n"
                               "    for name in a.namelist():\n"
                               "        data = a.read(name).decode()\n"
                               "        assert name != part or old in data\n"
                               "        b.writestr(name, data.replace(old, new) if name == part else data)\n";
  g_autofree char *target = g_build_filename (fixture->folder, "edited.docx", NULL);
  g_autofree char *python = g_find_program_in_path ("python3");
  g_autoptr (GSubprocess) process = NULL;
  g_autoptr (GError) error = NULL;

  if (python == NULL)
    {
      g_test_skip ("there is no Python to make the file with");
      return NULL;
    }

  process = g_subprocess_new (G_SUBPROCESS_FLAGS_NONE, &error, python, "-c", script, fixture->sample, target,
                              part, old_text, new_text, NULL);
  g_assert_no_error (error);
  g_assert_true (g_subprocess_wait_check (process, NULL, &error));
  g_assert_no_error (error);

  return g_steal_pointer (&target);
}

static void
test_faults (Fixture *fixture, gconstpointer data)
{
  g_autofree char *list = edit_list (fixture, "word/document.xml", "(Georgia)", "(Atlantis)");
  g_autoptr (Result) refused = NULL;
  g_autoptr (Result) dry = NULL;
  g_autoptr (Result) told = NULL;
  g_autoptr (Result) skipped = NULL;
  yajl_val plan = NULL;
  yajl_val fault = NULL;

  if (list == NULL)
    return;

  refused = run_cli ("import", fixture->file, list, "--json", NULL);
  assert_status (refused, 3);
  assert_plan (refused, "XAL:48", 39, 0, 0, 1);
  plan = json_parse (refused->out);
  fault = YAJL_GET_ARRAY (json_get (plan, "faults"))->values[0];
  /* Header, two themes, and 88.6 is the sixth recommendation. */
  g_assert_cmpint (json_number (fault, "row"), ==, 9);
  g_assert_cmpstr (json_text (fault, "column"), ==, "Recommendation and recommending State");
  g_assert_cmpstr (json_text (fault, "value"), ==, "Atlantis");
  g_assert_cmpstr (json_text (fault, "reason"), !=, "");
  yajl_tree_free (plan);
  assert_tells (fixture, "count", "0\n");

  told = run_cli ("import", fixture->file, list, NULL);
  assert_status (told, 3);
  g_assert_nonnull (strstr (told->out, "39 new · 0 changed · 0 the same · 1 need attention\n"));
  g_assert_nonnull (strstr (told->out, "“Atlantis”"));
  g_assert_nonnull (strstr (told->err, "--skip-faulty"));
  dry = run_cli ("import", fixture->file, list, "--dry-run", NULL);
  assert_status (dry, 3);
  assert_tells (fixture, "history", "");

  skipped = run_cli ("import", fixture->file, list, "--json", "--skip-faulty", NULL);
  assert_status (skipped, 0);
  assert_plan (skipped, "XAL:48", 39, 0, 0, 1);
  assert_tells (fixture, "count", "39\n");
}

/* A second edition of the list: one text, one position. */
static void
test_changes (Fixture *fixture, gconstpointer data)
{
  g_autofree char *list
    = edit_list (fixture, "word/document.xml", "Improve data collection", "Improve statistics");
  g_autoptr (Result) first = run_cli ("import", fixture->file, fixture->sample, NULL);
  g_autoptr (Result) second = NULL;

  if (list == NULL)
    return;

  assert_status (first, 0);
  second = run_cli ("import", fixture->file, list, NULL);
  assert_status (second, 0);
  g_assert_nonnull (strstr (second->out, "0 new · 1 changed · 39 the same · 0 need attention\n"
                                         "  88.13  Text: Improve data collection → Improve statistics\n"));
  assert_tells (fixture, "count|--search|statistics", "1\n");
  assert_tells (fixture, "undo", "Undone: Import 1 recommendation\n");
  assert_tells (fixture, "count|--search|statistics", "0\n");
}

static void
test_no_review (Fixture *fixture, gconstpointer data)
{
  g_autofree char *list = edit_list (fixture, "word/header1.xml", "UPR of Alvera", "Some list");
  g_autoptr (Result) refused = NULL;
  g_autoptr (Result) done = NULL;

  if (list == NULL)
    return;

  refused = run_cli ("import", fixture->file, list, NULL);
  assert_status (refused, 1);
  g_assert_nonnull (strstr (refused->err, "--review"));
  done = run_cli ("import", fixture->file, list, "--review", "XAL:48", "--json", NULL);
  assert_status (done, 0);
  g_assert_cmpstr (done->err, ==, "");
  assert_plan (done, "XAL:48", 40, 0, 0, 0);
}

static char *
find_list (const char *name)
{
  const char *folder = g_getenv ("SUIVI_TEST_DATA");
  g_autofree char *path
    = g_build_filename (folder != NULL ? folder : "/nowhere", "ohchr-thematic-lists", name, NULL);

  if (g_file_test (path, G_FILE_TEST_EXISTS))
    return g_steal_pointer (&path);

  g_test_skip ("the official lists are not at hand");
  return NULL;
}

static void
test_official_48 (Fixture *fixture, gconstpointer data)
{
  g_autofree char *list = find_list ("upr48-slovenia-thematic-list-of-recommendatio.docx");
  g_autoptr (Result) first = NULL;
  g_autoptr (Result) second = NULL;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;

  if (list == NULL)
    return;

  first = run_cli ("import", fixture->file, list, "--json", NULL);
  assert_status (first, 0);
  assert_plan (first, "SVN:48", 254, 0, 0, 0);
  assert_tells (fixture, "count", "254\n");
  assert_tells (fixture, "count|--by|position|--json", "{\"supported\":217,\"noted\":37}\n");
  assert_tells (fixture, "count|--by|light|--json", "{\"grey\":254}\n");

  before = tell (fixture, "list|--format|json");
  second = run_cli ("import", fixture->file, list, "--json", NULL);
  assert_status (second, 0);
  assert_plan (second, "SVN:48", 0, 0, 254, 0);
  assert_tells (fixture, "undo", "Undone: Import 254 recommendations\n");
  assert_tells (fixture, "count", "0\n");
  assert_tells (fixture, "redo", "Done again: Import 254 recommendations\n");
  after = tell (fixture, "list|--format|json");
  g_assert_cmpstr (before, ==, after);
  assert_counts_agree (fixture, "position");
}

static void
test_official_20 (Fixture *fixture, gconstpointer data)
{
  g_autofree char *list = find_list ("UPR20__Slovenia_ThematicListRecommendations_E.docx");
  g_autoptr (Result) first = NULL;
  g_autofree char *listed = NULL;
  yajl_val rows = NULL;
  gsize supported = 0;
  gsize noted = 0;

  if (list == NULL)
    return;

  first = run_cli ("import", fixture->file, list, "--json", NULL);
  assert_status (first, 0);
  assert_plan (first, "SVN:20", 163, 0, 0, 0);
  assert_tells (fixture, "count|--by|position|--json", "{\"supported\":142,\"noted\":21}\n");

  /* Pairs of recommendation and State, as UPR Info counts them. */
  listed = tell (fixture, "list|--format|json");
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
  g_test_init (&argc, &argv, NULL);
  runner_init (argv[1]);
  source_root = argv[2];
  g_assert_nonnull (source_root);
  g_unsetenv ("SUIVI_AUTHOR");

#define ADD(path, func) g_test_add ("/cli/lists/" path, Fixture, NULL, set_up, func, tear_down)
  ADD ("sample", test_sample);
  ADD ("review-option", test_review_option);
  ADD ("author", test_author);
  ADD ("faults", test_faults);
  ADD ("changes", test_changes);
  ADD ("no-review", test_no_review);
  ADD ("official-48", test_official_48);
  ADD ("official-20", test_official_20);

  return g_test_run ();
}
