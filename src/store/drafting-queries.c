/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What a workspace knows that helps to draft: who may take a draft up, what was asked before, what came of it. */

#include "config.h"

#include "core/review/similarity.h"
#include "core/text/text.h"
#include "store/drafting-queries.h"
#include "store/store-private.h"

/* So many recommendations make a signal as strong as it gets. */
#define ENOUGH 3

/* Of fewer recommendations, a share says nothing. */
#define MIN_FOR_SHARE 5

/* Of fewer reviews, or of a smaller share, "recommends to every State" cannot be said. */
#define MIN_REVIEWS     5
#define NEARLY_ALL_OF_1 0.9

static const double weights[] = {
  [SUIVI_SIGNAL_CHILDREN_TO_STATE] = 5,
  [SUIVI_SIGNAL_CHILDREN_OFTEN] = 4,
  [SUIVI_SIGNAL_TOPIC] = 4,
  [SUIVI_SIGNAL_EVERY_STATE] = 2,
};

static void
signal_count_free (gpointer data)
{
  SuiviSignalCount *count = data;

  g_clear_pointer (&count->filter, suivi_filter_free);
  g_free (count);
}

/**
 * suivi_candidate_free:
 * @self: (nullable) (transfer full): a candidate
 */
void
suivi_candidate_free (SuiviCandidate *self)
{
  if (self == NULL)
    return;

  g_free (self->state);
  g_ptr_array_unref (self->signals);
  g_free (self);
}

/**
 * suivi_similar_free:
 * @self: (nullable) (transfer full): what was found
 */
void
suivi_similar_free (SuiviSimilar *self)
{
  if (self == NULL)
    return;

  g_clear_pointer (&self->recommendation, suivi_recommendation_unref);
  g_free (self);
}

/* --- which States to ask ----------------------------------------------------------------------------------
 */

typedef struct
{
  SuiviStore *store;
  const char *state;      /* the State under review */
  GHashTable *candidates; /* ISO3 → SuiviCandidate */
  GHashTable *n_of_state; /* ISO3 → how many recommendations it made */
} Ranking;

