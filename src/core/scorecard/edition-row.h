/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "core/record.h"
#include "core/review/position.h"
#include "core/scorecard/light.h"

G_BEGIN_DECLS

/**
 * SuiviEditionRow:
 * @id: random UUID, the key in the workspace
 * @edition_id: key of the edition
 * @recommendation_id: (nullable): key of the recommendation; stays when that is deleted
 * @symbol: symbol of the document
 * @number: number of the recommendation in it
 * @text: the recommendation
 * @states: recommending States, ISO 3166-1 alpha-3
 * @position: what the State under review answered
 * @category: UPR Info's action category, 1 to 5; 0 if nobody said
 * @themes: human rights themes
 * @sdgs: codes of Sustainable Development Goals or targets
 * @cluster: title of its cluster; "" for none
 * @law: the grade of the law
 * @policy: of policy
 * @practice: of practice
 * @light: the light
 * @light_overridden: 1 if a person chose the light against the rule
 * @reason: why this grade
 * @source: where the facts stand
 * @organisation: who judged: one organisation, or those that agreed
 * @name: who gave the grade
 * @date: day of the grade, ISO 8601 date; "" if there is none
 * @has_previous: 1 if the recommendation was in the previous edition, too
 * @previous_light: its light there; means nothing unless @has_previous is 1
 * @review: its review, as suivi_review_to_token() writes it; "" in editions of before version 6 of the workspace
 * @groups: groups of persons that it is about
 * @issues: UPR Info's issues
 * @child_focused: 1 if it is about children
 * @institutions: names of the institutions that are to implement it
 *
 * One recommendation of a frozen scorecard, with everything that its outputs print: as it was on that day.
 */
typedef struct
{
  char *id;
  char *edition_id;
  char *recommendation_id;
  char *symbol;
  char *number;
  char *text;
  char **states;
  SuiviPosition position;
  guint category;
  char **themes;
  char **sdgs;
  char *cluster;
  SuiviLevel law;
  SuiviLevel policy;
  SuiviLevel practice;
  SuiviLight light;
  guint light_overridden;
  char *reason;
  char *source;
  char *organisation;
  char *name;
  char *date;
  guint has_previous;
  SuiviLight previous_light;
  char *review;
  char **groups;
  char **issues;
  guint child_focused;
  char **institutions;
} SuiviEditionRow;

#define SUIVI_TYPE_EDITION_ROW (suivi_edition_row_get_type ())
SUIVI_DECLARE_RECORD (SuiviEditionRow, suivi_edition_row)

SuiviEditionRow *suivi_edition_row_new (const char *edition_id,
                                        const char *recommendation_id);

G_END_DECLS
