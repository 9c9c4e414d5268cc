/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What a colleague's scorecard does to the lights, told before it is imported. */

#include "config.h"

#include <string.h>

#include "workspace.h"

static char *sample;

static void
assess (const char *file, const char *number, const char *level, const char *date)
{
  g_autoptr (Result) result = run_cli ("assess", file, number, "--law", level, "--policy", level,
                                       "--practice", level, "--reason", "Trees were counted", "--source",
                                       "Register", "--by", "A. Analyst", "--date", date, NULL);

  assert_status (result, 0);
}

static void
copy_file (const char *from, const char *to)
{
  g_autoptr (GFile) source = g_file_new_for_path (from);
  g_autoptr (GFile) target = g_file_new_for_path (to);

  g_assert_true (g_file_copy (source, target, G_FILE_COPY_NONE, NULL, NULL, NULL, NULL));
}

/* The coalition has judged one, and agreed on another; the clinic judges both, and a third. */
static char *
make_file (Workspace *workspace)
{
  char *path = workspace_get_path (workspace, "clinic.xlsx");
  g_autofree char *other = workspace_get_path (workspace, "clinic.suivi");
  g_autoptr (Result) imported = run_cli ("import", workspace->file, sample, NULL);
  g_autoptr (Result) agreed
             = run_cli ("assess", workspace->file, "88.1", "--law", "some", "--policy", "some", "--practice",
                        "some", "--reason", "Talks", "--source", "Minutes", "--by", "Chair", "--date",
                        "2026-01-01", "--agreed-by", "Tree Friends", "--agreed-by", "School Union", NULL);
  g_autoptr (Result) written = NULL;

  assert_status (imported, 0);
  assert_status (agreed, 0);
  assess (workspace->file, "88.25", "nothing", "2026-10-01");
  copy_file (workspace->file, other);
  g_setenv ("SUIVI_ORGANISATION", "Law Clinic", TRUE);
  assess (other, "88.1", "done", "2026-11-01");
  assess (other, "88.25", "done", "2026-11-01");
  assess (other, "88.2", "done", "2026-11-01");
  written = run_cli ("scorecard", other, "--output", path, "--cut-off", "2026-11-22", NULL);
  assert_status (written, 0);
  g_setenv ("SUIVI_ORGANISATION", "Imaginary Institution", TRUE);

  return path;
}

static void
test_dry_run (Workspace *workspace, gconstpointer data)
{
  g_autofree char *path = make_file (workspace);
  g_autoptr (Result) told = NULL;
  g_autoptr (Result) json = NULL;
  g_autoptr (Result) done = NULL;
  yajl_val plan = NULL;
  yajl_val lights = NULL;

  assert_tells (workspace, "count|--light|green", "0\n");
  told = workspace_import (workspace, path, "--dry-run");
  assert_status (told, 0);
  g_assert_nonnull (strstr (told->out, "\n2 lights will change: ○ No progress → ● Implemented (1), "
                                       "– Not assessed → ● Implemented (1)\n"));

  json = workspace_import (workspace, path, "--dry-run|--json");
  plan = json_parse (json->out);
  lights = json_get (plan, "lights");
  g_assert_cmpuint (YAJL_GET_ARRAY (lights)->len, ==, 2);
  g_assert_cmpstr (json_text (YAJL_GET_ARRAY (lights)->values[0], "old"), ==, "red");
  g_assert_cmpstr (json_text (YAJL_GET_ARRAY (lights)->values[0], "new"), ==, "green");
  g_assert_cmpint (json_number (YAJL_GET_ARRAY (lights)->values[1], "recommendations"), ==, 1);
  yajl_tree_free (plan);

  /* And so it comes out. */
  done = workspace_import (workspace, path, NULL);
  assert_status (done, 0);
  g_assert_null (strstr (done->out, "will change"));
  assert_tells (workspace, "count|--light|green", "2\n");
}

int
main (int argc, char **argv)
{
  int status = 0;

  g_test_init (&argc, &argv, NULL);
  runner_init (argv[1]);
  g_setenv ("SUIVI_ORGANISATION", "Imaginary Institution", TRUE);
  sample = g_build_filename (argv[2], "data", "sample", "sample-list.docx", NULL);

  g_test_add ("/cli/lights/dry-run", Workspace, NULL, workspace_set_up, test_dry_run, workspace_tear_down);

  status = g_test_run ();
  g_free (sample);

  return status;
}
