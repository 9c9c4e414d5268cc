/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "core/scorecard/scale-tally.h"

/**
 * suivi_scale_tally_add:
 * @value: where a recommendation stands on the scale
 * @weight: how often it counts: suivi_counting_rule_get_weight()
 */
void
suivi_scale_tally_add (SuiviScaleTally *self, const SuiviScaleValue *value, guint weight)
{
  g_return_if_fail ((guint) value->grade < SUIVI_N_LIGHTS);

  self->total += weight;
  if (value->open)
    self->n_open += weight;
  else
    self->grades[value->grade] += weight;
}

/**
 * suivi_scale_tally_is_reconciled:
 *
 * Returns: whether the total is the sum of its parts
 */
gboolean
suivi_scale_tally_is_reconciled (const SuiviScaleTally *self)
{
  guint sum = self->n_open;

  for (guint i = 0; i < SUIVI_N_LIGHTS; i++)
    sum += self->grades[i];

  return sum == self->total;
}
