/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define SUIVI_TYPE_CHANGE_VIEW (suivi_change_view_get_type ())
G_DECLARE_FINAL_TYPE (SuiviChangeView, suivi_change_view, SUIVI, CHANGE_VIEW, GtkWidget)

GtkWidget *suivi_change_view_new (void);
void suivi_change_view_set (SuiviChangeView *self,
                            const char *field,
                            const char *before,
                            const char *after,
                            gboolean conflict);

G_END_DECLS
