/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define SUIVI_TYPE_WRAP_LAYOUT (suivi_wrap_layout_get_type ())
G_DECLARE_FINAL_TYPE (SuiviWrapLayout, suivi_wrap_layout, SUIVI, WRAP_LAYOUT, GtkLayoutManager)

GtkLayoutManager *suivi_wrap_layout_new (guint spacing);

G_END_DECLS
