/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "core/scorecard/light-order.h"
#include "core/scorecard/scale-tally.h"
#include "core/scorecard/scale.h"

#define WORSE SUIVI_LIGHT_WORSE

static void
free_assessment (gpointer data)
{
  suivi_assessment_free (data);
}

/* Assessments with a chosen light, one for each letter: g, a, r, w (worse), - (grey). */
static GPtrArray *
make_assessments (const char *letters)
{
  GPtrArray *assessments = g_ptr_array_new_with_free_func (free_assessment);

  for (const char *p = letters; *p != '\0'; p++)
    {
      SuiviAssessment *assessment = suivi_assessment_new ();

      assessment->light_overridden = TRUE;
      assessment->light = *p == 'g'   ? SUIVI_LIGHT_GREEN
                          : *p == 'a' ? SUIVI_LIGHT_AMBER
                          : *p == 'r' ? SUIVI_LIGHT_RED
                          : *p == 'w' ? WORSE
                                      : SUIVI_LIGHT_GREY;
      g_ptr_array_add (assessments, assessment);
    }

  return assessments;
}

/* 1 = g, 0.5 = a, 0 = r. The first and the last are printed in UPR Info, Beyond Promises (2014), section 7.2; the
 * others are computed by its rule. */
static void
test_iri_examples (void)
{
  static const struct
  {
    const char *scores;
    double average;
    SuiviLight grade;
    const char *label;
  } rows[] = {
    { "ga", 0.75, SUIVI_LIGHT_GREEN, "Fully implemented" },
    { "gr", 0.5, SUIVI_LIGHT_AMBER, "Partially implemented" },
    { "rrg", 0.3333, SUIVI_LIGHT_AMBER, "Partially implemented" },
    { "rra", 0.1667, SUIVI_LIGHT_RED, "Not implemented" },
    { "ar", 0.25, SUIVI_LIGHT_RED, "Not implemented" },
    { "aa", 0.5, SUIVI_LIGHT_AMBER, "Partially implemented" },
    { "ggr", 0.6667, SUIVI_LIGHT_GREEN, "Fully implemented" },
    { "gaa", 0.6667, SUIVI_LIGHT_GREEN, "Fully implemented" },
    { "gaaa", 0.625, SUIVI_LIGHT_AMBER, "Partially implemented" },
    { "", -1, SUIVI_LIGHT_GREY, "Not assessed" },
    /* Whoever has no information does not pull the average down. */
    { "--", -1, SUIVI_LIGHT_GREY, "Not assessed" },
    { "g-a-", 0.75, SUIVI_LIGHT_GREEN, "Fully implemented" },
    { "r", 0, SUIVI_LIGHT_RED, "Not implemented" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (GPtrArray) assessments = make_assessments (rows[i].scores);
      SuiviScaleValue value = suivi_scale_evaluate (SUIVI_SCALE_IRI, assessments);

      g_assert_cmpint (value.grade, ==, rows[i].grade);
      g_assert_false (value.open);
      g_assert_cmpfloat_with_epsilon (suivi_scale_value_to_average (&value), rows[i].average, 0.00005);
      g_assert_cmpstr (suivi_scale_grade_to_label (SUIVI_SCALE_IRI, value.grade, NULL), ==, rows[i].label);
    }
}

/* Averages on both sides of the borders, as sources that say 1, 0.5 and 0. */
static void
test_iri_borders (void)
{
  /* 3,299 halves of 10,000: 0.3299; 3,300: 0.33 */
  g_assert_cmpint (suivi_scale_iri_from_counts (0, 3299, 1701), ==, SUIVI_LIGHT_RED);
  g_assert_cmpint (suivi_scale_iri_from_counts (0, 3300, 1700), ==, SUIVI_LIGHT_AMBER);
  /* 6,599 halves of 10,000: 0.6599; 6,600: 0.66 */
  g_assert_cmpint (suivi_scale_iri_from_counts (1599, 3401, 0), ==, SUIVI_LIGHT_AMBER);
  g_assert_cmpint (suivi_scale_iri_from_counts (1600, 3400, 0), ==, SUIVI_LIGHT_GREEN);
  /* 0.33 and 0.66 by 50 sources; one source fewer on each side */
  g_assert_cmpint (suivi_scale_iri_from_counts (16, 1, 33), ==, SUIVI_LIGHT_AMBER);
  g_assert_cmpint (suivi_scale_iri_from_counts (16, 0, 34), ==, SUIVI_LIGHT_RED);
  g_assert_cmpint (suivi_scale_iri_from_counts (33, 0, 17), ==, SUIVI_LIGHT_GREEN);
  g_assert_cmpint (suivi_scale_iri_from_counts (32, 1, 17), ==, SUIVI_LIGHT_AMBER);
  /* No overflow: a half of all is 0.5 */
  g_assert_cmpint (suivi_scale_iri_from_counts (G_MAXUINT, 0, G_MAXUINT), ==, SUIVI_LIGHT_AMBER);
  g_assert_cmpint (suivi_scale_iri_from_counts (G_MAXUINT, 0, 0), ==, SUIVI_LIGHT_GREEN);
}

/* What organisations do not agree on has no light, and nothing is averaged. */
static void
test_open (void)
{
  g_autoptr (GPtrArray) differ = make_assessments ("gr-");
  g_autoptr (GPtrArray) agree = make_assessments ("aa-");
  SuiviScaleValue value = suivi_scale_evaluate (SUIVI_SCALE_LIGHT, differ);

  g_assert_true (value.open);
  g_assert_cmpint (value.grade, ==, SUIVI_LIGHT_GREY);
  g_assert_cmpuint (value.n_full, ==, 1);
  g_assert_cmpuint (value.n_not, ==, 1);
  g_assert_cmpuint (value.n_partial, ==, 0);

  value = suivi_scale_evaluate (SUIVI_SCALE_EXTENT, differ);
  g_assert_true (value.open);

  value = suivi_scale_evaluate (SUIVI_SCALE_LIGHT, agree);
  g_assert_false (value.open);
  g_assert_cmpint (value.grade, ==, SUIVI_LIGHT_AMBER);
  g_assert_cmpuint (value.n_partial, ==, 2);
}

static void
test_extent (void)
{
  static const struct
  {
    SuiviLevel law;
    SuiviLevel policy;
    SuiviLevel practice;
    SuiviLight light;
    SuiviLight extent;
  } rows[] = {
    { SUIVI_LEVEL_DONE, SUIVI_LEVEL_DONE, SUIVI_LEVEL_DONE, SUIVI_LIGHT_GREEN, SUIVI_LIGHT_GREEN },
    /* The scales differ: a law alone is green by the rule of the light, and only a part here. */
    { SUIVI_LEVEL_DONE, SUIVI_LEVEL_UNASSESSED, SUIVI_LEVEL_UNASSESSED, SUIVI_LIGHT_GREEN,
      SUIVI_LIGHT_AMBER },
    { SUIVI_LEVEL_NOTHING, SUIVI_LEVEL_SOME, SUIVI_LEVEL_NOTHING, SUIVI_LIGHT_AMBER, SUIVI_LIGHT_AMBER },
    { SUIVI_LEVEL_NOTHING, SUIVI_LEVEL_UNASSESSED, SUIVI_LEVEL_NOTHING, SUIVI_LIGHT_RED, SUIVI_LIGHT_RED },
    { SUIVI_LEVEL_UNASSESSED, SUIVI_LEVEL_UNASSESSED, SUIVI_LEVEL_UNASSESSED, SUIVI_LIGHT_GREY,
      SUIVI_LIGHT_GREY },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      const SuiviLight light = suivi_light_from_levels (rows[i].law, rows[i].policy, rows[i].practice);

      g_assert_cmpint (light, ==, rows[i].light);
      g_assert_cmpint (suivi_scale_grade (SUIVI_SCALE_EXTENT, rows[i].law, rows[i].policy, rows[i].practice,
                                          FALSE, light),
                       ==, rows[i].extent);
      g_assert_cmpint (suivi_scale_grade (SUIVI_SCALE_LIGHT, rows[i].law, rows[i].policy, rows[i].practice,
                                          FALSE, light),
                       ==, rows[i].light);
    }

  /* A person's choice decides. */
  g_assert_cmpint (suivi_scale_grade (SUIVI_SCALE_EXTENT, SUIVI_LEVEL_DONE, SUIVI_LEVEL_UNASSESSED,
                                      SUIVI_LEVEL_UNASSESSED, TRUE, SUIVI_LIGHT_GREEN),
                   ==, SUIVI_LIGHT_GREEN);
}

/* "Worse than before" is no red: it stays itself, and is told apart where UPR Info has no word for it. */
static void
test_worse (void)
{
  g_autoptr (GPtrArray) all = make_assessments ("ww-");
  g_autoptr (GPtrArray) some = make_assessments ("gw");
  SuiviScaleValue value = { 0 };

  for (guint scale = 0; scale < SUIVI_N_SCALES; scale++)
    {
      value = suivi_scale_evaluate (scale, all);
      g_assert_cmpint (value.grade, ==, WORSE);
      g_assert_cmpuint (value.n_worse, ==, 2);
      g_assert_cmpuint (value.n_not, ==, 0);
      g_assert_cmpstr (suivi_scale_grade_to_nick (scale, WORSE), ==, "worse");
    }
  value = suivi_scale_evaluate (SUIVI_SCALE_IRI, some);
  g_assert_cmpint (value.grade, ==, SUIVI_LIGHT_AMBER);
  g_assert_cmpfloat (suivi_scale_value_to_average (&value), ==, 0.5);
  g_assert_cmpuint (value.n_worse, ==, 1);
  g_assert_cmpuint (value.n_not, ==, 0);
  g_assert_true (suivi_scale_evaluate (SUIVI_SCALE_LIGHT, some).open);
}

static void
test_order (void)
{
  static const SuiviLight order[] = { WORSE, SUIVI_LIGHT_RED, SUIVI_LIGHT_AMBER, SUIVI_LIGHT_GREEN };

  for (guint i = 0; i < G_N_ELEMENTS (order); i++)
    {
      for (guint j = 0; j < G_N_ELEMENTS (order); j++)
        {
          g_assert_cmpint (CLAMP (suivi_light_compare (order[i], order[j]), -1, 1), ==, i < j ? -1 : i > j);
          g_assert_cmpuint (suivi_light_get_distance (order[i], order[j]), ==, i < j ? j - i : i - j);
        }
      g_assert_cmpint (suivi_light_compare (SUIVI_LIGHT_GREY, order[i]), <, 0);
      g_assert_cmpuint (suivi_light_get_distance (SUIVI_LIGHT_GREY, order[i]), ==, 0);
      g_assert_true (suivi_light_is_judged (order[i]));
      g_assert_cmpint (suivi_light_is_grade (order[i]), ==, i > 0);
    }
  g_assert_false (suivi_light_is_judged (SUIVI_LIGHT_GREY));
  g_assert_false (suivi_light_is_grade (SUIVI_LIGHT_GREY));
}

/* Words can be the user's own; what they mean cannot. */
static void
test_words (void)
{
  g_autoptr (GHashTable) labels = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
  SuiviLight grade = SUIVI_LIGHT_GREY;

  g_hash_table_insert (labels, (gpointer) "iri-fully", (gpointer) "Achieved");
  g_hash_table_insert (labels, (gpointer) "iri-not", (gpointer) " ");
  g_assert_cmpstr (suivi_scale_grade_to_label (SUIVI_SCALE_IRI, SUIVI_LIGHT_GREEN, labels), ==, "Achieved");
  g_assert_cmpstr (suivi_scale_grade_to_label (SUIVI_SCALE_IRI, SUIVI_LIGHT_RED, labels), ==,
                   "Not implemented");
  g_assert_cmpstr (suivi_scale_grade_to_label (SUIVI_SCALE_EXTENT, SUIVI_LIGHT_GREEN, labels), ==,
                   "Fully implemented");
  g_assert_cmpstr (suivi_scale_grade_to_label (SUIVI_SCALE_LIGHT, SUIVI_LIGHT_AMBER, NULL), ==,
                   "Some progress");

  for (guint scale = 0; scale < SUIVI_N_SCALES; scale++)
    {
      g_assert_cmpstr (suivi_scale_to_label (scale), !=, "");
      g_assert_cmpstr (suivi_scale_to_rule (scale), !=, "");
      g_assert_cmpstr (suivi_scale_to_source (scale), !=, "");
      for (guint i = 0; i < SUIVI_N_LIGHTS; i++)
        {
          const char *nick = suivi_scale_grade_to_nick (scale, i);

          g_assert_true (suivi_scale_grade_from_nick (scale, nick, &grade));
          g_assert_cmpuint (grade, ==, i);
          g_assert_cmpstr (suivi_scale_grade_to_rule (scale, i), !=, "");
          if (i <= SUIVI_LIGHT_GREEN)
            g_assert_true (g_hash_table_add (seen, (gpointer) nick));
        }
      g_assert_false (suivi_scale_grade_from_nick (scale, NULL, &grade));
      g_assert_false (suivi_scale_grade_from_nick (scale, "fully", &grade));
    }
  g_assert_false (suivi_scale_grade_from_nick (SUIVI_SCALE_EXTENT, "iri-fully", &grade));
}

/* An agreed grade settles what is open; on UPR Info's scale the average goes on counting. Every number has its place. */
static void
test_tally (void)
{
  g_autoptr (GPtrArray) differ = make_assessments ("gr");
  g_autoptr (GPtrArray) same = make_assessments ("aa");
  g_autoptr (GPtrArray) nobody = make_assessments ("");
  g_autoptr (SuiviAssessment) agreed = suivi_assessment_new ();
  SuiviScaleTally tally = { 0 };
  SuiviScaleValue value = { 0 };

  agreed->agreed = 1;
  agreed->light_overridden = 1;
  agreed->light = SUIVI_LIGHT_RED;

  value = suivi_scale_evaluate_counting (SUIVI_SCALE_EXTENT, g_ptr_array_index (differ, 0), differ);
  g_assert_true (value.open);
  suivi_scale_tally_add (&tally, &value, 3);
  value = suivi_scale_evaluate_counting (SUIVI_SCALE_EXTENT, agreed, differ);
  g_assert_false (value.open);
  g_assert_cmpint (value.grade, ==, SUIVI_LIGHT_RED);
  suivi_scale_tally_add (&tally, &value, 2);
  value = suivi_scale_evaluate_counting (SUIVI_SCALE_IRI, agreed, differ);
  g_assert_cmpint (value.grade, ==, SUIVI_LIGHT_AMBER);
  suivi_scale_tally_add (&tally, &value, 1);
  value = suivi_scale_evaluate_counting (SUIVI_SCALE_EXTENT, g_ptr_array_index (same, 0), same);
  suivi_scale_tally_add (&tally, &value, 4);
  value = suivi_scale_evaluate_counting (SUIVI_SCALE_EXTENT, NULL, nobody);
  suivi_scale_tally_add (&tally, &value, 5);
  /* They agreed, and none of them judged for itself: it is the one judgement that there is. */
  value = suivi_scale_evaluate_counting (SUIVI_SCALE_IRI, agreed, nobody);
  g_assert_cmpint (value.grade, ==, SUIVI_LIGHT_RED);
  g_assert_cmpfloat (suivi_scale_value_to_average (&value), ==, 0.0);

  g_assert_cmpuint (tally.n_open, ==, 3);
  g_assert_cmpuint (tally.grades[SUIVI_LIGHT_RED], ==, 2);
  g_assert_cmpuint (tally.grades[SUIVI_LIGHT_AMBER], ==, 5);
  g_assert_cmpuint (tally.grades[SUIVI_LIGHT_GREY], ==, 5);
  g_assert_cmpuint (tally.total, ==, 15);
  g_assert_true (suivi_scale_tally_is_reconciled (&tally));
  tally.n_open--;
  g_assert_false (suivi_scale_tally_is_reconciled (&tally));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/core/scale/iri/examples", test_iri_examples);
  g_test_add_func ("/core/scale/iri/borders", test_iri_borders);
  g_test_add_func ("/core/scale/open", test_open);
  g_test_add_func ("/core/scale/extent", test_extent);
  g_test_add_func ("/core/scale/tally", test_tally);
  g_test_add_func ("/core/scale/worse", test_worse);
  g_test_add_func ("/core/scale/order", test_order);
  g_test_add_func ("/core/scale/words", test_words);

  return g_test_run ();
}
