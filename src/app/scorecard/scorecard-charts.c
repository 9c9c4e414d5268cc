/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "app/scorecard/scorecard-charts.h"

#include <string.h>

#include "core/reference/states.h"
#include "core/scorecard/spread.h"
#include "core/text/language.h"
#include "store/scorecard-store.h"

static void
free_entry (gpointer data)
{
  SuiviChartEntry *entry = data;

  suivi_recommendation_unref (entry->recommendation);
  g_free (entry->cluster);
  g_free (entry->reason);
  g_free (entry->differing);
  g_free (entry);
}

static SuiviScorecardCharts *
new_charts (const SuiviCountingRule *rule)
{
  SuiviScorecardCharts *self = g_new0 (SuiviScorecardCharts, 1);

  self->rule = *rule;
  self->entries = g_ptr_array_new_with_free_func (free_entry);
  for (guint i = 0; i < SUIVI_N_DIMENSIONS; i++)
    self->breakdowns[i] = suivi_breakdown_new (i, rule);

  return self;
}

/**
 * suivi_scorecard_charts_free:
 * @self: (nullable) (transfer full): charts
 */
void
suivi_scorecard_charts_free (SuiviScorecardCharts *self)
{
  if (self == NULL)
    return;

  for (guint i = 0; i < SUIVI_N_DIMENSIONS; i++)
    suivi_breakdown_free (self->breakdowns[i]);
  g_ptr_array_unref (self->entries);
  g_free (self->review_id);
  g_free (self);
}

static SuiviChartEntry *
add_entry (SuiviScorecardCharts *self,
           SuiviRecommendation *recommendation,
           const char *cluster,
           const char *reason)
{
  SuiviChartEntry *entry = g_new0 (SuiviChartEntry, 1);

  entry->recommendation = suivi_recommendation_ref (recommendation);
  entry->cluster = g_strdup (cluster != NULL ? cluster : "");
  entry->reason = g_strdup (reason != NULL ? reason : "");
  g_ptr_array_add (self->entries, entry);
  for (guint i = 0; i < SUIVI_N_DIMENSIONS; i++)
    suivi_breakdown_add (self->breakdowns[i], recommendation, entry->cluster, recommendation->light);

  return entry;
}

typedef struct
{
  SuiviScorecardCharts *charts;
  SuiviStore *store;
} Loading;

static gboolean
add_row (SuiviRecommendation *recommendation,
         SuiviReview *review,
         SuiviAssessment *assessment,
         gpointer user_data,
         GError **error)
{
  Loading *loading = user_data;
  g_autoptr (GError) failure = NULL;
  g_autofree char *cluster = suivi_store_get_cluster_title (loading->store, recommendation->id, &failure);

  if (failure != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&failure));
      return FALSE;
    }
  add_entry (loading->charts, recommendation, cluster, assessment != NULL ? assessment->reason : NULL);

  return TRUE;
}

/**
 * suivi_scorecard_charts_load:
 * @store: the workspace file
 * @filter: which recommendations, and up to which day assessments count
 *
 * Reads the working copy. Blocks on the disk.
 *
 * Returns: (transfer full) (nullable): the charts; %NULL with @error set on failure
 */
SuiviScorecardCharts *
suivi_scorecard_charts_load (SuiviStore *store,
                             const SuiviFilter *filter,
                             GCancellable *cancellable,
                             GError **error)
{
  const SuiviCountingRule rule = { 0 };
  const char *const *reviews = suivi_filter_get (filter, SUIVI_FACET_REVIEW);
  g_autoptr (SuiviScorecardCharts) self = new_charts (&rule);
  Loading loading = { self, store };

  if (reviews[0] != NULL && reviews[1] == NULL)
    self->review_id = g_strdup (reviews[0]);
  if (!suivi_store_foreach (store, filter, SUIVI_SORT_NUMBER, FALSE, add_row, &loading, cancellable, error))
    return NULL;

  return g_steal_pointer (&self);
}

static void
set_text (char **field, const char *text)
{
  g_free (*field);
  *field = g_strdup (text);
}

