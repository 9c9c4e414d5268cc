/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "store/scorecard-store.h"
#include "tests/store/fixture.h"

static char *
numbers_sorted (Fixture *fixture, const SuiviFilter *filter, SuiviSort sort, gboolean descending)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) keys = suivi_store_query_keys (fixture->store, filter, sort, descending, NULL, &error);
  g_autoptr (GPtrArray) rows = NULL;
  GString *numbers = g_string_new (NULL);

  g_assert_no_error (error);
  rows = suivi_store_load (fixture->store, (const gint64 *) (gpointer) keys->data, keys->len, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (suivi_store_count (fixture->store, filter, &error), ==, rows->len);
  for (guint i = 0; i < rows->len; i++)
    {
      SuiviRecommendation *row = g_ptr_array_index (rows, i);

      g_string_append_printf (numbers, "%s%s", i > 0 ? " " : "", row->number);
    }

  return g_string_free (numbers, FALSE);
}

static char *
numbers (Fixture *fixture, const SuiviFilter *filter)
{
  return numbers_sorted (fixture, filter, SUIVI_SORT_NUMBER, FALSE);
}

static void
assert_search (Fixture *fixture, const char *search, const char *expected)
{
  g_autoptr (SuiviFilter) filter = suivi_filter_new ();
  g_autofree char *found = NULL;

  suivi_filter_set_search (filter, search);
  found = numbers (fixture, filter);
  g_assert_cmpstr (found, ==, expected);
}

#define ALL "140.2 140.9 140.10 140.30 140.31 140.100"

static void
test_search (Fixture *fixture, gconstpointer data)
{
  fill (fixture);
  assert_search (fixture, "", ALL);
  assert_search (fixture, "   ", ALL);
  assert_search (fixture, "adopt", "140.2 140.100");
  assert_search (fixture, "ADOPT", "140.2 140.100");
  assert_search (fixture, "ado", "140.2 140.100");
  assert_search (fixture, "egalite", "140.2");
  assert_search (fixture, "ÉGALITÉ", "140.2");
  assert_search (fixture, "adopt budget", "140.100");
  assert_search (fixture, "budget adopt", "140.100");
  assert_search (fixture, "dopt", "");
  assert_search (fixture, "police-officers", "140.30");
  assert_search (fixture, "police-off", "140.30");
  assert_search (fixture, "officers-police", "");
  assert_search (fixture, "140.10", "140.10 140.100");
  assert_search (fixture, "140.3", "140.30 140.31");
  /* Recommending States by name in any language of the United Nations. */
  assert_search (fixture, "Germany", "140.2 140.9");
  assert_search (fixture, "allemagne", "140.2 140.9");
  assert_search (fixture, "ألمانيا", "140.2 140.9");
  assert_search (fixture, "kenya judges", "140.30");
  /* Themes are facets, not words of the text. */
  assert_search (fixture, "Detention", "");
}

/* Anything may be typed: what cannot be found gives an empty list, nothing gives an error. */
static void
test_search_anything (Fixture *fixture, gconstpointer data)
{
  static const char *const hostile[] = {
    "*",
    "**",
    "AND",
    "OR",
    "NOT",
    "NEAR",
    "NEAR(a b)",
    "\"",
    "\"\"",
    "\"adopt",
    "'",
    "''",
    ";",
    "--",
    "a-b",
    "-a",
    "^adopt",
    "text:adopt",
    "{text}:adopt",
    "(",
    ")",
    "()",
    "a AND",
    "adopt + a",
    "\\",
    "%",
    "_",
    "\xF0\x9F\x98\x80",
    "adopt \xF0\x9F\x98\x80",
    "\xCC\x81",
    "\xE2\x80\x8B",
    "ﬁ",
    "ß",
    "İ",
    "\xD8\xA3\xD8\xB7\xD9\x81\xD8\xA7\xD9\x84",
    "\xE5\x85\x92\xE7\xAB\xA5",
    "\xEE\x80\x80",
    "\xEF\xBF\xBE",
    "\xFF\xFE",
    "a\xFF"
    "b",
    "'); DROP TABLE recommendation; --",
  };
  g_autofree char *words = NULL;
  g_autofree char *letters = g_strnfill (10000, 'a');
  g_autofree char *quotes = g_strnfill (10000, '"');
  GString *many = g_string_new (NULL);

  fill (fixture);
  for (gsize i = 0; i < G_N_ELEMENTS (hostile); i++)
    {
      g_autoptr (SuiviFilter) filter = suivi_filter_new ();
      g_autofree char *found = NULL;

      g_test_message ("search no. %zu", i);
      suivi_filter_set_search (filter, hostile[i]);
      found = numbers (fixture, filter);
    }
  while (many->len < 10000)
    g_string_append (many, "adopt ");
  words = g_string_free (many, FALSE);
  assert_search (fixture, words, "140.2 140.100");
  assert_search (fixture, letters, "");
  assert_search (fixture, quotes, "");
  assert_search (fixture, "*", "");
  assert_search (fixture, "\xF0\x9F\x98\x80", "");
  assert_search (fixture, "AND", "140.30"); /* a word like others */
  assert_search (fixture, "NOT", "");
  fixture_assert_sound (fixture);
}

