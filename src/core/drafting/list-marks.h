/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "core/drafting/lexicon.h"

G_BEGIN_DECLS

/* The letters and numbers of a list of requests: "(a) … (b) …", "1. … 2. …". */

gboolean suivi_list_mark_at   (const SuiviLexicon *lexicon,
                               SuiviWords         *words,
                               guint               i);
gboolean suivi_list_number_at (const SuiviLexicon *lexicon,
                               SuiviWords         *words,
                               guint               i);

G_END_DECLS
