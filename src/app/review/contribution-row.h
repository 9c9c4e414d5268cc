/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "app/consultation/record-row.h"

G_BEGIN_DECLS

/* A row for something that civil society did: a #SuiviContribution. */

#define SUIVI_TYPE_CONTRIBUTION_ROW (suivi_contribution_row_get_type ())
G_DECLARE_FINAL_TYPE (SuiviContributionRow, suivi_contribution_row, SUIVI, CONTRIBUTION_ROW, SuiviRecordRow)

G_END_DECLS