static void
test_facets (Fixture *fixture, gconstpointer data)
{
  g_autoptr (SuiviFilter) filter = suivi_filter_new ();
  g_autofree char *togo_or_germany = NULL;
  g_autofree char *and_education = NULL;
  g_autofree char *for_children = NULL;
  g_autofree char *with_search = NULL;
  g_autofree char *nothing = NULL;

  fill (fixture);
  suivi_filter_add (filter, SUIVI_FACET_STATE, "TGO");
  suivi_filter_add (filter, SUIVI_FACET_STATE, "DEU");
  togo_or_germany = numbers (fixture, filter);
  g_assert_cmpstr (togo_or_germany, ==, "140.2 140.9 140.100");
  suivi_filter_add (filter, SUIVI_FACET_THEME, "Education");
  and_education = numbers (fixture, filter);
  g_assert_cmpstr (and_education, ==, "140.2 140.100");
  suivi_filter_set_search (filter, "law");
  with_search = numbers (fixture, filter);
  g_assert_cmpstr (with_search, ==, "140.2");
  suivi_filter_add (filter, SUIVI_FACET_POSITION, "noted");
  nothing = numbers (fixture, filter);
  g_assert_cmpstr (nothing, ==, "");

  suivi_filter_set_search (filter, "");
  suivi_filter_clear (filter, SUIVI_FACET_POSITION);
  suivi_filter_clear (filter, SUIVI_FACET_THEME);
  suivi_filter_clear (filter, SUIVI_FACET_STATE);
  g_assert_true (suivi_filter_is_empty (filter));
  suivi_filter_add (filter, SUIVI_FACET_CHILDREN, "yes");
  for_children = numbers (fixture, filter);
  g_assert_cmpstr (for_children, ==, "140.2 140.10 140.100");
}

static char *
counts (Fixture *fixture, const SuiviFilter *filter, SuiviFacet facet)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) found = suivi_store_count_facet (fixture->store, filter, facet, &error);
  GString *text = g_string_new (NULL);

  g_assert_no_error (error);
  for (guint i = 0; i < found->len; i++)
    {
      SuiviFacetCount *count = g_ptr_array_index (found, i);

      g_string_append_printf (text, "%s%s=%u", i > 0 ? " " : "", count->value, count->count);
    }

  return g_string_free (text, FALSE);
}

static void
test_counts (Fixture *fixture, gconstpointer data)
{
  g_autoptr (SuiviFilter) filter = suivi_filter_new ();
  g_autofree char *positions = NULL;
  g_autofree char *states = NULL;
  g_autofree char *lights = NULL;
  g_autofree char *themes = NULL;

  fill (fixture);
  positions = counts (fixture, filter, SUIVI_FACET_POSITION);
  g_assert_cmpstr (positions, ==, "noted=2 supported=2 part=1 pending=1");
  states = counts (fixture, filter, SUIVI_FACET_STATE);
  g_assert_cmpstr (states, ==, "BRA=2 DEU=2 TGO=2 KEN=1 URY=1");
  lights = counts (fixture, filter, SUIVI_FACET_LIGHT);
  g_assert_cmpstr (lights, ==, "grey=6");
  suivi_filter_add (filter, SUIVI_FACET_STATE, "DEU");
  themes = counts (fixture, filter, SUIVI_FACET_THEME);
  g_assert_cmpstr (themes, ==, "Detention=1 Education=1 Equality=1");
}

