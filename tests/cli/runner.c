/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gstdio.h>

#include "runner.h"

/* Far beyond what any call takes, sanitizers included. */
#define SECONDS 60

static const char *program_path;

/**
 * runner_init:
 * @program: path of suivi-cli
 */
void
runner_init (const char *program)
{
  g_assert_nonnull (program);
  program_path = program;
}

/**
 * runner_get_program:
 *
 * Returns: path of suivi-cli
 */
const char *
runner_get_program (void)
{
  return program_path;
}

/**
 * runner_make_folder:
 *
 * Returns: (transfer full): a new empty folder
 */
char *
runner_make_folder (void)
{
  g_autoptr (GError) error = NULL;
  char *folder = g_dir_make_tmp ("suivi-cli-XXXXXX", &error);

  g_assert_no_error (error);

  return folder;
}

/**
 * runner_drop_folder:
 * @folder: (transfer full): a folder without folders in it; it is removed
 */
void
runner_drop_folder (char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name = NULL;

  g_assert_nonnull (dir);
  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      g_assert_cmpint (g_remove (path), ==, 0);
    }
  g_assert_cmpint (g_rmdir (folder), ==, 0);
  g_free (folder);
}

typedef struct
{
  GMainLoop *loop;
  GBytes *out;
  GBytes *err;
  gboolean in_time;
} Wait;

static void
communicated_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Wait *wait = user_data;
  g_autoptr (GError) error = NULL;

  g_subprocess_communicate_finish (G_SUBPROCESS (source), result, &wait->out, &wait->err, &error);
  g_assert_no_error (error);
  g_main_loop_quit (wait->loop);
}

static gboolean
too_late_cb (gpointer user_data)
{
  GSubprocess *process = user_data;

  g_test_message ("it did not end in time");
  g_subprocess_force_exit (process);

  return G_SOURCE_REMOVE;
}

static char *
to_text (GBytes *bytes)
{
  gsize size = 0;
  const char *data = g_bytes_get_data (bytes, &size);
  char *text = g_strndup (data != NULL ? data : "", size);

  g_assert_cmpuint (strlen (text), ==, size);
  g_bytes_unref (bytes);

  return text;
}

/**
 * run_strv:
 * @args: what follows the name of the program
 *
 * Returns: (transfer full): what came of it
 */
Result *
run_strv (const char *const *args)
{
  g_autoptr (GSubprocess) process = NULL;
  g_autoptr (GPtrArray) argv = g_ptr_array_new ();
  g_autoptr (GError) error = NULL;
  Result *result = g_new0 (Result, 1);
  Wait wait = { NULL };
  guint timeout = 0;

  g_ptr_array_add (argv, (gpointer) program_path);
  for (gsize i = 0; args[i] != NULL; i++)
    g_ptr_array_add (argv, (gpointer) args[i]);
  g_ptr_array_add (argv, NULL);

  process = g_subprocess_newv ((const char *const *) argv->pdata,
                               G_SUBPROCESS_FLAGS_STDOUT_PIPE | G_SUBPROCESS_FLAGS_STDERR_PIPE, &error);
  g_assert_no_error (error);

  wait.loop = g_main_loop_new (NULL, FALSE);
  timeout = g_timeout_add_seconds (SECONDS, too_late_cb, process);
  g_subprocess_communicate_async (process, NULL, NULL, communicated_cb, &wait);
  g_main_loop_run (wait.loop);
  g_main_loop_unref (wait.loop);
  if (g_main_context_find_source_by_id (NULL, timeout) != NULL)
    g_source_remove (timeout);

  result->status = g_subprocess_get_if_exited (process) ? g_subprocess_get_exit_status (process) : -1;
  result->out = to_text (wait.out);
  result->err = to_text (wait.err);

  return result;
}

/**
 * run_cli:
 * @first: what follows the name of the program, ended by %NULL
 *
 * Returns: (transfer full): what came of it
 */
Result *
run_cli (const char *first, ...)
{
  g_autoptr (GPtrArray) args = g_ptr_array_new ();
  va_list list;

  va_start (list, first);
  for (const char *arg = first; arg != NULL; arg = va_arg (list, const char *))
    g_ptr_array_add (args, (gpointer) arg);
  va_end (list);
  g_ptr_array_add (args, NULL);

  return run_strv ((const char *const *) args->pdata);
}

/**
 * result_free:
 * @self: (transfer full): a result
 */
void
result_free (Result *self)
{
  g_free (self->out);
  g_free (self->err);
  g_free (self);
}

/**
 * json_parse:
 * @text: must be one JSON document and a line end
 *
 * Returns: (transfer full): the document, for yajl_tree_free()
 */
yajl_val
json_parse (const char *text)
{
  char message[200] = "";
  yajl_val value = yajl_tree_parse (text, message, sizeof message);

  g_assert_cmpstr (message, ==, "");
  g_assert_nonnull (value);
  g_assert_true (g_utf8_validate (text, -1, NULL));
  g_assert_true (g_str_has_suffix (text, "\n"));
  g_assert_true (strchr (text, '\n') == text + strlen (text) - 1);

  return value;
}

/**
 * json_get:
 *
 * Returns: (transfer none): a member that must be there
 */
yajl_val
json_get (yajl_val object, const char *key)
{
  const char *path[] = { key, NULL };
  yajl_val value = NULL;

  g_assert_true (YAJL_IS_OBJECT (object));
  value = yajl_tree_get (object, path, yajl_t_any);
  if (value == NULL)
    g_test_message ("there is no \"%s\"", key);
  g_assert_nonnull (value);

  return value;
}

/**
 * json_number:
 *
 * Returns: a member that must be an integer
 */
gint64
json_number (yajl_val object, const char *key)
{
  yajl_val value = json_get (object, key);

  g_assert_true (YAJL_IS_INTEGER (value));

  return YAJL_GET_INTEGER (value);
}

/**
 * json_text:
 *
 * Returns: (transfer none): a member that must be a text
 */
const char *
json_text (yajl_val object, const char *key)
{
  yajl_val value = json_get (object, key);

  g_assert_true (YAJL_IS_STRING (value));

  return YAJL_GET_STRING (value);
}
