/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "core/scorecard/assessment.h"

G_BEGIN_DECLS

char *suivi_grade_others_to_text (GPtrArray  *others,
                                  const char *organisation,
                                  const char *date);
void  suivi_grade_others_tell    (GtkLabel   *label,
                                  GPtrArray  *others,
                                  const SuiviAssessment *grade);

G_END_DECLS