static SuiviRecommendation *
find (Fixture *fixture, const char *number)
{
  g_autoptr (GPtrArray) found = suivi_store_find_number (fixture->store, NULL, number, NULL);

  return suivi_recommendation_ref (g_ptr_array_index (found, 0));
}

static void
grade (Fixture *fixture, const char *number, SuiviLevel level, const char *date)
{
  g_autoptr (SuiviRecommendation) recommendation = find (fixture, number);
  g_autoptr (SuiviAssessment) assessment = make_assessment (recommendation, level, level, level, date);

  put_assessment (fixture->store, assessment, "Grade");
}

static void
test_lights (Fixture *fixture, gconstpointer data)
{
  g_autoptr (SuiviFilter) filter = suivi_filter_new ();
  g_autofree char *now = NULL;
  g_autofree char *in_march = NULL;
  g_autofree char *in_january = NULL;
  g_autofree char *red_in_march = NULL;
  g_autofree char *red_now = NULL;

  fill (fixture);
  grade (fixture, "140.2", SUIVI_LEVEL_NOTHING, "2026-02-01");
  grade (fixture, "140.2", SUIVI_LEVEL_DONE, "2026-06-01");
  grade (fixture, "140.9", SUIVI_LEVEL_SOME, "2026-03-01");
  /* Put later, but of an earlier day: it does not count. */
  grade (fixture, "140.9", SUIVI_LEVEL_NOTHING, "2026-02-01");

  now = counts (fixture, filter, SUIVI_FACET_LIGHT);
  g_assert_cmpstr (now, ==, "grey=4 amber=1 green=1");
  suivi_filter_set_cut_off (filter, "2026-03-01");
  in_march = counts (fixture, filter, SUIVI_FACET_LIGHT);
  g_assert_cmpstr (in_march, ==, "grey=4 amber=1 red=1");
  suivi_filter_set_cut_off (filter, "2026-01-31");
  in_january = counts (fixture, filter, SUIVI_FACET_LIGHT);
  g_assert_cmpstr (in_january, ==, "grey=6");

  suivi_filter_add (filter, SUIVI_FACET_LIGHT, "red");
  suivi_filter_set_cut_off (filter, "2026-03-01");
  red_in_march = numbers (fixture, filter);
  g_assert_cmpstr (red_in_march, ==, "140.2");
  suivi_filter_set_cut_off (filter, NULL);
  red_now = numbers (fixture, filter);
  g_assert_cmpstr (red_now, ==, "");
  fixture_assert_sound (fixture);
}

/* One person's second grade of a day takes the place of the first. */
static void
test_same_day (Fixture *fixture, gconstpointer data)
{
  g_autoptr (SuiviRecommendation) recommendation = NULL;
  g_autoptr (GPtrArray) assessments = NULL;
  SuiviAssessment *only = NULL;

  fill (fixture);
  grade (fixture, "140.2", SUIVI_LEVEL_NOTHING, "2026-02-01");
  grade (fixture, "140.2", SUIVI_LEVEL_SOME, "2026-02-01");
  recommendation = find (fixture, "140.2");
  assessments = suivi_store_list_assessments (fixture->store, recommendation->id, NULL);
  g_assert_cmpuint (assessments->len, ==, 1);
  only = g_ptr_array_index (assessments, 0);
  g_assert_cmpint (only->light, ==, SUIVI_LIGHT_AMBER);
  g_assert_cmpint (recommendation->light, ==, SUIVI_LIGHT_AMBER);
}

