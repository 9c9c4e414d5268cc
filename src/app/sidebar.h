/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "app/summary.h"

G_BEGIN_DECLS

#define SUIVI_TYPE_SIDEBAR (suivi_sidebar_get_type ())
G_DECLARE_FINAL_TYPE (SuiviSidebar, suivi_sidebar, SUIVI, SIDEBAR, GtkWidget)

void suivi_sidebar_set_workspace (SuiviSidebar *self, SuiviWorkspace *workspace);
void suivi_sidebar_set_summary (SuiviSidebar *self, SuiviSummary *summary);
void suivi_sidebar_choose_review (SuiviSidebar *self);
void suivi_sidebar_set_page (SuiviSidebar *self, const char *name);

G_END_DECLS
