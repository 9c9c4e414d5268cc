/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <string.h>

#include "store/facet-index.h"

#define WORD_BITS 64

typedef struct
{
  char *value;
  GArray *places; /* of guint32: where the recommendations that have it stand among all, ascending */
} Tag;

struct _SuiviFacetIndex
{
  GArray *rows;                    /* of gint64: all recommendations, ascending */
  GPtrArray *tags[SUIVI_N_FACETS]; /* of Tag; NULL: not asked for yet */
};

struct _SuiviRowSet
{
  GArray *rows; /* of the index */
  gsize n_words;
  guint64 *words;
};

static void
tag_free (gpointer data)
{
  Tag *tag = data;

  g_array_unref (tag->places);
  g_free (tag->value);
  g_free (tag);
}

/* --- sets of rows -----------------------------------------------------------------------------------------
 */

static SuiviRowSet *
row_set_new (GArray *rows)
{
  SuiviRowSet *self = g_new0 (SuiviRowSet, 1);

  self->rows = g_array_ref (rows);
  self->n_words = (rows->len + WORD_BITS - 1) / WORD_BITS;
  self->words = g_new0 (guint64, MAX (self->n_words, 1));

  return self;
}

void
suivi_row_set_free (SuiviRowSet *self)
{
  if (self == NULL)
    return;

  g_array_unref (self->rows);
  g_free (self->words);
  g_free (self);
}

static inline void
row_set_add (SuiviRowSet *self, guint32 place)
{
  self->words[place / WORD_BITS] |= G_GUINT64_CONSTANT (1) << (place % WORD_BITS);
}

static inline gboolean
row_set_has (const SuiviRowSet *self, guint32 place)
{
  return (self->words[place / WORD_BITS] >> (place % WORD_BITS)) & 1;
}

static void
row_set_intersect (SuiviRowSet *self, const SuiviRowSet *other)
{
  for (gsize i = 0; i < self->n_words; i++)
    self->words[i] &= other->words[i];
}

static gboolean
find_place (GArray *rows, gint64 row, guint32 *place)
{
  guint first = 0;
  guint end = rows->len;

  while (first < end)
    {
      guint middle = first + (end - first) / 2;

      if (g_array_index (rows, gint64, middle) < row)
        first = middle + 1;
      else
        end = middle;
    }
  *place = first;

  return first < rows->len && g_array_index (rows, gint64, first) == row;
}

/**
 * suivi_row_set_count:
 *
 * Returns: how many recommendations are in the set
 */
guint
suivi_row_set_count (const SuiviRowSet *self)
{
  guint count = 0;

  for (gsize i = 0; i < self->n_words; i++)
    count += __builtin_popcountll (self->words[i]);

  return count;
}

/**
 * suivi_row_set_narrow:
 * @rows: (element-type gint64): numbers of rows, in any order
 *
 * Keeps only what is among @rows, too.
 */
void
suivi_row_set_narrow (SuiviRowSet *self, GArray *rows)
{
  g_autoptr (SuiviRowSet) others = row_set_new (self->rows);

  for (guint i = 0; i < rows->len; i++)
    {
      guint32 place = 0;

      if (find_place (self->rows, g_array_index (rows, gint64, i), &place))
        row_set_add (others, place);
    }
  row_set_intersect (self, others);
}

/**
 * suivi_row_set_contains:
 * @row: the number of a row
 *
 * Returns: whether it is in the set
 */
gboolean
suivi_row_set_contains (const SuiviRowSet *self, gint64 row)
{
  guint32 place = 0;

  return find_place (self->rows, row, &place) && row_set_has (self, place);
}

/* --- the index --------------------------------------------------------------------------------------------
 */

static GArray *
read_rows (SuiviStore *store, GError **error)
{
  g_autoptr (GArray) rows = g_array_new (FALSE, FALSE, sizeof (gint64));
  sqlite3_stmt *statement = suivi_store_prepare (store, "SELECT row FROM indexed ORDER BY row", error);
  gboolean row = FALSE;

  if (statement == NULL)
    return NULL;

  for (;;)
    {
      gint64 number = 0;

      if (!suivi_database_step (statement, &row, error))
        return NULL;
      if (!row)
        break;

      number = sqlite3_column_int64 (statement, 0);
      g_array_append_val (rows, number);
    }
  sqlite3_reset (statement);

  return g_steal_pointer (&rows);
}

/**
 * suivi_facet_index_new:
 *
 * Returns: (nullable): an index of the workspace as it is now, or %NULL on failure
 */
SuiviFacetIndex *
suivi_facet_index_new (SuiviStore *store, GError **error)
{
  GArray *rows = read_rows (store, error);
  SuiviFacetIndex *self = NULL;

  if (rows == NULL)
    return NULL;

  self = g_new0 (SuiviFacetIndex, 1);
  self->rows = rows;

  return self;
}

/**
 * suivi_facet_index_free:
 * @self: (nullable) (transfer full): an index
 */
void
suivi_facet_index_free (SuiviFacetIndex *self)
{
  if (self == NULL)
    return;

  for (guint i = 0; i < SUIVI_N_FACETS; i++)
    g_clear_pointer (&self->tags[i], g_ptr_array_unref);
  g_array_unref (self->rows);
  g_free (self);
}

