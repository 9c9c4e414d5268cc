/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Editions of the scorecard: frozen, and compared with the one before. */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "store/record.h"
#include "store/scorecard-store.h"
#include "store/transaction-private.h"

/**
 * suivi_store_list_editions:
 * @review_id: (nullable): key of a review; %NULL: of all reviews
 *
 * Returns: (transfer container) (element-type SuiviEdition) (nullable): the editions, the latest cut-off first; %NULL on
 * failure
 */
GPtrArray *
suivi_store_list_editions (SuiviStore *self, const char *review_id, GError **error)
{
  return suivi_record_list (self, &suivi_edition_record,
                            "WHERE ?1 IS NULL OR review_id = ?1 ORDER BY cut_off DESC, frozen_at DESC, id",
                            review_id, NULL, error);
}

/**
 * suivi_store_get_edition:
 *
 * Returns: (transfer full) (nullable): the edition; %NULL if there is none with that key, or, with @error set, on failure
 */
SuiviEdition *
suivi_store_get_edition (SuiviStore *self, const char *id, GError **error)
{
  return suivi_record_get (self, &suivi_edition_record, id, error);
}

/**
 * suivi_store_find_previous_edition:
 * @review_id: (nullable): key of a review; %NULL: all reviews together
 * @cut_off: (nullable): day up to which the working copy looks, ISO 8601 date; %NULL: now
 *
 * The edition that a working copy is compared with, on screen and in outputs: the latest one of the same review, or of all
 * reviews together, whose cut-off is not later: on the day of an edition, what moved since it was frozen is of
 * interest. In a workspace with one review the two are the same.
 *
 * Returns: (transfer full) (nullable): the edition; %NULL if there is none, or, with @error set, on failure
 */
SuiviEdition *
suivi_store_find_previous_edition (SuiviStore *self,
                                   const char *review_id,
                                   const char *cut_off,
                                   GError **error)
{
  g_autoptr (GPtrArray) found
    = suivi_record_list (self, &suivi_edition_record,
                         "WHERE (review_id IS ?1 OR (SELECT count (*) FROM review) = 1) AND cut_off <= ?2"
                         " ORDER BY cut_off DESC, frozen_at DESC, id LIMIT 1",
                         review_id, cut_off != NULL ? cut_off : "9999-12-31", error);

  return found != NULL && found->len > 0 ? g_ptr_array_steal_index (found, 0) : NULL;
}

/**
 * suivi_store_list_edition_rows:
 *
 * Returns: (transfer container) (element-type SuiviEditionRow) (nullable): the rows of an edition, in the order of the
 * list; %NULL on failure
 */
GPtrArray *
suivi_store_list_edition_rows (SuiviStore *self, const char *edition_id, GError **error)
{
  return suivi_record_list (self, &suivi_edition_row_record, "WHERE edition_id = ?1 ORDER BY rowid",
                            edition_id, NULL, error);
}

/**
 * suivi_store_list_judgements:
 * @edition_id: (nullable): key of an edition: as they were frozen; %NULL: as they are now
 * @recommendation_id: key of a recommendation
 * @cut_off: (nullable): day up to which they count, ISO 8601 date; %NULL: all. An edition has its own
 *
 * Returns: (transfer container) (element-type SuiviAssessment) (nullable): what organisations judged of a recommendation,
 * and what they agreed on: the one that counts first; %NULL on failure
 */
GPtrArray *
suivi_store_list_judgements (SuiviStore *self,
                             const char *edition_id,
                             const char *recommendation_id,
                             const char *cut_off,
                             GError **error)
{
  SuiviRecordType frozen = suivi_assessment_record;

  if (edition_id == NULL)
    return suivi_record_list (self, &suivi_assessment_record,
                              "WHERE recommendation_id = ?1 AND date <= ?2 " SUIVI_LATEST_FIRST,
                              recommendation_id, cut_off != NULL ? cut_off : "9999-12-31", error);

  frozen.table = "edition_assessment";
  return suivi_record_list (self, &frozen,
                            "WHERE edition_id = ?1 AND recommendation_id = ?2 " SUIVI_LATEST_FIRST,
                            edition_id, recommendation_id, error);
}

typedef struct
{
  SuiviTransaction *transaction;
  const SuiviEdition *edition;
  GHashTable *previous; /* key of a recommendation → SuiviEditionRow */
} Freeze;

static void
set_text (char **field, const char *text)
{
  g_free (*field);
  *field = g_strdup (text != NULL ? text : "");
}

