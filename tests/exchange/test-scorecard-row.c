/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "exchange/scorecard-base.h"
#include "exchange/scorecard-reader-private.h"

#define KEY       "7b0d2a1e-3c4f-4d5a-8b6c-9d0e1f2a3b4c"
#define TODAY     "2026-11-22"

#define BIT(name) SUIVI_PLAN_FIELD_BIT (SUIVI_PLAN_FIELD_##name)

/* One row as it was exported, to be changed by a test, and the sheet around it. */
typedef struct
{
  SuiviScorecardLayout layout;
  const char *cells[SUIVI_N_SCORECARD_COLUMNS];
  guint8 types[SUIVI_N_SCORECARD_COLUMNS];
  char *base;
} Fixture;

static const char *const exported[SUIVI_N_SCORECARD_COLUMNS] = {
  [SUIVI_SCORECARD_COLUMN_REVIEW] = "France, session 43",
  [SUIVI_SCORECARD_COLUMN_NUMBER] = "140.10",
  [SUIVI_SCORECARD_COLUMN_TEXT] = "Plant trees,\nand water them",
  [SUIVI_SCORECARD_COLUMN_STATES] = "Togo, Bolivia (Plurinational State of)",
  [SUIVI_SCORECARD_COLUMN_POSITION] = "Supported in part",
  [SUIVI_SCORECARD_COLUMN_INSTITUTIONS] = "Ministry of Water; Parliament",
  [SUIVI_SCORECARD_COLUMN_THEMES] = "Right to food; Water, sanitation",
  [SUIVI_SCORECARD_COLUMN_LAW] = "Done",
  [SUIVI_SCORECARD_COLUMN_POLICY] = "Some progress",
  [SUIVI_SCORECARD_COLUMN_PRACTICE] = "Not assessed",
  [SUIVI_SCORECARD_COLUMN_LIGHT] = "◐ Some progress",
  [SUIVI_SCORECARD_COLUMN_CHOSEN] = "",
  [SUIVI_SCORECARD_COLUMN_REASON] = "Few trees",
  [SUIVI_SCORECARD_COLUMN_SOURCE] = "Report, page 2",
  [SUIVI_SCORECARD_COLUMN_DATE] = "2026-03-14",
  [SUIVI_SCORECARD_COLUMN_NAME] = "Ana Lind",
  [SUIVI_SCORECARD_COLUMN_GROUPS] = "Children",
  [SUIVI_SCORECARD_COLUMN_CHILDREN] = "yes",
  [SUIVI_SCORECARD_COLUMN_KEY] = KEY,
};

/* What the cells above were written from; @data: "ungraded", "chosen" (the light is), "output", "unnumbered" or
 * nothing. */
static char *
make_base (const char *data)
{
  g_autoptr (SuiviRecommendation) recommendation = suivi_recommendation_new ();
  g_autoptr (SuiviAssessment) assessment = suivi_assessment_new ();
  g_autoptr (SuiviReview) review = suivi_review_new ("FRA", 43);
  const char *const states[] = { "TGO", "BOL", NULL };
  const char *const themes[] = { "Right to food", "Water, sanitation", NULL };
  const char *const groups[] = { "Children", NULL };
  const char *const institutions[] = { "Ministry of Water", "Parliament", NULL };
  gboolean graded = g_strcmp0 (data, "ungraded") != 0 && g_strcmp0 (data, "output") != 0;

  recommendation->number = g_strdup (g_strcmp0 (data, "unnumbered") == 0 ? "" : "140.10");
  recommendation->text = g_strdup (exported[SUIVI_SCORECARD_COLUMN_TEXT]);
  recommendation->position = g_strcmp0 (data, "output") == 0 ? SUIVI_POSITION_NONE : SUIVI_POSITION_PART;
  recommendation->child_focused = TRUE;
  suivi_recommendation_set_lists (recommendation, states, themes, groups, NULL);
  g_strfreev (recommendation->institutions);
  recommendation->institutions = g_strdupv ((char **) institutions);
  suivi_assessment_set_levels (assessment, SUIVI_LEVEL_DONE, SUIVI_LEVEL_SOME, SUIVI_LEVEL_UNASSESSED);
  if (g_strcmp0 (data, "chosen") == 0)
    suivi_assessment_override_light (assessment, SUIVI_LIGHT_GREEN);
  assessment->reason = g_strdup ("Few trees");
  assessment->source = g_strdup ("Report, page 2");
  assessment->name = g_strdup ("Ana Lind");
  g_free (assessment->date);
  assessment->date = g_strdup ("2026-03-14");

  return suivi_scorecard_base_make (g_strcmp0 (data, "output") == 0 ? NULL : review, recommendation,
                                    graded ? assessment : NULL);
}

