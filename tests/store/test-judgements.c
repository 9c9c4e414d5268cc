/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Judgements of several organisations, what they agreed on, and what an edition keeps of them. */

#include "config.h"

#include <string.h>

#include "core/scorecard/scale.h"
#include "store/scorecard-store.h"
#include "tests/store/consultation-records.h"
#include "tests/store/steps.h"

static guint
count_light (Fixture *fixture, SuiviLight light, const char *cut_off)
{
  g_autoptr (SuiviFilter) filter = suivi_filter_new ();

  suivi_filter_add (filter, SUIVI_FACET_LIGHT, suivi_light_to_nick (light));
  suivi_filter_set_cut_off (filter, cut_off);

  return suivi_store_count (fixture->store, filter, NULL);
}

static SuiviAssessment *
make_agreed (SuiviRecommendation *recommendation, SuiviLevel level, const char *date)
{
  SuiviAssessment *agreed = make_assessment (recommendation, level, level, level, date);

  agreed->agreed = 1;
  g_strfreev (agreed->agreed_by);
  agreed->agreed_by = g_strsplit ("Alliance A;Alliance B", ";", -1);
  g_free (agreed->dissent);
  agreed->dissent = g_strdup ("Alliance C: nothing reached the villages.");
  agreed->confidence = SUIVI_CONFIDENCE_HIGH;

  return agreed;
}

/* What was agreed on counts before every judgement, earlier or later, from its own day on. */
static void
test_agreed (Fixture *fixture, gconstpointer data)
{
  g_autoptr (SuiviRecommendation) recommendation = NULL;
  g_autoptr (SuiviAssessment) agreed = NULL;
  g_autoptr (GPtrArray) all = NULL;
  const SuiviAssessment *first = NULL;

  fill (fixture);
  grade (fixture, "140.2", SUIVI_LEVEL_NOTHING, "2026-01-10");
  recommendation = find (fixture, "140.2");
  agreed = make_agreed (recommendation, SUIVI_LEVEL_DONE, "2026-02-10");
  put_assessment (fixture->store, agreed, "Agree");
  grade (fixture, "140.2", SUIVI_LEVEL_SOME, "2026-03-10");
  fixture_reopen (fixture);

  g_assert_cmpuint (count_light (fixture, SUIVI_LIGHT_GREEN, NULL), ==, 1);
  g_assert_cmpuint (count_light (fixture, SUIVI_LIGHT_AMBER, NULL), ==, 0);
  g_assert_cmpuint (count_light (fixture, SUIVI_LIGHT_GREEN, "2026-02-10"), ==, 1);
  g_assert_cmpuint (count_light (fixture, SUIVI_LIGHT_RED, "2026-02-09"), ==, 1);
  suivi_recommendation_unref (g_steal_pointer (&recommendation));
  recommendation = find (fixture, "140.2");
  g_assert_cmpint (recommendation->light, ==, SUIVI_LIGHT_GREEN);

  all = suivi_store_list_judgements (fixture->store, NULL, recommendation->id, NULL, NULL);
  g_assert_cmpuint (all->len, ==, 3);
  first = g_ptr_array_index (all, 0);
  g_assert_true (suivi_assessment_equal (first, agreed));

  DO (fixture, suivi_transaction_delete_assessment (step, agreed->id, &do_error));
  g_assert_cmpuint (count_light (fixture, SUIVI_LIGHT_AMBER, NULL), ==, 1);
  g_assert_true (suivi_store_undo (fixture->store, NULL));
  g_assert_cmpuint (count_light (fixture, SUIVI_LIGHT_GREEN, NULL), ==, 1);
  fixture_assert_sound (fixture);
}

