/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "core/review/review.h"
#include "exchange/sample.h"

G_BEGIN_DECLS

/* For sample*.c only. */

char   **suivi_sample_load_lines       (const char   *name);
gboolean suivi_sample_put_consultation (SuiviStore   *store,
                                        SuiviReview  *review,
                                        GError      **error);

G_END_DECLS
