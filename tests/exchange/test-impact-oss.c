/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "read-table.h"

#define EXPORT_HEADER                                                                                      \
  "id,draft,framework_id,reference,title,description,response,support_level,human_rights_issues,affected_" \
  "persons,"                                                                                               \
  "sdgs,human_rights_body,connected_measures\n"

static void
assert_note (SuiviImportPlan *plan, const char *word)
{
  const char *const *notes = suivi_import_plan_get_notes (plan);

  for (gsize i = 0; notes != NULL && notes[i] != NULL; i++)
    {
      if (strstr (notes[i], word) != NULL)
        return;
    }
  g_error ("no note says “%s”", word);
}

static void
test_export (void)
{
  g_autoptr (SuiviImportPlan) plan = read_csv (
    EXPORT_HEADER
    "1,false,1,140.12,Adopt a law (Togo),,We agree,2,\"- Right to health [A1]\n- Right to food "
    "[A2]\",Children [P1],"
    "\"- 3 [SDG3]\n- 16.2 [SDG16]\",Universal Periodic Review [UPR],- Clinic [M1] [draft]\n"
    "2,true,1,HR-007,Train judges [draft],Train all judges in the rights of the child (Peru),,1,,,,UPR,\n"
    "3,false,1,A/HRC/28/15 - 115.3,Build schools (Fiji),Build schools (Fiji),,0,,,,,\n"
    "4,false,2,16.2,Reduce violence,,,,,,,,\n"
    "5,false,1,44(b),Raise the age of marriage,,,,,,,CRC,\n"
    "6,false,1,115.4,Feed them (Togo),,,,,,,,\n"
    "7,false,1,,Heal them (Togo),,,3,,,,,\n",
    NULL);
  g_autoptr (SuiviPlanRow) first = find_plan_row (plan, 2);
  g_autoptr (SuiviPlanRow) second = find_plan_row (plan, 3);
  g_autoptr (SuiviPlanRow) third = find_plan_row (plan, 4);
  SuiviRecommendation *recommendation = suivi_plan_row_get_recommendation (first);

  g_assert_cmpstr (suivi_import_plan_get_format (plan), ==, "impact-oss");
  g_assert_true (suivi_import_plan_needs_review (plan));
  g_assert_cmpuint (suivi_import_plan_get_n_rows (plan), ==, 7);
  g_assert_cmpuint (count_plan_rows (plan), ==, 5);

  assert_row (plan, 2, "-/0 140.12 supported TGO: Adopt a law");
  g_assert_cmpstr (recommendation->themes[0], ==, "Right to health");
  g_assert_cmpstr (recommendation->themes[1], ==, "Right to food");
  g_assert_cmpuint (g_strv_length (recommendation->themes), ==, 2);
  g_assert_cmpstr (recommendation->groups[0], ==, "Children");
  g_assert_cmpstr (recommendation->sdgs[0], ==, "3");
  g_assert_cmpstr (recommendation->sdgs[1], ==, "16.2");
  g_assert_true (recommendation->child_focused);
  g_assert_null (recommendation->source_key);

  /* A reference that is no number is the key. */
  assert_row (plan, 3, "-/0  part PER: Train all judges in the rights of the child");
  g_assert_cmpstr (suivi_plan_row_get_recommendation (second)->source_key, ==, "impact-oss:hr-007");
  assert_row (plan, 4, "-/0 115.3 noted FJI: Build schools");
  g_assert_cmpstr (suivi_plan_row_get_recommendation (third)->symbol, ==, "A/HRC/28/15");
  assert_row (plan, 7, "-/0 115.4 pending TGO: Feed them");
  assert_faults (plan, "8 unknown-position support_level=3\n8 no-number reference=\n");

  assert_note (plan, "1 row belongs to another framework");
  assert_note (plan, "1 row is of another human rights mechanism");
  assert_note (plan, "1 recommendation is still a draft");
}

static void
test_template (void)
{
  g_autoptr (SuiviImportPlan) plan = read_csv (
    "Framework: 1 - HR; 2 - SDGs; 3 - NDP [database:framework_id],Reference [database:reference],Title "
    "[database:title],"
    "Description (optional) [database:description],Response comment [database:response],"
    "\"Government response (UPR only; supported: 2; supported in part: 1; noted: 0; not applicable: leave "
    "blank) "
    "[database:support_level]\",category-short-title [rel:category-short-title],action-id [rel:action-id],\n"
    "required,required and unique,required,optional,optional,optional,optional,optional,Delete this row "
    "before you import\n"
    "1,140.12,Adopt a law (Togo),,,2,\"Right to health; Right to food\",12,\n",
    NULL);
  g_autoptr (SuiviPlanRow) row = find_plan_row (plan, 3);

  g_assert_cmpstr (suivi_import_plan_get_format (plan), ==, "impact-oss");
  assert_faults (plan, "");
  g_assert_cmpuint (count_plan_rows (plan), ==, 1);
  assert_row (plan, 3, "-/0 140.12 supported TGO: Adopt a law");
  g_assert_cmpuint (g_strv_length (suivi_plan_row_get_recommendation (row)->themes), ==, 2);
  assert_note (plan, "hints");
}

/* A template from which the hints were deleted. */
static void
test_template_without_hints (void)
{
  g_autoptr (SuiviImportPlan) plan
    = read_csv ("Framework [database:framework_id];Reference [database:reference];Title [database:title]\n"
                "1;140.12;Adopt a law (Togo)\n",
                NULL);

  assert_row (plan, 2, "-/0 140.12 pending TGO: Adopt a law");
}

static void
test_other_entities (void)
{
  assert_refused (
    "id,reference,title,description,outcome,indicator_summary,target_date\n1,A1,Clinics,,,,2026-01-01\n",
    NULL, SUIVI_IMPORT_ERROR_NO_TABLE, "actions or indicators");
  assert_refused (
    "Reference [database:reference],Title [database:title],Repeat [database:repeat]\nI1,Beds,\n", NULL,
    SUIVI_IMPORT_ERROR_NO_TABLE, "actions or indicators");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/impact-oss/export", test_export);
  g_test_add_func ("/impact-oss/template", test_template);
  g_test_add_func ("/impact-oss/template-without-hints", test_template_without_hints);
  g_test_add_func ("/impact-oss/other-entities", test_other_entities);

  return g_test_run ();
}
