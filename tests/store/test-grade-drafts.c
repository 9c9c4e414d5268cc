/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Grades and agreements that were begun: kept at once, of each person her own, no part of the history. */

#include "config.h"

#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include "store/scorecard-store.h"
#include "tests/store/steps.h"

static SuiviGradeDraft *
begin_grade (Fixture *fixture, const char *number, const char *reason)
{
  g_autoptr (SuiviRecommendation) recommendation = find (fixture, number);
  SuiviGradeDraft *draft = suivi_grade_draft_new (recommendation->id);

  g_free (draft->reason);
  draft->reason = g_strdup (reason);

  return draft;
}

static void
put_draft (Fixture *fixture, const char *number, const char *reason)
{
  g_autoptr (SuiviGradeDraft) draft = begin_grade (fixture, number, reason);
  g_autoptr (GError) error = NULL;

  g_assert_true (suivi_store_put_grade_draft (fixture->store, draft, &error));
  g_assert_no_error (error);
}

/* The reason that the draft of a recommendation gives; %NULL if there is no draft. */
static char *
get_reason (Fixture *fixture, const char *number)
{
  g_autoptr (SuiviRecommendation) recommendation = find (fixture, number);
  g_autoptr (GError) error = NULL;
  g_autoptr (SuiviGradeDraft) draft
             = suivi_store_get_grade_draft (fixture->store, recommendation->id, FALSE, &error);

  g_assert_no_error (error);

  return draft != NULL ? g_strdup (draft->reason) : NULL;
}

#define assert_draft(fixture, number, expected)                   \
  G_STMT_START                                                    \
  {                                                               \
    g_autofree char *draft_reason = get_reason (fixture, number); \
                                                                  \
    g_assert_cmpstr (draft_reason, ==, expected);                 \
  }                                                               \
  G_STMT_END

static void
assert_n_drafts (Fixture *fixture, guint expected)
{
  g_autoptr (GPtrArray) drafts = suivi_store_list_grade_drafts (fixture->store, NULL);

  g_assert_cmpuint (drafts->len, ==, expected);
}

/* All that was typed comes back, and what was not typed stays open; a second one takes the place of the first. */
static void
test_kept (Fixture *fixture, gconstpointer data)
{
  g_autoptr (SuiviGradeDraft) draft = NULL;
  g_autoptr (SuiviGradeDraft) back = NULL;
  g_autoptr (GPtrArray) all = NULL;

  fill (fixture);
  draft = begin_grade (fixture, "140.10", "Half a sen");
  draft->law = SUIVI_LEVEL_DONE;
  draft->practice = SUIVI_LEVEL_NOTHING;
  draft->light = SUIVI_LIGHT_WORSE;
  draft->light_overridden = 1;
  draft->confidence = SUIVI_CONFIDENCE_LOW;
  g_clear_pointer (&draft->source, g_free);
  g_strfreev (draft->evidence);
  draft->evidence = g_strsplit ("one;two", ";", -1);
  draft->evidence_chosen = 1;
  draft->date = g_strdup ("2025-05");
  g_assert_true (suivi_store_put_grade_draft (fixture->store, draft, NULL));
  g_assert_cmpstr (draft->author, ==, "A. Analyst");
  fixture_reopen (fixture);
  back = suivi_store_get_grade_draft (fixture->store, draft->recommendation_id, FALSE, NULL);
  g_assert_true (suivi_grade_draft_equal (back, draft));
  g_assert_null (back->source);

  put_draft (fixture, "140.10", "Half a sentence more");
  put_draft (fixture, "140.2", "Another");
  assert_draft (fixture, "140.10", "Half a sentence more");
  all = suivi_store_list_grade_drafts (fixture->store, NULL);
  g_assert_cmpuint (all->len, ==, 2);

  g_assert_true (suivi_store_delete_grade_draft (fixture->store, draft->recommendation_id, FALSE, NULL));
  g_assert_true (suivi_store_delete_grade_draft (fixture->store, draft->recommendation_id, FALSE, NULL));
  assert_draft (fixture, "140.10", NULL);
  assert_draft (fixture, "140.2", "Another");
  fixture_assert_sound (fixture);
}

