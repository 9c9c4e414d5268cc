/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

/* Private to src/store: how States are found by the full-text search. */

G_BEGIN_DECLS

char *suivi_state_words_to_tokens (const char * const *states);
char *suivi_state_words_match     (const char         *words);

G_END_DECLS
