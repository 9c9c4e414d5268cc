/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "coalition-fixture.h"

#define CHECK(call)                     \
  G_STMT_START                          \
  {                                     \
    g_autoptr (GError) do_error = NULL; \
    GError **error = &do_error;         \
    gboolean done = (call);             \
    g_assert_no_error (do_error);       \
    g_assert_true (done);               \
  }                                     \
  G_STMT_END

static const char *const asks[] = {
  "Give every school a ramp and a room where children can rest",
  "Put an end to fees for school meals in all regions",
  "Train police officers in how to talk with children who report violence",
  "Set up a telephone line that children can call at any hour, in all languages that are spoken in the "
  "country",
  "Raise the age at which a child can be held to account before a court",
  "Ask children before playgrounds and parks near their homes are closed, and tell them what became of their "
  "words",
};

static const char *const themes[]
  = { "Right to education", "Violence against children", "Child participation" };

static void
put_recommendation (CoalitionFixture *self, SuiviTransaction *step, guint index)
{
  static const SuiviPosition positions[]
    = { SUIVI_POSITION_SUPPORTED, SUIVI_POSITION_SUPPORTED, SUIVI_POSITION_NOTED, SUIVI_POSITION_PART };
  static const char *const makers[][4]
    = { { "TGO", NULL }, { "NPL", "BOL", NULL }, { "ZMB", "KEN", "PER", NULL } };
  g_autoptr (SuiviRecommendation) recommendation = suivi_recommendation_new ();
  const char *const theme[] = { themes[index % 3], NULL };

  recommendation->review_id = g_strdup (self->review->id);
  recommendation->number = g_strdup_printf ("140.%u", index + 1);
  recommendation->text = g_strdup_printf ("%s (%u)", asks[index % G_N_ELEMENTS (asks)], index + 1);
  recommendation->position = positions[index % G_N_ELEMENTS (positions)];
  suivi_recommendation_set_lists (recommendation, makers[index % 3], theme, NULL, NULL);
  CHECK (suivi_transaction_put_recommendation (step, recommendation, error));
  g_ptr_array_add (self->ids, g_strdup (recommendation->id));
}

static char *
assess (CoalitionFixture *self,
        SuiviTransaction *step,
        guint index,
        const char *organisation,
        SuiviLevel law,
        SuiviLevel practice,
        const char *date)
{
  g_autoptr (SuiviAssessment) assessment = suivi_assessment_new ();

  assessment->recommendation_id = g_strdup (g_ptr_array_index (self->ids, index));
  g_free (assessment->organisation);
  assessment->organisation = g_strdup (organisation);
  suivi_assessment_set_levels (assessment, law, SUIVI_LEVEL_UNASSESSED, practice);
  if (index == 7)
    suivi_assessment_override_light (assessment, SUIVI_LIGHT_WORSE);
  g_free (assessment->date);
  assessment->date = g_strdup (date);
  assessment->reason = g_strdup ("The budget of the year names it, and two regions of five have begun.");
  assessment->source = g_strdup ("Annual report, page 12");
  assessment->name = g_strdup ("Ana Lind");
  CHECK (suivi_transaction_put_assessment (step, assessment, error));

  return g_strdup (assessment->id);
}

static void
agree (CoalitionFixture *self, SuiviTransaction *step, guint index)
{
  g_autoptr (SuiviAssessment) assessment = suivi_assessment_new ();
  const char *const by[] = { "Blue Roof", "Institute of Alvera", NULL };

  assessment->recommendation_id = g_strdup (g_ptr_array_index (self->ids, index));
  assessment->agreed = 1;
  g_strfreev (assessment->agreed_by);
  assessment->agreed_by = g_strdupv ((char **) by);
  suivi_assessment_set_levels (assessment, SUIVI_LEVEL_DONE, SUIVI_LEVEL_SOME, SUIVI_LEVEL_SOME);
  g_free (assessment->date);
  assessment->date = g_strdup ("2026-05-02");
  assessment->reason = g_strdup ("We read the law together.");
  assessment->source = g_strdup ("Minutes of 2 May");
  assessment->name = g_strdup ("Ana Lind");
  if (index == 3)
    {
      g_free (assessment->dissent);
      assessment->dissent = g_strdup ("Blue Roof: nothing has changed.");
    }
  CHECK (suivi_transaction_put_assessment (step, assessment, error));
}

static char *
put_evidence (SuiviTransaction *step, const char *title, SuiviEvidenceKind kind, const char *url)
{
  g_autoptr (SuiviEvidence) evidence = suivi_evidence_new (title, kind);

  g_free (evidence->date);
  evidence->date = g_strdup ("2026-02");
  g_free (evidence->publisher);
  evidence->publisher = g_strdup ("Office of Numbers");
  g_free (evidence->url);
  evidence->url = g_strdup (url);
  g_free (evidence->page);
  evidence->page = g_strdup ("12–14");
  g_free (evidence->quotation);
  evidence->quotation = g_strdup ("Two regions of five have begun to build ramps.");
  evidence->reliability = SUIVI_RELIABILITY_HIGH;
  CHECK (suivi_transaction_put_evidence (step, evidence, error));

  return g_strdup (evidence->id);
}

