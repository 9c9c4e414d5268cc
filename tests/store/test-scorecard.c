/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Clusters, editions of the scorecard, and evidence. */

#include "config.h"

#include "store/scorecard-store.h"
#include "tests/store/consultation-records.h"
#include "tests/store/steps.h"

static SuiviCluster *
add_cluster (Fixture *fixture, const char *title, guint place)
{
  SuiviCluster *cluster = suivi_cluster_new (title, place);

  DO (fixture, suivi_transaction_put_cluster (step, cluster, &do_error));

  return cluster;
}

static guint
count_in_cluster (Fixture *fixture, const char *title)
{
  g_autoptr (SuiviFilter) filter = suivi_filter_new ();

  suivi_filter_add (filter, SUIVI_FACET_CLUSTER, title);

  return suivi_store_count (fixture->store, filter, NULL);
}

static void
assign (Fixture *fixture, SuiviCluster *cluster, const char *first, const char *second)
{
  g_autoptr (SuiviRecommendation) a = find (fixture, first);
  g_autoptr (SuiviRecommendation) b = find (fixture, second);
  const char *const ids[] = { a->id, b->id, NULL };

  DO (fixture, suivi_transaction_assign_cluster (step, cluster != NULL ? cluster->id : NULL, ids, &do_error));
}

/* A recommendation is in one cluster at most, the facet follows, and so does undo. */
static void
test_clusters (Fixture *fixture, gconstpointer data)
{
  g_autoptr (SuiviCluster) civil = NULL;
  g_autoptr (SuiviCluster) social = NULL;
  g_autoptr (SuiviCluster) twin = suivi_cluster_new ("Civil and political", 3);
  g_autoptr (SuiviRecommendation) recommendation = NULL;
  g_autoptr (GPtrArray) clusters = NULL;
  g_autofree char *title = NULL;

  fill (fixture);
  social = add_cluster (fixture, "Social", 1);
  civil = add_cluster (fixture, "Civil and political", 0);
  REFUSED (fixture, suivi_transaction_put_cluster (step, twin, &do_error));
  clusters = suivi_store_list_clusters (fixture->store, NULL);
  g_assert_cmpuint (clusters->len, ==, 2);
  g_assert_cmpstr (((SuiviCluster *) clusters->pdata[0])->title, ==, "Civil and political");

  assign (fixture, civil, "140.2", "140.9");
  assign (fixture, social, "140.2", "140.10");
  g_assert_cmpuint (count_in_cluster (fixture, "Civil and political"), ==, 1);
  g_assert_cmpuint (count_in_cluster (fixture, "Social"), ==, 2);
  recommendation = find (fixture, "140.2");
  title = suivi_store_get_cluster_title (fixture->store, recommendation->id, NULL);
  g_assert_cmpstr (title, ==, "Social");

  g_free (social->title);
  social->title = g_strdup ("Economic and social");
  DO (fixture, suivi_transaction_put_cluster (step, social, &do_error));
  g_assert_cmpuint (count_in_cluster (fixture, "Social"), ==, 0);
  g_assert_cmpuint (count_in_cluster (fixture, "Economic and social"), ==, 2);
  fixture_assert_sound (fixture);

  assign (fixture, NULL, "140.2", "140.10");
  g_assert_cmpuint (count_in_cluster (fixture, "Economic and social"), ==, 0);
  g_assert_true (suivi_store_undo (fixture->store, NULL));
  g_assert_cmpuint (count_in_cluster (fixture, "Economic and social"), ==, 2);
  DO (fixture, suivi_transaction_delete_cluster (step, social->id, &do_error));
  g_assert_cmpuint (count_in_cluster (fixture, "Economic and social"), ==, 0);
  DO (fixture, suivi_transaction_delete_recommendation (step, recommendation->id, &do_error));
  fixture_assert_sound (fixture);
}

static const SuiviEditionRow *
find_row (GPtrArray *rows, const char *number)
{
  for (guint i = 0; i < rows->len; i++)
    {
      const SuiviEditionRow *row = g_ptr_array_index (rows, i);

      if (g_str_equal (row->number, number))
        return row;
    }

  g_assert_not_reached ();
}

