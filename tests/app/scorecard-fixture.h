/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "core/scorecard/assessment.h"
#include "test-utils.h"

G_BEGIN_DECLS

/* The scorecard page in a real window, over the sample. */

SuiviAssessment *scorecard_make_grade (const char *recommendation_id,
                                       const char *organisation,
                                       SuiviLevel level,
                                       const char *date);
GtkWidget *scorecard_open_page (AppFixture *fixture);
GtkWidget *scorecard_find_entry (GtkWidget *root, const char *title);
gboolean scorecard_has_no_freeze_dialog (gpointer data);
GtkWidget *scorecard_open_freeze_dialog (GtkWidget *page);
void scorecard_freeze (AppFixture *fixture, GtkWidget *page, const char *title, const char *cut_off);
GtkDropDown *scorecard_get_switcher (GtkWidget *page);
guint scorecard_read_count (GtkWidget *row);
GtkWidget *scorecard_find_count_row (GtkWidget *root, const char *title);
void scorecard_activate_row (GtkWidget *row);
gpointer scorecard_grade_two (SuiviStore *store, gpointer data, GCancellable *cancellable, GError **error);
AdwViewStack *scorecard_get_tabs (GtkWidget *page);
void scorecard_show_tab (GtkWidget *page, const char *name);

G_END_DECLS
