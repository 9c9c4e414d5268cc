/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* The wheel of the mouse over fields that scroll, on pages that scroll, too. */

void suivi_wheel_pass_on (GtkScrolledWindow *field);

G_END_DECLS
