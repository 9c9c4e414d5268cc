/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Keys of the keyboard itself, as fast as the display takes them: what a program does between them counts. */

gboolean typist_sit_down (GtkWindow *window);
void typist_type (const char *keys);
void typist_press (guint key, GdkModifierType modifiers);
void typist_scroll (GtkWidget *widget, int lines);

G_END_DECLS
