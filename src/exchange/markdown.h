/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

char *suivi_markdown_to_text (const char *markdown);

G_END_DECLS
