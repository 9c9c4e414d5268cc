/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "exchange/import-plan.h"

G_BEGIN_DECLS

/* Words about a file that was read. */

const char *suivi_import_format_to_label (const char *format);
char *suivi_file_summary_make (SuiviImportPlan *plan, GPtrArray *groups);
char *suivi_file_summary_make_name (SuiviImportPlan *plan, GPtrArray *groups);
char *suivi_file_summary_make_title (SuiviImportPlan *plan, GPtrArray *groups);

G_END_DECLS
