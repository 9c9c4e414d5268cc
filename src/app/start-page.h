/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define SUIVI_TYPE_START_PAGE (suivi_start_page_get_type ())
G_DECLARE_FINAL_TYPE (SuiviStartPage, suivi_start_page, SUIVI, START_PAGE, GtkWidget)

GtkWidget *suivi_start_page_new (void);

G_END_DECLS
