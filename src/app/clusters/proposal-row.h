/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "app/clusters/proposal-item.h"

G_BEGIN_DECLS

#define SUIVI_TYPE_PROPOSAL_ROW (suivi_proposal_row_get_type ())
G_DECLARE_FINAL_TYPE (SuiviProposalRow, suivi_proposal_row, SUIVI, PROPOSAL_ROW, GtkBox)

/* Shows a cluster, or a recommendation proposed for it, with a box to check. */

GtkWidget         *suivi_proposal_row_new      (void);
void               suivi_proposal_row_set_item (SuiviProposalRow  *self,
                                                SuiviProposalItem *item);
char              *suivi_proposal_row_dup_name (SuiviProposalRow  *self);

G_END_DECLS
