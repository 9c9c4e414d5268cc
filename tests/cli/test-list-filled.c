/* SPDX-License-Identifier: GPL-3.0-or-later */

/* "suivi-cli list-filled", and what another reader of Word files sees in its output. */

#include "config.h"

#include <string.h>

#include "workspace.h"

static char *sample;

static Result *
fill (Workspace *workspace, const char *source, const char *output, const char *cut_off)
{
  return run_cli ("list-filled", workspace->file, "--source", source, "--output", output, "--cut-off",
                  cut_off, NULL);
}

static void
set_up_sample (Workspace *workspace)
{
  g_autoptr (Result) imported = run_cli ("import", workspace->file, sample, NULL);
  g_autoptr (Result) graded
             = run_cli ("assess", workspace->file, "88.25", "--law", "done", "--policy", "done", "--practice",
                        "done", "--reason", "Books & pens\nfor all", "--source", "Gazette 12", "--by",
                        "A. Analyst", "--date", "2026-11-01", NULL);

  assert_status (imported, 0);
  assert_status (graded, 0);
}

static void
test_sample (Workspace *workspace, gconstpointer data)
{
  g_autofree char *output = workspace_get_path (workspace, "out.docx");
  g_autoptr (Result) filled = NULL;
  g_autoptr (Result) early = NULL;
  g_autoptr (Result) plan = NULL;

  set_up_sample (workspace);
  filled = fill (workspace, sample, output, "2026-11-22");
  assert_status (filled, 0);
  g_assert_cmpstr (filled->out, ==,
                   "Filled in: 1 of 40 recommendations. 39 are not assessed and were left empty.\n");
  plan = run_cli ("import", workspace->file, output, "--dry-run", "--json", NULL);
  assert_status (plan, 0);
  assert_plan (plan, 0, 0, 40, 0, 0);

  /* Before the grade was given. */
  early = fill (workspace, sample, output, "2026-10-31");
  assert_status (early, 0);
  g_assert_cmpstr (early->out, ==,
                   "Filled in: 0 of 40 recommendations. 40 are not assessed and were left empty.\n");
}

/* The table has one more column, and one cell in it says something. */
static void
test_other_reader (Workspace *workspace, gconstpointer data)
{
  g_autofree char *output = workspace_get_path (workspace, "out.docx");
  g_autoptr (Result) filled = NULL;

  set_up_sample (workspace);
  filled = fill (workspace, sample, output, "2026-11-22");
  assert_status (filled, 0);
  run_python ("import sys\n"
              "try:\n"
              "    import docx\n"
              "except ImportError:\n"
              "    sys.exit(77)\n"
              "before = docx.Document(sys.argv[1]).tables[0]\n"
              "table = docx.Document(sys.argv[2]).tables[0]\n"
              "title = 'Assessment/comments on level of implementation'\n"
              "assert table.rows[0].cells[-1].text == title\n"
              "assert len(table.rows) == len(before.rows)\n"
              "said = [row.cells[-1].text for row in table.rows if len(row._tr.tc_lst) > 1][1:]\n"
              "said = [text for text in said if text]\n"
              "assert said == ['● Implemented\\nBooks & pens\\nfor all\\nSource: Gazette 12\\n"
              "Imaginary Institution, 2026-11-01'], said\n",
              sample, output, NULL);
}