/* What one person typed is not put into the form of another; what nobody's name stands on is of whoever comes. */
static void
test_authors (Fixture *fixture, gconstpointer data)
{
  g_autoptr (SuiviRecommendation) recommendation = NULL;

  fill (fixture);
  recommendation = find (fixture, "140.10");
  put_draft (fixture, "140.10", "Of the analyst");
  suivi_store_set_author (fixture->store, "B. Visitor", "Other House");
  assert_draft (fixture, "140.10", NULL);
  assert_n_drafts (fixture, 0);
  put_draft (fixture, "140.10", "Of the visitor");
  g_assert_true (suivi_store_delete_grade_draft (fixture->store, recommendation->id, FALSE, NULL));
  suivi_store_set_author (fixture->store, "A. Analyst", "Imaginary Institution");
  assert_draft (fixture, "140.10", "Of the analyst");

  /* The form asks for a name only when the grade is saved: it finds what was typed before. */
  suivi_store_set_author (fixture->store, "", "");
  assert_draft (fixture, "140.10", NULL);
  put_draft (fixture, "140.10", "Of nobody");
  put_draft (fixture, "140.2", "Of nobody");
  suivi_store_set_author (fixture->store, "B. Visitor", "Other House");
  assert_draft (fixture, "140.10", "Of nobody");
  suivi_store_set_author (fixture->store, "A. Analyst", "Imaginary Institution");
  assert_draft (fixture, "140.10", "Of the analyst");
  put_draft (fixture, "140.2", "Of the analyst, too");
  suivi_store_set_author (fixture->store, "B. Visitor", "Other House");
  assert_draft (fixture, "140.10", "Of nobody");
  assert_draft (fixture, "140.2", NULL);
  assert_n_drafts (fixture, 1);
}

static void
begin_agreement (Fixture *fixture, const char *number, const char *who, const char *dissent)
{
  g_autoptr (SuiviGradeDraft) draft = begin_grade (fixture, number, "What we say together");
  g_autoptr (GError) error = NULL;

  draft->agreed = 1;
  g_strfreev (draft->agreed_by);
  draft->agreed_by = g_strsplit (who, ";", -1);
  draft->dissent = g_strdup (dissent);
  g_assert_true (suivi_store_put_grade_draft (fixture->store, draft, &error));
  g_assert_no_error (error);
}

static SuiviGradeDraft *
get_agreement (Fixture *fixture, const char *number)
{
  g_autoptr (SuiviRecommendation) recommendation = find (fixture, number);
  g_autoptr (GError) error = NULL;
  SuiviGradeDraft *draft = suivi_store_get_grade_draft (fixture->store, recommendation->id, TRUE, &error);

  g_assert_no_error (error);

  return draft;
}

/* Who is said to agree, and who does not; "-" if no agreement was begun. */
static void
assert_agreement (Fixture *fixture, const char *number, const char *expected)
{
  g_autoptr (SuiviGradeDraft) draft = get_agreement (fixture, number);
  g_autofree char *who = draft != NULL ? g_strjoinv (";", draft->agreed_by) : NULL;
  g_autofree char *said = draft != NULL ? g_strdup_printf ("%s | %s", who, draft->dissent) : g_strdup ("-");

  g_assert_cmpstr (said, ==, expected);
}

