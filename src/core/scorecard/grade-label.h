/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "core/record.h"

G_BEGIN_DECLS

/**
 * SuiviGradeLabel:
 * @id: random UUID, the key in the workspace
 * @grade: the nick of the grade on its scale: suivi_scale_grade_to_nick()
 * @language: where it is used: in which language, ISO 639-1: "fr"; "": in all that have none of their own
 * @label: how the grade is called; never blank
 *
 * How a country calls a grade. It changes the word, on the pages and in outputs, and nothing else: not what a grade means,
 * nor its colour, nor its sign.
 */
typedef struct
{
  char *id;
  char *grade;
  char *language;
  char *label;
} SuiviGradeLabel;

/* Characters. A word for a grade stands in lists and in narrow columns: what a user types is no longer than that, and
 * what another program wrote is cut. */
#define SUIVI_GRADE_LABEL_MAX 60

#define SUIVI_TYPE_GRADE_LABEL (suivi_grade_label_get_type ())
SUIVI_DECLARE_RECORD (SuiviGradeLabel, suivi_grade_label)

SuiviGradeLabel *suivi_grade_label_new (const char *grade,
                                        const char *language,
                                        const char *label);

G_END_DECLS
