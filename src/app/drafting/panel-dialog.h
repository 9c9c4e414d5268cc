/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "app/drafting/draft-panel.h"

G_BEGIN_DECLS

#define SUIVI_TYPE_PANEL_DIALOG (suivi_panel_dialog_get_type ())
G_DECLARE_FINAL_TYPE (SuiviPanelDialog, suivi_panel_dialog, SUIVI, PANEL_DIALOG, AdwWindow)

/*
 * A few fields of a record that belongs to a draft. Signal "save": the user wants it saved; whoever made the dialog
 * then says what is wrong with suivi_panel_dialog_fail(), or saves with suivi_panel_dialog_step().
 */

SuiviPanelDialog *suivi_panel_dialog_new        (SuiviDraftPanel    *panel,
                                                 const char         *title);
void              suivi_panel_dialog_add_entry  (SuiviPanelDialog   *self,
                                                 const char         *name,
                                                 const char         *title,
                                                 const char         *value);
void              suivi_panel_dialog_add_text   (SuiviPanelDialog   *self,
                                                 const char         *name,
                                                 const char         *title,
                                                 const char         *value);
void              suivi_panel_dialog_add_choice (SuiviPanelDialog   *self,
                                                 const char         *name,
                                                 const char         *title,
                                                 const char * const *labels,
                                                 guint               selected);
char             *suivi_panel_dialog_dup_value  (SuiviPanelDialog   *self,
                                                 const char         *name);
guint             suivi_panel_dialog_get_choice (SuiviPanelDialog   *self,
                                                 const char         *name);
GtkWidget        *suivi_panel_dialog_get_field  (SuiviPanelDialog   *self,
                                                 const char         *name);
void              suivi_panel_dialog_fail       (SuiviPanelDialog   *self,
                                                 const char         *name,
                                                 const char         *sentence);
void              suivi_panel_dialog_step       (SuiviPanelDialog   *self,
                                                 const char         *label,
                                                 SuiviStepPut       put,
                                                 gpointer            record,
                                                 GDestroyNotify      record_free,
                                                 const char         *done);

G_END_DECLS
