/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

char  *suivi_json_list_encode (const char * const *values);
char **suivi_json_list_decode (const char         *json);

G_END_DECLS
