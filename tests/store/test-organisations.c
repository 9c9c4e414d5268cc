/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Whose judgements, agreements and contributions there are, and how organisations are renamed. */

#include "config.h"

#include "store/scorecard-store.h"
#include "tests/store/steps.h"

#define OWN "Imaginary Institution"

/* A judgement of an organisation, by a person, on a day of 2026: "03-10". */
static SuiviAssessment *
judge (Fixture *fixture,
       const char *number,
       const char *organisation,
       const char *name,
       const char *day,
       SuiviLevel level)
{
  g_autoptr (SuiviRecommendation) recommendation = find (fixture, number);
  g_autofree char *date = g_strconcat ("2026-", day, NULL);
  SuiviAssessment *assessment = make_assessment (recommendation, level, level, level, date);

  g_free (assessment->organisation);
  assessment->organisation = g_strdup (organisation);
  g_free (assessment->name);
  assessment->name = g_strdup (name);
  put_assessment (fixture->store, assessment, "Judge");

  return assessment;
}

static void
agree (Fixture *fixture, const char *number, const char *names)
{
  g_autoptr (SuiviRecommendation) recommendation = find (fixture, number);
  g_autoptr (SuiviAssessment) agreed = make_assessment (recommendation, SUIVI_LEVEL_DONE, SUIVI_LEVEL_DONE,
                                                        SUIVI_LEVEL_DONE, "2026-05-05");

  agreed->agreed = 1;
  g_strfreev (agreed->agreed_by);
  agreed->agreed_by = g_strsplit (names, ";", -1);
  put_assessment (fixture->store, agreed, "Agree");
}

static void
contribute (Fixture *fixture, const char *number, const char *organisation)
{
  g_autoptr (SuiviRecommendation) recommendation = find (fixture, number);
  g_autoptr (SuiviContribution) contribution = suivi_contribution_new (recommendation->id);

  g_free (contribution->organisation);
  contribution->organisation = g_strdup (organisation);
  g_free (contribution->what);
  contribution->what = g_strdup ("Trained 30 teachers.");
  DO (fixture, suivi_transaction_put_contribution (step, contribution, &do_error));
}

/* What the workspace holds of a recommendation, whoever is asked: "organisation name day light", the first one counts. */
static char *
list (Fixture *fixture, const char *number)
{
  g_autoptr (SuiviRecommendation) recommendation = find (fixture, number);
  g_autoptr (GPtrArray) all = suivi_store_list_assessments (fixture->store, recommendation->id, NULL);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < all->len; i++)
    {
      const SuiviAssessment *assessment = g_ptr_array_index (all, i);
      g_autofree char *agreed_by = g_strjoinv ("+", assessment->agreed_by);

      g_string_append_printf (text, "%s%s%s|%s|%s|%s", i > 0 ? "; " : "", assessment->organisation, agreed_by,
                              assessment->name, assessment->date + strlen ("2026-"),
                              suivi_light_to_nick (assessment->light));
    }

  return g_string_free (text, FALSE);
}

#define assert_judged(fixture, number, expected)           \
  G_STMT_START                                             \
  {                                                        \
    g_autofree char *judged_list = list (fixture, number); \
                                                           \
    g_assert_cmpstr (judged_list, ==, expected);           \
  }                                                        \
  G_STMT_END

/* "name judgements/agreements/contributions", each. */
static void
assert_organisations (Fixture *fixture, const char *expected)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) organisations = suivi_store_list_organisations (fixture->store, &error);
  g_autoptr (GString) text = g_string_new (NULL);

  g_assert_no_error (error);
  for (guint i = 0; i < organisations->len; i++)
    {
      const SuiviOrganisation *organisation = g_ptr_array_index (organisations, i);

      g_string_append_printf (text, "%s%s %u/%u/%u", i > 0 ? "; " : "", organisation->name,
                              organisation->n_judgements, organisation->n_agreements,
                              organisation->n_contributions);
    }
  g_assert_cmpstr (text->str, ==, expected);
}

static void
rename_one (Fixture *fixture, const char *from, const char *to)
{
  DO (fixture, suivi_transaction_rename_organisation (step, from, to, &do_error));
}

