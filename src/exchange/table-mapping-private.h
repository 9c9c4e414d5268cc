/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "exchange/table-mapping.h"

G_BEGIN_DECLS

/* What only readers of tables need. */

SuiviTableMapping *suivi_table_mapping_new         (void);
SuiviTableMapping *suivi_table_mapping_propose_for (const char * const       *headers,
                                                    GPtrArray                *rows);
gboolean           suivi_table_mapping_check       (const SuiviTableMapping  *self,
                                                    const char * const       *headers,
                                                    GError                  **error);

G_END_DECLS
