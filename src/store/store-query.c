/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The one place where a SuiviFilter becomes SQL. */

#include "config.h"

#include <string.h>

#include "core/text/text.h"
#include "store/state-words.h"
#include "store/store-private.h"

/* Enough for any sentence; beyond that, more words narrow no further and only cost time. */
#define MAX_SEARCH_WORDS 32

static const char *const facet_kinds[SUIVI_N_FACETS] = {
  [SUIVI_FACET_REVIEW] = "review", [SUIVI_FACET_POSITION] = "position", [SUIVI_FACET_LIGHT] = "light",
  [SUIVI_FACET_THEME] = "theme",   [SUIVI_FACET_GROUP] = "group",       [SUIVI_FACET_STATE] = "state",
  [SUIVI_FACET_SDG] = "sdg",       [SUIVI_FACET_CHILDREN] = "children", [SUIVI_FACET_MECHANISM] = "mechanism",
  [SUIVI_FACET_CYCLE] = "cycle",   [SUIVI_FACET_CATEGORY] = "category", [SUIVI_FACET_ISSUE] = "issue",
};

/* A condition on recommendations `r`, with the values of its parameters in order. */
typedef struct
{
  const char *source; /* what `r` is */
  GString *sql;
  GPtrArray *values;
} Condition;

static void
condition_clear (Condition *condition)
{
  if (condition->sql != NULL)
    g_string_free (condition->sql, TRUE);
  g_clear_pointer (&condition->values, g_ptr_array_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Condition, condition_clear)

/* Adds a word of a search: some parts that follow each other, the last of which may go on. */
static void
append_word (GString *match, const char *parts)
{
  g_autofree char *states = suivi_state_words_match (parts);

  if (match->len > 0)
    g_string_append (match, " AND ");
  if (states != NULL)
    g_string_append_printf (match, "(\"%s\"* OR states : (%s))", parts, states);
  else
    g_string_append_printf (match, "\"%s\"*", parts);
}

/*
 * Makes a full-text query of what the user typed. Each word becomes a phrase of its letters and digits
 * ("140.12" is 140 followed by 12, "a-b" is a followed by b) whose last part may go on: words are found as
 * they are typed. Quoted phrases leave nothing of the query language alive. NULL: something was typed, but
 * nothing that could be found.
 */
static char *
make_match (const char *search)
{
  g_autoptr (GString) match = g_string_new (NULL);
  g_autoptr (GString) word = g_string_new (NULL);
  guint n_words = 0;
  gboolean in_part = FALSE;

  for (const char *p = search;; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (c == 0 || g_unichar_isspace (c))
        {
          if (word->len > 0 && n_words++ < MAX_SEARCH_WORDS)
            append_word (match, word->str);
          g_string_truncate (word, 0);
          if (c == 0)
            break;
        }
      else if (g_unichar_isalnum (c) || g_unichar_ismark (c) || g_unichar_type (c) == G_UNICODE_PRIVATE_USE)
        {
          if (word->len > 0 && !in_part)
            g_string_append_c (word, ' ');
          in_part = TRUE;
          g_string_append_unichar (word, c);
          continue;
        }
      in_part = FALSE;
    }

  return match->len > 0 ? g_string_free (g_steal_pointer (&match), FALSE) : NULL;
}

static void
append_placeholders (Condition *condition, const char *const *values)
{
  for (gsize i = 0; values[i] != NULL; i++)
    {
      g_string_append (condition->sql, i == 0 ? "?" : ", ?");
      g_ptr_array_add (condition->values, g_strdup (values[i]));
    }
}

/* The light at a cut-off date cannot come from the facets, which know the latest one. */
#define LIGHT_AT_CUT_OFF                                                                         \
  "coalesce ((SELECT a.light FROM assessment a WHERE a.recommendation_id = r.id AND a.date <= ?" \
  " " SUIVI_LATEST_FIRST " LIMIT 1), 'grey')"

/*
 * With @rows_only, nothing but the row number of `r` is asked for. A search then need not look at the table of
 * recommendations, whose rows are wide: what is in the full-text index is a recommendation and no part.
 */
static void
make_condition (const SuiviFilter *filter, gboolean rows_only, Condition *condition)
{
  const char *search = suivi_filter_get_search (filter);
  gboolean by_date
    = suivi_filter_get_cut_off (filter) != NULL && suivi_filter_get (filter, SUIVI_FACET_LIGHT)[0] != NULL;

  condition->source = "recommendation r";
  condition->sql = g_string_new ("r.parent_id IS NULL");
  condition->values = g_ptr_array_new_with_free_func (g_free);

  if (!suivi_text_is_blank (search))
    {
      char *match = make_match (search);

      if (match == NULL)
        {
          g_string_append (condition->sql, " AND 0");
        }
      else if (rows_only && !by_date)
        {
          condition->source = "search r";
          g_string_assign (condition->sql, "r.search MATCH ?");
          g_ptr_array_add (condition->values, match);
        }
      else
        {
          g_string_append (condition->sql, " AND r.rowid IN (SELECT rowid FROM search WHERE search MATCH ?)");
          g_ptr_array_add (condition->values, match);
        }
    }

  for (guint i = 0; i < SUIVI_N_FACETS; i++)
    {
      const char *const *values = suivi_filter_get (filter, i);

      if (values[0] == NULL)
        continue;
      if (i == SUIVI_FACET_LIGHT && by_date)
        {
          g_string_append (condition->sql, " AND r.mechanism = 'UPR' AND " LIGHT_AT_CUT_OFF " IN (");
          g_ptr_array_add (condition->values, g_strdup (suivi_filter_get_cut_off (filter)));
          append_placeholders (condition, values);
          g_string_append (condition->sql, ")");
        }
      else
        {
          /* The plus keeps SQLite from searching the full text anew for each of the rows that have the facet. */
          g_string_append_printf (condition->sql,
                                  " AND %sr.rowid IN (SELECT f.row FROM facet f JOIN tag t ON t.id = f.tag"
                                  " WHERE t.kind = '%s' AND t.value IN (",
                                  g_str_has_prefix (condition->source, "search") ? "+" : "", facet_kinds[i]);
          append_placeholders (condition, values);
          g_string_append (condition->sql, "))");
        }
    }
}

static void
bind_values (sqlite3_stmt *statement, int first, GPtrArray *values)
{
  for (guint i = 0; i < values->len; i++)
    suivi_bind_text (statement, first + i, g_ptr_array_index (values, i));
}

static const char *
order_by (SuiviSort sort, gboolean descending)
{
  switch (sort)
    {
    case SUIVI_SORT_POSITION:
      return descending
               ? "CASE r.position WHEN 'supported' THEN 0 WHEN 'part' THEN 1 WHEN 'noted' THEN 2 ELSE 3 END "
                 "DESC,"
                 " r.sort_key DESC"
               : "CASE r.position WHEN 'supported' THEN 0 WHEN 'part' THEN 1 WHEN 'noted' THEN 2 ELSE 3 END,"
                 " r.sort_key";
    case SUIVI_SORT_LIGHT:
      return descending
               ? "(SELECT CASE l.value WHEN 'red' THEN 0 WHEN 'amber' THEN 1 WHEN 'green' THEN 2 ELSE 3 END"
                 "  FROM recommendation_light l WHERE l.row = r.rowid) DESC, r.sort_key DESC"
               : "(SELECT CASE l.value WHEN 'red' THEN 0 WHEN 'amber' THEN 1 WHEN 'green' THEN 2 ELSE 3 END"
                 "  FROM recommendation_light l WHERE l.row = r.rowid), r.sort_key";
    case SUIVI_SORT_STATE:
      return descending ? "suivi_state_key (r.states) DESC, r.sort_key DESC"
                        : "suivi_state_key (r.states), r.sort_key";
    case SUIVI_SORT_NUMBER:
    default:
      return descending ? "r.sort_key DESC" : "r.sort_key";
    }
}

/* The keys of the rows that a condition lets through. In their own order, they are for suivi_rows_contain(). */
static GArray *
query_rows (SuiviStore *self, Condition *condition, const char *column, const char *order, GError **error)
{
  g_autoptr (GArray) rows = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autofree char *sql = g_strdup_printf ("SELECT %s FROM %s WHERE %s ORDER BY %s", column, condition->source,
                                          condition->sql->str, order);
  sqlite3_stmt *statement = suivi_store_prepare (self, sql, error);
  gboolean row = FALSE;

  if (statement == NULL)
    return NULL;

  bind_values (statement, 1, condition->values);
  for (;;)
    {
      gint64 key = 0;

      if (!suivi_database_step (statement, &row, error))
        return NULL;
      if (!row)
        break;

      key = sqlite3_column_int64 (statement, 0);
      g_array_append_val (rows, key);
    }
  sqlite3_reset (statement);

  return g_steal_pointer (&rows);
}

/* Forgets what was kept if something changed since. */
static gboolean
refresh_kept (SuiviStore *self, GError **error)
{
  gint64 version = 0;
  int changes = sqlite3_total_changes (self->db);

  /* Counts the changes of other programs; our own are in sqlite3_total_changes(). */
  if (!suivi_database_get_int (self->db, "PRAGMA data_version", &version, error))
    return FALSE;

  if (self->order_version != version || self->order_changes != changes)
    {
      g_clear_pointer (&self->order, g_array_unref);
      g_clear_pointer (&self->upr, g_array_unref);
      self->order_version = version;
      self->order_changes = changes;
    }

  return TRUE;
}

/* Whether a filter means the UPR alone, without saying so, and the workspace has something else. */
static gboolean
needs_upr_only (SuiviStore *self, const SuiviFilter *filter, gboolean *needed, GError **error)
{
  gint64 has_outputs = 0;

  *needed = FALSE;
  if (suivi_filter_get (filter, SUIVI_FACET_MECHANISM)[0] != NULL)
    return TRUE;
  if (!suivi_database_get_int (self->db,
                               "SELECT EXISTS (SELECT 1 FROM recommendation WHERE mechanism <> 'UPR')",
                               &has_outputs, error))
    return FALSE;
  *needed = has_outputs != 0;

  return TRUE;
}

/* The rows of the UPR, kept until something changes. */
static GArray *
query_upr (SuiviStore *self, GError **error)
{
  if (!refresh_kept (self, error))
    return NULL;
  if (self->upr == NULL)
    {
      g_auto (Condition) upr = { "facet r",
                                 g_string_new ("r.tag = (SELECT t.id FROM tag t WHERE t.kind = 'mechanism'"
                                               " AND t.value = 'UPR')"),
                                 g_ptr_array_new () };

      self->upr = query_rows (self, &upr, "r.row", "r.row", error);
    }

  return self->upr;
}

/* Keeps of the first what is in the second, too. Both are sorted. */
static void
intersect (GArray *rows, const GArray *others)
{
  guint n = 0;
  guint j = 0;

  for (guint i = 0; i < rows->len; i++)
    {
      gint64 row = g_array_index (rows, gint64, i);

      while (j < others->len && g_array_index (others, gint64, j) < row)
        j++;
      if (j < others->len && g_array_index (others, gint64, j) == row)
        g_array_index (rows, gint64, n++) = row;
    }
  g_array_set_size (rows, n);
}

/* The rows that a filter lets through, sorted. */
static GArray *
query_hits (SuiviStore *self, const SuiviFilter *filter, gboolean only_upr, GError **error)
{
  g_auto (Condition) condition = { NULL };
  g_autoptr (GArray) hits = NULL;
  GArray *upr = only_upr ? query_upr (self, error) : NULL;

  if (only_upr && upr == NULL)
    return NULL;
  if (only_upr && suivi_filter_is_empty (filter))
    return g_array_copy (upr);

  make_condition (filter, TRUE, &condition);
  hits = query_rows (self, &condition, "r.rowid", "r.rowid", error);
  if (hits != NULL && only_upr)
    intersect (hits, upr);

  return g_steal_pointer (&hits);
}

/**
 * suivi_store_count:
 *
 * Returns: how many recommendations the filter lets through; 0 with @error set on failure
 */
guint
suivi_store_count (SuiviStore *self, const SuiviFilter *filter, GError **error)
{
  g_auto (Condition) condition = { NULL };
  g_autofree char *sql = NULL;
  sqlite3_stmt *statement = NULL;
  gboolean only_upr = FALSE;
  guint count = 0;

  if (!needs_upr_only (self, filter, &only_upr, error))
    return 0;
  if (only_upr)
    {
      g_autoptr (GArray) hits = query_hits (self, filter, TRUE, error);

      return hits != NULL ? hits->len : 0;
    }

  make_condition (filter, TRUE, &condition);
  sql = g_strdup_printf ("SELECT count (*) FROM %s WHERE %s", condition.source, condition.sql->str);
  statement = suivi_store_prepare (self, sql, error);
  if (statement == NULL)
    return 0;

  bind_values (statement, 1, condition.values);
  if (!suivi_database_step (statement, NULL, error))
    return 0;
  count = sqlite3_column_int64 (statement, 0);
  sqlite3_reset (statement);

  return count;
}

/**
 * suivi_store_count_facet:
 *
 * Counts, among the recommendations that the filter lets through, how many have each value of @facet. To
 * learn what choosing one value would show, clear the facet in the filter first.
 *
 * Returns: (transfer container) (element-type SuiviFacetCount) (nullable): values that occur, the most
 * frequent first, then by value; %NULL on failure
 */
GPtrArray *
suivi_store_count_facet (SuiviStore *self, const SuiviFilter *filter, SuiviFacet facet, GError **error)
{
  g_autoptr (GPtrArray) counts = g_ptr_array_new_with_free_func ((GDestroyNotify) suivi_facet_count_free);
  g_auto (Condition) condition = { NULL };
  g_autoptr (GArray) rows = NULL;
  g_autofree char *sql = NULL;
  const char *cut_off = suivi_filter_get_cut_off (filter);
  sqlite3_stmt *statement = NULL;
  gboolean only_upr = FALSE;
  gboolean row = FALSE;

  g_return_val_if_fail (facet < SUIVI_N_FACETS, NULL);

  /* Who asks which mechanisms there are wants to hear of all. */
  if (facet != SUIVI_FACET_MECHANISM && !needs_upr_only (self, filter, &only_upr, error))
    return NULL;

  if (facet == SUIVI_FACET_LIGHT && cut_off != NULL)
    {
      make_condition (filter, FALSE, &condition);
      sql
        = g_strdup_printf ("SELECT " LIGHT_AT_CUT_OFF " AS value, count (*) FROM recommendation r"
                           " WHERE r.mechanism = 'UPR' AND %s GROUP BY value ORDER BY count (*) DESC, value",
                           condition.sql->str);
      g_ptr_array_insert (condition.values, 0, g_strdup (cut_off));
    }
  else if (suivi_filter_is_empty (filter) && !only_upr)
    {
      /* Facets know nothing of parts: without a condition there is no need to look at recommendations. */
      sql = g_strdup_printf (
        "SELECT t.value, (SELECT count (*) FROM facet f WHERE f.tag = t.id) AS n FROM tag t"
        " WHERE t.kind = '%s' AND n > 0 ORDER BY n DESC, t.value",
        facet_kinds[facet]);
    }
  else
    {
      rows = query_hits (self, filter, only_upr, error);
      if (rows == NULL)
        return NULL;
      /* Walking the facet once beats looking it up for each of many rows. */
      sql
        = g_strdup_printf ("SELECT t.value,"
                           " (SELECT total (suivi_in_rows (?1, f.row)) FROM facet f WHERE f.tag = t.id) AS n"
                           " FROM tag t WHERE t.kind = '%s' AND n > 0 ORDER BY n DESC, t.value",
                           facet_kinds[facet]);
    }
  statement = suivi_store_prepare (self, sql, error);
  if (statement == NULL)
    return NULL;

  if (rows != NULL)
    sqlite3_bind_pointer (statement, 1, rows, SUIVI_ROWS_POINTER, NULL);
  else if (condition.values != NULL)
    bind_values (statement, 1, condition.values);
  for (;;)
    {
      SuiviFacetCount *count = NULL;

      if (!suivi_database_step (statement, &row, error))
        return NULL;
      if (!row)
        break;

      count = g_new0 (SuiviFacetCount, 1);
      count->value = suivi_column_text (statement, 0);
      count->count = sqlite3_column_int64 (statement, 1);
      g_ptr_array_add (counts, count);
    }
  sqlite3_reset (statement);

  return g_steal_pointer (&counts);
}

/*
 * All recommendations in order. Kept until something changes: with many hits, a search would spend most of
 * its time on sorting them again.
 */
static GArray *
query_order (SuiviStore *self, SuiviSort sort, gboolean descending, GError **error)
{
  if (!refresh_kept (self, error))
    return NULL;

  if (self->order == NULL || self->order_sort != sort || self->order_descending != descending)
    {
      g_auto (Condition) everything
              = { "recommendation r", g_string_new ("r.parent_id IS NULL"), g_ptr_array_new () };

      g_clear_pointer (&self->order, g_array_unref);
      self->order = query_rows (self, &everything, "r.rowid", order_by (sort, descending), error);
      self->order_sort = sort;
      self->order_descending = descending;
    }

  return self->order;
}

/**
 * suivi_store_query_keys:
 * @cancellable: (nullable): stops the search
 *
 * The keys are small numbers that stand for recommendations in suivi_store_load(); they hold until the next
 * change.
 *
 * Returns: (transfer full) (element-type gint64) (nullable): the keys in order, or %NULL on failure
 */
GArray *
suivi_store_query_keys (SuiviStore *self,
                        const SuiviFilter *filter,
                        SuiviSort sort,
                        gboolean descending,
                        GCancellable *cancellable,
                        GError **error)
{
  g_autoptr (GArray) hits = NULL;
  g_autoptr (GArray) keys = NULL;
  g_autoptr (GArray) order = NULL; /* a reference: another program's step makes the store forget its own */
  gboolean only_upr = FALSE;

  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    return NULL;
  order = query_order (self, sort, descending, error);
  if (order != NULL)
    g_array_ref (order);
  if (order == NULL || !needs_upr_only (self, filter, &only_upr, error))
    return NULL;
  if (suivi_filter_is_empty (filter) && !only_upr)
    return g_array_copy (order);

  hits = query_hits (self, filter, only_upr, error);
  if (hits == NULL || g_cancellable_set_error_if_cancelled (cancellable, error))
    return NULL;

  keys = g_array_sized_new (FALSE, FALSE, sizeof (gint64), hits->len);
  for (guint i = 0; i < order->len; i++)
    {
      gint64 key = g_array_index (order, gint64, i);

      if (suivi_rows_contain (hits, key))
        g_array_append_val (keys, key);
    }

  return g_steal_pointer (&keys);
}

/**
 * suivi_store_foreach:
 * @func: (scope call): called for each row; the recommendation is only valid during the call, unless
 * referenced
 * @cancellable: (nullable): stops the reading
 *
 * Reads every row that the filter lets through, in order, without holding more than one in memory. The
 * assessment is the latest one not after the filter's cut-off date, if it has one.
 *
 * Returns: %FALSE if @func stopped, the reading failed or was cancelled
 */
gboolean
suivi_store_foreach (SuiviStore *self,
                     const SuiviFilter *filter,
                     SuiviSort sort,
                     gboolean descending,
                     SuiviRowFunc func,
                     gpointer user_data,
                     GCancellable *cancellable,
                     GError **error)
{
  const char *cut_off = suivi_filter_get_cut_off (filter);
  g_auto (Condition) condition = { NULL };
  g_autoptr (GPtrArray) reviews = suivi_store_list_reviews (self, error);
  g_autoptr (GHashTable) by_id = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (sqlite3_stmt) statement = NULL; /* not a kept one: `func` may ask the store for other things */
  g_autofree char *sql = NULL;
  gboolean row = FALSE;

  if (reviews == NULL)
    return FALSE;
  for (guint i = 0; i < reviews->len; i++)
    g_hash_table_insert (by_id, ((SuiviReview *) g_ptr_array_index (reviews, i))->id,
                         g_ptr_array_index (reviews, i));

  make_condition (filter, FALSE, &condition);
  if (suivi_filter_get (filter, SUIVI_FACET_MECHANISM)[0] == NULL)
    g_string_append (condition.sql, " AND r.mechanism = 'UPR'");
  sql = g_strdup_printf ("SELECT " SUIVI_RECOMMENDATION_COLUMNS ", " SUIVI_ASSESSMENT_COLUMNS
                         " FROM recommendation r LEFT JOIN assessment a ON a.id ="
                         "   (SELECT b.id FROM assessment b WHERE b.recommendation_id = r.id AND b.date <= ?"
                         "    " SUIVI_LATEST_FIRST " LIMIT 1)"
                         " WHERE %s ORDER BY %s",
                         condition.sql->str, order_by (sort, descending));
  if (!suivi_database_prepare (self->db, sql, &statement, error))
    return FALSE;

  suivi_bind_text (statement, 1, cut_off != NULL ? cut_off : "9999-12-31");
  bind_values (statement, 2, condition.values);
  for (;;)
    {
      g_autoptr (SuiviRecommendation) recommendation = NULL;
      g_autoptr (SuiviAssessment) assessment = NULL;
      SuiviReview *review = NULL;

      if (g_cancellable_set_error_if_cancelled (cancellable, error)
          || !suivi_database_step (statement, &row, error))
        return FALSE;
      if (!row)
        return TRUE;

      if (sqlite3_column_type (statement, SUIVI_N_RECOMMENDATION_COLUMNS) != SQLITE_NULL)
        assessment = suivi_assessment_from_row (statement, SUIVI_N_RECOMMENDATION_COLUMNS);
      recommendation
        = suivi_recommendation_from_row (statement, 0,
                                         assessment != NULL ? assessment->light : SUIVI_LIGHT_GREY);
      if (recommendation->review_id != NULL)
        review = g_hash_table_lookup (by_id, recommendation->review_id);
      if (review == NULL && recommendation->review_id != NULL)
        {
          suivi_database_set_error (NULL, SQLITE_CORRUPT, error);
          return FALSE;
        }
      if (!func (recommendation, review, assessment, user_data, error))
        return FALSE;
    }
}

/**
 * suivi_facet_count_free:
 * @self: (nullable) (transfer full): a count
 */
void
suivi_facet_count_free (SuiviFacetCount *self)
{
  if (self == NULL)
    return;

  g_free (self->value);
  g_free (self);
}
