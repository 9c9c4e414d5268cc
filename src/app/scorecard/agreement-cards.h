/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "app/scorecard/agreement-jobs.h"

G_BEGIN_DECLS

#define SUIVI_TYPE_AGREEMENT_CARDS (suivi_agreement_cards_get_type ())
G_DECLARE_FINAL_TYPE (SuiviAgreementCards, suivi_agreement_cards, SUIVI, AGREEMENT_CARDS, AdwBin)

/*
 * What each organisation says of one recommendation, side by side in a line that scrolls if it is long.
 *
 * Signal "taken-over" (place of the judgement in the spread): its button was pressed.
 */

void suivi_agreement_cards_show (SuiviAgreementCards       *self,
                                 const SuiviAgreementFacts *facts);

G_END_DECLS
