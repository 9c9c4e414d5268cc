/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "app/choosers.h"

G_BEGIN_DECLS

/*
 * Choosing files that hold what is sealed, or shall be: their names do not stay in the list of recent files that
 * applications share.
 */

void suivi_choose_to_seal  (GtkWindow       *parent,
                            const char      *title,
                            GObject         *owner,
                            SuiviChosenFunc  chosen);
void suivi_choose_place    (GtkWindow       *parent,
                            const char      *title,
                            const char      *name,
                            GObject         *owner,
                            SuiviChosenFunc  chosen);

G_END_DECLS