static void
set_up (Fixture *self, gconstpointer data)
{
  static const SuiviScorecardColumn grade[]
    = { SUIVI_SCORECARD_COLUMN_LAW,    SUIVI_SCORECARD_COLUMN_POLICY, SUIVI_SCORECARD_COLUMN_PRACTICE,
        SUIVI_SCORECARD_COLUMN_REASON, SUIVI_SCORECARD_COLUMN_SOURCE, SUIVI_SCORECARD_COLUMN_DATE,
        SUIVI_SCORECARD_COLUMN_NAME };

  self->layout.words = suivi_scorecard_words_new ();
  self->layout.keys = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->layout.today = g_strdup (TODAY);
  self->layout.header = 1;
  self->base = make_base (data);
  for (guint i = 0; i < SUIVI_N_SCORECARD_COLUMNS; i++)
    {
      self->layout.places[i] = i;
      self->layout.titles[i] = g_strdup (suivi_scorecard_column_to_title (i));
      self->cells[i] = exported[i] != NULL ? exported[i] : "";
      self->types[i] = SUIVI_CELL_TEXT;
    }
  self->cells[SUIVI_SCORECARD_COLUMN_BASE] = self->base;

  if (g_strcmp0 (data, "chosen") == 0)
    {
      self->cells[SUIVI_SCORECARD_COLUMN_LIGHT] = "● Implemented";
      self->cells[SUIVI_SCORECARD_COLUMN_CHOSEN] = "yes";
    }
  if (g_strcmp0 (data, "unnumbered") == 0)
    self->cells[SUIVI_SCORECARD_COLUMN_NUMBER] = "";
  if (g_strcmp0 (data, "output") == 0)
    self->cells[SUIVI_SCORECARD_COLUMN_POSITION] = "No position";
  if (g_strcmp0 (data, "ungraded") == 0 || g_strcmp0 (data, "output") == 0)
    {
      for (gsize i = 0; i < G_N_ELEMENTS (grade); i++)
        self->cells[grade[i]] = i < 3 ? "Not assessed" : "";
      self->cells[SUIVI_SCORECARD_COLUMN_LIGHT] = "– Not assessed";
    }
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  suivi_scorecard_words_free (self->layout.words);
  g_hash_table_unref (self->layout.keys);
  g_free (self->layout.today);
  for (guint i = 0; i < SUIVI_N_SCORECARD_COLUMNS; i++)
    g_free (self->layout.titles[i]);
  g_free (self->base);
}

static SuiviPlanRow *
read_row_at (Fixture *self, guint number)
{
  SuiviSheetRow row = { number, SUIVI_N_SCORECARD_COLUMNS, self->cells, self->types, FALSE };

  return suivi_scorecard_row_read (&self->layout, &row);
}

static SuiviPlanRow *
read_row (Fixture *self)
{
  return read_row_at (self, 2);
}

#define set(column, text) (self->cells[SUIVI_SCORECARD_COLUMN_##column] = (text))

static void
take_out (Fixture *self, SuiviScorecardColumn column)
{
  self->layout.places[column] = SUIVI_SCORECARD_NOWHERE;
}

#define assert_sound(row)          g_assert_cmpuint (suivi_plan_row_get_faults (row)->len, ==, 0)
#define assert_fields(row, fields) g_assert_cmphex (suivi_plan_row_get_fields (row), ==, (fields))

static void
assert_fault (SuiviPlanRow *row, SuiviFaultKind kind, const char *column, const char *value)
{
  GPtrArray *faults = suivi_plan_row_get_faults (row);
  SuiviImportFault *fault = NULL;

  g_assert_cmpuint (faults->len, ==, 1);
  fault = faults->pdata[0];
  g_assert_cmpint (fault->kind, ==, kind);
  g_assert_cmpstr (fault->column, ==, column);
  g_assert_cmpstr (fault->value, ==, value);
  g_assert_cmpuint (fault->row, ==, 2);
}

/* Nobody changed anything: the row is known, and nothing of it counts. */
static void
test_unchanged (Fixture *self, gconstpointer data)
{
  g_autoptr (SuiviPlanRow) row = read_row (self);

  assert_sound (row);
  assert_fields (row, 0);
  g_assert_null (suivi_plan_row_get_assessment (row));
  g_assert_cmpstr (suivi_plan_row_get_key (row), ==, KEY);
  if (g_strcmp0 (data, "output") != 0)
    {
      g_assert_cmpstr (suivi_plan_row_get_state (row), ==, "FRA");
      g_assert_cmpuint (suivi_plan_row_get_session (row), ==, 43);
    }
}

/* White space, another spelling of a word and another order of a list are no changes either. */
static void
test_no_change (Fixture *self, gconstpointer data)
{
  g_autoptr (SuiviPlanRow) row = NULL;

  set (TEXT, "  Plant trees,\nand  water them\n");
  set (STATES, "Bolivia (Plurinational State of), Togo");
  set (THEMES, "Water, sanitation;Right to food ;");
  set (INSTITUTIONS, "Parliament\nMinistry of Water;");
  set (POSITION, "SUPPORTED IN PART");
  set (LAW, "done");
  set (POLICY, "some");
  set (PRACTICE, "");
  set (LIGHT, "some progress");
  set (DATE, "14.03.2026");
  set (CHILDREN, "Yes");
  set (NAME, "Ana Lind ");
  row = read_row (self);

  assert_sound (row);
  assert_fields (row, 0);
}

