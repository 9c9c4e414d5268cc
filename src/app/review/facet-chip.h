/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "store/store.h"

G_BEGIN_DECLS

#define SUIVI_TYPE_FACET_CHIP (suivi_facet_chip_get_type ())
G_DECLARE_FINAL_TYPE (SuiviFacetChip, suivi_facet_chip, SUIVI, FACET_CHIP, GtkWidget)

/*
 * A button with a list of values to choose from, "Position" or, when something is chosen, "Supported 217".
 *
 * Signals: "opened" when the list is about to show and wants counts, "chosen" (value, whether it is chosen now) when
 * the user ticks a value, "cleared" when the user takes all of them away.
 */

GtkWidget  *suivi_facet_chip_new        (SuiviFacet         facet);
SuiviFacet  suivi_facet_chip_get_facet  (SuiviFacetChip    *self);
void        suivi_facet_chip_update     (SuiviFacetChip    *self,
                                         const SuiviFilter *filter,
                                         guint              n_rows);
void        suivi_facet_chip_set_counts (SuiviFacetChip    *self,
                                         GPtrArray         *counts,
                                         const SuiviFilter *filter);
GPtrArray  *suivi_facet_chip_get_values (SuiviFacetChip    *self);
gboolean    suivi_facet_chip_is_open    (SuiviFacetChip    *self);
void        suivi_facet_chip_open       (SuiviFacetChip    *self);

G_END_DECLS