/* On one day the analyst judges, and the coalition agrees: two records. An agreement names those who agreed. */
static void
test_same_day (Fixture *fixture, gconstpointer data)
{
  g_autoptr (SuiviRecommendation) recommendation = NULL;
  g_autoptr (SuiviAssessment) agreed = NULL;
  g_autoptr (GPtrArray) all = NULL;
  g_autoptr (SuiviTransaction) step = NULL;
  g_autoptr (GError) error = NULL;

  fill (fixture);
  grade (fixture, "140.9", SUIVI_LEVEL_NOTHING, "2026-01-10");
  recommendation = find (fixture, "140.9");
  agreed = make_agreed (recommendation, SUIVI_LEVEL_SOME, "2026-01-10");
  put_assessment (fixture->store, agreed, "Agree");
  all = suivi_store_list_judgements (fixture->store, NULL, recommendation->id, NULL, NULL);
  g_assert_cmpuint (all->len, ==, 2);

  g_strfreev (agreed->agreed_by);
  agreed->agreed_by = g_new0 (char *, 1);
  step = suivi_store_begin (fixture->store, "Agree", NULL);
  g_assert_false (suivi_transaction_put_assessment (step, agreed, &error));
  g_assert_error (error, SUIVI_ASSESSMENT_ERROR, SUIVI_ASSESSMENT_ERROR_NOBODY_AGREED);
}

/* "Worse than before" is kept, counted and filtered like the others. */
static void
test_worse (Fixture *fixture, gconstpointer data)
{
  g_autoptr (SuiviRecommendation) recommendation = NULL;
  g_autoptr (SuiviAssessment) assessment = NULL;

  fill (fixture);
  recommendation = find (fixture, "140.9");
  assessment = make_assessment (recommendation, SUIVI_LEVEL_NOTHING, SUIVI_LEVEL_NOTHING, SUIVI_LEVEL_NOTHING,
                                "2026-01-10");
  suivi_assessment_override_light (assessment, SUIVI_LIGHT_WORSE);
  put_assessment (fixture->store, assessment, "Grade");
  fixture_reopen (fixture);
  g_assert_cmpuint (count_light (fixture, SUIVI_LIGHT_WORSE, NULL), ==, 1);
  g_assert_cmpuint (count_light (fixture, SUIVI_LIGHT_RED, NULL), ==, 0);
  g_assert_cmpuint (count_light (fixture, SUIVI_LIGHT_GREY, NULL), ==, 5);
}

/* An edition keeps every judgement up to its cut-off and the evidence behind them, whatever happens later. */
static void
test_frozen (Fixture *fixture, gconstpointer data)
{
  g_autoptr (SuiviEdition) edition = suivi_edition_new ("Mid-term 2026", "2026-06-30");
  g_autoptr (SuiviEvidence) report = suivi_evidence_new ("Annual report", SUIVI_EVIDENCE_REPORT);
  g_autoptr (SuiviRecommendation) recommendation = NULL;
  g_autoptr (SuiviAssessment) other = NULL;
  g_autoptr (GPtrArray) all = NULL;
  g_autoptr (GPtrArray) evidence = NULL;

  fill (fixture);
  recommendation = find (fixture, "140.2");
  grade (fixture, "140.2", SUIVI_LEVEL_SOME, "2026-01-10");
  other
    = make_assessment (recommendation, SUIVI_LEVEL_DONE, SUIVI_LEVEL_DONE, SUIVI_LEVEL_DONE, "2026-01-05");
  g_free (other->organisation);
  other->organisation = g_strdup ("Alliance B");
  put_assessment (fixture->store, other, "Import");
  grade (fixture, "140.2", SUIVI_LEVEL_NOTHING, "2026-07-01"); /* after the cut-off */
  DO (fixture, suivi_transaction_put_evidence (step, report, &do_error)
                 && suivi_transaction_tie_evidence (step, report->id, other->id, &do_error));
  edition->review_id = g_strdup (fixture->review->id);
  DO (fixture, suivi_transaction_freeze_edition (step, edition, &do_error));

  /* Later, all is otherwise. */
  DO (fixture, suivi_transaction_delete_assessment (step, other->id, &do_error));
  g_free (report->title);
  report->title = g_strdup ("Renamed");
  DO (fixture, suivi_transaction_put_evidence (step, report, &do_error));
  fixture_reopen (fixture);

  all = suivi_store_list_judgements (fixture->store, edition->id, recommendation->id, NULL, NULL);
  g_assert_cmpuint (all->len, ==, 2);
  g_assert_cmpint (((SuiviAssessment *) all->pdata[0])->light, ==, SUIVI_LIGHT_AMBER);
  g_assert_true (suivi_assessment_equal (all->pdata[1], other));
  evidence = suivi_store_list_evidence_behind (fixture->store, edition->id, recommendation->id, NULL, NULL);
  g_assert_cmpuint (evidence->len, ==, 1);
  g_assert_cmpstr (((SuiviEvidence *) evidence->pdata[0])->title, ==, "Annual report");
  g_ptr_array_unref (g_steal_pointer (&evidence));
  evidence = suivi_store_list_evidence_behind (fixture->store, NULL, recommendation->id, NULL, NULL);
  g_assert_cmpuint (evidence->len, ==, 0);

  DO (fixture, suivi_transaction_delete_edition (step, edition->id, &do_error));
  g_ptr_array_unref (g_steal_pointer (&all));
  all = suivi_store_list_judgements (fixture->store, edition->id, recommendation->id, NULL, NULL);
  g_assert_cmpuint (all->len, ==, 0);
  g_assert_true (suivi_store_undo (fixture->store, NULL));
  g_ptr_array_unref (g_steal_pointer (&all));
  all = suivi_store_list_judgements (fixture->store, edition->id, recommendation->id, NULL, NULL);
  g_assert_cmpuint (all->len, ==, 2);
  fixture_assert_sound (fixture);
}

