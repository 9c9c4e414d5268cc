/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Which lights the grades of a file change: told before, and true after. */

#include "config.h"

#include "plan-fixture.h"

typedef struct
{
  const char *organisation; /* NULL ends; "" with @agreed */
  SuiviLevel level;
  const char *date;
  gboolean agreed;
} Judgement;

typedef struct
{
  Judgement known[4];
  SuiviLevel level; /* what the Law Clinic says in the file, and when */
  const char *date;
  SuiviLight from;
  SuiviLight to;
} Case;

#define DONE    SUIVI_LEVEL_DONE
#define SOME    SUIVI_LEVEL_SOME
#define NOTHING SUIVI_LEVEL_NOTHING
#define GREEN   SUIVI_LIGHT_GREEN
#define AMBER   SUIVI_LIGHT_AMBER
#define RED     SUIVI_LIGHT_RED
#define GREY    SUIVI_LIGHT_GREY

/* Law, policy and practice are judged alike, so that the light is that of the level. */
static const Case cases[] = {
  /* Nobody judged it. */
  { { { NULL } }, DONE, "2026-03-01", GREY, GREEN },
  /* Somebody did, before; on the same day; and after. */
  { { { "", NOTHING, "2026-02-01" } }, SOME, "2026-03-01", RED, AMBER },
  { { { "", NOTHING, "2026-03-01" } }, SOME, "2026-03-01", RED, AMBER },
  { { { "", NOTHING, "2026-04-01" } }, SOME, "2026-03-01", RED, RED },
  /* What was agreed on counts, however old, and however others judge since. */
  { { { "", NOTHING, "2025-01-01", TRUE } }, DONE, "2026-03-01", RED, RED },
  { { { "", SOME, "2025-01-01", TRUE }, { "School Union", NOTHING, "2026-02-01" } },
    DONE,
    "2026-03-01",
    AMBER,
    AMBER },
  /* Of several organisations the latest counts: now the clinic's, and now not. */
  { { { "School Union", DONE, "2026-01-05" },
      { "Tree Friends", NOTHING, "2026-02-07" },
      { "Law Clinic", SOME, "2026-01-01" } },
    DONE,
    "2026-02-08",
    RED,
    GREEN },
  { { { "School Union", DONE, "2026-01-05" },
      { "Tree Friends", NOTHING, "2026-02-07" },
      { "Law Clinic", SOME, "2026-01-01" } },
    DONE,
    "2026-02-06",
    RED,
    RED },
  /* It comes to count, and says the same. */
  { { { "", SOME, "2026-02-01" } }, SOME, "2026-03-01", AMBER, AMBER },
};

static SuiviAssessment *
make_grade (const char *recommendation_id, const Judgement *judgement)
{
  SuiviAssessment *grade = suivi_assessment_new ();

  grade->recommendation_id = g_strdup (recommendation_id);
  g_free (grade->organisation);
  grade->organisation = g_strdup (judgement->organisation);
  suivi_assessment_set_levels (grade, judgement->level, judgement->level, judgement->level);
  grade->reason = g_strdup_printf ("Trees were counted on %s", judgement->date);
  grade->source = g_strdup ("Register of trees");
  g_free (grade->date);
  grade->date = g_strdup (judgement->date);
  grade->name = g_strdup ("Ann");
  if (judgement->agreed)
    {
      grade->agreed = 1;
      g_strfreev (grade->agreed_by);
      grade->agreed_by = g_strsplit ("Law Clinic,School Union", ",", -1);
    }

  return grade;
}

static void
put_grade (SuiviStore *store, const char *recommendation_id, const Judgement *judgement)
{
  g_autoptr (SuiviAssessment) grade = make_grade (recommendation_id, judgement);
  g_autoptr (SuiviTransaction) transaction = suivi_store_begin (store, "Grade", NULL);
  g_autoptr (GError) error = NULL;

  g_assert_true (suivi_transaction_put_assessment (transaction, grade, &error));
  g_assert_no_error (error);
  g_assert_true (suivi_transaction_commit (transaction, &error));
}

static SuiviRecommendation *
find_case (Fixture *fixture, guint i)
{
  g_autofree char *number = g_strdup_printf ("140.%u", i + 1);

  return find (fixture->store, number);
}

static SuiviPlanRow *
make_case_row (SuiviRecommendation *recommendation, guint i)
{
  const Judgement said = { "Law Clinic", cases[i].level, cases[i].date, FALSE };
  SuiviPlanRow *row = suivi_plan_row_new (recommendation, i + 2);

  suivi_plan_row_set_key (row, recommendation->id);
  suivi_plan_row_set_fields (row, (1u << SUIVI_N_PLAN_FIELDS) - (1u << SUIVI_PLAN_FIELD_LAW));
  suivi_plan_row_take_assessment (row, make_grade (recommendation->id, &said));

  return row;
}

