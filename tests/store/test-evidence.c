/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Evidence: what it supports, what an edition keeps of it, and what goes when a child is erased. */

#include "config.h"

#include <string.h>

#include "store/attachment.h"
#include "store/scorecard-store.h"
#include "tests/store/consultation-records.h"
#include "tests/store/steps.h"

static void
set_text (char **field, const char *text)
{
  g_free (*field);
  *field = g_strdup (text);
}

/* One judgement of a recommendation. Returns: (transfer full): it */
static SuiviAssessment *
judge (Fixture *fixture, const char *number, const char *organisation, SuiviLevel level, const char *date)
{
  g_autoptr (SuiviRecommendation) recommendation = find (fixture, number);
  SuiviAssessment *assessment = make_assessment (recommendation, level, level, level, date);

  set_text (&assessment->organisation, organisation);
  put_assessment (fixture->store, assessment, "Grade");

  return assessment;
}

static void
put (Fixture *fixture, SuiviEvidence *evidence)
{
  DO (fixture, suivi_transaction_put_evidence (step, evidence, &do_error));
}

static void
tie (Fixture *fixture, const SuiviEvidence *evidence, const SuiviAssessment *assessment)
{
  DO (fixture, suivi_transaction_tie_evidence (step, evidence->id, assessment->id, &do_error));
}

/* "Act, Report": the titles of what is behind a recommendation. */
static char *
list_behind (Fixture *fixture, const SuiviEdition *edition, const char *number, const char *cut_off)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SuiviRecommendation) recommendation = find (fixture, number);
  g_autoptr (GPtrArray) evidence
             = suivi_store_list_evidence_behind (fixture->store, edition != NULL ? edition->id : NULL,
                                                 recommendation->id, cut_off, &error);
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) titles = NULL;

  g_assert_no_error (error);
  for (guint i = 0; i < evidence->len; i++)
    g_strv_builder_add (builder, ((SuiviEvidence *) g_ptr_array_index (evidence, i))->title);
  titles = g_strv_builder_end (builder);

  return g_strjoinv (", ", titles);
}

#define assert_behind(fixture, edition, number, cut_off, expected)              \
  G_STMT_START                                                                  \
  {                                                                             \
    g_autofree char *behind_ = list_behind (fixture, edition, number, cut_off); \
                                                                                \
    g_assert_cmpstr (behind_, ==, expected);                                    \
  }                                                                             \
  G_STMT_END

/* "140.2, 140.10": the recommendations that a piece supports. */
static char *
list_supported (Fixture *fixture, const SuiviEvidence *evidence)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) supported = suivi_store_list_supported (fixture->store, evidence->id, &error);
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) numbers = NULL;

  g_assert_no_error (error);
  for (guint i = 0; i < supported->len; i++)
    g_strv_builder_add (builder, ((SuiviRecommendation *) g_ptr_array_index (supported, i))->number);
  numbers = g_strv_builder_end (builder);

  return g_strjoinv (", ", numbers);
}

#define assert_supported(fixture, evidence, expected)                 \
  G_STMT_START                                                        \
  {                                                                   \
    g_autofree char *supported_ = list_supported (fixture, evidence); \
                                                                      \
    g_assert_cmpstr (supported_, ==, expected);                       \
  }                                                                   \
  G_STMT_END