/* What is put without a name is of those for whom the step is made, and stays so when somebody else opens the file. */
static void
test_named (Fixture *fixture, gconstpointer data)
{
  g_autoptr (SuiviAssessment) judgement = NULL;

  fill (fixture);
  judgement = judge (fixture, "140.10", "", "A. Analyst", "03-10", SUIVI_LEVEL_SOME);
  g_assert_cmpstr (judgement->organisation, ==, "");
  contribute (fixture, "140.10", " ");
  agree (fixture, "140.9", "Law Clinic");
  assert_judged (fixture, "140.10", OWN "|A. Analyst|03-10|amber");
  assert_judged (fixture, "140.9", "Law Clinic|A. Analyst|05-05|green");

  suivi_store_set_author (fixture->store, "B. Visitor", "Other House");
  assert_judged (fixture, "140.10", OWN "|A. Analyst|03-10|amber");
  assert_organisations (fixture, OWN " 1/0/1; Law Clinic 0/1/0");

  /* With nobody to take it from, it is left open. */
  suivi_store_set_author (fixture->store, "C. Nobody", "");
  suivi_assessment_free (judge (fixture, "140.2", "", "C. Nobody", "03-10", SUIVI_LEVEL_SOME));
  contribute (fixture, "140.2", "");
  assert_judged (fixture, "140.2", "|C. Nobody|03-10|amber");
  assert_organisations (fixture, " 1/0/1; " OWN " 1/0/1; Law Clinic 0/1/0");
}

/* One organisation has one spelling, in one step and in the next. */
static void
test_spelling (Fixture *fixture, gconstpointer data)
{
  g_autoptr (SuiviAssessment) own = NULL;

  fill (fixture);
  suivi_assessment_free (judge (fixture, "140.10", "Éveil  Enfance", "L. Oras", "03-10", SUIVI_LEVEL_SOME));
  suivi_assessment_free (judge (fixture, "140.2", "eveil enfance", "L. Oras", "03-10", SUIVI_LEVEL_SOME));
  contribute (fixture, "140.2", "EVEIL ENFANCE");
  assert_judged (fixture, "140.2", "Éveil Enfance|L. Oras|03-10|amber");
  suivi_store_set_author (fixture->store, "L. Oras", "ÉVEIL ENFANCE ");
  own = judge (fixture, "140.9", "", "L. Oras", "03-11", SUIVI_LEVEL_DONE);
  assert_judged (fixture, "140.9", "Éveil Enfance|L. Oras|03-11|green");
  assert_organisations (fixture, "Éveil Enfance 3/0/1");

  /* Judged again on one day, under the other spelling: one judgement. */
  suivi_assessment_free (judge (fixture, "140.9", "eveil enfance", "L. Oras", "03-11", SUIVI_LEVEL_NOTHING));
  assert_judged (fixture, "140.9", "Éveil Enfance|L. Oras|03-11|red");
}

/* Who agreed is called as elsewhere in the workspace, and named once. */
static void
test_spelling_of_agreed (Fixture *fixture, gconstpointer data)
{
  fill (fixture);
  suivi_assessment_free (judge (fixture, "140.10", "Éveil Enfance", "L. Oras", "03-10", SUIVI_LEVEL_SOME));
  agree (fixture, "140.9", "EVEIL  enfance;Law Clinic; ;Éveil Enfance;law clinic");
  assert_judged (fixture, "140.9", "Éveil Enfance+Law Clinic|A. Analyst|05-05|green");
  /* Names that only agreed are in use, too. */
  agree (fixture, "140.2", "LAW CLINIC");
  assert_judged (fixture, "140.2", "Law Clinic|A. Analyst|05-05|green");
  assert_organisations (fixture, "Éveil Enfance 1/1/0; Law Clinic 0/2/0");
}

/* A judgement without a name, saved again, gets one: even where there is one of that name, person and day already. */
static void
test_unnamed_saved_again (Fixture *fixture, gconstpointer data)
{
  g_autoptr (SuiviAssessment) unnamed = NULL;
  g_autoptr (SuiviAssessment) named = NULL;
  g_autoptr (SuiviEvidence) evidence = suivi_evidence_new ("Annual report", SUIVI_EVIDENCE_REPORT);
  g_autoptr (GPtrArray) behind = NULL;

  fill (fixture);
  suivi_store_set_author (fixture->store, "A. Analyst", "");
  unnamed = judge (fixture, "140.10", "", "A. Analyst", "03-10", SUIVI_LEVEL_SOME);
  suivi_store_set_author (fixture->store, "A. Analyst", OWN);
  g_usleep (2000);
  named = judge (fixture, "140.10", "", "A. Analyst", "03-10", SUIVI_LEVEL_NOTHING);
  DO (fixture, suivi_transaction_put_evidence (step, evidence, &do_error)
                 && suivi_transaction_tie_evidence (step, evidence->id, named->id, &do_error));
  assert_judged (fixture, "140.10", OWN "|A. Analyst|03-10|red; |A. Analyst|03-10|amber");

  put_assessment (fixture->store, unnamed, "Again");
  assert_judged (fixture, "140.10", OWN "|A. Analyst|03-10|amber");
  behind = suivi_store_list_evidence_of (fixture->store, unnamed->id, NULL);
  g_assert_cmpuint (behind->len, ==, 1);
  fixture_assert_sound (fixture);
}

