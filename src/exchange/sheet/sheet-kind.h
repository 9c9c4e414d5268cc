/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "exchange/sheet/sheet-book.h"

G_BEGIN_DECLS

gboolean suivi_sheet_kind_of_file (SuiviSourceFile *file,
                                   SuiviSheetKind  *kind);

G_END_DECLS
