/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "store/filter.h"

G_BEGIN_DECLS

#define SUIVI_TYPE_CHIP_BOX (suivi_chip_box_get_type ())
G_DECLARE_FINAL_TYPE (SuiviChipBox, suivi_chip_box, SUIVI, CHIP_BOX, GtkWidget)

/* Values of one facet as small buttons. Signal "value-clicked" (facet, value). */

void suivi_chip_box_set_values (SuiviChipBox       *self,
                                SuiviFacet          facet,
                                const char * const *values);

G_END_DECLS
