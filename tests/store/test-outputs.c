/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What other mechanisms said, links, and steps that add very many recommendations. */

#include "config.h"

#include "store/store.h"
#include "store/transaction.h"
#include "tests/store/fixture.h"

#define MANY 10500 /* more than the history keeps whole */

static SuiviRecommendation *
make_output (const char *mechanism,
             const char *state,
             const char *symbol,
             const char *number,
             const char *text)
{
  SuiviRecommendation *output = suivi_recommendation_new ();
  const char *const themes[] = { "Education", NULL };

  g_free (output->mechanism);
  output->mechanism = g_strdup (mechanism);
  g_strfreev (output->concerned);
  output->concerned = g_strsplit (state, " ", -1);
  output->symbol = g_strdup (symbol);
  output->number = g_strdup (number);
  output->text = g_strdup (text);
  output->date = g_strdup ("2025-02-12");
  output->position = SUIVI_POSITION_NONE;
  suivi_recommendation_set_lists (output, NULL, themes, NULL, NULL);

  return output;
}

static guint
count (Fixture *fixture, SuiviFacet facet, const char *value)
{
  g_autoptr (SuiviFilter) filter = suivi_filter_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) keys = NULL;
  guint result = 0;

  if (value != NULL)
    suivi_filter_add (filter, facet, value);
  result = suivi_store_count (fixture->store, filter, &error);
  g_assert_no_error (error);
  keys = suivi_store_query_keys (fixture->store, filter, SUIVI_SORT_NUMBER, FALSE, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (keys->len, ==, result);

  return result;
}

static guint
find_count (GPtrArray *counts, const char *value)
{
  for (guint i = 0; i < counts->len; i++)
    {
      SuiviFacetCount *facet_count = g_ptr_array_index (counts, i);

      if (g_str_equal (facet_count->value, value))
        return facet_count->count;
    }

  return 0;
}

/* The six recommendations of the fixture, all of France in session 43, and three outputs. */
static void
put_outputs (Fixture *fixture)
{
  g_autoptr (SuiviRecommendation) first = make_output ("CRC", "FRA", "CRC/C/FRA/CO/6-7", "4",
                                                       "The imaginary Committee asks for free school meals");
  g_autoptr (SuiviRecommendation) second = make_output ("CRC", "FRA TGO", "CRC/C/FRA/CO/6-7", "",
                                                        "The imaginary Committee asks for school buses");
  g_autoptr (SuiviRecommendation) third = make_output ("CEDAW", "TGO", "CEDAW/C/TGO/CO/8", "12",
                                                       "The imaginary Committee speaks of Togo alone");

  fill (fixture);
  put_recommendation (fixture->store, first, "Add");
  put_recommendation (fixture->store, second, "Add");
  put_recommendation (fixture->store, third, "Add");
}

