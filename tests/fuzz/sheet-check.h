/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "exchange/import-plan.h"
#include "exchange/sheet/sheet-book-private.h"

G_BEGIN_DECLS

/* What every reader of tables promises, whatever the file. */

void     sheet_check_file (SuiviSourceFile  *file,
                           const char       *encoding,
                           char              separator);
gboolean sheet_check_row  (const SuiviSheetRow *row,
                           gpointer             user_data,
                           GError             **error);

G_END_DECLS
