/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Editions of the scorecard are frozen and listed. */

#include "config.h"

#include "workspace.h"

static const char list_csv[] = "No.,Recommendation,From,Position\n"
                               "1,Plant a tree for each newborn,France,Supported\n"
                               "2,Water the trees,Togo,Supported\n"
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
grade (Workspace *workspace, const char *number, const char *level, const char *date)
{
  g_autoptr (Result) result = run_cli ("assess", workspace->file, number, "--law", level, "--policy", level,
                                       "--practice", level, "--reason", "Counted", "--source", "Register",
                                       "--by", "A. Analyst", "--date", date, NULL);

  assert_status (result, 0);
}

static void
assert_edition (yajl_val edition,
                const char *title,
                const char *cut_off,
                const char *previous,
                gint64 green,
                gint64 red,
                gint64 grey)
{
  g_assert_cmpstr (json_text (edition, "title"), ==, title);
  g_assert_cmpstr (json_text (edition, "review"), ==, "SVN:48");
  g_assert_cmpstr (json_text (edition, "cut_off"), ==, cut_off);
  if (previous != NULL)
    g_assert_cmpstr (json_text (edition, "previous"), ==, previous);
  else
    g_assert_true (YAJL_IS_NULL (json_get (edition, "previous")));
  g_assert_cmpint (json_number (edition, "rows"), ==, 3);
  g_assert_cmpint (json_number (edition, "total"), ==, 3);
  g_assert_cmpint (json_number (edition, "green"), ==, green);
  g_assert_cmpint (json_number (edition, "amber"), ==, 0);
  g_assert_cmpint (json_number (edition, "red"), ==, red);
  g_assert_cmpint (json_number (edition, "grey"), ==, grey);
}

