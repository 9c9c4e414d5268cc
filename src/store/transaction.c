/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "core/text/text.h"
#include "store/json-list.h"
#include "store/record.h"
#include "store/schema.h"
#include "store/transaction-private.h"

/* So many new recommendations of one step are kept in the history whole. Of what goes beyond, only the keys: a copy of
 * 250,000 would double the file. */
#define MAX_ADDED_WHOLE 10000

/**
 * suivi_store_begin:
 * @label: the name of the step, translated, "Grade 12 recommendations"; stands on the undo button and in the
 * history
 * @error: %SUIVI_STORE_ERROR_READ_ONLY, _LOCKED, _DISK_FULL, …
 *
 * Begins a step. There can be one at a time.
 *
 * Returns: (transfer full) (nullable): the transaction, to be committed, or dropped to change nothing
 */
SuiviTransaction *
suivi_store_begin (SuiviStore *store, const char *label, GError **error)
{
  static const char *const tables[] = SUIVI_TRACKED_TABLES;
  g_autoptr (SuiviTransaction) self = NULL;
  int code = SQLITE_OK;

  g_return_val_if_fail (store->transaction == NULL, NULL);
  g_return_val_if_fail (label != NULL, NULL);

  if (!suivi_store_prepare_to_write (store, error)
      || !suivi_database_exec (store->db, "BEGIN IMMEDIATE", error))
    return NULL;

  self = g_new0 (SuiviTransaction, 1);
  self->store = store;
  self->label = g_strdup (label);
  self->now = suivi_store_now ();
  store->transaction = self;

  if (!suivi_history_refresh (store, error))
    return NULL;
  code = sqlite3session_create (store->db, "main", &self->session);
  for (gsize i = 0; i < G_N_ELEMENTS (tables) && code == SQLITE_OK; i++)
    code = sqlite3session_attach (self->session, tables[i]);
  if (code != SQLITE_OK)
    {
      suivi_database_set_error (store->db, code, error);
      return NULL;
    }

  return g_steal_pointer (&self);
}

/**
 * suivi_transaction_free:
 * @self: (nullable) (transfer full): a transaction; what was not committed is rolled back
 */
void
suivi_transaction_free (SuiviTransaction *self)
{
  if (self == NULL)
    return;

  if (self->session != NULL)
    sqlite3session_delete (self->session);
  if (self->store->transaction == self)
    {
      sqlite3_exec (self->store->db, "ROLLBACK", NULL, NULL, NULL);
      self->store->transaction = NULL;
    }
  g_clear_pointer (&self->added, g_byte_array_unref);
  g_clear_pointer (&self->indexes, g_ptr_array_unref);
  g_clear_pointer (&self->organisations, g_hash_table_unref);
  g_free (self->label);
  g_free (self->now);
  g_free (self);
}

/**
 * suivi_transaction_set_final:
 *
 * Makes the step no part of undo: what it changes stands in the history by its name only, and nothing that was undone
 * before can be done again.
 */
void
suivi_transaction_set_final (SuiviTransaction *self)
{
  self->final = TRUE;
}

/**
 * suivi_transaction_is_empty:
 *
 * Returns: whether nothing was changed so far: such a step leaves no line in the history, and nothing that could be undone
 */
gboolean
suivi_transaction_is_empty (SuiviTransaction *self)
{
  g_return_val_if_fail (self->session != NULL, TRUE);

  return sqlite3session_isempty (self->session) && self->added == NULL && !self->acted;
}

/* Making an index at once from what there is takes a fraction of the time of keeping it in order through very many
 * additions. The key stays: puts need it. */
static gboolean
drop_indexes (SuiviTransaction *self, GError **error)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  sqlite3_stmt *statement
    = suivi_store_prepare (self->store,
                           "SELECT name, sql FROM sqlite_schema"
                           " WHERE type = 'index' AND tbl_name = 'recommendation' AND sql IS NOT NULL",
                           error);
  gboolean row = FALSE;

  if (statement == NULL)
    return FALSE;

  self->indexes = g_ptr_array_new_with_free_func (g_free);
  for (;;)
    {
      if (!suivi_database_step (statement, &row, error))
        return FALSE;
      if (!row)
        break;
      g_ptr_array_add (names, suivi_column_text (statement, 0));
      g_ptr_array_add (self->indexes, suivi_column_text (statement, 1));
    }
  sqlite3_reset (statement);

  for (guint i = 0; i < names->len; i++)
    {
      /* The names are those of our own schema: it was compared when the file was opened. */
      g_autofree char *sql = g_strdup_printf ("DROP INDEX %s", (char *) g_ptr_array_index (names, i));

      if (!suivi_database_exec (self->store->db, sql, error))
        return FALSE;
    }

  return TRUE;
}

