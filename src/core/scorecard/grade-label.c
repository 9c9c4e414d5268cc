/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "core/scorecard/grade-label.h"

static const SuiviField fields[] = {
  SUIVI_TEXT (SuiviGradeLabel, id),
  SUIVI_TEXT (SuiviGradeLabel, grade),
  SUIVI_TEXT (SuiviGradeLabel, language),
  SUIVI_TEXT (SuiviGradeLabel, label),
};

SUIVI_DEFINE_RECORD (SuiviGradeLabel, suivi_grade_label, "grade_label", fields, "grade, language")

/**
 * suivi_grade_label_new:
 * @grade: the nick of a grade
 * @language: a language, or ""
 * @label: how it is called
 *
 * Returns: (transfer full): a label with a new random key
 */
SuiviGradeLabel *
suivi_grade_label_new (const char *grade, const char *language, const char *label)
{
  SuiviGradeLabel *self = suivi_record_new (&suivi_grade_label_record);

  g_free (self->grade);
  self->grade = g_strdup (grade);
  g_free (self->language);
  self->language = g_strdup (language);
  g_free (self->label);
  self->label = g_strdup (label);

  return self;
}