/* The grades of an edition, as they were when it was frozen. */
static void
test_edition (Workspace *workspace, gconstpointer data)
{
  g_autofree char *output = workspace_get_path (workspace, "out.docx");
  g_autoptr (Result) frozen = NULL;
  g_autoptr (Result) graded = NULL;
  g_autoptr (Result) filled = NULL;
  g_autoptr (Result) of_review = NULL;
  g_autoptr (Result) now = NULL;
  g_autoptr (Result) missing = NULL;
  g_autoptr (Result) other_review = NULL;
  g_autoptr (Result) both = NULL;
  g_autoptr (Result) review_alone = NULL;

  set_up_sample (workspace);
  frozen = run_cli ("freeze", workspace->file, "--review", "XAL:48", "--title", "Mid-term", "--cut-off",
                    "2026-11-21", NULL);
  assert_status (frozen, 0);
  graded = run_cli ("assess", workspace->file, "88.1", "--law", "done", "--policy", "done", "--practice",
                    "done", "--reason", "Since then", "--source", "Gazette 13", "--by", "A. Analyst",
                    "--date", "2026-11-02", NULL);
  assert_status (graded, 0);

  filled = run_cli ("list-filled", workspace->file, "--source", sample, "--output", output, "--edition",
                    "mid-term", NULL);
  assert_status (filled, 0);
  g_assert_cmpstr (filled->out, ==,
                   "Filled in: 1 of 40 recommendations. 39 are not assessed and were left empty.\n");
  of_review = run_cli ("list-filled", workspace->file, "--source", sample, "--output", output, "--edition",
                       "Mid-term", "--review", "XAL:48", NULL);
  assert_status (of_review, 0);
  now = fill (workspace, sample, output, "2026-11-22");
  g_assert_cmpstr (now->out, ==,
                   "Filled in: 2 of 40 recommendations. 38 are not assessed and were left empty.\n");

  missing = run_cli ("list-filled", workspace->file, "--source", sample, "--output", output, "--edition",
                     "Baseline", NULL);
  assert_status (missing, 1);
  g_assert_nonnull (strstr (missing->err, "There is no edition “Baseline”."));
  other_review = run_cli ("list-filled", workspace->file, "--source", sample, "--output", output, "--edition",
                          "Mid-term", "--review", "FRA:48", NULL);
  assert_status (other_review, 1);
  both = run_cli ("list-filled", workspace->file, "--source", sample, "--output", output, "--edition",
                  "Mid-term", "--cut-off", "2026-11-22", NULL);
  assert_status (both, 2);
  review_alone = run_cli ("list-filled", workspace->file, "--source", sample, "--output", output, "--review",
                          "XAL:48", NULL);
  assert_status (review_alone, 2);
  g_assert_nonnull (strstr (review_alone->err, "--review needs --edition"));
}

static void
test_refused (Workspace *workspace, gconstpointer data)
{
  g_autofree char *output = workspace_get_path (workspace, "out.docx");
  g_autoptr (Result) empty = fill (workspace, sample, output, "2026-11-22");
  g_autoptr (Result) no_source = run_cli ("list-filled", workspace->file, "--output", output, NULL);
  g_autoptr (Result) no_output = run_cli ("list-filled", workspace->file, "--source", sample, NULL);
  g_autoptr (Result) bad_name
             = run_cli ("list-filled", workspace->file, "--source", sample, "--output", "out.pdf", NULL);
  g_autoptr (Result) bad_date = fill (workspace, sample, output, "yesterday");
  g_autoptr (Result) missing = fill (workspace, "/nowhere/list.docx", output, "2026-11-22");

  assert_status (empty, 1);
  g_assert_nonnull (strstr (empty->err, "Alvera, session 48"));
  assert_status (no_source, 2);
  assert_status (no_output, 2);
  assert_status (bad_name, 2);
  assert_status (bad_date, 2);
  assert_status (missing, 1);
  g_assert_false (g_file_test (output, G_FILE_TEST_EXISTS));
}

int
main (int argc, char **argv)
{
  int status = 0;

  g_test_init (&argc, &argv, NULL);
  runner_init (argv[1]);
  g_setenv ("SUIVI_ORGANISATION", "Imaginary Institution", TRUE);
  sample = g_build_filename (argv[2], "data", "sample", "sample-list.docx", NULL);

  g_test_add ("/cli/list-filled/sample", Workspace, NULL, workspace_set_up, test_sample, workspace_tear_down);
  g_test_add ("/cli/list-filled/other-reader", Workspace, NULL, workspace_set_up, test_other_reader,
              workspace_tear_down);
  g_test_add ("/cli/list-filled/edition", Workspace, NULL, workspace_set_up, test_edition,
              workspace_tear_down);
  g_test_add ("/cli/list-filled/refused", Workspace, NULL, workspace_set_up, test_refused,
              workspace_tear_down);

  status = g_test_run ();
  g_free (sample);

  return status;
}
