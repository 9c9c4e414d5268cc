/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define SUIVI_TYPE_STATE_PICKER (suivi_state_picker_get_type ())
G_DECLARE_FINAL_TYPE (SuiviStatePicker, suivi_state_picker, SUIVI, STATE_PICKER, GtkWidget)

GtkWidget *suivi_state_picker_new (void);
void suivi_state_picker_set_state (SuiviStatePicker *self, const char *state);
const char *suivi_state_picker_get_state (SuiviStatePicker *self);

G_END_DECLS