static void
set_list (char ***field, char **list)
{
  g_strfreev (*field);
  *field = list != NULL ? g_strdupv (list) : g_new0 (char *, 1);
}

static void
set_assessment (SuiviEditionRow *row, const SuiviAssessment *assessment)
{
  row->law = assessment->law;
  row->policy = assessment->policy;
  row->practice = assessment->practice;
  row->light = assessment->light;
  row->light_overridden = assessment->light_overridden != FALSE;
  set_text (&row->reason, assessment->reason);
  set_text (&row->source, assessment->source);
  g_free (row->organisation);
  row->organisation
    = assessment->agreed ? g_strjoinv (", ", assessment->agreed_by) : g_strdup (assessment->organisation);
  set_text (&row->name, assessment->name);
  set_text (&row->date, assessment->date);
}

static gboolean
freeze_row (SuiviRecommendation *recommendation,
            SuiviReview *review,
            SuiviAssessment *assessment,
            gpointer user_data,
            GError **error)
{
  Freeze *freeze = user_data;
  g_autoptr (SuiviEditionRow) row = suivi_edition_row_new (freeze->edition->id, recommendation->id);
  const SuiviEditionRow *before = g_hash_table_lookup (freeze->previous, recommendation->id);
  g_autofree char *cluster = NULL;
  g_autoptr (GError) local = NULL;

  cluster = suivi_store_get_cluster_title (freeze->transaction->store, recommendation->id, &local);
  if (local != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local));
      return FALSE;
    }
  set_text (&row->symbol, recommendation->symbol != NULL ? recommendation->symbol
                          : review != NULL               ? review->symbol
                                                         : NULL);
  set_text (&row->number, recommendation->number);
  set_text (&row->text, recommendation->text);
  set_list (&row->states, recommendation->states);
  row->position = recommendation->position;
  row->category = recommendation->category;
  set_list (&row->themes, recommendation->themes);
  set_list (&row->sdgs, recommendation->sdgs);
  set_list (&row->groups, recommendation->groups);
  set_list (&row->issues, recommendation->issues);
  set_list (&row->institutions, recommendation->institutions);
  row->child_focused = recommendation->child_focused != FALSE;
  if (review != NULL)
    {
      g_free (row->review);
      row->review = suivi_review_to_token (review);
    }
  set_text (&row->cluster, cluster);
  if (assessment != NULL)
    set_assessment (row, assessment);
  if (before != NULL)
    {
      row->has_previous = 1;
      row->previous_light = before->light;
    }

  return suivi_record_put (freeze->transaction, &suivi_edition_row_record, row, error);
}

static GPtrArray *
list_rows_before (SuiviStore *store, const SuiviEdition *edition, GError **error)
{
  return edition->previous_id != NULL ? suivi_store_list_edition_rows (store, edition->previous_id, error)
                                      : g_ptr_array_new ();
}

/* The judgements up to the cut-off of all organisations, the evidence behind them, and what civil society did. */
static gboolean
freeze_behind_rows (SuiviTransaction *self, const SuiviEdition *edition, GError **error)
{
#define JUDGEMENT                                                                                     \
  "recommendation_id, organisation, law, policy, practice, light, light_overridden, reason, source, " \
  "date, name, confidence, agreed, agreed_by, dissent, changed_by, changed_at"
#define EVIDENCE                                                                                   \
  "id, title, kind, date, publisher, url, page, quotation, reliability, statement_id, changed_by," \
  " changed_at"
#define CONTRIBUTION "recommendation_id, organisation, date, what, changed_by, changed_at"
  static const char *const statements[] = {
    "INSERT INTO edition_assessment (edition_id, id, " JUDGEMENT ")"
    " SELECT ?1, a.id, " JUDGEMENT " FROM assessment a"
    " WHERE a.recommendation_id IN (SELECT r.recommendation_id FROM edition_row r WHERE r.edition_id = ?1)"
    " AND a.date <= (SELECT e.cut_off FROM edition e WHERE e.id = ?1)",
    "INSERT INTO edition_evidence_use (edition_id, id, evidence_id, assessment_id)"
    " SELECT ?1, u.id, u.evidence_id, u.assessment_id FROM edition_assessment a, evidence_use u"
    " WHERE a.edition_id = ?1 AND u.assessment_id = a.id",
    "INSERT INTO edition_evidence (edition_id, " EVIDENCE ") SELECT ?1, " EVIDENCE " FROM evidence"
    " WHERE id IN (SELECT u.evidence_id FROM edition_evidence_use u WHERE u.edition_id = ?1)",
    "INSERT INTO edition_contribution (edition_id, id, " CONTRIBUTION ") SELECT ?1, c.id, " CONTRIBUTION
    " FROM contribution c"
    " WHERE c.recommendation_id IN (SELECT r.recommendation_id FROM edition_row r WHERE r.edition_id = ?1)"
    /* Part of a date sorts before the days that it can be. */
    " AND c.date <= (SELECT e.cut_off FROM edition e WHERE e.id = ?1)",
  };
#undef JUDGEMENT
#undef EVIDENCE
#undef CONTRIBUTION

  return SUIVI_RUN_WITH_ID (self, statements, edition->id, error);
}

