/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "core/scorecard/tally.h"

/**
 * suivi_tally_init:
 * @self: (out caller-allocates): a tally
 * @rule: (nullable): how to count; %NULL: as a new workspace does
 */
void
suivi_tally_init (SuiviTally *self, const SuiviCountingRule *rule)
{
  *self = (SuiviTally){ 0 };
  if (rule != NULL)
    self->rule = *rule;
}

/**
 * suivi_tally_add:
 * @position: what the State under review answered
 * @states: (nullable): the recommending States, ISO 3166-1 alpha-3
 * @light: the light that counts
 *
 * Adds a recommendation, by the rule.
 */
void
suivi_tally_add (SuiviTally *self, SuiviPosition position, const char *const *states, SuiviLight light)
{
  const guint weight = suivi_counting_rule_get_weight (&self->rule, states);
  const guint row = suivi_counting_rule_get_position (&self->rule, position);

  g_return_if_fail (row < SUIVI_TALLY_N_POSITIONS);
  g_return_if_fail ((guint) light < SUIVI_N_LIGHTS);

  self->n_added++;
  self->total += weight;
  self->positions[row] += weight;
  self->lights[light] += weight;
  self->cells[row][light] += weight;
}

/**
 * suivi_tally_get_graded:
 *
 * Returns: how many of the total have any light but grey
 */
guint
suivi_tally_get_graded (const SuiviTally *self)
{
  return self->total - self->lights[SUIVI_LIGHT_GREY];
}

/**
 * suivi_tally_is_reconciled:
 *
 * Returns: whether every number is the sum of its parts: each position of its cells, each light of its cells, and the
 *   total of the positions, and of the lights
 */
gboolean
suivi_tally_is_reconciled (const SuiviTally *self)
{
  guint columns[SUIVI_N_LIGHTS] = { 0 };
  guint total = 0;

  for (guint i = 0; i < SUIVI_TALLY_N_POSITIONS; i++)
    {
      guint row = 0;

      for (guint j = 0; j < SUIVI_N_LIGHTS; j++)
        {
          row += self->cells[i][j];
          columns[j] += self->cells[i][j];
        }
      if (row != self->positions[i])
        return FALSE;
    }
  for (guint j = 0; j < SUIVI_N_LIGHTS; j++)
    {
      if (columns[j] != self->lights[j])
        return FALSE;
      total += columns[j];
    }

  /* Positions and lights are sums of the same cells now, so that one of them is enough. */
  return total == self->total;
}
