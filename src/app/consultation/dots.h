/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "core/consultation/standing.h"

G_BEGIN_DECLS

#define SUIVI_TYPE_DOTS (suivi_dots_get_type ())
G_DECLARE_FINAL_TYPE (SuiviDots, suivi_dots, SUIVI, DOTS, GtkWidget)

/*
 * Nine dots, one for each requirement: filled if no must item is missing. The tooltip and the accessible name say the
 * number in words.
 */

void suivi_dots_set_standing (SuiviDots           *self,
                              const SuiviStanding *standing);

G_END_DECLS
