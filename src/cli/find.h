/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "cli/command.h"
#include "store/scorecard-store.h"

G_BEGIN_DECLS

SuiviRecommendation *suivi_cli_find_recommendation (SuiviStore  *store,
                                                    const char  *token,
                                                    const char  *number,
                                                    GError     **error);
SuiviEdition        *suivi_cli_find_edition        (SuiviStore  *store,
                                                    const char  *review_id,
                                                    const char  *title,
                                                    GError     **error);

G_END_DECLS
