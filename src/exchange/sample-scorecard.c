/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the sample shows of a scorecard that a coalition makes together: clusters, a first edition, judgements of several
 * organisations, what they agreed on, evidence, words for children. All of it is imaginary. */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "exchange/sample-private.h"
#include "store/scorecard-store.h"

/* Lines "cluster", "institution", "judgement", "evidence" (of the judgement above it), "edition", "plain" and "contribution", in the order
 * in which they were made. A new step begins where "step" says so. */
#define SCORECARD_NAME "sample-scorecard.tsv"

typedef struct
{
  SuiviStore *store;
  SuiviTransaction *transaction; /* (owned) (nullable) */
  SuiviReview *review;
  char *assessment_id; /* of the latest judgement */
  guint n_clusters;
} Sample;

static char *
find_id (Sample *self, const char *number)
{
  g_autoptr (GPtrArray) found = suivi_store_find_number (self->store, self->review->id, number, NULL);

  if (found == NULL || found->len == 0)
    g_error ("The sample %s is crooked at %s", SCORECARD_NAME, number);

  return g_strdup (((SuiviRecommendation *) g_ptr_array_index (found, 0))->id);
}

static gboolean
end_step (Sample *self, GError **error)
{
  g_autoptr (SuiviTransaction) transaction = g_steal_pointer (&self->transaction);

  return transaction == NULL || suivi_transaction_commit (transaction, error);
}

static gboolean
put_step (Sample *self, char **cells, GError **error)
{
  static const struct
  {
    const char *name;
    const char *label;
  } steps[] = {
    { "clusters", N_ ("Put recommendations into clusters") },
    { "institutions", N_ ("Say which institutions are responsible") },
    { "first", N_ ("Grade for the first time") },
    { "edition", N_ ("Freeze an edition") },
    { "coalition", N_ ("Add what a coalition judged") },
  };

  if (!end_step (self, error))
    return FALSE;
  for (gsize i = 0; i < G_N_ELEMENTS (steps); i++)
    {
      if (g_strcmp0 (suivi_sample_find_value (cells, "name"), steps[i].name) == 0)
        self->transaction = suivi_store_begin (self->store, _ (steps[i].label), error);
    }

  return self->transaction != NULL;
}

static char **
find_ids (Sample *self, const char *list)
{
  g_auto (GStrv) numbers = g_strsplit (list, "|", -1);
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();

  for (gsize i = 0; numbers[i] != NULL; i++)
    {
      g_autofree char *id = find_id (self, numbers[i]);

      g_strv_builder_add (builder, id);
    }

  return g_strv_builder_end (builder);
}

static gboolean
put_cluster (Sample *self, char **cells, GError **error)
{
  g_autoptr (SuiviCluster) cluster
             = suivi_cluster_new (suivi_sample_find_value (cells, "title"), ++self->n_clusters);
  g_auto (GStrv) ids = find_ids (self, suivi_sample_find_value (cells, "numbers"));

  return suivi_transaction_put_cluster (self->transaction, cluster, error)
         && suivi_transaction_assign_cluster (self->transaction, cluster->id, (const char *const *) ids,
                                              error);
}

static gboolean
put_institution (Sample *self, char **cells, GError **error)
{
  g_auto (GStrv) ids = find_ids (self, suivi_sample_find_value (cells, "numbers"));

  return suivi_transaction_add_institution (self->transaction, (const char *const *) ids,
                                            suivi_sample_find_value (cells, "name"), error);
}

static gboolean
put_judgement (Sample *self, char **cells, GError **error)
{
  g_autoptr (SuiviAssessment) judgement = suivi_assessment_new ();
  const SuiviLight chosen = judgement->light;

  suivi_sample_set_fields (&suivi_assessment_record, judgement, cells);
  judgement->recommendation_id = find_id (self, suivi_sample_find_value (cells, "number"));
  judgement->light_overridden = judgement->light != chosen;
  suivi_assessment_set_levels (judgement, judgement->law, judgement->policy, judgement->practice);
  g_free (self->assessment_id);
  self->assessment_id = g_strdup (judgement->id);

  return suivi_transaction_put_assessment (self->transaction, judgement, error);
}

static gboolean
put_evidence (Sample *self, char **cells, GError **error)
{
  g_autoptr (SuiviEvidence) evidence = suivi_evidence_new ("", SUIVI_EVIDENCE_REPORT);

  suivi_sample_set_fields (&suivi_evidence_record, evidence, cells);

  return suivi_transaction_put_evidence (self->transaction, evidence, error)
         && suivi_transaction_tie_evidence (self->transaction, evidence->id, self->assessment_id, error);
}

static gboolean
put_edition (Sample *self, char **cells, GError **error)
{
  g_autoptr (SuiviEdition) edition = suivi_edition_new ("", "");

  suivi_sample_set_fields (&suivi_edition_record, edition, cells);
  g_free (edition->review_id);
  edition->review_id = g_strdup (self->review->id);

  return suivi_transaction_freeze_edition (self->transaction, edition, error);
}

static gboolean
put_plain (Sample *self, char **cells, GError **error)
{
  g_autofree char *id = find_id (self, suivi_sample_find_value (cells, "number"));
  g_autoptr (SuiviPlainWording) plain = suivi_plain_wording_new (id);

  suivi_sample_set_fields (&suivi_plain_wording_record, plain, cells);

  return suivi_transaction_put_plain_wording (self->transaction, plain, error);
}

static gboolean
put_contribution (Sample *self, char **cells, GError **error)
{
  g_autofree char *id = find_id (self, suivi_sample_find_value (cells, "number"));
  g_autoptr (SuiviContribution) contribution = suivi_contribution_new (id);

  suivi_sample_set_fields (&suivi_contribution_record, contribution, cells);

  return suivi_transaction_put_contribution (self->transaction, contribution, error);
}

static gboolean
put_line (Sample *self, const char *line, GError **error)
{
  static const struct
  {
    const char *name;
    gboolean (*put) (Sample *self, char **cells, GError **error);
  } kinds[] = {
    { "step", put_step },           { "cluster", put_cluster },           { "institution", put_institution },
    { "judgement", put_judgement }, { "evidence", put_evidence },         { "edition", put_edition },
    { "plain", put_plain },         { "contribution", put_contribution },
  };
  g_auto (GStrv) cells = g_strsplit (line, "\t", -1);

  for (gsize i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      if (g_str_equal (cells[0], kinds[i].name))
        return kinds[i].put (self, cells, error);
    }

  g_error ("The sample %s is crooked at %s", SCORECARD_NAME, cells[0]);
}

/**
 * suivi_sample_put_scorecard:
 * @review: the review that is scored
 * @error: return location of a %SUIVI_STORE_ERROR
 *
 * Adds clusters, responsible institutions, a first edition and what several organisations judged, as five steps. The grades of the sample itself
 * come later and count.
 *
 * Returns: whether it was written
 */
gboolean
suivi_sample_put_scorecard (SuiviStore *store, SuiviReview *review, GError **error)
{
  g_auto (GStrv) lines = suivi_sample_load_lines (SCORECARD_NAME);
  Sample self = { store, NULL, review };
  gboolean ok = TRUE;

  for (guint i = 0; ok && lines[i] != NULL; i++)
    ok = put_line (&self, lines[i], error);
  ok = ok && end_step (&self, error);
  g_clear_pointer (&self.transaction, suivi_transaction_free);
  g_free (self.assessment_id);

  return ok;
}
