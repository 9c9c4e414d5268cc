/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

GSettings *suivi_settings_get_default (void);
char *suivi_settings_dup_user_name (void);
char *suivi_settings_dup_organisation (void);
char *suivi_settings_dup_author (void);
void suivi_settings_ensure_user_name (void);
void suivi_settings_remember_user_name (const char *name);
void suivi_settings_remember_organisation (const char *organisation);
void suivi_settings_follow_paper (void);

G_END_DECLS