/* Evidence behind a recommendation counts once, by the cut-off; what it supports is listed in order. */
static void
test_evidence_behind (Fixture *fixture, gconstpointer data)
{
  g_autoptr (SuiviEvidence) law = suivi_evidence_new ("Act 12", SUIVI_EVIDENCE_LAW);
  g_autoptr (SuiviRecommendation) first = NULL;
  g_autoptr (SuiviRecommendation) second = NULL;
  g_autoptr (SuiviAssessment) early = NULL;
  g_autoptr (SuiviAssessment) late = NULL;
  g_autoptr (SuiviAssessment) elsewhere = NULL;
  g_autoptr (GPtrArray) evidence = NULL;
  g_autoptr (GPtrArray) supported = NULL;

  fill (fixture);
  first = find (fixture, "140.2");
  second = find (fixture, "140.10");
  early = make_assessment (first, SUIVI_LEVEL_SOME, SUIVI_LEVEL_SOME, SUIVI_LEVEL_SOME, "2026-01-10");
  late = make_assessment (first, SUIVI_LEVEL_DONE, SUIVI_LEVEL_SOME, SUIVI_LEVEL_SOME, "2026-02-10");
  elsewhere = make_assessment (second, SUIVI_LEVEL_DONE, SUIVI_LEVEL_SOME, SUIVI_LEVEL_SOME, "2026-02-10");
  put_assessment (fixture->store, early, "Grade");
  put_assessment (fixture->store, late, "Grade");
  put_assessment (fixture->store, elsewhere, "Grade");
  DO (fixture, suivi_transaction_put_evidence (step, law, &do_error)
                 && suivi_transaction_tie_evidence (step, law->id, early->id, &do_error)
                 && suivi_transaction_tie_evidence (step, law->id, late->id, &do_error)
                 && suivi_transaction_tie_evidence (step, law->id, elsewhere->id, &do_error));

  evidence = suivi_store_list_evidence_behind (fixture->store, NULL, first->id, NULL, NULL);
  g_assert_cmpuint (evidence->len, ==, 1);
  g_ptr_array_unref (g_steal_pointer (&evidence));
  evidence = suivi_store_list_evidence_behind (fixture->store, NULL, first->id, "2026-01-09", NULL);
  g_assert_cmpuint (evidence->len, ==, 0);
  supported = suivi_store_list_supported (fixture->store, law->id, NULL);
  g_assert_cmpuint (supported->len, ==, 2);
  g_assert_cmpstr (((SuiviRecommendation *) supported->pdata[0])->number, ==, "140.2");
  g_assert_cmpstr (((SuiviRecommendation *) supported->pdata[1])->number, ==, "140.10");
  g_ptr_array_unref (g_steal_pointer (&supported));
  supported = suivi_store_list_supported (fixture->store, "another", NULL);
  g_assert_cmpuint (supported->len, ==, 0);
}

