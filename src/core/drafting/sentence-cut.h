/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "core/drafting/sentence-grammar.h"

G_BEGIN_DECLS

SuiviSentence *suivi_sentence_cut (const SuiviGrammar *grammar,
                                   const char *text,
                                   const char *deadline,
                                   gsize deadline_length,
                                   const char *value);

G_END_DECLS
