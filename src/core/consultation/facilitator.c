/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "core/consultation/facilitator.h"

static const SuiviField fields[] = {
  SUIVI_TEXT (SuiviFacilitator, id),          SUIVI_TEXT (SuiviFacilitator, consultation_id),
  SUIVI_TEXT (SuiviFacilitator, name),        SUIVI_TEXT (SuiviFacilitator, role),
  SUIVI_TEXT (SuiviFacilitator, screened_on), SUIVI_TEXT (SuiviFacilitator, conduct_on),
  SUIVI_TEXT (SuiviFacilitator, trained_on),
};

SUIVI_DEFINE_RECORD (SuiviFacilitator, suivi_facilitator, "facilitator", fields, NULL)

/**
 * suivi_facilitator_new:
 * @consultation_id: key of the consultation
 * @name: of the adult
 *
 * Returns: (transfer full): an adult with a new random key
 */
SuiviFacilitator *
suivi_facilitator_new (const char *consultation_id, const char *name)
{
  SuiviFacilitator *self = suivi_record_new (&suivi_facilitator_record);

  self->consultation_id = g_strdup (consultation_id);
  g_free (self->name);
  self->name = g_strdup (name);

  return self;
}
