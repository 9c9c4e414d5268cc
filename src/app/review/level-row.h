/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "core/scorecard/light.h"

G_BEGIN_DECLS

#define SUIVI_TYPE_LEVEL_ROW (suivi_level_row_get_type ())
G_DECLARE_FINAL_TYPE (SuiviLevelRow, suivi_level_row, SUIVI, LEVEL_ROW, GtkWidget)

/* One of law, policy and practice with its four judgements. Properties: "title", "level" (SUIVI_TYPE_LEVEL). */

SuiviLevel suivi_level_row_get_level (SuiviLevelRow *self);
void       suivi_level_row_set_level (SuiviLevelRow *self,
                                      SuiviLevel     level);

G_END_DECLS
