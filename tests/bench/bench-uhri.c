/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * The whole of UHRI, or what looks like it: 250,000 imaginary records as JSON and as a spreadsheet, read, compared with
 * an empty workspace and imported; then the same file once more, when nothing changes. Each import runs in a process of
 * its own, whose peak of memory is told. Against Python's json.load or openpyxl (read-only) with sqlite3 doing the same
 * job (bench-uhri.py), and against SQLite's own .import of the same rows as CSV into one plain table. Aims: 5 times as
 * fast as Python, at most 3 times as slow as .import, 200 MB.
 */

#include "config.h"

#include <stdlib.h>
#include <sys/resource.h>
#include <sys/wait.h>

#include <glib/gstdio.h>

#include "../exchange/check-counts.h"
#include "../exchange/make-uhri.h"
#include "exchange/import.h"

#define N_RECORDS 250000
#define N_FILTERS 1000
#define N_FACETS  2
#define AIM_MB    200.0

/* Lists with at most so many rows are written as XLSX for each filter, of longer ones some. */
#define SMALL_LIST 5000

static double
seconds_since (gint64 start)
{
  return (g_get_monotonic_time () - start) / 1e6;
}

/* Peak of this process so far. */
static double
get_peak_mb (void)
{
  g_autofree char *status = NULL;
  const char *line = NULL;

  if (!g_file_get_contents ("/proc/self/status", &status, NULL, NULL))
    return 0;
  line = strstr (status, "VmHWM:");

  return line != NULL ? g_ascii_strtod (line + strlen ("VmHWM:"), NULL) / 1024 : 0;
}

/* Of all threads of this process: tells more than the clock on a machine that has other work. */
static double
get_cpu_seconds (void)
{
  struct rusage usage;

  getrusage (RUSAGE_SELF, &usage);

  return usage.ru_utime.tv_sec + usage.ru_stime.tv_sec
         + (usage.ru_utime.tv_usec + usage.ru_stime.tv_usec) / 1e6;
}

static void
die (const GError *error)
{
  if (error == NULL)
    return;
  g_printerr ("uhri: %s\n", error->message);
  exit (1);
}

/* --- in a process of its own ------------------------------------------------------------------------------
 */

/* bench-uhri --import FILE WORKSPACE prints: read, compare, apply (seconds), new, changed, same, faulty, peak (MB),
 * processor (seconds). */
static int
run_import (const char *file, const char *workspace)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SuiviImportOptions) options = suivi_import_options_new ();
  g_autoptr (SuiviImportPlan) plan = NULL;
  g_autoptr (SuiviStore) store = NULL;
  double read = 0;
  double compare = 0;
  double apply = 0;
  gint64 start = g_get_monotonic_time ();

  plan = suivi_import_read_file (file, options, NULL, &error);
  die (error);
  read = seconds_since (start);

  store = g_file_test (workspace, G_FILE_TEST_EXISTS) ? suivi_store_open (workspace, &error)
                                                      : suivi_store_create (workspace, &error);
  die (error);
  suivi_store_set_author (store, "Bench", "Bench");
  start = g_get_monotonic_time ();
  suivi_import_plan_compare (plan, store, NULL, NULL, &error);
  die (error);
  compare = seconds_since (start);
  start = g_get_monotonic_time ();
  suivi_import_plan_apply (plan, store, NULL, NULL, &error);
  die (error);
  apply = seconds_since (start);

  g_print ("%.3f %.3f %.3f %u %u %u %u %.1f %.3f\n", read, compare, apply,
           suivi_import_plan_count (plan, SUIVI_PLAN_NEW), suivi_import_plan_count (plan, SUIVI_PLAN_CHANGED),
           suivi_import_plan_count (plan, SUIVI_PLAN_SAME), suivi_import_plan_count (plan, SUIVI_PLAN_FAULTY),
           get_peak_mb (), get_cpu_seconds ());

  return 0;
}

/* --- the figures ------------------------------------------------------------------------------------------
 */

/* Runs a program and reads the numbers that it prints. Returns how many there were. */
static guint
run (const char *const *arguments, double *numbers, guint n_numbers)
{
  g_autofree char *output = NULL;
  g_auto (GStrv) words = NULL;
  guint n = 0;
  int status = 0;

  if (!g_spawn_sync (NULL, (char **) arguments, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, &output, NULL, &status,
                     NULL)
      || !WIFEXITED (status) || WEXITSTATUS (status) != 0)
    return 0;

  words = g_strsplit_set (g_strchomp (output), " \n", -1);
  for (; n < n_numbers && words[n] != NULL; n++)
    numbers[n] = g_ascii_strtod (words[n], NULL);

  return n;
}

static double
print_import (const char *self, const char *what, const char *file, const char *workspace, guint n_records)
{
  const char *const arguments[] = { self, "--import", file, workspace, NULL };
  double n[9] = { 0 };
  double total = 0;

  if (run (arguments, n, G_N_ELEMENTS (n)) < G_N_ELEMENTS (n))
    {
      g_print ("uhri: %s: failed\n", what);
      exit (1);
    }
  total = n[0] + n[1] + n[2];
  g_print ("uhri: %s: %.2f s (read %.2f, compare %.2f, apply %.2f), %.0f records/s, processor %.2f s, peak "
           "%.0f MB (aim %.0f); "
           "%.0f new, %.0f changed, %.0f same, %.0f faulty\n",
           what, total, n[0], n[1], n[2], n_records / total, n[8], n[7], AIM_MB, n[3], n[4], n[5], n[6]);

  return total;
}