static void
test_recommendation (Fixture *self, gconstpointer data)
{
  g_autoptr (SuiviPlanRow) row = NULL;
  SuiviRecommendation *recommendation = NULL;

  set (TEXT, "Plant many trees");
  set (STATES, "Togo; Nepal");
  set (POSITION, "noted");
  set (THEMES, "Right to food");
  set (GROUPS, "");
  set (CHILDREN, "no");
  row = read_row (self);

  assert_sound (row);
  assert_fields (row,
                 BIT (TEXT) | BIT (STATES) | BIT (POSITION) | BIT (THEMES) | BIT (GROUPS) | BIT (CHILDREN));
  recommendation = suivi_plan_row_get_recommendation (row);
  g_assert_cmpstr (recommendation->number, ==, "140.10");
  g_assert_cmpstr (recommendation->text, ==, "Plant many trees");
  g_assert_cmpstr (recommendation->states[0], ==, "TGO");
  g_assert_cmpstr (recommendation->states[1], ==, "NPL");
  g_assert_null (recommendation->states[2]);
  g_assert_cmpint (recommendation->position, ==, SUIVI_POSITION_NOTED);
  g_assert_cmpstr (recommendation->themes[0], ==, "Right to food");
  g_assert_null (recommendation->themes[1]);
  g_assert_null (recommendation->groups[0]);
  g_assert_false (recommendation->child_focused);
  g_assert_true (recommendation->child_focused_decided);
  g_assert_null (suivi_plan_row_get_assessment (row));
}

/* Who is to do it can be changed in the file. A name is no longer than the workspace keeps, and an older Suivi, which wrote
 * no such column, cannot have it changed. */
static void
test_institutions (Fixture *self, gconstpointer data)
{
  g_autofree char *long_name = g_strnfill (201, 'x');
  g_autofree char *start = g_strnfill (60, 'x');
  g_autofree char *older = NULL;
  g_autoptr (GString) names = g_string_new (NULL);
  g_autoptr (SuiviPlanRow) row = NULL;
  g_autoptr (SuiviPlanRow) emptied = NULL;
  g_autoptr (SuiviPlanRow) too_long = NULL;
  g_autoptr (SuiviPlanRow) too_many = NULL;
  g_autoptr (SuiviPlanRow) old = NULL;
  char **institutions = NULL;

  set (INSTITUTIONS, "Parliament; Ministry of Food");
  row = read_row (self);
  assert_sound (row);
  assert_fields (row, BIT (INSTITUTIONS));
  institutions = suivi_plan_row_get_recommendation (row)->institutions;
  g_assert_cmpuint (g_strv_length (institutions), ==, 2);
  g_assert_cmpstr (institutions[0], ==, "Parliament");
  g_assert_cmpstr (institutions[1], ==, "Ministry of Food");
  g_assert_null (suivi_plan_row_get_assessment (row));

  g_hash_table_remove_all (self->layout.keys);
  set (INSTITUTIONS, "");
  emptied = read_row (self);
  assert_sound (emptied);
  assert_fields (emptied, BIT (INSTITUTIONS));
  g_assert_cmpuint (g_strv_length (suivi_plan_row_get_recommendation (emptied)->institutions), ==, 0);

  g_hash_table_remove_all (self->layout.keys);
  set (INSTITUTIONS, long_name);
  too_long = read_row (self);
  assert_fault (too_long, SUIVI_FAULT_BAD_VALUE, "Responsible institutions", start);

  g_hash_table_remove_all (self->layout.keys);
  for (guint i = 0; i <= 100; i++)
    g_string_append_printf (names, "I%u;", i);
  set (INSTITUTIONS, names->str);
  too_many = read_row (self);
  assert_fault (too_many, SUIVI_FAULT_BAD_VALUE, "Responsible institutions", "I100");

  g_hash_table_remove_all (self->layout.keys);
  older = g_strdup_printf ("1:%.*s:FRA:43", 15 * 8, self->base + 2);
  set (BASE, older);
  set (INSTITUTIONS, "Somebody");
  old = read_row (self);
  assert_sound (old);
  assert_fields (old, 0);
}

