/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "app/review/tie-jobs.h"
#include "core/review/similarity.h"

/* As many as people look at. */
#define MAX_PROPOSALS 5
#define MAX_OUTPUTS   100

/* What one State was told by other mechanisms in decades; beyond, the search must narrow. */
#define MAX_COMPARED 5000

/* How many texts are compared before looking whether anybody still wants to know. */
#define COMPARED_AT_ONCE 64

/* What one job needs to know; it is handed over to the workspace's thread, so it owns all it holds. */
typedef struct
{
  gint64 key;
  SuiviRecommendation *recommendation;
  SuiviLink *link;
  char *link_id;
  char *search;
} Job;

static void
free_job (Job *job)
{
  g_clear_pointer (&job->recommendation, suivi_recommendation_unref);
  g_clear_pointer (&job->link, suivi_link_free);
  g_free (job->link_id);
  g_free (job->search);
  g_free (job);
}

/**
 * suivi_tie_free:
 * @self: (nullable) (transfer full): a tie
 */
void
suivi_tie_free (SuiviTie *self)
{
  if (self == NULL)
    return;

  g_clear_pointer (&self->recommendation, suivi_recommendation_unref);
  g_clear_pointer (&self->review, suivi_review_free);
  g_free (self->link_id);
  g_free (self);
}

/**
 * suivi_ties_free:
 * @self: (nullable) (transfer full): ties
 */
void
suivi_ties_free (SuiviTies *self)
{
  if (self == NULL)
    return;

  g_clear_pointer (&self->recommendation, suivi_recommendation_unref);
  g_ptr_array_unref (self->earlier);
  g_ptr_array_unref (self->proposals);
  g_ptr_array_unref (self->later);
  g_ptr_array_unref (self->outputs);
  g_ptr_array_unref (self->recommendations);
  g_free (self);
}

static GPtrArray *
create_tie_array (void)
{
  return g_ptr_array_new_with_free_func ((GDestroyNotify) suivi_tie_free);
}

static SuiviTies *
create_ties (void)
{
  SuiviTies *self = g_new0 (SuiviTies, 1);

  self->earlier = create_tie_array ();
  self->proposals = create_tie_array ();
  self->later = create_tie_array ();
  self->outputs = create_tie_array ();
  self->recommendations = create_tie_array ();

  return self;
}

/**
 * suivi_outputs_free:
 * @self: (nullable) (transfer full): outputs
 */
void
suivi_outputs_free (SuiviOutputs *self)
{
  if (self == NULL)
    return;

  g_clear_pointer (&self->outputs, g_ptr_array_unref);
  g_free (self);
}

static SuiviTie *
create_tie (SuiviRecommendation *other, SuiviRelation relation, GPtrArray *reviews)
{
  SuiviTie *self = g_new0 (SuiviTie, 1);

  self->recommendation = suivi_recommendation_ref (other);
  self->relation = relation;
  for (guint i = 0; i < reviews->len && self->review == NULL; i++)
    {
      SuiviReview *review = g_ptr_array_index (reviews, i);

      if (g_strcmp0 (review->id, other->review_id) == 0)
        self->review = suivi_review_copy (review);
    }

  return self;
}

/* Puts what people decided where it is shown; in @decided goes the key of each other end, refused ones too.
 * */
static gboolean
add_links (SuiviTies *ties, SuiviStore *store, GPtrArray *reviews, GHashTable *decided, GError **error)
{
  SuiviRecommendation *recommendation = ties->recommendation;
  g_autoptr (GPtrArray) links = suivi_store_list_links (store, recommendation->id, error);

  if (links == NULL)
    return FALSE;

  for (guint i = 0; i < links->len; i++)
    {
      SuiviLink *link = g_ptr_array_index (links, i);
      gboolean is_later = g_strcmp0 (link->from_id, recommendation->id) == 0;
      const char *other_id = is_later ? link->to_id : link->from_id;
      g_autoptr (SuiviRecommendation) other = NULL;
      SuiviTie *tie = NULL;

      g_hash_table_add (decided, g_strdup (other_id));
      if (link->relation == SUIVI_RELATION_NONE)
        continue;
      other = suivi_store_get_recommendation (store, other_id, error);
      if (other == NULL)
        return FALSE;

      tie = create_tie (other, link->relation, reviews);
      tie->link_id = g_strdup (link->id);
      if (suivi_recommendation_is_output (recommendation))
        g_ptr_array_add (ties->recommendations, tie);
      else if (suivi_recommendation_is_output (other))
        g_ptr_array_add (ties->outputs, tie);
      else
        g_ptr_array_add (is_later ? ties->earlier : ties->later, tie);
    }

  return TRUE;
}

