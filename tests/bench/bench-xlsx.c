/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gstdio.h>
#include <stdlib.h>
#include <sys/resource.h>
#include <sys/wait.h>

#include "exchange/scorecard-xlsx-private.h"

/*
 * A scorecard of 50,000 recommendations against python3-xlsxwriter (constant_memory) writing the same cells:
 * see bench-xlsx.py, which must make the same texts. Each is measured inside its own process, without its
 * start.
 */

#define ROWS 50000
#define RUNS 3

static gboolean
make_rows (SuiviRowFunc func,
           gpointer func_data,
           gpointer rows_data,
           GCancellable *cancellable,
           GError **error)
{
  SuiviReview *review = rows_data;
  const char *const states[] = { "TGO", "NPL", "ZMB", NULL };
  const char *const themes[] = { "Rights of the child", "Right to education", NULL };
  const char *const groups[] = { "Children", NULL };

  for (guint i = 1; i <= ROWS; i++)
    {
      g_autoptr (SuiviRecommendation) recommendation = suivi_recommendation_new ();
      g_autoptr (SuiviAssessment) assessment = suivi_assessment_new ();
      GString *text = g_string_new (NULL);

      for (guint j = 0; j <= i % 3; j++)
        g_string_append_printf (
          text,
          "Adopt by %u a national strategy against violence in schools, families and care, "
          "with a budget of its own, and make sure that every child is heard. ",
          2027 + i % 9);
      recommendation->number = g_strdup_printf ("140.%u", i);
      recommendation->text = g_string_free (text, FALSE);
      recommendation->position = SUIVI_POSITION_SUPPORTED;
      recommendation->child_focused = TRUE;
      suivi_recommendation_set_lists (recommendation, states, themes, groups, NULL);
      suivi_assessment_set_levels (assessment, SUIVI_LEVEL_DONE, SUIVI_LEVEL_SOME, SUIVI_LEVEL_NOTHING);
      assessment->reason
        = g_strdup_printf ("Region %u has no budget for it yet, as the annual report shows.", i % 97);
      assessment->source = g_strdup_printf ("Annual report, page %u", i % 211);
      g_free (assessment->date);
      assessment->date = g_strdup ("2026-03-14");
      assessment->name = g_strdup ("Ana Lind");
      recommendation->light = assessment->light;
      if (!func (recommendation, review, assessment, func_data, error))
        return FALSE;
    }

  return TRUE;
}

static double
write_ours (const char *path)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) reviews = g_ptr_array_new_with_free_func ((GDestroyNotify) suivi_review_free);
  SuiviReview *review = suivi_review_new ("FRA", 43);
  SuiviScorecardHead head = { reviews, (char *) "", (char *) "2026-06-30", (char *) "Ana Lind", NULL };
  gint64 start = g_get_monotonic_time ();

  g_ptr_array_add (reviews, review);
  if (!suivi_scorecard_xlsx_write_rows (&head, make_rows, review, path, NULL, &error))
    g_error ("%s", error->message);

  return (g_get_monotonic_time () - start) / 1e6;
}

/* Below 0 without Python or its module. */
static double
write_theirs (const char *script, const char *path)
{
  g_autofree char *output = NULL;
  g_autofree char *rows = g_strdup_printf ("%d", ROWS);
  const char *const arguments[] = { "/usr/bin/python3", script, path, rows, NULL };
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
  g_autofree char *folder = g_dir_make_tmp ("suivi-bench-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "card.xlsx", NULL);
  double ours = G_MAXDOUBLE;
  double theirs = G_MAXDOUBLE;
  struct rusage usage = { 0 };

  if (argc != 2)
    {
      g_printerr ("Usage: %s bench-xlsx.py\n", argv[0]);
      return 2;
    }

  for (guint i = 0; i < RUNS; i++)
    ours = MIN (ours, write_ours (path));
  getrusage (RUSAGE_SELF, &usage);
  for (guint i = 0; i < RUNS && theirs >= 0; i++)
    theirs = MIN (theirs, write_theirs (argv[1], path));
  g_unlink (path);
  g_rmdir (folder);

  g_print ("scorecard of %d recommendations: %.2f s, peak memory %.0f MB\n", ROWS, ours,
           usage.ru_maxrss / 1024.0);
  if (theirs < 0)
    {
      g_print ("python3-xlsxwriter is not installed: nothing to compare with\n");
      return 77;
    }
  g_print ("python3-xlsxwriter: %.2f s\nratio %.2f (aim 0.40)\n", theirs, ours / theirs);

  return 0;
}
