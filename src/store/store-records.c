/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Reading single records: reviews, imports, recommendations and assessments by key. */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "store/json-list.h"
#include "store/record.h"
#include "store/store-private.h"

static gboolean
next_row (sqlite3_stmt *statement, gboolean *failed, GError **error)
{
  gboolean row = FALSE;

  *failed = !suivi_database_step (statement, &row, error);
  if (!row)
    {
      sqlite3_reset (statement);
      sqlite3_clear_bindings (statement);
    }

  return row && !*failed;
}

static SuiviReview *
review_from_row (sqlite3_stmt *statement)
{
  SuiviReview *review = g_new0 (SuiviReview, 1);

  review->id = suivi_column_text (statement, 0);
  review->state = suivi_column_text (statement, 1);
  review->session = sqlite3_column_int64 (statement, 2);
  review->symbol = suivi_column_text (statement, 3);

  return review;
}

/**
 * suivi_store_list_reviews:
 *
 * Returns: (transfer container) (element-type SuiviReview) (nullable): all reviews, by State, the latest
 * session first; %NULL on failure
 */
GPtrArray *
suivi_store_list_reviews (SuiviStore *self, GError **error)
{
  g_autoptr (GPtrArray) reviews = g_ptr_array_new_with_free_func ((GDestroyNotify) suivi_review_free);
  sqlite3_stmt *statement
    = suivi_store_prepare (self, "SELECT id, state, session, symbol FROM review ORDER BY state, session DESC",
                           error);
  gboolean failed = FALSE;

  if (statement == NULL)
    return NULL;
  while (next_row (statement, &failed, error))
    g_ptr_array_add (reviews, review_from_row (statement));

  return failed ? NULL : g_steal_pointer (&reviews);
}

/**
 * suivi_store_find_review:
 * @state: ISO 3166-1 alpha-3
 *
 * Returns: (transfer full) (nullable): the review; %NULL if there is none, or with @error set on failure
 */
SuiviReview *
suivi_store_find_review (SuiviStore *self, const char *state, guint session, GError **error)
{
  sqlite3_stmt *statement
    = suivi_store_prepare (self,
                           "SELECT id, state, session, symbol FROM review WHERE state = ?1 AND session = ?2",
                           error);
  SuiviReview *review = NULL;
  gboolean failed = FALSE;

  if (statement == NULL)
    return NULL;
  suivi_bind_text (statement, 1, state);
  sqlite3_bind_int64 (statement, 2, session);
  if (next_row (statement, &failed, error))
    {
      review = review_from_row (statement);
      sqlite3_reset (statement);
    }

  return review;
}

static GPtrArray *
read_imports (SuiviStore *self, const char *id, GError **error)
{
  g_autoptr (GPtrArray) imports = g_ptr_array_new_with_free_func ((GDestroyNotify) suivi_import_free);
  sqlite3_stmt *statement
    = suivi_store_prepare (self,
                           "SELECT id, file_name, sha256, format, rows, imported_at, imported_by,"
                           "       n_new, n_changed, n_same, n_left_out,"
                           "       (SELECT count (*) FROM recommendation r WHERE r.import_id = import.id)"
                           " FROM import WHERE ?1 IS NULL OR id = ?1 ORDER BY imported_at DESC, id",
                           error);
  gboolean failed = FALSE;

  if (statement == NULL)
    return NULL;
  suivi_bind_text (statement, 1, id);
  while (next_row (statement, &failed, error))
    {
      SuiviImport *import = g_new0 (SuiviImport, 1);

      import->id = suivi_column_text (statement, 0);
      import->file_name = suivi_column_text (statement, 1);
      import->sha256 = suivi_column_text (statement, 2);
      import->format = suivi_column_text (statement, 3);
      import->rows = sqlite3_column_int64 (statement, 4);
      import->imported_at = suivi_column_text (statement, 5);
      import->imported_by = suivi_column_text (statement, 6);
      import->n_new = sqlite3_column_int64 (statement, 7);
      import->n_changed = sqlite3_column_int64 (statement, 8);
      import->n_same = sqlite3_column_int64 (statement, 9);
      import->n_left_out = sqlite3_column_int64 (statement, 10);
      import->n_now = sqlite3_column_int64 (statement, 11);
      g_ptr_array_add (imports, import);
    }

  return failed ? NULL : g_steal_pointer (&imports);
}

