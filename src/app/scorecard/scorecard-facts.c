/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "app/scorecard/scorecard-facts.h"

#include "store/scorecard-store.h"

typedef struct
{
  char *review_id;
  char *cut_off;
  char *edition_id;
} Request;

static void
free_request (gpointer data)
{
  Request *request = data;

  g_free (request->review_id);
  g_free (request->cut_off);
  g_free (request->edition_id);
  g_free (request);
}

/**
 * suivi_scorecard_facts_free:
 * @self: (nullable) (transfer full): facts
 */
void
suivi_scorecard_facts_free (SuiviScorecardFacts *self)
{
  if (self == NULL)
    return;

  g_clear_pointer (&self->editions, g_ptr_array_unref);
  g_clear_pointer (&self->labels, g_ptr_array_unref);
  suivi_edition_report_free (self->report);
  suivi_scorecard_signals_free (self->signals);
  suivi_edition_report_free (self->working);
  suivi_scorecard_charts_free (self->charts);
  g_free (self);
}

static char *
name_review (GPtrArray *reviews, const char *review_id)
{
  for (guint i = 0; i < reviews->len; i++)
    {
      SuiviReview *review = g_ptr_array_index (reviews, i);

      if (g_strcmp0 (review->id, review_id) == 0)
        return suivi_review_to_label (review);
    }

  return g_strdup ("");
}

static gboolean
load_editions (SuiviScorecardFacts *self, SuiviStore *store, const char *review_id, GError **error)
{
  g_autoptr (GPtrArray) reviews = suivi_store_list_reviews (store, error);

  if (reviews == NULL)
    return FALSE;
  self->editions = suivi_store_list_editions (store, review_id, error);
  if (self->editions == NULL)
    return FALSE;

  self->labels = g_ptr_array_new_with_free_func (g_free);
  for (guint i = 0; i < self->editions->len; i++)
    {
      const SuiviEdition *edition = g_ptr_array_index (self->editions, i);

      g_ptr_array_add (self->labels, name_review (reviews, edition->review_id));
    }

  return TRUE;
}

static gboolean
load_edition (SuiviScorecardFacts *self, SuiviStore *store, const char *id, GError **error)
{
  g_autoptr (GError) failure = NULL;

  self->report = suivi_edition_report_load (store, id, &failure);
  if (self->report != NULL)
    self->charts = suivi_scorecard_charts_load_edition (store, self->report->edition, &failure);
  if (failure != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&failure));
      return FALSE;
    }

  return TRUE;
}

/* The working copy as it would be frozen, so that the same code compares it. */
static GPtrArray *
make_rows (const SuiviScorecardCharts *charts)
{
  GPtrArray *rows = g_ptr_array_new_with_free_func ((GDestroyNotify) suivi_edition_row_free);

  for (guint i = 0; i < charts->entries->len; i++)
    {
      const SuiviChartEntry *entry = g_ptr_array_index (charts->entries, i);
      SuiviEditionRow *row = suivi_edition_row_new (NULL, entry->recommendation->id);

      g_free (row->symbol);
      row->symbol = g_strdup (entry->recommendation->symbol);
      g_free (row->number);
      row->number = g_strdup (entry->recommendation->number);
      g_free (row->text);
      row->text = g_strdup (entry->recommendation->text);
      g_free (row->reason);
      row->reason = g_strdup (entry->reason);
      row->position = entry->recommendation->position;
      row->light = entry->recommendation->light;
      g_ptr_array_add (rows, row);
    }

  return rows;
}

static gboolean
load_working (SuiviScorecardFacts *self,
              SuiviStore *store,
              const Request *request,
              GCancellable *cancellable,
              GError **error)
{
  g_autoptr (SuiviFilter) filter = suivi_filter_new ();
  g_autoptr (GPtrArray) rows = NULL;

  if (request->review_id != NULL)
    suivi_filter_add (filter, SUIVI_FACET_REVIEW, request->review_id);
  suivi_filter_set_cut_off (filter, request->cut_off);
  self->signals
    = suivi_scorecard_signals_load (store, request->review_id, request->cut_off, cancellable, error);
  if (self->signals == NULL)
    return FALSE;
  self->charts = suivi_scorecard_charts_load (store, filter, cancellable, error);
  if (self->charts == NULL)
    return FALSE;
  suivi_scorecard_charts_mark_differing (self->charts, self->signals->differing);
  rows = make_rows (self->charts);
  self->working
    = suivi_edition_report_load_working (store, request->review_id, request->cut_off, rows, error);

  return self->working != NULL;
}

static gpointer
load_in_worker (SuiviStore *store, gpointer data, GCancellable *cancellable, GError **error)
{
  Request *request = data;
  g_autoptr (SuiviScorecardFacts) self = g_new0 (SuiviScorecardFacts, 1);

  if (!load_editions (self, store, request->review_id, error))
    return NULL;
  if (request->edition_id != NULL && !load_edition (self, store, request->edition_id, error))
    return NULL;
  if (self->report == NULL && !load_working (self, store, request, cancellable, error))
    return NULL;

  return g_steal_pointer (&self);
}

/**
 * suivi_scorecard_facts_load_async:
 * @review_id: (nullable): of this review only
 * @cut_off: day up to which the working copy looks, ISO 8601 date
 * @edition_id: (nullable): the edition that is shown; %NULL: the working copy
 *
 * Reads them on the workspace's own thread. Finish with suivi_scorecard_facts_load_finish().
 */
void
suivi_scorecard_facts_load_async (SuiviWorkspace *workspace,
                                  const char *review_id,
                                  const char *cut_off,
                                  const char *edition_id,
                                  GCancellable *cancellable,
                                  GAsyncReadyCallback callback,
                                  gpointer user_data)
{
  Request *request = g_new0 (Request, 1);

  request->review_id = g_strdup (review_id);
  request->cut_off = g_strdup (cut_off);
  request->edition_id = g_strdup (edition_id);
  suivi_workspace_run_async (workspace, load_in_worker, request, free_request,
                             (GDestroyNotify) suivi_scorecard_facts_free, cancellable, callback, user_data);
}

/**
 * suivi_scorecard_facts_load_finish:
 *
 * Returns: (transfer full) (nullable): the facts; %NULL with @error set
 */
SuiviScorecardFacts *
suivi_scorecard_facts_load_finish (SuiviWorkspace *workspace, GAsyncResult *result, GError **error)
{
  return suivi_workspace_run_finish (workspace, result, error);
}
