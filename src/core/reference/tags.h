/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Themes, groups of persons and SDGs: data/reference/themes.tsv, groups.tsv, sdgs.tsv. */

char       *suivi_theme_canonical    (const char         *label);
char       *suivi_group_canonical    (const char         *label);
char       *suivi_sdg_code           (const char         *label);
const char *suivi_sdg_get_title      (const char         *code);
gboolean    suivi_tags_child_focused (const char * const *themes,
                                      const char * const *groups);

G_END_DECLS