/* What one judges oneself and what all agree on are two things: each is kept, goes on and ends without the other. */
static void
test_agreements (Fixture *fixture, gconstpointer data)
{
  g_autoptr (SuiviRecommendation) recommendation = NULL;
  g_autoptr (SuiviGradeDraft) own = NULL;

  fill (fixture);
  recommendation = find (fixture, "140.10");
  put_draft (fixture, "140.10", "What I say");
  assert_agreement (fixture, "140.10", "-");
  begin_agreement (fixture, "140.10", "Law Clinic;Road Union", "The union sees no");
  assert_draft (fixture, "140.10", "What I say");
  assert_n_drafts (fixture, 2);
  begin_agreement (fixture, "140.10", "Law Clinic;Road Union", "The union sees no register.");
  fixture_reopen (fixture);
  assert_agreement (fixture, "140.10", "Law Clinic;Road Union | The union sees no register.");
  assert_draft (fixture, "140.10", "What I say");
  own = suivi_store_get_grade_draft (fixture->store, recommendation->id, FALSE, NULL);
  g_assert_cmpuint (own->agreed, ==, 0);
  g_assert_cmpuint (g_strv_length (own->agreed_by), ==, 0);
  g_assert_null (own->dissent);

  put_draft (fixture, "140.10", "What I say now");
  assert_n_drafts (fixture, 2);
  g_assert_true (suivi_store_delete_grade_draft (fixture->store, recommendation->id, FALSE, NULL));
  assert_draft (fixture, "140.10", NULL);
  assert_agreement (fixture, "140.10", "Law Clinic;Road Union | The union sees no register.");
  put_draft (fixture, "140.10", "What I say");
  g_assert_true (suivi_store_delete_grade_draft (fixture->store, recommendation->id, TRUE, NULL));
  assert_agreement (fixture, "140.10", "-");
  assert_draft (fixture, "140.10", "What I say");

  /* Each person has her own of them, too. */
  begin_agreement (fixture, "140.10", "Law Clinic", "As the analyst heard it");
  suivi_store_set_author (fixture->store, "B. Visitor", "Other House");
  assert_agreement (fixture, "140.10", "-");
  begin_agreement (fixture, "140.10", "Law Clinic", "As the visitor heard it");
  suivi_store_set_author (fixture->store, "A. Analyst", "Imaginary Institution");
  assert_agreement (fixture, "140.10", "Law Clinic | As the analyst heard it");
  fixture_assert_sound (fixture);
}

/* No step, no line: undo goes past it, and brings nothing back that was typed. */
static void
test_no_step (Fixture *fixture, gconstpointer data)
{
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  gint64 sequence = 0;

  fill (fixture);
  grade (fixture, "140.2", SUIVI_LEVEL_SOME, "2026-03-10");
  sequence = suivi_store_get_sequence (fixture->store);
  before = fixture_dump (fixture);
  put_draft (fixture, "140.10", "Half a sen");
  after = fixture_dump (fixture);
  g_assert_cmpstr (before, ==, after);
  g_assert_cmpint (suivi_store_get_sequence (fixture->store), ==, sequence);
  g_assert_true (suivi_store_undo (fixture->store, NULL));
  assert_draft (fixture, "140.10", "Half a sen");
  g_assert_true (suivi_store_redo (fixture->store, NULL));
  assert_draft (fixture, "140.10", "Half a sen");
}

/* As a form does it: the grade and the end of what was begun are one step. */
static void
end_draft (Fixture *fixture, SuiviAssessment *grade)
{
  g_autoptr (SuiviTransaction) step = suivi_store_begin (fixture->store, "Grade", NULL);

  g_assert_true (suivi_transaction_put_assessment (step, grade, NULL));
  g_assert_true (suivi_transaction_delete_grade_draft (step, grade->recommendation_id, grade->agreed, NULL));
  g_assert_true (suivi_transaction_commit (step, NULL));
}

/* What was begun ends with the step that saves it, and with no other: an import of the own grades is not what was typed. */
static void
test_saved (Fixture *fixture, gconstpointer data)
{
  g_autoptr (SuiviRecommendation) recommendation = NULL;
  g_autoptr (SuiviAssessment) other = NULL;
  g_autoptr (SuiviAssessment) agreed = NULL;
  g_autoptr (SuiviAssessment) own = NULL;
  gint64 sequence = 0;

  fill (fixture);
  recommendation = find (fixture, "140.10");
  put_draft (fixture, "140.10", "Half a sen");
  put_draft (fixture, "140.2", "Another");
  other
    = make_assessment (recommendation, SUIVI_LEVEL_SOME, SUIVI_LEVEL_SOME, SUIVI_LEVEL_SOME, "2026-03-10");
  g_free (other->organisation);
  other->organisation = g_strdup ("Law Clinic");
  put_assessment (fixture->store, other, "Import");
  agreed
    = make_assessment (recommendation, SUIVI_LEVEL_SOME, SUIVI_LEVEL_SOME, SUIVI_LEVEL_SOME, "2026-03-10");
  agreed->agreed = 1;
  g_strfreev (agreed->agreed_by);
  agreed->agreed_by = g_strsplit ("Law Clinic", ";", -1);
  put_assessment (fixture->store, agreed, "Agree");
  assert_draft (fixture, "140.10", "Half a sen");

  own = make_assessment (recommendation, SUIVI_LEVEL_SOME, SUIVI_LEVEL_SOME, SUIVI_LEVEL_SOME, "2026-03-10");
  {
    g_autoptr (SuiviTransaction) step = suivi_store_begin (fixture->store, "Given up", NULL);

    g_assert_true (suivi_transaction_put_assessment (step, own, NULL));
    g_assert_true (suivi_transaction_delete_grade_draft (step, recommendation->id, FALSE, NULL));
  }
  assert_draft (fixture, "140.10", "Half a sen");
  put_assessment (fixture->store, own, "Import");
  assert_draft (fixture, "140.10", "Half a sen");
  end_draft (fixture, own);
  assert_draft (fixture, "140.10", NULL);
  assert_draft (fixture, "140.2", "Another");
  g_assert_true (suivi_store_undo (fixture->store, NULL));
  assert_draft (fixture, "140.10", NULL);
  g_assert_true (suivi_store_redo (fixture->store, NULL));

  /* Begun again, and saved as it was: nothing to do for the history, but the draft is done. */
  put_draft (fixture, "140.10", "Second thoughts");
  sequence = suivi_store_get_sequence (fixture->store);
  end_draft (fixture, own);
  g_assert_cmpint (suivi_store_get_sequence (fixture->store), ==, sequence);
  assert_draft (fixture, "140.10", NULL);
  fixture_reopen (fixture);
  assert_draft (fixture, "140.10", NULL);
  fixture_assert_sound (fixture);
}