/* The number alone may be mended; a program that takes it for a number loses its last zero, and that is no change. */
static void
test_number (Fixture *self, gconstpointer data)
{
  g_autoptr (SuiviPlanRow) mended = NULL;
  g_autoptr (SuiviPlanRow) same = NULL;
  g_autoptr (SuiviPlanRow) other = NULL;

  set (NUMBER, "140.1");
  mended = read_row (self);
  assert_sound (mended);
  assert_fields (mended, BIT (NUMBER));

  g_hash_table_remove_all (self->layout.keys);
  self->types[SUIVI_SCORECARD_COLUMN_NUMBER] = SUIVI_CELL_NUMBER;
  same = read_row (self);
  assert_sound (same);
  assert_fields (same, 0);
  g_assert_cmpstr (suivi_plan_row_get_recommendation (same)->number, ==, "140.10");

  g_hash_table_remove_all (self->layout.keys);
  set (NUMBER, "140.2");
  other = read_row (self);
  assert_fields (other, BIT (NUMBER));
}

/* Another judgement is of today and of the person who is named; the light follows the levels. */
static void
test_grade (Fixture *self, gconstpointer data)
{
  g_autoptr (SuiviPlanRow) row = NULL;
  SuiviAssessment *assessment = NULL;

  set (POLICY, "Done");
  row = read_row (self);

  assert_sound (row);
  assert_fields (row, BIT (POLICY) | BIT (LIGHT) | BIT (DATE));
  assessment = suivi_plan_row_get_assessment (row);
  g_assert_cmpstr (assessment->recommendation_id, ==, KEY);
  g_assert_cmpint (assessment->law, ==, SUIVI_LEVEL_DONE);
  g_assert_cmpint (assessment->policy, ==, SUIVI_LEVEL_DONE);
  g_assert_cmpint (assessment->practice, ==, SUIVI_LEVEL_UNASSESSED);
  g_assert_cmpint (assessment->light, ==, SUIVI_LIGHT_GREEN);
  g_assert_false (assessment->light_overridden);
  g_assert_cmpstr (assessment->date, ==, TODAY);
  g_assert_cmpstr (assessment->name, ==, "Ana Lind");
  g_assert_cmpstr (assessment->reason, ==, "Few trees");
}

static void
test_grade_with_date (Fixture *self, gconstpointer data)
{
  g_autoptr (SuiviPlanRow) row = NULL;

  set (POLICY, "Nothing");
  set (DATE, "2026-10-01");
  set (NAME, "Ben Oduya");
  row = read_row (self);

  assert_sound (row);
  assert_fields (row, BIT (POLICY) | BIT (LIGHT) | BIT (DATE) | BIT (NAME));
  g_assert_cmpstr (suivi_plan_row_get_assessment (row)->date, ==, "2026-10-01");
  g_assert_cmpstr (suivi_plan_row_get_assessment (row)->name, ==, "Ben Oduya");
}

/* Better words about the same judgement leave it its day. */
static void
test_grade_words (Fixture *self, gconstpointer data)
{
  g_autoptr (SuiviPlanRow) row = NULL;

  set (SOURCE, "Report, page 3");
  row = read_row (self);

  assert_sound (row);
  assert_fields (row, BIT (SOURCE));
  g_assert_cmpstr (suivi_plan_row_get_assessment (row)->date, ==, "2026-03-14");
  g_assert_cmpint (suivi_plan_row_get_assessment (row)->light, ==, SUIVI_LIGHT_AMBER);
}

/* Other words about what another organisation judged are another judgement, of today; so are they where the file no longer
 * says who judged. */
static void
test_words_of_others (Fixture *self, gconstpointer data)
{
  const SuiviPlanFields expected
    = SUIVI_PLAN_FIELD_BIT (SUIVI_PLAN_FIELD_REASON) | SUIVI_PLAN_FIELD_BIT (SUIVI_PLAN_FIELD_DATE);

  set (REASON, "More trees");
  set (ORGANISATION, "Blue Roof");
  for (guint i = 0; i < 2; i++)
    {
      g_autoptr (SuiviPlanRow) row = read_row_at (self, 2);

      assert_sound (row);
      assert_fields (row, expected);
      g_assert_cmpstr (suivi_plan_row_get_assessment (row)->date, ==, TODAY);
      g_assert_cmpint (suivi_plan_row_get_assessment (row)->law, ==, SUIVI_LEVEL_DONE);
      g_hash_table_remove_all (self->layout.keys);
      take_out (self, SUIVI_SCORECARD_COLUMN_ORGANISATION);
    }
}

/* What nobody judged yet is judged for the first time. */
static void
test_first_grade (Fixture *self, gconstpointer data)
{
  g_autoptr (SuiviPlanRow) row = NULL;

  set (LAW, "Done");
  set (REASON, "A new law");
  set (SOURCE, "Official journal");
  set (NAME, "Ben Oduya");
  row = read_row (self);

  assert_sound (row);
  assert_fields (row, BIT (LAW) | BIT (LIGHT) | BIT (REASON) | BIT (SOURCE) | BIT (NAME) | BIT (DATE));
  g_assert_cmpint (suivi_plan_row_get_assessment (row)->light, ==, SUIVI_LIGHT_GREEN);
  g_assert_cmpstr (suivi_plan_row_get_assessment (row)->date, ==, TODAY);
}

