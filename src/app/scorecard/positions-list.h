/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "core/review/position.h"
#include "core/scorecard/light.h"

G_BEGIN_DECLS

void suivi_positions_list_show (GtkListBox *list, const guint (*lights)[SUIVI_N_LIGHTS], guint total);

G_END_DECLS