static gboolean
make_indexes (SuiviTransaction *self, GError **error)
{
  for (guint i = 0; self->indexes != NULL && i < self->indexes->len; i++)
    {
      if (!suivi_database_exec (self->store->db, g_ptr_array_index (self->indexes, i), error))
        return FALSE;
    }

  return TRUE;
}

/**
 * suivi_transaction_commit:
 * @error: %SUIVI_STORE_ERROR_DISK_FULL, …
 *
 * Writes the step and its line in the history, for good. A step that changed nothing leaves no line.
 * Afterwards the transaction can only be freed.
 *
 * Returns: whether it was written; if not, nothing was
 */
gboolean
suivi_transaction_commit (SuiviTransaction *self, GError **error)
{
  SuiviStore *store = self->store;
  void *changes = NULL;
  int size = 0;
  int code = SQLITE_OK;
  gboolean ok = FALSE;

  g_return_val_if_fail (store->transaction == self, FALSE);

  code = sqlite3session_changeset (self->session, &size, &changes);
  g_clear_pointer (&self->session, sqlite3session_delete);
  if (code != SQLITE_OK)
    suivi_database_set_error (store->db, code, error);
  else if (size == 0 && self->added == NULL && !self->acted)
    ok = self->tidied ? suivi_store_update_index (store, error) && suivi_store_commit (store, error)
                      : suivi_database_exec (store->db, "ROLLBACK", error);
  else
    ok = make_indexes (self, error) && suivi_store_update_index (store, error)
         && suivi_history_append (store, "do", 0, self->label, size > 0 && !self->final ? changes : NULL,
                                  self->final ? 0 : size, self->added, error)
         && suivi_store_commit (store, error);
  sqlite3_free (changes);

  store->transaction = NULL;
  if (!ok)
    {
      sqlite3_exec (store->db, "ROLLBACK", NULL, NULL, NULL);
      suivi_history_load (store, NULL);
    }

  return ok;
}

/**
 * suivi_transaction_run:
 * @statement: a kept one, bound
 *
 * Runs a statement that has no result and makes it ready for the next time.
 *
 * Returns: %FALSE on failure
 */
gboolean
suivi_transaction_run (sqlite3_stmt *statement, GError **error)
{
  gboolean ok = suivi_database_step (statement, NULL, error);

  sqlite3_reset (statement);
  sqlite3_clear_bindings (statement);

  return ok;
}

/**
 * suivi_transaction_run_with_id:
 * @statements: SQL that takes the key
 * @n: how many
 *
 * Runs statements one after the other.
 *
 * Returns: %FALSE on failure
 */
gboolean
suivi_transaction_run_with_id (SuiviTransaction *self,
                               const char *const *statements,
                               gsize n,
                               const char *id,
                               GError **error)
{
  for (gsize i = 0; i < n; i++)
    {
      sqlite3_stmt *statement = suivi_store_prepare (self->store, statements[i], error);

      if (statement == NULL)
        return FALSE;
      suivi_bind_text (statement, 1, id);
      if (!suivi_transaction_run (statement, error))
        return FALSE;
    }

  return TRUE;
}

/**
 * suivi_refuse_blank:
 * @message: what is missing, translated
 *
 * Returns: whether @text says something; if not, @error is %SUIVI_STORE_ERROR_INVALID
 */
gboolean
suivi_refuse_blank (const char *text, const char *message, GError **error)
{
  if (!suivi_text_is_blank (text))
    return TRUE;

  g_set_error_literal (error, SUIVI_STORE_ERROR, SUIVI_STORE_ERROR_INVALID, message);
  return FALSE;
}

/**
 * suivi_transaction_put_review:
 *
 * Adds the review, or updates the one with the same key.
 *
 * Returns: %FALSE on failure: the transaction should then be dropped
 */
