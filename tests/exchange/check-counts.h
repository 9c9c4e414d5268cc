/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "store/store.h"

G_BEGIN_DECLS

/* What a chip counts, a list shows and a scorecard holds is the same, for any filter. */

void check_counts (SuiviStore *store,
                   guint32     seed,
                   guint       n_filters,
                   guint       n_facets,
                   guint       n_scorecards,
                   guint       n_small);

G_END_DECLS
