/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "store/workspace.h"

G_BEGIN_DECLS

#define SUIVI_TYPE_SOURCES_WINDOW (suivi_sources_window_get_type ())
G_DECLARE_FINAL_TYPE (SuiviSourcesWindow, suivi_sources_window, SUIVI, SOURCES_WINDOW, AdwWindow)

/* Every file that was imported into the workspace: which number comes from where. */

SuiviSourcesWindow *suivi_sources_window_new (GtkWindow *parent, SuiviWorkspace *workspace);
void suivi_sources_window_show_import (SuiviSourcesWindow *self, const char *import_id);

G_END_DECLS
