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
  g_autoptr (SuiviClusterRule) rule = NULL;
  g_autoptr (GPtrArray) clusters = NULL;
  g_autoptr (GPtrArray) rules = NULL;
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
  rule = suivi_cluster_rule_new (social->id, SUIVI_CLUSTER_RULE_THEME, "Education");
  DO (fixture, suivi_transaction_put_cluster_rule (step, rule, &do_error));
  DO (fixture, suivi_transaction_delete_cluster (step, social->id, &do_error));
  rules = suivi_store_list_cluster_rules (fixture->store, NULL);
  g_assert_cmpuint (rules->len, ==, 0);
  g_assert_cmpuint (count_in_cluster (fixture, "Economic and social"), ==, 0);
  DO (fixture, suivi_transaction_delete_recommendation (step, recommendation->id, &do_error));
  fixture_assert_sound (fixture);
}

static gboolean
count_row (SuiviRecommendation *recommendation,
           SuiviReview *review,
           SuiviAssessment *assessment,
           gpointer n,
           GError **error)
{
  (*(guint *) n)++;

  return TRUE;
}

/* Whichever way they are asked for. */
static void
assert_listed (Fixture *fixture, const SuiviFilter *filter, guint expected)
{
  g_autoptr (GArray) keys
             = suivi_store_query_keys (fixture->store, filter, SUIVI_SORT_NUMBER, FALSE, NULL, NULL);
  g_autoptr (GPtrArray) rows = NULL;
  guint n = 0;
  guint walked = 0;

  g_assert_cmpuint (keys->len, ==, expected);
  g_assert_true (
    suivi_store_foreach (fixture->store, filter, SUIVI_SORT_NUMBER, FALSE, count_row, &walked, NULL, NULL));
  g_assert_cmpuint (walked, ==, expected);
  g_assert_cmpuint (suivi_store_count (fixture->store, filter, NULL), ==, expected);
  rows = suivi_store_count_facet (fixture->store, filter, SUIVI_FACET_REVIEW, NULL);
  for (guint i = 0; i < rows->len; i++)
    n += ((SuiviFacetCount *) g_ptr_array_index (rows, i))->count;
  g_assert_cmpuint (n, ==, expected);
}

