/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "core/scorecard/counting.h"
#include "core/scorecard/scale.h"

G_BEGIN_DECLS

/**
 * SuiviScaleTally:
 * @grades: how many have each grade, by the light with the same number
 * @n_open: how many have none, because organisations differ and the scale does not settle it; they are in no other number
 * @total: how many were counted: the sum of all of these
 *
 * Recommendations, counted by their grade on a scale. A plain value; zeroed, it counted nothing yet.
 */
typedef struct
{
  guint grades[SUIVI_N_LIGHTS];
  guint n_open;
  guint total;
} SuiviScaleTally;

void     suivi_scale_tally_add           (SuiviScaleTally       *self,
                                          const SuiviScaleValue *value,
                                          guint                  weight);
gboolean suivi_scale_tally_is_reconciled (const SuiviScaleTally *self);

G_END_DECLS
