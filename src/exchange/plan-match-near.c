/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Which row could be which recommendation of the workspace: by what they nearly say. */

#include "config.h"

#include "core/review/similarity.h"
#include "core/text/text.h"
#include "exchange/plan-match.h"

/* So much two texts must have in common to be shown side by side for a decision. Between UPR Info's texts and
 * the official lists, the same with a slip of the pen has 0.8 and more; and of the 7,800 recommendations of
 * sessions 18 to 20, one in ten has another one as close as 0.7 in its own review. */
#define NEAR 0.7
/* The same where each has a number of its own: then it needs more to doubt the numbers. */
#define NEAR_WITH_NUMBERS 0.9
/* One of several asks under one number, word by word. */
#define ONE_OF_SEVERAL 1.0
/* So many of them are looked for. */
#define MAX_ASKS 26
/* Beyond so many pairs of rows and recommendations that are not tied, not each is held against each. The
 * longest review had fewer than 500 recommendations. */
#define MAX_PAIRS (600 * 600)

typedef struct
{
  double score;
  guint pending;
  guint which;
} Pair;

/* The closest first; among equals, the order of the file. */
static int
compare_pairs (gconstpointer a, gconstpointer b)
{
  const Pair *first = a;
  const Pair *second = b;

  if (first->score != second->score)
    return first->score > second->score ? -1 : 1;
  if (first->pending != second->pending)
    return first->pending < second->pending ? -1 : 1;

  return first->which < second->which ? -1 : first->which > second->which;
}

/* How much is enough; more than there can be for two that one document tells apart. */
static double
how_much_is_enough (SuiviRecommendation *a, SuiviRecommendation *b)
{
  if (suivi_text_is_blank (a->number) || suivi_text_is_blank (b->number))
    return NEAR;
  if (a->symbol != NULL && g_strcmp0 (a->symbol, b->symbol) == 0)
    return G_MAXDOUBLE;

  return NEAR_WITH_NUMBERS;
}

static GPtrArray *
make_fingerprints (SuiviPlanMatcher *self)
{
  GPtrArray *prints = g_ptr_array_new_full (self->existing->len, (GDestroyNotify) suivi_fingerprint_free);

  for (guint i = 0; i < self->existing->len; i++)
    {
      SuiviRecommendation *existing = g_ptr_array_index (self->existing, i);

      g_ptr_array_add (prints, suivi_fingerprint_new (self->claimed_by[i] == 0 ? existing->text : ""));
    }

  return prints;
}

static void
add_pairs_of (SuiviPlanMatcher *self, guint pending, SuiviPlanRow *row, GPtrArray *prints, GArray *pairs)
{
  g_autoptr (SuiviFingerprint) print = suivi_fingerprint_new (row->recommendation->text);

  for (guint i = 0; i < self->existing->len; i++)
    {
      Pair pair = { 0.0, pending, i };

      if (self->claimed_by[i] > 0)
        continue;
      pair.score = suivi_fingerprint_compare (print, g_ptr_array_index (prints, i));
      if (pair.score >= how_much_is_enough (row->recommendation, g_ptr_array_index (self->existing, i)))
        g_array_append_val (pairs, pair);
    }
}

/* The workspace has one of several asks of the row, from a source that gives each a row of its own. */
static void
add_pairs_of_asks (SuiviPlanMatcher *self, guint pending, SuiviPlanRow *row, GHashTable *texts, GArray *pairs)
{
  g_autoptr (GPtrArray) asks = suivi_plan_list_asks (row->recommendation->text);

  for (guint i = 0; asks != NULL && i < MIN (asks->len, MAX_ASKS); i++)
    {
      GArray *same = g_hash_table_lookup (texts, asks->pdata[i]);
      Pair pair = { ONE_OF_SEVERAL, pending, same != NULL ? g_array_index (same, guint, 0) : 0 };

      if (same != NULL
          && suivi_text_is_blank (((SuiviRecommendation *) self->existing->pdata[pair.which])->number))
        g_array_append_val (pairs, pair);
    }
}

static gboolean
find_pairs (SuiviPlanMatcher *self, GArray *pairs, GError **error)
{
  g_autoptr (GPtrArray) prints = make_fingerprints (self);
  g_autoptr (GHashTable) texts = suivi_plan_matcher_index_texts (self);

  for (guint i = 0; i < self->pending->len; i++)
    {
      SuiviPlanPending *pending = &g_array_index (self->pending, SuiviPlanPending, i);
      g_autoptr (SuiviPlanRow) row = NULL;

      if (g_cancellable_set_error_if_cancelled (self->comparison->cancellable, error))
        return FALSE;
      if (pending->done)
        continue;
      row = suivi_plan_matcher_load (self, pending);
      if (!suivi_plan_can_be_mended (row))
        continue;
      add_pairs_of (self, i, row, prints, pairs);
      add_pairs_of_asks (self, i, row, texts, pairs);
    }
  g_array_sort (pairs, compare_pairs);

  return TRUE;
}

static guint64
count_pairs (SuiviPlanMatcher *self)
{
  guint64 n_rows = 0;
  guint64 n_existing = 0;

  for (guint i = 0; i < self->pending->len; i++)
    n_rows += !g_array_index (self->pending, SuiviPlanPending, i).done;
  for (guint i = 0; i < self->existing->len; i++)
    n_existing += self->claimed_by[i] == 0;

  return n_rows * n_existing;
}

/**
 * suivi_plan_match_near:
 *
 * Ties rows that are left to recommendations that are left and say nearly the same, the closest first.
 * Whether they are the same, a person decides. Where there are too many of them, the plan says that nobody
 * looked.
 *
 * Returns: %FALSE with @error set on failure
 */
gboolean
suivi_plan_match_near (SuiviPlanMatcher *self, GError **error)
{
  g_autoptr (GArray) pairs = g_array_new (FALSE, FALSE, sizeof (Pair));
  guint64 n_pairs = count_pairs (self);

  self->bucket->too_many = n_pairs > MIN (MAX_PAIRS, self->comparison->n_pairs_left);
  if (n_pairs == 0 || self->bucket->too_many)
    return TRUE;
  self->comparison->n_pairs_left -= n_pairs;
  if (!find_pairs (self, pairs, error))
    return FALSE;

  for (guint i = 0; i < pairs->len; i++)
    {
      const Pair *pair = &g_array_index (pairs, Pair, i);
      SuiviPlanPending *pending = &g_array_index (self->pending, SuiviPlanPending, pair->pending);
      g_autoptr (SuiviPlanRow) row = NULL;

      if (pending->done || self->claimed_by[pair->which] > 0)
        continue;
      row = suivi_plan_matcher_load (self, pending);
      pending->done = TRUE;
      if (!suivi_plan_matcher_tie (self, pending->index, row, pair->which, SUIVI_TIE_NEAR, error))
        return FALSE;
      g_clear_object (&pending->row);
    }

  return TRUE;
}
