/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define SUIVI_TYPE_PREFERENCES (suivi_preferences_get_type ())
G_DECLARE_FINAL_TYPE (SuiviPreferences, suivi_preferences, SUIVI, PREFERENCES, AdwPreferencesWindow)

GtkWidget *suivi_preferences_new (void);

G_END_DECLS
