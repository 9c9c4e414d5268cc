/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "store/workspace.h"

G_BEGIN_DECLS

#define SUIVI_TYPE_ISSUE_DIALOG (suivi_issue_dialog_get_type ())
G_DECLARE_FINAL_TYPE (SuiviIssueDialog, suivi_issue_dialog, SUIVI, ISSUE_DIALOG, AdwWindow)

/* A priority issue to fill in. It saves itself; signal "saved" (key of the issue), then it closes. */

GtkWidget *suivi_issue_dialog_new (GtkWindow      *parent,
                                   SuiviWorkspace *workspace,
                                   SuiviPriority  *priority,
                                   gboolean        is_new);

G_END_DECLS