/* An agreement that was begun ends with the step that saves it; one that is undone or deleted ends nothing. */
static void
test_agreement_saved (Fixture *fixture, gconstpointer data)
{
  g_autoptr (SuiviRecommendation) recommendation = NULL;
  g_autoptr (SuiviAssessment) agreed = NULL;
  g_autoptr (SuiviAssessment) own = NULL;

  fill (fixture);
  recommendation = find (fixture, "140.10");
  agreed
    = make_assessment (recommendation, SUIVI_LEVEL_SOME, SUIVI_LEVEL_SOME, SUIVI_LEVEL_SOME, "2026-03-10");
  agreed->agreed = 1;
  g_strfreev (agreed->agreed_by);
  agreed->agreed_by = g_strsplit ("Law Clinic", ";", -1);
  own = make_assessment (recommendation, SUIVI_LEVEL_SOME, SUIVI_LEVEL_SOME, SUIVI_LEVEL_SOME, "2026-03-10");
  put_draft (fixture, "140.10", "What I say");
  begin_agreement (fixture, "140.10", "Law Clinic", "Nobody");

  {
    g_autoptr (SuiviTransaction) step = suivi_store_begin (fixture->store, "Given up", NULL);

    g_assert_true (suivi_transaction_put_assessment (step, agreed, NULL));
    g_assert_true (suivi_transaction_delete_grade_draft (step, recommendation->id, TRUE, NULL));
  }
  assert_agreement (fixture, "140.10", "Law Clinic | Nobody");
  put_assessment (fixture->store, agreed, "Import");
  assert_agreement (fixture, "140.10", "Law Clinic | Nobody");
  g_assert_true (suivi_store_undo (fixture->store, NULL));
  assert_agreement (fixture, "140.10", "Law Clinic | Nobody");
  end_draft (fixture, agreed);
  assert_agreement (fixture, "140.10", "-");
  assert_draft (fixture, "140.10", "What I say");

  begin_agreement (fixture, "140.10", "Law Clinic", "Second thoughts");
  DO (fixture, suivi_transaction_delete_assessment (step, agreed->id, &do_error));
  assert_agreement (fixture, "140.10", "Law Clinic | Second thoughts");
  end_draft (fixture, own);
  assert_draft (fixture, "140.10", NULL);
  assert_agreement (fixture, "140.10", "Law Clinic | Second thoughts");
  fixture_assert_sound (fixture);
}

