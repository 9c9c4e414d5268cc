/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "core/drafting/draft.h"

G_BEGIN_DECLS

#define SUIVI_TYPE_DRAFT_ROW (suivi_draft_row_get_type ())
G_DECLARE_FINAL_TYPE (SuiviDraftRow, suivi_draft_row, SUIVI, DRAFT_ROW, GtkListBoxRow)

/* A draft in the list, below its issue. */

GtkWidget  *suivi_draft_row_new    (SuiviDraft    *draft);
void        suivi_draft_row_update (SuiviDraftRow *self,
                                    SuiviDraft    *draft);
const char *suivi_draft_row_get_id (SuiviDraftRow *self);

G_END_DECLS