/* Two people who grade on one day: nobody's grade is lost, and the one put last counts. */
static void
test_two_people (Fixture *fixture, gconstpointer data)
{
  g_autoptr (SuiviRecommendation) before = NULL;
  g_autoptr (SuiviRecommendation) after = NULL;
  g_autoptr (SuiviAssessment) second = NULL;
  g_autoptr (GPtrArray) assessments = NULL;

  fill (fixture);
  grade (fixture, "140.2", SUIVI_LEVEL_NOTHING, "2026-02-01");
  before = find (fixture, "140.2");
  g_assert_cmpint (before->light, ==, SUIVI_LIGHT_RED);
  g_usleep (2000); /* the order within a day is told by milliseconds */
  second = make_assessment (before, SUIVI_LEVEL_DONE, SUIVI_LEVEL_DONE, SUIVI_LEVEL_DONE, "2026-02-01");
  g_free (second->name);
  second->name = g_strdup ("B. Colleague");
  put_assessment (fixture->store, second, "Grade");
  after = find (fixture, "140.2");
  g_assert_cmpint (after->light, ==, SUIVI_LIGHT_GREEN);
  assessments = suivi_store_list_assessments (fixture->store, after->id, NULL);
  g_assert_cmpuint (assessments->len, ==, 2);
  g_assert_cmpstr (((SuiviAssessment *) g_ptr_array_index (assessments, 0))->name, ==, "B. Colleague");
  g_assert_cmpstr (((SuiviAssessment *) g_ptr_array_index (assessments, 1))->name, ==, "A. Analyst");
}

static void
test_order (Fixture *fixture, gconstpointer data)
{
  static const struct
  {
    SuiviSort sort;
    gboolean descending;
    const char *expected;
  } orders[] = {
    { SUIVI_SORT_NUMBER, FALSE, ALL },
    { SUIVI_SORT_NUMBER, TRUE, "140.100 140.31 140.30 140.10 140.9 140.2" },
    { SUIVI_SORT_POSITION, FALSE, "140.2 140.10 140.30 140.9 140.31 140.100" },
    /* Brazil, Germany, Kenya, Togo, Uruguay */
    { SUIVI_SORT_STATE, FALSE, "140.10 140.2 140.9 140.30 140.100 140.31" },
    /* no progress, some progress, implemented, not assessed */
    { SUIVI_SORT_LIGHT, FALSE, "140.100 140.9 140.2 140.10 140.30 140.31" },
  };
  g_autoptr (SuiviFilter) filter = suivi_filter_new ();

  fill (fixture);
  grade (fixture, "140.100", SUIVI_LEVEL_NOTHING, "2026-02-01");
  grade (fixture, "140.9", SUIVI_LEVEL_SOME, "2026-02-01");
  grade (fixture, "140.2", SUIVI_LEVEL_DONE, "2026-02-01");
  for (gsize i = 0; i < G_N_ELEMENTS (orders); i++)
    {
      g_autofree char *found = numbers_sorted (fixture, filter, orders[i].sort, orders[i].descending);

      g_assert_cmpstr (found, ==, orders[i].expected);
    }
}

static gboolean
count_rows (SuiviRecommendation *recommendation,
            SuiviReview *review,
            SuiviAssessment *assessment,
            gpointer data,
            GError **error)
{
  GString *seen = data;

  g_assert_nonnull (review);
  g_assert_cmpstr (review->id, ==, recommendation->review_id);
  if (assessment != NULL)
    g_assert_cmpint (assessment->light, ==, recommendation->light);
  g_string_append_printf (seen, "%s:%s ", recommendation->number,
                          suivi_light_to_nick (recommendation->light));

  return TRUE;
}

