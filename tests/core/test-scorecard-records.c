/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <string.h>

#include "core/scorecard/assessment.h"
#include "core/scorecard/cluster-member.h"
#include "core/scorecard/cluster-rule.h"
#include "core/scorecard/cluster.h"
#include "core/scorecard/contribution.h"
#include "core/scorecard/edition-row.h"
#include "core/scorecard/edition.h"
#include "core/scorecard/evidence-use.h"
#include "core/scorecard/evidence.h"
#include "core/scorecard/grade-draft.h"
#include "core/scorecard/grade-label.h"
#include "core/scorecard/plain-wording.h"
#include "core/scorecard/responsibility.h"
#include "core/text/text.h"

/* Changes one field of a record, each time anew. */
static void
change_field (const SuiviField *field, gpointer record)
{
  gpointer place = (char *) record + field->offset;
  g_autofree char *before = NULL;

  switch (field->kind)
    {
    case SUIVI_FIELD_TEXT:
      before = *(char **) place;
      *(char **) place = g_strconcat ("changed ", before, NULL);
      break;
    case SUIVI_FIELD_LIST:
      before = g_strjoinv (",", *(char ***) place);
      g_strfreev (*(char ***) place);
      *(char ***) place = g_strsplit (*before != '\0' ? "one,two" : "one,two,three", ",", -1);
      break;
    case SUIVI_FIELD_UINT:
      *(guint *) place += 1;
      break;
    case SUIVI_FIELD_ENUM:
      *(int *) place += 1;
      break;
    default:
      g_assert_not_reached ();
    }
}

/* The fields fill the structure in its order, without a gap that is larger than padding: none was forgotten. */
static void
check_complete (const SuiviRecordType *type)
{
  gsize end = 0;

  for (guint i = 0; i < type->n_fields; i++)
    {
      const SuiviField *field = &type->fields[i];

      g_assert_cmpuint (field->offset, >=, end);
      g_assert_cmpuint (field->offset - end, <,
                        field->kind <= SUIVI_FIELD_LIST ? sizeof (void *) : sizeof (int));
      end = field->offset + (field->kind <= SUIVI_FIELD_LIST ? sizeof (void *) : sizeof (int));
    }
  g_assert_cmpuint (type->size - end, <, sizeof (void *));
}

static void
check_record (const SuiviRecordType *type)
{
  gpointer record = suivi_record_new (type);

  check_complete (type);
  /* Nothing is as in a new record: what a copy forgets shows. */
  for (guint i = 0; i < type->n_fields; i++)
    change_field (&type->fields[i], record);
  for (guint i = 0; i < type->n_fields; i++)
    {
      gpointer copy = suivi_record_copy (type, record);

      g_assert_true (suivi_record_equal (type, record, copy));
      change_field (&type->fields[i], copy);
      g_assert_false (suivi_record_equal (type, record, copy));
      type->record_free (copy);
    }
  type->record_free (record);
}

static void
test_fields (void)
{
  check_record (&suivi_assessment_record);
  check_record (&suivi_contribution_record);
  check_record (&suivi_grade_draft_record);
  check_record (&suivi_grade_label_record);
  check_record (&suivi_plain_wording_record);
  check_record (&suivi_responsibility_record);
  check_record (&suivi_cluster_member_record);
  check_record (&suivi_cluster_record);
  check_record (&suivi_cluster_rule_record);
  check_record (&suivi_edition_record);
  check_record (&suivi_edition_row_record);
  check_record (&suivi_evidence_record);
  check_record (&suivi_evidence_use_record);
}

/* An edition looks up to a day that has come. */
static void
test_cut_off (void)
{
  g_assert_null (suivi_edition_refuse_cut_off ("2026-11-22", "2026-11-22"));
  g_assert_null (suivi_edition_refuse_cut_off ("2025-12-31", "2026-11-22"));
  g_assert_nonnull (strstr (suivi_edition_refuse_cut_off ("2026-11-23", "2026-11-22"), "in the future"));
  g_assert_nonnull (strstr (suivi_edition_refuse_cut_off ("2027-01-01", "2026-11-22"), "in the future"));
  g_assert_nonnull (strstr (suivi_edition_refuse_cut_off ("2026-02-30", "2026-11-22"), "is not a date"));
  g_assert_nonnull (strstr (suivi_edition_refuse_cut_off ("", "2026-11-22"), "is not a date"));
}