/* Each organisation once, in the spelling used most, sorted; what others spelled is known by its fold. */
static void
test_list (Fixture *fixture, gconstpointer data)
{
  fill (fixture);
  assert_organisations (fixture, "");
  for (guint i = 0; i < 3; i++)
    {
      static const char *const days[] = { "03-10", "03-11", "03-12" };

      suivi_assessment_free (judge (fixture, "140.10", "Zebra House", "L. Oras", days[i], SUIVI_LEVEL_SOME));
      suivi_assessment_free (judge (fixture, "140.2", "alpha club", "L. Oras", days[i], SUIVI_LEVEL_SOME));
    }
  agree (fixture, "140.9", "Álpha Club;Zebra House");
  contribute (fixture, "140.9", "Mine");
  assert_organisations (fixture, "alpha club 3/1/0; Mine 0/0/1; Zebra House 3/1/0");

  /* As another program may have left it: two spellings, one used twice; and one that agreed twice on one grade. */
  fixture_run_sql (fixture, "UPDATE assessment SET organisation = 'Alpha Club'"
                            " WHERE organisation = 'alpha club' AND date >= '2026-03-11'");
  fixture_run_sql (fixture, "UPDATE assessment SET organisation = ''"
                            " WHERE organisation = 'Zebra House' AND date = '2026-03-12'");
  fixture_run_sql (fixture, "UPDATE assessment SET agreed_by = '[\"Zebra House\",\"ZEBRA HOUSE\"]'"
                            " WHERE agreed = 1");
  assert_organisations (fixture, " 1/0/0; Alpha Club 3/0/0; Mine 0/0/1; Zebra House 2/1/0");

  /* Not a list at all. */
  fixture_run_sql (fixture, "UPDATE assessment SET agreed_by = '{' WHERE agreed = 1");
  assert_organisations (fixture, " 1/0/0; Alpha Club 3/0/0; Mine 0/0/1; Zebra House 2/0/0");
}

/* Everything of it bears the other name; undo and redo know. What others say, and what was frozen, is not touched. */
static void
test_rename (Fixture *fixture, gconstpointer data)
{
  g_autoptr (SuiviEdition) edition = suivi_edition_new ("Mid-term", "2026-06-30");
  g_autoptr (GPtrArray) rows = NULL;
  g_autoptr (GPtrArray) frozen = NULL;
  g_autoptr (SuiviRecommendation) recommendation = NULL;
  g_autofree char *before = NULL;
  g_autofree char *renamed = NULL;
  g_autofree char *undone = NULL;
  g_autofree char *redone = NULL;

  fill (fixture);
  suivi_assessment_free (judge (fixture, "140.10", "Law Clinic", "D. Sorn", "03-10", SUIVI_LEVEL_SOME));
  suivi_assessment_free (judge (fixture, "140.2", "", "A. Analyst", "03-10", SUIVI_LEVEL_DONE));
  agree (fixture, "140.9", "Law Clinic;" OWN);
  contribute (fixture, "140.9", "Law Clinic");
  DO (fixture, suivi_transaction_freeze_edition (step, edition, &do_error));
  before = fixture_dump (fixture);

  rename_one (fixture, "law CLINIC", " Street Law  Alvera ");
  assert_organisations (fixture, OWN " 1/1/0; Street Law Alvera 1/1/1");
  assert_judged (fixture, "140.10", "Street Law Alvera|D. Sorn|03-10|amber");
  assert_judged (fixture, "140.9", "Street Law Alvera+" OWN "|A. Analyst|05-05|green");

  recommendation = find (fixture, "140.10");
  frozen = suivi_store_list_judgements (fixture->store, edition->id, recommendation->id, NULL, NULL);
  g_assert_cmpuint (frozen->len, ==, 1);
  g_assert_cmpstr (((SuiviAssessment *) g_ptr_array_index (frozen, 0))->organisation, ==, "Law Clinic");
  rows = suivi_store_list_edition_rows (fixture->store, edition->id, NULL);
  for (guint i = 0; i < rows->len; i++)
    g_assert_null (strstr (((SuiviEditionRow *) g_ptr_array_index (rows, i))->organisation, "Street"));

  renamed = fixture_dump (fixture);
  g_assert_true (suivi_store_undo (fixture->store, NULL));
  undone = fixture_dump (fixture);
  g_assert_cmpstr (undone, ==, before);
  g_assert_true (suivi_store_redo (fixture->store, NULL));
  redone = fixture_dump (fixture);
  g_assert_cmpstr (redone, ==, renamed);
  fixture_assert_sound (fixture);
}

