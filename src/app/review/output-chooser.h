/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "store/workspace.h"

G_BEGIN_DECLS

#define SUIVI_TYPE_OUTPUT_CHOOSER (suivi_output_chooser_get_type ())
G_DECLARE_FINAL_TYPE (SuiviOutputChooser, suivi_output_chooser, SUIVI, OUTPUT_CHOOSER, AdwWindow)

/*
 * Lets the user choose what another mechanism said about the same State, to tie a recommendation to it.
 * Signal "chosen" (key of the output); the window closes then.
 */

SuiviOutputChooser  *suivi_output_chooser_new                (GtkWindow           *parent,
                                                              SuiviWorkspace      *workspace,
                                                              SuiviRecommendation *recommendation);
SuiviRecommendation *suivi_output_chooser_get_recommendation (SuiviOutputChooser  *self);

G_END_DECLS
