/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "store/workspace.h"

G_BEGIN_DECLS

#define SUIVI_TYPE_OUTCOME_SUMMARY (suivi_outcome_summary_get_type ())
G_DECLARE_FINAL_TYPE (SuiviOutcomeSummary, suivi_outcome_summary, SUIVI, OUTCOME_SUMMARY, AdwWindow)

/* What became of what the coalition asked for at the review of a State, and how that is counted. */

GtkWidget *suivi_outcome_summary_new (GtkWindow      *parent,
                                      SuiviWorkspace *workspace,
                                      const char     *state);

G_END_DECLS
