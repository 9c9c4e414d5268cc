/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "core/drafting/reading.h"

G_BEGIN_DECLS

/* UPR Info's action category by its rules, where no classifier was trained for the language. */

guint    suivi_specificity_find         (SuiviReading            *reading,
                                         GArray                 **spans);
gboolean suivi_specificity_names_amount (SuiviReading            *reading);
gboolean suivi_specificity_is_wish      (const SuiviLexicon      *lexicon,
                                         SuiviWords              *words,
                                         const SuiviFoundAction  *action);

G_END_DECLS