/* The values of a facet and who has them. */
static GPtrArray *
get_tags (SuiviFacetIndex *self, SuiviStore *store, SuiviFacet facet, GError **error)
{
  g_autoptr (GPtrArray) tags = NULL;
  sqlite3_stmt *statement = NULL;
  Tag *tag = NULL;
  gint64 tag_id = -1;
  guint32 place = 0;
  gboolean row = FALSE;

  if (self->tags[facet] != NULL)
    return self->tags[facet];

  /* CROSS keeps this order: a value, then those who have it, as the facet is written. */
  statement
    = suivi_store_prepare (store,
                           "SELECT f.tag, f.row, t.value FROM tag t CROSS JOIN facet f ON f.tag = t.id"
                           " WHERE t.kind = ?1 ORDER BY f.tag, f.row",
                           error);
  if (statement == NULL)
    return NULL;
  suivi_bind_text (statement, 1, suivi_facet_get_kind (facet));

  tags = g_ptr_array_new_with_free_func (tag_free);
  for (;;)
    {
      gint64 number = 0;

      if (!suivi_database_step (statement, &row, error))
        return NULL;
      if (!row)
        break;

      if (tag == NULL || sqlite3_column_int64 (statement, 0) != tag_id)
        {
          tag_id = sqlite3_column_int64 (statement, 0);
          tag = g_new0 (Tag, 1);
          tag->value = suivi_column_text (statement, 2);
          tag->places = g_array_new (FALSE, FALSE, sizeof (guint32));
          g_ptr_array_add (tags, tag);
          place = 0;
        }
      /* Both ascend, so that the next one mostly is the next place. */
      number = sqlite3_column_int64 (statement, 1);
      if ((place < self->rows->len && g_array_index (self->rows, gint64, place) == number)
          || find_place (self->rows, number, &place))
        {
          g_array_append_val (tag->places, place);
          place++;
        }
    }
  sqlite3_reset (statement);
  self->tags[facet] = g_steal_pointer (&tags);

  return self->tags[facet];
}

/**
 * suivi_facet_index_all:
 *
 * Returns: (transfer full): all recommendations, those of every mechanism
 */
SuiviRowSet *
suivi_facet_index_all (SuiviFacetIndex *self)
{
  SuiviRowSet *set = row_set_new (self->rows);

  memset (set->words, 0xff, set->n_words * sizeof (guint64));
  if (self->rows->len % WORD_BITS != 0)
    set->words[set->n_words - 1] = (G_GUINT64_CONSTANT (1) << (self->rows->len % WORD_BITS)) - 1;

  return set;
}

static void
row_set_add_tagged (SuiviRowSet *self, const Tag *tag)
{
  for (guint i = 0; i < tag->places->len; i++)
    row_set_add (self, g_array_index (tag->places, guint32, i));
}

/* Whatever has none of the tags. */
static void
row_set_add_untagged (SuiviRowSet *self, GPtrArray *tags)
{
  g_autoptr (SuiviRowSet) tagged = row_set_new (self->rows);

  for (guint i = 0; i < tags->len; i++)
    row_set_add_tagged (tagged, g_ptr_array_index (tags, i));
  /* Bits beyond the last row do no harm: who narrows intersects with a set that has none. */
  for (gsize i = 0; i < self->n_words; i++)
    self->words[i] |= ~tagged->words[i];
}

/**
 * suivi_facet_index_narrow:
 *
 * Keeps only what has one of the values of the facet, or none at all, if that is among the values.
 *
 * Returns: %FALSE on failure
 */
gboolean
suivi_facet_index_narrow (SuiviFacetIndex *self,
                          SuiviStore *store,
                          SuiviRowSet *set,
                          SuiviFacet facet,
                          const char *const *values,
                          GError **error)
{
  GPtrArray *tags = get_tags (self, store, facet, error);
  g_autoptr (SuiviRowSet) chosen = row_set_new (self->rows);

  if (tags == NULL)
    return FALSE;

  if (g_strv_contains (values, SUIVI_FACET_NONE))
    row_set_add_untagged (chosen, tags);
  for (guint i = 0; i < tags->len; i++)
    {
      const Tag *tag = g_ptr_array_index (tags, i);

      if (g_strv_contains (values, tag->value))
        row_set_add_tagged (chosen, tag);
    }
  row_set_intersect (set, chosen);

  return TRUE;
}

static int
compare_counts (gconstpointer a, gconstpointer b)
{
  const SuiviFacetCount *const *first = a;
  const SuiviFacetCount *const *second = b;

  if ((*first)->count != (*second)->count)
    return (*first)->count > (*second)->count ? -1 : 1;

  return strcmp ((*first)->value, (*second)->value);
}

/**
 * suivi_facet_index_count:
 *
 * Returns: (transfer full) (element-type SuiviFacetCount) (nullable): how many of the set have each value of the
 * facet, the most frequent first, then by value; values that none has are left out; %NULL on failure
 */
GPtrArray *
suivi_facet_index_count (SuiviFacetIndex *self,
                         SuiviStore *store,
                         const SuiviRowSet *set,
                         SuiviFacet facet,
                         GError **error)
{
  GPtrArray *tags = get_tags (self, store, facet, error);
  GPtrArray *counts = NULL;

  if (tags == NULL)
    return NULL;

  counts = g_ptr_array_new_with_free_func ((GDestroyNotify) suivi_facet_count_free);
  for (guint i = 0; i < tags->len; i++)
    {
      const Tag *tag = g_ptr_array_index (tags, i);
      SuiviFacetCount *count = NULL;
      guint n = 0;

      for (guint j = 0; j < tag->places->len; j++)
        n += row_set_has (set, g_array_index (tag->places, guint32, j));
      if (n == 0)
        continue;
      count = g_new0 (SuiviFacetCount, 1);
      count->value = g_strdup (tag->value);
      count->count = n;
      g_ptr_array_add (counts, count);
    }
  g_ptr_array_sort (counts, compare_counts);

  return counts;
}