static SuiviRecommendation *
make_recommendation (const SuiviEditionRow *row)
{
  SuiviRecommendation *self = suivi_recommendation_new ();

  if (row->recommendation_id != NULL)
    set_text (&self->id, row->recommendation_id);
  set_text (&self->symbol, row->symbol);
  set_text (&self->number, row->number);
  set_text (&self->text, row->text);
  suivi_recommendation_set_lists (self, (const char *const *) row->states, (const char *const *) row->themes,
                                  NULL, (const char *const *) row->sdgs);
  g_strfreev (self->institutions);
  self->institutions = g_strdupv (row->institutions);
  self->position = row->position;
  self->category = row->category;
  self->light = row->light;

  return self;
}

/* What the organisations said when it was frozen. */
static gboolean
judge_entry (SuiviScorecardCharts *self,
             SuiviStore *store,
             const SuiviEditionRow *row,
             SuiviChartEntry *entry,
             GHashTable *labels,
             GError **error)
{
  const char *const *states = (const char *const *) entry->recommendation->states;
  g_autoptr (GPtrArray) judgements = NULL;
  g_autoptr (SuiviSpread) spread = NULL;
  const SuiviAssessment *counting = NULL;

  judgements = suivi_store_list_judgements (store, row->edition_id, entry->recommendation->id, NULL, error);
  if (judgements == NULL)
    return FALSE;

  spread = suivi_spread_new (judgements, NULL);
  if (judgements->len > 0)
    counting = g_ptr_array_index (judgements, 0);
  entry->value = suivi_scale_evaluate_counting (self->scale, counting, spread->assessments);
  /* An older Suivi froze the grade that counts, and no others. */
  if (counting == NULL)
    entry->value.grade = suivi_scale_grade (self->scale, row->law, row->policy, row->practice,
                                            row->light_overridden != 0, row->light);
  suivi_scale_tally_add (&self->grades, &entry->value, suivi_counting_rule_get_weight (&self->rule, states));
  if (spread->apart > 0 && !counting->agreed)
    {
      entry->differing = suivi_spread_to_text (spread, labels);
      self->n_differing++;
    }

  return TRUE;
}

/**
 * suivi_scorecard_charts_load_edition:
 * @store: the workspace file
 * @edition: a frozen edition
 *
 * Reads the rows of an edition, as they were frozen, and counts them by its own rule. Blocks on the disk.
 *
 * Returns: (transfer full) (nullable): the charts; %NULL with @error set on failure
 */
SuiviScorecardCharts *
suivi_scorecard_charts_load_edition (SuiviStore *store, const SuiviEdition *edition, GError **error)
{
  const SuiviCountingRule rule = suivi_edition_get_counting_rule (edition);
  g_autoptr (GPtrArray) rows = suivi_store_list_edition_rows (store, edition->id, error);
  g_autoptr (GHashTable) labels
             = rows != NULL ? suivi_store_get_grade_labels (store, suivi_language_get (), error) : NULL;
  g_autoptr (SuiviScorecardCharts) self = NULL;

  if (labels == NULL)
    return NULL;

  self = new_charts (&rule);
  self->is_frozen = TRUE;
  self->scale = edition->scale;
  self->review_id = g_strdup (edition->review_id);
  for (guint i = 0; i < rows->len; i++)
    {
      const SuiviEditionRow *row = g_ptr_array_index (rows, i);
      g_autoptr (SuiviRecommendation) recommendation = make_recommendation (row);

      if (!judge_entry (self, store, row, add_entry (self, recommendation, row->cluster, row->reason), labels,
                        error))
        return NULL;
    }

  return g_steal_pointer (&self);
}

/**
 * suivi_scorecard_charts_mark_differing:
 * @rows: (element-type SuiviScorecardRow): the recommendations whose light is the latest of several that differ; each says
 *   what the organisations say
 *
 * For the working copy, where signals know it. To be called once, before anybody shows the charts.
 */
void
suivi_scorecard_charts_mark_differing (SuiviScorecardCharts *self, GPtrArray *rows)
{
  g_autoptr (GHashTable) by_id = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < rows->len; i++)
    {
      SuiviScorecardRow *row = g_ptr_array_index (rows, i);

      g_hash_table_insert (by_id, row->recommendation_id, row);
    }
  for (guint i = 0; i < self->entries->len; i++)
    {
      SuiviChartEntry *entry = g_ptr_array_index (self->entries, i);
      const SuiviScorecardRow *row = g_hash_table_lookup (by_id, entry->recommendation->id);

      if (row == NULL)
        continue;
      entry->differing = g_strdup (row->detail);
      self->n_differing++;
    }
}

