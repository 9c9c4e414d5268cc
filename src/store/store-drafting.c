/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Reading priority issues, drafts and what belongs to them. */

#include "config.h"

#include "store/record.h"

/**
 * suivi_store_list_priorities:
 * @state: (nullable): a State under review; %NULL: of all States
 *
 * Returns: (transfer container) (element-type SuiviPriority) (nullable): the issues, by State and place; %NULL on
 * failure
 */
GPtrArray *
suivi_store_list_priorities (SuiviStore *self, const char *state, GError **error)
{
  return suivi_record_list (self, &suivi_priority_record,
                            "WHERE ?1 IS NULL OR state = ?1 ORDER BY state, place, changed_at, id", state,
                            NULL, error);
}

/**
 * suivi_store_get_priority:
 *
 * Returns: (transfer full) (nullable): the issue; %NULL if there is none with that key, or, with @error set, on failure
 */
SuiviPriority *
suivi_store_get_priority (SuiviStore *self, const char *id, GError **error)
{
  return suivi_record_get (self, &suivi_priority_record, id, error);
}

/**
 * suivi_store_list_drafts:
 * @priority_id: key of an issue
 *
 * Returns: (transfer container) (element-type SuiviDraft) (nullable): its drafts, by place; %NULL on failure
 */
GPtrArray *
suivi_store_list_drafts (SuiviStore *self, const char *priority_id, GError **error)
{
  return suivi_record_list (self, &suivi_draft_record,
                            "WHERE priority_id = ?1 ORDER BY place, changed_at, id", priority_id, NULL,
                            error);
}

/**
 * suivi_store_get_draft:
 *
 * Returns: (transfer full) (nullable): the draft; %NULL if there is none with that key, or, with @error set, on failure
 */
SuiviDraft *
suivi_store_get_draft (SuiviStore *self, const char *id, GError **error)
{
  return suivi_record_get (self, &suivi_draft_record, id, error);
}

/**
 * suivi_store_count_drafts:
 * @state: (nullable): a State under review; %NULL: of all States
 *
 * Returns: how many drafts there are; 0 with @error set on failure
 */
guint
suivi_store_count_drafts (SuiviStore *self, const char *state, GError **error)
{
  sqlite3_stmt *statement
    = suivi_store_prepare (self,
                           "SELECT count (*) FROM draft d JOIN priority p ON p.id = d.priority_id"
                           " WHERE ?1 IS NULL OR p.state = ?1",
                           error);
  guint count = 0;

  if (statement == NULL)
    return 0;
  suivi_bind_text (statement, 1, state);
  if (!suivi_database_step (statement, NULL, error))
    return 0;
  count = sqlite3_column_int64 (statement, 0);
  sqlite3_reset (statement);
  sqlite3_clear_bindings (statement);

  return count;
}

/**
 * suivi_store_list_wordings:
 *
 * Returns: (transfer container) (element-type SuiviWording) (nullable): the versions of a draft's wording, the latest
 * first; %NULL on failure
 */
GPtrArray *
suivi_store_list_wordings (SuiviStore *self, const char *draft_id, GError **error)
{
  return suivi_record_list (self, &suivi_wording_record,
                            "WHERE draft_id = ?1 ORDER BY begun_at DESC, rowid DESC", draft_id, NULL, error);
}

/**
 * suivi_store_list_backings:
 * @priority_id: key of an issue
 * @draft_id: (nullable): key of one of its drafts
 *
 * Returns: (transfer container) (element-type SuiviBacking) (nullable): what speaks for the issue, and, with @draft_id,
 * for that draft too, by kind; %NULL on failure
 */
GPtrArray *
suivi_store_list_backings (SuiviStore *self, const char *priority_id, const char *draft_id, GError **error)
{
  return suivi_record_list (self, &suivi_backing_record,
                            "WHERE priority_id = ?1 AND (draft_id IS NULL OR draft_id = ?2)"
                            " ORDER BY kind, changed_at, id",
                            priority_id, draft_id, error);
}

/**
 * suivi_store_list_translations:
 *
 * Returns: (transfer container) (element-type SuiviTranslation) (nullable): a draft in other languages, by language;
 * %NULL on failure
 */
GPtrArray *
suivi_store_list_translations (SuiviStore *self, const char *draft_id, GError **error)
{
  return suivi_record_list (self, &suivi_translation_record, "WHERE draft_id = ?1 ORDER BY language",
                            draft_id, NULL, error);
}

/**
 * suivi_store_list_requests:
 *
 * Returns: (transfer container) (element-type SuiviRequest) (nullable): which States were asked to take up a draft, by
 * date; %NULL on failure
 */
GPtrArray *
suivi_store_list_requests (SuiviStore *self, const char *draft_id, GError **error)
{
  return suivi_record_list (self, &suivi_request_record, "WHERE draft_id = ?1 ORDER BY date, state", draft_id,
                            NULL, error);
}
