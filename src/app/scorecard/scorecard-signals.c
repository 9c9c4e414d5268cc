/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "app/scorecard/scorecard-signals.h"

#include "core/reference/sessions.h"
#include "core/scorecard/light-order.h"
#include "core/scorecard/spread.h"
#include "core/text/language.h"
#include "store/scorecard-store.h"

typedef struct
{
  SuiviStore *store;
  const char *cut_off;
  SuiviScorecardSignals *found;
  GHashTable *labels; /* how the users call the grades */
} Search;

/**
 * suivi_scorecard_signals_free:
 * @self: (nullable) (transfer full): signals
 */
void
suivi_scorecard_signals_free (SuiviScorecardSignals *self)
{
  if (self == NULL)
    return;

  for (guint i = 0; i < SUIVI_N_SIGNALS; i++)
    g_clear_pointer (&self->rows[i], g_ptr_array_unref);
  g_clear_pointer (&self->graded, g_ptr_array_unref);
  g_clear_pointer (&self->differing, g_ptr_array_unref);
  g_free (self);
}

/**
 * suivi_scorecard_signals_get_rows:
 * @which: one signal
 *
 * Returns: (transfer none) (element-type SuiviScorecardRow): the recommendations to which it applies
 */
GPtrArray *
suivi_scorecard_signals_get_rows (const SuiviScorecardSignals *self, SuiviSignals which)
{
  for (guint i = 0; i < SUIVI_N_SIGNALS; i++)
    {
      if (suivi_signal_get_nth (i) == which)
        return self->rows[i];
    }

  g_return_val_if_reached (NULL);
}

/* Days written year-month-day sort as text. */
static const char *
find_newest (GPtrArray *evidence)
{
  const char *newest = NULL;

  for (guint i = 0; i < evidence->len; i++)
    {
      const SuiviEvidence *piece = g_ptr_array_index (evidence, i);

      if (g_strcmp0 (piece->date, newest) > 0)
        newest = piece->date;
    }

  return newest;
}

static SuiviScorecardRow *
make_row (SuiviRecommendation *recommendation, const SuiviSignalFacts *facts, const char *detail)
{
  SuiviScorecardRow *row = suivi_scorecard_row_new_working (recommendation, facts->light, detail);

  /* As in the matrix: what is agreed on is settled. */
  row->differs = facts->apart > 0 && !facts->agreed;

  return row;
}

static void
add_row (Search *search,
         SuiviRecommendation *recommendation,
         const SuiviSignalFacts *facts,
         const SuiviAssessment *assessment,
         const char *spread)
{
  SuiviSignals found = suivi_signals_find (facts);

  for (guint i = 0; i < SUIVI_N_SIGNALS; i++)
    {
      const SuiviSignals which = suivi_signal_get_nth (i);

      if ((found & which) != 0)
        g_ptr_array_add (search->found->rows[i],
                         make_row (recommendation, facts, which == SUIVI_SIGNAL_APART ? spread : NULL));
    }

  search->found->n_recommendations++;
  if (suivi_light_is_judged (facts->light))
    g_ptr_array_add (search->found->graded, make_row (recommendation, facts, assessment->reason));
  if (facts->apart > 0 && !facts->agreed)
    g_ptr_array_add (search->found->differing, make_row (recommendation, facts, spread));
}

