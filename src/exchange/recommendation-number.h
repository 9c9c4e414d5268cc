/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The number of a recommendation at the beginning of its cell, as official lists write it. */

const char *suivi_recommendation_number_read    (const char  *text,
                                                 char       **number);
char       *suivi_recommendation_number_close   (const char  *number);
gboolean    suivi_recommendation_number_is_bare (const char  *number);

G_END_DECLS
