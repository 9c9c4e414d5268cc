/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "core/review/recommendation.h"
#include "core/scorecard/edition-row.h"

G_BEGIN_DECLS

#define SUIVI_TYPE_SCORECARD_ROW (suivi_scorecard_row_get_type ())
G_DECLARE_FINAL_TYPE (SuiviScorecardRow, suivi_scorecard_row, SUIVI, SCORECARD_ROW, GObject)

/**
 * SuiviScorecardRow:
 * @recommendation_id: (nullable): key of the recommendation
 * @number: its number; where it has none, the symbol of its document
 * @text: the recommendation
 * @before: its light in the previous edition; %SUIVI_LIGHT_ABSENT if it was not in it, or nothing is compared
 * @now: its light; %SUIVI_LIGHT_ABSENT if it is no longer in the edition
 * @detail: why this grade, or what else there is to say; may be ""
 * @differs: whether @now is the latest of several judgements that differ, and nothing is agreed on: who graded last decides.
 *   Set by whoever makes the line
 *
 * One line of a list that a number of the scorecard page opens. Made on the workspace's thread, shown on the main
 * thread, and never changed in between.
 */
struct _SuiviScorecardRow
{
  GObject parent_instance;

  char *recommendation_id;
  char *number;
  char *text;
  guint before;
  guint now;
  char *detail;
  gboolean differs;
};

SuiviScorecardRow *suivi_scorecard_row_new (const SuiviEditionRow *row, guint before, guint now);
SuiviScorecardRow *
suivi_scorecard_row_new_working (SuiviRecommendation *recommendation, SuiviLight light, const char *detail);
const char *suivi_scorecard_row_get_mark (SuiviScorecardRow *self);
char *suivi_scorecard_row_dup_lights (SuiviScorecardRow *self, GHashTable *words);

G_END_DECLS