/**
 * suivi_store_list_imports:
 *
 * Returns: (transfer container) (element-type SuiviImport) (nullable): where things came from, the latest
 * first; %NULL on failure
 */
GPtrArray *
suivi_store_list_imports (SuiviStore *self, GError **error)
{
  return read_imports (self, NULL, error);
}

/**
 * suivi_store_get_import:
 * @id: key of an import
 * @error: %SUIVI_STORE_ERROR_NOT_FOUND, …
 *
 * Returns: (transfer full) (nullable): the import; %NULL on failure
 */
SuiviImport *
suivi_store_get_import (SuiviStore *self, const char *id, GError **error)
{
  g_autoptr (GPtrArray) imports = NULL;

  g_return_val_if_fail (id != NULL, NULL);

  imports = read_imports (self, id, error);
  if (imports == NULL)
    return NULL;
  if (imports->len == 0)
    {
      g_set_error_literal (error, SUIVI_STORE_ERROR, SUIVI_STORE_ERROR_NOT_FOUND,
                           _ ("This import is not in the workspace any more."));
      return NULL;
    }

  return suivi_import_copy (g_ptr_array_index (imports, 0));
}

static char **
column_list (sqlite3_stmt *statement, int column)
{
  return suivi_json_list_decode ((const char *) sqlite3_column_text (statement, column));
}

/* Reads SUIVI_RECOMMENDATION_COLUMNS. A word that a damaged file may hold in place of a position counts as
 * pending. */
SuiviRecommendation *
suivi_recommendation_from_row (sqlite3_stmt *statement, int first, SuiviLight light)
{
  SuiviRecommendation *self = g_new0 (SuiviRecommendation, 1);

  g_atomic_ref_count_init (&self->ref_count);
  self->id = suivi_column_text (statement, first);
  self->review_id = suivi_column_text (statement, first + 1);
  self->parent_id = suivi_column_text (statement, first + 2);
  self->import_id = suivi_column_text (statement, first + 3);
  self->number = suivi_column_text (statement, first + 4);
  self->text = suivi_column_text (statement, first + 5);
  self->original = suivi_column_text (statement, first + 6);
  self->states = column_list (statement, first + 7);
  suivi_position_from_nick ((const char *) sqlite3_column_text (statement, first + 8), &self->position);
  self->position_word = suivi_column_text (statement, first + 9);
  self->position_source = suivi_column_text (statement, first + 10);
  self->themes = column_list (statement, first + 11);
  self->groups = column_list (statement, first + 12);
  self->sdgs = column_list (statement, first + 13);
  self->child_focused = sqlite3_column_int (statement, first + 14);
  self->child_focused_decided = sqlite3_column_int (statement, first + 15);
  self->mechanism = suivi_column_text (statement, first + 16);
  self->concerned = column_list (statement, first + 17);
  self->symbol = suivi_column_text (statement, first + 18);
  self->date = suivi_column_text (statement, first + 19);
  self->source_key = suivi_column_text (statement, first + 20);
  self->category = sqlite3_column_int (statement, first + 21);
  self->issues = column_list (statement, first + 22);
  self->institutions = column_list (statement, first + 23);
  self->light = light;

  return self;
}

/* Reads SUIVI_ASSESSMENT_COLUMNS. */
SuiviAssessment *
suivi_assessment_from_row (sqlite3_stmt *statement, int first)
{
  return suivi_record_read (&suivi_assessment_record, statement, first);
}

#define SELECT_RECOMMENDATION                                                            \
  "SELECT " SUIVI_RECOMMENDATION_COLUMNS ", coalesce ((SELECT a.light FROM assessment a" \
  " WHERE a.recommendation_id = r.id " SUIVI_LATEST_FIRST " LIMIT 1), 'grey')"           \
  " FROM recommendation r "

