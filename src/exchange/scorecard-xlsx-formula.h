/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "core/scorecard/counting.h"

G_BEGIN_DECLS

/* Formulas over the columns of the sheet Scorecard, which have names there. */

char *suivi_scorecard_formula_quote         (const char              *text);
char *suivi_scorecard_formula_reference     (guint                    row,
                                             guint                    column);
void  suivi_scorecard_formula_ask_position  (const SuiviCountingRule *rule,
                                             SuiviPosition            position,
                                             char                   **criteria);
char *suivi_scorecard_formula_ask_cluster   (const char              *title,
                                             GHashTable              *folded);
char *suivi_scorecard_formula_count         (const SuiviCountingRule *rule,
                                             char *const             *criteria,
                                             const char              *light);

G_END_DECLS