/* Whoever judged, each piece stands once behind a recommendation, up to the day that is asked for. */
static void
test_behind (Fixture *fixture, gconstpointer data)
{
  g_autoptr (SuiviEvidence) act = suivi_evidence_new ("Act", SUIVI_EVIDENCE_LAW);
  g_autoptr (SuiviEvidence) report = suivi_evidence_new ("Report", SUIVI_EVIDENCE_REPORT);
  g_autoptr (SuiviEvidence) budget = suivi_evidence_new ("Budget", SUIVI_EVIDENCE_BUDGET);
  g_autoptr (SuiviAssessment) one = NULL;
  g_autoptr (SuiviAssessment) two = NULL;
  g_autoptr (SuiviAssessment) later = NULL;
  g_autoptr (SuiviAssessment) other = NULL;

  fill (fixture);
  one = judge (fixture, "140.2", "Ombu", SUIVI_LEVEL_SOME, "2026-01-10");
  two = judge (fixture, "140.2", "Kora", SUIVI_LEVEL_DONE, "2026-02-10");
  later = judge (fixture, "140.2", "Kora", SUIVI_LEVEL_DONE, "2026-09-01");
  other = judge (fixture, "140.10", "", SUIVI_LEVEL_NOTHING, "2026-01-10");
  put (fixture, act);
  put (fixture, report);
  put (fixture, budget);
  assert_behind (fixture, NULL, "140.2", NULL, "");
  assert_supported (fixture, act, "");

  tie (fixture, report, one);
  tie (fixture, report, two);
  tie (fixture, act, two);
  tie (fixture, act, other);
  tie (fixture, budget, later);
  assert_behind (fixture, NULL, "140.2", NULL, "Act, Budget, Report");
  assert_behind (fixture, NULL, "140.2", "2026-08-31", "Act, Report");
  assert_behind (fixture, NULL, "140.2", "2026-02-09", "Report");
  assert_behind (fixture, NULL, "140.2", "2026-01-09", "");
  assert_behind (fixture, NULL, "140.10", NULL, "Act");
  assert_behind (fixture, NULL, "140.9", NULL, "");

  /* In the order of the list, a recommendation once, however many judged it. */
  assert_supported (fixture, report, "140.2");
  assert_supported (fixture, act, "140.2, 140.10");

  DO (fixture, suivi_transaction_untie_evidence (step, act->id, two->id, &do_error));
  assert_behind (fixture, NULL, "140.2", NULL, "Budget, Report");
  assert_supported (fixture, act, "140.10");
  g_assert_true (suivi_store_undo (fixture->store, NULL));
  assert_supported (fixture, act, "140.2, 140.10");

  DO (fixture, suivi_transaction_delete_evidence (step, report->id, &do_error));
  assert_behind (fixture, NULL, "140.2", NULL, "Act, Budget");
  g_assert_true (suivi_store_undo (fixture->store, NULL));
  assert_behind (fixture, NULL, "140.2", NULL, "Act, Budget, Report");
  fixture_assert_sound (fixture);
}

/* The file of a piece goes with it, and comes back with it. */
static void
test_files (Fixture *fixture, gconstpointer data)
{
  g_autoptr (SuiviEvidence) report = suivi_evidence_new ("Report", SUIVI_EVIDENCE_REPORT);
  g_autoptr (GBytes) content = g_bytes_new_static ("twelve pages", 12);
  g_autoptr (GPtrArray) files = NULL;
  g_autoptr (GBytes) back = NULL;

  DO (fixture, suivi_transaction_put_evidence (step, report, &do_error)
                 && suivi_transaction_put_attachment (step, report->id, "report.pdf", content, &do_error));
  DO (fixture, suivi_transaction_delete_evidence (step, report->id, &do_error));
  files = suivi_store_list_attachments (fixture->store, report->id, NULL);
  g_assert_cmpuint (files->len, ==, 0);
  g_ptr_array_unref (g_steal_pointer (&files));

  g_assert_true (suivi_store_undo (fixture->store, NULL));
  files = suivi_store_list_attachments (fixture->store, report->id, NULL);
  g_assert_cmpuint (files->len, ==, 1);
  g_assert_cmpstr (((SuiviAttachment *) files->pdata[0])->name, ==, "report.pdf");
  back = suivi_store_load_attachment (fixture->store, ((SuiviAttachment *) files->pdata[0])->id, NULL);
  g_assert_true (g_bytes_equal (back, content));
  fixture_assert_sound (fixture);
}

static SuiviEdition *
freeze (Fixture *fixture, const char *title, const char *cut_off)
{
  SuiviEdition *edition = suivi_edition_new (title, cut_off);

  set_text (&edition->review_id, fixture->review->id);
  DO (fixture, suivi_transaction_freeze_edition (step, edition, &do_error));

  return edition;
}

