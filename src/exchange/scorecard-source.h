/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "core/scorecard/counting.h"
#include "store/store.h"

G_BEGIN_DECLS

/**
 * SuiviScorecardHead:
 * @reviews: (element-type SuiviReview): what the scorecard is about
 * @filter_text: what is included, in words
 * @cut_off: (nullable): the day after which assessments do not count
 * @author: who made it, with organisation
 * @organisation: (nullable): the organisation alone
 * @with_outputs: whether outputs of other mechanisms may be among the rows: each row says where it comes from then
 * @rule: how its rows are counted
 *
 * What a scorecard says besides its rows.
 */
typedef struct
{
  GPtrArray *reviews;
  char *filter_text;
  char *cut_off;
  char *author;
  char *organisation;
  gboolean with_outputs;
  SuiviCountingRule rule;
} SuiviScorecardHead;

/**
 * SuiviScorecardSource:
 * @head: what the scorecard says besides its rows
 *
 * Where a scorecard comes from, whatever the format it is written in: the same workspace and filter give the same rows
 * in the same order.
 */
typedef struct
{
  SuiviScorecardHead head;

  /*< private >*/
  SuiviStore *store;
  SuiviFilter *filter;
} SuiviScorecardSource;

SuiviScorecardSource *suivi_scorecard_source_new        (SuiviStore            *store,
                                                         const SuiviFilter     *filter,
                                                         const char            *author,
                                                         GError               **error);
void                  suivi_scorecard_source_free       (SuiviScorecardSource  *self);
gboolean              suivi_scorecard_source_foreach    (SuiviScorecardSource  *self,
                                                         SuiviRowFunc           func,
                                                         gpointer               func_data,
                                                         GCancellable          *cancellable,
                                                         GError               **error);
GPtrArray            *suivi_scorecard_source_list_parts (SuiviScorecardSource  *self,
                                                         SuiviRecommendation   *recommendation,
                                                         GError               **error);
const char           *suivi_scorecard_source_get_organisation (SuiviScorecardSource *self,
                                                         SuiviAssessment       *assessment);
gboolean              suivi_scorecard_head_shows_origin (const SuiviScorecardHead *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SuiviScorecardSource, suivi_scorecard_source_free)

G_END_DECLS
