/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define SUIVI_TYPE_EDITION_BAR (suivi_edition_bar_get_type ())
G_DECLARE_FINAL_TYPE (SuiviEditionBar, suivi_edition_bar, SUIVI, EDITION_BAR, GtkBox)

/*
 * Which scorecard is shown: the working copy, or a frozen edition.
 *
 * Signal "selected" (key of the edition, nullable: the working copy): the user chose another one.
 */

void suivi_edition_bar_set_editions (SuiviEditionBar *self,
                                     GPtrArray *editions,
                                     GPtrArray *labels,
                                     const char *selected_id);

G_END_DECLS