/* A light that is written into the cell against the rule is a choice; one that agrees with it is none. */
static void
test_light_by_hand (Fixture *self, gconstpointer data)
{
  g_autoptr (SuiviPlanRow) against = NULL;
  g_autoptr (SuiviPlanRow) agreeing = NULL;

  set (LIGHT, "green");
  against = read_row (self);
  assert_sound (against);
  assert_fields (against, BIT (LIGHT) | BIT (DATE));
  g_assert_true (suivi_plan_row_get_assessment (against)->light_overridden);
  g_assert_cmpint (suivi_plan_row_get_assessment (against)->light, ==, SUIVI_LIGHT_GREEN);

  g_hash_table_remove_all (self->layout.keys);
  set (POLICY, "Done");
  agreeing = read_row (self);
  assert_sound (agreeing);
  g_assert_false (suivi_plan_row_get_assessment (agreeing)->light_overridden);
  g_assert_cmpint (suivi_plan_row_get_assessment (agreeing)->light, ==, SUIVI_LIGHT_GREEN);
}

/* A choice outlives another judgement, until somebody empties the cell that says so. */
static void
test_chosen_light (Fixture *self, gconstpointer data)
{
  g_autoptr (SuiviPlanRow) kept = NULL;
  g_autoptr (SuiviPlanRow) given_up = NULL;

  set (LAW, "Nothing");
  kept = read_row (self);
  assert_sound (kept);
  g_assert_true (suivi_plan_row_get_assessment (kept)->light_overridden);
  g_assert_cmpint (suivi_plan_row_get_assessment (kept)->light, ==, SUIVI_LIGHT_GREEN);

  g_hash_table_remove_all (self->layout.keys);
  set (LAW, "Done");
  set (CHOSEN, "");
  given_up = read_row (self);
  assert_sound (given_up);
  assert_fields (given_up, BIT (LIGHT) | BIT (DATE));
  g_assert_false (suivi_plan_row_get_assessment (given_up)->light_overridden);
  g_assert_cmpint (suivi_plan_row_get_assessment (given_up)->light, ==, SUIVI_LIGHT_AMBER);
}

static void
test_incomplete_grade (Fixture *self, gconstpointer data)
{
  g_autoptr (SuiviPlanRow) row = NULL;
  GPtrArray *faults = NULL;
  SuiviImportFault *fault = NULL;

  set (LAW, "Done");
  row = read_row (self);

  faults = suivi_plan_row_get_faults (row);
  /* One fault names all that is missing. */
  g_assert_cmpuint (faults->len, ==, 1);
  fault = faults->pdata[0];
  g_assert_cmpint (fault->kind, ==, SUIVI_FAULT_INCOMPLETE_GRADE);
  g_assert_cmpstr (fault->column, ==, "Reason, Source, Graded by");
  g_assert_nonnull (strstr (fault->reason, "(Reason, Source, Graded by)"));
}

static void
test_bad_words (Fixture *self, gconstpointer data)
{
  g_autoptr (SuiviPlanRow) level = NULL;
  g_autoptr (SuiviPlanRow) light = NULL;
  g_autoptr (SuiviPlanRow) position = NULL;
  g_autoptr (SuiviPlanRow) none = NULL;
  g_autoptr (SuiviPlanRow) state = NULL;
  g_autoptr (SuiviPlanRow) one_more = NULL;
  g_autoptr (SuiviPlanRow) code = NULL;
  g_autoptr (SuiviPlanRow) no_code = NULL;
  SuiviImportFault *fault = NULL;

  set (LAW, "Almost");
  level = read_row (self);
  assert_fault (level, SUIVI_FAULT_BAD_VALUE, "Law", "Almost");
  fault = suivi_plan_row_get_faults (level)->pdata[0];
  g_assert_nonnull (strstr (fault->reason, "Not assessed, Nothing, Some progress, Done"));
  set (LAW, "Done");

  g_hash_table_remove_all (self->layout.keys);
  set (LIGHT, "purple");
  light = read_row (self);
  assert_fault (light, SUIVI_FAULT_BAD_VALUE, "Light", "purple");
  set (LIGHT, exported[SUIVI_SCORECARD_COLUMN_LIGHT]);

  g_hash_table_remove_all (self->layout.keys);
  set (POSITION, "perhaps");
  position = read_row (self);
  assert_fault (position, SUIVI_FAULT_UNKNOWN_POSITION, "Position", "perhaps");

  /* That is for what other mechanisms say. */
  g_hash_table_remove_all (self->layout.keys);
  set (POSITION, "No position");
  none = read_row (self);
  assert_fault (none, SUIVI_FAULT_UNKNOWN_POSITION, "Position", "No position");
  set (POSITION, "Supported in part");

  g_hash_table_remove_all (self->layout.keys);
  set (STATES, "Togo, Narnia");
  state = read_row (self);
  assert_fault (state, SUIVI_FAULT_UNKNOWN_STATE, "Recommending States", "Narnia");
  assert_fields (state, BIT (STATES));

  /* The other two are those that were exported; whoever says which State the third is has it added. */
  g_hash_table_remove_all (self->layout.keys);
  set (STATES, "Togo, Bolivia (Plurinational State of), Narnia");
  one_more = read_row (self);
  assert_fault (one_more, SUIVI_FAULT_UNKNOWN_STATE, "Recommending States", "Narnia");
  assert_fields (one_more, BIT (STATES));

  g_hash_table_remove_all (self->layout.keys);
  set (STATES, "Togo; NPL");
  code = read_row (self);
  assert_sound (code);
  g_assert_cmpstr (suivi_plan_row_get_recommendation (code)->states[1], ==, "NPL");

  g_hash_table_remove_all (self->layout.keys);
  set (STATES, "Togo; QQQ");
  no_code = read_row (self);
  assert_fault (no_code, SUIVI_FAULT_UNKNOWN_STATE, "Recommending States", "QQQ");
}

