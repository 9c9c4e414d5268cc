/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "core/scorecard/contribution.h"

static const SuiviField fields[] = {
  SUIVI_TEXT (SuiviContribution, id),           SUIVI_TEXT (SuiviContribution, recommendation_id),
  SUIVI_TEXT (SuiviContribution, organisation), SUIVI_TEXT (SuiviContribution, date),
  SUIVI_TEXT (SuiviContribution, what),
};

SUIVI_DEFINE_RECORD (SuiviContribution, suivi_contribution, "contribution", fields, NULL)

/**
 * suivi_contribution_new:
 * @recommendation_id: key of the recommendation
 *
 * Returns: (transfer full): nothing said yet, with a new random key
 */
SuiviContribution *
suivi_contribution_new (const char *recommendation_id)
{
  SuiviContribution *self = suivi_record_new (&suivi_contribution_record);

  self->recommendation_id = g_strdup (recommendation_id);

  return self;
}