static gboolean
is_in_file (Fixture *fixture, const char *words)
{
  g_autofree char *content = NULL;
  gsize length = 0;

  g_assert_true (g_file_get_contents (fixture->path, &content, &length, NULL));

  return memmem (content, length, words, strlen (words)) != NULL;
}

/* What came from a child goes from frozen editions, too, whether the child is erased or the whole consultation. */
static void
test_erased (Fixture *fixture, gconstpointer data)
{
  const gboolean whole = GPOINTER_TO_INT (data);
  g_autoptr (SuiviEdition) edition = suivi_edition_new ("Mid-term 2026", "2026-06-30");
  g_autoptr (SuiviConsultation) consultation = consultation_make ("School councils");
  g_autoptr (SuiviParticipant) child = consultation_make_participant (consultation->id);
  g_autoptr (SuiviStatement) statement
             = suivi_statement_new (consultation->id, child->id, "MarkerWords about water");
  g_autoptr (SuiviEvidence) said = suivi_evidence_new ("MarkerTitle", SUIVI_EVIDENCE_CONSULTATION);
  g_autoptr (SuiviEvidence) report = suivi_evidence_new ("Annual report", SUIVI_EVIDENCE_REPORT);
  g_autoptr (SuiviRecommendation) recommendation = NULL;
  g_autoptr (SuiviAssessment) assessment = NULL;
  g_autoptr (SuiviErasure) erasure = NULL;
  g_autoptr (GPtrArray) evidence = NULL;
  const char *const editions[] = { NULL, edition->id };

  fill (fixture);
  recommendation = find (fixture, "140.2");
  assessment
    = make_assessment (recommendation, SUIVI_LEVEL_SOME, SUIVI_LEVEL_SOME, SUIVI_LEVEL_SOME, "2026-01-10");
  put_assessment (fixture->store, assessment, "Grade");
  said->statement_id = g_strdup (statement->id);
  edition->review_id = g_strdup (fixture->review->id);
  {
    g_autoptr (SuiviTransaction) step = suivi_store_begin (fixture->store, "Consult", NULL);

    consultation_add_ready (step, consultation);
    g_assert_true (suivi_transaction_put_participant (step, child, NULL));
    g_assert_true (suivi_transaction_put_statement (step, statement, NULL));
    g_assert_true (suivi_transaction_put_evidence (step, said, NULL));
    g_assert_true (suivi_transaction_put_evidence (step, report, NULL));
    g_assert_true (suivi_transaction_tie_evidence (step, said->id, assessment->id, NULL));
    g_assert_true (suivi_transaction_tie_evidence (step, report->id, assessment->id, NULL));
    g_assert_true (suivi_transaction_commit (step, NULL));
  }
  DO (fixture, suivi_transaction_freeze_edition (step, edition, &do_error));
  evidence = suivi_store_list_evidence_behind (fixture->store, edition->id, recommendation->id, NULL, NULL);
  g_assert_cmpuint (evidence->len, ==, 2);

  erasure = whole ? suivi_store_erase_consultation (fixture->store, consultation->id, NULL)
                  : suivi_store_erase_participant (fixture->store, child->id, NULL);
  g_assert_nonnull (erasure);
  g_assert_true (erasure->complete);
  for (guint i = 0; i < G_N_ELEMENTS (editions); i++)
    {
      g_ptr_array_unref (g_steal_pointer (&evidence));
      evidence
        = suivi_store_list_evidence_behind (fixture->store, editions[i], recommendation->id, NULL, NULL);
      g_assert_cmpuint (evidence->len, ==, 1);
      g_assert_cmpstr (((SuiviEvidence *) evidence->pdata[0])->title, ==, "Annual report");
    }
  g_assert_false (is_in_file (fixture, "MarkerWords"));
  g_assert_false (is_in_file (fixture, "MarkerTitle"));
  g_assert_true (is_in_file (fixture, "Annual report"));
  fixture_assert_sound (fixture);
}

