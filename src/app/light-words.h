/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "core/scorecard/light.h"
#include "store/workspace.h"

G_BEGIN_DECLS

/*
 * How the lights are called on the pages: as the users of the workspace call them, else by the common words. The words
 * belong to a workspace, and each window shows one: widgets find them through the window that they stand in, dialogs
 * through the window in front of which they stand.
 *
 * A widget that was filled outside of a window, or whose words change while it is shown, is told when to say them again:
 * suivi_light_words_follow().
 */

/* Says again what the widget says about lights. */
typedef void (*SuiviLightWordsFunc) (GtkWidget *widget);

void        suivi_light_words_set_workspace (GtkWindow          *window,
                                             SuiviWorkspace     *workspace);
void        suivi_light_words_follow        (GtkWidget          *widget,
                                             SuiviLightWordsFunc func);

GHashTable *suivi_light_words_get           (GtkWidget          *widget);
const char *suivi_light_words_to_label      (GHashTable         *words,
                                             SuiviLight          light);
char       *suivi_light_words_dup_text      (GHashTable         *words,
                                             SuiviLight          light);

G_END_DECLS