/* The recommendation goes and comes back, whether or not somebody began to grade it. */
static void
test_recommendation_gone (Fixture *fixture, gconstpointer data)
{
  g_autoptr (SuiviRecommendation) recommendation = NULL;
  g_autoptr (SuiviGradeDraft) draft = NULL;
  g_autoptr (GError) error = NULL;

  fill (fixture);
  recommendation = find (fixture, "140.10");
  draft = begin_grade (fixture, "140.10", "Half a sen");
  g_assert_true (suivi_store_put_grade_draft (fixture->store, draft, NULL));
  DO (fixture, suivi_transaction_delete_recommendation (step, recommendation->id, &do_error));
  assert_n_drafts (fixture, 0);
  g_assert_null (suivi_store_get_grade_draft (fixture->store, recommendation->id, FALSE, &error));
  g_assert_no_error (error);
  fixture_assert_sound (fixture);

  g_assert_false (suivi_store_put_grade_draft (fixture->store, draft, &error));
  g_assert_error (error, SUIVI_STORE_ERROR, SUIVI_STORE_ERROR_NOT_FOUND);
  g_assert_true (suivi_store_undo (fixture->store, NULL));
  assert_draft (fixture, "140.10", "Half a sen");

  /* As far as undo of the step that brought it. */
  while (suivi_store_get_undo_label (fixture->store) != NULL)
    g_assert_true (suivi_store_undo (fixture->store, NULL));
  assert_n_drafts (fixture, 0);
  while (suivi_store_get_redo_label (fixture->store) != NULL)
    g_assert_true (suivi_store_redo (fixture->store, NULL));
  /* The last step that was done again deleted it. */
  assert_n_drafts (fixture, 0);
  g_assert_true (suivi_store_undo (fixture->store, NULL));
  assert_draft (fixture, "140.10", "Half a sen");
}

/* Renamed, an organisation does not come back under its old name with what was begun; undo does not touch what is typed. */
static void
test_renamed (Fixture *fixture, gconstpointer data)
{
  g_autoptr (SuiviGradeDraft) draft = NULL;
  g_autoptr (SuiviGradeDraft) other = NULL;
  g_autoptr (SuiviGradeDraft) renamed = NULL;
  g_autoptr (SuiviGradeDraft) stays = NULL;

  fill (fixture);
  suivi_store_set_author (fixture->store, "A. Analyst", "Law Clinic");
  grade (fixture, "140.2", SUIVI_LEVEL_SOME, "2026-03-10");
  draft = begin_grade (fixture, "140.10", "Half a sen");
  draft->organisation = g_strdup ("law clinic ");
  g_assert_true (suivi_store_put_grade_draft (fixture->store, draft, NULL));
  other = begin_grade (fixture, "140.2", "Another");
  other->organisation = g_strdup ("Road Union");
  g_assert_true (suivi_store_put_grade_draft (fixture->store, other, NULL));
  DO (fixture, suivi_transaction_rename_organisation (step, "Law Clinic", "Street Law", &do_error));
  renamed = suivi_store_get_grade_draft (fixture->store, draft->recommendation_id, FALSE, NULL);
  g_assert_cmpstr (renamed->organisation, ==, "Street Law");
  g_assert_cmpstr (renamed->reason, ==, "Half a sen");
  stays = suivi_store_get_grade_draft (fixture->store, other->recommendation_id, FALSE, NULL);
  g_assert_cmpstr (stays->organisation, ==, "Road Union");
  g_assert_true (suivi_store_undo (fixture->store, NULL));
  assert_draft (fixture, "140.10", "Half a sen");
  fixture_assert_sound (fixture);
}

/* Those who agreed are renamed as well, each of them once; so the old name does not come back with what was begun. */
static void
test_agreement_renamed (Fixture *fixture, gconstpointer data)
{
  fill (fixture);
  suivi_store_set_author (fixture->store, "A. Analyst", "Law Clinic");
  grade (fixture, "140.2", SUIVI_LEVEL_SOME, "2026-03-10");
  suivi_store_set_author (fixture->store, "A. Analyst", "Road Union");
  grade (fixture, "140.2", SUIVI_LEVEL_DONE, "2026-03-10");
  begin_agreement (fixture, "140.10", "Tree Friends;law clinic;Road Union", "Nobody");
  begin_agreement (fixture, "140.2", "Tree Friends", "The Law Clinic");
  DO (fixture, suivi_transaction_rename_organisation (step, "Law Clinic", "Street Law", &do_error));
  assert_agreement (fixture, "140.10", "Tree Friends;Street Law;Road Union | Nobody");
  /* What somebody wrote is not touched. */
  assert_agreement (fixture, "140.2", "Tree Friends | The Law Clinic");

  /* Two become one. */
  DO (fixture, suivi_transaction_rename_organisation (step, "Road Union", "Street Law", &do_error));
  assert_agreement (fixture, "140.10", "Tree Friends;Street Law | Nobody");
  g_assert_true (suivi_store_undo (fixture->store, NULL));
  assert_agreement (fixture, "140.10", "Tree Friends;Street Law | Nobody");
  fixture_assert_sound (fixture);
}

