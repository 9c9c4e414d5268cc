/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Where outputs get their rows from: what no single format can show. */

#include "config.h"

#include <glib/gstdio.h>

#include "coalition-fixture.h"
#include "exchange/scorecard-source.h"
#include "store/transaction.h"

typedef struct
{
  char *folder;
  char *path;
  SuiviStore *store;
  CoalitionFixture coalition;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  fixture->folder = g_dir_make_tmp ("suivi-source-XXXXXX", NULL);
  fixture->path = g_build_filename (fixture->folder, "w.suivi", NULL);
  fixture->store = suivi_store_create (fixture->path, &error);
  g_assert_no_error (error);
  suivi_store_set_author (fixture->store, "A. Analyst", "Institute of Alvera");
  coalition_fixture_fill (&fixture->coalition, fixture->store);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  coalition_fixture_clear (&fixture->coalition);
  suivi_store_close (fixture->store);
  g_assert_cmpint (g_unlink (fixture->path), ==, 0);
  g_assert_cmpint (g_rmdir (fixture->folder), ==, 0);
  g_free (fixture->folder);
  g_free (fixture->path);
}

static void
run (Fixture *fixture,
     gboolean (*put) (SuiviTransaction *step, gpointer record, GError **error),
     gpointer record)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SuiviTransaction) step = suivi_store_begin (fixture->store, "Step", &error);

  put (step, record, &error);
  g_assert_no_error (error);
  suivi_transaction_commit (step, &error);
  g_assert_no_error (error);
}

#define PUT(function) ((gboolean (*) (SuiviTransaction *, gpointer, GError **)) (function))

typedef struct
{
  guint n;
  guint n_agreed;
  GHashTable *reviews; /* their tokens */
} Seen;

static gboolean
see (const SuiviScorecardEntry *entry, gpointer user_data, GError **error)
{
  Seen *seen = user_data;

  seen->n++;
  seen->n_agreed += entry->assessment != NULL && entry->assessment->agreed;
  g_assert_nonnull (entry->review);
  g_hash_table_add (seen->reviews, suivi_review_to_token (entry->review));

  return TRUE;
}

static guint
count (SuiviScorecardSource *source, const char *only_review)
{
  g_autoptr (GHashTable) reviews = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  Seen seen = { 0, 0, reviews };
  g_autoptr (GError) error = NULL;

  g_assert_true (suivi_scorecard_source_foreach (source, see, &seen, NULL, &error));
  g_assert_no_error (error);
  if (only_review != NULL)
    {
      g_assert_cmpuint (g_hash_table_size (reviews), ==, seen.n > 0);
      g_assert_true (seen.n == 0 || g_hash_table_contains (reviews, only_review));
    }

  return seen.n;
}

static void
put_other_review (Fixture *fixture)
{
  static const char *const states[] = { "TGO", NULL };
  static const char *const none[] = { NULL };
  g_autoptr (SuiviReview) review = suivi_review_new ("SVN", 34);
  g_autoptr (SuiviRecommendation) recommendation = suivi_recommendation_new ();

  run (fixture, PUT (suivi_transaction_put_review), review);
  recommendation->review_id = g_strdup (review->id);
  recommendation->number = g_strdup ("7.1");
  recommendation->text = g_strdup ("Mend the bridges");
  suivi_recommendation_set_lists (recommendation, states, none, none, none);
  recommendation->position = SUIVI_POSITION_SUPPORTED;
  run (fixture, PUT (suivi_transaction_put_recommendation), recommendation);
}

/* An edition of all reviews, narrowed to a cycle: the rows of that cycle, each under its own review. */
static void
test_cycle (Fixture *fixture, gconstpointer data)
{
  g_autoptr (SuiviEdition) edition = suivi_edition_new ("All", "2026-06-30");
  g_autofree char *token = suivi_review_to_token (fixture->coalition.review);

  put_other_review (fixture);
  run (fixture, PUT (suivi_transaction_freeze_edition), edition);
  for (guint cycle = 3; cycle <= 4; cycle++)
    {
      g_autofree char *wanted = g_strdup_printf ("%u", cycle);
      g_autoptr (SuiviFilter) filter = suivi_filter_new ();
      g_autoptr (SuiviScorecardSource) frozen = NULL;
      g_autoptr (SuiviScorecardSource) working = NULL;
      guint n = 0;

      suivi_filter_add (filter, SUIVI_FACET_CYCLE, wanted);
      frozen = suivi_scorecard_source_new_for_edition (fixture->store, edition->id, filter, NULL);
      working = suivi_scorecard_source_new (fixture->store, filter, NULL, NULL);
      n = count (frozen, cycle == 3 ? "SVN:34" : token);
      g_assert_cmpuint (n, ==, cycle == 3 ? 1 : COALITION_N_RECOMMENDATIONS);
      g_assert_cmpuint (n, ==, count (working, cycle == 3 ? "SVN:34" : token));
    }
}

