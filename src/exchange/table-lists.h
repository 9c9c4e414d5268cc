/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "exchange/table-mapping.h"

G_BEGIN_DECLS

/* Lists in one cell, as people write them. */

char *suivi_table_lists_split (const char      *cell,
                               SuiviTableField  field);

G_END_DECLS
