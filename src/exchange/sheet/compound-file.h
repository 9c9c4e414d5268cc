/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "exchange/source-file.h"

G_BEGIN_DECLS

/**
 * SuiviStreamFunc:
 * @data: some bytes of the stream, in order
 * @length: their number
 *
 * Returns: whether to go on
 */
typedef gboolean (*SuiviStreamFunc) (const guchar *data, gsize length, gpointer user_data);

/* OLE2 compound files, as Office wrote them before 2007: a file of sectors in chains, with streams in it. */

gboolean suivi_compound_file_has_stream  (SuiviSourceFile  *file,
                                          const char       *name);
gboolean suivi_compound_file_read_stream (SuiviSourceFile  *file,
                                          const char       *name,
                                          SuiviStreamFunc   func,
                                          gpointer          user_data,
                                          GCancellable     *cancellable);

G_END_DECLS
