/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define SUIVI_TYPE_PANEL_ROW (suivi_panel_row_get_type ())
G_DECLARE_FINAL_TYPE (SuiviPanelRow, suivi_panel_row, SUIVI, PANEL_ROW, AdwPreferencesRow)

/* A record in a panel: what it is, where it comes from, what it says, and what can be done with it. */

GtkWidget *suivi_panel_row_new             (const char    *head,
                                            const char    *caption,
                                            const char    *text);
void       suivi_panel_row_add_note        (SuiviPanelRow *self,
                                            const char    *note);
void       suivi_panel_row_add_suffix      (SuiviPanelRow *self,
                                            GtkWidget     *widget);
void       suivi_panel_row_add_below       (SuiviPanelRow *self,
                                            GtkWidget     *widget);
void       suivi_panel_row_add_icon_button (SuiviPanelRow *self,
                                            const char    *icon_name,
                                            const char    *label,
                                            const char    *action,
                                            const char    *target);
void       suivi_panel_row_add_button      (SuiviPanelRow *self,
                                            const char    *label,
                                            const char    *action,
                                            const char    *target);

G_END_DECLS
