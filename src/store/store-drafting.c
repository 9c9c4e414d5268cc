/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Reading priority issues, drafts and what belongs to them. */

#include "config.h"

#include "store/json-list.h"
#include "store/store-private.h"

typedef gpointer (*FromRow) (sqlite3_stmt *statement);

/* What a query finds, by what makes a record of a row. The query takes at most two texts. */
static GPtrArray *
list_records (SuiviStore *self,
              const char *sql,
              const char *first,
              const char *second,
              FromRow from_row,
              GDestroyNotify record_free,
              GError **error)
{
  g_autoptr (GPtrArray) records = g_ptr_array_new_with_free_func (record_free);
  sqlite3_stmt *statement = suivi_store_prepare (self, sql, error);
  gboolean row = FALSE;

  if (statement == NULL)
    return NULL;

  suivi_bind_text (statement, 1, first);
  if (sqlite3_bind_parameter_count (statement) > 1)
    suivi_bind_text (statement, 2, second);
  for (;;)
    {
      if (!suivi_database_step (statement, &row, error))
        return NULL;
      if (!row)
        break;
      g_ptr_array_add (records, from_row (statement));
    }
  sqlite3_reset (statement);
  sqlite3_clear_bindings (statement);

  return g_steal_pointer (&records);
}

/* The one record with a key; %NULL without error if there is none. */
static gpointer
get_record (SuiviStore *self, const char *sql, const char *id, FromRow from_row, GError **error)
{
  g_autoptr (GPtrArray) records = list_records (self, sql, id, NULL, from_row, NULL, error);

  return records != NULL && records->len > 0 ? g_ptr_array_index (records, 0) : NULL;
}

static gpointer
priority_from_row (sqlite3_stmt *statement)
{
  SuiviPriority *priority = g_new0 (SuiviPriority, 1);

  priority->id = suivi_column_text (statement, 0);
  priority->state = suivi_column_text (statement, 1);
  priority->title = suivi_column_text (statement, 2);
  priority->explanation = suivi_column_text (statement, 3);
  priority->key_words = suivi_column_text (statement, 4);
  priority->articles = suivi_json_list_decode ((const char *) sqlite3_column_text (statement, 5));
  priority->rights = suivi_column_text (statement, 6);
  priority->place = sqlite3_column_int64 (statement, 7);

  return priority;
}

static gpointer
draft_from_row (sqlite3_stmt *statement)
{
  SuiviDraft *draft = g_new0 (SuiviDraft, 1);

  draft->id = suivi_column_text (statement, 0);
  draft->priority_id = suivi_column_text (statement, 1);
  draft->text = suivi_column_text (statement, 2);
  draft->language = suivi_column_text (statement, 3);
  suivi_stage_from_nick ((const char *) sqlite3_column_text (statement, 4), &draft->stage);
  draft->means = suivi_column_text (statement, 5);
  draft->form = suivi_column_text (statement, 6);
  draft->recommendation_id = suivi_column_text (statement, 7);
  suivi_impact_from_nick ((const char *) sqlite3_column_text (statement, 8), &draft->impact);
  draft->judged_by = suivi_column_text (statement, 9);
  draft->judged_on = suivi_column_text (statement, 10);
  draft->place = sqlite3_column_int64 (statement, 11);

  return draft;
}

static gpointer
wording_from_row (sqlite3_stmt *statement)
{
  SuiviWording *wording = g_new0 (SuiviWording, 1);

  wording->id = suivi_column_text (statement, 0);
  wording->draft_id = suivi_column_text (statement, 1);
  wording->text = suivi_column_text (statement, 2);
  wording->stage = suivi_column_text (statement, 3);
  wording->author = suivi_column_text (statement, 4);
  wording->at = suivi_column_text (statement, 5);

  return wording;
}

