/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gstdio.h>
#include <stdlib.h>
#include <sys/resource.h>
#include <sys/wait.h>

#include "exchange/scorecard-xlsx-private.h"

/*
 * The whole workbook of a coalition, 5,000 recommendations judged by 20 organisations, each of the 100,000 judgements in a row,
 * with evidence and an edition before, against python3-xlsxwriter (constant_memory) writing the same cells and links: see bench-xlsx.py, which must
 * make the same texts. Each is measured inside its own process, without its start.
 */

#define ROWS          5000
#define ORGANISATIONS 20
#define PIECES        1000
#define RUNS          3

static const char *const clusters[]
  = { "Schools", "Violence", "Families", "Health", "Justice", "Water", "Play", "Work" };

typedef struct
{
  SuiviReview *review;
  GPtrArray *evidence;
} Source;

static void
set_text (char **text, char *value)
{
  g_free (*text);
  *text = value;
}

/* A copy of one: a new one asks for the day of today, which what is measured does not. */
static SuiviAssessment *
make_judgement (guint row, guint organisation)
{
  static SuiviAssessment *first;
  SuiviAssessment *assessment = NULL;

  if (first == NULL)
    first = suivi_assessment_new ();
  assessment = suivi_assessment_copy (first);
  suivi_assessment_set_levels (assessment, 1 + (row + organisation) % 3, 1 + row % 3, 1 + (row / 3) % 3);
  set_text (&assessment->organisation,
            organisation > 0 ? g_strdup_printf ("Organisation %02u", organisation) : g_strdup (""));
  set_text (&assessment->id, g_uuid_string_random ());
  assessment->reason
    = g_strdup_printf ("Region %u has no budget for it yet, as the annual report shows.", row % 97);
  assessment->source = g_strdup_printf ("Annual report, page %u", row % 211);
  set_text (&assessment->date, g_strdup ("2026-03-14"));
  assessment->name = g_strdup ("Ana Lind");

  return assessment;
}

static SuiviRecommendation *
make_recommendation (guint row)
{
  static const char *const states[] = { "TGO", "NPL", "ZMB", NULL };
  static const char *const themes[] = { "Rights of the child", "Right to education", NULL };
  static const char *const groups[] = { "Children", NULL };
  SuiviRecommendation *self = suivi_recommendation_new ();
  GString *text = g_string_new (NULL);

  for (guint i = 0; i <= row % 3; i++)
    g_string_append_printf (text,
                            "Adopt by %u a national strategy against violence in schools, families and care, "
                            "with a budget of its own, and make sure that every child is heard. ",
                            2027 + row % 9);
  self->number = g_strdup_printf ("140.%u", row);
  self->text = g_string_free (text, FALSE);
  self->position = SUIVI_POSITION_SUPPORTED;
  self->child_focused = TRUE;
  suivi_recommendation_set_lists (self, states, themes, groups, NULL);

  return self;
}

static gboolean
give_row (Source *source, guint row, SuiviScorecardEntryFunc func, gpointer func_data, GError **error)
{
  g_autoptr (SuiviRecommendation) recommendation = make_recommendation (row);
  g_autoptr (GPtrArray) judgements = g_ptr_array_new_with_free_func ((GDestroyNotify) suivi_assessment_free);
  g_autoptr (GArray) evidence = g_array_new (FALSE, FALSE, sizeof (guint));
  SuiviScorecardEntry entry = {
    .recommendation = recommendation,
    .review = source->review,
    .cluster = clusters[row % G_N_ELEMENTS (clusters)],
    .previous = SUIVI_LIGHT_RED,
    .judgements = judgements,
    .apart = row % 3,
    .evidence = evidence,
  };

  for (guint i = 0; i < ORGANISATIONS; i++)
    g_ptr_array_add (judgements, make_judgement (row, i));
  for (guint i = 0; i < 2; i++)
    {
      const guint number = (row + i * 7) % PIECES + 1;
      const SuiviScorecardProof *proof = g_ptr_array_index (source->evidence, number - 1);
      const guint index = row - 1;

      g_array_append_val (evidence, number);
      g_array_append_val (proof->rows, index);
    }
  entry.assessment = g_ptr_array_index (judgements, 0);
  recommendation->light = entry.assessment->light;
  entry.move = suivi_move_from_lights (entry.previous, recommendation->light);

  return func (&entry, func_data, error);
}