static SuiviRecommendation *
read_recommendation (sqlite3_stmt *statement)
{
  SuiviLight light = SUIVI_LIGHT_GREY;

  suivi_light_from_nick ((const char *) sqlite3_column_text (statement, SUIVI_N_RECOMMENDATION_COLUMNS),
                         &light);

  return suivi_recommendation_from_row (statement, 0, light);
}

static GPtrArray *
read_recommendations (sqlite3_stmt *statement, GError **error)
{
  g_autoptr (GPtrArray) recommendations
             = g_ptr_array_new_with_free_func ((GDestroyNotify) suivi_recommendation_unref);
  gboolean failed = FALSE;

  while (next_row (statement, &failed, error))
    g_ptr_array_add (recommendations, read_recommendation (statement));

  return failed ? NULL : g_steal_pointer (&recommendations);
}

static void
unref_recommendation (gpointer data)
{
  if (data != NULL)
    suivi_recommendation_unref (data);
}

/**
 * suivi_store_load:
 * @keys: (array length=n_keys): keys from suivi_store_query_keys()
 *
 * Returns: (transfer container) (element-type SuiviRecommendation) (nullable): as many as there are keys, in
 * their order; %NULL stands for one that is gone. %NULL on failure
 */
GPtrArray *
suivi_store_load (SuiviStore *self, const gint64 *keys, gsize n_keys, GError **error)
{
  g_autoptr (GPtrArray) recommendations = g_ptr_array_new_full (n_keys, unref_recommendation);
  sqlite3_stmt *statement = suivi_store_prepare (self, SELECT_RECOMMENDATION "WHERE r.rowid = ?1", error);

  if (statement == NULL)
    return NULL;

  for (gsize i = 0; i < n_keys; i++)
    {
      gboolean row = FALSE;

      sqlite3_bind_int64 (statement, 1, keys[i]);
      if (!suivi_database_step (statement, &row, error))
        return NULL;
      g_ptr_array_add (recommendations, row ? read_recommendation (statement) : NULL);
      sqlite3_reset (statement);
    }

  return g_steal_pointer (&recommendations);
}

/**
 * suivi_store_find_number:
 * @review_id: (nullable): key of a review, or %NULL for all
 * @number: (nullable): a number, "140.12", or %NULL for all
 *
 * Returns: (transfer container) (element-type SuiviRecommendation) (nullable): recommendations (no parts) in
 * order; %NULL on failure
 */
GPtrArray *
suivi_store_find_number (SuiviStore *self, const char *review_id, const char *number, GError **error)
{
  sqlite3_stmt *statement = suivi_store_prepare (self,
                                                 review_id != NULL ? SELECT_RECOMMENDATION
                                                   "WHERE r.review_id = ?1 AND (?2 IS NULL OR r.number = ?2)"
                                                   "  AND r.parent_id IS NULL ORDER BY r.sort_key, r.rowid"
                                                                   : SELECT_RECOMMENDATION
                                                   "WHERE r.review_id IS NOT NULL"
                                                   "  AND (?2 IS NULL OR r.number = ?2)"
                                                   "  AND r.parent_id IS NULL ORDER BY r.sort_key, r.rowid",
                                                 error);

  if (statement == NULL)
    return NULL;
  suivi_bind_text (statement, 1, review_id);
  suivi_bind_text (statement, 2, number);

  return read_recommendations (statement, error);
}

/**
 * suivi_store_get_recommendation:
 * @id: key of a recommendation, a part or an output
 * @error: %SUIVI_STORE_ERROR_NOT_FOUND, …
 *
 * Returns: (transfer full) (nullable): it; %NULL on failure
 */