gboolean
suivi_transaction_put_review (SuiviTransaction *self, SuiviReview *review, GError **error)
{
  sqlite3_stmt *statement = suivi_store_prepare (
    self->store,
    "INSERT INTO review (id, state, session, symbol, changed_by, changed_at)"
    " VALUES (?1, ?2, ?3, ?4, ?5, ?6)"
    " ON CONFLICT (id) DO UPDATE SET state = excluded.state, session = excluded.session,"
    "   symbol = excluded.symbol, changed_by = excluded.changed_by,"
    "   changed_at = excluded.changed_at"
    " WHERE (state, session, symbol) IS NOT (excluded.state, excluded.session, excluded.symbol)",
    error);

  if (statement == NULL)
    return FALSE;

  suivi_bind_text (statement, 1, review->id);
  suivi_bind_text (statement, 2, review->state);
  sqlite3_bind_int64 (statement, 3, review->session);
  suivi_bind_text (statement, 4, review->symbol);
  suivi_bind_text (statement, 5, self->store->author);
  suivi_bind_text (statement, 6, self->now);

  return suivi_transaction_run (statement, error);
}

/* What the list of all recommendations is ordered by: State, session, number. Outputs of other mechanisms follow the
 * reviews of their State. Put together by SQL itself. */
#define SORT_KEY                                                                                            \
  "coalesce ((SELECT v.state || printf (':%04d:', v.session) FROM review v WHERE v.id = ?2),"               \
  "          coalesce (json_extract (?21, '$[0]'), '') || ':' || ?20 || ':' || coalesce (?22, '') || ':') " \
  "|| ?17"

/* Texts without a number come behind those with one, in the order of the alphabet. */
static char *
make_sort_key (SuiviRecommendation *recommendation)
{
  g_autofree char *folded = NULL;

  if (!suivi_text_is_blank (recommendation->number))
    return suivi_recommendation_number_to_sort_key (recommendation->number);

  folded = g_utf8_substring (recommendation->text, 0, MIN (g_utf8_strlen (recommendation->text, 200), 60));

  return g_strconcat ("~", folded, NULL);
}

static void
bind_list (sqlite3_stmt *statement, int index, char **values)
{
  char *json = suivi_json_list_encode ((const char *const *) values);

  sqlite3_bind_text (statement, index, json, -1, g_free);
}

/**
 * suivi_transaction_put_recommendation:
 *
 * Adds the recommendation, or updates the one with the same key. Its review (and parent, and import) must
 * have been put before. The light is not saved: it comes from assessments.
 *
 * Returns: %FALSE on failure: the transaction should then be dropped
 */
gboolean
suivi_transaction_put_recommendation (SuiviTransaction *self,
                                      SuiviRecommendation *recommendation,
                                      GError **error)
{
#define COLUMNS                                                                                           \
  "review_id, parent_id, import_id, number, text, original, states, position, position_word, "            \
  "position_source,"                                                                                      \
  " themes, groups, sdgs, child_focused, child_focused_decided, sort_key, mechanism, concerned, symbol, " \
  "date,"                                                                                                 \
  " source_key, category, issues"
#define EXCLUDED                                                                                \
  "excluded.review_id, excluded.parent_id, excluded.import_id, excluded.number, excluded.text," \
  " excluded.original, excluded.states, excluded.position, excluded.position_word, "            \
  "excluded.position_source,"                                                                   \
  " excluded.themes, excluded.groups, excluded.sdgs, excluded.child_focused, "                  \
  "excluded.child_focused_decided,"                                                             \
  " excluded.sort_key, excluded.mechanism, excluded.concerned, excluded.symbol, excluded.date," \
  " excluded.source_key, excluded.category, excluded.issues"
  static const char sql[]
    = "INSERT INTO recommendation (id, " COLUMNS ", changed_by, changed_at)"
      " VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, " SORT_KEY
      ", ?20, ?21, ?22, ?23, ?24, ?25, ?26, ?18, ?19)"
      " ON CONFLICT (id) DO UPDATE SET"
      "   (" COLUMNS ", changed_by, changed_at) = (" EXCLUDED ", excluded.changed_by, excluded.changed_at)"
      " WHERE (" COLUMNS ") IS NOT (" EXCLUDED ")";
#undef COLUMNS
#undef EXCLUDED
  sqlite3_stmt *statement = NULL;
  g_autofree char *sort_key = NULL;

  if (self->put == NULL)
    self->put = suivi_store_prepare (self->store, sql, error);
  statement = self->put;
  if (statement == NULL)
    return FALSE;

  sort_key = make_sort_key (recommendation);
  suivi_bind_text (statement, 1, recommendation->id);
  suivi_bind_text (statement, 2, recommendation->review_id);
  suivi_bind_text (statement, 3, recommendation->parent_id);
  suivi_bind_text (statement, 4, recommendation->import_id);
  suivi_bind_text (statement, 5, recommendation->number);
  suivi_bind_text (statement, 6, recommendation->text);
  suivi_bind_text (statement, 7, recommendation->original);
  bind_list (statement, 8, recommendation->states);
  suivi_bind_text (statement, 9, suivi_position_to_nick (recommendation->position));
  suivi_bind_text (statement, 10, recommendation->position_word);
  suivi_bind_text (statement, 11, recommendation->position_source);
  bind_list (statement, 12, recommendation->themes);
  bind_list (statement, 13, recommendation->groups);
  bind_list (statement, 14, recommendation->sdgs);
  sqlite3_bind_int (statement, 15, recommendation->child_focused != FALSE);
  sqlite3_bind_int (statement, 16, recommendation->child_focused_decided != FALSE);
  suivi_bind_text (statement, 17, sort_key);
  suivi_bind_text (statement, 18, self->store->author);
  suivi_bind_text (statement, 19, self->now);
  suivi_bind_text (statement, 20, recommendation->mechanism);
  bind_list (statement, 21, recommendation->concerned);
  suivi_bind_text (statement, 22, recommendation->symbol);
  suivi_bind_text (statement, 23, recommendation->date);
  suivi_bind_text (statement, 24, recommendation->source_key);
  sqlite3_bind_int64 (statement, 25, recommendation->category);
  bind_list (statement, 26, recommendation->issues);

  return suivi_transaction_run (statement, error);
}