static void
test_foreach (Fixture *fixture, gconstpointer data)
{
  g_autoptr (SuiviFilter) filter = suivi_filter_new ();
  g_autoptr (GString) seen = g_string_new (NULL);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;

  fill (fixture);
  grade (fixture, "140.2", SUIVI_LEVEL_DONE, "2026-02-01");
  suivi_filter_add (filter, SUIVI_FACET_STATE, "DEU");
  g_assert_true (
    suivi_store_foreach (fixture->store, filter, SUIVI_SORT_NUMBER, FALSE, count_rows, seen, NULL, &error));
  g_assert_cmpstr (seen->str, ==, "140.2:green 140.9:grey ");

  g_string_truncate (seen, 0);
  suivi_filter_set_cut_off (filter, "2026-01-01");
  g_assert_true (
    suivi_store_foreach (fixture->store, filter, SUIVI_SORT_NUMBER, FALSE, count_rows, seen, NULL, &error));
  g_assert_cmpstr (seen->str, ==, "140.2:grey 140.9:grey ");

  g_cancellable_cancel (cancellable);
  g_assert_false (suivi_store_foreach (fixture->store, filter, SUIVI_SORT_NUMBER, FALSE, count_rows, seen,
                                       cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

/* The parts of a split recommendation are never counted beside it. */
static void
test_parts (Fixture *fixture, gconstpointer data)
{
  g_autoptr (SuiviFilter) filter = suivi_filter_new ();
  g_autoptr (SuiviRecommendation) whole = NULL;
  g_autoptr (SuiviRecommendation) part = NULL;
  g_autoptr (GPtrArray) parts = NULL;
  g_autofree char *all = NULL;

  fill (fixture);
  whole = find (fixture, "140.2");
  part = make_recommendation (fixture->review, "140.2 (a)", "Adopt a law", "DEU", SUIVI_POSITION_SUPPORTED,
                              "Equality");
  part->parent_id = g_strdup (whole->id);
  put_recommendation (fixture->store, part, "Split");
  all = numbers (fixture, filter);
  g_assert_cmpstr (all, ==, ALL);
  parts = suivi_store_list_parts (fixture->store, whole->id, NULL);
  g_assert_cmpuint (parts->len, ==, 1);
  g_assert_cmpstr (((SuiviRecommendation *) g_ptr_array_index (parts, 0))->number, ==, "140.2 (a)");
  fixture_assert_sound (fixture);
}

/* For 300 random filters, each count of each facet is the number of rows that choosing its value shows. */
static void
test_counts_equal_rows (Fixture *fixture, gconstpointer data)
{
  static const char *const searches[] = { "", "a", "adopt", "train", "140", "germany" };
  static const char *const cut_offs[] = { NULL, "2026-02-15", "2026-12-31" };
  const guint32 seed = 20261122;
  g_autoptr (GRand) random = g_rand_new_with_seed (seed);
  guint compared = 0;

  g_test_message ("seed %u", seed);
  fill (fixture);
  for (guint i = 0; i < 60; i++)
    {
      g_autofree char *number = g_strdup_printf ("200.%u", i);
      g_autoptr (SuiviRecommendation) one
                 = make_recommendation (fixture->review, number, i % 3 ? "Adopt and train" : "Reform",
                                        i % 2 ? "DEU BRA" : "TGO", i % 4,
                                        i % 5 ? "Justice;Education" : "Detention");

      one->child_focused = i % 7 == 0;
      put_recommendation (fixture->store, one, "Add");
      if (i % 2 == 0)
        {
          const char *const ids[] = { one->id, NULL };
          g_autoptr (SuiviTransaction) step = suivi_store_begin (fixture->store, "Add", NULL);

          g_assert_true (suivi_transaction_add_institution (step, ids, "Parliament", NULL));
          g_assert_true (suivi_transaction_add_institution (step, ids, i % 3 ? "Court" : "Ministry", NULL));
          g_assert_true (suivi_transaction_commit (step, NULL));
        }
      if (i % 3 == 0)
        grade (fixture, number, i % 4, i % 2 ? "2026-02-01" : "2026-03-01");
    }
  for (guint i = 0; i < 300; i++)
    {
      g_autoptr (SuiviFilter) filter = suivi_filter_new ();

      suivi_filter_set_search (filter, searches[g_rand_int_range (random, 0, G_N_ELEMENTS (searches))]);
      suivi_filter_set_cut_off (filter, cut_offs[g_rand_int_range (random, 0, G_N_ELEMENTS (cut_offs))]);
      if (g_rand_boolean (random))
        suivi_filter_add (filter, SUIVI_FACET_POSITION, g_rand_boolean (random) ? "noted" : "supported");
      if (g_rand_boolean (random))
        suivi_filter_add (filter, SUIVI_FACET_STATE, g_rand_boolean (random) ? "DEU" : "TGO");
      if (g_rand_boolean (random))
        suivi_filter_add (filter, SUIVI_FACET_LIGHT, g_rand_boolean (random) ? "grey" : "amber");
      if (g_rand_boolean (random))
        suivi_filter_add (filter, SUIVI_FACET_THEME, g_rand_boolean (random) ? "Justice" : "Detention");
      if (g_rand_int_range (random, 0, 6) == 0)
        suivi_filter_add (filter, SUIVI_FACET_INSTITUTION, g_rand_boolean (random) ? "Parliament" : "Court");

      for (guint facet = 0; facet < SUIVI_N_FACETS; facet++)
        {
          g_autoptr (SuiviFilter) others = suivi_filter_copy (filter);
          g_autoptr (GPtrArray) found = NULL;

          suivi_filter_clear (others, facet);
          found = suivi_store_count_facet (fixture->store, others, facet, NULL);
          for (guint j = 0; j < found->len; j++)
            {
              SuiviFacetCount *count = g_ptr_array_index (found, j);
              g_autoptr (SuiviFilter) chosen = suivi_filter_copy (others);
              g_autoptr (GArray) keys = NULL;

              suivi_filter_add (chosen, facet, count->value);
              keys = suivi_store_query_keys (fixture->store, chosen, SUIVI_SORT_NUMBER, FALSE, NULL, NULL);
              g_assert_cmpuint (keys->len, ==, count->count);
              compared++;
            }
        }
    }
  g_assert_cmpuint (compared, >, 3000);
}

/* So many hits that the list is walked instead: the same rows in the same order. */
static void
test_many_rows (Fixture *fixture, gconstpointer data)
{
  const guint n_rows = 9000;
  g_autoptr (SuiviFilter) filter = suivi_filter_new ();
  g_autoptr (SuiviTransaction) transaction = suivi_store_begin (fixture->store, "Add", NULL);
  g_autoptr (GArray) forward = NULL;
  g_autoptr (GArray) backward = NULL;
  g_autoptr (GPtrArray) rows = NULL;

  for (guint i = n_rows; i > 0; i--)
    {
      g_autofree char *number = g_strdup_printf ("1.%u", i);
      g_autoptr (SuiviRecommendation) one
                 = make_recommendation (fixture->review, number, i % 2 ? "Adopt a law" : "Reform", "DEU",
                                        SUIVI_POSITION_NOTED, "Justice");

      g_assert_true (suivi_transaction_put_recommendation (transaction, one, NULL));
    }
  g_assert_true (suivi_transaction_commit (transaction, NULL));

  suivi_filter_set_search (filter, "adopt");
  forward = suivi_store_query_keys (fixture->store, filter, SUIVI_SORT_NUMBER, FALSE, NULL, NULL);
  backward = suivi_store_query_keys (fixture->store, filter, SUIVI_SORT_NUMBER, TRUE, NULL, NULL);
  g_assert_cmpuint (forward->len, ==, n_rows / 2);
  g_assert_cmpuint (backward->len, ==, n_rows / 2);
  rows = suivi_store_load (fixture->store, (const gint64 *) (gpointer) forward->data, forward->len, NULL);
  for (guint i = 0; i < rows->len; i++)
    {
      SuiviRecommendation *row = g_ptr_array_index (rows, i);
      g_autofree char *number = g_strdup_printf ("1.%u", 2 * i + 1);

      g_assert_cmpstr (row->number, ==, number);
      g_assert_cmpint (g_array_index (forward, gint64, i), ==,
                       g_array_index (backward, gint64, backward->len - 1 - i));
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

#define ADD(name, function) \
  g_test_add ("/store/query/" name, Fixture, NULL, fixture_set_up, function, fixture_tear_down)
  ADD ("search", test_search);
  ADD ("search-anything", test_search_anything);
  ADD ("facets", test_facets);
  ADD ("counts", test_counts);
  ADD ("lights", test_lights);
  ADD ("same-day", test_same_day);
  ADD ("two-people", test_two_people);
  ADD ("order", test_order);
  ADD ("foreach", test_foreach);
  ADD ("parts", test_parts);
  ADD ("counts-equal-rows", test_counts_equal_rows);
  ADD ("many-rows", test_many_rows);
#undef ADD

  return g_test_run ();
}
