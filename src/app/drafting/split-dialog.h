/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "core/drafting/analysis.h"
#include "core/drafting/draft.h"

G_BEGIN_DECLS

#define SUIVI_TYPE_SPLIT_DIALOG (suivi_split_dialog_get_type ())
G_DECLARE_FINAL_TYPE (SuiviSplitDialog, suivi_split_dialog, SUIVI, SPLIT_DIALOG, AdwWindow)

/* Makes one draft for each thing that a draft asks. Signal "split" (GPtrArray of char *): the texts; it closes then. */

GtkWidget *suivi_split_dialog_new (GtkWindow     *parent,
                                   SuiviDraft    *draft,
                                   SuiviAnalysis *analysis);

G_END_DECLS
