/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "core/scorecard/spread.h"
#include "core/review/review.h"
#include "store/workspace.h"

G_BEGIN_DECLS

/**
 * SuiviAgreement:
 * @grade: the agreed grade
 * @evidence: keys of the evidence that stands behind it
 *
 * What a coalition agreed on about one recommendation.
 */
typedef struct
{
  SuiviAssessment *grade;
  char **evidence;
} SuiviAgreement;

/**
 * SuiviAgreementFacts:
 * @recommendation: what is judged
 * @review: (nullable): the review it was made in
 * @own: the organisation for which the person at this computer works; "" if she has not said
 * @agreed: (nullable): what is agreed on already, with its evidence
 * @begun: (nullable): an agreement that was begun and is not saved
 * @assessments: (element-type SuiviAssessment): all judgements up to the cut-off, which @spread points into
 * @spread: of each organisation the latest judgement, side by side
 * @behind: (element-type GStrv): keys of the evidence behind each judgement of @spread
 * @evidence: (element-type SuiviEvidence): the evidence behind all of them, each piece once
 *
 * All that has to be known to agree on one recommendation.
 */
typedef struct
{
  SuiviRecommendation *recommendation;
  SuiviReview *review;
  char *own;
  SuiviAgreement *agreed;
  SuiviAgreement *begun;
  GPtrArray *assessments;
  SuiviSpread *spread;
  GPtrArray *behind;
  GPtrArray *evidence;
} SuiviAgreementFacts;

/**
 * SuiviAgreementMany:
 * @ids: keys of recommendations of which all say the same
 * @cut_off: (nullable): day up to which judgements count
 * @date: day of the agreement
 * @name: who writes it down
 *
 * What is agreed on at once, for suivi_agreement_put_many().
 */
typedef struct
{
  char **ids;
  char *cut_off;
  char *date;
  char *name;
} SuiviAgreementMany;

SuiviAgreement      *suivi_agreement_new           (SuiviAssessment      *grade,
                                                    char                **evidence);
SuiviAgreement      *suivi_agreement_copy          (const SuiviAgreement *self);
gboolean             suivi_agreement_equal         (const SuiviAgreement *a,
                                                    const SuiviAgreement *b);
void                 suivi_agreement_free          (SuiviAgreement       *self);
void                 suivi_agreement_many_free     (SuiviAgreementMany   *self);

gboolean             suivi_agreement_is_unanimous  (const SuiviSpread    *spread);
char                *suivi_agreement_dup_late_note (const char           *date,
                                                    const char           *cut_off);
gboolean             suivi_agreement_validate      (const SuiviAgreement *self,
                                                    GError              **error);
gboolean             suivi_agreement_is_alone      (const SuiviAgreement *self);
char                *suivi_agreement_dup_hint      (const SuiviAgreement *self,
                                                    const char           *cut_off);

SuiviAgreementFacts *suivi_agreement_facts_load    (SuiviStore           *store,
                                                    const char           *recommendation_id,
                                                    const char           *cut_off,
                                                    GError              **error);
void                 suivi_agreement_facts_free    (SuiviAgreementFacts  *self);
char               **suivi_agreement_facts_list_named (const SuiviAgreementFacts *self);
void                 suivi_agreement_load_async    (SuiviWorkspace       *workspace,
                                                    const char           *recommendation_id,
                                                    const char           *cut_off,
                                                    GCancellable         *cancellable,
                                                    GAsyncReadyCallback   callback,
                                                    gpointer              user_data);
SuiviAgreementFacts *suivi_agreement_load_finish   (SuiviWorkspace       *workspace,
                                                    GAsyncResult         *result,
                                                    GError              **error);

/* For suivi_step_make() */
gboolean             suivi_agreement_put           (SuiviStore           *store,
                                                    SuiviTransaction     *transaction,
                                                    gpointer              record,
                                                    GError              **error);
gboolean             suivi_agreement_delete        (SuiviStore           *store,
                                                    SuiviTransaction     *transaction,
                                                    gpointer              record,
                                                    GError              **error);
gboolean             suivi_agreement_put_many      (SuiviStore           *store,
                                                    SuiviTransaction     *transaction,
                                                    gpointer              record,
                                                    GError              **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SuiviAgreement, suivi_agreement_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SuiviAgreementMany, suivi_agreement_many_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SuiviAgreementFacts, suivi_agreement_facts_free)

G_END_DECLS
