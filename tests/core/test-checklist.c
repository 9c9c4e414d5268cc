/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "core/consultation/standing.h"

/* --- the checklist ----------------------------------------------------------------------------------- */

/* Counted by hand in the list of safeguards, a to i: items, must items, and must items that come afterwards
 * (b7; c6; d2; f2; i1, i2, i5). */
static const guint n_items[SUIVI_N_REQUIREMENTS] = { 6, 7, 6, 5, 6, 6, 5, 8, 6 };
static const guint n_musts[SUIVI_N_REQUIREMENTS] = { 5, 7, 3, 2, 2, 3, 4, 8, 4 };
static const guint n_after[SUIVI_N_REQUIREMENTS] = { 0, 1, 1, 1, 0, 1, 0, 0, 3 };

static void
test_requirements (void)
{
  g_assert_cmpstr (suivi_checklist_get_requirement (0)->title, ==, "Transparent and informative");
  g_assert_cmpstr (suivi_checklist_get_requirement (7)->title, ==, "Safe and sensitive to risk");
  for (guint i = 0; i < SUIVI_N_REQUIREMENTS; i++)
    {
      const SuiviRequirement *requirement = suivi_checklist_get_requirement (i);
      char letter[] = { 'a' + i, '\0' };

      g_assert_cmpstr (requirement->letter, ==, letter);
      g_assert_cmpuint (strlen (requirement->text), >, 40);
      g_assert_true (requirement == suivi_checklist_get_requirement (i));
    }
}

static void
test_items (void)
{
  guint items[SUIVI_N_REQUIREMENTS] = { 0 };
  guint musts[SUIVI_N_REQUIREMENTS] = { 0 };
  guint after[SUIVI_N_REQUIREMENTS] = { 0 };
  const SuiviChecklistItem *last = NULL;

  g_assert_cmpuint (suivi_checklist_get_latest_edition (), >=, 1);
  g_assert_cmpuint (suivi_checklist_get_n_items (1), ==, 55);

  for (guint i = 0; i < 55; i++)
    {
      const SuiviChecklistItem *item = suivi_checklist_get_item (1, i);
      guint requirement = item->requirement[0] - 'a';

      g_assert_cmpuint (requirement, <, SUIVI_N_REQUIREMENTS);
      g_assert_cmpint (item->id[0], ==, item->requirement[0]);
      g_assert_true (last == NULL || g_strcmp0 (last->id, item->id) < 0);
      g_assert_cmpuint (strlen (item->text), >, 20);
      g_assert_false (g_str_has_suffix (item->text, "."));
      g_assert_nonnull (item->asks);
      g_assert_true (suivi_checklist_find (1, item->id) == item);
      items[requirement]++;
      musts[requirement] += item->must;
      after[requirement] += item->must && item->after;
      last = item;
    }
  g_assert_cmpmem (items, sizeof items, n_items, sizeof n_items);
  g_assert_cmpmem (musts, sizeof musts, n_musts, sizeof n_musts);
  g_assert_cmpmem (after, sizeof after, n_after, sizeof n_after);

  g_assert_cmpstr (suivi_checklist_find (1, "h1")->asks, ==, "the file and the names");
  g_assert_cmpstr (suivi_checklist_find (1, "a2")->asks, ==, "");
  g_assert_false (suivi_checklist_find (1, "b1")->after);
  g_assert_false (suivi_checklist_find (1, "h2")->after);
}

static void
test_unknown (void)
{
  g_assert_null (suivi_checklist_find (1, "a7"));
  g_assert_null (suivi_checklist_find (1, ""));
  g_assert_null (suivi_checklist_find (1, NULL));
  g_assert_null (suivi_checklist_find (0, "a1"));
  g_assert_null (suivi_checklist_find (99, "a1"));
  g_assert_cmpuint (suivi_checklist_get_n_items (0), ==, 0);
  g_assert_cmpuint (suivi_checklist_get_n_items (99), ==, 0);
}

