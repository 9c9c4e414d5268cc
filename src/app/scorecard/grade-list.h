/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "store/recommendation-list.h"

G_BEGIN_DECLS

#define SUIVI_TYPE_GRADE_LIST (suivi_grade_list_get_type ())
G_DECLARE_FINAL_TYPE (SuiviGradeList, suivi_grade_list, SUIVI, GRADE_LIST, GtkWidget)

/*
 * What there is to grade. It begins with what nobody graded yet. One recommendation is the current one; it stays that
 * when it leaves the list because it was graded, and the list knows which come before and after it.
 *
 * Signals: "chosen" (key: gint64, go: gboolean) when the user chose another row; @go: with a click or Enter, to grade it.
 * "changed" when the rows are others. "digit-pressed" (digit: guint, returns whether it meant something) when a
 * digit was pressed on a row.
 */

void     suivi_grade_list_set_workspace (SuiviGradeList *self,
                                         SuiviWorkspace *workspace);
void     suivi_grade_list_set_scope     (SuiviGradeList *self,
                                         const char     *review_id);
void     suivi_grade_list_set_current   (SuiviGradeList *self,
                                         gint64          key);
gint64   suivi_grade_list_get_previous  (SuiviGradeList *self);
gint64   suivi_grade_list_get_next      (SuiviGradeList *self);
gint64   suivi_grade_list_get_left      (SuiviGradeList *self);
gboolean suivi_grade_list_has           (SuiviGradeList *self,
                                         gint64          key);
gboolean suivi_grade_list_has_keyboard  (SuiviGradeList *self);
gboolean suivi_grade_list_is_loading    (SuiviGradeList *self);
void     suivi_grade_list_show_all      (SuiviGradeList *self);
void     suivi_grade_list_refresh_begun (SuiviGradeList *self);

G_END_DECLS