static void
test_new (void)
{
  g_autoptr (SuiviEdition) edition = suivi_edition_new ("Mid-term 2027", "2027-06-30");
  g_autoptr (SuiviEditionRow) row = suivi_edition_row_new (edition->id, "r");
  g_autoptr (SuiviEvidence) evidence = suivi_evidence_new ("School census", SUIVI_EVIDENCE_STATISTICS);
  g_autoptr (SuiviEvidenceUse) use = suivi_evidence_use_new (evidence->id, "a");
  g_autoptr (SuiviClusterMember) member = suivi_cluster_member_new ("c", "r");
  SuiviCountingRule rule = { 0 };

  g_assert_true (g_uuid_string_is_valid (edition->id));
  g_assert_cmpstr (edition->title, ==, "Mid-term 2027");
  g_assert_cmpstr (edition->cut_off, ==, "2027-06-30");
  g_assert_null (edition->review_id);
  g_assert_null (edition->previous_id);
  g_assert_false (suivi_edition_is_frozen (edition));
  g_free (edition->frozen_at);
  edition->frozen_at = g_strdup ("2027-07-01T08:00:00Z");
  g_assert_true (suivi_edition_is_frozen (edition));
  edition->part_rule = SUIVI_PART_RULE_NOTED;
  rule = suivi_edition_get_counting_rule (edition);
  g_assert_cmpint (rule.unit, ==, SUIVI_COUNTING_UNIT_RECOMMENDATION);
  g_assert_cmpint (rule.part, ==, SUIVI_PART_RULE_NOTED);

  g_assert_cmpstr (row->edition_id, ==, edition->id);
  g_assert_cmpstr (row->recommendation_id, ==, "r");
  g_assert_cmpint (row->light, ==, SUIVI_LIGHT_GREY);
  g_assert_cmpuint (row->has_previous, ==, 0);
  g_assert_cmpstr (use->evidence_id, ==, evidence->id);
  g_assert_cmpstr (use->assessment_id, ==, "a");
  g_assert_cmpstr (member->cluster_id, ==, "c");
  g_assert_cmpstr (member->recommendation_id, ==, "r");
}

static void
test_evidence (void)
{
  g_autoptr (SuiviEvidence) evidence = suivi_evidence_new ("School census", SUIVI_EVIDENCE_STATISTICS);
  g_autofree char *short_reference = suivi_evidence_to_reference (evidence);
  g_autofree char *reference = NULL;

  g_assert_cmpstr (short_reference, ==, "School census");
  g_free (evidence->publisher);
  evidence->publisher = g_strdup ("Ministry of\nEducation ");
  g_free (evidence->date);
  evidence->date = g_strdup ("2026-03");
  g_free (evidence->page);
  evidence->page = g_strdup ("p. 4");
  g_free (evidence->quotation);
  evidence->quotation = g_strdup ("not in the reference");
  reference = suivi_evidence_to_reference (evidence);
  g_assert_cmpstr (reference, ==, "Ministry of Education, School census, 2026-03, p. 4");

  /* Only what children said passes the gate; one of the two marks is enough. */
  g_assert_false (suivi_evidence_is_from_children (evidence));
  evidence->statement_id = g_strdup ("s");
  g_assert_true (suivi_evidence_is_from_children (evidence));
  g_clear_pointer (&evidence->statement_id, g_free);
  evidence->kind = SUIVI_EVIDENCE_CONSULTATION;
  g_assert_true (suivi_evidence_is_from_children (evidence));
}

/* What files keep: these words never change. */
static void
test_nicks (void)
{
  static const char *const units[] = { "recommendation", "recommendation-state", NULL };
  static const char *const parts[] = { "own", "noted", NULL };
  static const char *const scales[] = { "traffic-light", "iri", "extent", NULL };
  static const char *const kinds[]
    = { "law", "policy", "budget", "statistics", "report", "media", "first-hand", "consultation", NULL };
  static const char *const reliabilities[] = { "unknown", "low", "medium", "high", NULL };
  static const char *const rules[] = { "theme", "ohchr-cluster", "position", "sdg", "issue", "group", NULL };
  const struct
  {
    GType type;
    const char *const *nicks;
  } types[] = {
    { SUIVI_TYPE_COUNTING_UNIT, units },
    { SUIVI_TYPE_PART_RULE, parts },
    { SUIVI_TYPE_SCALE, scales },
    { SUIVI_TYPE_EVIDENCE_KIND, kinds },
    { SUIVI_TYPE_RELIABILITY, reliabilities },
    { SUIVI_TYPE_CLUSTER_RULE_KIND, rules },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (types); i++)
    {
      for (guint j = 0; types[i].nicks[j] != NULL; j++)
        g_assert_cmpstr (suivi_enum_to_nick (types[i].type, j), ==, types[i].nicks[j]);
    }
  for (guint i = 0; i < SUIVI_N_EVIDENCE_KINDS; i++)
    g_assert_cmpstr (suivi_evidence_kind_to_label (i), !=, "");
  for (guint i = 0; i < SUIVI_N_RELIABILITIES; i++)
    g_assert_cmpstr (suivi_reliability_to_label (i), !=, "");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/core/scorecard-records/fields", test_fields);
  g_test_add_func ("/core/scorecard-records/cut-off", test_cut_off);
  g_test_add_func ("/core/scorecard-records/new", test_new);
  g_test_add_func ("/core/scorecard-records/evidence", test_evidence);
  g_test_add_func ("/core/scorecard-records/nicks", test_nicks);

  return g_test_run ();
}
