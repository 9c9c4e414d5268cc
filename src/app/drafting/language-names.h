/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Languages that drafts are translated into: those of the United Nations first, then others by code. */

const char * const *suivi_languages_get_codes (void);
const char         *suivi_language_get_name   (const char *code);

G_END_DECLS
