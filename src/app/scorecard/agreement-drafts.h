/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "app/scorecard/agreement-jobs.h"
#include "core/scorecard/grade-draft.h"

G_BEGIN_DECLS

/* Agreements that were begun: what a form holds that nobody has saved yet, as the workspace keeps it. */

SuiviGradeDraft *suivi_agreement_drafts_from_agreement (const SuiviAgreement  *agreement);
SuiviAgreement  *suivi_agreement_drafts_to_agreement   (const SuiviGradeDraft *draft);

G_END_DECLS
