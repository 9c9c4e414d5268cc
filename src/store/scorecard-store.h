/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "core/scorecard/cluster-member.h"
#include "core/scorecard/cluster-rule.h"
#include "core/scorecard/cluster.h"
#include "core/scorecard/edition-row.h"
#include "core/scorecard/edition.h"
#include "core/scorecard/evidence-use.h"
#include "core/scorecard/contribution.h"
#include "core/scorecard/evidence.h"
#include "core/scorecard/grade-draft.h"
#include "core/scorecard/grade-label.h"
#include "core/scorecard/organisation.h"
#include "core/scorecard/plain-wording.h"
#include "core/scorecard/responsibility.h"
#include "store/transaction.h"

G_BEGIN_DECLS

/* Clusters, responsible institutions, editions of the scorecard, evidence, and what its outputs add, in the workspace. */

/* Clusters */
GPtrArray *suivi_store_list_clusters           (SuiviStore               *self,
                                                GError                  **error);
GPtrArray *suivi_store_list_cluster_rules      (SuiviStore               *self,
                                                GError                  **error);
char      *suivi_store_get_cluster_title       (SuiviStore               *self,
                                                const char               *recommendation_id,
                                                GError                  **error);
gboolean   suivi_transaction_put_cluster       (SuiviTransaction         *self,
                                                SuiviCluster             *cluster,
                                                GError                  **error);
gboolean   suivi_transaction_delete_cluster    (SuiviTransaction         *self,
                                                const char               *id,
                                                GError                  **error);
gboolean   suivi_transaction_put_cluster_rule  (SuiviTransaction         *self,
                                                SuiviClusterRule         *rule,
                                                GError                  **error);
gboolean   suivi_transaction_delete_cluster_rule (SuiviTransaction       *self,
                                                const char               *id,
                                                GError                  **error);
gboolean   suivi_transaction_assign_cluster    (SuiviTransaction         *self,
                                                const char               *cluster_id,
                                                const char * const       *recommendation_ids,
                                                GError                  **error);

/* Responsible institutions */
GPtrArray *suivi_store_list_responsibilities   (SuiviStore               *self,
                                                const char               *recommendation_id,
                                                GError                  **error);
GPtrArray *suivi_store_list_institutions       (SuiviStore               *self,
                                                GError                  **error);
gboolean   suivi_transaction_add_institution   (SuiviTransaction         *self,
                                                const char * const       *recommendation_ids,
                                                const char               *institution,
                                                GError                  **error);
gboolean   suivi_transaction_remove_institution (SuiviTransaction        *self,
                                                const char * const       *recommendation_ids,
                                                const char               *institution,
                                                GError                  **error);

/* Organisations: whose judgements they are */
GPtrArray *suivi_store_list_organisations      (SuiviStore               *self,
                                                GError                  **error);
gboolean   suivi_transaction_rename_organisation (SuiviTransaction       *self,
                                                const char               *from,
                                                const char               *to,
                                                GError                  **error);

/* Grades and agreements that were begun: kept at once, without a step in the history */
GPtrArray *suivi_store_list_grade_drafts       (SuiviStore               *self,
                                                GError                  **error);
SuiviGradeDraft *suivi_store_get_grade_draft   (SuiviStore               *self,
                                                const char               *recommendation_id,
                                                gboolean                  agreed,
                                                GError                  **error);
gboolean   suivi_store_put_grade_draft         (SuiviStore               *self,
                                                SuiviGradeDraft          *draft,
                                                GError                  **error);
gboolean   suivi_store_delete_grade_draft      (SuiviStore               *self,
                                                const char               *recommendation_id,
                                                gboolean                  agreed,
                                                GError                  **error);
gboolean   suivi_transaction_delete_grade_draft (SuiviTransaction        *self,
                                                const char               *recommendation_id,
                                                gboolean                  agreed,
                                                GError                  **error);

/* Editions */
GPtrArray *suivi_store_list_editions           (SuiviStore               *self,
                                                const char               *review_id,
                                                GError                  **error);