static void
ranking_clear (Ranking *self)
{
  g_clear_pointer (&self->candidates, g_hash_table_unref);
  g_clear_pointer (&self->n_of_state, g_hash_table_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Ranking, ranking_clear)

static void
add_signal (Ranking *self,
            const char *state,
            SuiviSignal signal,
            double strength,
            guint count,
            guint total,
            guint session,
            const SuiviFilter *filter)
{
  SuiviCandidate *candidate = NULL;
  SuiviSignalCount *one = NULL;

  if (count == 0 || g_strcmp0 (state, self->state) == 0)
    return;

  candidate = g_hash_table_lookup (self->candidates, state);
  if (candidate == NULL)
    {
      candidate = g_new0 (SuiviCandidate, 1);
      candidate->state = g_strdup (state);
      candidate->signals = g_ptr_array_new_with_free_func (signal_count_free);
      g_hash_table_insert (self->candidates, candidate->state, candidate);
    }

  one = g_new0 (SuiviSignalCount, 1);
  one->signal = signal;
  one->count = count;
  one->total = total;
  one->session = session;
  one->filter = suivi_filter_copy (filter);
  suivi_filter_add (one->filter, SUIVI_FACET_STATE, state);
  g_ptr_array_add (candidate->signals, one);
  candidate->score += weights[signal] * strength;
}

static double
strength_of_count (guint count)
{
  return MIN (count, ENOUGH) / (double) ENOUGH;
}

static gboolean
count_totals (Ranking *self, GError **error)
{
  g_autoptr (SuiviFilter) filter = suivi_filter_new ();
  g_autoptr (GPtrArray) counts = suivi_store_count_facet (self->store, filter, SUIVI_FACET_STATE, error);

  if (counts == NULL)
    return FALSE;
  for (guint i = 0; i < counts->len; i++)
    {
      const SuiviFacetCount *count = g_ptr_array_index (counts, i);

      g_hash_table_insert (self->n_of_state, g_strdup (count->value), GUINT_TO_POINTER (count->count));
    }

  return TRUE;
}

/* Who spoke of children to this State when it was reviewed last. */
static gboolean
add_children_to_state (Ranking *self, GPtrArray *reviews, GError **error)
{
  for (guint i = 0; i < reviews->len; i++)
    {
      const SuiviReview *review = g_ptr_array_index (reviews, i);
      g_autoptr (SuiviFilter) filter = suivi_filter_new ();
      g_autoptr (GPtrArray) counts = NULL;
      g_autoptr (GError) count_error = NULL;
      guint n = 0;

      if (g_strcmp0 (review->state, self->state) != 0)
        continue;
      suivi_filter_add (filter, SUIVI_FACET_REVIEW, review->id);
      n = suivi_store_count (self->store, filter, &count_error);
      if (count_error != NULL)
        {
          g_propagate_error (error, g_steal_pointer (&count_error));
          return FALSE;
        }
      if (n == 0)
        continue;

      suivi_filter_add (filter, SUIVI_FACET_CHILDREN, "yes");
      counts = suivi_store_count_facet (self->store, filter, SUIVI_FACET_STATE, error);
      if (counts == NULL)
        return FALSE;
      for (guint j = 0; j < counts->len; j++)
        {
          const SuiviFacetCount *count = g_ptr_array_index (counts, j);

          add_signal (self, count->value, SUIVI_SIGNAL_CHILDREN_TO_STATE, strength_of_count (count->count),
                      count->count, 0, review->session, filter);
        }
      break; /* reviews of a State are listed from the latest on */
    }

  return TRUE;
}

/* Who speaks of children more often than States do on the whole. */
static gboolean
add_children_often (Ranking *self, GError **error)
{
  g_autoptr (SuiviFilter) everything = suivi_filter_new ();
  g_autoptr (SuiviFilter) filter = suivi_filter_new ();
  g_autoptr (GPtrArray) counts = NULL;
  g_autoptr (GError) count_error = NULL;
  guint n_all = 0;
  guint n_children = 0;

  suivi_filter_add (filter, SUIVI_FACET_CHILDREN, "yes");
  n_all = suivi_store_count (self->store, everything, &count_error);
  if (count_error == NULL)
    n_children = suivi_store_count (self->store, filter, &count_error);
  if (count_error != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&count_error));
      return FALSE;
    }

  counts = suivi_store_count_facet (self->store, filter, SUIVI_FACET_STATE, error);
  if (counts == NULL)
    return FALSE;
  for (guint i = 0; i < counts->len; i++)
    {
      const SuiviFacetCount *count = g_ptr_array_index (counts, i);
      guint total = GPOINTER_TO_UINT (g_hash_table_lookup (self->n_of_state, count->value));

      /* count / total > n_children / n_all */
      if (total >= MIN_FOR_SHARE && (guint64) count->count * n_all > (guint64) n_children * total)
        add_signal (self, count->value, SUIVI_SIGNAL_CHILDREN_OFTEN, count->count / (double) total,
                    count->count, total, 0, filter);
    }

  return TRUE;
}

static gboolean
add_topic (Ranking *self, const char *key_words, GError **error)
{
  g_autoptr (SuiviFilter) filter = suivi_filter_new ();
  g_autoptr (GPtrArray) counts = NULL;

  if (suivi_text_is_blank (key_words))
    return TRUE;

  suivi_filter_set_search (filter, key_words);
  counts = suivi_store_count_facet (self->store, filter, SUIVI_FACET_STATE, error);
  if (counts == NULL)
    return FALSE;
  for (guint i = 0; i < counts->len; i++)
    {
      const SuiviFacetCount *count = g_ptr_array_index (counts, i);

      add_signal (self, count->value, SUIVI_SIGNAL_TOPIC, strength_of_count (count->count), count->count, 0,
                  0, filter);
    }

  return TRUE;
}

/* Who speaks in nearly every review that the workspace has. */
static gboolean
add_every_state (Ranking *self, GPtrArray *reviews, GError **error)
{
  g_autoptr (GHashTable) n_reviews_of_state = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (SuiviFilter) everything = suivi_filter_new ();
  GHashTableIter iter = { 0 };
  gpointer state = NULL;
  gpointer n = NULL;
  guint n_reviews = 0;

  for (guint i = 0; i < reviews->len; i++)
    {
      g_autoptr (SuiviFilter) filter = suivi_filter_new ();
      g_autoptr (GPtrArray) counts = NULL;

      suivi_filter_add (filter, SUIVI_FACET_REVIEW, ((SuiviReview *) g_ptr_array_index (reviews, i))->id);
      counts = suivi_store_count_facet (self->store, filter, SUIVI_FACET_STATE, error);
      if (counts == NULL)
        return FALSE;
      if (counts->len > 0)
        n_reviews++;
      for (guint j = 0; j < counts->len; j++)
        {
          const char *value = ((SuiviFacetCount *) g_ptr_array_index (counts, j))->value;
          guint so_far = GPOINTER_TO_UINT (g_hash_table_lookup (n_reviews_of_state, value));

          g_hash_table_replace (n_reviews_of_state, g_strdup (value), GUINT_TO_POINTER (so_far + 1));
        }
    }
  if (n_reviews < MIN_REVIEWS)
    return TRUE;

  g_hash_table_iter_init (&iter, n_reviews_of_state);
  while (g_hash_table_iter_next (&iter, &state, &n))
    {
      if (GPOINTER_TO_UINT (n) >= NEARLY_ALL_OF_1 * n_reviews)
        add_signal (self, state, SUIVI_SIGNAL_EVERY_STATE, 1, GPOINTER_TO_UINT (n), n_reviews, 0, everything);
    }

  return TRUE;
}

