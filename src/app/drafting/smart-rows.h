/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "core/drafting/analysis.h"

G_BEGIN_DECLS

#define SUIVI_TYPE_SMART_ROWS (suivi_smart_rows_get_type ())
G_DECLARE_FINAL_TYPE (SuiviSmartRows, suivi_smart_rows, SUIVI, SMART_ROWS, GtkBox)

/*
 * The five respects in which a draft is SMART, one row each, and the means that it needs. Signals: "hint-activated" (a
 * #SuiviHint), "hint-dismissed" (rule), "means-changed" (words) when the user typed there.
 */

void suivi_smart_rows_show         (SuiviSmartRows *self,
                                    SuiviAnalysis  *analysis,
                                    GPtrArray      *hints);
void suivi_smart_rows_set_means    (SuiviSmartRows *self,
                                    const char     *means);
void suivi_smart_rows_set_editable (SuiviSmartRows *self,
                                    gboolean        editable);

G_END_DECLS
