/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "core/scorecard/evidence.h"

G_BEGIN_DECLS

/* Evidence in words, and words that become evidence. Pure functions, without widgets. */

#define SUIVI_EVIDENCE_MAX_LINK  2000
#define SUIVI_EVIDENCE_MAX_TITLE 300

char          *suivi_evidence_describe       (const SuiviEvidence   *evidence);
char          *suivi_evidence_format_date    (const char            *date);
gboolean       suivi_evidence_parse_date     (const char            *typed,
                                              char                 **date);
gboolean       suivi_evidence_is_link        (const char            *text);
SuiviEvidence *suivi_evidence_new_from_link  (const char            *link);
SuiviEvidence *suivi_evidence_new_from_name  (const char            *name);

G_END_DECLS
