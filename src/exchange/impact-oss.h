/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "exchange/import-plan.h"
#include "exchange/table-header.h"

G_BEGIN_DECLS

/* IMPACT OSS, a tracking tool of governments: what it exports, and the template for what it imports. */

gboolean suivi_impact_oss_recognise (const SuiviTableHeader  *header);
gboolean suivi_impact_oss_read      (SuiviSheetBook          *book,
                                     const SuiviTableHeader  *header,
                                     SuiviImportPlan         *plan,
                                     GCancellable            *cancellable,
                                     GError                 **error);

G_END_DECLS
