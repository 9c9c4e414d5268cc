/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "core/drafting/draft.h"

G_BEGIN_DECLS

#define SUIVI_TYPE_DRAFT_STAGES (suivi_draft_stages_get_type ())
G_DECLARE_FINAL_TYPE (SuiviDraftStages, suivi_draft_stages, SUIVI, DRAFT_STAGES, GtkWidget)

/*
 * Where a draft stands, as a row of buttons. Signals: "stage-chosen" (a #SuiviStage, up to sent), "outcome-requested" when
 * the user wants to say what became of it.
 */

void suivi_draft_stages_set_stage    (SuiviDraftStages *self,
                                      SuiviStage        stage);
void suivi_draft_stages_set_editable (SuiviDraftStages *self,
                                      gboolean          editable);

G_END_DECLS