/* What is changed later does not change an edition; the next one shows the light before. */
static void
test_editions (Fixture *fixture, gconstpointer data)
{
  g_autoptr (SuiviEdition) first = suivi_edition_new ("Mid-term 2025", "2025-06-30");
  g_autoptr (SuiviEdition) second = suivi_edition_new ("Mid-term 2026", "2026-06-30");
  g_autoptr (SuiviEdition) blank = suivi_edition_new (" ", "2026-06-30");
  g_autoptr (SuiviEdition) undated = suivi_edition_new ("Without a day", "2026-06-31");
  g_autoptr (SuiviCluster) cluster = NULL;
  g_autoptr (SuiviRecommendation) gone = NULL;
  g_autoptr (GPtrArray) rows = NULL;
  g_autoptr (GPtrArray) editions = NULL;

  fill (fixture);
  cluster = add_cluster (fixture, "Social", 0);
  assign (fixture, cluster, "140.2", "140.10");
  grade (fixture, "140.2", SUIVI_LEVEL_NOTHING, "2025-05-01");
  grade (fixture, "140.2", SUIVI_LEVEL_DONE, "2025-07-01"); /* after the cut-off */
  first->review_id = g_strdup (fixture->review->id);
  DO (fixture, suivi_transaction_freeze_edition (step, first, &do_error));
  REFUSED (fixture, suivi_transaction_freeze_edition (step, first, &do_error));
  REFUSED (fixture, suivi_transaction_freeze_edition (step, blank, &do_error));
  REFUSED (fixture, suivi_transaction_freeze_edition (step, undated, &do_error));

  grade (fixture, "140.2", SUIVI_LEVEL_SOME, "2026-01-10");
  gone = find (fixture, "140.31");
  DO (fixture, suivi_transaction_delete_recommendation (step, gone->id, &do_error));
  second->review_id = g_strdup (fixture->review->id);
  second->previous_id = g_strdup (first->id);
  DO (fixture, suivi_transaction_freeze_edition (step, second, &do_error));
  fixture_reopen (fixture);

  editions = suivi_store_list_editions (fixture->store, fixture->review->id, NULL);
  g_assert_cmpuint (editions->len, ==, 2);
  g_assert_cmpstr (((SuiviEdition *) editions->pdata[0])->title, ==, "Mid-term 2026");
  g_assert_true (suivi_edition_is_frozen (editions->pdata[0]));

  rows = suivi_store_list_edition_rows (fixture->store, first->id, NULL);
  g_assert_cmpuint (rows->len, ==, 6);
  g_assert_cmpstr (((SuiviEditionRow *) rows->pdata[0])->number, ==, "140.2");
  g_assert_cmpint (find_row (rows, "140.2")->light, ==, SUIVI_LIGHT_RED);
  g_assert_cmpstr (find_row (rows, "140.2")->date, ==, "2025-05-01");
  g_assert_cmpstr (find_row (rows, "140.2")->cluster, ==, "Social");
  g_assert_cmpuint (find_row (rows, "140.2")->has_previous, ==, 0);
  g_assert_cmpint (find_row (rows, "140.31")->light, ==, SUIVI_LIGHT_GREY);
  g_assert_cmpstr (find_row (rows, "140.9")->cluster, ==, "");

  g_ptr_array_unref (g_steal_pointer (&rows));
  rows = suivi_store_list_edition_rows (fixture->store, second->id, NULL);
  g_assert_cmpuint (rows->len, ==, 5);
  g_assert_cmpint (find_row (rows, "140.2")->light, ==, SUIVI_LIGHT_AMBER);
  g_assert_cmpuint (find_row (rows, "140.2")->has_previous, ==, 1);
  g_assert_cmpint (find_row (rows, "140.2")->previous_light, ==, SUIVI_LIGHT_RED);

  DO (fixture, suivi_transaction_delete_edition (step, first->id, &do_error));
  g_ptr_array_unref (g_steal_pointer (&editions));
  editions = suivi_store_list_editions (fixture->store, NULL, NULL);
  g_assert_cmpuint (editions->len, ==, 1);
  g_assert_null (((SuiviEdition *) editions->pdata[0])->previous_id);
  g_assert_true (suivi_store_undo (fixture->store, NULL));
  fixture_assert_sound (fixture);
}

