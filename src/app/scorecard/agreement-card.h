/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "core/scorecard/assessment.h"

G_BEGIN_DECLS

#define SUIVI_TYPE_AGREEMENT_CARD (suivi_agreement_card_get_type ())
G_DECLARE_FINAL_TYPE (SuiviAgreementCard, suivi_agreement_card, SUIVI, AGREEMENT_CARD, GtkBox)

/*
 * What one organisation judges, with a button that takes it over.
 *
 * Signal "taken-over": the button was pressed.
 */

GtkWidget *suivi_agreement_card_new (SuiviAssessment *assessment,
                                     const char      *organisation);

G_END_DECLS