static void
test_mechanisms (Fixture *fixture, gconstpointer data)
{
  g_autoptr (SuiviFilter) filter = suivi_filter_new ();
  g_autoptr (GPtrArray) counts = NULL;
  g_autoptr (GPtrArray) found = NULL;
  g_autoptr (GError) error = NULL;

  put_outputs (fixture);
  fixture_assert_sound (fixture);

  /* Who does not ask for them does not get them. */
  g_assert_cmpuint (count (fixture, SUIVI_FACET_MECHANISM, NULL), ==, 6);
  g_assert_cmpuint (count (fixture, SUIVI_FACET_MECHANISM, "UPR"), ==, 6);
  g_assert_cmpuint (count (fixture, SUIVI_FACET_MECHANISM, "CRC"), ==, 2);
  g_assert_cmpuint (count (fixture, SUIVI_FACET_MECHANISM, "CEDAW"), ==, 1);
  g_assert_cmpuint (count (fixture, SUIVI_FACET_THEME, "Education"), ==, 2);
  g_assert_cmpuint (count (fixture, SUIVI_FACET_CYCLE, "4"), ==, 6);

  counts = suivi_store_count_facet (fixture->store, filter, SUIVI_FACET_MECHANISM, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (counts->len, ==, 3);
  g_assert_cmpuint (find_count (counts, "UPR"), ==, 6);
  g_assert_cmpuint (find_count (counts, "CRC"), ==, 2);
  g_clear_pointer (&counts, g_ptr_array_unref);

  /* Other counts are those of the UPR, too. */
  counts = suivi_store_count_facet (fixture->store, filter, SUIVI_FACET_CHILDREN, &error);
  g_assert_cmpuint (find_count (counts, "no") + find_count (counts, "yes"), ==, 6);
  g_clear_pointer (&counts, g_ptr_array_unref);
  counts = suivi_store_count_facet (fixture->store, filter, SUIVI_FACET_THEME, &error);
  g_assert_cmpuint (find_count (counts, "Education"), ==, 2);
  g_clear_pointer (&counts, g_ptr_array_unref);

  /* The review of France has what is about France. */
  suivi_filter_add (filter, SUIVI_FACET_REVIEW, fixture->review->id);
  g_assert_cmpuint (suivi_store_count (fixture->store, filter, NULL), ==, 6);
  suivi_filter_add (filter, SUIVI_FACET_MECHANISM, "CRC");
  suivi_filter_add (filter, SUIVI_FACET_MECHANISM, "CEDAW");
  g_assert_cmpuint (suivi_store_count (fixture->store, filter, NULL), ==, 2);
  suivi_filter_set_search (filter, "bus");
  g_assert_cmpuint (suivi_store_count (fixture->store, filter, NULL), ==, 1);
  suivi_filter_set_search (filter, "CRC/C/FRA");
  g_assert_cmpuint (suivi_store_count (fixture->store, filter, NULL), ==, 2);

  found = suivi_store_find_symbol (fixture->store, "CRC", "CRC/C/FRA/CO/6-7", &error);
  g_assert_no_error (error);
  g_assert_cmpuint (found->len, ==, 2);
}

/* A review that comes later gets what is about its State. */
static void
test_review_of_outputs (Fixture *fixture, gconstpointer data)
{
  g_autoptr (SuiviReview) togo = suivi_review_new ("TGO", 40);
  g_autoptr (SuiviFilter) filter = suivi_filter_new ();
  g_autoptr (SuiviTransaction) transaction = NULL;
  g_autoptr (GError) error = NULL;

  put_outputs (fixture);
  transaction = suivi_store_begin (fixture->store, "Add a review", &error);
  g_assert_true (suivi_transaction_put_review (transaction, togo, &error));
  g_assert_true (suivi_transaction_commit (transaction, &error));
  g_assert_no_error (error);
  fixture_assert_sound (fixture);

  suivi_filter_add (filter, SUIVI_FACET_REVIEW, togo->id);
  g_assert_cmpuint (suivi_store_count (fixture->store, filter, NULL), ==, 0);
  suivi_filter_add (filter, SUIVI_FACET_MECHANISM, "CRC");
  g_assert_cmpuint (suivi_store_count (fixture->store, filter, NULL), ==, 1);

  g_assert_true (suivi_store_undo (fixture->store, &error));
  fixture_assert_sound (fixture);
  g_assert_cmpuint (suivi_store_count (fixture->store, filter, NULL), ==, 0);
}

static void
test_links (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) all = NULL;
  g_autoptr (GPtrArray) links = NULL;
  g_autoptr (GPtrArray) outputs = NULL;
  g_autoptr (SuiviTransaction) transaction = NULL;
  g_autoptr (SuiviLink) link = NULL;
  g_autoptr (SuiviLink) again = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  SuiviRecommendation *one = NULL;
  SuiviRecommendation *output = NULL;

  put_outputs (fixture);
  all = suivi_store_find_number (fixture->store, fixture->review->id, NULL, NULL);
  outputs = suivi_store_find_symbol (fixture->store, "CEDAW", "CEDAW/C/TGO/CO/8", NULL);
  one = g_ptr_array_index (all, 0);
  output = g_ptr_array_index (outputs, 0);
  before = fixture_dump (fixture);

  link = suivi_link_new (one->id, output->id, SUIVI_RELATION_OUTPUT);
  transaction = suivi_store_begin (fixture->store, "Tie", &error);
  g_assert_true (suivi_transaction_put_link (transaction, link, &error));
  g_assert_true (suivi_transaction_commit (transaction, &error));
  g_clear_pointer (&transaction, suivi_transaction_free);
  links = suivi_store_list_links (fixture->store, output->id, &error);
  g_assert_cmpuint (links->len, ==, 1);
  g_assert_cmpstr (((SuiviLink *) links->pdata[0])->from_id, ==, one->id);
  g_assert_cmpint (((SuiviLink *) links->pdata[0])->relation, ==, SUIVI_RELATION_OUTPUT);
  g_clear_pointer (&links, g_ptr_array_unref);

  /* One pair has one link: the second word takes the place of the first. */
  again = suivi_link_new (one->id, output->id, SUIVI_RELATION_NONE);
  transaction = suivi_store_begin (fixture->store, "Tie again", &error);
  g_assert_true (suivi_transaction_put_link (transaction, again, &error));
  g_assert_true (suivi_transaction_commit (transaction, &error));
  g_clear_pointer (&transaction, suivi_transaction_free);
  links = suivi_store_list_links (fixture->store, one->id, &error);
  g_assert_cmpuint (links->len, ==, 1);
  g_assert_cmpint (((SuiviLink *) links->pdata[0])->relation, ==, SUIVI_RELATION_NONE);
  g_clear_pointer (&links, g_ptr_array_unref);

  g_assert_true (suivi_store_undo (fixture->store, &error));
  g_assert_true (suivi_store_undo (fixture->store, &error));
  after = fixture_dump (fixture);
  g_assert_cmpstr (before, ==, after);

  /* What is deleted takes its links along. */
  g_assert_true (suivi_store_redo (fixture->store, &error));
  transaction = suivi_store_begin (fixture->store, "Delete", &error);
  g_assert_true (suivi_transaction_delete_recommendation (transaction, output->id, &error));
  g_assert_true (suivi_transaction_commit (transaction, &error));
  g_assert_no_error (error);
  links = suivi_store_list_links (fixture->store, one->id, &error);
  g_assert_cmpuint (links->len, ==, 0);
  fixture_assert_sound (fixture);
}

