/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "core/scorecard/light.h"

G_BEGIN_DECLS

void suivi_light_label_set (GtkLabel   *label,
                            SuiviLight  light,
                            gboolean    with_word);
void suivi_light_label_clear (GtkLabel *label);

G_END_DECLS