static int
compare_scores (gconstpointer a, gconstpointer b)
{
  const SuiviTie *first = *(SuiviTie *const *) a;
  const SuiviTie *second = *(SuiviTie *const *) b;

  return (first->score < second->score) - (first->score > second->score);
}

static gboolean
add_proposals (SuiviTies *ties,
               SuiviStore *store,
               GPtrArray *reviews,
               GHashTable *decided,
               GCancellable *cancellable,
               GError **error)
{
  SuiviRecommendation *recommendation = ties->recommendation;
  g_autoptr (SuiviFingerprint) print = suivi_fingerprint_new (recommendation->text);
  g_autoptr (GPtrArray) earlier = suivi_store_list_earlier (store, recommendation->id, error);

  if (earlier == NULL)
    return FALSE;

  for (guint i = 0; i < earlier->len; i++)
    {
      SuiviRecommendation *other = g_ptr_array_index (earlier, i);
      g_autoptr (SuiviFingerprint) other_print = NULL;
      SuiviRelation relation = SUIVI_RELATION_NONE;
      double score = 0;

      if (i % COMPARED_AT_ONCE == 0 && g_cancellable_set_error_if_cancelled (cancellable, error))
        return FALSE;
      if (g_hash_table_contains (decided, other->id))
        continue;
      other_print = suivi_fingerprint_new (other->text);
      if (suivi_relation_propose (print, other_print, &relation, &score))
        {
          SuiviTie *tie = create_tie (other, relation, reviews);

          tie->score = score;
          g_ptr_array_add (ties->proposals, tie);
        }
    }
  g_ptr_array_sort (ties->proposals, compare_scores);
  g_ptr_array_set_size (ties->proposals, MIN (ties->proposals->len, MAX_PROPOSALS));

  return TRUE;
}

/* Makes @filter say: outputs about the State of a review. %FALSE without @error if the workspace has no
 * outputs. */
static gboolean
choose_outputs (SuiviStore *store, SuiviFilter *filter, const char *review_id, GError **error)
{
  g_autoptr (SuiviFilter) everything = suivi_filter_new ();
  g_autoptr (GPtrArray) mechanisms
             = suivi_store_count_facet (store, everything, SUIVI_FACET_MECHANISM, error);
  gboolean any = FALSE;

  if (mechanisms == NULL)
    return FALSE;

  suivi_filter_add (filter, SUIVI_FACET_REVIEW, review_id);
  for (guint i = 0; i < mechanisms->len; i++)
    {
      SuiviFacetCount *count = g_ptr_array_index (mechanisms, i);

      if (g_str_equal (count->value, SUIVI_MECHANISM_UPR))
        continue;
      suivi_filter_add (filter, SUIVI_FACET_MECHANISM, count->value);
      any = TRUE;
    }

  return any;
}

static gboolean
count_outputs (SuiviTies *ties, SuiviStore *store, GError **error)
{
  g_autoptr (SuiviFilter) filter = suivi_filter_new ();
  g_autoptr (GError) failure = NULL;

  if (choose_outputs (store, filter, ties->recommendation->review_id, &failure))
    ties->n_outputs = suivi_store_count (store, filter, &failure);
  if (failure != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&failure));
      return FALSE;
    }

  return TRUE;
}

static SuiviRecommendation *
load_recommendation (SuiviStore *store, gint64 key, GError **error)
{
  g_autoptr (GPtrArray) rows = suivi_store_load (store, &key, 1, error);

  if (rows == NULL)
    return NULL;
  if (rows->len == 0 || g_ptr_array_index (rows, 0) == NULL)
    {
      g_set_error_literal (error, SUIVI_STORE_ERROR, SUIVI_STORE_ERROR_NOT_FOUND,
                           _ ("This recommendation is no longer in the workspace."));
      return NULL;
    }

  return suivi_recommendation_ref (g_ptr_array_index (rows, 0));
}

static gpointer
load_ties (SuiviStore *store, gpointer data, GCancellable *cancellable, GError **error)
{
  Job *job = data;
  g_autoptr (SuiviTies) ties = create_ties ();
  g_autoptr (GHashTable) decided = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GPtrArray) reviews = suivi_store_list_reviews (store, error);

  if (reviews == NULL)
    return NULL;
  ties->recommendation = load_recommendation (store, job->key, error);
  if (ties->recommendation == NULL || !add_links (ties, store, reviews, decided, error))
    return NULL;
  if (suivi_recommendation_is_output (ties->recommendation))
    return g_steal_pointer (&ties);

  if (!add_proposals (ties, store, reviews, decided, cancellable, error)
      || !count_outputs (ties, store, error))
    return NULL;

  return g_steal_pointer (&ties);
}

