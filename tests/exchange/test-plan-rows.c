/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Rows that are made when somebody asks for one. */

#include "config.h"

#include <malloc.h>

#include "core/text/text.h"
#include "exchange/plan-row-pack.h"
#include "plan-fixture.h"

static void
count_changes_cb (GListModel *model, guint position, guint removed, guint added, gpointer user_data)
{
  GString *log = user_data;

  g_string_append_printf (log, "(%u,%u,%u)", position, removed, added);
  g_assert_cmpuint (g_list_model_get_n_items (model), ==, added);
}

/* The same object for everybody; a decision stays when nobody holds the object. */
static void
test_objects (Fixture *fixture, gconstpointer data)
{
  g_autoptr (SuiviImportPlan) plan = make_plan ();
  GListModel *rows = suivi_import_plan_get_rows (plan, SUIVI_PLAN_NEW);
  g_autoptr (SuiviPlanRow) first = NULL;
  g_autoptr (SuiviPlanRow) again = NULL;
  g_autoptr (SuiviPlanRow) second = NULL;
  gpointer gone = NULL;

  add_row (plan, 2, "140.1", "Ratify it");
  add_row (plan, 3, "140.2", "Adopt it");
  compare (plan, fixture->store);
  g_assert_cmpuint (g_list_model_get_n_items (rows), ==, 2);
  g_assert_true (g_list_model_get_item_type (rows) == SUIVI_TYPE_PLAN_ROW);
  g_assert_null (g_list_model_get_item (rows, 2));

  first = g_list_model_get_item (rows, 0);
  again = g_list_model_get_item (rows, 0);
  second = g_list_model_get_item (rows, 1);
  g_assert_true (first == again);
  g_assert_true (first != second);
  g_assert_cmpstr (suivi_plan_row_get_recommendation (second)->text, ==, "Adopt it");
  g_assert_cmpstr (suivi_plan_row_get_recommendation (second)->themes[1], ==, "Death penalty");

  g_object_set (second, "included", FALSE, "split", TRUE, NULL);
  suivi_plan_row_set_decision (second, SUIVI_DECISION_SAME);
  gone = second;
  g_object_add_weak_pointer (G_OBJECT (second), &gone);
  g_clear_object (&second);
  g_assert_null (gone);
  second = g_list_model_get_item (rows, 1);
  g_assert_false (suivi_plan_row_get_included (second));
  g_assert_true (suivi_plan_row_get_split (second));
  g_assert_cmpint (suivi_plan_row_get_decision (second), ==, SUIVI_DECISION_SAME);
  assert_counts (plan, "2/0/0/0/0→1");
  g_assert_cmpuint (suivi_import_plan_count_included (plan, SUIVI_PLAN_NEW), ==, 1);

  /* All at once: those that somebody holds hear of it. */
  suivi_import_plan_include_all (plan, SUIVI_PLAN_NEW, FALSE);
  g_assert_false (suivi_plan_row_get_included (first));
  assert_counts (plan, "2/0/0/0/0→0");
  suivi_import_plan_include_all (plan, SUIVI_PLAN_NEW, TRUE);
  g_assert_true (suivi_plan_row_get_included (second));
  assert_counts (plan, "2/0/0/0/0→2");

  /* And the object follows the plan to another status. */
  apply (plan, fixture->store);
  compare (plan, fixture->store);
  g_clear_object (&again);
  again = g_list_model_get_item (suivi_import_plan_get_rows (plan, SUIVI_PLAN_SAME), 0);
  g_assert_true (first == again);
  g_assert_cmpint (suivi_plan_row_get_status (first), ==, SUIVI_PLAN_SAME);
}

/* Old rows go before new ones come. */
static void
test_announcements (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GString) fresh = g_string_new (NULL);
  g_autoptr (GString) same = g_string_new (NULL);
  g_autoptr (SuiviImportPlan) plan = make_plan ();

  add_row (plan, 2, "140.1", "Ratify it");
  add_row (plan, 3, "140.2", "Adopt it");
  g_signal_connect (suivi_import_plan_get_rows (plan, SUIVI_PLAN_NEW), "items-changed",
                    G_CALLBACK (count_changes_cb), fresh);
  g_signal_connect (suivi_import_plan_get_rows (plan, SUIVI_PLAN_SAME), "items-changed",
                    G_CALLBACK (count_changes_cb), same);
  compare (plan, fixture->store);
  g_assert_cmpstr (fresh->str, ==, "(0,2,0)(0,0,2)");
  g_assert_cmpstr (same->str, ==, "");
  apply (plan, fixture->store);
  compare (plan, fixture->store);
  g_assert_cmpstr (fresh->str, ==, "(0,2,0)(0,0,2)(0,2,0)");
  g_assert_cmpstr (same->str, ==, "(0,0,2)");
}