/**
 * suivi_transaction_freeze_edition:
 * @edition: a new one; when it was frozen is set here
 * @error: %SUIVI_STORE_ERROR_INVALID if it has no title, its cut-off is no date or in the future, or it exists already
 *
 * Freezes the scorecard of a review: its recommendations and the assessment of each that counts at the cut-off, those of
 * all organisations and the evidence behind them, and what civil society did until then, as they are now. What is changed
 * later does not change the edition.
 *
 * Returns: %FALSE on failure: the transaction should then be dropped
 */
gboolean
suivi_transaction_freeze_edition (SuiviTransaction *self, SuiviEdition *edition, GError **error)
{
  g_autoptr (SuiviEdition) there = NULL;
  g_autoptr (SuiviFilter) filter = suivi_filter_new ();
  g_autoptr (GPtrArray) before = NULL;
  g_autoptr (GHashTable) previous = g_hash_table_new (g_str_hash, g_str_equal);
  Freeze freeze = { self, edition, previous };
  g_autofree char *today = suivi_date_today ();
  const char *wrong = NULL;
  g_autoptr (GError) local = NULL;

  if (!suivi_refuse_blank (edition->title, _ ("Give the edition a title: “Mid-term 2027”."), error))
    return FALSE;
  wrong = suivi_edition_refuse_cut_off (edition->cut_off, today);
  if (wrong != NULL)
    {
      g_set_error_literal (error, SUIVI_STORE_ERROR, SUIVI_STORE_ERROR_INVALID, wrong);
      return FALSE;
    }
  there = suivi_store_get_edition (self->store, edition->id, &local);
  if (local != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local));
      return FALSE;
    }
  if (there != NULL)
    {
      g_set_error_literal (error, SUIVI_STORE_ERROR, SUIVI_STORE_ERROR_INVALID,
                           _ ("This edition is frozen and stays as it is. Freeze a new one."));
      return FALSE;
    }

  before = list_rows_before (self->store, edition, error);
  if (before == NULL)
    return FALSE;
  for (guint i = 0; i < before->len; i++)
    {
      SuiviEditionRow *row = g_ptr_array_index (before, i);

      if (row->recommendation_id != NULL)
        g_hash_table_insert (previous, row->recommendation_id, row);
    }
  set_text (&edition->frozen_at, self->now);
  edition->keeps_contributions = 1;
  if (edition->review_id != NULL)
    suivi_filter_add (filter, SUIVI_FACET_REVIEW, edition->review_id);
  suivi_filter_set_cut_off (filter, edition->cut_off);

  return suivi_record_put (self, &suivi_edition_record, edition, error)
         && suivi_store_foreach (self->store, filter, SUIVI_SORT_NUMBER, FALSE, freeze_row, &freeze, NULL,
                                 error)
         && freeze_behind_rows (self, edition, error);
}

/**
 * suivi_transaction_delete_edition:
 *
 * Deletes an edition and its rows; editions that were compared with it stay, with the lights that they show. No error if
 * it is not there.
 *
 * Returns: %FALSE on failure: the transaction should then be dropped
 */
gboolean
suivi_transaction_delete_edition (SuiviTransaction *self, const char *id, GError **error)
{
  static const char *const statements[] = {
    "UPDATE edition SET previous_id = NULL WHERE previous_id = ?1",
    "DELETE FROM edition_contribution WHERE edition_id = ?1",
    "DELETE FROM edition_evidence_use WHERE edition_id = ?1",
    "DELETE FROM edition_evidence WHERE edition_id = ?1",
    "DELETE FROM edition_assessment WHERE edition_id = ?1",
    "DELETE FROM edition_row WHERE edition_id = ?1",
    "DELETE FROM edition WHERE id = ?1",
  };

  return SUIVI_RUN_WITH_ID (self, statements, id, error);
}