/* An edition has no index of words: it says so instead of finding other rows than the working copy. */
static void
test_search (Fixture *fixture, gconstpointer data)
{
  g_autoptr (SuiviFilter) filter = suivi_filter_new ();
  g_autoptr (SuiviScorecardSource) source = NULL;
  g_autoptr (GError) error = NULL;

  suivi_filter_set_search (filter, "school");
  source
    = suivi_scorecard_source_new_for_edition (fixture->store, fixture->coalition.edition_id, filter, &error);
  g_assert_null (source);
  g_assert_error (error, SUIVI_STORE_ERROR, SUIVI_STORE_ERROR_INVALID);
}

/* Whose a judgement is, it says itself: never whoever opened the workspace. What several agreed on is nobody's own. */
static void
test_organisation (Fixture *fixture, gconstpointer data)
{
  g_autoptr (SuiviFilter) filter = suivi_filter_new ();
  g_autoptr (SuiviScorecardSource) source = suivi_scorecard_source_new (fixture->store, filter, NULL, NULL);
  g_autoptr (SuiviAssessment) own = suivi_assessment_new ();
  g_autoptr (SuiviAssessment) agreed = suivi_assessment_new ();

  agreed->agreed = 1;
  g_assert_cmpstr (source->head.organisation, ==, "Institute of Alvera");
  g_assert_cmpstr (suivi_scorecard_source_get_organisation (source, own), ==, "");
  g_free (own->organisation);
  own->organisation = g_strdup ("Blue Roof");
  g_assert_cmpstr (suivi_scorecard_source_get_organisation (source, own), ==, "Blue Roof");
  g_assert_null (suivi_scorecard_source_get_organisation (source, agreed));
  g_assert_null (suivi_scorecard_source_get_organisation (source, NULL));
}

/* Whatever an edition remembers: evidence that comes from a child now is printed with consent only. */
static void
test_evidence_of_a_child (Fixture *fixture, gconstpointer data)
{
  g_autoptr (SuiviEdition) edition = suivi_edition_new ("Later", "2026-06-30");
  g_autoptr (SuiviScorecardSource) source = NULL;
  g_autoptr (GPtrArray) all = suivi_store_list_evidence (fixture->store, NULL, NULL);
  g_autoptr (SuiviEvidence) piece = NULL;
  g_autofree char *title = NULL;
  gboolean found = FALSE;

  edition->review_id = g_strdup (fixture->coalition.review->id);
  run (fixture, PUT (suivi_transaction_freeze_edition), edition);
  source = suivi_scorecard_source_new_for_edition (fixture->store, edition->id, NULL, NULL);
  count (source, NULL);
  g_assert_cmpuint (suivi_scorecard_source_get_evidence (source)->len, >, 0);
  title = g_strdup (
    ((SuiviScorecardProof *) g_ptr_array_index (suivi_scorecard_source_get_evidence (source), 0))->title);

  /* Somebody corrects it: it was said by a child. */
  for (guint i = 0; i < all->len; i++)
    {
      if (g_str_equal (((SuiviEvidence *) g_ptr_array_index (all, i))->title, title))
        piece = suivi_evidence_copy (g_ptr_array_index (all, i));
    }
  g_assert_nonnull (piece);
  piece->kind = SUIVI_EVIDENCE_CONSULTATION;
  run (fixture, PUT (suivi_transaction_put_evidence), piece);
  count (source, NULL);
  for (guint i = 0; i < suivi_scorecard_source_get_evidence (source)->len; i++)
    {
      const SuiviScorecardProof *proof = g_ptr_array_index (suivi_scorecard_source_get_evidence (source), i);

      g_assert_cmpstr (proof->title, !=, title);
      if (g_str_equal (proof->evidence->id, piece->id))
        {
          found = TRUE;
          g_assert_cmpstr (proof->quotation, ==, "");
          g_assert_cmpstr (proof->evidence->publisher, ==, "");
          g_assert_cmpstr (proof->evidence->date, ==, "");
          g_assert_cmpstr (proof->evidence->url, ==, "");
        }
    }
  g_assert_true (found);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

#define ADD(name, function) \
  g_test_add ("/exchange/scorecard-source/" name, Fixture, NULL, set_up, function, tear_down)
  ADD ("cycle", test_cycle);
  ADD ("search", test_search);
  ADD ("organisation", test_organisation);
  ADD ("evidence-of-a-child", test_evidence_of_a_child);
#undef ADD

  return g_test_run ();
}
