/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

/* Private to src/store: locks of a workspace that hold whatever else the process does with its file. */

#include <glib.h>

G_BEGIN_DECLS

void suivi_file_locks_install (void);

G_END_DECLS
