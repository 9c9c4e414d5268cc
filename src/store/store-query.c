/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The one place where a SuiviFilter becomes what it lets through. */

#include "config.h"

#include <string.h>

#include "core/text/text.h"
#include "store/facet-index.h"
#include "store/state-words.h"
#include "store/store-private.h"

/* Enough for any sentence; beyond that, more words narrow no further and only cost time. */
#define MAX_SEARCH_WORDS 32

static const char *const facet_kinds[SUIVI_N_FACETS] = {
  [SUIVI_FACET_REVIEW] = "review",
  [SUIVI_FACET_POSITION] = "position",
  [SUIVI_FACET_LIGHT] = "light",
  [SUIVI_FACET_THEME] = "theme",
  [SUIVI_FACET_GROUP] = "group",
  [SUIVI_FACET_STATE] = "state",
  [SUIVI_FACET_SDG] = "sdg",
  [SUIVI_FACET_CHILDREN] = "children",
  [SUIVI_FACET_MECHANISM] = "mechanism",
  [SUIVI_FACET_CYCLE] = "cycle",
  [SUIVI_FACET_CATEGORY] = "category",
  [SUIVI_FACET_ISSUE] = "issue",
  [SUIVI_FACET_CLUSTER] = "cluster",
  [SUIVI_FACET_INSTITUTION] = "institution",
};

/**
 * suivi_facet_get_kind:
 *
 * Returns: what tags of the facet are called in the table `tag`
 */
const char *
suivi_facet_get_kind (SuiviFacet facet)
{
  return facet_kinds[facet];
}

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

/* Whether the light must be looked up by date. */
static gboolean
asks_light_by_date (const SuiviFilter *filter)
{
  return suivi_filter_get_cut_off (filter) != NULL && suivi_filter_get (filter, SUIVI_FACET_LIGHT)[0] != NULL;
}

static void
append_light_by_date (const SuiviFilter *filter, Condition *condition)
{
  g_string_append (condition->sql, " AND r.mechanism = 'UPR' AND " LIGHT_AT_CUT_OFF " IN (");
  g_ptr_array_add (condition->values, g_strdup (suivi_filter_get_cut_off (filter)));
  append_placeholders (condition, suivi_filter_get (filter, SUIVI_FACET_LIGHT));
  g_string_append (condition->sql, ")");
}

static void
append_facet (Condition *condition, SuiviFacet facet, const char *const *values)
{
  const char *kind = facet_kinds[facet];

  g_string_append_printf (condition->sql,
                          " AND (r.rowid IN (SELECT f.row FROM facet f JOIN tag t ON t.id = f.tag"
                          " WHERE t.kind = '%s' AND t.value IN (",
                          kind);
  append_placeholders (condition, values);
  g_string_append (condition->sql, "))");
  if (g_strv_contains (values, SUIVI_FACET_NONE))
    g_string_append_printf (condition->sql,
                            " OR r.rowid NOT IN (SELECT f.row FROM facet f JOIN tag t ON t.id = f.tag"
                            " WHERE t.kind = '%s')",
                            kind);
  g_string_append (condition->sql, ")");
}

/* What was begun by whom the store serves, or before anybody gave a name. */
static void
append_begun (SuiviStore *self, Condition *condition)
{
  g_string_append (condition->sql, " AND r.id IN (SELECT d.recommendation_id FROM grade_draft d"
                                   " WHERE d.agreed = 0 AND d.author IN (?, ''))");
  g_ptr_array_add (condition->values, g_strdup (self->author));
}

