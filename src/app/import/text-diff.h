/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

void suivi_text_diff (const char *before, const char *after, char **before_markup, char **after_markup);

G_END_DECLS
