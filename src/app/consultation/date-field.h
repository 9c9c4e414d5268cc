/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* A day that is typed or chosen from a calendar. */

gboolean   suivi_date_field_parse           (const char   *typed,
                                             gboolean      month_first,
                                             char        **iso);
gboolean   suivi_date_field_is_month_first  (void);
void       suivi_date_field_add_calendar    (AdwEntryRow  *row);

G_END_DECLS