/* Of six recommendations, those that are in no cluster; alone, with those of a cluster, and with what else is asked. */
static void
test_no_cluster (Fixture *fixture, gconstpointer data)
{
  g_autoptr (SuiviCluster) social = NULL;
  g_autoptr (SuiviCluster) civil = NULL;
  g_autoptr (SuiviFilter) filter = suivi_filter_new ();

  fill (fixture);
  suivi_filter_add (filter, SUIVI_FACET_CLUSTER, SUIVI_FACET_NONE);
  assert_listed (fixture, filter, 6);
  social = add_cluster (fixture, "Social", 0);
  civil = add_cluster (fixture, "Civil and political", 1);
  assert_listed (fixture, filter, 6);
  assign (fixture, social, "140.2", "140.9");
  assign (fixture, civil, "140.10", "140.10");
  assert_listed (fixture, filter, 3);
  suivi_filter_add (filter, SUIVI_FACET_CLUSTER, "Social");
  assert_listed (fixture, filter, 5);
  suivi_filter_clear (filter, SUIVI_FACET_CLUSTER);
  suivi_filter_add (filter, SUIVI_FACET_CLUSTER, "Social");
  assert_listed (fixture, filter, 2);

  suivi_filter_clear (filter, SUIVI_FACET_CLUSTER);
  suivi_filter_add (filter, SUIVI_FACET_CLUSTER, SUIVI_FACET_NONE);
  suivi_filter_set_search (filter, "judges");
  assert_listed (fixture, filter, 1);
  suivi_filter_set_search (filter, "");
  suivi_filter_add (filter, SUIVI_FACET_REVIEW, "no review");
  assert_listed (fixture, filter, 0);
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

/* Everything that outputs print is there as it was, and nothing of another review. */
static void
test_edition_row (Fixture *fixture, gconstpointer data)
{
  g_autoptr (SuiviEdition) edition = suivi_edition_new ("Mid-term 2026", "2026-06-30");
  g_autoptr (SuiviReview) other = suivi_review_new ("TGO", 40);
  g_autoptr (SuiviRecommendation) elsewhere = NULL;
  g_autoptr (SuiviRecommendation) recommendation = NULL;
  g_autoptr (SuiviAssessment) assessment = NULL;
  g_autoptr (GPtrArray) rows = NULL;
  const SuiviEditionRow *row = NULL;

  fill (fixture);
  elsewhere = make_recommendation (other, "99.1", "Build a school", "PER", SUIVI_POSITION_NOTED, "Education");
  DO (fixture, suivi_transaction_put_review (step, other, &do_error)
                 && suivi_transaction_put_recommendation (step, elsewhere, &do_error));
  recommendation = find (fixture, "140.30");
  assessment
    = make_assessment (recommendation, SUIVI_LEVEL_DONE, SUIVI_LEVEL_SOME, SUIVI_LEVEL_NOTHING, "2026-01-10");
  g_free (assessment->organisation);
  assessment->organisation = g_strdup ("Alliance B");
  suivi_assessment_override_light (assessment, SUIVI_LIGHT_RED);
  put_assessment (fixture->store, assessment, "Grade");
  edition->review_id = g_strdup (fixture->review->id);
  DO (fixture, suivi_transaction_freeze_edition (step, edition, &do_error));

  rows = suivi_store_list_edition_rows (fixture->store, edition->id, NULL);
  g_assert_cmpuint (rows->len, ==, 6);
  row = find_row (rows, "140.30");
  g_assert_cmpstr (row->recommendation_id, ==, recommendation->id);
  g_assert_cmpstr (row->text, ==, "Train judges and police-officers");
  g_assert_true (
    g_strv_equal ((const char *const *) row->states, (const char *const *) recommendation->states));
  g_assert_cmpint (row->position, ==, SUIVI_POSITION_PART);
  g_assert_cmpstr (row->themes[0], ==, "Detention");
  g_assert_cmpstr (row->themes[1], ==, "Justice");
  g_assert_cmpint (row->law, ==, SUIVI_LEVEL_DONE);
  g_assert_cmpint (row->policy, ==, SUIVI_LEVEL_SOME);
  g_assert_cmpint (row->practice, ==, SUIVI_LEVEL_NOTHING);
  g_assert_cmpint (row->light, ==, SUIVI_LIGHT_RED);
  g_assert_cmpuint (row->light_overridden, ==, 1);
  g_assert_cmpstr (row->reason, ==, "The act was amended.");
  g_assert_cmpstr (row->source, ==, "Official gazette 12");
  g_assert_cmpstr (row->organisation, ==, "Alliance B");
  g_assert_cmpstr (row->name, ==, "A. Analyst");
  g_assert_cmpstr (row->date, ==, "2026-01-10");
  g_assert_cmpuint (row->child_focused, ==, 0);
  g_assert_cmpuint (find_row (rows, "140.2")->child_focused, ==, 1);
}

/* What is changed later does not change an edition; the next one shows the light before. */
static void
test_editions (Fixture *fixture, gconstpointer data)
{
  g_autoptr (SuiviEdition) first = suivi_edition_new ("Mid-term 2025", "2025-06-30");
  g_autoptr (SuiviEdition) second = suivi_edition_new ("Mid-term 2026", "2026-06-30");
  g_autoptr (SuiviEdition) blank = suivi_edition_new (" ", "2026-06-30");
  g_autoptr (SuiviEdition) undated = suivi_edition_new ("Without a day", "2026-06-31");
  g_autoptr (SuiviEdition) future = suivi_edition_new ("Not yet", "9999-12-31");
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
  REFUSED (fixture, suivi_transaction_freeze_edition (step, future, &do_error));

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

/* Evidence that is a statement goes with it, and comes back with it. */
static void
test_evidence_of_statement (Fixture *fixture, gconstpointer data)
{
  g_autoptr (SuiviEvidence) said = suivi_evidence_new ("Councils", SUIVI_EVIDENCE_CONSULTATION);
  g_autoptr (SuiviConsultation) consultation = consultation_make ("School councils");
  g_autoptr (SuiviParticipant) child = consultation_make_participant (consultation->id);
  g_autoptr (SuiviStatement) statement
             = suivi_statement_new (consultation->id, child->id, "We want clean water.");
  g_autoptr (SuiviRecommendation) recommendation = NULL;
  g_autoptr (GPtrArray) evidence = NULL;

  fill (fixture);
  grade (fixture, "140.2", SUIVI_LEVEL_SOME, "2026-01-10");
  recommendation = find (fixture, "140.2");
  {
    g_autoptr (GPtrArray) grades = suivi_store_list_assessments (fixture->store, recommendation->id, NULL);
    const SuiviAssessment *assessment = g_ptr_array_index (grades, 0);
    g_autoptr (SuiviTransaction) step = suivi_store_begin (fixture->store, "Consult", NULL);

    consultation_add_ready (step, consultation);
    g_assert_true (suivi_transaction_put_participant (step, child, NULL));
    g_assert_true (suivi_transaction_put_statement (step, statement, NULL));
    said->statement_id = g_strdup (statement->id);
    g_assert_true (suivi_transaction_put_evidence (step, said, NULL));
    g_assert_true (suivi_transaction_tie_evidence (step, said->id, assessment->id, NULL));
    g_assert_true (suivi_transaction_commit (step, NULL));
  }

  DO (fixture, suivi_transaction_delete_statement (step, statement->id, &do_error));
  evidence = suivi_store_list_evidence (fixture->store, NULL, NULL);
  g_assert_cmpuint (evidence->len, ==, 0);
  g_assert_true (suivi_store_undo (fixture->store, NULL));
  g_ptr_array_unref (g_steal_pointer (&evidence));
  evidence = suivi_store_list_evidence_behind (fixture->store, NULL, recommendation->id, NULL, NULL);
  g_assert_cmpuint (evidence->len, ==, 1);
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
  g_autoptr (GBytes) content = g_bytes_new_static ("report", 6);
  g_autoptr (GPtrArray) files = NULL;
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
  g_ptr_array_unref (g_steal_pointer (&evidence));
  evidence = suivi_store_list_evidence (fixture->store, "gazette", NULL);
  g_assert_cmpuint (evidence->len, ==, 0);
  g_ptr_array_unref (g_steal_pointer (&evidence));
  evidence = suivi_store_list_evidence_of (fixture->store, "another", NULL);
  g_assert_cmpuint (evidence->len, ==, 0);

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
  DO (fixture, suivi_transaction_put_attachment (step, report->id, "report.pdf", content, &do_error));
  DO (fixture, suivi_transaction_delete_evidence (step, report->id, &do_error));
  files = suivi_store_list_attachments (fixture->store, report->id, NULL);
  g_assert_cmpuint (files->len, ==, 0);
  g_assert_true (suivi_store_undo (fixture->store, NULL));
  g_ptr_array_unref (g_steal_pointer (&files));
  files = suivi_store_list_attachments (fixture->store, report->id, NULL);
  g_assert_cmpuint (files->len, ==, 1);
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
  ADD ("no-cluster", test_no_cluster);
  ADD ("editions", test_editions);
  ADD ("edition-row", test_edition_row);
  ADD ("evidence", test_evidence);
  ADD ("evidence-of-statement", test_evidence_of_statement);
#undef ADD

  return g_test_run ();
}
