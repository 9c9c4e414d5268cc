/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define SUIVI_TYPE_AGREEMENT_TICKS (suivi_agreement_ticks_get_type ())
G_DECLARE_FINAL_TYPE (SuiviAgreementTicks, suivi_agreement_ticks, SUIVI, AGREEMENT_TICKS, AdwPreferencesGroup)

/*
 * A list of which some are ticked: who agreed, or what evidence stands behind it. Names in different case are the same.
 *
 * Signal "changed": something was ticked, added, or typed that may be added.
 */

void   suivi_agreement_ticks_allow_more (SuiviAgreementTicks *self,
                                         const char          *title);
void   suivi_agreement_ticks_add        (SuiviAgreementTicks *self,
                                         const char          *key,
                                         const char          *title,
                                         const char          *subtitle);
void   suivi_agreement_ticks_set        (SuiviAgreementTicks *self,
                                         const char * const  *keys);
void   suivi_agreement_ticks_tick       (SuiviAgreementTicks *self,
                                         const char          *key);
char **suivi_agreement_ticks_list       (SuiviAgreementTicks *self);

G_END_DECLS
