/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "app/summary.h"

G_BEGIN_DECLS

#define SUIVI_TYPE_OVERVIEW_PAGE (suivi_overview_page_get_type ())
G_DECLARE_FINAL_TYPE (SuiviOverviewPage, suivi_overview_page, SUIVI, OVERVIEW_PAGE, GtkWidget)

void suivi_overview_page_set_summary (SuiviOverviewPage *self, SuiviSummary *summary);

G_END_DECLS
