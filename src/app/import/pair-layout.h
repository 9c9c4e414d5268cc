/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define SUIVI_TYPE_PAIR_LAYOUT (suivi_pair_layout_get_type ())
G_DECLARE_FINAL_TYPE (SuiviPairLayout, suivi_pair_layout, SUIVI, PAIR_LAYOUT, GtkLayoutManager)

G_END_DECLS
