/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void suivi_row_name_set (GtkWidget  *child,
                         const char *name);

G_END_DECLS