static void
print_python (const char *script, const char *format, const char *file, const char *database, double ours)
{
  const char *const arguments[] = { "/usr/bin/python3", script, format, file, database, NULL };
  double n[3] = { 0 };

  if (script == NULL || run (arguments, n, G_N_ELEMENTS (n)) < G_N_ELEMENTS (n))
    g_print ("uhri: %s: Python or its module is not at hand\n", format);
  else
    g_print ("uhri: %s: Python %.2f s, processor %.2f s, peak %.0f MB: ours is %.1f times as fast (aim 5)\n",
             format, n[0], n[2], n[1], n[0] / ours);
}

static void
print_sqlite (const char *csv, const char *database, double ours)
{
  g_autofree char *command = g_strdup_printf (".import --csv '%s' record", csv);
  const char *const arguments[] = { "sqlite3", database, command, NULL };
  gint64 start = g_get_monotonic_time ();
  double seconds = 0;
  int status = 0;

  if (!g_spawn_sync (NULL, (char **) arguments, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, NULL, NULL, &status,
                     NULL)
      || !WIFEXITED (status) || WEXITSTATUS (status) != 0)
    {
      g_print ("uhri: the program sqlite3 is not at hand\n");
      return;
    }
  seconds = seconds_since (start);
  g_print ("uhri: sqlite3 .import of the same rows as CSV into one plain table: %.2f s: ours takes %.1f "
           "times as long "
           "(aim 3)\n",
           seconds, ours / seconds);
}

/* bench-uhri --counts WORKSPACE does only this. */
static void
print_counts (const char *workspace)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SuiviStore) store = suivi_store_open (workspace, &error);
  gint64 start = g_get_monotonic_time ();

  die (error);
  check_counts (store, MAKE_UHRI_SEED, N_FILTERS, N_FACETS, N_FILTERS / 100, SMALL_LIST);
  g_print ("uhri: %d filters, seed %d: all counts equal the rows, and the rows of the XLSX for each with at "
           "most %d rows and %d with more (%.1f s)\n",
           N_FILTERS, MAKE_UHRI_SEED, SMALL_LIST, N_FILTERS / 100, seconds_since (start));
}

int
main (int argc, char *argv[])
{
  g_autofree char *folder = NULL;
  g_autofree char *json = NULL;
  g_autofree char *xlsx = NULL;
  g_autofree char *csv = NULL;
  g_autofree char *database = NULL;
  g_autofree char *workspace = NULL;
  g_autofree char *other_workspace = NULL;
  g_autoptr (GError) error = NULL;
  const char *const remove[] = { "rm", "-rf", "--", NULL, NULL };
  const char *arguments[G_N_ELEMENTS (remove)];
  guint n_records = N_RECORDS;
  double ours = 0;

  if (argc == 4 && g_str_equal (argv[1], "--import"))
    return run_import (argv[2], argv[3]);
  if (argc == 3 && g_str_equal (argv[1], "--counts"))
    {
      print_counts (argv[2]);
      return 0;
    }
  if (argc > 2)
    n_records = strtoul (argv[2], NULL, 10);

  folder = g_dir_make_tmp ("bench-uhri-XXXXXX", &error);
  die (error);
  json = g_build_filename (folder, "uhri.json", NULL);
  xlsx = g_build_filename (folder, "uhri.xlsx", NULL);
  csv = g_build_filename (folder, "uhri.csv", NULL);
  database = g_build_filename (folder, "python.sqlite", NULL);
  workspace = g_build_filename (folder, "json.suivi", NULL);
  other_workspace = g_build_filename (folder, "xlsx.suivi", NULL);
  make_uhri_json (json, n_records);
  make_uhri_xlsx (xlsx, n_records);
  make_uhri_csv (csv, n_records);
  {
    GStatBuf json_info;
    GStatBuf xlsx_info;

    if (g_stat (json, &json_info) == 0 && g_stat (xlsx, &xlsx_info) == 0)
      g_print ("uhri: %u records: %.0f MB of JSON, %.0f MB of XLSX\n", n_records, json_info.st_size / 1e6,
               xlsx_info.st_size / 1e6);
  }

  ours = print_import (argv[0], "json", json, workspace, n_records);
  print_python (argc > 1 ? argv[1] : NULL, "json", json, database, ours);
  g_unlink (database);
  print_sqlite (csv, database, ours);
  g_unlink (database);
  print_import (argv[0], "json again", json, workspace, n_records);
  print_counts (workspace);

  ours = print_import (argv[0], "xlsx", xlsx, other_workspace, n_records);
  print_python (argc > 1 ? argv[1] : NULL, "xlsx", xlsx, database, ours);
  print_import (argv[0], "xlsx again", xlsx, other_workspace, n_records);
  print_import (argv[0], "xlsx over json", xlsx, workspace, n_records);

  memcpy (arguments, remove, sizeof remove);
  arguments[3] = folder;
  g_spawn_sync (NULL, (char **) arguments, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, NULL, NULL, NULL, NULL);

  return 0;
}
