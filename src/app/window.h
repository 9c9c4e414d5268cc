/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "store/workspace.h"

G_BEGIN_DECLS

#define SUIVI_TYPE_WINDOW (suivi_window_get_type ())
G_DECLARE_FINAL_TYPE (SuiviWindow, suivi_window, SUIVI, WINDOW, AdwApplicationWindow)

SuiviWindow *suivi_window_new (AdwApplication *application);
void suivi_window_release (SuiviWindow *self);
SuiviWindow *suivi_window_find_for_file (GtkApplication *application, GFile *file);
gboolean suivi_window_is_free (SuiviWindow *self);

void suivi_window_open_file (SuiviWindow *self, GFile *file);
void suivi_window_create_workspace (SuiviWindow *self, GFile *file);
void suivi_window_open_sample (SuiviWindow *self);
SuiviWorkspace *suivi_window_get_workspace (SuiviWindow *self);

void suivi_window_show_page (SuiviWindow *self, const char *name);
const char *suivi_window_get_page (SuiviWindow *self);
void suivi_window_set_review (SuiviWindow *self, const char *review_id);
const char *suivi_window_get_review (SuiviWindow *self);
void suivi_window_add_toast (SuiviWindow *self, AdwToast *toast);

G_END_DECLS