SuiviRecommendation *
suivi_store_get_recommendation (SuiviStore *self, const char *id, GError **error)
{
  sqlite3_stmt *statement = suivi_store_prepare (self, SELECT_RECOMMENDATION "WHERE r.id = ?1", error);
  g_autoptr (GPtrArray) found = NULL;

  g_return_val_if_fail (id != NULL, NULL);

  if (statement == NULL)
    return NULL;
  suivi_bind_text (statement, 1, id);
  found = read_recommendations (statement, error);
  if (found == NULL)
    return NULL;
  if (found->len == 0)
    {
      g_set_error_literal (error, SUIVI_STORE_ERROR, SUIVI_STORE_ERROR_NOT_FOUND,
                           _ ("This recommendation is not in the workspace any more."));
      return NULL;
    }

  return suivi_recommendation_ref (g_ptr_array_index (found, 0));
}

/**
 * suivi_store_find_source_key:
 * @source_key: key in the database that something comes from, in lower case
 *
 * Returns: (transfer container) (element-type SuiviRecommendation) (nullable): what has it, in the order it was added;
 *   one database gives one key to one record, but nothing makes sure of that. %NULL on failure
 */
GPtrArray *
suivi_store_find_source_key (SuiviStore *self, const char *source_key, GError **error)
{
  sqlite3_stmt *statement
    = suivi_store_prepare (self,
                           SELECT_RECOMMENDATION "WHERE r.source_key = ?1 AND r.parent_id IS NULL"
                                                 " ORDER BY r.rowid",
                           error);

  if (statement == NULL)
    return NULL;
  suivi_bind_text (statement, 1, source_key);

  return read_recommendations (statement, error);
}

/**
 * suivi_store_find_symbol:
 * @mechanism: a body, "CRC"; not the UPR
 * @symbol: (nullable): symbol of a document; %NULL: those without one
 *
 * Returns: (transfer container) (element-type SuiviRecommendation) (nullable): the outputs of that document in order;
 *   %NULL on failure
 */
GPtrArray *
suivi_store_find_symbol (SuiviStore *self, const char *mechanism, const char *symbol, GError **error)
{
  sqlite3_stmt *statement
    = suivi_store_prepare (self,
                           SELECT_RECOMMENDATION "WHERE r.mechanism = ?1 AND r.symbol IS ?2"
                                                 "  AND r.mechanism <> 'UPR' ORDER BY r.sort_key, r.rowid",
                           error);

  if (statement == NULL)
    return NULL;
  suivi_bind_text (statement, 1, mechanism);
  suivi_bind_text (statement, 2, symbol);

  return read_recommendations (statement, error);
}

/**
 * suivi_store_list_earlier:
 * @id: key of a recommendation
 *
 * Returns: (transfer container) (element-type SuiviRecommendation) (nullable): what the same State was recommended in
 *   sessions before, the latest session first; empty for an output; %NULL on failure
 */
GPtrArray *
suivi_store_list_earlier (SuiviStore *self, const char *id, GError **error)
{
  sqlite3_stmt *statement
    = suivi_store_prepare (self,
                           SELECT_RECOMMENDATION
                           "JOIN review v ON v.id = r.review_id"
                           " JOIN review w ON w.state = v.state AND w.session > v.session"
                           " WHERE r.parent_id IS NULL"
                           "   AND w.id = (SELECT x.review_id FROM recommendation x WHERE x.id = ?1)"
                           " ORDER BY v.session DESC, r.sort_key",
                           error);

  if (statement == NULL)
    return NULL;
  suivi_bind_text (statement, 1, id);

  return read_recommendations (statement, error);
}

/**
 * suivi_store_list_links:
 * @id: key of a recommendation or an output
 *
 * Returns: (transfer container) (element-type SuiviLink) (nullable): the ties from it and to it, those of
 *   %SUIVI_RELATION_NONE included; %NULL on failure
 */
