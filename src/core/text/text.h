/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

char       *suivi_text_fold         (const char *text);
char       *suivi_text_clean        (const char *text);
char       *suivi_text_clean_lines  (const char *text);
char       *suivi_text_decode_entities (const char *text);
char       *suivi_text_make_valid   (const char *text,
                                     gssize      length);
gboolean    suivi_text_is_blank     (const char *text);

const char *suivi_enum_to_nick      (GType       type,
                                     int         value);
gboolean    suivi_enum_from_nick    (GType       type,
                                     const char *nick,
                                     int        *value);

gboolean    suivi_strv_equal        (const char * const *a,
                                     const char * const *b);

G_END_DECLS
