/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * Keeps what is made from the tables up to date: which recommendation has which facets, and the full-text index.
 * Triggers note which rows are due; here the work is done for all of them at once. What facets must hold is said by the
 * view recommendation_tag, and suivi_store_check() holds one against the other; with 250,000 rows the view itself would
 * be ten times slower.
 */

#include "config.h"

#include <string.h>

#include "core/review/review.h"
#include "store/json-list.h"
#include "store/store-private.h"

typedef struct
{
  gint64 id;
  GArray *rows; /* of gint64: the recommendations that have it */
} Tag;

typedef struct
{
  SuiviStore *store;
  GHashTable *tags;             /* "kind\nvalue" → Tag */
  GPtrArray *in_order;          /* the same tags (unowned), by first use */
  GHashTable *reviews;          /* key of a review → SuiviReview */
  GHashTable *reviews_of_state; /* ISO3 → GPtrArray of SuiviReview */
  GByteArray *of_row;           /* the tags of the row at hand */
} Indexer;

static void
free_tag (gpointer data)
{
  Tag *tag = data;

  g_array_unref (tag->rows);
  g_free (tag);
}

static void
indexer_clear (Indexer *self)
{
  g_clear_pointer (&self->tags, g_hash_table_unref);
  g_clear_pointer (&self->in_order, g_ptr_array_unref);
  g_clear_pointer (&self->reviews_of_state, g_hash_table_unref);
  g_clear_pointer (&self->reviews, g_hash_table_unref);
  g_clear_pointer (&self->of_row, g_byte_array_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Indexer, indexer_clear)

static gboolean
indexer_init (Indexer *self, SuiviStore *store, GError **error)
{
  g_autoptr (GPtrArray) reviews = suivi_store_list_reviews (store, error);

  if (reviews == NULL)
    return FALSE;

  self->store = store;
  self->tags = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, free_tag);
  self->in_order = g_ptr_array_new ();
  self->of_row = g_byte_array_new ();
  self->reviews = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, (GDestroyNotify) suivi_review_free);
  self->reviews_of_state
    = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, (GDestroyNotify) g_ptr_array_unref);
  g_ptr_array_set_free_func (reviews, NULL);
  for (guint i = 0; i < reviews->len; i++)
    {
      SuiviReview *review = g_ptr_array_index (reviews, i);
      GPtrArray *same_state = g_hash_table_lookup (self->reviews_of_state, review->state);

      if (same_state == NULL)
        {
          same_state = g_ptr_array_new ();
          g_hash_table_insert (self->reviews_of_state, review->state, same_state);
        }
      g_ptr_array_add (same_state, review);
      g_hash_table_insert (self->reviews, review->id, review);
    }

  return TRUE;
}

/* Finds or makes the number of a tag in the file. */
static gboolean
find_tag_id (SuiviStore *store, const char *kind, const char *value, gint64 *id, GError **error)
{
  sqlite3_stmt *search
    = suivi_store_prepare (store, "SELECT id FROM tag WHERE kind = ?1 AND value = ?2", error);
  sqlite3_stmt *insertion = NULL;
  gboolean row = FALSE;

  if (search == NULL)
    return FALSE;
  suivi_bind_text (search, 1, kind);
  suivi_bind_text (search, 2, value);
  if (!suivi_database_step (search, &row, error))
    return FALSE;
  *id = sqlite3_column_int64 (search, 0);
  sqlite3_reset (search);
  if (row)
    return TRUE;

  insertion = suivi_store_prepare (store, "INSERT INTO tag (kind, value) VALUES (?1, ?2)", error);
  if (insertion == NULL)
    return FALSE;
  suivi_bind_text (insertion, 1, kind);
  suivi_bind_text (insertion, 2, value);
  if (!suivi_database_step (insertion, NULL, error))
    return FALSE;
  sqlite3_reset (insertion);
  *id = sqlite3_last_insert_rowid (store->db);

  return TRUE;
}

static gboolean
add_tag (Indexer *self, gint64 row, const char *kind, const char *value, GError **error)
{
  char stack_key[256] = "";
  g_autofree char *heap_key = NULL;
  const char *key = stack_key;
  Tag *tag = NULL;
  guint32 id = 0;

  if (g_snprintf (stack_key, sizeof stack_key, "%s\n%s", kind, value) >= (int) sizeof stack_key)
    key = heap_key = g_strdup_printf ("%s\n%s", kind, value);

  tag = g_hash_table_lookup (self->tags, key);
  if (tag == NULL)
    {
      tag = g_new0 (Tag, 1);
      tag->rows = g_array_new (FALSE, FALSE, sizeof (gint64));
      g_hash_table_insert (self->tags, g_strdup (key), tag);
      g_ptr_array_add (self->in_order, tag);
      if (!find_tag_id (self->store, kind, value, &tag->id, error))
        return FALSE;
    }
  /* A list may name a value twice: it is one facet. */
  if (tag->rows->len > 0 && g_array_index (tag->rows, gint64, tag->rows->len - 1) == row)
    return TRUE;

  g_array_append_val (tag->rows, row);
  id = GUINT32_TO_LE ((guint32) tag->id);
  g_byte_array_append (self->of_row, (const guint8 *) &id, sizeof id);

  return TRUE;
}