/**
 * suivi_ties_load_async:
 * @key: key of a row of the list: a recommendation or an output
 *
 * Reads what it is tied to, and compares its text with what the same State was recommended in earlier
 * reviews. What somebody confirmed or refused is not proposed again. The result is a #SuiviTies, to be freed
 * with suivi_ties_free().
 */
void
suivi_ties_load_async (SuiviWorkspace *workspace,
                       gint64 key,
                       GCancellable *cancellable,
                       GAsyncReadyCallback callback,
                       gpointer user_data)
{
  Job *job = g_new0 (Job, 1);

  job->key = key;
  suivi_workspace_run_async (workspace, load_ties, job, (GDestroyNotify) free_job,
                             (GDestroyNotify) suivi_ties_free, cancellable, callback, user_data);
}

static const char *
name_step (SuiviRelation relation)
{
  switch (relation)
    {
    case SUIVI_RELATION_OUTPUT:
      /* Translators: name of a step that can be undone */
      return _ ("Tie to an output");
    case SUIVI_RELATION_NONE:
      /* Translators: name of a step that can be undone */
      return _ ("Mark as not related");
    case SUIVI_RELATION_GENERAL:
    case SUIVI_RELATION_SIMILAR:
    case SUIVI_RELATION_SAME:
    case SUIVI_RELATION_BUILD_UP:
    default:
      /* Translators: name of a step that can be undone */
      return _ ("Tie to an earlier recommendation");
    }
}

static gpointer
put_link (SuiviStore *store, gpointer data, GCancellable *cancellable, GError **error)
{
  Job *job = data;
  g_autoptr (SuiviTransaction) transaction
             = suivi_store_begin (store, name_step (job->link->relation), error);

  if (transaction == NULL || !suivi_transaction_put_link (transaction, job->link, error)
      || !suivi_transaction_commit (transaction, error))
    return NULL;

  return GUINT_TO_POINTER (TRUE);
}

/**
 * suivi_tie_async:
 * @from_id: key of a recommendation
 * @to_id: key of an earlier one of the same State, or of an output
 * @relation: how the first relates to the second; %SUIVI_RELATION_NONE is remembered too
 *
 * Ties the two as one step that can be undone. Without error, the result is %TRUE, as a pointer.
 */
void
suivi_tie_async (SuiviWorkspace *workspace,
                 const char *from_id,
                 const char *to_id,
                 SuiviRelation relation,
                 GAsyncReadyCallback callback,
                 gpointer user_data)
{
  Job *job = g_new0 (Job, 1);

  job->link = suivi_link_new (from_id, to_id, relation);
  suivi_workspace_run_async (workspace, put_link, job, (GDestroyNotify) free_job, NULL, NULL, callback,
                             user_data);
}

static gpointer
delete_link (SuiviStore *store, gpointer data, GCancellable *cancellable, GError **error)
{
  Job *job = data;
  /* Translators: name of a step that can be undone */
  g_autoptr (SuiviTransaction) transaction = suivi_store_begin (store, _ ("Remove a tie"), error);

  if (transaction == NULL || !suivi_transaction_delete_link (transaction, job->link_id, error)
      || !suivi_transaction_commit (transaction, error))
    return NULL;

  return GUINT_TO_POINTER (TRUE);
}

/**
 * suivi_untie_async:
 * @link_id: key of a tie
 *
 * Takes a tie away as one step that can be undone. Without error, the result is %TRUE, as a pointer.
 */
void
suivi_untie_async (SuiviWorkspace *workspace,
                   const char *link_id,
                   GAsyncReadyCallback callback,
                   gpointer user_data)
{
  Job *job = g_new0 (Job, 1);

  job->link_id = g_strdup (link_id);
  suivi_workspace_run_async (workspace, delete_link, job, (GDestroyNotify) free_job, NULL, NULL, callback,
                             user_data);
}

static guint
count_common (char **a, char **b)
{
  guint n = 0;

  for (gsize i = 0; a[i] != NULL; i++)
    n += g_strv_contains ((const char *const *) b, a[i]);

  return n;
}

typedef struct
{
  SuiviRecommendation *output; /* (unowned) */
  double score;
} Scored;

