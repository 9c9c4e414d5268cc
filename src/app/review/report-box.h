/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "store/workspace.h"

G_BEGIN_DECLS

#define SUIVI_TYPE_REPORT_BOX (suivi_report_box_get_type ())
G_DECLARE_FINAL_TYPE (SuiviReportBox, suivi_report_box, SUIVI, REPORT_BOX, GtkBox)

/*
 * What the mid-term report says of a recommendation besides its grade: what civil society did, and, for its edition for
 * children, the recommendation in plain words. Saved as it is typed. Signal "failed" (sentence) when something could not be
 * read or changed.
 */

void suivi_report_box_show  (SuiviReportBox *self,
                             SuiviWorkspace *workspace,
                             const char     *recommendation_id);
void suivi_report_box_clear (SuiviReportBox *self);

G_END_DECLS
