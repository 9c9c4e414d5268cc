/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <sys/wait.h>

#include "exchange/import.h"

/*
 * Reading a real official list into a plan (numbers, texts, States, positions, themes, review, faults)
 * against python3-docx, which only reads the text of the cells of the same table: see bench-import.py. Each
 * is measured inside its own process, without its start. Aim: 10 times as fast.
 */

#define LIST    "upr48-slovenia-thematic-list-of-recommendatio.docx"
#define RUNS    5
#define SKIPPED 77

static double
read_ours (const char *path)
{
  g_autoptr (SuiviImportPlan) plan = NULL;
  g_autoptr (GError) error = NULL;
  gint64 start = g_get_monotonic_time ();

  plan = suivi_import_read_file (path, NULL, NULL, &error);
  if (plan == NULL)
    g_error ("%s", error->message);

  return (g_get_monotonic_time () - start) / 1e6;
}

/* Below 0 without Python or its module. */
static double
read_theirs (const char *script, const char *path)
{
  g_autofree char *output = NULL;
  const char *const arguments[] = { "/usr/bin/python3", script, path, NULL };
  int status = 0;

  if (!g_spawn_sync (NULL, (char **) arguments, NULL, G_SPAWN_DEFAULT, NULL, NULL, &output, NULL, &status,
                     NULL)
      || !WIFEXITED (status) || WEXITSTATUS (status) != 0)
    return -1;

  return g_ascii_strtod (output, NULL);
}

int
main (int argc, char *argv[])
{
  const char *folder = g_getenv ("SUIVI_TEST_DATA");
  g_autofree char *path = g_build_filename (folder != NULL ? folder : "", "ohchr-thematic-lists", LIST, NULL);
  double first = 0;
  double ours = 0;
  double theirs = 0;

  if (argc != 2)
    {
      g_printerr ("Usage: %s bench-import.py\n", argv[0]);
      return 2;
    }
  if (!g_file_test (path, G_FILE_TEST_EXISTS))
    {
      g_print ("import: the real list is not at hand\n");
      return SKIPPED;
    }

  /* The first also loads the tables of States and themes. */
  first = read_ours (path);
  ours = first;
  for (guint i = 0; i < RUNS; i++)
    ours = MIN (ours, read_ours (path));
  theirs = read_theirs (argv[1], path);
  if (theirs < 0)
    {
      g_print ("import: ours %.1f ms (first %.1f ms); python3-docx is not at hand\n", ours * 1000,
               first * 1000);
      return SKIPPED;
    }

  g_print (
    "import: ours %.1f ms (first %.1f ms), python3-docx %.1f ms: %.1f times as fast (first %.1f), aim 10\n",
    ours * 1000, first * 1000, theirs * 1000, theirs / ours, theirs / first);

  return 0;
}