static gboolean
add_list (Indexer *self, gint64 row, const char *kind, const char *json, GError **error)
{
  g_auto (GStrv) values = suivi_json_list_decode (json);

  for (gsize i = 0; values[i] != NULL; i++)
    {
      if (!add_tag (self, row, kind, values[i], error))
        return FALSE;
    }

  return TRUE;
}

static gboolean
add_review (Indexer *self, gint64 row, const char *review_id, GError **error)
{
  SuiviReview *review = g_hash_table_lookup (self->reviews, review_id);
  char cycle[16] = "";

  if (!add_tag (self, row, "review", review_id, error))
    return FALSE;
  if (review == NULL)
    return TRUE;

  g_snprintf (cycle, sizeof cycle, "%u", suivi_review_cycle_of_session (review->session));

  return add_tag (self, row, "cycle", cycle, error);
}

static gboolean
add_reviews_of_states (Indexer *self, gint64 row, const char *concerned, GError **error)
{
  g_auto (GStrv) states = suivi_json_list_decode (concerned);

  for (gsize i = 0; states[i] != NULL; i++)
    {
      GPtrArray *reviews = g_hash_table_lookup (self->reviews_of_state, states[i]);

      for (guint j = 0; reviews != NULL && j < reviews->len; j++)
        {
          SuiviReview *review = g_ptr_array_index (reviews, j);

          if (!add_tag (self, row, "review", review->id, error))
            return FALSE;
        }
    }

  return TRUE;
}

#define DUE_COLUMNS                                                                                      \
  "r.review_id, r.mechanism, r.concerned, r.position, r.child_focused, r.category, r.states, r.themes, " \
  "r.groups, r.sdgs, r.issues, (SELECT l.light FROM assessment l WHERE l.recommendation_id = "           \
  "r.id " SUIVI_LATEST_FIRST " LIMIT 1),"                                                                \
  " (SELECT c.title FROM cluster_member m, cluster c WHERE m.recommendation_id = r.id AND c.id = "       \
  "m.cluster_id), " SUIVI_INSTITUTIONS_OF_R

static gboolean
add_tags_of_row (Indexer *self, gint64 row, sqlite3_stmt *statement, GError **error)
{
#define TEXT(column) ((const char *) sqlite3_column_text (statement, column))
  const char *review_id = TEXT (1);
  const char *mechanism = TEXT (2);
  const char *light = TEXT (12);
  const char *cluster = TEXT (13);
  char category[16] = "";

  g_snprintf (category, sizeof category, "%d", sqlite3_column_int (statement, 6));

  return (review_id != NULL ? add_review (self, row, review_id, error)
                            : add_reviews_of_states (self, row, TEXT (3), error))
         && add_tag (self, row, "mechanism", mechanism, error)
         && (g_strcmp0 (TEXT (4), "none") == 0 || add_tag (self, row, "position", TEXT (4), error))
         && add_tag (self, row, "children", sqlite3_column_int (statement, 5) ? "yes" : "no", error)
         && (g_str_equal (category, "0") || add_tag (self, row, "category", category, error))
         && add_list (self, row, "state", TEXT (7), error) && add_list (self, row, "theme", TEXT (8), error)
         && add_list (self, row, "group", TEXT (9), error) && add_list (self, row, "sdg", TEXT (10), error)
         && add_list (self, row, "issue", TEXT (11), error)
         && (cluster == NULL || add_tag (self, row, "cluster", cluster, error))
         && add_list (self, row, "institution", TEXT (14), error)
         && (review_id == NULL || add_tag (self, row, "light", light != NULL ? light : "grey", error));
#undef TEXT
}

static gboolean
run_statement (SuiviStore *self, const char *sql, GError **error)
{
  sqlite3_stmt *statement = suivi_store_prepare (self, sql, error);

  if (statement == NULL || !suivi_database_step (statement, NULL, error))
    return FALSE;
  sqlite3_reset (statement);

  return TRUE;
}

