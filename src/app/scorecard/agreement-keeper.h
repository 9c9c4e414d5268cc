/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "app/scorecard/agreement-jobs.h"

G_BEGIN_DECLS

#define SUIVI_TYPE_AGREEMENT_KEEPER (suivi_agreement_keeper_get_type ())
G_DECLARE_FINAL_TYPE (SuiviAgreementKeeper, suivi_agreement_keeper, SUIVI, AGREEMENT_KEEPER, GObject)

/*
 * Lets the workspace keep an agreement on one recommendation while somebody types it: when nothing more is typed for a
 * while, when it is asked to, and at the latest when it is given up itself.
 *
 * Signal "kept" (why it could not be, or NULL): the workspace was asked to keep something.
 */

SuiviAgreementKeeper *suivi_agreement_keeper_new         (SuiviWorkspace       *workspace,
                                                          const char           *recommendation_id);
void                  suivi_agreement_keeper_set_kept    (SuiviAgreementKeeper *self,
                                                          const SuiviAgreement *kept);
void                  suivi_agreement_keeper_set_typed   (SuiviAgreementKeeper *self,
                                                          const SuiviAgreement *typed);
gboolean              suivi_agreement_keeper_is_kept     (SuiviAgreementKeeper *self);
void                  suivi_agreement_keeper_keep_async  (SuiviAgreementKeeper *self,
                                                          GAsyncReadyCallback   callback,
                                                          gpointer              user_data);
gboolean              suivi_agreement_keeper_keep_finish (SuiviAgreementKeeper *self,
                                                          GAsyncResult         *result,
                                                          GError              **error);

G_END_DECLS
