/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

void suivi_recent_add (GFile *file);
void suivi_recent_remove (GFile *file);

G_END_DECLS
