/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gstdio.h>

#include "exchange/sample.h"
#include "store/consultation-store.h"
#include "store/scorecard-store.h"

static guint
count (SuiviStore *store, SuiviFacet facet, const char *value)
{
  g_autoptr (SuiviFilter) filter = suivi_filter_new ();
  g_autoptr (GError) error = NULL;
  guint result = 0;

  if (value != NULL)
    suivi_filter_add (filter, facet, value);
  result = suivi_store_count (store, filter, &error);
  g_assert_no_error (error);

  return result;
}

static guint
count_statements (SuiviStore *store, const char *consultation_id, SuiviUse use)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) allowed = suivi_store_list_statements (store, consultation_id, use, &error);

  g_assert_no_error (error);

  return allowed->len;
}

/* Counted in sample-scorecard.tsv. */
static void
check_scorecard (SuiviStore *store)
{
  g_autoptr (GPtrArray) found = suivi_store_find_number (store, NULL, "88.17", NULL);
  const char *id = ((SuiviRecommendation *) g_ptr_array_index (found, 0))->id;
  g_autoptr (GPtrArray) editions = suivi_store_list_editions (store, NULL, NULL);
  g_autoptr (GPtrArray) rows = NULL;
  g_autoptr (GPtrArray) judgements = suivi_store_list_judgements (store, NULL, id, NULL, NULL);
  g_autoptr (GPtrArray) evidence = suivi_store_list_evidence (store, NULL, NULL);
  g_autoptr (GPtrArray) behind = suivi_store_list_evidence_behind (store, NULL, id, NULL, NULL);
  g_autoptr (GPtrArray) plain = suivi_store_list_plain_wordings (store, NULL, NULL);
  const SuiviAssessment *agreed = g_ptr_array_index (judgements, 0);

  g_assert_cmpuint (count (store, SUIVI_FACET_CLUSTER, "Laws and institutions"), ==, 13);
  g_assert_cmpuint (count (store, SUIVI_FACET_CLUSTER, "School and taking part"), ==, 5);
  g_assert_cmpuint (count (store, SUIVI_FACET_INSTITUTION, "Ministry of Justice"), ==, 10);
  g_assert_cmpuint (count (store, SUIVI_FACET_INSTITUTION, "Statistical Office"), ==, 3);
  g_assert_cmpuint (editions->len, ==, 1);
  rows = suivi_store_list_edition_rows (store, ((SuiviEdition *) g_ptr_array_index (editions, 0))->id, NULL);
  g_assert_cmpuint (rows->len, ==, 40);
  g_assert_cmpuint (judgements->len, ==, 5);
  g_assert_cmpuint (agreed->agreed, ==, 1);
  g_assert_cmpstr (agreed->agreed_by[1], ==, "Ombudsperson of Alvera");
  g_assert_cmpuint (evidence->len, ==, 6);
  g_assert_cmpuint (behind->len, ==, 2);
  g_assert_cmpuint (plain->len, ==, 3);
}

/* Counted in sample-grades.tsv and sample-scorecard.tsv. Whoever opens the sample, its grades are of imaginary
 * organisations. */
static void
check_organisations (SuiviStore *store)
{
  static const SuiviOrganisation expected[] = {
    { (char *) "Alvera Children's Network", 5, 2, 1 },
    { (char *) "Highlands Council for Children", 2, 0, 0 },
    { (char *) "Ombudsperson of Alvera", 21, 2, 0 },
    { (char *) "Street Law Alvera", 2, 1, 1 },
  };
  g_autoptr (GPtrArray) organisations = suivi_store_list_organisations (store, NULL);

  g_assert_cmpuint (organisations->len, ==, G_N_ELEMENTS (expected));
  for (guint i = 0; i < organisations->len; i++)
    {
      const SuiviOrganisation *organisation = g_ptr_array_index (organisations, i);

      g_assert_cmpstr (organisation->name, ==, expected[i].name);
      g_assert_cmpuint (organisation->n_judgements, ==, expected[i].n_judgements);
      g_assert_cmpuint (organisation->n_agreements, ==, expected[i].n_agreements);
      g_assert_cmpuint (organisation->n_contributions, ==, expected[i].n_contributions);
    }
}

