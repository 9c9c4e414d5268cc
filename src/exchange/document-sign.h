/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* For document-docx*.c only: the signs of the lights as pictures. Fonts draw them each in another size. */

GBytes *suivi_sign_draw (const char *sign, guint ink);
const char *suivi_sign_to_alt_text (const char *sign);

G_END_DECLS
