/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

char *suivi_cycle_to_label (guint cycle);

G_END_DECLS