static int
compare_candidates (gconstpointer a, gconstpointer b)
{
  const SuiviCandidate *first = *(const SuiviCandidate *const *) a;
  const SuiviCandidate *second = *(const SuiviCandidate *const *) b;

  if (first->score != second->score)
    return first->score > second->score ? -1 : 1;

  return g_strcmp0 (first->state, second->state);
}

/**
 * suivi_store_rank_states:
 * @state: the State under review, ISO 3166-1 alpha-3; it is no candidate itself
 * @key_words: what the draft is about, as one would search for it; may be ""
 * @limit: how many at most; 0: all
 *
 * Which States may take up a draft, by what they recommended before, here and elsewhere (Factsheet 3, "Identifying
 * recommending States"). Each figure is a count of the rows that its filter lets through, so that it can be opened; of
 * %SUIVI_SIGNAL_EVERY_STATE it is one of reviews, and the filter lets through what was recommended in them.
 * Neighbourhood, ties and embassies, which Factsheet 3 names too, are for people to know.
 *
 * Returns: (transfer full) (element-type SuiviCandidate) (nullable): the States, the likeliest first; %NULL on failure
 */
GPtrArray *
suivi_store_rank_states (SuiviStore *self,
                         const char *state,
                         const char *key_words,
                         guint limit,
                         GError **error)
{
  g_autoptr (GPtrArray) reviews = suivi_store_list_reviews (self, error);
  g_autoptr (GPtrArray) candidates = g_ptr_array_new_with_free_func ((GDestroyNotify) suivi_candidate_free);
  g_auto (Ranking) ranking = { NULL };
  GHashTableIter iter = { 0 };
  gpointer candidate = NULL;

  if (reviews == NULL)
    return NULL;

  ranking.store = self;
  ranking.state = state;
  ranking.candidates = g_hash_table_new (g_str_hash, g_str_equal);
  ranking.n_of_state = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  if (!count_totals (&ranking, error) || !add_children_to_state (&ranking, reviews, error)
      || !add_children_often (&ranking, error) || !add_topic (&ranking, key_words, error)
      || !add_every_state (&ranking, reviews, error))
    {
      g_hash_table_iter_init (&iter, ranking.candidates);
      while (g_hash_table_iter_next (&iter, NULL, &candidate))
        suivi_candidate_free (candidate);
      return NULL;
    }

  g_hash_table_iter_init (&iter, ranking.candidates);
  while (g_hash_table_iter_next (&iter, NULL, &candidate))
    g_ptr_array_add (candidates, candidate);
  g_ptr_array_sort (candidates, compare_candidates);
  if (limit > 0 && candidates->len > limit)
    g_ptr_array_set_size (candidates, limit);

  return g_steal_pointer (&candidates);
}

/* --- what was asked before --------------------------------------------------------------------------------
 */

typedef struct
{
  SuiviFingerprint *print;
  GPtrArray *found;
} Search;

static gboolean
compare_row_cb (SuiviRecommendation *recommendation,
                SuiviReview *review,
                SuiviAssessment *assessment,
                gpointer user_data,
                GError **error)
{
  Search *search = user_data;
  g_autoptr (SuiviFingerprint) other = suivi_fingerprint_new (recommendation->text);
  SuiviRelation relation = SUIVI_RELATION_NONE;
  double score = 0;
  SuiviSimilar *similar = NULL;

  if (!suivi_relation_propose (search->print, other, &relation, &score))
    return TRUE;

  similar = g_new0 (SuiviSimilar, 1);
  similar->recommendation = suivi_recommendation_ref (recommendation);
  similar->relation = relation;
  similar->score = score;
  g_ptr_array_add (search->found, similar);

  return TRUE;
}

static int
compare_similar (gconstpointer a, gconstpointer b)
{
  const SuiviSimilar *first = *(const SuiviSimilar *const *) a;
  const SuiviSimilar *second = *(const SuiviSimilar *const *) b;

  if (first->score != second->score)
    return first->score > second->score ? -1 : 1;

  return g_strcmp0 (first->recommendation->id, second->recommendation->id);
}

