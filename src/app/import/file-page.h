/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "exchange/import-options.h"
#include "exchange/import-plan.h"

G_BEGIN_DECLS

#define SUIVI_TYPE_FILE_PAGE (suivi_file_page_get_type ())
G_DECLARE_FINAL_TYPE (SuiviFilePage, suivi_file_page, SUIVI, FILE_PAGE, GtkWidget)

void suivi_file_page_reset (SuiviFilePage *self);
void suivi_file_page_set_plan (SuiviFilePage *self, SuiviImportPlan *plan);
void suivi_file_page_set_reading (SuiviFilePage *self, SuiviProgress *progress);
void suivi_file_page_set_error (SuiviFilePage *self, const char *sentence);
SuiviImportOptions *suivi_file_page_make_options (SuiviFilePage *self);
gboolean suivi_file_page_get_ready (SuiviFilePage *self);
void suivi_file_page_apply (SuiviFilePage *self, SuiviImportPlan *plan);
GPtrArray *suivi_file_page_list_groups (SuiviFilePage *self);

G_END_DECLS
