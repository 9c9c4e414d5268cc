/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "exchange/import-plan.h"
#include "exchange/sheet/sheet-book.h"

G_BEGIN_DECLS

/*
 * Tables as text, for tests. A row is a line: its number, "h" if it is hidden, and each cell after a "|" with a letter
 * for its type: t text, n number, d date, b truth, e error; "-" stands for an empty cell. Line ends in cells are "⏎".
 */

SuiviSheetBook *open_sheet      (GBytes           *bytes,
                                 SuiviSheetKind    kind);
char           *dump_sheet      (SuiviSheetBook   *book,
                                 guint             sheet);
void            assert_sheet    (GBytes           *bytes,
                                 SuiviSheetKind    kind,
                                 const char       *expected);
char           *assert_refused  (GBytes           *bytes,
                                 SuiviSheetKind    kind,
                                 SuiviImportError  code);

G_END_DECLS
