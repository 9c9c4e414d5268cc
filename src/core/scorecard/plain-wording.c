/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "core/scorecard/plain-wording.h"

static const SuiviField fields[] = {
  SUIVI_TEXT (SuiviPlainWording, id),
  SUIVI_TEXT (SuiviPlainWording, recommendation_id),
  SUIVI_UINT (SuiviPlainWording, chosen),
  SUIVI_TEXT (SuiviPlainWording, wording),
  SUIVI_TEXT (SuiviPlainWording, explanation),
};

SUIVI_DEFINE_RECORD (SuiviPlainWording, suivi_plain_wording, "plain_wording", fields, "recommendation_id")

/**
 * suivi_plain_wording_new:
 * @recommendation_id: key of the recommendation
 *
 * Returns: (transfer full): no words yet, not chosen, with a new random key
 */
SuiviPlainWording *
suivi_plain_wording_new (const char *recommendation_id)
{
  SuiviPlainWording *self = suivi_record_new (&suivi_plain_wording_record);

  self->recommendation_id = g_strdup (recommendation_id);

  return self;
}
