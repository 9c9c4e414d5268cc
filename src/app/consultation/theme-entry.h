/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define SUIVI_TYPE_THEME_ENTRY (suivi_theme_entry_get_type ())
G_DECLARE_FINAL_TYPE (SuiviThemeEntry, suivi_theme_entry, SUIVI, THEME_ENTRY, GtkEntry)

/*
 * A field for themes, several by comma. It proposes the themes of recommendations while one types; any other words are
 * taken, too.
 */

void   suivi_theme_entry_set_themes (SuiviThemeEntry   *self,
                                     const char *const *themes);
char **suivi_theme_entry_dup_themes (SuiviThemeEntry   *self);

G_END_DECLS