static char *
name_previous (Fixture *fixture, const char *review_id, const char *cut_off)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SuiviEdition) found
             = suivi_store_find_previous_edition (fixture->store, review_id, cut_off, &error);

  g_assert_no_error (error);

  return g_strdup (found != NULL ? found->title : "");
}

#define assert_previous(fixture, review_id, cut_off, expected)            \
  G_STMT_START                                                            \
  {                                                                       \
    g_autofree char *title = name_previous (fixture, review_id, cut_off); \
                                                                          \
    g_assert_cmpstr (title, ==, expected);                                \
  }                                                                       \
  G_STMT_END

/* Not later, the latest of those, and of the same review; where there is one review only, all reviews are that one. */
static void
test_previous (Fixture *fixture, gconstpointer data)
{
  g_autoptr (SuiviEdition) first = suivi_edition_new ("First", "2025-06-30");
  g_autoptr (SuiviEdition) second = suivi_edition_new ("Second", "2026-06-30");
  g_autoptr (SuiviEdition) all = suivi_edition_new ("All", "2026-03-31");
  g_autoptr (SuiviReview) other = suivi_review_new ("TGO", 40);

  fill (fixture);
  first->review_id = g_strdup (fixture->review->id);
  second->review_id = g_strdup (fixture->review->id);
  DO (fixture, suivi_transaction_freeze_edition (step, first, &do_error)
                 && suivi_transaction_freeze_edition (step, second, &do_error)
                 && suivi_transaction_freeze_edition (step, all, &do_error));
  assert_previous (fixture, fixture->review->id, NULL, "Second");
  assert_previous (fixture, NULL, NULL, "Second");
  assert_previous (fixture, NULL, "2026-06-30", "Second");
  assert_previous (fixture, NULL, "2026-06-29", "All");

  DO (fixture, suivi_transaction_put_review (step, other, &do_error));
  assert_previous (fixture, fixture->review->id, "2026-06-29", "First");
  assert_previous (fixture, fixture->review->id, "2025-06-29", "");
  assert_previous (fixture, NULL, NULL, "All");
  assert_previous (fixture, other->id, NULL, "");
}

/* The user's own word of a language stands before the one for all. */
static void
test_labels (Fixture *fixture, gconstpointer data)
{
  g_autoptr (SuiviGradeLabel) all = suivi_grade_label_new ("green", "", "Achieved");
  g_autoptr (SuiviGradeLabel) french = suivi_grade_label_new ("green", "fr", "Atteint");
  g_autoptr (SuiviGradeLabel) again = suivi_grade_label_new ("green", "fr", "Accompli");
  g_autoptr (SuiviGradeLabel) blank = suivi_grade_label_new ("red", "", " ");
  g_autoptr (GHashTable) labels = NULL;
  g_autoptr (GPtrArray) listed = NULL;

  DO (fixture, suivi_transaction_put_grade_label (step, all, &do_error)
                 && suivi_transaction_put_grade_label (step, french, &do_error)
                 && suivi_transaction_put_grade_label (step, again, &do_error));
  REFUSED (fixture, suivi_transaction_put_grade_label (step, blank, &do_error));
  labels = suivi_store_get_grade_labels (fixture->store, "fr", NULL);
  g_assert_cmpstr (g_hash_table_lookup (labels, "green"), ==, "Accompli");
  g_hash_table_unref (g_steal_pointer (&labels));
  labels = suivi_store_get_grade_labels (fixture->store, "es", NULL);
  g_assert_cmpstr (g_hash_table_lookup (labels, "green"), ==, "Achieved");
  listed = suivi_store_list_grade_labels (fixture->store, NULL);
  g_assert_cmpuint (listed->len, ==, 2);
  DO (fixture, suivi_transaction_delete_grade_label (step, all->id, &do_error));
  g_hash_table_unref (g_steal_pointer (&labels));
  labels = suivi_store_get_grade_labels (fixture->store, "es", NULL);
  g_assert_cmpuint (g_hash_table_size (labels), ==, 0);
}

