/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "core/record.h"

G_BEGIN_DECLS

/**
 * SuiviContribution:
 * @id: random UUID, the key in the workspace
 * @recommendation_id: key of the recommendation
 * @organisation: who did it. "" only where files of an older Suivi do not say it; saving a contribution with "" gives it to
 *   the organisation that the step is made for
 * @date: when, ISO 8601, whole or in part: "2026"; may be ""
 * @what: what was done, in a sentence; never blank
 *
 * What civil society did itself to have a recommendation implemented: publication 002 asks for it in a mid-term report.
 */
typedef struct
{
  char *id;
  char *recommendation_id;
  char *organisation;
  char *date;
  char *what;
} SuiviContribution;

#define SUIVI_TYPE_CONTRIBUTION (suivi_contribution_get_type ())
SUIVI_DECLARE_RECORD (SuiviContribution, suivi_contribution)

SuiviContribution *suivi_contribution_new (const char *recommendation_id);

G_END_DECLS