/* Fields of a line of CSV, without their quotes. */
static GPtrArray *
split (const char *line)
{
  GPtrArray *fields = g_ptr_array_new_with_free_func (g_free);
  GString *field = g_string_new (NULL);
  gboolean quoted = FALSE;

  for (const char *p = line; *p != '\0'; p++)
    {
      if (quoted && p[0] == '"' && p[1] == '"')
        g_string_append_c (field, *p++);
      else if (*p == '"')
        quoted = !quoted;
      else if (*p == ',' && !quoted)
        {
          g_ptr_array_add (fields, g_string_free (field, FALSE));
          field = g_string_new (NULL);
        }
      else if (*p != '\r')
        g_string_append_c (field, *p);
    }
  g_ptr_array_add (fields, g_string_free (field, FALSE));

  return fields;
}

/* Against the list of the project's facts, beside the real files, where it is at hand. */
static void
test_facts (void)
{
  const char *data = g_getenv ("SUIVI_TEST_DATA");
  g_autofree char *path = NULL;
  g_autofree char *text = NULL;
  g_auto (GStrv) lines = NULL;
  guint n = 0;

  if (data != NULL)
    path = g_build_filename (data, "..", "facts", "safeguarding_checklist.csv", NULL);
  if (path == NULL || !g_file_get_contents (path, &text, NULL, NULL))
    {
      g_test_skip ("The list of safeguards is not at hand");
      return;
    }

  lines = g_strsplit (text, "\n", -1);
  g_assert_true (g_str_has_prefix (lines[0], "item_id,requirement_letter,item,answer_type,level,"));
  for (guint i = 1; lines[i] != NULL; i++)
    {
      g_autoptr (GPtrArray) fields = NULL;
      const SuiviChecklistItem *item = NULL;

      if (lines[i][0] == '\0')
        continue;
      fields = split (lines[i]);
      g_assert_cmpuint (fields->len, ==, 8);
      item = suivi_checklist_get_item (1, n++);
      g_assert_cmpstr (item->id, ==, g_ptr_array_index (fields, 0));
      g_assert_cmpstr (item->requirement, ==, g_ptr_array_index (fields, 1));
      g_assert_cmpstr (item->must ? "must" : "should", ==, g_ptr_array_index (fields, 4));
      g_assert_true ((item->asks[0] == '\0') == (g_strcmp0 (g_ptr_array_index (fields, 3), "yes/no") == 0));
    }
  g_assert_cmpuint (n, ==, 55);
}

/* --- how a consultation stands ----------------------------------------------------------------------- */

typedef struct
{
  SuiviConsultation *consultation;
  GPtrArray *answers;
  GPtrArray *own_items;
  GPtrArray *overrides;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->consultation = suivi_consultation_new ("SVN", "Children of the coast");
  fixture->consultation->checklist_edition = 1;
  fixture->answers = g_ptr_array_new_with_free_func ((GDestroyNotify) suivi_check_answer_free);
  fixture->own_items = g_ptr_array_new_with_free_func ((GDestroyNotify) suivi_check_item_free);
  fixture->overrides = g_ptr_array_new_with_free_func ((GDestroyNotify) suivi_override_free);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  suivi_consultation_free (fixture->consultation);
  g_ptr_array_unref (fixture->answers);
  g_ptr_array_unref (fixture->own_items);
  g_ptr_array_unref (fixture->overrides);
}

static SuiviStanding *
stand (Fixture *fixture)
{
  return suivi_standing_new (fixture->consultation, fixture->answers, fixture->own_items, fixture->overrides);
}

