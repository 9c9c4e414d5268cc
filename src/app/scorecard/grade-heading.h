/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "app/scorecard/grade-jobs.h"

G_BEGIN_DECLS

#define SUIVI_TYPE_GRADE_HEADING (suivi_grade_heading_get_type ())
G_DECLARE_FINAL_TYPE (SuiviGradeHeading, suivi_grade_heading, SUIVI, GRADE_HEADING, GtkWidget)

/*
 * What is graded: the recommendation in large letters, how it stood in the last edition, and what others say of it.
 *
 * Signal "open-requested": the recommendation is to be shown on its own page.
 */

void suivi_grade_heading_show (SuiviGradeHeading       *self,
                               const SuiviGradeSubject *subject);

G_END_DECLS
