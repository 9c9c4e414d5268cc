/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "exchange/recommendation-text.h"
#include "exchange/uhri-labels.h"

G_BEGIN_DECLS

/* The text of a record of UHRI: markup, number, States and recommendation in one cell. */

SuiviRecommendationText *suivi_uhri_text_parse        (SuiviUhriLabels    *labels,
                                                       const char         *cell,
                                                       const char         *reviewed,
                                                       const char * const *states);
char                    *suivi_uhri_text_parse_output (const char         *cell,
                                                       char              **original,
                                                       char              **number);
char                    *suivi_uhri_text_clean_lines  (const char         *cell);

G_END_DECLS
