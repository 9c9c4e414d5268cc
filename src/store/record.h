/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

/* Private to src/store. */

#include "core/record.h"
#include "store/store-private.h"

G_BEGIN_DECLS

GPtrArray *suivi_record_list   (SuiviStore             *store,
                                const SuiviRecordType  *type,
                                const char             *condition,
                                const char             *first,
                                const char             *second,
                                GError                **error);
gpointer   suivi_record_get    (SuiviStore             *store,
                                const SuiviRecordType  *type,
                                const char             *id,
                                GError                **error);
gpointer   suivi_record_read   (const SuiviRecordType  *type,
                                sqlite3_stmt           *statement,
                                int                     first);
gboolean   suivi_record_put    (SuiviTransaction       *transaction,
                                const SuiviRecordType  *type,
                                gconstpointer           record,
                                GError                **error);


G_END_DECLS