/* What is edited, untied, deleted or judged later does not change what an edition says. */
static void
test_edition (Fixture *fixture, gconstpointer data)
{
  g_autoptr (SuiviEvidence) act = suivi_evidence_new ("Act", SUIVI_EVIDENCE_LAW);
  g_autoptr (SuiviEvidence) report = suivi_evidence_new ("Report", SUIVI_EVIDENCE_REPORT);
  g_autoptr (SuiviEvidence) late = suivi_evidence_new ("Late", SUIVI_EVIDENCE_REPORT);
  g_autoptr (SuiviRecommendation) recommendation = NULL;
  g_autoptr (SuiviAssessment) one = NULL;
  g_autoptr (SuiviAssessment) two = NULL;
  g_autoptr (SuiviAssessment) after = NULL;
  g_autoptr (SuiviEdition) edition = NULL;
  g_autoptr (GPtrArray) before = NULL;
  g_autoptr (GPtrArray) kept = NULL;
  g_autoptr (GPtrArray) evidence = NULL;

  fill (fixture);
  recommendation = find (fixture, "140.2");
  one = judge (fixture, "140.2", "Ombu", SUIVI_LEVEL_SOME, "2026-01-10");
  two = judge (fixture, "140.2", "Kora", SUIVI_LEVEL_DONE, "2026-02-10");
  after = judge (fixture, "140.2", "Kora", SUIVI_LEVEL_NOTHING, "2026-07-01");
  set_text (&act->url, "https://example.org/act");
  put (fixture, act);
  put (fixture, report);
  put (fixture, late);
  tie (fixture, act, one);
  tie (fixture, report, two);
  tie (fixture, late, after);
  before = suivi_store_list_judgements (fixture->store, NULL, recommendation->id, "2026-06-30", NULL);
  edition = freeze (fixture, "Mid-term 2026", "2026-06-30");
  assert_behind (fixture, edition, "140.2", NULL, "Act, Report");

  set_text (&act->title, "Act, amended");
  set_text (&act->url, "");
  put (fixture, act);
  DO (fixture, suivi_transaction_untie_evidence (step, act->id, one->id, &do_error));
  DO (fixture, suivi_transaction_delete_evidence (step, report->id, &do_error));
  tie (fixture, late, one);
  set_text (&one->reason, "The act was repealed.");
  suivi_assessment_set_levels (one, SUIVI_LEVEL_NOTHING, SUIVI_LEVEL_NOTHING, SUIVI_LEVEL_NOTHING);
  put_assessment (fixture->store, one, "Grade again");
  DO (fixture, suivi_transaction_delete_assessment (step, two->id, &do_error));
  fixture_reopen (fixture);

  assert_behind (fixture, NULL, "140.2", "2026-06-30", "Late");
  assert_behind (fixture, edition, "140.2", NULL, "Act, Report");
  evidence = suivi_store_list_evidence_behind (fixture->store, edition->id, recommendation->id, NULL, NULL);
  g_assert_cmpstr (((SuiviEvidence *) evidence->pdata[0])->id, ==, act->id);
  g_assert_cmpstr (((SuiviEvidence *) evidence->pdata[0])->url, ==, "https://example.org/act");

  kept = suivi_store_list_judgements (fixture->store, edition->id, recommendation->id, NULL, NULL);
  g_assert_cmpuint (before->len, ==, 2);
  g_assert_cmpuint (kept->len, ==, 2);
  for (guint i = 0; i < kept->len; i++)
    g_assert_true (suivi_assessment_equal (kept->pdata[i], before->pdata[i]));
  g_assert_cmpstr (((SuiviAssessment *) kept->pdata[0])->organisation, ==, "Kora");
  g_assert_cmpint (((SuiviAssessment *) kept->pdata[1])->light, ==, SUIVI_LIGHT_AMBER);

  /* Even if the recommendation goes. */
  DO (fixture, suivi_transaction_delete_recommendation (step, recommendation->id, &do_error));
  g_ptr_array_unref (g_steal_pointer (&evidence));
  evidence = suivi_store_list_evidence_behind (fixture->store, edition->id, recommendation->id, NULL, NULL);
  g_assert_cmpuint (evidence->len, ==, 2);
  fixture_assert_sound (fixture);
}

typedef struct
{
  SuiviConsultation *consultation;
  SuiviParticipant *child;
  SuiviStatement *statement;
  SuiviEvidence *evidence;
  SuiviEvidence *report;
  SuiviEdition *edition;
} Said;

static void
clear_said (Said *said)
{
  suivi_consultation_free (said->consultation);
  suivi_participant_free (said->child);
  suivi_statement_free (said->statement);
  suivi_evidence_free (said->evidence);
  suivi_evidence_free (said->report);
  suivi_edition_free (said->edition);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Said, clear_said)

/* A frozen edition whose only judgement of 140.2 is supported by a report and by what a child said. */
static void
add_said (Fixture *fixture, Said *said)
{
  g_autoptr (SuiviAssessment) grade = NULL;
  g_autoptr (GBytes) content = g_bytes_new_static ("a drawing", 9);

  fill (fixture);
  grade = judge (fixture, "140.2", "", SUIVI_LEVEL_SOME, "2026-01-10");
  said->consultation = consultation_make ("School councils");
  said->child = consultation_make_participant (said->consultation->id);
  said->statement = suivi_statement_new (said->consultation->id, said->child->id, "The well is far away.");
  said->evidence
    = suivi_evidence_new ("Children, consultation “School councils”", SUIVI_EVIDENCE_CONSULTATION);
  said->report = suivi_evidence_new ("Report", SUIVI_EVIDENCE_REPORT);
  set_text (&said->evidence->statement_id, said->statement->id);
  {
    g_autoptr (SuiviTransaction) step = suivi_store_begin (fixture->store, "Consult", NULL);

    consultation_add_ready (step, said->consultation);
    g_assert_true (suivi_transaction_put_participant (step, said->child, NULL));
    g_assert_true (suivi_transaction_put_statement (step, said->statement, NULL));
    g_assert_true (suivi_transaction_put_evidence (step, said->evidence, NULL));
    g_assert_true (suivi_transaction_put_attachment (step, said->evidence->id, "drawing.png", content, NULL));
    g_assert_true (suivi_transaction_commit (step, NULL));
  }
  put (fixture, said->report);
  tie (fixture, said->evidence, grade);
  tie (fixture, said->report, grade);
  said->edition = freeze (fixture, "Mid-term 2026", "2026-06-30");
  assert_behind (fixture, said->edition, "140.2", NULL, "Children, consultation “School councils”, Report");
}

