/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "core/review/recommendation.h"
#include "core/scorecard/assessment.h"

G_BEGIN_DECLS

/**
 * SuiviScorecardTheme:
 * @theme: (nullable): the theme; %NULL for recommendations without any
 * @lights: how many recommendations of the theme have each light
 * @total: their sum
 */
typedef struct
{
  char *theme;
  guint lights[SUIVI_N_LIGHTS];
  guint total;
} SuiviScorecardTheme;

/**
 * SuiviScorecardSummary:
 *
 * The numbers of a scorecard: recommendations are added one by one, and counted by position, light and theme.
 */
typedef struct _SuiviScorecardSummary SuiviScorecardSummary;

SuiviScorecardSummary *suivi_scorecard_summary_new            (void);
void                   suivi_scorecard_summary_free           (SuiviScorecardSummary *self);
void                   suivi_scorecard_summary_add            (SuiviScorecardSummary *self,
                                                               SuiviRecommendation   *recommendation,
                                                               SuiviAssessment       *assessment);

guint                  suivi_scorecard_summary_get_total      (SuiviScorecardSummary *self);
guint                  suivi_scorecard_summary_get_position   (SuiviScorecardSummary *self,
                                                               SuiviPosition          position);
guint                  suivi_scorecard_summary_get_light      (SuiviScorecardSummary *self,
                                                               SuiviLight             light);
guint                  suivi_scorecard_summary_get_cell       (SuiviScorecardSummary *self,
                                                               SuiviPosition          position,
                                                               SuiviLight             light);
guint                  suivi_scorecard_summary_get_chosen     (SuiviScorecardSummary *self);
const char            *suivi_scorecard_summary_get_last_date  (SuiviScorecardSummary *self);
GPtrArray             *suivi_scorecard_summary_list_themes    (SuiviScorecardSummary *self);
gboolean               suivi_scorecard_summary_is_reconciled  (SuiviScorecardSummary *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SuiviScorecardSummary, suivi_scorecard_summary_free)

G_END_DECLS