/* Every grade of every scale can have a word; "worse than before" has one for all scales. */
static void
test_labels_of_scales (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GHashTable) labels = NULL;

  for (guint scale = 0; scale < SUIVI_N_SCALES; scale++)
    {
      for (guint grade = 0; grade < SUIVI_N_LIGHTS; grade++)
        {
          g_autofree char *word = g_strdup_printf ("%u of %u", grade, scale);
          g_autoptr (SuiviGradeLabel) label
                     = suivi_grade_label_new (suivi_scale_grade_to_nick (scale, grade), "es", word);

          DO (fixture, suivi_transaction_put_grade_label (step, label, &do_error));
        }
    }

  labels = suivi_store_get_grade_labels (fixture->store, "es", NULL);
  g_assert_cmpuint (g_hash_table_size (labels), ==, 3 * 4 + 1);
  for (guint scale = 0; scale < SUIVI_N_SCALES; scale++)
    {
      for (guint grade = 0; grade < SUIVI_N_LIGHTS; grade++)
        {
          g_autofree char *word
            = g_strdup_printf ("%u of %u", grade, grade == SUIVI_LIGHT_WORSE ? SUIVI_N_SCALES - 1 : scale);

          g_assert_cmpstr (suivi_scale_grade_to_label (scale, grade, labels), ==, word);
        }
    }
}

/* What another program wrote stands on one line, and breaks no page. */
static void
test_labels_of_others (Fixture *fixture, gconstpointer data)
{
  g_autofree char *letters = g_strnfill (SUIVI_GRADE_LABEL_MAX + 1, 'w');
  g_autofree char *sixty = g_strnfill (SUIVI_GRADE_LABEL_MAX, 'w');
  g_autofree char *cut = g_strnfill (SUIVI_GRADE_LABEL_MAX - 1, 'w');
  g_autofree char *shown = g_strconcat (cut, "…", NULL);
  g_autoptr (SuiviGradeLabel) lines = suivi_grade_label_new ("amber", "", "Under\n way\a ");
  g_autoptr (SuiviGradeLabel) longest = suivi_grade_label_new ("red", "", sixty);
  g_autoptr (SuiviGradeLabel) longer = suivi_grade_label_new ("green", "", letters);
  g_autoptr (GHashTable) labels = NULL;

  DO (fixture, suivi_transaction_put_grade_label (step, lines, &do_error)
                 && suivi_transaction_put_grade_label (step, longest, &do_error)
                 && suivi_transaction_put_grade_label (step, longer, &do_error));
  labels = suivi_store_get_grade_labels (fixture->store, "en", NULL);
  g_assert_cmpstr (g_hash_table_lookup (labels, "amber"), ==, "Under way");
  g_assert_cmpstr (g_hash_table_lookup (labels, "red"), ==, sixty);
  g_assert_cmpstr (g_hash_table_lookup (labels, "green"), ==, shown);
}