/* Sessions 15 and 29 come before 43; what another State was told does not count. */
static void
test_earlier (Fixture *fixture, gconstpointer data)
{
  static const struct
  {
    const char *state;
    guint session;
    const char *number;
  } others[]
    = { { "FRA", 15, "120.1" }, { "FRA", 29, "145.1" }, { "TGO", 29, "130.1" }, { "FRA", 50, "99.1" } };
  g_autoptr (GPtrArray) all = NULL;
  g_autoptr (GPtrArray) earlier = NULL;
  g_autoptr (GError) error = NULL;

  fill (fixture);
  for (gsize i = 0; i < G_N_ELEMENTS (others); i++)
    {
      g_autoptr (SuiviReview) review = suivi_review_new (others[i].state, others[i].session);
      g_autoptr (SuiviRecommendation) recommendation
                 = make_recommendation (review, others[i].number, "Build a school", "PER",
                                        SUIVI_POSITION_NOTED, "Education");
      g_autoptr (SuiviTransaction) transaction = suivi_store_begin (fixture->store, "Add", &error);

      g_assert_true (suivi_transaction_put_review (transaction, review, &error));
      g_assert_true (suivi_transaction_put_recommendation (transaction, recommendation, &error));
      g_assert_true (suivi_transaction_commit (transaction, &error));
    }

  all = suivi_store_find_number (fixture->store, fixture->review->id, NULL, NULL);
  earlier = suivi_store_list_earlier (fixture->store, ((SuiviRecommendation *) all->pdata[0])->id, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (earlier->len, ==, 2);
  g_assert_cmpstr (((SuiviRecommendation *) earlier->pdata[0])->number, ==, "145.1");
  g_assert_cmpstr (((SuiviRecommendation *) earlier->pdata[1])->number, ==, "120.1");
}

static void
add_many (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SuiviImport) import = suivi_import_new ();
  g_autoptr (SuiviTransaction) transaction = suivi_store_begin (fixture->store, "Import", &error);

  import->file_name = g_strdup ("many.json");
  import->sha256 = g_strdup ("00");
  import->format = g_strdup ("uhri");
  import->n_new = MANY;
  g_assert_true (suivi_transaction_put_import (transaction, import, &error));
  for (guint i = 0; i < MANY; i++)
    {
      g_autofree char *number = g_strdup_printf ("77.%u", i);
      g_autoptr (SuiviRecommendation) recommendation
                 = make_recommendation (fixture->review, number, "Build a school", "PER TGO",
                                        SUIVI_POSITION_NOTED, "Education");

      recommendation->import_id = g_strdup (import->id);
      if (!suivi_transaction_add_recommendation (transaction, recommendation, &error))
        break;
    }
  g_assert_no_error (error);
  g_assert_true (suivi_transaction_commit (transaction, &error));
  g_assert_no_error (error);
}

