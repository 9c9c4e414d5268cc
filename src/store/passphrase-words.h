/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define SUIVI_N_COMMON_WORDS 205

/* What people choose when they are asked for a passphrase, and in our field; the most likely first. Lower case ASCII. */
extern const char *const suivi_common_words[SUIVI_N_COMMON_WORDS];

G_END_DECLS