/* Words for children and what civil society did belong to a recommendation, and go with it. */
static void
test_extras (Fixture *fixture, gconstpointer data)
{
  g_autoptr (SuiviRecommendation) recommendation = NULL;
  g_autoptr (SuiviPlainWording) plain = NULL;
  g_autoptr (SuiviPlainWording) read = NULL;
  g_autoptr (SuiviContribution) done = NULL;
  g_autoptr (GPtrArray) list = NULL;

  fill (fixture);
  recommendation = find (fixture, "140.10");
  plain = suivi_plain_wording_new (recommendation->id);
  plain->chosen = 1;
  REFUSED (fixture, suivi_transaction_put_plain_wording (step, plain, &do_error));
  g_free (plain->wording);
  plain->wording = g_strdup ("Every baby gets a paper that says who it is.");
  DO (fixture, suivi_transaction_put_plain_wording (step, plain, &do_error));
  read = suivi_store_get_plain_wording (fixture->store, recommendation->id, NULL);
  g_assert_true (suivi_plain_wording_equal (read, plain));
  list = suivi_store_list_plain_wordings (fixture->store, fixture->review->id, NULL);
  g_assert_cmpuint (list->len, ==, 1);

  done = suivi_contribution_new (recommendation->id);
  REFUSED (fixture, suivi_transaction_put_contribution (step, done, &do_error));
  g_free (done->what);
  done->what = g_strdup ("Trained 40 registrars.");
  DO (fixture, suivi_transaction_put_contribution (step, done, &do_error));
  g_ptr_array_unref (g_steal_pointer (&list));
  list = suivi_store_list_contributions (fixture->store, recommendation->id, NULL);
  g_assert_cmpuint (list->len, ==, 1);

  DO (fixture, suivi_transaction_delete_recommendation (step, recommendation->id, &do_error));
  g_ptr_array_unref (g_steal_pointer (&list));
  list = suivi_store_list_contributions (fixture->store, recommendation->id, NULL);
  g_assert_cmpuint (list->len, ==, 0);
  fixture_assert_sound (fixture);
}

static void
contribute (Fixture *fixture, SuiviContribution *contribution, const char *what)
{
  g_free (contribution->what);
  contribution->what = g_strdup (what);
  DO (fixture, suivi_transaction_put_contribution (step, contribution, &do_error));
}

/* What was done about a recommendation as an edition keeps it: one a line, with the organisation. */
static char *
list_frozen (Fixture *fixture, const char *edition_id, const char *recommendation_id)
{
  g_autoptr (GPtrArray) list
             = suivi_store_list_frozen_contributions (fixture->store, edition_id, recommendation_id, NULL);
  GString *lines = g_string_new (NULL);

  for (guint i = 0; i < list->len; i++)
    {
      const SuiviContribution *contribution = g_ptr_array_index (list, i);

      g_string_append_printf (lines, "%s: %s %s\n", contribution->organisation, contribution->what,
                              contribution->date);
    }

  return g_string_free (lines, FALSE);
}

#define assert_frozen(fixture, edition_id, recommendation_id, expected)            \
  G_STMT_START                                                                     \
  {                                                                                \
    g_autofree char *lines = list_frozen (fixture, edition_id, recommendation_id); \
                                                                                   \
    g_assert_cmpstr (lines, ==, expected);                                         \
  }                                                                                \
  G_STMT_END

/* An edition keeps what civil society had done: changing, adding, deleting and renaming do not reach it. It comes and goes
 * with the edition, also by undo. */
