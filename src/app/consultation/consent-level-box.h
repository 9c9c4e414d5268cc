/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "core/consultation/gates.h"

G_BEGIN_DECLS

#define SUIVI_TYPE_CONSENT_LEVEL_BOX (suivi_consent_level_box_get_type ())
G_DECLARE_FINAL_TYPE (SuiviConsentLevelBox, suivi_consent_level_box, SUIVI, CONSENT_LEVEL_BOX, GtkBox)

/*
 * How far a statement may go: one button for each level; those that consent does not reach are there, cannot be pressed,
 * and the reason stands below. Signal "changed" when the user chose another level.
 */

void              suivi_consent_level_box_set_level       (SuiviConsentLevelBox   *self,
                                                           SuiviConsentLevel       level);
SuiviConsentLevel suivi_consent_level_box_get_level       (SuiviConsentLevelBox   *self);
gboolean          suivi_consent_level_box_choose          (SuiviConsentLevelBox   *self,
                                                           SuiviConsentLevel       level);
void              suivi_consent_level_box_set_participant (SuiviConsentLevelBox   *self,
                                                           const SuiviParticipant *participant,
                                                           const char             *today);

G_END_DECLS
