/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "exchange/import-plan.h"

G_BEGIN_DECLS

/* Reading official lists in tests, and looking at what came of it. */

#define HEADER_2015 \
  "Recommendation", "Recommending state/s", "Position", "Full list of rights/affected persons"
#define HEADER_2019 \
  "Recommendation", "Position", "Full list of themes", "Assessment/comments on level of implementation"
#define HEADER_2025                                                              \
  "Recommendation and recommending State", "Position of the State under review", \
    "Human rights themes and groups of persons", "Relevant SDGs"

SuiviImportPlan     *read_bytes          (GBytes          *bytes);
SuiviImportPlan     *read_rows           (const char      *header_runs,
                                          char            *first,
                                          ...) G_GNUC_NULL_TERMINATED;

guint                count_rows          (SuiviImportPlan *plan);
guint                count_faults        (SuiviImportPlan *plan);
SuiviPlanRow        *find_row            (SuiviImportPlan *plan,
                                          guint            number);
SuiviRecommendation *find_recommendation (SuiviImportPlan *plan,
                                          guint            row);

void                 assert_list         (char           **list,
                                          const char      *expected);
void                 assert_review       (SuiviImportPlan *plan,
                                          const char      *state,
                                          guint            session,
                                          const char      *symbol);
void                 assert_fault        (SuiviImportPlan *plan,
                                          guint            i,
                                          SuiviFaultKind   kind,
                                          guint            row,
                                          const char      *column,
                                          const char      *value);

G_END_DECLS
