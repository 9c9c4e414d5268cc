/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "exchange/source-file.h"

G_BEGIN_DECLS

/* What a text file says nothing about: how its characters are written, and what parts its columns. */

const char *suivi_text_encoding_of_sample (const guchar     *data,
                                           gsize             length);
const char *suivi_text_encoding_detect    (SuiviSourceFile  *file,
                                           GCancellable     *cancellable,
                                           GError          **error);
char        suivi_text_separator_detect   (const char       *text,
                                           gsize             length,
                                           gboolean          complete);

G_END_DECLS