/* What has which value, the breakdown knows: one of this recommendation alone has a row for each of its values. */
static gboolean
has_value (const SuiviScorecardCharts *self,
           const SuiviChartEntry *entry,
           SuiviDimension dimension,
           const char *value)
{
  g_autoptr (SuiviBreakdown) one = suivi_breakdown_new (dimension, &self->rule);
  GPtrArray *rows = NULL;

  suivi_breakdown_add (one, entry->recommendation, entry->cluster, entry->recommendation->light);
  rows = suivi_breakdown_list_rows (one);
  for (guint i = 0; i < rows->len; i++)
    {
      const SuiviBreakdownRow *row = g_ptr_array_index (rows, i);

      if (g_str_equal (row->value, value))
        return TRUE;
    }

  return FALSE;
}

static SuiviScorecardRow *
make_row (const SuiviChartEntry *entry, const char *detail)
{
  SuiviScorecardRow *row
    = suivi_scorecard_row_new_working (entry->recommendation, entry->recommendation->light, detail);

  row->differs = entry->differing != NULL;

  return row;
}

/**
 * suivi_scorecard_charts_list_rows:
 * @dimension: by what a chart breaks down
 * @value: (nullable): value of one of its rows; %NULL: everything
 * @light: a light, or %SUIVI_CHART_ANY_LIGHT
 *
 * Returns: (transfer full) (element-type SuiviScorecardRow): the recommendations that the row counts, or that part of it
 */
GPtrArray *
suivi_scorecard_charts_list_rows (const SuiviScorecardCharts *self,
                                  SuiviDimension dimension,
                                  const char *value,
                                  guint light)
{
  GPtrArray *rows = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < self->entries->len; i++)
    {
      const SuiviChartEntry *entry = g_ptr_array_index (self->entries, i);

      if ((light == SUIVI_CHART_ANY_LIGHT || entry->recommendation->light == light)
          && (value == NULL || has_value (self, entry, dimension, value)))
        g_ptr_array_add (rows, make_row (entry, entry->reason));
    }

  return rows;
}

/**
 * suivi_scorecard_charts_list_grade:
 * @grade: a grade on the scale of an edition; %SUIVI_N_LIGHTS: what is open
 *
 * Returns: (transfer full) (element-type SuiviScorecardRow): the recommendations that have it
 */
GPtrArray *
suivi_scorecard_charts_list_grade (const SuiviScorecardCharts *self, guint grade)
{
  GPtrArray *rows = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < self->entries->len; i++)
    {
      const SuiviChartEntry *entry = g_ptr_array_index (self->entries, i);

      if (entry->value.open ? grade == SUIVI_N_LIGHTS : grade == entry->value.grade)
        g_ptr_array_add (rows, make_row (entry, entry->differing != NULL ? entry->differing : entry->reason));
    }

  return rows;
}

/**
 * suivi_scorecard_charts_list_differing:
 *
 * Returns: (transfer full) (element-type SuiviScorecardRow): the recommendations whose light is the latest of several that
 *   differ; each says what the organisations say
 */
GPtrArray *
suivi_scorecard_charts_list_differing (const SuiviScorecardCharts *self)
{
  GPtrArray *rows = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < self->entries->len; i++)
    {
      const SuiviChartEntry *entry = g_ptr_array_index (self->entries, i);

      if (entry->differing != NULL)
        g_ptr_array_add (rows, make_row (entry, entry->differing));
    }

  return rows;
}

/**
 * suivi_scorecard_charts_count:
 * @dimension: by what a chart breaks down
 * @value: (nullable): value of one of its rows; %NULL: everything
 * @light: a light, or %SUIVI_CHART_ANY_LIGHT
 *
 * Returns: the number that the bar shows for it, by the counting rule: recommendations, or pairs of a recommendation and a
 *   State
 */
