/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What speaks for a grade: one piece of evidence may support many. */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "store/record.h"
#include "store/scorecard-store.h"
#include "store/transaction-private.h"

/**
 * suivi_store_list_evidence:
 * @search: (nullable): a piece of its title, publisher or address; %NULL: all
 *
 * Returns: (transfer container) (element-type SuiviEvidence) (nullable): the evidence, by title; %NULL on failure
 */
GPtrArray *
suivi_store_list_evidence (SuiviStore *self, const char *search, GError **error)
{
  return suivi_record_list (
    self, &suivi_evidence_record,
    "WHERE ?1 IS NULL OR instr (lower (title || ' ' || publisher || ' ' || url), lower (?1))"
    " ORDER BY title, date, id",
    search, NULL, error);
}

/**
 * suivi_store_get_evidence:
 *
 * Returns: (transfer full) (nullable): the evidence; %NULL if there is none with that key, or, with @error set, on failure
 */
SuiviEvidence *
suivi_store_get_evidence (SuiviStore *self, const char *id, GError **error)
{
  return suivi_record_get (self, &suivi_evidence_record, id, error);
}

/**
 * suivi_store_list_evidence_of:
 *
 * Returns: (transfer container) (element-type SuiviEvidence) (nullable): what supports an assessment, by title; %NULL on
 * failure
 */
GPtrArray *
suivi_store_list_evidence_of (SuiviStore *self, const char *assessment_id, GError **error)
{
  return suivi_record_list (self, &suivi_evidence_record,
                            "WHERE id IN (SELECT evidence_id FROM evidence_use WHERE assessment_id = ?1)"
                            " ORDER BY title, date, id",
                            assessment_id, NULL, error);
}

/**
 * suivi_store_list_evidence_behind:
 * @edition_id: (nullable): key of an edition: as it was frozen; %NULL: as it is now
 * @recommendation_id: key of a recommendation
 * @cut_off: (nullable): day up to which judgements count, ISO 8601 date; %NULL: all. An edition has its own
 *
 * Returns: (transfer container) (element-type SuiviEvidence) (nullable): the evidence behind the judgements of a
 * recommendation, whoever judged, each piece once, by title; %NULL on failure
 */
GPtrArray *
suivi_store_list_evidence_behind (SuiviStore *self,
                                  const char *edition_id,
                                  const char *recommendation_id,
                                  const char *cut_off,
                                  GError **error)
{
  SuiviRecordType frozen = suivi_evidence_record;

  if (edition_id == NULL)
    return suivi_record_list (self, &suivi_evidence_record,
                              "WHERE id IN (SELECT u.evidence_id FROM evidence_use u, assessment a"
                              " WHERE a.recommendation_id = ?1 AND a.date <= ?2 AND u.assessment_id = a.id)"
                              " ORDER BY title, date, id",
                              recommendation_id, cut_off != NULL ? cut_off : "9999-12-31", error);

  frozen.table = "edition_evidence";
  return suivi_record_list (self, &frozen,
                            "WHERE edition_id = ?1 AND id IN"
                            " (SELECT u.evidence_id FROM edition_evidence_use u, edition_assessment a"
                            " WHERE a.edition_id = ?1 AND a.recommendation_id = ?2"
                            " AND u.edition_id = ?1 AND u.assessment_id = a.id)"
                            " ORDER BY title, date, id",
                            edition_id, recommendation_id, error);
}

/**
 * suivi_store_list_supported:
 *
 * Returns: (transfer full) (element-type SuiviRecommendation) (nullable): the recommendations whose judgements a piece of
 * evidence supports, in the order of the list; %NULL on failure
 */
GPtrArray *
suivi_store_list_supported (SuiviStore *self, const char *evidence_id, GError **error)
{
  g_autoptr (GPtrArray) supported
             = g_ptr_array_new_with_free_func ((GDestroyNotify) suivi_recommendation_unref);
  g_autoptr (GPtrArray) ids = g_ptr_array_new_with_free_func (g_free);
  sqlite3_stmt *statement = suivi_store_prepare (
    self,
    "SELECT DISTINCT r.id FROM evidence_use u, assessment a, recommendation r"
    " WHERE u.evidence_id = ?1 AND a.id = u.assessment_id AND r.id = a.recommendation_id"
    " ORDER BY r.sort_key, r.id",
    error);
  gboolean row = FALSE;

  if (statement == NULL)
    return NULL;
  suivi_bind_text (statement, 1, evidence_id);
  for (;;)
    {
      if (!suivi_database_step (statement, &row, error))
        return NULL;
      if (!row)
        break;
      g_ptr_array_add (ids, suivi_column_text (statement, 0));
    }
  sqlite3_reset (statement);
  for (guint i = 0; i < ids->len; i++)
    {
      SuiviRecommendation *recommendation
        = suivi_store_get_recommendation (self, g_ptr_array_index (ids, i), error);

      if (recommendation == NULL)
        return NULL;
      g_ptr_array_add (supported, recommendation);
    }

  return g_steal_pointer (&supported);
}

/**
 * suivi_transaction_put_evidence:
 * @error: %SUIVI_STORE_ERROR_INVALID if it has no title
 *
 * Adds the evidence, or updates the one with the same key.
 *
 * Returns: %FALSE on failure: the transaction should then be dropped
 */
gboolean
suivi_transaction_put_evidence (SuiviTransaction *self, SuiviEvidence *evidence, GError **error)
{
  return suivi_refuse_blank (evidence->title, _ ("Say what the evidence is: the title is empty."), error)
         && suivi_record_put (self, &suivi_evidence_record, evidence, error);
}

/**
 * suivi_transaction_delete_evidence:
 *
 * Deletes evidence and what it is tied to; grades stay. No error if it is not there.
 *
 * Returns: %FALSE on failure: the transaction should then be dropped
 */
gboolean
suivi_transaction_delete_evidence (SuiviTransaction *self, const char *id, GError **error)
{
  static const char *const statements[] = {
    "DELETE FROM attachment WHERE owner_id = ?1",
    "DELETE FROM evidence_use WHERE evidence_id = ?1",
    "DELETE FROM evidence WHERE id = ?1",
  };

  return SUIVI_RUN_WITH_ID (self, statements, id, error);
}

/**
 * suivi_transaction_tie_evidence:
 *
 * Says that evidence supports an assessment. No error if it does already.
 *
 * Returns: %FALSE on failure: the transaction should then be dropped
 */
gboolean
suivi_transaction_tie_evidence (SuiviTransaction *self,
                                const char *evidence_id,
                                const char *assessment_id,
                                GError **error)
{
  g_autoptr (SuiviEvidenceUse) use = suivi_evidence_use_new (evidence_id, assessment_id);

  return suivi_record_put (self, &suivi_evidence_use_record, use, error);
}

/**
 * suivi_transaction_untie_evidence:
 *
 * Says that evidence does not support an assessment. No error if it does not.
 *
 * Returns: %FALSE on failure: the transaction should then be dropped
 */
gboolean
suivi_transaction_untie_evidence (SuiviTransaction *self,
                                  const char *evidence_id,
                                  const char *assessment_id,
                                  GError **error)
{
  sqlite3_stmt *statement
    = suivi_store_prepare (self->store,
                           "DELETE FROM evidence_use WHERE evidence_id = ?1 AND assessment_id = ?2", error);

  if (statement == NULL)
    return FALSE;
  suivi_bind_text (statement, 1, evidence_id);
  suivi_bind_text (statement, 2, assessment_id);

  return suivi_transaction_run (statement, error);
}
