/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/*
 * A row in which a text of the Preferences is typed. It is kept when it is done, not letter by letter: nothing else should
 * be saved under half a name meanwhile.
 */

void suivi_setting_entry_bind  (AdwEntryRow *row,
                                const char  *key);
void suivi_setting_entry_apply (AdwEntryRow *row);

G_END_DECLS