static gboolean
look_at_row (SuiviRecommendation *recommendation,
             SuiviReview *review,
             SuiviAssessment *assessment,
             gpointer user_data,
             GError **error)
{
  Search *search = user_data;
  SuiviSignalFacts facts = { 0 };
  g_autoptr (GPtrArray) assessments = NULL;
  g_autoptr (GPtrArray) evidence = NULL;
  g_autoptr (SuiviSpread) spread = NULL;
  g_autofree char *words = NULL;

  facts.position = recommendation->position;
  facts.cut_off = search->cut_off;
  if (review != NULL)
    suivi_session_get_dates (review->session, &facts.review_date, NULL);

  /* Without an assessment there is nobody to disagree, and nothing that evidence could stand behind. */
  if (assessment != NULL)
    {
      assessments = suivi_store_list_assessments (search->store, recommendation->id, error);
      if (assessments == NULL)
        return FALSE;
      spread = suivi_spread_new (assessments, search->cut_off);
      facts.light = assessment->light;
      facts.graded_on = assessment->date;
      facts.apart = spread->apart;
      facts.agreed = assessment->agreed;
      if (spread->apart > 0)
        words = suivi_spread_to_text (spread, search->labels);
    }
  if (assessment != NULL)
    {
      evidence
        = suivi_store_list_evidence_behind (search->store, NULL, recommendation->id, search->cut_off, error);
      if (evidence == NULL)
        return FALSE;
      facts.n_evidence = evidence->len;
      facts.newest_evidence = find_newest (evidence);
    }
  add_row (search, recommendation, &facts, assessment, words);

  return TRUE;
}

/**
 * suivi_scorecard_signals_load:
 * @store: the workspace file
 * @review_id: (nullable): look at this review only
 * @cut_off: day up to which the scorecard looks, ISO 8601 date
 *
 * Looks at every recommendation of the working copy. Blocks on the disk.
 *
 * Returns: (transfer full) (nullable): the signals; %NULL with @error set on failure
 */
SuiviScorecardSignals *
suivi_scorecard_signals_load (SuiviStore *store,
                              const char *review_id,
                              const char *cut_off,
                              GCancellable *cancellable,
                              GError **error)
{
  g_autoptr (SuiviScorecardSignals) self = g_new0 (SuiviScorecardSignals, 1);
  g_autoptr (SuiviFilter) filter = suivi_filter_new ();
  g_autoptr (GHashTable) labels = suivi_store_get_grade_labels (store, suivi_language_get (), error);
  Search search = { store, cut_off, self, labels };

  if (labels == NULL)
    return NULL;

  for (guint i = 0; i < SUIVI_N_SIGNALS; i++)
    self->rows[i] = g_ptr_array_new_with_free_func (g_object_unref);
  self->graded = g_ptr_array_new_with_free_func (g_object_unref);
  self->differing = g_ptr_array_new_with_free_func (g_object_unref);

  if (review_id != NULL)
    suivi_filter_add (filter, SUIVI_FACET_REVIEW, review_id);
  suivi_filter_set_cut_off (filter, cut_off);
  if (!suivi_store_foreach (store, filter, SUIVI_SORT_NUMBER, FALSE, look_at_row, &search, cancellable,
                            error))
    return NULL;

  return g_steal_pointer (&self);
}

/**
 * suivi_scorecard_signals_to_filter:
 * @which: one signal
 * @review_id: (nullable): the review whose working copy is meant
 * @cut_off: its cut-off, ISO 8601 date
 * @filter: (out) (transfer full): the filter that finds the same recommendations
 *
 * The recommendations page shows lights as they are today, so that a filter can only speak for a working copy that looks
 * up to today; and whether mid-term is near is the same for all of one review only.
 *
 * Returns: whether a filter can say it
 */
gboolean
suivi_scorecard_signals_to_filter (SuiviSignals which,
                                   const char *review_id,
                                   const char *cut_off,
                                   SuiviFilter **filter)
{
  g_autofree char *today = suivi_date_today ();

  if (g_strcmp0 (cut_off, today) < 0
      || (which != SUIVI_SIGNAL_UNASSESSED && (which != SUIVI_SIGNAL_RED_NEAR_MID_TERM || review_id == NULL)))
    return FALSE;

  *filter = suivi_filter_new ();
  if (which == SUIVI_SIGNAL_UNASSESSED)
    {
      suivi_filter_add (*filter, SUIVI_FACET_LIGHT, suivi_light_to_nick (SUIVI_LIGHT_GREY));
    }
  else
    {
      suivi_filter_add (*filter, SUIVI_FACET_LIGHT, suivi_light_to_nick (SUIVI_LIGHT_RED));
      suivi_filter_add (*filter, SUIVI_FACET_POSITION, suivi_position_to_nick (SUIVI_POSITION_SUPPORTED));
    }

  return TRUE;
}
