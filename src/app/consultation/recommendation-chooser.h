/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "store/workspace.h"

G_BEGIN_DECLS

#define SUIVI_TYPE_RECOMMENDATION_CHOOSER (suivi_recommendation_chooser_get_type ())
G_DECLARE_FINAL_TYPE (SuiviRecommendationChooser,
                      suivi_recommendation_chooser,
                      SUIVI,
                      RECOMMENDATION_CHOOSER,
                      AdwWindow)

/*
 * Lets the user choose a recommendation of some reviews, by searching. Signal "chosen" (#SuiviRecommendation); the
 * window closes then.
 */

SuiviRecommendationChooser *suivi_recommendation_chooser_new (GtkWindow         *parent,
                                                              SuiviWorkspace    *workspace,
                                                              const char *const *reviews);

G_END_DECLS
