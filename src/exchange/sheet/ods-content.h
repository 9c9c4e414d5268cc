/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "exchange/sheet/sheet-book-private.h"
#include "exchange/zip-package.h"

G_BEGIN_DECLS

/* content.xml of an OpenDocument workbook, which holds all of its sheets. */

gboolean suivi_ods_list_sheets (SuiviZipPackage  *zip,
                                SuiviSheetBook   *book,
                                GCancellable     *cancellable,
                                GError          **error);
gboolean suivi_ods_read_sheet  (SuiviZipPackage  *zip,
                                guint             sheet,
                                SuiviRowBuilder  *rows,
                                GCancellable     *cancellable,
                                GError          **error);

#define SUIVI_ODS_CONTENT "content.xml"

G_END_DECLS