static void
test_fill (void)
{
  g_autofree char *folder = g_dir_make_tmp ("suivi-sample-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "sample.suivi", NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) reviews = NULL;
  g_autoptr (GPtrArray) found = NULL;
  g_autoptr (GPtrArray) issues = NULL;
  g_autoptr (GPtrArray) problems = NULL;
  g_autoptr (GPtrArray) consultations = NULL;
  SuiviConsultationRecord *consultation = NULL;
  SuiviStore *store = suivi_store_create (path, &error);
  SuiviRecommendation *recommendation = NULL;

  g_assert_no_error (error);
  suivi_store_set_author (store, "V. Visitor", "Imaginary Institution");
  suivi_sample_fill (store, &error);
  g_assert_no_error (error);

  reviews = suivi_store_list_reviews (store, NULL);
  g_assert_cmpuint (reviews->len, ==, 1);
  g_assert_cmpstr (((SuiviReview *) g_ptr_array_index (reviews, 0))->state, ==, "XAL");
  g_assert_cmpuint (((SuiviReview *) g_ptr_array_index (reviews, 0))->session, ==, 48);

  /* Counted in sample-list.tsv and sample-grades.tsv. */
  g_assert_cmpuint (count (store, SUIVI_FACET_REVIEW, NULL), ==, 40);
  g_assert_cmpuint (count (store, SUIVI_FACET_POSITION, "supported"), ==, 30);
  g_assert_cmpuint (count (store, SUIVI_FACET_POSITION, "noted"), ==, 7);
  g_assert_cmpuint (count (store, SUIVI_FACET_POSITION, "part"), ==, 2);
  g_assert_cmpuint (count (store, SUIVI_FACET_POSITION, "pending"), ==, 1);
  g_assert_cmpuint (count (store, SUIVI_FACET_CHILDREN, "yes"), ==, 22);
  g_assert_cmpuint (count (store, SUIVI_FACET_LIGHT, "green"), ==, 3);
  g_assert_cmpuint (count (store, SUIVI_FACET_LIGHT, "amber"), ==, 7);
  g_assert_cmpuint (count (store, SUIVI_FACET_LIGHT, "red"), ==, 3);
  g_assert_cmpuint (count (store, SUIVI_FACET_LIGHT, "grey"), ==, 27);

  found = suivi_store_find_number (store, NULL, "88.17", NULL);
  g_assert_cmpuint (found->len, ==, 1);
  recommendation = g_ptr_array_index (found, 0);
  g_assert_cmpstr (
    recommendation->text, ==,
    "Amend the Civil Registration Act by 2027 so that every birth is registered free of charge within "
    "30 days, wherever the parents come from");
  g_assert_cmpuint (g_strv_length (recommendation->states), ==, 3);
  g_assert_cmpstr (recommendation->states[0], ==, "BRA");
  g_assert_cmpstr (recommendation->states[1], ==, "TLS");
  g_assert_cmpstr (recommendation->states[2], ==, "ZMB");
  g_assert_cmpuint (g_strv_length (recommendation->themes), ==, 2);
  g_assert_cmpstr (recommendation->groups[1], ==, "Stateless persons");
  g_assert_cmpstr (recommendation->sdgs[0], ==, "16");

  /* Counted in sample-drafts.tsv. */
  issues = suivi_store_list_priorities (store, "XAL", NULL);
  g_assert_cmpuint (issues->len, ==, 3);
  g_assert_cmpstr (((SuiviPriority *) g_ptr_array_index (issues, 0))->title, ==, "Birth registration");
  g_assert_cmpstr (((SuiviPriority *) g_ptr_array_index (issues, 0))->articles[1], ==, "8");
  g_assert_cmpuint (suivi_store_count_drafts (store, "XAL", NULL), ==, 4);

  /* Counted in sample-consultation.tsv. */
  consultations = suivi_store_list_consultations (store, "XAL", &error);
  g_assert_no_error (error);
  g_assert_cmpuint (consultations->len, ==, 1);
  consultation = g_ptr_array_index (consultations, 0);
  g_assert_cmpint (consultation->consultation->status, ==, SUIVI_CONSULTATION_HELD);
  g_assert_cmpstr (consultation->consultation->review_id, ==,
                   ((SuiviReview *) g_ptr_array_index (reviews, 0))->id);
  g_assert_cmpuint (consultation->participants->len, ==, 8);
  g_assert_cmpuint (consultation->n_statements, ==, 10);
  g_assert_cmpuint (consultation->n_overdue, ==, 0);
  g_assert_cmpuint (consultation->standing->n_missing_now, ==, 0);
  g_assert_cmpuint (count_statements (store, consultation->consultation->id, SUIVI_USE_COUNT), ==, 9);
  g_assert_cmpuint (count_statements (store, consultation->consultation->id, SUIVI_USE_QUOTE), ==, 6);
  g_assert_cmpuint (count_statements (store, consultation->consultation->id, SUIVI_USE_PUBLISH), ==, 3);

  check_scorecard (store);
  check_organisations (store);

  /* Nine steps, all to be undone. */
  g_assert_cmpstr (suivi_store_get_undo_label (store), ==, "Grade 14 recommendations");
  g_assert_true (suivi_store_undo (store, NULL));
  g_assert_cmpstr (suivi_store_get_undo_label (store), ==, "Add what a coalition judged");
  g_assert_true (suivi_store_undo (store, NULL));
  g_assert_cmpstr (suivi_store_get_undo_label (store), ==, "Freeze an edition");
  g_assert_true (suivi_store_undo (store, NULL));
  g_assert_cmpstr (suivi_store_get_undo_label (store), ==, "Grade for the first time");
  g_assert_true (suivi_store_undo (store, NULL));
  g_assert_cmpstr (suivi_store_get_undo_label (store), ==, "Say which institutions are responsible");
  g_assert_true (suivi_store_undo (store, NULL));
  g_assert_cmpstr (suivi_store_get_undo_label (store), ==, "Put recommendations into clusters");
  g_assert_true (suivi_store_undo (store, NULL));
  g_assert_cmpstr (suivi_store_get_undo_label (store), ==, "Add a consultation");
  g_assert_true (suivi_store_undo (store, NULL));
  g_assert_cmpuint (suivi_store_count_consultations (store, NULL, NULL), ==, 0);
  g_assert_cmpstr (suivi_store_get_undo_label (store), ==, "Add 4 drafts");
  g_assert_true (suivi_store_undo (store, NULL));
  g_assert_cmpuint (suivi_store_count_drafts (store, "XAL", NULL), ==, 0);
  g_assert_cmpstr (suivi_store_get_undo_label (store), ==, "Import 40 recommendations");
  g_assert_cmpuint (count (store, SUIVI_FACET_LIGHT, "grey"), ==, 40);
  g_assert_true (suivi_store_undo (store, NULL));
  g_assert_cmpuint (count (store, SUIVI_FACET_REVIEW, NULL), ==, 0);

  g_assert_true (suivi_store_check (store, &problems, &error));
  g_assert_cmpuint (problems->len, ==, 0);
  suivi_store_close (store);
  g_assert_cmpint (g_unlink (path), ==, 0);
  g_assert_cmpint (g_rmdir (folder), ==, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/exchange/sample/fill", test_fill);

  return g_test_run ();
}
