/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "exchange/document.h"
#include "exchange/scorecard-totals.h"

G_BEGIN_DECLS

/* Pieces of running text that the PDF of a scorecard and the mid-term report have in common. */

guint  suivi_scorecard_ink            (SuiviLight                  light);
guint  suivi_scorecard_sign_ink       (SuiviLight                  light);
const char *suivi_scorecard_judge_text (SuiviScorecardSource       *source,
                                        SuiviAssessment            *assessment);
char  *suivi_scorecard_cut_off_text   (const SuiviScorecardHead   *head,
                                       const SuiviScorecardTotals *totals);
char  *suivi_scorecard_move_text      (const SuiviScorecardHead   *head,
                                       SuiviMove                   move,
                                       guint                       previous);
char  *suivi_scorecard_value_text     (const SuiviScorecardHead   *head,
                                       const SuiviScaleValue      *value);
gboolean suivi_scorecard_is_counted   (const SuiviScorecardEntry  *entry,
                                       const SuiviAssessment      *judgement);
char  *suivi_scorecard_apart_text     (const SuiviScorecardEntry  *entry);
void   suivi_scorecard_add_figures    (SuiviDocument              *document,
                                       const SuiviScorecardHead   *head,
                                       const SuiviTally           *tally);
void   suivi_scorecard_add_differ     (SuiviDocument              *document,
                                       const SuiviScorecardTotals *totals);
void   suivi_scorecard_add_bands      (SuiviDocument              *document,
                                       const SuiviScorecardHead   *head,
                                       const SuiviScaleTally  *bands);
void   suivi_scorecard_add_breakdown  (SuiviDocument              *document,
                                       const SuiviScorecardHead   *head,
                                       const char                 *title,
                                       GPtrArray                  *rows,
                                       const SuiviTally           *whole);
void   suivi_scorecard_add_numbers  (SuiviDocument              *document,
                                       const SuiviScorecardHead   *head,
                                       const char                 *title,
                                       GPtrArray                  *rows,
                                       const SuiviTally           *whole);
void   suivi_scorecard_add_moves      (SuiviDocument              *document,
                                       const SuiviScorecardTotals *totals);
void   suivi_scorecard_add_evidence   (SuiviDocument              *document,
                                       GPtrArray                  *evidence,
                                       GPtrArray                  *numbers);
char **suivi_scorecard_list_method    (const SuiviScorecardHead   *head,
                                       const SuiviScorecardTotals *totals);

G_END_DECLS
