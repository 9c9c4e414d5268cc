/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "core/drafting/analysis.h"

G_BEGIN_DECLS

#define SUIVI_TYPE_HINT_POPOVER (suivi_hint_popover_get_type ())
G_DECLARE_FINAL_TYPE (SuiviHintPopover, suivi_hint_popover, SUIVI, HINT_POPOVER, GtkPopover)

/*
 * One hint: what to do, why, and what can be done with one press. Signals: "use", and "dismissed" when the user does not
 * want to see hints of this kind again.
 */

GtkWidget *suivi_hint_popover_new      (void);
void       suivi_hint_popover_set_hint (SuiviHintPopover *self,
                                        const SuiviHint  *hint,
                                        gboolean          usable);

G_END_DECLS
