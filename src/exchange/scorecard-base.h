/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "core/review/review.h"
#include "exchange/plan-field.h"

G_BEGIN_DECLS

/**
 * SuiviScorecardBase:
 * @state: the State under review, ISO 3166-1 alpha-3; "" for an output of another mechanism
 * @session: session of the review; 0 for an output of another mechanism
 * @hashes: of each field of a scorecard, suivi_plan_field_hash() of what it held
 * @has_institutions: whether that of the institutions is among them
 * @levels: what law, policy and practice held
 * @light: the light it showed
 * @chosen: whether that light was chosen by hand
 *
 * What a row of a scorecard held when it was written: the hidden column "Suivi base" says it, so that changes made in
 * the file can be told from changes made in the workspace.
 */
typedef struct
{
  char state[4];
  guint session;
  guint32 hashes[SUIVI_N_PLAN_FIELDS];
  gboolean has_institutions;
  SuiviLevel levels[3];
  SuiviLight light;
  gboolean chosen;
} SuiviScorecardBase;

char *suivi_scorecard_base_make (SuiviReview *review,
                                 SuiviRecommendation *recommendation,
                                 SuiviAssessment *assessment);
gboolean suivi_scorecard_base_parse (const char *text, SuiviScorecardBase *base);

char **suivi_scorecard_list_split (const char *text);

const char *suivi_scorecard_find_bad_institution (char **names, guint *bad);

G_END_DECLS
