/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

/* Private to src/store. */

#include "store/store-private.h"

G_BEGIN_DECLS

/**
 * SuiviRowSet:
 *
 * Some of the recommendations of a workspace: a bit for each, in the order of their row numbers.
 */
typedef struct _SuiviRowSet SuiviRowSet;

/**
 * SuiviFacetIndex:
 *
 * Which recommendation has which value of which facet, in memory: what is asked for is read once and kept until
 * something in the workspace changes. All chips of a workspace of 250,000 recommendations then are counted in a few
 * milliseconds, where SQL would look up millions of rows. A recommendation takes 4 bytes for each value it has.
 */

SuiviFacetIndex *suivi_facet_index_new       (SuiviStore             *store,
                                              GError                **error);
void             suivi_facet_index_free      (SuiviFacetIndex        *self);

SuiviRowSet     *suivi_facet_index_all       (SuiviFacetIndex        *self);
gboolean         suivi_facet_index_narrow    (SuiviFacetIndex        *self,
                                              SuiviStore             *store,
                                              SuiviRowSet            *set,
                                              SuiviFacet              facet,
                                              const char * const     *values,
                                              GError                **error);
GPtrArray       *suivi_facet_index_count     (SuiviFacetIndex        *self,
                                              SuiviStore             *store,
                                              const SuiviRowSet      *set,
                                              SuiviFacet              facet,
                                              GError                **error);

void             suivi_row_set_free          (SuiviRowSet            *self);
guint            suivi_row_set_count         (const SuiviRowSet      *self);
void             suivi_row_set_narrow        (SuiviRowSet            *self,
                                              GArray                 *rows);
gboolean         suivi_row_set_contains      (const SuiviRowSet      *self,
                                              gint64                  row);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SuiviFacetIndex, suivi_facet_index_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SuiviRowSet, suivi_row_set_free)

G_END_DECLS
