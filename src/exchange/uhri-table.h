/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "exchange/import-plan.h"
#include "exchange/sheet/sheet-book.h"

G_BEGIN_DECLS

/* The spreadsheet export of UHRI, the Universal Human Rights Index of the UN human rights office. */

gboolean suivi_uhri_table_recognise (const char * const  *headers);
gboolean suivi_uhri_table_read      (SuiviSheetBook      *book,
                                     guint                sheet,
                                     guint                header_row,
                                     SuiviImportPlan     *plan,
                                     GCancellable        *cancellable,
                                     GError             **error);

G_END_DECLS
