/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

char *suivi_relative_time (const char *iso8601);
char *suivi_relative_time_from (GDateTime *then, GDateTime *now);
char *suivi_format_day (const char *day);

G_END_DECLS
