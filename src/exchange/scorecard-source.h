/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "core/scorecard/comparison.h"
#include "core/scorecard/counting.h"
#include "core/scorecard/scale.h"
#include "store/scorecard-store.h"
#include "store/store.h"

G_BEGIN_DECLS

/**
 * SuiviScorecardHead:
 * @reviews: (element-type SuiviReview): what the scorecard is about
 * @filter_text: what is included, in words
 * @cut_off: (nullable): the day after which assessments do not count
 * @author: who made it, with organisation; of an edition, its authors
 * @organisation: (nullable): for whom the person works who writes it to a file, never whose judgement a row shows
 * @with_outputs: whether outputs of other mechanisms may be among the rows: each row says where it comes from then
 * @rule: how its rows are counted
 * @edition: (nullable): the edition that it is; %NULL for the working copy
 * @previous: (nullable): the edition that it is compared with; %NULL if there is none
 * @scale: the scale that it speaks beside the lights; %SUIVI_SCALE_LIGHT: none beside them
 * @labels: (element-type utf8 utf8): the user's own words for grades in the language of the output, for
 *   suivi_scale_grade_to_label()
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
  SuiviEdition *edition;
  SuiviEdition *previous;
  SuiviScale scale;
  GHashTable *labels;
} SuiviScorecardHead;

/**
 * SuiviScorecardEntry:
 * @recommendation: one row; its light is that of @assessment
 * @review: (nullable): its review; %NULL for outputs of other mechanisms
 * @assessment: (nullable): the judgement that counts: what was agreed on, or the latest one
 * @cluster: title of its cluster; "" for none
 * @previous: its light in the edition before, or %SUIVI_LIGHT_ABSENT
 * @move: what became of it since; means nothing unless the head has a previous edition
 * @value: where it stands on the scale of the head
 * @judgements: (element-type SuiviAssessment): of each organisation the latest up to the cut-off, by name of the
 *   organisation: side by side, without what was agreed on
 * @apart: how many grades they are apart: SuiviSpread.apart
 * @evidence: (element-type guint): the numbers of the evidence behind it, from 1 on: suivi_scorecard_source_get_evidence()
 *
 * One row of a scorecard with everything that its outputs print. Valid during the call only, but for what is referenced.
 */
typedef struct
{
  SuiviRecommendation *recommendation;
  SuiviReview *review;
  SuiviAssessment *assessment;
  const char *cluster;
  guint previous;
  SuiviMove move;
  SuiviScaleValue value;
  GPtrArray *judgements;
  guint apart;
  GArray *evidence;
} SuiviScorecardEntry;

/**
 * SuiviScorecardEntryFunc:
 *
 * Returns: whether to go on; else @error is set
 */
typedef gboolean (*SuiviScorecardEntryFunc) (const SuiviScorecardEntry  *entry,
                                             gpointer                    func_data,
                                             GError                    **error);

/**
 * SuiviScorecardProof:
 * @evidence: the piece, as it was when an edition was frozen, or as it is; of evidence from children without publisher,
 *   address, page and date
 * @title: what it is called in outputs. Evidence from children has a neutral one unless consent to publish is given now
 * @quotation: what it says, word for word; may be "". Words of children only with consent to publish
 * @rows: (element-type guint): the places of the rows that it stands behind, from 0 on, in the order of the rows
 *
 * A numbered piece of evidence in outputs.
 */
typedef struct
{
  SuiviEvidence *evidence;
  char *title;
  char *quotation;
  GArray *rows;
} SuiviScorecardProof;

/**
 * SuiviScorecardSource:
 * @head: what the scorecard says besides its rows
 *
 * Where a scorecard comes from, whatever the format it is written in: the working copy by a filter, or an edition as it
 * was frozen. The same source gives the same rows in the same order. Evidence is numbered in the order in which the rows
 * first need it: the list is complete once the rows have been gone through.
 */
typedef struct
{
  SuiviScorecardHead head;

  /*< private >*/
  SuiviStore *store;
  SuiviFilter *filter;
  GPtrArray *evidence;         /* of SuiviScorecardProof */
  GHashTable *numbers;         /* key of evidence → its number */
  GPtrArray *reviews;          /* (nullable): all of the workspace, for an edition */
  GHashTable *previous_lights; /* key of a recommendation → light, for the working copy */
  guint n_rows;
} SuiviScorecardSource;

SuiviScorecardSource *suivi_scorecard_source_new        (SuiviStore            *store,
                                                         const SuiviFilter     *filter,
                                                         const char            *author,
                                                         GError               **error);
SuiviScorecardSource *suivi_scorecard_source_new_for_edition (SuiviStore       *store,
                                                         const char            *edition_id,
                                                         const SuiviFilter     *filter,
                                                         GError               **error);
void                  suivi_scorecard_source_free       (SuiviScorecardSource  *self);
gboolean              suivi_scorecard_source_foreach    (SuiviScorecardSource  *self,
                                                         SuiviScorecardEntryFunc func,
                                                         gpointer               func_data,
                                                         GCancellable          *cancellable,
                                                         GError               **error);
GPtrArray            *suivi_scorecard_source_get_evidence (SuiviScorecardSource *self);
GPtrArray            *suivi_scorecard_source_list_parts (SuiviScorecardSource  *self,
                                                         SuiviRecommendation   *recommendation,
                                                         GError               **error);
GPtrArray            *suivi_scorecard_source_list_contributions (SuiviScorecardSource *self,
                                                         SuiviRecommendation   *recommendation,
                                                         GError               **error);
const char           *suivi_scorecard_source_get_organisation (SuiviScorecardSource *self,
                                                         SuiviAssessment       *assessment);
guint                 suivi_scorecard_entry_get_open_apart (const SuiviScorecardEntry *self);
gboolean              suivi_scorecard_head_shows_origin (const SuiviScorecardHead *self);
gboolean              suivi_scorecard_head_keeps_contributions (const SuiviScorecardHead *self);
const char           *suivi_scorecard_head_light_label  (const SuiviScorecardHead *self,
                                                         SuiviLight             light);
char                 *suivi_scorecard_head_light_text   (const SuiviScorecardHead *self,
                                                         SuiviLight             light);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SuiviScorecardSource, suivi_scorecard_source_free)

G_END_DECLS
