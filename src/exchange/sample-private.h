/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "core/record.h"
#include "core/review/review.h"
#include "exchange/sample.h"

G_BEGIN_DECLS

/* For sample*.c only. */

char   **suivi_sample_load_lines       (const char   *name);
const char *suivi_sample_find_value    (char        **cells,
                                        const char   *name);
void     suivi_sample_set_fields       (const SuiviRecordType *type,
                                        gpointer      record,
                                        char        **cells);
gboolean suivi_sample_put_scorecard    (SuiviStore   *store,
                                        SuiviReview  *review,
                                        GError      **error);
gboolean suivi_sample_put_consultation (SuiviStore   *store,
                                        SuiviReview  *review,
                                        GError      **error);

G_END_DECLS