/* Remembers the key of a new recommendation for undo: 16 bytes. */
static gboolean
remember_added (SuiviTransaction *self, const char *id)
{
  guint8 key[SUIVI_HISTORY_KEY_SIZE] = { 0 };

  if (!suivi_history_pack_key (id, key))
    return FALSE;

  if (self->added == NULL)
    {
      self->added = g_byte_array_new ();
      g_byte_array_append (self->added, (const guint8 *) self->now, strlen (self->now));
    }
  g_byte_array_append (self->added, key, sizeof key);

  return TRUE;
}

/**
 * suivi_transaction_add_recommendation:
 * @recommendation: one whose key the workspace does not have
 *
 * Adds a new recommendation, as suivi_transaction_put_recommendation() does. Of very many in one step, the history
 * keeps only the keys: such a step can be undone, but not done again.
 *
 * Returns: %FALSE on failure: the transaction should then be dropped
 */
gboolean
suivi_transaction_add_recommendation (SuiviTransaction *self,
                                      SuiviRecommendation *recommendation,
                                      GError **error)
{
  gboolean ok = FALSE;

  self->n_added++;
  if (self->n_added <= MAX_ADDED_WHOLE || !remember_added (self, recommendation->id))
    return suivi_transaction_put_recommendation (self, recommendation, error);
  if (self->indexes == NULL && !drop_indexes (self, error))
    return FALSE;

  sqlite3session_enable (self->session, FALSE);
  ok = suivi_transaction_put_recommendation (self, recommendation, error);
  sqlite3session_enable (self->session, TRUE);

  return ok;
}

/**
 * suivi_transaction_put_link:
 *
 * Ties two recommendations, or a recommendation and an output, or changes how they are tied: one pair has one link.
 *
 * Returns: %FALSE on failure: the transaction should then be dropped
 */
gboolean
suivi_transaction_put_link (SuiviTransaction *self, SuiviLink *link, GError **error)
{
#define UPDATE                                                                              \
  " DO UPDATE SET (from_id, to_id, relation, changed_by, changed_at) = (excluded.from_id, " \
  "   excluded.to_id, excluded.relation, excluded.changed_by, excluded.changed_at)"         \
  " WHERE (from_id, to_id, relation) IS NOT (excluded.from_id, excluded.to_id, excluded.relation)"
  sqlite3_stmt *statement = suivi_store_prepare (
    self->store,
    "INSERT INTO link (id, from_id, to_id, relation, changed_by, changed_at) VALUES (?1, ?2, ?3, ?4, ?5, ?6)"
    " ON CONFLICT (id)" UPDATE " ON CONFLICT (from_id, to_id)" UPDATE,
    error);
#undef UPDATE

  if (statement == NULL)
    return FALSE;

  suivi_bind_text (statement, 1, link->id);
  suivi_bind_text (statement, 2, link->from_id);
  suivi_bind_text (statement, 3, link->to_id);
  suivi_bind_text (statement, 4, suivi_relation_to_nick (link->relation));
  suivi_bind_text (statement, 5, self->store->author);
  suivi_bind_text (statement, 6, self->now);

  return suivi_transaction_run (statement, error);
}

