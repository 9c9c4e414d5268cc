/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "workspace.h"

/**
 * workspace_set_up:
 *
 * Makes an empty workspace, with the command.
 */
void
workspace_set_up (Workspace *self, gconstpointer data)
{
  g_autoptr (Result) made = NULL;

  self->folder = runner_make_folder ();
  self->file = workspace_get_path (self, "test.suivi");
  made = run_cli ("new", self->file, NULL);
  assert_status (made, 0);
}

/**
 * workspace_tear_down:
 *
 * Whatever a test did, the workspace must be in order.
 */
void
workspace_tear_down (Workspace *self, gconstpointer data)
{
  g_autoptr (Result) check = run_cli ("check", self->file, NULL);

  assert_status (check, 0);
  g_assert_cmpstr (check->out, ==, "ok\n");
  runner_drop_folder (self->folder);
  g_free (self->file);
}

/**
 * workspace_get_path:
 *
 * Returns: (transfer full): path of a file beside the workspace
 */
char *
workspace_get_path (Workspace *self, const char *name)
{
  return g_build_filename (self->folder, name, NULL);
}

/**
 * workspace_write:
 * @length: bytes of @content, or -1 if it ends with a zero
 *
 * Returns: (transfer full): path of a new file with that content
 */
char *
workspace_write (Workspace *self, const char *name, const char *content, gssize length)
{
  char *path = workspace_get_path (self, name);
  g_autoptr (GError) error = NULL;

  g_file_set_contents (path, content, length, &error);
  g_assert_no_error (error);

  return path;
}

/**
 * workspace_run:
 * @line: a command and what follows the workspace, parted by "|"
 *
 * Returns: (transfer full): what came of it
 */
Result *
workspace_run (Workspace *self, const char *line)
{
  g_auto (GStrv) words = g_strsplit (line, "|", -1);
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) args = NULL;

  g_strv_builder_add_many (builder, words[0], self->file, NULL);
  g_strv_builder_addv (builder, (const char **) words + 1);
  args = g_strv_builder_end (builder);
  g_test_message ("%s", line);

  return run_strv ((const char *const *) args);
}

/**
 * workspace_tell:
 *
 * Like workspace_run(), of a command that must succeed.
 *
 * Returns: (transfer full): its output
 */
char *
workspace_tell (Workspace *self, const char *line)
{
  g_autoptr (Result) result = workspace_run (self, line);

  assert_status (result, 0);

  return g_steal_pointer (&result->out);
}

/**
 * workspace_import:
 * @source: path of a file
 * @line: (nullable): options, parted by "|"
 *
 * Returns: (transfer full): what came of its import
 */
Result *
workspace_import (Workspace *self, const char *source, const char *line)
{
  g_autofree char *whole
    = line != NULL ? g_strjoin ("|", "import", source, line, NULL) : g_strjoin ("|", "import", source, NULL);

  return workspace_run (self, whole);
}

/**
 * workspace_assert_empty:
 *
 * Nothing was ever written to the workspace.
 */
void
workspace_assert_empty (Workspace *self)
{
  assert_tells (self, "count", "0\n");
  assert_tells (self, "history", "");
  assert_tells (self, "reviews|--json", "[]\n");
  assert_tells (self, "imports|--json", "[]\n");
}

/**
 * run_python:
 * @script: a program; it ends with status 77 if something that it needs is not installed
 *
 * Returns: whether it did its work; if not, the test was skipped
 */
gboolean
run_python (const char *script, ...)
{
  g_autofree char *python = g_find_program_in_path ("/usr/bin/python3");
  g_autoptr (GPtrArray) argv = g_ptr_array_new ();
  g_autoptr (GSubprocess) process = NULL;
  g_autoptr (GError) error = NULL;
  va_list list;

  if (python == NULL)
    {
      g_test_skip ("there is no Python to make the file with");
      return FALSE;
    }

  g_ptr_array_add (argv, python);
  g_ptr_array_add (argv, (gpointer) "-c");
  g_ptr_array_add (argv, (gpointer) script);
  va_start (list, script);
  for (const char *arg = va_arg (list, const char *); arg != NULL; arg = va_arg (list, const char *))
    g_ptr_array_add (argv, (gpointer) arg);
  va_end (list);
  g_ptr_array_add (argv, NULL);

  process = g_subprocess_newv ((const char *const *) argv->pdata, G_SUBPROCESS_FLAGS_NONE, &error);
  g_assert_no_error (error);
  g_assert_true (g_subprocess_wait (process, NULL, &error));
  g_assert_no_error (error);
  g_assert_true (g_subprocess_get_if_exited (process));
  if (g_subprocess_get_exit_status (process) == 77)
    {
      g_test_skip ("a module of Python is not installed");
      return FALSE;
    }
  g_assert_cmpint (g_subprocess_get_exit_status (process), ==, 0);

  return TRUE;
}

/**
 * find_test_data:
 *
 * Returns: (transfer full) (nullable): path of a real file; if it is not at hand, the test was skipped
 */
char *
find_test_data (const char *folder, const char *name)
{
  const char *root = g_getenv ("SUIVI_TEST_DATA");
  g_autofree char *path = g_build_filename (root != NULL ? root : "/nowhere", folder, name, NULL);

  if (g_file_test (path, G_FILE_TEST_EXISTS))
    return g_steal_pointer (&path);

  g_test_skip ("the real files are not at hand");
  return NULL;
}

/**
 * plan_parse:
 * @result: what came of "import --json"
 *
 * Returns: its numbers
 */
Plan
plan_parse (Result *result)
{
  yajl_val value = json_parse (result->out);
  Plan plan = { 0 };

  plan.n_new = json_number (value, "new");
  plan.n_changed = json_number (value, "changed");
  plan.n_same = json_number (value, "same");
  plan.n_near = json_number (value, "near");
  g_assert_true (YAJL_IS_ARRAY (json_get (value, "faults")));
  plan.n_faults = YAJL_GET_ARRAY (json_get (value, "faults"))->len;
  yajl_tree_free (value);

  return plan;
}
