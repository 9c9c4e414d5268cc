/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "core/drafting/backing.h"
#include "core/drafting/draft.h"
#include "core/drafting/priority.h"
#include "core/drafting/request.h"
#include "core/drafting/translation.h"
#include "core/review/link.h"
#include "store/store.h"

G_BEGIN_DECLS

/**
 * SuiviTransaction:
 *
 * One named step: everything that is put between begin and commit is written together or not at all, is undone
 * together, and stands as one line in the history. Dropping a transaction without commit rolls it back.
 */
typedef struct _SuiviTransaction SuiviTransaction;

SuiviTransaction *suivi_store_begin                     (SuiviStore           *store,
                                                         const char           *label,
                                                         GError              **error);
gboolean          suivi_transaction_commit              (SuiviTransaction     *self,
                                                         GError              **error);
void              suivi_transaction_free                (SuiviTransaction     *self);
void              suivi_transaction_set_final           (SuiviTransaction     *self);
gboolean          suivi_transaction_is_empty            (SuiviTransaction     *self);

gboolean          suivi_transaction_put_review          (SuiviTransaction     *self,
                                                         SuiviReview          *review,
                                                         GError              **error);
gboolean          suivi_transaction_put_recommendation  (SuiviTransaction     *self,
                                                         SuiviRecommendation  *recommendation,
                                                         GError              **error);
gboolean          suivi_transaction_add_recommendation  (SuiviTransaction     *self,
                                                         SuiviRecommendation  *recommendation,
                                                         GError              **error);
gboolean          suivi_transaction_put_assessment      (SuiviTransaction     *self,
                                                         SuiviAssessment      *assessment,
                                                         GError              **error);
gboolean          suivi_transaction_delete_assessment   (SuiviTransaction     *self,
                                                         const char           *id,
                                                         GError              **error);
gboolean          suivi_transaction_put_import          (SuiviTransaction     *self,
                                                         SuiviImport          *import,
                                                         GError              **error);
gboolean          suivi_transaction_put_link            (SuiviTransaction     *self,
                                                         SuiviLink            *link,
                                                         GError              **error);
gboolean          suivi_transaction_delete_link         (SuiviTransaction     *self,
                                                         const char           *id,
                                                         GError              **error);
gboolean          suivi_transaction_delete_recommendation (SuiviTransaction   *self,
                                                         const char           *id,
                                                         GError              **error);

/* Drafting */
gboolean          suivi_transaction_put_priority        (SuiviTransaction     *self,
                                                         SuiviPriority        *priority,
                                                         GError              **error);
gboolean          suivi_transaction_delete_priority     (SuiviTransaction     *self,
                                                         const char           *id,
                                                         GError              **error);
gboolean          suivi_transaction_put_draft           (SuiviTransaction     *self,
                                                         SuiviDraft           *draft,
                                                         GError              **error);
gboolean          suivi_transaction_delete_draft        (SuiviTransaction     *self,
                                                         const char           *id,
                                                         GError              **error);
gboolean          suivi_transaction_put_backing         (SuiviTransaction     *self,
                                                         SuiviBacking         *backing,
                                                         GError              **error);
gboolean          suivi_transaction_delete_backing      (SuiviTransaction     *self,
                                                         const char           *id,
                                                         GError              **error);
gboolean          suivi_transaction_put_translation     (SuiviTransaction     *self,
                                                         SuiviTranslation     *translation,
                                                         GError              **error);
gboolean          suivi_transaction_delete_translation  (SuiviTransaction     *self,
                                                         const char           *id,
                                                         GError              **error);
gboolean          suivi_transaction_put_request         (SuiviTransaction     *self,
                                                         SuiviRequest         *request,
                                                         GError              **error);
gboolean          suivi_transaction_delete_request      (SuiviTransaction     *self,
                                                         const char           *id,
                                                         GError              **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SuiviTransaction, suivi_transaction_free)

G_END_DECLS
