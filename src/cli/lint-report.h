/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "core/drafting/analysis.h"

G_BEGIN_DECLS

/* What suivi-cli says of the wording of a text. */

void suivi_cli_lint_print      (SuiviAnalysis *analysis);
void suivi_cli_lint_print_json (SuiviAnalysis *analysis,
                                const char    *language);

G_END_DECLS
