/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define SUIVI_TYPE_SPLIT_LAYOUT (suivi_split_layout_get_type ())
G_DECLARE_FINAL_TYPE (SuiviSplitLayout, suivi_split_layout, SUIVI, SPLIT_LAYOUT, GtkLayoutManager)

/* Two children, side by side where there is room, else one above the other: both are always seen. The second one takes
 * what it likes, up to two fifths; the first one gets the rest. */

G_END_DECLS