static gpointer
backing_from_row (sqlite3_stmt *statement)
{
  SuiviBacking *backing = g_new0 (SuiviBacking, 1);

  backing->id = suivi_column_text (statement, 0);
  backing->priority_id = suivi_column_text (statement, 1);
  backing->draft_id = suivi_column_text (statement, 2);
  suivi_backing_kind_from_nick ((const char *) sqlite3_column_text (statement, 3), &backing->kind);
  backing->recommendation_id = suivi_column_text (statement, 4);
  backing->title = suivi_column_text (statement, 5);
  backing->reference = suivi_column_text (statement, 6);
  backing->quote = suivi_column_text (statement, 7);

  return backing;
}

static gpointer
translation_from_row (sqlite3_stmt *statement)
{
  SuiviTranslation *translation = g_new0 (SuiviTranslation, 1);

  translation->id = suivi_column_text (statement, 0);
  translation->draft_id = suivi_column_text (statement, 1);
  translation->language = suivi_column_text (statement, 2);
  translation->text = suivi_column_text (statement, 3);
  translation->translator = suivi_column_text (statement, 4);
  translation->date = suivi_column_text (statement, 5);

  return translation;
}

static gpointer
request_from_row (sqlite3_stmt *statement)
{
  SuiviRequest *request = g_new0 (SuiviRequest, 1);

  request->id = suivi_column_text (statement, 0);
  request->draft_id = suivi_column_text (statement, 1);
  request->state = suivi_column_text (statement, 2);
  request->date = suivi_column_text (statement, 3);
  request->note = suivi_column_text (statement, 4);

  return request;
}

#define SELECT_PRIORITY \
  "SELECT id, state, title, explanation, key_words, articles, rights, place FROM priority "
#define SELECT_DRAFT                                                                                   \
  "SELECT id, priority_id, text, language, stage, means, form, recommendation_id, impact, judged_by, " \
  "judged_on, place FROM draft "

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
  return list_records (self,
                       SELECT_PRIORITY "WHERE ?1 IS NULL OR state = ?1 ORDER BY state, place, changed_at, id",
                       state, NULL, priority_from_row, (GDestroyNotify) suivi_priority_free, error);
}

/**
 * suivi_store_get_priority:
 *
 * Returns: (transfer full) (nullable): the issue; %NULL if there is none with that key, or, with @error set, on failure
 */
SuiviPriority *
suivi_store_get_priority (SuiviStore *self, const char *id, GError **error)
{
  return get_record (self, SELECT_PRIORITY "WHERE id = ?1", id, priority_from_row, error);
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
  return list_records (self, SELECT_DRAFT "WHERE priority_id = ?1 ORDER BY place, changed_at, id",
                       priority_id, NULL, draft_from_row, (GDestroyNotify) suivi_draft_free, error);
}

/**
 * suivi_store_get_draft:
 *
 * Returns: (transfer full) (nullable): the draft; %NULL if there is none with that key, or, with @error set, on failure
 */
SuiviDraft *
suivi_store_get_draft (SuiviStore *self, const char *id, GError **error)
{
  return get_record (self, SELECT_DRAFT "WHERE id = ?1", id, draft_from_row, error);
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
  return list_records (self,
                       "SELECT id, draft_id, text, stage, author, changed_at FROM wording WHERE draft_id = ?1"
                       " ORDER BY begun_at DESC, rowid DESC",
                       draft_id, NULL, wording_from_row, (GDestroyNotify) suivi_wording_free, error);
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
  return list_records (
    self,
    "SELECT id, priority_id, draft_id, kind, recommendation_id, title, reference, quote FROM backing"
    " WHERE priority_id = ?1 AND (draft_id IS NULL OR draft_id = ?2)"
    " ORDER BY kind, changed_at, id",
    priority_id, draft_id, backing_from_row, (GDestroyNotify) suivi_backing_free, error);
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
  return list_records (self,
                       "SELECT id, draft_id, language, text, translator, date FROM translation WHERE "
                       "draft_id = ?1 ORDER BY language",
                       draft_id, NULL, translation_from_row, (GDestroyNotify) suivi_translation_free, error);
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
  return list_records (
    self, "SELECT id, draft_id, state, date, note FROM request WHERE draft_id = ?1 ORDER BY date, state",
    draft_id, NULL, request_from_row, (GDestroyNotify) suivi_request_free, error);
}
