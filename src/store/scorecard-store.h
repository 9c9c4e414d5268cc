/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "core/scorecard/cluster-member.h"
#include "core/scorecard/cluster-rule.h"
#include "core/scorecard/cluster.h"
#include "core/scorecard/edition-row.h"
#include "core/scorecard/edition.h"
#include "core/scorecard/evidence-use.h"
#include "core/scorecard/evidence.h"
#include "store/transaction.h"

G_BEGIN_DECLS

/* Clusters, editions of the scorecard, and evidence in the workspace. */

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

/* Editions */
GPtrArray *suivi_store_list_editions           (SuiviStore               *self,
                                                const char               *review_id,
                                                GError                  **error);
SuiviEdition *suivi_store_get_edition          (SuiviStore               *self,
                                                const char               *id,
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

/* Evidence */
GPtrArray *suivi_store_list_evidence           (SuiviStore               *self,
                                                const char               *search,
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

G_END_DECLS