/* One piece of evidence supports two grades, and goes with what it came from. */
static void
test_evidence (Fixture *fixture, gconstpointer data)
{
  g_autoptr (SuiviEvidence) report = suivi_evidence_new ("Annual report 2025", SUIVI_EVIDENCE_REPORT);
  g_autoptr (SuiviEvidence) said
             = suivi_evidence_new ("Children of the councils", SUIVI_EVIDENCE_CONSULTATION);
  g_autoptr (SuiviEvidence) blank = suivi_evidence_new ("", SUIVI_EVIDENCE_LAW);
  g_autoptr (SuiviConsultation) consultation = consultation_make ("School councils");
  g_autoptr (SuiviParticipant) child = consultation_make_participant (consultation->id);
  g_autoptr (SuiviStatement) statement
             = suivi_statement_new (consultation->id, child->id, "We want clean water.");
  g_autoptr (SuiviRecommendation) recommendation = NULL;
  g_autoptr (SuiviErasure) erasure = NULL;
  g_autoptr (GPtrArray) assessments = NULL;
  g_autoptr (GPtrArray) evidence = NULL;
  const SuiviAssessment *assessment = NULL;

  fill (fixture);
  grade (fixture, "140.2", SUIVI_LEVEL_SOME, "2026-01-10");
  recommendation = find (fixture, "140.2");
  assessments = suivi_store_list_assessments (fixture->store, recommendation->id, NULL);
  assessment = g_ptr_array_index (assessments, 0);
  g_free (report->publisher);
  report->publisher = g_strdup ("Ombudsperson");
  REFUSED (fixture, suivi_transaction_put_evidence (step, blank, &do_error));
  DO (fixture, suivi_transaction_put_evidence (step, report, &do_error)
                 && suivi_transaction_tie_evidence (step, report->id, assessment->id, &do_error)
                 && suivi_transaction_tie_evidence (step, report->id, assessment->id, &do_error));
  evidence = suivi_store_list_evidence_of (fixture->store, assessment->id, NULL);
  g_assert_cmpuint (evidence->len, ==, 1);
  g_assert_true (suivi_evidence_equal (evidence->pdata[0], report));
  g_ptr_array_unref (g_steal_pointer (&evidence));
  evidence = suivi_store_list_evidence (fixture->store, "ombuds", NULL);
  g_assert_cmpuint (evidence->len, ==, 1);

  /* Evidence that is a statement goes when the child is erased. */
  {
    g_autoptr (SuiviTransaction) step = suivi_store_begin (fixture->store, "Consult", NULL);

    consultation_add_ready (step, consultation);
    g_assert_true (suivi_transaction_put_participant (step, child, NULL));
    g_assert_true (suivi_transaction_put_statement (step, statement, NULL));
    said->statement_id = g_strdup (statement->id);
    g_assert_true (suivi_transaction_put_evidence (step, said, NULL));
    g_assert_true (suivi_transaction_tie_evidence (step, said->id, assessment->id, NULL));
    g_assert_true (suivi_transaction_commit (step, NULL));
  }
  erasure = suivi_store_erase_participant (fixture->store, child->id, NULL);
  g_assert_nonnull (erasure);
  g_ptr_array_unref (g_steal_pointer (&evidence));
  evidence = suivi_store_list_evidence_of (fixture->store, assessment->id, NULL);
  g_assert_cmpuint (evidence->len, ==, 1);
  fixture_assert_sound (fixture);

  DO (fixture, suivi_transaction_untie_evidence (step, report->id, assessment->id, &do_error));
  g_ptr_array_unref (g_steal_pointer (&evidence));
  evidence = suivi_store_list_evidence_of (fixture->store, assessment->id, NULL);
  g_assert_cmpuint (evidence->len, ==, 0);
  DO (fixture, suivi_transaction_tie_evidence (step, report->id, assessment->id, &do_error));
  DO (fixture, suivi_transaction_delete_evidence (step, report->id, &do_error));
  g_assert_true (suivi_store_undo (fixture->store, NULL));
  DO (fixture, suivi_transaction_delete_recommendation (step, recommendation->id, &do_error));
  fixture_assert_sound (fixture);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

#define ADD(name, function) \
  g_test_add ("/store/scorecard/" name, Fixture, NULL, fixture_set_up, function, fixture_tear_down)
  ADD ("clusters", test_clusters);
  ADD ("editions", test_editions);
  ADD ("evidence", test_evidence);
#undef ADD

  return g_test_run ();
}