/* Who holds a model or a row longer than the plan comes to no harm. */
static void
test_longer_than_plan (Fixture *fixture, gconstpointer data)
{
  SuiviImportPlan *plan = make_plan ();
  g_autoptr (GListModel) rows = g_object_ref (suivi_import_plan_get_rows (plan, SUIVI_PLAN_NEW));
  g_autoptr (SuiviPlanRow) row = NULL;

  add_row (plan, 2, "140.1", "Ratify it");
  row = g_list_model_get_item (rows, 0);
  g_assert_finalize_object (plan);
  g_assert_cmpuint (g_list_model_get_n_items (rows), ==, 0);
  suivi_plan_row_set_included (row, FALSE);
  g_assert_cmpstr (suivi_plan_row_get_recommendation (row)->number, ==, "140.1");
}

static SuiviRecommendation *
make_full_recommendation (void)
{
  static const char *const list[] = { "one", "",
                                      "thr\xC3\xA9"
                                      "e",
                                      NULL };
  SuiviRecommendation *self = suivi_recommendation_new ();

  g_free (self->mechanism);
  self->mechanism = g_strdup ("CRC");
  g_strfreev (self->concerned);
  self->concerned = g_strdupv ((char **) list);
  self->symbol = g_strdup ("CRC/C/SVN/CO/5");
  self->number = g_strdup ("12");
  self->date = g_strdup ("2025-03-24");
  self->source_key = g_strdup ("0b1c");
  self->text = g_strnfill (300, 'x');
  self->original = g_strdup ("");
  self->position = SUIVI_POSITION_NONE;
  self->position_source = g_strdup ("there");
  suivi_recommendation_set_lists (self, list, list, list, list);
  self->category = 5;
  g_strfreev (self->issues);
  self->issues = g_strdupv ((char **) list);
  self->child_focused_decided = TRUE;

  return self;
}

static void
assert_same_recommendation (SuiviRecommendation *a, SuiviRecommendation *b)
{
  g_assert_cmpstr (a->mechanism, ==, b->mechanism);
  g_assert_true (suivi_strv_equal ((const char *const *) a->concerned, (const char *const *) b->concerned));
  g_assert_cmpstr (a->symbol, ==, b->symbol);
  g_assert_cmpstr (a->number, ==, b->number);
  g_assert_cmpstr (a->date, ==, b->date);
  g_assert_cmpstr (a->source_key, ==, b->source_key);
  g_assert_cmpstr (a->text, ==, b->text);
  g_assert_cmpstr (a->original, ==, b->original);
  g_assert_cmpstr (a->position_word, ==, b->position_word);
  g_assert_cmpstr (a->position_source, ==, b->position_source);
  g_assert_cmpint (a->position, ==, b->position);
  g_assert_cmpint (a->child_focused, ==, b->child_focused);
  g_assert_cmpint (a->child_focused_decided, ==, b->child_focused_decided);
  for (SuiviPlanField field = 0; field <= SUIVI_PLAN_FIELD_ISSUES; field++)
    {
      g_autofree char *value_a = suivi_plan_field_value (field, a, NULL);
      g_autofree char *value_b = suivi_plan_field_value (field, b, NULL);

      g_assert_cmpstr (value_a, ==, value_b);
    }
}

