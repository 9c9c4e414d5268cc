/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "core/scorecard/assessment.h"

G_BEGIN_DECLS

#define SUIVI_TYPE_ASSESSMENT_CARD (suivi_assessment_card_get_type ())
G_DECLARE_FINAL_TYPE (SuiviAssessmentCard, suivi_assessment_card, SUIVI, ASSESSMENT_CARD, GtkWidget)

GtkWidget *suivi_assessment_card_new (SuiviAssessment *assessment);
char      *suivi_date_to_label       (const char      *date);
char      *suivi_assessment_to_byline (SuiviAssessment *assessment);

G_END_DECLS
