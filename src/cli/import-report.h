/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "exchange/import-plan.h"

G_BEGIN_DECLS

/* What an import would do or did, for people and for programs. */

void suivi_cli_import_report_print      (SuiviImportPlan *plan,
                                         gboolean         split);
void suivi_cli_import_report_print_json (SuiviImportPlan *plan);

G_END_DECLS
