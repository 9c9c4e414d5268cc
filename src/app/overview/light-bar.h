/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "core/scorecard/light-order.h"

G_BEGIN_DECLS

#define SUIVI_TYPE_LIGHT_BAR (suivi_light_bar_get_type ())
G_DECLARE_FINAL_TYPE (SuiviLightBar, suivi_light_bar, SUIVI, LIGHT_BAR, GtkWidget)

GtkWidget *suivi_light_bar_new (void);
void suivi_light_bar_set_counts (SuiviLightBar *self, const guint *counts);
void suivi_light_bar_set_whole (SuiviLightBar *self, guint whole);
gboolean suivi_light_bar_find (SuiviLightBar *self, double x, SuiviLight *light);
char *suivi_light_bar_describe (const guint *counts, GHashTable *words);

G_END_DECLS