static void
assert_gone (Fixture *fixture, Said *said)
{
  g_autoptr (GPtrArray) files = NULL;
  g_autofree char *dump = NULL;

  assert_behind (fixture, NULL, "140.2", NULL, "Report");
  assert_behind (fixture, said->edition, "140.2", NULL, "Report");
  assert_supported (fixture, said->report, "140.2");
  files = suivi_store_list_attachments (fixture->store, said->evidence->id, NULL);
  g_assert_cmpuint (files->len, ==, 0);
  dump = fixture_dump (fixture);
  g_assert_null (strstr (dump, said->evidence->id));
  g_assert_null (strstr (dump, said->statement->id));
  fixture_assert_sound (fixture);
}

/* What came from a child leaves the editions, too, when the child is erased; the rest of them stays. */
static void
test_erase_child (Fixture *fixture, gconstpointer data)
{
  g_auto (Said) said = { NULL };
  g_autoptr (SuiviErasure) erasure = NULL;
  g_autoptr (GError) error = NULL;

  add_said (fixture, &said);
  erasure = suivi_store_erase_participant (fixture->store, said.child->id, &error);
  g_assert_no_error (error);
  assert_gone (fixture, &said);
}

static void
test_erase_consultation (Fixture *fixture, gconstpointer data)
{
  g_auto (Said) said = { NULL };
  g_autoptr (SuiviErasure) erasure = NULL;
  g_autoptr (GError) error = NULL;

  add_said (fixture, &said);
  erasure = suivi_store_erase_consultation (fixture->store, said.consultation->id, &error);
  g_assert_no_error (error);
  assert_gone (fixture, &said);
}

/* Frozen as something else, and only then tied to the statement that it came from: erased, too. */
static void
test_tied_later (Fixture *fixture, gconstpointer data)
{
  g_auto (Said) said = { NULL };
  g_autoptr (SuiviErasure) erasure = NULL;
  g_autofree char *dump = NULL;

  add_said (fixture, &said);
  said.report->kind = SUIVI_EVIDENCE_CONSULTATION;
  set_text (&said.report->statement_id, said.statement->id);
  put (fixture, said.report);
  assert_behind (fixture, said.edition, "140.2", NULL, "Children, consultation “School councils”, Report");
  erasure = suivi_store_erase_participant (fixture->store, said.child->id, NULL);
  g_assert_nonnull (erasure);
  assert_behind (fixture, NULL, "140.2", NULL, "");
  assert_behind (fixture, said.edition, "140.2", NULL, "");
  dump = fixture_dump (fixture);
  g_assert_null (strstr (dump, said.report->id));
}

/* A statement that is deleted takes its evidence along, with its files; undo brings back all of it. */
static void
test_delete_statement (Fixture *fixture, gconstpointer data)
{
  g_auto (Said) said = { NULL };
  g_autoptr (GPtrArray) files = NULL;

  add_said (fixture, &said);
  DO (fixture, suivi_transaction_delete_statement (step, said.statement->id, &do_error));
  assert_behind (fixture, NULL, "140.2", NULL, "Report");
  assert_behind (fixture, said.edition, "140.2", NULL, "Report");
  files = suivi_store_list_attachments (fixture->store, said.evidence->id, NULL);
  g_assert_cmpuint (files->len, ==, 0);
  g_ptr_array_unref (g_steal_pointer (&files));

  g_assert_true (suivi_store_undo (fixture->store, NULL));
  assert_behind (fixture, NULL, "140.2", NULL, "Children, consultation “School councils”, Report");
  files = suivi_store_list_attachments (fixture->store, said.evidence->id, NULL);
  g_assert_cmpuint (files->len, ==, 1);
  fixture_assert_sound (fixture);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

#define ADD(name, function) \
  g_test_add ("/store/evidence/" name, Fixture, NULL, fixture_set_up, function, fixture_tear_down)
  ADD ("behind", test_behind);
  ADD ("files", test_files);
  ADD ("edition", test_edition);
  ADD ("erase-child", test_erase_child);
  ADD ("erase-consultation", test_erase_consultation);
  ADD ("tied-later", test_tied_later);
  ADD ("delete-statement", test_delete_statement);
#undef ADD

  return g_test_run ();
}
