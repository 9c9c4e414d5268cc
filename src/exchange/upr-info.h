/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "exchange/import-plan.h"
#include "exchange/table-header.h"

G_BEGIN_DECLS

/* Exports of UPR Info's database of recommendations and voluntary pledges, in all their layouts. */

gboolean suivi_upr_info_recognise (const SuiviTableHeader  *header);
gboolean suivi_upr_info_read      (SuiviSheetBook          *book,
                                   const SuiviTableHeader  *header,
                                   SuiviImportPlan         *plan,
                                   GCancellable            *cancellable,
                                   GError                 **error);

G_END_DECLS