static int
compare_scored (gconstpointer a, gconstpointer b)
{
  const Scored *first = a;
  const Scored *second = b;

  return (first->score < second->score) - (first->score > second->score);
}

/* A theme or a group in common tells more than words do; words decide among those. */
static GPtrArray *
choose_closest (GPtrArray *found, SuiviRecommendation *recommendation, GHashTable *tied)
{
  GPtrArray *closest = g_ptr_array_new_with_free_func ((GDestroyNotify) suivi_recommendation_unref);
  g_autoptr (SuiviFingerprint) print = suivi_fingerprint_new (recommendation->text);
  g_autoptr (GArray) scored = g_array_new (FALSE, FALSE, sizeof (Scored));

  for (guint i = 0; i < found->len; i++)
    {
      Scored item = { g_ptr_array_index (found, i), 0 };
      g_autoptr (SuiviFingerprint) other = NULL;

      /* What was deleted since its key was found is a hole. */
      if (item.output == NULL || g_hash_table_contains (tied, item.output->id))
        continue;
      other = suivi_fingerprint_new (item.output->text);
      item.score = count_common (recommendation->themes, item.output->themes)
                   + count_common (recommendation->groups, item.output->groups)
                   + suivi_fingerprint_compare (print, other);
      g_array_append_val (scored, item);
    }
  g_array_sort (scored, compare_scored);
  for (guint i = 0; i < MIN (scored->len, MAX_OUTPUTS); i++)
    g_ptr_array_add (closest, suivi_recommendation_ref (g_array_index (scored, Scored, i).output));

  return closest;
}

static GHashTable *
list_tied (SuiviStore *store, const char *id, GError **error)
{
  g_autoptr (GPtrArray) links = suivi_store_list_links (store, id, error);
  GHashTable *tied = NULL;

  if (links == NULL)
    return NULL;

  tied = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  for (guint i = 0; i < links->len; i++)
    g_hash_table_add (tied, g_strdup (((SuiviLink *) g_ptr_array_index (links, i))->to_id));

  return tied;
}

static gpointer
find_outputs (SuiviStore *store, gpointer data, GCancellable *cancellable, GError **error)
{
  Job *job = data;
  g_autoptr (SuiviOutputs) result = g_new0 (SuiviOutputs, 1);
  g_autoptr (SuiviFilter) filter = suivi_filter_new ();
  g_autoptr (GHashTable) tied = list_tied (store, job->recommendation->id, error);
  g_autoptr (GArray) keys = NULL;
  g_autoptr (GPtrArray) found = NULL;
  g_autoptr (GError) failure = NULL;

  if (tied == NULL)
    return NULL;
  if (choose_outputs (store, filter, job->recommendation->review_id, &failure))
    {
      suivi_filter_set_search (filter, job->search);
      keys = suivi_store_query_keys (store, filter, SUIVI_SORT_NUMBER, FALSE, cancellable, error);
    }
  else if (failure == NULL)
    {
      keys = g_array_new (FALSE, FALSE, sizeof (gint64));
    }
  if (failure != NULL)
    g_propagate_error (error, g_steal_pointer (&failure));
  if (keys == NULL)
    return NULL;

  found
    = suivi_store_load (store, (const gint64 *) (gpointer) keys->data, MIN (keys->len, MAX_COMPARED), error);
  if (found == NULL || g_cancellable_set_error_if_cancelled (cancellable, error))
    return NULL;

  result->n_found = keys->len;
  result->outputs = choose_closest (found, job->recommendation, tied);

  return g_steal_pointer (&result);
}

/**
 * suivi_outputs_find_async:
 * @recommendation: a recommendation of the UPR
 * @search: (nullable): words to search for
 *
 * Finds what other mechanisms said about the same State, without what is tied already: themes and groups in
 * common first, then words in common; at most 100. The result is a #SuiviOutputs, to be freed with
 * suivi_outputs_free().
 */
void
suivi_outputs_find_async (SuiviWorkspace *workspace,
                          SuiviRecommendation *recommendation,
                          const char *search,
                          GCancellable *cancellable,
                          GAsyncReadyCallback callback,
                          gpointer user_data)
{
  Job *job = g_new0 (Job, 1);

  g_return_if_fail (!suivi_recommendation_is_output (recommendation));

  job->recommendation = suivi_recommendation_ref (recommendation);
  job->search = g_strdup (search);
  suivi_workspace_run_async (workspace, find_outputs, job, (GDestroyNotify) free_job,
                             (GDestroyNotify) suivi_outputs_free, cancellable, callback, user_data);
}