/* Answers an item, or changes the answer. */
static SuiviCheckAnswer *
answer_item (Fixture *fixture, const char *item_id, SuiviCheck check, const char *evidence)
{
  SuiviCheckAnswer *answer = NULL;

  for (guint i = 0; i < fixture->answers->len; i++)
    {
      SuiviCheckAnswer *other = g_ptr_array_index (fixture->answers, i);

      if (g_strcmp0 (other->item_id, item_id) == 0)
        answer = other;
    }
  if (answer == NULL)
    {
      answer = suivi_check_answer_new (fixture->consultation->id, item_id, check);
      g_ptr_array_add (fixture->answers, answer);
    }
  answer->answer = check;
  g_free (answer->evidence);
  answer->evidence = g_strdup (evidence);

  return answer;
}

static void
answer_all (Fixture *fixture, SuiviCheck check)
{
  for (guint i = 0; i < 55; i++)
    answer_item (fixture, suivi_checklist_get_item (1, i)->id, check, "");
}

static SuiviCheckItem *
add_own (Fixture *fixture, const char *requirement, gboolean must)
{
  SuiviCheckItem *item
    = suivi_check_item_new (requirement, "The boat has life jackets for every child", must);

  g_ptr_array_add (fixture->own_items, item);
  return item;
}

static SuiviOverride *
let_pass (Fixture *fixture, const char *item_id, const char *reason)
{
  const char *items[] = { item_id, NULL };
  SuiviOverride *override = suivi_override_new (fixture->consultation->id, items, reason);

  g_ptr_array_add (fixture->overrides, override);
  return override;
}

static void
assert_standing (Fixture *fixture, guint now, guint after, guint met)
{
  g_autoptr (SuiviStanding) standing = stand (fixture);
  g_auto (GStrv) missing_now = suivi_standing_missing (standing, FALSE);
  g_auto (GStrv) missing_after = suivi_standing_missing (standing, TRUE);

  g_assert_cmpuint (standing->n_missing_now, ==, now);
  g_assert_cmpuint (standing->n_missing_after, ==, after);
  g_assert_cmpuint (standing->n_met, ==, met);
  g_assert_cmpuint (g_strv_length (missing_now), ==, now);
  g_assert_cmpuint (g_strv_length (missing_after), ==, after);
}

static void
assert_said (Fixture *fixture, guint requirement, const char *expected)
{
  g_autoptr (SuiviStanding) standing = stand (fixture);
  g_autofree char *said = suivi_standing_say (standing, requirement);

  g_assert_cmpstr (said, ==, expected);
}

static void
test_nothing_answered (Fixture *fixture, gconstpointer data)
{
  g_autoptr (SuiviStanding) standing = suivi_standing_new (fixture->consultation, NULL, NULL, NULL);
  g_auto (GStrv) after = suivi_standing_missing (standing, TRUE);
  g_autofree char *joined = g_strjoinv (" ", after);

  /* 38 musts, of which 7 come afterwards */
  assert_standing (fixture, 31, 7, 0);
  g_assert_cmpstr (joined, ==, "b7 c6 d2 f2 i1 i2 i5");
  g_assert_cmpuint (standing->items->len, ==, 55);
  for (guint i = 0; i < SUIVI_N_REQUIREMENTS; i++)
    {
      g_assert_cmpuint (standing->rows[i].n_items, ==, n_items[i]);
      g_assert_cmpuint (standing->rows[i].n_answered, ==, 0);
      g_assert_cmpuint (standing->rows[i].n_missing_now, ==, n_musts[i] - n_after[i]);
      g_assert_cmpuint (standing->rows[i].n_missing_after, ==, n_after[i]);
      g_assert_cmpuint (standing->rows[i].n_open, ==, n_items[i] - n_musts[i]);
    }
}