static void
cluster (CoalitionFixture *self, SuiviTransaction *step)
{
  g_autoptr (SuiviCluster) first = suivi_cluster_new ("Schools & meals", 0);
  g_autoptr (SuiviCluster) second = suivi_cluster_new ("Protection from violence", 1);
  g_autoptr (GPtrArray) schools = g_ptr_array_new ();
  g_autoptr (GPtrArray) protection = g_ptr_array_new ();

  CHECK (suivi_transaction_put_cluster (step, first, error));
  CHECK (suivi_transaction_put_cluster (step, second, error));
  for (guint i = 0; i < COALITION_N_RECOMMENDATIONS - 5; i++)
    g_ptr_array_add (i % 6 < 2 ? schools : protection, g_ptr_array_index (self->ids, i));
  g_ptr_array_add (schools, NULL);
  g_ptr_array_add (protection, NULL);
  CHECK (suivi_transaction_assign_cluster (step, first->id, (const char *const *) schools->pdata, error));
  CHECK (suivi_transaction_assign_cluster (step, second->id, (const char *const *) protection->pdata, error));
}

static void
freeze (CoalitionFixture *self, SuiviTransaction *step)
{
  g_autoptr (SuiviEdition) edition = suivi_edition_new ("Mid-term 2026", "2026-01-31");

  edition->review_id = g_strdup (self->review->id);
  CHECK (suivi_transaction_freeze_edition (step, edition, error));
  self->edition_id = g_strdup (edition->id);
}

static void
grade (CoalitionFixture *self, SuiviTransaction *step)
{
  g_autofree char *law
    = put_evidence (step, "Law on schools, 2026", SUIVI_EVIDENCE_LAW, "https://example.org/law?id=1");
  g_autofree char *report
    = put_evidence (step, "=Report of the ombudsperson", SUIVI_EVIDENCE_REPORT, "javascript:alert(1)");

  for (guint i = 0; i < COALITION_N_RECOMMENDATIONS - 10; i++)
    {
      g_autofree char *own = assess (self, step, i, "", 1 + (i + i / 7) % 3, 1 + (i / 2) % 3, "2026-03-14");
      g_autofree char *roof = assess (self, step, i, "Blue Roof", 1 + i % 3, 1 + (i / 3) % 3, "2026-03-02");

      if (i % 2 == 0)
        CHECK (suivi_transaction_tie_evidence (step, law, own, error));
      if (i % 3 == 0)
        CHECK (suivi_transaction_tie_evidence (step, report, roof, error));
      if (i % 5 == 0)
        g_free (assess (self, step, i, "Friends of the River, Branch of the Northern Valleys", 1 + i % 2, 3,
                        "2026-03-04"));
    }
  agree (self, step, 3);
  agree (self, step, 4);
}

static SuiviTransaction *
begin (SuiviStore *store, const char *label)
{
  g_autoptr (GError) error = NULL;
  SuiviTransaction *step = suivi_store_begin (store, label, &error);

  g_assert_no_error (error);
  return step;
}

static void
commit (SuiviTransaction **step)
{
  CHECK (suivi_transaction_commit (*step, error));
  g_clear_pointer (step, suivi_transaction_free);
}

/**
 * coalition_fixture_fill:
 * @store: a new workspace; it must outlive the fixture
 */
void
coalition_fixture_fill (CoalitionFixture *self, SuiviStore *store)
{
  g_autoptr (SuiviTransaction) step = NULL;

  self->store = store;
  self->review = suivi_review_new ("FRA", 43);
  self->ids = g_ptr_array_new_with_free_func (g_free);
  suivi_store_set_author (store, "Ana Lind", "Institute of Alvera");

  step = begin (store, "Fill");
  CHECK (suivi_transaction_put_review (step, self->review, error));
  for (guint i = 0; i < COALITION_N_RECOMMENDATIONS; i++)
    put_recommendation (self, step, i);
  for (guint i = 0; i < COALITION_N_RECOMMENDATIONS - 20; i++)
    g_free (assess (self, step, i, "", SUIVI_LEVEL_NOTHING, i % 2 ? SUIVI_LEVEL_SOME : SUIVI_LEVEL_NOTHING,
                    "2026-01-10"));
  cluster (self, step);
  commit (&step);

  step = begin (store, "Freeze");
  freeze (self, step);
  commit (&step);

  step = begin (store, "Grade");
  grade (self, step);
  commit (&step);
}

/**
 * coalition_fixture_clear:
 *
 * Frees what the fixture holds; the workspace stays open.
 */
void
coalition_fixture_clear (CoalitionFixture *self)
{
  suivi_review_free (self->review);
  g_ptr_array_unref (self->ids);
  g_free (self->edition_id);
}
