/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "store/workspace.h"

G_BEGIN_DECLS

#define SUIVI_TYPE_TIES_BOX (suivi_ties_box_get_type ())
G_DECLARE_FINAL_TYPE (SuiviTiesBox, suivi_ties_box, SUIVI, TIES_BOX, GtkBox)

/*
 * What a recommendation is tied to: earlier and later recommendations that ask the same, outputs of other
 * mechanisms, and proposals to decide on. Signal "failed" (sentence) when something could not be read or
 * changed.
 */

void suivi_ties_box_set_workspace (SuiviTiesBox   *self,
                                   SuiviWorkspace *workspace);
void suivi_ties_box_show_one      (SuiviTiesBox   *self,
                                   gint64          key);
void suivi_ties_box_show_none     (SuiviTiesBox   *self);

G_END_DECLS
