/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "store/workspace.h"

G_BEGIN_DECLS

#define SUIVI_TYPE_GRADE_VIEW (suivi_grade_view_get_type ())
G_DECLARE_FINAL_TYPE (SuiviGradeView, suivi_grade_view, SUIVI, GRADE_VIEW, GtkWidget)

/*
 * One recommendation after the other is graded, without the pointer if one likes. What is complete is saved after a
 * pause and when one goes on; what is not complete is kept in the workspace at the same times, and comes back.
 *
 * Property: "workspace". Signal "show-recommendation" (id): to be shown on the page of the recommendations.
 */

void  suivi_grade_view_set_scope    (SuiviGradeView *self,
                                     const char     *review_id);
void  suivi_grade_view_show         (SuiviGradeView *self,
                                     const char     *recommendation_id);
gboolean suivi_grade_view_has_unsaved (SuiviGradeView *self);
void  suivi_grade_view_save_async   (SuiviGradeView *self,
                                     GAsyncReadyCallback callback,
                                     gpointer        user_data);
gboolean suivi_grade_view_save_finish (SuiviGradeView *self,
                                     GAsyncResult   *result,
                                     GError        **error);

G_END_DECLS
