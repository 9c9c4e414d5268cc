/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "store/filter.h"
#include "store/workspace.h"

G_BEGIN_DECLS

/**
 * SuiviGradeShown:
 * @SUIVI_GRADE_SHOWN_LEFT: what has no light yet
 * @SUIVI_GRADE_SHOWN_BEGUN: what has a grade that was begun and is not saved
 * @SUIVI_GRADE_SHOWN_GRADED: what has a light
 * @SUIVI_GRADE_SHOWN_ALL: everything
 */
typedef enum
{
  SUIVI_GRADE_SHOWN_LEFT,
  SUIVI_GRADE_SHOWN_BEGUN,
  SUIVI_GRADE_SHOWN_GRADED,
  SUIVI_GRADE_SHOWN_ALL,
} SuiviGradeShown;

#define SUIVI_TYPE_GRADE_FILTER (suivi_grade_filter_get_type ())
G_DECLARE_FINAL_TYPE (SuiviGradeFilter, suivi_grade_filter, SUIVI, GRADE_FILTER, GtkWidget)

/*
 * What is shown of all that there is to grade: what is left at first. Signal "changed" when the user wants to see other
 * rows.
 */

void suivi_grade_filter_set_workspace (SuiviGradeFilter *self, SuiviWorkspace *workspace);
void suivi_grade_filter_set_scope (SuiviGradeFilter *self, const char *review_id);
SuiviFilter *suivi_grade_filter_create (SuiviGradeFilter *self);
SuiviGradeShown suivi_grade_filter_get_shown (SuiviGradeFilter *self);
gboolean suivi_grade_filter_is_narrowed (SuiviGradeFilter *self);
void suivi_grade_filter_show_all (SuiviGradeFilter *self);
void suivi_grade_filter_set_count (SuiviGradeFilter *self, guint n_rows);

G_END_DECLS