guint
suivi_scorecard_charts_count (const SuiviScorecardCharts *self,
                              SuiviDimension dimension,
                              const char *value,
                              guint light)
{
  GPtrArray *rows = suivi_breakdown_list_rows (self->breakdowns[dimension]);
  const SuiviTally *tally = value == NULL ? suivi_breakdown_get_whole (self->breakdowns[dimension]) : NULL;

  for (guint i = 0; tally == NULL && i < rows->len; i++)
    {
      const SuiviBreakdownRow *row = g_ptr_array_index (rows, i);

      if (g_str_equal (row->value, value))
        tally = &row->tally;
    }
  if (tally == NULL)
    return 0;

  return light == SUIVI_CHART_ANY_LIGHT ? tally->total : tally->lights[light];
}

/* Targets stand in the row of their goal; the filter knows goals and targets only by their own codes. */
static void
add_goal (const SuiviScorecardCharts *self, const char *goal, SuiviFilter *filter)
{
  const gsize length = strlen (goal);

  for (guint i = 0; i < self->entries->len; i++)
    {
      const SuiviChartEntry *entry = g_ptr_array_index (self->entries, i);

      for (char **code = entry->recommendation->sdgs; *code != NULL; code++)
        {
          if (g_str_has_prefix (*code, goal) && ((*code)[length] == '\0' || (*code)[length] == '.'))
            suivi_filter_add (filter, SUIVI_FACET_SDG, *code);
        }
    }
}

/* A goal, or none. */
static void
add_goal_or_none (const SuiviScorecardCharts *self, const char *goal, SuiviFilter *filter)
{
  if (*goal != '\0')
    add_goal (self, goal, filter);
  else
    suivi_filter_add (filter, SUIVI_FACET_SDG, SUIVI_FACET_NONE);
}

static void
add_region (const char *group, SuiviFilter *filter)
{
  for (const char *const *code = suivi_states_get_codes (); *code != NULL; code++)
    {
      if (g_strcmp0 (suivi_state_get_regional_group (*code), group) == 0)
        suivi_filter_add (filter, SUIVI_FACET_STATE, *code);
    }
}

/**
 * suivi_scorecard_charts_to_filter:
 * @dimension: by what a chart breaks down
 * @value: (nullable): value of one of its rows; %NULL: everything
 * @filter: (out) (transfer full): the filter that finds the recommendations of the row
 *
 * "" is the row of those that have no theme, no institution, …: a filter says that, too. None says "of no region", and none
 * finds what an edition holds.
 *
 * Returns: whether a filter can say it
 */
gboolean
suivi_scorecard_charts_to_filter (const SuiviScorecardCharts *self,
                                  SuiviDimension dimension,
                                  const char *value,
                                  SuiviFilter **filter)
{
  static const SuiviFacet facets[SUIVI_N_DIMENSIONS] = {
    [SUIVI_DIMENSION_POSITION] = SUIVI_FACET_POSITION,
    [SUIVI_DIMENSION_CLUSTER] = SUIVI_FACET_CLUSTER,
    [SUIVI_DIMENSION_THEME] = SUIVI_FACET_THEME,
    [SUIVI_DIMENSION_SDG] = SUIVI_FACET_SDG,
    [SUIVI_DIMENSION_CATEGORY] = SUIVI_FACET_CATEGORY,
    [SUIVI_DIMENSION_REGION] = SUIVI_FACET_STATE,
    [SUIVI_DIMENSION_INSTITUTION] = SUIVI_FACET_INSTITUTION,
  };

  g_return_val_if_fail (dimension < SUIVI_N_DIMENSIONS, FALSE);

  if (self->is_frozen
      || (value != NULL && *value == '\0'
          && (dimension == SUIVI_DIMENSION_REGION || dimension == SUIVI_DIMENSION_POSITION)))
    return FALSE;

  *filter = suivi_filter_new ();
  if (self->review_id != NULL)
    suivi_filter_add (*filter, SUIVI_FACET_REVIEW, self->review_id);
  if (value == NULL)
    return TRUE;
  if (dimension == SUIVI_DIMENSION_SDG)
    add_goal_or_none (self, value, *filter);
  else if (dimension == SUIVI_DIMENSION_REGION)
    add_region (value, *filter);
  else
    suivi_filter_add (*filter, facets[dimension], value);

  return TRUE;
}