static void
test_frozen_contributions (Fixture *fixture, gconstpointer data)
{
  static const char kept[]
    = "Union of Wells: Dug a well. 2025\nUnion of Wells: Trained 40 registrars. 2026-03\n";
  g_autoptr (SuiviEdition) edition = suivi_edition_new ("Mid-term 2026", "2026-06-30");
  g_autoptr (SuiviEdition) read = NULL;
  g_autoptr (SuiviRecommendation) recommendation = NULL;
  g_autoptr (SuiviRecommendation) other = NULL;
  g_autoptr (SuiviContribution) first = NULL;
  g_autoptr (SuiviContribution) second = NULL;
  g_autoptr (SuiviContribution) later = NULL;
  g_autoptr (SuiviContribution) after = NULL;
  g_autoptr (GPtrArray) now = NULL;

  fill (fixture);
  recommendation = find (fixture, "140.10");
  other = find (fixture, "140.2");
  first = suivi_contribution_new (recommendation->id);
  second = suivi_contribution_new (recommendation->id);
  later = suivi_contribution_new (other->id);
  g_free (first->organisation);
  first->organisation = g_strdup ("Union of Wells");
  g_free (first->date);
  first->date = g_strdup ("2026-03");
  g_free (second->organisation);
  second->organisation = g_strdup ("Union of Wells");
  g_free (second->date);
  second->date = g_strdup ("2025");
  contribute (fixture, first, "Trained 40 registrars.");
  contribute (fixture, second, "Dug a well.");
  /* The edition looks no further than its cut-off. */
  after = suivi_contribution_new (other->id);
  g_free (after->date);
  after->date = g_strdup ("2026-07");
  contribute (fixture, after, "Dug another one.");
  edition->review_id = g_strdup (fixture->review->id);
  g_assert_cmpuint (edition->keeps_contributions, ==, 0);
  DO (fixture, suivi_transaction_freeze_edition (step, edition, &do_error));
  fixture_reopen (fixture);
  read = suivi_store_get_edition (fixture->store, edition->id, NULL);
  g_assert_cmpuint (read->keeps_contributions, ==, 1);
  assert_frozen (fixture, edition->id, recommendation->id, kept);

  contribute (fixture, first, "Trained 50 registrars.");
  contribute (fixture, later, "Counted classrooms.");
  DO (fixture, suivi_transaction_rename_organisation (step, "Union of Wells", "Wells for All", &do_error));
  DO (fixture, suivi_transaction_delete_contribution (step, second->id, &do_error));
  assert_frozen (fixture, edition->id, recommendation->id, kept);
  assert_frozen (fixture, edition->id, other->id, "");
  now = suivi_store_list_contributions (fixture->store, recommendation->id, NULL);
  g_assert_cmpuint (now->len, ==, 1);
  g_assert_cmpstr (((SuiviContribution *) now->pdata[0])->organisation, ==, "Wells for All");

  /* Nor does the end of the recommendation. */
  DO (fixture, suivi_transaction_delete_recommendation (step, recommendation->id, &do_error));
  assert_frozen (fixture, edition->id, recommendation->id, kept);

  DO (fixture, suivi_transaction_delete_edition (step, edition->id, &do_error));
  assert_frozen (fixture, edition->id, recommendation->id, "");
  g_assert_true (suivi_store_undo (fixture->store, NULL));
  assert_frozen (fixture, edition->id, recommendation->id, kept);
  while (suivi_store_get_undo_label (fixture->store) != NULL)
    g_assert_true (suivi_store_undo (fixture->store, NULL));
  assert_frozen (fixture, edition->id, recommendation->id, "");
  while (suivi_store_get_redo_label (fixture->store) != NULL)
    g_assert_true (suivi_store_redo (fixture->store, NULL));
  assert_frozen (fixture, edition->id, recommendation->id, "");
  g_assert_true (suivi_store_undo (fixture->store, NULL));
  assert_frozen (fixture, edition->id, recommendation->id, kept);
  fixture_assert_sound (fixture);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

#define ADD(name, function) \
  g_test_add ("/store/judgements/" name, Fixture, NULL, fixture_set_up, function, fixture_tear_down)
  ADD ("agreed", test_agreed);
  ADD ("same-day", test_same_day);
  ADD ("worse", test_worse);
  ADD ("frozen", test_frozen);
  ADD ("evidence-behind", test_evidence_behind);
  ADD ("erased-child", test_erased);
  g_test_add ("/store/judgements/erased-consultation", Fixture, GINT_TO_POINTER (TRUE), fixture_set_up,
              test_erased, fixture_tear_down);
  ADD ("previous", test_previous);
  ADD ("labels", test_labels);
  ADD ("labels-of-scales", test_labels_of_scales);
  ADD ("labels-of-others", test_labels_of_others);
  ADD ("extras", test_extras);
  ADD ("frozen-contributions", test_frozen_contributions);
#undef ADD

  return g_test_run ();
}
