/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "core/scorecard/spread.h"

static void
free_assessment (gpointer data)
{
  suivi_assessment_free (data);
}

static GPtrArray *
new_assessments (void)
{
  return g_ptr_array_new_with_free_func (free_assessment);
}

static void
add (GPtrArray *assessments, const char *organisation, const char *date, SuiviLight light)
{
  SuiviAssessment *assessment = suivi_assessment_new ();

  g_free (assessment->organisation);
  assessment->organisation = g_strdup (organisation);
  g_free (assessment->date);
  assessment->date = g_strdup (date);
  suivi_assessment_override_light (assessment, light);
  g_ptr_array_add (assessments, assessment);
}

static void
test_apart (void)
{
  g_autoptr (GPtrArray) assessments = new_assessments ();
  g_autoptr (SuiviSpread) spread = NULL;
  g_auto (GStrv) who = NULL;
  g_autofree char *text = NULL;

  add (assessments, "Voices of Alvera", "2026-03-01", SUIVI_LIGHT_RED);
  add (assessments, "Alvera Child Network", "2026-02-01", SUIVI_LIGHT_GREEN);
  add (assessments, "School Union", "2026-02-01", SUIVI_LIGHT_RED);
  add (assessments, "Law Clinic", "2026-02-01", SUIVI_LIGHT_GREY);

  spread = suivi_spread_new (assessments, NULL);
  g_assert_cmpuint (spread->assessments->len, ==, 4);
  g_assert_cmpuint (spread->n_judged, ==, 3);
  g_assert_cmpint (spread->lowest, ==, SUIVI_LIGHT_RED);
  g_assert_cmpint (spread->highest, ==, SUIVI_LIGHT_GREEN);
  g_assert_cmpuint (spread->apart, ==, 2);
  g_assert_true (suivi_spread_is_wide (spread));
  g_assert_cmpuint (spread->lights[SUIVI_LIGHT_RED], ==, 2);
  g_assert_cmpuint (spread->lights[SUIVI_LIGHT_GREY], ==, 1);

  who = suivi_spread_list_organisations (spread, SUIVI_LIGHT_RED);
  g_assert_cmpuint (g_strv_length (who), ==, 2);
  g_assert_cmpstr (who[0], ==, "School Union");
  g_assert_cmpstr (who[1], ==, "Voices of Alvera");
  text = suivi_spread_to_text (spread, NULL);
  g_assert_cmpstr (text, ==, "Implemented: 1 · No progress: 2 (2 grades apart)");
}

static void
test_near (void)
{
  g_autoptr (GPtrArray) assessments = new_assessments ();
  g_autoptr (SuiviSpread) spread = NULL;
  g_autofree char *text = NULL;

  add (assessments, "A", "2026-02-01", SUIVI_LIGHT_AMBER);
  add (assessments, "B", "2026-02-01", SUIVI_LIGHT_RED);
  spread = suivi_spread_new (assessments, NULL);
  g_assert_cmpuint (spread->apart, ==, 1);
  g_assert_false (suivi_spread_is_wide (spread));
  text = suivi_spread_to_text (spread, NULL);
  g_assert_cmpstr (text, ==, "Some progress: 1 · No progress: 1 (1 grade apart)");
}

/* Of each organisation the latest counts, up to the cut-off and including its day. */
static void
test_latest (void)
{
  g_autoptr (GPtrArray) assessments = new_assessments ();
  g_autoptr (SuiviSpread) all = NULL;
  g_autoptr (SuiviSpread) early = NULL;
  g_autoptr (SuiviSpread) none = NULL;

  add (assessments, "Law Clinic", "2026-06-01", SUIVI_LIGHT_GREEN);
  add (assessments, "Law clinic", "2026-01-31", SUIVI_LIGHT_RED);
  /* Two persons of one organisation on one day: the one that counts stands first. */
  add (assessments, "", "2026-05-01", SUIVI_LIGHT_GREEN);
  add (assessments, "", "2026-05-01", SUIVI_LIGHT_RED);

  all = suivi_spread_new (assessments, NULL);
  g_assert_cmpuint (all->assessments->len, ==, 2);
  g_assert_cmpuint (all->lights[SUIVI_LIGHT_GREEN], ==, 2);
  g_assert_cmpuint (all->apart, ==, 0);

  early = suivi_spread_new (assessments, "2026-05-01");
  g_assert_cmpuint (early->assessments->len, ==, 2);
  g_assert_cmpuint (early->apart, ==, 2);

  none = suivi_spread_new (assessments, "2026-01-30");
  g_assert_cmpuint (none->assessments->len, ==, 0);
}

