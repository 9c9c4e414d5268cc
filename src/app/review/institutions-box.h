/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "store/workspace.h"

G_BEGIN_DECLS

#define SUIVI_TYPE_INSTITUTIONS_BOX (suivi_institutions_box_get_type ())
G_DECLARE_FINAL_TYPE (SuiviInstitutionsBox, suivi_institutions_box, SUIVI, INSTITUTIONS_BOX, GtkBox)

/*
 * Who is to implement a recommendation: one row for each institution, and a field for another. Signals: "value-clicked"
 * (facet, value) when a row is clicked; "failed" (sentence) when something could not be changed.
 */

void suivi_institutions_box_show  (SuiviInstitutionsBox *self,
                                   SuiviWorkspace       *workspace,
                                   SuiviRecommendation  *recommendation);
void suivi_institutions_box_clear (SuiviInstitutionsBox *self);

G_END_DECLS
