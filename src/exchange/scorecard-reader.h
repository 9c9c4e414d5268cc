/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "exchange/import-plan.h"
#include "exchange/sheet/sheet-book.h"

G_BEGIN_DECLS

/* Reads a scorecard of our own back, after somebody worked in it with Excel or LibreOffice. */

gboolean suivi_scorecard_reader_recognise (SuiviSheetBook   *book);
gboolean suivi_scorecard_reader_read      (SuiviSheetBook   *book,
                                           SuiviImportPlan  *plan,
                                           GCancellable     *cancellable,
                                           GError          **error);

G_END_DECLS