static void
test_nobody (void)
{
  g_autoptr (GPtrArray) assessments = new_assessments ();
  g_autoptr (SuiviSpread) nobody = suivi_spread_new (assessments, NULL);
  g_autoptr (SuiviSpread) grey = NULL;
  g_autofree char *text = suivi_spread_to_text (nobody, NULL);

  g_assert_cmpint (nobody->lowest, ==, SUIVI_LIGHT_GREY);
  g_assert_cmpint (nobody->highest, ==, SUIVI_LIGHT_GREY);
  g_assert_cmpuint (nobody->apart, ==, 0);
  g_assert_cmpstr (text, ==, "No organisation has judged it.");

  add (assessments, "A", "2026-02-01", SUIVI_LIGHT_GREY);
  add (assessments, "B", "2026-02-01", SUIVI_LIGHT_GREEN);
  grey = suivi_spread_new (assessments, NULL);
  g_assert_cmpuint (grey->n_judged, ==, 1);
  g_assert_cmpint (grey->lowest, ==, SUIVI_LIGHT_GREEN);
  g_assert_cmpuint (grey->apart, ==, 0);
}

/* "Worse than before" is the lowest, and is not red. */
static void
test_worse (void)
{
  g_autoptr (GPtrArray) assessments = new_assessments ();
  g_autoptr (SuiviSpread) spread = NULL;

  add (assessments, "A", "2026-02-01", SUIVI_LIGHT_WORSE);
  add (assessments, "B", "2026-02-01", SUIVI_LIGHT_AMBER);
  spread = suivi_spread_new (assessments, NULL);
  g_assert_cmpint (spread->lowest, ==, SUIVI_LIGHT_WORSE);
  g_assert_cmpuint (spread->apart, ==, 2);
  g_assert_cmpuint (spread->lights[SUIVI_LIGHT_RED], ==, 0);
}

/* What was agreed on together is no organisation's own judgement. */
static void
test_agreed (void)
{
  g_autoptr (GPtrArray) assessments = new_assessments ();
  g_autoptr (SuiviSpread) spread = NULL;
  SuiviAssessment *agreed = NULL;

  add (assessments, "A", "2026-02-01", SUIVI_LIGHT_GREEN);
  add (assessments, "", "2026-02-01", SUIVI_LIGHT_AMBER);
  add (assessments, "", "2026-03-01", SUIVI_LIGHT_RED);
  agreed = g_ptr_array_index (assessments, 2);
  agreed->agreed = 1;
  spread = suivi_spread_new (assessments, NULL);
  g_assert_cmpuint (spread->assessments->len, ==, 2);
  g_assert_cmpuint (spread->lights[SUIVI_LIGHT_AMBER], ==, 1);
  g_assert_cmpuint (spread->lights[SUIVI_LIGHT_RED], ==, 0);
}

/* Three organisations, three grades: nothing is averaged. "Worse than before" is one more below. */
static void
test_three (void)
{
  g_autoptr (GPtrArray) assessments = new_assessments ();
  g_autoptr (SuiviSpread) three = NULL;
  g_autoptr (SuiviSpread) four = NULL;
  g_autofree char *text = NULL;
  g_autofree char *wider = NULL;

  add (assessments, "", "2026-02-01", SUIVI_LIGHT_GREEN);
  add (assessments, "Law Clinic", "2026-02-01", SUIVI_LIGHT_AMBER);
  add (assessments, "School Union", "2026-02-01", SUIVI_LIGHT_RED);
  three = suivi_spread_new (assessments, NULL);
  g_assert_cmpuint (three->apart, ==, 2);
  text = suivi_spread_to_text (three, NULL);
  g_assert_cmpstr (text, ==, "Implemented: 1 · Some progress: 1 · No progress: 1 (2 grades apart)");

  add (assessments, "Tree Friends", "2026-02-01", SUIVI_LIGHT_WORSE);
  four = suivi_spread_new (assessments, NULL);
  g_assert_cmpuint (four->apart, ==, 3);
  wider = suivi_spread_to_text (four, NULL);
  g_assert_cmpstr (
    wider, ==, "Implemented: 1 · Some progress: 1 · No progress: 1 · Worse than before: 1 (3 grades apart)");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/core/spread/apart", test_apart);
  g_test_add_func ("/core/spread/near", test_near);
  g_test_add_func ("/core/spread/latest", test_latest);
  g_test_add_func ("/core/spread/nobody", test_nobody);
  g_test_add_func ("/core/spread/worse", test_worse);
  g_test_add_func ("/core/spread/agreed", test_agreed);
  g_test_add_func ("/core/spread/three", test_three);

  return g_test_run ();
}
