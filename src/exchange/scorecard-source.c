/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "exchange/scorecard-source.h"
#include "exchange/scorecard-text.h"

static int
compare_reviews (gconstpointer a, gconstpointer b)
{
  const SuiviReview *left = *(const SuiviReview *const *) a;
  const SuiviReview *right = *(const SuiviReview *const *) b;
  int order = g_strcmp0 (left->state, right->state);

  return order != 0 ? order : (int) left->session - (int) right->session;
}

static gboolean
lets_through (const char *const *wanted, const char *value)
{
  return wanted == NULL || wanted[0] == NULL || g_strv_contains (wanted, value);
}

/* A filter that names no mechanism means the UPR. */
static gboolean
asks_for_outputs (const SuiviFilter *filter)
{
  const char *const *mechanisms = suivi_filter_get (filter, SUIVI_FACET_MECHANISM);

  for (guint i = 0; mechanisms != NULL && mechanisms[i] != NULL; i++)
    {
      if (!g_str_equal (mechanisms[i], SUIVI_MECHANISM_UPR))
        return TRUE;
    }

  return FALSE;
}

/* The reviews that the filter lets through, in an order that does not depend on keys. */
static GPtrArray *
list_reviews (SuiviStore *store, const SuiviFilter *filter, GError **error)
{
  g_autoptr (GPtrArray) all = suivi_store_list_reviews (store, error);
  const char *const *wanted = suivi_filter_get (filter, SUIVI_FACET_REVIEW);
  const char *const *cycles = suivi_filter_get (filter, SUIVI_FACET_CYCLE);
  GPtrArray *reviews = NULL;

  if (all == NULL)
    return NULL;

  reviews = g_ptr_array_new_with_free_func ((GDestroyNotify) suivi_review_free);
  for (guint i = 0; i < all->len; i++)
    {
      SuiviReview *review = g_ptr_array_index (all, i);
      g_autofree char *cycle = g_strdup_printf ("%u", suivi_review_cycle_of_session (review->session));

      if (lets_through (wanted, review->id) && lets_through (cycles, cycle))
        g_ptr_array_add (reviews, suivi_review_copy (review));
    }
  g_ptr_array_sort (reviews, compare_reviews);

  return reviews;
}

/**
 * suivi_scorecard_source_new:
 * @store: an open workspace; it must outlive what is returned
 * @filter: which recommendations, and the cut-off date
 * @author: (nullable): who makes the scorecard; %NULL for the author of the workspace
 * @error: return location of what reading the workspace fails with
 *
 * Returns: (transfer full) (nullable): the source
 */
SuiviScorecardSource *
suivi_scorecard_source_new (SuiviStore *store, const SuiviFilter *filter, const char *author, GError **error)
{
  const char *organisation = suivi_store_get_organisation (store);
  SuiviScorecardSource *self = NULL;
  GPtrArray *reviews = list_reviews (store, filter, error);

  if (reviews == NULL)
    return NULL;

  self = g_new0 (SuiviScorecardSource, 1);
  self->store = store;
  self->filter = suivi_filter_copy (filter);
  self->head.reviews = reviews;
  self->head.with_outputs = asks_for_outputs (filter);
  self->head.filter_text = suivi_scorecard_filter_text (filter, reviews);
  self->head.cut_off = g_strdup (suivi_filter_get_cut_off (filter));
  self->head.author
    = suivi_scorecard_author_text (author != NULL ? author : suivi_store_get_author (store), organisation);
  self->head.organisation = g_strdup (organisation);

  return self;
}

/**
 * suivi_scorecard_source_free:
 * @self: (nullable) (transfer full): a source
 */
void
suivi_scorecard_source_free (SuiviScorecardSource *self)
{
  if (self == NULL)
    return;

  g_ptr_array_unref (self->head.reviews);
  g_free (self->head.filter_text);
  g_free (self->head.cut_off);
  g_free (self->head.author);
  g_free (self->head.organisation);
  suivi_filter_free (self->filter);
  g_free (self);
}

/**
 * suivi_scorecard_source_foreach:
 * @func: called with each row, in the order of the numbers
 * @func_data: for @func
 * @cancellable: (nullable): to stop
 * @error: return location of what reading the workspace or @func fails with
 *
 * Returns: whether all rows were given
 */
gboolean
suivi_scorecard_source_foreach (SuiviScorecardSource *self,
                                SuiviRowFunc func,
                                gpointer func_data,
                                GCancellable *cancellable,
                                GError **error)
{
  return suivi_store_foreach (self->store, self->filter, SUIVI_SORT_NUMBER, FALSE, func, func_data,
                              cancellable, error);
}

/**
 * suivi_scorecard_source_list_parts:
 * @recommendation: a row
 * @error: return location of what reading the workspace fails with
 *
 * Returns: (transfer full) (element-type SuiviRecommendation) (nullable): the parts that it was split into, which never
 *   count; empty if it was not
 */
GPtrArray *
suivi_scorecard_source_list_parts (SuiviScorecardSource *self,
                                   SuiviRecommendation *recommendation,
                                   GError **error)
{
  return suivi_store_list_parts (self->store, recommendation->id, error);
}

/**
 * suivi_scorecard_source_get_organisation:
 * @assessment: (nullable): the assessment of a row
 *
 * Returns: (nullable): the organisation whose judgement it is; the owner of the workspace is named
 */
const char *
suivi_scorecard_source_get_organisation (SuiviScorecardSource *self, SuiviAssessment *assessment)
{
  if (assessment == NULL)
    return NULL;

  return *assessment->organisation != '\0' ? assessment->organisation : self->head.organisation;
}

/**
 * suivi_scorecard_head_shows_origin:
 *
 * Returns: whether each row has to say where it comes from: there is more than one place
 */
gboolean
suivi_scorecard_head_shows_origin (const SuiviScorecardHead *self)
{
  return self->reviews->len > 1 || self->with_outputs;
}
