/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "store/store.h"

G_BEGIN_DECLS

/**
 * SuiviFacetValue:
 * @value: what the filter knows
 * @label: what people read, translated
 * @count: how many recommendations are shown when it alone is chosen in its facet
 * @chosen: whether the filter has it
 *
 * One line of the list behind a facet chip.
 */
typedef struct
{
  char *value;
  char *label;
  guint count;
  gboolean chosen;
} SuiviFacetValue;

void        suivi_facet_value_free     (SuiviFacetValue   *self);
char       *suivi_facet_value_to_label (SuiviFacet         facet,
                                        const char        *value,
                                        GHashTable        *words);
GPtrArray  *suivi_facet_values_new     (SuiviFacet         facet,
                                        GPtrArray         *counts,
                                        const SuiviFilter *filter,
                                        GHashTable        *words);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SuiviFacetValue, suivi_facet_value_free)

G_END_DECLS