/* Takes the rows that are due out of the facets. */
static gboolean
remove_old_facets (SuiviStore *self, GError **error)
{
  sqlite3_stmt *statement
    = suivi_store_prepare (self,
                           "SELECT i.row, i.tags FROM index_due d CROSS JOIN indexed i ON i.row = d.row",
                           error);
  sqlite3_stmt *removal = suivi_store_prepare (self, "DELETE FROM facet WHERE tag = ?1 AND row = ?2", error);
  gboolean row = FALSE;

  if (statement == NULL || removal == NULL)
    return FALSE;

  for (;;)
    {
      const guint8 *tags = NULL;
      gsize n_tags = 0;

      if (!suivi_database_step (statement, &row, error))
        return FALSE;
      if (!row)
        break;

      tags = sqlite3_column_blob (statement, 1);
      n_tags = sqlite3_column_bytes (statement, 1) / sizeof (guint32);
      for (gsize i = 0; i < n_tags; i++)
        {
          guint32 id = 0;

          memcpy (&id, tags + i * sizeof id, sizeof id);
          sqlite3_bind_int64 (removal, 1, GUINT32_FROM_LE (id));
          sqlite3_bind_int64 (removal, 2, sqlite3_column_int64 (statement, 0));
          if (!suivi_database_step (removal, NULL, error))
            return FALSE;
          sqlite3_reset (removal);
        }
    }
  sqlite3_reset (statement);

  return run_statement (self, "DELETE FROM indexed WHERE row IN (SELECT row FROM index_due)", error);
}

static gboolean
collect_new_facets (Indexer *self, GError **error)
{
  /* In the order of rows: the facet then is written in order, which is much faster. */
  sqlite3_stmt *statement
    = suivi_store_prepare (self->store,
                           "SELECT r.rowid, " DUE_COLUMNS
                           " FROM index_due d CROSS JOIN recommendation r ON r.rowid = d.row"
                           " WHERE r.parent_id IS NULL ORDER BY d.row",
                           error);
  sqlite3_stmt *insertion
    = suivi_store_prepare (self->store, "INSERT INTO indexed (row, tags) VALUES (?1, ?2)", error);
  gboolean row = FALSE;

  if (statement == NULL || insertion == NULL)
    return FALSE;

  for (;;)
    {
      gint64 key = 0;

      if (!suivi_database_step (statement, &row, error))
        return FALSE;
      if (!row)
        break;

      key = sqlite3_column_int64 (statement, 0);
      g_byte_array_set_size (self->of_row, 0);
      if (!add_tags_of_row (self, key, statement, error))
        return FALSE;
      sqlite3_bind_int64 (insertion, 1, key);
      sqlite3_bind_blob (insertion, 2, self->of_row->data, self->of_row->len, SQLITE_STATIC);
      if (!suivi_database_step (insertion, NULL, error))
        return FALSE;
      sqlite3_reset (insertion);
    }
  sqlite3_reset (statement);

  return TRUE;
}

static int
compare_tags (gconstpointer a, gconstpointer b)
{
  const Tag *const *tag_a = a;
  const Tag *const *tag_b = b;

  return (*tag_a)->id < (*tag_b)->id ? -1 : (*tag_a)->id > (*tag_b)->id;
}

static gboolean
write_new_facets (Indexer *self, GError **error)
{
  sqlite3_stmt *statement
    = suivi_store_prepare (self->store, "INSERT INTO facet (tag, row) VALUES (?1, ?2)", error);

  if (statement == NULL)
    return FALSE;

  g_ptr_array_sort (self->in_order, compare_tags);
  for (guint i = 0; i < self->in_order->len; i++)
    {
      const Tag *tag = g_ptr_array_index (self->in_order, i);

      sqlite3_bind_int64 (statement, 1, tag->id);
      for (guint j = 0; j < tag->rows->len; j++)
        {
          sqlite3_bind_int64 (statement, 2, g_array_index (tag->rows, gint64, j));
          if (!suivi_database_step (statement, NULL, error))
            return FALSE;
          sqlite3_reset (statement);
        }
    }

  return TRUE;
}

/**
 * suivi_store_update_index:
 *
 * Brings facets and full-text index up to date with the rows that the triggers noted, inside the transaction
 * that changed them. Until then, a search does not see the changes.
 *
 * Returns: %FALSE on failure
 */
gboolean
suivi_store_update_index (SuiviStore *self, GError **error)
{
  g_auto (Indexer) indexer = { NULL };

  return indexer_init (&indexer, self, error) && remove_old_facets (self, error)
         && collect_new_facets (&indexer, error) && write_new_facets (&indexer, error)
         && run_statement (self, "DELETE FROM search WHERE rowid IN (SELECT row FROM index_due)", error)
         && run_statement (
           self,
           "INSERT INTO search (rowid, number, text, states)"
           " SELECT r.rowid, r.number, r.text, CASE r.mechanism WHEN 'UPR' THEN suivi_state_tokens (r.states)"
           "   ELSE suivi_state_tokens (r.concerned) || r.mechanism || ' ' || coalesce (r.symbol, '') END"
           " FROM index_due d CROSS JOIN recommendation r ON r.rowid = d.row"
           " WHERE r.parent_id IS NULL ORDER BY d.row",
           error)
         && run_statement (self, "DELETE FROM index_due", error);
}
