/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "core/drafting/analysis.h"

G_BEGIN_DECLS

#define SUIVI_TYPE_SMART_ROW (suivi_smart_row_get_type ())
G_DECLARE_FINAL_TYPE (SuiviSmartRow, suivi_smart_row, SUIVI, SMART_ROW, GtkBox)

/*
 * One of the five criteria: its letter, how it stands, in short why, and its hints as buttons. Signals: "hint-activated"
 * (a #SuiviHint) when the user wants to see a hint on words of the text, "hint-dismissed" (rule).
 */

GtkWidget *suivi_smart_row_new       (SuiviCriterion   criterion);
void       suivi_smart_row_show      (SuiviSmartRow   *self,
                                      SuiviAnalysis   *analysis,
                                      GPtrArray       *hints);
void       suivi_smart_row_add_extra (SuiviSmartRow   *self,
                                      GtkWidget       *widget);

G_END_DECLS