static gboolean
make_rows (SuiviScorecardEntryFunc func,
           gpointer func_data,
           gpointer rows_data,
           GCancellable *cancellable,
           GError **error)
{
  for (guint i = 1; i <= ROWS; i++)
    {
      if (!give_row (rows_data, i, func, func_data, error))
        return FALSE;
    }

  return TRUE;
}

static void
free_proof (gpointer data)
{
  SuiviScorecardProof *proof = data;

  suivi_evidence_free (proof->evidence);
  g_free (proof->title);
  g_free (proof->quotation);
  g_array_unref (proof->rows);
  g_free (proof);
}

static GPtrArray *
make_evidence (void)
{
  GPtrArray *all = g_ptr_array_new_with_free_func (free_proof);

  for (guint i = 1; i <= PIECES; i++)
    {
      SuiviScorecardProof *proof = g_new0 (SuiviScorecardProof, 1);

      proof->title = g_strdup_printf ("Report %u of the office of numbers", i);
      proof->evidence = suivi_evidence_new (proof->title, SUIVI_EVIDENCE_REPORT);
      set_text (&proof->evidence->date, g_strdup ("2026-02-03"));
      set_text (&proof->evidence->publisher, g_strdup ("Office of Numbers"));
      set_text (&proof->evidence->url, g_strdup_printf ("https://example.org/report/%u", i));
      set_text (&proof->evidence->page, g_strdup ("12"));
      proof->evidence->reliability = SUIVI_RELIABILITY_HIGH;
      proof->quotation = g_strdup ("Two regions of five have begun to build ramps.");
      proof->rows = g_array_new (FALSE, FALSE, sizeof (guint));
      g_ptr_array_add (all, proof);
    }

  return all;
}

static double
write_ours (const char *path)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) reviews = g_ptr_array_new ();
  g_autoptr (SuiviReview) review = suivi_review_new ("FRA", 43);
  g_autoptr (GPtrArray) evidence = make_evidence ();
  g_autoptr (SuiviEdition) previous = suivi_edition_new ("Mid-term", "2025-12-31");
  Source source = { review, evidence };
  const SuiviScorecardHead head = {
    .reviews = reviews,
    .filter_text = (char *) "All recommendations.",
    .cut_off = (char *) "2026-06-30",
    .author = (char *) "Ana Lind",
    .organisation = (char *) "Organisation 00",
    .previous = previous,
  };
  const SuiviScorecardContent content
    = { .head = &head, .rows = make_rows, .rows_data = &source, .evidence = evidence };
  gint64 start = g_get_monotonic_time ();

  g_ptr_array_add (reviews, review);
  if (!suivi_scorecard_xlsx_write_content (&content, path, NULL, &error))
    g_error ("%s", error->message);

  return (g_get_monotonic_time () - start) / 1e6;
}

/* Below 0 without Python or its module. */
static double
write_theirs (const char *script, const char *path)
{
  g_autofree char *output = NULL;
  g_autofree char *rows = g_strdup_printf ("%d", ROWS);
  g_autofree char *organisations = g_strdup_printf ("%d", ORGANISATIONS);
  g_autofree char *pieces = g_strdup_printf ("%d", PIECES);
  const char *const arguments[] = { "/usr/bin/python3", script, path, rows, organisations, pieces, NULL };
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

  g_print ("workbook of %d recommendations by %d organisations: %.2f s, peak memory %.0f MB\n", ROWS,
           ORGANISATIONS, ours, usage.ru_maxrss / 1024.0);
  if (theirs < 0)
    {
      g_print ("python3-xlsxwriter is not installed: nothing to compare with\n");
      return 77;
    }
  g_print ("python3-xlsxwriter: %.2f s\nratio %.2f (aim 0.40)\n", theirs, ours / theirs);

  return 0;
}
