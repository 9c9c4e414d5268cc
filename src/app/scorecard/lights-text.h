/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "core/scorecard/light-order.h"

G_BEGIN_DECLS

char *suivi_lights_text (const guint *lights, GHashTable *words);

G_END_DECLS
