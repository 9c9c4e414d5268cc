/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "core/scorecard/responsibility.h"

static const SuiviField fields[] = {
  SUIVI_TEXT (SuiviResponsibility, id),
  SUIVI_TEXT (SuiviResponsibility, recommendation_id),
  SUIVI_TEXT (SuiviResponsibility, institution),
};

SUIVI_DEFINE_RECORD (SuiviResponsibility,
                     suivi_responsibility,
                     "responsibility",
                     fields,
                     "recommendation_id, institution")

/**
 * suivi_responsibility_new:
 * @recommendation_id: key of the recommendation
 * @institution: name of the institution that is to implement it
 *
 * Returns: (transfer full): a responsibility with a new random key
 */
SuiviResponsibility *
suivi_responsibility_new (const char *recommendation_id, const char *institution)
{
  SuiviResponsibility *self = suivi_record_new (&suivi_responsibility_record);

  self->recommendation_id = g_strdup (recommendation_id);
  self->institution = g_strdup (institution);

  return self;
}
