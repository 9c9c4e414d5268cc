/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "core/drafting/analysis.h"

G_BEGIN_DECLS

#define SUIVI_TYPE_DRAFT_METER (suivi_draft_meter_get_type ())
G_DECLARE_FINAL_TYPE (SuiviDraftMeter, suivi_draft_meter, SUIVI, DRAFT_METER, GtkBox)

/*
 * What can be said of a wording in numbers: how specific it is, 1 to 5, its words, its deadline, and whether it asks for
 * several things. Signal "split-requested" when the user wants to make several drafts of it.
 */

void suivi_draft_meter_show (SuiviDraftMeter *self,
                             SuiviAnalysis   *analysis,
                             gboolean         has_hints,
                             gboolean         editable);

G_END_DECLS
