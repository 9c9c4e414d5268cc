/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "app/drafting/draft-jobs.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define SUIVI_TYPE_ISSUE_ROW (suivi_issue_row_get_type ())
G_DECLARE_FINAL_TYPE (SuiviIssueRow, suivi_issue_row, SUIVI, ISSUE_ROW, GtkListBoxRow)

/* An issue in the list: its title, what can be done with it, and a word when it has more drafts than States take up. */

GtkWidget  *suivi_issue_row_new    (SuiviIssue    *issue,
                                    gboolean       writable);
void        suivi_issue_row_update (SuiviIssueRow *self,
                                    SuiviIssue    *issue,
                                    gboolean       writable);
const char *suivi_issue_row_get_id (SuiviIssueRow *self);

G_END_DECLS
