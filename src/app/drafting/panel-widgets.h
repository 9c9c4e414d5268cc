/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* Small things that panels and dialogs of the drafting page share. */

/**
 * SuiviPanelDiscard:
 * @window: a dialog
 *
 * The user gives up what was typed into the dialog: it may close.
 */
typedef void (*SuiviPanelDiscard) (GtkWindow *window);

GtkWidget *suivi_panel_text_new    (const char         *title,
                                    const char         *value,
                                    GtkWidget         **view);
char      *suivi_panel_text_dup    (GtkWidget          *view);
void       suivi_panel_window_fit  (GtkWindow          *window,
                                    GtkWindow          *parent);
void       suivi_panel_ask_discard (GtkWindow          *window,
                                    SuiviPanelDiscard   discard);
void       suivi_panel_add_toast   (GtkWindow          *window,
                                    AdwToast           *toast);
void       suivi_panel_tell        (GtkWindow          *window,
                                    const char         *done);
void       suivi_panel_list_clear  (GtkListBox         *list);

G_END_DECLS
