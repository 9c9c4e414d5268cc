/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "exchange/sheet/sheet-book-private.h"

G_BEGIN_DECLS

/* For tests; the reader asks a program of its own, see read-xls.c. */

gboolean suivi_xls_read_answer (GInputStream     *stream,
                                SuiviSheetBook   *book,
                                SuiviRowBuilder  *rows,
                                GCancellable     *cancellable,
                                GError          **error);

G_END_DECLS
