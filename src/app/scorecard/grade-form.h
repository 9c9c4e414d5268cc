/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "app/scorecard/grade-change.h"

G_BEGIN_DECLS

#define SUIVI_TYPE_GRADE_FORM (suivi_grade_form_get_type ())
G_DECLARE_FINAL_TYPE (SuiviGradeForm, suivi_grade_form, SUIVI, GRADE_FORM, GtkWidget)

/*
 * Everything that a person says in a grade: the three levels, the light, reason, source, confidence, date, name and
 * organisation.
 *
 * Signals: "changed" when something was typed or chosen; "finished" when Enter was pressed where it adds no line.
 */

void              suivi_grade_form_set_several   (SuiviGradeForm         *self);
void              suivi_grade_form_show_date     (SuiviGradeForm         *self,
                                                  gboolean                shown);
void              suivi_grade_form_show_name     (SuiviGradeForm         *self,
                                                  gboolean                shown);
void              suivi_grade_form_show_organisation (SuiviGradeForm     *self,
                                                  gboolean                shown);
void              suivi_grade_form_set_organisations (SuiviGradeForm     *self,
                                                  const char *const      *names);
void              suivi_grade_form_set_editable  (SuiviGradeForm         *self,
                                                  gboolean                editable);
void              suivi_grade_form_set_change    (SuiviGradeForm         *self,
                                                  const SuiviGradeChange *change);
SuiviGradeChange *suivi_grade_form_dup_typed     (SuiviGradeForm         *self);
SuiviGradeChange *suivi_grade_form_dup_change    (SuiviGradeForm         *self);
void              suivi_grade_form_go_to_missing (SuiviGradeForm         *self,
                                                  const GError           *error);
void              suivi_grade_form_mark_date     (SuiviGradeForm         *self,
                                                  gboolean                bad);
gboolean          suivi_grade_form_press_digit   (SuiviGradeForm         *self,
                                                  guint                   digit);

G_END_DECLS