static void
test_add_many (Fixture *fixture, gconstpointer data)
{
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  g_autoptr (GPtrArray) imports = NULL;
  g_autoptr (GError) error = NULL;

  fill (fixture);
  before = fixture_dump (fixture);
  add_many (fixture);
  g_assert_cmpuint (count (fixture, SUIVI_FACET_STATE, "TGO"), >=, MANY);
  imports = suivi_store_list_imports (fixture->store, &error);
  g_assert_cmpuint (((SuiviImport *) imports->pdata[0])->n_now, ==, MANY);
  g_assert_cmpuint (((SuiviImport *) imports->pdata[0])->n_new, ==, MANY);
  fixture_assert_sound (fixture);

  fixture_reopen (fixture);
  g_assert_true (suivi_store_undo (fixture->store, &error));
  g_assert_no_error (error);
  after = fixture_dump (fixture);
  g_assert_cmpstr (before, ==, after);
  fixture_assert_sound (fixture);
  /* So many are not done again from the history, and nobody is told otherwise. */
  g_assert_null (suivi_store_get_redo_label (fixture->store));
  fixture_reopen (fixture);
  g_assert_null (suivi_store_get_redo_label (fixture->store));
}

/* A grade that came and went does not keep the import from being undone. */
static void
test_add_many_changed (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) found = NULL;
  g_autoptr (SuiviAssessment) assessment = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *number = g_strdup_printf ("77.%u", MANY - 1);

  add_many (fixture);
  found = suivi_store_find_number (fixture->store, fixture->review->id, number, NULL);
  assessment = make_assessment (g_ptr_array_index (found, 0), SUIVI_LEVEL_DONE, SUIVI_LEVEL_SOME,
                                SUIVI_LEVEL_UNASSESSED, "2026-02-01");
  put_assessment (fixture->store, assessment, "Grade");
  /* First the grade goes, then the import. */
  g_assert_cmpstr (suivi_store_get_undo_label (fixture->store), ==, "Grade");
  g_assert_true (suivi_store_undo (fixture->store, &error));
  g_assert_true (suivi_store_undo (fixture->store, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (count (fixture, SUIVI_FACET_MECHANISM, NULL), ==, 0);
  fixture_assert_sound (fixture);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

#define ADD(name, function) \
  g_test_add ("/store/outputs/" name, Fixture, NULL, fixture_set_up, function, fixture_tear_down)
  ADD ("mechanisms", test_mechanisms);
  ADD ("review-of-outputs", test_review_of_outputs);
  ADD ("links", test_links);
  ADD ("earlier", test_earlier);
  ADD ("add-many", test_add_many);
  ADD ("add-many-changed", test_add_many_changed);
#undef ADD

  return g_test_run ();
}
