/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void suivi_focus_keeper_watch (GtkScrolledWindow *scroller);

G_END_DECLS
