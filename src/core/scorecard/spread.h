/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "core/scorecard/assessment.h"

G_BEGIN_DECLS

/* So many grades apart, two organisations have to talk: green against red. */
#define SUIVI_SPREAD_WIDE 2

/**
 * SuiviSpread:
 * @assessments: (element-type SuiviAssessment): the latest of each organisation, by the name of the organisation;
 *   owned by who gave them
 * @lights: how many organisations say each light
 * @n_judged: how many organisations say any light but grey
 * @lowest: the lowest light that anybody gave; grey if nobody judged
 * @highest: the highest
 * @apart: how many grades @lowest and @highest are apart: 0 (all agree, or nobody to disagree) to 3
 *
 * What several organisations say about one recommendation, side by side. It is not averaged.
 */
typedef struct
{
  GPtrArray *assessments;
  guint lights[SUIVI_N_LIGHTS];
  guint n_judged;
  SuiviLight lowest;
  SuiviLight highest;
  guint apart;
} SuiviSpread;

SuiviSpread *suivi_spread_new                (GPtrArray         *assessments,
                                              const char        *cut_off);
void         suivi_spread_free               (SuiviSpread       *self);
gboolean     suivi_spread_is_wide            (const SuiviSpread *self);
char       **suivi_spread_list_organisations (const SuiviSpread *self,
                                              SuiviLight         light);
char        *suivi_spread_to_text            (const SuiviSpread *self,
                                              GHashTable        *labels);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SuiviSpread, suivi_spread_free)

G_END_DECLS