/* A workspace with all cases, and the file of the Law Clinic. */
static SuiviImportPlan *
prepare (Fixture *fixture)
{
  g_autoptr (SuiviImportPlan) list = make_plan ();
  SuiviImportPlan *plan = suivi_import_plan_new ();

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *number = g_strdup_printf ("140.%u", i + 1);
      g_autofree char *text = g_strdup_printf ("Plant tree number %u in every district", i * 37);

      add_row (list, i + 2, number, text);
    }
  apply (list, fixture->store);
  g_assert_null (suivi_import_plan_tell_lights (list));

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (SuiviRecommendation) saved = find_case (fixture, i);

      for (guint j = 0; j < G_N_ELEMENTS (cases[i].known) && cases[i].known[j].organisation != NULL; j++)
        put_grade (fixture->store, saved->id, &cases[i].known[j]);
      suivi_import_plan_take_row (plan, make_case_row (saved, i));
    }
  compare (plan, fixture->store);

  return plan;
}

static void
include_only (SuiviImportPlan *plan, guint wanted)
{
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (SuiviPlanRow) row = get_row (plan, i + 2);

      suivi_plan_row_set_included (row, i == wanted);
    }
}

static void
assert_tells_lights (SuiviImportPlan *plan, const char *expected)
{
  g_autofree char *told = suivi_import_plan_tell_lights (plan);

  g_assert_cmpstr (told, ==, expected);
}

static void
assert_light (Fixture *fixture, guint i, SuiviLight light)
{
  g_autoptr (SuiviRecommendation) saved = find_case (fixture, i);

  g_test_message ("case %u", i);
  g_assert_cmpint (saved->light, ==, light);
}

/* Each case alone, as it is told; then all of them, as they come out. */
static void
test_exact (Fixture *fixture, gconstpointer data)
{
  g_autoptr (SuiviImportPlan) plan = prepare (fixture);
  g_autoptr (SuiviImportPlan) again = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GArray) changes = NULL;

      assert_light (fixture, i, cases[i].from);
      include_only (plan, i);
      changes = suivi_import_plan_list_light_changes (plan);
      g_assert_cmpuint (changes->len, ==, cases[i].from != cases[i].to);
      if (changes->len > 0)
        {
          g_assert_cmpint (g_array_index (changes, SuiviPlanLightChange, 0).from, ==, cases[i].from);
          g_assert_cmpint (g_array_index (changes, SuiviPlanLightChange, 0).to, ==, cases[i].to);
          g_assert_cmpuint (g_array_index (changes, SuiviPlanLightChange, 0).n, ==, 1);
        }
      else
        {
          assert_tells_lights (plan, "No light will change.");
        }
    }
  include_only (plan, 0);
  assert_tells_lights (plan, "1 light will change: – Not assessed → ● Implemented (1)");

  suivi_import_plan_include_all (plan, SUIVI_PLAN_CHANGED, TRUE);
  assert_tells_lights (plan,
                       "4 lights will change: ○ No progress → ● Implemented (1), ○ No progress → ◐ Some "
                       "progress (2), – Not assessed → ● Implemented (1)");
  apply (plan, fixture->store);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    assert_light (fixture, i, cases[i].to);

  /* What is there already brings nothing. */
  again = suivi_import_plan_new ();
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (SuiviRecommendation) saved = find_case (fixture, i);

      suivi_import_plan_take_row (again, make_case_row (saved, i));
    }
  compare (again, fixture->store);
  assert_tells_lights (again, NULL);
}

/* What was told must still be so: somebody agreed meanwhile. */
static void
test_moved (Fixture *fixture, gconstpointer data)
{
  const Judgement agreed = { "", SOME, "2026-03-02", TRUE };
  g_autoptr (SuiviImportPlan) plan = prepare (fixture);
  g_autoptr (SuiviRecommendation) first = find_case (fixture, 0);
  g_autoptr (GError) error = NULL;

  include_only (plan, 0);
  put_grade (fixture->store, first->id, &agreed);
  g_assert_false (suivi_import_plan_apply (plan, fixture->store, NULL, NULL, &error));
  g_assert_error (error, SUIVI_IMPORT_ERROR, SUIVI_IMPORT_ERROR_MOVED);
  assert_tells_lights (plan, "No light will change.");
  assert_light (fixture, 0, AMBER);
}

/* A row that could not be taken at first knows what the workspace has when it is settled. */
static void
test_settled (Fixture *fixture, gconstpointer data)
{
  g_autoptr (SuiviImportPlan) first = prepare (fixture);
  g_autoptr (SuiviImportPlan) plan = suivi_import_plan_new ();
  g_autoptr (SuiviRecommendation) saved = find_case (fixture, 1);
  SuiviPlanRow *row = make_case_row (saved, 1);

  suivi_plan_row_add_fault (row, SUIVI_FAULT_UNKNOWN_STATE, "Recommending State", "Lilliput",
                            "Lilliput is no State.");
  suivi_import_plan_take_row (plan, row);
  compare (plan, fixture->store);
  assert_tells_lights (plan, NULL);
  suivi_import_plan_resolve_state (plan, "Lilliput", "FRA");
  assert_tells_lights (plan, "1 light will change: ○ No progress → ◐ Some progress (1)");
  apply (plan, fixture->store);
  assert_light (fixture, 1, AMBER);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  PLAN_TEST ("plan-lights/exact", test_exact);
  PLAN_TEST ("plan-lights/moved", test_moved);
  PLAN_TEST ("plan-lights/settled", test_settled);

  return g_test_run ();
}
