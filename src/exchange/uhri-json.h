/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "exchange/import-options.h"
#include "exchange/import-plan.h"
#include "exchange/source-file.h"

G_BEGIN_DECLS

/* The JSON export of UHRI, the Universal Human Rights Index of the UN human rights office. */

gboolean suivi_uhri_json_recognise (SuiviSourceFile          *file);
gboolean suivi_uhri_json_read      (SuiviSourceFile          *file,
                                    const SuiviImportOptions *options,
                                    SuiviImportPlan          *plan,
                                    GCancellable             *cancellable,
                                    GError                  **error);

G_END_DECLS
