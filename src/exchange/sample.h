/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "store/store.h"

G_BEGIN_DECLS

/* Data to try Suivi with: an imaginary State, its recommendations and some grades (data/sample). */

gboolean suivi_sample_fill (SuiviStore  *store,
                            GError     **error);

G_END_DECLS
