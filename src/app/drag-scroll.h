/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void suivi_drag_scroll_watch (GtkScrolledWindow *scroller);

G_END_DECLS