SuiviEdition *suivi_store_get_edition          (SuiviStore               *self,
                                                const char               *id,
                                                GError                  **error);
SuiviEdition *suivi_store_find_previous_edition (SuiviStore             *self,
                                                const char               *review_id,
                                                const char               *cut_off,
                                                GError                  **error);
GPtrArray *suivi_store_list_edition_rows       (SuiviStore               *self,
                                                const char               *edition_id,
                                                GError                  **error);
gboolean   suivi_transaction_freeze_edition    (SuiviTransaction         *self,
                                                SuiviEdition             *edition,
                                                GError                  **error);
gboolean   suivi_transaction_delete_edition    (SuiviTransaction         *self,
                                                const char               *id,
                                                GError                  **error);

/* The judgements of one recommendation, up to a day, or as an edition keeps them */
GPtrArray *suivi_store_list_judgements         (SuiviStore               *self,
                                                const char               *edition_id,
                                                const char               *recommendation_id,
                                                const char               *cut_off,
                                                GError                  **error);

/* Evidence */
GPtrArray *suivi_store_list_evidence_behind    (SuiviStore               *self,
                                                const char               *edition_id,
                                                const char               *recommendation_id,
                                                const char               *cut_off,
                                                GError                  **error);
GPtrArray *suivi_store_list_supported          (SuiviStore               *self,
                                                const char               *evidence_id,
                                                GError                  **error);
GPtrArray *suivi_store_list_evidence           (SuiviStore               *self,
                                                const char               *search,
                                                GError                  **error);
SuiviEvidence *suivi_store_get_evidence        (SuiviStore               *self,
                                                const char               *id,
                                                GError                  **error);
GPtrArray *suivi_store_list_evidence_of        (SuiviStore               *self,
                                                const char               *assessment_id,
                                                GError                  **error);
gboolean   suivi_transaction_put_evidence      (SuiviTransaction         *self,
                                                SuiviEvidence            *evidence,
                                                GError                  **error);
gboolean   suivi_transaction_delete_evidence   (SuiviTransaction         *self,
                                                const char               *id,
                                                GError                  **error);
gboolean   suivi_transaction_tie_evidence      (SuiviTransaction         *self,
                                                const char               *evidence_id,
                                                const char               *assessment_id,
                                                GError                  **error);
gboolean   suivi_transaction_untie_evidence    (SuiviTransaction         *self,
                                                const char               *evidence_id,
                                                const char               *assessment_id,
                                                GError                  **error);

/* What outputs add */
GHashTable *suivi_store_get_grade_labels       (SuiviStore               *self,
                                                const char               *language,
                                                GError                  **error);
GPtrArray *suivi_store_list_grade_labels       (SuiviStore               *self,
                                                GError                  **error);
gboolean   suivi_transaction_put_grade_label   (SuiviTransaction         *self,
                                                SuiviGradeLabel          *label,
                                                GError                  **error);
gboolean   suivi_transaction_delete_grade_label (SuiviTransaction        *self,
                                                const char               *id,
                                                GError                  **error);
GPtrArray *suivi_store_list_plain_wordings     (SuiviStore               *self,
                                                const char               *review_id,
                                                GError                  **error);
SuiviPlainWording *suivi_store_get_plain_wording (SuiviStore             *self,
                                                const char               *recommendation_id,
                                                GError                  **error);
gboolean   suivi_transaction_put_plain_wording (SuiviTransaction         *self,
                                                SuiviPlainWording        *wording,
                                                GError                  **error);
GPtrArray *suivi_store_list_contributions      (SuiviStore               *self,
                                                const char               *recommendation_id,
                                                GError                  **error);
GPtrArray *suivi_store_list_frozen_contributions (SuiviStore            *self,
                                                const char               *edition_id,
                                                const char               *recommendation_id,
                                                GError                  **error);
gboolean   suivi_transaction_put_contribution  (SuiviTransaction         *self,
                                                SuiviContribution        *contribution,
                                                GError                  **error);
gboolean   suivi_transaction_delete_contribution (SuiviTransaction       *self,
                                                const char               *id,
                                                GError                  **error);

G_END_DECLS
