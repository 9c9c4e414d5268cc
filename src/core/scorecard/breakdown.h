/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "core/review/recommendation.h"
#include "core/scorecard/tally.h"

G_BEGIN_DECLS

/**
 * SuiviDimension:
 * @SUIVI_DIMENSION_POSITION: what the State answered
 * @SUIVI_DIMENSION_CLUSTER: the user's own cluster
 * @SUIVI_DIMENSION_THEME: themes; a recommendation may have several
 * @SUIVI_DIMENSION_SDG: Sustainable Development Goals, without their targets; it may have several
 * @SUIVI_DIMENSION_CATEGORY: UPR Info's action category: how specific it is
 * @SUIVI_DIMENSION_REGION: regional groups of the United Nations that the recommending States belong to; several
 * @SUIVI_DIMENSION_INSTITUTION: institutions that are to implement it; a recommendation may have several
 *
 * By what the lights of a scorecard are broken down.
 */
typedef enum
{
  SUIVI_DIMENSION_POSITION,
  SUIVI_DIMENSION_CLUSTER,
  SUIVI_DIMENSION_THEME,
  SUIVI_DIMENSION_SDG,
  SUIVI_DIMENSION_CATEGORY,
  SUIVI_DIMENSION_REGION,
  SUIVI_DIMENSION_INSTITUTION,
} SuiviDimension;

#define SUIVI_N_DIMENSIONS 7

/**
 * SuiviBreakdownRow:
 * @value: the value of the dimension: a nick of a position, a title, "16", "5", a regional group; "" for recommendations
 *   that have none
 * @label: the words shown to people, translated
 * @tally: what has that value
 *
 * One row of a chart: a bar is also a row of numbers.
 */
typedef struct
{
  char *value;
  char *label;
  SuiviTally tally;
} SuiviBreakdownRow;

/**
 * SuiviBreakdown:
 *
 * The lights of a scorecard by the values of one dimension. Recommendations are added one by one.
 */
typedef struct _SuiviBreakdown SuiviBreakdown;

const char        *suivi_dimension_to_label     (SuiviDimension           dimension);
gboolean           suivi_dimension_has_several  (SuiviDimension           dimension);

SuiviBreakdown    *suivi_breakdown_new          (SuiviDimension           dimension,
                                                 const SuiviCountingRule *rule);
void               suivi_breakdown_free         (SuiviBreakdown          *self);
void               suivi_breakdown_add          (SuiviBreakdown          *self,
                                                 SuiviRecommendation     *recommendation,
                                                 const char              *cluster,
                                                 SuiviLight               light);
SuiviDimension     suivi_breakdown_get_dimension (const SuiviBreakdown   *self);
const SuiviTally  *suivi_breakdown_get_whole    (const SuiviBreakdown    *self);
GPtrArray         *suivi_breakdown_list_rows    (SuiviBreakdown          *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SuiviBreakdown, suivi_breakdown_free)

G_END_DECLS
