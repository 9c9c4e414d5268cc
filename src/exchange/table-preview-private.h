/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "exchange/table-header.h"
#include "exchange/table-preview.h"

G_BEGIN_DECLS

SuiviTablePreview *suivi_table_preview_make (SuiviSheetBook          *book,
                                             const SuiviTableHeader  *header,
                                             const SuiviTableMapping *mapping,
                                             gboolean                 remembered);

G_END_DECLS
