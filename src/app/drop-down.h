/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

void suivi_drop_down_name (GtkWidget  *drop_down,
                           const char *name);

G_END_DECLS
