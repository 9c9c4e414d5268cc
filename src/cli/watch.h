/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

#include "exchange/progress.h"

G_BEGIN_DECLS

/**
 * SuiviCliWatch:
 *
 * Stands beside long work: hears Ctrl+C, and tells on a terminal how far the work is.
 */
typedef struct _SuiviCliWatch SuiviCliWatch;

SuiviCliWatch *suivi_cli_watch_new             (void);
void           suivi_cli_watch_free            (SuiviCliWatch *self);
void           suivi_cli_watch_begin_phase     (SuiviCliWatch *self,
                                                const char    *label);
GCancellable  *suivi_cli_watch_get_cancellable (SuiviCliWatch *self);
SuiviProgress *suivi_cli_watch_get_progress    (SuiviCliWatch *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SuiviCliWatch, suivi_cli_watch_free)

G_END_DECLS