/* Everything that a filter says, as a condition on the table of recommendations. */
static void
make_condition (SuiviStore *self, const SuiviFilter *filter, Condition *condition)
{
  const char *search = suivi_filter_get_search (filter);

  condition->source = "recommendation r";
  condition->sql = g_string_new ("r.parent_id IS NULL");
  condition->values = g_ptr_array_new_with_free_func (g_free);

  if (suivi_filter_get (filter, SUIVI_FACET_MECHANISM)[0] == NULL)
    g_string_append (condition->sql, " AND r.mechanism = 'UPR'");
  if (!suivi_text_is_blank (search))
    {
      char *match = make_match (search);

      g_string_append (condition->sql, match != NULL
                                         ? " AND r.rowid IN (SELECT rowid FROM search WHERE search MATCH ?)"
                                         : " AND 0");
      if (match != NULL)
        g_ptr_array_add (condition->values, match);
    }

  if (suivi_filter_get_begun (filter))
    append_begun (self, condition);
  for (guint i = 0; i < SUIVI_N_FACETS; i++)
    {
      const char *const *values = suivi_filter_get (filter, i);

      if (values[0] == NULL)
        continue;
      if (i == SUIVI_FACET_LIGHT && asks_light_by_date (filter))
        {
          append_light_by_date (filter, condition);
        }
      else
        {
          append_facet (condition, i, values);
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

/* The keys of the rows that a condition lets through. */
static GArray *
query_rows (SuiviStore *self, Condition *condition, const char *order, GError **error)
{
  g_autoptr (GArray) rows = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autofree char *sql = g_strdup_printf ("SELECT r.rowid FROM %s WHERE %s ORDER BY %s", condition->source,
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
      g_clear_pointer (&self->facets, suivi_facet_index_free);
      self->order_version = version;
      self->order_changes = changes;
    }

  return TRUE;
}

static SuiviFacetIndex *
get_facets (SuiviStore *self, GError **error)
{
  if (!refresh_kept (self, error))
    return NULL;
  if (self->facets == NULL)
    self->facets = suivi_facet_index_new (self, error);

  return self->facets;
}

/* What the search, the lights by date and the drafts of a filter let through. */
static gboolean
narrow_by_sql (SuiviStore *self, const SuiviFilter *filter, SuiviRowSet *hits, GError **error)
{
  const char *search = suivi_filter_get_search (filter);
  g_autofree char *match = suivi_text_is_blank (search) ? NULL : make_match (search);
  g_auto (Condition) condition = { NULL };
  g_autoptr (GArray) rows = NULL;

  condition.sql = g_string_new (NULL);
  condition.values = g_ptr_array_new_with_free_func (g_free);
  if (!suivi_text_is_blank (search))
    {
      /* A search need not look at the table of recommendations, whose rows are wide. */
      condition.source = "search r";
      g_string_assign (condition.sql, match != NULL ? "r.search MATCH ?" : "0");
      if (match != NULL)
        g_ptr_array_add (condition.values, g_steal_pointer (&match));
      rows = query_rows (self, &condition, "r.rowid", error);
      if (rows == NULL)
        return FALSE;
      suivi_row_set_narrow (hits, rows);
      g_clear_pointer (&rows, g_array_unref);
    }
  if (asks_light_by_date (filter))
    {
      condition.source = "recommendation r";
      g_string_assign (condition.sql, "r.parent_id IS NULL");
      g_ptr_array_set_size (condition.values, 0);
      append_light_by_date (filter, &condition);
      rows = query_rows (self, &condition, "r.rowid", error);
      if (rows == NULL)
        return FALSE;
      suivi_row_set_narrow (hits, rows);
      g_clear_pointer (&rows, g_array_unref);
    }
  if (suivi_filter_get_begun (filter))
    {
      condition.source = "recommendation r";
      g_string_assign (condition.sql, "r.parent_id IS NULL");
      g_ptr_array_set_size (condition.values, 0);
      append_begun (self, &condition);
      rows = query_rows (self, &condition, "r.rowid", error);
      if (rows == NULL)
        return FALSE;
      suivi_row_set_narrow (hits, rows);
    }

  return TRUE;
}

/* What a filter lets through. Without a mechanism it means the UPR, unless who asks wants to hear of all. */
static SuiviRowSet *
query_hits (SuiviStore *self, const SuiviFilter *filter, gboolean all_mechanisms, GError **error)
{
  static const char *const upr[] = { SUIVI_MECHANISM_UPR, NULL };
  SuiviFacetIndex *facets = get_facets (self, error);
  g_autoptr (SuiviRowSet) hits = NULL;

  if (facets == NULL)
    return NULL;

  hits = suivi_facet_index_all (facets);
  for (guint i = 0; i < SUIVI_N_FACETS; i++)
    {
      const char *const *values = suivi_filter_get (filter, i);

      if (i == SUIVI_FACET_MECHANISM && values[0] == NULL && !all_mechanisms)
        values = upr;
      if (values[0] == NULL || (i == SUIVI_FACET_LIGHT && asks_light_by_date (filter)))
        continue;
      if (!suivi_facet_index_narrow (facets, self, hits, i, values, error))
        return NULL;
    }
  if (!narrow_by_sql (self, filter, hits, error))
    return NULL;

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
  g_autoptr (SuiviRowSet) hits = query_hits (self, filter, FALSE, error);

  return hits != NULL ? suivi_row_set_count (hits) : 0;
}

/* The lights at a cut-off date, which the facets do not know. */
static GPtrArray *
count_lights_by_date (SuiviStore *self, const SuiviFilter *filter, GError **error)
{
  g_autoptr (GPtrArray) counts = g_ptr_array_new_with_free_func ((GDestroyNotify) suivi_facet_count_free);
  g_auto (Condition) condition = { NULL };
  g_autofree char *sql = NULL;
  sqlite3_stmt *statement = NULL;
  gboolean row = FALSE;

  make_condition (self, filter, &condition);
  sql = g_strdup_printf ("SELECT " LIGHT_AT_CUT_OFF " AS value, count (*) FROM recommendation r"
                         " WHERE r.mechanism = 'UPR' AND %s GROUP BY value ORDER BY count (*) DESC, value",
                         condition.sql->str);
  g_ptr_array_insert (condition.values, 0, g_strdup (suivi_filter_get_cut_off (filter)));
  statement = suivi_store_prepare (self, sql, error);
  if (statement == NULL)
    return NULL;

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

/**
 * suivi_store_count_facet:
 *
 * Counts, among the recommendations that the filter lets through, how many have each value of @facet. To
 * learn what choosing one value would show, clear the facet in the filter first. Who asks which mechanisms there are
 * hears of all.
 *
 * Returns: (transfer container) (element-type SuiviFacetCount) (nullable): values that occur, the most
 * frequent first, then by value; %NULL on failure
 */
GPtrArray *
suivi_store_count_facet (SuiviStore *self, const SuiviFilter *filter, SuiviFacet facet, GError **error)
{
  g_autoptr (SuiviRowSet) hits = NULL;

  g_return_val_if_fail (facet < SUIVI_N_FACETS, NULL);

  if (facet == SUIVI_FACET_LIGHT && suivi_filter_get_cut_off (filter) != NULL)
    return count_lights_by_date (self, filter, error);

  hits = query_hits (self, filter, facet == SUIVI_FACET_MECHANISM, error);

  return hits != NULL ? suivi_facet_index_count (self->facets, self, hits, facet, error) : NULL;
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
      self->order = query_rows (self, &everything, order_by (sort, descending), error);
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
  g_autoptr (SuiviRowSet) hits = NULL;
  g_autoptr (GArray) keys = NULL;
  g_autoptr (GArray) order = NULL; /* a reference: another program's step makes the store forget its own */

  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    return NULL;
  order = query_order (self, sort, descending, error);
  if (order == NULL)
    return NULL;
  g_array_ref (order);

  hits = query_hits (self, filter, FALSE, error);
  if (hits == NULL || g_cancellable_set_error_if_cancelled (cancellable, error))
    return NULL;

  keys = g_array_sized_new (FALSE, FALSE, sizeof (gint64), suivi_row_set_count (hits));
  for (guint i = 0; i < order->len; i++)
    {
      gint64 key = g_array_index (order, gint64, i);

      if (suivi_row_set_contains (hits, key))
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

  make_condition (self, filter, &condition);
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
