/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "exchange/scorecard-source.h"

G_BEGIN_DECLS

gboolean suivi_scorecard_xlsx_write (SuiviStore *store,
                                     const SuiviFilter *filter,
                                     const char *author,
                                     const char *path,
                                     GCancellable *cancellable,
                                     GError **error);
gboolean suivi_scorecard_xlsx_write_source (SuiviScorecardSource *source,
                                            const char *path,
                                            GCancellable *cancellable,
                                            GError **error);

G_END_DECLS