static void
test_answers (Fixture *fixture, gconstpointer data)
{
  answer_all (fixture, SUIVI_CHECK_YES);
  assert_standing (fixture, 0, 0, 9);
  assert_said (fixture, 0, "Complete");

  /* No is an answer, and does not help. */
  answer_item (fixture, "e1", SUIVI_CHECK_NO, "no water");
  assert_standing (fixture, 1, 0, 8);
  answer_item (fixture, "e1", SUIVI_CHECK_UNANSWERED, "");
  assert_standing (fixture, 1, 0, 8);
  answer_item (fixture, "e1", (SuiviCheck) 9, "");
  assert_standing (fixture, 1, 0, 8);

  /* Of a must item, "not applicable" needs a reason; of a should item, none. */
  answer_item (fixture, "e1", SUIVI_CHECK_NOT_APPLICABLE, " ");
  assert_standing (fixture, 1, 0, 8);
  answer_item (fixture, "e1", SUIVI_CHECK_NOT_APPLICABLE, "all online");
  assert_standing (fixture, 0, 0, 9);
  answer_item (fixture, "e2", SUIVI_CHECK_NOT_APPLICABLE, "");
  assert_said (fixture, 4, "Complete");
  answer_item (fixture, "e2", SUIVI_CHECK_NO, "");
  assert_standing (fixture, 0, 0, 9);

  answer_item (fixture, "i1", SUIVI_CHECK_NO, "");
  assert_standing (fixture, 0, 1, 8);
}

/* An answer to another consultation is none. */
static void
test_other_answers (Fixture *fixture, gconstpointer data)
{
  SuiviCheckAnswer *answer = NULL;
  SuiviOverride *override = NULL;

  answer_all (fixture, SUIVI_CHECK_YES);
  answer = answer_item (fixture, "h1", SUIVI_CHECK_YES, "");
  g_free (answer->consultation_id);
  answer->consultation_id = g_strdup ("another");
  assert_standing (fixture, 1, 0, 8);

  override = let_pass (fixture, "h1", "the policy is being signed");
  assert_standing (fixture, 0, 0, 8);
  g_free (override->consultation_id);
  override->consultation_id = g_strdup ("another");
  assert_standing (fixture, 1, 0, 8);
}

static void
test_overrides (Fixture *fixture, gconstpointer data)
{
  answer_all (fixture, SUIVI_CHECK_YES);
  answer_item (fixture, "h1", SUIVI_CHECK_NO, "");
  answer_item (fixture, "h2", SUIVI_CHECK_NO, "");
  assert_standing (fixture, 2, 0, 8);

  let_pass (fixture, "h1", " ");
  assert_standing (fixture, 2, 0, 8);
  let_pass (fixture, "h1", "the policy is being signed");
  assert_standing (fixture, 1, 0, 8);
  assert_said (fixture, 7, "1 must item is answered no");
  let_pass (fixture, "h2", "assessed by the school");
  assert_standing (fixture, 0, 0, 8); /* let pass is not met */
  assert_said (fixture, 7, "2 must items were let pass");
}

static void
test_own_items (Fixture *fixture, gconstpointer data)
{
  SuiviCheckItem *must = NULL;
  SuiviCheckItem *should = NULL;

  answer_all (fixture, SUIVI_CHECK_YES);
  must = add_own (fixture, "e", TRUE);
  should = add_own (fixture, "e", FALSE);

  /* In planning, both are asked. */
  assert_standing (fixture, 1, 0, 8);
  assert_said (fixture, 4, "1 must item is unanswered");
  must->retired = 1;
  assert_standing (fixture, 0, 0, 9);
  assert_said (fixture, 4, "1 item could be better");
  must->retired = 0;

  /* Later, only what was answered. */
  fixture->consultation->status = SUIVI_CONSULTATION_READY;
  assert_standing (fixture, 0, 0, 9);
  assert_said (fixture, 4, "Complete");
  answer_item (fixture, must->id, SUIVI_CHECK_NO, "");
  assert_standing (fixture, 1, 0, 8);

  /* Taking the answer back, or the item out, does not help. */
  answer_item (fixture, must->id, SUIVI_CHECK_UNANSWERED, "");
  assert_standing (fixture, 1, 0, 8);
  answer_item (fixture, must->id, SUIVI_CHECK_NO, "");
  must->retired = 1;
  assert_standing (fixture, 1, 0, 8);
  let_pass (fixture, must->id, "no boat was used");
  assert_standing (fixture, 0, 0, 8);
  answer_item (fixture, must->id, SUIVI_CHECK_YES, "");
  answer_item (fixture, should->id, SUIVI_CHECK_YES, "");

  {
    g_autoptr (SuiviStanding) standing = stand (fixture);
    const SuiviStandingItem *first = &g_array_index (standing->items, SuiviStandingItem, 24 + 6);

    /* 24 items of a to d, 6 of e, then the two own ones, then f1 */
    g_assert_cmpuint (standing->items->len, ==, 57);
    g_assert_cmpuint (standing->rows[4].n_items, ==, 8);
    g_assert_cmpuint (standing->rows[4].n_answered, ==, 8);
    g_assert_true (first[0].own);
    g_assert_cmpstr (first[0].text, ==, "The boat has life jackets for every child");
    g_assert_true (first[1].own);
    g_assert_false (first[1].must);
    g_assert_cmpstr (first[2].id, ==, "f1");
  }
}

