/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void suivi_primary_guard_add (GtkEditable *editable);

G_END_DECLS