/**
 * suivi_store_list_similar:
 * @state: the State under review, ISO 3166-1 alpha-3
 * @text: what a draft asks
 * @limit: how many at most; 0: all
 *
 * Returns: (transfer full) (element-type SuiviSimilar) (nullable): what the State was recommended before that asks for
 * something like it, the likest first; %NULL on failure
 */
GPtrArray *
suivi_store_list_similar (SuiviStore *self, const char *state, const char *text, guint limit, GError **error)
{
  g_autoptr (GPtrArray) reviews = suivi_store_list_reviews (self, error);
  g_autoptr (GPtrArray) found = g_ptr_array_new_with_free_func ((GDestroyNotify) suivi_similar_free);
  g_autoptr (SuiviFilter) filter = suivi_filter_new ();
  g_autoptr (SuiviFingerprint) print = suivi_fingerprint_new (text);
  Search search = { print, found };
  gboolean any = FALSE;

  if (reviews == NULL)
    return NULL;

  for (guint i = 0; i < reviews->len; i++)
    {
      const SuiviReview *review = g_ptr_array_index (reviews, i);

      if (g_strcmp0 (review->state, state) != 0)
        continue;
      suivi_filter_add (filter, SUIVI_FACET_REVIEW, review->id);
      any = TRUE;
    }
  if (!any || suivi_text_is_blank (text))
    return g_steal_pointer (&found);

  if (!suivi_store_foreach (self, filter, SUIVI_SORT_NUMBER, FALSE, compare_row_cb, &search, NULL, error))
    return NULL;
  g_ptr_array_sort (found, compare_similar);
  if (limit > 0 && found->len > limit)
    g_ptr_array_set_size (found, limit);

  return g_steal_pointer (&found);
}

/* --- what came of it --------------------------------------------------------------------------------------
 */

/**
 * suivi_store_count_outcome:
 * @state: (nullable): the State under review; %NULL: all
 * @outcome: (out caller-allocates): what became of the drafts
 *
 * A draft counts as raised once it was sent. An issue is reflected if one of its drafts was taken up, and supported if
 * the State supports that recommendation as a whole: support in part counts as noted where a count must be yes or no.
 *
 * Returns: %FALSE on failure
 */
gboolean
suivi_store_count_outcome (SuiviStore *self, const char *state, SuiviOutcome *outcome, GError **error)
{
  sqlite3_stmt *statement = suivi_store_prepare (
    self,
    "SELECT count (*), total (n_sent > 0), total (n_taken_up > 0), total (n_supported > 0), total (n_drafts),"
    "       total (n_sent), total (n_taken_up), total (n_judged), total (impact)"
    " FROM (SELECT p.id, count (d.id) AS n_drafts,"
    "         total (d.stage IN ('sent', 'taken-up', 'not-taken-up')) AS n_sent,"
    "         total (d.stage = 'taken-up') AS n_taken_up,"
    "         total (d.stage = 'taken-up' AND r.position = 'supported') AS n_supported,"
    "         total (d.stage = 'taken-up' AND d.impact <> 'unjudged') AS n_judged,"
    "         total (iif (d.stage = 'taken-up' AND d.impact <> 'unjudged', CAST (d.impact AS REAL), 0)) AS "
    "impact"
    "       FROM priority p LEFT JOIN draft d ON d.priority_id = p.id"
    "         LEFT JOIN recommendation r ON r.id = d.recommendation_id"
    "       WHERE ?1 IS NULL OR p.state = ?1 GROUP BY p.id)",
    error);

  if (statement == NULL)
    return FALSE;
  suivi_bind_text (statement, 1, state);
  if (!suivi_database_step (statement, NULL, error))
    return FALSE;

  outcome->n_issues = sqlite3_column_int64 (statement, 0);
  outcome->n_raised = sqlite3_column_int64 (statement, 1);
  outcome->n_reflected = sqlite3_column_int64 (statement, 2);
  outcome->n_supported = sqlite3_column_int64 (statement, 3);
  outcome->n_drafts = sqlite3_column_int64 (statement, 4);
  outcome->n_sent = sqlite3_column_int64 (statement, 5);
  outcome->n_taken_up = sqlite3_column_int64 (statement, 6);
  outcome->n_judged = sqlite3_column_int64 (statement, 7);
  outcome->impact = sqlite3_column_double (statement, 8);
  sqlite3_reset (statement);
  sqlite3_clear_bindings (statement);

  return TRUE;
}
