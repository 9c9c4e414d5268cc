/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <string.h>

#include "exchange/scorecard-text.h"
#include "exchange/scorecard-totals.h"

/**
 * suivi_scorecard_totals_new:
 * @rule: how it counts
 *
 * Returns: (transfer full): totals of nothing yet
 */
SuiviScorecardTotals *
suivi_scorecard_totals_new (const SuiviCountingRule *rule)
{
  SuiviScorecardTotals *self = g_new0 (SuiviScorecardTotals, 1);
  const SuiviCountingRule answers = { rule->unit, SUIVI_PART_RULE_OWN };

  self->positions = suivi_breakdown_new (SUIVI_DIMENSION_POSITION, rule);
  self->clusters = suivi_breakdown_new (SUIVI_DIMENSION_CLUSTER, rule);
  self->themes = suivi_breakdown_new (SUIVI_DIMENSION_THEME, rule);
  suivi_tally_init (&self->answers, &answers);
  self->keys = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  return self;
}

/**
 * suivi_scorecard_totals_free:
 * @self: (nullable) (transfer full): totals
 */
void
suivi_scorecard_totals_free (SuiviScorecardTotals *self)
{
  if (self == NULL)
    return;

  suivi_breakdown_free (self->positions);
  suivi_breakdown_free (self->clusters);
  suivi_breakdown_free (self->themes);
  g_hash_table_unref (self->keys);
  g_free (self->last_date);
  g_free (self);
}

/**
 * suivi_scorecard_totals_add:
 * @entry: a row of the scorecard
 */
void
suivi_scorecard_totals_add (SuiviScorecardTotals *self, const SuiviScorecardEntry *entry)
{
  const SuiviLight light = entry->recommendation->light;
  const SuiviAssessment *assessment = entry->assessment;

  suivi_breakdown_add (self->positions, entry->recommendation, entry->cluster, light);
  suivi_breakdown_add (self->clusters, entry->recommendation, entry->cluster, light);
  suivi_breakdown_add (self->themes, entry->recommendation, entry->cluster, light);
  suivi_scale_tally_add (&self->bands, &entry->value,
                         suivi_counting_rule_get_weight (&self->answers.rule, (const char *const *) entry
                                                                                ->recommendation->states));
  suivi_tally_add (&self->answers, entry->recommendation->position,
                   (const char *const *) entry->recommendation->states, light);
  g_hash_table_add (self->keys, g_strdup (entry->recommendation->id));
  self->moves[entry->move]++;
  self->n_rows++;
  if (assessment == NULL)
    return;

  self->n_chosen += assessment->light_overridden;
  self->n_agreed += assessment->agreed;
  self->n_differ += suivi_scorecard_entry_get_open_apart (entry) > 0;
  if (g_strcmp0 (assessment->date, self->last_date) > 0)
    {
      g_free (self->last_date);
      self->last_date = g_strdup (assessment->date);
    }
}

/**
 * suivi_scorecard_totals_count_gone:
 * @source: where the rows came from, all of them added
 * @error: return location of what reading the workspace fails with
 *
 * Counts what the previous edition had and the scorecard has not. Where something was left out on purpose, nothing is gone.
 *
 * Returns: whether the previous edition could be read; also if there is none
 */
gboolean
suivi_scorecard_totals_count_gone (SuiviScorecardTotals *self, SuiviScorecardSource *source, GError **error)
{
  const SuiviEdition *previous = source->head.previous;
  g_autoptr (GPtrArray) rows = NULL;

  if (previous == NULL || !suivi_scorecard_filter_is_whole (source->filter))
    return TRUE;
  rows = suivi_store_list_edition_rows (source->store, previous->id, error);
  if (rows == NULL)
    return FALSE;

  for (guint i = 0; i < rows->len; i++)
    {
      const SuiviEditionRow *row = g_ptr_array_index (rows, i);

      if (row->recommendation_id != NULL && !g_hash_table_contains (self->keys, row->recommendation_id))
        self->moves[SUIVI_MOVE_GONE]++;
    }

  return TRUE;
}

/**
 * suivi_scorecard_totals_get_whole:
 *
 * Returns: (transfer none): everything that was added, each recommendation counted by the rule
 */
const SuiviTally *
suivi_scorecard_totals_get_whole (const SuiviScorecardTotals *self)
{
  return suivi_breakdown_get_whole (self->positions);
}

/* Clusters that are no more stand behind those that are, and what is in none at the end. */
static guint
get_place (GHashTable *places, const SuiviBreakdownRow *row)
{
  gpointer place = NULL;

  if (*row->value == '\0')
    return G_MAXUINT;

  return g_hash_table_lookup_extended (places, row->value, NULL, &place) ? GPOINTER_TO_UINT (place)
                                                                         : G_MAXUINT - 1;
}

static int
compare_rows (gconstpointer a, gconstpointer b, gpointer user_data)
{
  const SuiviBreakdownRow *left = *(const SuiviBreakdownRow *const *) a;
  const SuiviBreakdownRow *right = *(const SuiviBreakdownRow *const *) b;
  guint left_place = get_place (user_data, left);
  guint right_place = get_place (user_data, right);

  if (left_place != right_place)
    return left_place < right_place ? -1 : 1;

  return strcmp (left->value, right->value);
}

/**
 * suivi_scorecard_totals_list_clusters:
 * @store: the workspace whose clusters they are
 * @error: return location of what reading the workspace fails with
 *
 * Returns: (transfer container) (element-type SuiviBreakdownRow) (nullable): the rows by cluster, in the order of the
 *   clusters: that of the chapters; %NULL on failure. The rows are owned by @self
 */
GPtrArray *
suivi_scorecard_totals_list_clusters (SuiviScorecardTotals *self, SuiviStore *store, GError **error)
{
  g_autoptr (GPtrArray) clusters = suivi_store_list_clusters (store, error);
  g_autoptr (GHashTable) places = g_hash_table_new (g_str_hash, g_str_equal);
  GPtrArray *rows = suivi_breakdown_list_rows (self->clusters);
  GPtrArray *sorted = NULL;

  if (clusters == NULL)
    return NULL;

  for (guint i = 0; i < clusters->len; i++)
    g_hash_table_insert (places, ((SuiviCluster *) g_ptr_array_index (clusters, i))->title,
                         GUINT_TO_POINTER (i));
  sorted = g_ptr_array_new ();
  for (guint i = 0; i < rows->len; i++)
    g_ptr_array_add (sorted, g_ptr_array_index (rows, i));
  g_ptr_array_sort_with_data (sorted, compare_rows, places);

  return sorted;
}