GPtrArray *
suivi_store_list_links (SuiviStore *self, const char *id, GError **error)
{
  g_autoptr (GPtrArray) links = g_ptr_array_new_with_free_func ((GDestroyNotify) suivi_link_free);
  sqlite3_stmt *statement
    = suivi_store_prepare (self,
                           "SELECT id, from_id, to_id, relation FROM link WHERE from_id = ?1 OR to_id = ?1"
                           " ORDER BY changed_at, id",
                           error);
  gboolean failed = FALSE;

  if (statement == NULL)
    return NULL;
  suivi_bind_text (statement, 1, id);
  while (next_row (statement, &failed, error))
    {
      SuiviLink *link = g_new0 (SuiviLink, 1);

      link->id = suivi_column_text (statement, 0);
      link->from_id = suivi_column_text (statement, 1);
      link->to_id = suivi_column_text (statement, 2);
      suivi_relation_from_nick ((const char *) sqlite3_column_text (statement, 3), &link->relation);
      g_ptr_array_add (links, link);
    }

  return failed ? NULL : g_steal_pointer (&links);
}

/**
 * suivi_store_list_parts:
 *
 * Returns: (transfer container) (element-type SuiviRecommendation) (nullable): the parts of a split
 * recommendation in order; %NULL on failure
 */
GPtrArray *
suivi_store_list_parts (SuiviStore *self, const char *parent_id, GError **error)
{
  sqlite3_stmt *statement
    = suivi_store_prepare (self, SELECT_RECOMMENDATION "WHERE r.parent_id = ?1 ORDER BY r.sort_key", error);

  if (statement == NULL)
    return NULL;
  suivi_bind_text (statement, 1, parent_id);

  return read_recommendations (statement, error);
}

/**
 * suivi_store_list_assessments:
 *
 * Returns: (transfer container) (element-type SuiviAssessment) (nullable): the assessments of a
 * recommendation, the one that counts first; %NULL on failure
 */
GPtrArray *
suivi_store_list_assessments (SuiviStore *self, const char *recommendation_id, GError **error)
{
  g_autoptr (GPtrArray) assessments = g_ptr_array_new_with_free_func ((GDestroyNotify) suivi_assessment_free);
  sqlite3_stmt *statement = suivi_store_prepare (self,
                                                 "SELECT " SUIVI_ASSESSMENT_COLUMNS " FROM assessment a"
                                                 " WHERE a.recommendation_id = ?1"
                                                 " " SUIVI_LATEST_FIRST,
                                                 error);
  gboolean failed = FALSE;

  if (statement == NULL)
    return NULL;
  suivi_bind_text (statement, 1, recommendation_id);
  while (next_row (statement, &failed, error))
    g_ptr_array_add (assessments, suivi_assessment_from_row (statement, 0));

  return failed ? NULL : g_steal_pointer (&assessments);
}

/**
 * suivi_import_new:
 *
 * Returns: (transfer full): an import record with a new random key
 */
SuiviImport *
suivi_import_new (void)
{
  SuiviImport *self = g_new0 (SuiviImport, 1);

  self->id = g_uuid_string_random ();

  return self;
}

/**
 * suivi_import_copy:
 *
 * Returns: (transfer full): a copy with the same key
 */
SuiviImport *
suivi_import_copy (SuiviImport *self)
{
  SuiviImport *copy = g_new0 (SuiviImport, 1);

  copy->id = g_strdup (self->id);
  copy->file_name = g_strdup (self->file_name);
  copy->sha256 = g_strdup (self->sha256);
  copy->format = g_strdup (self->format);
  copy->rows = self->rows;
  copy->n_new = self->n_new;
  copy->n_changed = self->n_changed;
  copy->n_same = self->n_same;
  copy->n_left_out = self->n_left_out;
  copy->n_now = self->n_now;
  copy->imported_at = g_strdup (self->imported_at);
  copy->imported_by = g_strdup (self->imported_by);

  return copy;
}

/**
 * suivi_import_free:
 * @self: (nullable) (transfer full): an import record
 */
void
suivi_import_free (SuiviImport *self)
{
  if (self == NULL)
    return;

  g_free (self->id);
  g_free (self->file_name);
  g_free (self->sha256);
  g_free (self->format);
  g_free (self->imported_at);
  g_free (self->imported_by);
  g_free (self);
}