static void
test_bad_dates (Fixture *self, gconstpointer data)
{
  g_autoptr (SuiviPlanRow) unclear = NULL;
  g_autoptr (SuiviPlanRow) future = NULL;

  set (DATE, "05/03/2026");
  unclear = read_row (self);
  assert_fault (unclear, SUIVI_FAULT_BAD_DATE, "Date", "05/03/2026");

  g_hash_table_remove_all (self->layout.keys);
  set (DATE, "2026-11-23");
  future = read_row (self);
  assert_fault (future, SUIVI_FAULT_BAD_DATE, "Date", "2026-11-23");
}

static void
test_added_row (Fixture *self, gconstpointer data)
{
  g_autoptr (SuiviPlanRow) row = NULL;

  set (KEY, "");
  set (BASE, "");
  row = read_row (self);
  assert_fault (row, SUIVI_FAULT_UNKNOWN_KEY, "Number", "140.10");
  g_assert_null (suivi_plan_row_get_key (row));

  for (guint i = 0; i < SUIVI_N_SCORECARD_COLUMNS; i++)
    self->cells[i] = i == 3 ? " \n" : "";
  g_assert_null (read_row (self));
}

static void
test_damaged_base (Fixture *self, gconstpointer data)
{
  g_autoptr (SuiviPlanRow) row = NULL;

  set (BASE, "1:0000");
  row = read_row (self);
  assert_fault (row, SUIVI_FAULT_DAMAGED_CELL, "Suivi base", "1:0000");
}

/* Of a row that was copied, the second one is one too many. */
static void
test_copied_row (Fixture *self, gconstpointer data)
{
  g_autoptr (SuiviPlanRow) first = read_row_at (self, 7);
  g_autoptr (SuiviPlanRow) second = read_row (self);
  SuiviImportFault *fault = NULL;

  assert_sound (first);
  assert_fault (second, SUIVI_FAULT_DUPLICATE, "Number", "140.10");
  fault = suivi_plan_row_get_faults (second)->pdata[0];
  g_assert_nonnull (strstr (fault->reason, "row 7"));
}

/* The table was sorted without its hidden columns, or the row is a copy that was filled anew: then neither this row nor
 * the true one that comes later may be taken for the other. */
static void
test_moved_row (Fixture *self, gconstpointer data)
{
  g_autoptr (SuiviPlanRow) moved = NULL;
  g_autoptr (SuiviPlanRow) own = NULL;
  g_autoptr (SuiviPlanRow) emptied = NULL;

  set (TEXT, "Build roads");
  if (g_strcmp0 (data, "unnumbered") == 0)
    set (STATES, "Nepal");
  else
    set (NUMBER, "140.11");
  moved = read_row (self);
  assert_fault (moved, SUIVI_FAULT_UNKNOWN_KEY, "Number", self->cells[SUIVI_SCORECARD_COLUMN_NUMBER]);

  set (TEXT, exported[SUIVI_SCORECARD_COLUMN_TEXT]);
  set (STATES, exported[SUIVI_SCORECARD_COLUMN_STATES]);
  set (NUMBER, g_strcmp0 (data, "unnumbered") == 0 ? "" : "140.10");
  own = read_row (self);
  assert_sound (own);

  /* Whoever empties a row instead of taking it out. */
  set (TEXT, "");
  set (NUMBER, "");
  emptied = read_row (self);
  assert_fault (emptied, SUIVI_FAULT_NO_TEXT, "Recommendation", "");
}