/* The program dies while somebody types: what was put last is there. */
static void
test_crash (Fixture *fixture, gconstpointer data)
{
  pid_t child = 0;
  int status = 0;

  fill (fixture);
  g_clear_pointer (&fixture->store, suivi_store_close);
  child = fork ();
  if (child == 0)
    {
      fixture_reopen (fixture);
      put_draft (fixture, "140.10", "Half a sen");
      put_draft (fixture, "140.10", "Half a sentence");
      kill (getpid (), SIGKILL);
    }
  g_assert_cmpint (waitpid (child, &status, 0), ==, child);
  g_assert_true (WIFSIGNALED (status));
  fixture_reopen (fixture);
  assert_draft (fixture, "140.10", "Half a sentence");
  fixture_assert_sound (fixture);
}

/* The list keeps its order, and what is counted its counts, through drafts. */
static void
test_list_stays (Fixture *fixture, gconstpointer data)
{
  g_autoptr (SuiviFilter) filter = suivi_filter_new ();
  g_autoptr (GArray) before = NULL;
  g_autoptr (GArray) after = NULL;
  g_autoptr (GArray) changed = NULL;
  g_autoptr (SuiviRecommendation) recommendation = NULL;

  fill (fixture);
  before = suivi_store_query_keys (fixture->store, filter, SUIVI_SORT_NUMBER, FALSE, NULL, NULL);
  put_draft (fixture, "140.10", "Half a sen");
  after = suivi_store_query_keys (fixture->store, filter, SUIVI_SORT_NUMBER, FALSE, NULL, NULL);
  g_assert_cmpmem (before->data, before->len * sizeof (gint64), after->data, after->len * sizeof (gint64));

  recommendation = find (fixture, "140.10");
  DO (fixture, suivi_transaction_delete_recommendation (step, recommendation->id, &do_error));
  put_draft (fixture, "140.2", "Half a sen");
  changed = suivi_store_query_keys (fixture->store, filter, SUIVI_SORT_NUMBER, FALSE, NULL, NULL);
  g_assert_cmpuint (changed->len, ==, before->len - 1);
}

static void
test_read_only (Fixture *fixture, gconstpointer data)
{
  g_autoptr (SuiviGradeDraft) draft = NULL;
  g_autoptr (GError) error = NULL;

  fill (fixture);
  put_draft (fixture, "140.10", "Half a sen");
  draft = begin_grade (fixture, "140.10", "More");
  g_clear_pointer (&fixture->store, suivi_store_close);
  fixture_run_sql (fixture, "PRAGMA user_version = 9999");
  fixture_reopen (fixture);
  g_assert_false (suivi_store_put_grade_draft (fixture->store, draft, &error));
  g_assert_error (error, SUIVI_STORE_ERROR, SUIVI_STORE_ERROR_READ_ONLY);
  g_clear_error (&error);
  g_assert_false (suivi_store_delete_grade_draft (fixture->store, draft->recommendation_id, FALSE, &error));
  g_assert_error (error, SUIVI_STORE_ERROR, SUIVI_STORE_ERROR_READ_ONLY);
  assert_draft (fixture, "140.10", "Half a sen");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

#define ADD(name, function) \
  g_test_add ("/store/grade-drafts/" name, Fixture, NULL, fixture_set_up, function, fixture_tear_down)
  ADD ("kept", test_kept);
  ADD ("authors", test_authors);
  ADD ("agreements", test_agreements);
  ADD ("no-step", test_no_step);
  ADD ("saved", test_saved);
  ADD ("agreement-saved", test_agreement_saved);
  ADD ("recommendation-gone", test_recommendation_gone);
  ADD ("renamed", test_renamed);
  ADD ("agreement-renamed", test_agreement_renamed);
  ADD ("crash", test_crash);
  ADD ("list-stays", test_list_stays);
  ADD ("read-only", test_read_only);
#undef ADD

  return g_test_run ();
}
