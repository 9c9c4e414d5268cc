/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "core/scorecard/counting.h"
#include "core/scorecard/light.h"

G_BEGIN_DECLS

/* Outputs of other mechanisms have no position, and count apart. */
#define SUIVI_TALLY_N_POSITIONS (SUIVI_N_POSITIONS + 1)

/**
 * SuiviTally:
 * @rule: how it counts; set before anything is added
 * @n_added: how many recommendations were added, whatever the unit
 * @total: how many were counted, by the unit
 * @positions: how many of them have each position
 * @lights: how many of them have each light
 * @cells: how many of them have that position and that light
 *
 * Recommendations, counted by position and light. A plain value: made by suivi_tally_init(), filled by
 * suivi_tally_add(), read directly. One tally for the whole, and one for each row of a chart.
 */
typedef struct
{
  SuiviCountingRule rule;
  guint n_added;
  guint total;
  guint positions[SUIVI_TALLY_N_POSITIONS];
  guint lights[SUIVI_N_LIGHTS];
  guint cells[SUIVI_TALLY_N_POSITIONS][SUIVI_N_LIGHTS];
} SuiviTally;

void     suivi_tally_init          (SuiviTally              *self,
                                    const SuiviCountingRule *rule);
void     suivi_tally_add           (SuiviTally              *self,
                                    SuiviPosition            position,
                                    const char *const       *states,
                                    SuiviLight               light);
guint    suivi_tally_get_graded    (const SuiviTally        *self);
gboolean suivi_tally_is_reconciled (const SuiviTally        *self);

G_END_DECLS
