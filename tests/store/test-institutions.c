/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The institutions of the State that are to implement recommendations. */

#include "config.h"

#include "store/record.h"
#include "store/scorecard-store.h"
#include "tests/store/steps.h"

static guint
count (Fixture *fixture, const char *first, const char *second)
{
  g_autoptr (SuiviFilter) filter = suivi_filter_new ();

  suivi_filter_add (filter, SUIVI_FACET_INSTITUTION, first);
  if (second != NULL)
    suivi_filter_add (filter, SUIVI_FACET_INSTITUTION, second);

  return suivi_store_count (fixture->store, filter, NULL);
}

static void
add (Fixture *fixture, const char *first, const char *second, const char *institution)
{
  g_autoptr (SuiviRecommendation) a = find (fixture, first);
  g_autoptr (SuiviRecommendation) b = find (fixture, second);
  const char *const ids[] = { a->id, b->id, NULL };

  DO (fixture, suivi_transaction_add_institution (step, ids, institution, &do_error));
}

static void
assert_institutions (Fixture *fixture, const char *number, const char *expected)
{
  g_autoptr (SuiviRecommendation) recommendation = find (fixture, number);
  g_autofree char *institutions = g_strjoinv ("|", recommendation->institutions);
  g_autoptr (GPtrArray) list = suivi_store_list_responsibilities (fixture->store, recommendation->id, NULL);
  g_autoptr (GString) names = g_string_new (NULL);

  for (guint i = 0; i < list->len; i++)
    g_string_append_printf (names, "%s%s", i > 0 ? "|" : "",
                            ((const SuiviResponsibility *) g_ptr_array_index (list, i))->institution);
  g_assert_cmpstr (institutions, ==, expected);
  g_assert_cmpstr (names->str, ==, expected);
}

/* Several institutions share a recommendation; facets follow, and so does undo. */
static void
test_add (Fixture *fixture, gconstpointer data)
{
  g_autoptr (SuiviRecommendation) recommendation = NULL;
  g_autoptr (SuiviFilter) filter = suivi_filter_new ();
  g_autoptr (GPtrArray) counts = NULL;
  const char *ids[] = { NULL, NULL };

  fill (fixture);
  add (fixture, "140.2", "140.9", "Supreme Court");
  add (fixture, "140.2", "140.10", "Ministry of Education");
  assert_institutions (fixture, "140.2", "Ministry of Education|Supreme Court");
  assert_institutions (fixture, "140.9", "Supreme Court");
  g_assert_cmpuint (count (fixture, "Supreme Court", NULL), ==, 2);
  g_assert_cmpuint (count (fixture, "Ministry of Education", NULL), ==, 2);
  /* Who has both counts once. */
  g_assert_cmpuint (count (fixture, "Ministry of Education", "Supreme Court"), ==, 3);
  g_assert_cmpuint (count (fixture, "Ministry", NULL), ==, 0);
  counts = suivi_store_count_facet (fixture->store, filter, SUIVI_FACET_INSTITUTION, NULL);
  g_assert_cmpuint (counts->len, ==, 2);
  fixture_assert_sound (fixture);

  recommendation = find (fixture, "140.2");
  ids[0] = recommendation->id;
  DO (fixture, suivi_transaction_remove_institution (step, ids, "Supreme Court", &do_error));
  assert_institutions (fixture, "140.2", "Ministry of Education");
  g_assert_cmpuint (count (fixture, "Supreme Court", NULL), ==, 1);
  g_assert_true (suivi_store_undo (fixture->store, NULL));
  g_assert_cmpuint (count (fixture, "Supreme Court", NULL), ==, 2);
  g_assert_true (suivi_store_undo (fixture->store, NULL));
  assert_institutions (fixture, "140.2", "Supreme Court");
  assert_institutions (fixture, "140.10", "");
  g_assert_true (suivi_store_redo (fixture->store, NULL));
  assert_institutions (fixture, "140.10", "Ministry of Education");
  fixture_assert_sound (fixture);

  DO (fixture, suivi_transaction_delete_recommendation (step, recommendation->id, &do_error));
  g_assert_cmpuint (count (fixture, "Supreme Court", NULL), ==, 1);
  fixture_assert_sound (fixture);
}

/* One institution has one name: what differs only in case, accents or spaces is the one that is there. */
static void
test_names (Fixture *fixture, gconstpointer data)
{
  g_autofree char *longest = g_strnfill (200, 'x');
  g_autofree char *longer = g_strnfill (201, 'x');
  g_autoptr (GPtrArray) names = NULL;
  const char *ids[] = { NULL, NULL };
  g_autoptr (SuiviRecommendation) recommendation = NULL;

  fill (fixture);
  names = suivi_store_list_institutions (fixture->store, NULL);
  g_assert_cmpuint (names->len, ==, 0);
  g_ptr_array_unref (g_steal_pointer (&names));

  add (fixture, "140.2", "140.9", "Ministère de l’Éducation");
  add (fixture, "140.2", "140.10", " ministere  de l'education\n");
  assert_institutions (fixture, "140.2", "Ministère de l’Éducation");
  assert_institutions (fixture, "140.10", "Ministère de l’Éducation");
  add (fixture, "140.2", "140.10", "Cour  suprême ");
  names = suivi_store_list_institutions (fixture->store, NULL);
  g_assert_cmpuint (names->len, ==, 2);
  g_assert_cmpstr (g_ptr_array_index (names, 0), ==, "Cour suprême");

  recommendation = find (fixture, "140.2");
  ids[0] = recommendation->id;
  REFUSED (fixture, suivi_transaction_add_institution (step, ids, " \n", &do_error));
  REFUSED (fixture, suivi_transaction_add_institution (step, ids, "", &do_error));
  REFUSED (fixture, suivi_transaction_add_institution (step, ids, longer, &do_error));
  DO (fixture, suivi_transaction_add_institution (step, ids, longest, &do_error));
}