/* A column that was taken out says nothing. */
static void
test_missing_columns (Fixture *self, gconstpointer data)
{
  g_autoptr (SuiviPlanRow) same = NULL;
  g_autoptr (SuiviPlanRow) graded = NULL;

  for (guint i = SUIVI_SCORECARD_COLUMN_REVIEW; i <= SUIVI_SCORECARD_COLUMN_CHILDREN; i++)
    {
      if (i != SUIVI_SCORECARD_COLUMN_LAW && i != SUIVI_SCORECARD_COLUMN_REASON
          && i != SUIVI_SCORECARD_COLUMN_SOURCE && i != SUIVI_SCORECARD_COLUMN_NAME
          && i != SUIVI_SCORECARD_COLUMN_TEXT)
        take_out (self, i);
    }
  same = read_row (self);
  assert_sound (same);
  assert_fields (same, 0);

  g_hash_table_remove_all (self->layout.keys);
  set (LAW, "Nothing");
  graded = read_row (self);
  assert_sound (graded);
  assert_fields (graded, BIT (LAW) | BIT (LIGHT) | BIT (DATE));
  g_assert_cmpint (suivi_plan_row_get_assessment (graded)->policy, ==, SUIVI_LEVEL_SOME);
}

static void
test_output (Fixture *self, gconstpointer data)
{
  g_autoptr (SuiviPlanRow) graded = NULL;
  g_autoptr (SuiviPlanRow) text = NULL;

  set (LAW, "Done");
  set (REASON, "r");
  set (SOURCE, "s");
  set (NAME, "n");
  graded = read_row (self);
  assert_fault (graded, SUIVI_FAULT_BAD_VALUE, "Law", "Done");

  g_hash_table_remove_all (self->layout.keys);
  set (LAW, "Not assessed");
  set (REASON, "");
  set (SOURCE, "");
  set (NAME, "");
  set (TEXT, "Plant more trees");
  text = read_row (self);
  assert_sound (text);
  assert_fields (text, BIT (TEXT));
  g_assert_null (suivi_plan_row_get_state (text));
}

/* The words of the file come first, then those of the user, and the stable ones. */
static void
test_foreign_words (Fixture *self, gconstpointer data)
{
  g_autoptr (SuiviPlanRow) row = NULL;

  suivi_scorecard_words_learn (self->layout.words, "level", "nothing", "Rien");
  suivi_scorecard_words_learn (self->layout.words, "level", "done", "Réalisé");
  /* As where words are read from the right: a mark that nobody sees stands before the sign. */
  suivi_scorecard_words_learn (self->layout.words, "light", "red", "\u200F○ Aucun progrès");
  suivi_scorecard_words_learn (self->layout.words, "position", "noted", "Notée");
  suivi_scorecard_words_learn (self->layout.words, "answer", "no", "non");
  suivi_scorecard_words_learn (self->layout.words, "colour", "red", "rouge");
  suivi_scorecard_words_learn (self->layout.words, "light", "violet", "violet");
  set (LAW, "realise");
  set (POLICY, "RIEN");
  set (PRACTICE, "Nothing");
  set (LIGHT, "Aucun progrès");
  set (POSITION, "Notée");
  set (CHILDREN, "Non");
  row = read_row (self);

  assert_sound (row);
  assert_fields (row,
                 BIT (POLICY) | BIT (PRACTICE) | BIT (LIGHT) | BIT (DATE) | BIT (POSITION) | BIT (CHILDREN));
  g_assert_cmpint (suivi_plan_row_get_assessment (row)->light, ==, SUIVI_LIGHT_RED);
  g_assert_true (suivi_plan_row_get_assessment (row)->light_overridden);
}

/* A heading that the file renames is not found under its old one, and no stable word is a heading. */
static void
test_headings (void)
{
  g_autoptr (SuiviScorecardWords) words = suivi_scorecard_words_new ();
  guint column = 0;

  g_assert_true (suivi_scorecard_words_find (words, SUIVI_SCORECARD_WORD_COLUMN, "suivi KEY", &column));
  g_assert_cmpuint (column, ==, SUIVI_SCORECARD_COLUMN_KEY);
  g_assert_false (suivi_scorecard_words_find (words, SUIVI_SCORECARD_WORD_COLUMN, "key", &column));
  g_assert_true (suivi_scorecard_words_find (words, SUIVI_SCORECARD_WORD_COLUMN, "Reason", &column));
  suivi_scorecard_words_learn (words, "column", "reason", "Motif");
  g_assert_false (suivi_scorecard_words_find (words, SUIVI_SCORECARD_WORD_COLUMN, "Reason", &column));
  g_assert_true (suivi_scorecard_words_find (words, SUIVI_SCORECARD_WORD_COLUMN, " motif", &column));
  g_assert_cmpuint (column, ==, SUIVI_SCORECARD_COLUMN_REASON);
}

