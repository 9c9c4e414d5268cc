/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "core/drafting/lexicon.h"

G_BEGIN_DECLS

/* Numbers and dates as people write them, with the words of a lexicon. */

guint    suivi_dates_fill_slot (const SuiviLexicon *lexicon,
                                SuiviWords         *words,
                                SuiviSlot           slot,
                                guint               first,
                                SuiviBinding       *binding);
gboolean suivi_dates_parse_iso (const char         *text,
                                GDate              *date);

G_END_DECLS
