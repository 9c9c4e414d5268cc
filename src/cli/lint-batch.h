/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

#include "exchange/progress.h"

G_BEGIN_DECLS

gboolean suivi_cli_lint_batch (const char     *input,
                               const char     *column,
                               const char     *language,
                               const char     *output,
                               SuiviProgress  *progress,
                               GCancellable   *cancellable,
                               GError        **error);

G_END_DECLS
