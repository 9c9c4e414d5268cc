/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "core/scorecard/light.h"

G_BEGIN_DECLS

#define SUIVI_TYPE_LEVEL_ROW (suivi_level_row_get_type ())
G_DECLARE_FINAL_TYPE (SuiviLevelRow, suivi_level_row, SUIVI, LEVEL_ROW, GtkWidget)

/*
 * One of law, policy and practice with its four judgements. Properties: "title", "level" (SUIVI_TYPE_LEVEL).
 *
 * Where several recommendations are graded together there is a fifth choice: to leave the judgement of each as it is.
 * "level" is notified when it is chosen or no longer chosen, too; while it is, the level is unassessed.
 *
 * Signal "key-chosen": a judgement was chosen by its key.
 */

SuiviLevel suivi_level_row_get_level (SuiviLevelRow *self);
void       suivi_level_row_set_level (SuiviLevelRow *self,
                                      SuiviLevel     level);
void       suivi_level_row_set_several (SuiviLevelRow *self,
                                      gboolean       several);
gboolean   suivi_level_row_is_kept   (SuiviLevelRow *self);
void       suivi_level_row_keep      (SuiviLevelRow *self);
gboolean   suivi_level_row_press_digit (SuiviLevelRow *self,
                                      guint          digit);

G_END_DECLS