/* Who put a judgement last is not changed by a name: on one day that one counts. */
static void
test_rename_keeps_order (Fixture *fixture, gconstpointer data)
{
  fill (fixture);
  suivi_assessment_free (judge (fixture, "140.10", "Law Clinic", "D. Sorn", "03-10", SUIVI_LEVEL_DONE));
  g_usleep (2000);
  suivi_assessment_free (judge (fixture, "140.10", "House", "L. Oras", "03-10", SUIVI_LEVEL_NOTHING));
  g_usleep (2000);
  rename_one (fixture, "Law Clinic", "Street Law");
  assert_judged (fixture, "140.10", "House|L. Oras|03-10|red; Street Law|D. Sorn|03-10|green");
}

/* Two become one. Of one person, recommendation and day the one put last stays, with the evidence of both. */
static void
test_merge (Fixture *fixture, gconstpointer data)
{
  static const char *const titles[] = { "Report", "Survey", "Act" };
  g_autoptr (SuiviAssessment) first = NULL;
  g_autoptr (SuiviAssessment) last = NULL;
  g_autoptr (GPtrArray) behind = NULL;
  g_autofree char *before = NULL;
  g_autofree char *merged = NULL;
  g_autofree char *undone = NULL;
  g_autofree char *redone = NULL;

  fill (fixture);
  first = judge (fixture, "140.10", "House", "L. Oras", "03-10", SUIVI_LEVEL_DONE);
  suivi_assessment_free (judge (fixture, "140.10", "House", "L. Oras", "03-11", SUIVI_LEVEL_SOME));
  suivi_assessment_free (judge (fixture, "140.10", "House", "Another", "03-10", SUIVI_LEVEL_SOME));
  g_usleep (2000);
  last = judge (fixture, "140.10", "Home", "L. Oras", "03-10", SUIVI_LEVEL_NOTHING);
  /* And the other way round: the one that keeps its name was put last. */
  suivi_assessment_free (judge (fixture, "140.2", "Home", "L. Oras", "03-10", SUIVI_LEVEL_DONE));
  g_usleep (2000);
  suivi_assessment_free (judge (fixture, "140.2", "House", "L. Oras", "03-10", SUIVI_LEVEL_NOTHING));
  agree (fixture, "140.9", "Home;Third;HOUSE");
  for (guint i = 0; i < G_N_ELEMENTS (titles); i++)
    {
      g_autoptr (SuiviEvidence) evidence = suivi_evidence_new (titles[i], SUIVI_EVIDENCE_REPORT);

      /* One supports the first, one the last, one both. */
      DO (fixture, suivi_transaction_put_evidence (step, evidence, &do_error)
                     && (i == 1 || suivi_transaction_tie_evidence (step, evidence->id, first->id, &do_error))
                     && (i == 0 || suivi_transaction_tie_evidence (step, evidence->id, last->id, &do_error)));
    }
  before = fixture_dump (fixture);

  rename_one (fixture, "Home", "house");
  assert_organisations (fixture, "House 4/1/0; Third 0/1/0");
  assert_judged (fixture, "140.10",
                 "House|L. Oras|03-11|amber; House|L. Oras|03-10|red; House|Another|03-10|amber");
  assert_judged (fixture, "140.2", "House|L. Oras|03-10|red");
  assert_judged (fixture, "140.9", "House+Third|A. Analyst|05-05|green");
  behind = suivi_store_list_evidence_of (fixture->store, last->id, NULL);
  g_assert_cmpuint (behind->len, ==, 3);

  merged = fixture_dump (fixture);
  g_assert_true (suivi_store_undo (fixture->store, NULL));
  undone = fixture_dump (fixture);
  g_assert_cmpstr (undone, ==, before);
  g_assert_true (suivi_store_redo (fixture->store, NULL));
  redone = fixture_dump (fixture);
  g_assert_cmpstr (redone, ==, merged);
  fixture_assert_sound (fixture);
}