/* A file that somebody else wrote may hold two names that we would not tell apart: each is meant as it stands there. */
static void
test_foreign (Fixture *fixture, gconstpointer data)
{
  g_autoptr (SuiviResponsibility) foreign = NULL;
  g_autoptr (SuiviRecommendation) recommendation = NULL;
  const char *ids[] = { NULL, NULL };

  fill (fixture);
  recommendation = find (fixture, "140.2");
  ids[0] = recommendation->id;
  DO (fixture, suivi_transaction_add_institution (step, ids, "Supreme Court", &do_error));
  foreign = suivi_responsibility_new (recommendation->id, "Supreme  Court");
  DO (fixture, suivi_record_put (step, &suivi_responsibility_record, foreign, &do_error));
  assert_institutions (fixture, "140.2", "Supreme  Court|Supreme Court");
  DO (fixture, suivi_transaction_remove_institution (step, ids, "Supreme  Court", &do_error));
  assert_institutions (fixture, "140.2", "Supreme Court");
  DO (fixture, suivi_transaction_remove_institution (step, ids, " supreme  court", &do_error));
  assert_institutions (fixture, "140.2", "");
}

/* What is said of a part of a split recommendation is said of the whole, which is what counts. */
static void
test_parts (Fixture *fixture, gconstpointer data)
{
  g_autoptr (SuiviRecommendation) whole = NULL;
  g_autoptr (SuiviRecommendation) part = NULL;
  g_autoptr (SuiviRecommendation) read = NULL;
  g_autoptr (SuiviResponsibility) old = NULL;
  g_autoptr (GPtrArray) list = NULL;
  const char *ids[] = { NULL, NULL };

  fill (fixture);
  whole = find (fixture, "140.2");
  part = make_recommendation (fixture->review, "140.2 (a)", "Adopt a law", "DEU", SUIVI_POSITION_SUPPORTED,
                              "Equality");
  part->parent_id = g_strdup (whole->id);
  put_recommendation (fixture->store, part, "Split");
  ids[0] = part->id;
  DO (fixture, suivi_transaction_add_institution (step, ids, "Supreme Court", &do_error));
  assert_institutions (fixture, "140.2", "Supreme Court");
  g_assert_cmpuint (count (fixture, "Supreme Court", NULL), ==, 1);
  fixture_assert_sound (fixture);

  /* The part says so, too. */
  read = suivi_store_get_recommendation (fixture->store, part->id, NULL);
  g_assert_cmpstr (read->institutions[0], ==, "Supreme Court");
  list = suivi_store_list_responsibilities (fixture->store, part->id, NULL);
  g_assert_cmpuint (list->len, ==, 1);

  /* An earlier version kept it with the part. */
  old = suivi_responsibility_new (part->id, "Supreme Court");
  DO (fixture, suivi_record_put (step, &suivi_responsibility_record, old, &do_error));
  DO (fixture, suivi_transaction_remove_institution (step, ids, "Supreme Court", &do_error));
  assert_institutions (fixture, "140.2", "");
  g_assert_cmpuint (count (fixture, "Supreme Court", NULL), ==, 0);
  g_ptr_array_unref (g_steal_pointer (&list));
  list = suivi_store_list_institutions (fixture->store, NULL);
  g_assert_cmpuint (list->len, ==, 0);
}

/* An edition keeps the institutions as they were. */
static void
test_frozen (Fixture *fixture, gconstpointer data)
{
  g_autoptr (SuiviEdition) edition = suivi_edition_new ("Mid-term 2026", "2026-06-30");
  g_autoptr (SuiviRecommendation) recommendation = NULL;
  g_autoptr (GPtrArray) rows = NULL;
  guint n_found = 0;

  fill (fixture);
  add (fixture, "140.2", "140.9", "Supreme Court");
  add (fixture, "140.2", "140.2", "Ministry of Justice");
  DO (fixture, suivi_transaction_freeze_edition (step, edition, &do_error));
  add (fixture, "140.2", "140.10", "Parliament");

  recommendation = find (fixture, "140.2");
  rows = suivi_store_list_edition_rows (fixture->store, edition->id, NULL);
  for (guint i = 0; i < rows->len; i++)
    {
      const SuiviEditionRow *row = g_ptr_array_index (rows, i);
      g_autofree char *institutions = g_strjoinv ("|", row->institutions);

      if (g_str_equal (row->recommendation_id, recommendation->id))
        g_assert_cmpstr (institutions, ==, "Ministry of Justice|Supreme Court");
      n_found += row->institutions[0] != NULL;
    }
  g_assert_cmpuint (n_found, ==, 2);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

#define ADD(name, function) \
  g_test_add ("/store/institutions/" name, Fixture, NULL, fixture_set_up, function, fixture_tear_down)
  ADD ("add", test_add);
  ADD ("names", test_names);
  ADD ("foreign", test_foreign);
  ADD ("parts", test_parts);
  ADD ("frozen", test_frozen);
#undef ADD

  return g_test_run ();
}