/* An item of one's own whose letter nobody knows counts as a matter of safety. */
static void
test_unknown_letter (Fixture *fixture, gconstpointer data)
{
  answer_all (fixture, SUIVI_CHECK_YES);
  add_own (fixture, "z", TRUE);
  assert_standing (fixture, 1, 0, 8);
  assert_said (fixture, 7, "1 must item is unanswered");
}

static void
test_unknown_edition (Fixture *fixture, gconstpointer data)
{
  fixture->consultation->checklist_edition = 99;
  assert_standing (fixture, 0, 0, 0);
  assert_said (fixture, 0, "This checklist is not known here");
}

static void
test_say (Fixture *fixture, gconstpointer data)
{
  assert_said (fixture, 7, "8 must items are unanswered");
  answer_all (fixture, SUIVI_CHECK_YES);
  answer_item (fixture, "i4", SUIVI_CHECK_NO, "");
  assert_said (fixture, 8, "1 item could be better");
  answer_item (fixture, "i6", SUIVI_CHECK_UNANSWERED, "");
  assert_said (fixture, 8, "2 items could be better");
  answer_item (fixture, "i1", SUIVI_CHECK_UNANSWERED, "");
  assert_said (fixture, 8, "1 must item is left for afterwards");
  answer_item (fixture, "i2", SUIVI_CHECK_UNANSWERED, "");
  assert_said (fixture, 8, "2 must items are left for afterwards");
  answer_item (fixture, "i5", SUIVI_CHECK_NOT_APPLICABLE, "");
  assert_said (fixture, 8, "1 must item does not apply, but it is not said why");
  answer_item (fixture, "i1", SUIVI_CHECK_NO, "");
  assert_said (fixture, 8, "1 must item is answered no");
  answer_item (fixture, "i2", SUIVI_CHECK_NO, "");
  assert_said (fixture, 8, "2 must items are answered no");
  answer_item (fixture, "i3", SUIVI_CHECK_UNANSWERED, "");
  assert_said (fixture, 8, "1 must item is unanswered");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/checklist/requirements", test_requirements);
  g_test_add_func ("/checklist/items", test_items);
  g_test_add_func ("/checklist/unknown", test_unknown);
  g_test_add_func ("/checklist/facts", test_facts);
#define ADD(path, test) g_test_add (path, Fixture, NULL, set_up, test, tear_down)
  ADD ("/standing/nothing-answered", test_nothing_answered);
  ADD ("/standing/answers", test_answers);
  ADD ("/standing/other-answers", test_other_answers);
  ADD ("/standing/overrides", test_overrides);
  ADD ("/standing/own-items", test_own_items);
  ADD ("/standing/unknown-letter", test_unknown_letter);
  ADD ("/standing/unknown-edition", test_unknown_edition);
  ADD ("/standing/say", test_say);
#undef ADD

  return g_test_run ();
}