/* The same name, spelled otherwise, is spelled so everywhere; and what another program left apart comes together. */
static void
test_respell (Fixture *fixture, gconstpointer data)
{
  fill (fixture);
  suivi_assessment_free (judge (fixture, "140.10", "law clinic", "D. Sorn", "03-10", SUIVI_LEVEL_DONE));
  suivi_assessment_free (judge (fixture, "140.2", "law clinic", "D. Sorn", "03-10", SUIVI_LEVEL_DONE));
  contribute (fixture, "140.2", "law clinic");
  agree (fixture, "140.9", "law clinic");
  fixture_run_sql (fixture,
                   "INSERT INTO assessment"
                   " SELECT 'x' || id, recommendation_id, 'LAW CLINIC', law, policy, practice, 'red',"
                   "   light_overridden, reason, source, date, name, changed_by, '9999', confidence,"
                   "   agreed, agreed_by, dissent"
                   " FROM assessment WHERE agreed = 0");
  rename_one (fixture, "Law clinic", "Law Clinic");
  assert_organisations (fixture, "Law Clinic 2/1/1");
  assert_judged (fixture, "140.10", "Law Clinic|D. Sorn|03-10|red");
  assert_judged (fixture, "140.9", "Law Clinic|A. Analyst|05-05|green");
  fixture_assert_sound (fixture);
}

/* Judgements of older files say no name: one step gives them one. */
static void
test_name_unnamed (Fixture *fixture, gconstpointer data)
{
  fill (fixture);
  suivi_store_set_author (fixture->store, "C. Nobody", "");
  suivi_assessment_free (judge (fixture, "140.10", "", "C. Nobody", "03-10", SUIVI_LEVEL_SOME));
  contribute (fixture, "140.10", "");
  agree (fixture, "140.9", "Third");
  assert_organisations (fixture, " 1/0/1; Third 0/1/0");
  rename_one (fixture, "", "Law Clinic");
  assert_organisations (fixture, "Law Clinic 1/0/1; Third 0/1/0");
  /* What was agreed on is still nobody's own. */
  assert_judged (fixture, "140.9", "Third|A. Analyst|05-05|green");
}

static void
test_refused (Fixture *fixture, gconstpointer data)
{
  g_autofree char *endless = g_strnfill (201, 'x');
  g_autofree char *longest = g_strnfill (200, 'x');
  g_autoptr (SuiviTransaction) attempt = NULL;
  g_autoptr (GError) error = NULL;

  fill (fixture);
  suivi_assessment_free (judge (fixture, "140.10", "", "A. Analyst", "03-10", SUIVI_LEVEL_SOME));
  REFUSED (fixture, suivi_transaction_rename_organisation (step, OWN, " \t", &do_error));
  REFUSED (fixture, suivi_transaction_rename_organisation (step, OWN, endless, &do_error));

  attempt = suivi_store_begin (fixture->store, "Step", NULL);
  g_assert_false (suivi_transaction_rename_organisation (attempt, "Nobody", "Somebody", &error));
  g_assert_error (error, SUIVI_STORE_ERROR, SUIVI_STORE_ERROR_NOT_FOUND);
  g_assert_nonnull (strstr (error->message, "Nobody"));
  g_clear_error (&error);
  g_assert_false (suivi_transaction_rename_organisation (attempt, "", "Somebody", &error));
  g_assert_error (error, SUIVI_STORE_ERROR, SUIVI_STORE_ERROR_NOT_FOUND);
  g_clear_pointer (&attempt, suivi_transaction_free);

  rename_one (fixture, OWN, longest);
  g_assert_true (suivi_store_undo (fixture->store, NULL));
  assert_organisations (fixture, OWN " 1/0/0");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

#define ADD(name, function) \
  g_test_add ("/store/organisations/" name, Fixture, NULL, fixture_set_up, function, fixture_tear_down)
  ADD ("named", test_named);
  ADD ("spelling", test_spelling);
  ADD ("spelling-of-agreed", test_spelling_of_agreed);
  ADD ("unnamed-saved-again", test_unnamed_saved_again);
  ADD ("list", test_list);
  ADD ("rename", test_rename);
  ADD ("rename-keeps-order", test_rename_keeps_order);
  ADD ("merge", test_merge);
  ADD ("respell", test_respell);
  ADD ("name-unnamed", test_name_unnamed);
  ADD ("refused", test_refused);
#undef ADD

  return g_test_run ();
}
