/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "store/workspace.h"

G_BEGIN_DECLS

#define SUIVI_TYPE_SCORECARD_PAGE (suivi_scorecard_page_get_type ())
G_DECLARE_FINAL_TYPE (SuiviScorecardPage, suivi_scorecard_page, SUIVI, SCORECARD_PAGE, GtkWidget)

void suivi_scorecard_page_set_review (SuiviScorecardPage *self, const char *review_id);
void suivi_scorecard_page_set_cut_off (SuiviScorecardPage *self, const char *day);
const char *suivi_scorecard_page_get_cut_off (SuiviScorecardPage *self);
gboolean suivi_scorecard_page_has_unsaved (SuiviScorecardPage *self);
void suivi_scorecard_page_save_async (SuiviScorecardPage *self, GAsyncReadyCallback callback, gpointer user_data);
gboolean suivi_scorecard_page_save_finish (SuiviScorecardPage *self, GAsyncResult *result, GError **error);
void suivi_scorecard_page_export (SuiviScorecardPage *self, GFile *file);
void suivi_scorecard_page_export_child_friendly (SuiviScorecardPage *self, GFile *file);
void suivi_scorecard_page_fill_list (SuiviScorecardPage *self, GFile *source, GFile *file);

G_END_DECLS