static void
test_freeze (Workspace *workspace, gconstpointer data)
{
  g_autofree char *nothing = workspace_tell (workspace, "editions|--json");
  g_autofree char *first = NULL;
  g_autofree char *second = NULL;
  g_autofree char *undone = NULL;
  g_autofree char *table = NULL;
  g_autoptr (Result) json = NULL;
  yajl_val list = NULL;

  g_assert_cmpstr (g_strstrip (nothing), ==, "[]");
  fill (workspace);
  grade (workspace, "1", "nothing", "2025-06-01");
  first = workspace_tell (workspace, "freeze|--review|SVN:48|--title| Baseline |--cut-off|2025-12-31");
  g_assert_cmpstr (first, ==, "Baseline: 3 recommendations frozen\n");
  grade (workspace, "1", "done", "2026-06-01");
  grade (workspace, "2", "nothing", "2026-06-01");
  second
    = workspace_tell (workspace,
                      "freeze|--review|svn:48|--title|Mid-term|--cut-off|2026-06-30|--previous|baseline");
  g_assert_cmpstr (second, ==, "Mid-term: 3 recommendations frozen\n");

  /* The latest first; what was graded later did not change the first. */
  json = workspace_run (workspace, "editions|--json");
  assert_status (json, 0);
  list = json_parse (json->out);
  g_assert_cmpuint (YAJL_GET_ARRAY (list)->len, ==, 2);
  assert_edition (YAJL_GET_ARRAY (list)->values[0], "Mid-term", "2026-06-30", "Baseline", 1, 1, 1);
  assert_edition (YAJL_GET_ARRAY (list)->values[1], "Baseline", "2025-12-31", NULL, 0, 1, 2);
  yajl_tree_free (list);

  table = workspace_tell (workspace, "editions");
  g_assert_nonnull (strstr (table, "SVN:48"));
  g_assert_nonnull (strstr (table, "Baseline"));
  g_assert_nonnull (strstr (table, "Mid-term"));

  /* One step. */
  undone = workspace_tell (workspace, "undo");
  g_assert_nonnull (strstr (undone, "Freeze an edition"));
  g_free (table);
  table = workspace_tell (workspace, "editions");
  g_assert_null (strstr (table, "Mid-term"));
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

static char *
tell_judgement (Workspace *workspace, const char *number, const char *level, const char *whose)
{
  g_autofree char *line
    = g_strdup_printf ("assess|%s|--law|%s|--policy|%s|--practice|%s|--reason|Counted|--source|Register|"
                       "--by|A. Analyst|--date|2026-06-01|%s",
                       number, level, level, level, whose);

  return workspace_tell (workspace, line);
}

/* How many are open: graded by several, not alike, and not agreed on; the last one here is. */
static void
test_open (Workspace *workspace, gconstpointer data)
{
  static const char *const judgements[][3] = {
    { "1", "done", "--organisation|Union of Wells" },
    { "1", "nothing", "--organisation|Institute" },
    { "2", "done", "--organisation|Union of Wells" },
    { "2", "done", "--organisation|Institute" },
    { "3", "done", "--organisation|Union of Wells" },
    { "3", "nothing", "--organisation|Institute" },
    { "3", "some", "--agreed-by|Institute|--agreed-by|Union of Wells" },
  };
  g_autofree char *frozen = NULL;
  g_autofree char *before = NULL;

  fill (workspace);
  for (gsize i = 0; i < G_N_ELEMENTS (judgements); i++)
    g_free (tell_judgement (workspace, judgements[i][0], judgements[i][1], judgements[i][2]));
  before = workspace_tell (workspace, "freeze|--review|SVN:48|--title|Before|--cut-off|2026-05-31");
  g_assert_cmpstr (before, ==, "Before: 3 recommendations frozen\n");
  frozen = workspace_tell (workspace, "freeze|--review|SVN:48|--title|Mid-term|--cut-off|2026-06-30");
  g_assert_cmpstr (frozen, ==,
                   "Mid-term: 3 recommendations frozen\n"
                   "The organisations differ on 1 recommendation, and nothing is agreed yet.\n");
}

static void
test_refused (Workspace *workspace, gconstpointer data)
{
  g_autofree char *first = NULL;
  g_autofree char *history = NULL;
  g_autofree char *afterwards = NULL;

  fill (workspace);
  first = workspace_tell (workspace, "freeze|--review|SVN:48|--title|Baseline|--cut-off|2025-12-31");
  history = workspace_tell (workspace, "history");
  assert_refused (workspace, "freeze|--title|A|--cut-off|2026-06-30", 2, "needs this, too: --review.");
  assert_refused (workspace, "freeze|--review|SVN:48|--cut-off|2026-06-30", 2, "needs this, too: --title.");
  assert_refused (workspace, "freeze|--review|SVN:48|--title|A", 2, "needs this, too: --cut-off.");
  assert_refused (workspace, "freeze", 2, "needs this, too: --review, --title, --cut-off.");
  assert_refused (workspace, "freeze|--review|SVN:48|--title|A|--cut-off|2026-02-30", 2, "must be a date");
  assert_refused (workspace, "freeze|--review|SVN:48|--title|A|--cut-off|9999-12-31", 1,
                  "The cut-off is in the future.");
  assert_refused (workspace, "freeze|--review|SVN|--title|A|--cut-off|2026-06-30", 2, "is not a review");
  assert_refused (workspace, "freeze|--review|SVN:20|--title|A|--cut-off|2026-06-30", 1, "SVN");
  assert_refused (workspace, "freeze|--review|SVN:48|--title| |--cut-off|2026-06-30", 1, "title");
  assert_refused (workspace, "freeze|--review|SVN:48|--title|BASELINE|--cut-off|2026-06-30", 1,
                  "Give this one another title.");
  assert_refused (workspace, "freeze|--review|SVN:48|--title|A|--cut-off|2026-06-30|--previous|B", 1,
                  "There is no edition “B”");
  afterwards = workspace_tell (workspace, "history");
  g_assert_cmpstr (afterwards, ==, history);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  runner_init (argv[1]);
  g_setenv ("SUIVI_ORGANISATION", "Imaginary Institution", TRUE);

#define ADD(path, test) \
  g_test_add ("/cli/editions/" path, Workspace, NULL, workspace_set_up, test, workspace_tear_down)
  ADD ("freeze", test_freeze);
  ADD ("open", test_open);
  ADD ("refused", test_refused);

  return g_test_run ();
}