static void
test_days (void)
{
  static const struct
  {
    const char *text;
    SuiviCellType type;
    const char *day;
  } cases[] = {
    { "", SUIVI_CELL_EMPTY, "" },
    { " ", SUIVI_CELL_TEXT, "" },
    { "2026-11-22", SUIVI_CELL_DATE, "2026-11-22" },
    { "2026-11-22T00:00:00", SUIVI_CELL_DATE, "2026-11-22" },
    { "2026-3-5", SUIVI_CELL_TEXT, "2026-03-05" },
    { "2026-13-01", SUIVI_CELL_TEXT, NULL },
    { "2026-02-30", SUIVI_CELL_TEXT, NULL },
    { "22.11.2026", SUIVI_CELL_TEXT, "2026-11-22" },
    { "22/11/2026", SUIVI_CELL_TEXT, "2026-11-22" },
    { "11/22/2026", SUIVI_CELL_TEXT, "2026-11-22" },
    { "5/3/2026", SUIVI_CELL_TEXT, NULL },
    { "05.05.2026", SUIVI_CELL_TEXT, "2026-05-05" },
    { "31.02.2026", SUIVI_CELL_TEXT, NULL },
    { "22.11.26", SUIVI_CELL_TEXT, NULL },
    { "22.11.2026 noon", SUIVI_CELL_TEXT, NULL },
    { "22.11.-999", SUIVI_CELL_TEXT, NULL },
    { "٢٠٢٦-١١-٢٢", SUIVI_CELL_TEXT, "2026-11-22" },
    { "spring", SUIVI_CELL_TEXT, NULL },
    /* 14 March 2026 in days since 30 December 1899. */
    { "46095", SUIVI_CELL_NUMBER, "2026-03-14" },
    { "32874", SUIVI_CELL_NUMBER, "1990-01-01" },
    { "46095", SUIVI_CELL_TEXT, NULL },
    { "2026", SUIVI_CELL_NUMBER, NULL },
    { "46095.5", SUIVI_CELL_NUMBER, NULL },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *day = suivi_scorecard_read_day (cases[i].text, cases[i].type);

      g_test_message ("“%s”", cases[i].text);
      g_assert_cmpstr (day, ==, cases[i].day);
    }
}

/* A theme that holds the sign between themes, and a text that no cell can hold as it is, come back as they can. */
static void
test_lossy (Fixture *self, gconstpointer data)
{
  g_autoptr (SuiviRecommendation) recommendation = suivi_recommendation_new ();
  g_autoptr (SuiviPlanRow) row = NULL;
  const char *const themes[] = { "Food; and drink", NULL };
  const char *const institutions[] = { "Ministry of Food; and Drink", NULL };

  recommendation->number = g_strdup ("1");
  recommendation->text = g_strdup ("Read _x0041_\r\nand\001 sing");
  suivi_recommendation_set_lists (recommendation, NULL, themes, NULL, NULL);
  g_strfreev (recommendation->institutions);
  recommendation->institutions = g_strdupv ((char **) institutions);
  g_free (self->base);
  self->base = suivi_scorecard_base_make (NULL, recommendation, NULL);

  set (BASE, self->base);
  set (NUMBER, "1");
  set (TEXT, "Read _x0041_\nand sing");
  set (STATES, "");
  set (POSITION, "Pending");
  set (THEMES, "Food; and drink");
  set (INSTITUTIONS, "Ministry of Food; and Drink");
  set (GROUPS, "");
  set (CHILDREN, "no");
  row = read_row (self);
  assert_sound (row);
  assert_fields (row, 0);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

#define ADD(path, data, test) g_test_add ("/scorecard-row/" path, Fixture, data, set_up, test, tear_down)
  ADD ("unchanged", NULL, test_unchanged);
  ADD ("unchanged/ungraded", "ungraded", test_unchanged);
  ADD ("unchanged/chosen", "chosen", test_unchanged);
  ADD ("unchanged/output", "output", test_unchanged);
  ADD ("unchanged/unnumbered", "unnumbered", test_unchanged);
  ADD ("no-change", NULL, test_no_change);
  ADD ("recommendation", NULL, test_recommendation);
  ADD ("institutions", NULL, test_institutions);
  ADD ("number", NULL, test_number);
  ADD ("grade", NULL, test_grade);
  ADD ("grade/with-date", NULL, test_grade_with_date);
  ADD ("grade/words", NULL, test_grade_words);
  ADD ("grade/words-of-others", NULL, test_words_of_others);
  ADD ("grade/first", "ungraded", test_first_grade);
  ADD ("grade/incomplete", "ungraded", test_incomplete_grade);
  ADD ("light/by-hand", NULL, test_light_by_hand);
  ADD ("light/chosen", "chosen", test_chosen_light);
  ADD ("bad-words", NULL, test_bad_words);
  ADD ("bad-dates", NULL, test_bad_dates);
  ADD ("added-row", NULL, test_added_row);
  ADD ("damaged-base", NULL, test_damaged_base);
  ADD ("copied-row", NULL, test_copied_row);
  ADD ("moved-row", NULL, test_moved_row);
  ADD ("moved-row/unnumbered", "unnumbered", test_moved_row);
  ADD ("missing-columns", NULL, test_missing_columns);
  ADD ("output", "output", test_output);
  ADD ("foreign-words", NULL, test_foreign_words);
  ADD ("lossy", "output", test_lossy);
#undef ADD
  g_test_add_func ("/scorecard-row/headings", test_headings);
  g_test_add_func ("/scorecard-row/days", test_days);

  return g_test_run ();
}