/* All that a row has comes back from its record. */
static void
test_records (void)
{
  g_autoptr (GByteArray) record = g_byte_array_new ();
  g_autoptr (SuiviRecommendation) recommendation = make_full_recommendation ();
  g_autoptr (SuiviPlanRow) row = suivi_plan_row_new (recommendation, 70000);
  g_autoptr (SuiviPlanRow) back = NULL;
  SuiviAssessment *assessment = suivi_assessment_new ();
  SuiviImportFault *fault = NULL;
  SuiviImportPart *part = NULL;

  suivi_plan_row_set_review (row, "SVN", 0);
  suivi_plan_row_set_fields (row, SUIVI_PLAN_FIELD_BIT (SUIVI_PLAN_FIELD_NAME) | 3);
  suivi_plan_row_set_base (row, SUIVI_PLAN_FIELD_TEXT, 0xFFFFFFFF);
  suivi_plan_row_set_base (row, SUIVI_PLAN_FIELD_NAME, 0);
  suivi_plan_row_set_key (row, "the key");
  suivi_assessment_set_levels (assessment, SUIVI_LEVEL_DONE, SUIVI_LEVEL_SOME, SUIVI_LEVEL_UNASSESSED);
  suivi_assessment_override_light (assessment, SUIVI_LIGHT_RED);
  assessment->reason = g_strdup ("Because");
  suivi_plan_row_take_assessment (row, assessment);
  suivi_plan_row_add_part (row, "Ratify it", (const char *const[]){ "FRA", "PER", NULL });
  suivi_plan_row_add_part (row, "Adopt it", NULL);
  suivi_plan_row_add_fault_at (row, 71000, SUIVI_FAULT_BAD_VALUE, NULL, "9", "From 1 to 5.");

  suivi_plan_row_pack (row, record);
  back = suivi_plan_row_unpack (record->data, record->len);
  assert_same_recommendation (back->recommendation, recommendation);
  g_assert_cmpuint (suivi_plan_row_get_row (back), ==, 70000);
  g_assert_cmpstr (suivi_plan_row_get_state (back), ==, "SVN");
  g_assert_cmpuint (suivi_plan_row_get_session (back), ==, 0);
  g_assert_cmpuint (suivi_plan_row_get_fields (back), ==, row->fields);
  g_assert_cmpuint (back->based, ==, row->based);
  g_assert_cmpuint (back->base[SUIVI_PLAN_FIELD_TEXT], ==, 0xFFFFFFFF);
  g_assert_cmpuint (back->base[SUIVI_PLAN_FIELD_NAME], ==, 0);
  g_assert_cmpstr (suivi_plan_row_get_key (back), ==, "the key");
  g_assert_cmpint (suivi_plan_row_get_assessment (back)->law, ==, SUIVI_LEVEL_DONE);
  g_assert_cmpint (suivi_plan_row_get_assessment (back)->light, ==, SUIVI_LIGHT_RED);
  g_assert_true (suivi_plan_row_get_assessment (back)->light_overridden);
  g_assert_cmpstr (suivi_plan_row_get_assessment (back)->reason, ==, "Because");
  g_assert_null (suivi_plan_row_get_assessment (back)->source);
  g_assert_cmpuint (suivi_plan_row_get_parts (back)->len, ==, 2);
  part = g_ptr_array_index (suivi_plan_row_get_parts (back), 0);
  g_assert_cmpstr (part->text, ==, "Ratify it");
  g_assert_cmpstr (part->states[1], ==, "PER");
  g_assert_cmpuint (suivi_plan_row_get_faults (back)->len, ==, 1);
  fault = g_ptr_array_index (suivi_plan_row_get_faults (back), 0);
  g_assert_cmpuint (fault->row, ==, 71000);
  g_assert_cmpint (fault->kind, ==, SUIVI_FAULT_BAD_VALUE);
  g_assert_null (fault->column);
  g_assert_cmpstr (fault->value, ==, "9");
  g_assert_cmpstr (fault->reason, ==, "From 1 to 5.");
}

static gsize
memory_in_use (void)
{
  struct mallinfo2 info = mallinfo2 ();

  return info.uordblks + info.hblkhd;
}

/* 250,000 rows: what they say lies in a file, and each leaves little in memory. */
static void
test_memory (void)
{
  g_autofree char *text = g_strnfill (160, 'x');
  gsize before = 0;
  g_autoptr (SuiviImportPlan) plan = NULL;
  g_autoptr (SuiviPlanRow) row = NULL;

  before = memory_in_use ();
  plan = make_plan ();
  for (guint i = 0; i < 250000; i++)
    {
      g_autofree char *number = g_strdup_printf ("140.%u", i);

      add_row (plan, i + 2, number, text);
    }
  g_assert_cmpuint (suivi_import_plan_get_n_taken (plan), ==, 250000);
  g_test_message ("%" G_GSIZE_FORMAT " bytes", memory_in_use () - before);
  g_assert_cmpuint (memory_in_use (), <, before + 15 * 1000 * 1000);

  /* Looking at many does not keep them. */
  for (guint i = 0; i < 10000; i++)
    {
      g_autoptr (SuiviPlanRow) looked_at
                 = g_list_model_get_item (suivi_import_plan_get_rows (plan, SUIVI_PLAN_NEW), i);

      g_assert_cmpuint (suivi_plan_row_get_row (looked_at), ==, i + 2);
    }
  g_assert_cmpuint (memory_in_use (), <, before + 15 * 1000 * 1000);
  row = g_list_model_get_item (suivi_import_plan_get_rows (plan, SUIVI_PLAN_NEW), 249999);
  g_assert_cmpstr (suivi_plan_row_get_recommendation (row)->number, ==, "140.249999");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  PLAN_TEST ("plan-rows/objects", test_objects);
  PLAN_TEST ("plan-rows/announcements", test_announcements);
  PLAN_TEST ("plan-rows/longer-than-plan", test_longer_than_plan);
  g_test_add_func ("/exchange/plan-rows/records", test_records);
  g_test_add_func ("/exchange/plan-rows/memory", test_memory);

  return g_test_run ();
}