/**
 * suivi_transaction_delete_link:
 *
 * Unties what a link ties. No error if it is not there.
 *
 * Returns: %FALSE on failure: the transaction should then be dropped
 */
gboolean
suivi_transaction_delete_link (SuiviTransaction *self, const char *id, GError **error)
{
  sqlite3_stmt *statement = suivi_store_prepare (self->store, "DELETE FROM link WHERE id = ?1", error);

  if (statement == NULL)
    return FALSE;
  suivi_bind_text (statement, 1, id);

  return suivi_transaction_run (statement, error);
}

/**
 * suivi_transaction_put_import:
 * @import: where the recommendations put next come from; its time and author are set here
 *
 * Returns: %FALSE on failure: the transaction should then be dropped
 */
gboolean
suivi_transaction_put_import (SuiviTransaction *self, SuiviImport *import, GError **error)
{
  sqlite3_stmt *statement = suivi_store_prepare (
    self->store,
    "INSERT INTO import (id, file_name, sha256, format, rows, imported_at, imported_by,"
    "                    n_new, n_changed, n_same, n_left_out)"
    " VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11)",
    error);

  if (statement == NULL)
    return FALSE;

  suivi_bind_text (statement, 1, import->id);
  suivi_bind_text (statement, 2, import->file_name);
  suivi_bind_text (statement, 3, import->sha256);
  suivi_bind_text (statement, 4, import->format);
  sqlite3_bind_int64 (statement, 5, import->rows);
  suivi_bind_text (statement, 6, self->now);
  suivi_bind_text (statement, 7, self->store->author);
  sqlite3_bind_int64 (statement, 8, import->n_new);
  sqlite3_bind_int64 (statement, 9, import->n_changed);
  sqlite3_bind_int64 (statement, 10, import->n_same);
  sqlite3_bind_int64 (statement, 11, import->n_left_out);

  return suivi_transaction_run (statement, error);
}

/**
 * suivi_transaction_delete_recommendation:
 *
 * Deletes a recommendation, its parts, its assessments and its links. A draft that it took up, or that it speaks for,
 * stays and forgets it; a grade that was begun waits for undo, and nobody sees it so long. No error if it is not there.
 *
 * Returns: %FALSE on failure: the transaction should then be dropped
 */
gboolean
suivi_transaction_delete_recommendation (SuiviTransaction *self, const char *id, GError **error)
{
#define WITH_PARTS "(SELECT id FROM recommendation WHERE id = ?1 OR parent_id = ?1)"
  static const char *const statements[] = {
    "DELETE FROM statement_use WHERE recommendation_id IN " WITH_PARTS,
    "DELETE FROM cluster_member WHERE recommendation_id IN " WITH_PARTS,
    "DELETE FROM evidence_use WHERE assessment_id IN"
    "  (SELECT id FROM assessment WHERE recommendation_id IN " WITH_PARTS ")",
    "UPDATE draft SET recommendation_id = NULL WHERE recommendation_id IN " WITH_PARTS,
    "UPDATE backing SET recommendation_id = NULL WHERE recommendation_id IN " WITH_PARTS,
    "DELETE FROM link WHERE from_id IN " WITH_PARTS " OR to_id IN " WITH_PARTS,
    "DELETE FROM assessment WHERE recommendation_id IN " WITH_PARTS,
    "DELETE FROM plain_wording WHERE recommendation_id IN " WITH_PARTS,
    "DELETE FROM contribution WHERE recommendation_id IN " WITH_PARTS,
    "DELETE FROM responsibility WHERE recommendation_id IN " WITH_PARTS,
    "DELETE FROM recommendation WHERE parent_id = ?1",
    "DELETE FROM recommendation WHERE id = ?1",
  };
#undef WITH_PARTS

  return SUIVI_RUN_WITH_ID (self, statements, id, error);
}
